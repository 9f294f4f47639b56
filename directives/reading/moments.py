"""The grammar of points in time, by recursive descent over tokens.

    moment  := clock? weekday? day | clock? today | part? month | part? quarter | half | part? year | relative | week
    day     := "ngày"? D/M/Y | "ngày"? D-M-Y | "ngày"? D.M.Y | "ngày"? D "tháng" M ("năm" Y)? | "ngày" D/M
    month   := "tháng" M/Y | "tháng" M ("năm" Y)? | "tháng" M "và" M … | "tuần" N "tháng" M …
    quarter := "quý" Q/Y | "quý" Q ("năm" Y)?
    half    := "6 tháng" ("đầu"|"cuối") "năm" Y?
    year    := "năm" Y | "năm nay"
    clock   := (H "giờ" M? | HhM | H ":" M) ("sáng" | "chiều" | …)?
    relative := N ("ngày" "làm việc"? | "tuần" | "tháng") ("tới" | "từ" ("ngày" day | issue | …))
    part    := "đầu" | "giữa" | "trung tuần" | "cuối" …

Every rule takes tokens and an index and gives (moment, next index), or None.
"""

from collections.abc import Sequence
from dataclasses import replace

from directives.reading.counted import counted_at
from directives.reading.figures import (
    clock_at,
    fields_of,
    key,
    month_number,
    number_in,
    year_after,
)
from directives.reading.model import Precision
from directives.reading.moment import Moment, Parsed, Rule
from directives.reading.single_days import day_at, today_at
from directives.reading.words import Token

_QUARTERS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "một": 1, "hai": 2, "ba": 3, "tư": 4,
}  # fmt: skip
_FIRST = frozenset(
    {
        "ngày", "tháng", "quý", "năm", "đầu", "giữa", "cuối", "trung", "thượng", "nửa",
        "hạ", "cùng", "hôm", "tuần", "thứ", "chủ", "một", "hai", "ba", "bốn", "sáu", "bảy",
        "mười",
    }
)  # fmt: skip
_WEEKDAYS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5,
}  # fmt: skip
_WEEKS = {"1": 1, "2": 2, "3": 3, "4": 4, "nhất": 1, "hai": 2, "ba": 3, "tư": 4}
_ENDS = ("", ".", ";", ",", ")")  # behind "trong tuần", "trong tháng": those of the issue
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


def _timed(tokens: Sequence[Token], index: int) -> Parsed:
    """clock, then a day or "cùng ngày"."""
    clock, after = clock_at(tokens, index)
    if clock is None:
        return None
    after += key(tokens, after) in (",", "của")
    parsed = _weekday(tokens, after) or day_at(tokens, after) or today_at(tokens, after)
    if parsed is None:
        return None
    moment, end = parsed
    return replace(moment, clock=clock, precision=Precision.HOUR), end


def _weekday(tokens: Sequence[Token], index: int) -> Parsed:
    """ "thứ Sáu, ngày 21/11/2025", "thứ Sáu (21/11/2025)", "thứ Sáu tuần này"."""
    here = index + (key(tokens, index) == "ngày")
    day = _WEEKDAYS.get(key(tokens, here + 1)) if key(tokens, here) == "thứ" else None
    if (key(tokens, here), key(tokens, here + 1)) == ("chủ", "nhật"):
        day = 6
    if day is None:
        return None
    week = _week(tokens, here + 2)
    if week is not None:
        return replace(week[0], weekday=day), week[1]
    return day_at(tokens, here + 2 + (key(tokens, here + 2) in (",", "(")))


