"""Drafts → items of a reading, with every span carried back to the source."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from directives.reading.citations import find_citations, find_targets
from directives.reading.clean import Clean
from directives.reading.drafts import Draft
from directives.reading.lists import Listed
from directives.reading.model import Citation, Deadline, Mention, ReadItem, Recurrence, Target
from directives.reading.recurrence import find_recurrences

Placed = TypeVar("Placed", Citation, Deadline, Recurrence, Target)


def item_of(draft: Draft, clean: Clean) -> ReadItem:
    """What the draft says, for a reader that knows only the source."""
    unit = draft.unit
    start, end = clean.source_span(unit.start, unit.end)
    bare = ReadItem(
        label=unit.label.printed if unit.label else "",
        number=unit.number,
        section=unit.section,
        parent=unit.parent,
        start=start,
        end=end,
        text=draft.text,
        kind=draft.kind,
        inline=draft.inline,
        citations=tuple(_placed(one, clean, unit.body) for one in find_citations(draft.text)),
    )
    return _with_duties(bare, draft, clean) if bare.is_directive else bare


def _with_duties(item: ReadItem, draft: Draft, clean: Clean) -> ReadItem:
    """Who, when and how much: only of what somebody is to do."""
    body = draft.unit.body
    recurring, recurrences = find_recurrences(draft.text)
    coordinating = (
        *_mentions(draft.named.coordinating, clean),
        *_mentions(draft.coordinators, clean, inherited=True),
    )
    full = replace(
        item,
        leads=_mentions(draft.leads, clean, inherited=draft.inherited),
        coordinating=coordinating,
        via=_mentions(draft.named.via, clean),
        report_to=_mentions(draft.named.report_to, clean),
        deadlines=tuple(_placed(one, clean, 0) for one in draft.deadlines),
        recurring=recurring,
        recurrences=tuple(_placed(one, clean, body) for one in recurrences),
        targets=tuple(_placed(one, clean, body) for one in find_targets(draft.text)),
    )
    return replace(full, doubts=doubts_of(full, supposed=draft.supposed))


def _placed(found: Placed, clean: Clean, offset: int) -> Placed:
    """The same find with its span in the source."""
    start, end = clean.source_span(found.start + offset, found.end + offset)
    return replace(found, start=start, end=end)


def doubts_of(item: ReadItem, *, supposed: bool) -> tuple[str, ...]:
    """What the clerk should check before confirming; deadlines carry their own doubts."""
    found = []
    if not item.leads:
        found.append("Chưa rõ giao cho cơ quan nào.")
    elif supposed:
        found.append("Cơ quan thực hiện được suy từ buổi làm việc, văn bản không nêu rõ.")
    if len(item.leads) > 1:
        found.append("Có nhiều cơ quan được giao; cần xác định cơ quan chủ trì.")
    if sum(one.due_on is not None for one in item.deadlines) > 1:
        found.append("Có nhiều thời hạn; cân nhắc tách thành nhiều nhiệm vụ.")
    return tuple(found)


def _mentions(
    bodies: Sequence[Listed], clean: Clean, *, inherited: bool = False
) -> tuple[Mention, ...]:
    return tuple(
        Mention(body.text, *(body.source or clean.source_span(body.start, body.end)), inherited)
        for body in bodies
    )
