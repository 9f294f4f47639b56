"""A row of the register as it was read, and what all rows together would do."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assignments.lifecycle import OldResult
from bodies.models import Body
from directives.drafting import Named
from directives.models import Notice, Task
from directives.sheets import Columns, Row, Timing

MARK = "Nhập từ sổ cũ"


class ImportRefused(Exception):
    """Nothing of the register was taken. `problems` are sentences for the user."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = list(problems)


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Paper:
    """A notice as a row names it. `term_id` is the term of its issuer that its day falls in."""

    issuer: Body
    kind: Notice.Kind
    number: int
    symbol: str
    issued_on: date
    term_id: int | None

    @property
    def code(self) -> str:
        return f"{self.number:02d}{self.symbol}"

    @property
    def key(self) -> tuple[int, str, int, date]:
        return (self.issuer.pk, self.kind, self.number, self.issued_on)

    @property
    def place(self) -> tuple[int, str, int, int | None]:
        """What a number is unique in, and the number."""
        return (self.issuer.pk, self.kind, self.number, self.term_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of the register as it was read, and what is to become of it.

    told  what the register says of work still open, kept as a progress report
    """

    number: int
    paper: Paper | None
    subject: str
    code: str
    words: str
    leads: Sequence[Named]
    coordinating: Sequence[Named]
    timing: Timing
    result: OldResult | None = None
    told: str = ""
    task: Task | None = None
    outcome: Outcome = Outcome.NEW
    problems: Sequence[str] = ()
    notes: Sequence[str] = ()

    @property
    def named(self) -> Sequence[Named]:
        return (*self.leads, *self.coordinating)


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column is what, and how many rows with words stand above the data."""

    columns: Columns
    after: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What the sheet would do. `digest` tells whether it is still what somebody looked at.

    left  rows that are no tasks: titles of groups, the template's example, what stands below
    """

    entries: Sequence[Entry]
    layout: Layout
    sha256: str
    left: Sequence[Row] = ()

    @property
    def counts(self) -> Counter[Outcome]:
        return Counter(entry.outcome for entry in self.entries)

    @property
    def problems(self) -> list[str]:
        return [f"Dòng {e.number}: {problem}" for e in self.entries for problem in e.problems]

    @property
    def unmatched(self) -> list[str]:
        """Names nobody in the directory answers to, each once."""
        names = (n.words for e in self.entries for n in e.named if not n.match)
        return list(dict.fromkeys(names))

    @property
    def notices(self) -> int:
        """How many notices would be made."""
        return len({e.paper.key for e in self.entries if e.paper and e.outcome == Outcome.NEW})

    @property
    def digest(self) -> str:
        told = [
            (e.number, e.outcome.value, list(e.problems), [n.match.name for n in e.named])
            for e in self.entries
        ]
        seen = f"{self.sha256} {self.layout.after} {sorted(self.layout.columns.items())} {told}"
        return hashlib.sha256(seen.encode()).hexdigest()
