"""An office moves in with its old register: every row shown, all written or none, never twice."""

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from assignments import importing, withdrawing
from assignments.importing import ImportRefused, Outcome, Plan
from assignments.importing.rows import tells_done
from assignments.models import Assignment, Message, Report, Status, Timeliness
from assignments.views.importing import HEADS
from bodies import ledger
from bodies.models import Body, BodyAlias, Event, Office, Role, User
from directives import filing
from directives.models import Item, Notice, StoredFile, Task, Term
from directives.sheets import table_of
from tests.assignments.registers import (
    DONE,
    NONE,
    PAPER,
    ROWS,
    TODAY,
    carried,
    confirm,
    heads,
    kept,
    looked,
    row,
    sheet,
    upload,
)
from tests.directives.tables import xlsx
from tests.factories import (
    make_body,
    make_group,
    make_membership,
    make_office,
    make_person,
    make_user,
)

pytestmark = pytest.mark.django_db


def outcomes(plan: Plan) -> list[tuple[int, str]]:
    return [(entry.number, entry.outcome.value) for entry in plan.entries]


def written() -> list[int]:
    models = (Notice, Item, Task, Assignment, Report, Message, Event)
    return [model.objects.count() for model in models]


def test_looking_writes_nothing(office: Office, clerk: User) -> None:
    plan, _ = looked(sheet(), office, clerk)

    assert outcomes(plan) == [(2, "new"), (3, "new"), (4, "new")]
    assert (plan.notices, plan.problems, written()) == (2, [], [0] * 7)


def test_rows_of_one_number_make_one_notice(office: Office, clerk: User) -> None:
    carried(sheet(), office, clerk)

    notices = [
        (n.code, n.kind, n.issued_on, n.subject, n.status)
        for n in Notice.objects.order_by("number")
    ]
    assert notices == [
        ("05-TB/ĐU", "TB", date(2025, 3, 5), "Kết luận giao ban tháng 3", "issued"),
        ("12-KL/ĐU", "KL", date(2025, 6, 1), "Kết luận chuyên đề", "issued"),
    ]
    assert list(Task.objects.values_list("reference", "words").order_by("pk")) == [
        ("NV-01", "Rà soát đất công"),
        ("NV-02", "Lập hồ sơ"),
        ("12-KL/ĐU, mục 1", "Tuần tra"),
    ]


def test_the_text_is_the_register_s_and_items_point_into_it(office: Office, clerk: User) -> None:
    carried(sheet(), office, clerk)

    item = Item.objects.get(tasks__reference="NV-02")
    assert item.words(item.notice.text) == "Lập hồ sơ"
    assert item.notice.text[item.start : item.end] == "2. Lập hồ sơ"


def test_work_stands_as_the_register_says(office: Office, clerk: User) -> None:
    make_person(Role.OFFICER, body=Body.objects.get(name="UBND phường"))  # has an account
    carried(sheet(), office, clerk)

    told = [
        (str(w.task), w.body_name, w.role, w.status, w.original_due_on)
        for w in Assignment.objects.order_by("pk")
    ]
    assert told == [
        ("NV-01", "UBND phường", "lead", "completed", date(2025, 6, 30)),
        ("NV-02", "UBND phường", "lead", "in_progress", date(2026, 6, 30)),
        ("NV-02", "Công an phường", "co", "in_progress", date(2026, 6, 30)),
        ("12-KL/ĐU, mục 1", "Công an phường", "lead", "in_progress", None),
    ]


def test_what_was_done_is_judged_by_its_paper(client: Client, office: Office, clerk: User) -> None:
    late = {**DONE, "paper_on": "01/07/2025"}
    carried(
        sheet(
            row(*PAPER, words="Một", deadline="30/6/2025", **DONE),
            row(*NONE, words="Hai", deadline="30/6/2025", **late),
        ),
        office,
        clerk,
    )

    one, two = Assignment.objects.order_by("pk")
    now = timezone.now()
    assert [w.timeliness(now=now, until=TODAY) for w in (one, two)] == [
        Timeliness.DONE_ON_TIME,
        Timeliness.DONE_LATE,
    ]
    report = one.reports.get()
    assert (report.paper_number, report.paper_on, report.typed_for_body, report.words) == (
        "45/BC-UBND",
        date(2025, 6, 25),
        True,
        "Nhập từ sổ cũ.",
    )
    assert "Hoàn thành (nhập từ sổ cũ)" in client.get(one.get_absolute_url()).content.decode()


