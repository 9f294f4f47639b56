"""Rows of an appendix become tasks of the item that cites it: all of them, or none, and once."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bodies.models import Body, BodyAlias, Event, Office, Role, User
from directives import drafting, half_typed
from directives.appendices import HALF_TYPED
from directives.models import Item, Notice, Petition, Task
from directives.reading import read
from tests.directives.desk import decide, form
from tests.directives.tables import xlsx
from tests.factories import make_body, make_office, make_person
from tests.papers import PAPER

pytestmark = pytest.mark.django_db

HEAD = "TT\tNội dung nhiệm vụ\tCơ quan chủ trì\tPhối hợp\tThời hạn\tSản phẩm"
ROWS = (
    "1\tRà soát vỉa hè\tUBND phường\tCông an phường\tQuý II/2026\tBáo cáo",
    "2\tLập kế hoạch\tCông an phường\t\ttrước ngày 15/4/2026\tKế hoạch",
)
TABLE = "\n".join((HEAD, *ROWS))


@pytest.fixture
def office() -> Office:
    office = make_office()
    make_body("UBND phường", parent=office.committee)
    make_body("Công an phường", parent=office.committee)
    return office


@pytest.fixture
def clerk(office: Office) -> User:
    return make_person(Role.CLERK, office=office)


@pytest.fixture
def item(client: Client, office: Office, clerk: User) -> Item:
    """Item 2 of a draft; the clerk is signed in."""
    client.force_login(clerk)
    now = timezone.now()
    draft = drafting.start(read(PAPER, today=now.date()), office=office, at=now, by=clerk)
    return draft.items.get(path="2")


def url(item: Item, name: str = "appendix") -> str:
    return reverse(name, args=[item.notice_id, item.pk])


def send(client: Client, item: Item, text: str = TABLE, *, act: str = "doc", **also: Any) -> Any:
    """What the pages post; every column as the heads tell, unless said."""
    data = {"text": text, "makes": "task", "not_secret": "on", "seen": item.version, "act": act}
    return client.post(url(item), {**data, **also})


def columns(*kinds: str, first_row: int = 1) -> dict[str, Any]:
    return {"first_row": first_row, **{f"column_{n}": kind for n, kind in enumerate(kinds)}}


def told(item: Item) -> list[tuple[str, str, str, str]]:
    """The item's tasks: words, whom they name, by when, what comes of it."""
    return [
        (
            task.words,
            ", ".join(f"{a.role} {a.body or a.words + '?'}" for a in task.addressees.all()),
            f"{task.due_on:%d/%m/%Y}" if task.due_on else task.get_nature_display(),
            task.product,
        )
        for task in item.tasks.all()
    ]


def test_reading_shows_the_rows_and_saves_nothing(client: Client, item: Item) -> None:
    response = send(client, item)

    plan = response.context["plan"]
    assert (response.status_code, Task.objects.count()) == (200, 0)
    assert [(entry.number, entry.words) for entry in plan.entries] == [
        (2, "Rà soát vỉa hè"),
        (3, "Lập kế hoạch"),
    ]


def test_rows_become_tasks_with_their_history(client: Client, item: Item) -> None:
    response = send(client, item, act="luu")

    assert response.status_code == 302
    assert told(item) == [
        ("Rà soát vỉa hè", "lead UBND phường, co Công an phường", "30/06/2026", "Báo cáo"),
        ("Lập kế hoạch", "lead Công an phường", "15/04/2026", "Kế hoạch"),
    ]
    assert Event.objects.order_by("-sequence")[0].verb == "confirm"


def test_a_workbook_gives_the_same(client: Client, item: Item) -> None:
    rows = [line.split("\t") for line in TABLE.split("\n")]
    file = SimpleUploadedFile("phu-luc.xlsx", xlsx([["PHỤ LỤC"], [], *rows]))

    preview = client.post(url(item), {"makes": "task", "not_secret": "on", "file": file})
    response = send(client, item, preview.context["text"], act="luu")

    assert [entry.number for entry in preview.context["plan"].entries] == [4, 5]
    assert (response.status_code, item.tasks.count()) == (302, 2)


def test_the_same_rows_twice_are_not_doubled(client: Client, item: Item) -> None:
    send(client, item, act="luu")
    item.refresh_from_db()

    again = send(client, item, act="luu")

    assert (again.status_code, item.tasks.count()) == (422, 2)
    assert again.context["refused"] == "Cả 2 dòng đã có trong mục này nên không thêm gì."


def test_more_rows_are_added_after_those_confirmed_before(client: Client, item: Item) -> None:
    send(client, item, "\n".join((HEAD, ROWS[0])), act="luu")
    item.refresh_from_db()

    send(client, item, act="luu")

    assert [words for words, *_ in told(item)] == ["Rà soát vỉa hè", "Lập kế hoạch"]


