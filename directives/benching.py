"""How a draft stands on the bench: what is decided, what waits, and the paper with its marks."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from directives.models import Item, ItemKind, Notice


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of the paper's text. `mark` is "", "body", "deadline" or "doubt"; `item` begins here, if any."""

    text: str
    mark: str = ""
    item: Item | None = None


class Bench:
    """Reads the draft once; the page asks."""

    def __init__(self, notice: Notice) -> None:
        self.notice = notice
        self.items = list(
            notice.items.select_related("notice__office", "reviewed_by", "parent").prefetch_related(
                "tasks__addressees__body", "tasks__addressees__group"
            )
        )

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

    @property
    def waiting(self) -> list[Item]:
        return [item for item in self.to_decide if not item.reviewed_at]

    @property
    def complete(self) -> bool:
        return len(self.decided) == len(self.to_decide)

    def chosen(self, asked: str | None) -> Item | None:
        """The item the address asks for, else the first that waits; None when "xong" is asked."""
        if asked == "xong":
            return None
        if asked and asked.isdecimal():
            return next((item for item in self.items if item.pk == int(asked)), None)
        return next(iter(self.waiting), None)

    def waiting_after(self, done: Item) -> Item | None:
        """The next undecided item in printed order, from the top again at the end."""
        waiting = [item for item in self.waiting if item.pk != done.pk]
        later = [item for item in waiting if item.position > done.position]
        return next(iter(later or waiting), None)

    def paper(self) -> Iterator[Stretch]:
        """The whole text, cut where items begin and where something was read; nothing is lost."""
        text = self.notice.text
        starts = {item.start: item for item in self.items}
        marks = {
            start: (end, kind)
            for item in self.items
            for start, end, kind in item.proposal.get("marks", [])
        }
        at, reading = 0, ("", 0)
        for cut in sorted({*starts, *marks, *(end for end, _ in marks.values()), len(text)}):
            if cut > at:
                yield Stretch(text[at:cut], reading[0] if at < reading[1] else "", starts.get(at))
                at = cut
            if cut in marks:
                end, kind = marks[cut]
                reading = (kind, end)
