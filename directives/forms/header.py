"""The head and foot of the paper, and its number and date."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import QueryDict

from directives.forms.fields import Lines, day_field, number_field
from directives.models import Notice

LONG_AFTER = timedelta(days=30)  # a notice comes out soon after its meeting


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
            "subject": Lines(attrs={"rows": 2}),
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
    """Number and date, written once.

    A date is offered only where the paper prints it whole, or prints nothing of it soon after the
    meeting. A date before the meeting is asked about once more.
    """

    number = number_field()
    issued_on = day_field("Ngày ban hành", required=True)
    before_meeting = forms.BooleanField(
        label="Tôi đã xem bản ký: ngày ban hành đúng là trước ngày họp", required=False
    )

    def __init__(self, data: QueryDict | None, *, notice: Notice, today: date) -> None:
        offered, told = _offered(notice, today)
        super().__init__(data, initial={"number": notice.number, "issued_on": offered})
        self.fields["issued_on"].help_text = told
        self.today, self.meeting_on = today, notice.meeting_on
        self.asks_again = False

    def clean_issued_on(self) -> date:
        issued_on: date = self.cleaned_data["issued_on"]
        if issued_on > self.today:
            raise forms.ValidationError(
                "Ngày ban hành không thể sau hôm nay. Hãy kiểm tra lại ngày."
            )
        return issued_on

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        issued_on = typed.get("issued_on")
        if issued_on and self.meeting_on and issued_on < self.meeting_on:
            self.asks_again = True
            if not typed.get("before_meeting"):
                self.add_error(
                    "issued_on",
                    f"Ngày này trước ngày họp ({self.meeting_on:%d/%m/%Y}). Hãy sửa lại, hoặc đánh "
                    "dấu ô bên dưới nếu bản ký ghi đúng như vậy.",
                )
        return typed


def _offered(notice: Notice, today: date) -> tuple[date | None, str]:
    """The date to begin with, and what the paper says of it; "" where there is nothing to say."""
    met_on = notice.meeting_on
    if notice.issued_on:
        return notice.issued_on, ""
    if notice.issued_partial:
        return None, f"Văn bản chỉ in “{notice.issued_partial}”. Hãy ghi đủ ngày theo bản ký."
    if met_on and today - met_on > LONG_AFTER:
        told = (
            f"Văn bản không in ngày ban hành; ngày họp là {met_on:%d/%m/%Y}. Hãy ghi theo bản ký."
        )
        return None, told
    return today, "Văn bản không in ngày ban hành: đang để ngày hôm nay, hãy so với bản ký."
