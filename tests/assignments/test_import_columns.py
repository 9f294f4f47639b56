"""Registers as offices really keep them: their own heads, their own ways to write a cell."""

from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assignments import importing
from assignments.importing import ImportRefused, Layout
from assignments.importing.citing import cited_in
from assignments.models import Assignment
from bodies.matching import Matcher
from bodies.models import Office, User
from directives.models import Notice, StoredFile, Task
from directives.naming import parted_by_role
from directives.sheets import table_of
from tests.assignments.registers import PAPER, TODAY, kept, looked, row, sheet, upload
from tests.directives.tables import xlsx

pytestmark = pytest.mark.django_db

TITLES: list[list[Any]] = [
    ["ĐẢNG ỦY PHƯỜNG", *[None] * 6, "ĐẢNG CỘNG SẢN VIỆT NAM"],
    [],
    ["BẢNG THEO DÕI THỰC HIỆN THÔNG BÁO, KẾT LUẬN NĂM 2025"],
    ["STT", "Văn bản chỉ đạo", None, None, "Nội dung giao", "Cơ quan chủ trì", "Đơn vị thực hiện",
     "Hạn hoàn thành", "Kết quả thực hiện", None, None],
    [None, "Số", "Ngày VB", "Trích yếu nội dung", None, None, None, None, "Số VB", "Ngày", "Nội dung"],
]  # fmt: skip
DAY = datetime(2025, 3, 5)  # noqa: DTZ001 (Excel knows no zones)
WORK: list[list[Any]] = [
    ["I", "LĨNH VỰC KINH TẾ"],
    [1, "05-TB/ĐU", DAY, "Kết luận giao ban", "Rà soát", "UBND phường", "Công an phường",
     "30.6.2025", "45/BC-UBND", "25.6.25", "Đã hoàn thành"],
    [2, None, None, None, "Báo cáo", "UBND phường\nCông an phường", None, "Quý II/2025"],
    [],
    [None, None, "NGƯỜI LẬP BIỂU", None, None, None, None, None, "CHÁNH VĂN PHÒNG"],
]  # fmt: skip
MERGED = [
    "A3:K3", "B4:D4", "I4:K4", "A4:A5", "E4:E5", "F4:F5", "G4:G5", "H4:H5", "B6:K6",
    "B7:B8", "C7:C8", "D7:D8",
]  # fmt: skip


def real(*, words: str = "Nội dung giao") -> bytes:
    """A register with titles, groups of columns, merged cells and a place to sign."""
    groups = [words if cell == "Nội dung giao" else cell for cell in TITLES[3]]
    return xlsx([*TITLES[:3], groups, TITLES[4], *WORK], title="Năm 2025", merged=MERGED)


def test_a_register_as_offices_keep_it_is_known_by_its_heads(office: Office, clerk: User) -> None:
    plan, _ = looked(real(), office, clerk)

    told = [
        (
            e.number,
            e.words,
            [n.words for n in e.leads],
            e.timing.due_on,
            e.result and e.result.paper_on,
        )
        for e in plan.entries
    ]
    assert told == [
        (7, "Rà soát", ["UBND phường"], date(2025, 6, 30), date(2025, 6, 25)),
        (8, "Báo cáo", ["UBND phường", "Công an phường"], date(2025, 6, 30), None),
    ]
    assert (plan.problems, [left.number for left in plan.left]) == ([], [6, 10])


def asked(address: str, **columns: Any) -> str:
    """The address of the preview once the clerk has said which column is what."""
    kinds = {f"column_{place}": kind for kind, place in columns.pop("kinds").items()}
    query = "&".join(f"{name}={value}" for name, value in {**columns, **kinds}.items())
    return f"{address}?{query}"


REAL_KINDS = {
    "notice": 1,
    "issued_on": 2,
    "subject": 3,
    "words": 4,
    "leads": 5,
    "coordinating": 6,
    "deadline": 7,
    "paper": 8,
    "paper_on": 9,
    "result": 10,
    "number": 0,
}


def test_a_column_that_is_not_known_is_asked_for(client: Client, clerk: User) -> None:
    response = client.get(upload(client, real(words="Phần của đơn vị")).url)

    assert response.status_code == 200
    assert "Chưa biết cột nào là “Nội dung nhiệm vụ”" in response.content.decode()
    assert "plan" not in response.context


