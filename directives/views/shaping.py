"""Tasks made more or fewer: an item's task split, its tasks gathered, two items merged and parted."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from bodies.requests import AuthedRequest
from directives import drafting, half_typed
from directives.benching import Bench
from directives.forms import as_typed, gathered, joined, without
from directives.models import Item
from directives.views.opening import (
    bench_as_seen,
    item_on_bench,
    rows_of,
    seen_in,
    to_item,
    typed_in,
)

# What a task split off does not share with the one before it.
OF_ONE = ("words", "due_on", "due_time", "deadline_words", "product", "was")


@require_POST
def reshape(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    """Split the item's task or gather its tasks into one, on the screen: confirmed it is later."""
    chosen = item_on_bench(request, pk, item_pk)
    rows = [row for row in typed_in(request, chosen).typed() if not row["DELETE"]]
    if rows:
        again = {**rows[-1], **dict.fromkeys(OF_ONE, "")}
        rows = [*rows, again] if request.POST.get("act") == "split" else [gathered(rows)]
        try:
            half_typed.keep(chosen, rows, seen=seen_in(request), at=timezone.now(), by=request.user)
        except drafting.DraftRefused as refusal:
            messages.warning(request, str(refusal))
    return to_item(chosen)


@require_POST
def merge(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    chosen = item_on_bench(request, pk, item_pk)
    view = bench_as_seen(request, chosen.notice)
    target = view.before(chosen)
    if target is None:
        messages.warning(request, "Không có mục nào đứng trước để gộp vào. Hãy xác nhận mục này.")
        return to_item(chosen)
    try:
        drafting.merge(
            chosen,
            into=target,
            joined=_joined(request, chosen, target, view),
            seen=seen_in(request),
            into_seen=target.version,
            at=timezone.now(),
            by=request.user,
        )
    except drafting.DraftRefused as refusal:
        messages.warning(request, str(refusal))
        return to_item(chosen)
    messages.success(request, "Đã gộp hai mục. Hãy xem lại nội dung rồi xác nhận.")
    return to_item(target)


@require_POST
def part(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    chosen = item_on_bench(request, pk, item_pk)
    view = bench_as_seen(request, chosen.notice)
    target = chosen.merged_into
    words = chosen.words(chosen.notice.text)
    left = as_typed(without(rows_of(target, view), words)) if target else []
    try:
        drafting.part(chosen, left=left, seen=seen_in(request), at=timezone.now(), by=request.user)
    except drafting.DraftRefused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, "Đã tách lại. Cả hai mục cần được rà soát lại.")
    return to_item(chosen)


def _joined(
    request: AuthedRequest, chosen: Item, target: Item, view: Bench
) -> list[dict[str, Any]]:
    """The tasks above with those on the screen; where none were sent, with the item's own."""
    more = typed_in(request, chosen).typed() or rows_of(chosen, view)
    return as_typed(joined(rows_of(target, view), more))
