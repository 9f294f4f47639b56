"""A point in time as a paper tells it, before it is held against a calendar."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import time

from directives.reading.model import Precision
from directives.reading.words import Token


@dataclass(frozen=True, slots=True)
class Moment:
    """What is said, before it is held against a calendar. `days`, `months`: so many after the issue, or after
    the day that is told with them.
    """

    precision: Precision
    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: time | None = None
    part: str = ""
    days: int | None = None
    months: int | None = None
    weekday: int | None = None
    working: bool = False
    said: str = ""  # "today", "this year", "next month" …: relative to the issue


Parsed = tuple[Moment, int] | None
Rule = Callable[[Sequence[Token], int], Parsed]
