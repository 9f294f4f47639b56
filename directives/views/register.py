"""The register: papers one may read, newest first."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from bodies.folding import fold
from bodies.requests import AuthedRequest
from directives.models import Notice, NoticeStatus
from directives.permissions import enters_for

A_PAGE = 50


@require_http_methods(["GET"])
def notices(request: AuthedRequest) -> HttpResponse:
    if not request.standing.reads():  # a body reaches its notices from its tasks
        raise PermissionDenied
    found = Notice.objects.visible_to(request.standing).select_related("specialist")
    found = found.annotate(task_count=Count("tasks")).newest_first()
    query, status = request.GET.get("q", "").strip(), request.GET.get("trang-thai", "")
    if query:
        found = found.matching(fold(query))
    if status in NoticeStatus.values:
        found = found.filter(status=status)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    kept = request.GET.copy()
    kept.pop("page", None)
    context = {
        "page": page,
        "query": query,
        "status": status,
        "statuses": NoticeStatus.choices,
        "kept": kept.urlencode(),
        "may_enter": bool(enters_for(request.standing)),
    }
    return render(request, "directives/register.html", context)
