"""Which column of a table is what: as its heads tell, or as the clerk says."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from django import forms

from directives.appendices import HEADS, KINDS, Choices
from directives.forms.inheriting import Own
from directives.sheets import Columns, Row, Table, Vocabulary, columns_of, data_rows, titles_of

WIDEST = 30  # columns asked about
LOOKED_AT = 50  # rows, for a cell that shows what a column holds
LONGEST_LEADS = 2_000  # characters
A_TITLE, AN_EXAMPLE = 60, 40  # characters shown


class ColumnsForm(forms.Form):
    """What the heads of a table tell, until the clerk says otherwise.

    `heads` are the words each kind of column is known by, `kinds` what the clerk calls it.
    """

    first_row = forms.IntegerField(
        label="Dòng tiêu đề cuối cùng là dòng số",
        help_text="Số dòng như trong bảng gốc; ghi 0 nếu bảng không có dòng tiêu đề.",
        min_value=0,
        error_messages={"invalid": "Hãy ghi một số, ví dụ 1.", "required": "Hãy ghi một số."},
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        table: Table,
        heads: Vocabulary,
        kinds: Mapping[str, str],
    ) -> None:
        after, found = columns_of(table, heads)
        last = table.rows[after - 1].number if after else 0
        super().__init__(data, initial={"first_row": last})
        self.table, self.kinds = table, kinds
        self.width = min(max(len(row.cells) for row in table.rows), WIDEST)
        known = {column: kind for kind, column in found.items()}
        asked = str((data or {}).get("first_row", last)).strip()
        after = self._after(int(asked)) if asked.isascii() and asked.isdecimal() else after
        titles = titles_of(table, after=after)
        shown = list(islice(data_rows(table, after=after), LOOKED_AT))
        for column in range(self.width):
            title = titles[column] if column < len(titles) else ""
            self.fields[f"column_{column}"] = forms.ChoiceField(
                label=f"Cột {column + 1}" + (f": {title[:A_TITLE]}" if title else ""),
                help_text=_example(column, shown),
                required=False,
                choices=[("", "Bỏ qua"), *kinds.items()],
                initial=known.get(column, ""),
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        chosen = [kind for column in range(self.width) if (kind := data.get(f"column_{column}"))]
        twice = {self.kinds[kind] for kind in chosen if chosen.count(kind) > 1}
        if twice:
            raise forms.ValidationError(
                f"Hai cột cùng là “{'”, “'.join(sorted(twice))}”. Mỗi loại chỉ chọn một cột."
            )
        return data

    def columns(self) -> Columns:
        named = {self.cleaned_data[f"column_{column}"]: column for column in range(self.width)}
        return {kind: column for kind, column in named.items() if kind}

    def after(self) -> int:
        """How many rows with words stand above the data."""
        return self._after(self.cleaned_data["first_row"])

    def found(self) -> dict[str, Any]:
        """What the heads tell by themselves, in the shape of what a clerk would send."""
        return {
            name: value
            for name, field in self.fields.items()
            if (value := self.get_initial_for_field(field, name)) not in (None, "")
        }

    def selects(self) -> list[forms.BoundField]:
        return [self[f"column_{column}"] for column in range(self.width)]

    def told(self) -> str:
        """ "Nội dung: cột 2 · Chủ trì: cột 3 · Bỏ qua: cột 4, 5", as it stands on the page."""
        kinds = {n: str(select.value() or "") for n, select in enumerate(self.selects(), start=1)}
        used = [f"{self.kinds[kind]}: cột {n}" for n, kind in kinds.items() if kind in self.kinds]
        unused = [str(n) for n, kind in kinds.items() if kind not in self.kinds]
        return " · ".join([*used, *([f"Bỏ qua: cột {', '.join(unused)}"] if unused else [])])

    def _after(self, last: int) -> int:
        return sum(row.number <= last for row in self.table.rows)


class ChoicesForm(ColumnsForm):
    """The columns of an appendix, and how its rows are read: `choices()` is what appendices.plan takes."""

    default_leads = forms.CharField(
        label="Đơn vị cho dòng không ghi",
        required=False,
        max_length=LONGEST_LEADS,
        widget=forms.TextInput(attrs={"list": "bodies", "autocomplete": "off"}),
    )
    carry_down = forms.BooleanField(
        label="Ô đơn vị, thời hạn để trống thì lấy theo dòng trên (ô gộp)", required=False
    )
    with_headings = forms.BooleanField(label="Ghi tên nhóm vào đầu nội dung", required=False)

    item_deadline = forms.BooleanField(required=False, initial=True)

    def __init__(
        self, data: Mapping[str, Any] | None, *, table: Table, petitions: bool, own: Own
    ) -> None:
        super().__init__(data, table=table, heads=HEADS, kinds=KINDS)
        self.petitions, self.own = petitions, own
        leads = own.answers if petitions else "; ".join(own.leads)
        self.initial["default_leads"] = leads if len(leads) <= LONGEST_LEADS else ""
        if petitions or not own.timings:
            del self.fields["item_deadline"]
        else:
            told = f"Dòng không ghi thời hạn thì theo thời hạn của mục: {own.deadline}"
            self.fields["item_deadline"].label = told

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if "words" not in (data.get(f"column_{column}") for column in range(self.width)):
            raise forms.ValidationError("Chưa biết cột nào là nội dung. Hãy chọn cột “Nội dung”.")
        return data

    def choices(self) -> Choices:
        data = self.cleaned_data
        return Choices(
            columns=self.columns(),
            first_row=self.after(),
            petitions=self.petitions,
            default_leads=data["default_leads"],
            default_timings=self.own.timings if data.get("item_deadline") else (),
            carry_down=data["carry_down"],
            with_headings=data["with_headings"],
        )


def _example(column: int, rows: Sequence[Row]) -> str:
    """What the first filled cell of the column says: a column without a head is known by it."""
    cells = (row.cell(column) for row in rows if not row.spread)
    words = " ".join(next(filter(None, cells), "").split())
    return f"{words[:AN_EXAMPLE]}…" if len(words) > AN_EXAMPLE else words
