"""The words of a PDF: its own text, and what tesseract reads from scanned pages. Nothing touches the disk."""

import ctypes
import math
import threading
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import pypdfium2
from pypdfium2 import raw

from directives.reading.hocr import Scan
from directives.reading.layout import Letter, Row, row_of, text_of_pages
from directives.reading.ocr import Picture, scans
from directives.reading.refusals import Unreadable, refuse_secrets
from directives.reading.source import Source

Page = tuple[list[Row], float]  # its rows and its width in points

MAX_PAGES = 200
HEAD_ROWS = 15  # of the first page, from above
FEW_LETTERS = 200  # on a scanned page: no more than the words of a digital signature
FEW_ACCENTS = 0.1  # of the letters; a fifth to a third of Vietnamese letters bear a mark
WHOLE = 0.5  # of the page that a scan's picture covers
DPI = 300
MOST_DOTS = 25_000_000  # of one picture; a page of A3 has 17 million
_LINE_END_HYPHENS = (0x2, 0xFFFE)  # as PDFium marks a hyphen at the end of a line
_LOCK = threading.Lock()  # PDFium is not safe for threads, and web workers have several
_BROKEN = "Tệp PDF bị hỏng hoặc không đúng định dạng. Hãy xuất lại tệp PDF, hoặc sao chép văn bản rồi dán vào ô nhập."
_LOCKED = (
    "Tệp PDF có mật khẩu. Hãy bỏ mật khẩu rồi tải lại, hoặc sao chép văn bản rồi dán vào ô nhập."
)


def pdf_text(data: bytes) -> Source:
    """Pages in order, page numbers left out, footnotes at the end. Raises Unreadable and SecretPaper."""
    with _LOCK:
        document = _opened(data)
    try:
        with _LOCK:
            pages, scanned = _pages(document)
            refuse_secrets("\n".join(_stamps(document)))
        read = scans(scanned, partial(_picture, document)) if scanned else {}
        return source_of(pages, read)
    except pypdfium2.PdfiumError:
        raise Unreadable(_BROKEN) from None
    finally:
        with _LOCK:
            document.close()


def source_of(pages: Sequence[Page], scanned: Mapping[int, Scan]) -> Source:
    """`scanned`: what was recognised on the pages of these numbers, from 1 on. Raises SecretPaper."""
    rows = [
        (scanned[number].rows if number in scanned else kept, width)
        for number, (kept, width) in enumerate(pages, 1)
    ]
    _refuse_above(rows[0][0])
    unsure = tuple(word for scan in scanned.values() for word in scan.unsure)
    return Source(text_of_pages(rows), tuple(scanned), unsure)


def _refuse_above(rows: Sequence[Row]) -> None:
    """A mark may be drawn last and stand above everything."""
    above = sorted(rows, key=lambda row: -row.bottom)[:HEAD_ROWS]
    refuse_secrets("\n".join(row.text for row in above))


def _opened(data: bytes) -> Any:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise Unreadable(_LOCKED if locked else _BROKEN) from None
    count = len(document)
    if not count:
        raise Unreadable(_BROKEN)
    if count > MAX_PAGES:
        document.close()
        raise Unreadable(
            f"Tệp PDF có {count} trang, nhiều hơn {MAX_PAGES} trang. Hãy tách phụ lục ra rồi tải lại."
        )
    return document


def _pages(document: Any) -> tuple[list[Page], list[int]]:
    """The rows and the width of every page, and the numbers of those that were scanned."""
    pages: list[Page] = []
    scanned: list[int] = []
    for index in range(len(document)):
        page = document[index]
        try:
            rows = list(_rows(page))
            if _is_scanned(page) and not _holds_words(rows):
                scanned.append(index + 1)
            pages.append((rows, page.get_width()))
        finally:
            page.close()
    return pages, scanned


def _stamps(document: Any) -> Iterator[str]:
    """What is stamped on pages and stands in no text of theirs: a mark may be put on with a PDF reader.

    Changes the document: what was stamped on becomes part of the page, for its picture too.
    """
    for index in range(len(document)):
        page = document[index]
        try:
            if not raw.FPDFPage_GetAnnotCount(page):
                continue
            before = _printed(page)
            raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        finally:
            page.close()
        page = document[index]
        try:
            yield _printed(page).removeprefix(before)  # what was put on last comes last
        finally:
            page.close()


def _printed(page: Any) -> str:
    textpage = page.get_textpage()
    try:
        return str(textpage.get_text_bounded())
    finally:
        textpage.close()


def _holds_words(rows: Sequence[Row]) -> bool:
    """More than a signature's, and Vietnamese: scanners without it put letters without accents behind the page."""
    text = "".join(row.text for row in rows)
    accented = sum(char.isalpha() and not char.isascii() for char in text)
    return len(text) >= FEW_LETTERS and accented > FEW_ACCENTS * len(text)


def _is_scanned(page: Any) -> bool:
    whole = page.get_width() * page.get_height()
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) > WHOLE * whole:
            return True
    return False


def _picture(document: Any, number: int) -> Picture:
    with _LOCK:
        page = document[number - 1]
        size = page.get_width() * page.get_height() or 1
        scale = min(DPI / 72, math.sqrt(MOST_DOTS / size))
        bitmap = page.render(scale=scale, grayscale=True)
        try:
            dots = memoryview(bytes(bitmap.buffer))
            rows = (dots[i * bitmap.stride :][: bitmap.width] for i in range(bitmap.height))
            pgm = f"P5 {bitmap.width} {bitmap.height} 255\n".encode() + b"".join(rows)
            return Picture(pgm, bitmap.width, page.get_width(), page.get_height())
        finally:
            bitmap.close()
            page.close()


def _rows(page: Any) -> Iterator[Row]:
    textpage = page.get_textpage()
    try:
        line: list[Letter] = []
        for letter in _letters(textpage):
            if letter.char == "\n":
                row = row_of(line)
                line = []
                if row is not None:
                    yield row
            else:
                line.append(letter)
        last = row_of(line)
        if last is not None:
            yield last
    finally:
        textpage.close()


def _letters(textpage: Any) -> Iterator[Letter]:
    """Letters in reading order, a line feed at the end of each line."""
    edges = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, _ = edges
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, index)
        if code in (0xA, 0xD):
            if code == 0xA:
                yield Letter("\n", 0, 0, 0, 0)
            continue
        raw.FPDFText_GetCharBox(textpage, index, *map(ctypes.byref, edges))
        size = _size(textpage, index) if _is_inked(textpage, index, code) else 0
        hyphen = code in _LINE_END_HYPHENS
        yield Letter("-" if hyphen else chr(code), left.value, right.value, bottom.value, size)
        if hyphen:
            yield Letter("\n", 0, 0, 0, 0)


def _is_inked(textpage: Any, index: int, code: int) -> bool:
    """Printed, not a space that PDFium put between two words."""
    return code in _LINE_END_HYPHENS or (
        code > 0x20 and raw.FPDFText_IsGenerated(textpage, index) != 1
    )


def _size(textpage: Any, index: int) -> float:
    """In points on the page: a PDF may set small type and stretch it."""
    stretch = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, index, ctypes.byref(stretch))
    return float(raw.FPDFText_GetFontSize(textpage, index)) * (abs(stretch.d) or 1)