def test_the_clerk_says_which_column_is_what_and_imports(client: Client, clerk: User) -> None:
    address = asked(
        upload(client, real(words="Phần của đơn vị")).url, first_row=5, kinds=REAL_KINDS
    )
    page = client.get(address)

    done = client.post(address, {"act": "nhap", "seen": page.context["plan"].digest})

    assert (page.context["plan"].problems, done.status_code) == ([], 302)
    assert list(Task.objects.values_list("words", flat=True).order_by("pk")) == [
        "Rà soát",
        "Báo cáo",
    ]
    assert list(Assignment.objects.values_list("body_name", "role").order_by("pk")) == [
        ("UBND phường", "lead"),
        ("Công an phường", "co"),
        ("UBND phường", "lead"),
        ("Công an phường", "lead"),
    ]


def test_what_the_heads_tell_wrongly_is_said_otherwise(client: Client, clerk: User) -> None:
    address = upload(client, real()).url
    other = {**REAL_KINDS, "leads": 6, "coordinating": 5}

    page = client.get(asked(address, first_row=5, kinds=other))

    assert page.context["plan"].problems == ["Dòng 8: chưa có đơn vị chủ trì."]
    assert page.context["plan"].entries[0].leads[0].words == "Công an phường"


def test_a_yes_to_other_columns_than_those_seen_does_nothing(client: Client, clerk: User) -> None:
    address = upload(client, real()).url
    seen = client.get(address).context["plan"].digest
    swapped = {**REAL_KINDS, "words": 3, "subject": 4}

    response = client.post(
        asked(address, first_row=5, kinds=swapped), {"act": "nhap", "seen": seen}
    )

    assert (response.status_code, Notice.objects.count()) == (422, 0)
    assert "đã thay đổi từ lúc xem trước" in response.content.decode()


def test_a_table_without_heads_is_read_from_its_first_row(client: Client, clerk: User) -> None:
    data = xlsx([["05-TB/ĐU", "05/03/2025", "Kết luận", "Rà soát", "UBND phường"]])
    kinds = {"notice": 0, "issued_on": 1, "subject": 2, "words": 3, "leads": 4}

    page = client.get(asked(upload(client, data).url, first_row=0, kinds=kinds))

    assert [e.words for e in page.context["plan"].entries] == ["Rà soát"]


def test_one_kind_is_one_column(client: Client, clerk: User) -> None:
    address = f"{upload(client, real()).url}?first_row=5&column_4=words&column_5=words"

    page = client.get(address)

    assert "Hai cột cùng là “Nội dung nhiệm vụ”" in page.content.decode()
    assert "plan" not in page.context


def test_pages_and_filters_keep_the_columns(client: Client, clerk: User) -> None:
    rows = [row(*PAPER, words=f"Việc {n}") for n in range(250)]
    address = upload(client, sheet(*rows)).url
    columns = client.get(address).context["columns"].found()
    query = "&".join(f"{name}={value}" for name, value in columns.items())

    page = client.get(f"{address}?{query}&loc=new")

    assert page.context["kept"] == f"{query}&loc=new"
    second = client.get(f"{address}?{query}&page=2").context["page"]
    assert second.object_list[0].number == 202


def test_the_same_register_again_by_its_codes_only_updates(client: Client, clerk: User) -> None:
    heads = ["Mã NV", "Số VB", "Ngày VB", "Trích yếu", "Việc", "Đơn vị chủ trì", "Ghi chú"]
    first = ["NV-1", "05-TB/ĐU", "5/3/2025", "Kết luận", "Rà soát", "UBND phường"]
    names = ("code", "notice", "issued_on", "subject", "words", "leads", "note")
    kinds = {name: place for place, name in enumerate(names)}
    for note in ("", "Đã làm một nửa"):
        address = asked(upload(client, xlsx([heads, [*first, note]])).url, first_row=1, kinds=kinds)
        seen = client.get(address).context["plan"].digest
        client.post(address, {"act": "nhap", "seen": seen})

    assert Task.objects.get().reference == "NV-1"
    assert Assignment.objects.get().reports.get().words == "Nhập từ sổ cũ: Đã làm một nửa"


