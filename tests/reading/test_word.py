"""What Word keeps apart from the running text: footnotes, page headers, text boxes, WordArt."""

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml.parser import parse_xml

from directives.reading import SecretPaper, read, refuse_secrets, text_of
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


PLACES = [in_header, in_the_first_header, in_a_table_of_the_header, in_a_second_sections_header, in_a_text_box, as_wordart]  # fmt: skip


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
