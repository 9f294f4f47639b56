"""Rows of tasks put together and taken apart, before anybody has confirmed them.

A row is what a TaskForm starts from: {"words", "leads", "deadline_words", "due_on", …}.
"""

from collections.abc import Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any

Row = Mapping[str, Any]
# These go together: they are taken from the first row that tells a deadline or a rhythm.
WHEN = ("deadline_words", "due_on", "due_time", "precision", "nature", "recurrence_unit")

TARGET = ("target_number", "target_unit")


def gathered(rows: Sequence[Row]) -> dict[str, Any]:
    """One row of several, which must not be none: each one's words, product and names once, the first
    deadline and target.

    A later deadline stays in the words.
    """
    timed = next((row for row in rows if _tells_when(row)), rows[0])
    counted = next((row for row in rows if row.get("target_number")), rows[0])
    leads = _names([*(name for row in rows for name in row.get("leads") or [])])
    helping = _names([*(name for row in rows for name in row.get("coordinating") or [])])
    return {
        **rows[0],
        **{name: timed.get(name) for name in WHEN},
        **{name: counted.get(name) for name in TARGET},
        "words": " ".join(_said_once("words", rows)),
        "product": "; ".join(_said_once("product", rows)),
        "leads": leads,
        "coordinating": [row for row in helping if row[1] not in {name for _, name in leads}],
    }


def joined(rows: Sequence[Row], more: Sequence[Row]) -> list[dict[str, Any]]:
    """`more` put into the last of `rows`: the unit that follows continues the one before it."""
    *before, last = rows
    return [*(dict(row) for row in before), gathered([last, *more])]


def without(rows: Sequence[Row], words: str) -> list[dict[str, Any]]:
    """The rows with `words` taken out again, where they still stand as they were put in."""
    return [
        {**row, "words": " ".join(str(row.get("words") or "").replace(words, " ").split())}
        for row in rows
    ]


def as_typed(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The rows in the words a clerk would have typed: days first, numbers plain."""
    return [{name: _typed(value) for name, value in row.items()} for row in rows]


def _said_once(name: str, rows: Sequence[Row]) -> list[str]:
    said: list[str] = []
    for row in rows:
        words = str(row.get(name) or "").strip()
        if words and not any(words in known for known in said):
            said.append(words)
    return said


def _tells_when(row: Row) -> bool:
    return any(row.get(name) for name in ("deadline_words", "due_on", "recurrence_unit"))


def _names(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """(printed words, name) with each name once, in order."""
    found: dict[str, str] = {}
    for words, name in rows:
        found.setdefault(name, words)
    return [(words, name) for name, words in found.items()]


def _typed(value: Any) -> Any:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return str(value) if isinstance(value, Decimal) else value
