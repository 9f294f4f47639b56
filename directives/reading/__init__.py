"""Reads a notice: text → header, outline, who must do what by when.

Pure: no clock, no database, no network. The stages stand in modules of their own and are tested alone.
"""

from collections.abc import Sequence
from datetime import date

from directives.reading.clean import Line, lines_of, normalised, paragraphs_of
from directives.reading.dates import partial_in
from directives.reading.drafts import Reader, drafts_of
from directives.reading.files import MAX_BYTES, MAX_CHARS, printable, source_of, text_of
from directives.reading.header import header_of
from directives.reading.intro import intro_size, marked_to_do, met_with
from directives.reading.items import item_of
from directives.reading.lint import warnings_of
from directives.reading.model import (
    Citation,
    Deadline,
    Header,
    ItemKind,
    Mention,
    Precision,
    Reading,
    ReadItem,
    Recipient,
    Recurrence,
    Signer,
    Strength,
    Target,
    Warning,  # noqa: A004 - the reader's word for a doubtful place
)
from directives.reading.outline import units_of
from directives.reading.refusals import SecretPaper, Unreadable, refuse_secrets
from directives.reading.regions import Regions, body_lines, regions_of
from directives.reading.settling import settle
from directives.reading.source import Source

__all__ = [
    "MAX_BYTES",
    "MAX_CHARS",
    "Citation",
    "Deadline",
    "Header",
    "ItemKind",
    "Mention",
    "Precision",
    "ReadItem",
    "Reading",
    "Recipient",
    "Recurrence",
    "SecretPaper",
    "Signer",
    "Source",
    "Strength",
    "Target",
    "Unreadable",
    "Warning",
    "printable",
    "read",
    "refuse_secrets",
    "source_of",
    "text_of",
]

LONGEST_INTRO = 6_000  # characters of one paragraph that tells of the meeting


def read(source: str, *, today: date) -> Reading:
    """What the paper says. Never raises; reading twice gives the same; linear in the length of `source`."""
    text = normalised(source)
    lines = lines_of(text)
    where = regions_of(lines)
    clean = paragraphs_of(body_lines(lines, where))
    size = intro_size(clean.paragraphs)
    intro = [piece.text[:LONGEST_INTRO] for piece in clean.paragraphs[: max(size, 1)]]
    header = header_of(lines, where, intro, clean.text)
    anchor = header.issued_on or header.meeting_on or partial_in(header.issued_partial) or today
    reader = Reader(clean, header.issued_on, anchor)
    drafts = drafts_of(reader, units_of(clean.paragraphs[size:]))
    host = met_with(reader, clean.paragraphs[: max(size, 1)])
    settle(drafts, fallback=host or marked_to_do(header, lines[where.foot :]))
    items = tuple(item_of(draft, clean) for draft in drafts)
    told = clean.paragraphs[: max(size, 1)]
    warnings = warnings_of(text, header, items, clean=clean, intro=told)
    return Reading(text, header, items, warnings, body=_span(lines, where, len(text)))


def _span(lines: Sequence[Line], where: Regions, end: int) -> tuple[int, int]:
    """The running text, from its first letter to the first of the foot."""
    starts = [line.at[0] for line in lines[where.body : where.foot]]
    foot = lines[where.foot].at[0] if where.foot < len(lines) else end
    return (starts[0], foot) if starts else (end, end)
