"""The columns of an old register, in the many ways offices head them."""

from collections.abc import Mapping, Sequence

from directives.appendices import HEADS as ROW_HEADS

HEADS: Mapping[str, Sequence[str]] = {
    "notice": (
        "so ky hieu",
        "so hieu",
        "so ky hieu van ban",
        "so hieu van ban",
        "so van ban",
        "so thong bao",
        "so ket luan",
        "so thong bao ket luan",
        "thong bao ket luan",
        "van ban giao",
        "van ban chi dao",
    ),
    "issued_on": (
        "ngay",
        "ngay ban hanh",
        "ngay van ban",
        "ngay thang",
        "ngay thang van ban",
        "ngay thang nam",
        "ngay thang ban hanh",
    ),
    "subject": ("trich yeu", "trich yeu noi dung", "trich yeu van ban", "ten van ban"),
    "issuer": ("co quan ban hanh", "noi ban hanh", "don vi ban hanh"),
    "code": ("ma nhiem vu", "ma", "ma so", "ma nv", "ma so nhiem vu", "ma cong viec"),
    "words": (*ROW_HEADS["words"], "noi dung giao", "nhiem vu duoc giao", "noi dung chi dao"),
    "leads": ROW_HEADS["leads"],
    "coordinating": ROW_HEADS["coordinating"],
    "deadline": (*ROW_HEADS["deadline"], "thoi han nhu ghi", "thoi han theo van ban"),
    "due_on": ("den ngay", "han ngay", "ngay den han", "han xu ly", "thoi han ngay"),
    "status": ("trang thai", "tinh trang", "tinh trang thuc hien"),
    "result": ("ket qua", "ket qua thuc hien", "tinh hinh thuc hien", "tien do thuc hien"),
    "paper": (
        "so van ban bao cao",
        "van ban bao cao",
        "so bao cao",
        "so ky hieu bao cao",
        "so ky hieu van ban bao cao",
        "van ban ket qua",
    ),
    "paper_on": ("ngay bao cao", "ngay van ban bao cao", "ngay van ban ket qua"),
    "note": ("ghi chu",),
}
NEEDED: Mapping[str, str] = {
    "notice": "Số, ký hiệu",
    "issued_on": "Ngày ban hành",
    "words": "Nội dung nhiệm vụ",
    "leads": "Chủ trì",
}
ADVICE = "Hãy đặt tên cột như trong mẫu rồi tải lại."
EXAMPLE = "VÍ DỤ"  # the code of the template's own row, which is passed over
