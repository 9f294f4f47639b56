"""A notice that no longer holds: its open work ends with it, and every body is told once."""

from datetime import date

import pytest

from assignments import lifecycle, withdrawing
from assignments.issuing import IssueRefused
from assignments.lifecycle import StepRefused
from assignments.models import OPEN, Assignment, Message, Status
from bodies import ledger
from bodies.models import Event, Office
from directives.models import Notice, NoticeStatus
from tests.assignments.together import together
from tests.factories import (
    at,
    make_assignment,
    make_body,
    make_notice,
    make_office,
    make_task,
    make_user,
)

pytestmark = pytest.mark.django_db

NOW = at("2026-03-05", "09:00")
WHY = "Nội dung không còn phù hợp."


@pytest.fixture
def office() -> Office:
    return make_office()


@pytest.fixture
def notice(office: Office) -> Notice:
    return make_notice(office)


def withdraw(notice: Notice, reason: str = WHY) -> list[Assignment]:
    return withdrawing.withdraw(notice, reason=reason, at=NOW, by=make_user())


def test_open_work_is_cancelled_and_completed_work_stays(notice: Notice) -> None:
    works = {status: make_assignment(make_task(notice), status=status) for status in Status}

    gone = withdraw(notice)

    notice.refresh_from_db()
    left = {row.status: row for row in Assignment.objects.exclude(status=Status.CANCELLED)}
    assert notice.status == NoticeStatus.WITHDRAWN
    assert gone == [works[status] for status in Status if status in OPEN]
    assert left == {Status.COMPLETED: works[Status.COMPLETED]}


def test_the_notice_and_each_of_its_work_have_their_line_of_history(notice: Notice) -> None:
    work = make_assignment(make_task(notice))

    withdraw(notice)

    assert [(e.verb, e.note, e.after["cancelled"]) for e in ledger.history(notice)] == [
        ("withdraw", WHY, [str(work.key)])
    ]
    assert [(e.verb, e.note) for e in ledger.history(work)] == [
        ("cancel", f"Văn bản bị thu hồi: {WHY}")
    ]
    assert ledger.broken_at() is None


def test_each_body_is_told_once_however_many_tasks(notice: Notice) -> None:
    bodies = [make_body("UBND phường"), make_body("Công an")]
    for body in bodies:
        for _ in range(2):
            make_assignment(make_task(notice), body=body)

    withdraw(notice)

    told = Message.objects.owed().order_by("pk").values_list("kind", "body__name", "reason")
    assert list(told) == [("withdrawn", "UBND phường", WHY), ("withdrawn", "Công an", WHY)]


@pytest.mark.parametrize("status", NoticeStatus)
def test_what_holds_is_withdrawn_and_nothing_else(office: Office, status: NoticeStatus) -> None:
    notice = make_notice(office, status=status)
    holds = status in (NoticeStatus.ISSUED, NoticeStatus.CLOSED)

    try:
        withdraw(notice)
    except IssueRefused:
        assert not holds

    notice.refresh_from_db()
    assert notice.status == (NoticeStatus.WITHDRAWN if holds else status)
    assert Event.objects.count() == holds


@pytest.mark.parametrize("reason", ["", " \n"])
def test_a_reason_is_needed(notice: Notice, reason: str) -> None:
    with pytest.raises(IssueRefused, match="Hãy ghi rõ lý do thu hồi"):
        withdraw(notice, reason)

    notice.refresh_from_db()
    assert (notice.status, Event.objects.count()) == (NoticeStatus.ISSUED, 0)


def test_work_of_a_withdrawn_notice_is_not_given_on(notice: Notice) -> None:
    work = make_assignment(make_task(notice), status=Status.BOUNCED)
    withdraw(notice)

    with pytest.raises(StepRefused, match="“Hủy giao”"):
        lifecycle.reassign(work, to=make_body(), reason=WHY, at=NOW, by=make_user())


