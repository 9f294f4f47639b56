"""Kiến nghị while the notice is drafted: lines to be answered one by one, under one task.

Answering them is work, and stands in assignments.answering. Each change is one transaction with
its line of history on the petition.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from bodies import ledger
from bodies.folding import fold
from bodies.matching import Matcher
from bodies.models import Body, User
from directives import drafting
from directives.drafting import DraftRefused
from directives.models import AssignmentRole, Item, Petition, Task
from directives.units import unit_items, units_of

MOST = 500  # lines of one task


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A petition as the clerk writes it."""

    words: str
    raised_by: str = ""
    answered_by: Body | None = None


@dataclass(frozen=True, slots=True)
class UnitDeadline:
    """A deadline that one unit tells; `held` when a task of the item has it, and so reminds of it."""

    label: str
    words: str
    held: bool


def lines_of(item: Item, matcher: Matcher) -> list[Line]:
    """The item's units as petitions; who leads answers, or the one body that a unit names itself.

    Raises DraftRefused: no task yet.
    """
    named = task_of(item).addressees.filter(role=AssignmentRole.LEAD).select_related("body")
    leads = [addressee.body for addressee in named]
    return [
        Line(
            words=unit.words,
            answered_by=_one([matcher.match(words).body for words in unit.leads] or leads),
        )
        for unit in units_of(item)
    ]


def deadlines_of(item: Item) -> list[UnitDeadline]:
    """The deadlines that the item's units tell of their own."""
    known = set(item.tasks.values_list("due_on", "recurrence_unit"))
    return [
        UnitDeadline(
            unit.label,
            deadline["deadline_words"] or "định kỳ",
            (_day(deadline["due_on"]), deadline["recurrence_unit"]) in known,
        )
        for unit in units_of(item)
        for deadline in unit.deadlines
    ]


@transaction.atomic
def gather(item: Item, lines: Sequence[Line], *, at: datetime, by: User) -> list[Petition]:
    """Write the item's units as petitions of its task; the units themselves give no task of their own.

    Raises DraftRefused: no task yet, a unit that has tasks already, nothing new.
    """
    task = task_of(item)
    for unit in unit_items(item):
        if unit.tasks.exists():
            raise DraftRefused(
                f"Ý {unit.label} đã được xác nhận thành nhiệm vụ riêng. "
                "Hãy chọn một cách: nhiệm vụ riêng, hoặc kiến nghị."
            )
        if unit.set_aside_at is None:
            drafting.set_aside(unit, seen=unit.version, at=at, by=by)
    return add(task, lines, at=at, by=by)


@transaction.atomic
def add(task: Task, lines: Sequence[Line], *, at: datetime, by: User) -> list[Petition]:
    """Add the lines that the task does not have yet, after those it has. Raises DraftRefused."""
    drafting.lock_draft(task.notice)
    known = {fold(words) for words in task.petitions.values_list("words", flat=True)}
    new = list({fold(line.words): line for line in lines if fold(line.words) not in known}.values())
    if not new:
        raise DraftRefused("Các kiến nghị này đã có trong nhiệm vụ nên không thêm gì.")
    if len(known) + len(new) > MOST:
        raise DraftRefused(f"Một nhiệm vụ có nhiều nhất {MOST} kiến nghị. Hãy chia nhỏ bảng.")
    last = task.petitions.aggregate(last=Max("position"))["last"] or 0
    made = Petition.objects.bulk_create(
        Petition(
            task=task,
            position=position,
            words=line.words,
            raised_by=line.raised_by,
            answered_by=line.answered_by,
        )
        for position, line in enumerate(new, start=last + 1)
    )
    ledger.record_all("add_petition", [(row, {}, _told(row)) for row in made], at=at, by=by)
    return made


@transaction.atomic
def revise(petition: Petition, line: Line, *, at: datetime, by: User) -> None:
    """Correct a line while the notice is drafted; the same line again changes nothing."""
    current = _locked(petition)
    before = _told(current)
    current.words, current.raised_by = line.words, line.raised_by
    current.answered_by = line.answered_by
    if _told(current) == before:
        return
    current.save()
    ledger.record("revise_petition", current, at=at, by=by, before=before, after=_told(current))


@transaction.atomic
def remove(petition: Petition, *, at: datetime, by: User) -> None:
    """Take a line away while the notice is drafted; its words stay in the history."""
    current = _locked(petition)
    ledger.record("remove_petition", current, at=at, by=by, before=_told(current))
    current.delete()


def task_of(item: Item) -> Task:
    """The item's task that holds its petitions: the first. Raises DraftRefused when there is none yet."""
    task = item.tasks.select_related("notice", "item").first()
    if task is None:
        raise DraftRefused("Hãy xác nhận nhiệm vụ của mục này trước, rồi ghi các kiến nghị.")
    return task


def _one(bodies: Sequence[Body | None]) -> Body | None:
    return bodies[0] if len(bodies) == 1 else None


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _locked(petition: Petition) -> Petition:
    current = Petition.objects.select_for_update(of=("self",)).filter(pk=petition.pk).first()
    if current is None:
        raise DraftRefused("Kiến nghị này vừa được người khác bỏ. Hãy tải lại trang.")
    drafting.lock_draft(current.task.notice)
    return current


def _told(petition: Petition) -> dict[str, object]:
    return {
        "position": petition.position,
        "words": petition.words,
        "raised_by": petition.raised_by,
        "answered_by": str(petition.answered_by or ""),
    }
