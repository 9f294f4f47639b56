"""An uploaded file → its text. What cannot be read is refused with a sentence that says what to do."""

import re
import unicodedata
from pathlib import PurePath

from directives.reading.refusals import Unreadable

MAX_BYTES = 5_000_000
MAX_CHARS = 500_000

_PLAIN = frozenset({".txt", ".md", ".text"})
_TCVN3 = re.compile(r"(?<!\w)(?:cña|vµ|c¸c|®­|§¶ng|®ång|®Þnh|nh©n d©n|thµnh)", re.IGNORECASE)
_VNI = re.compile(r"(?<!\w)(?:cuûa|vaø|caùc|ñöôïc|ñoàng|Ñaûng|nhaân)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")


def text_of(name: str, data: bytes) -> str:
    """The words of the file, NFC. Raises Unreadable; never keeps a copy."""
    ending = PurePath(name.lower()).suffix
    if not data:
        raise Unreadable("Tệp rỗng. Hãy chọn lại tệp có nội dung văn bản.")
    if len(data) > MAX_BYTES:
        raise Unreadable(
            "Tệp lớn hơn 5 MB. Hãy bỏ bớt hình ảnh, phụ lục rồi tải lại, hoặc dán phần văn bản."
        )
    text = _read(ending, data)
    if not text.strip():
        raise Unreadable(
            "Không tìm thấy chữ nào trong tệp. Nếu là bản quét, hãy dán văn bản vào ô bên dưới."
        )
    if _in_old_letters(text):
        raise Unreadable(
            "Văn bản dùng bảng mã cũ (TCVN3 hoặc VNI). Hãy chuyển sang Unicode (ví dụ bằng Unikey) rồi tải lại."
        )
    if len(text) > MAX_CHARS:
        raise Unreadable("Văn bản dài hơn 500.000 ký tự. Hãy tách phụ lục ra rồi tải lại.")
    return unicodedata.normalize("NFC", text)


def _read(ending: str, data: bytes) -> str:
    if ending in _PLAIN:
        return _plain(data)
    if ending == ".docx":
        # python-docx brings lxml, a quarter of a second that plain text should not pay.
        from directives.reading.word import docx_text

        return docx_text(data)
    if ending == ".doc":
        raise Unreadable(
            "Tệp .doc kiểu cũ chưa đọc được. Hãy mở bằng Word, lưu lại dạng .docx rồi tải lên."
        )
    if ending == ".pdf":
        # PDFium is a library of 7 MB that plain text should not load.
        from directives.reading.pdf import pdf_text

        return pdf_text(data)
    raise Unreadable(
        "Chỉ nhận tệp .docx, .pdf hoặc .txt. Hãy lưu văn bản ở một trong các dạng này rồi tải lại."
    )


def _plain(data: bytes) -> str:
    text = _decoded(data)
    if len(_CONTROL.findall(text)) > len(text) // 200:
        raise Unreadable("Tệp này không phải văn bản. Hãy chọn tệp .docx, .pdf hoặc .txt.")
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
        raise Unreadable("Tệp này không phải văn bản. Hãy chọn tệp .docx, .pdf hoặc .txt.")
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
