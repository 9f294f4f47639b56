"""The running text of a paper: paragraphs, items and heads, with the bold that the rule gives them."""

import re
import unicodedata
from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import NamedTuple

from bodies.practice import Practice
from directives.printing import emphasis, paragraphs
from directives.printing.model import Heading, Listed, Paragraph, Run, Text
from directives.printing.paragraphs import Piece

# Signs that show nothing or turn the reading direction: what is printed must be what is stored.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff\ud800-\udfff]"
)
# No language has such words, and the renderer's time grows with the square of their length.
_ENDLESS = re.compile(r"\S{200,}")
_CUT = "\N{ZERO WIDTH SPACE}"
_HEAD_MARK = re.compile(r"\s*#+\s*")
_STRAY = re.compile(r"[*_#\s]*")  # marks left over where a neighbour was cut off
_ROMAN = re.compile(r"[IVX]")
_NUMBER = re.compile(r"\d")
_DASH = re.compile(r"[-–—+•]")
_SENTENCE_END = re.compile(r"(?<!TP)(?<!TX)[.;!?…]\s")
_TITLE_LIMIT = 400  # longer than this, what looks like a title is a paragraph


class Span(NamedTuple):
    """An item's place in the body: `start` is that of its label; `kind` "heading" is a head."""

    label: str
    start: int
    end: int
    depth: int
    kind: str


def blocks(
    text: str,
    spans: Iterable[tuple[str, int, int, int, str]] = (),
    *,
    after: str = "",
    practice: Practice,
) -> tuple[Text, ...]:
    """The text's blocks in printed order; every word of it is in one of them or in a footnote.

    `spans` count letters of `text`. Without them the labels alone tell where items begin.
    Of `after` only footnotes are taken.
    """
    items = {span.start: span for span in (Span(*one) for one in spans)}
    pieces = paragraphs.recover(text, items)
    notes = _notes((*pieces, *(paragraphs.recover(after) if after else ())))
    found: list[Text] = []
    body = [piece for piece in pieces if not piece.note and not _STRAY.fullmatch(piece.text)]
    for place, piece in enumerate(body):
        begins = paragraphs.begins_item(piece, items)
        item = items[begins] if begins is not None else None
        words = _square_marks_raised(printable(piece.text), notes)
        lone = not items and place + 1 < len(body)
        block = _block(words, item, guess_title=lone, practice=practice)
        found.append(_with_notes(block, notes))
    unused = [Paragraph((Run(f"{mark} "), *note)) for mark, left in notes.items() for note in left]
    return (*(block for block in found if block.inlines or isinstance(block, Heading)), *unused)


def printable(text: str) -> str:
    """Composed letters, and nothing that a reader cannot see but a place to cut endless words."""
    seen = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    return _ENDLESS.sub(lambda word: _CUT.join(re.findall(r".{1,50}", word[0])), seen)


def _block(words: str, item: Span | None, *, guess_title: bool, practice: Practice) -> Text:
    """One paragraph in its look. Where bold was typed in a numbered item, it stands as typed."""
    mark = _HEAD_MARK.match(words)
    runs = emphasis.runs(words[mark.end() :] if mark else words)
    plain = emphasis.plain(runs)
    keeps_next = plain.rstrip().endswith(":")
    label = paragraphs.LABEL.match(plain)
    if label is None:
        return Heading(Run(""), emphasis.bold(runs)) if mark else Paragraph(runs, keeps_next)
    rest = emphasis.split(runs, label.end())[1]
    depth = item.depth if item else _depth(label["label"])
    if _ROMAN.match(label["label"]):
        return Heading(
            Run(label["label"], bold=True), _bold_head(rest, _TITLE_LIMIT, title=True), depth
        )
    if not _NUMBER.match(label["label"]):
        plain_dash = _DASH.match(label["label"]) and not practice.bold_in_lists
        listed = emphasis.not_bold(rest) if plain_dash else rest
        return Listed(Run(label["label"]), listed, depth, keeps_next)
    told = mark is not None or (item is not None and item.kind == "heading")
    if told:
        title = len(plain) <= _TITLE_LIMIT and not plain.endswith((".", ";", ":"))
    else:
        title = guess_title and len(plain) <= practice.head_limit and not paragraphs.ended(plain)
    if not any(run.bold for run in runs):
        rest = _bold_head(rest, practice.head_limit, title=title)
    printed = Run(label["label"], bold=bool(rest) and rest[0].bold)
    return Heading(printed, rest, depth) if title else Listed(printed, rest, depth, keeps_next)


def _bold_head(runs: tuple[Run, ...], limit: int, *, title: bool) -> tuple[Run, ...]:
    """Bold up to the first colon, which must close a head and not a sentence; a title whole."""
    plain = emphasis.plain(runs)
    length = len(plain) if title and len(plain) <= _TITLE_LIMIT else _head_length(plain, limit)
    head, rest = emphasis.split(runs, length)
    return (*emphasis.bold(head), *rest)


def _head_length(plain: str, limit: int) -> int:
    """Letters up to the colon, it included; 0 where there is no head."""
    colon = re.search(r":(?=\s|$)", plain)
    if colon is None or colon.end() > limit:
        return 0
    before = plain[: colon.start()]
    inside_brackets = before.count("(") > before.count(")")
    return 0 if inside_brackets or _SENTENCE_END.search(before) else colon.end()


def _depth(label: str) -> int:
    """How deep a label stands where no outline says so: I- 0, 1. 1, 1.1. 2, a) 4, (1) 5, - 6, + 7."""
    if _ROMAN.match(label):
        return 0
    if _NUMBER.match(label):
        return len(re.findall(r"\d+", label))
    return {"(": 5, "+": 7}.get(label[0], 4 if label.endswith(")") else 6)


def _notes(pieces: Iterable[Piece]) -> dict[str, deque[tuple[Run, ...]]]:
    notes: dict[str, deque[tuple[Run, ...]]] = {}
    for piece in pieces:
        if piece.note:
            words = emphasis.runs(printable(piece.text))
            notes.setdefault(piece.note, deque()).append(words)
    return notes


def _square_marks_raised(text: str, notes: Collection[str]) -> str:
    """`[1]` is a footnote's mark where there is a note 1."""
    return re.sub(r"\[(\d{1,3})\]", lambda m: f"<sup>{m[1]}</sup>" if m[1] in notes else m[0], text)


def _with_notes(block: Text, notes: dict[str, deque[tuple[Run, ...]]]) -> Text:
    runs = tuple(one for one in block.inlines if isinstance(one, Run))
    return replace(block, inlines=emphasis.with_footnotes(runs, notes))