def test_a_replaced_notice_and_the_one_that_replaces_it_name_each_other(notice: Notice) -> None:
    work = make_assignment(make_task(notice))
    other = make_notice(notice.office, issued_on=date(2026, 3, 4))

    gone = withdrawing.supersede(notice, replaced_by=other, at=NOW, by=make_user())

    notice.refresh_from_db()
    other.refresh_from_db()
    assert (notice.status, other.status, gone) == ("superseded", "issued", [work])
    assert (other.supersedes, list(notice.superseded_by.all())) == (notice, [other])
    told = "Thay thế bằng Thông báo 02-TB/ĐU, ngày 04/03/2026."
    assert [(e.verb, e.note) for e in ledger.history(notice)] == [("supersede", told)]
    assert [(e.verb, e.note) for e in ledger.history(other)] == [
        ("replace", "Thay thế Thông báo 01-TB/ĐU.")
    ]
    assert [(e.verb, e.note) for e in ledger.history(work)] == [("cancel", told)]
    assert [(m.kind, m.reason) for m in Message.objects.owed()] == [("withdrawn", told)]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"status": NoticeStatus.DRAFT}, id="not issued"),
        pytest.param({"status": NoticeStatus.CLOSED}, id="no longer followed"),
        pytest.param({"status": NoticeStatus.WITHDRAWN}, id="withdrawn itself"),
        pytest.param({"issued_on": date(2026, 3, 1)}, id="older"),
    ],
)
def test_what_cannot_hold_instead_is_refused(notice: Notice, other: dict[str, object]) -> None:
    found = make_notice(notice.office, **other)  # type: ignore[arg-type]

    with pytest.raises(IssueRefused, match="không thay thế được"):
        withdrawing.supersede(notice, replaced_by=found, at=NOW, by=make_user())

    notice.refresh_from_db()
    assert (notice.status, Event.objects.count()) == (NoticeStatus.ISSUED, 0)


def test_another_office_s_notice_does_not_replace_it_nor_it_itself(notice: Notice) -> None:
    elsewhere = make_notice(make_office("Văn phòng khác"))

    assert list(withdrawing.replacements(notice)) == []
    assert list(withdrawing.replacements(elsewhere)) == []


def test_one_paper_replaces_one(notice: Notice) -> None:
    again, other = make_notice(notice.office), make_notice(notice.office)
    withdrawing.supersede(notice, replaced_by=other, at=NOW, by=make_user())

    assert list(withdrawing.replacements(again)) == []


@pytest.mark.django_db(transaction=True)
def test_two_papers_that_replace_each_other_at_once_leave_one() -> None:
    one = make_notice(make_office())
    two = make_notice(one.office)
    refused: list[str] = []

    def press(old: Notice, new: Notice) -> None:
        try:
            withdrawing.supersede(old, replaced_by=new, at=NOW, by=one.created_by)
        except IssueRefused as refusal:
            refused.append(str(refusal))

    together(lambda: press(*_fresh(one, two)), lambda: press(*_fresh(two, one)))

    assert (len(refused), Notice.objects.filter(status="superseded").count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_a_step_taken_while_a_notice_is_withdrawn_leaves_no_open_work() -> None:
    notice = make_notice()
    works = [make_assignment(make_task(notice), status=Status.BOUNCED) for _ in range(4)]
    done = make_assignment(make_task(notice), status=Status.COMPLETED)
    other, by = make_body("Công an"), make_user()

    def meanwhile() -> None:
        for act in (
            lambda: lifecycle.reopen(done, reason=WHY, at=NOW, by=by),
            lambda: lifecycle.reassign(works[3], to=other, reason=WHY, at=NOW, by=by),
            lambda: lifecycle.cancel(works[2], reason=WHY, at=NOW, by=by),
            lambda: lifecycle.hand_back(works[1], reason=WHY, at=NOW, by=by),
        ):
            try:
                act()
            except StepRefused:
                continue

    together(lambda: withdrawing.withdraw(notice, reason=WHY, at=NOW, by=by), meanwhile)

    assert Assignment.objects.filter(status__in=OPEN).count() == 0
    assert ledger.broken_at() is None


def _fresh(*notices: Notice) -> list[Notice]:
    return [Notice.objects.get(pk=row.pk) for row in notices]
