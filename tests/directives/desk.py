"""The bench's desk for tests: an office with a draft, and what the page posts."""

from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bodies.models import Office, Role, User
from directives import drafting
from directives.models import Item, Notice
from directives.reading import read
from tests.factories import make_body, make_office, make_person
from tests.papers import PAPER


def make_committee_office() -> Office:
    office = make_office()
    for name in ("UBND phường", "Công an phường", "Văn phòng Đảng ủy"):
        make_body(name, parent=office.committee)
    return office


def make_clerk(office: Office) -> User:
    return make_person(Role.CLERK, office=office)


def make_draft(office: Office, clerk: User) -> Notice:
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


def press(client: Client, name: str, item: Item, data: dict[str, Any]) -> Any:
    """Send the item's form to one of its other addresses."""
    return client.post(reverse(name, args=[item.notice_id, item.pk]), data)


def opened(client: Client, item: Item) -> Any:
    """The bench with the item open."""
    return client.get(reverse("bench", args=[item.notice_id]), {"muc": item.pk})


def words_of(page: Any) -> list[str]:
    """The words in the open item's forms."""
    return [form["words"].value() for form in page.context["tasks"]]
