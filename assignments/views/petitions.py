"""The petitions under an assignment's task: each with its answer, or the form to write one."""

from collections.abc import Callable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_http_methods, require_POST

from assignments import answering, clock, story
from assignments.answering import AnswerRefused
from assignments.models import Assignment
from assignments.permissions import may_answer
from bodies.requests import AuthedRequest, taken
from directives.forms.petitions import AnswerForm
from directives.models import Petition


@require_http_methods(["GET"])
def lines(request: AuthedRequest, pk: int) -> HttpResponse:
    return _page(request, _visible(request, pk))


@require_POST
def answer(request: AuthedRequest, pk: int, line_pk: int) -> HttpResponse:
    row = _visible(request, pk)
    petition = _line(request, row, line_pk)
    at = clock.read()
    form = AnswerForm(
        request.POST, petition=petition, issued_on=row.task.notice.issued_on, today=at.today
    )
    if not form.is_valid():
        return _page(request, row, refused=form)
    return _written(
        request,
        row,
        petition,
        lambda: answering.answer(
            petition,
            row,
            number=form.cleaned_data["number"],
            answered_on=form.cleaned_data["answered_on"],
            typed_for_body=not story.is_own(request.standing, row),
            seen=_seen(request),
            at=at.now,
            by=request.user,
        ),
        said="Đã ghi trả lời",
    )


@require_POST
def take_back(request: AuthedRequest, pk: int, line_pk: int) -> HttpResponse:
    row = _visible(request, pk)
    petition = _line(request, row, line_pk)
    return _written(
        request,
        row,
        petition,
        lambda: answering.take_back(
            petition, row, seen=_seen(request), at=clock.read().now, by=request.user
        ),
        said="Đã bỏ trả lời",
    )


def _visible(request: AuthedRequest, pk: int) -> Assignment:
    rows = Assignment.objects.visible_to(request.standing).for_display()
    return get_object_or_404(rows, pk=pk)


def _line(request: AuthedRequest, row: Assignment, line_pk: int) -> Petition:
    petition = get_object_or_404(Petition.objects.filter(task=row.task_id), pk=line_pk)
    if not may_answer(request.standing, row, petition):
        raise PermissionDenied
    return petition


def _seen(request: AuthedRequest) -> datetime | None:
    """The moment of the answer that the page showed; None for none, and for what is no moment."""
    try:
        return parse_datetime(request.POST.get("seen", ""))
    except ValueError:
        return None


def _written(
    request: AuthedRequest,
    row: Assignment,
    petition: Petition,
    act: Callable[[], None],
    *,
    said: str,
) -> HttpResponse:
    taken(request, act, refused=AnswerRefused, said=f"{said} kiến nghị {petition.position}.")
    return redirect("answers", row.pk)


def _page(
    request: AuthedRequest, row: Assignment, *, refused: AnswerForm | None = None
) -> HttpResponse:
    found = Petition.objects.filter(task=row.task_id).select_related("answered_by", "done_by")
    shown = list(found)
    if not shown:
        raise Http404
    issued_on, today = row.task.notice.issued_on, clock.read().today
    forms = [
        refused
        if refused and refused.petition == line
        else AnswerForm(petition=line, issued_on=issued_on, today=today)
        for line in shown
    ]
    context = {
        "row": row,
        "lines": [
            (line, form if may_answer(request.standing, row, line) else None)
            for line, form in zip(shown, forms, strict=True)
        ],
        "answered": sum(line.done_at is not None for line in shown),
        "for_body": not story.is_own(request.standing, row),
    }
    status = 422 if refused else 200
    return render(request, "assignments/petitions.html", context, status=status)
