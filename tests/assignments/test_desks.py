"""Bàn làm việc: the right desk for each, and on it what waits."""

from datetime import date, datetime

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from assignments import lifecycle
from assignments.clock import Clock
from assignments.models import Assignment, Report, Status
from assignments.views import desks
from bodies.models import Body, Role
from directives.models import AssignmentRole, NoticeStatus
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

WEDNESDAY = at("2026-03-11")
LONG_AGO, FAR_AHEAD = "2020-01-31", "2099-12-31"


def groups_at(now: datetime, body: Body) -> dict[str, list[Assignment]]:
    """The groups of the body's desk at the moment: key → rows."""
    officer = make_person(Role.OFFICER, body=body)
    shown = desks.of_bodies(standing_of(officer), [body], Clock(now=now))
    return {group.key: [line.row for line in group.lines] for group in shown["groups"]}


def test_an_office_with_nothing_to_do_is_told_so(client: Client) -> None:
    office = make_office()
    client.force_login(make_person(Role.CLERK, office=office))

    empty = client.get(reverse("desk")).context["idle"]
    make_assignment(office=office, due_on=LONG_AGO)

    assert (empty, client.get(reverse("desk")).context["idle"]) == (True, False)


@pytest.mark.parametrize(
    ("due_on", "group"),
    [
        pytest.param("2026-03-10", "overdue", id="yesterday"),
        pytest.param("2026-03-11", "this_week", id="today"),
        pytest.param("2026-03-15", "this_week", id="sunday"),
        pytest.param("2026-03-16", "later", id="next monday"),
        pytest.param(None, "standing", id="never"),
    ],
)
def test_work_stands_in_the_group_of_its_day(due_on: str | None, group: str) -> None:
    work = make_assignment(due_on=due_on)

    assert groups_at(WEDNESDAY, work.body) == {group: [work]}


@pytest.mark.parametrize(
    ("status", "group"),
    [
        (Status.SENT, "overdue"),
        (Status.BOUNCED, "overdue"),
        (Status.RETURNED, "returned"),
        (Status.SUBMITTED, "submitted"),
        (Status.PAUSED, "aside"),
        (Status.REFERRED, "aside"),
    ],
)
def test_late_work_stands_in_the_group_of_its_state(status: Status, group: str) -> None:
    work = make_assignment(due_on="2026-03-10", status=status)

    assert groups_at(WEDNESDAY, work.body) == {group: [work]}


def test_groups_come_in_the_order_of_urgency() -> None:
    body = make_body()
    make_assignment(body=body, status=Status.SUBMITTED)
    for due_on in (None, "2026-03-31", "2026-03-13", "2026-03-10"):
        make_assignment(body=body, due_on=due_on)
    make_assignment(body=body, due_on="2026-03-31", status=Status.RETURNED)

    assert list(groups_at(WEDNESDAY, body)) == [
        "returned",
        "overdue",
        "this_week",
        "later",
        "standing",
        "submitted",
    ]


def test_what_is_over_and_what_is_only_watched_is_not_on_the_desk() -> None:
    body = make_body()
    make_assignment(body=body, status=Status.COMPLETED)
    make_assignment(body=body, status=Status.CANCELLED)
    make_assignment(body=body, role=AssignmentRole.WATCH)

    assert groups_at(WEDNESDAY, body) == {}


def test_work_that_came_back_tells_the_newest_reason(client: Client) -> None:
    work = make_assignment(status=Status.SUBMITTED)
    chief = make_person(Role.CHIEF, office=work.office)
    officer = make_person(Role.OFFICER, body=work.body)
    lifecycle.send_back(work, reason="Thiếu phụ lục.", at=at("2026-03-03"), by=chief)
    draft = lifecycle.ReportDraft(kind=Report.Kind.RESULT, words="Gửi lại.")
    lifecycle.report([work], draft, at=at("2026-03-04"), by=officer)
    lifecycle.send_back(work, reason="Phụ lục chưa ký.", at=at("2026-03-05"), by=chief)
    client.force_login(officer)

    [group] = client.get("/").context["groups"]

    told = [(line.row, line.reason) for line in group.lines]
    assert told == [(work, "Phụ lục chưa ký.")]


def test_each_line_offers_the_verb_of_its_state(client: Client) -> None:
    body = make_body()
    sent = make_assignment(body=body, status=Status.SENT)
    begun = make_assignment(body=body)
    waiting = make_assignment(body=body, status=Status.SUBMITTED)
    client.force_login(make_person(Role.OFFICER, body=body))

    groups = client.get("/").context["groups"]

    lines = [line for group in groups for line in group.lines]
    offered = [(line.row, line.may_receive, line.may_submit) for line in lines]
    assert offered == [(sent, True, False), (begun, False, True), (waiting, False, False)]


def test_every_form_of_the_desk_carries_its_token(client: Client) -> None:
    work = make_assignment(status=Status.SENT)
    client.force_login(make_person(Role.OFFICER, body=work.body))

    page = client.get("/").content.decode()

    forms = page.count('<form method="post"')
    assert (forms, page.count('name="csrfmiddlewaretoken"')) == (2, 2)  # receive, sign out


def test_a_body_sees_its_own_work_and_not_that_of_those_below(client: Client) -> None:
    above = make_body("UBND phường")
    own = make_assignment(body=above)
    make_assignment(body=make_body("Phòng Kinh tế", parent=above))
    client.force_login(make_person(Role.HEAD, body=above))

    groups = client.get("/").context["groups"]

    assert [line.row for group in groups for line in group.lines] == [own]


def test_nothing_owed_is_said_in_a_sentence(client: Client) -> None:
    client.force_login(make_person(Role.OFFICER, body=make_body("Công an phường")))

    page = client.get("/").content.decode()

    assert "Công an phường không còn nhiệm vụ nào phải thực hiện." in page


