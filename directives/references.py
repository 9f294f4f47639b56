"""Permanent references: "16-KL/BCĐ, mục 3, gạch đầu dòng 2". Written at issue, never reissued."""

from collections import Counter
from collections.abc import Iterator, Sequence

from directives.models import Item, Task

SIGNS = {"-": "gạch đầu dòng", "+": "dấu cộng"}


def numbered(tasks: Sequence[Task]) -> Iterator[tuple[Task, str]]:
    """Return each task of one notice with its reference, in the order given.

    Tasks of one item, and of items printed under the same number, carry /1, /2 ….
    """
    places = [place_of(task.item) for task in tasks]
    shared, turn = Counter(places), Counter[str]()
    for task, place in zip(tasks, places, strict=True):
        turn[place] += 1
        tail = f"/{turn[place]}" if shared[place] > 1 else ""
        yield task, f"{task.notice.code}, {place}{tail}"


def place_of(item: Item) -> str:
    """Where the item stands, in words a letter can quote.

    A numbered item by its path ("mục 1.7.3", "mục II.2.1"); a dash by its turn under its parent
    ("mục 3, gạch đầu dòng 2"); an unnumbered paragraph by its turn ("mục 3, đoạn 1").
    """
    section = f"{item.section}." if item.section else ""
    if item.path:
        return f"mục {section}{item.path}"
    above = f"{place_of(item.parent)}, " if item.parent else ""
    return f"{above}{SIGNS.get(item.label.strip(), 'đoạn')} {_turn(item)}"


def _turn(item: Item) -> int:
    """The how-manieth of its kind (same label, no number) under its parent, counted from 1."""
    like = Item.objects.filter(
        notice=item.notice,
        parent=item.parent,
        label=item.label,
        path="",
        position__lte=item.position,
    )
    return like.count()
