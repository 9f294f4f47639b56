"""Tổng quan: what is late, since when, by whom and why, for the offices a person reads."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from assignments import figures
from assignments.clock import read
from assignments.models import Assignment
from bodies.requests import AuthedRequest

BODIES_SHOWN = 12
LATE_SHOWN = 10


@require_safe
def dashboard(request: AuthedRequest) -> HttpResponse:
    """The figures count what the person may see, so that each link opens exactly its rows."""
    if not request.standing.reads():
        raise PermissionDenied
    clock = read()
    rows = Assignment.objects.visible_to(request.standing)
    bodies = figures.by_body(rows, clock)
    owing = [row for row in bodies if row.counts.dated]
    context = {
        "clock": clock,
        "counts": figures.total(bodies),
        "bodies": owing[:BODIES_SHOWN],
        "bodies_left": len(owing) - len(owing[:BODIES_SHOWN]),
        "widest": max((row.counts.dated for row in owing), default=0),
        "late": figures.longest_overdue(rows, clock, limit=LATE_SHOWN),
        "weeks": figures.weeks_ahead(rows, clock),
    }
    return render(request, "assignments/dashboard.html", context)
