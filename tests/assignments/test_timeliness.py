"""One rule, told twice: to the database (AssignmentQuerySet) and to a row (timeliness)."""

from datetime import date, datetime, timedelta

import pytest

from assignments.models import Assignment, Status, Timeliness
from directives.models import AssignmentRole
from tests.factories import at, make_assignment

pytestmark = pytest.mark.django_db

DEADLINE = date(2026, 3, 10)
RUNNING = (Timeliness.OVERDUE, Timeliness.DUE_SOON, Timeliness.ON_TRACK, Timeliness.NONE)


def told(now: datetime, until: date) -> dict[Timeliness, list[Assignment]]:
    """What the database says of all rows: every word, the row's own name for it."""
    rows = Assignment.objects.order_by("pk")
    return {
        Timeliness.OVERDUE: list(rows.overdue(now=now)),
        Timeliness.DUE_SOON: list(rows.due_soon(now=now, until=until)),
        Timeliness.ON_TRACK: list(rows.on_track(until=until)),
        Timeliness.NONE: list(rows.without_deadline()),
        Timeliness.DONE_ON_TIME: list(rows.done_on_time()),
        Timeliness.DONE_LATE: list(rows.done_late()),
    }


def only(work: Assignment, word: Timeliness) -> dict[Timeliness, list[Assignment]]:
    return {kind: [work] * (kind == word) for kind in Timeliness}


@pytest.mark.parametrize(
    ("on", "hour", "expected"),
    [
        pytest.param("2026-03-02", "08:00", Timeliness.ON_TRACK, id="eight days to go"),
        pytest.param("2026-03-03", "08:00", Timeliness.DUE_SOON, id="the first day of soon"),
        pytest.param("2026-03-10", "00:00", Timeliness.DUE_SOON, id="the deadline itself"),
        pytest.param("2026-03-10", "23:59", Timeliness.DUE_SOON, id="its last minute"),
        pytest.param("2026-03-11", "00:00", Timeliness.OVERDUE, id="midnight in Việt Nam"),
    ],
)
def test_work_in_progress(on: str, hour: str, expected: Timeliness) -> None:
    work = make_assignment(due_on=DEADLINE)
    now = at(on, hour)
    until = now.date() + timedelta(days=7)

    assert work.timeliness(now=now, until=until) == expected
    assert told(now, until) == only(work, expected)


@pytest.mark.parametrize(
    ("hour", "expected"),
    [
        pytest.param("11:59", Timeliness.DUE_SOON, id="a minute before"),
        pytest.param("12:00", Timeliness.OVERDUE, id="the hour itself is too late"),
        pytest.param("23:00", Timeliness.OVERDUE, id="the evening"),
    ],
)
def test_a_deadline_with_an_hour(hour: str, expected: Timeliness) -> None:
    work = make_assignment(due_on=DEADLINE, due_time=at(DEADLINE, "12:00").time())
    now = at(DEADLINE, hour)

    assert work.timeliness(now=now, until=DEADLINE) == expected
    assert told(now, DEADLINE) == only(work, expected)


def test_an_hour_says_nothing_of_the_days_before() -> None:
    work = make_assignment(due_on=DEADLINE, due_time=at(DEADLINE, "08:00").time())
    now = at("2026-03-09", "17:00")

    assert work.timeliness(now=now, until=DEADLINE) == Timeliness.DUE_SOON
    assert told(now, DEADLINE) == only(work, Timeliness.DUE_SOON)


@pytest.mark.parametrize(
    ("submitted_at", "expected"),
    [
        pytest.param(at("2026-03-10", "23:59"), Timeliness.ON_TRACK, id="on the last day"),
        pytest.param(at("2026-03-11", "00:00"), Timeliness.OVERDUE, id="a minute later"),
    ],
)
def test_submitted_work_is_judged_by_its_submission(
    submitted_at: datetime, expected: Timeliness
) -> None:
    work = make_assignment(due_on=DEADLINE, status=Status.SUBMITTED, submitted_at=submitted_at)

    assert work.timeliness(now=at("2026-12-01"), until=DEADLINE) == expected
    assert told(at("2026-12-01"), DEADLINE) == {kind: [] for kind in Timeliness}
    assert list(Assignment.objects.submitted()) == [work]


@pytest.mark.parametrize(
    ("submitted_at", "expected"),
    [
        pytest.param(at("2026-03-10", "23:59"), Timeliness.DONE_ON_TIME, id="on the last day"),
        pytest.param(at("2026-03-11", "00:00"), Timeliness.DONE_LATE, id="after midnight"),
    ],
)
def test_an_extension_never_hides_lateness(submitted_at: datetime, expected: Timeliness) -> None:
    work = make_assignment(
        original_due_on=DEADLINE,
        due_on="2026-06-30",
        status=Status.COMPLETED,
        submitted_at=submitted_at,
    )

    assert work.timeliness(now=at("2026-12-01"), until=DEADLINE) == expected
    assert told(at("2026-12-01"), DEADLINE) == only(work, expected)


def test_completed_work_without_a_deadline_is_neither_on_time_nor_late() -> None:
    work = make_assignment(status=Status.COMPLETED)

    assert work.timeliness(now=at("2026-12-01"), until=DEADLINE) == Timeliness.NONE
    assert told(at("2026-12-01"), DEADLINE) == {kind: [] for kind in Timeliness}
    assert list(Assignment.objects.completed()) == [work]


@pytest.mark.parametrize("status", [Status.PAUSED, Status.REFERRED, Status.CANCELLED])
def test_what_stands_outside_is_never_late(status: Status) -> None:
    work = make_assignment(due_on=DEADLINE, status=status)
    now = at("2026-12-01")

    assert work.timeliness(now=now, until=DEADLINE) == Timeliness.NONE
    assert told(now, DEADLINE) == {kind: [] for kind in Timeliness}


def test_who_only_watches_is_never_counted() -> None:
    make_assignment(due_on=DEADLINE, role=AssignmentRole.WATCH)

    assert told(at("2026-12-01"), DEADLINE) == {kind: [] for kind in Timeliness}
    assert list(Assignment.objects.running()) == []


def test_running_work_is_parted_without_rest() -> None:
    for status in Status:
        for due_on in (None, "2026-03-09", "2026-03-10", "2026-03-11", "2026-03-31"):
            make_assignment(due_on=due_on, status=status)
    now, until = at("2026-03-10"), date(2026, 3, 17)

    parts = [work for word in RUNNING for work in told(now, until)[word]]

    assert sorted(work.pk for work in parts) == sorted(
        Assignment.objects.running().values_list("pk", flat=True)
    )
    assert len(parts) == 20  # four running states, five deadlines
    assert all(work in told(now, until)[work.timeliness(now=now, until=until)] for work in parts)
