"""What may happen to an assignment: steps, refusals, history, evidence."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from assignments import lifecycle
from assignments.lifecycle import ReportDraft, StepRefused, Upload
from assignments.models import Assignment, Report, Status
from assignments.steps import STEPS
from bodies import ledger
from bodies.models import Event, User
from directives.filing import FileRefused
from directives.models import Evidence, StoredFile
from tests.assignments.together import together
from tests.factories import at, make_assignment, make_body, make_task, make_user

pytestmark = pytest.mark.django_db

NOW = at("2026-03-05", "09:00")
WHY = "Không thuộc thẩm quyền."
PDF = Upload(name="bao-cao.pdf", data=b"%PDF-1.4 ...")

Verb = Callable[[Assignment, User], object]
VERBS: dict[str, Verb] = {
    "receive": lambda work, by: lifecycle.receive(work, at=NOW, by=by),
    "submit": lambda work, by: lifecycle.report([work], result(), at=NOW, by=by),
    "accept": lambda work, by: lifecycle.accept(work, at=NOW, by=by),
    "send_back": lambda work, by: lifecycle.send_back(work, reason="Thiếu số.", at=NOW, by=by),
    "withdraw_submission": lambda work, by: lifecycle.withdraw_submission(work, at=NOW, by=by),
    "decline": lambda work, by: lifecycle.decline(work, reason=WHY, at=NOW, by=by),
    "hand_back": lambda work, by: lifecycle.hand_back(work, reason=WHY, at=NOW, by=by),
    "reassign": lambda work, by: lifecycle.reassign(
        work, to=make_body("Đơn vị khác"), reason=WHY, at=NOW, by=by
    ),
    "pause": lambda work, by: lifecycle.pause(work, reason=WHY, at=NOW, by=by),
    "refer": lambda work, by: lifecycle.refer(work, reason=WHY, at=NOW, by=by),
    "resume": lambda work, by: lifecycle.resume(work, reason=WHY, at=NOW, by=by),
    "cancel": lambda work, by: lifecycle.cancel(work, reason=WHY, at=NOW, by=by),
    "reopen": lambda work, by: lifecycle.reopen(work, reason=WHY, at=NOW, by=by),
}


def result(words: str = "Đã xong.", **also: Any) -> ReportDraft:
    return ReportDraft(kind=Report.Kind.RESULT, words=words, **also)


def work_for(verb: str, status: Status, by: User) -> Assignment:
    """Submitted by the same person where that is who may take the step, by another elsewhere."""
    submitter = by if verb == "withdraw_submission" else make_user("nguoi-gui")
    reported = status in (Status.SUBMITTED, Status.COMPLETED)
    by_whom: dict[str, Any] = {"submitted_by": submitter} if reported else {}
    return make_assignment(status=status, **by_whom)


@pytest.mark.parametrize("verb", STEPS)
@pytest.mark.parametrize("status", Status)
def test_a_verb_takes_its_own_steps_and_no_other(verb: str, status: Status) -> None:
    by = make_user("nguoi-lam")
    work = work_for(verb, status, by)
    allowed = status in STEPS[verb].starts

    try:
        VERBS[verb](work, by)
    except StepRefused:
        assert not allowed

    work.refresh_from_db()
    # Work put aside by no verb, as here, goes on as in progress.
    ends = STEPS[verb].ends or Status.IN_PROGRESS
    assert work.status == (ends if allowed else status)
    assert Event.objects.filter(row=str(work.key)).count() == allowed


def test_the_steps_are_these() -> None:
    told = {verb: (sorted(step.starts), step.ends) for verb, step in STEPS.items()}

    assert told == {
        "receive": (["sent"], "in_progress"),
        "submit": (["in_progress", "returned"], "submitted"),
        "accept": (["submitted"], "completed"),
        "send_back": (["submitted"], "returned"),
        "withdraw_submission": (["submitted"], "in_progress"),
        "decline": (["in_progress", "sent"], "bounced"),
        "hand_back": (["bounced"], "sent"),
        "reassign": (["bounced", "in_progress", "returned", "sent"], "cancelled"),
        "pause": (["bounced", "in_progress", "returned", "sent", "submitted"], "paused"),
        "refer": (["bounced", "in_progress", "returned", "sent", "submitted"], "referred"),
        "resume": (["paused", "referred"], None),
        "cancel": (
            ["bounced", "in_progress", "paused", "referred", "returned", "sent", "submitted"],
            "cancelled",
        ),
        "reopen": (["cancelled", "completed"], "in_progress"),
    }


def test_a_refusal_says_where_the_work_stands() -> None:
    work = make_assignment(status=Status.COMPLETED)

    with pytest.raises(StepRefused) as refusal:
        lifecycle.receive(work, at=NOW, by=make_user())

    assert str(refusal.value) == (
        "Nhiệm vụ đang ở trạng thái “Hoàn thành” nên không thể chuyển sang “Đang thực hiện”. "
        "Hãy tải lại trang để xem trạng thái mới nhất."
    )


def test_from_sent_to_completed_leaves_its_whole_history() -> None:
    work = make_assignment(status=Status.SENT)
    officer, chief = make_user("can-bo"), make_user("chanh-vp")

    lifecycle.receive(work, at=NOW, by=officer)
    lifecycle.report([work], result("Đã rà soát 12 khu."), at=NOW, by=officer)
    lifecycle.send_back(work, reason="Thiếu phụ lục.", at=NOW, by=chief)
    lifecycle.report([work], result("Gửi kèm phụ lục."), at=NOW, by=officer)
    lifecycle.accept(work, note="Tốt.", at=NOW, by=chief)

    told = [(event.verb, event.by, event.note) for event in ledger.history(work)]
    assert told == [
        ("accept", chief, "Tốt."),
        ("submit", officer, "Gửi kèm phụ lục."),
        ("send_back", chief, "Thiếu phụ lục."),
        ("submit", officer, "Đã rà soát 12 khu."),
        ("receive", officer, ""),
    ]
    assert ledger.broken_at() is None


@pytest.mark.parametrize("verb", ["accept", "send_back"])
def test_nobody_judges_what_they_submitted(verb: str) -> None:
    clerk = make_user("chuyen-vien")
    work = make_assignment(status=Status.SUBMITTED, submitted_by=clerk)

    with pytest.raises(StepRefused):
        VERBS[verb](work, clerk)

    work.refresh_from_db()
    assert (work.status, Event.objects.count()) == (Status.SUBMITTED, 0)


def test_only_the_submitter_withdraws() -> None:
    work = make_assignment(status=Status.SUBMITTED)

    with pytest.raises(StepRefused, match="Chỉ người đã gửi báo cáo mới rút lại được"):
        lifecycle.withdraw_submission(work, at=NOW, by=make_user())


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_sending_back_needs_a_reason(reason: str) -> None:
    work = make_assignment(status=Status.SUBMITTED)

    with pytest.raises(StepRefused, match="Hãy ghi rõ lý do"):
        lifecycle.send_back(work, reason=reason, at=NOW, by=make_user())


def test_work_sent_back_has_no_submission() -> None:
    work = make_assignment(status=Status.SUBMITTED)

    lifecycle.send_back(work, reason="Thiếu số.", at=NOW, by=make_user())

    work.refresh_from_db()
    assert (work.status, work.submitted_at, work.submitted_by) == (Status.RETURNED, None, None)


def test_a_step_and_its_history_are_kept_together_or_not_at_all() -> None:
    work = make_assignment(status=Status.SENT)

    with transaction.atomic():
        lifecycle.receive(work, at=NOW, by=make_user())
        transaction.set_rollback(True)

    work.refresh_from_db()
    assert (work.status, Event.objects.count()) == (Status.SENT, 0)


def test_one_report_answers_several() -> None:
    body, officer = make_body(), make_user()
    works = [make_assignment(body=body), make_assignment(body=body, status=Status.RETURNED)]

    sent = lifecycle.report(works, result(), at=NOW, by=officer)

    assert list(sent.assignments.order_by("pk")) == works
    assert [work.status for work in Assignment.objects.order_by("pk")] == ["submitted"] * 2
    told = Event.objects.values_list("verb", "after__report")
    assert list(told) == [("submit", str(sent.key))] * 2


def test_a_report_that_one_row_refuses_is_kept_for_none() -> None:
    body = make_body()
    works = [make_assignment(body=body), make_assignment(body=body, status=Status.COMPLETED)]

    with pytest.raises(StepRefused):
        lifecycle.report(works, result(upload=PDF), at=NOW, by=make_user())

    kept = (Report.objects.count(), StoredFile.objects.count(), Event.objects.count())
    assert kept == (0, 0, 0)
    assert Assignment.objects.filter(status=Status.SUBMITTED).count() == 0


def test_a_report_is_of_one_body() -> None:
    works = [make_assignment(), make_assignment()]

    with pytest.raises(StepRefused, match="một đơn vị"):
        lifecycle.report(works, result(), at=NOW, by=make_user())


@pytest.mark.parametrize("kind", [Report.Kind.PROGRESS, Report.Kind.EXPLANATION])
def test_progress_and_explanations_move_nothing(kind: Report.Kind) -> None:
    work = make_assignment()

    lifecycle.report([work], ReportDraft(kind=kind, words="Đang làm."), at=NOW, by=make_user())

    work.refresh_from_db()
    assert (work.status, work.submitted_at) == (Status.IN_PROGRESS, None)
    assert [(e.verb, e.note) for e in ledger.history(work)] == [(kind, "Đang làm.")]


PAPER = {"paper_number": "45/BC-UBND", "paper_on": date(2026, 3, 4)}


@pytest.mark.parametrize(
    ("evidence", "given", "enough"),
    [
        (Evidence.TEXT, {}, True),
        (Evidence.PAPER, {}, False),
        (Evidence.PAPER, {"paper_number": "45/BC-UBND"}, False),
        (Evidence.PAPER, {"paper_on": date(2026, 3, 4)}, False),
        (Evidence.PAPER, {"upload": PDF}, False),
        (Evidence.PAPER, PAPER, True),
        (Evidence.FILE, PAPER, False),
        (Evidence.FILE, {"upload": PDF}, True),
    ],
)
def test_a_result_comes_with_its_evidence(
    evidence: Evidence, given: dict[str, Any], enough: bool
) -> None:
    work = make_assignment(make_task(evidence=evidence))

    try:
        lifecycle.report([work], result(**given), at=NOW, by=make_user())
    except StepRefused:
        assert not enough

    work.refresh_from_db()
    assert (work.status == Status.SUBMITTED) == enough
    assert Report.objects.count() == enough


def test_progress_needs_no_evidence() -> None:
    work = make_assignment(make_task(evidence=Evidence.PAPER))
    draft = ReportDraft(kind=Report.Kind.PROGRESS, words="Đang làm.")

    lifecycle.report([work], draft, at=NOW, by=make_user())

    assert Report.objects.get().kind == Report.Kind.PROGRESS


def test_a_file_of_no_known_kind_is_refused_and_nothing_kept() -> None:
    work = make_assignment()
    program = Upload(name="may-tinh.exe", data=b"MZ\x90\x00")

    with pytest.raises(FileRefused):
        lifecycle.report([work], result(upload=program), at=NOW, by=make_user())

    work.refresh_from_db()
    assert (work.status, Report.objects.count()) == (Status.IN_PROGRESS, 0)


@pytest.mark.parametrize(
    ("arrived_on", "judged_at"),
    [
        pytest.param(None, NOW, id="sent through the system"),
        pytest.param(date(2026, 3, 4), at("2026-03-04", "23:59:59"), id="paper, the day before"),
        pytest.param(date(2026, 3, 5), NOW, id="paper, today"),
    ],
)
def test_paper_is_judged_by_the_day_it_came(arrived_on: date | None, judged_at: object) -> None:
    work = make_assignment(due_on="2026-03-04")

    lifecycle.report([work], result(arrived_on=arrived_on), at=NOW, by=make_user())

    work.refresh_from_db()
    assert work.submitted_at == judged_at


def test_a_page_left_open_does_not_take_a_step_twice() -> None:
    work = make_assignment(status=Status.SUBMITTED)
    seen_by_another = Assignment.objects.get(pk=work.pk)
    lifecycle.accept(work, at=NOW, by=make_user("mot"))

    with pytest.raises(StepRefused):
        lifecycle.send_back(seen_by_another, reason="Thiếu.", at=NOW, by=make_user("hai"))

    assert [event.verb for event in ledger.history(work)] == ["accept"]


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_take_one_step() -> None:
    work = make_assignment(status=Status.SUBMITTED)
    people = [make_user("mot"), make_user("hai")]
    refused: list[str] = []

    def press(by: User) -> None:
        try:
            lifecycle.accept(Assignment.objects.get(pk=work.pk), at=NOW, by=by)
        except StepRefused as refusal:
            refused.append(str(refusal))

    together(lambda: press(people[0]), lambda: press(people[1]))

    assert (len(refused), Event.objects.filter(verb="accept").count()) == (1, 1)
