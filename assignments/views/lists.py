"""Nhiệm vụ: the assignments one may see, narrowed by the query string."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from assignments import clock
from assignments.filters import AssignmentFilter
from bodies.requests import AuthedRequest

A_PAGE = 50
MANY = 500  # rows after which the page advises to narrow down


@require_http_methods(["GET", "HEAD"])
def assignments(request: AuthedRequest) -> HttpResponse:
    at = clock.read()
    found = AssignmentFilter(request, at)
    page = Paginator(found.qs.for_display(), A_PAGE).get_page(request.GET.get("page"))
    sort = request.GET.get("xep", "")
    context = {
        "clock": at,
        "filter": found,
        "chips": list(found.chips()),
        "unread": bool(found.errors),
        "page": page,
        "many": page.paginator.count > MANY,
        "kept": found.query(),
        "sort": sort,
        "by_due": found.query(xep="-han" if sort == "han" else "han"),
        "by_body": found.query(xep="don-vi"),
    }
    return render(request, "assignments/list.html", context)
