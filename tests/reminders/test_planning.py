"""What is written down as owed: once, whoever asks and however often."""

from datetime import date, time

import pytest
from pytest_django import DjangoAssertNumQueries

from assignments.models import Assignment, Reminder, Status
from directives.models import AssignmentRole
from tests.factories import at, make_assignment, make_body, make_notice, make_office, make_task
from tests.reminders.days import at_once, gather, plan

pytestmark = pytest.mark.django_db

DUE = "2026-03-20"  # a Friday


def rungs() -> list[tuple[str, int, date]]:
    rows = Reminder.objects.order_by("pk")
    return list(rows.values_list("rule", "occurrence", "owed_on"))


def test_a_deadline_climbs_its_ladder() -> None:
    make_assignment(due_on=DUE)

    for day in range(9, 32):
        plan(at(f"2026-03-{day:02}"))

    assert rungs() == [
        ("before", 5, date(2026, 3, 13)),
        ("before", 1, date(2026, 3, 19)),
        ("after", 1, date(2026, 3, 23)),
        ("after", 5, date(2026, 3, 27)),
    ]


def test_planning_again_writes_nothing() -> None:
    make_assignment(due_on=DUE)

    assert [plan(at("2026-03-13", hour)) for hour in ("08:00", "08:01", "16:00")] == [1, 0, 0]


def test_a_missed_day_is_made_good() -> None:
    make_assignment(due_on=DUE)

    plan(at("2026-03-17"))

    assert rungs() == [("before", 5, date(2026, 3, 13))]


def test_of_several_missed_rungs_only_the_newest_is_owed() -> None:
    make_assignment(due_on=DUE)

    plan(at("2026-04-06"))

    assert rungs() == [("after", 5, date(2026, 3, 27))]


@pytest.mark.parametrize(
    "also",
    [
        {"role": AssignmentRole.WATCH},
        {"status": Status.SUBMITTED},
        {"status": Status.COMPLETED},
        {"status": Status.PAUSED},
        {"status": Status.REFERRED},
        {"status": Status.CANCELLED},
        {"due_on": None},
    ],
    ids=str,
)
def test_nobody_is_reminded_of(also: dict[str, object]) -> None:
    make_assignment(**{"due_on": DUE, **also})  # type: ignore[arg-type]

    assert plan(at("2026-03-23")) == 0


@pytest.mark.parametrize("role", [AssignmentRole.LEAD, AssignmentRole.CO])
@pytest.mark.parametrize(
    "status", [Status.SENT, Status.IN_PROGRESS, Status.RETURNED, Status.BOUNCED]
)
def test_all_whose_clock_runs_are_reminded(role: AssignmentRole, status: Status) -> None:
    make_assignment(due_on=DUE, role=role, status=status)

    assert plan(at("2026-03-23")) == 1


def test_a_written_hour_ends_the_time_before_the_deadline() -> None:
    make_assignment(due_on=DUE, due_time=time(12))

    assert plan(at(DUE, "12:00")) == 0
    assert plan(at(DUE, "11:59")) == 1


def test_a_new_deadline_arms_the_ladder_again() -> None:
    work = make_assignment(due_on=DUE)
    plan(at("2026-03-19"))

    Assignment.objects.filter(pk=work.pk).update(due_on="2026-04-10", deadline_version=2)

    assert [plan(at("2026-03-20")), plan(at("2026-04-03"))] == [0, 1]


def test_another_body_in_charge_is_reminded_anew() -> None:
    work = make_assignment(due_on=DUE)
    plan(at("2026-03-19"))

    Assignment.objects.filter(pk=work.pk).update(body=make_body("Phòng Kinh tế"))

    assert plan(at("2026-03-19")) == 1


def test_work_sent_back_is_reminded_of_after_all() -> None:
    work = make_assignment(due_on=DUE)
    now = at("2026-03-19", "06:00")
    plan(now)
    Assignment.objects.filter(pk=work.pk).update(
        status=Status.SUBMITTED, submitted_at=now, submitted_by=work.task.notice.created_by
    )
    gather(now)
    assert Reminder.objects.dropped().count() == 1

    Assignment.objects.filter(pk=work.pk).update(
        status=Status.RETURNED, submitted_at=None, submitted_by=None
    )

    assert plan(at("2026-03-19")) == 1
    assert Reminder.objects.owed().count() == 1


def test_what_a_newer_rung_replaced_is_not_brought_back() -> None:
    make_assignment(due_on=DUE)
    plan(at("2026-03-13"))
    plan(at("2026-03-19"))
    gather(at("2026-03-19"))

    assert [plan(at("2026-03-18")), gather(at("2026-03-18"))] == [0, 0]


def test_a_sunday_owes_nothing_but_what_is_urgent_or_short() -> None:
    make_assignment(due_on="2026-03-23")
    urgent = make_assignment(make_task(make_notice(urgency="urgent"), due_on="2026-03-23"))
    short = make_assignment(
        make_task(make_notice(issued_on=date(2026, 3, 18)), due_on="2026-03-23")
    )

    plan(at("2026-03-22"))

    assert set(Reminder.objects.values_list("assignment", flat=True)) == {urgent.pk, short.pk}


def test_an_office_keeps_its_own_ladder() -> None:
    office = make_office(remind_before_days=[3], remind_after_days=[2, "x", -1, 10**9])
    make_assignment(office=office, due_on=DUE)

    for day in range(9, 32):
        plan(at(f"2026-03-{day:02}"))

    assert rungs() == [("before", 3, date(2026, 3, 17)), ("after", 2, date(2026, 3, 24))]


@pytest.mark.parametrize("rows", [1, 3])
def test_planning_asks_the_database_little(
    rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(rows):
        make_assignment(due_on=DUE)

    with django_assert_num_queries(6):
        plan(at("2026-03-19"))


@pytest.mark.django_db(transaction=True)
def test_two_planning_at_once_write_each_reminder_once() -> None:
    office = make_office()
    for _ in range(20):
        make_assignment(office=office, due_on=DUE)
    now = at("2026-03-19")

    at_once(lambda: plan(now), lambda: plan(now), lambda: plan(now))

    assert Reminder.objects.count() == 20
