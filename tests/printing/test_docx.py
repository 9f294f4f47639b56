"""The Word file read back: the same words, labels, looks and places as the PDF, and Word's own means."""

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any

import docx as python_docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from bodies.practice import Practice
from directives.printing.docx import docx
from directives.printing.fitting import PrintingRefused
from directives.printing.model import (
    Appendix,
    Cell,
    Column,
    Footnote,
    Heading,
    Listed,
    Paper,
    Paragraph,
    Run,
    Table,
)
from directives.printing.notice import notice_paper
from directives.reading import text_of
from tests.printing.samples import SENTENCE, content

TWIP = Length(635)  # Word's own smallest step: places are true to half of it
COMPONENTS: dict[str, Any] = {
    "urgency": "Khẩn",
    "circulation": "Lưu hành nội bộ",
    "draft_mark": "Dự thảo lần 2",
    "typist_mark": "Bm (10)",
    "contact": ("Văn phòng Đảng ủy phường Kiến An", "Điện thoại 0225 000 000"),
}


@cache
def sheet() -> Any:
    return opened(notice_paper(content(**COMPONENTS)))


def opened(paper: Paper) -> Any:
    return python_docx.Document(BytesIO(docx(paper)))


def words(paper: Paper) -> list[str]:
    """Every paragraph as Word shows it, its counted label written out."""
    return text_of("a.docx", docx(paper)).split("\n\n")


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read(name).decode()


def styled(document: Any, name: str) -> list[Any]:
    """All paragraphs of a style, those in tables too, in printed order."""
    every = document.element.body.iter(qn("w:p"))
    found = [WordParagraph(one, document._body) for one in every]
    return [one for one in found if one.style is not None and one.style.name == name]


def effective(style: Any, name: str) -> Any:
    """What a style says, or the one that it is based on."""
    while style is not None:
        said = getattr(style.paragraph_format, name)
        if said is not None:
            return said
        style = style.base_style
    return None


def test_the_words_stand_in_printed_order_with_their_labels() -> None:
    text = (
        "I- Đánh giá\n\n1. Một việc.\n\n1.1. Việc nhỏ.\n\na) Điểm.\n\nđ) Điểm nữa.\n\n- Gạch.\n\n"
        "+ Cộng.\n\n2. Hai việc.\n\nII- Nhiệm vụ\n\n1. Việc khác.\n\n3. Nhảy số.\n\n(1) Ngoặc.\n\n4. Tiếp."
    )
    paper = notice_paper(content(body_text=text, **COMPONENTS | {"contact": ()}))
    assert words(paper) == [
        "Dự thảo lần 2",
        "ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG",
        "ĐẢNG ỦY PHƯỜNG KIẾN AN",
        "*",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Số 05-TB/ĐU",
        "KHẨN",
        "Kiến An, ngày 05 tháng 12 năm 2025",
        "LƯU HÀNH NỘI BỘ",
        "THÔNG BÁO",
        "Kết luận của Ban Thường vụ Đảng ủy\ntại buổi làm việc với Ủy ban nhân dân phường",
        "-----",
        *text.split("\n\n"),
        "Nơi nhận:",
        "- Thường trực Thành ủy,",
        "- Các đồng chí Đảng ủy viên,",
        "- Lưu VPĐU.",
        "T/L BAN THƯỜNG VỤ",
        "CHÁNH VĂN PHÒNG",
        "Hoàng Văn Bình",
        "Bm (10)",
    ]


@pytest.mark.parametrize(
    ("name", "size", "bold", "italic"),
    [
        ("Tiêu đề", 15, True, None),
        ("Cơ quan cấp trên", 14, None, None),
        ("Cơ quan ban hành", 14, True, None),
        ("Số và ký hiệu", 14, None, None),
        ("Địa danh, ngày tháng", 14, None, True),
        ("Title", 16, True, None),
        ("Subtitle", 14, True, None),
        ("Quyền hạn ký", 14, True, None),
        ("Chức vụ ký", 14, None, None),
        ("Họ tên người ký", 14, True, None),
        ("Nơi nhận", 14, None, None),
        ("Danh sách nơi nhận", 12, None, None),
        ("Độ khẩn", 14, True, None),
        ("Phạm vi lưu hành", 12, True, None),
        ("Dấu dự thảo", 14, None, True),
        ("Ký hiệu người đánh máy", 11, None, None),
        ("Thông tin liên hệ", 10, None, None),
        ("Trích yếu công văn", 12, None, True),
        ("Kính gửi", 14, None, None),
        ("Header", 14, None, None),
        ("footnote text", 11, None, None),
    ],
)
def test_every_component_has_a_style_of_its_own(
    name: str, size: float, bold: bool | None, italic: bool | None
) -> None:
    font = sheet().styles[name].font
    assert (font.size, font.bold, font.italic) == (Pt(size), bold, italic)


