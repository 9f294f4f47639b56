"""A cell as an office fills it: its days, its deadline, its paper."""

import re
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from directives.reading import Deadline, Precision
from directives.reading.deadlines import find_deadlines
from directives.reading.recurrence import find_recurrences
from directives.rhythms import codes_of, is_standing, units_of

_DAY = re.compile(r"(?<![\d/.\-])(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})(?![\d/])")
_LONG = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
# What cells write short, and how a sentence says it.
_SPELLED = (
    (
        re.compile(r"(?<![\d/.])(\d{1,2})\s*([/.])\s*(\d{1,2})\s*\2\s*(\d{2})(?![\d/]|\.\d)"),
        r"\1/\3/20\4",
    ),
    (_ISO, r"\3/\2/\1"),
    (re.compile(r"\bT\s?(\d{1,2})(?=\s*[/.\-]\s*\d{4}\b)", re.IGNORECASE), r"tháng \1"),
    (re.compile(r"\bQ\s?([1-4]|I{1,3}|IV)(?=\s*[/.\-]\s*\d{4}\b)", re.IGNORECASE), r"quý \1"),
    (re.compile(r"^(\d{4})$"), r"năm \1"),
)
YEARS = range(1930, 2200)  # a register has no others
_ASKED = "Thời hạn hoàn thành: "


@dataclass(frozen=True, slots=True)
class Timing:
    """One deadline of a cell. `unit` is the period of a duty that comes back; `doubt` asks to look."""

    words: str = ""
    due_on: date | None = None
    due_time: time | None = None
    precision: str = ""
    unit: str = ""
    standing: bool = False
    event: bool = False
    doubt: str = ""


def timings_of(
    cell: str, *, issued_on: date | None, today: date, day_before: bool = False
) -> list[Timing]:
    """Return the deadlines a cell states: a date a dated one, a rhythm a periodic one; at least one.

    The grammar is the reader's; a cell says "30/6/2026" where a sentence says "trước ngày …".
    `day_before`: the office reads "trước ngày …" as the day before, as in proposals.
    """
    words = " ".join(cell.split())
    codes = codes_of(find_recurrences(f"báo cáo {words}")[0])
    if units := units_of(codes):
        return [Timing(words, unit=unit) for unit in units]
    dated = find_deadlines(f"{_ASKED}{_spelled(words)}", issued_on=issued_on, today=today)
    known = [_timing(one, day_before=day_before) for one in dated if one.due_on]
    if known:
        return known if len(known) > 1 else [replace(known[0], words=words)]
    if is_standing(codes):
        return [Timing(words, standing=True)]
    unread = "Chưa đọc được thành ngày; giữ nguyên như ghi, không có hạn." if words else ""
    return [Timing(words, doubt=next((one.doubt for one in dated), unread))]


def _timing(one: Deadline, *, day_before: bool) -> Timing:
    said, due_on = one.text.removeprefix(_ASKED), one.due_on
    if due_on and day_before and one.precision == Precision.DAY and "trước" in said.lower():
        due_on -= timedelta(days=1)
    return Timing(said, due_on, one.due_time, str(one.precision), doubt=one.doubt)


def days_in(cell: str) -> list[date]:
    """Return the days written in a cell, in order; a day that no calendar has, or of another age, is left out."""
    found: list[tuple[int, date]] = []
    spelled = _spelled(cell)
    for pattern, order in ((_DAY, (3, 2, 1)), (_LONG, (3, 2, 1))):
        for match in pattern.finditer(spelled):
            year, month, day = (int(match[group]) for group in order)
            try:
                written = date(year, month, day)
            except ValueError:
                continue
            if year in YEARS:
                found.append((match.start(), written))
    return [day for _, day in sorted(found)]


def _spelled(words: str) -> str:
    """ "30/6/25" → "30/6/2025", "T6/2025" → "tháng 6/2025", "Q2/2025" → "quý 2/2025"."""
    for short, full in _SPELLED:
        words = short.sub(full, words)
    return words
