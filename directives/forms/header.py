"""The head and foot of the paper, and its number and date."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from directives.forms.fields import day_field
from directives.models import Notice


class HeaderForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    """The head and foot of the paper. Checks only: drafting.revise writes."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    meeting_on = day_field("Ngày họp")
    recipient_lines = forms.CharField(
        label="Nơi nhận (mỗi nơi một dòng; “(t/h)” là để thực hiện)",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    class Meta:
        model = Notice
        fields = (
            "kind",
            "symbol",
            "place",
            "meeting_on",
            "urgency",
            "subject",
            "superior_line",
            "issuer_line",
            "signer_authority",
            "signer_title",
            "signer_name",
            "typist_mark",
        )
        widgets = {
            "subject": forms.Textarea(attrs={"rows": 2}),
        }
        labels = {"symbol": "Ký hiệu sau số (ví dụ -TB/ĐU)"}
        error_messages = {"subject": {"required": "Hãy ghi trích yếu của văn bản."}}

    def __init__(self, data: QueryDict | None = None, *, instance: Notice) -> None:
        lines = "\n".join(r["text"] for r in instance.recipients)
        initial = {"seen": instance.version, "recipient_lines": lines}
        super().__init__(data, instance=instance, initial=initial)

    def values(self) -> dict[str, Any]:
        """What drafting.revise takes."""
        typed = {name: self.cleaned_data[name] for name in self.Meta.fields}
        lines = [line.strip(" -;,") for line in self.cleaned_data["recipient_lines"].splitlines()]
        typed["recipients"] = [
            {"text": line, "to_do": "t/h" in line.lower()} for line in lines if line
        ]
        return typed


class IssueForm(forms.Form):
    """Number and date, written once."""

    number = forms.IntegerField(
        label="Số",
        min_value=1,
        max_value=99_999,
        error_messages={
            "required": "Hãy ghi số của văn bản.",
            "invalid": "Số là một số nguyên, không ghi ký hiệu.",
        },
    )
    issued_on = day_field("Ngày ban hành", required=True)

    def __init__(self, data: QueryDict | None, *, notice: Notice, today: date) -> None:
        initial = {"number": notice.number, "issued_on": notice.issued_on or today}
        super().__init__(data, initial=initial)
        self.today = today

    def clean_issued_on(self) -> date:
        issued_on: date = self.cleaned_data["issued_on"]
        if issued_on > self.today:
            raise forms.ValidationError(
                "Ngày ban hành không thể sau hôm nay. Hãy kiểm tra lại ngày."
            )
        return issued_on
