"""Source text → clean text: hard wraps joined, page numbers, footnotes and mark-up set apart.

Every character of the clean text knows the place it came from. Linear in the length of the text.
"""

import html
import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from directives.reading.columns import raw_lines
from directives.reading.labels import Style, label_of
from directives.reading.vocabulary import DUTY, NOUNS
from directives.reading.words import tokens_of

_MARKUP = re.compile(
    r"<sup>\s*\d{0,3}\s*</sup>|</?(?:sup|sub|b|i|u|strong|em|br)\s*/?>|\[\d{1,3}\]"
    r"|[*_]+|\\(?=[*_\-#.+])|[\u200b\u200c\u200d\ufeff\u00ad]",
    re.IGNORECASE,
)
_HASHES = re.compile(r"\s*#{1,6}\s+|\s*>\s+")
_BULLET = re.compile(r"\s*\*\s+(?=\S)")
_FOOTNOTE = re.compile(r"\s*(?:<sup>\s*\d{1,3}\s*</sup>|\[\d{1,3}\])\s*\S")
_RULE = re.compile(r"[\s\-_=*~.–—\\|:+]+$")
_PAGE = re.compile(r"\W{0,3}(?:[Tt]rang\s+)?\d{1,3}(?:\s*/\s*\d{1,3})?\W{0,3}$")
_RUN = re.compile(r"\S+(?: \S+)*|\s+")  # words as they stand, or what is to become one space
_STRONG = re.compile(r"\s*(?:#{1,6}\s+|\*\*|__)")
_GLUED = re.compile(r"[^\W\d_][:;.](?=\d{1,2}\.\s+[A-ZĐÀ-Ỹ])")
# The formula that closes a paper stands in a paragraph of its own, however full the line above it is.
_CLOSES = re.compile(r"Văn phòng [^.,;:]{3,60} (?:xin |trân trọng )*thông báo\b|Trên đây là\b")
_BEFORE_FIGURES = frozenset(("ngày", "tháng", "năm", "quý", "trước", "số", "và", "thứ"))
_ENDS = frozenset(".;:!?/…")
_CLOSERS = "\"”’')»"

LONGEST_VERB = 40  # characters of the verb a paragraph may open with
LONGEST_WRAP = 130  # characters; a longer line was never wrapped by hand


def _places() -> "array[int]":
    """Places in the source, one for each clean character: an array, since a long paper has a million."""
    return array("l")


@dataclass(frozen=True, slots=True)
class Line:
    """A physical line without mark-up. `at[i]`: where character i stands in the source."""

    text: str
    at: Sequence[int]
    after_blank: bool
    after_rule: bool
    strong: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Clean words `start:end` of the clean text."""

    text: str
    start: int
    end: int
    strong: bool


@dataclass(frozen=True, slots=True)
class Clean:
    """`text` is the paragraphs joined by a line feed; `at[i]` is its character's place in the source."""

    text: str
    at: Sequence[int]
    paragraphs: tuple[Paragraph, ...]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source characters that words `start:end` of the clean text come from."""
        if not self.at:
            return 0, 0
        if start >= end:
            here = self.at[min(start, len(self.at) - 1)]
            return here, here
        first, last = self.at[start], self.at[end - 1]
        if last < first:  # from the right column back to the left one of a later line
            first, last = min(self.at[start:end]), max(self.at[start:end])
        return first, last + 1


@dataclass(slots=True)
class _Building:
    texts: list[str] = field(default_factory=list)
    at: "array[int]" = field(default_factory=_places)
    strong: bool = False

    def add(self, line: Line) -> None:
        if self.texts:
            self.at.append(line.at[0])
        else:
            self.strong = line.strong
        self.texts.append(line.text)
        self.at.extend(line.at)

    @property
    def text(self) -> str:
        return " ".join(self.texts)


# Letters and marks of old typefaces and of Word that only look like those that are meant: "trƣớc", "12\u2011TB/TU".
_LOOK_ALIKES = str.maketrans(
    {"\u01a2": "Ư", "\u01a3": "ư", "\u00d0": "Đ", "\u00f0": "đ", "\u2010": "-", "\u2011": "-"}
)
# Left over from a web page.
_ENTITY = re.compile(r"&(?:nbsp|amp|quot|lt|gt|ndash|mdash|hellip|#\d{2,5});")
# "12\u00adTB/TU"; elsewhere it is no mark at all.
_SOFT_HYPHEN = re.compile(r"(?<=[\dA-ZĐ])\u00ad(?=[A-ZĐ]{2})")


def normalised(source: str) -> str:
    """NFC, one kind of line end, no letter that only looks like another: the text every span of a reading points into."""
    text = unicodedata.normalize("NFC", source.replace("\r\n", "\n").replace("\r", "\n"))
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return _SOFT_HYPHEN.sub("-", text.translate(_LOOK_ALIKES))


def lines_of(text: str) -> list[Line]:
    """The lines that carry the paper's own words; page numbers, rules and footnotes are left out."""
    kept: list[Line] = []
    blank, rule, note, open_note = True, False, False, False
    turned = False  # a page's number stood between: the blank lines about it end no paragraph
    for raw, place in raw_lines(text):
        line = _clean_line(raw, place)
        page = _PAGE.match(line[0]) and not (kept and not blank and _awaits_figure(kept[-1].text))
        if not line[0] or _RULE.match(line[0]) or page:
            note = note and bool(line[0])
            rule = rule or (
                bool(raw.strip()) and len(raw.strip()) > 2 and not line[0].strip("-_=~*")
            )
            blank, turned = True, turned or bool(page and line[0])
            continue
        if (_FOOTNOTE.match(raw) and (blank or note or not kept or _ended(kept[-1].text))) or (
            blank and rule and open_note and line[0][0].islower()
        ):
            note = True
        if note:
            open_note, blank, rule = not _ended(line[0]), False, False
            continue
        runs_on = turned and bool(kept) and not _ended(kept[-1].text)
        kept.extend(
            _parted(Line(line[0], line[1], blank and not runs_on, rule, bool(_STRONG.match(raw))))
        )
        blank, rule, turned = False, False, False
    return kept


