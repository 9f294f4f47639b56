"""The body's steps, and the office's answer to its report.

That nobody accepts their own report is a law of the step and is kept here too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.utils.timezone import localdate, make_aware

from assignments.lifecycle.taking import StepRefused, decide, keep, lock, needed, take
from assignments.models import Assignment, Cause, Report
from bodies import ledger
from bodies.models import User
from directives import filing
from directives.models import Evidence


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The signed paper by which a body asks for something: its number and its date."""

    number: str
    dated: date


@transaction.atomic
def receive(
    assignment: Assignment, *, typed_for_body: bool = False, at: datetime, by: User
) -> None:
    """The body has taken the task in hand; or the office says so for it ("nhập thay")."""
    before = take(assignment, "receive", at=at)
    assignment.received_at, assignment.received_by = at, by
    note = "Văn phòng nhập thay." if typed_for_body else ""
    keep(assignment, "receive", before, at=at, by=by, note=note)


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
    lock(rows)
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


@transaction.atomic
def accept(assignment: Assignment, *, at: datetime, by: User, note: str = "") -> None:
    """The office confirms the result. Never by the one who submitted it."""
    before = take(assignment, "accept", at=at)
    if assignment.submitted_by_id == by.pk:
        raise StepRefused("Người gửi báo cáo không tự xác nhận; cần một người khác của Văn phòng.")
    assignment.completed_at, assignment.completed_by = at, by
    keep(assignment, "accept", before, at=at, by=by, note=note)


@transaction.atomic
def send_back(assignment: Assignment, *, reason: str, at: datetime, by: User) -> None:
    """The office asks for more. Counts as not completed; the clock runs again."""
    if not reason.strip():
        raise StepRefused("Hãy ghi rõ lý do yêu cầu bổ sung để đơn vị biết cần làm gì.")
    before = take(assignment, "send_back", at=at)
    if assignment.submitted_by_id == by.pk:
        raise StepRefused("Người gửi báo cáo không tự trả lại; hãy dùng “Rút báo cáo”.")
    assignment.submitted_at = assignment.submitted_by = None
    keep(assignment, "send_back", before, at=at, by=by, note=reason)


@transaction.atomic
def withdraw_submission(assignment: Assignment, *, at: datetime, by: User) -> None:
    """Whoever submitted takes it back before it is accepted."""
    before = take(assignment, "withdraw_submission", at=at)
    if assignment.submitted_by_id != by.pk:
        raise StepRefused("Chỉ người đã gửi báo cáo mới rút lại được.")
    assignment.submitted_at = assignment.submitted_by = None
    keep(assignment, "withdraw_submission", before, at=at, by=by)


@transaction.atomic
def decline(
    assignment: Assignment, *, reason: str, letter: Letter | None = None, at: datetime, by: User
) -> None:
    """Đề nghị chuyển đơn vị khác: the body says that the task is another's. The clock runs on.

    `letter` is the signed paper an officer asks with; a head asks in their own name.
    """
    told = (
        f"{reason}\nVăn bản số {letter.number}, ngày {letter.dated:%d/%m/%Y}." if letter else reason
    )
    decide(assignment, "decline", reason=needed(reason) and told, at=at, by=by)


def _answer(row: Assignment, sent: Report, *, at: datetime, by: User) -> None:
    if sent.kind != Report.Kind.RESULT:
        ledger.record(
            sent.kind, row, at=at, by=by, note=sent.words, after={"report": str(sent.key)}
        )
        return
    before = take(row, "submit", at=at)
    row.submitted_at, row.submitted_by = moment_of(sent, at), by
    keep(row, "submit", before, at=at, by=by, note=sent.words, report=str(sent.key))


def moment_of(sent: Report, at: datetime) -> datetime:
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
