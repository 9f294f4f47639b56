"""The head the pages of Cài đặt share: whose settings these are, and that they are not saved."""

import pytest
from django.test import Client

from bodies.models import Role
from tests.factories import make_membership, make_office, make_person

pytestmark = pytest.mark.django_db

PAGES = ["/cai-dat/", "/cai-dat/van-ban/", "/cai-dat/the-thuc/"]


@pytest.mark.parametrize("page", PAGES)
def test_who_administers_two_offices_chooses_and_stays_on_the_page(
    client: Client, page: str
) -> None:
    first, second = make_office(), make_office("xã")
    admin = make_person(Role.ADMIN, office=first)
    make_membership(admin, Role.ADMIN, office=second)
    client.force_login(admin)

    words = client.get(f"{page}?vp={second.pk}").content.decode()

    assert f'href="{page}?vp={first.pk}">{first}<' in words
    assert f'href="{page}?vp={second.pk}" aria-current="true">● {second}<' in words


@pytest.mark.parametrize("page", PAGES)
def test_what_is_not_saved_is_said_at_the_top(client: Client, page: str) -> None:
    client.force_login(make_person(Role.ADMIN, office=make_office()))

    response = client.post(page, {"signature_gap_mm": "x"})

    assert (response.status_code, "Chưa lưu. Hãy sửa" in response.content.decode()) == (422, True)
