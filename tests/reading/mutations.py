"""Seeded harm to a paper, of the kinds that scanning, copying and typing do."""

import random
import unicodedata
from collections.abc import Callable, Mapping
from typing import Literal

MARKS = [
    "(", ")", ":", ";", ",", ".", "./.", "-", "–", "+", "*", "**", "_", "#", "/", "“", "”", '"', "…", "|", "%",
    "<sup>1</sup>", "[1]", "\u00a0", "\u200b", "\ufeff", "\u00ad", "\t", "\u202a", "\u202b", "\u202c", "\u202e",
    "\u2066", "\u2069", "\u0301", "\u0323", "\u0302", "\x0c", "\x85", "\u2028", "(1) ", "(2) ", "1.1. ", "a) ",
    "I- ", "Giao ", "giao ", "các ", "và ", "trước ngày ", "quý ", "tháng ", "0", "9", "²", "①", "٣", "İ", "ß", "ﬁ",
    "\u200c", "\u200d", "\u2060", "\u200e", "\u2067", "\x00", "\x0b", "\x1f", "\x7f", "\ud800", "\udc00", "\ufffd",
    "\uffff", "😀", "Ð", "\u0031\u20e3", "ĐÐU", "\u3000", "\u2011", "\u1ea0\u0302",
]  # fmt: skip
LINES = [
    "2", "- 3 -", "Trang 4/7", "-----", "***", "[1] Theo báo cáo.", "<sup>2</sup> Nghị quyết số 1-NQ/TU",
    "Nơi nhận:", "THÔNG BÁO", "KẾT LUẬN", "Phụ lục 1", "II- NHIỆM VỤ", "(ii)", "-", "+", "1.", "T/M BAN THƯỜNG VỤ",
    "1 | 2 | 3", "Nơi nhận:                         BÍ THƯ", "#", ">", "Kính gửi: các chi bộ", "Thứ nhất, rà soát.",
]  # fmt: skip
Form = Literal["NFC", "NFD", "NFKC", "NFKD"]
Harm = Callable[[str, random.Random], str]


def harmed(paper: str, seed: int) -> str:
    """The paper after one to twelve harms; the same seed does the same."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 12)):
        paper = HARMS[chance.choice(sorted(HARMS))](paper, chance)
    return paper


def _place(text: str, chance: random.Random) -> int:
    return chance.randrange(len(text) + 1)


def _drop_line(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    del lines[chance.randrange(len(lines))]
    return "\n".join(lines)


def _double_line(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    return "\n".join([*lines[: at + 1], *lines[at:]])


def _swap_lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return "\n".join(lines)


def _add_line(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(LINES))
    return "\n".join(lines)


def _cut_words(text: str, chance: random.Random) -> str:
    at = _place(text, chance)
    return text[:at] + text[at + chance.randint(1, 60) :]


def _add_mark(text: str, chance: random.Random) -> str:
    at = _place(text, chance)
    return text[:at] + chance.choice(MARKS) + text[at:]


def _add_marks(text: str, chance: random.Random) -> str:
    for _ in range(20):
        text = _add_mark(text, chance)
    return text


def _other_digits(text: str, chance: random.Random) -> str:
    return "".join(
        chance.choice("0123456789") if char.isdecimal() and chance.random() < 0.2 else char
        for char in text
    )


def _decompose(text: str, chance: random.Random) -> str:
    at = _place(text, chance)
    return text[:at] + unicodedata.normalize("NFD", text[at:])


def _wrap(text: str, chance: random.Random) -> str:
    """Every line wrapped anew by hand, at another width."""
    width = chance.choice((20, 50, 70, 90))
    wrapped = []
    for line in text.split("\n"):
        row = ""
        for word in line.split(" "):
            if row and len(row) + len(word) >= width:
                wrapped.append(row)
                row = ""
            row = f"{row} {word}" if row else word
        wrapped.append(row)
    return "\n".join(wrapped)


def _unwrap(text: str, chance: random.Random) -> str:
    return "".join(" " if char == "\n" and chance.random() < 0.2 else char for char in text)


def _break(text: str, chance: random.Random) -> str:
    return "".join(
        chance.choice(("\n", "\r\n", "\n\n", "  ", "\t")) if char == " " and chance.random() < 0.05 else char
        for char in text
    )  # fmt: skip


def _line_ends(text: str, chance: random.Random) -> str:
    """Another system's ends of lines; in a copy of copies two kinds at once."""
    ends = chance.choice(
        (("\r\n",), ("\r",), ("\r\n", "\n"), ("\x0c", "\n"), ("\u2028",), ("\n\r",))
    )
    return "".join(chance.choice(ends) if char == "\n" else char for char in text)


def _invisible(text: str, chance: random.Random) -> str:
    """What no eye sees, within words, as web pages and editors leave it."""
    mark = chance.choice(("\u200b", "\u00ad", "\ufeff", "\u202a", "\u2060", "\u200d"))
    return "".join(char + mark if chance.random() < 0.03 else char for char in text)


def _compose_anew(text: str, chance: random.Random) -> str:
    """Pieces composed and decomposed in turn, as two keyboards leave them."""
    forms: list[Form] = ["NFC", "NFD", "NFKC", "NFKD"]
    return " ".join(
        unicodedata.normalize(chance.choice(forms), word) if chance.random() < 0.3 else word
        for word in text.split(" ")
    )


def _long_word(text: str, chance: random.Random) -> str:
    at = _place(text, chance)
    return text[:at] + chance.choice("aĐ1-(.Ậ") * chance.choice((100, 1_000)) + text[at:]


def _shout(text: str, chance: random.Random) -> str:
    at = _place(text, chance)
    return text[:at] + text[at : at + 80].upper() + text[at + 80 :]


def _whisper(text: str, chance: random.Random) -> str:
    at = _place(text, chance)
    return text[:at] + text[at : at + 80].lower() + text[at + 80 :]


HARMS: Mapping[str, Harm] = {
    "add line": _add_line,
    "add mark": _add_mark,
    "add marks": _add_marks,
    "break": _break,
    "compose anew": _compose_anew,
    "cut words": _cut_words,
    "decompose": _decompose,
    "double line": _double_line,
    "drop line": _drop_line,
    "invisible": _invisible,
    "line ends": _line_ends,
    "long word": _long_word,
    "other digits": _other_digits,
    "shout": _shout,
    "swap lines": _swap_lines,
    "unwrap": _unwrap,
    "whisper": _whisper,
    "wrap": _wrap,
}
