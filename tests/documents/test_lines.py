"""What a document tells of one assignment, and how lines that stand alike share a row."""

from dataclasses import replace
from datetime import date

import pytest

from assignments.clock import Clock
from assignments.models import Assignment, Status
from assignments.papers.groups import merged
from assignments.papers.lines import Line, lines, short_day
from directives.models import AssignmentRole
from tests.factories import at, make_assignment, make_body

pytestmark = pytest.mark.django_db

NOW = Clock(at("2026-03-20", "09:00"))


@pytest.fixture
def line() -> Line:
    make_assignment(due_on="2026-03-10", body=make_body("UBND phường"))
    return lines(Assignment.objects.all(), NOW)[0]


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 3, 2), "02/3/2026"),
        (date(2026, 2, 28), "28/02/2026"),
        (date(2025, 12, 5), "05/12/2025"),
    ],
)
def test_a_day_as_offices_write_it(day: date, written: str) -> None:
    assert short_day(day) == written


def test_bodies_that_help_are_told_from_those_that_lead(line: Line) -> None:
    def of(names: str, role: str) -> list[Line]:
        return [replace(line, key=name, body=name, role=role) for name in names]

    lead, co = AssignmentRole.LEAD, AssignmentRole.CO
    groups = [
        of("A", lead),
        of("AB", co),
        of("ABCD", lead),
        of("ABCD", co),
        of("A", lead) + of("B", co),
    ]

    assert [[(one.body, count) for one, count in merged(group)] for group in groups] == [
        [("A", 1)],
        [("A (phối hợp), B (phối hợp)", 2)],
        [("04 đơn vị: A, B, C, D", 4)],
        [("04 đơn vị phối hợp: A, B, C, D", 4)],
        [("A, B (phối hợp)", 2)],
    ]


def test_what_came_of_it_keeps_lines_apart(line: Line) -> None:
    other = replace(line, body="Công an", result="Đã xong")

    assert [one.body for one, _ in merged([line, other])] == ["UBND phường", "Công an"]


@pytest.mark.parametrize(
    ("status", "submitted", "expected"),
    [
        (Status.IN_PROGRESS, None, ("overdue", 10, True)),
        (Status.RETURNED, None, ("overdue", 10, True)),
        (Status.SUBMITTED, "2026-03-09", ("submitted", 0, False)),
        (Status.SUBMITTED, "2026-03-11", ("submitted", 0, True)),
        (Status.PAUSED, None, ("aside", 0, False)),
        (Status.COMPLETED, "2026-03-10", ("done_on_time", 0, False)),
        (Status.COMPLETED, "2026-03-13", ("done_late", 3, False)),
    ],
)
def test_how_the_work_stands(
    status: Status, submitted: str | None, expected: tuple[str, int, bool]
) -> None:
    make_assignment(due_on="2026-03-10", status=status, submitted_at=at(submitted or "2026-03-09"))
    (told,) = lines(Assignment.objects.all(), NOW)

    assert (told.word, told.days_late, told.past_original) == expected
