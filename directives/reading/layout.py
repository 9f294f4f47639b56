"""Lines of a printed page, with their places → text in which paragraphs are parted by an empty line.

Pure: points from the lower left corner, as PDF counts them. Page numbers are left out, footnotes gathered
at the end as "[1] …", raised figures become "<sup>1</sup>", and a wide gap parts two columns.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

_PAGE_NUMBER = re.compile(r"\W{0,3}(?:[Tt]rang\s+)?\d{1,3}(?:\s?/\s?\d{1,3})?\W{0,3}")
_NOTE = re.compile(r"(?:<sup>)?\[?(?P<number>\d{1,3})\]?(?:</sup>)?[\s.)]*(?=\S)")
_BROKEN = re.compile(r"\w[/-]$")  # a name broken behind its stroke: "t/ | h", "2021- | 2025"
_FOOT = re.compile(r"\W{0,3}Nơi nhận ?:")
_ENDS = (".", ";", ":", "!", "?", "/", "…")
COLUMNS = " " * 8
SMALL = 0.92  # of the page's usual size: a note; raised figures are smaller still
COLUMN_GAP = 2.5  # of the letter size
LEADING = 1.2  # of the letter size, where a page has too few lines to measure it
INDENT = 0.7  # of the letter size


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter where it stands; `size` is 0 for spaces the PDF does not print."""

    char: str
    left: float
    right: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line. `gaps` hold: two columns on one line are parted by spaces in `text`."""

    text: str
    left: float
    right: float
    bottom: float
    size: float
    word: float  # the width of its first word


@dataclass(slots=True)
class Sheet:
    """A page's rows in reading order and the frame its running text fills."""

    rows: list[Row]
    width: float
    left: float = 0
    right: float = 0
    size: float = 0
    pitch: float = 0  # from one line of a paragraph to the next
    notes: list[str] = field(default_factory=list)


def row_of(letters: Sequence[Letter]) -> Row | None:
    """The letters of one printed line; None when nothing is printed on it."""
    inked = [one for one in letters if one.size and not one.char.isspace()]
    if not inked:
        return None
    size = Counter(round(one.size, 1) for one in inked).most_common(1)[0][0]
    first = next((i for i, one in enumerate(inked[1:], 1) if _apart(inked[i - 1], one)), len(inked))
    return Row(
        text=_words(letters, size),
        left=inked[0].left,
        right=max(one.right for one in inked),
        bottom=min(one.bottom for one in inked),
        size=size,
        word=inked[first - 1].right - inked[0].left,
    )


def _apart(one: Letter, two: Letter) -> bool:
    return two.left - one.right > 0.12 * one.size


def _words(letters: Sequence[Letter], size: float) -> str:
    kept: list[str] = []
    before: Letter | None = None
    for one in letters:
        if one.size and not one.char.isspace():
            if before is not None and one.left - before.right > COLUMN_GAP * size:
                kept.append(COLUMNS)
            kept.append(f"<sup>{one.char}</sup>" if _raised(one, before, size) else one.char)
            before = one
        elif kept and not kept[-1].isspace():
            kept.append(" ")
    return re.sub(r" ?</sup> ?<sup>| (?=<sup>)|(?<=</sup>) (?=[,.;:)])", "", "".join(kept)).strip()


def _raised(one: Letter, before: Letter | None, size: float) -> bool:
    """The number of a footnote behind a word."""
    return one.char.isdecimal() and one.size < 0.8 * size and before is not None


def text_of_pages(pages: Sequence[tuple[Sequence[Row], float]]) -> str:
    """`pages`: the rows of each page and its width. A paragraph becomes one line: its printed wraps mean nothing."""
    sheets = [sheet_of(rows, width) for rows, width in pages]
    text: list[str] = []
    before: tuple[Row, Sheet] | None = None
    for sheet in sheets:
        for row in sheet.rows:
            if before is not None:
                text.append(_between(row, sheet, *before))
            text.append(row.text)
            before = row, sheet
    notes = [note for sheet in sheets for note in sheet.notes]
    return "".join([*text, *(f"\n\n{note}" for note in notes)])


def _between(row: Row, sheet: Sheet, before: Row, above: Sheet) -> str:
    if _BROKEN.search(before.text) and row.text[0].islower():
        return ""
    if _begins(row, sheet, before, above):
        return "\n\n"
    if (COLUMNS in before.text) != (COLUMNS in row.text):
        return "\n\n"
    if COLUMNS in row.text or _centred(before, above) or _aside(before, above):
        return "\n"
    return "" if _BROKEN.search(before.text) else " "


