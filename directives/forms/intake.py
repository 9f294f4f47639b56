"""What comes in: a notice as text or file."""

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from directives.reading import (
    Reading,
    SecretPaper,
    Source,
    Unreadable,
    printable,
    read,
    refuse_secrets,
    source_of,
)

MAX_CHARS = 500_000
MAX_ITEMS = 2_000


class IntakeForm(forms.Form):
    """A notice as text or file, read. `reading` is what the reader makes of it, `source` where it was read.

    Refused, and nothing kept: nothing given, too long, unreadable, marked secret, no task found
    (unless the clerk says to mark tasks by hand).
    """

    text = forms.CharField(
        label="Dán toàn văn vào đây",
        required=False,
        strip=False,
        widget=forms.Textarea(
            attrs={"rows": 14, "spellcheck": "false", "class": "words", "autofocus": True}
        ),
    )
    file = forms.FileField(
        label="Hoặc chọn tệp .docx, .pdf, .txt, ảnh .jpg, .png",
        help_text="Bản quét, ảnh chụp được nhận dạng chữ: mỗi trang mất vài giây, nhiều nhất 20 trang.",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.txt,.jpg,.jpeg,.png"}),
    )
    not_secret = forms.BooleanField(
        label="Văn bản không thuộc danh mục bí mật nhà nước",
        help_text="Hệ thống không nhận văn bản Mật, Tối mật, Tuyệt mật. Bỏ dấu này nếu chưa chắc chắn.",
        initial=True,
        error_messages={
            "required": "Chưa xác nhận văn bản không thuộc danh mục bí mật nhà nước, nên chưa lưu gì. "
            "Hệ thống nối mạng không được soạn thảo, lưu giữ văn bản bí mật nhà nước."
        },
    )
    by_hand = forms.BooleanField(
        label="Vẫn nhập văn bản này, tôi sẽ tự đánh dấu nhiệm vụ", required=False
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.no_task = False

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.errors:
            return data
        try:
            source = self._given(data)
            refuse_secrets(source.text)
        except SecretPaper as refusal:
            self._forget()
            raise forms.ValidationError(str(refusal)) from None
        except Unreadable as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        reading = self._read(source)
        self.no_task = not any(item.is_directive for item in reading.items)
        if len(reading.items) > MAX_ITEMS:
            raise forms.ValidationError(
                f"Văn bản có hơn {MAX_ITEMS} mục, nên chưa lưu gì. Hãy kiểm tra xem đã dán đúng một văn bản chưa."
            )
        if not reading.items:
            raise forms.ValidationError(
                "Không đọc được mục nào trong văn bản, nên chưa lưu gì. "
                "Hãy kiểm tra xem đã dán đủ phần nội dung kết luận chưa."
            )
        if self.no_task and not data["by_hand"]:
            raise forms.ValidationError(
                "Không tìm thấy nhiệm vụ nào trong văn bản, nên chưa lưu gì. Hãy kiểm tra xem đã dán "
                "đủ nội dung chưa; nếu đã đủ, đánh dấu “Vẫn nhập văn bản này” rồi bấm lại."
            )
        return {**data, "reading": reading, "source": source}

    def _read(self, source: Source) -> Reading:
        reading = read(source.text, today=self.today)
        doubts = source.doubts(reading.text, reading.items)
        return replace(reading, warnings=(*reading.warnings, *doubts))

    def _forget(self) -> None:
        """Not even the page that says no carries the words back."""
        self.data = {**self.data, "text": ""}
        self.files.clear()

    def _given(self, data: dict[str, Any]) -> Source:
        """The text, pasted or out of the file. Raises Unreadable and SecretPaper."""
        text: str = data.get("text") or ""
        file: UploadedFile[bytes] | None = data.get("file")
        if file is not None and text.strip():
            raise Unreadable("Chỉ dán văn bản hoặc chọn tệp, không dùng cả hai một lúc.")
        if file is not None:
            return source_of(file.name or "", file.read())
        if not text.strip():
            raise Unreadable("Chưa có nội dung. Hãy dán toàn văn thông báo hoặc chọn tệp.")
        if len(text) > MAX_CHARS:
            raise Unreadable(
                "Văn bản quá dài (hơn 500.000 ký tự), nên chưa lưu gì. "
                "Hãy kiểm tra lại tệp hoặc nội dung đã dán."
            )
        return Source(printable(text))

    @property
    def reading(self) -> Reading:
        reading: Reading = self.cleaned_data["reading"]
        return reading

    @property
    def source(self) -> Source:
        source: Source = self.cleaned_data["source"]
        return source
