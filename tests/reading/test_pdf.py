"""PDF files: what the printing house prints is read back as it was. Scans: test_scans.py."""

import dataclasses
import io
import random
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

import pypdfium2
import pytest

from directives.printed import content_of_reading
from directives.printing.docx import docx
from directives.printing.notice import notice_paper
from directives.printing.pdf import pdf
from directives.reading import Header, Reading, ReadItem, SecretPaper, Unreadable, read, text_of
from directives.reading.layout import Row, text_of_pages
from directives.reading.pdf import MAX_PAGES, source_of
from tests.conftest import SHARED
from tests.reading.papers import samples

TODAY = date(2026, 1, 15)
NOTES = """Ngày 17/11/2025, Ban Thường vụ Đảng ủy họp và kết luận như sau:

1. Giao UBND phường rà soát quỹ đất công theo Kế hoạch đã ban hành<sup>1</sup>, xong trước ngày 10/12/2025.

<sup>1</sup> Kế hoạch số 116/KH-UBND ngày 17/12/2024.

2. Giao Công an phường tuần tra."""

Told = tuple[Any, ...]


def printed(reading: Reading) -> bytes:
    return pdf(notice_paper(content_of_reading(reading, today=TODAY)))


def as_word(reading: Reading) -> bytes:
    return docx(notice_paper(content_of_reading(reading, today=TODAY)))


def told(item: ReadItem) -> Told:
    """What an item says, without where."""
    bodies = [
        [body.text for body in role]
        for role in (item.leads, item.coordinating, item.via, item.report_to)
    ]
    days = [(one.text, one.due_on, one.due_time) for one in item.deadlines]
    words = " ".join(item.text.split())
    return item.label, item.number, item.parent, item.kind, words, bodies, days, item.recurring


def plain(header: Header) -> Header:
    """The printing house sets the summary and the letterhead in its own capitals, and no typist's mark above."""
    return dataclasses.replace(
        header,
        subject=" ".join(header.subject.split()).upper(),
        issuer=header.issuer.upper(),
        typist_mark="",
    )


# What the product prints of a reading, by the name of the file; each is read back by the tests below.
PRINTERS: dict[str, Callable[[Reading], bytes]] = {
    "tb.pdf": printed,
    "tb.docx": as_word,
}


def read_back(reading: Reading, *, file: str) -> Reading:
    return read(text_of(file, PRINTERS[file](reading)), today=TODAY)


@pytest.mark.parametrize("file", PRINTERS)
@pytest.mark.parametrize("name", sorted(samples()))
def test_a_printed_paper_reads_as_its_text(name: str, file: str) -> None:
    reading = read(samples()[name], today=TODAY)

    back = read_back(reading, file=file)

    assert [told(item) for item in back.items] == [told(item) for item in reading.items]
    assert plain(back.header) == plain(reading.header)


@pytest.mark.shared
@pytest.mark.parametrize("file", PRINTERS)
@pytest.mark.parametrize("number", range(5))
def test_a_real_notice_printed_reads_as_its_text(number: int, file: str) -> None:
    """Two of them tell their issuer in the running text alone: the letterhead made of it is no witness."""
    seed = SHARED / "notices" / f"seed_{number:03}.txt"
    reading = read(seed.read_text(encoding="utf-8"), today=TODAY)

    back = read_back(reading, file=file)

    assert [told(item) for item in back.items] == [told(item) for item in reading.items]
    assert without_letterhead(back.header) == without_letterhead(reading.header)


def without_letterhead(header: Header) -> Header:
    authority = header.signer.authority.replace("/ ", "/")  # "T/ L" is set as "T/L"
    signer = dataclasses.replace(header.signer, authority=authority)
    return dataclasses.replace(plain(header), issuer="", superior="", signer=signer)


def test_footnotes_stand_at_the_end_and_out_of_the_running_text() -> None:
    paper = samples()["giao_ban"]
    begin, foot = paper.index("Thực hiện Quy chế"), paper.index("Nơi nhận:")
    source = f"{paper[:begin]}{NOTES}\n\n{paper[foot:]}"

    text = text_of("tb.pdf", printed(read(source, today=TODAY)))

    assert text.endswith("\n\n[1] Kế hoạch số 116/KH-UBND ngày 17/12/2024.")
    assert "ban hành<sup>1</sup>, xong" in text
    assert [item.number for item in read(text, today=TODAY).items] == ["1", "2"]


