"""Cài đặt, thể thức: what an office sets reaches every paper it prints, and none that is frozen."""

from datetime import date
from io import BytesIO
from typing import Any

import pdfplumber
import pytest
from django.test import Client
from django.urls import reverse

from assignments import documents
from assignments.clock import Clock
from assignments.papers.heads import Stamp
from bodies.models import Body, Event, Office, Role, User
from bodies.practice import USUAL, Practice
from directives import filing, freezing, printed
from directives.models import Document, Notice, NoticeStatus
from directives.printing.docx import docx
from directives.printing.model import Paper
from directives.printing.notice import notice_paper
from tests.factories import at, make_assignment, make_notice, make_office, make_person

pytestmark = pytest.mark.django_db

NOW = Clock(at("2026-03-20", "09:00"))
PAGE = "/cai-dat/the-thuc/"
TYPED: dict[str, Any] = {
    "signature_gap_mm": "30",
    "addressed_gap_pt": "",
    "lone_post_bold": "on",
    "circulation_pt": "12",
    "draft_mark_pt": "13",
    "typist_mark_pt": "11",
    "footnote_pt": "",
    "contact_pt": "9",
    "head_limit": "0",
    "contact": " Điện thoại:  0200 000 000 \r\n\r\nThư điện tử: vp@tranghac.example",
}
STORED = {"signature_gap_mm": 30, "draft_mark_pt": 13, "contact_pt": 9, "head_limit": 0}
OWN = Practice(**STORED)  # type: ignore[arg-type]
CONTACT = ("Điện thoại: 0200 000 000", "Thư điện tử: vp@tranghac.example")


@pytest.fixture
def office() -> Office:
    office = make_office()
    Body.objects.filter(pk=office.staff_body_id).update(symbol="VPĐU")
    return Office.objects.select_related("committee", "staff_body").get()


@pytest.fixture
def admin(client: Client, office: Office) -> User:
    user = make_person(Role.ADMIN, office=office)
    client.force_login(user)
    return user


def set_practice(office: Office) -> None:
    Office.objects.filter(pk=office.pk).update(practice=STORED, contact="\n".join(CONTACT))
    office.refresh_from_db()


def kept(office: Office) -> tuple[object, str]:
    office.refresh_from_db()
    return office.practice, office.contact


def refused(client: Client, **changes: str) -> str:
    answer = client.post(PAGE, {**TYPED, **changes})
    assert answer.status_code == 422
    return str(answer.content.decode())


def test_strangers_sign_in_first(client: Client) -> None:
    assert client.get(PAGE)["Location"].startswith("/dang-nhap/")


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMIN])
def test_only_an_administrator_enters(role: Role, client: Client, office: Office) -> None:
    place = {"body": office.committee} if role in (Role.OFFICER, Role.HEAD) else {"office": office}
    client.force_login(make_person(role, **place))

    assert (client.get(PAGE).status_code, client.post(PAGE, TYPED).status_code) == (403, 403)


def test_another_offices_settings_are_not_there(client: Client, admin: User) -> None:
    other = make_office("Văn phòng khác")

    assert client.post(f"{PAGE}?vp={other.pk}", TYPED).status_code == 404
    assert kept(other) == ({}, "")


def test_the_usual_values_are_shown_to_begin_with(client: Client, admin: User) -> None:
    page = client.get(PAGE)

    assert page.context["form"].initial == {**vars(USUAL), "contact": ""}
    assert "Từ 10 đến 40; để trống thì dùng 24" in page.content.decode()


def test_only_what_differs_is_kept_with_its_line_of_history(
    client: Client, admin: User, office: Office
) -> None:
    assert client.post(PAGE, TYPED).status_code == 302

    assert kept(office) == (STORED, "\n".join(CONTACT))
    event = Event.objects.get(verb="revise_office")
    assert (event.before, event.after, event.by) == (
        {"contact": "", "practice": {}},
        {"contact": "\n".join(CONTACT), "practice": STORED},
        admin,
    )


def test_saved_again_nothing_is_different(client: Client, admin: User) -> None:
    client.post(PAGE, TYPED)
    again = client.post(PAGE, TYPED, follow=True).content.decode()

    assert "Không có gì thay đổi so với cài đặt đang dùng." in again
    assert Event.objects.filter(verb="revise_office").count() == 1


def test_emptied_fields_go_back_to_the_usual(client: Client, admin: User, office: Office) -> None:
    set_practice(office)
    client.post(PAGE, {**dict.fromkeys(TYPED, ""), "lone_post_bold": "on"})

    assert kept(office) == ({}, "")


@pytest.mark.parametrize("typed", ["9", "41", "24,5", "rộng", "99999999999999999999"])
def test_a_gap_beyond_its_bounds_is_told_and_nothing_kept(
    client: Client, admin: User, office: Office, typed: str
) -> None:
    page = refused(client, signature_gap_mm=typed)

    assert "Hãy ghi một số nguyên từ 10 đến 40, hoặc để trống để dùng 24." in page
    assert kept(office) == ({}, "")


