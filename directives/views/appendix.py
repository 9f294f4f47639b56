"""Rows of an appendix → tasks or petitions of an item: asked, shown, confirmed."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from bodies.matching import Matcher
from bodies.requests import AuthedRequest
from directives import appendices, naming
from directives.appendices import Choices, Plan
from directives.drafting import DraftRefused
from directives.forms.columns import ChoicesForm
from directives.forms.inheriting import own_of
from directives.forms.sheets import NamesForm, TableForm
from directives.models import Item
from directives.views.opening import bench_of, item_on_bench, names_for_list


@require_http_methods(["GET", "POST"])
def appendix(request: AuthedRequest, pk: int, item_pk: int) -> HttpResponse:
    item = item_on_bench(request, pk, item_pk)
    makes = "petition" if request.GET.get("loai") == "kien-nghi" else "task"
    form = (
        TableForm(request.POST, request.FILES)
        if request.method == "POST"
        else TableForm(initial={"makes": makes})
    )
    if not form.is_valid():
        half = makes == "task" and appendices.half_typed_by(item, request.user)
        said = appendices.HALF_TYPED if half else ""
        context = {"item": item, "notice": item.notice, "form": form, "half_typed": said}
        status = 422 if form.is_bound else 200
        return render(request, "directives/appendix.html", context, status=status)
    page = _Page(request, item, form)
    if request.POST.get("act") == "ten":
        page.settle()
    if request.POST.get("act") == "luu" and page.save():
        return redirect(bench_of(item))
    return page.shown()


class _Page:
    """The preview: the table, its columns, its rows, and what is wrong with them."""

    def __init__(self, request: AuthedRequest, item: Item, form: TableForm) -> None:
        self.request, self.item, self.form = request, item, form
        self.now = timezone.now()
        self.refused = ""
        self.table = form.cleaned_data["table"]
        self.own = own_of(item, self._matcher())
        self.choices = self._choices(request.POST if "first_row" in request.POST else None)
        self._look()
        self.names = self._names_form(bound=request.POST.get("act") == "ten")

    def _choices(self, data: Mapping[str, Any] | None) -> ChoicesForm:
        petitions = self.form.cleaned_data["makes"] == "petition"
        return ChoicesForm(data, table=self.table, petitions=petitions, own=self.own)

    def _matcher(self) -> Matcher:
        return Matcher(self.item.notice.office, on=timezone.localdate(self.now))

    def _look(self) -> None:
        self.matcher = self._matcher()
        chosen = self._chosen()
        self.plan = (
            appendices.plan(
                self.item,
                self.table,
                chosen,
                matcher=self.matcher,
                today=timezone.localdate(self.now),
            )
            if chosen
            else Plan((), ())
        )

    def _chosen(self) -> Choices | None:
        """What the clerk chose, or the heads tell; None while no column holds the words."""
        if not self.choices.is_bound:
            found = self._choices(self.choices.found())
            return found.choices() if found.is_valid() else None
        return self.choices.choices() if self.choices.is_valid() else None

    def _names_form(self, *, bound: bool) -> NamesForm:
        data = self.request.POST if bound else None
        return NamesForm(data, names=self.unknown(), matcher=self.matcher)

    def unknown(self) -> list[str]:
        return self.plan.unmatched

    def settle(self) -> None:
        """Learn what the clerk says of unknown names, and look at the table again."""
        if not self.names.is_valid():
            return
        office = self.item.notice.office
        naming.settle(self.names.decided(), office=office, at=self.now, by=self.request.user)
        self._look()
        self.names = self._names_form(bound=False)

    def save(self) -> bool:
        """Add the rows; say why not on the page."""
        chosen = self._chosen()
        if chosen is None:
            return False
        seen = self.request.POST.get("seen", "")
        try:
            said = self._add(chosen, int(seen) if seen.isascii() and seen.isdecimal() else -1)
        except DraftRefused as refusal:
            self.refused = str(refusal)
            return False
        messages.success(self.request, said)
        return True

    def _add(self, chosen: Choices, seen: int) -> str:
        known = (
            f" {len(self.plan.known)} dòng đã có, không thêm lần nữa." if self.plan.known else ""
        )
        if chosen.petitions:
            lines = appendices.add_petitions(
                self.item, self.plan, chosen, at=self.now, by=self.request.user
            )
            return f"Đã thêm {len(lines)} kiến nghị từ bảng.{known}"
        tasks = appendices.add(
            self.item, self.plan, chosen, seen=seen, at=self.now, by=self.request.user
        )
        return f"Đã thêm {len(tasks)} nhiệm vụ từ phụ lục.{known}"

    def shown(self) -> HttpResponse:
        context = {
            "item": self.item,
            "notice": self.item.notice,
            "form": self.form,
            "text": self.form.cleaned_data["text"],
            "choices": self.choices,
            "plan": self.plan,
            "names": self.names,
            "refused": self.refused,
            "bodies": names_for_list(),
        }
        bad = self.refused or self.choices.errors or self.names.errors
        status = 422 if bad else 200
        return render(self.request, "directives/appendix_preview.html", context, status=status)
