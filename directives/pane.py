"""The paper as the bench shows it: the whole text, cut where something begins, was read or looks otherwise.

Marks of a pasted text ("**", "## ", "<sup>") are shown as what they mean and are left out; every
place still counts in the text as it is kept.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Generic, TypeVar

from directives.models import Item
from directives.printing import emphasis

Value = TypeVar("Value")
Span = tuple[int, int, Value]  # start, end, what lies there

# Where the page's edge may have cut a line: it has not ended, and nothing begins after it.
# Two spaces at its end are a break that was meant.
_WRAP = re.compile(
    r"(?<![.:;!?…/|\s])(?:[ ]?|[ ]{3,})\r?\n(?=[\w“\"(])(?!\(?(?:[IVX]+|\d[\d.]*|\w)[-.)]\s)"
)
_NARROW, _WIDE = (
    30,
    50,
)  # characters; a line of so many may be as long as the page allows, or surely is
_LONGEST_WORD = 10  # characters, with its comma: what does not fit goes to the next line
_APART = re.compile(r"\n\s*\n")  # a mark that is not closed ends with its paragraph
_HEAD = re.compile(r"^[ \t]*#{1,6}[ \t]+(?P<words>.*)$", re.MULTILINE)
_TAG = re.compile(r"</?(?:sup|sub|b|i|u|strong|em|br)\s*/?>", re.IGNORECASE)


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
    """A run of the paper's text. `mark` is "", "body", "deadline" or "doubt"; what was read begins at `read_at`.

    `item` begins here, if any; `of` is the item whose words these are, if any. `begin` are the
    remarks that begin here, `remark` is the one that speaks of these words. `look` names how they
    are set: "bold", "italic", "raised"; `hidden` are marks that nobody is to see, `wrap` is shown as a space.
    """

    text: str
    mark: str = ""
    read_at: int = 0
    item: Item | None = None
    of: Item | None = None
    begin: Sequence[Remark] = ()
    remark: Remark | None = None
    look: str = ""
    hidden: bool = False
    wrap: bool = False


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
    begin: dict[int, list[Remark]] = defaultdict(list)
    for remark in remarks:
        begin[remark.start].append(remark)
    own = Layer([(item.start, item.end, item) for item in items])
    read = [mark for item in items for mark in item.proposal.get("marks", [])]
    marks = Layer[tuple[str, int]]([(start, end, (kind, start)) for start, end, kind in read])
    told = Layer([(remark.start, remark.end, remark) for remark in remarks])
    looks, heads, tags = Layer(_looks(text)), Layer(_heads(text)), Layer(_found(_TAG, text))
    wraps = Layer(span for span in _wraps(text) if span[1] not in starts)
    layers: tuple[Layer[Any], ...] = (own, marks, told, looks, heads, tags, wraps)
    cuts = sorted({0, len(text), *(edge for layer in layers for edge in layer.edges())})
    for at, end in pairwise(cuts):
        mark, read_at = marks.over(at) or ("", 0)
        look, head = looks.over(at), heads.over(at)
        yield Stretch(
            text[at:end],
            mark,
            read_at,
            starts.get(at),
            own.over(at),
            begin[at],
            told.over(at),
            " ".join(dict.fromkeys(f"{look or ''} {head or ''}".split())),
            look is None or head == "" or bool(tags.over(at)),
            bool(wraps.over(at)),
        )


def _looks(text: str) -> Iterator[Span[str]]:
    """How words are set. What is in none of these is a mark."""
    begin = 0
    for apart in (*_APART.finditer(text), None):
        end = apart.end() if apart else len(text)
        for start, stop, run in emphasis.placed(text[begin:end]):
            if start < stop:
                named = {"bold": run.bold, "italic": run.italic, "raised": run.raised}
                look = " ".join(name for name, so in named.items() if so)
                yield begin + start, begin + stop, look
        begin = end


def _heads(text: str) -> Iterator[Span[str]]:
    """Lines marked as heads are bold; "" for the mark itself."""
    for head in _HEAD.finditer(text):
        yield head.start(), head.start("words"), ""
        yield *head.span("words"), "bold"


def _wraps(text: str) -> Iterator[Span[bool]]:
    """Ends of lines that the page's edge cut: those nearly as long as the paper's lines are."""
    lengths = sorted(len(line) for line in text.splitlines() if line.strip())
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    full = min(_WIDE, max(_NARROW, usual - _LONGEST_WORD))
    for match in _WRAP.finditer(text):
        if match.start() - text.rfind("\n", 0, match.start()) > full:
            yield *match.span(), True


def _found(pattern: re.Pattern[str], text: str) -> Iterator[Span[bool]]:
    return ((*match.span(), True) for match in pattern.finditer(text))


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
