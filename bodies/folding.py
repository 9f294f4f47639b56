"""Accent folding: what finding needs, so that "dat dai" finds "đất đai"."""

import re
import unicodedata

D = str.maketrans("đð", "dd")


def fold(text: str) -> str:
    """Return `text` without marks, case and đ, runs of white space as one space.

    Papers from old typefaces write Đ as the Icelandic Ð (U+00D0): it is the same letter here.

    >>> fold("Đảng ủy  Uỷ ban")
    'dang uy uy ban'
    """
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return " ".join(bare.casefold().translate(D).split())


def natural(text: str) -> list[str | int]:
    """Return the key by which people sort names: numbers as numbers, marks and case aside.

    >>> sorted(["Tổ 10", "Tổ 2", "tổ 1"], key=natural)
    ['tổ 1', 'Tổ 2', 'Tổ 10']
    """
    return [int(p) if p.isdecimal() else p for p in re.split(r"(\d+)", fold(text))]
