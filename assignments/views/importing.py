"""An old register comes in: its file, a preview of every row, one yes."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from assignments import importing
from assignments.importing import EXAMPLE, KINDS, ImportRefused, Layout, Outcome, Plan
from assignments.permissions import imports_for
from bodies.matching import Matcher
from bodies.models import Office
from bodies.requests import AuthedRequest
from directives import filing, naming
from directives.forms.columns import ColumnsForm
from directives.forms.sheets import NamesForm, SheetForm
from directives.models import StoredFile
from directives.sheets import TableRefused, blank_book, table_of
from directives.views.opening import names_for_list

A_PAGE = 200
MOST_SAID = 100
XLSX = filing.OFFICE_ZIPS[".xlsx"]
HEADS = tuple(words for kind, words in KINDS.items() if kind not in ("issuer", "number"))
ROW = (
    "05-TB/ĐU",
    "05/03/2025",
    "Kết luận của Thường trực Đảng ủy tại hội nghị giao ban tháng 3/2025",
    EXAMPLE,
    "Rà soát các điểm lấn chiếm vỉa hè, báo cáo Thường trực Đảng ủy",
    "UBND phường",
    "Công an phường; Ban Xây dựng Đảng",
    "Trước ngày 30/6/2025",
    "30/06/2025",
    "Hoàn thành",
    "Đã xử lý 12 điểm",
    "45/BC-UBND",
    "25/06/2025",
    "Dòng ví dụ này được bỏ qua khi nhập",
)
FILTERS = (
    (Outcome.WRONG, "cần sửa"),
    (Outcome.NEW, "tạo mới"),
    (Outcome.UPDATE, "cập nhật"),
    (Outcome.SAME, "không đổi"),
)


@require_http_methods(["GET"])
def template(request: AuthedRequest) -> HttpResponse:
    """The empty sheet with one row that shows how; the row is passed over when it comes back."""
    _office(request)
    headers = {"Content-Disposition": "attachment; filename=mau-so-theo-doi.xlsx"}
    data = blank_book("Sổ theo dõi", HEADS, [ROW])
    return HttpResponse(data, content_type=XLSX, headers=headers)


@require_http_methods(["GET", "POST"])
def upload(request: AuthedRequest) -> HttpResponse:
    """Take the file; it is kept once it is known to be a table without secrecy marks."""
    office = _office(request)
    given = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = SheetForm(*given)
    if form.is_valid():
        try:
            file = _kept(request, form)
        except filing.FileRefused as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("import-preview", file.pk)
    context = {"form": form, "office": office}
    return render(request, "assignments/import.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def preview(request: AuthedRequest, pk: int) -> HttpResponse:
    """What every row would do. Confirming speaks of the stored bytes, not of a second upload."""
    office = _office(request)
    mine = StoredFile.objects.filter(added_by=request.user, content_type=XLSX)
    page = _Page(request, office, get_object_or_404(mine, pk=pk))
    act = request.POST.get("act")
    if act == "ten":
        page.settle()
    if act == "nhap" and page.carry_out():
        return redirect("notices")
    return page.shown()


def _office(request: AuthedRequest) -> Office:
    offices = imports_for(request.standing)
    if not offices:
        raise PermissionDenied
    return offices[0]


@transaction.atomic
def _kept(request: AuthedRequest, form: SheetForm) -> StoredFile:
    """Store the bytes of what is known to be a table without secrecy marks."""
    upload = form.cleaned_data
    return filing.keep(upload["file"].name, upload["data"], at=timezone.now(), by=request.user)


class _Page:
    """The preview of one stored file against the register as it stands.

    Which column is what stands in the address, so that pages, filters and the yes keep to it.
    """

    def __init__(self, request: AuthedRequest, office: Office, file: StoredFile) -> None:
        self.request, self.office, self.file = request, office, file
        self.now = timezone.now()
        self.refused: list[str] = []
        try:
            self.table = table_of(file.name, filing.bytes_of(file))
        except (FileNotFoundError, TableRefused) as missing:
            raise Http404 from missing
        self.asked = {
            key: value
            for key, value in request.GET.dict().items()
            if value and key.startswith(("first_row", "column_"))
        }
        self.columns = self._columns_form(self.asked or None)
        told = self.columns if self.asked else self._columns_form(self.columns.found())
        self.layout = Layout(told.columns(), told.after()) if told.is_valid() else None
        self._look()
        self._ask_names(bound=request.POST.get("act") == "ten")

    def _columns_form(self, data: Mapping[str, Any] | None) -> ColumnsForm:
        return ColumnsForm(data, table=self.table, heads=importing.HEADS, kinds=KINDS)

    def _look(self) -> None:
        """Plan what the columns allow; where they do not, say which is not known."""
        self.plan, self.unknown = None, ""
        today = timezone.localdate(self.now)
        try:
            if self.layout:
                self.plan = importing.plan(
                    self.table, self.layout, file=self.file, office=self.office, today=today
                )
        except ImportRefused as missing:
            self.unknown = str(missing)

    def _ask_names(self, *, bound: bool) -> None:
        matcher = Matcher(self.office, on=timezone.localdate(self.now))
        names = self.plan.unmatched if self.plan else []
        self.names = NamesForm(self.request.POST if bound else None, names=names, matcher=matcher)

    def settle(self) -> None:
        """Learn what the person says of unknown names, and look again."""
        if not self.names.is_valid():
            return
        naming.settle(self.names.decided(), office=self.office, at=self.now, by=self.request.user)
        self._look()
        self._ask_names(bound=False)

    def carry_out(self) -> bool:
        """Do what was seen, all of it; say why not on the page."""
        if not self.layout:
            return False
        try:
            done = importing.carry_out(
                self.table,
                self.layout,
                file=self.file,
                office=self.office,
                seen=self.request.POST.get("seen", ""),
                at=self.now,
                by=self.request.user,
            )
        except ImportRefused as refusal:
            self.refused = refusal.problems[:MOST_SAID]
            return False
        new, changed = done.counts[Outcome.NEW], done.counts[Outcome.UPDATE]
        messages.success(
            self.request,
            f"Đã nhập sổ cũ: {done.notices} văn bản, {new} nhiệm vụ mới, {changed} nhiệm vụ được cập nhật.",
        )
        return True

    def shown(self) -> HttpResponse:
        context = {
            "file": self.file,
            "table": self.table,
            "columns": self.columns,
            "unknown": self.unknown,
            "asked": urlencode(self.asked),
            "refused": self.refused,
            "names": self.names,
            "bodies": names_for_list() if self.names.names else [],
            **(self._planned(self.plan) if self.plan else {}),
        }
        bad = self.refused or self.names.errors
        return render(
            self.request, "assignments/import_preview.html", context, status=422 if bad else 200
        )

    def _planned(self, plan: Plan) -> dict[str, Any]:
        asked = self.request.GET.get("loc", "")
        chosen = asked if asked in list(Outcome) else ""
        rows = [e for e in plan.entries if chosen in ("", e.outcome)]
        return {
            "plan": plan,
            "page": Paginator(rows, A_PAGE).get_page(self.request.GET.get("page")),
            "chosen": chosen,
            "kept": urlencode({**self.asked, **({"loc": chosen} if chosen else {})}),
            "filters": [(key, plan.counts[key], words) for key, words in FILTERS],
            "problems": plan.problems[:MOST_SAID],
            "more": max(0, len(plan.problems) - MOST_SAID),
        }
