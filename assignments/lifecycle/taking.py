"""What every verb shares: hold the row, check the step, save it with its line of history."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils.timezone import localdate

from assignments.models import Assignment, Message, Status
from assignments.steps import STEPS, Step
from bodies import ledger
from bodies.models import User
from directives.models import Notice


class StepRefused(Exception):
    """The assignment cannot take this step from where it stands. Says why, for the user."""


def decide(assignment: Assignment, verb: str, *, reason: str, at: datetime, by: User) -> None:
    """Take a step that writes nothing but the state and its reason."""
    before = take(assignment, verb, at=at)
    keep(assignment, verb, before, at=at, by=by, note=needed(reason))


def take(assignment: Assignment, verb: str, *, at: datetime) -> Mapping[str, object]:
    """Take the step, or refuse; return what stood before, for the history.

    The row is read again under a lock: two people may press two buttons at once.
    """
    step = STEPS[verb]
    current = Assignment.objects.select_for_update().get(pk=assignment.pk)
    if current.status not in step.starts:
        raise StepRefused(_why_not(current, step))
    for field in assignment._meta.concrete_fields:
        setattr(assignment, field.attname, getattr(current, field.attname))
    before = told(assignment)
    assignment.status = step.ends or _stood_before(assignment)
    assignment.status_since = at
    return before


def _why_not(current: Assignment, step: Step) -> str:
    """Pressed twice, or by two people: it stands there already, and nothing is wrong."""
    stands = current.get_status_display()
    if current.status == step.ends:
        return f"Nhiệm vụ đã ở trạng thái “{stands}” từ trước; lần này không thay đổi gì."
    further = f"chuyển sang “{step.ends.label}”" if step.ends else "tiếp tục từ chỗ đã dừng"
    return (
        f"Nhiệm vụ đang ở trạng thái “{stands}” nên không thể {further}. "
        "Hãy tải lại trang để xem trạng thái mới nhất."
    )


def _stood_before(assignment: Assignment) -> Status:
    """Where paused or referred work stood: history tells. Work put aside by no verb was in progress."""
    events = ledger.history(assignment)
    aside = next((event for event in events if event.verb in ("pause", "refer")), None)
    return Status(aside.before["status"]) if aside else Status.IN_PROGRESS


def keep(
    assignment: Assignment,
    verb: str,
    before: Mapping[str, object],
    *,
    at: datetime,
    by: User,
    note: str = "",
    **also: object,
) -> None:
    assignment.save()
    ledger.record(
        verb,
        assignment,
        at=at,
        by=by,
        note=note,
        before=before,
        after={**told(assignment), **also},
    )


def told(assignment: Assignment) -> Mapping[str, object]:
    """What history keeps of a row: state and dates."""
    return {
        "status": assignment.status,
        "role": assignment.role,
        "due_on": assignment.due_on,
        "deadline_version": assignment.deadline_version,
        "submitted_at": assignment.submitted_at,
    }


def needed(reason: str) -> str:
    if not reason.strip():
        raise StepRefused("Hãy ghi rõ lý do: lý do được lưu trong diễn biến và đơn vị đọc được.")
    return reason


def lock(rows: Sequence[Assignment]) -> None:
    """Hold all the rows a verb will touch, always in the same order, before the first event."""
    ids = [row.pk for row in rows]
    list(Assignment.objects.select_for_update().filter(pk__in=ids).order_by("pk"))


def hold_notice(assignment: Assignment) -> Notice:
    """Lock the notice, before its assignments: no work is given under it while it is withdrawn."""
    return Notice.objects.select_for_update(of=("self",)).get(pk=assignment.task.notice_id)


def owe(assignment: Assignment, kind: Message.Kind, *, reason: str, at: datetime) -> None:
    """Owe the body one message of the change; one that still waits tells the newest reason."""
    waiting = Message.objects.owed().filter(assignment=assignment, kind=kind)
    if not waiting.update(reason=reason):
        Message.objects.create(
            kind=kind,
            notice_id=assignment.task.notice_id,
            body_id=assignment.body_id,
            assignment=assignment,
            reason=reason,
            day=localdate(at),
            made_at=at,
        )