def test_lines_can_be_ticked_once_two_may_be_answered(client: Client) -> None:
    work = make_assignment()
    client.force_login(make_person(Role.OFFICER, body=work.body))
    alone = client.get("/").context["together"]
    make_assignment(body=work.body)

    assert (alone, client.get("/").context["together"]) == (False, True)


def test_the_queries_of_a_body_s_desk_do_not_grow(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    body = make_body()
    client.force_login(make_person(Role.OFFICER, body=body))
    for rows in (1, 2):
        for _ in range(rows):
            make_assignment(body=body, due_on=LONG_AGO, status=Status.RETURNED)
        with django_assert_num_queries(8):
            client.get("/")


def test_the_queries_of_an_office_s_desk_do_not_grow(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    office = make_office()
    client.force_login(make_person(Role.CLERK, office=office))
    for rows in (1, 2):
        for _ in range(rows):
            make_notice(office, status=NoticeStatus.DRAFT)
            make_assignment(office=office, due_on=LONG_AGO, status=Status.SENT)
            make_assignment(office=office, status=Status.SUBMITTED)
        with django_assert_num_queries(13):
            client.get("/")


def test_the_office_s_queues_hold_what_waits(client: Client) -> None:
    office = make_office()
    waiting = make_assignment(office=office, status=Status.SUBMITTED)
    declined = make_assignment(office=office, due_on=FAR_AHEAD, status=Status.BOUNCED)
    unreceived = make_assignment(office=office, due_on=FAR_AHEAD, status=Status.SENT)
    late = make_assignment(office=office, due_on=LONG_AGO)
    make_assignment(office=office, due_on=FAR_AHEAD)
    client.force_login(make_person(Role.CHIEF, office=office))

    queues = client.get("/").context["queues"]

    assert [(queue.word, queue.count, queue.rows) for queue in queues] == [
        ("submitted", 1, [waiting]),
        ("bounced", 1, [declined]),
        ("not_received", 1, [unreceived]),
        ("overdue", 1, [late]),
    ]


def test_a_queue_shows_its_first_ten_and_counts_all(client: Client) -> None:
    office = make_office()
    task = make_task(make_notice(office))
    for number in range(12):
        make_assignment(task, body=make_body(f"Tổ {number}"), due_on=LONG_AGO)
    client.force_login(make_person(Role.CLERK, office=office))

    [_, _, _, overdue] = client.get("/").context["queues"]

    assert (overdue.count, len(overdue.rows)) == (12, 10)


@pytest.mark.parametrize(
    ("role", "status", "door"),
    [
        (Role.CLERK, NoticeStatus.DRAFT, "bench"),
        (Role.CHIEF, NoticeStatus.DRAFT, "bench"),
        (Role.REGISTRAR, NoticeStatus.DRAFT, "notice"),
        (Role.REGISTRAR, NoticeStatus.AWAITING_SIGNATURE, "issue"),
    ],
)
def test_a_draft_goes_on_where_this_person_can(
    client: Client, role: Role, status: NoticeStatus, door: str
) -> None:
    notice = make_notice(status=status)
    client.force_login(make_person(role, office=notice.office))

    [draft] = client.get("/").context["drafts"]

    assert (draft.notice, draft.url) == (notice, reverse(door, args=[notice.pk]))


@pytest.mark.parametrize(
    ("role", "enters"), [(Role.CLERK, True), (Role.REGISTRAR, False), (Role.CHIEF, False)]
)
def test_only_a_clerk_enters_notices(client: Client, role: Role, enters: bool) -> None:
    client.force_login(make_person(role, office=make_office()))

    assert (reverse("intake") in client.get("/").content.decode()) == enters


@pytest.mark.parametrize("role", [Role.LEADER, Role.INSPECTOR])
def test_who_only_reads_is_shown_the_overview(client: Client, role: Role) -> None:
    client.force_login(make_person(role, office=make_office()))

    response = client.get("/")

    assert (response.status_code, response["Location"]) == (302, reverse("dashboard"))


def test_a_leader_who_also_heads_a_body_sees_what_it_owes(client: Client) -> None:
    work = make_assignment()
    leader = make_person(Role.LEADER, office=work.office)
    make_membership(leader, Role.HEAD, body=work.body)
    client.force_login(leader)

    [group] = client.get("/").context["groups"]

    assert [line.row for line in group.lines] == [work]


def test_a_clerk_who_also_answers_for_a_body_has_both_desks(client: Client) -> None:
    work = make_assignment()
    clerk = make_person(Role.CLERK, office=work.office)
    make_membership(clerk, Role.OFFICER, body=work.body)
    client.force_login(clerk)

    context = client.get("/").context

    assert (len(context["queues"]), len(context["groups"])) == (4, 1)


def test_an_admin_sees_no_business(client: Client) -> None:
    work = make_assignment(due_on=LONG_AGO)
    client.force_login(make_person(Role.ADMIN, office=work.office))

    page = client.get("/").content.decode()

    assert "không xem dữ liệu nghiệp vụ" in page
    assert work.task.reference not in page


def test_a_person_without_a_role_is_told_whom_to_ask(client: Client) -> None:
    client.force_login(make_user())

    assert "Hãy liên hệ Văn phòng cấp ủy" in client.get("/").content.decode()


def test_a_stranger_is_asked_to_sign_in(client: Client) -> None:
    assert client.get("/")["Location"] == "/dang-nhap/?next=/"


def test_a_role_that_ended_is_no_role(client: Client) -> None:
    user = make_user()
    make_membership(user, Role.OFFICER, body=make_body(), valid_to=date(2020, 1, 31))
    client.force_login(user)

    assert "chưa được giao vai trò nào" in client.get("/").content.decode()
