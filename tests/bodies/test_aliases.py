"""Other names of a body, learnt on the bench: seen and forgotten on the body's page."""

import pytest
from django.test import Client
from django.urls import reverse

from bodies.models import Body, BodyAlias, Event, Office, Role
from tests.factories import make_body, make_office, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return make_office()


@pytest.fixture
def body(office: Office) -> Body:
    return make_body("Trạm Y tế phường", parent=office.committee)


@pytest.fixture
def alias(office: Office, body: Body) -> BodyAlias:
    return BodyAlias.objects.create(office=office, body=body, name="TTYT phường")


def test_a_name_learnt_by_mistake_is_forgotten(
    client: Client, office: Office, body: Body, alias: BodyAlias
) -> None:
    clerk = make_person(Role.CLERK, office=office)
    client.force_login(clerk)
    page = reverse("revise-body", args=[body.pk])
    assert "TTYT phường" in client.get(page).content.decode()

    response = client.post(reverse("forget-alias", args=[body.pk, alias.pk]))

    assert (response["Location"], BodyAlias.objects.count()) == (page, 0)
    event = Event.objects.get(verb="forget_alias")
    assert (event.by, event.row, event.note) == (clerk, str(body.key), "TTYT phường")


def test_another_office_s_name_is_not_ours_to_forget(
    client: Client, body: Body, alias: BodyAlias
) -> None:
    client.force_login(make_person(Role.CLERK, office=make_office("Văn phòng khác")))

    response = client.post(reverse("forget-alias", args=[body.pk, alias.pk]))

    assert (response.status_code, BodyAlias.objects.count()) == (404, 1)


def test_who_keeps_no_directory_forgets_nothing(
    client: Client, office: Office, body: Body, alias: BodyAlias
) -> None:
    for person in (
        make_person(Role.INSPECTOR, office=office),
        make_person(Role.OFFICER, body=body),
    ):
        client.force_login(person)
        where = reverse("forget-alias", args=[body.pk, alias.pk])
        assert client.post(where).status_code == 403

    assert BodyAlias.objects.count() == 1
