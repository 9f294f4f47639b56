"""A paper printed as DOCX: for those who edit before signing. The same words, order and places as the PDF.

The package is written part by part, since python-docx knows no footnotes and brings a template of
its own, in English and on American paper. Nothing in it tells when it was made: the same paper
gives the same bytes.
"""

import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import pairwise

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from directives.printing import fitting, widths
from directives.printing.body import printable
from directives.printing.fitting import Fitting
from directives.printing.model import Appendix, Block, Paper, Run, Signature, Table, turned
from directives.printing.profiles import Page
from directives.printing.word_styles import styles, xml
from directives.printing.word_text import (
    NOTHING,
    Gathered,
    block,
    broken_line,
    framed,
    joined,
    line,
    rich_line,
    row,
    table,
    twips,
)

_PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/styles.xml",
    "word/settings.xml",
    "word/numbering.xml",
    "word/footnotes.xml",
    "word/header.xml",
    "word/footer.xml",
    "word/blank.xml",
)
_ALWAYS = (1980, 1, 1, 0, 0, 0)  # the earliest moment that a package can bear
_AT_THE_FOOT = SafeString(
    '<w:framePr w:wrap="around" w:hAnchor="margin" w:vAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'
)
_ASCENT = 0.891  # how far Times New Roman stands above its base line, as a part of its size
_TITLE_SLACK_MM = 0.3  # or rounding would break the title's line


def docx(paper: Paper) -> bytes:
    """The paper as a Word file.

    Raises PrintingRefused for a text beyond all measure or a table with too many columns.
    """
    fitting.refuse_endless(paper)
    gathered = Gathered()
    fit = fitting.fitted(paper)
    body = _body(paper, fit, gathered)
    context = {
        "paper": paper,
        "title": printable(paper.title),
        "author": printable(paper.issuer),
        "body": body,
        "lists": gathered.lists.all,
        "notes": joined(gathered.notes),
        "contact": joined(
            line("Contact" if at else "ContactFirst", one) for at, one in enumerate(fit.contact)
        ),
        "measures": _measures(paper),
        "components": [
            xml(style, header_line=paper.profile.header_line_height)
            for style in styles(paper.profile)
        ],
    }
    return _package((name, render_to_string(f"print/word/{name}", context)) for name in _PARTS)


def _package(parts: Iterable[tuple[str, str]]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts:
            entry = zipfile.ZipInfo(name, _ALWAYS)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text)
    return stream.getvalue()


def _measures(paper: Paper) -> dict[str, int]:
    """The sizes of the styles that are Word's own: half points for type, twips for all else."""
    profile = paper.profile
    return {
        "body": round(profile.body.size_pt * 2),
        "kind": round(profile.sizes.kind * 2),
        "subject": round(profile.sizes.subject * 2),
        "number": round(profile.page.number_pt * 2),
        "footnote": round(profile.practice.footnote_pt * 2),
        "line": round(profile.body.line_pt * 20),
        "gap": round(profile.body.gap_pt * 20),
        "indent": twips(profile.body.indent_mm),
    }


def _body(paper: Paper, fit: Fitting, gathered: Gathered) -> SafeString:
    """All paragraphs of all sections; the last section's own page stands at the very end."""
    gap = round(paper.profile.body.gap_pt * 20)
    parts = [
        _head(paper, fit),
        _subject(paper, fit) or _thin(),
        *_blocks(paper.blocks, paper.page, gathered, gap=gap, kept=fitting.closing_blocks(paper)),
        _closing(paper, fit),
    ]
    pages = [_section(paper.page, first=True)]
    for appendix in paper.appendices:
        page = turned(paper.profile.page, landscape=appendix.landscape)
        parts.append(_thin(pages[-1]))
        parts += _appendix(appendix, page, gathered, gap=gap)
        pages.append(_section(page, first=False))
    return joined((*parts, pages[-1]))


def _blocks(
    blocks: Sequence[Block],
    page: Page,
    gathered: Gathered,
    *,
    gap: int,
    kept: int | None = None,
) -> list[SafeString]:
    """Each block. From the one numbered `kept` on, none is parted from what follows it.

    A table cannot keep its distance by itself: the text above it leaves `gap` twips. Two tables
    without a paragraph between them would become one.
    """
    found = []
    for at, (one, following) in enumerate(zip(blocks, (*blocks[1:], None), strict=False)):
        keeps = kept is not None and at >= kept
        if isinstance(one, Table):
            column_mm = fitting.column_mm(one, width_mm=page.text_width_mm)
            found.append(table(one, column_mm, keeps_next=keeps))
            if following is None or isinstance(following, Table):
                found.append(_thin(SafeString("<w:keepNext/>")))
        else:
            after = gap if isinstance(following, Table) else 0
            found.append(block(one, gathered, keeps_next=keeps, after=after))
    return found


def _appendix(appendix: Appendix, page: Page, gathered: Gathered, *, gap: int) -> list[SafeString]:
    gathered.lists.begin()
    return [
        *(
            rich_line("AppendixTitle", (Run(one, bold=at == 0),))
            for at, one in enumerate(appendix.title)
        ),
        *_blocks(appendix.blocks, page, gathered, gap=gap),
    ]


