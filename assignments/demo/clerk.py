"""The demo's clerk at the bench: what the reader proposes is confirmed, or corrected first.

The same verbs as the clerk's page. A duty that is not found in the paper is left out and counted.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from assignments.demo.plan import Duty, Paper
from assignments.demo.wording import Wording
from bodies.matching import Match, Matcher
from directives.drafting import Named, TaskDraft
from directives.models import AssignmentRole, Item, ItemKind, Nature, Notice, Precision

LEAD, CO = AssignmentRole.LEAD, AssignmentRole.CO
PRECISIONS = {
    "month": Precision.MONTH,
    "quarter": Precision.QUARTER,
    "year": Precision.YEAR,
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What the clerk decides about an item; without duties it orders nothing.

    as_read  how many of `drafts` are the reader's own
    """

    item: Item
    duties: Sequence[Duty]
    drafts: Sequence[TaskDraft]
    as_read: int


def decisions(
    notice: Notice, paper: Paper, *, wording: Wording, matcher: Matcher
) -> list[Decision]:
    """Return the decisions in printed order, as far as the paper is to be reviewed."""
    return list(_decided(notice, paper, wording, matcher))


def unplaced(notice: Notice, paper: Paper) -> list[str]:
    """Return the words of duties that no item of the notice holds."""
    items = list(notice.items.all())
    return [duty.at for duty in paper.duties if _holder(duty, items, notice) is None]


def _decided(
    notice: Notice, paper: Paper, wording: Wording, matcher: Matcher
) -> Iterator[Decision]:
    items = list(notice.items.all())
    found: dict[int, list[Duty]] = defaultdict(list)
    for duty in paper.duties:
        if holder := _holder(duty, items, notice):
            found[holder.pk].append(duty)
    for item in items:
        duties = found[item.pk]
        if duties:
            yield _decision(item, duties, notice, wording, matcher)
        elif item.kind == ItemKind.DIRECTIVE:
            yield Decision(item, (), (), 0)
        if paper.reviewed_until and any(paper.reviewed_until in duty.at for duty in duties):
            return


def _holder(duty: Duty, items: Sequence[Item], notice: Notice) -> Item | None:
    """The smallest item whose words hold the duty's."""
    holding = [item for item in items if duty.at in item.words(notice.text)]
    return min(holding, key=lambda item: item.end - item.start, default=None)


def _decision(
    item: Item, duties: list[Duty], notice: Notice, wording: Wording, matcher: Matcher
) -> Decision:
    proposed = item.proposed()
    whole = item.words(notice.text).removeprefix(item.label).strip()
    drafts, as_read = [], 0
    for duty in duties:
        words = duty.words or whole
        like = next((p for p in proposed if _agrees(p, duty, wording, matcher)), None)
        as_read += like is not None
        drafts.append(
            _as_read(like, duty, words, matcher)
            if like
            else _corrected(duty, words, proposed, wording, matcher)
        )
    return Decision(item, duties, drafts, as_read)


def _agrees(proposed: dict[str, Any], duty: Duty, wording: Wording, matcher: Matcher) -> bool:
    due = wording.day(duty.due).isoformat() if duty.due else None
    return (
        _meant(proposed["leads"], matcher) == _meant(duty.leads, matcher)
        and _meant(proposed["coordinating"], matcher) == _meant(duty.co, matcher)
        and (proposed["due_on"], proposed["due_time"]) == (due, duty.time or None)
        and (proposed["nature"], proposed["recurrence_unit"]) == (duty.nature, duty.unit)
    )


def _meant(words: Sequence[str], matcher: Matcher) -> set[Match]:
    """Whom the words mean; names nobody knows ("các phòng, bộ phận") are left out, as a clerk does."""
    return {match for match in map(matcher.match, words) if match}


def _as_read(proposed: dict[str, Any], duty: Duty, words: str, matcher: Matcher) -> TaskDraft:
    number = proposed["target_number"]
    return TaskDraft(
        words=words,
        named=_named(proposed["leads"], proposed["coordinating"], matcher),
        nature=Nature(proposed["nature"]),
        deadline_words=proposed["deadline_words"],
        precision=proposed["precision"],
        due_on=date.fromisoformat(proposed["due_on"]) if proposed["due_on"] else None,
        due_time=time.fromisoformat(proposed["due_time"]) if proposed["due_time"] else None,
        recurrence_unit=proposed["recurrence_unit"],
        evidence=duty.evidence,
        target_number=Decimal(number) if number else None,
        target_unit=proposed["target_unit"],
    )


def _corrected(
    duty: Duty, words: str, proposed: list[dict[str, Any]], wording: Wording, matcher: Matcher
) -> TaskDraft:
    due = wording.day(duty.due) if duty.due else None
    like = next((p for p in proposed if due and p["due_on"] == due.isoformat()), None)
    form = duty.due.partition(":")[2].rstrip("/")
    precision = PRECISIONS.get(form, Precision.HOUR if duty.time else Precision.DAY)
    said = f"{'trong' if form else 'trước ngày'} {wording.printed(duty.due)}" if due else ""
    return TaskDraft(
        words=words,
        named=_named(duty.leads, duty.co, matcher),
        nature=duty.nature,
        deadline_words=like["deadline_words"] if like else said,
        precision=precision,
        due_on=due,
        due_time=time.fromisoformat(duty.time) if duty.time else None,
        recurrence_unit=duty.unit,
        evidence=duty.evidence,
    )


def _named(leads: Sequence[str], co: Sequence[str], matcher: Matcher) -> list[Named]:
    """The addressees in printed order, each once."""
    told = dict.fromkeys([*((w, LEAD) for w in leads), *((w, CO) for w in co)])
    named = [Named(words=w, role=role, match=matcher.match(w)) for w, role in told]
    return [n for n in named if n.match]
