"""Sending a message: claim, is it still true, send, record. No transaction is open while the mail
server is spoken to, and no step can take a message away from being owed but its record."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from smtplib import (
    SMTPAuthenticationError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPServerDisconnected,
)

from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from assignments.models import OPEN, Assignment, Delivery, Message, Reminder, Status
from assignments.models.assignments import AssignmentQuerySet
from assignments.reminders import mails
from assignments.reminders.addressing import Addressee, Directory
from assignments.reminders.gathering import still_true
from assignments.reminders.mails import Line, Mail, NoAddress
from bodies.calendar import Calendar
from directives.models import NoticeStatus

logger = logging.getLogger(__name__)

# How long a message rests after its first, second, … failed attempt; the last goes on for ever.
BACK_OFF = tuple(timedelta(minutes=n) for n in (1, 5, 15, 60))


# In which states the work of a changed notice or assignment is told of.
TOLD = {
    Message.Kind.GIVEN: OPEN,
    Message.Kind.CANCELLED: (Status.CANCELLED,),
    Message.Kind.WITHDRAWN: (Status.CANCELLED,),
}


class Result(Enum):
    SENT = "sent"
    FAILED = "failed"  # stays owed
    DROPPED = "dropped"  # nothing in it is true any more
    NOT_OURS = "not ours"  # sent already, resting, or held by another worker


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a message, and how many reminders it carried."""

    result: Result
    reminders: int = 0


# The first that fits, so the narrower come first.
REASONS: Sequence[tuple[type[Exception], str]] = (
    (NoAddress, "Đơn vị, cán bộ đầu mối và chuyên viên theo dõi đều chưa có địa chỉ thư điện tử"),
    (SMTPRecipientsRefused, "Máy chủ thư từ chối địa chỉ nhận"),
    (SMTPAuthenticationError, "Máy chủ thư từ chối tài khoản gửi"),
    (SMTPServerDisconnected, "Máy chủ thư không trả lời hoặc ngắt kết nối giữa chừng"),
    (SMTPException, "Máy chủ thư từ chối thư"),
    (TimeoutError, "Máy chủ thư không trả lời"),
    (SoftTimeLimitExceeded, "Máy chủ thư trả lời quá chậm"),
    (ConnectionError, "Không kết nối được máy chủ thư"),
    (OSError, "Không kết nối được máy chủ thư hoặc không ghi được thư"),
)


def deliver(message_id: int, *, now: datetime, calendar: Calendar) -> Outcome:
    """Send one message. Harmless when repeated: what is sent is no longer claimable.

    A worker that dies loses its lease, and the message goes out again under the same Message-ID.
    A refusal is recorded and the message rests for a while, owed for ever.
    Raises RuntimeError inside a transaction.
    """
    lease = now + timedelta(seconds=settings.LEASE_SECONDS)
    if not _claim(message_id, now=now, lease=lease):
        return Outcome(Result.NOT_OURS)
    message = Message.objects.select_related(
        "person",
        "body",
        "notice__office__committee",
        "notice__specialist",
        "notice__created_by",
    ).get(pk=message_id)
    lines = _true_lines(message, now=now)
    mail = None
    # Whatever goes wrong with one mail is told in the ledger and tried again: it must neither
    # be lost in a log nor keep the other mails waiting.
    try:
        mail = _write(message, lines, now=now, calendar=calendar)
        if mail is None:
            _drop(message, now=now)
            return Outcome(Result.DROPPED)
        mail.send(message_id=message.message_id)
    except Exception as error:
        logger.warning("Message %s not sent: %s", message.key, type(error).__name__)
        _record_failure(message, mail, error, now=now, lease=lease)
        return Outcome(Result.FAILED, len(lines))
    _record_sent(message, mail, now=now)
    return Outcome(Result.SENT, len(lines))


@transaction.atomic(durable=True)
def _claim(message_id: int, *, now: datetime, lease: datetime) -> bool:
    """Take the message if nobody has it: one conditional update, so of two workers one wins."""
    mine = Message.objects.claimable(now=now).filter(pk=message_id)
    return mine.update(lease_until=lease, attempts=F("attempts") + 1) == 1


@transaction.atomic(durable=True)
def _true_lines(message: Message, *, now: datetime) -> list[Line]:
    """What of the message is still to be said to this person.

    What is no longer true is dropped; what somebody else answers for by now is owed again, and
    gathered anew for them. Nothing is added any more: the message is claimed.
    """
    rows = list(message.reminders.filter(dropped_at=None).for_sending())
    stale = {row.pk for row in rows if not still_true(row, now=now)}
    directory = Directory({row.assignment.body_id for row in rows}, on=localdate(now))
    answering = {
        row.pk: directory.one(row.assignment.body, row.assignment.task.notice) for row in rows
    }
    here = (message.person, message.body)
    moved = {pk for pk, whom in answering.items() if (whom.person, whom.body) != here} - stale
    Reminder.objects.filter(pk__in=stale).update(dropped_at=now)
    Reminder.objects.filter(pk__in=moved).update(message=None)
    return [
        Line(row.assignment, in_place=answering[row.pk].in_place)
        for row in rows
        if row.pk not in stale | moved
    ]


