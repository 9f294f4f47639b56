"""What concerns the paper as a whole: its head, the remarks on it, and throwing it away."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from bodies import ledger
from bodies.models import User
from directives.drafting.holding import DraftRefused, fold_for_search, lock_draft
from directives.models import Item, Notice
from directives.twins import TOLD_APART, twins_of


@transaction.atomic
def revise(notice: Notice, values: Mapping[str, Any], *, seen: int, at: datetime, by: User) -> None:
    """Correct the header. `seen` is the version the clerk looked at; another's change is not overwritten."""
    current = lock_draft(notice)
    if current.version != seen:
        raise DraftRefused(
            "Người khác vừa sửa thông tin văn bản này. Hãy tải lại trang rồi sửa tiếp để không ghi đè."
        )
    before = {name: getattr(current, name) for name in values}
    changed = {name: value for name, value in values.items() if before[name] != value}
    if not changed:
        return
    for name, value in changed.items():
        setattr(current, name, value)
    fold_for_search(current)
    current.version += 1
    current.save()
    notice.refresh_from_db()
    ledger.record(
        "revise", notice, at=at, by=by, before={n: before[n] for n in changed}, after=changed
    )


@transaction.atomic
def see_remark(item: Item, place: int, *, at: datetime, by: User) -> None:
    """Đã xem: the remark at `place` of the item's proposal needs no second look. Decides nothing else."""
    lock_draft(item.notice)
    current = Item.objects.select_for_update(of=("self",)).get(pk=item.pk)
    remarks = current.proposal.get("remarks", [])
    if not 0 <= place < len(remarks) or remarks[place]["seen_by"]:
        return  # no such place, or somebody has said so already
    remarks[place]["seen_by"] = str(by)
    current.save(update_fields=["proposal"])
    told = {"sentence": remarks[place]["sentence"]}
    ledger.record("see_remark", item, at=at, by=by, after=told)


@transaction.atomic
def tell_apart(notice: Notice, other: Notice, *, at: datetime, by: User) -> None:
    """Không trùng: the two are two papers, for everybody. Said of a paper that is no twin it changes nothing."""
    current = lock_draft(notice)
    if other in twins_of(current):
        told = {"twin": str(other), "key": str(other.key)}
        ledger.record(TOLD_APART, current, at=at, by=by, after=told)


@transaction.atomic
def discard(notice: Notice, *, at: datetime, by: User) -> None:
    """Throw a draft away that was never issued: the row stays in the history, its text does not."""
    current = lock_draft(notice)
    ledger.record("discard", notice, at=at, by=by, before={"subject": current.subject})
    current.delete()
