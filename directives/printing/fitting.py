"""What has to be measured before a page can be laid out: lines, columns, and what is too long.

The header has two rows, names | title above and number | date below. Both share one division as
long as every line finds room in it; a very long place or body name moves the line of its own row
only, so that the other row keeps its look.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from directives.printing import emphasis, phrases, widths
from directives.printing.model import Block, Footnote, Inline, Paper, Paragraph, Run, Table, Text

USUAL_LEFT_MM = 72.0
AIR_MM = 1.5  # on each side of a column
SUBJECT_MM = 145.0
# A block that may not be parted must find room on one page, with two lines of text above it.
RECIPIENT_LINES_BESIDE = 34
# The renderer moves a footnote as one piece; a longer one must come in several.
FOOTNOTE_LINES = 18
# "74-BC/ĐU", "27/KH-UBND", "2020-2025": a number stays on one line, though it may break after - and /.
_NUMBER = re.compile(r"(?<!\S)(?=\S*\d)(?=\S*[-/])\S{3,40}(?!\S)")


CELL_AIR_MM = 1.5  # left and right of a cell's words


# About 300 pages. Time and memory grow with the letters, not faster, as long as no part is endless.
MOST_LETTERS = 1_000_000
MOST_IN_A_BLOCK = 60_000  # one paragraph, or one cell: twenty pages
MOST_IN_THE_HEAD = 40_000  # head, signature and recipients: a thousand of them
_BLOCK_LETTERS = 40  # what a paragraph or a cell costs besides its words
_NOTE_LETTERS = 1_000  # and a footnote, for which a page is tried more than once


class PrintingRefused(Exception):
    """This paper cannot be printed. Says why, for the user."""


@dataclass(frozen=True)
class Whole(Run):
    """Words that keep to one line."""


@dataclass(frozen=True)
class Fitting:
    """Widths of the left columns in mm; names, summary, recipients and contact cut into what fits."""

    names_mm: float
    numbers_mm: float
    superior: tuple[str, ...]
    issuer: tuple[str, ...]
    subject: tuple[str, ...]
    recipients_beside: tuple[str, ...]
    recipients_below: tuple[str, ...]
    contact: tuple[str, ...]


def fitted(paper: Paper) -> Fitting:
    sizes = paper.profile.sizes
    room = paper.page.text_width_mm - _title_mm(paper) - 2 * AIR_MM
    superior = widths.balanced(paper.superior.upper(), sizes.superior, widths.REGULAR, room_mm=room)
    issuer = widths.balanced(paper.issuer.upper(), sizes.issuer, widths.BOLD, room_mm=room)
    names = max(
        0.0,
        *(_column(line, sizes.superior, widths.REGULAR) for line in (*superior, "")),
        *(_column(line, sizes.issuer, widths.BOLD) for line in (*issuer, "")),
    )
    names_mm, numbers_mm = _columns(paper, names)
    beside = _beside(paper)
    return Fitting(
        names_mm=names_mm,
        numbers_mm=numbers_mm,
        superior=superior,
        issuer=issuer,
        subject=_subject(paper),
        recipients_beside=paper.recipients[:beside],
        recipients_below=paper.recipients[beside:],
        contact=_contact(paper),
    )


def refuse_endless(paper: Paper) -> None:
    """Raises PrintingRefused for a text beyond all measure, whole or in one of its parts."""
    every = (*paper.blocks, *(block for one in paper.appendices for block in one.blocks))
    parts = [letters for block in every for letters in _letters(block)]
    if sum(parts) > MOST_LETTERS:
        raise PrintingRefused(
            "Văn bản quá dài, không in thành một tệp được. Hãy tách bớt phần phụ lục rồi in lại."
        )
    if max(parts, default=0) > MOST_IN_A_BLOCK:
        raise PrintingRefused(
            "Có một đoạn văn quá dài, không in được. Hãy ngắt thành nhiều đoạn rồi in lại."
        )
    if _head_letters(paper) > MOST_IN_THE_HEAD:
        raise PrintingRefused(
            "Phần tiêu đề, trích yếu, chữ ký hoặc nơi nhận quá dài, không in được. "
            "Hãy rút gọn rồi in lại."
        )


def _letters(block: Block) -> Iterator[int]:
    """What each paragraph or cell costs, counted in letters."""
    if isinstance(block, Table):
        yield sum(len(column.head) for column in block.columns)
        for row in block.rows:
            for cell in row:
                yield _BLOCK_LETTERS + sum(len(run.text) for line in cell.lines for run in line)
        return
    yield _BLOCK_LETTERS + sum(
        _NOTE_LETTERS + sum(len(run.text) for run in one.runs)
        if isinstance(one, Footnote)
        else len(one.text)
        for one in block.inlines
    )


def _head_letters(paper: Paper) -> int:
    lines = (
        *(paper.superior, paper.issuer, paper.code, paper.place_and_date, paper.kind),
        *(paper.urgency, paper.circulation, paper.draft_mark, paper.typist_mark, paper.title),
        *(paper.signature.authority, paper.signature.name),
        *(run.text for run in paper.signature.post),
        *(*paper.subject, *paper.recipients, *paper.addressed_to, *paper.contact),
        *(line for one in paper.appendices for line in one.title),
    )
    return sum(map(len, lines))


def prepared(block: Text, *, footnote_pt: float, width_mm: float) -> Paragraph:
    """The block as one line of words, its label first, as the renderer wants them.

    Numbers are held together. The longest footnotes are cut: the first part keeps the mark, the
    others have none and go on at the foot of later pages.
    """
    letters = FOOTNOTE_LINES * int(width_mm / widths.width_mm("n", footnote_pt))
    inlines: list[Inline] = []
    for one in _labelled(block):
        if isinstance(one, Footnote):
            inlines += _parts(one, letters)
        else:
            inlines += _numbers_held(one)
    return Paragraph(tuple(inlines), block.keeps_next)


def closing_blocks(paper: Paper) -> int | None:
    """Where the blocks begin that stay with the signature: the last, and if it is one line, the one before.

    None where nobody signs.
    """
    if paper.unsigned:
        return None
    last = len(paper.blocks) - 1
    block = paper.blocks[last] if last > 0 else None
    if block is None or isinstance(block, Table):
        return last
    words = emphasis.plain(prepared(block, footnote_pt=1, width_mm=1000).inlines)
    body, room = paper.profile.body, paper.page.text_width_mm
    return last - (widths.width_mm(words, body.size_pt) + body.indent_mm <= room)


def column_mm(table: Table, *, width_mm: float) -> tuple[float, ...]:
    """The columns' widths in a text block so wide.

    Raises PrintingRefused where one could not hold a single letter.
    """
    whole = sum(column.share for column in table.columns)
    found = tuple(column.share / whole * width_mm for column in table.columns)
    if min(found) < 2 * CELL_AIR_MM + widths.width_mm("M", table.size_pt):
        raise PrintingRefused(
            f"Bảng có {len(found)} cột, không đủ chỗ trên khổ giấy A4. "
            "Hãy bớt cột, để trang ngang hoặc tách thành nhiều bảng rồi in lại."
        )
    return found


def _labelled(block: Text) -> list[Inline]:
    """Label and words, with the space between two looks always at the head of the second.

    Where it ends the first and just overhangs its line, the renderer breaks the line in the wrong
    place; and a run of spaces alone it does not write out at all.
    """
    pieces: list[Inline] = []
    if not isinstance(block, Paragraph) and block.label.text:
        pieces.append(replace(block.label, text=f"{block.label.text} "))
    for one in block.inlines:
        last = pieces[-1] if pieces else None
        if isinstance(one, Run) and isinstance(last, Run):
            word = last.text.rstrip(" ")
            pieces[-1] = replace(last, text=word)
            pieces.append(replace(one, text=last.text[len(word) :] + one.text))
        else:
            pieces.append(one)
    return [one for one in pieces if not isinstance(one, Run) or one.text]


def _title_mm(paper: Paper) -> float:
    return _column(paper.profile.party, paper.profile.sizes.title, widths.BOLD)


def _column(line: str, size_pt: float, face: Mapping[str, int]) -> float:
    return widths.width_mm(line, size_pt, face) + 2 * AIR_MM if line else 0.0


def _columns(paper: Paper, names: float) -> tuple[float, float]:
    """The left columns of the two rows: one width if it serves both, else each its own."""
    sizes, whole = paper.profile.sizes, paper.page.text_width_mm
    title = _title_mm(paper)
    date = _column(paper.place_and_date, sizes.date, widths.ITALIC)
    code = _column(paper.code, sizes.code, widths.REGULAR)
    least, most = max(names, code), whole - max(title, date)
    if least <= most:
        shared = min(max(USUAL_LEFT_MM, least), most)
        return shared, shared
    return (
        min(max(USUAL_LEFT_MM, names), whole - title),
        max(min(USUAL_LEFT_MM, whole - date), code),
    )


def _subject(paper: Paper) -> tuple[str, ...]:
    """The typed lines, each broken at its phrases where it is too long; capitals do not share a line."""
    size = paper.profile.sizes.subject
    return tuple(
        line
        for typed in paper.subject
        for part in _capitals_apart(typed)
        for line in phrases.phrased(part, size, widths.BOLD, room_mm=SUBJECT_MM)
    )


def _contact(paper: Paper) -> tuple[str, ...]:
    size, room = paper.profile.practice.contact_pt, paper.page.text_width_mm
    return tuple(
        line
        for typed in paper.contact
        for line in widths.balanced(typed, size, widths.REGULAR, room_mm=room)
    )


def _capitals_apart(line: str) -> tuple[str, ...]:
    """`KẾT LUẬN CỦA BÍ THƯ` | `tại Hội nghị …`: capitals that open a line make one of their own."""
    words = line.split()
    capitals = next((at for at, word in enumerate(words) if not word.isupper()), len(words))
    if capitals < 3:
        return (line,)
    return tuple(filter(None, (" ".join(words[:capitals]), " ".join(words[capitals:]))))


def _beside(paper: Paper) -> int:
    """How many recipients stand beside the signature; the rest follow below."""
    size, room = paper.profile.sizes.recipients, paper.page.text_width_mm / 2
    lines = 0
    for place, recipient in enumerate(paper.recipients):
        lines += int(widths.width_mm(recipient, size) / room) + 1
        if lines > RECIPIENT_LINES_BESIDE:
            return place
    return len(paper.recipients)


def _numbers_held(run: Run) -> list[Run]:
    """All of a number but its first letter kept whole, which holds that one too.

    So the words before it end in a letter: see `_labelled` for what a space there would do.
    """
    pieces: list[Run] = []
    end = 0
    for number in _NUMBER.finditer(run.text):
        pieces.append(replace(run, text=run.text[end : number.start() + 1]))
        pieces.append(Whole(number[0][1:], bold=run.bold, italic=run.italic, raised=run.raised))
        end = number.end()
    pieces.append(replace(run, text=run.text[end:]))
    return [piece for piece in pieces if piece.text]


def _parts(note: Footnote, letters: int) -> list[Footnote]:
    parts: list[Footnote] = []
    rest = note.runs
    while rest:
        part, rest = emphasis.split(rest, _word_end(emphasis.plain(rest), letters))
        held = tuple(piece for run in part for piece in _numbers_held(run))
        parts.append(Footnote("" if parts else note.mark, held))
    return parts or [note]


def _word_end(text: str, limit: int) -> int:
    if len(text) <= limit:
        return len(text)
    return text.rfind(" ", 0, limit) + 1 or limit
