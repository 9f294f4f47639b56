"""The units "(1) … (n)" of an item: what they say, and what they propose together for one task above them."""

import re
from dataclasses import dataclass
from typing import Any

from directives.models import Item

_LABEL = re.compile(r"\(\d{1,3}\)")
_UNITS = re.compile(r"(?:^|(?<=[\s:;,.]))\((\d{1,3})\)\s*")
Proposal = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Unit:
    """`leads` are those it names itself, as printed; `deadlines` its own, in the form of proposals."""

    label: str
    words: str
    leads: tuple[str, ...] = ()
    deadlines: tuple[Proposal, ...] = ()


def units_of(item: Item) -> list[Unit]:
    """Items of their own, or inside the item's words.

    Empty when there are fewer than two, or when they do not count 1, 2, 3.
    """
    text = item.notice.text
    inside = unit_items(item)
    if len(inside) > 1:
        return [_unit(child, text) for child in inside]
    _, *parts = _UNITS.split(item.words(text))
    numbers, words = parts[::2], parts[1::2]
    counted = [int(number) for number in numbers] == list(range(1, len(numbers) + 1))
    if not counted or len(words) < 2:
        return []
    return [
        Unit(f"({number})", said.strip(" ;,")) for number, said in zip(numbers, words, strict=True)
    ]


def unit_items(item: Item) -> list[Item]:
    """The items printed as "(1)", "(2)" … right under this one."""
    children = item.children.select_related("notice")
    return [child for child in children if _LABEL.fullmatch(child.label.strip())]


def proposed_above(item: Item) -> list[Proposal]:
    """What the units propose for a task of the item, which proposes none itself.

    Who leads those that name nobody of their own, and each deadline that a unit tells: a task for
    each, as for any item of several deadlines. Empty where the units propose nothing.
    """
    units = [unit for unit in unit_items(item) if unit.proposed()]
    if len(units) < 2:
        return []
    heirs = [unit for unit in units if not _names_its_own(unit)] or units
    first, *others = (unit.proposed()[0] for unit in heirs)
    shared = {
        role: [name for name in first[role] if all(name in other[role] for other in others)]
        for role in ("leads", "coordinating")
    }
    bare = {"nature": "dated", **shared}
    timed = {
        (task["due_on"], task["recurrence_unit"]): task
        for unit in units
        for task in unit.proposed()
        if _tells_when(task)
    }
    return [
        {**task, **shared, "target_number": None, "target_unit": ""} for task in timed.values()
    ] or [bare]


def _unit(item: Item, text: str) -> Unit:
    proposed = item.proposed()
    leads = proposed[0]["leads"] if proposed and _names_its_own(item) else ()
    deadlines = tuple(task for task in proposed if _tells_when(task))
    return Unit(item.label.strip(), item.words(text).rstrip(" ;,"), tuple(leads), deadlines)


def _names_its_own(item: Item) -> bool:
    """Whether a body stands in its own words: only such are marked."""
    return any(kind == "body" for _, _, kind in item.proposal.get("marks", []))


def _tells_when(task: Proposal) -> bool:
    return bool(task["due_on"] or task["recurrence_unit"])
