"""Files → text, and what is refused."""

import io
import unicodedata
import zipfile

import docx
import pytest

from directives.reading import (
    MAX_BYTES,
    MAX_CHARS,
    SecretPaper,
    Unreadable,
    printable,
    refuse_secrets,
    text_of,
)

WORDS = "Giao Ủy ban nhân dân xã rà soát."


def word_file(*paragraphs: tuple[str, str | None]) -> bytes:
    document = docx.Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_plain_text_is_read_in_every_unicode_encoding(encoding: str) -> None:
    assert text_of("tb.txt", WORDS.encode(encoding)) == WORDS


def test_plain_text_in_the_windows_code_page_is_read() -> None:
    # cp1258 writes the tone as a mark of its own
    data = "".join(unicodedata.normalize("NFC", char) if len(char) == 1 else char for char in WORDS)
    split = (
        data.replace("Ủ", "U\u0309")
        .replace("ủ", "u\u0309")
        .replace("ã", "a\u0303")
        .replace("à", "a\u0300")
    )

    assert text_of("tb.txt", split.encode("cp1258", "ignore")).startswith("Giao Ủy ban")


REFUSED = [
    ("tb.txt", b"", "Tệp rỗng"),
    ("tb.txt", b"   \n ", "Không tìm thấy chữ"),
    ("tb.txt", b"\x00\x01\x02\x03" * 90, "không phải văn bản"),
    ("tb.docx", b"PK\x03\x04 broken", "bị hỏng"),
    ("tb.docx", b"not a package", "bị hỏng"),
    ("tb.doc", b"\xd0\xcf\x11\xe0", "lưu lại dạng .docx"),
    ("tb.docx", b"\xd0\xcf\x11\xe0", "lưu lại dạng .docx"),
    ("tb.doc", b"{\\rtf1 Giao UBND", "lưu lại dạng .docx"),
    ("tb.doc", b"Giao UBND", "lưu lại dạng .docx"),
    ("tb.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "Hãy bỏ mật khẩu"),
    ("tb.exe", b"MZ", "Chỉ nhận tệp"),
    ("tb", b"abc", "Chỉ nhận tệp"),
    ("tb.txt", b"a" * (MAX_BYTES + 1), "5 MB"),
    ("tb.txt", b"a" * (MAX_CHARS + 1), "500.000"),
    ("tb.txt", "§¶ng uû x· c¸c ®ång chÝ vµ nh©n d©n cña x· vµ c¸c th«n".encode("latin-1", "ignore"), "bảng mã cũ"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "words"), REFUSED)
def test_what_cannot_be_read_is_refused_with_advice(name: str, data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        text_of(name, data)


def test_a_package_without_a_document_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("readme.txt", "x")

    with pytest.raises(Unreadable, match="bị hỏng"):
        text_of("tb.docx", stream.getvalue())


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 70_000_000)

    with pytest.raises(Unreadable, match="quá lớn"):
        text_of("tb.docx", stream.getvalue())


def test_signs_that_no_database_takes_are_left_out() -> None:
    dirty = (
        "Giao\x00 Ủy ban\x1b nhân dân\ud800 xã\ufffe rà soát.\x0cTrang \ud83d\ude00 sau\x0bvà nữa"
    )

    assert printable(dirty) == "Giao Ủy ban nhân dân xã rà soát.\nTrang 😀 sau\nvà nữa"


def test_a_file_is_told_by_its_first_bytes_not_by_its_name() -> None:
    data = word_file((WORDS, None))

    assert [text_of(name, data) for name in ("tb.docx", "tb.txt", "tb.pdf.zip", "tb")] == [
        WORDS
    ] * 4


def test_the_numbers_word_counts_are_written_out() -> None:
    data = word_file(
        ("Giao UBND xã rà soát", "List Number"),
        ("Công an xã tuần tra", "List Number"),
        ("Nắm tình hình", "List Bullet"),
    )

    assert (
        text_of("tb.docx", data)
        == "1. Giao UBND xã rà soát\n\n2. Công an xã tuần tra\n\n- Nắm tình hình"
    )


def test_the_cells_of_a_letterhead_are_read_one_by_one() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "ĐẢNG ỦY XÃ ĐÔNG HẢI"
    table.cell(0, 1).text = "Đông Hải, ngày 18 tháng 11 năm 2025"
    stream = io.BytesIO()
    document.save(stream)

    assert (
        text_of("tb.docx", stream.getvalue())
        == "ĐẢNG ỦY XÃ ĐÔNG HẢI\n\nĐông Hải, ngày 18 tháng 11 năm 2025"
    )


def test_rows_of_a_table_are_lines() -> None:
    document = docx.Document()
    table = document.add_table(1, 3)
    for column, text in enumerate(["1", "Rà soát hộ nghèo", "UBND xã"]):
        table.cell(0, column).text = text
    stream = io.BytesIO()
    document.save(stream)

    assert text_of("tb.docx", stream.getvalue()) == "1 | Rà soát hộ nghèo | UBND xã"


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "Tuyệt mật", "Độ mật: Mật"])
def test_a_secret_paper_is_refused(mark: str) -> None:
    with pytest.raises(SecretPaper, match="bí mật nhà nước"):
        refuse_secrets(f"ĐẢNG ỦY XÃ ĐÔNG HẢI\n{mark}\nTHÔNG BÁO\n1. Nội dung.")


@pytest.mark.parametrize("line", ["tăng cường bảo vệ bí mật nhà nước", "KHẨN", "LƯU HÀNH NỘI BỘ"])
def test_other_marks_are_no_secrecy(line: str) -> None:
    refuse_secrets(f"ĐẢNG ỦY XÃ ĐÔNG HẢI\n{line}\nTHÔNG BÁO")
