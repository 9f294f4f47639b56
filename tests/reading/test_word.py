"""What Word keeps apart from the running text: footnotes, page headers, text boxes, WordArt."""

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml.parser import parse_xml

from directives.reading import SecretPaper, Unreadable, read, refuse_secrets, text_of
from tests.reading.conftest import TODAY

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
FOOTNOTES = f"""<w:footnotes {W}>
<w:footnote w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Kế hoạch số 12-KH/ĐU.</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:t>Báo cáo tháng 10.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""
RELATION = (
    '<Relationship Id="rIdNotes" Target="footnotes.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/>'
)
TYPE = (
    '<Override PartName="/word/footnotes.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>'
)


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_footnotes(data: bytes) -> bytes:
    """The package with a part of footnotes, as Word writes it; python-docx cannot add one."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/_rels/document.xml.rels":
                text = text.replace(b"</Relationships>", f"{RELATION}</Relationships>".encode())
            elif name == "[Content_Types].xml":
                text = text.replace(b"</Types>", f"{TYPE}</Types>".encode())
            new.writestr(name, text)
        new.writestr("word/footnotes.xml", FOOTNOTES)
    return stream.getvalue()


def marked(document: Any, text: str, note: str, after: str) -> None:
    paragraph = document.add_paragraph(text)
    paragraph.add_run()._r.append(parse_xml(f'<w:footnoteReference {W} w:id="{note}"/>'))
    paragraph.add_run(after)


def test_footnotes_are_counted_as_they_come_and_stand_at_the_end() -> None:
    document = docx.Document()
    marked(document, "1. Giao UBND xã rà soát", "7", ".")
    marked(document, "2. Giao Công an xã tuần tra", "2", " ban đêm.")

    text = text_of("tb.docx", with_footnotes(saved(document)))

    assert text == (
        "1. Giao UBND xã rà soát<sup>1</sup>.\n\n2. Giao Công an xã tuần tra<sup>2</sup> ban đêm."
        "\n\n[1] Kế hoạch số 12-KH/ĐU.\n\n[2] Báo cáo tháng 10."
    )
    assert [item.text for item in read(text, today=TODAY).items] == [
        "Giao UBND xã rà soát.",
        "Giao Công an xã tuần tra ban đêm.",
    ]


def in_header(document: Any) -> None:
    document.sections[0].header.paragraphs[0].text = "MẬT"


def in_the_first_header(document: Any) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "TỐI MẬT"


def in_a_table_of_the_header(document: Any) -> None:
    table = document.sections[0].header.add_table(1, 2, docx.shared.Cm(10))
    table.cell(0, 1).text = "Độ mật: Mật"


def in_a_second_sections_header(document: Any) -> None:
    document.add_section()
    header = document.sections[1].header
    header.is_linked_to_previous = False
    header.paragraphs[0].text = "TUYỆT MẬT"


def in_a_text_box(document: Any) -> None:
    box = f"<v:textbox {V}><w:txbxContent {W}><w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:txbxContent></v:textbox>"
    run = f"<w:r {W}><w:pict><v:shape {V}>{box}</v:shape></w:pict></w:r>"
    document.add_paragraph("ĐẢNG ỦY XÃ ĐÔNG HẢI")._p.append(parse_xml(run))


def as_wordart(document: Any) -> None:
    shape = f'<v:shape {V}><v:textpath string="MẬT"/></v:shape>'
    run = f"<w:r {W}><w:pict>{shape}</w:pict></w:r>"
    document.sections[0].header.paragraphs[0]._p.append(parse_xml(run))


def in_the_footer(document: Any) -> None:
    document.sections[0].footer.paragraphs[0].text = "MẬT"


def in_a_cell_beside_the_letterhead(document: Any) -> None:
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "ĐẢNG ỦY XÃ ĐÔNG HẢI\nSố 12-BC/ĐU"
    table.cell(0, 1).text = "T Ố I  M Ậ T"


