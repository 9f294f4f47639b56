"""Time counted from something: "10 ngày làm việc kể từ ngày ban hành", "03 tháng sau khi …", "02 tuần tới"."""

from collections.abc import Sequence
from dataclasses import replace

from directives.reading.events import event_end
from directives.reading.figures import key, number_in
from directives.reading.model import Precision
from directives.reading.moment import Moment, Parsed
from directives.reading.single_days import day_at
from directives.reading.words import Token

_COUNTS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "mười": 10}
LONGEST_ISSUE = 9  # words of "ký ban hành văn bản Thông báo kết luận này"
_COUNTED = {"ngày": 1, "tuần": 7}
_ISSUE = frozenset({"ban", "hành", "ký"})
_PAPER = frozenset(
    {
        "thông", "báo", "kết", "luận", "văn", "bản", "này", "được", "công", "điện", "chỉ", "thị", "kế", "hoạch",
    }
)  # fmt: skip


def counted_at(tokens: Sequence[Token], index: int) -> Parsed:
    """ "10 ngày (làm việc) kể từ ngày ban hành (Thông báo này)", "02 tuần tới", "01 tháng kể từ ngày 20/11/2025"."""
    count = number_in(key(tokens, index), 1, 400) or _COUNTS.get(key(tokens, index))
    here = index + 1
    if key(tokens, here) == "(" and key(tokens, here + 2) == ")":
        here += 3  # "10 (mười)"
    unit = key(tokens, here)
    if count is None or unit not in (*_COUNTED, "tháng"):
        return None
    working = (key(tokens, here + 1), key(tokens, here + 2)) == ("làm", "việc")
    span = Moment(
        Precision.DAY,
        days=count * _COUNTED.get(unit, 0),
        months=count if unit == "tháng" else None,
        working=working,
    )
    here += 3 if working else 1
    if key(tokens, here) in ("tới", "nữa"):
        return span, here + 1
    here += key(tokens, here) == ","
    if (key(tokens, here), key(tokens, here + 1)) in (("sau", "khi"), ("sau", "ngày")):
        return replace(span, precision=Precision.EVENT), event_end(tokens, here + 2)
    here += key(tokens, here) in ("kể", "tính")
    return _counted_from(tokens, here + 1, span) if key(tokens, here) == "từ" else None


def _counted_from(tokens: Sequence[Token], index: int, span: Moment) -> Parsed:
    """From a day that is told, from the issue, or from an event whose day the clerk will know."""
    told = day_at(tokens, index)
    if told is not None and told[0].year:
        base, end = told
        counted = replace(span, year=base.year, month=base.month, day=base.day)
        return None if key(tokens, end) in ("đến", "-", "–") else (counted, end)
    here = index + 1 if key(tokens, index) in ("ngày", "khi") else index
    end = _issue_at(tokens, here)
    event = replace(span, precision=Precision.EVENT)
    return (span, end) if end else (event, event_end(tokens, here))


def _issue_at(tokens: Sequence[Token], index: int) -> int:
    """Where "ban hành Thông báo này", "ký Kết luận", "Thông báo này được ban hành" ends; 0 for another event."""
    end, words = index, set()
    while key(tokens, end) in _PAPER | _ISSUE and end - index < LONGEST_ISSUE:
        words.add(key(tokens, end))
        end += 1
    own = key(tokens, index) in _ISSUE or "này" in words
    return end if own and words & {"hành", "ký"} else 0
