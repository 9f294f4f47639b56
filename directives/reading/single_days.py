"""Days in figures and words: "20/12/2025", "ngày 20 tháng 12", "ngày 05 tháng này", "hôm nay", "ngày mai"."""

from collections.abc import Sequence

from directives.reading.figures import (
    fields_at,
    fields_of,
    key,
    month_number,
    number_in,
    year_after,
)
from directives.reading.model import Precision
from directives.reading.moment import Moment, Parsed
from directives.reading.words import Token


def day_at(tokens: Sequence[Token], index: int) -> Parsed:
    named = key(tokens, index) == "ngày"
    here = index + 1 if named else index
    here += key(tokens, here) in ("mai", ":") and named
    here += key(tokens, here) == "(" and key(tokens, here - 1) == "mai"
    here += key(tokens, here) in ("mùng", "mồng")
    fields, end = fields_at(tokens, here)
    if fields is not None:
        return _day_of_fields(fields, end)
    day = number_in(key(tokens, here), 1, 31)
    if day is None:
        return None
    if named and key(tokens, here + 1) == "-" and key(tokens, here + 3) not in ("-", "tháng"):
        month = number_in(key(tokens, here + 2), 1, 12)  # "ngày 31-12"
        return (Moment(Precision.DAY, None, month, day), here + 3) if month else None
    if key(tokens, here + 1) in ("-", ".") and key(tokens, here + 3) == key(tokens, here + 1):
        month, year = (
            number_in(key(tokens, here + 2), 1, 12),
            number_in(key(tokens, here + 4), 1900, 2999),
        )
        return (Moment(Precision.DAY, year, month, day), here + 5) if month and year else None
    if key(tokens, here + 1) == "tháng":
        return _day_of_month(tokens, here, day)
    return None


def _day_of_fields(fields: list[int], end: int) -> Parsed:
    if len(fields) == 3 and 20 <= fields[2] <= 49:
        fields = [*fields[:2], 2000 + fields[2]]  # "25/12/25"
    if len(fields) == 3 and fields[1] <= 12 and 1900 <= fields[2] <= 2999 and fields[0] <= 31:
        return Moment(Precision.DAY, fields[2], fields[1], fields[0]), end
    if len(fields) == 2 and 1 <= fields[0] <= 31 and 1 <= fields[1] <= 12:
        return Moment(Precision.DAY, None, fields[1], fields[0]), end
    return None


def _day_of_month(tokens: Sequence[Token], index: int, day: int) -> Parsed:
    fields = fields_of(key(tokens, index + 2))
    if fields is not None and len(fields) == 2 and fields[0] <= 12:
        return Moment(Precision.DAY, fields[1], fields[0], day), index + 3
    since = key(tokens, index + 3) in (
        "khi",
        "ngày",
    )  # "03 tháng sau khi …": no day, but three months
    if key(tokens, index + 2) in ("này", "tới", "sau") and not since:
        said = "this month" if key(tokens, index + 2) == "này" else "next month"
        return Moment(Precision.DAY, day=day, said=said), index + 3
    if key(tokens, index + 2) in ("chạp", "giêng"):
        return _told_by_the_sun(tokens, index + 3)
    month, here = month_number(tokens, index + 2)
    if month is None:
        return None
    year, end = year_after(tokens, here)
    return Moment(Precision.DAY, year, month, day), end


def _told_by_the_sun(tokens: Sequence[Token], index: int) -> Parsed:
    """ "23 tháng Chạp | (tức ngày 10/02/2026)": a day of the moon's calendar that the paper itself turns into ours."""
    here = index + 2 * ((key(tokens, index), key(tokens, index + 1)) == ("âm", "lịch"))
    if (key(tokens, here), key(tokens, here + 1)) != ("(", "tức"):
        return None
    parsed = day_at(tokens, here + 2 + (key(tokens, here + 2) == "là"))
    closed = parsed is not None and key(tokens, parsed[1]) == ")"
    return (parsed[0], parsed[1] + 1) if parsed is not None and closed else None


def today_at(tokens: Sequence[Token], index: int) -> Parsed:
    pair = (key(tokens, index), key(tokens, index + 1))
    if pair in (("cùng", "ngày"), ("hôm", "nay")):
        return _with_figures(tokens, index + 2) or (Moment(Precision.DAY, said="today"), index + 2)
    if pair in (("ngày", "mai"), ("sáng", "mai"), ("chiều", "mai")):
        return Moment(Precision.DAY, said="tomorrow"), index + 2
    if pair == ("ngày", "hôm") and key(tokens, index + 2) == "nay":
        return _with_figures(tokens, index + 3) or (Moment(Precision.DAY, said="today"), index + 3)
    return None


def _with_figures(tokens: Sequence[Token], index: int) -> Parsed:
    """ "hôm nay (18/11/2025)": the day in the bracket."""
    return day_at(tokens, index + 1) if key(tokens, index) == "(" else None
