"""Nhắc việc: the ledger of messages and of each attempt to send them."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from assignments.models import Delivery, Message
from bodies.requests import AuthedRequest

PAGE = 50


@require_safe
def ledger(request: AuthedRequest) -> HttpResponse:
    pages = Paginator(_visible(request), PAGE)
    page = pages.get_page(request.GET.get("page"))
    return render(request, "reminders/ledger.html", {"page": page, "count": pages.count})


@require_safe
def message(request: AuthedRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(_visible(request), pk=pk)
    offices = request.standing.reads()
    lines = found.reminders.select_related("assignment__task__item", "assignment__task__notice")
    context = {
        "sent": found,
        "lines": lines.filter(assignment__office__in=offices),
        # A person may answer to several offices; each reads its own lines only.
        "whole": not lines.exclude(assignment__office__in=offices).exists(),
    }
    return render(request, "reminders/message.html", context)


def _visible(request: AuthedRequest) -> QuerySet[Message]:
    """The messages of the person's offices, newest first, as the pages show them."""
    offices = request.standing.reads()
    if not offices:
        raise PermissionDenied
    said = Q(reminders__dropped_at=None, reminders__assignment__office__in=offices)
    return (
        Message.objects.visible_to(request.standing)
        .select_related("person", "body", "notice")
        .prefetch_related(Prefetch("deliveries", Delivery.objects.order_by("-attempted_at", "-pk")))
        .annotate(lines=Count("reminders", filter=said))
        .order_by("-made_at", "-pk")
    )
