"""What a table is here: rows of text, each with the number a person sees beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from directives.reading import SecretPaper, refuse_secrets

MAX_ROWS = 10_000  # rows with words
MAX_COLUMNS = 60
MAX_CELL = 20_000  # characters
CHECKED_AT_ONCE = 40  # lines that refuse_secrets looks at


class TableRefused(Exception):
    """The table cannot be taken. Says why and what to do, for the user."""


@dataclass(frozen=True, slots=True)
class Row:
    """`number` counts from 1 as the sheet or the pasted text shows it; `spread` tells a merged heading."""

    number: int
    cells: Sequence[str]
    spread: bool = False

    def cell(self, column: int | None) -> str:
        """The words in the column; "" where there is none."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that hold words. `name` is the sheet read, `others` the sheets that were not."""

    rows: Sequence[Row]
    name: str = ""
    others: Sequence[str] = ()


def refuse_secret_cells(cells: Iterable[str]) -> None:
    """Raise TableRefused when any cell is a secrecy mark: a table has no head to keep to."""
    lines = [line for cell in cells for line in cell.splitlines() if len(line) < 60]
    for start in range(0, len(lines), CHECKED_AT_ONCE):
        try:
            refuse_secrets("\n".join(lines[start : start + CHECKED_AT_ONCE]))
        except SecretPaper as refusal:
            raise TableRefused(str(refusal)) from refusal
