"""What bodies report, and what the office answers: checked here, written by lifecycle."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from assignments.lifecycle import ReportDraft, Upload
from assignments.models import Assignment, Cause, Report
from directives.filing import FileRefused, kind_of
from directives.forms.fields import day_field
from directives.models import Evidence

WORDS_LIMIT = 20_000
Kind = Report.Kind


class ReportForm(forms.Form):
    """One report that answers `rows`; `kinds` are those that may be sent now.

    `late` asks for the cause; `for_body` (the office types) asks on which day the paper came.
    """

    kind = forms.ChoiceField(
        label="Loại báo cáo",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Hãy chọn loại báo cáo.",
            "invalid_choice": "Loại báo cáo này không gửi được ở trạng thái hiện tại của nhiệm vụ. "
            "Hãy tải lại trang để xem trạng thái mới nhất.",
        },
    )
    words = forms.CharField(
        label="Nội dung",
        max_length=WORDS_LIMIT,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Hãy ghi nội dung báo cáo, ngắn gọn cũng được."},
    )
    paper_number = forms.CharField(
        label="Số, ký hiệu văn bản báo cáo",
        max_length=60,
        required=False,
        help_text="Ví dụ 45/BC-UBND.",
    )
    paper_on = day_field("Ngày văn bản")
    file = forms.FileField(
        label="Tệp đính kèm",
        required=False,
        max_length=255,
        allow_empty_file=True,  # refused below, in our own words
        help_text="PDF, ảnh, Word, Excel hoặc .txt, không quá 20 MB.",
    )
    cause = forms.ChoiceField(
        label="Nguyên nhân chậm",
        required=False,
        choices=[("", "Chưa nêu"), *Cause.choices],
        widget=forms.RadioSelect,
    )
    arrived_on = day_field(
        "Ngày văn bản đến Văn phòng",
        required=True,
        help_text="Đúng hạn hay quá hạn được tính theo ngày này.",
    )

    def __init__(
        self,
        *args: Any,
        rows: Sequence[Assignment],
        kinds: Sequence[Report.Kind],
        late: bool,
        for_body: bool,
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rows, self.for_body, self.today = rows, for_body, today
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]  # type: ignore[attr-defined]
        self.fields["kind"].initial = kinds[0]
        self.fields["arrived_on"].initial = today
        if not late:
            del self.fields["cause"]
        if not for_body:
            del self.fields["arrived_on"]

    @property
    def wants(self) -> set[str]:
        """The evidence a result needs: values of Evidence."""
        return {row.task.evidence for row in self.rows}

    def clean_file(self) -> "UploadedFile[bytes] | None":
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file:
            try:
                kind_of(file.name or "tep", _bytes(file))
            except FileRefused as refusal:
                raise forms.ValidationError(str(refusal)) from refusal
        return file

    def clean_paper_on(self) -> date | None:
        paper_on: date | None = self.cleaned_data["paper_on"]
        self._refuse_a_day_to_come(paper_on)
        return paper_on

    def clean_arrived_on(self) -> date:
        arrived_on: date = self.cleaned_data["arrived_on"]
        self._refuse_a_day_to_come(arrived_on)
        issued_on = max(row.task.notice.issued_on or date.min for row in self.rows)
        if arrived_on < issued_on:
            raise forms.ValidationError(
                f"Ngày đến không thể trước ngày ban hành văn bản giao nhiệm vụ ({issued_on:%d/%m/%Y})."
            )
        return arrived_on

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        if typed.get("kind") == Kind.RESULT:
            self._check_evidence(typed)
        if typed.get("kind") == Kind.EXPLANATION and typed.get("cause") == "":
            self.add_error(
                "cause", "Giải trình cần nêu nguyên nhân chậm là chủ quan hay khách quan."
            )
        return typed

    def draft(self) -> ReportDraft:
        typed = self.cleaned_data
        file = typed["file"]
        return ReportDraft(
            kind=Kind(typed["kind"]),
            words=typed["words"],
            paper_number=typed["paper_number"],
            paper_on=typed["paper_on"],
            arrived_on=typed.get("arrived_on"),
            cause=Cause(typed["cause"]) if typed.get("cause") else None,
            upload=Upload(name=file.name, data=_bytes(file)) if file else None,
            typed_for_body=self.for_body,
        )

    def _refuse_a_day_to_come(self, day: date | None) -> None:
        if day and day > self.today:
            raise forms.ValidationError(
                f"Ngày này ở sau hôm nay ({self.today:%d/%m/%Y}). Hãy kiểm tra lại."
            )

    def _check_evidence(self, typed: dict[str, Any]) -> None:
        """The law of lifecycle.report, told at the field; a field with an error has its own."""
        if Evidence.PAPER in self.wants:
            if typed.get("paper_number") == "":
                self.add_error(
                    "paper_number", "Nhiệm vụ này cần văn bản báo cáo: hãy ghi số, ký hiệu."
                )
            if "paper_on" in typed and typed["paper_on"] is None:
                self.add_error(
                    "paper_on", "Nhiệm vụ này cần văn bản báo cáo: hãy ghi ngày văn bản."
                )
        if Evidence.FILE in self.wants and "file" in typed and not typed["file"]:
            self.add_error("file", "Nhiệm vụ này cần tệp minh chứng: hãy đính kèm tệp.")


class AcceptForm(forms.Form):
    note = forms.CharField(
        label="Ghi chú (không bắt buộc)",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class SendBackForm(forms.Form):
    reason = forms.CharField(
        label="Đơn vị cần bổ sung gì",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Hãy ghi rõ lý do yêu cầu bổ sung để đơn vị biết cần làm gì."},
    )


def _bytes(file: "UploadedFile[bytes]") -> bytes:
    file.seek(0)
    data: bytes = file.read()
    return data