def test_past_papers_owe_no_announcement(office: Office, clerk: User) -> None:
    make_person(Role.OFFICER, body=Body.objects.get(name="UBND phường"))

    carried(sheet(), office, clerk)

    assert Message.objects.count() == 0


def test_every_step_has_its_line_and_the_chain_holds(office: Office, clerk: User) -> None:
    carried(sheet(), office, clerk)

    verbs = list(Event.objects.order_by("sequence").values_list("verb", flat=True))
    assert verbs == [
        "enter_past",
        "issue",
        "enter_past",
        "issue",
        "complete_from_register",
        "import_register",
    ]
    assert ledger.broken_at() is None


def test_the_file_is_the_source_of_the_notice(office: Office, clerk: User) -> None:
    data = sheet()
    carried(data, office, clerk)

    source = Notice.objects.first().source_file  # type: ignore[union-attr]
    assert source is not None
    assert filing.bytes_of(source) == data


def test_the_same_sheet_again_changes_nothing(office: Office, clerk: User) -> None:
    carried(sheet(), office, clerk)
    before = written()

    plan, _ = looked(sheet(), office, clerk)
    with pytest.raises(ImportRefused, match="đã nhập rồi: không có gì mới"):
        carried(sheet(), office, clerk)

    assert outcomes(plan) == [(2, "same"), (3, "same"), (4, "same")]
    assert written() == before


def test_a_sheet_of_a_withdrawn_notice_is_told_that_it_holds_no_more(
    office: Office, clerk: User
) -> None:
    carried(sheet(ROWS[0]), office, clerk)
    notice = Notice.objects.get()
    withdrawing.withdraw(notice, reason="Nhập nhầm", at=timezone.now(), by=clerk)

    plan, _ = looked(sheet(ROWS[0]), office, clerk)

    [entry] = plan.entries
    assert entry.outcome == "same"
    assert entry.notes == [
        "Văn bản này đã thu hồi trên hệ thống; nhập sổ không mở lại nhiệm vụ của văn bản."
    ]


def test_a_result_that_came_meanwhile_waits_to_be_accepted(office: Office, clerk: User) -> None:
    carried(sheet(), office, clerk)
    rows = [ROWS[0], row(*NONE, code="NV-02", words="Lập hồ sơ", **DONE), ROWS[2]]

    plan = carried(sheet(*rows), office, clerk)

    states = Assignment.objects.filter(task__reference="NV-02").values_list("status", flat=True)
    assert outcomes(plan) == [(2, "same"), (3, "update"), (4, "same")]
    assert list(states) == [Status.SUBMITTED, Status.SUBMITTED]


def test_the_first_deadline_and_the_words_stay_as_issued(office: Office, clerk: User) -> None:
    carried(sheet(), office, clerk)
    other = row(*PAPER, code="NV-02", words="Lời khác", deadline="31/12/2026")

    plan, _ = looked(sheet(other), office, clerk)

    assert (plan.entries[0].outcome, list(plan.entries[0].notes)) == (
        Outcome.SAME,
        [
            "Nội dung khác với hệ thống; nội dung đã ban hành không thay đổi.",
            "Thời hạn khác với hệ thống; hạn ban đầu (30/06/2026) chỉ ghi một lần, không thay đổi.",
        ],
    )