def rows(*texts: str, left: float = 80, size: float = 14) -> list[Row]:
    """Full lines of running text from the top of a page down."""
    return [Row(text, left, 550, 700 - 18 * n, size, 30) for n, text in enumerate(texts)]


def test_a_paragraph_goes_on_over_the_page_and_its_number() -> None:
    number = Row("2", 310, 318, 800, 14, 8)
    first, second = rows("Giao Văn", "phòng và"), [number, *rows("Đảng ủy phường", "rà soát")]

    text = text_of_pages([(first, 595), (second, 595)])

    assert text == "Giao Văn phòng và Đảng ủy phường rà soát"


def test_a_name_broken_behind_its_stroke_is_one_word() -> None:
    assert text_of_pages([(rows("các cơ quan (t/", "h) và giai đoạn 2021-", "2025"), 595)]) == (
        "các cơ quan (t/h) và giai đoạn 2021-2025"
    )


def test_a_line_that_had_room_for_the_next_word_ends_its_paragraph() -> None:
    short = [Row("được giữ vững.", 80, 200, 700, 14, 30), *rows("Công an phường")[:1]]

    assert text_of_pages([(short, 595)]) == "được giữ vững.\n\nCông an phường"


def blank(pages: int) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842).close()
    stream = io.BytesIO()
    document.save(stream)
    document.close()
    return stream.getvalue()


REFUSED = [
    (b"%PDF-1.7 broken", "hỏng"),
    (b"no PDF at all", "hỏng"),
    (blank(1), "Không tìm thấy chữ"),
    (blank(MAX_PAGES + 1), "200 trang"),
]


@pytest.mark.parametrize(("data", "words"), REFUSED)
def test_a_pdf_that_cannot_be_read_is_refused_with_advice(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        text_of("tb.pdf", data)


def written(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF by hand: the first object is its catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    tail = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + tail


def drawn(words: bytes, *, of: bytes = b"") -> bytes:
    code = b"BT /F 14 Tf 5 5 Td (%s) Tj ET" % words
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (of, len(code), code)


def stamped(words: bytes) -> bytes:
    """A page of one line, and a stamp put on it with a PDF reader."""
    font = b"/Resources<</Font<</F 6 0 R>>>>"
    return written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s/Contents 4 0 R/Annots[5 0 R]>>" % font,
        drawn(b"1. Giao UBND xa ra soat."),
        b"<</Type/Annot/Subtype/Stamp/Rect[300 760 400 790]/F 4/AP<</N 7 0 R>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
        drawn(words, of=b"/Type/XObject/Subtype/Form/BBox[0 0 100 30]" + font),
    )


def test_a_stamp_put_on_with_a_pdf_reader_is_seen() -> None:
    with pytest.raises(SecretPaper):
        text_of("tb.pdf", stamped(b"TOI MAT"))


def test_a_mark_drawn_last_and_standing_above_is_seen() -> None:
    body = [Row(f"{n}. Giao UBND xã rà soát.", 80, 550, 600 - 10 * n, 14, 30) for n in range(50)]

    with pytest.raises(SecretPaper):
        source_of([([*body, Row("MẬT", 80, 120, 780, 14, 30)], 595)], {})


def test_another_stamp_is_no_part_of_the_text() -> None:
    assert text_of("tb.pdf", stamped(b"DA KY")) == "1. Giao UBND xa ra soat."


def locked() -> bytes:
    """Encrypted, and opened by no empty password."""
    key = b"<%s>" % (b"5a" * 32)
    return written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"<</Filter/Standard/V 1/R 2/Length 40/P -4/O %s/U %s>>" % (key, key),
        trailer=b"/Encrypt 3 0 R/ID[<00><00>]",
    )


def test_a_pdf_with_a_password_is_refused_with_advice() -> None:
    with pytest.raises(Unreadable, match="Hãy bỏ mật khẩu rồi tải lại"):
        text_of("tb.pdf", locked())


def test_a_damaged_pdf_is_read_or_refused() -> None:
    whole = printed(read(samples()["giao_ban"], today=TODAY))
    chance = random.Random(3)
    for _ in range(40):
        data = bytearray(whole[: chance.choice((len(whole), chance.randrange(len(whole))))])
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(Unreadable):
            assert text_of("tb.pdf", bytes(data))