def _section(page: Page, *, first: bool) -> SafeString:
    """A section's sheet. Its first page bears no number; an appendix counts from 1 anew."""
    margins = format_html(
        '<w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" w:header="{}" w:footer="{}" w:gutter="0"/>',
        *map(twips, (page.top_mm, page.right_mm, page.bottom_mm, page.left_mm)),
        *map(twips, (page.number_top_mm, page.bottom_mm)),
    )
    lying = SafeString(' w:orient="landscape"') if page.width_mm > page.height_mm else NOTHING
    # A section without its own takes over the last one's: the number, but not the contact.
    foot = "rIdFooter" if first else "rIdBlank"
    number = '<w:headerReference w:type="default" r:id="rIdHeader"/>' if first else ""
    return format_html(
        "<w:sectPr>{}"
        '<w:footerReference w:type="first" r:id="{}"/><w:type w:val="nextPage"/>'
        '<w:pgSz w:w="{}" w:h="{}"{}/>{}<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>',
        SafeString(number),
        foot,
        twips(page.width_mm),
        twips(page.height_mm),
        lying,
        margins,
    )


def _thin(properties: SafeString = NOTHING) -> SafeString:
    """A paragraph so thin that nobody sees it: Word needs one after a table and to end a section."""
    return line("Thin", "", properties=properties)


def _head(paper: Paper, fit: Fitting) -> SafeString:
    """Names | title above number | date, in two rows with columns of their own."""
    names, numbers = twips(fit.names_mm), twips(fit.numbers_mm)
    whole = twips(paper.page.text_width_mm)
    edges = sorted({0, names, numbers, whole})
    columns = [after - before for before, after in pairwise(edges)]

    def cells(edge: int, left: SafeString, right: SafeString) -> SafeString:
        span = edges.index(edge)
        return row(((left, edge, span), (right, whole - edge, len(columns) - span)))

    table_of_names = framed(
        "Placed",
        columns,
        (
            cells(
                names, _names(paper, fit), _title(paper, paper.page.text_width_mm - fit.names_mm)
            ),
            cells(numbers, _numbers(paper), _date(paper)),
        ),
    )
    return joined((_each("DraftMark", paper.draft_mark), table_of_names))


def _names(paper: Paper, fit: Fitting) -> SafeString:
    """Who issues, under the superior; the first line as far down as makes it level with the title."""
    named = (
        *(("Superior", one) for one in fit.superior),
        *(("Issuer", one) for one in fit.issuer),
        ("Star", "*"),
    )
    sizes = paper.profile.sizes
    lower = (sizes.title - (sizes.superior if fit.superior else sizes.issuer)) * _ASCENT
    down = format_html('<w:spacing w:before="{}"/>', max(0, round(lower * 20)))
    return joined(
        line(style, text, properties=NOTHING if at else down)
        for at, (style, text) in enumerate(named)
    )


def _title(paper: Paper, room_mm: float) -> SafeString:
    """The Party's name over a line as long as itself: the lower edge of a paragraph drawn in so far."""
    party = paper.profile.party
    wide = widths.width_mm(party, paper.profile.sizes.title, widths.BOLD) + _TITLE_SLACK_MM
    side = max(0, twips((room_mm - wide) / 2))
    drawn_in = format_html('<w:ind w:left="{0}" w:right="{0}"/>', side)
    return line("Party", party, properties=drawn_in)


def _numbers(paper: Paper) -> SafeString:
    subject = () if paper.kind else paper.subject
    return joined(
        (
            line("Code", paper.code),
            *(line("LetterSubject", one) for one in subject),
            _each("Urgency", paper.urgency),
        )
    )


def _date(paper: Paper) -> SafeString:
    return joined(
        (line("PlaceDate", paper.place_and_date), _each("Circulation", paper.circulation))
    )


def _subject(paper: Paper, fit: Fitting) -> SafeString:
    """The kind, the summary and its hyphens; whom a letter is addressed to."""
    named = (
        (
            line("Title", paper.kind),
            broken_line("Subtitle", fit.subject) if fit.subject else NOTHING,
            line("Hyphens", "-----"),
        )
        if paper.kind
        else ()
    )
    air = round(paper.profile.practice.addressed_gap_pt * 20)
    under_head = format_html('<w:spacing w:before="{}"/>', air)
    to = (
        rich_line(
            "AddressedTo",
            (*([Run("Kính gửi:", italic=True), Run(" ")] if at == 0 else []), Run(one)),
            properties=under_head if at == 0 and not paper.kind else NOTHING,
        )
        for at, one in enumerate(paper.addressed_to)
    )
    return joined((*named, *to))


def _closing(paper: Paper, fit: Fitting) -> SafeString:
    """Recipients beside the signature, never apart; those without room beside it, and the typist's mark."""
    if paper.unsigned:
        return NOTHING
    whole = twips(paper.page.text_width_mm)
    half = whole // 2
    recipients = joined(
        (
            _each("RecipientsHead", "Nơi nhận:" if fit.recipients_beside else ""),
            *(line("Recipients", one) for one in fit.recipients_beside),
        )
    )
    beside = row(
        (
            (recipients or line("Recipients", ""), half, 1),
            (_signature(paper.signature), whole - half, 1),
        )
    )
    return joined(
        (
            framed("Closing", (half, whole - half), (beside,)),
            *(line("Recipients", one) for one in fit.recipients_below),
            line("TypistMark", paper.typist_mark, properties=_AT_THE_FOOT)
            if paper.typist_mark
            else NOTHING,
            *(() if paper.appendices else (_thin(),)),
        )
    )


def _signature(signature: Signature) -> SafeString:
    return joined(
        (
            _each("Authority", signature.authority),
            *(rich_line("Post", (one,)) for one in signature.post),
            line("Signer", signature.name),
        )
    )


def _each(style: str, text: str) -> SafeString:
    """The line, where there is one."""
    return line(style, text) if text else NOTHING
