"""What an administrator types about an office."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from django import forms

from bodies import letter_words, practice
from bodies.forms.spoken import LineField, NumbersField, SpokenForm
from bodies.models import Office
from bodies.practice import BOUNDS, USUAL, Practice

MOST_DAYS = 60
MOST_LETTERS = 5000
MOST_CONTACT_LINES, MOST_IN_A_LINE = 3, 120


def _line(label: str, length: int, required: str, **also: Any) -> LineField:
    return LineField(label=label, max_length=length, error_messages={"required": required}, **also)


def _number(label: str, least: int, most: int, **also: Any) -> forms.IntegerField:
    sentence = f"Hãy ghi một số từ {least} đến {most}."
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        error_messages={"required": sentence, "invalid": sentence},
        **also,
    )


def _wording(label: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text="Mỗi dòng là một đoạn. Xóa hết để dùng lại lời văn có sẵn",
    )


class SettingsForm(SpokenForm):
    """Every setting of an office, as `accounts.revise_office` takes them."""

    name = _line("Tên văn phòng", 200, "Hãy ghi tên văn phòng.")
    place = _line(
        "Địa danh", 100, "Hãy ghi địa danh.", help_text="In trước ngày tháng, ví dụ: Tràng Hạc"
    )
    symbol = _line(
        "Ký hiệu cấp ủy",
        20,
        "Hãy ghi ký hiệu.",
        help_text="Phần sau dấu gạch chéo của số ký hiệu, ví dụ ĐU trong 12-TB/ĐU",
    )
    superior_line = LineField(
        label="Dòng cấp trên",
        max_length=200,
        required=False,
        help_text="In trên tên cấp ủy ở góc trái văn bản, ví dụ: ĐẢNG BỘ TỈNH …; có thể để trống",
    )
    due_soon_days = _number(
        "Báo “sắp đến hạn” trước (ngày làm việc)",
        1,
        30,
        help_text="Dùng chung cho danh sách, nhãn và thư nhắc",
    )
    before_means = forms.ChoiceField(
        label="“Trước ngày …” trong văn bản nghĩa là",
        choices=Office.Before.choices,
        error_messages={"required": "Hãy chọn cách hiểu."},
    )
    evidence_default = forms.ChoiceField(
        label="Minh chứng khi đơn vị báo cáo hoàn thành",
        choices=Office.Evidence.choices,
        help_text="Đề xuất sẵn cho nhiệm vụ mới; chuyên viên đổi được ở từng nhiệm vụ",
        error_messages={"required": "Hãy chọn loại minh chứng."},
    )
    clerk_may_issue = forms.BooleanField(
        label="Chuyên viên được ban hành, đăng ký văn bản", required=False
    )
    remind_from_hour = _number("Gửi nhắc việc từ (giờ)", 0, 23)
    remind_until_hour = _number("Đến (giờ)", 1, 24)
    remind_before_days = NumbersField(
        label="Nhắc trước hạn (ngày làm việc)",
        least=0,
        most=MOST_DAYS,
        farthest_first=True,
        help_text="Các số cách nhau bằng dấu phẩy; 0 là đúng ngày đến hạn. Để trống thì nhắc trước 5, 1 ngày",
    )
    remind_after_days = NumbersField(
        label="Nhắc sau hạn (ngày làm việc)",
        least=1,
        most=MOST_DAYS,
        farthest_first=False,
        help_text="Các số cách nhau bằng dấu phẩy. Để trống thì nhắc sau 1, 5 ngày",
    )

    def __init__(self, data: Any, *, office: Office) -> None:
        super().__init__(data)
        self.initial = {name: getattr(office, name) for name in self.fields}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("remind_from_hour"), data.get("remind_until_hour")
        if first is not None and last is not None and first >= last:
            self.add_error("remind_until_hour", "Giờ kết thúc phải sau giờ bắt đầu.")
        return data


class LettersForm(SpokenForm):
    """Who signs what the office writes, and in which words it reminds: for `accounts.revise_office`."""

    letters_from = forms.ChoiceField(
        label="Công văn đôn đốc, báo cáo lấy danh nghĩa",
        choices=Office.Letters.choices,
        help_text="Mỗi danh nghĩa có một sổ số riêng; văn bản phê bình luôn lấy danh nghĩa cấp ủy",
        error_messages={"required": "Hãy chọn danh nghĩa ban hành."},
    )
    signer = forms.ChoiceField(
        label="Người ký của Văn phòng",
        choices=Office.Signer.choices,
        help_text="Phó Chánh Văn phòng ký thay (K/T) khi lấy danh nghĩa Văn phòng",
        error_messages={"required": "Hãy chọn người ký."},
    )
    signer_name = LineField(label="Họ và tên người ký", max_length=100, required=False)
    standing_post = _line(
        "Chức vụ người ký thay mặt Ban Thường vụ (T/M)",
        100,
        "Hãy ghi chức vụ người ký văn bản phê bình.",
        help_text="Ví dụ: PHÓ BÍ THƯ",
    )
    standing_name = LineField(
        label="Họ và tên người ký thay mặt Ban Thường vụ", max_length=100, required=False
    )
    first_letter = _wording("Lời văn công văn đôn đốc lần 1")
    second_letter = _wording("Lời văn công văn đôn đốc lần 2")
    third_letter = _wording("Lời văn văn bản phê bình, yêu cầu giải trình")

    def __init__(self, data: Any, *, office: Office) -> None:
        super().__init__(data)
        self.initial = {name: getattr(office, name) for name in self.fields}
        for level, name in enumerate(("first_letter", "second_letter", "third_letter"), start=1):
            self.initial[name] = office.letter_words(level)

    def clean(self) -> dict[str, Any]:
        """A wording that is the usual one is kept as none, so that a better usual one reaches it."""
        data = super().clean() or {}
        for level, name in enumerate(("first_letter", "second_letter", "third_letter"), start=1):
            words = "\n".join(line.strip() for line in data.get(name, "").splitlines()).strip()
            data[name] = "" if words == letter_words.USUAL[level] else words
            for problem in letter_words.problems(words):
                self.add_error(name, problem)
        return data


def _measure(name: str, label: str, *, unit: str, note: str = "") -> forms.IntegerField:
    """A number of `Practice`; empty, it is the usual one."""
    (least, most), usual = BOUNDS[name], getattr(USUAL, name)
    sentence = f"Hãy ghi một số nguyên từ {least} đến {most}, hoặc để trống để dùng {usual}."
    return forms.IntegerField(
        label=f"{label} ({unit})",
        required=False,
        min_value=least,
        max_value=most,
        help_text=f"Từ {least} đến {most}; để trống thì dùng {usual}{note and f'. {note}'}",
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), sentence),
    )


def _choice(name: str, label: str) -> forms.BooleanField:
    usual = "có" if getattr(USUAL, name) else "không"
    return forms.BooleanField(label=label, required=False, help_text=f"Thường dùng: {usual}")


class PracticeForm(SpokenForm):
    """How the office prints where no rule says: for `accounts.revise_office`."""

    signature_gap_mm = _measure("signature_gap_mm", "Khoảng trống để ký, đóng dấu", unit="mm")
    addressed_gap_pt = _measure(
        "addressed_gap_pt", "Khoảng trống trên “Kính gửi” của công văn", unit="pt"
    )
    lone_post_bold = _choice(
        "lone_post_bold", "In đậm chức vụ người ký khi không ghi quyền hạn ký (T/M, T/L, K/T)"
    )
    circulation_pt = _measure("circulation_pt", "Phạm vi lưu hành", unit="pt")
    draft_mark_pt = _measure("draft_mark_pt", "Dấu “Dự thảo”", unit="pt")
    typist_mark_pt = _measure("typist_mark_pt", "Ký hiệu người đánh máy", unit="pt")
    footnote_pt = _measure("footnote_pt", "Chú thích cuối trang", unit="pt")
    contact_pt = _measure("contact_pt", "Cỡ chữ thông tin liên hệ", unit="pt")
    head_limit = _measure(
        "head_limit",
        "Đầu mục có số in đậm đến dấu hai chấm nếu không dài quá",
        unit="ký tự",
        note="Ghi 0 thì không tự in đậm",
    )
    bold_in_lists = _choice("bold_in_lists", "Giữ chữ đậm đã gõ trong các ý “-” và “+”")
    contact = forms.CharField(
        label="Thông tin liên hệ ở chân trang 1",
        required=False,
        widget=forms.Textarea(attrs={"rows": MOST_CONTACT_LINES}),
        help_text=f"Không quá {MOST_CONTACT_LINES} dòng, ví dụ: Điện thoại: 0200 000 000. Để trống thì không in",
    )

    def __init__(self, data: Any, *, office: Office) -> None:
        super().__init__(data)
        self.initial = {**asdict(practice.of(office.practice)), "contact": office.contact}

    def clean_contact(self) -> str:
        typed = self.cleaned_data["contact"].splitlines()
        lines = [line for each in typed if (line := " ".join(each.split()))]
        if len(lines) > MOST_CONTACT_LINES:
            raise forms.ValidationError(
                f"Có {len(lines)} dòng; hãy rút lại còn không quá {MOST_CONTACT_LINES} dòng."
            )
        for line in lines:
            if len(line) > MOST_IN_A_LINE:
                raise forms.ValidationError(
                    f"Dòng “{line[:30]}…” dài {len(line)} ký tự; "
                    f"hãy rút lại còn không quá {MOST_IN_A_LINE} ký tự."
                )
        return "\n".join(lines)

    def clean(self) -> dict[str, Any]:
        """The office's two fields: its contact, and what differs from the usual practice."""
        data = super().clean() or {}
        chosen = {name: _or_usual(data, name) for name in asdict(USUAL)}
        return {
            "contact": data.get("contact", ""),
            "practice": practice.differing(Practice(**chosen)),
        }


