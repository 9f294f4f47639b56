"""A notice's own print: its words kept at issue, its bytes once, the same for everybody."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from assignments import issuing
from bodies.models import Event, Office, Role, User
from directives import filing, freezing
from directives.models import AssignmentRole, Document, Notice, NoticeStatus
from tests.factories import (
    at,
    make_body,
    make_item,
    make_notice,
    make_office,
    make_person,
    make_task,
)

pytestmark = pytest.mark.django_db

NOW = at("2026-03-20", "09:00")
FILES = ("notice-pdf", "notice-docx")


@pytest.fixture
def office() -> Office:
    return make_office()


@pytest.fixture
def notice(office: Office) -> Notice:
    found = make_notice(office)
    make_item(found, "Giao UBND phường rà soát đất công.")
    return found


def issued_by_the_verb(office: Office, clerk: User) -> Notice:
    draft = make_notice(office, status=NoticeStatus.DRAFT)
    task = make_task(draft)
    task.addressees.create(
        position=1, words="UBND phường", role=AssignmentRole.LEAD, body=make_body("UBND phường")
    )
    issuing.issue(draft, number=5, issued_on=NOW.date(), at=NOW, by=clerk)
    return draft


def test_issuing_keeps_the_words_and_prints_nothing_yet(office: Office) -> None:
    notice = issued_by_the_verb(office, make_person(Role.CLERK, office=office))
    document = Document.objects.get(notice=notice)

    assert (document.kind, document.code, document.pdf, document.docx) == (
        Document.Kind.NOTICE,
        "05-TB/ĐU",
        None,
        None,
    )
    assert document.snapshot["body_text"] == notice.text[notice.body_start : notice.body_end]
    assert document.issued_at == NOW


def test_both_files_are_made_once_and_served_from_then_on(
    client: Client, notice: Notice, office: Office
) -> None:
    client.force_login(make_person(Role.CLERK, office=office))
    first = [client.get(reverse(name, args=[notice.pk])).content for name in FILES]
    notice.text, notice.subject = f"{notice.text} thêm", "Khác"
    notice.save()
    again = [client.get(reverse(name, args=[notice.pk])).content for name in FILES]

    assert again == first
    assert Event.objects.filter(verb="freeze").count() == 1


def test_words_kept_at_issue_are_what_is_printed_later(office: Office, client: Client) -> None:
    notice = issued_by_the_verb(office, make_person(Role.CLERK, office=office))
    before = Document.objects.get(notice=notice).snapshot
    Notice.objects.filter(pk=notice.pk).update(subject="Khác")

    assert freezing.frozen(Notice.objects.get(pk=notice.pk), at=NOW).snapshot == before


def test_both_sides_are_laid_out_from_the_words_kept_at_issue(
    office: Office, client: Client
) -> None:
    clerk = make_person(Role.CLERK, office=office)
    notice = issued_by_the_verb(office, clerk)
    client.force_login(clerk)
    url = f"{reverse('notice-docx', args=[notice.pk])}?hai-mat=1"
    first = client.get(url).content
    Notice.objects.filter(pk=notice.pk).update(subject="Khác")

    assert client.get(url).content == first
    assert freezing.words_of(Notice.objects.get(pk=notice.pk), at=NOW).subject != "Khác"


@pytest.mark.parametrize("name", FILES)
def test_a_draft_is_printed_anew_and_never_kept(client: Client, office: Office, name: str) -> None:
    draft = make_notice(office, status=NoticeStatus.DRAFT)
    client.force_login(make_person(Role.CLERK, office=office))

    assert client.get(reverse(name, args=[draft.pk])).status_code == 200
    assert Document.objects.count() == 0


def test_a_draft_has_no_words_to_keep(office: Office) -> None:
    with pytest.raises(ValueError, match="not issued"):
        freezing.keep_words(make_notice(office, status=NoticeStatus.DRAFT), at=NOW)


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_get_the_same_bytes(notice: Notice) -> None:
    def ask(_: int) -> bytes:
        try:
            return freezing.bytes_of(Notice.objects.get(pk=notice.pk), "pdf", at=NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as both:
        first, second = both.map(ask, range(2))

    assert first == second
    assert Document.objects.filter(notice=notice).count() == 1


def test_bytes_changed_on_the_disk_are_not_served(notice: Notice, settings: object) -> None:
    document = freezing.frozen(notice, at=NOW)
    assert document.pdf
    document.pdf.sha256 = "0" * 64
    document.pdf.save()

    with pytest.raises(FileNotFoundError):
        filing.bytes_of(document.pdf)


@pytest.mark.parametrize(
    ("role", "answer"),
    [
        (Role.CLERK, 302),
        (Role.REGISTRAR, 302),
        (Role.CHIEF, 302),
        (Role.LEADER, 403),
        (Role.INSPECTOR, 403),
    ],
)
def test_who_files_the_signed_scan(
    client: Client, notice: Notice, office: Office, role: Role, answer: int
) -> None:
    client.force_login(make_person(role, office=office))
    url = reverse("notice-scan", args=[notice.pk])

    assert client.post(url, {"scan": scan()}).status_code == answer


def test_whoever_may_read_a_notice_reads_its_scan(
    client: Client, notice: Notice, office: Office
) -> None:
    url = reverse("notice-scan", args=[notice.pk])
    client.force_login(make_person(Role.CLERK, office=office))
    assert client.get(url).status_code == 404
    client.post(url, {"scan": scan()})
    assert client.get(url).content == b"%PDF-1.7 ky"
    client.force_login(make_person(Role.OFFICER, body=make_body("Khác")))
    assert client.get(url).status_code == 404


def scan() -> object:
    from django.core.files.uploadedfile import SimpleUploadedFile  # after the settings are known

    return SimpleUploadedFile("ky.pdf", b"%PDF-1.7 ky")


def test_a_report_begins_on_the_notices_page(
    client: Client, notice: Notice, office: Office
) -> None:
    button = "Lập báo cáo kết quả thực hiện"
    client.force_login(make_person(Role.CLERK, office=office))
    own = client.get(notice.get_absolute_url()).content.decode()
    client.post("/bao-cao/lap/bao-cao-van-ban/", {"notice": notice.pk})
    client.force_login(make_person(Role.INSPECTOR, office=office))
    read = client.get(notice.get_absolute_url()).content.decode()

    assert (button in own, button in read) == (True, False)
    assert list(Document.objects.values_list("kind", "notice")) == [("report", notice.pk)]
