"""Fields that several forms share."""

from typing import Any

from django import forms


class Lines(forms.Textarea):
    """Words of several lines. Browsers end a line with CR LF; here it ends as in the rest of the text."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        typed = super().value_from_datadict(data, files, name)
        return typed and typed.replace("\r\n", "\n").replace("\r", "\n")


def day_field(label: str, *, required: bool = False, **kwargs: Any) -> forms.DateField:
    """A day, typed day first."""
    return forms.DateField(
        label=label,
        required=required,
        widget=forms.DateInput(
            format="%d/%m/%Y",
            attrs={"inputmode": "numeric", "placeholder": "dd/mm/yyyy", "autocomplete": "off"},
        ),
        error_messages={
            "invalid": "Ngày không đúng. Hãy ghi ngày trước, tháng sau, ví dụ 30/11/2026.",
            "required": "Hãy ghi ngày, ví dụ 30/11/2026.",
        },
        **kwargs,
    )


def number_field() -> forms.IntegerField:
    """The number a paper is given at issue, without its symbol."""
    return forms.IntegerField(
        label="Số",
        min_value=1,
        max_value=99_999,
        error_messages={
            "required": "Hãy ghi số của văn bản.",
            "invalid": "Số là một số nguyên, không ghi ký hiệu.",
        },
    )