def test_what_is_said_of_open_work_is_kept_as_progress_once(office: Office, clerk: User) -> None:
    said = sheet(row(*PAPER, code="NV-01", status="Đang thực hiện", result="Được nửa", note="Chậm"))
    carried(said, office, clerk)

    again, _ = looked(said, office, clerk)

    report = Report.objects.get()
    assert (report.kind, report.words) == ("progress", "Nhập từ sổ cũ: Được nửa\nChậm")
    assert outcomes(again) == [(2, "same")]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (row("5", PAPER[1], "x"), "không đọc được số, ký hiệu “5”; hãy ghi như 05-TB/ĐU."),
        (row("00-TB/ĐU", PAPER[1], "x"), "không đọc được số, ký hiệu “00-TB/ĐU”; hãy ghi như 05-TB/ĐU."),
        (row("05-TB/ĐU", "01/01/0001", "x"), "không đọc được ngày ban hành “01/01/0001”; hãy ghi như 05/03/2025."),
        (row(*PAPER, leads="UBND" + "!" * 300 + " phường"), "tên đơn vị dài hơn 200 ký tự; hãy kiểm tra cột đơn vị."),
        (row("05-XY/ĐU", PAPER[1], "x"), "không biết loại văn bản của “05-XY/ĐU”; hãy ghi như 05-TB/ĐU."),
        (row("05-TB/ĐU", "31/2/2025", "x"), "không đọc được ngày ban hành “31/2/2025”; hãy ghi như 05/03/2025."),
        (row("05-TB/ĐU", "01/01/2099", "x"), "ngày ban hành 01/01/2099 ở sau hôm nay."),
        (row(PAPER[0], PAPER[1], ""), "chưa có trích yếu của văn bản."),
        (row(*PAPER, words=""), "chưa có nội dung nhiệm vụ."),
        (row(*PAPER, leads=""), "chưa có đơn vị chủ trì."),
        (row(*PAPER, leads="Ban nào đó"), "“Ban nào đó” chưa có trong danh mục đơn vị."),
        (row(*PAPER, status="Lửng lơ"), "chưa hiểu trạng thái “Lửng lơ”; hãy ghi “Hoàn thành” hoặc “Đang thực hiện”."),
        (row(*PAPER, status="Hoàn thành"), "đã hoàn thành thì cần ngày văn bản báo cáo (cột “Ngày báo cáo”)."),
        (row(*PAPER, **{**DONE, "paper_on": "1/1/2025"}), "ngày báo cáo 01/01/2025 trước ngày ban hành văn bản."),
        (row(*PAPER, due="mai"), "không đọc được ngày đến hạn “mai”; hãy ghi như 30/06/2025."),
        (row(*PAPER, code="x" * 161), "mã nhiệm vụ dài hơn 160 ký tự."),
    ],
)  # fmt: skip
def test_a_wrong_row_is_told_with_its_number(
    office: Office, clerk: User, wrong: list[Any], said: str
) -> None:
    plan, _ = looked(sheet(wrong), office, clerk)

    assert plan.problems == [f"Dòng 2: {said}"]


def test_a_failing_last_row_leaves_nothing(office: Office, clerk: User) -> None:
    with pytest.raises(ImportRefused, match="Dòng 5: chưa có đơn vị chủ trì"):
        carried(sheet(*ROWS, row("20-TB/ĐU", PAPER[1], "x", leads="")), office, clerk)

    assert written() == [0] * 7


def test_what_only_issuing_finds_leaves_nothing_either(office: Office, clerk: User) -> None:
    make_group(office, "Các tổ dân phố")  # has no members

    with pytest.raises(ImportRefused, match=r"Dòng 5: .*“Các tổ dân phố” chưa khớp"):
        carried(sheet(*ROWS, row("20-TB/ĐU", PAPER[1], "x", leads="Các tổ dân phố")), office, clerk)

    assert written() == [0] * 7


def test_rows_that_contradict_each_other_are_told(office: Office, clerk: User) -> None:
    rows = [
        row(*PAPER, code="A"),
        row(PAPER[0], date(2025, 4, 5), "x", code="A"),
        row(*PAPER, words="Việc"),
        row(*PAPER, words="việc"),
    ]

    plan, _ = looked(sheet(*rows), office, clerk)

    assert plan.problems == [
        "Dòng 3: mã “A” đã có ở dòng 2.",
        "Dòng 3: số 05-TB/ĐU có hai ngày ban hành trong bảng: 05/03/2025 và 05/04/2025.",
        "Dòng 5: trùng nội dung với dòng 4; hãy bỏ một dòng hoặc ghi mã nhiệm vụ.",
    ]


