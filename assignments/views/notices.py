"""A notice with its follow-up, and the acts that make it work: trình ký, ban hành."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from assignments import clock, issuing
from assignments.models import Assignment
from assignments.models.assignments import AssignmentQuerySet
from assignments.permissions import may_close, may_draft, may_issue
from bodies import ledger
from bodies.requests import AuthedRequest
from directives.forms import IssueForm
from directives.models import Notice, Task
from directives.permissions import may_edit


@require_http_methods(["GET"])
def notice(request: AuthedRequest, pk: int) -> HttpResponse:
    found = _visible(request, pk)
    if found.editable and may_edit(request.standing, found) and "xem" not in request.GET:
        return redirect("bench", pk)
    at = clock.read()
    rows = Assignment.objects.visible_to(request.standing).filter(task__notice=found)
    context = {
        "notice": found,
        "clock": at,
        "lines": _lines(found, rows),
        "whole": rows.counted().count(),
        "done": rows.completed().count(),
        "overdue": rows.overdue(now=at.now).count(),
        "history": ledger.history(found),
        "may_issue": may_issue(request.standing, found),
        "may_edit": may_edit(request.standing, found),
        "may_close": may_close(request.standing, found),
        "may_file": may_draft(request.standing, found.office) and not found.editable,
    }
    return render(request, "assignments/notice.html", context)


@require_POST
def put_up(request: AuthedRequest, pk: int) -> HttpResponse:
    found = _visible(request, pk)
    if not may_edit(request.standing, found):
        raise PermissionDenied
    try:
        issuing.put_up(found, at=clock.read().now, by=request.user)
    except issuing.IssueRefused as refusal:
        for problem in refusal.problems:
            messages.warning(request, problem)
        return redirect("bench", pk)
    messages.success(request, "Đã trình ký. Khi có chữ ký và số, văn thư ghi số, ngày để ban hành.")
    return redirect(f"{found.get_absolute_url()}?xem=1")


@require_http_methods(["GET", "POST"])
def issue(request: AuthedRequest, pk: int) -> HttpResponse:
    found = _visible(request, pk)
    if not may_issue(request.standing, found):
        raise PermissionDenied
    at = clock.read()
    form = IssueForm(
        request.POST if request.method == "POST" else None, notice=found, today=at.today
    )
    refused: list[str] = []
    if form.is_valid():
        try:
            made = issuing.issue(
                found,
                number=form.cleaned_data["number"],
                issued_on=form.cleaned_data["issued_on"],
                at=at.now,
                by=request.user,
            )
        except issuing.IssueRefused as refusal:
            refused = refusal.problems
        else:
            messages.success(request, f"Đã ban hành {found}: giao {len(made)} nhiệm vụ.")
            return redirect(found)
    found = _visible(request, pk)
    context = {
        "notice": found,
        "form": form,
        "refused": refused,
        "problems": issuing.problems(found),
    }
    return render(request, "assignments/issue.html", context, status=422 if form.is_bound else 200)


@require_POST
def close(request: AuthedRequest, pk: int) -> HttpResponse:
    found = _visible(request, pk)
    if not may_close(request.standing, found):
        raise PermissionDenied
    try:
        issuing.close(found, at=clock.read().now, by=request.user)
    except issuing.IssueRefused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, "Đã kết thúc theo dõi văn bản.")
    return redirect(found)


def _visible(request: AuthedRequest, pk: int) -> Notice:
    visible = Notice.objects.visible_to(request.standing).select_related("office", "specialist")
    return get_object_or_404(visible, pk=pk)


def _lines(found: Notice, rows: AssignmentQuerySet) -> list[dict[str, object]]:
    """The follow-up in printed order: each task with the assignments this person may see."""
    seen = rows.for_display().order_by("position")
    by_task: dict[int, list[Assignment]] = {}
    for row in seen.prefetch_related("reports"):
        by_task.setdefault(row.task_id, []).append(row)
    tasks = Task.objects.filter(notice=found).select_related("item")
    return [
        {"task": task, "rows": by_task.get(task.pk, [])}
        for task in tasks
        if found.editable or task.pk in by_task
    ]