def _awaits_figure(text: str) -> bool:
    """ "… trước ngày | 30/10." and "… ngày 10 tháng | 7": a date broken at a line's end, no page number."""
    return text.rpartition(" ")[2].lower() in _BEFORE_FIGURES


def _parted(line: Line) -> list[Line]:
    """Copies from the web lose the break before a label: "… kết luận như sau:1. Thống nhất …" is two lines."""
    cuts = [found.end() for found in _GLUED.finditer(line.text)]
    if not cuts:
        return [line]
    ends = [*cuts, len(line.text)]
    first = replace(line, text=line.text[: cuts[0]], at=line.at[: cuts[0]])
    rest = (
        replace(line, text=line.text[start:end], at=line.at[start:end], after_blank=True)
        for start, end in pairwise(ends)
    )
    return [first, *rest]


def _clean_line(raw: str, place: int) -> tuple[str, Sequence[int]]:
    """The line's words with single spaces, and where each character stands."""
    first = _HASHES.match(raw) or (None if raw.strip() == "*" else _BULLET.match(raw))
    begin = first.end() if first and not _BULLET.match(raw) else 0
    kept: list[str] = []
    at = _places()
    for left, right in _unmarked(raw, begin, keep_bullet=bool(_BULLET.match(raw))):
        for run in _RUN.finditer(raw, left, right):
            if not run[0].isspace():
                kept.append(run[0])
                at.extend(range(place + run.start(), place + run.end()))
            elif kept and kept[-1] != " ":
                kept.append(" ")
                at.append(place + run.start())
    if kept and kept[-1] == " ":
        kept.pop()
        at.pop()
    return "".join(kept), at


def _unmarked(raw: str, begin: int, *, keep_bullet: bool) -> list[tuple[int, int]]:
    pieces = []
    here = begin
    for mark in _MARKUP.finditer(raw, begin):
        if keep_bullet:
            keep_bullet = False
            continue
        pieces.append((here, mark.start()))
        here = mark.end()
    pieces.append((here, len(raw)))
    return pieces


def paragraphs_of(lines: Sequence[Line]) -> Clean:
    """Joins hard wraps and pages: what was one paragraph on the author's screen is one again."""
    width = _wrap_width(lines)
    built: list[_Building] = []
    before: Line | None = None
    for line in lines:
        if before is None or not _continues(before, line, width):
            built.append(_Building())
        built[-1].add(line)
        before = line
    return _assembled(built)


def _assembled(built: Sequence[_Building]) -> Clean:
    at = _places()
    paragraphs = []
    for piece in built:
        if at:
            at.append(piece.at[0])
        start = len(at)
        at.extend(piece.at)
        paragraphs.append(Paragraph(piece.text, start, len(at), piece.strong))
    return Clean("\n".join(piece.text for piece in paragraphs), at, tuple(paragraphs))


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width the text was wrapped at by hand, in characters; 0 when each line is a paragraph."""
    lengths = sorted(len(line.text) for line in lines)
    if not lengths:
        return 0
    width = lengths[int(len(lengths) * 0.97)] if len(lengths) > 1 else lengths[0]
    return width if width <= LONGEST_WRAP and len(lengths) > 3 else 0


def _continues(before: Line, line: Line, width: int) -> bool:
    ended = _ended(before.text)
    small = line.text[0].islower()
    label = label_of(line.text)
    if line.after_blank:
        return small and label is None and not ended and not _upper(before.text)
    full = bool(width) and len(before.text) + 1 + len(line.text.split(" ", 1)[0]) > width - 2
    if label is not None:
        dash = label.style in (Style.DASH, Style.PLUS) and len(before.text) > 0.7 * width > 0
        dashed = dash or (label.style is Style.DECIMAL and full)
        return dashed and before.text[-1].isalnum()
    figure = line.text[0].isdecimal()
    if small or (figure and not ended and (len(before.text) > 40 or _awaits_figure(before.text))):
        return True
    if _upper(before.text) and not _upper(line.text):
        return False
    if (ended and _CLOSES.match(line.text)) or _is_title(before, line, full=full, width=width):
        return False
    return bool(width) and (full or not ended)


def _is_title(before: Line, line: Line, *, full: bool, width: int) -> bool:
    """ "3. Phòng Tài chính" and below it "Căn cứ dự toán …": a labelled line left half empty is whole, and so is one
    that had room for the verb under it ("5. Sở Văn hóa, Báo và Đài tỉnh | Tăng cường …").
    """
    label = label_of(before.text)
    if full or label is None or not label.numbered or not before.text[-1].isalnum():
        return False
    words = tokens_of(before.text[label.width :])
    if not line.text[0].isupper() or NOUNS.at(words, 0) == ("post", len(words)):
        return False  # "2. Bộ trưởng | Bộ Y tế chỉ đạo …"
    duty = bool(DUTY.at(tokens_of(line.text[:LONGEST_VERB]), 0)[1])
    return duty or len(before.text) < width // 2


def _ended(text: str) -> bool:
    bare = text.rstrip(_CLOSERS + " ")
    return not bare or bare[-1] in _ENDS


def _upper(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and sum(char.isupper() for char in letters) > 0.8 * len(letters)
