"""The clerk's bench: one decision an item, each saved by itself, nobody's work overwritten."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bodies.models import Body, BodyAlias, Event, Office, Role, User
from directives.benching import Bench
from directives.models import Item, ItemKind, Notice, NoticeStatus, Task
from tests.directives.desk import decide, form
from tests.factories import make_body, make_item, make_notice, make_office, make_person

pytestmark = pytest.mark.django_db


def test_confirming_makes_the_task_and_goes_to_the_next(
    client: Client, draft: Notice, clerk: User
) -> None:
    client.force_login(clerk)
    second, third = draft.items.get(path="2"), draft.items.get(path="3")

    response = decide(
        client, second, form(second, {"due_on": "20/3/2026", "coordinating": ["Công an phường"]})
    )

    task = Task.objects.get()
    assert response.url.endswith(f"?muc={third.pk}#muc-{third.pk}")
    assert [(a.role, str(a.body)) for a in task.addressees.all()] == [
        ("lead", "UBND phường"),
        ("co", "Công an phường"),
    ]
    assert Event.objects.filter(verb="confirm", row=str(second.key), by=clerk).count() == 1


@pytest.mark.parametrize(
    ("typed", "day"), [("03/09/2026", "2026-09-03"), ("3-9-2026", "2026-09-03")]
)
def test_a_date_is_read_day_first(
    client: Client, draft: Notice, clerk: User, typed: str, day: str
) -> None:
    client.force_login(clerk)
    item = draft.items.get(path="2")

    decide(client, item, form(item, {"due_on": typed}))

    assert str(Task.objects.get().due_on) == day


@pytest.mark.parametrize(
    ("issued", "words"),
    [
        ("Giao UBND (*đại diện Lãnh đạo*) báo cáo.", "Giao UBND (đại diện Lãnh đạo) báo cáo."),
        ("**Giao UBND**: *rà soát*, báo cáo.", "Giao UBND: rà soát, báo cáo."),
        ("Giao UBND<sup>1</sup> báo cáo<sup> 12 </sup>.", "Giao UBND báo cáo."),
        ("Giao <b>UBND</b> báo cáo số 5\\-BC.", "Giao UBND báo cáo số 5-BC."),
        ("Lô 5 * 3, 5*3, ghi chú (*).", "Lô 5 * 3, 5*3, ghi chú (*)."),
        ("Thu hồi 100 m<sup>2</sup> đất.", "Thu hồi 100 m2 đất."),
    ],
)
def test_words_are_proposed_without_marks(office: Office, issued: str, words: str) -> None:
    item = make_item(make_notice(office), issued)

    assert item.words(item.notice.text) == words


def test_two_deadlines_in_one_item_are_two_tasks(
    client: Client, draft: Notice, clerk: User
) -> None:
    client.force_login(clerk)
    item = draft.items.get(path="2")

    decide(
        client,
        item,
        form(item, {"due_on": "25/4/2026"}, {"due_on": "29/4/2026", "words": "Báo cáo"}),
    )

    assert [(t.position, t.words, str(t.due_on)) for t in item.tasks.all()] == [
        (1, "Rà soát vỉa hè", "2026-04-25"),
        (2, "Báo cáo", "2026-04-29"),
    ]


def test_an_unknown_name_is_asked_about_and_then_added(
    client: Client, draft: Notice, clerk: User
) -> None:
    client.force_login(clerk)
    item = draft.items.get(path="2")
    data = form(item, {"leads": ["Trạm Y tế phường"]})

    asked = decide(client, item, data)
    assert (asked.status_code, Task.objects.count()) == (422, 0)
    assert "“Trạm Y tế phường”" in asked.context["refused"]

    decide(client, item, {**data, "add_unknown": "1"})
    assert Task.objects.get().addressees.get().body == Body.objects.get(name="Trạm Y tế phường")


def test_a_confirmed_match_is_learnt(client: Client, draft: Notice, clerk: User) -> None:
    client.force_login(clerk)
    item = draft.items.get(path="2")

    decide(client, item, form(item, {"leads": ["UBND phường"], "leads-words": ["Ủy ban phường"]}))

    assert BodyAlias.objects.get().body.name == "UBND phường"
    assert Task.objects.get().addressees.get().words == "Ủy ban phường"


def test_a_correction_teaches_nothing(client: Client, draft: Notice, clerk: User) -> None:
    """The words named a body that is known, and not the one to lead here: they go on naming it."""
    client.force_login(clerk)
    item = draft.items.get(path="2")

    decide(client, item, form(item, {"leads": ["Công an phường"], "leads-words": ["UBND phường"]}))

    named = Task.objects.get().addressees.get()
    assert (named.words, str(named.body)) == ("Công an phường", "Công an phường")
    assert not BodyAlias.objects.exists()


def test_a_task_without_a_lead_is_not_saved(client: Client, draft: Notice, clerk: User) -> None:
    client.force_login(clerk)
    item = draft.items.get(path="2")

    response = decide(client, item, form(item, {"leads": [""]}))

    assert (response.status_code, Task.objects.count()) == (422, 0)
    assert "ít nhất một đơn vị chủ trì" in response.content.decode()


@pytest.mark.parametrize(
    ("same", "said"),
    [
        (False, "Người khác vừa rà soát mục này nên phần bạn gửi chưa được dùng."),
        (True, "Chính bạn vừa rà soát mục này ở cửa sổ khác. Hãy xem lại"),
    ],
)
def test_two_windows_on_one_item_do_not_overwrite_each_other(
    client: Client, draft: Notice, clerk: User, colleague: User, same: bool, said: str
) -> None:
    item = draft.items.get(path="2")
    client.force_login(clerk if same else colleague)
    decide(client, item, form(item, {"words": "Của người thứ nhất"}))
    client.force_login(clerk)

    late = decide(client, item, form(item, {"words": "Của người thứ hai"}))

    assert (late.status_code, said in late.context["refused"]) == (422, True)
    assert Task.objects.get().words == "Của người thứ nhất"


def test_set_aside_keeps_who_and_when(client: Client, draft: Notice, clerk: User) -> None:
    client.force_login(clerk)
    item = draft.items.get(path="2")

    client.post(reverse("set-aside", args=[draft.pk, item.pk]), {"seen": item.version})

    item.refresh_from_db()
    assert (item.set_aside_by, item.set_aside_at is not None, item.tasks.count()) == (
        clerk,
        True,
        0,
    )


def test_names_added_for_a_refused_confirmation_are_not_kept(
    client: Client, draft: Notice, clerk: User
) -> None:
    client.force_login(clerk)
    item = draft.items.get(path="2")
    data = form(item, {"leads": ["Trạm Y tế phường"]}, add_unknown="1")

    late = decide(client, item, {**data, "seen": item.version + 1})

    assert late.status_code == 422
    assert not Body.objects.filter(name="Trạm Y tế phường").exists()


def test_doubtful_items_come_first_unless_the_clerk_asks_for_the_printed_order(
    draft: Notice, clerk: User
) -> None:
    _, second, third = draft.items.all()
    third.proposal["doubts"] = ["Chưa rõ giao cho cơ quan nào."]
    third.save()

    doubts_first, printed = Bench(draft, by=clerk), Bench(draft, by=clerk, printed=True)

    assert [doubts_first.waiting, printed.waiting] == [[third, second], [second, third]]
    assert [doubts_first.waiting_after(third), printed.waiting_after(second)] == [second, third]
    assert [doubts_first.doubt_after(None), doubts_first.doubt_after(third)] == [third, None]


def test_the_order_is_remembered(client: Client, draft: Notice, clerk: User) -> None:
    client.force_login(clerk)
    url = reverse("bench", args=[draft.pk])

    told = [
        client.get(url + ask).context["bench"].printed for ask in ("?thu-tu=in", "", "?thu-tu=?")
    ]

    assert told == [True, True, True]
    assert client.get(f"{url}?thu-tu=kiem-tra").context["bench"].printed is False


def test_the_header_is_corrected_once_by_whom_sees_the_newest(
    client: Client, draft: Notice, clerk: User
) -> None:
    client.force_login(clerk)
    data = {
        "seen": draft.version,
        "kind": "KL",
        "subject": "Trích yếu mới",
        "issuer_line": "ĐẢNG ỦY",
    }
    url = reverse("notice-header", args=[draft.pk])

    first, second = client.post(url, data), client.post(url, {**data, "subject": "Đè lên"})

    draft.refresh_from_db()
    assert (first.status_code, second.status_code) == (302, 422)
    assert (draft.kind, draft.subject) == ("KL", "Trích yếu mới")


def test_the_paper_on_the_bench_is_the_whole_text(draft: Notice, clerk: User) -> None:
    stretches = list(Bench(draft, by=clerk).paper())

    assert "".join(s.text for s in stretches) == draft.text
    assert [s.text for s in stretches if s.mark == "deadline"] == [
        "trước ngày 20/3/2026",
        "trong tháng 4 năm 2026",
    ]


@pytest.mark.parametrize(
    "name",
    [
        *("bench", "notice-header", "discard", "bench-item", "set-aside"),
        *("keep-half-typed", "half-typed", "reshape", "merge-item", "part-item"),
    ],
)
def test_a_stranger_learns_nothing_and_a_reader_changes_nothing(
    client: Client, draft: Notice, office: Office, name: str
) -> None:
    of_notice = name in ("bench", "notice-header", "discard")
    where = [draft.pk] if of_notice else [draft.pk, draft.items.get(path="2").pk]
    answers = []
    for person in (
        make_person(Role.OFFICER, body=make_body("Đơn vị khác")),
        make_person(Role.CLERK, office=make_office("Văn phòng khác")),
        make_person(Role.INSPECTOR, office=office),
    ):
        client.force_login(person)
        ask = client.get if name == "bench" else client.post
        answers.append(ask(reverse(name, args=where)).status_code)

    assert answers == [404, 404, 403]


def test_the_number_of_queries_does_not_grow_with_what_is_confirmed(
    client: Client, draft: Notice, clerk: User, django_assert_num_queries: Any
) -> None:
    client.force_login(clerk)
    url = reverse("bench", args=[draft.pk]) + "?muc=xong"
    first, *others = draft.items.all()

    decide(client, first, form(first, {}))
    with django_assert_num_queries(11):
        client.get(url)
    for item in others:
        decide(client, item, form(item, {}, {}))
    with django_assert_num_queries(11):
        client.get(url)


def test_a_name_that_counts_many_is_not_added_as_one_body(
    client: Client, second: Item, clerk: User
) -> None:
    client.force_login(clerk)
    data = form(second, {"leads": ["43 Tổ dân phố"]}, add_unknown="1")

    page = decide(client, second, data)

    assert page.status_code == 422
    assert "“43 Tổ dân phố” là nhiều đơn vị" in page.context["refused"]
    told = page.content.decode()
    assert f"{reverse('add-group')}?ten=43%20T%E1%BB%95" in told
    assert "Thêm tên mới và xác nhận" not in told.replace(page.context["refused"], "")
    assert not Body.objects.filter(name__startswith="43").exists()


def test_the_bench_of_an_issued_paper_leads_to_the_paper(
    client: Client, office: Office, clerk: User
) -> None:
    client.force_login(clerk)
    item = make_item(make_notice(office), "Giao UBND phường rà soát.")

    page = client.get(reverse("bench", args=[item.notice_id]))
    late = client.post(reverse("set-aside", args=[item.notice_id, item.pk]), {"seen": 1})

    assert page["Location"] == item.notice.get_absolute_url()
    assert (late.status_code, "Văn bản đã ban hành" in late.content.decode()) == (403, True)


def test_a_name_that_nobody_answers_to_is_marked_in_the_line(
    client: Client, draft: Notice, clerk: User
) -> None:
    """Rows of an appendix may name such a one; the notice is not issued so."""
    client.force_login(clerk)
    item = draft.items.get(path="2")
    decide(client, item, form(item, {}))
    Task.objects.get().addressees.update(body=None)

    page = client.get(reverse("bench", args=[draft.pk]), {"muc": "xong"}).content.decode()

    assert page.count("chưa khớp đơn vị") == 1


def test_a_name_of_several_parts_is_offered_as_a_group_too(
    client: Client, second: Item, clerk: User
) -> None:
    client.force_login(clerk)

    page = decide(client, second, form(second, {"leads": ["đảng ủy, UBND xã, thị trấn"]}))

    told = page.content.decode()
    assert "có thể là nhiều đơn vị" in told
    assert "Thêm tên mới và xác nhận <kbd>" in told


def test_a_paper_without_any_task_says_what_to_do(
    client: Client, office: Office, clerk: User
) -> None:
    client.force_login(clerk)
    draft = make_notice(office, status=NoticeStatus.DRAFT)
    make_item(draft, "Ghi nhận kết quả.", kind=ItemKind.ASSESSMENT)

    page = client.get(reverse("bench", args=[draft.pk])).content.decode()

    assert "Chưa có nhiệm vụ nào" in page
    assert "Đã rà soát đủ 0 mục" not in page
