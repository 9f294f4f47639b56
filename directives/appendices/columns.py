"""How offices head the columns of an appendix, and what the clerk decides about the whole table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from directives.sheets import Columns, Timing

# Folded heads as offices write them; whole ones win over beginnings.
HEADS: Mapping[str, Sequence[str]] = {
    "number": ("tt", "stt", "so tt", "so thu tu", "muc"),
    "words": (
        "noi dung",
        "noi dung nhiem vu",
        "nhiem vu",
        "ten nhiem vu",
        "nhiem vu giai phap",
        "noi dung cong viec",
        "cong viec",
        "noi dung thuc hien",
        "noi dung kien nghi",
        "kien nghi",
        "noi dung phan anh",
        "y kien kien nghi",
    ),
    "leads": (
        "chu tri",
        "co quan chu tri",
        "don vi chu tri",
        "co quan don vi chu tri",
        "co quan thuc hien",
        "don vi thuc hien",
        "co quan don vi thuc hien",
        "don vi duoc giao",
        "co quan tham muu",
        "trach nhiem thuc hien",
        "nguoi thuc hien",
        "don vi tra loi",
        "co quan tra loi",
        "don vi giai quyet",
        "co quan giai quyet",
        "tham quyen giai quyet",
    ),
    "coordinating": (
        "phoi hop",
        "co quan phoi hop",
        "don vi phoi hop",
        "co quan don vi phoi hop",
    ),
    "deadline": (
        "thoi han",
        "thoi han hoan thanh",
        "thoi gian",
        "thoi gian hoan thanh",
        "thoi gian thuc hien",
        "han hoan thanh",
        "tien do",
        "ngay hoan thanh",
        "hoan thanh",
        "han",
    ),
    "product": ("san pham", "ket qua dau ra", "san pham dau ra", "san pham hoan thanh"),
    "raised_by": (
        "nguoi kien nghi",
        "cu tri kien nghi",
        "don vi kien nghi",
        "nguoi phan anh",
        "ho va ten",
        "ho ten",
        "nguoi neu",
        "cu tri",
        "dai bieu",
    ),
    "note": ("ghi chu",),
}


KINDS: Mapping[str, str] = {
    "number": "Số thứ tự",
    "words": "Nội dung",
    "leads": "Chủ trì (hoặc đơn vị trả lời)",
    "coordinating": "Phối hợp",
    "deadline": "Thời hạn",
    "product": "Sản phẩm",
    "raised_by": "Người kiến nghị",
    "note": "Ghi chú (không đưa vào)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the clerk decides about the whole table.

    petitions      rows are questions to be answered, and no tasks of their own
    default_leads  who leads (or answers) a row that names nobody
    default_timings  the deadlines of a row that tells none
    carry_down     an empty cell of bodies or deadline says what the cell above says
    with_headings  a group's heading stands before the words of its rows
    """

    columns: Columns
    first_row: int
    petitions: bool = False
    default_leads: str = ""
    default_timings: Sequence[Timing] = ()
    carry_down: bool = False
    with_headings: bool = False
