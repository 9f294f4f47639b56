"""The columns of an old register, in the many ways offices head them."""

from collections.abc import Mapping, Sequence

from directives.appendices import HEADS as ROW_HEADS

# The heads of groups of columns: a number and a day are the paper's, or the report's.
_PAPERS = (
    "van ban",
    "van ban giao",
    "van ban chi dao",
    "thong bao ket luan",
    "thong bao",
    "ket luan",
)
_ANSWERS = (
    "ket qua",
    "ket qua thuc hien",
    "van ban bao cao",
    "bao cao",
    "bao cao ket qua",
    "tinh hinh thuc hien",
)
_NUMBERS = ("so", "so ky hieu", "so van ban", "so hieu", "ky hieu", "so ky hieu van ban")
_DAYS = ("ngay", "ngay thang", "ngay ban hanh", "ngay van ban", "ngay thang nam")
_WORDS = ("noi dung", "tom tat", "ket qua")


def _in(groups: Sequence[str], heads: Sequence[str]) -> Sequence[str]:
    return [f"{group} {head}" for group in groups for head in heads]


HEADS: Mapping[str, Sequence[str]] = {
    "number": ROW_HEADS["number"],
    "notice": (
        "so ky hieu",
        "so hieu",
        "so ky hieu van ban",
        "so hieu van ban",
        "so van ban",
        "so thong bao",
        "so ket luan",
        "so thong bao ket luan",
        "so ngay van ban",
        "so va ngay van ban",
        "so ngay thang van ban",
        "so ky hieu ngay van ban",
        "so ky hieu va ngay ban hanh",
        "so ky hieu ngay ban hanh",
        "so ngay ban hanh",
        "thong bao ket luan",
        "van ban giao",
        "van ban chi dao",
        *_in(_PAPERS, _NUMBERS),
    ),
    "issued_on": (
        "ngay",
        "ngay ban hanh",
        "ngay van ban",
        "ngay thang",
        "ngay thang van ban",
        "ngay thang nam",
        "ngay thang ban hanh",
        "thoi gian ban hanh",
        *_in(_PAPERS, _DAYS),
    ),
    "subject": (
        "trich yeu",
        "trich yeu noi dung",
        "trich yeu van ban",
        "trich yeu noi dung van ban",
        "noi dung van ban",
        "ten van ban",
        *_in(_PAPERS, ("trich yeu", "trich yeu noi dung", "noi dung")),
    ),
    "issuer": ("co quan ban hanh", "noi ban hanh", "don vi ban hanh"),
    "code": ("ma nhiem vu", "ma", "ma so", "ma so nhiem vu", "ma cong viec"),
    "words": (
        *ROW_HEADS["words"],
        "noi dung giao",
        "nhiem vu duoc giao",
        "noi dung nhiem vu duoc giao",
        "nhiem vu giao",
        "noi dung chi dao",
        "noi dung ket luan",
        "viec can lam",
    ),
    "leads": ROW_HEADS["leads"],
    "coordinating": ROW_HEADS["coordinating"],
    "deadline": (*ROW_HEADS["deadline"], "thoi han nhu ghi", "thoi han theo van ban"),
    "due_on": ("den ngay", "han ngay", "ngay den han", "han xu ly", "thoi han ngay"),
    "status": ("trang thai", "tinh trang", "tinh trang thuc hien"),
    "result": (
        "ket qua",
        "ket qua thuc hien",
        "tinh hinh thuc hien",
        "tien do thuc hien",
        *_in(_ANSWERS, _WORDS),
    ),
    "paper": (
        "so van ban bao cao",
        "van ban bao cao",
        "so bao cao",
        "so ky hieu bao cao",
        "so ky hieu van ban bao cao",
        "van ban ket qua",
        *_in(_ANSWERS, _NUMBERS),
    ),
    "paper_on": (
        "ngay bao cao",
        "ngay van ban bao cao",
        "ngay van ban ket qua",
        *_in(_ANSWERS, _DAYS),
    ),
    "note": ("ghi chu",),
}
# What the clerk calls them; the template has them in this order.
KINDS: Mapping[str, str] = {
    "notice": "Số, ký hiệu",
    "issued_on": "Ngày ban hành",
    "subject": "Trích yếu",
    "issuer": "Cơ quan ban hành",
    "code": "Mã nhiệm vụ",
    "words": "Nội dung nhiệm vụ",
    "leads": "Chủ trì",
    "coordinating": "Phối hợp",
    "deadline": "Thời hạn (như ghi)",
    "due_on": "Đến ngày",
    "status": "Trạng thái",
    "result": "Kết quả",
    "paper": "Số văn bản báo cáo",
    "paper_on": "Ngày báo cáo",
    "note": "Ghi chú",
    "number": "Số thứ tự",
}
NEEDED = ("notice", "words", "leads")
ADVICE = "Hãy chọn cột dưới đây, hoặc ghi thêm cột vào bảng rồi tải lại."
EXAMPLE = "VÍ DỤ"  # the code of the template's own row, which is passed over
