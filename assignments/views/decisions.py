"""The rarer acts about an assignment: one door, since each asks for a reason and takes a step."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from assignments import clock, lifecycle
from assignments.forms import DECISIONS, decision_form
from assignments.permissions import may
from assignments.views import work
from bodies.requests import AuthedRequest

ACTS: dict[str, Callable[..., object]] = {
    "decline": lifecycle.decline,
    "hand_back": lifecycle.hand_back,
    "reassign": lifecycle.reassign,
    "pause": lifecycle.pause,
    "refer": lifecycle.refer,
    "resume": lifecycle.resume,
    "cancel": lifecycle.cancel,
    "reopen": lifecycle.reopen,
}


@require_POST
def decide(request: AuthedRequest, pk: int, verb: str) -> HttpResponse:
    """`verb` is given by the address."""
    row = work.row_for(request, pk, verb)
    today = clock.read().today
    form = decision_form(verb, row, request.standing, today=today, data=request.POST)
    if not form.is_valid() and may(verb, request.standing, row):
        return work.page(request, row, deciding=form)
    if not form.is_valid():  # its place on the page is gone too
        state = row.get_status_display()
        messages.warning(request, f"Nhiệm vụ đang ở trạng thái “{state}”; không còn việc này.")
        return redirect(row)

    def step(at: datetime) -> object:
        return ACTS[verb](row, **form.typed(), at=at, by=request.user)

    return work.take(request, row, step, said=DECISIONS[verb].said)