def test_a_notice_that_is_here_takes_no_new_rows(office: Office, clerk: User) -> None:
    carried(sheet(), office, clerk)
    taken = row(PAPER[0], date(2025, 4, 5), "x")

    more, _ = looked(sheet(row(*PAPER, words="Việc mới")), office, clerk)
    Term.objects.create(
        body=office.committee, name="2025-2030", starts_on="2025-01-01", ends_on="2030-12-31"
    )
    Notice.objects.update(term=Term.objects.get())
    other, _ = looked(sheet(taken), office, clerk)

    assert more.problems == [
        "Dòng 2: 05-TB/ĐU đã có trên hệ thống nên không thêm nhiệm vụ bằng cách nhập sổ."
    ]
    assert other.problems == [
        "Dòng 2: số 05-TB/ĐU đã dùng cho văn bản ngày 05/03/2025 trong nhiệm kỳ này."
    ]


def test_what_changed_since_it_was_seen_is_not_done(office: Office, clerk: User) -> None:
    plan, file = looked(sheet(), office, clerk)
    other = table_of("so.xlsx", sheet(ROWS[0]))

    with pytest.raises(ImportRefused, match="đã thay đổi từ lúc xem trước"):
        importing.carry_out(
            other,
            heads(other),
            file=file,
            office=office,
            seen=plan.digest,
            at=timezone.now(),
            by=clerk,
        )

    assert written() == [0] * 7


def test_heads_are_known_in_other_spellings(office: Office, clerk: User) -> None:
    data = xlsx(
        [
            ["SỔ THEO DÕI THÔNG BÁO, KẾT LUẬN"],
            ["TT", "Văn bản giao", "Ngày tháng", "Trích yếu nội dung", "Nhiệm vụ được giao",
             "Đơn vị thực hiện", "Thời gian hoàn thành", "Kết quả thực hiện"],
            [1, "Số: 05-TB/ĐU", "5/3/2025", "Kết luận", "Rà soát", "UBND phường", date(2025, 6, 30),
             "Đã hoàn thành tại Báo cáo số 45/BC-UBND ngày 25/6/2025"],
        ]
    )  # fmt: skip

    plan, _ = looked(data, office, clerk)

    entry = plan.entries[0]
    assert (plan.problems, entry.timing.due_on) == ([], date(2025, 6, 30))
    assert entry.result is not None
    assert (entry.result.paper_number, entry.result.paper_on) == ("45/BC-UBND", date(2025, 6, 25))


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("Hoàn thành", True),
        ("đã hoàn thành 100%", True),
        ("Hoàn thành 50%", False),
        ("Hoàn thành một phần", False),
        ("Chưa hoàn thành", False),
        ("Đang thực hiện", False),
        ("", False),
        ("Tạm dừng", None),
    ],
)
def test_whether_words_say_done(words: str, done: bool | None) -> None:
    assert tells_done(words) is done


# Through the browser's doors.


def test_upload_preview_confirm(client: Client, clerk: User) -> None:
    address = upload(client, sheet()).url
    response = confirm(client, address)
    again = confirm(client, address)

    assert (response.status_code, Notice.objects.count(), Assignment.objects.count()) == (302, 2, 4)
    assert again.status_code == 422
    assert "không có gì mới để ghi" in again.content.decode()


def test_the_template_comes_back_empty(client: Client, clerk: User, office: Office) -> None:
    data = client.get(reverse("import-template")).content

    plan, _ = looked(data, office, clerk)

    assert [cell.value for cell in load_workbook(io.BytesIO(data)).active[1]] == list(HEADS)
    assert plan.entries == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "không có nội dung"),
        (b"PK\x03\x04 hong", "bị hỏng"),
        (xlsx([HEADS, ROWS[0], ["MẬT"]]), "không tiếp nhận tài liệu bí mật"),
    ],
)
def test_a_bad_file_is_refused_and_not_kept(
    client: Client, clerk: User, data: bytes, said: str
) -> None:
    response = upload(client, data)

    assert (response.status_code, StoredFile.objects.count()) == (422, 0)
    assert said in response.content.decode()


def test_undeclared_secrecy_is_refused(client: Client, clerk: User) -> None:
    response = upload(client, sheet(), not_secret="")

    assert (response.status_code, StoredFile.objects.count()) == (422, 0)


