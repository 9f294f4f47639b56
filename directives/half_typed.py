"""What a clerk has typed on an item and not confirmed: kept by itself, applied by nobody.

A closed tab, a crash or a lost session costs nothing. It is no decision, so it has no line of
history; drafting throws it away when the clerk decides the item.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from bodies.models import User
from directives.drafting import DraftRefused
from directives.models import HalfTyped, Item


@transaction.atomic
def keep(
    item: Item, tasks: Sequence[Mapping[str, Any]], *, seen: int, at: datetime, by: User
) -> HalfTyped:
    """Keep the rows as typed over version `seen` of the item, in place of those kept before.

    Typed over a version that another clerk has decided since, they are kept too, to be offered
    beside that decision. Raises DraftRefused for a version that never was, and for an echo that
    comes in after the clerk's own decision.
    """
    current = Item.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if not 1 <= seen <= current.version:
        raise DraftRefused("Trang này đã cũ nên không tự lưu được. Hãy tải lại trang.")
    if seen < current.version and current.reviewed_by_id == by.pk:
        raise DraftRefused("Mục này vừa được chính bạn rà soát ở cửa sổ khác. Hãy tải lại trang.")
    kept, _ = HalfTyped.objects.update_or_create(
        item=current,
        by=by,
        seen=seen,
        defaults={"tasks": list(tasks), "saved_at": at},
        create_defaults={"tasks": list(tasks), "saved_at": at, "began_at": at},
    )
    return kept


@transaction.atomic
def take_up(item: Item, *, by: User) -> None:
    """Go on with what was typed before another's decision; it becomes the half-typed part of today."""
    current = Item.objects.select_for_update(of=("self",)).get(pk=item.pk)
    mine = current.half_typed.filter(by=by)
    older = mine.filter(seen__lt=current.version).last()
    if older is None:
        raise DraftRefused("Không còn phần sửa dở nào ở mục này.")
    mine.exclude(pk=older.pk).delete()
    older.seen = current.version
    older.save()


def drop(item: Item, *, by: User) -> None:
    """Bỏ phần sửa dở: the clerk's own, of every version; nobody else's."""
    item.half_typed.filter(by=by).delete()
