"""Which column is what, by the words at its head."""

import re
from collections.abc import Iterator, Mapping, Sequence

from bodies.folding import fold
from directives.sheets.table import Row, Table

Vocabulary = Mapping[
    str, Sequence[str]
]  # kind of column → its heads, folded, as offices write them
Columns = Mapping[str, int]  # kind of column → its place from 0
Head = tuple[str, ...]  # a column's words; behind its group's where it stands in one; () for none

LOOKED_AT = 20  # rows from the top, among which the heads stand
LONGEST_HEAD = 80  # characters; what is longer is a sentence
SHORT = {"vb": "van ban", "cq": "co quan", "dv": "don vi", "nv": "nhiem vu", "kq": "ket qua"}
_COUNTING = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])\)?")


def columns_of(table: Table, vocabulary: Vocabulary) -> tuple[int, Columns]:
    """Return how many rows stand above the data, and the columns found.

    The row with the most known heads is the head; of two alike the lower, since the upper one
    then holds the names of groups of columns. (0, {}) when none is known.
    """
    best: tuple[int, Columns] = (0, {})
    for place in range(1, min(LOOKED_AT, len(table.rows)) + 1):
        found = _kinds(_heads(table, after=place), vocabulary)
        if len(found) >= max(len(best[1]), 2):
            best = (place, found)
    return best


def titles_of(table: Table, *, after: int) -> list[str]:
    """The words at the head of each column: "Kết quả – Ngày" for one in a group of columns."""
    return [" – ".join(head) for head in _heads(table, after=after)]


def data_rows(table: Table, *, after: int) -> Iterator[Row]:
    """The rows under the heads, without the line that counts columns and heads printed again."""
    head = table.rows[after - 1].cells if 0 < after <= len(table.rows) else ()
    for row in table.rows[after:]:
        filled = [cell for cell in row.cells if cell]
        counted = len(filled) > 2 and all(_COUNTING.fullmatch(cell) for cell in filled)
        if not counted and row.cells != head:
            yield row


def _heads(table: Table, *, after: int) -> list[Head]:
    """The heads in the last of the rows above the data, and in a row of groups above that one."""
    if not 0 < after <= len(table.rows):
        return []
    above, row = table.rows[after - 2] if after > 1 else Row(0, ()), table.rows[after - 1]
    if not _names_groups(above, row):
        return [(cell,) if cell else () for cell in row.cells]
    heads: list[Head] = []
    group = ""
    for place in range(max(len(above.cells), len(row.cells))):
        own, over = row.cell(place), above.cell(place)
        alone = bool(over) and own in ("", over)
        group = "" if alone else over or group
        heads.append((over,) if alone else tuple(filter(None, (group, own))) if own else ())
    return heads


def _names_groups(above: Row, row: Row) -> bool:
    """Such a row heads some columns by itself, merged down or with nothing below; a title does not."""
    filled = [place for place, cell in enumerate(above.cells) if cell]
    alone = any(row.cell(place) in ("", above.cells[place]) for place in filled)
    return len(filled) > 1 and alone and not above.spread


def _kinds(heads: Sequence[Head], vocabulary: Vocabulary) -> Columns:
    """Each kind and column once: heads known with their group's words, whole heads, beginnings.

    Of several for one kind, the one with the kind's own word, the first it is known by ("chủ
    trì" before "đơn vị thực hiện"), then the longest. In a group a head is known whole only:
    what stands under heads may be the first row of the data.
    """
    short = [(n, head) for n, head in enumerate(heads) if head and len(head[-1]) <= LONGEST_HEAD]
    passes = (
        [(n, _key(" ".join(head)), str.__eq__) for n, head in short if len(head) > 1],
        [(n, _key(head[-1]), str.__eq__) for n, head in short],
        [(n, f"{_key(head[0])} ", _begins) for n, head in short if len(head) == 1],
    )
    found: dict[str, int] = {}
    for told in passes:
        fits = sorted(
            (known[0] not in key, -len(words), place, kind)
            for place, key, fit in told
            for kind, known in vocabulary.items()
            for words in known
            if fit(key, words)
        )
        for *_, place, kind in fits:
            if kind not in found and place not in found.values():
                found[kind] = place
    return found


def _begins(key: str, words: str) -> bool:
    return key.startswith(f"{words} ")


def _key(cell: str) -> str:
    words = re.sub(r"[^\w]+", " ", re.sub(r"\(.*?\)", " ", fold(cell))).split()
    return " ".join(SHORT.get(word, word) for word in words)
