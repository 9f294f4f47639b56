"""Tables, appendices and sheets that lie on their side, read back from the printed PDF."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pdfplumber
import pytest

from directives.printing.model import Appendix, Cell, Column, Paper, Paragraph, Run, Table
from directives.printing.notice import notice_paper
from directives.printing.pdf import PrintingRefused, pdf
from tests.printing.samples import MM, PARAGRAPH, PT, SENTENCE, Printed, content, read_back

COLUMNS = (
    Column("TT", 1, "center"),
    Column("Nhiệm vụ", 6, "justify"),
    Column("Đơn vị chủ trì", 3, "center"),
    Column("Số ngày", 2, "right"),
)


def words(*lines: str, span: int = 1) -> Cell:
    return Cell(tuple((Run(line),) for line in lines), span)


def table(count: int, *, columns: tuple[Column, ...] = COLUMNS) -> Table:
    return Table(
        columns,
        tuple(
            (words(str(at)), words(SENTENCE), words("Văn phòng", "Đảng ủy"), words(str(at * 10)))
            for at in range(1, count + 1)
        ),
    )


def paper(**changes: Any) -> Paper:
    usual = notice_paper(content(body_text=SENTENCE))
    return replace(usual, **changes)


@pytest.fixture(scope="module")
def sheet() -> Printed:
    """A text with a table over three pages, a long appendix upright and one that lies on its side."""
    lead = Paragraph((Run(SENTENCE),))
    return read_back(
        pdf(
            paper(
                blocks=(lead, table(40), lead, Paragraph((Run(PARAGRAPH),))),
                appendices=(
                    Appendix(("Phụ lục 1", "Danh mục nhiệm vụ"), (table(30),)),
                    Appendix(("Phụ lục 2", "Tình hình"), (lead, table(30)), landscape=True),
                ),
            )
        )
    )


def test_the_head_is_printed_again_on_every_page_of_the_table(sheet: Printed) -> None:
    with_rows = {line.page for line in sheet.lines if line.text == "Văn phòng"}
    heads = [line.page for line in sheet.lines if line.text == "TT"]
    assert heads == sorted(with_rows)
    assert len(heads) > 9


def test_a_table_fills_the_text_block_in_12_points(sheet: Printed) -> None:
    edges = [rule for rule in sheet.rules if rule.page == 2]
    heads = [line for line in sheet.page(2) if line.text in ("TT", "Nhiệm vụ", "Đơn vị chủ trì")]
    assert min(rule.left for rule in edges) == pytest.approx(30, abs=MM)
    assert max(rule.right for rule in edges) == pytest.approx(195, abs=MM)
    assert [line.size for line in heads] == [pytest.approx(12, abs=PT)] * 3


def test_words_stand_as_their_column_says(sheet: Printed) -> None:
    number = next(line for line in sheet.page(2) if line.text == "TT")
    rows = [line for line in sheet.page(2) if line.text.isdecimal() and line.base > 19]
    centred = [line for line in rows if line.left < 50]
    right = [line for line in rows if line.left > 170]
    assert {round(line.middle, 1) for line in centred} == {round(number.middle, 1)}
    assert {round(line.right, 1) for line in right} == {195 - 1.5}


def test_a_row_is_never_parted(sheet: Printed) -> None:
    """Every row has two lines in its third column, one under the other."""
    first, second = (
        [line.page for line in sheet.lines if line.text == words]
        for words in ("Văn phòng", "Đảng ủy")
    )
    assert first == second
    assert len(first) == 100


def test_an_appendix_begins_a_page_and_counts_its_pages_from_1(sheet: Printed) -> None:
    first, second = (sheet.line(f"Phụ lục {number}") for number in (1, 2))
    numbers = {line.page: line.text for line in sheet.lines if line.base < 15.5}
    assert sheet.page(first.page)[0] == first
    assert sheet.page(second.page)[0] == second
    assert numbers == {
        **{page: str(page) for page in range(2, first.page)},
        **{page: str(page - first.page + 1) for page in range(first.page + 1, second.page)},
        **{
            page: str(page - second.page + 1)
            for page in range(second.page + 1, len(sheet.page_sizes) + 1)
        },
    }


def test_an_appendix_is_titled_in_the_middle_its_first_line_bold(sheet: Printed) -> None:
    title, name = sheet.line("Phụ lục 1"), sheet.line("Danh mục nhiệm vụ")
    assert [(one.size, one.face) for one in (title, name)] == [(14, "Bold"), (14, "")]
    assert [one.middle for one in (title, name)] == [pytest.approx(112.5, abs=MM)] * 2


def test_an_appendix_may_lie_on_its_side(sheet: Printed) -> None:
    start = sheet.line("Phụ lục 2").page
    lying = [page for page in range(1, len(sheet.page_sizes) + 1) if page >= start]
    assert {tuple(map(round, sheet.page_sizes[page - 1])) for page in lying} == {(297, 210)}
    assert {tuple(map(round, size)) for size in sheet.page_sizes[: start - 1]} == {(210, 297)}
    edges = [rule for rule in sheet.rules if rule.page == start]
    assert max(rule.right for rule in edges) == pytest.approx(282, abs=MM)


def test_a_whole_paper_may_lie_on_its_side() -> None:
    sheet = read_back(pdf(paper(landscape=True, blocks=(table(3),))))
    assert [tuple(map(round, size)) for size in sheet.page_sizes] == [(297, 210)]
    date = sheet.line("Kiến An, ngày")
    assert date.middle == pytest.approx(sheet.line("ĐẢNG CỘNG SẢN").middle, abs=MM)
    assert sheet.line("THÔNG BÁO").middle == pytest.approx(30 + 252 / 2, abs=MM)


def test_the_signature_keeps_the_end_of_a_table_with_it() -> None:
    for count in range(6, 16):
        sheet = read_back(pdf(paper(blocks=(table(count),))))
        name = sheet.line("Hoàng Văn Bình")
        assert [line for line in sheet.page(name.page) if line.text == "Văn phòng"]


def test_a_cell_may_span_columns() -> None:
    wide = Table(COLUMNS, ((words("I"), words("Nhiệm vụ chung", span=3)),))
    sheet = read_back(pdf(paper(blocks=(wide,))))
    rules = [rule for rule in sheet.rules if rule.right - rule.left < 165]
    assert "I Nhiệm vụ chung" in sheet.words
    assert rules


def test_a_table_with_more_columns_than_the_sheet_can_hold_is_refused_in_words() -> None:
    columns = tuple(Column(f"Cột {at}", 1) for at in range(50))
    wide = Table(columns, (tuple(words("x") for _ in columns),))
    with pytest.raises(PrintingRefused, match="Bảng có 50 cột"):
        pdf(paper(blocks=(wide,)))


def test_a_row_longer_than_a_page_goes_on_on_the_next() -> None:
    long = words(*(f"dòng {at}" for at in range(200)))
    columns = (Column("A", 1), Column("B", 1))
    sheet = read_back(pdf(paper(blocks=(Table(columns, ((words("x"), long),)),))))
    lines = [line for line in sheet.lines if line.text.startswith("dòng")]
    assert [line.text for line in lines] == [f"dòng {at}" for at in range(200)]
    assert lines[0].left == pytest.approx(30 + 165 / 2 + 1.5, abs=MM)
    assert max(line.bottom for line in sheet.lines) <= 277.5


def test_tables_are_tagged_for_those_who_listen() -> None:
    data = pdf(paper(blocks=(table(1),)))
    with pdfplumber.open(BytesIO(data)) as document:
        (found,) = _tagged(document.structure_tree, "Table")
    assert _shape(found) == {
        "Table": [
            {"THead": [{"TR": ["TH"] * 4}]},
            {"TBody": [{"TR": ["TD"] * 4}]},
        ]
    }


def _tagged(elements: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [
        found
        for one in elements
        for found in ([one] if one["type"] == kind else _tagged(one.get("children", []), kind))
    ]


def _shape(element: dict[str, Any]) -> Any:
    inner = [_shape(one) for one in element.get("children", []) if one["type"] != "Span"]
    return {element["type"]: inner} if inner else element["type"]
