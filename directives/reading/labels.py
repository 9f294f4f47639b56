"""Printed labels of the outline: "I-", "1.", "1.7.1.", "a)", "(2)", "(i)", "-", "+"."""

import re
from dataclasses import dataclass
from enum import IntEnum

_LABEL = re.compile(
    r"""(?:
      (?P<roman>(?:(?:Phần|PHẦN|Mục|MỤC)\s+)?(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})
        (?=\s*[-–—./:)]))\s*[-–—./:)]{1,2}
    | (?P<decimal>\d{1,2}(?:\.\d{1,2}){0,4})(?:[.)/]|[-–](?=\s)|(?<=\d\.\d)(?=\s)|(?<=\.\d\d)(?=\s))[-–]?
    | \((?P<round>\d{1,2})\)[.:]?
    | \((?P<little>i{1,3}|iv|vi{0,3}|ix|x)\)
    | \(?(?P<letter>[a-zđ])[.)](?=\s|\w)
    | (?P<dash>[-–—•*●▪])(?=\s|[^\W\d_])
    | (?P<plus>\+)(?=\s|\w)
    )\s*""",
    re.VERBOSE,
)


class Style(IntEnum):
    ROMAN = 0
    DECIMAL = 1
    ROUND = 2
    LETTER = 3
    LITTLE = 4
    DASH = 5
    PLUS = 6


_STYLES = {
    "roman": Style.ROMAN,
    "decimal": Style.DECIMAL,
    "round": Style.ROUND,
    "letter": Style.LETTER,
    "little": Style.LITTLE,
    "dash": Style.DASH,
    "plus": Style.PLUS,
}


@dataclass(frozen=True, slots=True)
class Label:
    """`width`: characters up to the item's own words. `steps`: "1.7.1" has three."""

    printed: str
    style: Style
    value: str
    width: int

    @property
    def steps(self) -> int:
        return self.value.count(".") + 1 if self.style is Style.DECIMAL else 1

    @property
    def numbered(self) -> bool:
        return self.style not in (Style.DASH, Style.PLUS)


def label_of(line: str) -> Label | None:
    """The label a line opens with; None for running text ("10 tháng đầu năm", "2025.")."""
    found = _LABEL.match(line)
    if found is None or not found.lastgroup:
        return None
    style = _STYLES[found.lastgroup]
    value = found[found.lastgroup]
    if style is Style.ROMAN:
        value = value.split()[-1]
        if not line[found.end() : found.end() + 1].isupper():
            return None
    if style is Style.DECIMAL and _is_figure(line, found.end()):
        return None
    return Label(found[0].strip(), style, value, found.end())


def _is_figure(line: str, end: int) -> bool:
    """ "3.390 nhà", "12/18 mục": a number in running text, no label."""
    after = line[end : end + 1]
    return after.isdecimal() or (line[end - 1 : end] == "/" and not after.isupper())
