"""Rows copied from Word or Excel: tabs between cells, quotes round a cell that holds line breaks."""

import re
import unicodedata

from directives.sheets.table import (
    MAX_CELL,
    MAX_COLUMNS,
    MAX_ROWS,
    Row,
    Table,
    TableRefused,
    refuse_secret_cells,
)

MAX_CHARS = 500_000
# A quote that is never closed before a tab or a line end is a letter like any other.
_CELL = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\n]|\Z)|([^\t\n]*)')
_NUMBERED = re.compile(r"\d{1,4}[.)]?")


def pasted_rows(text: str) -> Table:
    """Return the rows of a pasted table; linear in its length. Raises TableRefused.

    >>> [row.cells for row in pasted_rows('TT\\tNội dung\\n1\\t"Rà soát\\nđất công"').rows]
    [('TT', 'Nội dung'), ('1', 'Rà soát\\nđất công')]
    """
    if len(text) > MAX_CHARS:
        raise TableRefused(
            "Bảng dán vào dài hơn 500.000 ký tự. Hãy chia thành nhiều lần, hoặc tải tệp .xlsx."
        )
    rows = _whole(_rows(_plain(text)))
    if len(rows) > MAX_ROWS:
        raise TableRefused(f"Bảng có hơn {MAX_ROWS:_} dòng. Hãy chia nhỏ.".replace("_", "."))
    refuse_secret_cells(cell for row in rows for cell in row.cells)
    return Table(rows)


def _plain(text: str) -> str:
    """One kind of line end and of space; Word's line break within a cell is a space."""
    for sign, plain in (("\r\n", "\n"), ("\r", "\n"), ("\x0b", " "), ("\xa0", " ")):
        text = text.replace(sign, plain)
    return unicodedata.normalize("NFC", text)


def _rows(text: str) -> list[Row]:
    rows: list[Row] = []
    cells: list[str] = []
    at, number = 0, 1
    while at < len(text) or cells:
        found = _CELL.match(text, at)
        quoted, plain = found.groups() if found else (None, "")
        words = plain if quoted is None else quoted.replace('""', '"')
        cells.append(words.strip())
        at = found.end() if found else len(text)
        if at < len(text) and text[at] == "\t":
            at += 1
            if at < len(text):
                continue
        if any(cells):
            rows.append(Row(number, _checked(cells, number)))
        number, cells = number + 1, []
        at += 1
    return rows


def _whole(rows: list[Row]) -> list[Row]:
    """Rows as they stood in Word, which ends the paragraphs of a cell as it ends a row.

    Only a row that begins with its number and is too short is made longer, by rows that do not,
    and only where it then fills the table; what may be meant otherwise stays as it came.
    """
    width = max((len(row.cells) for row in rows), default=0)
    whole: list[Row] = []
    at = 0
    while at < len(rows):
        end = _end(rows, at, width)
        cells = list(rows[at].cells)
        for row in rows[at + 1 : end]:
            cells[-1:] = [f"{cells[-1]}\n{row.cells[0]}", *row.cells[1:]]
        whole.append(Row(rows[at].number, _checked(cells, rows[at].number)))
        at = end
    return whole


def _end(rows: list[Row], at: int, width: int) -> int:
    """Where the next row begins: behind the pieces that fill this one, if there are any."""
    size, end = len(rows[at].cells), at + 1
    if not 2 <= size < width or not _NUMBERED.fullmatch(rows[at].cells[0]):
        return end
    for piece in rows[end:]:
        size, end = size + len(piece.cells) - 1, end + 1
        if not piece.cells[0] or _NUMBERED.fullmatch(piece.cells[0]) or size > width:
            break
        if size == width:
            return end
    return at + 1


def _checked(cells: list[str], number: int) -> tuple[str, ...]:
    if len(cells) > MAX_COLUMNS:
        raise TableRefused(f"Dòng {number} có hơn {MAX_COLUMNS} cột. Hãy kiểm tra lại bảng đã dán.")
    if any(len(cell) > MAX_CELL for cell in cells):
        raise TableRefused(f"Dòng {number} có ô dài hơn 20.000 ký tự. Hãy kiểm tra lại bảng.")
    return tuple(cells)


def as_text(table: Table) -> str:
    """Write a table as it would be pasted; every row keeps its number."""
    lines: list[str] = []
    for row in table.rows:
        lines += [""] * (row.number - 1 - len(lines))
        lines.append("\t".join(map(_quoted, row.cells)))
    return "\n".join(lines)


def _quoted(cell: str) -> str:
    if not any(sign in cell for sign in '\t\n\r"'):
        return cell
    return '"' + cell.replace('"', '""') + '"'
