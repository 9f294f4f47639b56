"""Why a notice no longer holds, and by which other it is replaced."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import Truncator

from assignments.withdrawing import replacements
from directives.models import Notice

REASON_LIMIT = 2000  # characters
LABEL = 140  # characters of a choice


class WithdrawForm(forms.Form):
    verb = "withdraw"
    reason = forms.CharField(
        label="Lý do thu hồi",
        max_length=REASON_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Hãy ghi rõ lý do thu hồi: các đơn vị được giao sẽ nhận thư báo."
        },
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, auto_id="withdraw-%s")


class _NoticeChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # not subscriptable at run time
    def label_from_instance(self, obj: Any) -> str:
        return Truncator(f"{obj.code}, ngày {obj.issued_on:%d/%m/%Y}: {obj.subject}").chars(LABEL)


class SupersedeForm(forms.Form):
    """The notice that holds instead, chosen among those that may replace this one."""

    verb = "supersede"
    replaced_by = _NoticeChoice(
        Notice.objects.none(),
        label="Văn bản thay thế",
        empty_label="Chọn văn bản đã ban hành",
        error_messages={
            "required": "Hãy chọn văn bản thay thế.",
            "invalid_choice": "Văn bản này không thay thế được. Hãy tải lại trang và chọn văn bản khác.",
        },
    )
    reason = forms.CharField(
        label="Ghi chú (không bắt buộc)",
        max_length=REASON_LIMIT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: QueryDict | None = None, *, notice: Notice) -> None:
        super().__init__(data, auto_id="supersede-%s")
        others = replacements(notice).defer("text", "folded")
        self.fields["replaced_by"].queryset = others  # type: ignore[attr-defined]
