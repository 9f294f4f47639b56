"""The clerk's bench: the paper left, proposals right, one decision an item."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from bodies.matching import Matcher
from bodies.models import Body
from bodies.registry import add_body, counted
from bodies.requests import AuthedRequest
from directives import drafting, half_typed
from directives.benching import Bench
from directives.forms import (
    BaseTaskFormSet,
    HeaderForm,
    TaskFormSet,
    as_typed,
    gathered,
    initial_tasks,
    joined,
    without,
)
from directives.models import Item, Notice
from directives.permissions import may_edit

ORDERS = {"in": True, "kiem-tra": False}  # ?thu-tu=…: as printed, or doubtful items first


@require_http_methods(["GET"])
def bench(request: AuthedRequest, pk: int) -> HttpResponse:
    notice = _draft(request, pk)
    order = request.GET.get("thu-tu")
    if order in ORDERS:
        request.session["bench_printed"] = ORDERS[order]
    view = _bench(request, notice)
    chosen = view.chosen(request.GET.get("muc"))
    return _page(request, view, chosen, _opened(chosen, view) if chosen else {})


@require_POST
def header(request: AuthedRequest, pk: int) -> HttpResponse:
    notice = _draft(request, pk)
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
    return _page(request, _bench(request, fresh), None, {"header": form}, status=422)


@require_http_methods(["GET", "POST"])
def item(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    """Confirm the item. What is refused is kept as half-typed, and shown again with the reason."""
    chosen = _item(request, pk, item_pk)
    if request.method == "GET":
        return _to(chosen)
    tasks = _typed(request, chosen)
    refused = _confirm(request, chosen, tasks)
    if refused is None:
        return _next(request, chosen)
    offered = _keep_refused(request, chosen, tasks)
    view = _bench(request, chosen.notice)
    shown = _opened(chosen, view) if offered else {"tasks": tasks}
    return _page(request, view, chosen, {**shown, "refused": offered or refused}, status=422)


@require_POST
def set_aside(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    chosen = _item(request, pk, item_pk)
    try:
        drafting.set_aside(chosen, seen=_seen(request), at=timezone.now(), by=request.user)
    except drafting.DraftRefused as refusal:
        messages.warning(request, str(refusal))
        return _to(chosen)
    return _next(request, chosen)


@require_POST
def keep(request: AuthedRequest, pk: int, item_pk: int) -> JsonResponse:
    """What bench.js sends by itself while the clerk types. Answers with the time it was kept."""
    chosen = _item(request, pk, item_pk)
    try:
        kept = half_typed.keep(
            chosen,
            _typed(request, chosen).typed(),
            seen=_seen(request),
            at=timezone.now(),
            by=request.user,
        )
    except drafting.DraftRefused as refusal:
        return JsonResponse({"refused": str(refusal)}, status=409)
    return JsonResponse({"kept": f"{timezone.localtime(kept.saved_at):%H:%M}"})


@require_POST
def reshape(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    """Split the item's task or gather its tasks into one, on the screen: confirmed it is later."""
    chosen = _item(request, pk, item_pk)
    rows = [row for row in _typed(request, chosen).typed() if not row["DELETE"]]
    if rows:
        again = {**rows[-1], "words": "", "due_on": "", "due_time": "", "deadline_words": ""}
        rows = [*rows, again] if request.POST.get("act") == "split" else [gathered(rows)]
        try:
            half_typed.keep(chosen, rows, seen=_seen(request), at=timezone.now(), by=request.user)
        except drafting.DraftRefused as refusal:
            messages.warning(request, str(refusal))
    return _to(chosen)


