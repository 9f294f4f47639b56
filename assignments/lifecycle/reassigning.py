"""The task becomes another body's: one assignment ends, another carries on."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from assignments.lifecycle.taking import StepRefused, hold_notice, keep, needed, owe, take, told
from assignments.models import STRENGTH, Assignment, Message, Status
from assignments.steps import STEPS
from bodies.models import Body, Membership, User
from directives.models import AssignmentRole, NoticeBody


@transaction.atomic
def reassign(
    assignment: Assignment, *, to: Body, reason: str, at: datetime, by: User
) -> Assignment:
    """The task becomes another body's, under the same deadline; this assignment is cancelled.

    A body that has a weaker part in the task already takes over the stronger one. Both bodies are
    told. Returns the other body's assignment. Raises StepRefused: it has, or had, this part.
    """
    notice = hold_notice(assignment)
    parts = _parts(assignment)
    before = take(assignment, "reassign", at=at)
    held = _weaker_part(parts.get(to.pk), assignment)
    gone = f"Chuyển cho {to.name}: {needed(reason)}"
    keep(assignment, "reassign", before, at=at, by=by, note=gone)
    come = f"Chuyển từ {assignment.body_name}: {reason}"
    given = held or _given(assignment, to, at=at)
    before = told(given) if held else {}
    given.role = assignment.role
    keep(given, "reassign" if held else "assign", before, at=at, by=by, note=come)
    NoticeBody.objects.get_or_create(
        notice=notice, body=to, defaults={"reason": NoticeBody.Reason.ADDRESSEE}
    )
    owe(assignment, Message.Kind.CANCELLED, reason=gone, at=at)
    owe(given, Message.Kind.GIVEN, reason=come, at=at)
    return given


def _parts(assignment: Assignment) -> Mapping[int, Assignment]:
    """Who has a part in the same task: id of the body → its assignment, all held in one order."""
    same = Assignment.objects.select_for_update().filter(
        task=assignment.task_id, period=assignment.period, parent=assignment.parent_id
    )
    return {row.body_id: row for row in same.order_by("pk")}


def _weaker_part(held: Assignment | None, assignment: Assignment) -> Assignment | None:
    """The part that grows into the whole; None without any. Raises StepRefused for any other."""
    if held is None or (held.status in STEPS["reassign"].starts and _weaker(held, assignment)):
        return held
    raise StepRefused(
        f"{held.body_name} đã có trong danh sách giao nhiệm vụ này, trạng thái "
        f"“{held.get_status_display()}”, nên không chuyển sang được. Hãy chọn đơn vị khác, "
        "hoặc mở lại nhiệm vụ của đơn vị đó rồi hủy giao ở đây."
    )


def _weaker(one: Assignment, other: Assignment) -> bool:
    ranks = [STRENGTH.index(AssignmentRole(row.role)) for row in (one, other)]
    return ranks[0] > ranks[1]


def _given(old: Assignment, body: Body, *, at: datetime) -> Assignment:
    return Assignment(
        office=old.office,
        task=old.task,
        body=body,
        body_name=body.name,
        position=old.position,
        parent=old.parent,
        period=old.period,
        status=_first_status(body, on=localdate(at)),
        original_due_on=old.original_due_on,
        due_on=old.due_on,
        due_time=old.due_time,
        sent_at=at,
        status_since=at,
    )


def _first_status(body: Body, *, on: date) -> Status:
    """Where new work begins: a body without an account has received it when it is given."""
    manned = Membership.objects.held(on=on).filter(body=body).exists()
    return Status.SENT if manned else Status.IN_PROGRESS
