"""load_demo on any day, and on databases that are not its own."""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from assignments import reminders
from assignments.demo.loading import load
from assignments.models import Message
from bodies import calendar, ledger
from bodies.models import Body, Event, Office, User
from directives.models import Document, Notice

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


@pytest.mark.usefixtures("without_pango")
def test_where_no_pdf_can_be_printed_only_the_documents_are_left_out() -> None:
    said = StringIO()
    call_command("load_demo", stdout=said)

    (line,) = [line for line in said.getvalue().splitlines() if "pango" in line]
    assert line.startswith("Chưa có công văn, báo cáo mẫu. Máy chủ chưa in được PDF: ")
    assert Document.objects.exclude(kind=Document.Kind.NOTICE).count() == 0
    assert Event.objects.filter(verb__in=("draft", "issue_document")).count() == 0
    assert (Notice.objects.count(), ledger.broken_at()) == (11, None)


def test_a_real_office_is_left_alone() -> None:
    body = Body.objects.create(name="Đảng ủy phường khác", kind=Body.Kind.COMMITTEE)
    Office.objects.create(
        name="Văn phòng khác", committee=body, staff_body=body, place="Nơi khác", symbol="ĐU"
    )

    with pytest.raises(CommandError, match="đã có dữ liệu của một văn phòng khác"):
        call_command("load_demo")

    assert (Body.objects.count(), User.objects.count(), Event.objects.count()) == (1, 0, 0)
