"""Duties that come back: "thường xuyên", "hằng tuần", "trước ngày 25 hằng tháng", "báo cáo 6 tháng, năm"."""

from collections.abc import Sequence
from datetime import time
from itertools import pairwise

from directives.reading.figures import clock_at, key
from directives.reading.model import Recurrence
from directives.reading.words import Token, tokens_of

_UNITS = {"ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year"}
CODES = {
    "day": "daily",
    "week": "weekly",
    "month": "monthly",
    "quarter": "quarterly",
    "half": "half-yearly",
    "year": "yearly",
}
_WEEKDAYS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5,
}  # fmt: skip
_OPENING = frozenset({"thường", "hằng", "hàng", "mỗi", "6", "06", "3", "03", "tháng", "các"})
_TIMES = frozenset(("1", "01", "một"))
_BEFORE_DAYS = frozenset(
    (",", "(", "trước", "vào", "chậm", "nhất", "là")
)  # "hằng tháng, trước | ngày 25"
_NOT_DUTIES = frozenset({"chi", "phí", "động", "được", "có", "vốn", "nguồn", "không", "thường"})


def find_recurrences(clean_text: str) -> tuple[str | None, tuple[Recurrence, ...]]:
    """The codes of reading.md ("weekly", "thường xuyên, monthly") and each duty with its day; spans into the text."""
    tokens = tokens_of(clean_text)
    codes: list[str] = []
    found: list[Recurrence] = []
    for index, token in enumerate(tokens):
        rate = token.key.endswith("/lần") or token.key.startswith("lần/")
        if token.key not in _OPENING and not rate:
            continue
        if _standing(tokens, index):
            codes.append("thường xuyên")
        for one in (
            _every(tokens, index),
            _each_weekday(tokens, index),
            _half_and_year(tokens, index),
            _per_period(tokens, index),
        ):
            found.extend(one)
    codes.extend(CODES[one.unit] for one in found)
    if not found and _periodic(tokens):
        codes.append("định kỳ")
    return ", ".join(dict.fromkeys(codes)) or None, tuple(found)


def _standing(tokens: Sequence[Token], index: int) -> bool:
    """ "thường xuyên" as the manner of a duty, not "chi thường xuyên"."""
    pair = (key(tokens, index), key(tokens, index + 1))
    return pair == ("thường", "xuyên") and key(tokens, index - 1) not in _NOT_DUTIES


def _every(tokens: Sequence[Token], index: int) -> list[Recurrence]:
    """ "hằng tháng", "hàng quý" with the day and the hour before it."""
    if key(tokens, index) not in ("hằng", "hàng", "mỗi"):
        return []
    unit = _UNITS.get(key(tokens, index + 1))
    if unit is None or (key(tokens, index) == "mỗi" and not _reported_each(tokens, index)):
        return []
    first, weekday = _weekday_before(tokens, index) if unit == "week" else (index, None)
    day = None
    if unit in ("month", "quarter", "year"):
        first, day = _day_before(tokens, first)
    first, hour = _hour_before(tokens, first)
    last = index + 2
    if day is None and weekday is None and hour is None:
        last, day, weekday, hour = _told_behind(tokens, last, unit)
    span = tokens[first].start, tokens[last - 1].end
    return [Recurrence(unit, *span, day=day, weekday=weekday, hour=hour)]


def _reported_each(tokens: Sequence[Token], index: int) -> bool:
    """ "báo cáo mỗi tuần", "mỗi tháng một lần", "trước 16 giờ mỗi ngày"; "mỗi tháng đạt 20%" is a rate."""
    once = key(tokens, index + 2) in _TIMES and key(tokens, index + 3) == "lần"
    timed = _hour_before(tokens, index)[1] is not None
    return once or timed or key(tokens, index - 1) in ("kỳ", "cáo", "lần")


def _told_behind(
    tokens: Sequence[Token], index: int, unit: str
) -> tuple[int, int | None, int | None, time | None]:
    """ "hằng tuần (trước 16h00 thứ Năm)", "hằng tháng, trước ngày 25": where it ends, the day, weekday and hour."""
    here = index
    while key(tokens, here) in _BEFORE_DAYS:
        here += 1
    if here == index or key(tokens, here - 1) in (",", "("):
        return index, None, None, None
    hour, here = clock_at(tokens, here)
    here += key(tokens, here) == "ngày"
    day = key(tokens, here)
    if unit == "week" and day == "thứ" and key(tokens, here + 1) in _WEEKDAYS:
        return here + 2, None, _WEEKDAYS[key(tokens, here + 1)], hour
    monthly = unit in ("month", "quarter") and key(tokens, here - 1) == "ngày"
    if monthly and day.isdecimal() and 1 <= int(day) <= 31 and key(tokens, here + 1) != "tháng":
        return here + 1, int(day), None, hour
    return index, None, None, None


