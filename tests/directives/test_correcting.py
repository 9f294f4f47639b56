"""A confirmed item corrected on the bench: what the clerk did not touch stays, to the last column."""

from datetime import date
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from bodies.models import Field, User
from directives.models import Addressee, Item, Petition, Task
from tests.directives.desk import decide, form, opened, press
from tests.factories import make_group, make_task

pytestmark = pytest.mark.django_db

WORDS = "Lập kế hoạch rà soát"


def sent(page: Any) -> dict[str, Any]:
    """What a browser would post of the open item's forms, untouched."""
    tasks = page.context["tasks"]
    data: dict[str, Any] = {"task-TOTAL_FORMS": len(tasks.forms), "task-INITIAL_FORMS": 0}
    for one in tasks:
        for name, bound in ((name, one[name]) for name in one.fields):
            if name in ("leads", "coordinating"):
                data[f"{bound.html_name}-words"] = [words for words, _ in bound.value() or []]
                data[bound.html_name] = [known for _, known in bound.value() or []]
            elif name != "DELETE":
                typed = bound.field.widget.format_value(bound.value())
                data[bound.html_name] = "" if typed is None else typed
    return {**data, "seen": page.context["chosen"].version}


def row(one: Model, *but: str) -> dict[str, Any]:
    """The row with every column it has; but for the ids."""
    left_out = {"id", "task", *but}
    fields = [field for field in one._meta.concrete_fields if field.name not in left_out]
    return {field.name: getattr(one, field.name) for field in fields}


def rows_of(item: Item, *but: str) -> list[Any]:
    tasks = list(item.tasks.order_by("position"))
    return [
        (
            row(task, *but),
            [row(named) for named in Addressee.objects.filter(task=task)],
            [row(line) for line in Petition.objects.filter(task=task)],
        )
        for task in tasks
    ]


@pytest.fixture
def full(client: Client, second: Item, clerk: User) -> Item:
    """An item of three tasks with something in every column a draft has."""
    client.force_login(clerk)
    make_group(second.notice.office, "Các tổ dân phố", second.notice.office.committee)
    target = {"target_number": "96.5", "target_unit": "%", "precision": "hour"}
    decide(
        client,
        second,
        form(
            second,
            {"words": WORDS, "due_on": "20/3/2026", "due_time": "17:00", **target,
             "deadline_words": "trước 17 giờ ngày 20/3/2026", "product": "Kế hoạch, danh sách",
             "leads": ["UBND phường", "Các tổ dân phố"],
             "leads-words": ["Ủy ban phường", "43 tổ dân phố"],
             "coordinating": ["Công an phường"]},
            {"words": WORDS, "nature": "periodic", "recurrence_unit": "quarter",
             "evidence": "file", "product": "Báo cáo quý"},
            {"words": WORDS, "nature": "standing", "evidence": "text"},
        ),
    )  # fmt: skip
    second.refresh_from_db()
    item_tasks = second.tasks.all()
    item_tasks.update(
        field=Field.objects.create(code="dat-dai", name="Đất đai"),
        carries_out=make_task(),
        recurrence_offset_days=-3,
        recurrence_day=25,
        recurs_from=date(2026, 1, 1),
        recurs_until=date(2026, 12, 31),
    )
    for place, task in enumerate(item_tasks, start=1):
        Petition.objects.create(task=task, position=1, words=f"Kiến nghị {place}")
    return second


def test_confirmed_twice_nothing_has_changed(client: Client, full: Item) -> None:
    before = rows_of(full)

    response = press(client, "bench-item", full, sent(opened(client, full)))

    assert (response.status_code, rows_of(full)) == (302, before)


def test_every_column_of_a_task_is_looked_at(full: Item) -> None:
    """A column that is new must be on the bench, or stay unseen with the task: fill it above."""
    at_issue = {"id", "reference", "term", "original_due_on"}
    columns = {field for field in Task._meta.concrete_fields if field.name not in at_issue}
    task = full.tasks.get(position=1)
    rhythm = full.tasks.get(position=2)

    empty = (None, "", 0)
    assert not [
        column.name
        for column in columns
        if getattr(task, column.name) in empty and getattr(rhythm, column.name) in empty
    ]


def test_one_word_corrected_is_all_that_changes(client: Client, full: Item) -> None:
    before = rows_of(full, "words", "folded")
    data = sent(opened(client, full)) | {"task-1-words": "Báo cáo kết quả"}

    press(client, "bench-item", full, data)

    assert rows_of(full, "words", "folded") == before
    assert [task.words for task in full.tasks.all()] == [WORDS, "Báo cáo kết quả", WORDS]


