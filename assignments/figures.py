"""Figures leaders read. Each counts exactly the rows its link opens, by the same queryset word.

`select(rows, word, clock)` gives the rows, `by_body` and `total` count them; the words are the
values of `tinh-trang` in the list. What counts as soon is each office's own setting: rows of
several offices are read office by office, and summed.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Q, Value
from django.db.models.functions import TruncDate
from django.utils.timezone import localdate

from assignments.clock import Clock
from assignments.models import OPEN, Assignment, Report, Status
from assignments.models.assignments import AssignmentQuerySet
from bodies.models import Body, Office
from directives.models import AssignmentRole

Rows = AssignmentQuerySet

WORDS: Mapping[str, Callable[[Rows, datetime], Rows]] = {
    "overdue": lambda rows, now: rows.overdue(now=now),
    "none": lambda rows, _: rows.without_deadline(),
    "submitted": lambda rows, _: rows.submitted(),
    "bounced": lambda rows, _: rows.running().filter(status=Status.BOUNCED),
    "completed": lambda rows, _: rows.completed(),
    "done_on_time": lambda rows, _: rows.done_on_time(),
    "done_late": lambda rows, _: rows.done_late(),
    "late_open": lambda rows, now: late_open(rows, now=now),
    "aside": lambda rows, _: rows.counted().filter(status__in=(Status.PAUSED, Status.REFERRED)),
    "watched": lambda rows, _: rows.filter(role=AssignmentRole.WATCH, status__in=OPEN),
}
# Told apart by the last day that counts as soon.
WINDOWED: Mapping[str, Callable[[Rows, datetime, date], Rows]] = {
    "due_soon": lambda rows, now, until: rows.due_soon(now=now, until=until),
    "on_track": lambda rows, _, until: rows.on_track(until=until),
}
# The page of a body: word, title, how many rows at most.
GROUPS = (
    ("overdue", "Quá hạn", 100),
    ("due_soon", "Sắp đến hạn", 100),
    ("on_track", "Trong hạn", 100),
    ("none", "Không thời hạn, thường xuyên", 100),
    ("submitted", "Chờ xác nhận", 100),
    ("aside", "Tạm dừng, đã báo cáo cấp trên", 100),
    ("watched", "Theo dõi, không tính vào số liệu", 100),
    ("completed", "Đã hoàn thành", 20),
)
MONDAY_TO_SUNDAY = timedelta(days=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many rows each word has; field names are the words."""

    overdue: int = 0
    due_soon: int = 0
    on_track: int = 0
    none: int = 0
    submitted: int = 0
    bounced: int = 0
    completed: int = 0
    done_on_time: int = 0
    done_late: int = 0
    late_open: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(**{word: getattr(self, word) + getattr(other, word) for word in counted()})

    @property
    def dated(self) -> int:
        """What the bar of a body shows: running, with a deadline."""
        return self.overdue + self.due_soon + self.on_track

    @property
    def running(self) -> int:
        return self.dated + self.none

    @property
    def judged(self) -> int:
        """What the rate divides by: completed with a deadline, and open past the original one."""
        return self.done_on_time + self.done_late + self.late_open

    @property
    def on_time_rate(self) -> float | None:
        """On time ÷ (completed + open overdue) on the original deadline, in percent; None of nothing."""
        return 100 * self.done_on_time / self.judged if self.judged else None


@dataclass(frozen=True, slots=True)
class BodyCounts:
    body: Body
    counts: Counts


@dataclass(frozen=True, slots=True)
class Late:
    """One overdue row: by how many days (0 on the day itself), and what the body last wrote on it."""

    assignment: Assignment
    days: int
    report: Report | None


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one word on a body's page: the first of `count`."""

    word: str
    title: str
    count: int
    rows: list[Assignment]


@dataclass(frozen=True, slots=True)
class Branch:
    """A body in its tree: `depth` is 0 for a root."""

    body: Body
    depth: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class Week:
    """Running work due from `first` to `last`, both in."""

    first: date
    last: date
    count: int


def counted() -> list[str]:
    """The words that are counted: the fields of Counts."""
    return [field.name for field in fields(Counts)]


def select(rows: Rows, word: str, clock: Clock) -> Rows:
    """Return the rows of a word, each judged by its own office's window."""
    if word in WORDS:
        return WORDS[word](rows, clock.now)
    parts = [
        WINDOWED[word](rows.filter(office__in=offices), clock.now, until)
        for until, offices in windows(clock).items()
    ]
    return reduce(or_, parts, rows.none())


def late_open(rows: Rows, *, now: datetime) -> Rows:
    """Not completed and past the original deadline: an extension never hides lateness.

    The deadline's own day is in time. Work that waits to be accepted is judged by the day it
    was submitted; paused and referred work stands outside.
    """
    running = rows.running().filter(original_due_on__lt=localdate(now))
    submitted = rows.submitted().filter(original_due_on__lt=TruncDate("submitted_at"))
    return running | submitted


