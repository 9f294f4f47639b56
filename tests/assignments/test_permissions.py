"""Who sees which rows, and who may take which step: asked of the words and at the doors."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from assignments.models import Assignment, Status
from assignments.permissions import may, may_report
from assignments.steps import STEPS
from bodies.models import Body, Office, Role, User
from directives.models import NoticeStatus
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
    standing_of,
)

pytestmark = pytest.mark.django_db

# Who may take which step on another's submission, from where it starts.
ALLOWED = {
    "receive": {"clerk", "officer", "head"},
    "submit": {"clerk", "officer", "head"},
    "accept": {"clerk", "chief", "leader"},
    "send_back": {"clerk", "chief", "leader"},
    "withdraw_submission": set[str](),
    "decline": {"officer", "head"},
    "hand_back": {"chief", "leader"},
    "reassign": {"chief", "leader"},
    "pause": {"chief", "leader"},
    "refer": {"chief", "leader"},
    "resume": {"chief", "leader"},
    "cancel": {"chief", "leader"},
    "reopen": {"chief", "leader"},
}
STARTS = {
    "receive": Status.SENT,
    "submit": Status.IN_PROGRESS,
    "accept": Status.SUBMITTED,
    "send_back": Status.SUBMITTED,
    "withdraw_submission": Status.SUBMITTED,
    "decline": Status.SENT,
    "hand_back": Status.BOUNCED,
    "reassign": Status.BOUNCED,
    "pause": Status.IN_PROGRESS,
    "refer": Status.IN_PROGRESS,
    "resume": Status.PAUSED,
    "cancel": Status.IN_PROGRESS,
    "reopen": Status.COMPLETED,
}
WHY = {"reason": "Không thuộc thẩm quyền."}
DOORS = {
    "receive": ("receive", {}),
    "submit": ("report", {"kind": "result", "words": "Đã xong.", "arrived_on": "05/03/2026"}),
    "accept": ("accept", {}),
    "send_back": ("send-back", {"reason": "Thiếu phụ lục."}),
    "withdraw_submission": ("withdraw-submission", {}),
    "decline": ("decline", {**WHY, "paper_number": "45/CV-UBND", "paper_on": "04/03/2026"}),
    **{
        verb: (verb, WHY)
        for verb in ("hand_back", "reassign", "pause", "refer", "resume", "cancel", "reopen")
    },
}
INSIDERS = ("clerk", "registrar", "chief", "leader", "inspector", "officer", "head")
OUTSIDERS = ("admin", "other_officer", "other_clerk", "nobody")


def someone(who: str, office: Office, body: Body) -> User:
    if who == "nobody":
        return make_user()
    if who == "other_officer":
        return make_person(Role.OFFICER, body=make_body("Công an phường"))
    if who == "other_clerk":
        return make_person(Role.CLERK, office=make_office("Văn phòng Đảng ủy xã khác"))
    if who in ("officer", "head"):
        return make_person(Role(who), body=body)
    return make_person(Role(who), office=office)


def given_work(verb: str) -> Assignment:
    return make_assignment(office=make_office(), body=make_body(), status=STARTS[verb])


@pytest.mark.parametrize("verb", STEPS)
@pytest.mark.parametrize("who", [*INSIDERS, *OUTSIDERS])
def test_a_step_is_for_these(verb: str, who: str) -> None:
    work = given_work(verb)
    user = someone(who, work.office, work.body)

    assert may(verb, standing_of(user), work) == (who in ALLOWED[verb])


@pytest.mark.parametrize("verb", STEPS)
@pytest.mark.parametrize("who", [*INSIDERS, *OUTSIDERS])
def test_the_door_of_a_step_asks_the_same(client: Client, verb: str, who: str) -> None:
    work = given_work(verb)
    client.force_login(someone(who, work.office, work.body))
    name, form = DOORS[verb]
    other = make_body("Đơn vị khác").pk if verb == "reassign" else ""

    response = client.post(reverse(name, args=[work.pk]), {**form, "body": other})

    expected = 404 if who in OUTSIDERS else 302 if who in ALLOWED[verb] else 403
    work.refresh_from_db()
    assert response.status_code == expected
    ends = STEPS[verb].ends or Status.IN_PROGRESS
    assert work.status == (ends if expected == 302 else STARTS[verb])


@pytest.mark.parametrize("verb", STEPS)
@pytest.mark.parametrize("status", Status)
def test_no_step_is_offered_where_it_cannot_start(verb: str, status: Status) -> None:
    body = make_body()
    officer = make_person(Role.OFFICER, body=body)
    work = make_assignment(body=body, status=status)
    Assignment.objects.filter(submitted_by__isnull=False).update(submitted_by=officer)
    make_membership(officer, Role.CHIEF, office=work.office)
    work.refresh_from_db()

    offered = may(verb, standing_of(officer), work)

    judges_own = verb in ("accept", "send_back")
    assert offered == (status in STEPS[verb].starts and not judges_own)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (NoticeStatus.ISSUED, True),
        (NoticeStatus.CLOSED, False),
        (NoticeStatus.SUPERSEDED, False),
        (NoticeStatus.WITHDRAWN, False),
    ],
)
def test_work_is_opened_again_while_its_notice_is_followed(
    status: NoticeStatus, expected: bool
) -> None:
    work = make_assignment(make_task(make_notice(status=status)), status=Status.COMPLETED)
    chief = make_person(Role.CHIEF, office=work.office)

    assert may("reopen", standing_of(chief), work) == expected


def test_a_clerk_who_typed_for_a_body_withdraws_and_does_not_accept() -> None:
    office = make_office()
    clerk = make_person(Role.CLERK, office=office)
    work = make_assignment(office=office, status=Status.SUBMITTED, submitted_by=clerk)

    allowed = {verb for verb in STEPS if may(verb, standing_of(clerk), work)}

    assert allowed == {"withdraw_submission"}


@pytest.mark.parametrize(
    ("status", "expected"),
    [(Status.SENT, True), (Status.PAUSED, True), (Status.COMPLETED, False)],
)
def test_progress_is_reported_while_work_is_open(status: Status, expected: bool) -> None:
    work = make_assignment(status=status)
    officer = make_person(Role.OFFICER, body=work.body)

    assert may_report(standing_of(officer), work) == expected


@pytest.mark.parametrize("who", [*INSIDERS, *OUTSIDERS])
def test_rows_are_seen_by_the_office_and_the_body(who: str) -> None:
    work = make_assignment(office=make_office())
    user = someone(who, work.office, work.body)

    seen = list(Assignment.objects.visible_to(standing_of(user)))

    assert seen == ([work] if who in INSIDERS else [])


def test_a_superior_sees_what_is_below_and_not_the_other_way() -> None:
    above = make_body("UBND phường")
    below = make_body("Phòng Kinh tế", parent=above)
    given_above, given_below = make_assignment(body=above), make_assignment(body=below)
    superior = make_person(Role.HEAD, body=above)
    subordinate = make_person(Role.HEAD, body=below)

    seen_above = Assignment.objects.visible_to(standing_of(superior)).order_by("pk")
    seen_below = Assignment.objects.visible_to(standing_of(subordinate))

    assert list(seen_above) == [given_above, given_below]
    assert list(seen_below) == [given_below]


def test_who_passed_work_down_sees_what_became_of_it() -> None:
    task = make_task()
    given = make_assignment(task, body=make_body("UBND phường"))
    passed = make_assignment(task, body=make_body("Trường Mầm non"), parent=given)
    giver = make_person(Role.OFFICER, body=given.body)
    taker = make_person(Role.OFFICER, body=passed.body)

    assert list(Assignment.objects.visible_to(standing_of(giver)).order_by("pk")) == [given, passed]
    assert list(Assignment.objects.visible_to(standing_of(taker))) == [passed]


@pytest.mark.parametrize(
    ("on", "seen"), [("2026-02-28", 0), ("2026-03-01", 1), ("2026-03-31", 1), ("2026-04-01", 0)]
)
def test_a_role_is_held_from_its_first_day_to_its_last(on: str, seen: int) -> None:
    work, user = make_assignment(), make_user()
    first, last = date(2026, 3, 1), date(2026, 3, 31)
    make_membership(user, Role.OFFICER, body=work.body, valid_from=first, valid_to=last)

    assert Assignment.objects.visible_to(standing_of(user, on=on)).count() == seen


def test_a_locked_person_sees_nothing() -> None:
    work = make_assignment()
    officer = make_person(Role.OFFICER, body=work.body, is_active=False)

    assert list(Assignment.objects.visible_to(standing_of(officer))) == []


def test_the_moment_of_a_step_is_the_server_s(client: Client) -> None:
    work = make_assignment(status=Status.SENT)
    client.force_login(make_person(Role.OFFICER, body=work.body))

    client.post(reverse("receive", args=[work.pk]), {"at": "2020-01-01"})

    work.refresh_from_db()
    assert work.received_at
    assert work.received_at > at("2026-03-02")
