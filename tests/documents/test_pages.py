"""/bao-cao/: who may open and do what, every kind from draft to download, and what goes wrong."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assignments.models import Assignment
from bodies.models import Body, Office, Role, User
from directives.models import Document
from tests.factories import (
    make_assignment,
    make_body,
    make_notice,
    make_office,
    make_person,
    make_task,
)

pytestmark = pytest.mark.django_db

PAGE = "/bao-cao/"
SLUGS = ("bao-cao-van-ban", "bao-cao-ky", "so-theo-doi", "giao-ban", "danh-muc", "cong-van")


@pytest.fixture
def office() -> Office:
    office = make_office()
    Body.objects.filter(pk=office.staff_body_id).update(symbol="VPĐU")
    return office


@pytest.fixture
def body() -> Body:
    return make_body("UBND phường")


@pytest.fixture
def work(office: Office, body: Body) -> Assignment:
    """Overdue since long ago, whatever today is."""
    return make_assignment(office=office, body=body, due_on="2026-03-10")


@pytest.fixture
def registrar(client: Client, office: Office) -> User:
    user = make_person(Role.REGISTRAR, office=office)
    client.force_login(user)
    return user


def typed(slug: str, work: Assignment) -> dict[str, Any]:
    """What is typed to begin each kind."""
    period = {"first_on": "01/03/2026", "last_on": f"{timezone.localdate():%d/%m/%Y}"}
    asked: dict[str, dict[str, Any]] = {
        "bao-cao-van-ban": {"notice": work.task.notice_id},
        "bao-cao-ky": period,
        "so-theo-doi": period,
        "giao-ban": {},
        "danh-muc": {"body": work.body_id},
        "cong-van": {"body": work.body_id, "level": "1"},
    }
    return asked[slug]


def made(client: Client, slug: str, work: Assignment) -> Document:
    answer = client.post(f"{PAGE}lap/{slug}/", typed(slug, work))
    assert answer.status_code == 302
    return Document.objects.get(pk=int(answer["Location"].split("/")[-2]))


def issued(client: Client, document: Document, number: int = 1) -> Document:
    today = f"{timezone.localdate():%d/%m/%Y}"
    answer = client.post(
        f"{document.get_absolute_url()}phat-hanh/", {"number": number, "issued_on": today}
    )
    assert answer.status_code == 302, answer.content.decode()
    return Document.objects.get(pk=document.pk)


def words(client: Client, url: str, data: dict[str, Any] | None = None, status: int = 200) -> str:
    answer = client.get(url) if data is None else client.post(url, data)
    assert answer.status_code == status
    return str(answer.content.decode())


def urls(document: Document) -> list[str]:
    own = document.get_absolute_url()
    return [own, *(f"{own}van-ban.{ending}" for ending in ("pdf", "docx")), f"{own}ban-ky/"]


def steps(document: Document) -> list[str]:
    own = document.get_absolute_url()
    steps = [f"{own}{step}/" for step in ("sua", "phat-hanh", "bo", "ban-ky")]
    return [*(f"{PAGE}lap/{slug}/" for slug in SLUGS), *steps]


def test_strangers_sign_in_first(client: Client, registrar: User, work: Assignment) -> None:
    document = made(client, "cong-van", work)
    client.logout()
    asked = [PAGE, *urls(document)]

    assert [client.get(url).status_code for url in asked] == [302] * len(asked)
    assert {client.post(url).status_code for url in steps(document)} == {302}


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD, Role.ADMIN])
def test_a_bodys_people_and_the_administrator_are_kept_out(
    client: Client, registrar: User, office: Office, work: Assignment, role: Role
) -> None:
    document = made(client, "cong-van", work)
    place = {"office": office} if role == Role.ADMIN else {"body": work.body}
    client.force_login(make_person(role, **place))

    assert [client.get(url).status_code for url in (PAGE, *urls(document))] == [403] * 5
    assert {client.post(url).status_code for url in steps(document)} == {403}


def test_another_office_does_not_learn_that_it_exists(
    client: Client, registrar: User, office: Office, work: Assignment
) -> None:
    document = made(client, "cong-van", work)
    client.force_login(make_person(Role.REGISTRAR, office=make_office("Văn phòng khác")))

    assert [client.get(url).status_code for url in urls(document)] == [404] * 4
    assert {client.post(url).status_code for url in steps(document)[6:]} == {404}
    assert client.get(f"{PAGE}?vp={office.pk}").status_code == 404
    assert client.post(f"{PAGE}lap/giao-ban/?vp={office.pk}").status_code == 404


@pytest.mark.parametrize("role", [Role.INSPECTOR, Role.LEADER])
def test_inspector_and_leader_read_all_and_change_nothing(
    client: Client, registrar: User, office: Office, work: Assignment, role: Role
) -> None:
    document = made(client, "cong-van", work)
    client.force_login(make_person(role, office=office))

    assert [client.get(url).status_code for url in (PAGE, *urls(document))] == [
        200,
        200,
        200,
        200,
        404,
    ]
    assert {client.post(url).status_code for url in steps(document)} == {403}
    assert "<form method" not in words(client, PAGE).split("<main")[1].split("</main>")[0]
    assert (Document.objects.count(), Document.objects.drafts().count()) == (1, 1)


def test_the_clerk_issues_where_the_office_so_sets_but_never_criticism(
    client: Client, registrar: User, office: Office, work: Assignment
) -> None:
    document = made(client, "cong-van", work)
    url = f"{document.get_absolute_url()}phat-hanh/"
    client.force_login(make_person(Role.CLERK, office=office))

    def answer(*, may: bool, level: int) -> int:
        Office.objects.update(clerk_may_issue=may)
        Document.objects.update(level=level)
        return client.post(url).status_code

    assert (answer(may=True, level=1), answer(may=False, level=1), answer(may=True, level=3)) == (
        422,
        403,
        403,
    )


@pytest.mark.parametrize("slug", SLUGS)
def test_every_kind_from_draft_to_download(
    client: Client, registrar: User, work: Assignment, slug: str
) -> None:
    draft = made(client, slug, work)
    assert "Dự thảo" in words(client, draft.get_absolute_url())
    document = issued(client, draft)
    ends = ("pdf", "docx", "xlsx") if document.xlsx_id else ("pdf", "docx")
    answers = [client.get(f"{document.get_absolute_url()}van-ban.{end}") for end in ends]

    assert [answer.content[:4] for answer in answers] == [b"%PDF", b"PK\x03\x04", b"PK\x03\x04"][
        : len(ends)
    ]
    page = words(client, document.get_absolute_url())
    assert (str(document) in page, "<b>Phát hành</b>" in page) == (True, True)
    assert client.get(f"{document.get_absolute_url()}van-ban.exe").status_code == 404


def test_an_issued_document_is_served_as_it_was(
    client: Client, registrar: User, work: Assignment
) -> None:
    document = issued(client, made(client, "bao-cao-van-ban", work))
    files = [f"{document.get_absolute_url()}van-ban.{end}" for end in ("pdf", "docx")]
    before = [client.get(url).content for url in files]
    Assignment.objects.update(body_name="Tên khác")
    Office.objects.update(place="Nơi khác", signer_name="Người khác")

    assert [client.get(url).content for url in files] == before


@pytest.mark.parametrize(
    ("slug", "data", "sentence"),
    [
        ("bao-cao-van-ban", {}, "Hãy chọn văn bản cần báo cáo."),
        ("bao-cao-van-ban", {"notice": "0"}, "Văn bản này không còn trong danh sách."),
        ("bao-cao-ky", {"first_on": "32/13/2026"}, "Ngày không đúng."),
        (
            "so-theo-doi",
            {"first_on": "10/3/2026", "last_on": "9/3/2026"},
            "Ngày cuối phải bằng hoặc sau ngày đầu.",
        ),
        ("so-theo-doi", {"first_on": "1/1/2999", "last_on": "1/2/2999"}, "Kỳ này chưa bắt đầu."),
        ("danh-muc", {"body": "x"}, "Đơn vị này không được Văn phòng giao nhiệm vụ."),
    ],
)
def test_what_is_typed_wrongly_is_told_and_nothing_is_begun(
    client: Client, registrar: User, slug: str, data: dict[str, str], sentence: str
) -> None:
    assert sentence in words(client, f"{PAGE}lap/{slug}/", data, status=422)
    assert Document.objects.count() == 0


def test_an_unknown_kind_is_no_page(client: Client, registrar: User) -> None:
    assert client.post(f"{PAGE}lap/khac/").status_code == 404


@pytest.mark.parametrize(
    ("number", "day", "sentence"),
    [
        ("", "20/03/2026", "Hãy ghi số của văn bản."),
        ("3a", "20/03/2026", "Số là một số nguyên, không ghi ký hiệu."),
        ("0", "20/03/2026", "Số này phải từ 1 trở lên."),
        ("1", "01/01/2999", "Ngày văn bản không thể sau hôm nay."),
        ("1", "hôm nay", "Ngày không đúng."),
    ],
)
def test_number_and_date_are_checked(
    client: Client, registrar: User, work: Assignment, number: str, day: str, sentence: str
) -> None:
    document = made(client, "cong-van", work)
    url = f"{document.get_absolute_url()}phat-hanh/"

    assert sentence in words(client, url, {"number": number, "issued_on": day}, status=422)
    assert Document.objects.issued().count() == 0


def test_a_taken_number_and_a_second_click_are_sentences(
    client: Client, registrar: User, work: Assignment
) -> None:
    first = issued(client, made(client, "cong-van", work), number=5)
    second = made(client, "bao-cao-ky", work)
    issued(client, second, number=5)  # another series
    third = Document.objects.create(
        office=work.office, kind="report", notice=work.task.notice, made_at=timezone.now()
    )
    typed = {"number": "5", "issued_on": f"{timezone.localdate():%d/%m/%Y}"}

    taken = words(client, f"{third.get_absolute_url()}phat-hanh/", typed, status=422)
    again = words(client, f"{first.get_absolute_url()}phat-hanh/", typed, status=422)
    assert "Số 05-BC/VPĐU đã dùng" in taken
    assert "đã phát hành; không phát hành lại" in again


def test_the_next_free_number_is_offered(client: Client, registrar: User, work: Assignment) -> None:
    issued(client, made(client, "cong-van", work), number=7)
    other = Document.objects.create(
        office=work.office, kind="letter", body=work.body, level=2, made_at=timezone.now()
    )

    assert 'name="number" value="8"' in words(client, other.get_absolute_url())


def test_a_letters_draft_is_revised_and_dropped(
    client: Client, registrar: User, work: Assignment
) -> None:
    document = made(client, "cong-van", work)
    own, later = document.get_absolute_url(), timezone.localdate() + timedelta(days=9)
    past = words(client, f"{own}sua/", {"level": "2", "answer_by": "1/1/2020"}, status=422)
    client.post(f"{own}sua/", {"level": "2", "answer_by": f"{later:%d/%m/%Y}"})
    document.refresh_from_db()

    assert "Ngày phải báo cáo phải sau hôm nay." in past
    assert (document.level, document.answer_by) == (2, later)
    assert client.post(f"{own}bo/")["Location"] == f"{PAGE}?vp={document.office_id}"
    assert client.get(own).status_code == 404


def test_the_signed_scan_is_filed_and_read(
    client: Client, registrar: User, work: Assignment
) -> None:
    document = made(client, "cong-van", work)
    url = f"{document.get_absolute_url()}ban-ky/"
    pdf, png = (SimpleUploadedFile("ky.pdf", data) for data in (b"%PDF-1.7 ky", b"\x89PNG\r\n"))
    assert client.post(url, {"scan": pdf}).status_code == 403  # a draft is not signed
    issued(client, document)
    pdf.seek(0)

    assert "Hãy chọn tệp PDF của bản đã ký." in words(client, url, {}, status=422)
    assert "không phải" in words(client, url, {"scan": png}, status=422)
    assert client.post(url, {"scan": pdf}).status_code == 302
    assert client.get(url).content == b"%PDF-1.7 ky"
    assert "Bản ký" in words(client, PAGE)


def test_the_page_says_when_there_is_nothing(client: Client, registrar: User) -> None:
    page = words(client, PAGE)

    assert "Không có đơn vị nào có nhiệm vụ quá hạn." in page
    assert "Chưa có văn bản nào được phát hành." in page


def test_letters_are_suggested_with_what_was_sent(
    client: Client, registrar: User, work: Assignment
) -> None:
    assert "Công văn lần 1" in words(client, PAGE)
    issued(client, made(client, "cong-van", work), number=5)

    assert "1 lần, gần nhất 05-CV/VPĐU" in words(client, PAGE)


def test_many_documents_come_in_pages(client: Client, registrar: User, work: Assignment) -> None:
    one = issued(client, made(client, "giao-ban", work))
    for number in range(20):
        one.pk, one._state.adding = None, True
        one.key, one.number = uuid4(), number + 1
        one.kind, one.series = Document.Kind.REPORT, "BC"
        one.save()
    page = client.get(PAGE, {"page": "2"})

    assert len(page.context["page"].object_list) == 1
    assert f"?vp={work.office_id}&amp;page=1" in page.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_however_many_rows(
    client: Client,
    registrar: User,
    work: Assignment,
    django_assert_num_queries: DjangoAssertNumQueries,
    rows: int,
) -> None:
    document = issued(client, made(client, "giao-ban", work))
    for number in range(rows - 1):
        body = make_body(f"Tổ {number}")
        make_assignment(make_task(work.task.notice, due_on="2026-03-10"), body=body)
        document.pk, document._state.adding = None, True
        document.key = uuid4()
        document.save()
    client.get(PAGE)

    with django_assert_num_queries(13):
        client.get(PAGE)


def test_an_office_that_reads_for_two_chooses(
    client: Client, registrar: User, work: Assignment
) -> None:
    other = make_office("Văn phòng khác")
    registrar.memberships.create(role=Role.CLERK, office=other)

    assert "Soạn công văn" in words(client, f"{PAGE}?vp={work.office_id}")
    assert "Không có đơn vị nào có nhiệm vụ quá hạn." in words(client, f"{PAGE}?vp={other.pk}")
    assert client.get(f"{PAGE}?vp=x").status_code == 404


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx"])
def test_a_body_prints_its_own_list(client: Client, work: Assignment, ending: str) -> None:
    url = reverse("body-list", args=[work.body_id, ending])
    client.force_login(make_person(Role.OFFICER, body=work.body))
    own = client.get(url).status_code
    client.force_login(make_person(Role.CLERK, office=work.office))
    office = client.get(url).status_code
    client.force_login(make_person(Role.OFFICER, body=make_body("Khác")))

    assert (own, office, client.get(url).status_code) == (200, 200, 404)


def test_a_body_without_work_has_no_list(client: Client) -> None:
    body = make_body()
    client.force_login(make_person(Role.OFFICER, body=body))

    answers = [client.get(reverse("body-list", args=[body.pk, end])) for end in ("pdf", "exe")]
    assert [answer.status_code for answer in answers] == [404, 404]


def test_a_notice_of_another_office_cannot_be_reported(
    client: Client, registrar: User, work: Assignment
) -> None:
    foreign = make_notice(make_office("Văn phòng khác"))

    assert "không còn trong danh sách" in words(
        client, f"{PAGE}lap/bao-cao-van-ban/", {"notice": foreign.pk}, status=422
    )