def test_rows_do_not_throw_away_what_the_clerk_has_half_typed(
    client: Client, item: Item, clerk: User
) -> None:
    typed = [{"words": "Sửa dở"}]
    half_typed.keep(item, typed, seen=item.version, at=timezone.now(), by=clerk)

    opened = client.get(url(item))
    response = send(client, item, act="luu")

    assert (opened.context["half_typed"], response.context["refused"]) == (HALF_TYPED, HALF_TYPED)
    assert (item.tasks.count(), item.half_typed.get().tasks) == (0, typed)


def test_an_item_of_several_rows_is_not_merged_into_one_task(client: Client, item: Item) -> None:
    below = item.notice.items.get(path="3")
    send(client, below, act="luu")
    below.refresh_from_db()

    response = client.post(url(below, "merge-item"), {"seen": below.version}, follow=True)

    [_, said] = [str(message) for message in response.context["messages"]]
    assert said.startswith("Mục 3 đang có 2 nhiệm vụ khác nhau, gộp lại sẽ mất đơn vị và thời hạn")
    assert below.tasks.count() == 2


def test_one_wrong_row_keeps_all_from_being_saved(client: Client, item: Item) -> None:
    taken_off = columns("number", "words", "leads", "coordinating", "deadline", "product")

    response = send(client, item, TABLE + "\n3\tViệc không ai làm", act="luu", **taken_off)

    assert (response.status_code, Task.objects.count()) == (422, 0)
    assert response.context["plan"].problems == [
        "Dòng 4: chưa có đơn vị chủ trì. Hãy ghi vào bảng, hoặc ghi một đơn vị cho các dòng để trống."
    ]


def test_errors_name_the_row(client: Client, item: Item) -> None:
    rows = f"3\t\tUBND phường\n4\t{'x' * 10_001}\tUBND phường\n5\tViệc\tUBND phường\t\t{'y' * 201}"

    response = send(client, item, f"{TABLE}\n{rows}")

    assert response.context["plan"].problems == [
        "Dòng 4: chưa có nội dung.",
        "Dòng 5: nội dung dài hơn 10.000 ký tự.",
        "Dòng 6: thời hạn dài hơn 200 ký tự; hãy kiểm tra cột thời hạn.",
    ]


def test_too_many_rows_are_refused_in_words(client: Client, item: Item) -> None:
    rows = "\n".join(f"{n}\tViệc {n}\tUBND phường" for n in range(501))

    response = send(client, item, f"{HEAD}\n{rows}", act="luu")

    assert (response.status_code, Task.objects.count()) == (422, 0)
    assert response.context["plan"].problems == [
        "Bảng có 501 dòng, mỗi lần chỉ nhập được 500 dòng."
    ]


def test_line_ends_of_browsers_do_not_get_into_the_words(client: Client, item: Item) -> None:
    send(client, item, f'{HEAD}\r\n1\t"Việc\r\nhai dòng"\tUBND phường\r\n', act="luu")

    assert [words for words, *_ in told(item)] == ["Việc\nhai dòng"]


def test_headings_of_groups_are_carried_or_passed_over(client: Client, item: Item) -> None:
    text = "\n".join((HEAD, "I\tNhóm đất đai", ROWS[0], "II. Nhóm an ninh", ROWS[1]))
    kinds = columns("number", "words", "leads", "coordinating", "deadline", "product")

    send(client, item, text, act="luu", **kinds, with_headings="on")

    assert [words for words, *_ in told(item)] == [
        "I Nhóm đất đai: Rà soát vỉa hè",
        "II. Nhóm an ninh: Lập kế hoạch",
    ]


def test_empty_cells_take_what_stands_above_and_the_rest_one_body(
    client: Client, item: Item
) -> None:
    text = "Nội dung\tChủ trì\tHạn\nViệc một\tUBND phường\t30/6/2026\nViệc hai\t\t"
    kinds = columns("words", "leads", "deadline")

    carried = send(client, item, text, **kinds, carry_down="on").context["plan"]
    given = send(client, item, text, **kinds, default_leads="Công an phường").context["plan"]

    assert [e.leads[0].words for e in carried.entries] == ["UBND phường", "UBND phường"]
    assert [e.leads[0].words for e in given.entries] == ["UBND phường", "Công an phường"]


BARE = f"{HEAD}\n{ROWS[1]}\n3\tTuần tra\t\t\t\t"


