"""What tesseract tells of a page (hOCR) → rows in reading order, as layout.py knows them. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from lxml import etree

from directives.reading.layout import COLUMN_GAP, Letter, Row, row_of

UNSURE = 70  # of 100: below it tesseract itself does not trust a word
HOPELESS = 50  # of 100: the mean of a page that is upside down, or no page at all
USUAL = (0.83, 1.25)  # of the page's usual size: the same size, measured on other letters
MIDDLE = (0.47, 0.6)  # of the page's width: where titles and full lines have their middle
WIDE = 0.6  # of the page's width: more than a column
_TO_DO = re.compile(r"^\((?:th|tlh|t1h|t/ ?h)\)(\W?)$")
_FOOT = re.compile(r"\W{0,3}Nơi nhận", re.IGNORECASE)
_STRAYS = str.maketrans("", "", "ˆ˜´`¨¸˙")
Box = tuple[float, ...]  # left, top, right, bottom in dots
Line = list[Row]  # what stands on one printed line, parted by wide gaps


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands on a scanned page; `unsure` are the words that tesseract does not trust."""

    rows: list[Row]
    unsure: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    box: Box
    trust: float


def scan_of(hocr: bytes, *, dots: int, width: float, height: float) -> Scan:
    """`dots`: of the picture from left to right; `width` and `height` of the page in points.

    Raises ValueError for a page on which hardly a word can be trusted, and for what is no hOCR.
    """
    try:
        root = etree.fromstring(hocr, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from None
    measured = [(_size(line), _words_of(line)) for line in _lines(root)]
    words = [word for _, line in measured for word in line]
    if words and sum(word.trust for word in words) < HOPELESS * len(words):
        raise ValueError("a page of noise")
    usual = median([size for size, line in measured for _ in line] or [0])
    scale = width / dots
    lines = [
        _line(line, scale=scale, height=height, size=_evened(size, usual) * scale)
        for size, line in measured
    ]
    rows = _in_columns([line for line in lines if line], width)
    return Scan(rows, tuple(word.text for word in words if word.trust < UNSURE))


def _lines(root: Any) -> Iterator[Any]:
    """Elements of printed lines: titles and captions have other names."""
    for element in root.iterfind(".//{*}span"):
        if element.get("class") != "ocrx_word":
            yield element


def _size(line: Any) -> float:
    return _told(line, "x_size")[0]


def _words_of(line: Any) -> list[_Word]:
    words = []
    for element in line.iterfind("{*}span[@class='ocrx_word']"):
        text = _corrected("".join(element.itertext()).strip())
        word = _Word(text, _told(element, "bbox"), _told(element, "x_wconf")[0])
        if text and (word.trust >= UNSURE or any(char.isalnum() for char in text)):
            words.append(word)
    # No stain, and not the star under a letterhead, which comes as an "x".
    said = "".join(word.text for word in words)
    return [] if len(said) == 1 and not said.isdecimal() else words


def _told(element: Any, name: str) -> tuple[float, ...]:
    """A property of "bbox 1 2 3 4; x_size 35"."""
    told = (piece.split() for piece in element.get("title").split(";"))
    return next(tuple(map(float, values)) for found, *values in told if found == name)


def _corrected(word: str) -> str:
    """What the Vietnamese model commonly gets wrong: "ĐÐU", "(th)", a dot as an accent without a letter."""
    return _TO_DO.sub(r"(t/h)\1", word.translate(_STRAYS).replace("Ð", "Đ").replace("ĐĐ", "Đ"))


def _evened(size: float, usual: float) -> float:
    return usual if USUAL[0] * usual <= size <= USUAL[1] * usual else size


def _line(words: Sequence[_Word], *, scale: float, height: float, size: float) -> Line:
    """The pieces of a line, from left to right. `scale`: points of a dot; `size` in points."""
    pieces: list[list[Letter]] = []
    edge = float("-inf")
    for word in words:
        left, _, right, bottom = (place * scale for place in word.box)
        if not pieces or left - edge > COLUMN_GAP * size:
            pieces.append([])
        pieces[-1] += [
            Letter(word.text, left, right, height - bottom, size),
            Letter(" ", right, right, 0, 0),
        ]
        edge = right
    return [row for row in map(row_of, pieces) if row is not None]


def _in_columns(lines: Sequence[Line], width: float) -> list[Row]:
    """The head and the foot of a paper are two columns: the left one is read first."""
    rows: list[Row] = []
    index = 0
    while index < len(lines):
        end = _block_end(lines, index, width)
        block = [row for line in lines[index:end] for row in line]
        rows += sorted(block, key=lambda row: _side(row, width))
        index = end
    return rows


def _block_end(lines: Sequence[Line], index: int, width: float) -> int:
    """Behind the two columns that begin with this line; behind the line itself when none begin."""
    if index and not _FOOT.match(lines[index][0].text):
        return index + 1
    end = index
    while end < len(lines) and all(_side(row, width) for row in lines[end]):
        end += 1
    parted = any(len(line) > 1 for line in lines[index:end])
    return end if parted else index + 1


def _side(row: Row, width: float) -> int:
    """-1 for the left column, 1 for the right one, 0 for what fills the page or stands in its middle."""
    middle = (row.left + row.right) / 2
    if row.right - row.left > WIDE * width or MIDDLE[0] * width <= middle <= MIDDLE[1] * width:
        return 0
    return -1 if middle < MIDDLE[0] * width else 1