def _write(
    message: Message, lines: Sequence[Line], *, now: datetime, calendar: Calendar
) -> Mail | None:
    """Write the mail; None when nothing is left to say. Raises NoAddress."""
    if message.kind == Message.Kind.ISSUED:
        return _announcement(message, now=now)
    if message.kind != Message.Kind.DIGEST:
        return _change(message, now=now)
    if not lines:
        return None
    whom = Addressee(person=message.person, body=message.body)
    return mails.digest(whom, lines, now=now, calendar=calendar)


def _announcement(message: Message, *, now: datetime) -> Mail | None:
    """What a new notice gives to a body, to all who answer there; None once it is withdrawn.

    What the body was given later has a message of its own.
    """
    given = _work_of(message).filter(sent_at__lte=message.made_at)
    rows = list(
        given.exclude(status=Status.CANCELLED).exclude(
            task__notice__status__in=(NoticeStatus.WITHDRAWN, NoticeStatus.SUPERSEDED)
        )
    )
    if not rows:
        return None
    body, notice = rows[0].body, rows[0].task.notice
    whom = Directory({body.pk}, on=localdate(now)).everyone(body, notice)
    return mails.announcement(notice, body, rows, whom=whom)


def _change(message: Message, *, now: datetime) -> Mail | None:
    """What changed for a body, to all who answer there; None when it has changed again since."""
    kind = Message.Kind(message.kind)
    notice, body = message.notice, message.body
    work = _work_of(message)
    if kind != Message.Kind.WITHDRAWN:
        work = work.filter(messages=message)
    rows = list(work.filter(status__in=TOLD[kind]))
    if not notice or not body or not (rows or kind == Message.Kind.WITHDRAWN):
        return None
    whom = Directory({body.pk}, on=localdate(now)).everyone(body, notice)
    return mails.change(kind, notice, body, rows, reason=message.reason, whom=whom)


def _work_of(message: Message) -> AssignmentQuerySet:
    """What the message's notice gives to its body, in printed order."""
    given = Assignment.objects.filter(body=message.body_id, task__notice=message.notice_id)
    return given.select_related(
        "body",
        "task__notice__office__committee",
        "task__notice__specialist",
        "task__notice__created_by",
    ).order_by("task__item__position", "task__position")


def _drop(message: Message, *, now: datetime) -> None:
    why = {
        Message.Kind.ISSUED: "văn bản không còn giao nhiệm vụ cho đơn vị",
        Message.Kind.DIGEST: "không còn nhiệm vụ nào phải nhắc",
    }
    told = why.get(Message.Kind(message.kind), "nhiệm vụ đã lại thay đổi")
    Message.objects.owed().filter(pk=message.pk).update(
        dropped_at=now, drop_reason=told, lease_until=None
    )


@transaction.atomic(durable=True)
def _record_sent(message: Message, mail: Mail, *, now: datetime) -> None:
    address = ", ".join(mail.to)[:400]
    Delivery.objects.create(message=message, attempted_at=now, succeeded=True, address=address)
    Message.objects.owed().filter(pk=message.pk).update(
        sent_at=now,
        lease_until=None,
        address=address,
        subject=mail.subject,
        text=mail.text,
        in_place_of_body=mail.in_place,
    )


@transaction.atomic(durable=True)
def _record_failure(
    message: Message, mail: Mail | None, error: Exception, *, now: datetime, lease: datetime
) -> None:
    """Tell why, let the message rest; a lease that another worker holds by now is left alone."""
    Delivery.objects.create(
        message=message,
        attempted_at=now,
        succeeded=False,
        address=", ".join(mail.to)[:400] if mail else "",
        error=reason(error)[:500],
    )
    failed = message.deliveries.filter(succeeded=False).count()
    Message.objects.owed().filter(pk=message.pk, lease_until=lease).update(
        lease_until=None, not_before=now + BACK_OFF[min(failed, len(BACK_OFF)) - 1]
    )


def reason(error: Exception) -> str:
    """Say in the ledger's words why a mail did not go out, the machine's own words in brackets."""
    words = next(
        (words for kind, words in REASONS if isinstance(error, kind)), "Không gửi được thư"
    )
    detail = " ".join(str(error).split())
    return f"{words} ({type(error).__name__}: {detail})" if detail else words