@pytest.mark.parametrize("name", ["Body Text", "Heading 1", "List Number", "List Bullet"])
def test_running_text_is_justified_drawn_in_and_on_lines_of_exactly_18_points(name: str) -> None:
    style = sheet().styles[name]
    assert effective(style, "alignment").name == "JUSTIFY"
    assert effective(style, "first_line_indent") == pytest.approx(Mm(10), abs=TWIP)
    assert effective(style, "line_spacing") == Pt(18)
    assert effective(style, "space_before") == Pt(6)


def test_letters_are_times_new_roman_and_vietnamese() -> None:
    styles = part(docx(notice_paper(content())), "word/styles.xml")
    assert 'w:ascii="Times New Roman" w:hAnsi="Times New Roman"' in styles
    assert '<w:lang w:val="vi-VN"' in styles
    assert 'w:val="28"' in styles.partition("</w:rPrDefault>")[0]


def test_the_page_is_a4_with_the_rules_margins() -> None:
    (section,) = sheet().sections
    mm = {
        name: pytest.approx(Mm(value), abs=TWIP)
        for name, value in {
            "page_width": 210,
            "page_height": 297,
            "top_margin": 20,
            "bottom_margin": 20,
            "left_margin": 30,
            "right_margin": 15,
            "header_distance": 10,
        }.items()
    }
    assert {name: getattr(section, name) for name in mm} == mm


def test_the_number_is_a_field_on_every_page_but_the_first() -> None:
    (section,) = sheet().sections
    (number,) = section.header.paragraphs
    fields = [one.text for one in number._element.iter(qn("w:instrText"))]
    assert section.different_first_page_header_footer
    assert section.first_page_header.is_linked_to_previous
    assert (fields, number.style.name, number.text) == ([" PAGE "], "Header", "")
    assert number.style.paragraph_format.alignment.name == "CENTER"


def test_the_head_has_two_rows_with_columns_of_their_own() -> None:
    paper = notice_paper(
        content(superior="Đảng bộ thành phố Hồ Chí Minh", place="Thành phố Hồ Chí Minh")
    )
    rows = [
        [cell.get(qn("w:w")) for cell in row.iter(qn("w:tcW"))]
        for row in opened(paper).tables[0]._element.iter(qn("w:tr"))
    ]
    assert [sum(map(int, row)) for row in rows] == [9354, 9354]
    assert rows[0] != rows[1]


def test_the_rule_under_the_title_is_an_edge_as_long_as_the_text() -> None:
    (title,) = styled(sheet(), "Tiêu đề")
    column = int(
        sheet().tables[0].rows[0].cells[1]._element.find(f".//{qn('w:tcW')}").get(qn("w:w"))
    )
    drawn_in = title.paragraph_format.left_indent + title.paragraph_format.right_indent
    assert (column * 635 - drawn_in) / Mm(1) == pytest.approx(72.9, abs=0.4)
    assert title.style.element.find(f".//{qn('w:pBdr')}/{qn('w:bottom')}") is not None


def test_the_signature_is_one_row_that_is_not_parted_and_holds_the_last_words() -> None:
    document = sheet()
    (row,) = document.tables[1].rows
    body = [p for p in document.paragraphs if p.style.name == "Body Text"]
    assert row._element.find(f".//{qn('w:cantSplit')}") is not None
    assert body[-1].paragraph_format.keep_with_next is True
    assert body[0].paragraph_format.keep_with_next is True  # it leads in what follows
    assert body[1].paragraph_format.keep_with_next is None


def test_24_mm_are_kept_clear_for_the_signature() -> None:
    style = sheet().styles["Họ tên người ký"].paragraph_format
    letters = Pt(14)
    assert style.space_before + style.line_spacing - letters == pytest.approx(Mm(24), abs=TWIP)


def test_the_offices_own_practice_is_that_of_the_word_file_too() -> None:
    own = Practice(signature_gap_mm=32, addressed_gap_pt=20, contact_pt=8, footnote_pt=13)
    document = opened(notice_paper(content(kind="", addressed_to=("Đảng ủy",), practice=own)))
    styles, (to,) = document.styles, styled(document, "Kính gửi")
    signer = styles["Họ tên người ký"].paragraph_format

    assert signer.space_before + signer.line_spacing - Pt(14) == pytest.approx(Mm(32), abs=TWIP)
    assert to.paragraph_format.space_before == Pt(20)
    assert [styles[name].font.size for name in ("Thông tin liên hệ", "footnote text")] == [
        Pt(8),
        Pt(13),
    ]


