"""Units of the outline → drafts of items: continuing paragraphs joined, second assignments split off."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from directives.reading import kinds
from directives.reading.addressees import Group, Named, heads_of_one, named_in, openings_of, unique
from directives.reading.clauses import considers, topic_end
from directives.reading.clean import Clean
from directives.reading.deadlines import find_deadlines
from directives.reading.labels import Label, Style
from directives.reading.lists import Listed
from directives.reading.model import Deadline, ItemKind
from directives.reading.outline import Unit
from directives.reading.words import Token, tokens_of

_INLINE = re.compile(r"(?<=[\s(:;,.])\((?P<value>\d{1,2})\)\s")
_CONTENTS = re.compile(
    r"\b(?:về|gồm|gồm có|là|như|hướng|nội dung|nguyên tắc|tiêu chí|trong đó|lưu ý|chú ý)\s*:?\s*$"
)
_TRAILER = re.compile(r"\([^()]{0,200}\b(?:trên|nêu trên|nói trên)\b[^()]{0,200}\)[\s.;/]*$")


@dataclass(slots=True)
class Draft:
    """An item in the making. `leads`: whom it binds; `inherited` when they stand elsewhere."""

    unit: Unit
    named: Named
    deadlines: tuple[Deadline, ...] = ()
    text: str = ""
    kind: ItemKind = ItemKind.ASSESSMENT
    leads: list[Listed] = field(default_factory=list)
    inherited: bool = False
    addressee: list[Listed] = field(default_factory=list)
    led_in: list[Listed] = field(default_factory=list)  # whom a sentence before its points binds
    children: list[int] = field(default_factory=list)
    coordinators: list[Listed] = field(default_factory=list)  # those a heading names
    assessing: bool = False
    supposed: bool = False  # the leads are only whom the meeting was held with
    inline: bool = False


@dataclass(slots=True)
class Reader:
    """One paper's words, cut into tokens once; every question is asked of a stretch of them."""

    clean: Clean
    issued_on: date | None
    today: date
    tokens: list[Token] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    _named: dict[tuple[int, int], Named] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tokens = tokens_of(self.clean.text)
        self.starts = [token.start for token in self.tokens]

    def window(self, start: int, end: int) -> tuple[int, int]:
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def text(self, unit: Unit) -> str:
        return self.clean.text[unit.body : unit.end]

    def named(self, unit: Unit) -> Named:
        return self.named_between(unit.body, unit.paragraphs[0][1])

    def named_between(self, start: int, end: int) -> Named:
        """Asked before and after a unit is split: the same stretch is read only once."""
        window = self.window(start, end)
        if window not in self._named:
            self._named[window] = named_in(self.tokens, *window, self.clean.text)
        return self._named[window]

    def deadlines(self, unit: Unit) -> tuple[Deadline, ...]:
        """Those outside the topic ("Về đề nghị … trước ngày …:" asks, it does not order)."""
        found: list[Deadline] = []
        for start, end in unit.paragraphs:
            first, last = self.window(max(start, unit.body), end)
            topic = topic_end(self.tokens, first, last)
            if topic and topic >= last:
                continue  # a petition through to its end
            begin = self.tokens[topic].start if topic else max(start, unit.body)
            read = find_deadlines(
                self.clean.text[begin:end], issued_on=self.issued_on, today=self.today
            )
            found.extend(replace(one, start=one.start + begin, end=one.end + begin) for one in read)
        return tuple(found)


def drafts_of(reader: Reader, units: Sequence[Unit]) -> list[Draft]:
    """The items of the body in printed order, with their parents; kinds and addressees come later."""
    drafts: list[Draft] = []
    at: dict[int, int] = {}
    for index, unit in enumerate(units):
        parent = at[unit.parent] if unit.parent is not None else None
        pieces = [unit, *_inline_units(reader, unit)]
        draft = Draft(unit, reader.named(unit), reader.deadlines(unit))
        if (
            drafts
            and len(pieces) == 1
            and _goes_on(reader, drafts[-1], draft, parent, last=index >= len(units) - 2)
        ):
            _go_on(drafts[-1], draft)
            at[index] = len(drafts) - 1
            continue
        unit.parent = _lifted(drafts, parent, reader.text(unit)) if unit.label is None else parent
        at[index] = len(drafts)
        drafts.append(draft)
        for piece in pieces[1:]:
            piece.parent = at[index]
            drafts.append(Draft(piece, reader.named(piece), reader.deadlines(piece), inline=True))
        if len(pieces) > 1:
            _lift_trailing_deadline(reader, drafts, at[index])
    _finish(reader, drafts)
    return drafts


def _finish(reader: Reader, drafts: Sequence[Draft]) -> None:
    for index, draft in enumerate(drafts):
        draft.text = reader.text(draft.unit)
        if draft.unit.parent is not None:
            drafts[draft.unit.parent].children.append(index)


def _under_title(reader: Reader, above: Draft, draft: Draft) -> bool:
    """ "3. Sở Tài chính" and a paragraph under it: the title is one item, what it says another."""
    alone = len(above.unit.paragraphs) == 1 and above.unit.label is not None and not above.inline
    text = reader.text(above.unit)
    return (
        alone
        and kinds.is_title(text)
        and not text.rstrip().endswith(":")
        and draft.unit.label is None
    )


