"""An uploaded file → its text. What cannot be read is refused with a sentence that says what to do."""

import re
import unicodedata
from dataclasses import replace
from pathlib import PurePath

from directives.reading.refusals import Unreadable
from directives.reading.source import Source

MAX_BYTES = 5_000_000  # of a text
MAX_SCAN_BYTES = 20_000_000  # of a file that may hold pictures of pages
MAX_CHARS = 500_000

_PLAIN = frozenset({".txt", ".md", ".text"})
_PICTURES = frozenset({".jpg", ".jpeg", ".png"})
_OLD = (
    "Tệp Word kiểu cũ (.doc, .rtf) chưa đọc được. Hãy mở bằng Word, lưu lại dạng .docx rồi tải lên."
)
_LOCKED = (
    "Tệp Word có mật khẩu. Hãy bỏ mật khẩu rồi tải lại, hoặc sao chép văn bản rồi dán vào ô nhập."
)
_TCVN3 = re.compile(r"(?<!\w)(?:cña|vµ|c¸c|®­|§¶ng|®ång|®Þnh|nh©n d©n|thµnh)", re.IGNORECASE)
_VNI = re.compile(r"(?<!\w)(?:cuûa|vaø|caùc|ñöôïc|ñoàng|Ñaûng|nhaân)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_BREAKS = re.compile(r"[\x0b\x0c\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")


def text_of(name: str, data: bytes) -> str:
    """The words of the file, NFC. Raises Unreadable and SecretPaper; never keeps a copy."""
    return source_of(name, data).text


def source_of(name: str, data: bytes) -> Source:
    """The words of the file, NFC, and how far they are certain. Raises Unreadable and SecretPaper.

    The first bytes tell the kind, the name only what they leave open. SecretPaper comes here for marks that
    stand outside the text (a page's foot); whoever keeps the text asks `refuse_secrets` for the rest.
    """
    if not data:
        raise Unreadable("Tệp rỗng. Hãy chọn lại tệp có nội dung văn bản.")
    source = _read(PurePath(name.lower()).suffix, data)
    if not source.text.strip():
        raise Unreadable(
            "Không tìm thấy chữ nào trong tệp. Hãy kiểm tra lại tệp, hoặc dán văn bản vào ô nhập."
        )
    if _in_old_letters(source.text):
        raise Unreadable(
            "Văn bản dùng bảng mã cũ (TCVN3 hoặc VNI). Hãy chuyển sang Unicode (ví dụ bằng Unikey) rồi tải lại."
        )
    if len(source.text) > MAX_CHARS:
        raise Unreadable("Văn bản dài hơn 500.000 ký tự. Hãy tách phụ lục ra rồi tải lại.")
    return replace(source, text=printable(source.text))


def printable(text: str) -> str:
    """NFC, without the signs that no database and no .docx takes; page breaks become ends of lines."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", _BREAKS.sub("\n", whole)))


def _read(ending: str, data: bytes) -> Source:
    if data.startswith(b"%PDF-") or ending == ".pdf":
        _refuse_over(MAX_SCAN_BYTES, data)
        # PDFium is a library of 7 MB that plain text should not load.
        from directives.reading.pdf import pdf_text

        return pdf_text(data)
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff")) or ending in _PICTURES:
        _refuse_over(MAX_SCAN_BYTES, data)
        # Pillow likewise.
        from directives.reading.photo import photo_text

        return photo_text(data)
    _refuse_over(MAX_BYTES, data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(_LOCKED if "EncryptedPackage".encode("utf-16-le") in data else _OLD)
    if data.startswith(b"{\\rtf") or ending == ".doc":
        raise Unreadable(_OLD)
    if data.startswith(b"PK\x03\x04") or ending == ".docx":
        # python-docx brings lxml, a quarter of a second that plain text should not pay.
        from directives.reading.word import docx_text

        return Source(docx_text(data))
    if ending in _PLAIN:
        return Source(_plain(data))
    raise Unreadable(
        "Chỉ nhận tệp .docx, .pdf, .txt hoặc ảnh .jpg, .png. Hãy lưu văn bản ở một trong các dạng này rồi tải lại."
    )


def _refuse_over(limit: int, data: bytes) -> None:
    if len(data) > limit:
        raise Unreadable(
            f"Tệp lớn hơn {limit // 1_000_000} MB. Hãy bỏ bớt hình ảnh, phụ lục rồi tải lại, hoặc dán văn bản vào ô nhập."
        )


def _plain(data: bytes) -> str:
    text = _decoded(data)
    if len(_CONTROL.findall(text)) > len(text) // 200:
        raise Unreadable(
            "Tệp này không phải văn bản. Hãy chọn tệp .docx, .pdf, .txt hoặc ảnh .jpg, .png."
        )
    return text


def _in_old_letters(text: str) -> bool:
    """TCVN3 or VNI: letters that only an old typeface shows as Vietnamese."""
    return len(_TCVN3.findall(text)) > 2 or len(_VNI.findall(text)) > 2


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decode(data, "utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if b"\x00" in data:
        if data.count(b"\x00", 1, 400) > 40:
            return _decode(data, "utf-16-le" if data[1:2] == b"\x00" else "utf-16-be")
        raise Unreadable(
            "Tệp này không phải văn bản. Hãy chọn tệp .docx, .pdf, .txt hoặc ảnh .jpg, .png."
        )
    old = data.decode("latin-1")
    if _in_old_letters(old):
        return old
    return _decode(data, "cp1258")


def _decode(data: bytes, encoding: str) -> str:
    try:
        return unicodedata.normalize("NFC", data.decode(encoding))
    except UnicodeDecodeError:
        raise Unreadable(
            "Không nhận ra bảng mã của tệp. Hãy lưu tệp ở dạng Unicode (UTF-8) rồi tải lại."
        ) from None
