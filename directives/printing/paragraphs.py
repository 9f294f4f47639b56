"""Paragraphs out of a text as it was pasted: wraps joined, page breaks healed, footnotes apart.

A notice reaches the office with lines cut where the page's edge was, paragraphs cut where a page
ended, and footnotes standing in the middle of a sentence. The items' own places, where known,
say for certain where a paragraph begins; the rest is read from punctuation, letters and lengths.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

LABEL = re.compile(
    r"(?P<label>[IVX]{1,5}\s?[-–.](?![\w.])|\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}\.|[a-zđ]\)|\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)|[-–—+•])\s+"
)
_NOTE = re.compile(r"(?:<sup>\s*(?P<raised>\d{1,3})\s*</sup>|\[(?P<square>\d{1,3})\])\s+(?=\S)")
_OPENING = re.compile(r"[\s#>]*\*{0,3}")
_PAGE_RULE = re.compile(r"\s*(?:-{3,}|_{3,}|={3,}|(?:\* ?){3,})\s*$")
_MARKS_AT_END = re.compile(r"(?:[\s*_”\"’)\]]|<sup>[^<>]*</sup>|\[\d{1,3}\])+$")
_ABBREVIATED = re.compile(r"\b(?:TP|Tp|TX|TT|P|Q|H|GS|TS|ThS|BS|KS|[A-ZĐ])\.$")
# Where one line stops so, the next goes on with it, whatever letter it begins with.
_LEADS_ON = re.compile(
    r"(?:[,(–-]|\b(?:của|và|các|những|cho|với|tại|theo|về|do|để|là|từ|đến|hoặc|như|bằng|đồng chí))$"
)
_COUNTS_ON = re.compile(r"\b(?:ngày|tháng|năm|quý|số|Quý|Số)$")
_GROUND = re.compile(r"[-–*\s]*Căn cứ\b")
_ALONE = re.compile(r"(?<=\n\n)[ \t]*(?:- ?)?(?P<number>\d{1,3})(?: ?-)?[ \t]*(?=\n[ \t]*\n)")
_SHORTEST_PAGE = 900  # characters
_SHORT_BY = 15  # a line that could have taken this much more was ended, not wrapped


@dataclass(frozen=True)
class Piece:
    """A paragraph: where it begins in the text, its words on one line, the note's mark if it is one."""

    start: int
    text: str
    note: str = ""


@dataclass(frozen=True)
class _Line:
    start: int
    text: str
    after_blank: bool
    after_rule: bool
    on_new_page: bool


def recover(text: str, starts: Collection[int] = ()) -> list[Piece]:
    """The paragraphs of `text` in order. `starts` are the places where items are known to begin."""
    return _healed(_unwrapped(text, starts), starts)


def _pages(text: str) -> set[int]:
    """Where the numbers of pages stand: alone, counting on, and a page apart; a cell of a table is none."""
    found, number, last = set(), 0, 0
    for match in _ALONE.finditer(text):
        told = int(match["number"])
        if match.start() - last >= _SHORTEST_PAGE and told in ((number + 1,) if number else (1, 2)):
            found.add(match.start())
            number, last = told, match.end()
    return found


def begins_item(piece: Piece | _Line, starts: Collection[int]) -> int | None:
    """The known start that falls on this paragraph's label or before its first word, if any."""
    opening = _OPENING.match(piece.text)
    length = opening.end() if opening else 0
    label = LABEL.match(piece.text, length)
    reach = range(piece.start, piece.start + (label.end() if label else length) + 1)
    return next((place for place in reach if place in starts), None)


def _lines(text: str) -> Iterator[_Line]:
    """Those that bear words; numbers of the pages they were on are left out."""
    start, blank, rule, turned = 0, True, False, False
    pages = _pages(text)
    for raw in text.splitlines(keepends=True):
        if _PAGE_RULE.match(raw):
            rule, blank = True, True
        elif not raw.strip():
            blank = True
        elif start in pages:
            turned = True
        else:
            yield _Line(start, raw.rstrip("\r\n"), blank, rule, turned)
            blank = rule = turned = False
        start += len(raw)


@dataclass
class _Open:
    """A paragraph being gathered: its parts so far, and its last line, which decides what follows."""

    start: int
    note: str
    parts: list[str]
    last: str
    after_rule: bool

    def piece(self) -> Piece:
        return Piece(self.start, " ".join(self.parts), self.note)

    def goes_on(self, parts: list[str], last: str) -> None:
        self.parts += parts
        self.last = last