def _each_weekday(tokens: Sequence[Token], index: int) -> list[Recurrence]:
    """ "trước 17 giờ các ngày thứ Năm": every week without saying so."""
    if (key(tokens, index), key(tokens, index + 1), key(tokens, index + 2)) != (
        "các",
        "ngày",
        "thứ",
    ):
        return []
    weekday = _WEEKDAYS.get(key(tokens, index + 3))
    if weekday is None or key(tokens, index + 4) in ("hằng", "hàng", ",", "và"):
        return []
    first, hour = _hour_before(tokens, index)
    return [
        Recurrence("week", tokens[first].start, tokens[index + 3].end, weekday=weekday, hour=hour)
    ]


def _weekday_before(tokens: Sequence[Token], index: int) -> tuple[int, int | None]:
    """ "(ngày) thứ Sáu", "thứ 4", "Chủ nhật" just before."""
    if key(tokens, index - 2) == "thứ" and key(tokens, index - 1) in _WEEKDAYS:
        return index - 2, _WEEKDAYS[key(tokens, index - 1)]
    if (key(tokens, index - 2), key(tokens, index - 1)) == ("chủ", "nhật"):
        return index - 2, 6
    return index, None


def _day_before(tokens: Sequence[Token], index: int) -> tuple[int, int | None]:
    """ "ngày 25", "ngày 20/11" just before."""
    word = key(tokens, index - 1).partition("/")[0]
    if key(tokens, index - 2) == "ngày" and word.isdecimal() and 1 <= int(word) <= 31:
        return index - 2, int(word)
    return index, None


def _hour_before(tokens: Sequence[Token], index: int) -> tuple[int, time | None]:
    begin = index - 1 if key(tokens, index - 1) == "ngày" else index
    for back in (3, 4, 2, 1):
        first = begin - back
        clock, after = clock_at(tokens, first) if first >= 0 else (None, 0)
        if clock is not None and after == begin:
            return first, clock
    return index, None


def _half_and_year(tokens: Sequence[Token], index: int) -> list[Recurrence]:
    """ "báo cáo 6 tháng, (01) năm": two duties; "định kỳ 3 tháng" is every quarter."""
    if key(tokens, index) not in ("6", "06", "3", "03") or key(tokens, index + 1) != "tháng":
        return []
    if key(tokens, index) in ("3", "03"):
        periodic = key(tokens, index - 1) == "kỳ" and key(tokens, index + 2) not in ("đầu", "cuối")
        span = tokens[index].start, tokens[index + 1].end
        return [Recurrence("quarter", *span)] if periodic else []
    if key(tokens, index + 2) in ("đầu", "cuối", "năm"):
        return []
    reported = {key(tokens, back) for back in range(max(0, index - 4), index)} & {
        "cáo",
        "kỳ",
        "kết",
        "quý",
    }
    if not reported:
        return []
    half = Recurrence("half", tokens[index].start, tokens[index + 1].end)
    here = index + 2
    here += key(tokens, here) in (",", "và")
    here += key(tokens, here) in ("1", "01", "một", "hằng", "hàng")
    if key(tokens, here) != "năm":
        return [half]
    if key(tokens, here - 1) in ("hằng", "hàng"):
        return [half]
    return [half, Recurrence("year", tokens[here].start, tokens[here].end)]


def _per_period(tokens: Sequence[Token], index: int) -> list[Recurrence]:
    """ "1 tuần/lần", "02 lần/tháng", "tháng cuối (mỗi) quý"; "15 ngày/lần" is no calendar's period."""
    word = key(tokens, index)
    unit = _UNITS.get(word.replace("/lần", "").replace("lần/", "")) if "/" in word else None
    if unit:
        many = word.endswith("/lần") and key(tokens, index - 1) not in _TIMES
        many = many and key(tokens, index - 1).isdecimal()
        return [] if many else [Recurrence(unit, tokens[index].start, tokens[index].end)]
    if (word, key(tokens, index + 1)) == ("tháng", "cuối"):
        quarter = index + 2 + (key(tokens, index + 2) in ("mỗi", "hằng", "hàng", "từng"))
        if key(tokens, quarter) != "quý" or key(tokens, quarter + 1) in ("i", "ii", "iii", "iv"):
            return []
        before = index - 1 if key(tokens, index - 1) in ("của", "các") else index
        first, day = _day_before(tokens, before)
        return [Recurrence("quarter", tokens[first].start, tokens[quarter].end, day=day)]
    return []


def _periodic(tokens: Sequence[Token]) -> bool:
    pairs = pairwise(tokens)
    return any((one.key, two.key) == ("định", "kỳ") for one, two in pairs)