def _goes_on(reader: Reader, above: Draft, draft: Draft, parent: int | None, *, last: bool) -> bool:
    """A paragraph without label that names nobody and no day belongs to the item above it."""
    if draft.unit.label is not None or parent is None:
        return False
    if _under_title(reader, above, draft):
        return False
    text = reader.text(draft.unit)
    dated = bool(draft.deadlines) and not kinds.COMPLETES.match(text)
    apart = draft.named.groups or dated or kinds.STARTS_ANEW.match(text)
    return not apart and not kinds.is_closing(text, last=last)


def _go_on(above: Draft, more: Draft) -> None:
    above.unit.paragraphs.append((more.unit.start, more.unit.end))
    above.unit.end = more.unit.end
    above.deadlines = (*above.deadlines, *more.deadlines)
    above.named.coordinating = unique([*above.named.coordinating, *more.named.coordinating])
    above.named.via = unique([*above.named.via, *more.named.via])
    above.named.report_to = unique([*above.named.report_to, *more.named.report_to])
    above.named.orders = above.named.orders or more.named.orders


def _lifted(drafts: Sequence[Draft], parent: int | None, text: str) -> int | None:
    """A last paragraph about "nhiệm vụ trên đây" speaks for the whole of the item, not for its last point."""
    if "trên đây" in text[:200] or "nêu trên" in text[:200]:
        while parent is not None and drafts[parent].unit.parent is not None:
            parent = drafts[parent].unit.parent
    return parent


def _inline_units(reader: Reader, unit: Unit) -> list[Unit]:
    """Units inside a paragraph: "(1) … ; (2) …", or a second assignment to another body. Trims `unit`."""
    if unit.label is not None and unit.label.style is Style.ROMAN:
        return []
    cuts = _numbered_cuts(reader, unit) or [(at, None) for at in _second_assignments(reader, unit)]
    if not cuts:
        return []
    end = unit.end
    ends = [start for start, _ in cuts[1:]] + [end]
    unit.end = cuts[0][0]
    unit.paragraphs = [(unit.start, unit.end)]
    return [
        _inline(unit, start, stop, label) for (start, label), stop in zip(cuts, ends, strict=True)
    ]


def _inline(unit: Unit, start: int, end: int, label: Label | None) -> Unit:
    number = None
    if label is not None:
        number = f"{unit.number}.({label.value})" if unit.number else f"({label.value})"
    body = start + (label.width if label else 0)
    return Unit(label, number, unit.section, None, start, body, end, paragraphs=[(start, end)])


def _numbered_cuts(reader: Reader, unit: Unit) -> list[tuple[int, Label | None]]:
    """ "(1) …; (2) …" that each order something; results told in numbers are left whole."""
    text = reader.text(unit)
    marks = list(_in_sequence(text))
    if len(marks) < 2 or _CONTENTS.search(text[: marks[0].start()]):
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    parts = [
        reader.named_between(unit.body + mark.end(), unit.body + end)
        for mark, end in zip(marks, ends, strict=True)
    ]
    if not all(named.opened or named.groups for named in parts):
        return []
    return [(unit.body + mark.start(), _label(mark)) for mark in marks]


def _label(mark: re.Match[str]) -> Label:
    return Label(mark[0].strip(), Style.ROUND, mark["value"], mark.end() - mark.start())


def _in_sequence(text: str) -> Iterator[re.Match[str]]:
    """Marks that count up from (1); (i), (ii) number the contents of a scheme, not tasks."""
    count = 0
    for mark in _INLINE.finditer(text):
        if mark["value"] == str(count + 1):
            count += 1
            yield mark


def _second_assignments(reader: Reader, unit: Unit) -> list[int]:
    """Where a later sentence of the unit begins to bind another body."""
    named = reader.named(unit)
    first, _ = reader.window(unit.body, unit.end)
    cuts: list[int] = []
    before: Group | None = None
    for group in named.groups:
        if (
            named.orders_by(group)
            and group.segment > first
            and not considers(reader.tokens, group.segment)
            and _begins_another(named, before, group)
        ):
            start = reader.tokens[group.segment].start
            if not cuts or cuts[-1] < start:
                cuts.append(start)
        before = group
    return cuts


def _begins_another(named: Named, before: Group | None, group: Group) -> bool:
    if before is None:
        return named.opened and not all(body.generic for body in group.bodies)
    if before.segment == group.segment:
        return False
    known = {body.text.lower() for body in before.bodies}
    short = {opening for called in known for opening in openings_of(called)}
    return any(
        body.text.lower() not in known | short
        and not heads_of_one(body.text.lower(), before.bodies)
        for body in group.bodies
    )


def _lift_trailing_deadline(reader: Reader, drafts: Sequence[Draft], holder: int) -> None:
    """ "…; (8) … (các nội dung trên báo cáo trước ngày …)": the bracket binds the whole."""
    last = drafts[-1]
    found = _TRAILER.search(reader.text(last.unit))
    if found:
        begin = last.unit.body + found.start()
        late = tuple(one for one in last.deadlines if one.start >= begin)
        drafts[holder].deadlines = (*drafts[holder].deadlines, *late)
