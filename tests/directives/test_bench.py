"""The clerk's bench: one decision an item, each saved by itself, nobody's work overwritten."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bodies.models import Body, BodyAlias, Event, Office, Role, User
from directives import drafting
from directives.benching import Bench
from directives.models import Item, Notice, Task
from directives.reading import read
from tests.factories import make_body, make_office, make_person
from tests.papers import PAPER

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    office = make_office()
    make_body("UBND phường", parent=office.committee)
    make_body("Công an phường", parent=office.committee)
    make_body("Văn phòng Đảng ủy", parent=office.committee)
    return office


@pytest.fixture
def clerk(office: Office) -> User:
    return make_person(Role.CLERK, office=office)


@pytest.fixture
def draft(office: Office, clerk: User) -> Notice:
    now = timezone.now()
    return drafting.start(read(PAPER, today=now.date()), office=office, at=now, by=clerk)


def form(item: Item, *tasks: dict[str, Any], **also: Any) -> dict[str, Any]:
    """What the page posts for an item: the tasks, and the version that was seen."""
    data: dict[str, Any] = {"task-TOTAL_FORMS": len(tasks), "task-INITIAL_FORMS": 0}
    blank = {
        "words": "Rà soát vỉa hè",
        "nature": "dated",
        "evidence": "paper",
        "leads": ["UBND phường"],
    }
    for place, task in enumerate(tasks):
        data |= {f"task-{place}-{name}": value for name, value in {**blank, **task}.items()}
    return {**data, "seen": item.version, **also}


def decide(client: Client, item: Item, data: dict[str, Any]) -> Any:
    return client.post(reverse("bench-item", args=[item.notice_id, item.pk]), data)


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


def test_a_task_without_a_lead_is_not_saved(client: Client, draft: Notice, clerk: User) -> None:
    client.force_login(clerk)
    item = draft.items.get(path="2")

    response = decide(client, item, form(item, {"leads": [""]}))

    assert (response.status_code, Task.objects.count()) == (422, 0)
    assert "ít nhất một đơn vị chủ trì" in response.content.decode()


def test_two_clerks_on_one_item_do_not_overwrite_each_other(
    client: Client, draft: Notice, clerk: User
) -> None:
    client.force_login(clerk)
    item = draft.items.get(path="2")
    decide(client, item, form(item, {"words": "Của người thứ nhất"}))

    late = decide(client, item, form(item, {"words": "Của người thứ hai"}))

    assert late.status_code == 422
    assert "Người khác vừa rà soát mục này" in late.context["refused"]
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


@pytest.mark.parametrize("name", ["bench", "notice-header", "discard"])
def test_a_stranger_learns_nothing_and_a_reader_changes_nothing(
    client: Client, draft: Notice, office: Office, name: str
) -> None:
    answers = []
    for person in (
        make_person(Role.OFFICER, body=make_body("Đơn vị khác")),
        make_person(Role.CLERK, office=make_office("Văn phòng khác")),
        make_person(Role.INSPECTOR, office=office),
    ):
        client.force_login(person)
        ask = client.get if name == "bench" else client.post
        answers.append(ask(reverse(name, args=[draft.pk])).status_code)

    assert answers == [404, 404, 403]


def test_the_number_of_queries_does_not_grow_with_what_is_confirmed(
    client: Client, draft: Notice, clerk: User, django_assert_num_queries: Any
) -> None:
    client.force_login(clerk)
    url = reverse("bench", args=[draft.pk]) + "?muc=xong"
    first, *others = draft.items.all()

    decide(client, first, form(first, {}))
    with django_assert_num_queries(10):
        client.get(url)
    for item in others:
        decide(client, item, form(item, {}, {}))
    with django_assert_num_queries(10):
        client.get(url)