def test_a_contact_too_long_is_told_and_nothing_kept(
    client: Client, admin: User, office: Office
) -> None:
    assert "Có 4 dòng; hãy rút lại còn không quá 3 dòng." in refused(client, contact="a\nb\nc\nd")
    assert "dài 121 ký tự; hãy rút lại còn không quá 120 ký tự." in refused(
        client, contact="a" * 121
    )
    assert kept(office) == ({}, "")


def document_of(office: Office, kind: str) -> Document:
    work = make_assignment(office=office, due_on="2026-03-10")
    days = {"first_on": date(2026, 3, 1), "last_on": date(2026, 3, 23)}
    return Document(
        office=office, kind=kind, body=work.body, level=1, answer_by=date(2026, 3, 27), **days
    )


@pytest.mark.parametrize("kind", list(documents.PRINT))
def test_every_document_of_the_office_is_printed_in_its_way(office: Office, kind: str) -> None:
    set_practice(office)
    found = documents.READ[kind](document_of(office, kind), NOW)
    paper = documents.PRINT[kind](found, Stamp(on=NOW.today))

    assert (paper.profile.practice, paper.contact) == (OWN, CONTACT)


@pytest.mark.parametrize("level", [1, 3])
def test_so_are_letters_in_the_committees_name(office: Office, level: int) -> None:
    set_practice(office)
    office.letters_from = Office.Letters.COMMITTEE
    document = document_of(office, Document.Kind.LETTER)
    document.level = level
    found = documents.READ[document.kind](document, NOW)

    assert (found.head.practice, found.head.contact) == (OWN, CONTACT)


def test_a_notice_is_printed_in_the_offices_way(office: Office) -> None:
    set_practice(office)
    paper = paper_of(make_notice(office, status=NoticeStatus.DRAFT))

    assert (paper.profile.practice, paper.contact) == (OWN, CONTACT)


def test_a_lone_post_is_as_bold_as_the_office_wants(office: Office) -> None:
    def post(notice: Notice) -> list[bool]:
        return [run.bold for run in paper_of(notice).signature.post]

    lone = make_notice(office, signer_title="BÍ THƯ")
    under = make_notice(office, signer_title="BÍ THƯ", signer_authority="T/M BAN THƯỜNG VỤ")
    usual = (post(lone), post(under))
    office.practice = {"lone_post_bold": False}
    lone.office = under.office = office

    assert (usual, post(lone), post(under)) == (([True], [False]), [False], [False])


def paper_of(notice: Notice) -> Paper:
    return notice_paper(printed.content_of(notice, today=NOW.today))


def test_a_notice_keeps_the_way_of_its_issue_though_printed_later(office: Office) -> None:
    notice = make_notice(office)
    freezing.keep_words(notice, at=NOW.now)
    before = docx(paper_of(notice))
    set_practice(office)

    assert freezing.bytes_of(Notice.objects.get(), "docx", at=NOW.now) == before
    assert docx(paper_of(Notice.objects.get())) != before


def test_so_it_does_on_both_sides_of_the_sheet(client: Client, office: Office) -> None:
    notice = make_notice(office)
    freezing.keep_words(notice, at=NOW.now)
    set_practice(office)
    client.force_login(make_person(Role.CLERK, office=office))
    answer = client.get(reverse("notice-pdf", args=[notice.pk]), {"hai-mat": "1"})

    with pdfplumber.open(BytesIO(answer.content)) as sheet:
        assert "Điện thoại" not in "".join(page.extract_text() for page in sheet.pages)


def test_words_kept_before_there_was_such_a_setting_are_printed_as_usual(office: Office) -> None:
    notice = make_notice(office)
    document = freezing.keep_words(notice, at=NOW.now)
    del document.snapshot["practice"]
    document.save()
    set_practice(office)

    assert freezing.words_of(notice, at=NOW.now).practice == USUAL


def test_an_issued_letter_stays_as_it_was_printed(office: Office) -> None:
    by = make_person(Role.REGISTRAR, office=office)
    document = document_of(office, Document.Kind.LETTER)
    document.first_on = document.last_on = None
    document.made_at = NOW.now
    document.save()
    documents.issue(document, number=3, issued_on=NOW.today, clock=NOW, by=by)
    before = files_of(document)
    set_practice(office)

    assert files_of(document) == before
    assert Document.objects.get().snapshot["head"]["practice"] == vars(USUAL)


def files_of(document: Document) -> list[bytes]:
    found = Document.objects.select_related("pdf", "docx").get(pk=document.pk)
    return [filing.bytes_of(file) for file in (found.pdf, found.docx) if file]
