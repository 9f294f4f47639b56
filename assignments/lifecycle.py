"""What may happen to an assignment. The only module that writes its status and dates.

Each verb checks that the step is allowed, saves it and writes one line of history,
together or not at all. Who may take the step is asked at the door (permissions.py);
that nobody accepts their own report is a law of the step and is kept here too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.utils.timezone import localdate, make_aware

from assignments.models import Assignment, Cause, Report, Status
from assignments.steps import STEPS
from bodies import ledger
from bodies.models import User
from directives import filing
from directives.models import Evidence


class StepRefused(Exception):
    """The assignment cannot take this step from where it stands. Says why, for the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file as it came: its name and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDraft:
    """What a body is about to report; typed and checked by a form."""

    kind: Report.Kind
    words: str
    paper_number: str = ""
    paper_on: date | None = None
    arrived_on: date | None = None
    cause: Cause | None = None
    upload: Upload | None = None
    typed_for_body: bool = False


@transaction.atomic
def receive(
    assignment: Assignment, *, typed_for_body: bool = False, at: datetime, by: User
) -> None:
    """The body has taken the task in hand; or the office says so for it ("nhập thay")."""
    before = _step(assignment, "receive", at=at)
    assignment.received_at, assignment.received_by = at, by
    note = "Văn phòng nhập thay." if typed_for_body else ""
    _save(assignment, "receive", before, at=at, by=by, note=note)


@transaction.atomic
def report(
    assignments: Sequence[Assignment], draft: ReportDraft, *, at: datetime, by: User
) -> Report:
    """Send one report that answers all of `assignments`, which belong to one body.

    A result submits them; timeliness is judged by `at`, or by the day the paper came when the
    office types for the body. Progress and explanations move nothing.
    Raises StepRefused (nothing is kept then) and filing.FileRefused.
    """
    rows = list(assignments)
    if len({row.body_id for row in rows}) != 1:
        raise StepRefused("Một báo cáo chỉ trả lời nhiệm vụ của một đơn vị. Hãy chọn lại.")
    for row in rows:
        _check_evidence(row, draft)
    sent = Report.objects.create(
        body=rows[0].body,
        kind=draft.kind,
        words=draft.words,
        paper_number=draft.paper_number,
        paper_on=draft.paper_on,
        arrived_on=draft.arrived_on,
        cause=draft.cause or "",
        file=filing.keep(draft.upload.name, draft.upload.data, at=at, by=by)
        if draft.upload
        else None,
        sent_at=at,
        sent_by=by,
        typed_for_body=draft.typed_for_body,
    )
    sent.assignments.set(rows)
    for row in rows:
        _answer(row, sent, at=at, by=by)
    return sent


@dataclass(frozen=True, slots=True, kw_only=True)
class OldResult:
    """What an old register says of work that was done: its words, its paper, the paper's day."""

    words: str
    paper_number: str
    paper_on: date


@transaction.atomic
def complete_from_register(
    results: Sequence[tuple[Assignment, OldResult]], *, at: datetime, by: User
) -> None:
    """Work that an old register tells as done, of papers that come in with it.

    Accepted on paper long ago: nobody judges anew, so submitter and accepter are whoever
    imports. On time is judged by the paper's day. The rows were made in this very transaction;
    work that is in the system already goes through `report` and `accept`.
    """
    reports = Report.objects.bulk_create(
        Report(
            body=row.body,
            kind=Report.Kind.RESULT,
            words=result.words,
            paper_number=result.paper_number,
            paper_on=result.paper_on,
            arrived_on=result.paper_on,
            sent_at=at,
            sent_by=by,
            typed_for_body=True,
        )
        for row, result in results
    )
    answers = Report.assignments.through
    answers.objects.bulk_create(
        answers(report=report, assignment=row)
        for (row, _), report in zip(results, reports, strict=True)
    )
    by_moment: dict[datetime, list[int]] = {}
    told = []
    for (row, _), report in zip(results, reports, strict=True):
        before = _told(row)
        row.status, row.submitted_at = Status.COMPLETED, _moment(report, at)
        by_moment.setdefault(row.submitted_at, []).append(row.pk)
        told.append((row, before, {**_told(row), "report": str(report.key)}))
    for moment, rows in by_moment.items():
        Assignment.objects.filter(pk__in=rows).update(
            status=Status.COMPLETED,
            status_since=at,
            submitted_at=moment,
            submitted_by=by,
            completed_at=at,
            completed_by=by,
        )
    ledger.record_all("complete_from_register", told, at=at, by=by, note="Nhập từ sổ cũ.")


