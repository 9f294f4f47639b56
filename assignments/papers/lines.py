"""What a document tells of one assignment, in plain values as of one moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from django.db.models import Prefetch
from django.utils.timezone import localdate

from assignments.clock import Clock
from assignments.models import Assignment, ExtensionRequest, Report, Status, Timeliness
from assignments.models.assignments import AssignmentQuerySet
from directives.models import Notice

NO_REPORT = "Chưa có báo cáo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One assignment. `key` is its own, so that a later document knows it again.

    notice, place    where the task stands: "Thông báo số 05-TB/ĐU, ngày 02/3/2026", "mục 1.2"
    deadline_words   as written in the notice; `original_due_on` the first day, `due_on` today's
    word             how it stands: a value of Timeliness, "submitted", "aside" or "done"
    days_late        days past the current deadline, of work done past the original one; else 0
    past_original    open, and past the original deadline: divides the on-time rate
    letters          the letters it was asked about in, as a sentence; "" for none
    new              finished, and told by no document before
    """

    key: str
    notice: str
    code: str
    subject: str
    issued_on: date | None
    place: str
    words: str
    body: str
    role: str
    deadline_words: str
    original_due_on: date | None
    due_on: date | None
    due_time: time | None
    word: str
    status: str
    days_late: int
    past_original: bool
    result: str
    evidence_number: str
    evidence_on: date | None
    reported_on: date | None
    completed_on: date | None
    cause: str
    proposal: str
    letters: str = ""
    petitions: int = 0
    petitions_done: int = 0
    new: bool = False

    @property
    def done(self) -> bool:
        return self.word in ("done", Timeliness.DONE_ON_TIME, Timeliness.DONE_LATE)


def lines(rows: AssignmentQuerySet, clock: Clock, *, told: Iterable[str] = ()) -> list[Line]:
    """Return the rows as lines: by notice, oldest first, then in printed order.

    `told` are the keys of finished work that a document has told already. In a handful of
    queries, however many rows.
    """
    pending = ExtensionRequest.objects.filter(decision=ExtensionRequest.Decision.PENDING)
    found = (
        rows.for_display()
        .order_by(
            "task__notice__issued_on",
            "task__notice_id",
            "task__item__position",
            "task__position",
            "position",
            "pk",
        )
        .prefetch_related(
            "reports", "task__petitions", Prefetch("extensions", queryset=pending, to_attr="asked")
        )
    )
    known = frozenset(told)
    return [_line(row, clock, known) for row in found]


def notice_name(notice: Notice) -> str:
    """ "Thông báo số 05-TB/ĐU, ngày 02/3/2026", as letters and reports name a paper."""
    on = f", ngày {short_day(notice.issued_on)}" if notice.issued_on else ""
    return f"{notice.get_kind_display().capitalize()} số {notice.code}{on}"


def short_day(day: date) -> str:
    """A day as offices write it in running text: 02/3/2026, since a lone 1 or 2 could be forged."""
    return f"{day.day:02d}/{day.month:0{2 if day.month < 3 else 1}d}/{day.year}"


def evidence(line: Line) -> str:
    """ "Số 45/BC-UBND, ngày 05/3/2026"; empty without a paper."""
    if not line.evidence_number:
        return ""
    on = f", ngày {short_day(line.evidence_on)}" if line.evidence_on else ""
    return f"Số {line.evidence_number}{on}"


