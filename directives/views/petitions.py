"""The petitions of an item's task while the notice is drafted."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from bodies.matching import Matcher
from bodies.requests import AuthedRequest, taken
from directives import petitions
from directives.drafting import DraftRefused
from directives.forms.petitions import LineForm
from directives.models import Item, Petition
from directives.units import units_of
from directives.views.opening import item_on_bench, names_for_list

HELD = "nhiệm vụ của mục có thời hạn này."
LOOSE = (
    "nhiệm vụ của mục không có thời hạn này, chỉ còn trong lời kiến nghị. Cần nhắc việc theo thời hạn "
    "này thì ghi thêm vào nhiệm vụ của mục."
)


@require_http_methods(["GET", "POST"])
def lines(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    """The lines, each to be corrected; POST adds one more."""
    item = item_on_bench(request, pk, item_pk)
    form = LineForm(request.POST if request.method == "POST" else None, matcher=_matcher(item))
    if not form.is_valid():
        return _page(request, item, adding=form)
    line = form.line()
    return _done(
        request,
        item,
        lambda at: petitions.add(petitions.task_of(item), [line], at=at, by=request.user),
        said="Đã thêm kiến nghị.",
    )


@require_POST
def gather(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    """Ghi các ý (1) … (n) thành kiến nghị."""
    item = item_on_bench(request, pk, item_pk)
    count = len(units_of(item))
    done = taken(
        request,
        lambda: petitions.gather(
            item, petitions.lines_of(item, _matcher(item)), at=timezone.now(), by=request.user
        ),
        refused=DraftRefused,
        said=f"Đã ghi {count} ý thành kiến nghị. Hãy ghi người kiến nghị, xem lại đơn vị trả lời.",
    )
    for told in petitions.deadlines_of(item) if done else ():
        tell = messages.success if told.held else messages.warning
        tell(request, f"Ý {told.label} ghi thời hạn {told.words}: {HELD if told.held else LOOSE}")
    return redirect("petitions", item.notice_id, item.pk)


@require_POST
def revise(request: AuthedRequest, pk: int, item_pk: int, line_pk: int) -> HttpResponse:
    item = item_on_bench(request, pk, item_pk)
    petition = get_object_or_404(_lines(item), pk=line_pk)
    form = LineForm(request.POST, matcher=_matcher(item), petition=petition)
    if not form.is_valid():
        return _page(request, item, revising=form)
    line = form.line()
    return _done(
        request,
        item,
        lambda at: petitions.revise(petition, line, at=at, by=request.user),
        said=f"Đã lưu kiến nghị {petition.position}.",
    )


@require_POST
def remove(request: AuthedRequest, pk: int, item_pk: int, line_pk: int) -> HttpResponse:
    item = item_on_bench(request, pk, item_pk)
    petition = get_object_or_404(_lines(item), pk=line_pk)
    return _done(
        request,
        item,
        lambda at: petitions.remove(petition, at=at, by=request.user),
        said=f"Đã bỏ kiến nghị {petition.position}. Nhật ký còn ghi lại việc này.",
    )


def _done(
    request: AuthedRequest, item: Item, act: Callable[[datetime], object], *, said: str
) -> HttpResponse:
    taken(request, lambda: act(timezone.now()), refused=DraftRefused, said=said)
    return redirect("petitions", item.notice_id, item.pk)


def _page(
    request: AuthedRequest,
    item: Item,
    *,
    adding: LineForm | None = None,
    revising: LineForm | None = None,
) -> HttpResponse:
    matcher = _matcher(item)
    changed = revising.petition if revising else None
    rows = list(_lines(item))
    context = {
        "item": item,
        "notice": item.notice,
        "forms": [
            revising if revising and row == changed else LineForm(matcher=matcher, petition=row)
            for row in rows
        ],
        "adding": adding or LineForm(matcher=matcher),
        "units": units_of(item) if not rows else [],
        "deadlines": petitions.deadlines_of(item) if not rows else [],
        "has_task": item.tasks.exists(),
        "bodies": names_for_list(),
    }
    bad = any(form and form.is_bound for form in (adding, revising))
    return render(request, "directives/petitions.html", context, status=422 if bad else 200)


def _lines(item: Item) -> QuerySet[Petition]:
    return Petition.objects.filter(task__item=item).select_related("answered_by")


def _matcher(item: Item) -> Matcher:
    return Matcher(item.notice.office, on=timezone.localdate())
