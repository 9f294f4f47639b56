"""What is typed and not confirmed: never lost, never shown to others, never taken for a decision."""

from typing import Any

import pytest
from django.test import Client

from bodies.models import Event, User
from directives.benching import Bench
from directives.models import HalfTyped, Item, Task
from tests.directives.desk import decide, form, opened, press, words_of

pytestmark = pytest.mark.django_db

TYPED = "Rà soát, lập danh sách các điểm lấn chiếm"


def kept(client: Client, item: Item, **also: Any) -> Any:
    return press(client, "keep-half-typed", item, form(item, {"words": TYPED}, **also))


def test_what_was_typed_is_there_again_and_decides_nothing(
    client: Client, second: Item, clerk: User
) -> None:
    client.force_login(clerk)
    events = Event.objects.count()

    answer = kept(client, second)

    page = opened(client, second)
    [half] = HalfTyped.objects.all()
    assert answer.json() == {"kept": f"{page.context['half'].saved_at.astimezone():%H:%M}"}
    assert words_of(page) == [TYPED]
    assert "Đang sửa dở từ" in page.content.decode()
    assert (Task.objects.count(), Event.objects.count(), half.by) == (0, events, clerk)
    assert second in Bench(second.notice, by=clerk).waiting


def test_every_field_comes_back_as_it_was_typed(client: Client, second: Item, clerk: User) -> None:
    client.force_login(clerk)
    odd = {"due_on": "31/2", "leads": ["UBND ph", ""], "due_time": "17", "nature": "periodic"}

    press(client, "keep-half-typed", second, form(second, odd))

    [again] = opened(client, second).context["tasks"]
    names = ("due_on", "leads", "due_time", "nature")
    assert {name: again[name].value() for name in names} == {
        "due_on": "31/2",
        "leads": [["UBND ph", "UBND ph"]],
        "due_time": "17",
        "nature": "periodic",
    }


def test_a_colleague_sees_who_is_typing_and_no_word_of_it(
    client: Client, second: Item, clerk: User, colleague: User
) -> None:
    client.force_login(clerk)
    kept(client, second)
    client.force_login(colleague)

    page = opened(client, second).content.decode()

    assert f"{clerk} cũng đang sửa dở mục này" in page
    assert (TYPED in page, 'id="half" hidden' in page) == (False, True)


@pytest.mark.parametrize("name", ["bench-item", "set-aside"])
def test_a_decision_ends_it(client: Client, second: Item, clerk: User, name: str) -> None:
    client.force_login(clerk)
    kept(client, second)

    press(client, name, second, form(second, {}))

    assert HalfTyped.objects.count() == 0


def test_an_echo_after_ones_own_decision_is_not_kept(
    client: Client, second: Item, clerk: User
) -> None:
    client.force_login(clerk)
    decide(client, second, form(second, {}))

    late = kept(client, second)

    assert (late.status_code, HalfTyped.objects.count()) == (409, 0)
    assert "Hãy tải lại trang" in late.json()["refused"]


def test_what_a_colleague_decided_meanwhile_stands_and_mine_is_offered_beside_it(
    client: Client, second: Item, clerk: User, colleague: User
) -> None:
    client.force_login(clerk)
    kept(client, second)
    client.force_login(colleague)
    decide(client, second, form(second, {"words": "Của đồng nghiệp"}))
    client.force_login(clerk)

    page = opened(client, second)
    assert words_of(page) == ["Của đồng nghiệp"]
    assert [task["words"] for task in page.context["half_before"].tasks] == [TYPED]

    press(client, "half-typed", second, {"act": "take-up"})
    page = opened(client, second)
    assert (words_of(page), page.context["half_before"]) == ([TYPED], None)
    assert Task.objects.get().words == "Của đồng nghiệp"


def test_confirming_too_late_shows_the_decision_and_keeps_ones_own_words(
    client: Client, second: Item, clerk: User, colleague: User
) -> None:
    client.force_login(colleague)
    decide(client, second, form(second, {"words": "Của đồng nghiệp"}))
    client.force_login(clerk)

    late = decide(client, second, form(second, {"words": TYPED}))

    assert (late.status_code, words_of(late)) == (422, ["Của đồng nghiệp"])
    assert "phần bạn gửi chưa được dùng" in late.context["refused"]
    assert [task["words"] for task in late.context["half_before"].tasks] == [TYPED]


def test_what_is_refused_is_kept_too(client: Client, second: Item, clerk: User) -> None:
    client.force_login(clerk)

    decide(client, second, form(second, {"words": TYPED, "leads": [""]}))

    assert words_of(opened(client, second)) == [TYPED]


def test_dropping_it_brings_the_proposal_back_and_leaves_others_alone(
    client: Client, second: Item, clerk: User, colleague: User
) -> None:
    for person in (clerk, colleague):
        client.force_login(person)
        kept(client, second)

    press(client, "half-typed", second, {"act": "drop"})

    assert words_of(opened(client, second)) == [second.words(second.notice.text)]
    assert [half.by for half in HalfTyped.objects.all()] == [clerk]


@pytest.mark.parametrize(
    ("odd", "status"),
    [
        pytest.param({"task-0-words": "có\0ký tự lạ"}, 200, id="a NUL"),
        pytest.param({"seen": "99999999999999999999"}, 409, id="a version that never was"),
        pytest.param({"seen": "²"}, 409, id="no version"),
        pytest.param({"who": "0"}, 409, id="a page of somebody who has signed out since"),
        pytest.param({"task-TOTAL_FORMS": "x"}, 200, id="no count of tasks"),
    ],
)
def test_odd_input_is_answered_in_words(
    client: Client, second: Item, clerk: User, odd: dict[str, str], status: int
) -> None:
    client.force_login(clerk)

    assert kept(client, second, **odd).status_code == status
    assert opened(client, second).status_code == 200


def test_a_task_is_split_and_gathered_on_the_screen_only(
    client: Client, second: Item, clerk: User
) -> None:
    client.force_login(clerk)

    press(client, "reshape", second, form(second, {"due_on": "20/3/2026"}, act="split"))
    split = opened(client, second).context["tasks"]
    assert [(f["words"].value(), f["due_on"].value()) for f in split] == [
        ("Rà soát vỉa hè", "20/3/2026"),
        ("", ""),
    ]

    two = form(second, {"words": "Rà soát"}, {"words": "Báo cáo", "leads": ["Công an phường"]})
    press(client, "reshape", second, {**two, "act": "gather"})
    [one] = opened(client, second).context["tasks"]
    assert (one["words"].value(), [name for _, name in one["leads"].value()]) == (
        "Rà soát Báo cáo",
        ["UBND phường", "Công an phường"],
    )
    assert Task.objects.count() == 0
