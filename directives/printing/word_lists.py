"""Printed labels as lists that Word counts by itself, so that a clerk may add an item between two.

A label is counted only where the count gives exactly what is printed; where the printed numbers
jump, a list of its own begins; an odd label ("đ)", "01.") is not counted at all and is typed.
"""

import re
from dataclasses import dataclass, field
from string import ascii_lowercase
from typing import NamedTuple

# Levels of a list, from the outermost: I-, 1., 1.1., 1.1.1., a), (1). A sign is a list of its own.
_SHAPES = (
    (0, "upperRoman", re.compile(r"()([IVX]{1,5})(\s?[-–.])")),
    (1, "decimal", re.compile(r"()(\d{1,3})(\.)")),
    (2, "decimal", re.compile(r"()(\d{1,3}\.\d{1,3})(\.?)")),
    (3, "decimal", re.compile(r"()(\d{1,3}\.\d{1,3}\.\d{1,3})(\.?)")),
    (4, "lowerLetter", re.compile(r"()([a-z])(\))")),
    (5, "decimal", re.compile(r"(\()(\d{1,3})(\))")),
    (0, "bullet", re.compile(r"([-+])()()")),
)
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
MOST_LISTS = 300  # Word opens a file with more of them slowly


class Shape(NamedTuple):
    """A label taken apart: "1.7.3." is level 3, (1, 7, 3), nothing before and "." after."""

    level: int
    form: str
    values: tuple[int, ...]
    before: str
    after: str


@dataclass
class List:
    """One counted list: where each level starts and how its label is written, in Word's own terms."""

    number: int
    levels: dict[int, tuple[str, str, int]] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)

    def takes(self, shape: Shape) -> bool:
        """Whether the next paragraph of this level would be labelled just so."""
        known = self.levels.get(shape.level)
        if known is None:  # writers differ in what a level begins with below which one was counted
            return self._counts_above(shape) and not any(at > shape.level for at in self.levels)
        counted = self.counts.get(shape.level, known[2] - 1) + 1
        same = known[1] == _written(shape, counted_above=self._counts_above(shape))
        return same and shape.values[-1] == counted

    def take(self, shape: Shape) -> None:
        written = _written(shape, counted_above=self._counts_above(shape))
        own = shape.values[-1] if shape.values else 1
        self.levels.setdefault(shape.level, (shape.form, written, own))
        self.counts = {at: count for at, count in self.counts.items() if at < shape.level}
        self.counts[shape.level] = own

    def _counts_above(self, shape: Shape) -> bool:
        """Whether the levels that are part of the label stand at just these numbers here."""
        return all(self.counts.get(at) == n for at, n in enumerate(shape.values[:-1], start=1))


class Place(NamedTuple):
    """Which list a paragraph is counted in, and how deep; a `sign` such as "-" is not counted."""

    number: int
    level: int
    sign: bool


class Lists:
    """All lists of a paper, in the order they begin."""

    def __init__(self) -> None:
        self.all: list[List] = []
        self._signs: dict[str, List] = {}
        self._current: List | None = None

    def place(self, label: str) -> Place | None:
        """Count the paragraph with this printed label; None where the label has to be typed."""
        shape = shape_of(label)
        if shape is None:
            return None
        found = self._list_for(shape)
        if found is None:
            return None
        found.take(shape)
        return Place(found.number, shape.level, sign=shape.form == "bullet")

    def begin(self) -> None:
        """What comes now is not counted on from what came before: an appendix."""
        self._current = None

    def _list_for(self, shape: Shape) -> List | None:
        """The list that this label goes on with or begins; None when there are too many."""
        if shape.form == "bullet" and shape.before in self._signs:
            return self._signs[shape.before]
        if shape.form != "bullet" and self._current and self._current.takes(shape):
            return self._current
        if len(self.all) == MOST_LISTS:
            return None
        self.all.append(List(len(self.all) + 1))
        if shape.form == "bullet":
            self._signs[shape.before] = self.all[-1]
        else:
            self._current = self.all[-1]
        return self.all[-1]


def shape_of(label: str) -> Shape | None:
    """The label as a level of a list, or None where Word could not write it so."""
    for level, form, pattern in _SHAPES:
        found = pattern.fullmatch(label)
        if found:
            values = _values(form, found[2])
            if values is None:
                return None
            return Shape(level, form, values, found[1], found[3])
    return None


def _values(form: str, printed: str) -> tuple[int, ...] | None:
    """The numbers printed; None where Word would print them in another way ("01", "IIII")."""
    if form == "bullet":
        return ()
    if form == "upperRoman":
        tens, rest = printed.count("X"), printed.lstrip("X")
        regular = rest in _ROMAN and tens < 4
        return (10 * tens + _ROMAN.index(rest),) if regular else None
    if form == "lowerLetter":
        return (ascii_lowercase.index(printed) + 1,)
    parts = printed.split(".")
    return tuple(map(int, parts)) if not any(one.startswith("0") for one in parts) else None


def _written(shape: Shape, *, counted_above: bool) -> str:
    """How Word is told to write it: "%2.%3." where it counts the levels above, else "1.%3."."""
    if shape.form == "bullet":
        return shape.before
    above = shape.values[:-1]
    marks = [f"%{at}" for at in range(2, shape.level + 1)] if counted_above else map(str, above)
    prefix = "".join(f"{mark}." for mark in marks) if above else ""
    return f"{shape.before}{prefix}%{shape.level + 1}{shape.after}"
