"""Which bodies are due a letter, and which one: the ladder's last step, after mails have not helped."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from assignments.clock import Clock
from assignments.models import Assignment
from assignments.papers.letters import CRITICISM, Earlier, earlier
from assignments.reminders.ladder import AFTER
from bodies.models import Body, Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A body with overdue work. `sent` are the letters about work that is still overdue.

    level    which letter comes next: 1, 2 or 3
    due      whether it should be written now: overdue past the last mail, the last letter's day over
    """

    body: Body
    overdue: int
    longest: int
    sent: tuple[Earlier, ...]
    level: int
    due: bool

    @property
    def last(self) -> Earlier | None:
        return self.sent[-1] if self.sent else None


def suggestions(office: Office, clock: Clock) -> list[Suggestion]:
    """Return the bodies with overdue work of the office, whom to write to first on top."""
    rows = Assignment.objects.filter(office=office, parent=None).overdue(now=clock.now)
    late = list(rows.select_related("body").order_by("body", "due_on", "pk"))
    letters = earlier(office, {row.body_id for row in late})
    found = [
        _suggestion(office, list(of_body), letters, clock)
        for _, of_body in groupby(late, key=lambda row: row.body_id)
    ]
    return sorted(found, key=lambda each: (not each.due, -each.longest, each.body.folded))


def _suggestion(
    office: Office, late: list[Assignment], letters: dict[int, list[Earlier]], clock: Clock
) -> Suggestion:
    """`late` are the overdue rows of one body, the oldest first."""
    body, keys = late[0].body, {str(row.key) for row in late}
    sent = tuple(each for each in letters.get(body.pk, []) if keys.intersection(each.keys))
    oldest = late[0].due_on or clock.today
    waits = any(each.answer_by and each.answer_by >= clock.today for each in sent)
    return Suggestion(
        body=body,
        overdue=len(late),
        longest=(clock.today - oldest).days,
        sent=sent,
        level=min(len(sent) + 1, CRITICISM),
        due=not waits and _past_the_mails(office, oldest, clock),
    )


def _past_the_mails(office: Office, due_on: date, clock: Clock) -> bool:
    """The last reminder after the deadline was owed by today: one week after, unless set otherwise."""
    last = max(office.remind_after_days or AFTER)
    return clock.calendar.shift(due_on, last) <= clock.today
