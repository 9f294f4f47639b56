"""An uploaded .xlsx → the rows of its first visible sheet that has a table.

Values only: a formula counts for the value Excel last saw. Hidden sheets are not read, but a
secrecy mark anywhere in the file refuses it. Sizes are bounded before anything is unpacked.
"""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from html import unescape
from typing import Any

from directives.sheets.table import (
    MAX_CELL,
    MAX_COLUMNS,
    MAX_ROWS,
    Row,
    Table,
    TableRefused,
    refuse_secret_cells,
)

MAX_BYTES = 10_000_000
MAX_UNPACKED = 60_000_000  # bytes; ten thousand rows of words are a third of it
MAX_PARTS = 2_000
MAX_PRINTED_ROWS = 100_000  # blank rows too: a sheet "used" to its last line is no table
MAX_MERGED = 20_000
BROKEN = "Tệp .xlsx bị hỏng hoặc không phải tệp Excel. Hãy mở lại bằng Excel, lưu thành .xlsx mới rồi tải lên."
MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"'
)
PRINTED = re.compile(rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)[^>]*>([^<]{1,2000})</")
CODES = re.compile(r'&(?:"[^"]*"|[LCRPNDTAFGBIUESXY]|K[0-9A-F]{6}|\d+)')
FAULTS = frozenset(
    ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"]
)
MACROS = ("vbaproject.bin", "macrosheets/", "activex/")


def table_of(name: str, data: bytes) -> Table:
    """Return the first visible sheet with words as rows. Raises TableRefused; keeps no copy.

    Days come as dd/mm/yyyy, whole numbers without a fraction. Cells merged down a column all
    say what the first says; a row that is one cell merged across is told as `spread`.
    """
    _check(name, data)
    # openpyxl takes a third of a second to load, which no other page should pay.
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        tables = _tables(book)
    except TableRefused:
        raise
    except Exception:
        raise TableRefused(BROKEN) from None
    shown = [table for table, hidden in tables if not hidden]
    filled = [table for table in shown if table.rows]
    if not filled:
        raise TableRefused("Không tìm thấy dòng nào trong tệp. Hãy kiểm tra lại trang tính.")
    first = filled[0]
    return Table(first.rows, first.name, [table.name for table in filled[1:]])


def _check(name: str, data: bytes) -> None:
    """Refuse what is no .xlsx, what carries macros, and what would unpack too far."""
    ending = name.lower().rpartition(".")[2]
    if not data:
        raise TableRefused(f"Tệp “{name}” không có nội dung. Hãy chọn lại tệp.")
    if len(data) > MAX_BYTES:
        raise TableRefused(
            f"Tệp “{name}” lớn hơn 10 MB. Hãy bỏ hình ảnh, trang tính thừa rồi gửi lại."
        )
    if ending in ("xlsm", "xlsb", "xltm"):
        raise TableRefused("Không nhận tệp Excel có macro. Hãy lưu thành .xlsx rồi tải lên.")
    if ending != "xlsx" or data[:4] != b"PK\x03\x04":
        raise TableRefused(
            "Chỉ nhận tệp .xlsx, không đặt mật khẩu. Hãy mở bằng Excel, chọn Lưu thành .xlsx rồi tải lên."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_parts(package)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError):
        raise TableRefused(BROKEN) from None


def _check_parts(package: zipfile.ZipFile) -> None:
    entries = package.infolist()
    if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise TableRefused(
            "Tệp .xlsx giải nén ra quá lớn. Hãy bỏ trang tính, hình ảnh thừa rồi gửi lại."
        )
    names = [entry.filename.lower() for entry in entries]
    if "xl/workbook.xml" not in names:
        raise TableRefused(BROKEN)
    if any(macro in name for name in names for macro in MACROS):
        raise TableRefused("Không nhận tệp Excel có macro. Hãy lưu thành .xlsx rồi tải lên.")
    for entry in entries:
        if entry.filename.lower().endswith((".xml", ".rels")):
            head = package.read(entry)[:4096].replace(b"\x00", b"")  # UTF-16 too
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                raise TableRefused(BROKEN)


