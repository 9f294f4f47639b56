"""What the clerk decides about an item: its tasks, whom they name, by when."""
# ruff: noqa: ARG002 (Django gives the arguments of widgets)

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory

from bodies.matching import Matcher
from directives.drafting import Named, TaskDraft
from directives.forms.fields import Lines, day_field
from directives.forms.gathering import joined
from directives.models import AssignmentRole, Evidence, Item, Nature, Precision, Task
from directives.models.tasks import Unit
from directives.units import proposed_above


class NamesWidget(forms.Widget):
    """Rows of a body's name, each with the printed words it stands for; one row more to fill in."""

    template_name = "directives/widgets/names.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["rows"] = [*(value or []), ("", "")]
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[tuple[str, str]]:
        words, names = data.getlist(f"{name}-words"), data.getlist(name)
        words += [""] * (len(names) - len(words))
        rows = [(w.strip(), n.strip()) for w, n in zip(words, names, strict=False)]
        return [(w or n, n) for w, n in rows if n]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False


class NamesField(forms.Field):
    """Bodies by name: [(printed words, name chosen)]."""

    widget = NamesWidget


class TaskForm(forms.Form):
    """One task of an item. `draft()` is what drafting.confirm takes."""

    words = forms.CharField(
        label="Nhiệm vụ",
        widget=Lines(attrs={"rows": 3, "class": "words"}),
        error_messages={"required": "Hãy ghi nội dung nhiệm vụ."},
    )
    leads = NamesField(label="Chủ trì", required=False)
    coordinating = NamesField(label="Phối hợp", required=False)
    deadline_words = forms.CharField(label="Thời hạn như ghi", required=False, max_length=300)
    due_on = day_field("Đến ngày")
    due_time = forms.TimeField(
        label="Giờ",
        required=False,
        widget=forms.TimeInput(format="%H:%M", attrs={"placeholder": "hh:mm"}),
        error_messages={"invalid": "Giờ không đúng. Hãy ghi theo dạng 17:00."},
    )
    precision = forms.ChoiceField(
        required=False, choices=[("", ""), *Precision.choices], widget=forms.HiddenInput
    )
    nature = forms.ChoiceField(label="Tính chất", choices=Nature.choices)
    recurrence_unit = forms.ChoiceField(
        label="Chu kỳ", required=False, choices=[("", "—"), *Unit.choices]
    )
    evidence = forms.ChoiceField(label="Minh chứng", choices=Evidence.choices)
    target_number = forms.DecimalField(required=False, widget=forms.HiddenInput)
    target_unit = forms.CharField(required=False, widget=forms.HiddenInput)
    product = forms.CharField(label="Sản phẩm", required=False, max_length=300)
    was = forms.UUIDField(required=False, widget=forms.HiddenInput)  # TaskDraft.was

    def __init__(self, *args: Any, matcher: Matcher, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.matcher = matcher
        self.unknown: list[str] = []

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("leads"):
            self.add_error("leads", "Nhiệm vụ cần ít nhất một đơn vị chủ trì.")
        for field in ("leads", "coordinating"):
            unknown = [name for _, name in data.get(field) or [] if not self.matcher.match(name)]
            self.unknown += unknown
        if data.get("nature") == Nature.PERIODIC and not data.get("recurrence_unit"):
            self.add_error("recurrence_unit", "Nhiệm vụ định kỳ cần có chu kỳ.")
        if data.get("due_time") and not data.get("due_on"):
            self.add_error("due_on", "Có giờ thì phải có ngày.")
        return data

    def draft(self) -> TaskDraft:
        data = self.cleaned_data
        return TaskDraft(
            words=data["words"],
            named=[
                *self._named(data["leads"], AssignmentRole.LEAD),
                *self._named(data["coordinating"], AssignmentRole.CO),
            ],
            nature=Nature(data["nature"]),
            deadline_words=data["deadline_words"],
            precision=data["precision"] or Precision.DAY,
            due_on=data["due_on"],
            due_time=data["due_time"],
            recurrence_unit=data["recurrence_unit"],
            evidence=Evidence(data["evidence"]),
            target_number=data["target_number"],
            target_unit=data["target_unit"],
            product=data["product"],
            was=data["was"],
        )

    def _named(self, rows: Sequence[tuple[str, str]], role: AssignmentRole) -> list[Named]:
        return [self._one(words, name, role) for words, name in rows]

    def _one(self, words: str, name: str, role: AssignmentRole) -> Named:
        """A name in place of one that is known is a correction: what stood there is no other name of it."""
        printed, match = self.matcher.match(words), self.matcher.match(name)
        return Named(words=name if printed and printed != match else words, role=role, match=match)


class BaseTaskFormSet(BaseFormSet):  # type: ignore[type-arg]  # not subscriptable at run time
    """The tasks of one item; a form marked “Bỏ nhiệm vụ này” is none."""

    @property
    def unknown(self) -> list[str]:
        """Names that nobody in the directory answers to, each once, in the order typed."""
        return list(dict.fromkeys(name for form in self.forms for name in form.unknown))

    def rematch(self, matcher: Matcher) -> None:
        """Names added to the directory meanwhile are known from now on."""
        for form in self.forms:
            form.matcher = matcher

    def drafts(self) -> list[TaskDraft]:
        return [form.draft() for form in self.forms if form not in self.deleted_forms]

    def typed(self) -> list[dict[str, Any]]:
        """The rows as they stand on the screen, unchecked: what the forms start from next time."""
        return [
            {name: _storable(form[name].value()) for name in form.fields} for form in self.forms
        ]


TaskFormSet: type[BaseTaskFormSet] = formset_factory(  # type: ignore[assignment]  # the stubs forget the base
    TaskForm, BaseTaskFormSet, extra=0, can_delete=True
)


def initial_tasks(item: Item, matcher: Matcher) -> list[dict[str, Any]]:
    """What the item's forms start from: the confirmed tasks, else the reader's proposal, else one blank.

    An item that waits begins with the words of those merged into it.
    """
    return confirmed_tasks(item) or proposed_tasks(item, matcher)


def confirmed_tasks(item: Item) -> list[dict[str, Any]]:
    tasks = item.tasks.prefetch_related("addressees__body", "addressees__group")
    return [_confirmed(task) for task in tasks]


def proposed_tasks(item: Item, matcher: Matcher) -> list[dict[str, Any]]:
    """Of the item and of those merged into it; one blank where nothing is proposed."""
    tasks = _proposed(item, matcher)
    for merged in item.merged.select_related("notice__office").order_by("position"):
        tasks = joined(tasks, _proposed(merged, matcher))
    return tasks


def _proposed(item: Item, matcher: Matcher) -> list[dict[str, Any]]:
    words = item.words(item.notice.text)
    blank = {"leads": [], "coordinating": [], "nature": Nature.DATED}
    return [
        {
            **proposed,
            "due_on": _day(proposed.get("due_on")),
            "due_time": _hour(proposed.get("due_time")),
            "words": words,
            "leads": _rows(proposed["leads"], matcher),
            "coordinating": _rows(proposed["coordinating"], matcher),
            "evidence": item.notice.office.evidence_default,
        }
        for proposed in item.proposed() or proposed_above(item) or [blank]
    ]


def _confirmed(task: Task) -> dict[str, Any]:
    rows: dict[str, list[tuple[str, str]]] = {role: [] for role in AssignmentRole.values}
    for addressee in task.addressees.all():
        rows[addressee.role].append(
            (addressee.words, str(addressee.body or addressee.group or addressee.words))
        )
    names = (
        "words",
        "deadline_words",
        "due_on",
        "due_time",
        "precision",
        "nature",
        "recurrence_unit",
        "evidence",
        "target_number",
        "target_unit",
        "product",
    )
    typed = {name: getattr(task, name) for name in names} | {"was": str(task.key)}
    return {**typed, "leads": rows[AssignmentRole.LEAD], "coordinating": rows[AssignmentRole.CO]}


def _hour(iso: str | None) -> time | None:
    return time.fromisoformat(iso) if iso else None


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _storable(value: Any) -> Any:
    """What JSON and PostgreSQL can hold of a field's raw value."""
    if isinstance(value, list):
        return [[_storable(part) for part in row] for row in value]
    return value.replace("\0", "") if isinstance(value, str) else value


def _rows(words: Sequence[str], matcher: Matcher) -> list[tuple[str, str]]:
    """The printed words beside the name they are known by; unknown words stand for themselves."""
    return [(said, matcher.match(said).name or said) for said in words]
