"""A draft opened for one who may change it, what its pages send, and the way back to the bench."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from bodies.matching import Matcher
from bodies.models import Body
from bodies.requests import AuthedRequest
from directives.benching import Bench
from directives.forms import BaseTaskFormSet, TaskFormSet, initial_tasks
from directives.models import Item, Notice
from directives.permissions import refuse_edit


def draft_on_bench(request: AuthedRequest, pk: int) -> Notice:
    """The draft, for those who may change it; 404 for what one may not see, 403 for what is not theirs to edit."""
    visible = Notice.objects.visible_to(request.standing).select_related("office__committee")
    notice = get_object_or_404(visible, pk=pk)
    refuse_edit(request.standing, notice)
    return notice


def item_on_bench(request: AuthedRequest, pk: int, item_pk: int) -> Item:
    """An item of such a draft."""
    items = draft_on_bench(request, pk).items.select_related(
        "notice__office", "merged_into__notice"
    )
    return get_object_or_404(items, pk=item_pk)


def bench_as_seen(request: AuthedRequest, notice: Notice) -> Bench:
    return Bench(notice, by=request.user, printed=request.session.get("bench_printed", False))


def rows_of(chosen: Item, view: Bench) -> list[dict[str, Any]]:
    """The item's tasks as this clerk has them: half-typed, else confirmed, else proposed."""
    matcher = Matcher(view.notice.office, on=timezone.localdate())
    half = view.typed_by_me(chosen)
    return half.tasks if half else initial_tasks(chosen, matcher)


def typed_in(request: AuthedRequest, chosen: Item) -> BaseTaskFormSet:
    """The item's tasks as the page sent them."""
    matcher = Matcher(chosen.notice.office, on=timezone.localdate())
    return TaskFormSet(request.POST, prefix="task", form_kwargs={"matcher": matcher})


def seen_in(request: AuthedRequest) -> int:
    """The version of the item that the page showed; a version nobody has, when it says none.

    A page that was opened for another person, who has signed out since, says none either.
    """
    if request.POST.get("who", str(request.user.pk)) != str(request.user.pk):
        return -1
    return number_in(request.POST.get("seen", ""))


def number_in(sent: str) -> int:
    """A number that a page sends back; one that nothing bears, where it is none."""
    return int(sent) if sent.isascii() and sent.isdecimal() and len(sent) < 10 else -1


def bench_of(item: Item) -> str:
    return f"{reverse('bench', args=[item.notice_id])}?muc={item.pk}#muc-{item.pk}"


def to_item(chosen: Item) -> HttpResponse:
    """Back to the item, open."""
    return redirect(bench_of(chosen))


def names_for_list() -> list[str]:
    """The names a clerk may choose from."""
    return list(Body.objects.valid(on=timezone.localdate()).values_list("name", flat=True))
