"""What rows that say nothing of their own take from the item that cites them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bodies.matching import Matcher
from directives.forms.gathering import WHEN
from directives.forms.tasks import confirmed_tasks, proposed_tasks
from directives.models import Item, Nature
from directives.sheets import Timing


@dataclass(frozen=True, slots=True)
class Own:
    """Who leads the item, by their names, and its deadlines; a row takes all of them.

    `answers` is the one body that leads: several, or a group, answer no petition.
    """

    leads: Sequence[str]
    answers: str
    timings: Sequence[Timing]

    @property
    def deadline(self) -> str:
        """The deadlines in words; "" where there is none."""
        return "; ".join(_said(timing) for timing in self.timings)


def own_of(item: Item, matcher: Matcher) -> Own:
    """As confirmed, where all tasks of the item agree; else as the reader proposes."""
    rows = confirmed_tasks(item)
    if not rows or any(_told(row) != _told(rows[0]) for row in rows):
        rows = proposed_tasks(item, matcher)
    timings = [_timing(row) for row in rows]
    told = [one for one in timings if one != Timing()]
    leads = [name for _, name in rows[0]["leads"]]
    body = matcher.match(leads[0]).body if len(leads) == 1 else None
    return Own(leads, str(body or ""), list(dict.fromkeys(told)))


def _told(row: Mapping[str, Any]) -> list[Any]:
    return [*(row[name] for name in WHEN), [name for _, name in row["leads"]]]


def _timing(row: Mapping[str, Any]) -> Timing:
    return Timing(
        words=row.get("deadline_words") or "",
        due_on=row.get("due_on"),
        due_time=row.get("due_time"),
        precision=row.get("precision") or "",
        unit=row.get("recurrence_unit") or "",
        standing=row["nature"] == Nature.STANDING,
        event=row["nature"] == Nature.EVENT,
    )


def _said(timing: Timing) -> str:
    if timing.due_on:
        return f"{timing.words} ({timing.due_on:%d/%m/%Y})".strip()
    return timing.words or ("định kỳ" if timing.unit else "thường xuyên")
