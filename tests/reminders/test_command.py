"""`send_reminders` and `verify_ledger`: the shell's doors."""

import json
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from pytest_django import Settings

from assignments.models import Delivery, Message, Reminder
from bodies import ledger
from bodies.models import Event
from tests.factories import (
    at,
    make_assignment,
    make_body,
    make_notice,
    make_office,
    make_task,
    make_user,
)
from tests.services import free_port

pytestmark = pytest.mark.django_db

DUE = "2026-03-20"


def run(*arguments: str) -> dict[str, object]:
    out = StringIO()
    call_command("send_reminders", *arguments, "--json", stdout=out)
    found: dict[str, object] = json.loads(out.getvalue())
    return found


def counts(on: str, *numbers: int) -> dict[str, object]:
    return {
        "on": on,
        **dict(zip(("owed", "planned", "sent", "failed", "messages"), numbers, strict=True)),
    }


def owe() -> None:
    """Three tasks of two bodies due on a Friday."""
    office = make_office()
    first, second = make_body(email="a@xa.vn"), make_body(email="b@xa.vn")
    for body in (first, first, second):
        make_assignment(office=office, body=body, due_on=DUE)


def test_a_run_sends_what_is_owed_and_the_next_nothing() -> None:
    owe()

    assert run("--on", "2026-03-19") == counts("2026-03-19", 3, 3, 3, 0, 2)
    assert run("--on", "2026-03-19") == counts("2026-03-19", 0, 0, 0, 0, 0)
    assert len(mail.outbox) == 2


def test_a_missed_day_is_made_good_by_the_next_run() -> None:
    owe()

    assert run("--on", "2026-03-17") == counts("2026-03-17", 3, 3, 3, 0, 2)
    assert run("--on", "2026-03-18") == counts("2026-03-18", 0, 0, 0, 0, 0)


@pytest.mark.parametrize("on", ["2026-03-21", "2026-03-22"])
def test_a_weekend_owes_nothing_ordinary(on: str) -> None:
    owe()

    assert run("--on", on) == counts(on, 0, 0, 0, 0, 0)


def test_a_dry_run_tells_and_writes_nothing() -> None:
    owe()

    assert run("--on", "2026-03-19", "--dry-run") == counts("2026-03-19", 3, 3, 0, 0, 2)
    assert [model.objects.count() for model in (Reminder, Message, Delivery)] == [0, 0, 0]
    assert mail.outbox == []


def test_a_failure_is_counted_told_and_made_good(settings: Settings) -> None:
    owe()
    smtp, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", free_port()
    works, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, smtp
    out = StringIO()
    with pytest.raises(CommandError, match="3 lượt nhắc chưa gửi được"):
        call_command("send_reminders", "--on", "2026-03-19", "--json", stdout=out)
    assert json.loads(out.getvalue()) == counts("2026-03-19", 3, 3, 0, 3, 2)

    settings.EMAIL_BACKEND = works

    assert run("--on", DUE) == counts(DUE, 3, 0, 3, 0, 2)


def test_announcements_are_mails_without_reminders() -> None:
    notice, body = make_notice(), make_body(email="a@xa.vn")
    make_assignment(make_task(notice), body=body)
    day = at("2026-03-02").date()
    Message.objects.create(kind="issued", notice=notice, body=body, day=day, made_at=at(day))

    assert run("--on", "2026-03-02") == counts("2026-03-02", 0, 0, 0, 0, 1)


def test_without_json_it_speaks_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    owe()

    call_command("send_reminders", "--on", "2026-03-19")

    assert capsys.readouterr().out == (
        "Ngày 19/03/2026\n"
        "Lượt nhắc phải gửi: 3, trong đó mới lập: 3\n"
        "Lượt nhắc đã gửi: 3, chưa gửi được: 0\n"
        "Thư đã chuyển đi: 2\n"
    )


@pytest.mark.parametrize("text", ["19/03/2026", "2026-02-30", "nay"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(CommandError, match=f"“{text}” không phải là ngày"):
        call_command("send_reminders", "--on", text)


def test_without_a_day_it_looks_at_today() -> None:
    assert set(run()) == {"on", "owed", "planned", "sent", "failed", "messages"}


def test_a_whole_ledger_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    person = make_user()
    for hour in ("08:00", "09:00"):
        ledger.record("lock", person, at=at("2026-03-02", hour), by=None)

    call_command("verify_ledger")

    assert capsys.readouterr().out == "Chuỗi nhật ký nguyên vẹn: 2 dòng.\n"


def test_a_line_put_behind_the_chains_back_is_found() -> None:
    person = make_user()
    ledger.record("lock", person, at=at("2026-03-02"), by=None)
    Event.objects.bulk_create(
        [
            Event(
                sequence=2, at=at("2026-03-03"), verb="unlock", kind="user", row=str(person.key),
                previous_hash=Event.objects.get().hash, hash="0" * 64,
            )
        ]
    )  # fmt: skip

    with pytest.raises(CommandError, match="đứt tại dòng số 2"):
        call_command("verify_ledger")