def behind_a_tab_on_the_line_of_the_number(document: Any) -> None:
    document.add_paragraph("Số 12-BC/ĐU\t\tMẬT")


def in_a_table_within_a_text_box(document: Any) -> None:
    cell = (
        f"<w:tbl {W}><w:tr><w:tc><w:p><w:r><w:t>Tuyệt mật</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    box = f"<v:textbox {V}><w:txbxContent {W}>{cell}<w:p/></w:txbxContent></v:textbox>"
    run = f"<w:r {W}><w:pict><v:shape {V}>{box}</v:shape></w:pict></w:r>"
    document.add_paragraph("ĐẢNG ỦY XÃ ĐÔNG HẢI")._p.append(parse_xml(run))


def in_a_box_that_hangs_on_the_last_paragraph(document: Any) -> None:
    for number in range(50):
        document.add_paragraph(f"{number}. Giao UBND xã rà soát.")
    in_a_text_box(document)


def in_pieces(document: Any) -> None:
    """As Word keeps words that were typed, mended and coloured."""
    paragraph = document.add_paragraph()
    for piece in ("M", "Ậ", "T"):
        paragraph.add_run(piece).bold = True


PLACES = [in_a_box_that_hangs_on_the_last_paragraph, in_the_footer, in_a_cell_beside_the_letterhead, behind_a_tab_on_the_line_of_the_number, in_a_table_within_a_text_box, in_pieces, in_header, in_the_first_header, in_a_table_of_the_header, in_a_second_sections_header, in_a_text_box, as_wordart]  # fmt: skip


@pytest.mark.parametrize("stamp", PLACES)
def test_a_mark_of_secrecy_is_seen_wherever_word_keeps_it(stamp: Any) -> None:
    document = docx.Document()
    document.add_paragraph("THÔNG BÁO")
    document.add_paragraph("1. Giao UBND xã rà soát.")
    stamp(document)

    with pytest.raises(SecretPaper):
        refuse_secrets(text_of("tb.docx", saved(document)))


def test_a_mark_beside_the_letterhead_is_seen_far_down_the_head() -> None:
    head = "\n".join(["ĐẢNG ỦY XÃ ĐÔNG HẢI", *["*"] * 14])

    with pytest.raises(SecretPaper):
        refuse_secrets(f"{head}\nSố 12-BC/ĐU                     MẬT\nTHÔNG BÁO")


def test_an_empty_page_header_adds_nothing() -> None:
    document = docx.Document()
    document.add_paragraph("1. Giao UBND xã rà soát.")
    document.sections[0].header.paragraphs[0].text = ""

    assert text_of("tb.docx", saved(document)) == "1. Giao UBND xã rà soát."


def numbered(document: Any, *levels: tuple[str, str], list_id: str = "90", extra: str = "") -> Any:
    """Adds a list whose levels have these forms and texts; returns what adds a paragraph to it."""
    forms = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(levels)
    )
    part = document.part.numbering_part.element
    part.append(
        parse_xml(f'<w:abstractNum {W} w:abstractNumId="{list_id}">{forms}</w:abstractNum>')
    )
    part.append(
        parse_xml(
            f'<w:num {W} w:numId="{list_id}"><w:abstractNumId w:val="{list_id}"/>{extra}</w:num>'
        )
    )

    def add(text: str, level: int = 0) -> Any:
        paragraph = document.add_paragraph(text)
        pointer = f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(pointer))
        return paragraph

    return add


def test_numbers_of_several_levels_are_counted_as_word_does() -> None:
    document = docx.Document()
    add = numbered(
        document,
        ("upperRoman", "%1-"),
        ("decimal", "%2."),
        ("decimal", "%2.%3."),
        ("lowerLetter", "%4)"),
    )
    for text, level in [("Một", 0), ("Hai", 1), ("Ba", 2), ("Bốn", 3), ("Năm", 3), ("Sáu", 2), ("Bảy", 1), ("Tám", 2), ("Chín", 0), ("Mười", 1)]:  # fmt: skip
        add(text, level)

    assert text_of("tb.docx", saved(document)).split("\n\n") == [
        "I- Một", "1. Hai", "1.1. Ba", "a) Bốn", "b) Năm", "1.2. Sáu", "2. Bảy", "2.1. Tám", "II- Chín", "1. Mười",
    ]  # fmt: skip