def test_a_row_that_says_nothing_takes_who_leads_the_item_and_its_deadline(
    client: Client, item: Item
) -> None:
    preview = send(client, item, BARE)
    send(client, item, BARE, act="luu")

    page = preview.content.decode()
    assert (
        page.count("dòng không ghi, lấy chung") == page.count("dòng không ghi, lấy theo mục") == 1
    )
    assert "theo thời hạn của mục: trước ngày 20/3/2026 (20/03/2026)" in page
    assert told(item) == [
        ("Lập kế hoạch", "lead Công an phường", "15/04/2026", "Kế hoạch"),
        ("Tuần tra", "lead UBND phường", "20/03/2026", ""),
    ]
    assert item.tasks.get(position=2).deadline_words == "trước ngày 20/3/2026"


def test_the_clerk_takes_off_what_is_taken_from_the_item(client: Client, item: Item) -> None:
    kinds = columns("number", "words", "leads", "coordinating", "deadline", "product")
    another = {"default_leads": "Công an phường"}

    bare = send(client, item, BARE, **kinds)
    send(client, item, BARE, act="luu", **kinds, **another)

    assert bare.context["plan"].problems[0].startswith("Dòng 3: chưa có đơn vị chủ trì.")
    assert "lấy theo mục" not in bare.content.decode()
    assert told(item)[1] == ("Tuần tra", "lead Công an phường", "Một lần", "")


def test_what_the_clerk_has_corrected_at_the_item_is_what_its_rows_take(
    client: Client, item: Item
) -> None:
    corrected = {"leads": ["Công an phường"], "due_on": "31/3/2026", "due_time": "17:00"}
    decide(client, item, form(item, corrected | {"deadline_words": "trong tháng 3"}))
    item.refresh_from_db()

    send(client, item, f"{HEAD}\n1\tTuần tra", act="luu")

    row = item.tasks.get(position=2)
    assert told(item)[1] == ("Tuần tra", "lead Công an phường", "31/03/2026", "")
    assert (f"{row.due_time:%H:%M}", row.deadline_words) == ("17:00", "trong tháng 3")


@pytest.mark.parametrize(
    ("nature", "unit"), [("standing", ""), ("event", ""), ("periodic", "quarter")]
)
def test_a_rhythm_is_taken_as_a_deadline_is(
    client: Client, item: Item, nature: str, unit: str
) -> None:
    decide(client, item, form(item, {"nature": nature, "recurrence_unit": unit}))
    item.refresh_from_db()

    send(client, item, f"{HEAD}\n1\tTuần tra", act="luu")

    assert [(task.nature, task.recurrence_unit) for task in item.tasks.all()] == [
        (nature, unit)
    ] * 2


def test_petitions_take_one_body_of_the_item_and_never_several(client: Client, item: Item) -> None:
    decide(client, item, form(item, {"leads": ["UBND phường", "Công an phường"]}))
    item.refresh_from_db()

    send(client, item, "TT\tNội dung kiến nghị\n1\tĐường hỏng", act="luu", makes="petition")

    assert Petition.objects.get().answered_by is None


def test_the_clerk_says_which_column_is_what(client: Client, item: Item) -> None:
    text = "UBND phường\tRà soát vỉa hè\nCông an phường\tTuần tra"

    unread = send(client, item, text)
    response = send(client, item, text, act="luu", **columns("leads", "words", first_row=0))

    assert unread.context["plan"].entries == ()
    assert response.status_code == 302
    assert [words for words, *_ in told(item)] == ["Rà soát vỉa hè", "Tuần tra"]


def test_two_columns_are_not_both_the_words(client: Client, item: Item) -> None:
    response = send(client, item, **columns("words", "words"))

    assert response.status_code == 422
    assert response.context["choices"].non_field_errors() == [
        "Hai cột cùng là “Nội dung”. Mỗi loại chỉ chọn một cột."
    ]


def test_a_cell_may_name_several_and_a_comma_may_be_part_of_a_name(
    client: Client, item: Item, office: Office
) -> None:
    make_body("Phòng Kinh tế, Hạ tầng và Đô thị", parent=office.committee)
    text = f"{HEAD}\n1\tViệc\tPhòng Kinh tế, Hạ tầng và Đô thị, UBND phường và Công an phường"

    plan = send(client, item, text).context["plan"]

    assert [named.words for named in plan.entries[0].leads] == [
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "UBND phường",
        "Công an phường",
    ]


def test_an_unknown_name_is_learnt_added_or_stays_as_printed(client: Client, item: Item) -> None:
    text = f"{HEAD}\n1\tViệc\tỦy ban phường; Trạm Y tế; Ban nào đó"
    names = {
        "ten-words_0": "Ủy ban phường",
        "ten-means_0": "UBND phường",
        "ten-words_1": "Trạm Y tế",
        "ten-add_1": "on",
        "ten-words_2": "Ban nào đó",
    }

    settled = send(client, item, text, act="ten", **names)
    send(client, item, text, act="luu")

    assert settled.context["plan"].unmatched == ["Ban nào đó"]
    assert BodyAlias.objects.get().body.name == "UBND phường"
    assert Body.objects.filter(name="Trạm Y tế").exists()
    assert told(item)[0][1] == "lead UBND phường, lead Trạm Y tế, lead Ban nào đó?"


