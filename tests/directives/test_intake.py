"""What comes in through /thong-bao/nhap/, and what is turned away with nothing kept."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bodies.models import Event, Role
from directives.models import Item, Notice, StoredFile
from directives.reading import read
from tests.factories import make_body, make_office, make_person
from tests.papers import PAPER, TASKLESS
from tests.reading.papers import samples
from tests.reading.test_pdf import TODAY, printed
from tests.reading.test_scans import needs_tesseract, pictures, scanned

COMPARE = (
    "Chữ được máy nhận dạng từ bản quét, ảnh chụp (trang 1, 2), có thể sai. Hãy so từng mục với bản gốc, "
    "nhất là số, ngày và tên, trước khi xác nhận."
)
pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(client: Client) -> Client:
    client.force_login(make_person(Role.CLERK, office=make_office()))
    return client


def enter(client: Client, *, ticked: bool = True, **given: Any) -> Any:
    tick = {"not_secret": "on"} if ticked else {}
    return client.post(reverse("intake"), {**tick, **given})


def refused(client: Client, **given: Any) -> str:
    """Enter something bad; return what is said, once it is sure that nothing was kept."""
    response = enter(client, **given)
    kept = [model.objects.count() for model in (Notice, Item, StoredFile, Event)]
    assert (response.status_code, kept) == (422, [0, 0, 0, 0])
    form = response.context["form"]
    return " ".join(error for field in form.errors.values() for error in field)


def test_a_pasted_notice_becomes_a_draft_with_its_header(clerk: Client) -> None:
    response = enter(clerk, text=PAPER)

    notice = Notice.objects.get()
    assert response.url == reverse("bench", args=[notice.pk])
    assert (notice.code, notice.kind, notice.status) == ("16-TB/ĐU", "TB", "draft")
    assert notice.signer_name == "Lê Văn Bách"
    assert [r["to_do"] for r in notice.recipients] == [False, True, False]


def test_the_reader_only_proposes(clerk: Client) -> None:
    enter(clerk, text=PAPER)

    items = Notice.objects.get().items.filter(kind="directive")
    assert [item.path for item in items] == ["2", "3"]
    assert [item.proposed()[0]["leads"] for item in items] == [
        ["UBND phường"],
        ["Văn phòng Đảng ủy"],
    ]
    assert [item.proposed()[0]["due_on"] for item in items] == ["2026-03-20", "2026-04-30"]
    assert not any(item.tasks.exists() for item in items)


def test_the_text_is_kept_as_it_came_and_items_point_into_it(clerk: Client) -> None:
    enter(clerk, text=PAPER)

    notice = Notice.objects.get()
    second = notice.items.get(path="2")
    assert notice.text == PAPER
    assert notice.text[second.start : second.end].startswith("2. Giao UBND phường chủ trì")


def test_a_text_file_is_read_and_kept(clerk: Client) -> None:
    enter(clerk, file=SimpleUploadedFile("tb16.txt", PAPER.encode()))

    file = StoredFile.objects.get()
    assert (file.name, file.content_type, file.size) == (
        "tb16.txt",
        "text/plain",
        len(PAPER.encode()),
    )
    assert Notice.objects.get().source_file == file


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_text_file_may_come_as_notepad_saves_it(clerk: Client, encoding: str) -> None:
    enter(clerk, file=SimpleUploadedFile("tb16.txt", PAPER.encode(encoding)))

    assert Notice.objects.get().text == PAPER


def test_nothing_given(clerk: Client) -> None:
    assert refused(clerk, text="  \n ") == (
        "Chưa có nội dung. Hãy dán toàn văn thông báo hoặc chọn tệp."
    )


@pytest.mark.parametrize("sign", ["\x0c", "\x1b", "\uffff"])
def test_signs_that_no_database_takes_do_no_harm(clerk: Client, sign: str) -> None:
    dirty = PAPER.replace("Ghi nhận", f"Ghi{sign} nhận")

    enter(clerk, file=SimpleUploadedFile("tb.txt", dirty.encode()))

    assert [item.path for item in Notice.objects.get().items.all()] == ["1", "2", "3"]


def test_five_megabytes_of_text(clerk: Client) -> None:
    assert "Văn bản quá dài" in refused(clerk, text="Giao UBND phường. " * 290_000)


def test_an_empty_file(clerk: Client) -> None:
    assert "Tệp rỗng" in refused(clerk, file=SimpleUploadedFile("a.txt", b""))


def test_binary_bytes_named_as_text(clerk: Client) -> None:
    said = refused(clerk, file=SimpleUploadedFile("a.txt", bytes(range(256)) * 40))

    assert "không phải văn bản" in said


def test_a_docx_that_is_no_docx(clerk: Client) -> None:
    said = refused(clerk, file=SimpleUploadedFile("a.docx", b"khong phai docx"))

    assert "Word" in said


def test_a_zip_that_is_no_docx(clerk: Client) -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "x")

    assert "Word" in refused(clerk, file=SimpleUploadedFile("a.docx", packed.getvalue()))


def test_a_notice_with_no_task_asks_first(clerk: Client) -> None:
    assert "Không tìm thấy nhiệm vụ nào" in refused(clerk, text=TASKLESS)

    enter(clerk, text=TASKLESS, by_hand="on")

    assert Notice.objects.get().items.count() == 2


def test_the_declaration_is_asked_for(clerk: Client) -> None:
    response = enter(clerk, ticked=False, text=PAPER)

    assert "bí mật nhà nước" in str(response.context["form"].errors["not_secret"])
    assert not Notice.objects.exists()


@needs_tesseract
def test_a_scan_becomes_a_draft_that_says_what_it_is(clerk: Client) -> None:
    reading = read(samples()["giao_ban"], today=TODAY)

    response = clerk.post(
        reverse("intake"),
        {
            "not_secret": "on",
            "file": SimpleUploadedFile("quet.pdf", scanned(*pictures(printed(reading)))),
        },
        follow=True,
    )

    notice = Notice.objects.get()
    assert (notice.number, notice.signer_name, notice.kind) == (45, "Nghiêm Xuân Lạc", "TB")
    assert [item.path for item in notice.items.all()] == [
        item.number or "" for item in reading.items
    ]
    assert [str(message) for message in response.context["messages"]] == [COMPARE]
    doubts = [doubt for item in notice.items.all() for doubt in item.proposal["doubts"]]
    assert doubts.count(COMPARE) == 1
    assert any(doubt.startswith("Nhận dạng từ bản quét chưa chắc ở “") for doubt in doubts)


def test_the_same_paper_twice_is_one_draft(clerk: Client) -> None:
    first = enter(clerk, text=PAPER)
    second = enter(clerk, text=PAPER)

    notice = Notice.objects.get()
    assert (first.url, second.url) == (
        reverse("bench", args=[notice.pk]),
        notice.get_absolute_url(),
    )
    assert Event.objects.filter(verb="start").count() == 1


def test_a_paper_of_too_many_items(clerk: Client) -> None:
    said = refused(clerk, text="THÔNG BÁO\nKết luận\n\n" + "- Giao UBND phường rà soát.\n" * 2_100)

    assert "hơn 2000 mục" in said


def test_only_clerks_enter_notices(client: Client) -> None:
    office, body = make_office(), make_body()
    others = [
        make_person(Role.REGISTRAR, office=office),
        make_person(Role.LEADER, office=office),
        make_person(Role.INSPECTOR, office=office),
        make_person(Role.ADMIN, office=office),
        make_person(Role.OFFICER, body=body),
    ]

    for person in others:
        client.force_login(person)
        assert client.get(reverse("intake")).status_code == 403
