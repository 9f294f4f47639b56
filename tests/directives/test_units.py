"""A heading over petitions: whom it names and what its units' deadlines are is proposed, and not lost."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bodies.models import Office, User
from directives import drafting
from directives.models import Item, Petition, Task
from directives.reading import read
from tests.directives.desk import decide, form, opened
from tests.papers import PAPER

pytestmark = pytest.mark.django_db

HEADING = "3. UBND phường trả lời các kiến nghị sau:"
ROAD, WATER, CASE = (
    "(1) Sửa đường tổ 3;",
    "(2) Công an phường giải quyết việc lấn chiếm;",
    "(3) Giải quyết đơn của bà Lan trước ngày 15/4/2026.",
)


def heading(office: Office, clerk: User, *units: str) -> Item:
    """Item 3 of a draft, over the units."""
    before, _, after = PAPER.partition("3. Giao Văn phòng")
    text = "\n\n".join((before.strip(), HEADING, *units, after[after.index("Nơi nhận") :]))
    reading = read(text, today=date(2026, 3, 2))
    draft = drafting.start(reading, office=office, at=timezone.now(), by=clerk)
    return draft.items.get(path="3")


def gather(client: Client, item: Item) -> list[str]:
    where = reverse("petitions-gather", args=[item.notice_id, item.pk])
    page = client.post(where, follow=True)
    return [str(message) for message in page.context["messages"]]


def proposed(client: Client, item: Item) -> list[tuple[list[str], Any, str]]:
    return [
        ([name for _, name in one["leads"].value()], one["due_on"].value(), one["deadline_words"].value() or "")
        for one in opened(client, item).context["tasks"]
    ]  # fmt: skip


def test_the_heading_s_body_and_a_unit_s_deadline_are_proposed(
    client: Client, office: Office, clerk: User
) -> None:
    client.force_login(clerk)
    item = heading(office, clerk, ROAD, WATER, CASE)

    page = opened(client, item).content.decode()

    day = date(2026, 4, 15)
    assert proposed(client, item) == [(["UBND phường"], day, "trước ngày 15/4/2026")]
    assert "Ý (3) ghi thời hạn trước ngày 15/4/2026; thời hạn này được đề xuất" in page


def test_two_deadlines_of_units_are_two_tasks_and_none_is_one(
    client: Client, office: Office, clerk: User
) -> None:
    client.force_login(clerk)
    two = heading(office, clerk, "(1) Sửa đường trước ngày 10/4/2026;", WATER, CASE)
    none = heading(office, clerk, ROAD, "(2) Cấp nước.")

    days = [due_on for _, due_on, _ in proposed(client, two)]

    assert days == [date(2026, 4, 10), date(2026, 4, 15)]
    assert proposed(client, none) == [(["UBND phường"], None, "")]


@pytest.mark.parametrize("held", [True, False])
def test_a_unit_s_deadline_is_told_when_it_becomes_a_petition(
    client: Client, office: Office, clerk: User, held: bool
) -> None:
    client.force_login(clerk)
    item = heading(office, clerk, ROAD, WATER, CASE)
    decide(client, item, form(item, {"due_on": "15/4/2026" if held else ""}))
    page = client.get(reverse("petitions", args=[item.notice_id, item.pk])).content.decode()

    *_, said = gather(client, item)

    has = "có" if held else "không có"
    told = f"Ý (3) ghi thời hạn trước ngày 15/4/2026: nhiệm vụ của mục {has} thời hạn này"
    assert (told in page, said.startswith(told)) == (True, True)
    assert Petition.objects.get(position=3).words.endswith("trước ngày 15/4/2026.")
    assert Task.objects.count() == 1


def test_who_leads_answers_or_whom_the_unit_names_itself(
    client: Client, office: Office, clerk: User
) -> None:
    client.force_login(clerk)
    item = heading(office, clerk, ROAD, WATER, CASE)
    decide(client, item, form(item, {"leads": ["Văn phòng Đảng ủy"]}))  # the clerk knows better

    gather(client, item)

    answering = [str(petition.answered_by) for petition in Petition.objects.order_by("position")]
    assert answering == ["Văn phòng Đảng ủy", "Công an phường", "Văn phòng Đảng ủy"]
