"""The clerk's bench: the paper left, proposals right, one decision an item."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from bodies.matching import Matcher
from bodies.registry import add_body, counted
from bodies.requests import AuthedRequest
from directives import drafting, half_typed
from directives.benching import Bench
from directives.forms import BaseTaskFormSet, HeaderForm, TaskFormSet
from directives.models import Item, Notice
from directives.permissions import AlreadyIssued
from directives.units import Unit, units_of
from directives.views.opening import (
    bench_as_seen,
    draft_on_bench,
    item_on_bench,
    names_for_list,
    number_in,
    rows_of,
    seen_in,
    to_item,
    typed_in,
)

ORDERS = {"in": True, "kiem-tra": False}  # ?thu-tu=…: as printed, or doubtful items first


@require_http_methods(["GET"])
def bench(request: AuthedRequest, pk: int) -> HttpResponse:
    try:
        notice = draft_on_bench(request, pk)
    except AlreadyIssued as refusal:  # an old address, or Back after issue
        messages.warning(request, str(refusal))
        return redirect("notice", pk)
    order = request.GET.get("thu-tu")
    if order in ORDERS:
        request.session["bench_printed"] = ORDERS[order]
    view = bench_as_seen(request, notice)
    chosen = view.chosen(request.GET.get("muc"))
    return _page(request, view, chosen, _opened(chosen, view) if chosen else {})


@require_POST
def header(request: AuthedRequest, pk: int) -> HttpResponse:
    notice = draft_on_bench(request, pk)
    form = HeaderForm(request.POST, instance=notice)
    if form.is_valid():
        try:
            drafting.revise(
                Notice.objects.get(pk=pk),
                form.values(),
                seen=form.cleaned_data["seen"],
                at=timezone.now(),
                by=request.user,
            )
        except drafting.DraftRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Đã lưu thông tin văn bản.")
            return redirect("bench", pk)
    fresh = Notice.objects.get(pk=pk)
    return _page(request, bench_as_seen(request, fresh), None, {"header": form}, status=422)


@require_http_methods(["GET", "POST"])
def item(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    """Confirm the item. What is refused is kept as half-typed, and shown again with the reason."""
    chosen = item_on_bench(request, pk, item_pk)
    if request.method == "GET":
        return to_item(chosen)
    tasks = typed_in(request, chosen)
    refused = _confirm(request, chosen, tasks)
    if refused is None:
        return _next(request, chosen)
    offered = _keep_refused(request, chosen, tasks)
    view = bench_as_seen(request, chosen.notice)
    shown = _opened(chosen, view) if offered else {"tasks": tasks}
    return _page(request, view, chosen, {**shown, "refused": offered or refused}, status=422)


@require_POST
def set_aside(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    chosen = item_on_bench(request, pk, item_pk)
    try:
        drafting.set_aside(chosen, seen=seen_in(request), at=timezone.now(), by=request.user)
    except drafting.DraftRefused as refusal:
        messages.warning(request, str(refusal))
        return to_item(chosen)
    return _next(request, chosen)


@require_POST
def keep(request: AuthedRequest, pk: int, item_pk: int) -> JsonResponse:
    """What bench.js sends by itself while the clerk types. Answers with the time it was kept."""
    chosen = item_on_bench(request, pk, item_pk)
    try:
        kept = half_typed.keep(
            chosen,
            typed_in(request, chosen).typed(),
            seen=seen_in(request),
            at=timezone.now(),
            by=request.user,
        )
    except drafting.DraftRefused as refusal:
        return JsonResponse({"refused": str(refusal)}, status=409)
    return JsonResponse({"kept": f"{timezone.localtime(kept.saved_at):%H:%M}"})


@require_POST
def half(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    """Drop what was half-typed, or go on with what was typed before another's decision."""
    chosen = item_on_bench(request, pk, item_pk)
    try:
        if request.POST.get("act") == "take-up":
            half_typed.take_up(chosen, by=request.user)
        else:
            half_typed.drop(chosen, by=request.user)
    except drafting.DraftRefused as refusal:
        messages.warning(request, str(refusal))
    return to_item(chosen)


