"""Papers of the past: issued before there was a system, known from an old register only.

What the register says is kept as the notice's text, a numbered line a task, each confirmed by
whoever imports it. The verb above (assignments.importing) issues it at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from bodies import ledger
from bodies.folding import fold
from bodies.models import Body, Office, User
from directives.drafting import TaskDraft
from directives.models import (
    Addressee,
    Item,
    ItemKind,
    Notice,
    StoredFile,
    Task,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastTask:
    """A line of the register. `code` is the office's own; "" when the issue is to write one."""

    draft: TaskDraft
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastPaper:
    """A notice as the register names it."""

    issuer: Body
    kind: Notice.Kind
    number: int
    symbol: str
    issued_on: date
    subject: str
    tasks: Sequence[PastTask]


@transaction.atomic
def enter(paper: PastPaper, *, office: Office, file: StoredFile, at: datetime, by: User) -> Notice:
    """Keep the paper as a draft whose tasks are confirmed; `file` is the register it comes from."""
    text, spans = _text(paper)
    notice = Notice(
        office=office,
        issuer=paper.issuer,
        issuer_line=paper.issuer.name,
        superior_line=office.superior_line,
        kind=paper.kind,
        symbol=paper.symbol,
        place=office.place,
        subject=paper.subject,
        text=text,
        body_start=spans[0][0],
        body_end=len(text),
        source_file=file,
        specialist=by,
        not_secret_by=by,
        created_at=at,
        created_by=by,
    )
    code = f"{paper.number:02d}{paper.symbol}"
    notice.folded = fold(f"{code} {notice.subject} {notice.text}")
    notice.save()
    _tasks(_items(notice, spans, at=at, by=by), paper.tasks)
    told = {"subject": paper.subject, "tasks": len(paper.tasks), "file": file.sha256}
    ledger.record("enter_past", notice, at=at, by=by, note="Nhập từ sổ cũ.", after=told)
    return notice


def _text(paper: PastPaper) -> tuple[str, list[tuple[int, int]]]:
    """The register's words as a text, and where each task stands in it."""
    head = (
        f"{paper.kind.label} số {paper.number:02d}{paper.symbol}, "
        f"ngày {paper.issued_on:%d/%m/%Y}\n{paper.subject}\n(Nhập từ sổ theo dõi cũ)"
    )
    pieces, spans, at = [head], [], len(head)
    for place, task in enumerate(paper.tasks, start=1):
        piece = f"{place}. {task.draft.words}"
        spans.append((at + 2, at + 2 + len(piece)))
        pieces.append(piece)
        at += 2 + len(piece)
    return "\n\n".join(pieces), spans


def _items(
    notice: Notice, spans: Sequence[tuple[int, int]], *, at: datetime, by: User
) -> list[Item]:
    return Item.objects.bulk_create(
        Item(
            notice=notice,
            position=position,
            label=f"{position + 1}.",
            path=str(position + 1),
            start=start,
            end=end,
            kind=ItemKind.DIRECTIVE,
            reviewed_at=at,
            reviewed_by=by,
        )
        for position, (start, end) in enumerate(spans)
    )


def _tasks(items: Sequence[Item], lines: Sequence[PastTask]) -> None:
    tasks = Task.objects.bulk_create(
        Task(
            item=item,
            notice=item.notice,
            office=item.notice.office,
            reference=line.code,
            folded=fold(f"{line.code} {line.draft.words}"),
            **line.draft.fields(),
        )
        for item, line in zip(items, lines, strict=True)
    )
    Addressee.objects.bulk_create(
        addressee
        for task, line in zip(tasks, lines, strict=True)
        for addressee in line.draft.addressees(task)
    )
