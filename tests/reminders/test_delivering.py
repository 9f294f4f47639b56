"""Sending: claimed by one, true when said, recorded; owed for ever when it fails."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from pytest_django import Settings

from assignments.models import Assignment, Delivery, Message, Reminder, Status
from assignments.reminders import Outcome, Result
from bodies.models import Body, Membership, Role, User
from tests.factories import (
    at,
    make_assignment,
    make_body,
    make_office,
    make_person,
)
from tests.reminders.days import at_once, deliver, gather, plan, scan, text
from tests.reminders.post_office import PostOffice
from tests.services import free_port

pytestmark = pytest.mark.django_db

DUE = "2026-03-20"
NOW = at("2026-03-19")


def officer(body: Body, email: str = "canbo@xa.vn") -> User:
    return make_person(Role.OFFICER, body=body, email=email)


def gathered(*, works: int = 1, email: str = "canbo@xa.vn") -> Message:
    """A message with this many reminders for a new officer, not sent yet."""
    body = make_body()
    person = officer(body, email)
    for _ in range(works):
        make_assignment(body=body, due_on=DUE)
    plan(NOW)
    gather(NOW)
    return Message.objects.get(person=person)


def complete(work: Assignment) -> None:
    clerk = work.task.notice.created_by
    Assignment.objects.filter(pk=work.pk).update(
        status=Status.COMPLETED, submitted_at=NOW, submitted_by=clerk, completed_at=NOW, completed_by=clerk
    )  # fmt: skip


def test_a_message_is_sent_once_and_recorded() -> None:
    message = gathered(works=2)

    assert deliver(message, NOW) == Outcome(Result.SENT, 2)
    assert deliver(message, NOW + timedelta(days=1)) == Outcome(Result.NOT_OURS)
    message.refresh_from_db()
    assert (message.sent_at, message.address, message.lease_until) == (NOW, "canbo@xa.vn", None)
    assert [(d.succeeded, d.address) for d in message.deliveries.all()] == [(True, "canbo@xa.vn")]
    assert [m.extra_headers["Message-ID"] for m in mail.outbox] == [message.message_id]


def test_what_was_done_meanwhile_is_left_out() -> None:
    message = gathered(works=2)
    done, left = [r.assignment for r in message.reminders.order_by("pk")]
    complete(done)

    assert deliver(message, NOW) == Outcome(Result.SENT, 1)
    assert left.task.reference in text(mail.outbox[0])
    assert done.task.reference not in text(mail.outbox[0])


def test_a_message_with_nothing_left_is_dropped_and_never_sent_empty() -> None:
    message = gathered()
    complete(message.reminders.get().assignment)

    assert deliver(message, NOW) == Outcome(Result.DROPPED)
    message.refresh_from_db()
    assert (message.dropped_at, message.drop_reason) == (NOW, "không còn nhiệm vụ nào phải nhắc")
    assert mail.outbox == []
    assert Reminder.objects.dropped().count() == 1


@pytest.mark.parametrize(
    "change",
    [
        {"due_on": "2026-04-20", "deadline_version": 2},
        {"status": Status.CANCELLED},
        {"role": "watch"},
    ],
    ids=str,
)
def test_a_reminder_that_is_no_longer_true_is_dropped(change: dict[str, object]) -> None:
    message = gathered()
    Assignment.objects.update(**change)

    assert deliver(message, NOW).result == Result.DROPPED


def test_a_reminder_of_a_coming_deadline_is_dropped_once_it_has_passed() -> None:
    message = gathered()

    assert deliver(message, at("2026-03-21")).result == Result.DROPPED


def test_a_late_mail_does_not_repeat_what_a_newer_one_says(settings: Settings) -> None:
    body = make_body()
    officer(body)
    make_assignment(body=body, due_on=DUE)
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = (
        "django.core.mail.backends.smtp.EmailBackend",
        free_port(),
    )
    assert scan(at("2026-03-13")) == {Result.FAILED: 1}
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    assert scan(NOW) == {Result.DROPPED: 1, Result.SENT: 1}
    assert "còn 1 ngày làm việc" in text(mail.outbox[0])


def test_the_successor_in_the_post_gets_what_was_gathered_for_another() -> None:
    message = gathered()
    body = message.reminders.get().assignment.body
    Membership.objects.update(valid_to="2026-03-18")
    heir = officer(body, "moi@xa.vn")

    assert deliver(message, NOW).result == Result.DROPPED
    assert scan(NOW) == {Result.SENT: 1}
    assert [m.to for m in mail.outbox] == [[heir.email]]


def test_nobody_to_write_to_is_told_in_the_ledger_and_stays_owed() -> None:
    make_assignment(due_on=DUE)

    assert scan(NOW) == {Result.FAILED: 1}
    assert Delivery.objects.get().error.startswith("Đơn vị, cán bộ đầu mối và chuyên viên")
    make_person(Role.OFFICER, body=Body.objects.get(assignments__isnull=False), email="canbo@xa.vn")
    assert scan(NOW + timedelta(minutes=2)) == {Result.DROPPED: 1}
    assert scan(NOW + timedelta(minutes=3)) == {Result.SENT: 1}


def test_failures_rest_longer_and_longer_then_every_hour(settings: Settings) -> None:
    message = gathered()
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = (
        "django.core.mail.backends.smtp.EmailBackend",
        free_port(),
    )
    now, waits = NOW, []
    for _ in range(6):
        assert deliver(message, now) == Outcome(Result.FAILED, 1)
        message.refresh_from_db()
        assert message.not_before
        assert message.lease_until is None
        assert deliver(message, message.not_before - timedelta(seconds=1)).result == Result.NOT_OURS
        waits.append((message.not_before - now).seconds // 60)
        now = message.not_before

    assert waits == [1, 5, 15, 60, 60, 60]
    assert message.deliveries.filter(succeeded=False).count() == 6


@pytest.mark.django_db(transaction=True)
def test_a_server_that_refuses_gets_the_same_mail_again_when_it_recovers(post: PostOffice) -> None:
    message = gathered()
    post.refusal = "451 try later"
    assert deliver(message, NOW).result == Result.FAILED
    assert "451" in Delivery.objects.get().error

    post.refusal = ""

    assert deliver(message, NOW + timedelta(minutes=1)) == Outcome(Result.SENT, 1)
    assert post.ids == [message.message_id]


def test_a_dead_server_keeps_the_mail_owed(settings: Settings, post: PostOffice) -> None:
    message = gathered()
    alive, settings.EMAIL_PORT = settings.EMAIL_PORT, free_port()
    assert deliver(message, NOW).result == Result.FAILED
    assert Delivery.objects.get().error.startswith("Không kết nối được máy chủ thư")

    settings.EMAIL_PORT = alive

    assert deliver(message, NOW + timedelta(minutes=1)) == Outcome(Result.SENT, 1)
    assert post.ids == [message.message_id]


def test_a_hung_server_is_left_after_a_while(settings: Settings, post: PostOffice) -> None:
    message = gathered()
    settings.EMAIL_TIMEOUT = 0.3
    post.hold()

    assert deliver(message, NOW).result == Result.FAILED
    assert Delivery.objects.get().error.startswith("Máy chủ thư không trả lời")
    assert Message.objects.owed().get() == message


def test_a_worker_that_died_loses_its_lease_and_the_same_mail_goes_out(settings: Settings) -> None:
    message = gathered()
    dead = NOW + timedelta(seconds=settings.LEASE_SECONDS)
    Message.objects.update(lease_until=dead, attempts=1)  # as the dead worker left it

    assert deliver(message, dead - timedelta(seconds=1)).result == Result.NOT_OURS
    assert deliver(message, dead).result == Result.SENT
    assert mail.outbox[0].extra_headers["Message-ID"] == message.message_id


class Watching(EmailBackend):
    """Fails when a transaction is open while the mail server would be spoken to."""

    def send_messages(self, messages: object) -> int:
        assert not connection.in_atomic_block
        return super().send_messages(messages)  # type: ignore[arg-type]


@pytest.mark.django_db(transaction=True)
def test_no_transaction_is_open_while_a_mail_is_sent(settings: Settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Watching"

    assert deliver(gathered(), NOW).result == Result.SENT


@pytest.mark.django_db(transaction=True)
def test_of_workers_that_claim_at_once_one_sends(post: PostOffice) -> None:
    messages = [gathered(email=f"{n}@xa.vn") for n in range(10)]

    def work() -> list[Result]:
        return [deliver(message, NOW).result for message in messages]

    at_once(work, work, work)

    assert sorted(post.ids) == sorted(m.message_id for m in messages)
    assert Delivery.objects.count() == 10


@pytest.mark.django_db(transaction=True)
def test_nothing_is_added_to_a_mail_on_its_way(post: PostOffice) -> None:
    message = gathered()
    post.hold()

    def meanwhile() -> None:
        assert post.reached.wait(20)
        make_assignment(body=message.reminders.get().assignment.body, due_on=DUE)
        plan(NOW)
        assert gather(NOW) == 0
        post.release()

    at_once(lambda: deliver(message, NOW), meanwhile)

    assert (message.reminders.count(), Reminder.objects.owed().count()) == (1, 1)
    assert scan(at(DUE)) == {Result.SENT: 1}
    assert len(post.ids) == 2


@pytest.mark.django_db(transaction=True)
def test_gathering_and_sending_at_once_leaves_no_line_unsaid(post: PostOffice) -> None:
    messages = [gathered(email=f"{n}@xa.vn") for n in range(15)]
    office = make_office()
    for message in messages:
        make_assignment(office=office, body=message.reminders.get().assignment.body, due_on=DUE)
    plan(NOW)

    at_once(lambda: gather(NOW), lambda: [deliver(m, NOW) for m in messages])

    said = {m["Message-ID"]: m.get_body(("plain",)).get_content() for m in post.mails}  # type: ignore[union-attr]
    for row in Reminder.objects.exclude(message=None).select_related("message", "assignment__task"):
        assert row.message
        assert row.assignment.task.reference in said[row.message.message_id]
    assert len(said) == 15
