"""A table as it comes in, and names nobody knows yet."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from bodies.matching import Match, Matcher
from directives.naming import LONGEST_NAME
from directives.sheets import Table, TableRefused, as_text, pasted_rows, table_of

UNDECLARED = (
    "Chưa xác nhận bảng không thuộc danh mục bí mật nhà nước, nên chưa đọc và chưa lưu gì. "
    "Hệ thống nối mạng không được soạn thảo, lưu giữ tài liệu bí mật nhà nước."
)


def not_secret_field() -> forms.BooleanField:
    return forms.BooleanField(
        label="Bảng không thuộc danh mục bí mật nhà nước",
        initial=True,
        error_messages={"required": UNDECLARED},
    )


def sheet_of(file: "UploadedFile[bytes]") -> tuple[Table, bytes]:
    """The uploaded table and its bytes. Raises ValidationError with the reason."""
    file.seek(0)
    data: bytes = file.read()
    try:
        return table_of(file.name or "", data), data
    except TableRefused as refusal:
        raise forms.ValidationError(str(refusal)) from refusal


class TableForm(forms.Form):
    """Rows pasted or uploaded. `cleaned_data["table"]` is the table; its `text` goes along unseen."""

    makes = forms.ChoiceField(
        label="Mỗi dòng của bảng là",
        choices=(("task", "Một nhiệm vụ"), ("petition", "Một kiến nghị cần trả lời")),
        widget=forms.RadioSelect,
        initial="task",
    )
    text = forms.CharField(
        label="Dán các dòng chép từ Word hoặc Excel, cả dòng tiêu đề",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false", "data-table": ""}),
    )
    file = forms.FileField(
        label="Hoặc chọn tệp .xlsx",
        required=False,
        allow_empty_file=True,
        max_length=255,
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )
    not_secret = not_secret_field()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.errors:
            return data
        file, text = data.get("file"), data.get("text") or ""
        if (file is not None) == bool(text.strip()):
            raise forms.ValidationError(
                "Chỉ dán bảng hoặc chọn tệp, không dùng cả hai một lúc."
                if file
                else "Chưa có bảng. Hãy dán các dòng hoặc chọn tệp .xlsx."
            )
        try:
            table = sheet_of(file)[0] if file else pasted_rows(text)
        except TableRefused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        return {**data, "table": table, "text": as_text(table) if file else text}


class SheetForm(forms.Form):
    """An uploaded workbook: `cleaned_data["table"]` and its bytes, `cleaned_data["data"]`."""

    file = forms.FileField(
        label="Tệp .xlsx",
        allow_empty_file=True,
        max_length=255,
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={"required": "Hãy chọn tệp .xlsx."},
    )
    not_secret = not_secret_field()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors:
            data["table"], data["data"] = sheet_of(data["file"])
        return data


class NamesForm(forms.Form):
    """For each unknown name: whom it means, or that it is a new body. What is left stays as printed."""

    def __init__(self, data: QueryDict | None, *, names: Sequence[str], matcher: Matcher) -> None:
        super().__init__(data, prefix="ten")
        self.matcher = matcher
        # A sentence is no name; the rest comes up once these are settled.
        self.names = [name for name in names if len(name) <= LONGEST_NAME][:100]
        for place, name in enumerate(self.names):
            self.fields[f"words_{place}"] = forms.CharField(
                initial=name, strip=False, widget=forms.HiddenInput
            )
            self.fields[f"means_{place}"] = forms.CharField(
                label=f"“{name}” là",
                required=False,
                max_length=200,
                widget=forms.TextInput(attrs={"list": "bodies", "autocomplete": "off"}),
            )
            self.fields[f"add_{place}"] = forms.BooleanField(
                label="Thêm đơn vị mới", required=False
            )

    def rows(self) -> list[tuple[str, forms.BoundField, forms.BoundField, forms.BoundField]]:
        return [
            (name, self[f"words_{n}"], self[f"means_{n}"], self[f"add_{n}"])
            for n, name in enumerate(self.names)
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for place, name in enumerate(self.names):
            means = (data.get(f"means_{place}") or "").strip()
            if data.get(f"words_{place}") != name:
                raise forms.ValidationError(
                    "Danh sách tên đã thay đổi từ lúc mở trang. Hãy xem lại rồi chọn."
                )
            if data.get(f"add_{place}") and means:
                self.add_error(f"means_{place}", "Chỉ chọn một: tên có sẵn, hoặc thêm mới.")
            elif means and not self.matcher.match(means).body:
                self.add_error(
                    f"means_{place}",
                    f"“{means}” chưa có trong danh mục. Hãy chọn tên trong danh sách.",
                )
        return data

    def decided(self) -> Mapping[str, Match | None]:
        """What naming.settle takes: names the clerk said something of."""
        data = self.cleaned_data
        said: dict[str, Match | None] = {}
        for place, name in enumerate(self.names):
            if data[f"add_{place}"]:
                said[name] = None
            elif data[f"means_{place}"]:
                said[name] = self.matcher.match(data[f"means_{place}"])
        return said
