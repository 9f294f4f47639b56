"""How a draft stands on the bench: what is decided, what waits, and the paper with its marks."""

from collections.abc import Iterator
from functools import cached_property

from bodies.models import User
from directives.models import HalfTyped, Item, ItemKind, Notice
from directives.pane import Remark, Stretch, remarks_of, stretches
from directives.twins import twins_of


class Bench:
    """Reads the draft once, for the clerk `by`; the page asks.

    `printed` says in which order the waiting items come: as printed, or doubtful ones first.
    """

    def __init__(self, notice: Notice, *, by: User, printed: bool = False) -> None:
        self.notice, self.by, self.printed = notice, by, printed
        self.items = list(
            notice.items.select_related(
                "notice__office", "reviewed_by", "parent", "merged_into__notice"
            ).prefetch_related("tasks__addressees__body", "tasks__addressees__group")
        )
        half = HalfTyped.objects.filter(item__notice=notice).select_related("by", "item")
        self.half_typed = list(half)

    @cached_property
    def to_decide(self) -> list[Item]:
        """Items that must have tasks or be set aside before the notice is signed."""
        return [
            i for i in self.items if i.kind == ItemKind.DIRECTIVE or i.tasks.all() or i.reviewed_at
        ]

    @cached_property
    def decided(self) -> list[Item]:
        return [item for item in self.to_decide if item.reviewed_at]

    @cached_property
    def doubtful(self) -> list[Item]:
        return [i for i in self.to_decide if i.proposal.get("doubts") and not i.reviewed_at]

    @cached_property
    def waiting(self) -> list[Item]:
        """Undecided items in the order they are gone through."""
        waiting = [item for item in self.to_decide if not item.reviewed_at]
        if self.printed:
            return waiting
        return sorted(waiting, key=lambda item: not item.proposal.get("doubts"))

    @property
    def complete(self) -> bool:
        return len(self.decided) == len(self.to_decide)

    @cached_property
    def unfinished(self) -> set[int]:
        """Ids of the items on which this clerk has typed something and not confirmed it."""
        return {half.item_id for half in self.half_typed if half.by_id == self.by.pk}

    def chosen(self, asked: str | None) -> Item | None:
        """The item the address asks for, else the first that waits; None when "xong" is asked."""
        if asked == "xong":
            return None
        if asked and asked.isdecimal():
            return next((item for item in self.items if str(item.pk) == asked), None)
        return next(iter(self.waiting), None)

    def waiting_after(self, done: Item) -> Item | None:
        """The next undecided item, from the top again at the end; doubtful ones first, or as printed."""
        return self._after(done, self.waiting if self.printed else self.doubtful) or self._after(
            done, self.waiting
        )

    def doubt_after(self, here: Item | None) -> Item | None:
        """The next doubtful item in printed order, from the top again at the end."""
        return self._after(here, self.doubtful)

    def before(self, item: Item) -> Item | None:
        """The item into which this one would be merged, not set aside: the nearest directive above of
        those under one parent, else the parent. What another branch orders is no part of this, nor
        what stands before the heading of one.

        Only a directive: one that waits again is asked about before the notice is issued.
        """
        branch = (item.parent_id, item.section)
        above = [
            i
            for i in self.items
            if i.position < item.position
            and not i.set_aside_at
            and i.kind in (ItemKind.DIRECTIVE, ItemKind.HEADING)
            and (i.pk == item.parent_id or (i.parent_id, i.section) == branch)
        ]
        return above[-1] if above and above[-1].kind == ItemKind.DIRECTIVE else None

    def typed_by_me(self, item: Item) -> HalfTyped | None:
        """What this clerk typed over the item as it stands now."""
        mine = [half for half in self._half(item) if half.by_id == self.by.pk]
        return next((half for half in mine if half.seen == item.version), None)

    def typed_before(self, item: Item) -> HalfTyped | None:
        """What this clerk had typed when somebody else decided the item."""
        mine = [half for half in self._half(item) if half.by_id == self.by.pk]
        return next((half for half in mine if half.seen < item.version), None)

    def typed_by_others(self, item: Item) -> list[HalfTyped]:
        """Who else has the item in hand: for their names, never their words."""
        others = [half for half in self._half(item) if half.by_id != self.by.pk]
        return [half for half in others if half.seen == item.version]

    def paper(self) -> Iterator[Stretch]:
        """The whole text with its marks."""
        return stretches(self.notice.text, self.items, self.remarks)

    @cached_property
    def remarks(self) -> list[Remark]:
        """Places of the paper to look at again that are in no task."""
        return remarks_of(self.items)

    @cached_property
    def twins(self) -> list[Notice]:
        """Papers of the office that may be this one, entered from another file."""
        return twins_of(self.notice)

    @property
    def unseen(self) -> list[Remark]:
        return [remark for remark in self.remarks if not remark.seen_by]

    def _half(self, item: Item) -> list[HalfTyped]:
        return [half for half in self.half_typed if half.item_id == item.pk]

    def _after(self, here: Item | None, items: list[Item]) -> Item | None:
        """The first of `items` printed after `here`, else the first of all that is not `here`."""
        others = [item for item in items if here is None or item.pk != here.pk]
        later = [item for item in others if here is None or item.position > here.position]
        return next(iter(later or others), None)
