"""The grammar of points in time, by recursive descent over tokens.

    moment  := clock? day | clock? today | part? month | part? quarter | half | part? year | relative | week
    day     := "ngày"? D/M/Y | "ngày"? D-M-Y | "ngày"? D "tháng" M ("năm" Y)? | "ngày" D/M
    month   := "tháng" M/Y | "tháng" M ("năm" Y)? | M/Y
    quarter := "quý" Q/Y | "quý" Q ("năm" Y)?
    half    := "6 tháng" ("đầu"|"cuối") "năm" Y?
    year    := "năm" Y | "năm nay"
    clock   := H "giờ" M? | HhM | H ":" M
    part    := "đầu" | "giữa" | "trung tuần" | "cuối" …

Every rule takes tokens and an index and gives (moment, next index), or None.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import time

from directives.reading.model import Precision
from directives.reading.words import Token

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_FIRST = frozenset(
    [
        "ngày",
        "tháng",
        "quý",
        "năm",
        "đầu",
        "giữa",
        "cuối",
        "trung",
        "thượng",
        "nửa",
        "hạ",
        "cùng",
        "hôm",
        "tuần",
    ]
)  # with figures, all the words a moment begins with
_PARTS = {
    ("đầu",): "start",
    ("nửa", "đầu"): "first half",
    ("thượng", "tuần"): "start",
    ("giữa",): "middle",
    ("trung", "tuần"): "middle",
    ("nửa", "cuối"): "end",
    ("cuối",): "end",
    ("hạ", "tuần"): "end",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """What is said, before it is held against a calendar. `days`: so many after the issue."""

    precision: Precision
    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: time | None = None
    part: str = ""
    days: int | None = None
    working: bool = False
    said: str = ""  # "today", "this year", "next month" …: relative to the issue


Parsed = tuple[Moment, int] | None
Rule = Callable[[Sequence[Token], int], Parsed]


def moment_at(tokens: Sequence[Token], index: int) -> Parsed:
    """The longest reading that begins at `index`."""
    first = key(tokens, index)
    if first not in _FIRST and not first[:1].isdecimal():
        return None
    for rule in _RULES:
        parsed = rule(tokens, index)
        if parsed is not None:
            return parsed
    return None


def key(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].key if 0 <= index < len(tokens) else ""


def _number(text: str, low: int, high: int) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= 4 and low <= int(text) <= high else None


def _fields(text: str) -> list[int] | None:
    """ "10/12/2025" → [10, 12, 2025]."""
    pieces = text.split("/")
    whole = all(piece.isdecimal() and len(piece) <= 4 for piece in pieces)
    return [int(piece) for piece in pieces] if whole and len(pieces) > 1 else None


def _timed(tokens: Sequence[Token], index: int) -> Parsed:
    """clock, then a day or "cùng ngày"."""
    clock, after = clock_at(tokens, index)
    if clock is None:
        return None
    after += key(tokens, after) == ","
    parsed = _day(tokens, after) or _today(tokens, after)
    if parsed is None:
        return None
    moment, end = parsed
    return replace(moment, clock=clock, precision=Precision.HOUR), end


def clock_at(tokens: Sequence[Token], index: int) -> tuple[time | None, int]:
    word = key(tokens, index)
    if "h" in word and word.replace("h", "", 1).isdecimal():
        hour, _, minute = word.partition("h")
        end = index + 1 + (key(tokens, index + 1) in ("'", "’", "phút"))
    elif word.isdecimal() and key(tokens, index + 1) in ("giờ", "h"):
        hour, minute, end = word, "", index + 2
        if _number(key(tokens, end), 0, 59) is not None and key(tokens, end + 1) != "tháng":
            minute, end = key(tokens, end), end + 1
            end += key(tokens, end) in ("phút", "'")
    elif word.isdecimal() and key(tokens, index + 1) == ":" and key(tokens, index + 2).isdecimal():
        hour, minute, end = word, key(tokens, index + 2), index + 3
    else:
        return None, index
    if not hour.isdecimal() or int(hour) > 24 or int(minute or 0) > 59:
        return None, index
    return (time(23, 59) if int(hour) == 24 else time(int(hour), int(minute or 0))), end


def _day(tokens: Sequence[Token], index: int) -> Parsed:
    named = key(tokens, index) == "ngày"
    here = index + 1 if named else index
    here += key(tokens, here) in ("mai", ":") and named
    here += key(tokens, here) == "(" and key(tokens, here - 1) == "mai"
    fields = _fields(key(tokens, here))
    if fields is not None:
        return _day_of_fields(fields, here + 1)
    day = _number(key(tokens, here), 1, 31)
    if day is None:
        return None
    if key(tokens, here + 1) == "-" and key(tokens, here + 3) == "-":
        month, year = (
            _number(key(tokens, here + 2), 1, 12),
            _number(key(tokens, here + 4), 1900, 2999),
        )
        return (Moment(Precision.DAY, year, month, day), here + 5) if month and year else None
    if key(tokens, here + 1) == "tháng":
        return _day_of_month(tokens, here, day)
    return None


def _day_of_fields(fields: list[int], end: int) -> Parsed:
    if len(fields) == 3 and fields[1] <= 12 and 1900 <= fields[2] <= 2999 and fields[0] <= 31:
        return Moment(Precision.DAY, fields[2], fields[1], fields[0]), end
    if len(fields) == 2 and 1 <= fields[0] <= 31 and 1 <= fields[1] <= 12:
        return Moment(Precision.DAY, None, fields[1], fields[0]), end
    return None


def _day_of_month(tokens: Sequence[Token], index: int, day: int) -> Parsed:
    fields = _fields(key(tokens, index + 2))
    if fields is not None and len(fields) == 2 and fields[0] <= 12:
        return Moment(Precision.DAY, fields[1], fields[0], day), index + 3
    month = _number(key(tokens, index + 2), 1, 12)
    if month is None:
        return None
    year, end = _year_after(tokens, index + 3)
    return Moment(Precision.DAY, year, month, day), end


def _year_after(tokens: Sequence[Token], index: int) -> tuple[int | None, int]:
    if key(tokens, index) == "năm":
        year = _number(key(tokens, index + 1), 1900, 2999)
        if year is not None:
            return year, index + 2
    return None, index


def _today(tokens: Sequence[Token], index: int) -> Parsed:
    pair = (key(tokens, index), key(tokens, index + 1))
    if pair in (("cùng", "ngày"), ("hôm", "nay")):
        return Moment(Precision.DAY, said="today"), index + 2
    if pair in (("ngày", "mai"), ("sáng", "mai"), ("chiều", "mai")):
        return Moment(Precision.DAY, said="tomorrow"), index + 2
    if pair == ("ngày", "hôm") and key(tokens, index + 2) == "nay":
        return Moment(Precision.DAY, said="today"), index + 3
    return None


def _part(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    if key(tokens, index) not in _FIRST:
        return "", index
    for size in (2, 1):
        words = tuple(key(tokens, index + step) for step in range(size))
        if words in _PARTS:
            return _PARTS[words], index + size
    return "", index


def _month(tokens: Sequence[Token], index: int) -> Parsed:
    part, here = _part(tokens, index)
    if key(tokens, here) != "tháng":
        return None
    fields = _fields(key(tokens, here + 1))
    if fields is not None and len(fields) == 2 and fields[0] <= 12 and fields[1] >= 1900:
        return Moment(Precision.MONTH, fields[1], fields[0], part=part), here + 2
    if key(tokens, here + 1) in ("này", "tới", "sau"):
        said = "this month" if key(tokens, here + 1) == "này" else "next month"
        return Moment(Precision.MONTH, part=part, said=said), here + 2
    month = _number(key(tokens, here + 1), 1, 12)
    if month is None:
        return None
    year, end = _year_after(tokens, here + 2)
    return Moment(Precision.MONTH, year, month, part=part), end


def _quarter(tokens: Sequence[Token], index: int) -> Parsed:
    here = index + 1 if key(tokens, index) == "tháng" else index  # the slip "tháng Quý I"
    part, here = _part(tokens, here)
    if key(tokens, here) != "quý":
        return None
    word, _, printed = key(tokens, here + 1).partition("/")
    if word not in _QUARTERS:
        return None
    if printed:
        year, end = _number(printed, 1900, 2999), here + 2
        if year is None:
            return None
    else:
        year, end = _year_after(tokens, here + 2)
    return Moment(Precision.QUARTER, year, _QUARTERS[word] * 3, part=part), end


def _half(tokens: Sequence[Token], index: int) -> Parsed:
    """ "6 tháng đầu năm 2026"; of "02 tháng cuối năm" only the end counts."""
    if _number(key(tokens, index), 1, 9) is None or key(tokens, index + 1) != "tháng":
        return None
    part, here = _part(tokens, index + 2)
    if part not in ("start", "end") or key(tokens, here) != "năm":
        return None
    year, end = _year_after(tokens, here)
    month = 12 if part == "end" else int(key(tokens, index))
    return Moment(Precision.HALF, year, month), max(end, here + 1)


def _year(tokens: Sequence[Token], index: int) -> Parsed:
    part, here = _part(tokens, index)
    if key(tokens, here) != "năm":
        return None
    year, end = _year_after(tokens, here)
    if year is not None:
        return Moment(Precision.YEAR, year, 12, part=part), end
    if key(tokens, here + 1) == "nay":
        return Moment(Precision.YEAR, month=12, part=part, said="this year"), here + 2
    if part == "end":
        return Moment(Precision.YEAR, month=12, part=part, said="this year"), here + 1
    return None


def _relative(tokens: Sequence[Token], index: int) -> Parsed:
    """ "10 ngày (làm việc) kể từ ngày ban hành (Thông báo này)"."""
    days = _number(key(tokens, index), 1, 400)
    if days is None or key(tokens, index + 1) != "ngày":
        return None
    working = (key(tokens, index + 2), key(tokens, index + 3)) == ("làm", "việc")
    here = index + 4 if working else index + 2
    here += key(tokens, here) == ","
    here += key(tokens, here) in ("kể", "tính")
    if key(tokens, here) != "từ":
        return None
    here += 2 if key(tokens, here + 1) in ("ngày", "khi") else 1
    issued = key(tokens, here) in ("ban", "ký") and key(tokens, here + 1) in (
        "hành",
        "thông",
        "kết",
        "ban",
        "văn",
    )
    if not issued and key(tokens, here) != "ký":
        return Moment(Precision.EVENT, days=days, working=working), here
    end = here + (2 if key(tokens, here + 1) == "hành" else 1)
    for word in ("ban", "hành", "thông", "báo", "kết", "luận", "văn", "bản", "này"):
        end += key(tokens, end) == word
    return Moment(Precision.DAY, days=days, working=working), end


def _week(tokens: Sequence[Token], index: int) -> Parsed:
    if key(tokens, index) == "tuần" and key(tokens, index + 1) in ("này", "tới", "sau"):
        said = "this week" if key(tokens, index + 1) == "này" else "next week"
        return Moment(Precision.DAY, said=said), index + 2
    return None


_RULES: tuple[Rule, ...] = (_timed, _relative, _day, _today, _half, _quarter, _month, _year, _week)