def windows(clock: Clock) -> Mapping[date, list[int]]:
    """Return the last day that counts as soon → the offices that say so."""
    offices: dict[date, list[int]] = defaultdict(list)
    for office in Office.objects.all():
        offices[clock.soon_until(office)].append(office.pk)
    return offices


def by_body(rows: Rows, clock: Clock) -> list[BodyCounts]:
    """Return each body that has rows with its counts, worst first: most overdue, soon, on track."""
    counts = tally(rows, clock)
    bodies = Body.objects.in_bulk(counts)
    found = [BodyCounts(bodies[pk], counts[pk]) for pk in counts]
    return sorted(found, key=_worst_first)


def tally(rows: Rows, clock: Clock) -> Mapping[int, Counts]:
    """Return body id → counts, in one query: an arm for each word and window, added up.

    Arms, and not one conditional count: each is the word itself and reads its own index.
    """
    first, *others = _arms(rows, clock)
    numbers: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for word, body, count in first.union(*others, all=True):
        numbers[body][word] += count
    return {body: Counts(**words) for body, words in numbers.items()}


def total(bodies: Iterable[BodyCounts]) -> Counts:
    return sum((row.counts for row in bodies), Counts())


def longest_overdue(rows: Rows, clock: Clock, *, limit: int) -> list[Late]:
    """Return the rows overdue longest, each with the newest report on it."""
    found = rows.overdue(now=clock.now).for_display().prefetch_related("reports")
    return [
        Late(row, (clock.today - row.due_on).days, next(iter(row.reports.all()), None))
        for row in found.order_by("due_on", "due_time", "pk")[:limit]
        if row.due_on  # always: overdue work has a day
    ]


def groups(rows: Rows, clock: Clock) -> list[Group]:
    """Return all that the rows owe, grouped as their bodies ask for it; empty groups are left out."""
    found = []
    for word, title, limit in GROUPS:
        of_word = select(rows, word, clock).for_display()
        if word == "completed":
            of_word = of_word.order_by("-completed_at", "-pk")
        first = list(of_word[:limit])
        count = of_word.count() if len(first) == limit else len(first)
        found.append(Group(word, title, count, first))
    return [group for group in found if group.count]


def tree(bodies: Iterable[Body], counts: Mapping[int, Counts], *, on: date) -> list[Branch]:
    """Return the bodies parents first, with their own counts, by name.

    A body whose parent is not among them is a root.
    A body that has ended by the day `on` stays while it still has running work or bodies below.
    """
    below: dict[int | None, list[Body]] = defaultdict(list)
    found = sorted(bodies, key=_by_name)
    known = {body.pk for body in found}
    for body in found:
        below[body.parent_id if body.parent_id in known else None].append(body)

    def branches(parent: int | None, depth: int) -> Iterator[Branch]:
        for body in below[parent]:
            own = counts.get(body.pk, Counts())
            under = list(branches(body.pk, depth + 1))
            if under or own.running or _in_being(body, on):
                yield Branch(body, depth, own)
                yield from under

    return list(branches(None, 0))


def weeks_ahead(rows: Rows, clock: Clock, *, count: int = 4) -> list[Week]:
    """Return how much running work falls due this week (from today on) and in the weeks after."""
    spans = list(_weeks(clock.today, count))
    numbers = rows.running().aggregate(
        **{f"week{n}": Count("pk", filter=Q(due_on__range=s)) for n, s in enumerate(spans)}
    )
    return [Week(*span, numbers[f"week{n}"]) for n, span in enumerate(spans)]


def _weeks(today: date, count: int) -> Iterator[tuple[date, date]]:
    first = today
    for _ in range(count):
        last = first - timedelta(days=first.weekday()) + MONDAY_TO_SUNDAY
        yield first, last
        first = last + timedelta(days=1)


def _arms(rows: Rows, clock: Clock) -> list[Any]:
    """Queries of (word, body id, count), all told apart by the words above."""
    arms = [(word, WORDS[word](rows, clock.now)) for word in counted() if word in WORDS]
    for until, offices in windows(clock).items():
        part = rows.filter(office__in=offices)
        arms += [(word, WINDOWED[word](part, clock.now, until)) for word in WINDOWED]
    return [
        found.order_by()
        .annotate(word=Value(word))
        .values("word", "body")
        .annotate(number=Count("pk"))
        .values_list("word", "body", "number")
        for word, found in arms
    ]


def _in_being(body: Body, on: date) -> bool:
    return body.valid_to is None or on <= body.valid_to


def _by_name(body: Body) -> str:
    """Accents aside, and number 2 before number 10."""
    return re.sub(r"\d+", lambda number: number[0].zfill(6), body.folded)


def _worst_first(row: BodyCounts) -> tuple[int, int, int, str]:
    counts = row.counts
    return (-counts.overdue, -counts.due_soon, -counts.on_track, _by_name(row.body))
