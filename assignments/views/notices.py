"""A notice with its follow-up, and the acts that make it work or end it: trình ký, ban hành, thu hồi."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from assignments import clock, issuing, withdrawing
from assignments.forms import SupersedeForm, WithdrawForm
from assignments.models import Assignment
from assignments.models.assignments import AssignmentQuerySet
from assignments.permissions import DECIDERS, may_close, may_draft, may_issue, may_withdraw
from bodies import ledger
from bodies.requests import AuthedRequest, taken
from directives.forms import IssueForm
from directives.models import Notice, NoticeStatus, Task
from directives.permissions import may_edit

MOST_OPEN = 6  # bodies of one role under one task; more stand behind one line


@require_http_methods(["GET"])
def notice(request: AuthedRequest, pk: int) -> HttpResponse:
    found = _visible(request, pk)
    if found.editable and may_edit(request.standing, found) and "xem" not in request.GET:
        return redirect("bench", pk)
    return _page(request, found)


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
    taken(
        request,
        lambda: issuing.close(found, at=clock.read().now, by=request.user),
        refused=issuing.IssueRefused,
        said="Đã kết thúc theo dõi văn bản.",
    )
    return redirect(found)


@require_POST
def withdraw(request: AuthedRequest, pk: int) -> HttpResponse:
    found = _to_end(request, pk)
    form = WithdrawForm(request.POST)
    if not may_withdraw(request.standing, found):
        return _ended(request, found)
    if not form.is_valid():
        return _page(request, found, refused=form)
    reason = form.cleaned_data["reason"]
    return _end(
        request,
        found,
        lambda at: withdrawing.withdraw(found, reason=reason, at=at, by=request.user),
        said="Đã thu hồi văn bản",
    )


@require_POST
def supersede(request: AuthedRequest, pk: int) -> HttpResponse:
    found = _to_end(request, pk)
    form = SupersedeForm(request.POST, notice=found)
    if not may_withdraw(request.standing, found):
        return _ended(request, found)
    if not form.is_valid():
        return _page(request, found, refused=form)
    other, reason = form.cleaned_data["replaced_by"], form.cleaned_data["reason"]
    return _end(
        request,
        found,
        lambda at: withdrawing.supersede(
            found, replaced_by=other, reason=reason, at=at, by=request.user
        ),
        said=f"Đã ghi nhận {other} thay thế văn bản này",
    )


def _page(
    request: AuthedRequest,
    found: Notice,
    *,
    refused: WithdrawForm | SupersedeForm | None = None,
) -> HttpResponse:
    """The page of one notice, with the form that was refused, if one was."""
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
        "ends": _ends(found, refused) if may_withdraw(request.standing, found) else None,
        "links": _links(request, found),
    }
    status = 422 if refused else 200
    return render(request, "assignments/notice.html", context, status=status)


def _ends(
    found: Notice, refused: WithdrawForm | SupersedeForm | None
) -> dict[str, WithdrawForm | SupersedeForm]:
    """The forms that end a notice, the refused one with its errors."""
    forms: dict[str, WithdrawForm | SupersedeForm] = {
        "withdraw": WithdrawForm(),
        "supersede": SupersedeForm(notice=found),
    }
    if refused:
        forms[refused.verb] = refused
    return forms


def _to_end(request: AuthedRequest, pk: int) -> Notice:
    """The notice, for who may end it; that it has ended since is told, see `_ended`."""
    found = _visible(request, pk)
    if found.editable or not request.standing.is_at(found.office, *DECIDERS):
        raise PermissionDenied
    return found


def _ended(request: AuthedRequest, found: Notice) -> HttpResponse:
    messages.warning(request, f"Văn bản đang ở trạng thái “{found.get_status_display()}”.")
    return redirect(found)


def _end(
    request: AuthedRequest,
    found: Notice,
    step: Callable[[datetime], list[Assignment]],
    *,
    said: str,
) -> HttpResponse:
    try:
        gone = step(clock.read().now)
    except issuing.IssueRefused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(
            request, f"{said}: hủy giao {len(gone)} nhiệm vụ, các đơn vị sẽ nhận thư báo."
        )
    return redirect(found)


def _links(request: AuthedRequest, found: Notice) -> list[tuple[str, Notice, bool]]:
    """The notices this one replaces and is replaced by: words, notice, whether the person may open it."""
    pairs = [("Thay thế", found.supersedes)] if found.supersedes else []
    if found.status == NoticeStatus.SUPERSEDED:
        pairs += [("Thay thế bằng", other) for other in found.superseded_by.all()]
    seen = Notice.objects.visible_to(request.standing)
    return [(words, other, seen.filter(pk=other.pk).exists()) for words, other in pairs]


def _visible(request: AuthedRequest, pk: int) -> Notice:
    visible = Notice.objects.visible_to(request.standing).select_related("office", "specialist")
    return get_object_or_404(visible, pk=pk)


def _lines(found: Notice, visible: AssignmentQuerySet) -> list[dict[str, object]]:
    """The follow-up in printed order: each task with the assignments this person may see.

    `groups` are the same rows as the page shows them: [(rows, whether they stand behind one line)].
    """
    seen = visible.for_display().order_by("position")
    by_task: dict[int, list[Assignment]] = {}
    for row in seen.prefetch_related("reports"):
        by_task.setdefault(row.task_id, []).append(row)
    tasks = Task.objects.filter(notice=found).select_related("item")
    held = [(task, by_task.get(task.pk, [])) for task in tasks]
    return [
        {"task": task, "rows": rows, "groups": _groups(rows)}
        for task, rows in held
        if found.editable or rows
    ]


def _groups(rows: list[Assignment]) -> list[tuple[list[Assignment], bool]]:
    """Each row by itself; those of a role with many bodies together, where the first of them stands."""
    held = Counter(row.role for row in rows)
    together: dict[object, list[Assignment]] = {}
    for row in rows:
        together.setdefault(row.role if held[row.role] > MOST_OPEN else row.pk, []).append(row)
    return [(group, len(group) > 1) for group in together.values()]
