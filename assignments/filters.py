"""The list of work, narrowed by the query string.

`tinh-trang` takes the words of figures.select and two of its own (`running`, `not_received`): a
figure and the rows its link opens are counted by the same words. A value that cannot be read
shows nothing rather than everything.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Case, F, Q, QuerySet, When
from django.db.models.expressions import OrderBy
from django_filters import (  # type: ignore[import-untyped]
    CharFilter,
    ChoiceFilter,
    DateFilter,
    FilterSet,
    ModelChoiceFilter,
)

from assignments import figures
from assignments.clock import Clock
from assignments.models import OPEN, Assignment, Status
from assignments.models.assignments import AssignmentQuerySet
from bodies.folding import fold
from bodies.models import Body
from bodies.requests import AuthedRequest
from directives.models import AssignmentRole, Notice

UNRECEIVED_DAYS = 2  # working days a body may take to say that it has its task

TIMELINESS = (
    ("running", "Đang phải thực hiện"),
    ("overdue", "Quá hạn"),
    ("due_soon", "Sắp đến hạn"),
    ("on_track", "Trong hạn"),
    ("none", "Thường xuyên, không thời hạn"),
    ("not_received", f"Chưa tiếp nhận sau {UNRECEIVED_DAYS} ngày làm việc"),
    ("submitted", "Chờ xác nhận"),
    ("bounced", "Chờ quyết định: đề nghị chuyển đơn vị"),
    ("completed", "Đã hoàn thành"),
    ("done_on_time", "Hoàn thành đúng hạn"),
    ("done_late", "Hoàn thành quá hạn"),
    ("late_open", "Chưa hoàn thành, quá hạn ban đầu"),
    ("aside", "Tạm dừng, đã báo cáo cấp trên"),
    ("watched", "Chỉ theo dõi"),
)
OVER = Case(When(status__in=OPEN, then=0), default=1)
NEAREST = F("due_on").asc(nulls_last=True)
SORTS: Mapping[str, tuple[str, tuple[Case | OrderBy | str, ...]]] = {
    "": ("Việc chưa xong trước", (OVER, NEAREST, "due_time", "pk")),
    "han": ("Thời hạn gần trước", (NEAREST, "due_time", "pk")),
    "-han": ("Thời hạn xa trước", (F("due_on").desc(nulls_last=True), "pk")),
    "don-vi": ("Tên đơn vị", ("body__folded", OVER, NEAREST, "pk")),
    "-giao": ("Mới giao trước", ("-sent_at", "pk")),
}
# The names the query string uses: Vietnamese without accents, as in addresses.
NAMES = {
    "timeliness": "tinh-trang",
    "status": "trang-thai",
    "body": "don-vi",
    "notice": "van-ban",
    "role": "vai-tro",
    "due_from": "tu",
    "due_until": "den",
    "sort": "xep",
}


def select(rows: AssignmentQuerySet, word: str, clock: Clock) -> AssignmentQuerySet:
    """Return the rows of a word of `tinh-trang`."""
    if word == "running":
        return rows.running()
    if word == "not_received":
        return not_received(rows, clock)
    return figures.select(rows, word, clock)


def not_received(rows: AssignmentQuerySet, clock: Clock) -> AssignmentQuerySet:
    """Sent, and more working days gone by than a body may take; the day of sending is not counted.

    Work handed back to a body that declined it is sent anew on that day.
    """
    since = clock.calendar.shift(clock.today, -UNRECEIVED_DAYS)
    return rows.running().filter(status=Status.SENT, status_since__date__lt=since)


def matching(rows: AssignmentQuerySet, words: str) -> AssignmentQuerySet:
    """Whose task (its words or reference) or body holds the words, accents and case aside."""
    folded = fold(words)
    return rows.filter(Q(task__folded__contains=folded) | Q(body__folded__contains=folded))


@dataclass(frozen=True, slots=True)
class Chip:
    """A condition that is set, in words, and the query string without it."""

    words: str
    without: str


def _bodies(request: AuthedRequest) -> QuerySet[Body]:
    standing = request.standing
    return Body.objects.all() if standing.reads() else Body.objects.subtree(standing.body_ids())


def _notices(request: AuthedRequest) -> QuerySet[Notice]:
    return Notice.objects.visible_to(request.standing).defer("text", "folded")


def _day(label: str, lookup: str) -> DateFilter:
    return DateFilter(
        label=label, field_name="due_on", lookup_expr=lookup, widget=forms.HiddenInput
    )


class AssignmentFilter(FilterSet):  # type: ignore[misc]  # django-filter has no types
    """Reads the query string; `chips` say what is set. `qs` is empty when a value makes no sense."""

    q = CharFilter(
        label="Tìm trong nhiệm vụ, văn bản, đơn vị",
        method="by_words",
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    timeliness = ChoiceFilter(
        label="Tình trạng", choices=TIMELINESS, empty_label="Tất cả", method="by_timeliness"
    )
    status = ChoiceFilter(label="Trạng thái", choices=Status.choices, empty_label="Tất cả")
    body = ModelChoiceFilter(label="Đơn vị", queryset=_bodies, empty_label="Tất cả")
    role = ChoiceFilter(label="Vai trò", choices=AssignmentRole.choices, empty_label="Tất cả")
    sort = ChoiceFilter(
        label="Xếp theo",
        choices=[(value, label) for value, (label, _) in SORTS.items() if value],
        empty_label=SORTS[""][0],
        method="by_sort",
    )
    # Set by links from other pages, shown as chips only.
    notice = ModelChoiceFilter(
        label="Văn bản", field_name="task__notice", queryset=_notices, widget=forms.HiddenInput
    )
    due_from = _day("Hạn từ", "gte")
    due_until = _day("Hạn đến", "lte")

    class Meta:
        model = Assignment
        fields: tuple[str, ...] = ()

    def __init__(self, request: AuthedRequest, clock: Clock) -> None:
        self.clock = clock
        rows = Assignment.objects.visible_to(request.standing)
        super().__init__(request.GET, queryset=rows.order_by(*SORTS[""][1]), request=request)

    @classmethod
    def get_filters(cls) -> dict[str, Any]:
        """The filters under the names of the query string."""
        return {NAMES.get(name, name): found for name, found in super().get_filters().items()}

    def filter_queryset(self, queryset: AssignmentQuerySet) -> AssignmentQuerySet:
        rows: AssignmentQuerySet = super().filter_queryset(queryset)
        return rows.none() if self.errors else rows

    def by_words(self, rows: AssignmentQuerySet, _: str, words: str) -> AssignmentQuerySet:
        return matching(rows, words)

    def by_timeliness(self, rows: AssignmentQuerySet, _: str, word: str) -> AssignmentQuerySet:
        return select(rows, word, self.clock)

    def by_sort(self, rows: AssignmentQuerySet, _: str, sort: str) -> AssignmentQuerySet:
        return rows.order_by(*SORTS[sort][1])

    def first_fields(self) -> list[forms.BoundField]:
        """What is asked most: always open."""
        return [self.form[name] for name in ("q", "tinh-trang", "don-vi")]

    def more_fields(self) -> list[forms.BoundField]:
        return [self.form[name] for name in ("trang-thai", "vai-tro", "xep")]

    def more_set(self) -> bool:
        return any(field.value() for field in self.more_fields())

    def chips(self) -> Iterator[Chip]:
        """What is set, but for the order: each with the way to take it off."""
        self.form.is_valid()
        for name, value in self.form.cleaned_data.items():
            if value and name != NAMES["sort"]:
                field = self.form.fields[name]
                said = f"Có “{value}”" if name == "q" else f"{field.label}: {_said(field, value)}"
                yield Chip(said, self.query(**{name: ""}))

    def query(self, **changes: str) -> str:
        """The query string as it is, with `changes`, without empty values, from the first page."""
        kept = self.data.copy()
        for name, value in {**changes, "page": ""}.items():
            kept[name] = value
        for name in [name for name in kept if not kept[name]]:
            del kept[name]
        return str(kept.urlencode())


def _said(field: forms.Field, value: Any) -> str:
    if isinstance(field, forms.DateField):
        return f"{value:%d/%m/%Y}"
    if isinstance(field, forms.ModelChoiceField) or not isinstance(field, forms.ChoiceField):
        return str(value)
    choices: Any = field.choices
    return str(dict(choices)[value])
