"""The paper as the bench shows it: the whole text, cut where something begins, was read or is to be looked at again."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from directives.models import Item

Value = TypeVar("Value")
Span = tuple[int, int, Value]  # start, end, what lies there


@dataclass(frozen=True, slots=True)
class Remark:
    """A place of the paper to look at again that is in no task. `number` counts on the page, from 1.

    It is kept with the `item` it follows, at `place` in the item's proposal; `seen_by` names who
    said so, "" for nobody yet.
    """

    number: int
    item: Item
    place: int
    start: int
    end: int
    sentence: str
    seen_by: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of the paper's text. `mark` is "", "body", "deadline" or "doubt".

    `item` begins here, if any; `of` is the item whose words these are, if any. `begin` are the
    remarks that begin here, `remark` is the one that speaks of these words.
    """

    text: str
    mark: str = ""
    item: Item | None = None
    of: Item | None = None
    begin: Sequence[Remark] = ()
    remark: Remark | None = None


def remarks_of(items: Iterable[Item]) -> list[Remark]:
    """What the reader warned of outside all tasks, in printed order."""
    kept = [
        (told["start"], item, place, told)
        for item in items
        for place, told in enumerate(item.proposal.get("remarks", []))
    ]
    return [
        Remark(number, item, place, start, told["end"], told["sentence"], told["seen_by"])
        for number, (start, item, place, told) in enumerate(sorted(kept, key=_place), start=1)
    ]


def stretches(text: str, items: Sequence[Item], remarks: Sequence[Remark]) -> Iterator[Stretch]:
    """Nothing of the text is lost. What begins last lies on top."""
    starts = {item.start: item for item in items}
    own = Layer([(item.start, item.end, item) for item in items])
    marks = Layer([tuple(mark) for item in items for mark in item.proposal.get("marks", [])])
    told = Layer([(remark.start, remark.end, remark) for remark in remarks])
    cuts = sorted({0, len(text), *own.edges(), *marks.edges(), *told.edges()})
    for at, end in pairwise(cuts):
        yield Stretch(
            text[at:end],
            marks.over(at) or "",
            starts.get(at),
            own.over(at),
            [remark for remark in remarks if remark.start == at],
            told.over(at),
        )


class Layer(Generic[Value]):
    """Spans of one sort. Where two overlap, the one that begins later holds until it ends."""

    def __init__(self, spans: Iterable[Span[Value]]) -> None:
        self._spans = sorted(spans, key=lambda span: span[:2])
        self._starts = [start for start, _, _ in self._spans]

    def edges(self) -> Iterator[int]:
        for start, end, _ in self._spans:
            yield from (start, end)

    def over(self, at: int) -> Value | None:
        """What lies over the letter at `at`."""
        place = bisect_right(self._starts, at) - 1
        if place < 0 or at >= self._spans[place][1]:
            return None
        return self._spans[place][2]


def _place(kept: tuple[int, Item, int, object]) -> tuple[int, int, int]:
    start, item, place, _ = kept
    return start, item.position, place
