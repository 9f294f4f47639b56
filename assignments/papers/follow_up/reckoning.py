"""What a report is to say now: whose work it counts, and how that stands."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import chain

from django.db.models import Q
from django.utils.timezone import make_aware

from assignments.clock import Clock
from assignments.models import Assignment, Timeliness
from assignments.models.assignments import AssignmentQuerySet
from assignments.papers.heads import Head, head_of
from assignments.papers.letters import asked_before, earlier
from assignments.papers.lines import Line, lines, notice_name, short_day
from directives.models import Document

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Of the tasks with a deadline. `longest` in days; the rate in percent, None of nothing."""

    assigned: int
    on_time: int
    late: int
    on_track: int
    due_soon: int
    overdue: int
    longest: int
    submitted: int
    aside: int
    past_original: int
    undated_done: int

    @property
    def completed(self) -> int:
        return self.on_time + self.late + self.undated_done

    @property
    def judged(self) -> int:
        return self.on_time + self.late + self.past_original

    @property
    def rate(self) -> float | None:
        """On time ÷ (completed + open past the original deadline): figures.Counts says the same."""
        return 100 * self.on_time / self.judged if self.judged else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """All that a report says. `since` names the report before, whose finished work is not new."""

    head: Head
    about: str
    as_of: datetime
    lines: tuple[Line, ...]
    standing: tuple[Line, ...]
    since: str
    # The issued reports this one was reckoned against: changed in between, it must be read again.
    known: tuple[str, ...]

    @property
    def figures(self) -> Figures:
        return figures_of(self.lines)

    @property
    def new(self) -> list[Line]:
        return [line for line in (*self.lines, *self.standing) if line.new]


def follow_up(document: Document, clock: Clock) -> FollowUp:
    """Read what the report is to say now."""
    told = reports_before(document)
    keys = {
        line["key"]
        for each in told
        for line in (*each.snapshot["lines"], *each.snapshot["standing"])
        if line["completed_on"]
    }
    rows = _rows(document, told)
    late = set(rows.overdue(now=clock.now).values_list("body", flat=True))
    sent = list(chain(*earlier(document.office, late).values()))
    found = [
        replace(line, letters=asked_before(line, sent)) for line in lines(rows, clock, told=keys)
    ]
    return FollowUp(
        head=head_of(document.office, "BC"),
        about=_about(document),
        as_of=clock.now,
        lines=tuple(line for line in found if line.due_on),
        standing=tuple(line for line in found if not line.due_on),
        since=_report(told[-1]) if told else "",
        known=tuple(str(each.key) for each in told),
    )


def reports_before(document: Document) -> list[Document]:
    """The issued reports of the same notice; or, of a period, those of the office's periods."""
    return list(
        Document.objects.issued()
        .filter(kind=Document.Kind.REPORT, office=document.office, notice=document.notice)
        .exclude(pk=document.pk)
        .order_by("issued_at", "pk")
    )


def figures_of(found: Sequence[Line]) -> Figures:
    """Count the lines that have a deadline, by the words they carry."""
    words = Counter(line.word for line in found)
    overdue = [line.days_late for line in found if line.word == Timeliness.OVERDUE]
    return Figures(
        assigned=len(found),
        on_time=words[Timeliness.DONE_ON_TIME],
        late=words[Timeliness.DONE_LATE],
        on_track=words[Timeliness.ON_TRACK],
        due_soon=words[Timeliness.DUE_SOON],
        overdue=words[Timeliness.OVERDUE],
        longest=max(overdue, default=0),
        submitted=words["submitted"],
        aside=words["aside"],
        past_original=sum(line.past_original for line in found),
        undated_done=words["done"],
    )


def _rows(document: Document, told: Sequence[Document]) -> AssignmentQuerySet:
    """What the report counts. Of a period: given by its end, and not done with before it began.

    Work accepted after the last report was made is never left out between two periods.
    """
    rows = Assignment.objects.counted().filter(office=document.office, parent=None)
    if document.notice_id:
        return rows.filter(task__notice=document.notice_id)
    if document.first_on is None or document.last_on is None:
        raise ValueError("a report is of a notice or of a period")
    begin = _midnight(document.first_on)
    asked = [each.as_of for each in told if each.as_of]
    since = min([begin, *asked[-1:]])
    return rows.filter(
        Q(completed_at=None) | Q(completed_at__gte=since),
        sent_at__lt=_midnight(document.last_on + DAY),
    )


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))


def _about(document: Document) -> str:
    if document.notice:
        return notice_name(document.notice)
    first, last = document.first_on, document.last_on
    if first is None or last is None:
        raise ValueError("a report is of a notice or of a period")
    return (
        f"các nhiệm vụ giao tại thông báo, kết luận từ ngày {short_day(first)} "
        f"đến ngày {short_day(last)}"
    )


def _report(document: Document) -> str:
    on = f", ngày {short_day(document.issued_on)}" if document.issued_on else ""
    return f"Báo cáo số {document.code}{on}"