def _unwrapped(text: str, starts: Collection[int]) -> list[_Open]:
    """Join the lines that only the page's edge had cut; blank lines still separate here."""
    lines = list(_lines(text))
    edge = _edge([len(line.text) for line in lines])
    found: list[_Open] = []
    for line in lines:
        one = found[-1] if found else None
        near = one and (not line.after_blank or (line.on_new_page and _is_cut(one, line, edge)))
        if one and near and _wraps(one, line, edge, starts):
            one.goes_on([" ".join(line.text.split())], line.text)
        else:
            may_note = line.after_blank or one is None or bool(one.note)
            found.append(_opened(line, may_note=may_note))
    return found


def _is_cut(one: _Open, line: _Line, edge: int) -> bool:
    """Whether the page's end came in mid-sentence: the line before it is a full one."""
    room = edge - len(one.last.rstrip()) - len(line.text.split()[0])
    return bool(edge) and not ended(one.last) and room <= _SHORT_BY


def _opened(line: _Line, *, may_note: bool) -> _Open:
    words = " ".join(line.text.split())
    start = line.start + len(line.text) - len(line.text.lstrip())
    note = _NOTE.match(words) if may_note else None
    mark = (note["raised"] or note["square"]) if note else ""
    return _Open(start, mark, [words[note.end() :] if note else words], line.text, line.after_rule)


def _edge(lengths: list[int]) -> int:
    """Where lines were cut: the length that four of five long lines stay within; 0 for none."""
    long = sorted(length for length in lengths if length > 40)
    edge = long[len(long) * 4 // 5] if long else 0
    return edge if edge <= 160 else 0


def _wraps(one: _Open, line: _Line, edge: int, starts: Collection[int]) -> bool:
    """Whether `line` only goes on with the sentence of the line before it."""
    before = one.last
    if begins_item(line, starts) is not None or (one.note and _NOTE.match(line.text)):
        return False
    done = ended(before)
    if LABEL.match(line.text.strip("* #")) and (done or not edge):
        return False
    if not edge:
        return not done and continues(before, line.text)
    first_word = line.text.split()[0]
    room = edge - len(before.rstrip()) - len(first_word)
    starts_new = line.text.lstrip("* ")[:1].isupper() and (line.text[0] == " " or room > _SHORT_BY)
    return not (done and starts_new)


def _healed(found: list[_Open], starts: Collection[int]) -> list[Piece]:
    """Join what a page break had parted, and give every footnote its own words back."""
    healed: list[_Open] = []
    body: _Open | None = None
    note: _Open | None = None
    for one in found:
        torn_from = None if one.note else _torn_from(one, healed, body, note, starts)
        if torn_from:
            torn_from.goes_on(one.parts, one.last)
            continue
        healed.append(one)
        if one.note:
            note = one
        else:
            body = one
    return [one.piece() for one in healed]


def _torn_from(
    one: _Open,
    healed: list[_Open],
    body: _Open | None,
    note: _Open | None,
    starts: Collection[int],
) -> _Open | None:
    """Which earlier paragraph goes on here: the running text, or a footnote over the page's end."""
    opening = Piece(one.start, one.parts[0])
    if begins_item(opening, starts) is not None or LABEL.match(opening.text.lstrip("*# ")):
        return None
    reachable = note if one.after_rule or (healed and healed[-1] is note) else None
    order = (reachable, body) if one.after_rule else (body, reachable)
    return next(
        (
            earlier
            for earlier in order
            if earlier
            and not ended(earlier.last)
            and continues(earlier.last, opening.text)
            and not _ends_grounds(earlier, opening.text)
        ),
        None,
    )


def _ends_grounds(earlier: _Open, after: str) -> bool:
    """The last of the "Căn cứ …" lines may end with a comma, and a new sentence follows."""
    grounds = _GROUND.match(earlier.parts[0]) and earlier.last.rstrip("* ").endswith(",")
    return bool(grounds) and after.lstrip('*“"( ')[:1].isupper()


def ended(text: str) -> bool:
    """Whether a sentence is over at the end of `text`."""
    bare = _MARKS_AT_END.sub("", text[-80:])
    return bare.endswith((".", ":", ";", "!", "?", "…")) and not _ABBREVIATED.search(bare)


def continues(before: str, after: str) -> bool:
    """Whether `after` begins in mid-sentence, or `before` stops where no sentence can."""
    first, last = after.lstrip('*“"( ')[:1], before[-80:].rstrip("* ")
    counts_on = first.isdecimal() and _COUNTS_ON.search(last)
    return first.islower() or bool(counts_on or _LEADS_ON.search(last))