@require_POST
def see_remark(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    """Back to the remarks, with the item open that was open."""
    place = number_in(request.POST.get("cho", ""))
    try:
        drafting.see_remark(
            item_on_bench(request, pk, item_pk), place, at=timezone.now(), by=request.user
        )
    except drafting.DraftRefused as refusal:
        messages.warning(request, str(refusal))
    opened = urlencode({"muc": request.POST.get("muc", "")})
    return redirect(f"{reverse('bench', args=[pk])}?{opened}#xem-lai")


@require_POST
def tell_apart(request: AuthedRequest, pk: int) -> HttpResponse:
    """Back to the bench, with the item open that was open."""
    notice = draft_on_bench(request, pk)
    twin = number_in(request.POST.get("trung", ""))
    for other in Notice.objects.filter(office=notice.office, pk=twin):
        try:
            drafting.tell_apart(notice, other, at=timezone.now(), by=request.user)
        except drafting.DraftRefused as refusal:
            messages.warning(request, str(refusal))
    opened = urlencode({"muc": request.POST.get("muc", "")})
    return redirect(f"{reverse('bench', args=[pk])}?{opened}")


@require_POST
def discard(request: AuthedRequest, pk: int) -> HttpResponse:
    notice = draft_on_bench(request, pk)
    try:
        drafting.discard(notice, at=timezone.now(), by=request.user)
    except drafting.DraftRefused as refusal:
        messages.warning(request, str(refusal))
        return redirect("notice", pk)
    messages.success(request, "Đã bỏ dự thảo. Nhật ký còn ghi lại việc này.")
    return redirect("notices")


def _page(
    request: AuthedRequest,
    view: Bench,
    chosen: Item | None,
    more: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    context = {
        "notice": view.notice,
        "bench": view,
        "chosen": chosen,
        "header": HeaderForm(instance=view.notice),
        "next_doubt": view.doubt_after(chosen),
    }
    if chosen:
        unknown = more.get("unknown") or more["tasks"].unknown
        many = [name for name in unknown if counted(name)]
        context |= {
            "unknown": unknown,
            "many": many,
            "may_add": len(many) < len(unknown),
            "bodies": names_for_list(),
            "half": view.typed_by_me(chosen),
            "half_before": view.typed_before(chosen),
            "others": view.typed_by_others(chosen),
            "above": view.before(chosen),
            "timed_units": _timed_units(chosen),
        }
    return render(request, "directives/bench.html", context | more, status=status)


def _timed_units(chosen: Item) -> list[Unit]:
    """The units whose deadlines are proposed for the item above them."""
    if chosen.reviewed_at or chosen.proposed():
        return []
    return [unit for unit in units_of(chosen) if unit.deadlines]


def _opened(chosen: Item, view: Bench) -> dict[str, Any]:
    matcher = Matcher(view.notice.office, on=timezone.localdate())
    initial = rows_of(chosen, view)
    tasks = TaskFormSet(prefix="task", initial=initial, form_kwargs={"matcher": matcher})
    tasks.extra = 0
    names = [name for row in initial for _, name in (*row["leads"], *row["coordinating"])]
    unknown = [name for name in names if not matcher.match(name)]
    return {"tasks": tasks, "unknown": list(dict.fromkeys(unknown))}


@transaction.atomic
def _confirm(request: AuthedRequest, chosen: Item, tasks: BaseTaskFormSet) -> str | None:
    """Confirm the item's tasks; return the sentence that says why not, or None when it is done."""
    if not tasks.is_valid():
        return "Chưa lưu mục này. Hãy sửa các chỗ được đánh dấu rồi bấm Xác nhận."
    now, office = timezone.now(), chosen.notice.office
    if tasks.unknown and not request.POST.get("add_unknown"):
        names = ", ".join(f"“{name}”" for name in tasks.unknown)
        return (
            f"Chưa có trong danh mục đơn vị: {names}. Hãy chọn tên trong danh sách, hoặc bấm "
            "“Thêm tên mới và xác nhận”."
        )
    if many := next((name for name in tasks.unknown if counted(name)), ""):
        return (
            f"“{many}” là nhiều đơn vị, không thêm thành một đơn vị được. Hãy bấm “tạo nhóm” "
            "để ghi các thành viên, rồi xác nhận mục này."
        )
    for name in tasks.unknown:
        add_body(name, office=office, at=now, by=request.user)
    tasks.rematch(Matcher(office, on=timezone.localdate(now)))
    try:
        drafting.confirm(chosen, tasks.drafts(), seen=seen_in(request), at=now, by=request.user)
    except drafting.DraftRefused as refusal:
        transaction.set_rollback(True)  # the names added for it go too
        return str(refusal)
    return None


def _keep_refused(request: AuthedRequest, chosen: Item, tasks: BaseTaskFormSet) -> str:
    """Keep what could not be confirmed; where another has decided the item, say so and how to go on."""
    seen = seen_in(request)
    try:
        half_typed.keep(chosen, tasks.typed(), seen=seen, at=timezone.now(), by=request.user)
    except drafting.DraftRefused:
        return ""  # nowhere to keep it: the words stay on the page
    if Item.objects.get(pk=chosen.pk).version == seen:
        return ""
    return (
        "Người khác vừa rà soát mục này nên phần bạn gửi chưa được dùng. Dưới đây là nội dung "
        "mới và phần bạn đã sửa, để bạn chọn."
    )


def _next(request: AuthedRequest, done: Item) -> HttpResponse:
    """To the next item that waits for a decision; to the end of the bench when none does."""
    waiting = bench_as_seen(request, done.notice).waiting_after(done)
    if waiting:
        return to_item(waiting)
    return redirect(f"{reverse('bench', args=[done.notice_id])}?muc=xong#xong")