def test_unknown_names_are_settled_on_the_page(client: Client, clerk: User) -> None:
    data = sheet(row(*PAPER, leads="Ủy ban phường", co="Trạm Y tế"))
    address = upload(client, data).url
    names = {
        "ten-words_0": "Ủy ban phường",
        "ten-means_0": "UBND phường",
        "ten-words_1": "Trạm Y tế",
        "ten-add_1": "on",
    }

    settled = client.post(address, {"act": "ten", **names})
    response = confirm(client, address)

    assert (settled.context["plan"].problems, response.status_code) == ([], 302)
    assert BodyAlias.objects.get().name == "Ủy ban phường"
    assert list(Assignment.objects.values_list("body_name", flat=True).order_by("pk")) == [
        "UBND phường",
        "Trạm Y tế",
    ]


def test_pages_and_filters_show_every_row(client: Client, clerk: User) -> None:
    rows = [
        row(*PAPER, words=f"Việc {n}", leads="" if n == 7 else "UBND phường") for n in range(250)
    ]
    address = upload(client, sheet(*rows)).url

    second = client.get(f"{address}?page=2").context["page"]
    wrong = client.get(f"{address}?loc=wrong&page=x").context["page"]

    assert (len(second.object_list), [e.number for e in wrong.object_list]) == (50, [9])


def test_only_who_uploaded_sees_the_preview(client: Client, office: Office, clerk: User) -> None:
    address = upload(client, sheet()).url
    client.force_login(make_person(Role.CLERK, office=office))

    assert client.get(address).status_code == 404


def may_import(office: Office) -> dict[str, Callable[[], User]]:
    return {
        "clerk": lambda: make_person(Role.CLERK, office=office),
        "chief": lambda: make_person(Role.CHIEF, office=office),
        "inspector": lambda: make_person(Role.INSPECTOR, office=office),
        "leader": lambda: make_person(Role.LEADER, office=office),
        "registrar": lambda: make_person(Role.REGISTRAR, office=office),
        "officer": lambda: make_person(Role.OFFICER, body=Body.objects.get(name="UBND phường")),
        "nobody": make_user,
    }


def test_clerks_and_chiefs_import_and_nobody_else(client: Client, office: Office) -> None:
    answers = {}
    for name, person in may_import(office).items():
        client.force_login(person())
        pages = [client.get(reverse(page)) for page in ("import-register", "import-template")]
        answers[name] = [page.status_code for page in pages] + [upload(client, sheet()).status_code]

    yes, no = [200, 200, 302], [403, 403, 403]
    assert answers == {
        "clerk": yes,
        "chief": yes,
        "inspector": no,
        "leader": no,
        "registrar": no,
        "officer": no,
        "nobody": no,
    }


def test_a_clerk_who_may_not_issue_does_not_import(client: Client, office: Office) -> None:
    Office.objects.update(clerk_may_issue=False)
    client.force_login(make_person(Role.CLERK, office=office))

    assert upload(client, sheet()).status_code == 403
    assert "Nhập sổ cũ" not in client.get(reverse("notices")).content.decode()


@pytest.mark.django_db(transaction=True)
def test_two_clerks_at_once_import_once() -> None:
    office = make_office()
    make_body("UBND phường", parent=office.committee)
    make_body("Công an phường", parent=office.committee)
    clerks = [make_person(Role.CLERK, office=office) for _ in range(2)]
    for clerk in clerks:
        make_membership(clerk, Role.CHIEF, office=office)
    data = sheet()
    table, file = table_of("so.xlsx", data), kept(data, clerks[0])
    layout, today = heads(table), timezone.localdate()
    seen = importing.plan(table, layout, file=file, office=office, today=today).digest

    def press(clerk: User) -> str:
        try:
            importing.carry_out(
                table, layout, file=file, office=office, seen=seen, at=timezone.now(), by=clerk
            )
        except ImportRefused as refusal:
            return str(refusal)
        finally:
            connection.close()
        return "xong"

    with ThreadPoolExecutor(2) as both:
        answers = sorted(both.map(press, clerks))

    assert answers == [
        "Dữ liệu đã thay đổi từ lúc xem trước. Hãy xem lại danh sách dưới đây rồi xác nhận.",
        "xong",
    ]
    assert (Notice.objects.count(), Assignment.objects.count()) == (2, 4)
