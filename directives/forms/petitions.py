"""The lines of petitions as the clerk types them."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from bodies.matching import Matcher
from bodies.models import Body
from directives.forms.fields import Lines, day_field
from directives.models import Petition
from directives.petitions import Line


class LineForm(forms.Form):
    """One petition. `line()` is what petitions.add and petitions.revise take."""

    words = forms.CharField(
        label="Nội dung",
        max_length=10_000,
        widget=Lines(attrs={"rows": 2, "class": "words"}),
        error_messages={"required": "Hãy ghi nội dung kiến nghị."},
    )
    raised_by = forms.CharField(label="Người kiến nghị", max_length=200, required=False)
    answered_by = forms.CharField(
        label="Đơn vị trả lời",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"list": "bodies", "autocomplete": "off"}),
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        matcher: Matcher,
        petition: Petition | None = None,
        **kwargs: Any,
    ) -> None:
        if petition:
            kwargs["prefix"] = f"kn-{petition.pk}"
            kwargs["initial"] = {
                "words": petition.words,
                "raised_by": petition.raised_by,
                "answered_by": str(petition.answered_by or ""),
            }
        super().__init__(data, **kwargs)
        self.matcher = matcher
        self.petition = petition

    def clean_answered_by(self) -> Body | None:
        name: str = self.cleaned_data["answered_by"].strip()
        body = self.matcher.match(name).body if name else None
        if name and body is None:
            raise forms.ValidationError(
                f"“{name}” chưa có trong danh mục đơn vị. Hãy chọn tên trong danh sách."
            )
        return body

    def line(self) -> Line:
        data = self.cleaned_data
        return Line(
            words=data["words"], raised_by=data["raised_by"], answered_by=data["answered_by"]
        )


class AnswerForm(forms.Form):
    """Number and date of the paper that answers one petition."""

    number = forms.CharField(
        label="Số, ký hiệu văn bản trả lời",
        max_length=60,
        error_messages={"required": "Hãy ghi số, ký hiệu văn bản trả lời."},
    )
    answered_on = day_field("Ngày trả lời", required=True)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        petition: Petition,
        issued_on: date | None,
        today: date,
    ) -> None:
        initial = {"number": petition.answer_number, "answered_on": petition.answered_on}
        super().__init__(data, prefix=f"tl-{petition.pk}", initial=initial)
        self.petition, self.issued_on, self.today = petition, issued_on, today

    def clean_answered_on(self) -> date:
        answered_on: date = self.cleaned_data["answered_on"]
        if answered_on > self.today:
            raise forms.ValidationError(
                f"Ngày trả lời ở sau hôm nay ({self.today:%d/%m/%Y}). Hãy kiểm tra lại."
            )
        if self.issued_on and answered_on < self.issued_on:
            raise forms.ValidationError(
                f"Ngày trả lời không thể trước ngày ban hành ({self.issued_on:%d/%m/%Y})."
            )
        return answered_on
