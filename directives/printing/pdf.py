"""A paper printed as PDF: archival, tagged, in one embedded face, with nothing fetched for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any

from django.template.loader import render_to_string

from directives.printing import fitting
from directives.printing.fitting import PrintingRefused
from directives.printing.markup import cells, words
from directives.printing.model import Block, Heading, Paper, Table, Text, turned
from directives.printing.profiles import Page

__all__ = ["PrintingRefused", "PrintingUnavailable", "html", "pdf"]

# What Liberation Serif can print. Anything else would bring in a second face, letter by letter.
_NOT_IN_THE_FACE = re.compile(
    "[^\t\n -~\xa0-\u0373\u0374-\u0377\u037a-\u037e\u0384-\u03ce\u0400-\u0513\u1e00-\u1e9b\u1ea0-\u1ef9"
    "\u2000-\u200b\u2010\u2012-\u2022\u2026\u2030\u2032-\u2034\u2039\u203a\u2044\u2070-\u2079\u207f-\u2089"
    "\u20a0-\u20b5\u2113\u2116\u2122\u2126\u2153\u2154\u215b-\u215e\u2190-\u2195\u2202\u2206\u220f\u2211"
    "\u2212\u2215\u2219\u221a\u221e\u222b\u2248\u2260\u2264\u2265\u25a0\u25a1\u25aa-\u25ac\u25b2\u25ba"
    "\u25bc\u25c4\u25ca-\u25cc\u25cf\u25e6]"
)
FACE = "Liberation Serif"
VARIANT = "pdf/a-3a"
MISSING_LETTER = "\N{WHITE SQUARE}"


class PrintingUnavailable(Exception):
    """This machine cannot print PDF. Says what to install, for the user."""


def pdf(paper: Paper) -> bytes:
    """The paper as PDF/A-3a, its source attached. A letter outside the face is a white square.

    Raises PrintingRefused for a text beyond all measure, PrintingUnavailable when the system
    libraries that set type, or the face, are missing.
    """
    fitting.refuse_endless(paper)
    markup = html(paper)
    try:
        # Costs a second to import and fails without pango, which the rest of the product can do without.
        from weasyprint import HTML, Attachment
        from weasyprint.urls import URLFetcher
    except OSError as missing:
        raise PrintingUnavailable(
            "Máy chủ chưa in được PDF: thiếu thư viện pango. "
            "Cài libpango-1.0-0, libpangoft2-1.0-0, libharfbuzz-subset0 và fonts-liberation2 rồi thử lại."
        ) from missing
    nothing = URLFetcher(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
    document = HTML(string=markup, url_fetcher=nothing).render(pdf_variant=VARIANT)
    document.metadata.attachments = [Attachment(**one) for one in _attached(paper)]
    printed: bytes = document.write_pdf(finisher=_each_file_once, pdf_variant=VARIANT)
    if {font.family for font in document.fonts.values()} != {FACE}:
        raise PrintingUnavailable(
            f"Máy chủ chưa in được PDF: thiếu phông {FACE} đủ chữ tiếng Việt. "
            "Cài fonts-liberation2 (không phải fonts-liberation) rồi thử lại."
        )
    return printed


def _each_file_once(_: Any, written: Any) -> None:
    """The renderer lists an attached file twice."""
    if "AF" in written.catalog:
        written.catalog["AF"][:] = dict.fromkeys(written.catalog["AF"])


def _attached(paper: Paper) -> list[dict[str, Any]]:
    """The text that the paper was made from, under the paper's own date: nothing tells the hour."""
    if not paper.source:
        return []
    moment = datetime.combine(paper.dated or paper.profile.since, time(), UTC)
    return [
        {
            "file_obj": BytesIO(paper.source.encode(errors="replace")),
            "name": "van-ban-goc.txt",
            "description": "Nội dung gốc dùng để trình bày văn bản này",
            "relationship": "Source",
            "created": moment,
            "modified": moment,
        }
    ]


@dataclass(frozen=True)
class _Part:
    """An appendix as the template wants it: a page of its own kind, its blocks shown."""

    name: str
    page: Page
    title: tuple[str, ...]
    blocks: Sequence[dict[str, Any]]


def html(paper: Paper) -> str:
    """What the renderer is given: all the paper's words escaped, style and all in one string.

    Raises PrintingRefused for a table with more columns than the sheet has room for.
    """
    profile = paper.profile
    kept = fitting.closing_blocks(paper)
    context = {
        "paper": paper,
        "profile": profile,
        "fit": fitting.fitted(paper),
        "blocks": _shown(paper, paper.blocks, paper.page, kept=kept),
        "appendices": [
            _Part(f"appendix-{at}", page, one.title, _shown(paper, one.blocks, page))
            for at, one in enumerate(paper.appendices, start=1)
            for page in (turned(profile.page, landscape=one.landscape),)
        ],
    }
    return _NOT_IN_THE_FACE.sub(MISSING_LETTER, render_to_string("print/paper.html", context))


def _shown(
    paper: Paper, blocks: Sequence[Block], page: Page, *, kept: int | None = None
) -> list[dict[str, Any]]:
    """Each block's markup. From the block numbered `kept` on, none is parted from what follows it."""
    return [
        (_table(block, page) if isinstance(block, Table) else _text(block, paper, page))
        | {"keeps_next": (kept is not None and at >= kept) or getattr(block, "keeps_next", False)}
        for at, block in enumerate(blocks)
    ]


def _text(block: Text, paper: Paper, page: Page) -> dict[str, Any]:
    note_pt = paper.profile.practice.footnote_pt
    ready = fitting.prepared(block, footnote_pt=note_pt, width_mm=page.text_width_mm)
    return {"tag": "h2" if isinstance(block, Heading) else "p", "words": words(ready.inlines)}


def _table(table: Table, page: Page) -> dict[str, Any]:
    return {
        "table": table,
        "column_mm": fitting.column_mm(table, width_mm=page.text_width_mm),
        "rows": [cells(row, table.columns) for row in table.rows],
    }
