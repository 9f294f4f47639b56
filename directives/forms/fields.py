"""Fields that several forms share."""

from typing import Any

from django import forms


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
