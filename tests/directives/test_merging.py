"""Two units of the paper that are one task: merged into the one above, and parted again."""

from typing import Any

import pytest
from django.test import Client

from bodies.models import Event, Office, User
from directives.benching import Bench
from directives.models import HalfTyped, Item, ItemKind, NoticeStatus, Task
from tests.directives.desk import decide, form, opened, press, words_of
from tests.factories import make_item, make_notice

pytestmark = pytest.mark.django_db


def merge(client: Client, item: Item) -> None:
    press(client, "merge-item", item, {"seen": item.version})


def test_an_item_goes_into_the_task_above_which_waits_for_the_yes(
    client: Client, second: Item, third: Item, clerk: User
) -> None:
    client.force_login(clerk)
    text = second.notice.text

    merge(client, third)

    page = opened(client, second)
    assert words_of(page) == [f"{second.words(text)} {third.words(text)}"]
    third.refresh_from_db()
    assert (third.merged_into, third.set_aside_by, Task.objects.count()) == (second, clerk, 0)
    assert Bench(second.notice, by=clerk).waiting == [second]
    assert Event.objects.get(row=str(third.key)).after["merged_into"] == "mục 2"


def test_confirming_the_item_above_makes_one_task_of_both(
    client: Client, second: Item, third: Item, clerk: User
) -> None:
    client.force_login(clerk)
    merge(client, third)
    second.refresh_from_db()
    [words] = words_of(opened(client, second))

    decide(client, second, form(second, {"words": words}))

    assert [(task.item, task.words) for task in Task.objects.all()] == [(second, words)]
    assert Bench(second.notice, by=clerk).complete


def test_what_was_confirmed_above_comes_along_and_waits_again(
    client: Client, second: Item, third: Item, clerk: User
) -> None:
    client.force_login(clerk)
    decide(client, second, form(second, {"words": "Rà soát", "due_on": "20/3/2026"}))

    merge(client, third)

    [task] = opened(client, second).context["tasks"]
    assert (task["words"].value(), task["due_on"].value()) == (
        f"Rà soát {third.words(second.notice.text)}",
        "20/03/2026",
    )
    assert Bench(second.notice, by=clerk).waiting == [second]
    assert list(
        Event.objects.filter(row=str(second.key))
        .order_by("sequence")
        .values_list("verb", flat=True)
    ) == ["confirm", "unconfirm"]


def test_a_colleague_begins_with_the_words_of_both(
    client: Client, second: Item, third: Item, clerk: User, colleague: User
) -> None:
    client.force_login(clerk)
    merge(client, third)
    client.force_login(colleague)

    [words] = words_of(opened(client, second))

    assert words.endswith(third.words(second.notice.text))


@pytest.mark.parametrize("confirmed", [False, True])
def test_parted_again_both_wait_with_their_own_words(
    client: Client, second: Item, third: Item, clerk: User, confirmed: bool
) -> None:
    client.force_login(clerk)
    merge(client, third)
    if confirmed:
        second.refresh_from_db()
        decide(client, second, form(second, {"words": words_of(opened(client, second))[0]}))
    third.refresh_from_db()

    press(client, "part-item", third, {"seen": third.version})

    text = second.notice.text
    assert Bench(second.notice, by=clerk).waiting == [second, third]
    assert [words_of(opened(client, item)) for item in (second, third)] == [
        [second.words(text)],
        [third.words(text)],
    ]
    assert Task.objects.count() == 0


def test_a_merged_item_is_decided_only_after_it_is_parted(
    client: Client, second: Item, third: Item, clerk: User
) -> None:
    client.force_login(clerk)
    merge(client, third)
    third.refresh_from_db()

    answer = decide(client, third, form(third, {}))

    assert (answer.status_code, Task.objects.count()) == (422, 0)
    assert "Mục này đang gộp vào mục 2" in answer.context["refused"]


def test_what_is_typed_in_an_item_goes_along(
    client: Client, second: Item, third: Item, clerk: User
) -> None:
    client.force_login(clerk)

    press(client, "merge-item", third, form(third, {"words": "Báo cáo kết quả"}))

    [words] = words_of(opened(client, second))
    assert words.endswith(" Báo cáo kết quả")
    assert [half.item for half in HalfTyped.objects.all()] == [second]


def test_the_first_has_nothing_to_be_merged_into(client: Client, second: Item, clerk: User) -> None:
    client.force_login(clerk)
    praise = second.notice.items.get(path="1")
    decide(client, praise, form(praise, {}))  # no directive, though the clerk made a task of it

    page = client.post(
        f"/thong-bao/{second.notice_id}/muc/{second.pk}/gop/", {"seen": 1}, follow=True
    )

    assert "Không có mục nào đứng trước để gộp vào" in page.content.decode()
    second.refresh_from_db()
    assert second.version == 1


def test_what_another_has_decided_meanwhile_is_not_merged(
    client: Client, second: Item, third: Item, clerk: User
) -> None:
    client.force_login(clerk)
    decide(client, third, form(third, {"words": "Của người thứ nhất"}))

    merge(client, third)

    third.refresh_from_db()
    assert (third.merged_into, third.tasks.get().words) == (None, "Của người thứ nhất")


@pytest.mark.parametrize(
    ("path", "above"),
    [
        pytest.param("1.1", "1", id="the first under a parent: the parent"),
        pytest.param("1.2", "1.1", id="the one before under the same parent"),
        pytest.param("2", "1", id="not what lies deeper in another branch"),
        pytest.param("3.1", None, id="not under a heading, though a branch lies above"),
        pytest.param("3.2", "3.1", id="beside its like under a heading"),
        pytest.param("4", None, id="not across a heading and what it gathers"),
        pytest.param("II.1", None, id="not into another part of the paper"),
    ],
)
def test_only_the_same_branch_is_offered(
    office: Office, clerk: User, path: str, above: str | None
) -> None:
    draft = make_notice(office, status=NoticeStatus.DRAFT)
    items: dict[str, Item] = {}
    for known in ("1", "1.1", "1.2", "2", "3", "3.1", "3.2", "4", "II.1"):
        number = known.removeprefix("II.")
        parent = items.get(number.rpartition(".")[0])
        kind = ItemKind.HEADING if known == "3" else ItemKind.DIRECTIVE
        where: dict[str, Any] = {
            "path": number,
            "section": "II" if number != known else "",
            "parent": parent,
            "kind": kind,
        }
        items[known] = make_item(draft, f"Giao UBND việc {known}.", **where)

    found = Bench(draft, by=clerk).before(items[path])

    assert found == (items[above] if above else None)