def test_a_name_kept_as_printed_is_asked_about_on_the_bench(client: Client, item: Item) -> None:
    send(client, item, f"{HEAD}\n1\tViệc\tBan nào đó", act="luu")

    response = client.get(f"{reverse('bench', args=[item.notice_id])}?muc={item.pk}")

    assert response.context["unknown"] == ["Ban nào đó"]


def test_a_name_in_nobody_s_directory_is_not_settled(client: Client, item: Item) -> None:
    text = f"{HEAD}\n1\tViệc\tTrạm Y tế"

    response = send(
        client, item, text, act="ten", **{"ten-words_0": "Trạm Y tế", "ten-means_0": "Không có"}
    )

    assert (response.status_code, BodyAlias.objects.count()) == (422, 0)
    assert "“Không có” chưa có trong danh mục" in response.content.decode()


def test_two_deadlines_in_a_cell_are_two_tasks(client: Client, item: Item) -> None:
    send(client, item, f"{HEAD}\n1\tBáo cáo\tUBND phường\t\t6 tháng, 01 năm", act="luu")

    assert [(t.nature, t.recurrence_unit) for t in item.tasks.all()] == [
        ("periodic", "half"),
        ("periodic", "year"),
    ]


def test_two_clerks_at_one_item_do_not_overwrite_each_other(
    client: Client, item: Item, office: Office, clerk: User
) -> None:
    client.force_login(make_person(Role.CLERK, office=office))
    send(client, item, f"{HEAD}\n{ROWS[0]}", act="luu")
    client.force_login(clerk)

    late = send(client, item, f"{HEAD}\n{ROWS[1]}", act="luu")

    assert (late.status_code, item.tasks.count()) == (422, 1)
    assert "Người khác vừa rà soát mục này" in late.context["refused"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"text": "  "}, "Chưa có bảng"),
        ({"text": "TT\tMẬT"}, "không tiếp nhận tài liệu bí mật"),
        ({"text": TABLE, "not_secret": ""}, "Chưa xác nhận bảng không thuộc danh mục bí mật"),
        ({"file": SimpleUploadedFile("a.xls", b"\xd0\xcf\x11\xe0")}, "Chỉ nhận tệp .xlsx"),
        ({"text": "x\t" * 100}, "có hơn 60 cột"),
    ],
)
def test_what_is_no_table_is_refused_in_words(
    client: Client, item: Item, given: dict[str, Any], said: str
) -> None:
    response = client.post(url(item), {"makes": "task", "not_secret": "on", **given})

    assert (response.status_code, Task.objects.count()) == (422, 0)
    assert said in response.content.decode()


def test_petitions_come_from_rows_too(client: Client, item: Item) -> None:
    send(client, item, f"{HEAD}\n{ROWS[0]}", act="luu")
    text = "TT\tNgười kiến nghị\tNội dung kiến nghị\tĐơn vị trả lời\n1\tÔng Nam\tĐường hỏng\tUBND phường\n2\tBà Lan\tThiếu nước\t"

    response = send(client, item, text, act="luu", makes="petition")
    again = send(client, item, text, act="luu", makes="petition")

    lines = [(p.position, p.raised_by, p.words, p.answered_by) for p in Petition.objects.all()]
    ubnd = Body.objects.get(name="UBND phường")
    assert (response.status_code, again.status_code) == (302, 422)
    assert lines == [(1, "Ông Nam", "Đường hỏng", ubnd), (2, "Bà Lan", "Thiếu nước", ubnd)]


def test_outsiders_learn_nothing_and_readers_change_nothing(
    client: Client, item: Item, office: Office
) -> None:
    answers = []
    for person in (
        make_person(Role.OFFICER, body=Body.objects.get(name="UBND phường")),
        make_person(Role.CLERK, office=make_office("Văn phòng khác")),
        make_person(Role.INSPECTOR, office=office),
    ):
        client.force_login(person)
        answers += [client.get(url(item)).status_code, send(client, item, act="luu").status_code]

    assert answers == [404, 404, 404, 404, 403, 403]
    assert Task.objects.count() == 0


def test_an_issued_notice_takes_no_rows(client: Client, item: Item, clerk: User) -> None:
    Notice.objects.filter(pk=item.notice_id).update(
        status="issued", number=1, issued_on="2026-03-02", issued_at=timezone.now(), issued_by=clerk
    )

    assert send(client, item, act="luu").status_code == 403
