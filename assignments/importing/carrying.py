"""What the plan says, done: all in one transaction, or nothing."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from assignments import issuing, lifecycle
from assignments.importing.citing import cited_in
from assignments.importing.columns import ADVICE, KINDS, NEEDED
from assignments.importing.entries import Entry, ImportRefused, Layout, Outcome, Plan
from assignments.importing.placing import Register
from assignments.importing.rows import Reader, passed_over
from assignments.lifecycle import OldResult, ReportDraft, StepRefused
from assignments.models import RUNNING, Assignment, Report, Status
from bodies import ledger
from bodies.models import Office, User
from directives import past
from directives.drafting import TaskDraft
from directives.models import AssignmentRole, Evidence, StoredFile
from directives.past import PastPaper, PastTask
from directives.sheets import Columns, Row, Table, data_rows


def plan(table: Table, layout: Layout, *, file: StoredFile, office: Office, today: date) -> Plan:
    """Return what the sheet would do to the office's register as it stands.

    Raises ImportRefused where no column tells what a task cannot be without.
    """
    columns = layout.columns
    under = list(data_rows(table, after=layout.after))
    _refuse_missing(columns, under)
    kept: list[Row] = []
    left: list[Row] = []
    for row in under:
        (left if passed_over(row, columns) else kept).append(row)
    reader = Reader(columns, office=office, today=today)
    entries = [reader.read(row) for row in kept]
    return Plan(Register(office).placed(entries), layout, file.sha256, left)


def _refuse_missing(columns: Columns, rows: Sequence[Row]) -> None:
    missing = [kind for kind in NEEDED if kind not in columns]
    cited = [cited_in(row.cell(columns.get("notice"))) for row in rows]
    if "issued_on" not in columns and not any(one and one.issued_on for one in cited):
        missing.append("issued_on")
    if "subject" not in columns and not any(one and one.subject for one in cited):
        missing.append("subject")
    if missing:
        names = ", ".join(f"“{KINDS[kind]}”" for kind in KINDS if kind in missing)
        raise ImportRefused([f"Chưa biết cột nào là {names}. {ADVICE}"])


@transaction.atomic
def carry_out(
    table: Table,
    layout: Layout,
    *,
    file: StoredFile,
    office: Office,
    seen: str,
    at: datetime,
    by: User,
) -> Plan:
    """Do what the plan says, all of it; return it.

    `seen` is the digest of the plan the person looked at: another sheet, or a register that
    somebody changed meanwhile, is refused. Raises ImportRefused; nothing is kept then.
    """
    Office.objects.select_for_update(of=("self",)).get(pk=office.pk)  # one import at a time
    planned = plan(table, layout, file=file, office=office, today=localdate(at))
    if planned.digest != seen:
        raise ImportRefused(
            ["Dữ liệu đã thay đổi từ lúc xem trước. Hãy xem lại danh sách dưới đây rồi xác nhận."]
        )
    if planned.problems:
        raise ImportRefused(planned.problems)
    if not planned.counts[Outcome.NEW] and not planned.counts[Outcome.UPDATE]:
        raise ImportRefused(["Sổ này đã nhập rồi: không có gì mới để ghi."])
    _update([e for e in planned.entries if e.outcome == Outcome.UPDATE], at=at, by=by)
    _enter(
        [e for e in planned.entries if e.outcome == Outcome.NEW],
        office=office,
        file=file,
        at=at,
        by=by,
    )
    told = {"file": file.sha256, **{key.value: n for key, n in planned.counts.items()}}
    ledger.record("import_register", office, at=at, by=by, note=file.name, after=told)
    return planned


def _enter(
    entries: Sequence[Entry], *, office: Office, file: StoredFile, at: datetime, by: User
) -> None:
    """The new papers, each issued as of its day, with what was done and said."""
    papers: dict[tuple[int, str, int, date], list[Entry]] = {}
    for entry in entries:
        if entry.paper:
            papers.setdefault(entry.paper.key, []).append(entry)
    done: list[tuple[Assignment, OldResult]] = []
    told: list[tuple[Assignment, str]] = []
    for rows in papers.values():
        made = _issued(rows, office=office, file=file, at=at, by=by)
        for row in made:
            entry = rows[row.task.item.position]
            if entry.result:
                done.append((row, entry.result))
            elif entry.told and row.role == AssignmentRole.LEAD:
                told.append((row, entry.told))
    lifecycle.complete_from_register(done, at=at, by=by)
    for row, words in told:
        _say(row, words, at=at, by=by)


def _issued(
    rows: Sequence[Entry], *, office: Office, file: StoredFile, at: datetime, by: User
) -> list[Assignment]:
    paper = rows[0].paper
    if paper is None:
        return []
    evidence = Evidence(office.evidence_default)
    notice = past.enter(
        PastPaper(
            issuer=paper.issuer,
            kind=paper.kind,
            number=paper.number,
            symbol=paper.symbol,
            issued_on=paper.issued_on,
            subject=rows[0].subject,
            tasks=[PastTask(draft=_draft(row, evidence), code=row.code) for row in rows],
        ),
        office=office,
        file=file,
        at=at,
        by=by,
    )
    try:
        return issuing.issue(
            notice, number=paper.number, issued_on=paper.issued_on, past=True, at=at, by=by
        )
    except issuing.IssueRefused as refusal:
        raise ImportRefused(
            [f"Dòng {rows[0].number}: {problem}" for problem in refusal.problems]
        ) from refusal


def _update(entries: Sequence[Entry], *, at: datetime, by: User) -> None:
    """What the register says anew of work that is here: results wait to be accepted, as always."""
    tasks = [entry.task for entry in entries if entry.task]
    # Locked together before the first line of history: the chain's head comes last.
    open_rows = Assignment.objects.select_for_update(of=("self",)).filter(task__in=tasks)
    by_task: dict[int, list[Assignment]] = {}
    for row in open_rows.filter(status__in=RUNNING).select_related("task", "body").order_by("pk"):
        by_task.setdefault(row.task_id, []).append(row)
    for entry in entries:
        try:
            for row in by_task.get(entry.task.pk if entry.task else 0, []):
                _answer(row, entry, at=at, by=by)
        except StepRefused as refusal:
            raise ImportRefused([f"Dòng {entry.number}: {refusal}"]) from refusal


def _answer(row: Assignment, entry: Entry, *, at: datetime, by: User) -> None:
    if entry.result is None:
        if row.role == AssignmentRole.LEAD:
            _say(row, entry.told, at=at, by=by)
        return
    if row.status == Status.SENT:
        lifecycle.receive(row, typed_for_body=True, at=at, by=by)
    lifecycle.report(
        [row],
        ReportDraft(
            kind=Report.Kind.RESULT,
            words=entry.result.words,
            paper_number=entry.result.paper_number,
            paper_on=entry.result.paper_on,
            arrived_on=entry.result.paper_on,
            typed_for_body=True,
        ),
        at=at,
        by=by,
    )


def _say(row: Assignment, words: str, *, at: datetime, by: User) -> None:
    draft = ReportDraft(kind=Report.Kind.PROGRESS, words=words, typed_for_body=True)
    lifecycle.report([row], draft, at=at, by=by)


def _draft(entry: Entry, evidence: Evidence) -> TaskDraft:
    named = [*entry.leads, *entry.coordinating]
    return TaskDraft(words=entry.words, named=named, evidence=evidence).timed(entry.timing)
