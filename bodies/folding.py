"""Accent folding: what finding needs, so that "dat dai" finds "đất đai"."""

import unicodedata


def fold(text: str) -> str:
    """Return `text` without marks, case and đ, runs of white space as one space.

    >>> fold("Đảng ủy  Uỷ ban")
    'dang uy uy ban'
    """
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return " ".join(bare.casefold().replace("đ", "d").split())
