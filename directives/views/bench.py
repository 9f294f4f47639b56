"""The clerk's bench: the paper left, proposals right, one decision an item."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from bodies.matching import Matcher
from bodies.models import Body
from bodies.registry import add_body
from bodies.requests import AuthedRequest
from directives import drafting
from directives.benching import Bench
from directives.forms import BaseTaskFormSet, HeaderForm, TaskFormSet, initial_tasks
from directives.models import Item, Notice
from directives.permissions import may_edit


@require_http_methods(["GET"])
def bench(request: AuthedRequest, pk: int) -> HttpResponse:
    notice = _draft(request, pk)
    view = Bench(notice)
    chosen = view.chosen(request.GET.get("muc"))
    context = {
        "notice": notice,
        "bench": view,
        "chosen": chosen,
        "header": HeaderForm(instance=notice),
    }
    if chosen:
        context |= _opened(chosen, notice)
    return render(request, "directives/bench.html", context)


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
    context = {"notice": fresh, "bench": Bench(fresh), "chosen": None, "header": form}
    return render(request, "directives/bench.html", context, status=422)


@require_http_methods(["GET", "POST"])
def item(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    notice = _draft(request, pk)
    chosen = get_object_or_404(notice.items.select_related("notice__office"), pk=item_pk)
    if request.method == "GET":
        return redirect(f"{reverse('bench', args=[pk])}?muc={item_pk}#muc-{item_pk}")
    matcher = Matcher(notice.office, on=timezone.localdate())
    tasks = TaskFormSet(request.POST, prefix="task", form_kwargs={"matcher": matcher})
    refused = _confirm(request, chosen, tasks)
    if refused is None:
        return _next(notice, chosen)
    context = {"notice": notice, "bench": Bench(notice), "chosen": chosen, "tasks": tasks}
    context |= {"refused": refused, "bodies": _names(), "header": HeaderForm(instance=notice)}
    return render(request, "directives/bench.html", context, status=422)


@require_POST
def set_aside(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    notice = _draft(request, pk)
    chosen = get_object_or_404(notice.items.select_related("notice__office"), pk=item_pk)
    try:
        drafting.set_aside(chosen, seen=_seen(request), at=timezone.now(), by=request.user)
    except drafting.DraftRefused as refusal:
        messages.warning(request, str(refusal))
        return redirect(f"{reverse('bench', args=[pk])}?muc={item_pk}#muc-{item_pk}")
    return _next(notice, chosen)


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


def _opened(chosen: Item, notice: Notice) -> dict[str, object]:
    matcher = Matcher(notice.office, on=timezone.localdate())
    initial = initial_tasks(chosen, matcher)
    tasks = TaskFormSet(prefix="task", initial=initial, form_kwargs={"matcher": matcher})
    tasks.extra = 0
    unknown = [
        n
        for task in initial
        for _, n in (*task["leads"], *task["coordinating"])
        if not matcher.match(n)
    ]
    return {"tasks": tasks, "bodies": _names(), "unknown": list(dict.fromkeys(unknown))}


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
    for name in tasks.unknown:
        add_body(name, office=office, at=now, by=request.user)
    tasks.rematch(Matcher(office, on=timezone.localdate(now)))
    try:
        drafting.confirm(chosen, tasks.drafts(), seen=_seen(request), at=now, by=request.user)
    except drafting.DraftRefused as refusal:
        return str(refusal)
    return None


def _seen(request: AuthedRequest) -> int:
    """The version of the item that the page showed; a version nobody has, when it says none."""
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isascii() and seen.isdecimal() else -1


def _next(notice: Notice, done: Item) -> HttpResponse:
    """To the next item that waits for a decision; to the end of the bench when none does."""
    bench_url = reverse("bench", args=[notice.pk])
    waiting = Bench(notice).waiting_after(done)
    return redirect(
        f"{bench_url}?muc={waiting.pk}#muc-{waiting.pk}"
        if waiting
        else f"{bench_url}?muc=xong#xong"
    )


def _names() -> list[str]:
    return list(Body.objects.valid(on=timezone.localdate()).values_list("name", flat=True))
