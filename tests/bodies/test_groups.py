"""Groups of bodies: made by the office, offered what their name counts, back to where one came from."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bodies.models import Body, BodyGroup, Office, Role, User
from bodies.registry import counted
from tests.factories import make_body, make_group, make_office, make_person

pytestmark = pytest.mark.django_db

NAME = "3 Tổ dân phố"


@pytest.fixture
def office() -> Office:
    return make_office()


@pytest.fixture
def clerk(office: Office, client: Client) -> User:
    person = make_person(Role.CLERK, office=office)
    client.force_login(person)
    return person


@pytest.fixture
def residents() -> list[Body]:
    return [make_body(f"Tổ dân phố số {n}") for n in (1, 2, 3)]


FEWER = (
    "Tên nhóm ghi 43 nhưng nhóm có 2 đơn vị. Hãy xem lại danh sách thành viên trước khi ban hành."
)


def save(client: Client, query: str = "", **typed: Any) -> Any:
    lines = " tổ dân phố  số 1 \nTổ dân phố số 2\nTổ dân phố số 1"
    return client.post(reverse("add-group") + query, {"name": NAME, "members": lines, **typed})


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("43 Tổ dân phố", "Tổ dân phố"),
        ("05  xã, thị trấn", "xã, thị trấn"),
        ("01 đơn vị", ""),
        ("Tổ dân phố số 1", ""),
        ("35", ""),
    ],
)
def test_a_counted_name_tells_of_many(name: str, unit: str) -> None:
    assert counted(name) == unit


def test_a_group_is_saved_with_each_member_once(
    client: Client, office: Office, clerk: User, residents: list[Body]
) -> None:
    answer = save(client)

    [group] = BodyGroup.objects.all()
    assert answer.url == reverse("groups")
    assert (group.office, group.name, list(group.members.order_by("pk"))) == (
        office,
        NAME,
        residents[:2],
    )


def test_bodies_called_what_the_name_counts_are_offered(
    client: Client, clerk: User, residents: list[Body]
) -> None:
    make_body("Tổ dân phòng")

    page = client.get(reverse("add-group"), {"ten": NAME})

    form = page.context["form"]
    assert form["name"].value() == NAME
    assert form["members"].value().splitlines() == [body.name for body in residents]


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("43 Tổ dân phố", [FEWER]),
        ("02 Tổ dân phố", []),
        ("Các Tổ dân phố", []),
    ],
)
def test_a_number_in_the_name_that_the_members_do_not_make_is_asked_about(
    client: Client, clerk: User, residents: list[Body], name: str, asked: list[str]
) -> None:
    page = client.get(save(client, add_unknown="on", name=name).url)

    said = [str(message) for message in page.context["messages"]]
    assert said == [f"Đã lưu nhóm {name}.", *asked]


def test_an_unknown_member_is_added_only_when_told_so(client: Client, clerk: User) -> None:
    refused = save(client)
    saved = save(client, add_unknown="on")

    assert (refused.status_code, saved.status_code) == (422, 302)
    assert "Chưa có trong danh mục đơn vị: “Tổ dân phố số 1”" in refused.content.decode()
    assert [b.name for b in BodyGroup.objects.get().members.order_by("pk")] == [
        "Tổ dân phố số 1",
        "Tổ dân phố số 2",
    ]


@pytest.mark.parametrize(
    ("back", "where"),
    [
        pytest.param("/thong-bao/7/muc/9/", "/thong-bao/7/muc/9/", id="the bench"),
        pytest.param("https://evil.example/", "/don-vi/nhom/", id="another house"),
        pytest.param("//evil.example", "/don-vi/nhom/", id="another house, disguised"),
    ],
)
def test_saving_leads_back_to_the_page_that_asked(
    client: Client, clerk: User, residents: list[Body], back: str, where: str
) -> None:
    assert save(client, f"?ve={back}").url == where


def test_the_name_of_another_group_is_refused_in_words(
    client: Client, office: Office, clerk: User, residents: list[Body]
) -> None:
    make_group(office, NAME, *residents)

    answer = save(client)

    assert answer.status_code == 422
    assert BodyGroup.objects.count() == 1


def test_who_does_not_keep_the_directory_makes_no_group(
    client: Client, office: Office, residents: list[Body]
) -> None:
    for person in (
        make_person(Role.OFFICER, body=residents[0]),
        make_person(Role.INSPECTOR, office=office),
    ):
        client.force_login(person)
        assert client.get(reverse("add-group")).status_code == 403
        assert save(client).status_code == 403
    assert BodyGroup.objects.count() == 0
