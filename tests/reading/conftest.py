"""One fictional notice to put a passage into: issued on Tuesday 18 November 2025."""

from collections.abc import Callable
from datetime import date

import pytest

from directives.reading import Reading, read

TODAY = date(2025, 11, 20)
HEAD = """ĐẢNG ỦY XÃ ĐÔNG HẢI

Đông Hải, ngày 18 tháng 11 năm 2025

Số 12-TB/ĐU

THÔNG BÁO
KẾT LUẬN CỦA BAN THƯỜNG VỤ ĐẢNG ỦY

Ngày 17/11/2025, Ban Thường vụ Đảng ủy họp phiên thường kỳ. Sau khi nghe báo cáo, Ban Thường vụ Đảng ủy thống nhất kết luận như sau:

"""
FOOT = """

Nơi nhận:
- Như trên,
- Lưu VPĐU.

T/M BAN THƯỜNG VỤ
BÍ THƯ

Nguyễn Văn Bình"""

Told = tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]


@pytest.fixture
def reading_of() -> Callable[[str], Reading]:
    return lambda passage: read(HEAD + passage + FOOT, today=TODAY)


def told(passage: str) -> list[Told]:
    """Kind, leads, coordinators and days of every item of a passage."""
    reading = read(HEAD + passage + FOOT, today=TODAY)
    return [
        (
            item.kind.value,
            tuple(mention.text for mention in item.leads),
            tuple(mention.text for mention in item.coordinating),
            tuple(str(deadline.due_on) for deadline in item.deadlines if deadline.due_on),
        )
        for item in reading.items
    ]
