"""Which reminder a deadline calls for on a day. Arithmetic only: no database, no clock."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from assignments.models import Rule
from bodies.calendar import Calendar

# Light on purpose: two before, two after; then a letter is drafted. More is an office's setting.
BEFORE = (5, 1)
AFTER = (1, 5)
# A deadline this near the paper's own date leaves no working week to count in.
SHORT = timedelta(days=10)


class Pace(Enum):
    """How days are counted and when people may be written to."""

    ORDINARY = "working days; written to on working days, in the office's hours"
    SHORT = "calendar days; written to on any day, in the office's hours"
    URGENT = "calendar days; written to on any day, at any hour"


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder: `days` before or after the deadline, owed from `owed_on` on."""

    rule: Rule
    days: int
    owed_on: date


def pace(due_on: date | None, *, issued_on: date | None, urgent: bool) -> Pace:
    """Return how a deadline is counted; one exactly ten days after the paper's date is ordinary."""
    if urgent:
        return Pace.URGENT
    short = due_on and issued_on and due_on - issued_on < SHORT
    return Pace.SHORT if short else Pace.ORDINARY


def rung_owed(
    due_on: date,
    *,
    overdue: bool,
    pace: Pace,
    calendar: Calendar,
    on: date,
    before: Iterable[int] = BEFORE,
    after: Iterable[int] = AFTER,
) -> Rung | None:
    """Return the newest rung owed by the day `on`, that day in; None when none is.

    The test is not "is today the day?": a rung that was missed stays owed until a newer one takes
    its place. Once the work is overdue the rungs before the deadline are dead.

    `before`, `after`   days as `pace` counts them; 0 is the deadline's own day
    """
    if pace is Pace.ORDINARY and not calendar.is_working(on):
        return None
    rule, days = (Rule.AFTER, after) if overdue else (Rule.BEFORE, before)
    rungs = _climb(due_on, rule, days, pace=pace, calendar=calendar)
    reached = [rung for rung in rungs if rung.owed_on <= on]
    return max(reached, key=lambda rung: (rung.owed_on, -rung.days), default=None)


def _climb(
    due_on: date, rule: Rule, days: Iterable[int], *, pace: Pace, calendar: Calendar
) -> Iterator[Rung]:
    sign = 1 if rule == Rule.AFTER else -1
    for n in days:
        if pace is not Pace.ORDINARY:
            yield Rung(rule, n, due_on + timedelta(days=sign * n))
            continue
        day = calendar.shift(due_on, sign * n)
        yield Rung(rule, n, day if calendar.is_working(day) else calendar.shift(day, 1))
