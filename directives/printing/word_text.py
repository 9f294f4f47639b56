"""Paragraphs and tables as Word wants them. Every word is escaped; what XML forbids is left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from directives.printing.body import printable
from directives.printing.model import (
    Cell,
    Footnote,
    Heading,
    Inline,
    Listed,
    Paragraph,
    Run,
    Table,
    Text,
)
from directives.printing.word_lists import Lists, Place

NOTHING = SafeString()
_HEADING_STYLES = 3  # Heading 1 … 3
_FIRST_NOTE = 1  # -1 and 0 are the lines that part notes from the text


def twips(mm: float) -> int:
    """Word's unit of length: a twentieth of a point."""
    return round(mm / 25.4 * 1440)


def joined(parts: Iterable[SafeString]) -> SafeString:
    return SafeString("".join(parts))


@dataclass
class Gathered:
    """What a document keeps apart from its text: the lists it counts and the footnotes."""

    lists: Lists = field(default_factory=Lists)
    notes: list[SafeString] = field(default_factory=list)
    _counted: int = 0

    def note(self, footnote: Footnote) -> SafeString:
        """The reference. Word counts the notes as long as its number is the mark that is printed."""
        number = _FIRST_NOTE + len(self.notes)
        counted = footnote.mark == str(self._counted + 1)
        self._counted += counted
        mark = SafeString("<w:footnoteRef/>") if counted else _words(footnote.mark)
        words = (Run(" "), *footnote.runs)
        self.notes.append(
            format_html(
                '<w:footnote w:id="{}">{}</w:footnote>',
                number,
                _paragraph("FootnoteText", (_note_mark(mark), runs(words))),
            )
        )
        follows = NOTHING if counted else SafeString(' w:customMarkFollows="1"')
        reference = format_html('<w:footnoteReference{} w:id="{}"/>', follows, number)
        return _note_mark(reference if counted else reference + mark)


def line(style: str, text: str, *, properties: SafeString = NOTHING) -> SafeString:
    """A paragraph of plain words in one of the named styles."""
    return _paragraph(style, (runs((Run(text),)),), properties)


def broken_line(style: str, texts: Iterable[str]) -> SafeString:
    """One paragraph whose lines break where they are given, so that it is read and edited as one."""
    breaks = SafeString("<w:r><w:br/></w:r>")
    parts = (part for text in texts for part in (breaks, runs((Run(text),))))
    return _paragraph(style, islice(parts, 1, None))


def rich_line(style: str, words: Iterable[Run], *, properties: SafeString = NOTHING) -> SafeString:
    return _paragraph(style, (runs(words),), properties)


def block(
    text: Text, gathered: Gathered, *, keeps_next: bool = False, after: int = 0
) -> SafeString:
    """A paragraph, an item or a head of the running text, counted by Word where its label allows.

    `after`: twips to be left free below it.
    """
    place = gathered.lists.place(text.label.text) if not isinstance(text, Paragraph) else None
    style = _style(text, place)
    bold = style.startswith("Heading")
    inlines: tuple[Inline, ...] = text.inlines
    if not isinstance(text, Paragraph) and place is None and text.label.text:
        inlines = (_spaced(text.label), *inlines)
    properties = joined(
        (
            SafeString("<w:keepNext/>") if keeps_next or text.keeps_next else NOTHING,
            _counted(place),
            format_html('<w:spacing w:after="{}"/>', after) if after else NOTHING,
            _label_look(text, bold=bold) if place else NOTHING,
        )
    )
    words = (
        gathered.note(one) if isinstance(one, Footnote) else _run(one, bold=bold) for one in inlines
    )
    return _paragraph(style, words, properties)


def table(given: Table, column_mm: Sequence[float], *, keeps_next: bool = False) -> SafeString:
    """A ruled table whose head stands on every page and whose rows are not parted.

    `keeps_next` when its last row must not be parted from what follows.
    """
    columns = tuple(map(twips, column_mm))
    half_points = round(given.size_pt * 2)
    heads = (
        (line_of_cell((Run(one.head, bold=True),), "center", half_points), wide, 1)
        for one, wide in zip(given.columns, columns, strict=True)
    )
    last = len(given.rows) - 1 if keeps_next else None
    rows = (_row(one, given, columns, keep=at == last) for at, one in enumerate(given.rows))
    return framed("Ruled", columns, (row(heads, head=True), *rows))


