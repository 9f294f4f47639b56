"""Working days: the country's public holidays, corrected by the office's own days.

`holidays` knows Tết rightly from 1985 to 2030 and misses swaps announced days ahead; the
tables DayOff and WorkingDay say those. A calendar is read once, at the door, and passed down.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from bodies.models import DayOff, WorkingDay

DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are worked.

    off      days off besides weekends and public holidays
    yearly   (month, day) off every year
    worked   days worked although they look free (ngày làm bù)
    """

    off: frozenset[date] = frozenset()
    yearly: frozenset[tuple[int, int]] = frozenset()
    worked: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        if day in self.worked:
            return True
        if day.weekday() >= SATURDAY or day in self.off or (day.month, day.day) in self.yearly:
            return False
        return day not in public_holidays(day.year)

    def shift(self, day: date, working_days: int) -> date:
        """Return the day `working_days` working days after `day` (before, when negative); 0 is `day`."""
        step = DAY if working_days > 0 else -DAY
        for _ in range(abs(working_days)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def count(self, start: date, end: date) -> int:
        """Return how many working days lie after `start` up to and with `end`; 0 when end ≤ start."""
        return sum(1 for day in _days(start + DAY, end) if self.is_working(day))


def load() -> Calendar:
    """Return the calendar as the installation has corrected it."""
    days = list(DayOff.objects.all())
    return Calendar(
        off=frozenset(d.day for d in days if not d.yearly),
        yearly=frozenset((d.day.month, d.day.day) for d in days if d.yearly),
        worked=frozenset(WorkingDay.objects.values_list("day", flat=True)),
    )


@cache
def public_holidays(year: int) -> frozenset[date]:
    """Return the public holidays of Việt Nam in `year`, substitute days with them."""
    import holidays  # a slow import, kept out of the start of every command

    return frozenset(holidays.country_holidays("VN", years=year))


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += DAY
