"""The clock and calendar of one request, read once at the door and passed down."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.utils import timezone

from bodies import calendar
from bodies.models import Office


@dataclass(frozen=True)
class Clock:
    """`now` is aware; `today` is the day in Asia/Ho_Chi_Minh."""

    now: datetime

    @property
    def today(self) -> date:
        return timezone.localdate(self.now)

    @cached_property
    def calendar(self) -> calendar.Calendar:
        return calendar.load()

    def soon_until(self, office: Office) -> date:
        """The last day that counts as soon: one setting of the office for filter, badge and mail."""
        return self.calendar.shift(self.today, office.due_soon_days)

    def working_days_to(self, day: date) -> int:
        """Working days after today up to and with `day`."""
        return self.calendar.count(self.today, day)


def read() -> Clock:
    """Read the clock: call it once, at the door."""
    return Clock(now=timezone.now())
