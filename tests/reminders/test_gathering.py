"""One mail a person and day, to whoever answers for the body when it is sent."""

from datetime import date

import pytest

from assignments.models import Assignment, Message, Reminder, Status
from bodies.models import Body, Role, User
from directives.models import Notice
from tests.factories import (
    at,
    make_assignment,
    make_body,
    make_membership,
    make_notice,
    make_office,
    make_person,
    make_task,
    make_user,
)
from tests.reminders.days import at_once, gather, plan, scan

pytestmark = pytest.mark.django_db

DUE = "2026-03-20"
DAY_BEFORE = "2026-03-19"


def officer(body: Body, email: str = "canbo@xa.vn", role: Role = Role.OFFICER) -> User:
    return make_person(role, body=body, email=email)


def addressees() -> list[tuple[User | None, Body | None]]:
    return [(m.person, m.body) for m in Message.objects.order_by("pk")]


def planned(now: str = "08:00", day: str = DAY_BEFORE) -> int:
    plan(at(day, now))
    return gather(at(day, now))


def test_one_message_holds_all_that_a_person_answers_for() -> None:
    first, second = make_body("UBND phường"), make_body("Phòng Kinh tế")
    person = officer(first)
    make_membership(person, Role.HEAD, body=second)
    for body in (first, first, second):
        make_assignment(body=body, due_on=DUE)

    assert planned() == 3
    assert addressees() == [(person, None)]


def test_scans_again_find_nothing_to_gather() -> None:
    body = make_body()
    officer(body)
    make_assignment(body=body, due_on=DUE)

    assert [planned("08:00"), planned("08:01"), planned("08:02")] == [1, 0, 0]
    assert Message.objects.count() == 1


def test_the_officer_who_has_served_longest_is_written_to() -> None:
    body = make_body()
    make_membership(
        make_user(email="moi@xa.vn"), Role.OFFICER, body=body, valid_from=date(2026, 3, 1)
    )
    old = make_user(email="cu@xa.vn")
    make_membership(old, Role.OFFICER, body=body, valid_from=date(2025, 3, 1))
    make_assignment(body=body, due_on=DUE)

    planned()

    assert addressees() == [(old, None)]


def test_the_head_is_written_to_where_no_officer_can_be() -> None:
    body = make_body(email="hop-thu@xa.vn")
    officer(body, email="")
    make_membership(make_user(email="a@xa.vn", is_active=False), Role.OFFICER, body=body)
    make_membership(make_user(email="b@xa.vn"), Role.OFFICER, body=body, valid_to=date(2026, 3, 18))
    head = officer(body, role=Role.HEAD)
    make_assignment(body=body, due_on=DUE)

    planned()

    assert addressees() == [(head, None)]


def test_a_body_without_people_is_written_to_at_its_own_address() -> None:
    body = make_body(email="hop-thu@xa.vn")
    make_assignment(body=body, due_on=DUE)

    planned()

    assert addressees() == [(None, body)]


def test_the_clerk_is_written_to_in_place_of_a_body_without_any_address() -> None:
    clerk, gone = make_user(email="vp@xa.vn"), make_user(email="x@xa.vn", is_active=False)
    notice = make_notice(created_by=clerk)
    Notice.objects.update(specialist=gone)
    notice.refresh_from_db()
    make_assignment(make_task(notice, due_on=DUE))

    planned()

    assert addressees() == [(clerk, None)]


@pytest.mark.parametrize(
    ("hour", "gathered"), [("06:59", 0), ("07:00", 1), ("16:59", 1), ("17:00", 0)]
)
def test_ordinary_reminders_keep_office_hours(hour: str, gathered: int) -> None:
    body = make_body()
    officer(body)
    make_assignment(body=body, due_on=DUE)

    assert planned(hour) == gathered


def test_what_waits_since_friday_is_not_said_on_a_sunday() -> None:
    body = make_body()
    officer(body)
    make_assignment(body=body, due_on="2026-03-27")
    plan(at("2026-03-20", "18:00"))

    assert [gather(at("2026-03-22")), gather(at("2026-03-23"))] == [0, 1]


def test_an_urgent_reminder_goes_at_night_and_takes_the_days_others_along() -> None:
    body = make_body()
    officer(body)
    make_assignment(body=body, due_on=DUE)
    assert planned("00:01") == 0

    make_assignment(make_task(make_notice(urgency="express"), due_on=DUE), body=body)

    assert planned("00:02") == 2
    assert Message.objects.count() == 1


def test_short_deadlines_are_said_on_a_saturday_in_office_hours() -> None:
    body = make_body()
    officer(body)
    notice = make_notice(issued_on=date(2026, 3, 16))
    make_assignment(make_task(notice, due_on="2026-03-22"), body=body)

    assert planned("06:00", day="2026-03-21") == 0
    assert planned("09:00", day="2026-03-21") == 1


def test_whoever_was_written_to_today_is_written_to_again_tomorrow() -> None:
    body = make_body()
    officer(body)
    make_assignment(body=body, due_on=DUE)
    scan(at(DAY_BEFORE, "08:00"))
    make_assignment(body=body, due_on=DUE)

    assert [planned("10:00"), planned("16:00"), planned(day=DUE)] == [0, 0, 1]
    assert [m.day for m in Message.objects.order_by("day")] == [
        date(2026, 3, 19),
        date(2026, 3, 20),
    ]


def test_what_is_no_longer_true_begins_no_message() -> None:
    work = make_assignment(due_on=DUE)
    plan(at(DAY_BEFORE, "06:00"))
    Assignment.objects.filter(pk=work.pk).update(status=Status.PAUSED)

    assert gather(at(DAY_BEFORE)) == 0
    assert (Message.objects.count(), Reminder.objects.dropped().count()) == (0, 1)


def test_two_offices_that_follow_one_body_write_one_mail() -> None:
    body = make_body()
    officer(body)
    for name in ("Văn phòng Đảng ủy", "Văn phòng HĐND"):
        make_assignment(office=make_office(name), body=body, due_on=DUE)

    assert planned() == 2
    assert Message.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_scans_at_once_make_one_message_a_person_and_lose_nothing() -> None:
    office = make_office()
    for n in range(5):
        body = make_body()
        officer(body, email=f"{n}@xa.vn")
        for _ in range(4):
            make_assignment(office=office, body=body, due_on=DUE)

    at_once(*[planned] * 4)

    counts = [m.reminders.count() for m in Message.objects.all()]
    assert (counts, Reminder.objects.count()) == ([4] * 5, 20)