def test_a_file_is_kept_only_once_it_is_a_table(client: Client, clerk: User) -> None:
    kept_one = upload(client, xlsx([["a", "b"], [1, 2]]))

    page = client.get(kept_one.url)

    assert StoredFile.objects.count() == 1
    assert "Chưa biết cột nào là “Số, ký hiệu”, “Ngày ban hành”" in page.content.decode()
    assert client.get(reverse("import-register")).status_code == 200


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("05-TB/ĐU", ("TB", 5, "-TB/ĐU", None, "")),
        ("Số: 05 - TB / ĐU", ("TB", 5, "-TB/ĐU", None, "")),
        ("Thông báo số 120-TB/ĐU ngày 15/7/2025", ("TB", 120, "-TB/ĐU", date(2025, 7, 15), "")),
        ("12/KL-ĐU, ngày 12 tháng 4 năm 2025 về công tác nhân sự",
         ("KL", 12, "/KL-ĐU", date(2025, 4, 12), "Công tác nhân sự")),
        ("05-TB/ĐU (12.4.25)", ("TB", 5, "-TB/ĐU", date(2025, 4, 12), "")),
        ("05-XY/ĐU", (None, 5, "-XY/ĐU", None, "")),
        ("05-TB/ĐU, 06-TB/ĐU", None),
        ("05-TB/ĐU và 06-TB/ĐU", None),
        ("Thông báo miệng", None),
    ],
)  # fmt: skip
def test_a_cell_names_a_paper(cell: str, found: tuple[Any, ...] | None) -> None:
    cited = cited_in(cell)

    told = cited and (cited.kind, cited.number, cited.symbol, cited.issued_on, cited.subject)
    assert told == found


def test_number_day_and_subject_may_stand_in_one_cell(office: Office, clerk: User) -> None:
    data = xlsx(
        [
            ["Số, ký hiệu văn bản", "Nội dung nhiệm vụ", "Đơn vị chủ trì"],
            ["Thông báo số 05-TB/ĐU ngày 05/3/2025 về công tác nhân sự", "Rà soát", "UBND phường"],
        ]
    )

    plan, _ = looked(data, office, clerk)

    [entry] = plan.entries
    assert (plan.problems, entry.subject) == ([], "Công tác nhân sự")
    assert entry.paper is not None
    assert (entry.paper.code, entry.paper.issued_on) == ("05-TB/ĐU", date(2025, 3, 5))


def test_without_a_day_anywhere_the_column_is_asked_for(office: Office, clerk: User) -> None:
    data = xlsx([["x"], ["05-TB/ĐU", "Kết luận", "Rà soát", "UBND phường"]])
    layout = Layout({"notice": 0, "subject": 1, "words": 2, "leads": 3}, 1)

    with pytest.raises(ImportRefused, match="Chưa biết cột nào là “Ngày ban hành”"):
        importing.plan(
            table_of("so.xlsx", data), layout, file=kept(data, clerk), office=office, today=TODAY
        )


@pytest.mark.parametrize(
    ("cell", "leads", "helping"),
    [
        ("UBND phường", "UBND phường", ""),
        ("Chủ trì: UBND phường; phối hợp: Công an phường", "UBND phường", "Công an phường"),
        ("UBND phường chủ trì, phối hợp với Công an phường", "UBND phường", "Công an phường"),
        ("UBND phường (chủ trì), Công an phường (phối hợp)", "UBND phường", "Công an phường"),
        ("UBND phường, Công an phường (phối hợp)", "UBND phường", "Công an phường"),
        ("A (chủ trì), B, C (phối hợp); D", "A\nD", "B, C"),
    ],
)
def test_a_cell_may_say_who_leads_and_who_helps(
    office: Office, cell: str, leads: str, helping: str
) -> None:
    assert parted_by_role(cell, Matcher(office, on=TODAY)) == (leads, helping)


def test_a_last_day_in_words_is_read_as_a_deadline(office: Office, clerk: User) -> None:
    data = sheet(row(*PAPER, due="Quý II/2025"), row(*PAPER, words="Hai", due="T9/2025"))

    plan, _ = looked(data, office, clerk)

    assert [entry.timing.due_on for entry in plan.entries] == [date(2025, 6, 30), date(2025, 9, 30)]


@pytest.mark.parametrize(
    "head", ["Số, ngày văn bản", "Số và ngày văn bản", "Số, ngày, tháng văn bản"]
)
def test_one_column_holds_number_day_and_subject(head: str, office: Office, clerk: User) -> None:
    heads = ["STT", head, "Nội dung giao", "Đơn vị thực hiện", "Hạn"]
    said = [1, "12-TB/ĐU, ngày 05/3/2025\nKết luận giao ban", "Rà soát", "UBND phường", "30.6.25"]
    plan, _ = looked(xlsx([heads, said], title="Sổ"), office, clerk)
    (entry,) = plan.entries

    assert not entry.problems
    assert entry.outcome.value == "new"
    assert entry.timing.due_on == date(2025, 6, 30)
