"""Days told relative to the day of loading: in the sample notices and in the demo's own plans.

A day is one or several steps from today, taken in order, and a form:

{-28}         28 calendar days ago, as papers print it: 05/12/2025, 20/6/2025
{+3w}         in three working days
{-2w+30}      30 calendar days after the day two working days ago
{+1m:month}   next month: "tháng 12 năm 2026"; :month/ prints 12/2026
{+3m:quarter} "quý I năm 2027"; {+0:year} "2026"; {-28w:long} "ngày 05 tháng 12 năm 2025"

Pure: the day and the calendar are given.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bodies.calendar import Calendar

STEP = re.compile(r"([+-]\d+)([wm]?)")
SPEC = re.compile(r"((?:[+-]\d+[wm]?)+)(?::([a-z]+/?))?")
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
QUARTERS = ("I", "II", "III", "IV")


def _padded(number: int, *, below: int) -> str:
    """Party papers pad days under 10 and the months 1 and 2, no other month."""
    return f"{number:02d}" if number < below else str(number)


def _day(day: date) -> str:
    return f"{_padded(day.day, below=10)}/{_padded(day.month, below=3)}/{day.year}"


def _long(day: date) -> str:
    return f"ngày {_padded(day.day, below=10)} tháng {_padded(day.month, below=3)} năm {day.year}"


def _month(day: date) -> str:
    return f"tháng {_padded(day.month, below=3)} năm {day.year}"


def _month_short(day: date) -> str:
    return f"{_padded(day.month, below=3)}/{day.year}"


def _quarter(day: date) -> str:
    return f"quý {QUARTERS[(day.month - 1) // 3]} năm {day.year}"


def _year(day: date) -> str:
    return str(day.year)


FORMS: Mapping[str, Callable[[date], str]] = {
    "": _day,
    "long": _long,
    "month": _month,
    "month/": _month_short,
    "quarter": _quarter,
    "year": _year,
}
# How many months the period of a form holds: its deadline is the last day.
MONTHS = {"month": 1, "month/": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Wording:
    """Says days relative to `today`."""

    today: date
    calendar: Calendar

    def day(self, spec: str) -> date:
        """Return the day a spec names; of a month, quarter or year the last one.

        Raises ValueError when the spec is none.
        """
        day, form = self._resolved(spec)
        months = MONTHS.get(form)
        return _last_of(day, months) if months else day

    def printed(self, spec: str) -> str:
        """Return the day as the paper prints it. Raises ValueError when the spec is none."""
        day, form = self._resolved(spec)
        return FORMS[form](day)

    def render(self, template: str) -> str:
        """Return the text with every {…} replaced. Raises ValueError for one that names no day."""
        return PLACEHOLDER.sub(lambda found: self.printed(found[1]), template)

    def _resolved(self, spec: str) -> tuple[date, str]:
        found = SPEC.fullmatch(spec)
        if found is None or (found[2] or "") not in FORMS:
            raise ValueError(f"{spec!r} names no day")
        day = self.today
        for number, unit in STEP.findall(found[1]):
            day = self._stepped(day, int(number), unit)
        return day, found[2] or ""

    def _stepped(self, day: date, number: int, unit: str) -> date:
        if unit == "w":
            return self.calendar.shift(day, number)
        if unit == "m":
            return _month_on(day, number)
        return day + timedelta(days=number)


def _month_on(day: date, months: int) -> date:
    """The first day of the month `months` months on."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _last_of(day: date, months: int) -> date:
    """The last day of the month, quarter or year that `day` lies in."""
    first = (day.month - 1) // months * months + 1
    return _month_on(date(day.year, first, 1), months) - timedelta(days=1)
