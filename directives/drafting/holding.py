"""What all changes of a draft share: the lock, the version that was seen, the line of history."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bodies import ledger
from bodies.folding import fold
from bodies.models import User
from directives.models import Item, Notice, Petition
from directives.references import place_of


class DraftRefused(Exception):
    """The draft cannot be changed so. Says why and what to do, for the user."""


def lock_draft(notice: Notice) -> Notice:
    """The draft under a lock. Raises DraftRefused once it is issued."""
    current = Notice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
    if not current.editable:
        raise DraftRefused("Văn bản đã ban hành nên không sửa được nội dung.")
    return current


def locked(item: Item, *, seen: int, by: User) -> Item:
    """The item under a lock, if nobody changed it since the clerk saw it."""
    lock_draft(item.notice)
    current = Item.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if current.version != seen:
        mine = current.reviewed_by_id == by.pk
        who = (
            "Chính bạn vừa rà soát mục này ở cửa sổ khác"
            if mine
            else "Người khác vừa rà soát mục này"
        )
        raise DraftRefused(f"{who}. Hãy xem lại nội dung mới rồi xác nhận, để không ghi đè.")
    return current


def unmerged(item: Item, *, seen: int, by: User) -> Item:
    """The item under a lock, if it stands for itself."""
    current = locked(item, seen=seen, by=by)
    if current.merged_into:
        raise DraftRefused(
            f"Mục này đang gộp vào {place_of(current.merged_into)}. Hãy bấm “Tách lại” trước."
        )
    return current


def refuse_petitions(item: Item) -> None:
    """Petitions hang on the tasks: they would go with them, without a word."""
    if count := Petition.objects.filter(task__item=item).count():
        raise DraftRefused(
            f"{place_of(item).capitalize()} đang có {count} kiến nghị cần trả lời, làm vậy sẽ mất các "
            "kiến nghị đó. Hãy bỏ từng kiến nghị trước, ở “Kiến nghị cần trả lời” của mục."
        )


def keep_decided(
    item: Item, current: Item, verb: str, before: Mapping[str, Any], *, at: datetime, by: User
) -> None:
    """Decided: nothing that the clerk typed on the item is half any more."""
    current.reviewed_at, current.reviewed_by = at, by
    current.half_typed.filter(by=by).delete()
    keep(item, current, verb, before, at=at, by=by)


def keep(
    item: Item, current: Item, verb: str, before: Mapping[str, Any], *, at: datetime, by: User
) -> None:
    """Save the item as its next version, with the line of history."""
    current.version += 1
    current.save()
    item.refresh_from_db()
    ledger.record(verb, item, at=at, by=by, before=before, after=told(item))


def told(item: Item) -> dict[str, Any]:
    """What the history says of the item."""
    return {
        "set_aside": item.set_aside_at is not None,
        **({"merged_into": place_of(item.merged_into)} if item.merged_into else {}),
        "tasks": [
            {
                "words": task.words,
                "due_on": task.due_on,
                "deadline": task.deadline_words,
                "product": task.product,
                "named": [f"{a.role}: {a.words}" for a in task.addressees.all()],
            }
            for task in item.tasks.all()
        ],
    }


def fold_for_search(notice: Notice) -> None:
    """What search reads: the code, the subject and the text, without accents."""
    notice.folded = fold(f"{notice.code} {notice.subject} {notice.text}")
