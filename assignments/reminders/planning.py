"""Writing what is owed: one row a reminder, its key makes repeating harmless."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from assignments.models import Assignment, Reminder, Timeliness
from assignments.reminders.ladder import AFTER, BEFORE, Pace, Rung, pace, rung_owed
from bodies.calendar import Calendar
from bodies.models import Office

# What makes a reminder the same reminder: the fields of `reminder_owed_once`.
Key: TypeAlias = tuple[int, int, str, int, str]

YEAR = 366  # days: an office's rung farther off is a slip of the keyboard


@transaction.atomic
def plan(*, now: datetime, calendar: Calendar) -> int:
    """Write a reminder for every deadline that calls for one by the local day of `now`.

    Returns how many were written. By the day, not by the hour: whether people may be written to
    at this hour is asked by `gather`, so that one mail a day holds all that the day owes.
    """
    offices = Office.objects.in_bulk()
    owed = [
        Reminder(
            assignment=row,
            deadline_version=row.deadline_version,
            rule=rung.rule,
            occurrence=rung.days,
            post=post(row),
            owed_on=rung.owed_on,
            planned_at=now,
        )
        for row in _candidates(offices, now=now, calendar=calendar)
        if (rung := owed_by(row, offices[row.office_id], now=now, calendar=calendar))
    ]
    known = _known()
    missing = [reminder for reminder in owed if _key(reminder) not in known]
    Reminder.objects.bulk_create(missing, ignore_conflicts=True, batch_size=1000)
    # Dropped while a report was waiting; the report was sent back and the clock runs again.
    stopped = [pk for reminder in owed if (pk := known.get(_key(reminder)))]
    revived = Reminder.objects.dropped().newest().filter(pk__in=stopped)
    return len(missing) + revived.update(dropped_at=None, message=None)


def owed_by(row: Assignment, office: Office, *, now: datetime, calendar: Calendar) -> Rung | None:
    """Return the rung that a running assignment has reached; None without a deadline."""
    if row.due_on is None:
        return None
    return rung_owed(
        row.due_on,
        overdue=is_overdue(row, now=now),
        pace=pace_of(row),
        calendar=calendar,
        on=localdate(now),
        before=_days(office.remind_before_days, BEFORE),
        after=_days(office.remind_after_days, AFTER),
    )


def post(row: Assignment) -> str:
    """Whom a reminder is for, without naming a person: whoever answers for the body."""
    return f"body:{row.body_id}"


def pace_of(row: Assignment) -> Pace:
    """How the assignment's days are counted: its notice and its present deadline say."""
    notice = row.task.notice
    return pace(row.due_on, issued_on=notice.issued_on, urgent=bool(notice.urgency))


def is_overdue(row: Assignment, *, now: datetime) -> bool:
    return row.timeliness(now=now, until=localdate(now)) == Timeliness.OVERDUE


def _candidates(
    offices: Mapping[int, Office], *, now: datetime, calendar: Calendar
) -> Sequence[Assignment]:
    """Running, due before the farthest rung of any office; without the notices' long texts."""
    farthest = max(
        (n for o in offices.values() for n in _days(o.remind_before_days, BEFORE)), default=0
    )
    rows = Assignment.objects.running().filter(due_on__lte=calendar.shift(localdate(now), farthest))
    return list(
        rows.select_related("task__notice").only(
            "office_id",
            "body_id",
            "status",
            "due_on",
            "due_time",
            "deadline_version",
            "submitted_at",
            "task__notice__issued_on",
            "task__notice__urgency",
        )
    )


def _known() -> dict[Key, int | None]:
    """What is written already for running work, each with its id when it was dropped, else None."""
    rows = Reminder.objects.filter(
        assignment__in=Assignment.objects.running(),
        deadline_version=F("assignment__deadline_version"),
    )
    return {_key(row): row.pk if row.dropped_at else None for row in rows}


def _key(row: Reminder) -> Key:
    return (row.assignment_id, row.deadline_version, row.rule, row.occurrence, row.post)


def _days(setting: object, default: Iterable[int]) -> tuple[int, ...]:
    """The office's own days; the default where it has set none. What is no day is passed over."""
    given = setting if isinstance(setting, list) else []
    return tuple(n for n in given if isinstance(n, int) and 0 <= n <= YEAR) or tuple(default)
