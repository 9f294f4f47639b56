"""The task becomes another body's: one assignment ends, another carries on."""

from datetime import date, time

import pytest

from assignments import lifecycle
from assignments.lifecycle import StepRefused
from assignments.models import Assignment, Message, Status
from assignments.story import history
from bodies import ledger
from bodies.models import Event, Role, User
from directives.models import AssignmentRole, NoticeBody
from tests.assignments.together import together
from tests.factories import at, make_assignment, make_body, make_person, make_task, make_user

pytestmark = pytest.mark.django_db

NOW = at("2026-03-05", "09:00")
WHY = "Công an phường quản lý dữ liệu này."
LEAD, CO = AssignmentRole.LEAD, AssignmentRole.CO


def bounced(**also: object) -> Assignment:
    fields: dict[str, object] = {"body": make_body("UBND phường"), "status": Status.BOUNCED}
    return make_assignment(**{**fields, **also})  # type: ignore[arg-type]


def test_the_other_body_has_the_task_under_the_same_deadline() -> None:
    work = bounced(
        original_due_on=date(2026, 3, 10), due_on="2026-03-31", due_time=time(17), role=CO
    )

    given = lifecycle.reassign(work, to=make_body("Công an"), reason=WHY, at=NOW, by=make_user())

    given.refresh_from_db()
    assert (given.task, given.office, given.role) == (work.task, work.office, CO)
    assert (given.body_name, given.status, given.sent_at) == ("Công an", Status.IN_PROGRESS, NOW)
    assert (given.original_due_on, given.due_on, given.due_time) == (
        date(2026, 3, 10),
        date(2026, 3, 31),
        time(17),
    )


def test_a_body_with_an_account_is_yet_to_receive_it() -> None:
    police = make_body("Công an")
    make_person(Role.OFFICER, body=police)

    given = lifecycle.reassign(bounced(), to=police, reason=WHY, at=NOW, by=make_user())

    assert given.status == Status.SENT


def test_both_histories_say_where_it_went_and_where_it_came_from() -> None:
    work, chief = bounced(), make_user()

    given = lifecycle.reassign(work, to=make_body("Công an"), reason=WHY, at=NOW, by=chief)

    work.refresh_from_db()
    assert work.status == Status.CANCELLED
    assert [(e.verb, e.by, e.note) for e in ledger.history(work)] == [
        ("reassign", chief, f"Chuyển cho Công an: {WHY}")
    ]
    assert [(told.verb, told.by, told.note) for told in history(given)] == [
        ("assign", chief, f"Chuyển từ UBND phường: {WHY}")
    ]


def test_both_bodies_are_told_and_the_new_one_may_read_the_notice() -> None:
    work, police = bounced(), make_body("Công an")

    lifecycle.reassign(work, to=police, reason=WHY, at=NOW, by=make_user())

    owed = [(m.kind, m.body) for m in Message.objects.owed().order_by("pk")]
    assert owed == [("cancelled", work.body), ("given", police)]
    named = NoticeBody.objects.filter(notice=work.task.notice).order_by("pk")
    assert [row.body for row in named] == [work.body, police]


def test_a_body_that_helps_takes_over_the_lead() -> None:
    task = make_task()
    work, helps = bounced(task=task), make_assignment(task, body=make_body("Công an"), role=CO)

    given = lifecycle.reassign(work, to=helps.body, reason=WHY, at=NOW, by=make_user())

    helps.refresh_from_db()
    assert (given, helps.role, helps.status) == (helps, LEAD, Status.IN_PROGRESS)
    assert [e.note for e in ledger.history(helps)] == [f"Chuyển từ UBND phường: {WHY}"]
    assert Assignment.objects.count() == 2


@pytest.mark.parametrize(
    ("role", "status"),
    [(LEAD, Status.IN_PROGRESS), (CO, Status.COMPLETED), (CO, Status.CANCELLED)],
)
def test_a_body_that_has_or_had_the_part_is_refused(role: AssignmentRole, status: Status) -> None:
    task = make_task()
    work = bounced(task=task)
    other = make_assignment(task, body=make_body("Công an"), role=role, status=status)

    with pytest.raises(StepRefused, match="Công an đã có trong danh sách giao nhiệm vụ này"):
        lifecycle.reassign(work, to=other.body, reason=WHY, at=NOW, by=make_user())

    work.refresh_from_db()
    assert (work.status, Event.objects.count(), Message.objects.count()) == (Status.BOUNCED, 0, 0)


def test_it_is_not_reassigned_to_the_body_that_has_it() -> None:
    work = bounced()

    with pytest.raises(StepRefused, match="Hãy chọn đơn vị khác"):
        lifecycle.reassign(work, to=work.body, reason=WHY, at=NOW, by=make_user())


def test_a_reason_is_needed_and_nothing_kept_without() -> None:
    work = bounced()

    with pytest.raises(StepRefused, match="Hãy ghi rõ lý do"):
        lifecycle.reassign(work, to=make_body("Công an"), reason=" ", at=NOW, by=make_user())

    assert (Assignment.objects.count(), Event.objects.count()) == (1, 0)


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_give_it_to_one_other() -> None:
    work, people = bounced(), [make_user("mot"), make_user("hai")]
    others = [make_body("Công an"), make_body("Quân sự")]
    refused: list[str] = []

    def press(by: User, n: int) -> None:
        row = Assignment.objects.get(pk=work.pk)
        try:
            lifecycle.reassign(row, to=others[n], reason=WHY, at=NOW, by=by)
        except StepRefused as refusal:
            refused.append(str(refusal))

    together(lambda: press(people[0], 0), lambda: press(people[1], 1))

    assert (len(refused), Assignment.objects.count()) == (1, 2)
