"""Paragraphs → the units of the outline with their labels, number paths and parents."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from directives.reading.clean import Paragraph
from directives.reading.labels import Label, Style, label_of


@dataclass(slots=True)
class Unit:
    """One unit of the outline. `start:end` in the clean text, label included; `body`: where its own words begin."""

    label: Label | None
    number: str | None
    section: str | None
    parent: int | None
    start: int
    body: int
    end: int
    strong: bool = False
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    depth: int = 0


@dataclass(slots=True)
class _Open:
    style: Style
    steps: int
    value: str
    unit: int


def units_of(paragraphs: Sequence[Paragraph]) -> list[Unit]:
    """Every labelled paragraph opens a unit; one without a label is a unit of its own for now."""
    units: list[Unit] = []
    stack: list[_Open] = []
    section: str | None = None
    for index, piece in enumerate(paragraphs):
        label = label_of(piece.text)
        if label is None and (_only_dashes(stack) or _starts_anew(paragraphs, index)):
            stack = []
        if label is not None and label.style is Style.ROMAN:
            section, stack = label.value, []
        elif label is not None:
            _close_for(stack, label, units)
        unit = Unit(
            label=label,
            number=None,
            section=section,
            parent=stack[-1].unit if stack else None,
            start=piece.start,
            body=piece.start + (label.width if label else 0),
            end=piece.end,
            strong=piece.strong,
            paragraphs=[(piece.start, piece.end)],
            depth=len(stack),
        )
        units.append(unit)
        if label is not None and label.style is not Style.ROMAN:
            unit.number = _path(units, label, unit.parent)
            stack.append(_Open(label.style, label.steps, label.value, len(units) - 1))
    return units


def _only_dashes(stack: Sequence[_Open]) -> bool:
    """A paragraph without label after a loose list of dashes stands by itself."""
    return all(held.style in (Style.DASH, Style.PLUS) for held in stack)


def _starts_anew(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """ "… các nhiệm vụ sau:" and then "1.": a new list begins."""
    if not paragraphs[index].text.rstrip().endswith(":") or index + 1 >= len(paragraphs):
        return False
    label = label_of(paragraphs[index + 1].text)
    return label is not None and label.style is Style.DECIMAL and label.value == "1"


def _close_for(stack: list[_Open], label: Label, units: Sequence[Unit]) -> None:
    """Closes what a new label ends: its own kind of label, and everything deeper."""
    if label.style is Style.DECIMAL:
        _close_for_decimal(stack, label)
        return
    for depth, held in enumerate(stack):
        if held.style is label.style:
            del stack[depth:]
            return
    if label.style in (Style.ROUND, Style.LETTER, Style.LITTLE):
        while (
            stack
            and stack[-1].style in (Style.DASH, Style.PLUS)
            and not _introduces(units, stack[-1])
        ):
            stack.pop()


def _introduces(units: Sequence[Unit], held: _Open) -> bool:
    """A dash holds "(1)" only when it is still the latest unit."""
    return held.unit == len(units) - 1


def _close_for_decimal(stack: list[_Open], label: Label) -> None:
    for depth, held in enumerate(stack):
        if held.style is Style.DECIMAL and held.steps >= label.steps:
            del stack[depth:]
            return
    nearest = len(stack) - 1
    while nearest >= 0 and stack[nearest].style is not Style.DECIMAL:
        nearest -= 1
    if nearest >= 0 and not label.value.startswith(stack[nearest].value + "."):
        del stack[nearest:]
    elif nearest >= 0:
        del stack[nearest + 1 :]
    elif label.steps > 1 or label.value != "1":
        stack.clear()


def _path(units: Sequence[Unit], label: Label, parent: int | None) -> str | None:
    """ "1.7.1", "2.(3)", "1.a"; None for dashes."""
    if not label.numbered:
        return None
    above = units[parent].number if parent is not None else None
    value = f"({label.value})" if label.style in (Style.ROUND, Style.LITTLE) else label.value
    if label.style is Style.DECIMAL:
        return value if above is None or label.steps > 1 else f"{above}.{value}"
    return f"{above}.{value}" if above else value