def test_urgency_is_red_and_recipients_are_underlined_by_their_styles() -> None:
    assert str(sheet().styles["Độ khẩn"].font.color.rgb) == "C00000"
    assert sheet().styles["Nơi nhận"].font.underline is True


def test_footnotes_are_words_own() -> None:
    data = docx(notice_paper(content()))
    notes, text = part(data, "word/footnotes.xml"), part(data, "word/document.xml")
    assert text.count("<w:footnoteReference ") == 1
    assert "Kế hoạch số 116/KH-UBND" in notes
    assert notes.count("<w:footnoteRef/>") == 1
    assert text_of("a.docx", data).endswith(
        "[1] Kế hoạch số 116/KH-UBND ngày 17/12/2020 về việc chỉnh trang đô thị."
    )


def test_a_footnote_with_a_mark_that_word_would_not_count_keeps_it() -> None:
    """Marks that begin anew on each page: 1, 2, 1."""
    notes = tuple(Footnote(mark, (Run(f"chú {mark}"),)) for mark in ("1", "2", "1"))
    data = docx(replace(notice_paper(content()), blocks=(Paragraph((Run("Việc"), *notes)),)))
    text, kept = part(data, "word/document.xml"), part(data, "word/footnotes.xml")
    assert text.count("w:customMarkFollows") == 1
    assert kept.count("<w:footnoteRef/>") == 2


