"""/nhac-viec/: the office's ledger of mails and attempts; nobody else's."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from assignments.models import Message
from bodies.models import Office, Role
from tests.factories import at, make_assignment, make_body, make_office, make_person
from tests.reminders.days import scan
from tests.services import free_port

pytestmark = pytest.mark.django_db

NOW = at("2026-03-19")
DUE = "2026-03-20"


def reminded(office: Office, *, name: str = "Phòng Kinh tế") -> Message:
    """A body of the office has been written to."""
    body = make_body(name, email="kt@xa.vn")
    make_assignment(office=office, body=body, due_on=DUE)
    scan(NOW)
    return Message.objects.get(body=body)


def signed_in(role: Role, office: Office) -> Client:
    client = Client()
    client.force_login(make_person(role, office=office))
    return client


@pytest.mark.parametrize(
    "role", [Role.CLERK, Role.REGISTRAR, Role.CHIEF, Role.LEADER, Role.INSPECTOR]
)
def test_the_office_and_the_inspector_read_the_ledger(role: Role) -> None:
    office = make_office()
    message = reminded(office)
    client = signed_in(role, office)

    ledger = client.get("/nhac-viec/").content.decode()
    page = client.get(f"/nhac-viec/{message.pk}/").content.decode()

    assert "Phòng Kinh tế" in ledger
    assert "✓ đã gửi lúc 08:00 19/03/2026" in ledger
    assert "còn 1 ngày làm việc" in page


def test_an_officer_of_a_body_may_not(client: Client) -> None:
    message = reminded(make_office())
    client.force_login(make_person(Role.OFFICER, body=make_body()))

    assert client.get("/nhac-viec/").status_code == 403
    assert client.get(f"/nhac-viec/{message.pk}/").status_code == 403


def test_a_stranger_is_asked_to_sign_in(client: Client) -> None:
    assert client.get("/nhac-viec/").status_code == 302


def test_another_office_does_not_even_know_of_it() -> None:
    message = reminded(make_office())
    client = signed_in(Role.CHIEF, make_office("Văn phòng khác"))

    assert "Phòng Kinh tế" not in client.get("/nhac-viec/").content.decode()
    assert client.get(f"/nhac-viec/{message.pk}/").status_code == 404


def test_of_a_mail_from_two_offices_each_reads_its_own_lines() -> None:
    ours, theirs = make_office(), make_office("Văn phòng khác")
    body = make_body(email="kt@xa.vn")
    own = make_assignment(office=ours, body=body, due_on=DUE)
    other = make_assignment(office=theirs, body=body, due_on=DUE)
    scan(NOW)

    page = (
        signed_in(Role.CLERK, ours).get(f"/nhac-viec/{Message.objects.get().pk}/").content.decode()
    )

    assert f"/nhiem-vu/{own.pk}/" in page
    assert f"/nhiem-vu/{other.pk}/" not in page


def test_a_failure_tells_why_and_when_it_is_tried_again(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = free_port()
    office = make_office()
    reminded(office)

    page = signed_in(Role.CLERK, office).get("/nhac-viec/").content.decode()

    assert "▲ gửi chưa được" in page
    assert "Không kết nối được máy chủ thư" in page
    assert f"gửi lại lúc {NOW + timedelta(minutes=1):%H:%M %d/%m/%Y}" in page


def test_what_people_typed_is_escaped() -> None:
    office = make_office()
    message = reminded(office, name="<b>Phòng</b>")
    client = signed_in(Role.CLERK, office)

    for url in ("/nhac-viec/", f"/nhac-viec/{message.pk}/"):
        assert "<b>Phòng</b>" not in client.get(url).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_ledger_asks_the_database_little(
    rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    office = make_office()
    for n in range(rows):
        reminded(office, name=f"Phòng {n}")
    client = signed_in(Role.CLERK, office)

    with django_assert_num_queries(7):
        client.get("/nhac-viec/")


def test_an_empty_ledger_says_so() -> None:
    page = signed_in(Role.CLERK, make_office()).get("/nhac-viec/").content.decode()

    assert "Chưa có thư nào." in page
