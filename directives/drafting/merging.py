"""Two units of the paper that are one task: merged into the one above, and parted again."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from bodies.models import User
from directives.drafting.holding import (
    DraftRefused,
    keep,
    keep_decided,
    locked,
    refuse_petitions,
    told,
)
from directives.models import Item, ItemKind
from directives.references import place_of


@transaction.atomic
def merge(
    item: Item,
    *,
    into: Item,
    joined: Sequence[Mapping[str, Any]],
    seen: int,
    into_seen: int,
    at: datetime,
    by: User,
) -> None:
    """Gộp: the item's words belong to the task of `into`, a directive before it.

    The item is set aside with a pointer; `into` waits for a decision again, with `joined` (rows
    as TaskForm starts from) typed half for the clerk who confirms them. What had been merged
    into the item goes along. Refused for petitions under either, and for an item of several tasks,
    whose deadlines and bodies one task could not tell apart.
    """
    current, target = locked(item, seen=seen, by=by), locked(into, seen=into_seen, by=by)
    refuse_petitions(current)
    _refuse_several(current)
    above = target.position < current.position and target.kind == ItemKind.DIRECTIVE
    if target.set_aside_at or not above:
        raise DraftRefused("Chỉ gộp được vào một mục đứng trước và có phát sinh nhiệm vụ.")
    before = told(current)
    current.tasks.all().delete()
    current.set_aside_at, current.set_aside_by, current.merged_into = at, by, target
    current.merged.update(merged_into=target)
    _reopen(target, joined, at=at, by=by)
    keep_decided(item, current, "merge", before, at=at, by=by)


@transaction.atomic
def part(
    item: Item, *, left: Sequence[Mapping[str, Any]], seen: int, at: datetime, by: User
) -> None:
    """Undo a merge: both items wait for a decision again, the other one with the words in `left`."""
    current = locked(item, seen=seen, by=by)
    if current.merged_into is None:
        raise DraftRefused("Mục này không còn gộp với mục nào. Hãy tải lại trang.")
    target = locked(current.merged_into, seen=current.merged_into.version, by=by)
    before = told(current)
    current.set_aside_at = current.set_aside_by = current.merged_into = None
    current.reviewed_at = current.reviewed_by = None
    if not target.set_aside_at:
        _reopen(target, left, at=at, by=by)
    keep(item, current, "part", before, at=at, by=by)


def _refuse_several(item: Item) -> None:
    """Two deadlines of one sentence are one sentence; rows of an appendix are not."""
    if len({task.words for task in item.tasks.all()}) > 1:
        raise DraftRefused(
            f"{place_of(item).capitalize()} đang có {item.tasks.count()} nhiệm vụ khác nhau, gộp lại sẽ "
            "mất đơn vị và thời hạn của từng nhiệm vụ. Hãy gộp các nhiệm vụ của mục thành một và "
            "xác nhận trước."
        )


def _reopen(target: Item, tasks: Sequence[Mapping[str, Any]], *, at: datetime, by: User) -> None:
    """The item waits again. What was confirmed, and what is new in it, is the clerk's half-typed part."""
    refuse_petitions(target)
    before = told(target)
    target.tasks.all().delete()
    target.reviewed_at = target.reviewed_by = None
    target.half_typed.filter(by=by).delete()
    keep(target, target, "unconfirm", before, at=at, by=by)
    target.half_typed.create(
        by=by, seen=target.version, tasks=list(tasks), began_at=at, saved_at=at
    )
