"""The notice's page: printed order, what each person sees of it, and the door to issuing."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bodies.models import Office, Role
from directives.models import Notice, NoticeStatus
from tests.factories import (
    make_assignment,
    make_body,
    make_notice,
    make_office,
    make_person,
    make_task,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return make_office()


def shown(client: Client, notice: Notice) -> list[tuple[str, list[str]]]:
    """What the page lists: each task's item and the bodies beside it."""
    lines = client.get(notice.get_absolute_url()).context["lines"]
    return [(line["task"].item.label, [row.body_name for row in line["rows"]]) for line in lines]


def test_tasks_stand_in_printed_order_with_their_bodies(client: Client, office: Office) -> None:
    notice = make_notice(office)
    first, second = make_task(notice), make_task(notice)
    make_assignment(second, body=make_body("Công an phường"))
    make_assignment(first, body=make_body("UBND phường"))
    client.force_login(make_person(Role.INSPECTOR, office=office))

    assert shown(client, notice) == [("1.", ["UBND phường"]), ("2.", ["Công an phường"])]


def test_a_body_reads_the_notice_but_sees_only_its_own_work(client: Client, office: Office) -> None:
    notice, body = make_notice(office), make_body("UBND phường")
    make_assignment(make_task(notice), body=body)
    make_assignment(make_task(notice), body=make_body("Công an phường"))
    client.force_login(make_person(Role.OFFICER, body=body))

    assert shown(client, notice) == [("1.", ["UBND phường"])]


def test_a_stranger_does_not_learn_that_it_exists(client: Client, office: Office) -> None:
    notice = make_notice(office)
    client.force_login(make_person(Role.OFFICER, body=make_body("Đơn vị khác")))

    urls = [
        notice.get_absolute_url(),
        *(reverse(n, args=[notice.pk]) for n in ("notice-pdf", "notice-docx", "notice-source")),
    ]
    assert [client.get(url).status_code for url in urls] == [404] * 4


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.CLERK, True),
        (Role.REGISTRAR, True),
        (Role.CHIEF, True),
        (Role.LEADER, False),
        (Role.INSPECTOR, False),
    ],
)
def test_who_may_issue(client: Client, office: Office, role: Role, allowed: bool) -> None:
    draft = make_notice(office, status=NoticeStatus.DRAFT)
    client.force_login(make_person(role, office=office))

    answer = client.get(reverse("issue", args=[draft.pk])).status_code

    assert answer == (200 if allowed else 403)


def test_the_clerk_issues_only_where_the_office_so_sets(client: Client) -> None:
    office = make_office(clerk_may_issue=False)
    draft = make_notice(office, status=NoticeStatus.DRAFT)
    client.force_login(make_person(Role.CLERK, office=office))

    assert client.get(reverse("issue", args=[draft.pk])).status_code == 403


def test_a_date_after_today_is_refused_with_a_sentence(client: Client, office: Office) -> None:
    draft = make_notice(office, status=NoticeStatus.DRAFT)
    client.force_login(make_person(Role.REGISTRAR, office=office))

    response = client.post(
        reverse("issue", args=[draft.pk]), {"number": "5", "issued_on": "1/1/2199"}
    )

    assert response.status_code == 422
    assert "không thể sau hôm nay" in response.context["form"].errors["issued_on"][0]


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(
    client: Client, office: Office, count: int, django_assert_num_queries: Any
) -> None:
    notice = make_notice(office)
    for _ in range(count):
        make_assignment(make_task(notice), body=make_body())
    client.force_login(make_person(Role.CLERK, office=office))

    with django_assert_num_queries(14):
        client.get(notice.get_absolute_url())


@pytest.mark.parametrize(
    ("role", "answer", "status"),
    [
        (Role.CHIEF, 302, NoticeStatus.CLOSED),
        (Role.CLERK, 403, NoticeStatus.ISSUED),
        (Role.INSPECTOR, 403, NoticeStatus.ISSUED),
    ],
)
def test_the_chief_closes(
    client: Client, office: Office, role: Role, answer: int, status: NoticeStatus
) -> None:
    notice = make_notice(office)
    client.force_login(make_person(role, office=office))

    response = client.post(reverse("close-notice", args=[notice.pk]))

    notice.refresh_from_db()
    assert (response.status_code, notice.status) == (answer, status)
