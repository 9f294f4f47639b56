"""One face with Times' metrics, whole, in every paper."""

import unicodedata
from io import BytesIO

import pdfplumber
import pytest

from tests.printing.samples import MM, Printed, printed

TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
LETTERS = [
    letter
    for letter in (
        *(unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES),
        "đ",
        "Đ",
    )
    if not letter.isascii()
]


@pytest.fixture(scope="module")
def sheet() -> Printed:
    letters = f"Chữ {' '.join(LETTERS)}."
    return printed(body_text=f"{letters}\n\n**{letters}**\n\n*{letters}*")


def test_there_are_134_accented_letters() -> None:
    assert len(set(LETTERS)) == 134


def test_only_liberation_serif_is_in_the_paper(sheet: Printed) -> None:
    assert sheet.fonts == {"Liberation-Serif", "Liberation-Serif-Bold", "Liberation-Serif-Italic"}


def test_every_vietnamese_letter_is_printed_in_every_style(sheet: Printed) -> None:
    by_face = {
        face: {
            letter
            for line in sheet.lines
            if line.face == face and line.size == 14
            for letter in line.text
        }
        for face in ("", "Bold", "Italic")
    }
    assert [set(LETTERS) - found for found in by_face.values()] == [set(), set(), set()]


def test_a_letter_outside_the_face_is_a_square_and_brings_in_no_other_face() -> None:
    sheet = printed(body_text="Chúc mừng 😀 漢字 ☐ xong.")
    assert "Chúc mừng □ □□ □ xong." in sheet.words
    assert {font.partition("-")[0] for font in sheet.fonts} == {"Liberation"}


def test_text_given_decomposed_is_printed_composed() -> None:
    sheet = printed(body_text=unicodedata.normalize("NFD", "Đảng ủy phường Kiến An chỉ đạo."))
    assert "Đảng ủy phường Kiến An chỉ đạo." in sheet.words


def test_the_measured_title_is_as_wide_as_the_printed_one(sheet: Printed) -> None:
    title = sheet.line("ĐẢNG CỘNG SẢN VIỆT NAM")
    assert title.right - title.left == pytest.approx(72.9, abs=MM)


def test_the_file_is_archival_tagged_titled_and_vietnamese(sheet: Printed) -> None:
    with pdfplumber.open(BytesIO(sheet.data)) as document:
        catalog, title = document.doc.catalog, document.metadata["Title"]
        xmp = catalog["Metadata"].resolve().get_data().decode()
    assert title == (
        "THÔNG BÁO Số 05-TB/ĐU – Kết luận của Ban Thường vụ Đảng ủy "
        "tại buổi làm việc với Ủy ban nhân dân phường"
    )
    assert (catalog["Lang"], catalog["MarkInfo"]) == (b"vi", {"Marked": True})
    assert "StructTreeRoot" in catalog
    assert ['part="3"' in xmp, 'conformance="A"' in xmp] == [True, True]