def _or_usual(data: Mapping[str, Any], name: str) -> Any:
    value = data.get(name)
    return getattr(USUAL, name) if value is None else value


class NewOfficeForm(SpokenForm):
    """What `manage.py create_office` is told; the labels name its options."""

    name = _line("--name", 200, "Hãy ghi tên văn phòng.")
    committee = _line("--committee", 200, "Hãy ghi tên cấp ủy.")
    place = _line("--place", 100, "Hãy ghi địa danh.")
    symbol = _line("--symbol", 20, "Hãy ghi ký hiệu của cấp ủy.")
    admin = _line("--admin", 50, "Hãy ghi tên đăng nhập của người quản trị.")
    admin_name = _line("--admin-name", 100, "Hãy ghi họ và tên người quản trị.")
    term_from = forms.DateField(
        label="--term-from",
        required=False,
        error_messages={"invalid": "Ngày không đọc được, ví dụ đúng: 01/07/2025."},
    )
    term_to = forms.DateField(
        label="--term-to",
        required=False,
        error_messages={"invalid": "Ngày không đọc được, ví dụ đúng: 30/06/2030."},
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("term_from"), data.get("term_to")
        if not self.errors and bool(first) != bool(last):
            self.add_error("term_to", "Nhiệm kỳ cần cả ngày đầu và ngày cuối.")
        if isinstance(first, date) and isinstance(last, date) and first >= last:
            self.add_error("term_to", "Ngày cuối nhiệm kỳ phải sau ngày đầu.")
        return data
