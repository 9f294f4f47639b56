"""The fixed lines of a paper, as the rule writes them."""

from datetime import date

import pytest

from directives.printing.model import Run
from directives.printing.wording import (
    PartialDay,
    authority_line,
    code_line,
    place_and_date,
    post_lines,
    profile_day,
    recipient_lines,
)

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("number", "symbol", "line"),
    [
        pytest.param(16, "KL/BCĐ", "Số 16-KL/BCĐ", id="two figures"),
        pytest.param(5, "TB/ĐU", "Số 05-TB/ĐU", id="under ten is padded"),
        pytest.param("05", "-TB/ĐU", "Số 05-TB/ĐU", id="padded and joined already"),
        pytest.param(1185, "CV/VPTW", "Số 1185-CV/VPTW", id="four figures"),
        pytest.param(16, " -KL / BCĐ", "Số 16-KL/BCĐ", id="no spaces round hyphen and slash"),
        pytest.param(None, "-TB/ĐU", "Số      -TB/ĐU", id="not numbered yet"),
        pytest.param(7, "-CT", "Số 07-CT", id="a symbol without a body keeps its hyphen"),
        pytest.param(634, "TB-VPCP", "Số 634/TB-VPCP", id="a State paper"),
        pytest.param(634, "/TB-VPCP", "Số 634/TB-VPCP", id="a State paper, joined already"),
        pytest.param(None, "", "Số      ", id="nothing known"),
    ],
)
def test_number_and_symbol(number: int | str | None, symbol: str, line: str) -> None:
    assert code_line(number, symbol) == line


@pytest.mark.parametrize(
    ("on", "line"),
    [
        pytest.param(date(2025, 12, 5), "Kiến An, ngày 05 tháng 12 năm 2025", id="day padded"),
        pytest.param(date(2026, 1, 15), "Kiến An, ngày 15 tháng 01 năm 2026", id="month 1 padded"),
        pytest.param(date(2026, 2, 9), "Kiến An, ngày 09 tháng 02 năm 2026", id="month 2 padded"),
        pytest.param(date(2026, 5, 27), "Kiến An, ngày 27 tháng 5 năm 2026", id="month 5 is not"),
        pytest.param(None, "Kiến An, ngày       tháng       năm      ", id="undated"),
        pytest.param(
            PartialDay(2021, 11), "Kiến An, ngày       tháng 11 năm 2021", id="day still blank"
        ),
        pytest.param(
            PartialDay(2025), "Kiến An, ngày       tháng       năm 2025", id="day, month blank"
        ),
    ],
)
def test_place_and_date(on: date | PartialDay | None, line: str) -> None:
    assert place_and_date("Kiến An", on) == line


def test_a_date_without_a_place_begins_with_a_capital() -> None:
    assert place_and_date("", date(2025, 12, 5)) == "Ngày 05 tháng 12 năm 2025"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("ngày tháng 11 năm 2021", PartialDay(2021, 11)),
        ("tháng 8 năm 2023", PartialDay(2023, 8)),
        ("ngày       tháng      năm 2025", PartialDay(2025)),
        ("", PartialDay()),
    ],
)
def test_a_partial_date_is_read_from_its_words(words: str, day: PartialDay) -> None:
    assert PartialDay.read(words) == day


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("T/ L BAN THƯỜNG VỤ", "T/L BAN THƯỜNG VỤ"),
        ("t/m ban thường vụ", "T/M BAN THƯỜNG VỤ"),
        ("KT. BỘ TRƯỞNG, CHỦ NHIỆM", "KT. BỘ TRƯỞNG, CHỦ NHIỆM"),
        ("", ""),
    ],
)
def test_the_authority_is_printed_as_given_but_for_spaces(typed: str, line: str) -> None:
    assert authority_line(typed) == line


def test_a_post_under_an_authority_is_regular() -> None:
    assert post_lines("Phó Chánh Văn phòng", bold=False) == (Run("PHÓ CHÁNH VĂN PHÒNG"),)


def test_a_post_without_an_authority_is_bold_and_its_aside_is_not() -> None:
    assert post_lines("BÍ THƯ\n(kiêm)\nTRƯỞNG BAN CHỈ ĐẠO", bold=True) == (
        Run("BÍ THƯ", bold=True),
        Run("(kiêm)"),
        Run("TRƯỞNG BAN CHỈ ĐẠO", bold=True),
    )


@pytest.mark.parametrize(("mark", "first"), [(",", "- Huyện ủy,"), (";", "- Huyện ủy;")])
def test_recipients_end_with_the_rules_mark_and_the_last_with_a_stop(mark: str, first: str) -> None:
    typed = ("- Huyện ủy;", "", "  Các phòng:\n Nội vụ; Dân tộc,", "Lưu VP")
    assert recipient_lines(typed, mark=mark) == (
        first,
        f"- Các phòng: Nội vụ; Dân tộc{mark}",
        "- Lưu VP.",
    )


@pytest.mark.parametrize(
    ("issued_on", "partial", "met_on", "day"),
    [
        pytest.param(date(2026, 5, 27), "năm 2025", None, date(2026, 5, 27), id="issued"),
        pytest.param(None, "tháng 11 năm 2021", date(2021, 10, 1), date(2021, 11, 1), id="partial"),
        pytest.param(
            None, "năm 2025", date(2025, 11, 21), date(2025, 11, 21), id="year, met in it"
        ),
        pytest.param(None, "năm 2025", None, date(2025, 12, 31), id="year long past"),
        pytest.param(None, "", date(2024, 4, 11), date(2024, 4, 11), id="met"),
        pytest.param(None, "", None, TODAY, id="nothing known"),
    ],
)
def test_the_day_that_chooses_the_rule(
    issued_on: date | None, partial: str, met_on: date | None, day: date
) -> None:
    assert profile_day(issued_on, partial, met_on, today=TODAY) == day
