"""Duties that come back: "thường xuyên", "hằng tuần", "trước ngày 25 hằng tháng", "báo cáo 6 tháng, năm"."""

from collections.abc import Sequence
from datetime import time
from itertools import pairwise

from directives.reading.model import Recurrence
from directives.reading.moments import clock_at, key
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
_OPENING = frozenset({"thường", "hằng", "hàng", "mỗi", "6", "06", "tháng"})
_NOT_DUTIES = frozenset({"chi", "phí", "động", "được", "có", "vốn", "nguồn", "không", "thường"})


def find_recurrences(clean_text: str) -> tuple[str | None, tuple[Recurrence, ...]]:
    """The codes of reading.md ("weekly", "thường xuyên, monthly") and each duty with its day; spans into the text."""
    tokens = tokens_of(clean_text)
    codes: list[str] = []
    found: list[Recurrence] = []
    for index, token in enumerate(tokens):
        if token.key not in _OPENING and not token.key.endswith("/lần"):
            continue
        if _standing(tokens, index):
            codes.append("thường xuyên")
        for one in (
            _every(tokens, index),
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
    if unit is None or (
        key(tokens, index) == "mỗi" and key(tokens, index - 1) not in ("kỳ", "cáo", "lần")
    ):
        return []
    first, weekday = _weekday_before(tokens, index) if unit == "week" else (index, None)
    day = None
    if unit in ("month", "quarter", "year"):
        first, day = _day_before(tokens, first)
    first, hour = _hour_before(tokens, first)
    span = tokens[first].start, tokens[index + 1].end
    return [Recurrence(unit, *span, day=day, weekday=weekday, hour=hour)]


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
    """ "báo cáo 6 tháng, (01) năm": two duties."""
    if key(tokens, index) not in ("6", "06") or key(tokens, index + 1) != "tháng":
        return []
    if key(tokens, index + 2) in ("đầu", "cuối", "năm"):
        return []
    reported = {key(tokens, back) for back in range(max(0, index - 4), index)} & {
        "cáo",
        "kỳ",
        "kết",
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
    """ "1 tuần/lần", "tháng cuối quý"."""
    word = key(tokens, index)
    if word.endswith("/lần") and word[:-4] in _UNITS:
        return [Recurrence(_UNITS[word[:-4]], tokens[index].start, tokens[index].end)]
    if [key(tokens, index + step) for step in range(3)] == ["tháng", "cuối", "quý"]:
        if key(tokens, index + 3) in ("i", "ii", "iii", "iv"):
            return []
        before = index - 1 if key(tokens, index - 1) in ("của", "các") else index
        first, day = _day_before(tokens, before)
        return [Recurrence("quarter", tokens[first].start, tokens[index + 2].end, day=day)]
    return []


def _periodic(tokens: Sequence[Token]) -> bool:
    pairs = pairwise(tokens)
    return any((one.key, two.key) == ("định", "kỳ") for one, two in pairs)
