"""Marks in a text as issued, into runs: `**bold**`, `*italic*`, `<sup>1</sup>`. All else is words."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from directives.printing.model import Footnote, Inline, Run

_TOKEN = re.compile(
    r"\\(?P<escaped>[\\*_#+.()\[\]`~>|-])"
    r"|(?P<stars>\*{1,3})"
    r"|<sup>\s*(?P<raised>[^<>\n]{1,8}?)\s*</sup>"
)


def runs(text: str) -> tuple[Run, ...]:
    """The runs of a text, in order, none empty.

    A star opens only before a letter and closes only after one, and only where both are there:
    "5 * 3" keeps its star, and a pair of stars without a partner is a slip and goes.
    """
    return _merged([run for _, _, run in placed(text)])


def placed(text: str) -> Iterator[tuple[int, int, Run]]:
    """Words with where they stand in the text, in order; what lies between is marks."""
    open_marks: set[str] = set()
    paired = _paired(text)
    end = 0
    for token in _TOKEN.finditer(text):
        yield end, token.start(), _run(text[end : token.start()], open_marks)
        end = token.end()
        if token["escaped"]:
            yield *token.span("escaped"), _run(token["escaped"], open_marks)
        elif token["raised"]:
            raised = replace(_run(token["raised"], open_marks), raised=True)
            yield *token.span("raised"), raised
        elif token.start() in paired:
            open_marks ^= {"*"} if token["stars"] == "*" else {"**"}
            if token["stars"] == "***":
                open_marks ^= {"*"}
        elif token["stars"] == "*":
            yield token.start(), end, _run("*", open_marks)
    yield end, len(text), _run(text[end:], open_marks)


def with_footnotes(
    pieces: Iterable[Run], notes: Mapping[str, deque[tuple[Run, ...]]]
) -> tuple[Inline, ...]:
    """Put each footnote where its raised mark stands, and take it off `notes`.

    Notes counted anew on each page share a mark: the first mark takes the first of them. A mark
    without a note stays a raised mark.
    """
    return tuple(
        Footnote(piece.text, notes[piece.text].popleft())
        if piece.raised and notes.get(piece.text)
        else piece
        for piece in pieces
    )


def plain(pieces: Iterable[Inline]) -> str:
    """The words alone."""
    return "".join(piece.text for piece in pieces if isinstance(piece, Run))


def bold(pieces: Iterable[Run]) -> tuple[Run, ...]:
    return _merged([replace(piece, bold=True) for piece in pieces])


def not_bold(pieces: Iterable[Run]) -> tuple[Run, ...]:
    return _merged([replace(piece, bold=False) for piece in pieces])


def split(pieces: Iterable[Run], length: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Cut after `length` letters of the plain words."""
    before: list[Run] = []
    after: list[Run] = []
    for piece in pieces:
        room = max(length, 0)
        before.append(replace(piece, text=piece.text[:room]))
        after.append(replace(piece, text=piece.text[room:]))
        length -= len(piece.text)
    return _merged(before), _merged(after)


def _run(text: str, marks: set[str]) -> Run:
    return Run(text, bold="**" in marks, italic="*" in marks)


def _paired(text: str) -> set[int]:
    """Where the stars that have a partner stand: an opener and the next closer of its kind."""
    paired: set[int] = set()
    waiting: dict[str, int] = {}
    for token in _TOKEN.finditer(text):
        stars, at = token["stars"], token.start()
        if not stars:
            continue
        before, after = text[at - 1 : at], text[token.end() : token.end() + 1]
        if stars in waiting and before.strip():
            paired |= {waiting.pop(stars), at}
        elif after.strip():
            waiting[stars] = at
    return paired


def _merged(pieces: Iterable[Run]) -> tuple[Run, ...]:
    """Neighbours of one look become one run; a raised mark stays by itself."""
    merged: list[Run] = []
    for look, group in groupby(filter(_has_words, pieces), key=_look):
        if look.raised:
            merged += group
        else:
            merged.append(replace(look, text="".join(piece.text for piece in group)))
    return tuple(merged)


def _has_words(piece: Run) -> bool:
    return bool(piece.text)


def _look(piece: Run) -> Run:
    return replace(piece, text="")