def test_a_list_may_number_a_level_in_its_own_way() -> None:
    document = docx.Document()
    own = (
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="(%1)"/></w:lvl></w:lvlOverride>'
    )
    add = numbered(document, ("decimal", "%1."), extra=own)
    add("Rà soát")
    add("Tuần tra")

    assert text_of("tb.docx", saved(document)) == "(3) Rà soát\n\n(4) Tuần tra"


def test_a_number_beyond_counting_is_written_in_figures() -> None:
    document = docx.Document()
    begin = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="999999999999"/></w:lvlOverride>'
    numbered(document, ("lowerRoman", "%1."), extra=begin)("Rà soát")

    assert text_of("tb.docx", saved(document)) == "999999999999. Rà soát"


def test_tracked_changes_are_read_as_accepted() -> None:
    document = docx.Document()
    add = numbered(document, ("decimal", "%1."))
    add("Giao UBND xã ")._p.append(
        parse_xml(f"<w:del {W}><w:r><w:delText>trước ngày 10/12/2025</w:delText></w:r></w:del>")
    )
    document.paragraphs[-1]._p.append(
        parse_xml(f"<w:ins {W}><w:r><w:t>trước ngày 20/12/2025.</w:t></w:r></w:ins>")
    )
    struck = add("")
    struck._p.get_or_add_pPr().append(parse_xml(f"<w:rPr {W}><w:del/></w:rPr>"))
    struck._p.append(parse_xml(f"<w:del {W}><w:r><w:delText>Bỏ mục này.</w:delText></w:r></w:del>"))
    add("Giao Công an xã tuần tra.")

    assert text_of("tb.docx", saved(document)) == (
        "1. Giao UBND xã trước ngày 20/12/2025.\n\n2. Giao Công an xã tuần tra."
    )


def test_a_row_struck_out_is_left_out() -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    for row, words in zip(table.rows, [("1", "Rà soát", "UBND xã"), ("2", "Bỏ", "Công an xã")], strict=True):  # fmt: skip
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {W}/>"))

    assert text_of("tb.docx", saved(document)) == "1 | Rà soát | UBND xã"


def with_document(xml: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(docx.Document()))) as old, zipfile.ZipFile(stream, "w") as new:  # fmt: skip
        for name in old.namelist():
            new.writestr(name, xml if name == "word/document.xml" else old.read(name))
    return stream.getvalue()


LAUGHS = "".join(
    f'<!ENTITY {name} "{part * 99}">'
    for name, part in zip("abcdef", ["ha", "&a;", "&b;", "&c;", "&d;", "&e;"], strict=True)
)
BOMBS = {
    "entities": f"<!DOCTYPE d [{LAUGHS}]><w:document {W}><w:body><w:p><w:r><w:t>&f;</w:t></w:r></w:p></w:body></w:document>",
    "nesting": f"<w:document {W}><w:body>{'<w:sdt><w:sdtContent>' * 5000}{'</w:sdtContent></w:sdt>' * 5000}</w:body></w:document>",
    "cut off": f"<w:document {W}><w:body><w:p>",
}


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_hostile_xml_is_refused(name: str) -> None:
    with pytest.raises(Unreadable):
        text_of("tb.docx", with_document(BOMBS[name]))


def test_a_file_of_the_system_named_in_the_xml_is_not_read() -> None:
    xml = f'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]><w:document {W}><w:body><w:p><w:r><w:t>1. Rà soát &a;</w:t></w:r></w:p></w:body></w:document>'

    assert text_of("tb.docx", with_document(xml)) == "1. Rà soát "