def framed(style: str, columns: Sequence[int], rows: Iterable[SafeString]) -> SafeString:
    """A table of rows; `columns` in twips."""
    grid = format_html_join("", '<w:gridCol w:w="{}"/>', ((wide,) for wide in columns))
    return format_html(
        '<w:tbl><w:tblPr><w:tblStyle w:val="{}"/><w:tblW w:w="{}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{}</w:tblGrid>{}</w:tbl>',
        style,
        sum(columns),
        grid,
        joined(rows),
    )


def row(cells: Iterable[tuple[SafeString, int, int]], *, head: bool = False) -> SafeString:
    """A row that is never parted: each cell's paragraphs, its width in twips, the columns it takes."""
    return format_html(
        "<w:tr><w:trPr><w:cantSplit/>{}</w:trPr>{}</w:tr>",
        SafeString("<w:tblHeader/>") if head else NOTHING,
        format_html_join(
            "",
            '<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/><w:gridSpan w:val="{}"/></w:tcPr>{}</w:tc>',
            ((wide, span, lines) for lines, wide, span in cells),
        ),
    )


def line_of_cell(
    words: Iterable[Run], align: str, half_points: int, *, keep: bool = False
) -> SafeString:
    """One line of a table's cell, in the table's own size."""
    said = {"justify": "both"}.get(align, align)
    kept = SafeString("<w:keepNext/>") if keep else NOTHING
    properties = format_html('{}<w:jc w:val="{}"/>', kept, said)
    return _paragraph("TableText", (runs(words, half_points=half_points),), properties)


def runs(words: Iterable[Run], *, half_points: int = 0) -> SafeString:
    return format_html_join("", "{}", ((_run(one, half_points=half_points),) for one in words))


def _row(cells: Iterable[Cell], given: Table, columns: Sequence[int], *, keep: bool) -> SafeString:
    half_points = round(given.size_pt * 2)
    found = []
    at = 0
    for cell in cells:
        align = given.columns[at].align
        lines = joined(
            line_of_cell(one, align, half_points, keep=keep) for one in cell.lines or ((),)
        )
        found.append((lines, sum(columns[at : at + cell.span]), cell.span))
        at += cell.span
    return row(found)


def _style(text: Text, place: Place | None) -> str:
    if isinstance(text, Heading):
        return f"Heading{min(text.depth + 1, _HEADING_STYLES)}"
    if isinstance(text, Listed) and place is not None:
        return "ListBullet" if place.sign else "ListNumber"
    return "BodyText"


def _counted(place: Place | None) -> SafeString:
    if place is None:
        return NOTHING
    mark = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
    return format_html(mark, place.level, place.number)


def _label_look(text: Text, *, bold: bool) -> SafeString:
    """A counted label looks as the end of its paragraph does."""
    label = text.label if not isinstance(text, Paragraph) else Run("")
    return format_html("<w:rPr>{}</w:rPr>", _look(label, bold=bold))


def _spaced(label: Run) -> Run:
    return Run(f"{label.text} ", bold=label.bold, italic=label.italic)


def _paragraph(
    style: str, words: Iterable[SafeString], properties: SafeString = NOTHING
) -> SafeString:
    return format_html(
        '<w:p><w:pPr><w:pStyle w:val="{}"/>{}</w:pPr>{}</w:p>',
        style,
        properties,
        joined(words),
    )


def _run(run: Run, *, bold: bool = False, half_points: int = 0) -> SafeString:
    """`bold` when the paragraph's style is: only what differs from it is said."""
    size = (
        format_html('<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>', half_points) if half_points else ""
    )
    raised = '<w:vertAlign w:val="superscript"/>' if run.raised else ""
    look = _look(run, bold=bold) + SafeString(size) + SafeString(raised)
    said = format_html("<w:rPr>{}</w:rPr>", look) if look else NOTHING
    return format_html("<w:r>{}{}</w:r>", said, _words(run.text))


def _look(run: Run, *, bold: bool) -> SafeString:
    weight = "" if run.bold == bold else "<w:b/>" if run.bold else '<w:b w:val="0"/>'
    return SafeString(weight + ("<w:i/>" if run.italic else ""))


def _words(text: str) -> SafeString:
    return format_html('<w:t xml:space="preserve">{}</w:t>', printable(text))


def _note_mark(inner: SafeString) -> SafeString:
    return format_html('<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{}</w:r>', inner)
