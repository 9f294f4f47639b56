"""Cài đặt, văn bản đôn đốc: who signs, and words that are checked before they are kept."""

from typing import Any

import pytest
from django.test import Client

from bodies import letter_words
from bodies.models import Event, Office, Role, User
from tests.factories import make_office, make_person

pytestmark = pytest.mark.django_db

PAGE = "/cai-dat/van-ban/"
TYPED: dict[str, Any] = {
    "letters_from": "committee",
    "signer": "deputy",
    "signer_name": " Hoàng  Văn Bình ",
    "standing_post": "BÍ THƯ",
    "standing_name": "Lê Thị Hoa",
    "first_letter": letter_words.FIRST,
    "second_letter": "Gửi {don_vi}\r\n{danh_sach}\r\n",
    "third_letter": "",
}


@pytest.fixture
def office() -> Office:
    return make_office()


@pytest.fixture
def admin(client: Client, office: Office) -> User:
    user = make_person(Role.ADMIN, office=office)
    client.force_login(user)
    return user


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMIN])
def test_only_an_administrator_enters(role: Role, client: Client, office: Office) -> None:
    place = {"body": office.committee} if role in (Role.OFFICER, Role.HEAD) else {"office": office}
    client.force_login(make_person(role, **place))

    assert (client.get(PAGE).status_code, client.post(PAGE, TYPED).status_code) == (403, 403)


def test_who_signs_and_the_words_are_kept(client: Client, admin: User, office: Office) -> None:
    assert client.post(PAGE, TYPED).status_code == 302
    office.refresh_from_db()

    assert (office.letters_from, office.signer, office.signer_name, office.standing_name) == (
        "committee",
        "deputy",
        "Hoàng Văn Bình",
        "Lê Thị Hoa",
    )
    assert (office.first_letter, office.second_letter, office.third_letter) == (
        "",
        "Gửi {don_vi}\n{danh_sach}",
        "",
    )
    assert [office.letter_words(level) for level in (1, 3)] == [
        letter_words.FIRST,
        letter_words.THIRD,
    ]
    assert Event.objects.filter(verb="revise_office").count() == 1


def test_the_usual_words_are_shown_to_begin_with(client: Client, admin: User) -> None:
    form = client.get(PAGE).context["form"]

    assert form.initial["second_letter"] == letter_words.SECOND


def test_words_that_cannot_be_used_are_told_and_not_kept(
    client: Client, admin: User, office: Office
) -> None:
    answer = client.post(PAGE, {**TYPED, "first_letter": "Gửi {ten}\n{danh_sach}"})
    office.refresh_from_db()

    assert answer.status_code == 422
    assert "“{ten}” không dùng được." in answer.content.decode()
    assert (office.signer_name, office.first_letter) == ("", "")
