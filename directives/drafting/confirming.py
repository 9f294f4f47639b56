"""The clerk's decision on one item: these are its tasks, or it has none."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Self
from uuid import UUID

from django.db import transaction

from bodies.folding import fold
from bodies.matching import Match
from bodies.models import Body, Office, User
from bodies.registry import learn_alias
from directives.drafting.holding import DraftRefused, keep_decided, refuse_petitions, told, unmerged
from directives.models import Addressee, AssignmentRole, Evidence, Item, Nature, Petition, Task
from directives.sheets import Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An addressee as the clerk confirms it: the printed words and whom they mean."""

    words: str
    role: AssignmentRole
    match: Match


# What no clerk sees on the bench: it stays with the task it stands for.
UNSHOWN = (
    *("key", "field", "carries_out"),
    *("recurrence_offset_days", "recurrence_day", "recurs_from", "recurs_until"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDraft:
    """A task as the clerk confirms it. `was` is the key of the task it corrects; None for a new one."""

    words: str
    named: Sequence[Named]
    nature: Nature = Nature.DATED
    deadline_words: str = ""
    precision: str = ""
    due_on: date | None = None
    due_time: time | None = None
    recurrence_unit: str = ""
    evidence: Evidence = Evidence.PAPER
    product: str = ""
    target_number: Decimal | None = None
    target_unit: str = ""
    was: UUID | None = None

    def timed(self, timing: Timing) -> Self:
        """The same task with the deadline or rhythm that a cell states."""
        return replace(
            self,
            nature=_nature(timing),
            deadline_words=timing.words,
            precision=timing.precision,
            due_on=timing.due_on,
            due_time=timing.due_time,
            recurrence_unit=timing.unit,
        )

    def fields(self) -> dict[str, Any]:
        """What of it a task keeps in columns of its own."""
        return {
            "words": self.words,
            "nature": self.nature,
            "product": self.product,
            "evidence": self.evidence,
            "deadline_words": self.deadline_words,
            "precision": self.precision if self.due_on else "",
            "due_on": self.due_on,
            "due_time": self.due_time,
            "recurrence_unit": self.recurrence_unit,
            "target_number": self.target_number,
            "target_unit": self.target_unit,
        }

    def addressees(self, task: Task) -> Iterator[Addressee]:
        """Whom the paper names for the task, in printed order; not yet saved."""
        for position, named in enumerate(self.named, start=1):
            yield Addressee(
                task=task,
                role=named.role,
                position=position,
                words=named.words,
                body=named.match.body,
                group=named.match.group,
            )


def _nature(timing: Timing) -> Nature:
    if timing.unit:
        return Nature.PERIODIC
    if timing.event:
        return Nature.EVENT
    return Nature.STANDING if timing.standing else Nature.DATED


@transaction.atomic
def confirm(
    item: Item, drafts: Sequence[TaskDraft], *, seen: int, at: datetime, by: User
) -> list[Task]:
    """The clerk's yes: these are the item's tasks, in this order. Replaces what was confirmed before.

    Matches the clerk made are learnt as aliases of the office.
    """
    current = unmerged(item, seen=seen, by=by)
    if not drafts:
        raise DraftRefused(
            "Chưa có nhiệm vụ nào để xác nhận. Hãy thêm nhiệm vụ, hoặc chọn “Không phát sinh nhiệm vụ”."
        )
    before = told(current)
    petitions = list(Petition.objects.filter(task__item=current).select_related("task"))
    replaced: dict[UUID | None, Task] = {task.key: task for task in current.tasks.all()}
    current.tasks.all().delete()
    tasks = [
        _task(current, draft, replaced.pop(draft.was, None), position=position, at=at, by=by)
        for position, draft in enumerate(drafts, start=1)
    ]
    _hand_on(petitions, tasks)
    current.set_aside_at = current.set_aside_by = None
    keep_decided(item, current, "confirm", before, at=at, by=by)
    return tasks


@transaction.atomic
def set_aside(item: Item, *, seen: int, at: datetime, by: User) -> None:
    """Không phát sinh nhiệm vụ: by whom and when is kept, so that all items are provably handled.

    Refused while petitions hang on the item's tasks: they would go without a word.
    """
    current = unmerged(item, seen=seen, by=by)
    refuse_petitions(current)
    before = told(current)
    current.tasks.all().delete()
    current.set_aside_at, current.set_aside_by = at, by
    keep_decided(item, current, "set_aside", before, at=at, by=by)


def _task(
    item: Item, draft: TaskDraft, old: Task | None, *, position: int, at: datetime, by: User
) -> Task:
    """The task confirmed, in place of `old` where it stands for one."""
    notice = item.notice
    task = Task.objects.create(
        item=item,
        notice=notice,
        office=notice.office,
        position=position,
        **draft.fields(),
        **({name: getattr(old, name) for name in UNSHOWN} if old else {}),
    )
    Addressee.objects.bulk_create(draft.addressees(task))
    for named in draft.named:
        _learn(named, notice.office, at=at, by=by)
    return task


def _hand_on(petitions: Sequence[Petition], tasks: Sequence[Task]) -> None:
    """A task's petitions stay under it; where it is gone under the one now in its place, else the last."""
    there = {task.key: task for task in tasks}
    turn = Counter[int]()
    for petition in petitions:
        old = petition.task
        heir = there.get(old.key) or tasks[min(old.position, len(tasks)) - 1]
        turn[heir.pk] += 1
        petition.pk, petition.task, petition.position = None, heir, turn[heir.pk]
    Petition.objects.bulk_create(petitions)


def _learn(named: Named, office: Office, *, at: datetime, by: User) -> None:
    body: Body | None = named.match.body
    if body and fold(named.words) not in (fold(body.name), fold(body.short_name)):
        learn_alias(named.words, body, office=office, at=at, by=by)
