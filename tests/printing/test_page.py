"""The table "Page" of the layout rule, read back from the printed PDF."""

from datetime import date
from itertools import pairwise

import pytest

from tests.printing.samples import MM, PARAGRAPH, PT, Line, Printed, printed


@pytest.fixture(scope="module")
def sheet() -> Printed:
    return printed(body_text=f"{PARAGRAPH * 3}\n\n" * 4)


@pytest.fixture(scope="module")
def duplex() -> Printed:
    return printed(body_text=f"{PARAGRAPH * 3}\n\n" * 4, duplex=True)


def body(sheet: Printed, page: int) -> list[Line]:
    """The lines of running text: 14 pt regular, at least as long as half the block."""
    return [
        line
        for line in sheet.page(page)
        if line.face == "" and line.size == 14 and line.right - line.left > 82
    ]


def test_the_paper_is_a4_upright(sheet: Printed) -> None:
    assert {(round(wide, 2), round(high, 2)) for wide, high in sheet.page_sizes} == {(210, 297)}


@pytest.mark.parametrize("page", [1, 2])
def test_the_text_stands_30_mm_from_the_left_and_15_from_the_right(
    sheet: Printed, page: int
) -> None:
    lines = body(sheet, page)
    assert min(line.left for line in lines) == pytest.approx(30, abs=MM)
    assert max(line.right for line in lines) == pytest.approx(195, abs=MM)


def test_the_text_stands_within_20_mm_from_top_and_bottom(sheet: Printed) -> None:
    places = [line for line in sheet.lines if not line.text.isdecimal()]
    assert 20 <= min(line.top for line in places) <= 21.2
    assert max(line.bottom for line in sheet.page(2)) == pytest.approx(277, abs=6.5)
    assert max(line.bottom for line in places) <= 277


def test_full_lines_are_justified(sheet: Printed) -> None:
    full = [line for line in body(sheet, 2) if line.right > 180]
    assert {round(line.right) for line in full} == {195}
    assert len(full) > 25


def test_the_body_is_14_points_on_lines_of_exactly_18(sheet: Printed) -> None:
    lines = [line for line in body(sheet, 2) if line.left < 39]
    steps = [(b.base - a.base) * 72 / 25.4 for a, b in pairwise(lines)]
    assert {line.size for line in lines} == {14}
    assert min(steps) == pytest.approx(18, abs=PT)
    assert sum(step == pytest.approx(18, abs=PT) for step in steps) > 15


def test_a_paragraph_begins_10_mm_in_and_6_points_below_the_last(sheet: Printed) -> None:
    lines = body(sheet, 2)
    above, first = next((a, b) for a, b in pairwise(lines) if b.left > 35)
    assert first.left == pytest.approx(40, abs=MM)
    assert (first.base - above.base) * 72 / 25.4 == pytest.approx(24, abs=PT)


def test_pages_are_numbered_from_the_second(sheet: Printed) -> None:
    numbers = [line for line in sheet.lines if line.base < 19]
    assert [(line.page, line.text, line.size, line.face) for line in numbers] == [
        (2, "2", 14, ""),
        (3, "3", 14, ""),
    ]


def test_the_page_number_is_centred_10_mm_from_the_top_edge(sheet: Printed) -> None:
    number = sheet.page(2)[0]
    figure_mm = 0.676 * 14 * 25.4 / 72  # how high a figure of Times stands
    assert number.middle == pytest.approx((30 + 195) / 2, abs=MM)
    assert number.top == pytest.approx(10, abs=MM)
    assert number.base - figure_mm == pytest.approx(10, abs=MM)


def test_printed_on_both_sides_the_back_swaps_its_margins(duplex: Printed) -> None:
    sides = [
        (
            round(min(line.left for line in body(duplex, page)), 1),
            round(max(line.right for line in body(duplex, page))),
        )
        for page in (1, 2, 3)
    ]
    assert sides == [(30, 195), (15, 180), (30, 195)]


def test_everything_is_black_but_the_mark_of_urgency() -> None:
    hurried = printed(body_text="Giao Văn phòng.", urgency="Hỏa tốc", issued_on=date(2026, 6, 1))
    red = [line.text for line in hurried.lines if line.colour[0] > 0]
    assert red == ["HỎA TỐC"]


def test_lines_are_filled_round_numbers_and_bold_words() -> None:
    """The renderer breaks early where a space before another look overhangs its line."""
    words = "và hoàn thành các nhiệm vụ, công việc theo đúng tinh thần Nghị quyết số"
    text = "\n\n".join(
        f"{'a' * shift} {words} 34/NQ-CP; chỉ đạo **các đơn vị** xem xét *thẩm định* dự án. " * 3
        for shift in range(1, 40)
    )
    lines = [line for line in printed(body_text=text).lines if line.size == 14 and line.base > 19]
    early = [
        a.text
        for a, b in pairwise(lines)
        if 0 < b.base - a.base < 7 and b.left < 31 and a.right < 170
    ]
    assert early == []
    assert not [line for line in lines if line.text.startswith(("NQ-CP", "CP;"))]
