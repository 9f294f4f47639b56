"""What the office decides besides: a task aside, back to its body, off, open again."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from assignments.lifecycle.taking import (
    StepRefused,
    decide,
    hold_notice,
    keep,
    needed,
    owe,
    take,
)
from assignments.models import Assignment, Message
from bodies.models import User
from directives.models import NoticeStatus


@transaction.atomic
def hand_back(assignment: Assignment, *, reason: str, at: datetime, by: User) -> None:
    """The office answers a body that declined: the task stays its own, to be received anew.

    The body is told.
    """
    hold_notice(assignment)
    before = take(assignment, "hand_back", at=at)
    assignment.received_at = assignment.received_by = None
    keep(assignment, "hand_back", before, at=at, by=by, note=needed(reason))
    owe(assignment, Message.Kind.GIVEN, reason=f"Giao lại nhiệm vụ: {reason}", at=at)


@transaction.atomic
def pause(assignment: Assignment, *, reason: str, at: datetime, by: User) -> None:
    """Tạm dừng: outside overdue, reminders and the rate until `resume`; the deadline stays."""
    decide(assignment, "pause", reason=reason, at=at, by=by)


@transaction.atomic
def refer(assignment: Assignment, *, reason: str, at: datetime, by: User) -> None:
    """Đã báo cáo, kiến nghị cấp trên: stands outside as paused work does, until `resume`."""
    decide(assignment, "refer", reason=reason, at=at, by=by)


@transaction.atomic
def resume(assignment: Assignment, *, reason: str, at: datetime, by: User) -> None:
    """Paused or referred work goes on from where it stood before; the clock runs again."""
    decide(assignment, "resume", reason=reason, at=at, by=by)


@transaction.atomic
def cancel(assignment: Assignment, *, reason: str, at: datetime, by: User) -> None:
    """Hủy giao: nobody's work any more, unless it is opened again. The body is told."""
    hold_notice(assignment)
    decide(assignment, "cancel", reason=reason, at=at, by=by)
    owe(assignment, Message.Kind.CANCELLED, reason=reason, at=at)


@transaction.atomic
def cancel_all(rows: Sequence[Assignment], *, reason: str, at: datetime, by: User) -> None:
    """Cancel work whose notice goes. The caller holds the rows, and tells each body of the notice."""
    for row in rows:
        decide(row, "cancel", reason=reason, at=at, by=by)


@transaction.atomic
def reopen(assignment: Assignment, *, reason: str, at: datetime, by: User) -> None:
    """Completed or cancelled work is in progress again, its history kept. The body is told.

    Refused once the notice is not followed any more: closed, replaced or withdrawn.
    """
    notice = hold_notice(assignment)
    if notice.status != NoticeStatus.ISSUED:
        raise StepRefused(
            f"Văn bản đang ở trạng thái “{notice.get_status_display()}” nên không mở lại nhiệm vụ được."
        )
    before = take(assignment, "reopen", at=at)
    assignment.submitted_at = assignment.submitted_by = None
    assignment.completed_at = assignment.completed_by = None
    keep(assignment, "reopen", before, at=at, by=by, note=needed(reason))
    owe(assignment, Message.Kind.GIVEN, reason=f"Mở lại nhiệm vụ: {reason}", at=at)
