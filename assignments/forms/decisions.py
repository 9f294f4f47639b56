"""The rarer acts about an assignment: each asks for a reason, some for a little more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from assignments.lifecycle import Letter
from assignments.models import Assignment
from assignments.permissions import needs_letter
from bodies.models import Body
from bodies.permissions import Standing
from directives.forms.fields import day_field

REASON_LIMIT = 2000  # characters


@dataclass(frozen=True, slots=True)
class Decision:
    """How a page speaks of an act: its name, what it asks, its button, what is said when done."""

    title: str
    asks: str
    button: str
    said: str
    hint: str = ""


# In the order a page shows them.
DECISIONS: Mapping[str, Decision] = {
    "decline": Decision(
        "Đề nghị chuyển đơn vị khác",
        "Lý do đề nghị chuyển, đơn vị nào phù hợp hơn",
        "Gửi đề nghị",
        "Đã gửi đề nghị chuyển đơn vị khác.",
        "Thời hạn vẫn tính cho đến khi có quyết định.",
    ),
    "hand_back": Decision(
        "Giao lại đơn vị",
        "Lý do đơn vị vẫn thực hiện nhiệm vụ này",
        "Giao lại",
        "Đã giao lại; nhiệm vụ chờ đơn vị tiếp nhận, đơn vị sẽ nhận thư báo.",
    ),
    "resume": Decision(
        "Tiếp tục thực hiện",
        "Lý do tiếp tục, ý kiến của cấp trên (nếu có)",
        "Tiếp tục",
        "Nhiệm vụ đã trở lại trạng thái trước khi dừng.",
        "Thời hạn giữ nguyên và được tính tiếp.",
    ),
    "reassign": Decision(
        "Chuyển cho đơn vị khác",
        "Lý do chuyển",
        "Chuyển đơn vị",
        "Đã chuyển nhiệm vụ; hai đơn vị sẽ nhận thư báo.",
        "Đơn vị mới nhận nhiệm vụ với thời hạn như cũ; phần của đơn vị này được hủy giao.",
    ),
    "pause": Decision(
        "Tạm dừng",
        "Lý do tạm dừng",
        "Tạm dừng",
        "Đã tạm dừng nhiệm vụ.",
        "Trong lúc tạm dừng không nhắc, không tính quá hạn.",
    ),
    "refer": Decision(
        "Báo cáo, kiến nghị cấp trên",
        "Nội dung đã báo cáo, kiến nghị; cấp nào giải quyết",
        "Ghi nhận đã kiến nghị",
        "Đã ghi nhận báo cáo, kiến nghị cấp trên.",
        "Trong lúc chờ ý kiến không nhắc, không tính quá hạn.",
    ),
    "cancel": Decision(
        "Hủy giao",
        "Lý do hủy giao",
        "Hủy giao nhiệm vụ",
        "Đã hủy giao nhiệm vụ; đơn vị sẽ nhận thư báo.",
        "Đơn vị không phải thực hiện nữa; nhiệm vụ không còn trong số liệu.",
    ),
    "reopen": Decision(
        "Mở lại",
        "Lý do mở lại",
        "Mở lại nhiệm vụ",
        "Đã mở lại nhiệm vụ; đơn vị sẽ nhận thư báo.",
        "Nhiệm vụ trở lại “Đang thực hiện”; diễn biến trước đây được giữ nguyên.",
    ),
}


class DecisionForm(forms.Form):
    """An act's reason. `typed` is what its verb takes."""

    reason = forms.CharField(
        max_length=REASON_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Hãy ghi rõ lý do: lý do được lưu trong diễn biến và đơn vị đọc được."
        },
    )

    def __init__(self, data: QueryDict | None, *, verb: str) -> None:
        super().__init__(data, auto_id=f"{verb}-%s")
        self.verb, self.decision = verb, DECISIONS[verb]
        self.fields["reason"].label = self.decision.asks
        self.order_fields(["body", "reason"])

    def typed(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"]}


class LetterForm(DecisionForm):
    """Declines for an officer: with the number and date of the letter the head has signed."""

    paper_number = forms.CharField(
        label="Số, ký hiệu văn bản đề nghị",
        max_length=60,
        help_text="Văn bản do người đứng đầu đơn vị ký, ví dụ 45/CV-UBND.",
        error_messages={"required": "Hãy ghi số, ký hiệu văn bản do người đứng đầu đơn vị ký."},
    )
    paper_on = day_field("Ngày văn bản", required=True)

    def __init__(self, data: QueryDict | None, *, verb: str, today: date) -> None:
        super().__init__(data, verb=verb)
        self.today = today

    def clean_paper_on(self) -> date:
        paper_on: date = self.cleaned_data["paper_on"]
        if paper_on > self.today:
            raise forms.ValidationError(
                f"Ngày này ở sau hôm nay ({self.today:%d/%m/%Y}). Hãy kiểm tra lại."
            )
        return paper_on

    def typed(self) -> dict[str, Any]:
        signed = self.cleaned_data
        letter = Letter(number=signed["paper_number"], dated=signed["paper_on"])
        return {**super().typed(), "letter": letter}


class ReassignForm(DecisionForm):
    """To which body: any in being but the one that has the task."""

    body = forms.ModelChoiceField(
        Body.objects.none(),
        label="Đơn vị nhận nhiệm vụ",
        empty_label="Chọn đơn vị",
        error_messages={
            "required": "Hãy chọn đơn vị nhận nhiệm vụ.",
            "invalid_choice": "Đơn vị này không nhận nhiệm vụ được nữa. Hãy chọn đơn vị khác.",
        },
    )

    def __init__(self, data: QueryDict | None, *, verb: str, row: Assignment, today: date) -> None:
        super().__init__(data, verb=verb)
        others = Body.objects.valid(on=today).exclude(pk=row.body_id)
        self.fields["body"].queryset = others  # type: ignore[attr-defined]

    def typed(self) -> dict[str, Any]:
        return {**super().typed(), "to": self.cleaned_data["body"]}


def decision_form(
    verb: str, row: Assignment, standing: Standing, *, today: date, data: QueryDict | None = None
) -> DecisionForm:
    """Return what the act asks of this person."""
    if verb == "reassign":
        return ReassignForm(data, verb=verb, row=row, today=today)
    if verb == "decline" and needs_letter(standing, row):
        return LetterForm(data, verb=verb, today=today)
    return DecisionForm(data, verb=verb)