def test_a_task_taken_away_leaves_the_others_what_is_theirs(client: Client, full: Item) -> None:
    _, *others = rows_of(full, "position")
    data = sent(opened(client, full)) | {"task-0-DELETE": "on"}

    press(client, "bench-item", full, data)

    first, second = rows_of(full, "position")
    assert [first[0], second[0]] == [others[0][0], others[1][0]]
    assert [line.words for line in full.tasks.get(position=1).petitions.all()] == [
        "Kiến nghị 1",
        "Kiến nghị 2",
    ]
    assert [line.words for line in full.tasks.get(position=2).petitions.all()] == ["Kiến nghị 3"]


def test_half_typed_it_is_kept_too(client: Client, full: Item) -> None:
    before = rows_of(full)
    press(client, "keep-half-typed", full, sent(opened(client, full)))
    assert full.half_typed.get().tasks[0]["product"] == "Kế hoạch, danh sách"

    press(client, "bench-item", full, sent(opened(client, full)))

    assert rows_of(full) == before


def test_split_the_new_task_has_no_product_and_gathered_none_is_lost(
    client: Client, full: Item
) -> None:
    press(client, "reshape", full, sent(opened(client, full)) | {"act": "split"})
    split = [one["product"].value() for one in opened(client, full).context["tasks"]]

    press(client, "reshape", full, sent(opened(client, full)) | {"act": "gather"})
    [one] = opened(client, full).context["tasks"]

    assert split == ["Kế hoạch, danh sách", "Báo cáo quý", "", ""]
    assert one["product"].value() == "Kế hoạch, danh sách; Báo cáo quý"
    assert (one["target_number"].value(), one["target_unit"].value()) == ("96.500", "%")


def test_one_key_sent_twice_is_one_task_s(client: Client, full: Item) -> None:
    data = sent(opened(client, full))

    response = press(client, "bench-item", full, data | {"task-1-was": data["task-0-was"]})

    assert (response.status_code, full.tasks.count()) == (302, 3)


def test_the_product_is_folded_where_there_is_none(client: Client, full: Item) -> None:
    page = opened(client, full).content.decode()

    assert page.count('<details class="product" open>') == 2
    assert page.count('<details class="product">') == 2  # the third task, and the blank one


def test_the_rows_of_an_appendix_keep_their_product(
    client: Client, second: Item, clerk: User
) -> None:
    client.force_login(clerk)
    table = (
        "Nội dung\tChủ trì\tThời hạn\tSản phẩm\nLập kế hoạch\tUBND phường\tQuý II/2026\tKế hoạch"
    )
    rows = {"text": table, "makes": "task", "not_secret": "on", "act": "luu"}
    client.post(reverse("appendix", args=[second.notice_id, second.pk]), {**rows, "seen": 1})
    second.refresh_from_db()
    data = sent(opened(client, second)) | {"task-0-words": "Lập kế hoạch rà soát"}

    press(client, "bench-item", second, data)

    assert [(task.words, task.product) for task in second.tasks.all()] == [
        ("Lập kế hoạch rà soát", "Kế hoạch")
    ]


def test_line_ends_of_browsers_do_not_get_into_the_words(
    client: Client, second: Item, clerk: User
) -> None:
    client.force_login(clerk)
    typed = form(second, {"words": "Rà soát:\r\na) vỉa hè;\rb) lòng đường."})
    words = "Rà soát:\na) vỉa hè;\nb) lòng đường."

    press(client, "keep-half-typed", second, typed)
    half = second.half_typed.get().tasks[0]["words"]
    press(client, "bench-item", second, typed)
    petition = {"words": "Đường hỏng\r\nở tổ 3"}
    client.post(reverse("petitions", args=[second.notice_id, second.pk]), petition)

    assert (half, second.tasks.get().words) == (words, words)
    assert Petition.objects.get().words == "Đường hỏng\nở tổ 3"


def test_the_subject_keeps_its_lines_as_the_text_does(
    client: Client, second: Item, clerk: User
) -> None:
    client.force_login(clerk)
    head = {"seen": 1, "kind": "KL", "issuer_line": "ĐẢNG ỦY", "subject": "Kết luận\r\ntháng 3"}

    client.post(reverse("notice-header", args=[second.notice_id]), head)

    second.notice.refresh_from_db()
    assert second.notice.subject == "Kết luận\ntháng 3"
