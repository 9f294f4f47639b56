"""A pasted or uploaded table → rows of text, its columns by their heads, its cells as days.

Pure: no clock, no database, no network. Nothing of a refused table is kept.
"""

from directives.sheets.blank import blank_book
from directives.sheets.cells import Timing, days_in, timings_of
from directives.sheets.heads import Columns, Vocabulary, columns_of, data_rows, titles_of
from directives.sheets.pasted import as_text, pasted_rows
from directives.sheets.table import MAX_ROWS, Row, Table, TableRefused
from directives.sheets.workbook import MAX_BYTES, table_of

__all__ = [
    "MAX_BYTES",
    "MAX_ROWS",
    "Columns",
    "Row",
    "Table",
    "TableRefused",
    "Timing",
    "Vocabulary",
    "as_text",
    "blank_book",
    "columns_of",
    "data_rows",
    "days_in",
    "pasted_rows",
    "table_of",
    "timings_of",
    "titles_of",
]