def _line(row: Assignment, clock: Clock, told: frozenset[str]) -> Line:
    task, notice = row.task, row.task.notice
    reports = list(row.reports.all())  # newest first
    word = _word(row, clock)
    paper = _evidence(row, reports)
    finished = row.status == Status.COMPLETED
    petitions = list(task.petitions.all())
    return Line(
        key=str(row.key),
        notice=notice_name(notice),
        code=notice.code,
        subject=" ".join(notice.subject.split()),
        issued_on=notice.issued_on,
        place=task.reference.removeprefix(f"{notice.code}, ") or "ngoài mục",
        words=" ".join(task.words.split()),
        body=row.body_name,
        role=row.role,
        deadline_words=task.deadline_words,
        original_due_on=row.original_due_on,
        due_on=row.due_on,
        due_time=row.due_time,
        word=word,
        status=row.status,
        days_late=_days_late(row, word, clock.today),
        past_original=_past_original(row, clock.today),
        result=_result(row, reports),
        evidence_number=paper.paper_number if paper else "",
        evidence_on=paper.paper_on if paper else None,
        reported_on=localdate(row.submitted_at) if row.submitted_at else None,
        completed_on=localdate(row.completed_at) if row.completed_at else None,
        cause=_cause(reports) if word in (Timeliness.OVERDUE, Timeliness.DONE_LATE) else "",
        proposal=_proposal(row, word),
        petitions=len(petitions),
        petitions_done=sum(1 for petition in petitions if petition.done_at),
        new=finished and str(row.key) not in told,
    )


def _word(row: Assignment, clock: Clock) -> str:
    if row.status == Status.SUBMITTED:
        return "submitted"
    if row.status in (Status.PAUSED, Status.REFERRED):
        return "aside"
    found = row.timeliness(now=clock.now, until=clock.soon_until(row.office))
    return "done" if row.status == Status.COMPLETED and found == Timeliness.NONE else str(found)


def _days_late(row: Assignment, word: str, today: date) -> int:
    if word == Timeliness.OVERDUE and row.due_on:
        return (today - row.due_on).days
    if word == Timeliness.DONE_LATE and row.submitted_at and row.original_due_on:
        return (localdate(row.submitted_at) - row.original_due_on).days
    return 0


def _past_original(row: Assignment, today: date) -> bool:
    """The rule of figures.late_open for one row; a test holds them together."""
    if row.original_due_on is None or row.status in (
        Status.COMPLETED,
        Status.PAUSED,
        Status.REFERRED,
        Status.CANCELLED,
    ):
        return False
    judged_on = localdate(row.submitted_at) if row.submitted_at else today
    return row.original_due_on < (judged_on if row.status == Status.SUBMITTED else today)


def _result(row: Assignment, reports: list[Report]) -> str:
    """What the body last wrote of its work: the result once there is one, else its progress."""
    kinds = (
        (Report.Kind.RESULT,)
        if row.status in (Status.SUBMITTED, Status.COMPLETED)
        else (Report.Kind.PROGRESS, Report.Kind.RESULT)
    )
    words = next((report.words for report in reports if report.kind in kinds), NO_REPORT)
    return " ".join(words.split())


def _evidence(row: Assignment, reports: list[Report]) -> Report | None:
    if row.status not in (Status.SUBMITTED, Status.COMPLETED):
        return None
    return next((report for report in reports if report.kind == Report.Kind.RESULT), None)


def _cause(reports: list[Report]) -> str:
    """The cause of delay that the body gave last, with its words when it explained itself."""
    for report in reports:
        explained = report.kind == Report.Kind.EXPLANATION
        if explained or report.cause:
            said = " ".join(report.words.split()) if explained else ""
            return ": ".join(part for part in (report.get_cause_display(), said) if part)
    return ""


def _proposal(row: Assignment, word: str) -> str:
    asked: list[ExtensionRequest] = row.asked  # type: ignore[attr-defined]  # by lines()
    if asked:
        return f"Đề nghị gia hạn đến {short_day(asked[0].due_on)}"
    if row.status == Status.BOUNCED:
        return "Đề nghị chuyển đơn vị khác"
    if row.status == Status.REFERRED:
        return "Đã báo cáo, kiến nghị cấp trên"
    if row.status == Status.SUBMITTED:
        return "Xem xét, xác nhận kết quả"
    if word == Timeliness.OVERDUE:
        return "Tiếp tục đôn đốc, yêu cầu báo cáo, nêu rõ nguyên nhân"
    return ""