@require_POST
def half(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    """Drop what was half-typed, or go on with what was typed before another's decision."""
    chosen = _item(request, pk, item_pk)
    try:
        if request.POST.get("act") == "take-up":
            half_typed.take_up(chosen, by=request.user)
        else:
            half_typed.drop(chosen, by=request.user)
    except drafting.DraftRefused as refusal:
        messages.warning(request, str(refusal))
    return _to(chosen)


@require_POST
def merge(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    chosen = _item(request, pk, item_pk)
    view = _bench(request, chosen.notice)
    target = view.before(chosen)
    if target is None:
        messages.warning(request, "Không có mục nào đứng trước để gộp vào. Hãy xác nhận mục này.")
        return _to(chosen)
    try:
        drafting.merge(
            chosen,
            into=target,
            joined=_joined(request, chosen, target, view),
            seen=_seen(request),
            into_seen=target.version,
            at=timezone.now(),
            by=request.user,
        )
    except drafting.DraftRefused as refusal:
        messages.warning(request, str(refusal))
        return _to(chosen)
    messages.success(request, "Đã gộp hai mục. Hãy xem lại nội dung rồi xác nhận.")
    return _to(target)


@require_POST
def part(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    chosen = _item(request, pk, item_pk)
    view = _bench(request, chosen.notice)
    target = chosen.merged_into
    words = chosen.words(chosen.notice.text)
    left = as_typed(without(_rows(target, view), words)) if target else []
    try:
        drafting.part(chosen, left=left, seen=_seen(request), at=timezone.now(), by=request.user)
    except drafting.DraftRefused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, "Đã tách lại. Cả hai mục cần được rà soát lại.")
    return _to(chosen)


@require_POST
def see_remark(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    """Back to the remarks, with the item open that was open."""
    place = _number(request.POST.get("cho", ""))
    try:
        drafting.see_remark(_item(request, pk, item_pk), place, at=timezone.now(), by=request.user)
    except drafting.DraftRefused as refusal:
        messages.warning(request, str(refusal))
    opened = urlencode({"muc": request.POST.get("muc", "")})
    return redirect(f"{reverse('bench', args=[pk])}?{opened}#xem-lai")


@require_POST
def discard(request: AuthedRequest, pk: int) -> HttpResponse:
    notice = _draft(request, pk)
    try:
        drafting.discard(notice, at=timezone.now(), by=request.user)
    except drafting.DraftRefused as refusal:
        messages.warning(request, str(refusal))
        return redirect("notice", pk)
    messages.success(request, "Đã bỏ dự thảo. Nhật ký còn ghi lại việc này.")
    return redirect("notices")


def _draft(request: AuthedRequest, pk: int) -> Notice:
    """The draft, for those who may change it; 404 for what one may not see, 403 for what is not theirs to edit."""
    visible = Notice.objects.visible_to(request.standing).select_related("office__committee")
    notice = get_object_or_404(visible, pk=pk)
    if not may_edit(request.standing, notice):
        raise PermissionDenied
    return notice


def _item(request: AuthedRequest, pk: int, item_pk: int) -> Item:
    items = _draft(request, pk).items.select_related("notice__office", "merged_into__notice")
    return get_object_or_404(items, pk=item_pk)


def _bench(request: AuthedRequest, notice: Notice) -> Bench:
    return Bench(notice, by=request.user, printed=request.session.get("bench_printed", False))


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
        context |= {
            "bodies": _names(),
            "half": view.typed_by_me(chosen),
            "half_before": view.typed_before(chosen),
            "others": view.typed_by_others(chosen),
            "above": view.before(chosen),
        }
    return render(request, "directives/bench.html", context | more, status=status)


def _rows(chosen: Item, view: Bench) -> list[dict[str, Any]]:
    """The item's tasks as this clerk has them: half-typed, else confirmed, else proposed."""
    matcher = Matcher(view.notice.office, on=timezone.localdate())
    half = view.typed_by_me(chosen)
    return half.tasks if half else initial_tasks(chosen, matcher)


def _joined(
    request: AuthedRequest, chosen: Item, target: Item, view: Bench
) -> list[dict[str, Any]]:
    """The tasks above with those on the screen; where none were sent, with the item's own."""
    more = _typed(request, chosen).typed() or _rows(chosen, view)
    return as_typed(joined(_rows(target, view), more))


def _opened(chosen: Item, view: Bench) -> dict[str, Any]:
    matcher = Matcher(view.notice.office, on=timezone.localdate())
    initial = _rows(chosen, view)
    tasks = TaskFormSet(prefix="task", initial=initial, form_kwargs={"matcher": matcher})
    tasks.extra = 0
    names = [name for row in initial for _, name in (*row["leads"], *row["coordinating"])]
    unknown = [name for name in names if not matcher.match(name)]
    return {"tasks": tasks, "unknown": list(dict.fromkeys(unknown))}


def _typed(request: AuthedRequest, chosen: Item) -> BaseTaskFormSet:
    matcher = Matcher(chosen.notice.office, on=timezone.localdate())
    return TaskFormSet(request.POST, prefix="task", form_kwargs={"matcher": matcher})


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
        drafting.confirm(chosen, tasks.drafts(), seen=_seen(request), at=now, by=request.user)
    except drafting.DraftRefused as refusal:
        transaction.set_rollback(True)  # the names added for it go too
        return str(refusal)
    return None


def _keep_refused(request: AuthedRequest, chosen: Item, tasks: BaseTaskFormSet) -> str:
    """Keep what could not be confirmed; where another has decided the item, say so and how to go on."""
    seen = _seen(request)
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


def _seen(request: AuthedRequest) -> int:
    """The version of the item that the page showed; a version nobody has, when it says none.

    A page that was opened for another person, who has signed out since, says none either.
    """
    if request.POST.get("who", str(request.user.pk)) != str(request.user.pk):
        return -1
    return _number(request.POST.get("seen", ""))


def _number(sent: str) -> int:
    """A number that a page sends back; one that nothing bears, where it is none."""
    return int(sent) if sent.isascii() and sent.isdecimal() and len(sent) < 10 else -1


def _to(chosen: Item) -> HttpResponse:
    """Back to the item, open."""
    url = reverse("bench", args=[chosen.notice_id])
    return redirect(f"{url}?muc={chosen.pk}#muc-{chosen.pk}")


def _next(request: AuthedRequest, done: Item) -> HttpResponse:
    """To the next item that waits for a decision; to the end of the bench when none does."""
    waiting = _bench(request, done.notice).waiting_after(done)
    if waiting:
        return _to(waiting)
    return redirect(f"{reverse('bench', args=[done.notice_id])}?muc=xong#xong")


def _names() -> list[str]:
    return list(Body.objects.valid(on=timezone.localdate()).values_list("name", flat=True))
