"""load_demo on any day, and on databases that are not its own."""

from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command

from assignments import reminders
from assignments.demo.loading import load
from assignments.models import Message
from bodies import calendar
from bodies.models import Body, Event, Office, User

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(datetime(2026, 11, 22, 15, 0, tzinfo=UTC), id="a Sunday night"),
        pytest.param(datetime(2027, 2, 6, 3, 0, tzinfo=UTC), id="the first day of Tết"),
    ],
)
def test_reminders_are_owed_on_any_day(now: datetime) -> None:
    load(now=now)
    days = calendar.load()

    reminders.plan(now=now, calendar=days)
    reminders.gather(now=now, calendar=days)

    assert Message.objects.owed().filter(kind=Message.Kind.DIGEST).count() >= 4


def test_a_real_office_is_left_alone() -> None:
    body = Body.objects.create(name="Đảng ủy phường khác", kind=Body.Kind.COMMITTEE)
    Office.objects.create(
        name="Văn phòng khác", committee=body, staff_body=body, place="Nơi khác", symbol="ĐU"
    )

    with pytest.raises(CommandError, match="đã có dữ liệu của một văn phòng khác"):
        call_command("load_demo")

    assert (Body.objects.count(), User.objects.count(), Event.objects.count()) == (1, 0, 0)
