"""One assignment: what it is, what became of it, and the steps it may take now.

A row one may not see is 404, a step that is another's is 403; a step that comes too late (a
second click, two people at once) is a sentence on the page, and nothing happens.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_POST

from assignments import clock, lifecycle, story
from assignments.clock import Clock
from assignments.forms import (
    DECISIONS,
    AcceptForm,
    DecisionForm,
    ReportForm,
    SendBackForm,
    decision_form,
)
from assignments.lifecycle import StepRefused
from assignments.models import OPEN, Assignment, Report, Status, Timeliness
from assignments.models.assignments import AssignmentQuerySet
from assignments.permissions import WHO, may, may_report
from assignments.steps import STEPS
from bodies.requests import AuthedRequest, taken
from directives import filing
from directives.models import Notice
from directives.views.serving import stored

LARGEST_ID = 2**63 - 1


@require_http_methods(["GET", "HEAD"])
def assignment(request: AuthedRequest, pk: int) -> HttpResponse:
    return page(request, _visible(request, pk))


@require_POST
def receive(request: AuthedRequest, pk: int) -> HttpResponse:
    row = row_for(request, pk, "receive")
    return take(
        request,
        row,
        lambda at: lifecycle.receive(
            row, typed_for_body=not story.is_own(request.standing, row), at=at, by=request.user
        ),
        said="Đã tiếp nhận nhiệm vụ.",
    )


@require_POST
def accept(request: AuthedRequest, pk: int) -> HttpResponse:
    row = row_for(request, pk, "accept")
    form = AcceptForm(request.POST)
    if not form.is_valid():
        return page(request, row, accepting=form)
    note = form.cleaned_data["note"]
    return take(
        request,
        row,
        lambda at: lifecycle.accept(row, note=note, at=at, by=request.user),
        said="Đã xác nhận hoàn thành.",
    )


@require_POST
def send_back(request: AuthedRequest, pk: int) -> HttpResponse:
    row = row_for(request, pk, "send_back")
    form = SendBackForm(request.POST)
    if not form.is_valid():
        return page(request, row, returning=form)
    reason = form.cleaned_data["reason"]
    return take(
        request,
        row,
        lambda at: lifecycle.send_back(row, reason=reason, at=at, by=request.user),
        said="Đã yêu cầu đơn vị bổ sung.",
    )


@require_POST
def withdraw_submission(request: AuthedRequest, pk: int) -> HttpResponse:
    row = row_for(request, pk, "withdraw_submission")
    return take(
        request,
        row,
        lambda at: lifecycle.withdraw_submission(row, at=at, by=request.user),
        said="Đã rút báo cáo; nhiệm vụ trở lại “Đang thực hiện”.",
    )


@require_http_methods(["GET", "POST"])
def report(request: AuthedRequest, pk: int) -> HttpResponse:
    return _report(request, [_visible(request, pk)])


@require_http_methods(["GET", "POST"])
def report_many(request: AuthedRequest) -> HttpResponse:
    """One report that answers all assignments chosen as ?nv=1&nv=2."""
    chosen = set(request.GET.getlist("nv"))
    if not chosen:
        messages.warning(request, "Hãy đánh dấu ít nhất một nhiệm vụ để báo cáo chung.")
        return redirect("desk")
    if not all(pk.isascii() and pk.isdigit() and int(pk) <= LARGEST_ID for pk in chosen):
        raise Http404
    rows = list(_all_visible(request).filter(pk__in=chosen))
    if len(rows) != len(chosen):
        raise Http404
    if len({row.body_id for row in rows}) > 1:
        messages.warning(request, "Một báo cáo chỉ trả lời nhiệm vụ của một đơn vị. Hãy chọn lại.")
        return redirect("desk")
    return _report(request, rows)


@require_http_methods(["GET", "HEAD"])
def report_file(request: AuthedRequest, pk: int) -> HttpResponse:
    """The file of a report, for whoever may see an assignment that it answers."""
    answered = Assignment.objects.visible_to(request.standing).values("pk")
    visible = Report.objects.filter(assignments__in=answered, file__isnull=False)
    found = get_object_or_404(visible.select_related("file").distinct(), pk=pk)
    return stored(found.file)


def _all_visible(request: AuthedRequest) -> AssignmentQuerySet:
    people = ("received_by", "submitted_by", "completed_by", "task__notice__issued_by")
    rows = Assignment.objects.visible_to(request.standing).for_display()
    return rows.select_related(*people)


def _visible(request: AuthedRequest, pk: int) -> Assignment:
    return get_object_or_404(_all_visible(request), pk=pk)


def row_for(request: AuthedRequest, pk: int, verb: str) -> Assignment:
    """The row, for the person whose step `verb` is; whether it can still be taken, the verb says."""
    row = _visible(request, pk)
    # Taken back already, nobody is its submitter: the body's second click is no trespass.
    whose = "submit" if verb == "withdraw_submission" and not row.submitted_by_id else verb
    if not WHO[whose](request.standing, row):
        raise PermissionDenied
    return row


def take(
    request: AuthedRequest, row: Assignment, step: Callable[[datetime], object], *, said: str
) -> HttpResponse:
    """Take the step now, say so or why not, and go back to where the button was."""
    taken(request, lambda: step(clock.read().now), refused=StepRefused, said=said)
    if request.POST.get("ve") == "ban-lam-viec":
        return redirect(f"{reverse('desk')}#nv-{row.pk}")
    return redirect(row)


def page(
    request: AuthedRequest,
    row: Assignment,
    *,
    accepting: AcceptForm | None = None,
    returning: SendBackForm | None = None,
    deciding: DecisionForm | None = None,
) -> HttpResponse:
    """The page of one assignment, with the form that was refused, if one was."""
    standing, at = request.standing, clock.read()
    seen = Assignment.objects.visible_to(standing).filter(task=row.task_id)
    history = list(story.history(row))
    context = {
        "row": row,
        "clock": at,
        "around": story.around(row),
        "others": story.others(row, seen=seen),
        "acts": {verb: may(verb, standing, row) for verb in STEPS},
        "decisions": [
            deciding
            if deciding and deciding.verb == verb
            else decision_form(verb, row, standing, today=at.today)
            for verb in DECISIONS
            if may(verb, standing, row)
        ],
        "may_report": may_report(standing, row),
        "for_body": not story.is_own(standing, row),
        "waits": story.waits(standing, row),
        "history": history,
        "answer": next((told.report for told in history if told.verb == "submit"), None),
        "accepting": accepting or AcceptForm(),
        "returning": returning or SendBackForm(),
        "may_read": Notice.objects.visible_to(standing).filter(pk=row.task.notice_id).exists(),
    }
    status = 422 if accepting or returning or deciding else 200
    return render(request, "assignments/assignment.html", context, status=status)


def _report(request: AuthedRequest, rows: Sequence[Assignment]) -> HttpResponse:
    if not all(WHO["submit"](request.standing, row) for row in rows):
        raise PermissionDenied
    where = rows[0].get_absolute_url() if len(rows) == 1 else reverse("desk")
    kinds = _kinds(rows)
    if _sent_already(request, rows) or not kinds:
        messages.warning(request, _no_report(rows))
        return redirect(where)
    at = clock.read()
    form = _form(request, rows, kinds, at)
    if form.is_valid() and _sent(request, form, rows, at):
        messages.success(request, "Đã gửi báo cáo.")
        return redirect(where)
    context = {
        "form": form,
        "rows": rows,
        "clock": at,
        "for_body": form.for_body,
        "result_waits": Report.Kind.RESULT not in kinds,
    }
    return render(request, "assignments/report.html", context, status=422 if form.is_bound else 200)


def _form(
    request: AuthedRequest, rows: Sequence[Assignment], kinds: Sequence[Report.Kind], at: Clock
) -> ReportForm:
    given = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    late = any(row.timeliness(now=at.now, until=at.today) == Timeliness.OVERDUE for row in rows)
    asked = request.GET.get("loai")
    return ReportForm(
        *given,
        rows=rows,
        kinds=kinds,
        late=late,
        for_body=not story.is_own(request.standing, rows[0]),
        today=at.today,
        initial={"kind": asked if asked in kinds else kinds[0]},
    )


def _sent(request: AuthedRequest, form: ReportForm, rows: Sequence[Assignment], at: Clock) -> bool:
    """Send the report; a refusal goes to the form, and nothing was kept."""
    try:
        lifecycle.report(rows, form.draft(), at=at.now, by=request.user)
    except filing.FileRefused as refusal:
        form.add_error("file", str(refusal))
    except StepRefused as refusal:
        form.add_error(None, str(refusal))
    else:
        return True
    for row in rows:  # the verb may have begun on some before it refused another
        row.refresh_from_db()
    return False


def _kinds(rows: Sequence[Assignment]) -> list[Report.Kind]:
    """What may be reported on all of `rows` from where they stand."""
    kind = Report.Kind
    if not all(row.status in OPEN for row in rows):
        return []
    result = all(row.status in STEPS["submit"].starts for row in rows)
    return [*([kind.RESULT] if result else []), kind.PROGRESS, kind.EXPLANATION]


def _sent_already(request: AuthedRequest, rows: Sequence[Assignment]) -> bool:
    """The same result a second time: a double click, or a page gone back to."""
    again = request.POST.get("kind") == Report.Kind.RESULT
    mine = all(row.submitted_by_id == request.user.pk for row in rows)
    return again and mine and all(row.status == Status.SUBMITTED for row in rows)


def _no_report(rows: Sequence[Assignment]) -> str:
    if rows[0].status == Status.SUBMITTED and rows[0].submitted_at:
        moment = localtime(rows[0].submitted_at)
        return f"Báo cáo kết quả đã gửi lúc {moment:%H:%M %d/%m/%Y}; không gửi lần nữa."
    state = next(row for row in rows if row.status not in OPEN).get_status_display()
    return f"Nhiệm vụ đang ở trạng thái “{state}” nên không nhận thêm báo cáo."