def _part(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    if key(tokens, index) not in _FIRST:
        return "", index
    for size in (2, 1):
        words = tuple(key(tokens, index + step) for step in range(size))
        if words in _PARTS:
            return _PARTS[words], index + size
    return "", index


def _month(tokens: Sequence[Token], index: int) -> Parsed:
    part, here = _part_of_month(tokens, index)
    if key(tokens, here) != "tháng":
        return None
    if key(tokens, here + 1) in ("này", "tới", "sau"):
        said = "this month" if key(tokens, here + 1) == "này" else "next month"
        return Moment(Precision.MONTH, part=part, said=said), here + 2
    if key(tokens, here + 1) in _ENDS and not part:
        return Moment(Precision.MONTH, said="this month"), here + 1
    parsed = _named_month(tokens, here + 1)
    if parsed is None:
        return None
    moment, end = _last_of_months(tokens, *parsed)
    return replace(moment, part=part), end


def _part_of_month(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """ "đầu", "nửa đầu", "tuần thứ hai" …"""
    here = index + 1 + (key(tokens, index + 1) == "thứ")
    week = _WEEKS.get(key(tokens, here))
    if key(tokens, index) == "tuần" and week and key(tokens, here + 1) == "tháng":
        return f"week {week}", here + 1
    return _part(tokens, index)


def _named_month(tokens: Sequence[Token], index: int) -> Parsed:
    """ "12/2025", "12 năm 2025", "12"."""
    fields = fields_of(key(tokens, index))
    if fields is not None and len(fields) == 2 and fields[0] <= 12 and fields[1] >= 1900:
        return Moment(Precision.MONTH, fields[1], fields[0]), index + 1
    month, here = month_number(tokens, index)
    if month is None:
        return None
    year, end = year_after(tokens, here)
    return Moment(Precision.MONTH, year, month), end


def _last_of_months(tokens: Sequence[Token], moment: Moment, end: int) -> tuple[Moment, int]:
    """ "tháng 11 và 12 năm 2025", "tháng 11, tháng 12/2025": the last counts, where it alone bears the year."""
    while moment.year is None and key(tokens, end) in (",", "và", "-"):
        after = end + 1 + (key(tokens, end + 1) == "tháng")
        parsed = _named_month(tokens, after)
        if parsed is None or (parsed[0].year is None and key(tokens, parsed[1]) not in (",", "và")):
            break
        moment, end = parsed
    return moment, end


def _quarter(tokens: Sequence[Token], index: int) -> Parsed:
    here = index + 1 if key(tokens, index) == "tháng" else index  # the slip "tháng Quý I"
    part, here = _part(tokens, here)
    if key(tokens, here) != "quý":
        return None
    word, _, printed = key(tokens, here + 1).partition("/")
    if word not in _QUARTERS:
        return None
    if printed:
        year, end = number_in(printed, 1900, 2999), here + 2
        if year is None:
            return None
    else:
        year, end = year_after(tokens, here + 2)
    moment = Moment(Precision.QUARTER, year, _QUARTERS[word] * 3, part=part)
    return _last_of_quarters(tokens, moment, end)


def _last_of_quarters(tokens: Sequence[Token], moment: Moment, end: int) -> tuple[Moment, int]:
    """ "quý I, II/2026", "quý I và II năm 2026": the last counts, where it alone bears the year."""
    word, _, printed = key(tokens, end + 1).partition("/")
    if moment.year or key(tokens, end) not in (",", "và", "-") or word not in _QUARTERS:
        return moment, end
    year, after = (
        (number_in(printed, 1900, 2999), end + 2) if printed else year_after(tokens, end + 2)
    )
    return (replace(moment, year=year, month=_QUARTERS[word] * 3), after) if year else (moment, end)


def _half(tokens: Sequence[Token], index: int) -> Parsed:
    """ "6 tháng đầu năm 2026"; of "02 tháng cuối năm" only the end counts."""
    if number_in(key(tokens, index), 1, 9) is None or key(tokens, index + 1) != "tháng":
        return None
    part, here = _part(tokens, index + 2)
    if part not in ("start", "end") or key(tokens, here) != "năm":
        return None
    year, end = year_after(tokens, here)
    month = 12 if part == "end" else int(key(tokens, index))
    return Moment(Precision.HALF, year, month), max(end, here + 1)


def _year(tokens: Sequence[Token], index: int) -> Parsed:
    part, here = _part(tokens, index)
    if key(tokens, here) != "năm":
        return None
    year, end = year_after(tokens, here)
    if year is not None:
        last = (
            number_in(key(tokens, end + 1), year + 1, 2999)
            if key(tokens, end) in ("-", "–")
            else None
        )
        return Moment(Precision.YEAR, last or year, 12, part=part), end + (2 if last else 0)
    if key(tokens, here + 1) == "nay":
        return Moment(Precision.YEAR, month=12, part=part, said="this year"), here + 2
    if part == "end":
        return Moment(Precision.YEAR, month=12, part=part, said="this year"), here + 1
    return None


def _week(tokens: Sequence[Token], index: int) -> Parsed:
    index += key(tokens, index) == "cuối" and key(tokens, index + 1) == "tuần"
    if key(tokens, index) == "tuần" and key(tokens, index + 1) in ("này", "tới", "sau"):
        said = "this week" if key(tokens, index + 1) == "này" else "next week"
        return Moment(Precision.DAY, said=said), index + 2
    if key(tokens, index) == "tuần" and key(tokens, index + 1) in _ENDS:
        return Moment(Precision.DAY, said="this week"), index + 1
    return None


_RULES: tuple[Rule, ...] = (
    _timed, counted_at, _weekday, day_at, today_at, _half, _quarter, _month, _year, _week,
)  # fmt: skip
