"""What the office asks of a document: checked here, written by assignments.documents."""

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from assignments.clock import Clock
from assignments.documents import Asked
from assignments.papers.giao_ban import meeting_day
from bodies.forms.spoken import SpokenForm
from bodies.models import Body, Office
from directives.filing import MAX_BYTES
from directives.forms.fields import day_field, number_field
from directives.models import Document, Notice
from directives.models.notices import EDITABLE

ANSWER_DAYS = 5  # working days a body is given to answer a letter, proposed
LEVELS = ((1, "Đôn đốc lần 1"), (2, "Đôn đốc lần 2"), (3, "Phê bình, yêu cầu giải trình"))
Kind = Document.Kind


class AskedForm(SpokenForm):
    """A form whose fields are fields of Asked, of one kind of document."""

    kind: Document.Kind

    def __init__(self, data: Any, *, office: Office, clock: Clock, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.office, self.clock = office, clock

    def asked(self) -> Asked:
        return Asked(kind=self.kind, **self.cleaned_data)


class NoticeReportForm(AskedForm):
    kind = Kind.REPORT
    notice = forms.ModelChoiceField(
        label="Thông báo, kết luận",
        queryset=Notice.objects.none(),
        empty_label="– chọn văn bản –",
        error_messages={
            "required": "Hãy chọn văn bản cần báo cáo.",
            "invalid_choice": "Văn bản này không còn trong danh sách. Hãy chọn lại.",
        },
    )

    def __init__(self, data: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        issued = Notice.objects.filter(office=self.office).exclude(status__in=EDITABLE)
        chosen: forms.ModelChoiceField[Notice] = self.fields["notice"]  # type: ignore[assignment]
        chosen.queryset = issued.defer("text", "folded").newest_first()
        chosen.label_from_instance = _named  # type: ignore[assignment]


class PeriodForm(AskedForm):
    """A period, both days in; the month up to today unless told."""

    first_on = day_field("Từ ngày", required=True)
    last_on = day_field("Đến hết ngày", required=True)

    def __init__(self, data: Any, *, clock: Clock, **kwargs: Any) -> None:
        usual = {"first_on": clock.today.replace(day=1), "last_on": clock.today}
        super().__init__(data, clock=clock, initial=usual, **kwargs)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("first_on"), data.get("last_on")
        if isinstance(first, date) and isinstance(last, date) and first > last:
            self.add_error("last_on", "Ngày cuối phải bằng hoặc sau ngày đầu.")
        if isinstance(first, date) and first > self.clock.today:
            self.add_error("first_on", "Kỳ này chưa bắt đầu. Hãy ghi ngày đầu không sau hôm nay.")
        return data


class PeriodReportForm(PeriodForm):
    kind = Kind.REPORT


class RegisterForm(PeriodForm):
    kind = Kind.REGISTER


class GiaoBanForm(AskedForm):
    """Nothing to type: the sheet is that of the coming, or this week's, Monday."""

    kind = Kind.GIAO_BAN

    def asked(self) -> Asked:
        return Asked(kind=self.kind, last_on=meeting_day(self.clock.today))


class OfBodyForm(AskedForm):
    """A document about a body that has work of the office."""

    body = forms.ModelChoiceField(
        label="Đơn vị",
        queryset=Body.objects.none(),
        empty_label="– chọn đơn vị –",
        error_messages={
            "required": "Hãy chọn đơn vị.",
            "invalid_choice": "Đơn vị này không được Văn phòng giao nhiệm vụ. Hãy chọn lại.",
        },
    )

    def __init__(self, data: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        chosen: forms.ModelChoiceField[Body] = self.fields["body"]  # type: ignore[assignment]
        chosen.queryset = Body.objects.filter(assignments__office=self.office).distinct()


class BodyListForm(OfBodyForm):
    kind = Kind.BODY_LIST


class LetterForm(OfBodyForm):
    """From the suggestion's button: the level may be corrected on the draft."""

    kind = Kind.LETTER
    level = forms.TypedChoiceField(
        label="Mức",
        choices=LEVELS,
        coerce=int,
        error_messages={
            "required": "Hãy chọn mức đôn đốc.",
            "invalid_choice": "Mức đôn đốc là 1, 2 hoặc 3. Hãy chọn lại.",
        },
    )

    def asked(self) -> Asked:
        by = self.clock.calendar.shift(self.clock.today, ANSWER_DAYS)
        return Asked(kind=self.kind, answer_by=by, **self.cleaned_data)


class LetterDraftForm(SpokenForm):
    """What may still be changed on a letter before it is issued."""

    level = forms.TypedChoiceField(
        label="Mức",
        choices=LEVELS,
        coerce=int,
        error_messages={
            "required": "Hãy chọn mức đôn đốc.",
            "invalid_choice": "Mức đôn đốc là 1, 2 hoặc 3. Hãy chọn lại.",
        },
    )
    answer_by = day_field("Yêu cầu báo cáo trước ngày", required=True)

    def __init__(self, data: Any, *, document: Document, today: date) -> None:
        super().__init__(data, initial={"level": document.level, "answer_by": document.answer_by})
        self.today = today

    def clean_answer_by(self) -> date:
        answer_by: date = self.cleaned_data["answer_by"]
        if answer_by <= self.today:
            raise forms.ValidationError("Ngày phải báo cáo phải sau hôm nay.")
        return answer_by


class IssueDocumentForm(SpokenForm):
    """Number and date, written once. A sheet has a date only."""

    number = number_field()
    issued_on = day_field("Ngày văn bản", required=True)

    def __init__(self, data: Any, *, document: Document, number: int | None, today: date) -> None:
        super().__init__(data, initial={"number": number, "issued_on": today})
        self.today = today
        if not document.numbered:
            del self.fields["number"]

    def clean_issued_on(self) -> date:
        issued_on: date = self.cleaned_data["issued_on"]
        if issued_on > self.today:
            raise forms.ValidationError("Ngày văn bản không thể sau hôm nay. Hãy kiểm tra lại.")
        return issued_on


class ScanForm(SpokenForm):
    """The signed paper, scanned; whether it is a PDF is asked of its bytes by the verb."""

    scan = forms.FileField(
        label="Bản đã ký, quét thành PDF",
        max_length=255,
        allow_empty_file=True,  # refused by the verb, in our own words
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,.pdf"}),
        error_messages={"required": "Hãy chọn tệp PDF của bản đã ký."},
    )

    def clean_scan(self) -> "UploadedFile[bytes]":
        scan: UploadedFile[bytes] = self.cleaned_data["scan"]
        if (scan.size or 0) > MAX_BYTES:
            raise forms.ValidationError("Tệp lớn hơn 20 MB. Hãy giảm dung lượng rồi gửi lại.")
        return scan


# The last word of the address under which each is posted.
ASKED: dict[str, type[AskedForm]] = {
    "bao-cao-van-ban": NoticeReportForm,
    "bao-cao-ky": PeriodReportForm,
    "so-theo-doi": RegisterForm,
    "giao-ban": GiaoBanForm,
    "danh-muc": BodyListForm,
    "cong-van": LetterForm,
}


def _named(notice: Notice) -> str:
    on = f" ngày {notice.issued_on:%d/%m/%Y}" if notice.issued_on else ""
    return f"{notice.code}{on}: {' '.join(notice.subject.split())}"[:110]
