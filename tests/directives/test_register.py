"""The register of papers: who sees which, found without accents, in a constant number of queries."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bodies.models import Office, Role
from directives.models import NoticeStatus
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


def listed(client: Client, **query: str) -> list[str]:
    page = client.get(reverse("notices"), query).context["page"]
    return [notice.subject for notice in page]


def test_dat_dai_finds_dat_dai_with_its_accents(client: Client, office: Office) -> None:
    client.force_login(make_person(Role.CLERK, office=office))
    make_notice(office, subject="Kết luận về quản lý đất đai")
    make_notice(office, subject="Kết luận về an ninh trật tự")

    assert listed(client, q="dat dai") == ["Kết luận về quản lý đất đai"]
    assert listed(client, q="ĐẤT  ĐAI") == ["Kết luận về quản lý đất đai"]
    assert listed(client, q="rừng") == []


def test_the_register_is_the_offices(client: Client, office: Office) -> None:
    body = make_body("UBND phường")
    named = make_assignment(office=office, body=body).task.notice
    client.force_login(make_person(Role.OFFICER, body=body))

    assert client.get(reverse("notices")).status_code == 403
    assert client.get(named.get_absolute_url()).status_code == 200


def test_a_draft_is_for_the_office_alone(client: Client, office: Office) -> None:
    body = make_body("UBND phường")
    draft = make_notice(office, status=NoticeStatus.DRAFT, subject="Đang soạn")
    make_assignment(make_task(draft), body=body)
    client.force_login(make_person(Role.OFFICER, body=body))
    assert client.get(draft.get_absolute_url()).status_code == 404

    client.force_login(make_person(Role.INSPECTOR, office=office))
    assert listed(client) == ["Đang soạn"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(
    client: Client, office: Office, count: int, django_assert_num_queries: Any
) -> None:
    client.force_login(make_person(Role.CLERK, office=office))
    for _ in range(count):
        make_notice(office)

    with django_assert_num_queries(6):
        client.get(reverse("notices"))


def test_the_empty_register_says_what_to_do(client: Client, office: Office) -> None:
    client.force_login(make_person(Role.CLERK, office=office))

    assert "Bấm “Nhập thông báo” để bắt đầu" in client.get(reverse("notices")).content.decode()
