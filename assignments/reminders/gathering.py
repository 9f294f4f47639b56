"""One message a person, channel and day, however much is owed and however many scans run."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate, localtime

from assignments.models import RUNNING, Channel, Message, Reminder, Rule
from assignments.reminders.addressing import Addressee, Directory
from assignments.reminders.ladder import Pace
from assignments.reminders.planning import is_overdue, pace_of, post
from bodies.calendar import Calendar
from directives.models import AssignmentRole


def gather(*, now: datetime, calendar: Calendar, at_any_hour: bool = False) -> int:
    """Put the owed reminders into the day's messages; return how many found a place.

    A message is begun only when one of its reminders may be said now (see `may_be_said`); then all
    that waits for the same person goes with it. A person already written to today is not written
    to again: what is left waits for the next day.

    `at_any_hour`   by hand: the day counts, the hour does not
    """
    waiting = list(Reminder.objects.owed().for_sending())
    stale = {row.pk for row in waiting if not still_true(row, now=now)}
    Reminder.objects.owed().filter(pk__in=stale).update(dropped_at=now)
    gathered = 0
    for whom, rows in _by_addressee([r for r in waiting if r.pk not in stale], now=now):
        if any(
            may_be_said(row, now=now, calendar=calendar, at_any_hour=at_any_hour) for row in rows
        ):
            gathered += _into_message(whom, rows, now=now)
    return gathered


def owed(*, now: datetime, calendar: Calendar, at_any_hour: bool = False) -> int:
    """Count the reminders that are not sent: those in messages, and those that may be said now."""
    waiting = [
        row
        for row in Reminder.objects.owed().for_sending()
        if may_be_said(row, now=now, calendar=calendar, at_any_hour=at_any_hour)
    ]
    return len(waiting) + Reminder.objects.in_unsent_messages().count()


def still_true(row: Reminder, *, now: datetime) -> bool:
    """Whether the reminder still says what is so. Needs `Reminder.objects.for_sending()`.

    The work runs, under the same deadline, at the same body; the rung before the deadline is dead
    once the deadline has passed, and any rung once a newer one was planned.
    """
    work = row.assignment
    return (
        work.status in RUNNING
        and work.role != AssignmentRole.WATCH
        and row.deadline_version == work.deadline_version
        and row.post == post(work)
        and not (row.rule == Rule.BEFORE and is_overdue(work, now=now))
        and not row.superseded
    )


def may_be_said(
    row: Reminder, *, now: datetime, calendar: Calendar, at_any_hour: bool = False
) -> bool:
    """Whether people may be written to about it now: ordinary ones on working days, in office hours."""
    work, here = row.assignment, localtime(now)
    pace = pace_of(work)
    if pace is Pace.ORDINARY and not calendar.is_working(here.date()):
        return False
    in_hours = work.office.remind_from_hour <= here.hour < work.office.remind_until_hour
    return at_any_hour or pace is Pace.URGENT or in_hours


def _by_addressee(
    rows: Sequence[Reminder], *, now: datetime
) -> Iterable[tuple[Addressee, list[Reminder]]]:
    directory = Directory({row.assignment.body_id for row in rows}, on=localdate(now))
    found: dict[tuple[int | None, int | None], tuple[Addressee, list[Reminder]]] = {}
    for row in rows:
        whom = directory.one(row.assignment.body, row.assignment.task.notice)
        key = (whom.person.pk if whom.person else None, whom.body.pk if whom.body else None)
        found.setdefault(key, (whom, []))[1].append(row)
    return found.values()


@transaction.atomic
def _into_message(whom: Addressee, rows: Sequence[Reminder], *, now: datetime) -> int:
    """Add the reminders to the person's message of the day; 0 when it is out of reach.

    A message that any worker has ever claimed is closed: it may be on its way, and under one
    Message-ID goes one mail. The row is locked, so a claim comes before or after, never between.
    """
    message, begun = Message.objects.get_or_create(
        kind=Message.Kind.DIGEST,
        channel=Channel.EMAIL,
        day=localdate(now),
        person=whom.person,
        body=whom.body,
        defaults={"made_at": now},
    )
    if not Message.objects.owed().select_for_update().filter(pk=message.pk, attempts=0).first():
        return 0
    mine = Reminder.objects.owed().filter(pk__in=[row.pk for row in rows])
    gathered = mine.update(message=message)
    if begun and not gathered:  # another scan was faster
        message.delete()
    return gathered