def test_a_label_is_as_bold_as_it_is_printed() -> None:
    blocks = (
        Heading(Run("I-", bold=True), (Run("Một", bold=True),)),
        Heading(Run("1."), (Run("Hai"),), 1),
        Listed(Run("2.", bold=True), (Run("Ba:", bold=True), Run(" bốn"))),
        Listed(Run("đ)", bold=True), (Run("năm"),)),
    )
    document = opened(replace(notice_paper(content()), blocks=blocks))
    found = [p for p in document.paragraphs if p.text in ("Một", "Hai", "Ba: bốn", "đ) năm")]
    marks = [p._element.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:b')}") for p in found]
    assert [p.style.name for p in found] == ["Heading 1", "Heading 2", "List Number", "Body Text"]
    assert [None if m is None else m.get(qn("w:val"), "1") for m in marks] == [None, "0", "1", None]
    assert [[run.bold for run in p.runs] for p in found] == [
        [None],
        [False],
        [True, None],
        [True, None],
    ]


COLUMNS = (Column("TT", 1, "center"), Column("Nhiệm vụ", 4, "justify"), Column("Hạn", 2))


def ruled(count: int) -> Table:
    cells = [[Cell(((Run(f"{at} {name}"),),)) for name in "abc"] for at in range(count)]
    return Table(COLUMNS, tuple(map(tuple, cells)))


def test_a_table_repeats_its_head_and_parts_no_row() -> None:
    document = opened(replace(notice_paper(content()), blocks=(Paragraph((Run("Dẫn"),)), ruled(3))))
    table = document.tables[1]
    rows = [
        [one.tag.rpartition("}")[2] for one in row._element.find(qn("w:trPr"))]
        for row in table.rows
    ]
    widths = [int(one.get(qn("w:w"))) for one in table._element.iter(qn("w:gridCol"))]
    assert rows == [["cantSplit", "tblHeader"], *([["cantSplit"]] * 3)]
    assert [row.cells[1].text for row in table.rows] == ["Nhiệm vụ", "0 b", "1 b", "2 b"]
    assert sum(widths) == pytest.approx(9354, abs=2)
    assert {run.font.size for row in table.rows for run in row.cells[0].paragraphs[0].runs} == {
        Pt(12)
    }


def test_a_cell_may_span_columns() -> None:
    wide = Table(COLUMNS, ((Cell(((Run("I"),),)), Cell(((Run("Chung"),),), 2)),))
    document = opened(replace(notice_paper(content()), blocks=(wide,)))
    assert [cell.text for cell in document.tables[1].rows[1].cells] == ["I", "Chung", "Chung"]


def test_tables_are_parted_and_nothing_ends_with_one() -> None:
    """Word makes one of two tables that follow each other."""
    paper = replace(
        notice_paper(content()),
        blocks=(ruled(1), ruled(1)),
        appendices=(Appendix(("Phụ lục",), (ruled(1),)), Appendix(("Phụ lục",), (ruled(1),))),
    )
    order = [one.tag.rpartition("}")[2] for one in opened(paper).element.body]
    assert ["tbl", "tbl"] not in [order[at : at + 2] for at in range(len(order))]
    assert order[-2:] == ["p", "sectPr"]


def test_an_appendix_is_a_section_that_counts_its_pages_from_1() -> None:
    lead = Paragraph((Run(SENTENCE),))
    paper = replace(
        notice_paper(content(**COMPONENTS)),
        appendices=(
            Appendix(("Phụ lục 1", "Danh mục"), (lead, ruled(2))),
            Appendix(("Phụ lục 2",), (lead,), landscape=True),
        ),
    )
    sections = opened(paper).sections
    starts = [one._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for one in sections]
    assert starts == ["1", "1", "1"]
    assert [one.orientation.name for one in sections] == ["PORTRAIT", "PORTRAIT", "LANDSCAPE"]
    assert [round(one.page_width.mm) for one in sections] == [210, 210, 297]
    assert [one.different_first_page_header_footer for one in sections] == [True] * 3
    assert [[p.text for p in one.first_page_footer.paragraphs] for one in sections] == [
        ["Văn phòng Đảng ủy phường Kiến An", "Điện thoại 0225 000 000"],
        [""],
        [""],
    ]


def test_lists_of_an_appendix_begin_anew() -> None:
    items = tuple(Listed(Run(f"{at}."), (Run("Việc"),), 1) for at in (1, 2))
    paper = replace(
        notice_paper(content()), blocks=items, appendices=(Appendix(("Phụ lục",), items),)
    )
    assert [line for line in words(paper) if line.endswith("Việc")] == ["1. Việc", "2. Việc"] * 2


def test_printed_on_both_sides_the_margins_are_mirrored() -> None:
    usual, both = (
        part(docx(notice_paper(content(duplex=duplex))), "word/settings.xml")
        for duplex in (False, True)
    )
    assert ("mirrorMargins" in usual, "mirrorMargins" in both) == (False, True)


def test_a_letter_has_its_summary_under_the_number_and_whom_it_is_for() -> None:
    document = opened(
        notice_paper(
            content(
                kind="CÔNG VĂN",
                subject="về việc đôn đốc thực hiện Thông báo số 05-TB/ĐU",
                addressed_to=("Đảng ủy Công an phường", "Đảng ủy Quân sự phường"),
            )
        )
    )
    assert [p.text for p in styled(document, "Trích yếu công văn")] == [
        "về việc đôn đốc thực hiện Thông báo số 05-TB/ĐU"
    ]
    to = styled(document, "Kính gửi")
    assert [p.text for p in to] == ["Kính gửi: Đảng ủy Công an phường", "Đảng ủy Quân sự phường"]
    assert [run.italic for run in to[0].runs] == [True, None, None]
    assert [p.paragraph_format.space_before for p in to] == [Pt(12), None]
    assert styled(document, "Title") == []


def test_the_file_knows_its_title_its_day_and_its_language() -> None:
    properties = sheet().core_properties
    assert properties.title.startswith("THÔNG BÁO Số 05-TB/ĐU – Kết luận")
    assert properties.language == "vi-VN"
    assert properties.created == properties.modified == datetime(2025, 12, 5, tzinfo=UTC)


def test_the_same_paper_gives_the_same_bytes() -> None:
    paper = notice_paper(content())
    with zipfile.ZipFile(BytesIO(docx(paper))) as package:
        moments = {entry.date_time for entry in package.infolist()}
    assert docx(paper) == docx(paper)
    assert moments == {(1980, 1, 1, 0, 0, 0)}


def test_words_are_words_and_what_xml_forbids_is_left_out() -> None:
    hostile = "a<w:p/>&amp;<!-- ]]> \"' \x00\x07\x1b\ufffe\u202e{{ x }}"
    clean = "a<w:p/>&amp;<!-- ]]> \"' {{ x }}"
    paper = replace(
        notice_paper(content()),
        issuer=hostile,
        code=hostile,
        title=hostile,
        typist_mark=hostile,
        contact=(hostile,),
        recipients=(hostile,),
        blocks=(
            Paragraph((Run(hostile), Footnote("*", (Run(hostile),)))),
            Table((Column(hostile, 1),), ((Cell(((Run(hostile),),)),),)),
        ),
        appendices=(Appendix((hostile,), ()),),
    )
    document = opened(paper)
    assert document.core_properties.title == clean
    assert document.tables[1].rows[0].cells[0].text == clean
    assert document.tables[1].rows[1].cells[0].text == clean
    assert [p.text for p in styled(document, "Tên phụ lục")] == [clean]
    assert words(paper).count(clean) == 6


def test_ten_thousand_items_are_set() -> None:
    text = "\n\n".join(f"{at % 97}. Giao việc." for at in range(1, 10_001))
    paper = notice_paper(content(body_text=text))
    assert sum(line.endswith("Giao việc.") for line in words(paper)) == 10_000


def test_a_table_with_too_many_columns_is_refused_in_words() -> None:
    wide = Table(tuple(Column("x", 1) for _ in range(50)), ())
    with pytest.raises(PrintingRefused, match="Bảng có 50 cột"):
        docx(replace(notice_paper(content()), blocks=(wide,)))
