"""Answering petitions: the lines under a task, one by one, while the work is open.

Each change is one transaction with its line of history on the petition. Who may answer is asked
at the door (permissions.may_answer).
"""

from datetime import date, datetime

from django.db import transaction

from assignments.models import OPEN, Assignment
from bodies import ledger
from bodies.models import User
from directives.models import Petition


class AnswerRefused(Exception):
    """The answer cannot be written so. Says why and what to do, for the user."""


@transaction.atomic
def answer(
    petition: Petition,
    row: Assignment,
    *,
    number: str,
    answered_on: date,
    typed_for_body: bool = False,
    seen: datetime | None,
    at: datetime,
    by: User,
) -> None:
    """Write number and date of the paper that answers the line; it is done from now on.

    `row` is the assignment through which it is answered, `seen` the moment of the answer that
    the person looked at (None for none). Writing the same again changes nothing. Raises
    AnswerRefused: the work is closed, or somebody else answered meanwhile.
    """
    current = _locked(petition, row)
    same = (current.answer_number, current.answered_on) == (number, answered_on)
    if current.done_at and same:
        return
    _refuse_unseen(current, seen)
    before = _told(current)
    current.answer_number, current.answered_on = number, answered_on
    current.done_at, current.done_by = at, by
    current.save()
    note = "Văn phòng nhập thay." if typed_for_body else ""
    after = {**_told(current), "assignment": str(row.key)}
    ledger.record("answer_petition", current, at=at, by=by, note=note, before=before, after=after)


@transaction.atomic
def take_back(
    petition: Petition, row: Assignment, *, seen: datetime | None, at: datetime, by: User
) -> None:
    """The line is not answered after all; what was written stays in the history."""
    current = _locked(petition, row)
    if current.done_at is None:
        return
    _refuse_unseen(current, seen)
    before = _told(current)
    current.answer_number, current.answered_on = "", None
    current.done_at = current.done_by = None
    current.save()
    ledger.record(
        "take_back_answer", current, at=at, by=by, before=before, after={"assignment": str(row.key)}
    )


def _locked(petition: Petition, row: Assignment) -> Petition:
    """The line under a lock, and its work still open under one too."""
    work = Assignment.objects.select_for_update().get(pk=row.pk)
    if work.status not in OPEN:
        raise AnswerRefused(
            f"Nhiệm vụ đang ở trạng thái “{work.get_status_display()}” nên không ghi thêm trả lời."
        )
    return Petition.objects.select_for_update(of=("self",)).get(pk=petition.pk, task=row.task_id)


def _refuse_unseen(current: Petition, seen: datetime | None) -> None:
    if current.done_at != seen:
        raise AnswerRefused(
            f"Người khác vừa ghi trả lời kiến nghị {current.position}. Hãy xem lại nội dung mới."
        )


def _told(petition: Petition) -> dict[str, object]:
    return {
        "answer_number": petition.answer_number,
        "answered_on": petition.answered_on,
        "done": petition.done_at is not None,
    }
