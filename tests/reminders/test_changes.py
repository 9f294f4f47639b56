"""A body hears that its work has changed: once, and only what is still so when the mail leaves."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client

from assignments import lifecycle, withdrawing
from assignments.models import Assignment, Message, Reminder, Status
from assignments.reminders import Result
from bodies.models import Body, Role
from tests.factories import (
    at,
    make_assignment,
    make_body,
    make_notice,
    make_office,
    make_person,
    make_task,
    make_user,
)
from tests.reminders.days import deliver, gather, plan, scan, text

pytestmark = pytest.mark.django_db

NOW = at("2026-03-05", "09:00")
DUE = "2026-03-20"
WHY = "Không thuộc thẩm quyền."
ACTS = {"pause": lifecycle.pause, "refer": lifecycle.refer, "cancel": lifecycle.cancel}

CANCELLED = """\
Kính gửi: UBND phường

Đảng ủy phường Xuân Hòa hủy giao nhiệm vụ dưới đây theo Thông báo 01-TB/ĐU, ngày 02/03/2026, Kết luận của Thường trực Đảng ủy. Đơn vị không phải thực hiện và báo cáo nhiệm vụ này nữa.

Lý do: Không thuộc thẩm quyền.

1. 01-TB/ĐU, mục 1 (chủ trì)
   Báo cáo kết quả rà soát đất công.
   Thời hạn: trước ngày 20/3/2026 (20/03/2026)
   http://127.0.0.1:8000/nhiem-vu/{pk}/

Bàn làm việc: http://127.0.0.1:8000/