def sheet_of(rows: Sequence[Row], width: float) -> Sheet:
    """Sets page number and footnotes apart and measures what is left."""
    kept = list(_without_page_number(_mended(rows)))
    sheet = Sheet(kept, width)
    if not kept:
        return sheet
    letters = Counter[float]()
    for row in kept:
        letters[row.size] += len(row.text)
    sheet.size = letters.most_common(1)[0][0]
    sheet.rows, sheet.notes = _parted(kept, sheet.size)
    long = [row for row in sheet.rows if row.right - row.left > 0.5 * width]
    sheet.left = _frame_left([row for row in sheet.rows if row.left < 0.35 * width])
    steps = Counter(round(one.bottom - two.bottom) for one, two in pairwise(long))
    sheet.pitch = next((step for step, _ in steps.most_common() if step > 0), 0)
    sheet.right = max((row.right for row in sheet.rows), default=0)
    return sheet


def _mended(rows: Sequence[Row]) -> list[Row]:
    """A line that a raised figure had broken is one line again."""
    kept: list[Row] = []
    for row in rows:
        last = kept[-1] if kept else None
        if last is not None and _goes_on(last, row):
            glue = "" if row.left - last.right < 0.12 * row.size else " "
            text = f"{last.text}{glue}{row.text}"
            kept[-1] = replace(last, text=text, right=row.right, size=max(last.size, row.size))
        else:
            kept.append(row)
    return kept


def _goes_on(last: Row, row: Row) -> bool:
    beside = -2 < row.left - last.right < COLUMN_GAP * row.size
    return beside and abs(row.bottom - last.bottom) < 0.5 * row.size


def _frame_left(rows: Sequence[Row]) -> float:
    """Where lines begin that are not indented: the leftmost place that several share."""
    lefts = sorted(row.left for row in rows)
    for left in lefts:
        if sum(left <= other < left + 3 for other in lefts) > max(1, 0.1 * len(lefts)):
            return left
    return lefts[0] if lefts else 0


def _without_page_number(rows: Sequence[Row]) -> Iterator[Row]:
    if not rows:
        return
    edges = {max(row.bottom for row in rows), min(row.bottom for row in rows)}
    for row in rows:
        if not (row.bottom in edges and _PAGE_NUMBER.fullmatch(row.text)):
            yield row


def _parted(rows: Sequence[Row], size: float) -> tuple[list[Row], list[str]]:
    """Running text and footnotes: small rows at the bottom, from one that opens with a number on."""
    foot = min((row.bottom for row in rows if row.size >= SMALL * size), default=0)
    kept: list[Row] = []
    notes: list[str] = []
    for row in rows:
        found = _NOTE.match(row.text) if row.size < SMALL * size and row.bottom < foot else None
        if found:
            notes.append(f"[{found['number']}] {row.text[found.end() :]}")
        elif notes and row.size < SMALL * size and row.bottom < foot:
            notes[-1] = f"{notes[-1]} {row.text}"
        else:
            kept.append(row)
    return kept, notes


def _begins(row: Row, sheet: Sheet, before: Row, above: Sheet) -> bool:
    """Whether a new paragraph begins with this row."""
    if _centred(row, sheet) and _centred(before, above):
        return before.bottom - row.bottom > 2.2 * row.size
    if _FOOT.match(row.text):
        return True
    room = above.right - before.right
    if room > row.word + 0.6 * row.size:  # its first word would have had a place above
        return True
    indented = row.left > sheet.left + INDENT * row.size
    lowered = before.bottom - row.bottom > 1.6 * (above.pitch or LEADING * row.size)
    return (indented or lowered) and before.text.endswith(_ENDS)


def _centred(row: Row, sheet: Sheet) -> bool:
    """Free on both sides; a line of running text fills the frame to its right edge."""
    middle = (row.left + row.right) / 2
    free = row.left > sheet.left + 3 and row.right < sheet.right - 3
    return free and abs(middle - (sheet.left + sheet.right) / 2) < 0.6 * row.size


def _aside(row: Row, sheet: Sheet) -> bool:
    """In the right half of the page, as a signature is."""
    return row.left > sheet.left + 0.35 * (sheet.right - sheet.left)