def _tables(book: Any) -> list[tuple[Table, bool]]:
    """Every sheet, with whether it is hidden; all are looked through for secrecy marks."""
    tables = []
    for sheet in book.worksheets:
        hidden = sheet.sheet_state != "visible"
        with book._archive.open(sheet._worksheet_path) as source:
            xml = source.read()
        _refuse_secret_margins(sheet.title, xml)
        rows = list(_rows(sheet, _merged(xml)))
        refuse_secret_cells(cell for row in rows for cell in row.cells)
        tables.append((Table(rows, sheet.title), hidden))
    return tables


def _refuse_secret_margins(title: str, xml: bytes) -> None:
    printed = (
        CODES.sub("\n", unescape(found.decode("utf-8", "replace")))
        for found in PRINTED.findall(xml)
    )
    refuse_secret_cells([title, *printed])


Filled = Mapping[tuple[int, int], int]  # (row, column from 0) → the row that speaks for it


def _merged(xml: bytes) -> tuple[Filled, frozenset[int]]:
    """Cells merged down a column, and the rows with a cell merged across three columns or more."""
    filled: dict[tuple[int, int], int] = {}
    spread: set[int] = set()
    for left, top, right, bottom in MERGED.findall(xml)[:MAX_MERGED]:
        first, last = int(top), min(int(bottom), int(top) + MAX_ROWS)
        column = _index(left)
        if first == last and _index(right) - column >= 2:
            spread.add(first)
        if len(filled) < MAX_ROWS * MAX_COLUMNS:
            filled.update({(row, column): first for row in range(first + 1, last + 1)})
    return filled, frozenset(spread)


def _index(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _rows(sheet: Any, merged: tuple[Filled, frozenset[int]]) -> Iterator[Row]:
    filled, spread = merged
    said: dict[tuple[int, int], str] = {}
    speakers = {(row, column) for (_, column), row in filled.items()}
    sheet.reset_dimensions()
    kept = 0
    for number, values in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS), start=1):
        if number > MAX_PRINTED_ROWS:
            raise TableRefused(
                f"Trang tính “{sheet.title}” dùng hơn 100.000 dòng. Hãy xóa các dòng trống ở cuối rồi lưu lại."
            )
        cells = [_words(cell, sheet.title) for cell in values]
        own = any(cells)
        for column, words in enumerate(cells):
            if (number, column) in speakers:
                said[number, column] = words
            elif not words and (number, column) in filled:
                cells[column] = said.get((filled[number, column], column), "")
        if not own:
            continue
        kept += 1
        if kept > MAX_ROWS:
            raise TableRefused(
                f"Trang tính “{sheet.title}” có hơn 10.000 dòng. Hãy chia thành nhiều tệp."
            )
        alone = sum(map(bool, cells)) <= 2  # the cell merged across, and perhaps its number
        yield Row(number, tuple(_without_tail(cells)), alone and number in spread)


def _without_tail(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _words(cell: Any, title: str) -> str:
    """The cell as a person reads it."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        if value in FAULTS:
            raise TableRefused(
                f"Ô {cell.coordinate} của trang tính “{title}” có lỗi công thức ({value}). Hãy sửa rồi tải lại."
            )
        if len(value) > MAX_CELL:
            raise TableRefused(f"Ô {cell.coordinate} dài hơn 20.000 ký tự. Hãy kiểm tra lại.")
        return unicodedata.normalize(
            "NFC", value.replace("\xa0", " ").replace("_x000D_", "")
        ).strip()
    return _figure(value, str(cell.number_format or ""))


def _figure(value: object, shown_as: str) -> str:
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}" if value.time() == time(0) else f"{value:%H:%M} {value:%d/%m/%Y}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, int | float):
        tail = "%" if "%" in shown_as else ""
        return f"{value * 100 if tail else value:.12g}".replace(".", ",") + tail
    return str(value)
