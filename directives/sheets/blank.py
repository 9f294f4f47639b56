"""A workbook to be filled in."""

import io
from collections.abc import Sequence


def blank_book(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Return an .xlsx with one sheet: bold heads that stay in sight, then `rows`, all as text."""
    # openpyxl takes a third of a second to load, which no other page should pay.
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = title
    sheet.freeze_panes = "A2"
    for number, row in enumerate((heads, *rows), start=1):
        for column, words in enumerate(row, start=1):
            cell = sheet.cell(number, column, words)
            cell.number_format = "@"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 1)
    for column, head in enumerate(heads, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = max(14, min(40, len(head) + 6))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