@transaction.atomic
def accept(assignment: Assignment, *, at: datetime, by: User, note: str = "") -> None:
    """The office confirms the result. Never by the one who submitted it."""
    before = _step(assignment, "accept", at=at)
    if assignment.submitted_by_id == by.pk:
        raise StepRefused("Người gửi báo cáo không tự xác nhận; cần một người khác của Văn phòng.")
    assignment.completed_at, assignment.completed_by = at, by
    _save(assignment, "accept", before, at=at, by=by, note=note)


@transaction.atomic
def send_back(assignment: Assignment, *, reason: str, at: datetime, by: User) -> None:
    """The office asks for more. Counts as not completed; the clock runs again."""
    if not reason.strip():
        raise StepRefused("Hãy ghi rõ lý do yêu cầu bổ sung để đơn vị biết cần làm gì.")
    before = _step(assignment, "send_back", at=at)
    if assignment.submitted_by_id == by.pk:
        raise StepRefused("Người gửi báo cáo không tự trả lại; hãy dùng “Rút báo cáo”.")
    assignment.submitted_at = assignment.submitted_by = None
    _save(assignment, "send_back", before, at=at, by=by, note=reason)


@transaction.atomic
def withdraw_submission(assignment: Assignment, *, at: datetime, by: User) -> None:
    """Whoever submitted takes it back before it is accepted."""
    before = _step(assignment, "withdraw_submission", at=at)
    if assignment.submitted_by_id != by.pk:
        raise StepRefused("Chỉ người đã gửi báo cáo mới rút lại được.")
    assignment.submitted_at = assignment.submitted_by = None
    _save(assignment, "withdraw_submission", before, at=at, by=by)


def _answer(row: Assignment, sent: Report, *, at: datetime, by: User) -> None:
    if sent.kind != Report.Kind.RESULT:
        ledger.record(
            sent.kind, row, at=at, by=by, note=sent.words, after={"report": str(sent.key)}
        )
        return
    before = _step(row, "submit", at=at)
    row.submitted_at, row.submitted_by = _moment(sent, at), by
    _save(row, "submit", before, at=at, by=by, note=sent.words, report=str(sent.key))


def _moment(sent: Report, at: datetime) -> datetime:
    """The moment on-time is judged by: of sending, or the end of the day the paper came."""
    if sent.arrived_on is None or sent.arrived_on >= localdate(at):
        return at
    return make_aware(datetime.combine(sent.arrived_on, time(23, 59, 59)))


def _check_evidence(row: Assignment, draft: ReportDraft) -> None:
    if draft.kind != Report.Kind.RESULT:
        return
    wants = row.task.evidence
    if wants == Evidence.PAPER and not (draft.paper_number and draft.paper_on):
        raise StepRefused(f"Nhiệm vụ {row.task} cần văn bản báo cáo: hãy ghi số, ký hiệu và ngày.")
    if wants == Evidence.FILE and draft.upload is None:
        raise StepRefused(f"Nhiệm vụ {row.task} cần tệp minh chứng: hãy đính kèm tệp.")


def _step(assignment: Assignment, verb: str, *, at: datetime) -> Mapping[str, object]:
    """Take the step, or refuse; return what stood before, for the history.

    The row is read again under a lock: two people may press two buttons at once.
    """
    step = STEPS[verb]
    current = Assignment.objects.select_for_update().get(pk=assignment.pk)
    if current.status not in step.starts:
        raise StepRefused(
            f"Nhiệm vụ đang ở trạng thái “{current.get_status_display()}” nên không thể chuyển sang "
            f"“{step.ends.label}”. Hãy tải lại trang để xem trạng thái mới nhất."
        )
    for field in assignment._meta.concrete_fields:
        setattr(assignment, field.attname, getattr(current, field.attname))
    before = _told(assignment)
    assignment.status, assignment.status_since = step.ends, at
    return before


def _save(
    assignment: Assignment,
    verb: str,
    before: Mapping[str, object],
    *,
    at: datetime,
    by: User,
    note: str = "",
    **also: object,
) -> None:
    assignment.save()
    ledger.record(
        verb,
        assignment,
        at=at,
        by=by,
        note=note,
        before=before,
        after={**_told(assignment), **also},
    )


def _told(assignment: Assignment) -> Mapping[str, object]:
    """What history keeps of a row: state and dates."""
    return {
        "status": assignment.status,
        "due_on": assignment.due_on,
        "deadline_version": assignment.deadline_version,
        "submitted_at": assignment.submitted_at,
    }
