"""What the mails say: plain office Vietnamese, as text and as simple HTML, never one without the other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import localdate

from assignments.models import Assignment, Message
from assignments.reminders.addressing import Addressee
from assignments.reminders.ladder import Pace
from assignments.reminders.planning import is_overdue, pace_of
from bodies.calendar import Calendar
from bodies.models import Body
from directives.models import Notice

WORDS = 200  # characters of a task's words that a mail shows
SUBJECT = 300  # as Message.subject holds
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


class NoAddress(Exception):
    """Nobody to write to: the body, its people and the clerk are all without an address."""


@dataclass(frozen=True, slots=True)
class Line:
    """A task to be reminded of. `in_place`: told to the clerk, for a body nobody reaches."""

    work: Assignment
    in_place: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    to: tuple[str, ...]
    subject: str
    text: str
    html: str
    in_place: bool

    def send(self, *, message_id: str) -> None:
        """Hand it to the mail server. Raises OSError (SMTP's own errors are OSErrors)."""
        mail = EmailMultiAlternatives(
            self.subject,
            self.text,
            to=self.to,
            headers={"Message-ID": message_id, "Auto-Submitted": "auto-generated"},
        )
        mail.attach_alternative(self.html, "text/html")
        mail.send()


def digest(whom: Addressee, lines: Sequence[Line], *, now: datetime, calendar: Calendar) -> Mail:
    """Write the day's reminder: what is overdue, longest first, then what is due soon."""
    ordered = sorted(lines, key=lambda line: (line.work.due_on or date.max, line.work.pk))
    overdue = [line for line in ordered if is_overdue(line.work, now=now)]
    soon = [line for line in ordered if line not in overdue]
    committees = dict.fromkeys(line.work.office.committee.name for line in ordered)
    in_place = any(line.in_place for line in lines)
    counted = ((len(overdue), "nhiệm vụ quá hạn"), (len(soon), "nhiệm vụ sắp đến hạn"))
    counts = ", ".join(f"{n} {words}" for n, words in counted if n)
    head = "Nhắc việc (nhắc thay)" if all(line.in_place for line in lines) else "Nhắc việc"
    context = {
        "whom": whom,
        "counts": counts,
        "committees": list(committees),
        "in_place": in_place,
        "groups": [
            (title, [_told(line, now=now, calendar=calendar) for line in group])
            for title, group in (("Quá hạn", overdue), ("Sắp đến hạn", soon))
            if group
        ],
    }
    subject = f"{head}: {counts} – {', '.join(committees)}"
    return _mail("digest", [whom], subject, context, in_place=in_place)


def announcement(
    notice: Notice, body: Body, work: Iterable[Assignment], *, whom: Sequence[Addressee]
) -> Mail:
    """Tell a body what a notice gives it, in printed order."""
    return _of_notice("announcement", "Giao nhiệm vụ", notice, body, work, whom=whom)


def change(
    kind: Message.Kind,
    notice: Notice,
    body: Body,
    work: Iterable[Assignment],
    *,
    reason: str,
    whom: Sequence[Addressee],
) -> Mail:
    """Tell a body that its work under a notice has changed, and why."""
    head = {
        Message.Kind.GIVEN: "Giao nhiệm vụ",
        Message.Kind.CANCELLED: "Hủy giao nhiệm vụ",
        Message.Kind.WITHDRAWN: notice.get_status_display(),
    }[kind]
    also = {"kind": kind.value, "reason": reason}
    return _of_notice("change", head, notice, body, work, whom=whom, **also)


def deadline(row: Assignment) -> str:
    """The deadline as the paper has it and its day: "trước ngày 10/12/2025 (10/12/2025)"."""
    words = " ".join(row.task.deadline_words.split())
    if row.due_on is None:
        return words or "không ghi thời hạn"
    day = (
        f"{row.due_time:%H:%M} ngày {row.due_on:%d/%m/%Y}"
        if row.due_time
        else f"{row.due_on:%d/%m/%Y}"
    )
    if row.original_due_on and row.due_on != row.original_due_on:
        day = f"gia hạn đến {day}"
    return f"{words} ({day})" if words else day


def standing(row: Assignment, *, now: datetime, calendar: Calendar) -> str:
    """How the deadline stands: "quá hạn 3 ngày", "còn 4 ngày làm việc", "hết hạn hôm nay".

    Working days where the reminder counts them; calendar days for urgent and short deadlines, and
    where no working day is left before a deadline that falls on a day off.
    """
    if row.due_on is None:
        return "không thời hạn"
    today = localdate(now)
    hour = f" lúc {row.due_time:%H:%M}" if row.due_time else ""
    if is_overdue(row, now=now):
        days = (today - row.due_on).days
        return f"quá hạn {days} ngày" if days else f"đã hết hạn{hour} hôm nay"
    if row.due_on == today:
        return f"hết hạn{hour} hôm nay"
    left = calendar.count(today, row.due_on)
    if pace_of(row) is Pace.ORDINARY and left:
        return f"còn {left} ngày làm việc"
    return f"còn {(row.due_on - today).days} ngày, đến {WEEKDAYS[row.due_on.weekday()]}"


def shortened(text: str, limit: int) -> str:
    """Return `text` on one line, at most `limit` characters, cut at a word where there is one."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:.") + "…"


def _of_notice(
    template: str,
    head: str,
    notice: Notice,
    body: Body,
    work: Iterable[Assignment],
    *,
    whom: Sequence[Addressee],
    **also: object,
) -> Mail:
    """A mail to a body about its work under one notice."""
    in_place = any(one.in_place for one in whom)
    rows = [
        {
            "reference": row.task.reference,
            "role": row.get_role_display(),
            "words": shortened(row.task.words, WORDS),
            "deadline": deadline(row),
            "url": _address(row.get_absolute_url()),
        }
        for row in work
    ]
    context = {
        "notice": notice,
        "subject": shortened(notice.subject, SUBJECT),
        "body": body,
        "rows": rows,
        "in_place": in_place,
        **also,
    }
    marked = f"{head} (nhắc thay)" if in_place else head
    subject = f"{marked}: {notice} – {notice.office.committee.name}"
    return _mail(template, whom, subject, context, in_place=in_place)


def _told(line: Line, *, now: datetime, calendar: Calendar) -> dict[str, object]:
    row = line.work
    return {
        "reference": row.task.reference,
        "words": shortened(row.task.words, WORDS),
        "deadline": deadline(row),
        "standing": standing(row, now=now, calendar=calendar),
        "in_place_of": row.body_name if line.in_place else "",
        "url": _address(row.get_absolute_url()),
    }


def _mail(
    template: str,
    whom: Sequence[Addressee],
    subject: str,
    context: dict[str, object],
    *,
    in_place: bool,
) -> Mail:
    """Raises NoAddress. A header is one line, whatever the names in it hold."""
    to = tuple(dict.fromkeys(one.email for one in whom if one.email))
    if not to:
        raise NoAddress
    context = {**context, "desk": _address(reverse("desk"))}
    return Mail(
        to=to,
        subject=shortened("".join(c if c.isprintable() else " " for c in subject), SUBJECT),
        text=render_to_string(f"emails/{template}.txt", context),
        html=render_to_string(f"emails/{template}.html", context),
        in_place=in_place,
    )


def _address(path: str) -> str:
    return f"{settings.PUBLIC_URL}{path}"
