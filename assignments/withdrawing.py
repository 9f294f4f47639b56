"""A notice that no longer holds: withdrawn, or replaced by another. Its open work ends with it.

A notice whose follow-up is closed may still go: its standing work runs on until the term ends,
and ends then. What is completed stays completed. Every body the notice names is told once.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from assignments import lifecycle
from assignments.issuing import IssueRefused, locked, move
from assignments.models import OPEN, Assignment, Message
from bodies import ledger
from bodies.models import User
from directives.models import Notice, NoticeStatus
from directives.models.notices import NoticeQuerySet

IN_FORCE = (NoticeStatus.ISSUED, NoticeStatus.CLOSED)


@transaction.atomic
def withdraw(notice: Notice, *, reason: str, at: datetime, by: User) -> list[Assignment]:
    """Thu hồi. Returns the work that was open and is cancelled. Raises IssueRefused."""
    current = _in_force(locked(notice))
    if not reason.strip():
        raise IssueRefused(["Hãy ghi rõ lý do thu hồi: các đơn vị được giao sẽ nhận thư báo."])
    before = {"status": current.status}
    move(notice, current, NoticeStatus.WITHDRAWN)
    gone = _end_work(notice, reason=f"Văn bản bị thu hồi: {reason}", at=at, by=by)
    _tell_bodies(notice, reason=reason, at=at)
    after = {"status": notice.status, "cancelled": _keys(gone)}
    ledger.record("withdraw", notice, at=at, by=by, note=reason, before=before, after=after)
    return gone


@transaction.atomic
def supersede(
    notice: Notice, *, replaced_by: Notice, reason: str = "", at: datetime, by: User
) -> list[Assignment]:
    """Bị thay thế: `replaced_by` holds instead. Returns the work that was open and is cancelled.

    Raises IssueRefused: the other is no longer followed, of another office, older, or replaces a
    notice already (one paper replaces one).
    """
    # In one order, whichever replaces which.
    held = {row.pk: locked(row) for row in sorted((notice, replaced_by), key=lambda row: row.pk)}
    current, other = _in_force(held[notice.pk]), held[replaced_by.pk]
    if not replacements(current).filter(pk=other.pk).exists():
        raise IssueRefused(
            [f"{other} không thay thế được {current}. Hãy tải lại trang và chọn văn bản khác."]
        )
    before = {"status": current.status}
    move(notice, current, NoticeStatus.SUPERSEDED)
    other.supersedes = notice
    move(replaced_by, other, NoticeStatus.ISSUED)
    told = " ".join(
        filter(None, (f"Thay thế bằng {other}, ngày {other.issued_on:%d/%m/%Y}.", reason))
    )
    gone = _end_work(notice, reason=told, at=at, by=by)
    _tell_bodies(notice, reason=told, at=at)
    after = {"status": notice.status, "by": str(other.key), "cancelled": _keys(gone)}
    ledger.record("supersede", notice, at=at, by=by, note=told, before=before, after=after)
    ledger.record("replace", other, at=at, by=by, note=f"Thay thế {notice}.")
    return gone


def replacements(notice: Notice) -> NoticeQuerySet:
    """The notices that may replace it, newest first: followed, of its office, not older than it."""
    others = Notice.objects.filter(office=notice.office_id, status=NoticeStatus.ISSUED)
    not_older = others.filter(issued_on__gte=notice.issued_on, supersedes=None)
    return not_older.exclude(pk=notice.pk).newest_first()


def _in_force(current: Notice) -> Notice:
    if current.status not in IN_FORCE:
        raise IssueRefused([f"Văn bản đang ở trạng thái “{current.get_status_display()}”."])
    return current


def _end_work(notice: Notice, *, reason: str, at: datetime, by: User) -> list[Assignment]:
    rows = (
        Assignment.objects.filter(task__notice=notice)
        .order_by("pk")
        .select_for_update(of=("self",))
    )
    # Held first, then asked: a step taken meanwhile may have ended some of them.
    open_rows = [row for row in rows if row.status in OPEN]
    lifecycle.cancel_all(open_rows, reason=reason, at=at, by=by)
    return open_rows


def _tell_bodies(notice: Notice, *, reason: str, at: datetime) -> None:
    kind = Message.Kind.WITHDRAWN
    Message.objects.bulk_create(
        Message(kind=kind, notice=notice, body_id=pk, reason=reason, day=localdate(at), made_at=at)
        for pk in notice.notice_bodies.order_by("pk").values_list("body", flat=True)
    )


def _keys(rows: Iterable[Assignment]) -> list[str]:
    return [str(row.key) for row in rows]