Thư này do hệ thống Đôn đốc tự động gửi.
"""


def given_work(name: str = "UBND phường", **also: object) -> Assignment:
    """Work of a body that can be written to."""
    body = make_body(name, email=f"{Body.objects.count()}@xa.vn")
    committee = make_body("Đảng ủy phường Xuân Hòa", kind=Body.Kind.COMMITTEE)
    notice = make_notice(make_office(committee=committee))
    return make_assignment(make_task(notice, due_on=DUE), body=body, **also)  # type: ignore[arg-type]


def test_a_cancelled_task_word_for_word() -> None:
    work = given_work()

    lifecycle.cancel(work, reason=WHY, at=NOW, by=make_user())

    assert scan(NOW) == {Result.SENT: 1}
    assert text(mail.outbox[0]) == CANCELLED.format(pk=work.pk)
    assert mail.outbox[0].subject == (
        "Hủy giao nhiệm vụ: Thông báo 01-TB/ĐU – Đảng ủy phường Xuân Hòa"
    )


def test_both_bodies_of_a_reassigned_task_are_written_to() -> None:
    work, other = given_work(), make_body("Công an", email="congan@xa.vn")

    lifecycle.reassign(work, to=other, reason=WHY, at=NOW, by=make_user())
    scan(NOW)

    told = {m.to[0]: text(m) for m in mail.outbox}
    assert f"Chuyển cho Công an: {WHY}" in told[work.body.email]
    assert f"Lý do: Chuyển từ UBND phường: {WHY}" in told["congan@xa.vn"]
    assert "giao đơn vị thực hiện nhiệm vụ dưới đây" in told["congan@xa.vn"]
    assert "Thời hạn: trước ngày 20/3/2026 (20/03/2026)" in told["congan@xa.vn"]


def test_the_announcement_and_the_reassigned_task_are_told_apart() -> None:
    work, other = given_work(), given_work("Công an")
    notice, at_issue = work.task.notice, at("2026-03-02")
    own = make_assignment(make_task(notice), body=other.body, sent_at=at_issue)
    message = Message.objects.create(
        kind="issued", notice=notice, body=other.body, day=NOW.date(), made_at=at_issue
    )
    lifecycle.reassign(work, to=other.body, reason=WHY, at=NOW, by=make_user())

    deliver(message, NOW)

    assert own.task.reference in text(mail.outbox[0])
    assert work.task.reference not in text(mail.outbox[0])


def test_what_was_opened_again_before_the_mail_left_is_not_called_cancelled() -> None:
    work, chief = given_work(), make_user()
    lifecycle.cancel(work, reason=WHY, at=NOW, by=chief)
    lifecycle.reopen(work, reason="Giao nhầm.", at=NOW, by=chief)

    assert scan(NOW) == {Result.DROPPED: 1, Result.SENT: 1}
    assert "Lý do: Mở lại nhiệm vụ: Giao nhầm." in text(mail.outbox[0])
    dropped = Message.objects.exclude(dropped_at=None).get()
    assert (dropped.kind, dropped.drop_reason) == ("cancelled", "nhiệm vụ đã lại thay đổi")


def test_a_change_is_told_once_however_many_scans_run() -> None:
    lifecycle.cancel(given_work(), reason=WHY, at=NOW, by=make_user())

    assert [scan(NOW), scan(NOW + timedelta(days=1))] == [{Result.SENT: 1}, {}]


def test_each_cancelling_has_a_mail_of_its_own_once_the_last_has_left() -> None:
    work, chief = given_work(), make_user()
    for _ in range(2):
        lifecycle.cancel(work, reason=WHY, at=NOW, by=chief)
        scan(NOW)
        lifecycle.reopen(work, reason=WHY, at=NOW, by=chief)
        scan(NOW)

    assert [m.subject.partition(":")[0] for m in mail.outbox] == [
        "Hủy giao nhiệm vụ",
        "Giao nhiệm vụ",
    ] * 2


def test_a_withdrawn_notice_is_told_with_the_work_that_ends() -> None:
    work = given_work()
    done = make_assignment(make_task(work.task.notice), body=work.body, status=Status.COMPLETED)
    withdrawing.withdraw(work.task.notice, reason=WHY, at=NOW, by=make_user())

    assert scan(NOW) == {Result.SENT: 1}
    told = text(mail.outbox[0])
    assert "Kết luận của Thường trực Đảng ủy: thu hồi. Đơn vị không phải thực hiện" in told
    assert (work.task.reference in told, done.task.reference in told) == (True, False)


def test_a_replaced_notice_is_told_with_what_holds_instead() -> None:
    work = given_work(status=Status.COMPLETED)
    old = work.task.notice
    new = make_notice(old.office)
    withdrawing.supersede(old, replaced_by=new, at=NOW, by=make_user())

    scan(NOW)

    told = text(mail.outbox[0])
    assert "đã bị thay thế. Đơn vị không còn nhiệm vụ phải thực hiện" in told
    assert f"Lý do: Thay thế bằng {new}, ngày 02/03/2026." in told
    assert mail.outbox[0].subject.startswith("Đã bị thay thế: Thông báo 01-TB/ĐU")


def test_a_withdrawn_notice_is_announced_no_more() -> None:
    work = given_work()
    notice = work.task.notice
    issued = Message.objects.create(
        kind="issued", notice=notice, body=work.body, day=NOW.date(), made_at=NOW
    )
    withdrawing.withdraw(notice, reason=WHY, at=NOW, by=make_user())

    assert deliver(issued, NOW).result == Result.DROPPED


def test_the_clerk_is_written_to_for_a_body_nobody_reaches() -> None:
    clerk = make_user(email="vp@xa.vn")
    work = make_assignment(make_task(make_notice(created_by=clerk)))

    lifecycle.cancel(work, reason=WHY, at=NOW, by=make_user())
    scan(NOW)

    assert mail.outbox[0].to == ["vp@xa.vn"]
    assert mail.outbox[0].subject.startswith("Hủy giao nhiệm vụ (nhắc thay)")


@pytest.mark.parametrize("act", ACTS)
def test_what_stands_outside_is_not_reminded_of(act: str) -> None:
    work = given_work()
    plan(at("2026-03-19", "06:00"))
    ACTS[act](work, reason=WHY, at=NOW, by=make_user())

    assert gather(at("2026-03-19", "08:00")) == 0
    assert plan(at("2026-03-23", "08:00")) == 0
    assert (Message.objects.filter(kind="digest").count(), Reminder.objects.owed().count()) == (
        0,
        0,
    )


@pytest.mark.parametrize("act", ACTS)
def test_a_reminder_on_its_way_is_dropped(act: str) -> None:
    work = given_work()
    plan(at("2026-03-19"))
    gather(at("2026-03-19"))
    ACTS[act](work, reason=WHY, at=NOW, by=make_user())

    digest = Message.objects.get(kind="digest")

    assert deliver(digest, at("2026-03-19")).result == Result.DROPPED


def test_reminders_of_a_withdrawn_notice_die() -> None:
    work = given_work()
    plan(at("2026-03-19"))
    gather(at("2026-03-19"))
    withdrawing.withdraw(work.task.notice, reason=WHY, at=NOW, by=make_user())

    assert scan(at("2026-03-19")) == {Result.DROPPED: 1, Result.SENT: 1}
    assert scan(at("2026-03-23")) == {}


def test_resumed_work_is_reminded_of_again() -> None:
    work, chief = given_work(), make_user()
    plan(at("2026-03-19", "06:00"))
    lifecycle.pause(work, reason=WHY, at=NOW, by=chief)
    gather(at("2026-03-19", "08:00"))
    lifecycle.resume(work, reason=WHY, at=NOW, by=chief)

    assert scan(at("2026-03-19", "09:00")) == {Result.SENT: 1}


def test_the_database_holds_one_owed_message_a_change_and_one_a_withdrawal() -> None:
    work, by = given_work(), make_user()
    lifecycle.cancel(work, reason=WHY, at=NOW, by=by)
    withdrawing.withdraw(work.task.notice, reason=WHY, at=NOW, by=by)

    for message in Message.objects.all():
        message.pk, message.key = None, make_user().key
        with pytest.raises(IntegrityError), transaction.atomic():
            message.save(force_insert=True)


def test_the_office_reads_what_was_said_in_its_ledger(client: Client) -> None:
    work = given_work()
    lifecycle.cancel(work, reason=WHY, at=NOW, by=make_user())
    client.force_login(make_person(Role.CHIEF, office=work.office))

    assert "Hủy giao nhiệm vụ" in client.get("/nhac-viec/").content.decode()
