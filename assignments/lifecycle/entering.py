"""Work that an old register tells of, when an office moves in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from assignments.lifecycle.taking import told
from assignments.lifecycle.working import moment_of
from assignments.models import Assignment, Report, Status
from bodies import ledger
from bodies.models import User


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
    lines = []
    for (row, _), report in zip(results, reports, strict=True):
        before = told(row)
        row.status, row.submitted_at = Status.COMPLETED, moment_of(report, at)
        by_moment.setdefault(row.submitted_at, []).append(row.pk)
        lines.append((row, before, {**told(row), "report": str(report.key)}))
    for moment, rows in by_moment.items():
        Assignment.objects.filter(pk__in=rows).update(
            status=Status.COMPLETED,
            status_since=at,
            submitted_at=moment,
            submitted_by=by,
            completed_at=at,
            completed_by=by,
        )
    ledger.record_all("complete_from_register", lines, at=at, by=by, note="Nhập từ sổ cũ.")
