"""Which column is what, by the words at its head."""

import re
from collections.abc import Iterator, Mapping, Sequence

from bodies.folding import fold
from directives.sheets.table import Row, Table

Vocabulary = Mapping[
    str, Sequence[str]
]  # kind of column → its heads, folded, as offices write them
Columns = Mapping[str, int]  # kind of column → its place from 0

LOOKED_AT = 20  # rows from the top, among which the heads stand
LONGEST_HEAD = 80  # characters; what is longer is a sentence
_COUNTING = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])\)?")


def columns_of(table: Table, vocabulary: Vocabulary) -> tuple[int, Columns]:
    """Return how many rows stand above the data, and the columns found.

    The row with the most known heads is the head; of two alike the lower, since the upper one
    then holds the names of groups of columns. (0, {}) when none is known.
    """
    best: tuple[int, Columns] = (0, {})
    for place, row in enumerate(table.rows[:LOOKED_AT], start=1):
        found = _kinds(row, vocabulary)
        if len(found) >= max(len(best[1]), 2):
            best = (place, found)
    return best


def data_rows(table: Table, *, after: int) -> Iterator[Row]:
    """The rows under the heads, without the line that counts columns and heads printed again."""
    head = table.rows[after - 1].cells if after else ()
    for row in table.rows[after:]:
        filled = [cell for cell in row.cells if cell]
        counted = len(filled) > 2 and all(_COUNTING.fullmatch(cell) for cell in filled)
        if not counted and row.cells != head:
            yield row


def _kinds(row: Row, vocabulary: Vocabulary) -> Columns:
    """Whole heads first, then heads that begin with known words; each kind and column once."""
    heads = {
        place: _key(cell) for place, cell in enumerate(row.cells) if 0 < len(cell) <= LONGEST_HEAD
    }
    found: dict[str, int] = {}
    for exact in (True, False):
        told = [
            (-len(words), place, kind)
            for place, head in heads.items()
            for kind, known in vocabulary.items()
            for words in known
            if (head == words if exact else f"{head} ".startswith(f"{words} "))
        ]
        for _, place, kind in sorted(told):
            if kind not in found and place not in found.values():
                found[kind] = place
    return found


def _key(cell: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", re.sub(r"\(.*?\)", " ", fold(cell))).split())
