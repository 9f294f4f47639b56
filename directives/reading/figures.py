"""Numbers, dates in figures and hours of the clock, read from tokens at an index."""

from collections.abc import Sequence
from datetime import time

from directives.reading.words import Token

_SPELLED = {
    word: number
    for number, word in enumerate(
        (
            "một",
            "hai",
            "ba",
            "tư",
            "năm",
            "sáu",
            "bảy",
            "tám",
            "chín",
            "mười",
            "mười_một",
            "mười_hai",
        ),
        start=1,
    )
}
_HALF_DAYS = {"sáng": 0, "trưa": 0, "chiều": 12, "tối": 12}  # hours to add to "5 giờ chiều"


def key(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].key if 0 <= index < len(tokens) else ""


def number_in(text: str, low: int, high: int) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= 4 and low <= int(text) <= high else None


def fields_at(tokens: Sequence[Token], index: int) -> tuple[list[int] | None, int]:
    """ "10/12/2025", also typed "10/ 12 /2025"; and where it ends."""
    text, end = key(tokens, index), index + 1
    while end - index < 5 and (key(tokens, end) == "/" or text[-1:] == "/"):
        if not (key(tokens, end) == "/" or key(tokens, end)[:1].isdecimal()):
            break
        text, end = text + key(tokens, end), end + 1
    return fields_of(text), end


def fields_of(text: str) -> list[int] | None:
    """ "10/12/2025" → [10, 12, 2025]."""
    pieces = text.split("/")
    whole = all(piece.isdecimal() and len(piece) <= 4 for piece in pieces)
    return [int(piece) for piece in pieces] if whole and len(pieces) > 1 else None


def clock_at(tokens: Sequence[Token], index: int) -> tuple[time | None, int]:
    clock, end = _hour_at(tokens, index)
    later = _HALF_DAYS.get(key(tokens, end)) if clock else None
    if clock is None or later is None:
        return clock, end
    return clock.replace(hour=clock.hour + later) if clock.hour < 12 else clock, end + 1


def _hour_at(tokens: Sequence[Token], index: int) -> tuple[time | None, int]:
    word = key(tokens, index).replace("g", "h", 1)
    if "h" in word and word.replace("h", "", 1).isdecimal():
        hour, _, minute = word.partition("h")
        end = index + 1 + (key(tokens, index + 1) in ("'", "’", "phút"))
    elif word.isdecimal() and key(tokens, index + 1) in ("giờ", "h"):
        hour, minute, end = word, "", index + 2
        if number_in(key(tokens, end), 0, 59) is not None and key(tokens, end + 1) != "tháng":
            minute, end = key(tokens, end), end + 1
            end += key(tokens, end) in ("phút", "'")
    elif word.isdecimal() and key(tokens, index + 1) == ":" and key(tokens, index + 2).isdecimal():
        hour, minute, end = word, key(tokens, index + 2), index + 3
    else:
        return None, index
    if not hour.isdecimal() or int(hour) > 24 or int(minute or 0) > 59:
        return None, index
    return (time(23, 59) if int(hour) == 24 else time(int(hour), int(minute or 0))), end


def month_number(tokens: Sequence[Token], index: int) -> tuple[int | None, int]:
    """ "12", "Mười hai"; where it ends."""
    month = number_in(key(tokens, index), 1, 12)
    if month is not None:
        return month, index + 1
    pair = f"{key(tokens, index)}_{key(tokens, index + 1)}"
    if pair in _SPELLED:
        return _SPELLED[pair], index + 2
    named = key(tokens, index + 1) == "năm"  # "tháng Năm năm 2026"; not "hằng tháng một lần"
    return _SPELLED.get(key(tokens, index)) if named else None, index + 1


def year_after(tokens: Sequence[Token], index: int) -> tuple[int | None, int]:
    """ "năm 2025", or as newspapers print it: "tháng 5.2025", "quý II-2025"."""
    tight = key(tokens, index) in (".", "-") and tokens[index].start == tokens[index - 1].end
    if key(tokens, index) == "năm" or tight:
        year = number_in(key(tokens, index + 1), 1900, 2999)
        if year is not None:
            return year, index + 2
    return None, index
