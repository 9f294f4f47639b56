"""Runs of words as HTML. In Python and not in a template, whose own line ends would be printed as spaces."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from directives.printing.fitting import Whole
from directives.printing.model import Cell, Column, Footnote, Inline, Run


def words(inlines: Iterable[Inline]) -> SafeString:
    """All of them in order, every word escaped; a footnote stands where its mark does."""
    return format_html_join("", "{}", ((_inline(one),) for one in inlines))


def cells(row: Iterable[Cell], columns: Sequence[Column]) -> SafeString:
    """A table's row, each cell aligned as the column that it begins in."""
    return format_html_join("", "<td{}{}>{}</td>", _cells(row, columns))


def _cells(
    row: Iterable[Cell], columns: Sequence[Column]
) -> Iterator[tuple[SafeString, SafeString, SafeString]]:
    at = 0
    for cell in row:
        span = format_html(' colspan="{}"', cell.span) if cell.span > 1 else SafeString()
        look = format_html(' class="{}"', columns[at].align)
        yield (
            look,
            span,
            format_html_join(SafeString("<br>"), "{}", ((words(line),) for line in cell.lines)),
        )
        at += cell.span


def _inline(one: Inline) -> SafeString:
    if isinstance(one, Footnote):
        note = '<span class="footnote" data-mark="{}">{}</span>'
        return format_html(note, one.mark, words(one.runs))
    return _run(one)


def _run(run: Run) -> SafeString:
    marked = conditional_escape(run.text)
    if run.raised:
        marked = format_html("<sup>{}</sup>", marked)
    if run.italic:
        marked = format_html("<i>{}</i>", marked)
    if run.bold:
        marked = format_html("<b>{}</b>", marked)
    return (
        format_html('<span class="whole">{}</span>', marked) if isinstance(run, Whole) else marked
    )
