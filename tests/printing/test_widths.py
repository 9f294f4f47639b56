"""Lines measured without a font."""

import pytest

from directives.printing import widths


@pytest.mark.parametrize(
    ("text", "size", "face", "mm"),
    [
        ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, widths.BOLD, 72.9),
        ("ĐẢNG BỘ THÀNH PHỐ HỒ CHÍ MINH", 14, widths.REGULAR, 84.5),
        ("Thành phố Hồ Chí Minh, ngày 27 tháng 12 năm 2026", 14, widths.ITALIC, 106.3),
    ],
)
def test_the_lines_measured_on_paper(
    text: str, size: float, face: dict[str, int], mm: float
) -> None:
    assert widths.width_mm(text, size, face) == pytest.approx(mm, abs=0.1)


def test_accents_take_no_room_and_horns_do() -> None:
    assert widths.width_mm("ộ", 14) == widths.width_mm("o", 14)
    assert widths.width_mm("ợ", 14) == widths.width_mm("ơ", 14) > widths.width_mm("o", 14)


def test_a_name_too_long_is_cut_into_even_lines() -> None:
    name = "BAN CHỈ ĐẠO THỰC HIỆN CÁC CÔNG TRÌNH TRỌNG ĐIỂM TRÊN ĐỊA BÀN HUYỆN"
    assert widths.balanced(name, 14, widths.BOLD, room_mm=86) == (
        "BAN CHỈ ĐẠO THỰC HIỆN",
        "CÁC CÔNG TRÌNH TRỌNG",
        "ĐIỂM TRÊN ĐỊA BÀN HUYỆN",
    )


def test_a_name_that_fits_is_left_alone() -> None:
    assert widths.balanced("THÀNH ỦY", 14, widths.BOLD, room_mm=60) == ("THÀNH ỦY",)
    assert widths.balanced("", 14, widths.BOLD, room_mm=60) == ()
