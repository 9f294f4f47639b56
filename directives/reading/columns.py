"""Two columns typed side by side with spaces, as in the head and the foot of a paper, read one after the other."""

import re
from collections.abc import Iterator, Sequence

Raw = tuple[str, int]  # a line, or part of one, and where it begins in the text

_PAIR = re.compile(r"(?P<left>\s{0,12}\S(?:.{0,80}?\S)?)(?:\s{4,}|\s*\t\s*)(?P<right>\S.{0,100})$")
_RIGHT = re.compile(r"(?:\s{20,}|\s*\t\s*)(?P<right>\S.{0,100})$")
_FOOT = re.compile(r"\W{0,6}Nơi nhận")
_DATED = re.compile(r"[^,]{2,40}, *ngày\b")
# Web copies lose the break before a bold label: "… kết luận như sau:**1. Cơ bản …".
_GLUED = re.compile(
    r"(?<=[:.;])(?=\*\*\s{0,2}(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,4})\.\s+[^\W\d_])"
)
# The right column of a head where a copy kept a single space between the two: "TỈNH ĐÔNG HẢI Độc lập - …",
# "Số: 12/UBND-TH Đông Hải, ngày …".
_TIGHT = re.compile(
    r"(?P<left>\s{0,12}(?:\S.{0,80}?(?<!CỦA)(?<!BIỂU)(?=\s(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM\s*$|Độc lập *[-–]))"
    r"|Số\b[^,]{0,40}?[-/][A-ZĐ][\wĐđ&/-]*(?=\s+[^\W\d_][^,:;]{1,40}, *ngày\b)))\s+(?P<right>\S.{0,100})$",
    re.IGNORECASE,
)
_ROW = re.compile(r"^\s*\||\|\s*$|\s\|\s")
_BREAK = re.compile(
    r"\||<br\s*/?>", re.IGNORECASE
)  # between the cells of a row and the lines of a cell
# A cell of the foot whose lines a copy put in one: "**TL. CHỦ TỊCH** **CHÁNH VĂN PHÒNG**", "- Các sở; - Lưu: VT."
_FOOT_BREAK = re.compile(rf"{_BREAK.pattern}|(?<=\*\*) (?=\*\*)|(?<=[;:*]) (?=- )", re.IGNORECASE)
HEAD_LINES = 12
FOOT_LINES = 30


def raw_lines(text: str) -> Iterator[Raw]:
    """Every line of the text with its place; the left column of the head and foot before the right one."""
    lines = _without_tables(_lines(text))
    index = 0
    while index < len(lines):
        foot = bool(_FOOT.match(lines[index][0]))
        if (index < HEAD_LINES and _is_pair(lines[index][0], foot=False)) or (
            foot and any(_is_pair(raw, foot=True) for raw, _ in lines[index : index + FOOT_LINES])
        ):
            end = _block_end(lines, index, foot=foot)
            yield from _left_then_right(lines[index:end])
            index = end
            continue
        yield lines[index]
        index += 1


def _lines(text: str) -> list[Raw]:
    found, place = [], 0
    for line in text.split("\n"):
        for raw in _GLUED.split(line):
            found.append((raw, place))
            place += len(raw)
        place += 1
    return found


def _without_tables(lines: Sequence[Raw]) -> list[Raw]:
    """Head and foot that a copy keeps as a table ("| VĂN PHÒNG | CỘNG HÒA … |", "- Lưu: VT. | CHÁNH VĂN PHÒNG"): a line
    for each line of a cell. Tables of the running text stay as they are.
    """
    kept: list[Raw] = []
    foot = False
    for index, (raw, place) in enumerate(lines):
        foot = foot or bool(_FOOT.match(raw))
        if (index < HEAD_LINES or foot) and _ROW.search(raw):
            begin = 0
            for gap in (*(_FOOT_BREAK if foot else _BREAK).finditer(raw), None):
                end = gap.start() if gap else len(raw)
                kept.append((raw[begin:end], place + begin))
                begin = gap.end() if gap else end
        else:
            kept.append((raw, place))
    return kept


def _is_pair(line: str, *, foot: bool) -> bool:
    if not foot and _TIGHT.match(line):
        return True
    found = _PAIR.match(line)
    if found is None:
        return False
    right = found["right"]
    if right[0] in "-/" or found["left"].strip(" :") == "Số":
        return False  # the blank of a number that is still to come
    return foot or right.isupper() or bool(_DATED.match(right)) or right.startswith("Độc lập")


def _halves(line: str) -> re.Match[str] | None:
    """The two columns of a line; a number's own blank ("Số:     /TB-UBND") parts nothing."""
    tight = _TIGHT.match(line)
    return tight if tight and line.lstrip().startswith("Số") else _PAIR.match(line) or tight


def _block_end(lines: Sequence[Raw], index: int, *, foot: bool) -> int:
    if foot:
        return min(index + FOOT_LINES, len(lines))
    end = index
    while end < min(HEAD_LINES, len(lines)) and _is_pair(lines[end][0], foot=False):
        end += 1
    return end


def _left_then_right(block: Sequence[Raw]) -> Iterator[Raw]:
    right: list[Raw] = []
    for raw, place in block:
        pair, alone = _halves(raw), _RIGHT.match(raw)
        if alone:
            right.append((alone["right"], place + alone.start("right")))
        elif pair:
            yield pair["left"], place
            right.append((pair["right"], place + pair.start("right")))
        else:
            yield raw, place
    yield "", block[-1][1]
    yield from right
