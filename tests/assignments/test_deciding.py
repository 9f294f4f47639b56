"""What a body asks for and the office decides: another's task, aside, off, open again."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import transaction

from assignments import lifecycle
from assignments.lifecycle import Letter, StepRefused
from assignments.models import Assignment, Message, Status
from bodies import ledger
from bodies.models import Event, User
from directives.models import NoticeStatus
from tests.assignments.together import together
from tests.factories import at, make_assignment, make_notice, make_task, make_user

pytestmark = pytest.mark.django_db

NOW, LATER = at("2026-03-05", "09:00"), at("2026-03-06", "09:00")
WHY = "Không thuộc thẩm quyền."
ACTS: dict[str, tuple[Status, Callable[..., object]]] = {
    "decline": (Status.SENT, lifecycle.decline),
    "hand_back": (Status.BOUNCED, lifecycle.hand_back),
    "pause": (Status.IN_PROGRESS, lifecycle.pause),
    "refer": (Status.IN_PROGRESS, lifecycle.refer),
    "resume": (Status.PAUSED, lifecycle.resume),
    "cancel": (Status.IN_PROGRESS, lifecycle.cancel),
    "reopen": (Status.COMPLETED, lifecycle.reopen),
}


def owed() -> list[tuple[str, Assignment | None, str]]:
    return [(m.kind, m.assignment, m.reason) for m in Message.objects.owed().order_by("pk")]


@pytest.mark.parametrize("verb", ACTS)
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_an_act_without_its_reason_changes_nothing(verb: str, reason: str) -> None:
    status, act = ACTS[verb]
    work = make_assignment(status=status)

    with pytest.raises(StepRefused, match="Hãy ghi rõ lý do"):
        act(work, reason=reason, at=NOW, by=make_user())

    work.refresh_from_db()
    assert (work.status, Event.objects.count(), Message.objects.count()) == (status, 0, 0)


@pytest.mark.parametrize("verb", ACTS)
def test_an_act_leaves_one_line_with_its_reason(verb: str) -> None:
    status, act = ACTS[verb]
    work, chief = make_assignment(status=status), make_user()

    act(work, reason=WHY, at=NOW, by=chief)

    assert [(e.verb, e.at, e.by, e.note) for e in ledger.history(work)] == [(verb, NOW, chief, WHY)]
    assert ledger.broken_at() is None


@pytest.mark.parametrize("verb", ACTS)
def test_an_act_and_its_history_are_kept_together_or_not_at_all(verb: str) -> None:
    status, act = ACTS[verb]
    work = make_assignment(status=status)

    with transaction.atomic():
        act(work, reason=WHY, at=NOW, by=make_user())
        transaction.set_rollback(True)

    work.refresh_from_db()
    assert (work.status, Event.objects.count(), Message.objects.count()) == (status, 0, 0)


def test_an_officer_declines_with_the_letter_the_head_signed() -> None:
    work = make_assignment()
    letter = Letter(number="45/CV-UBND", dated=date(2026, 3, 4))

    lifecycle.decline(work, reason=WHY, letter=letter, at=NOW, by=make_user())

    [told] = ledger.history(work)
    assert told.note == f"{WHY}\nVăn bản số 45/CV-UBND, ngày 04/03/2026."


def test_the_clock_runs_on_while_a_body_waits_for_the_answer() -> None:
    work = make_assignment(due_on="2026-03-04")

    lifecycle.decline(work, reason=WHY, at=NOW, by=make_user())

    assert list(Assignment.objects.overdue(now=NOW)) == [work]


def test_work_handed_back_is_received_anew() -> None:
    work = make_assignment(status=Status.SENT)
    officer, chief = make_user("can-bo"), make_user("chanh-vp")
    lifecycle.receive(work, at=NOW, by=officer)
    lifecycle.decline(work, reason=WHY, at=NOW, by=officer)

    lifecycle.hand_back(work, reason="Đúng chức năng của đơn vị.", at=LATER, by=chief)

    work.refresh_from_db()
    assert (work.status, work.status_since, work.received_at) == (Status.SENT, LATER, None)
    assert owed() == [("given", work, "Giao lại nhiệm vụ: Đúng chức năng của đơn vị.")]


@pytest.mark.parametrize("aside", [lifecycle.pause, lifecycle.refer])
@pytest.mark.parametrize(
    "status",
    [Status.SENT, Status.IN_PROGRESS, Status.RETURNED, Status.BOUNCED, Status.SUBMITTED],
)
def test_resumed_work_stands_where_it_stood(aside: Callable[..., None], status: Status) -> None:
    work = make_assignment(status=status, due_on="2026-03-04")
    submitted_at = work.submitted_at

    aside(work, reason=WHY, at=NOW, by=make_user())
    stood_aside = (list(Assignment.objects.running()), list(Assignment.objects.submitted()))
    lifecycle.resume(work, reason="Đã có ý kiến.", at=LATER, by=make_user())

    work.refresh_from_db()
    assert stood_aside == ([], [])
    assert (work.status, work.submitted_at, work.due_on) == (
        status,
        submitted_at,
        date(2026, 3, 4),
    )


def test_each_pause_comes_back_to_its_own_place() -> None:
    work, chief = make_assignment(status=Status.SENT), make_user()
    lifecycle.pause(work, reason=WHY, at=NOW, by=chief)
    lifecycle.resume(work, reason=WHY, at=NOW, by=chief)
    lifecycle.receive(work, at=NOW, by=chief)
    lifecycle.refer(work, reason=WHY, at=NOW, by=chief)

    lifecycle.resume(work, reason=WHY, at=LATER, by=chief)

    assert work.status == Status.IN_PROGRESS


def test_resuming_what_is_not_aside_is_refused_in_plain_words() -> None:
    work = make_assignment()

    with pytest.raises(StepRefused) as refusal:
        lifecycle.resume(work, reason=WHY, at=NOW, by=make_user())

    assert str(refusal.value) == (
        "Nhiệm vụ đang ở trạng thái “Đang thực hiện” nên không thể tiếp tục từ chỗ đã dừng. "
        "Hãy tải lại trang để xem trạng thái mới nhất."
    )


def test_a_body_is_told_of_what_is_cancelled_and_opened_again() -> None:
    work, chief = make_assignment(), make_user()

    lifecycle.cancel(work, reason=WHY, at=NOW, by=chief)
    lifecycle.reopen(work, reason="Cần làm tiếp.", at=LATER, by=chief)

    assert owed() == [
        ("cancelled", work, WHY),
        ("given", work, "Mở lại nhiệm vụ: Cần làm tiếp."),
    ]


def test_cancelled_twice_before_a_mail_left_is_told_once_with_the_newest_reason() -> None:
    work, chief = make_assignment(), make_user()

    for reason in ("Giao nhầm.", "Đã có nơi khác làm."):
        lifecycle.cancel(work, reason=reason, at=NOW, by=chief)
        lifecycle.reopen(work, reason="Cần làm tiếp.", at=NOW, by=chief)

    assert [kind for kind, _, _ in owed()] == ["cancelled", "given"]
    assert owed()[0] == ("cancelled", work, "Đã có nơi khác làm.")


def test_work_opened_again_keeps_its_history_and_nothing_of_its_result() -> None:
    work = make_assignment(status=Status.SUBMITTED, due_on="2026-03-04")
    lifecycle.accept(work, at=NOW, by=make_user("chanh-vp"))

    lifecycle.reopen(work, reason="Kết quả chưa bền.", at=LATER, by=make_user("bi-thu"))

    work.refresh_from_db()
    assert (work.status, work.submitted_at, work.completed_at) == (Status.IN_PROGRESS, None, None)
    assert [event.verb for event in ledger.history(work)] == ["reopen", "accept"]
    assert list(Assignment.objects.overdue(now=LATER)) == [work]


@pytest.mark.parametrize(
    "status", [NoticeStatus.CLOSED, NoticeStatus.SUPERSEDED, NoticeStatus.WITHDRAWN]
)
def test_work_of_a_notice_no_longer_followed_stays_closed(status: NoticeStatus) -> None:
    work = make_assignment(make_task(make_notice(status=status)), status=Status.CANCELLED)

    with pytest.raises(StepRefused, match="nên không mở lại nhiệm vụ được"):
        lifecycle.reopen(work, reason=WHY, at=NOW, by=make_user())

    work.refresh_from_db()
    assert (work.status, Event.objects.count()) == (Status.CANCELLED, 0)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("verb", ACTS)
def test_two_people_at_once_take_one_step(verb: str) -> None:
    status, act = ACTS[verb]
    work, people = make_assignment(status=status), [make_user("mot"), make_user("hai")]
    refused: list[str] = []

    def press(by: User) -> None:
        try:
            act(Assignment.objects.get(pk=work.pk), reason=WHY, at=NOW, by=by)
        except StepRefused as refusal:
            refused.append(str(refusal))

    together(lambda: press(people[0]), lambda: press(people[1]))

    assert (len(refused), Event.objects.filter(verb=verb).count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_two_reports_on_the_same_work_in_two_orders_do_not_block_each_other() -> None:
    first = make_assignment()
    works = [first, make_assignment(body=first.body)]
    draft = lifecycle.ReportDraft(kind="progress", words="Đang làm.")  # type: ignore[arg-type]
    by = make_user()

    together(
        lambda: lifecycle.report(works, draft, at=NOW, by=by),
        lambda: lifecycle.report(works[::-1], draft, at=NOW, by=by),
    )

    assert Event.objects.filter(verb="progress").count() == 4
