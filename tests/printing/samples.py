"""A notice to print, in the manner of the real ones, and its look read back from the PDF."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import pdfplumber

from directives.printing.notice import NoticeContent, notice_paper
from directives.printing.pdf import pdf

MM_PER_PT = 25.4 / 72
MM = 0.3  # the tolerance of a place
PT = 0.1  # the tolerance of a size

SENTENCE = (
    "Giao Văn phòng Đảng ủy chủ trì, phối hợp với các cơ quan, đơn vị liên quan theo dõi, đôn đốc việc "
    "thực hiện Thông báo này và báo cáo Ban Thường vụ Đảng ủy trước ngày 10/12/2025. "
)
PARAGRAPH = SENTENCE * 3
BODY = f"""Ngày 21/11/2025, Ban Thường vụ Đảng ủy phường thống nhất kết luận như sau:

I- Đánh giá chung

{PARAGRAPH}

II- Nhiệm vụ

1. Giao Ủy ban nhân dân phường: {SENTENCE}

- **Về nước sinh hoạt**, {SENTENCE}<sup>1</sup>

<sup>1</sup> Kế hoạch số 116/KH-UBND ngày 17/12/2020 về việc chỉnh trang đô thị.

2. {SENTENCE}

{PARAGRAPH * 4}

{PARAGRAPH}"""


def content(**changes: Any) -> NoticeContent:
    """A ward's notice under 36-HD/VPTW, changed as told."""
    usual: dict[str, Any] = {
        "profile_day": date(2025, 12, 5),
        "superior": "Đảng bộ thành phố Hải Phòng",
        "issuer": "Đảng ủy phường Kiến An",
        "number": 5,
        "symbol": "-TB/ĐU",
        "place": "Kiến An",
        "issued_on": date(2025, 12, 5),
        "subject": "Kết luận của Ban Thường vụ Đảng ủy\ntại buổi làm việc với Ủy ban nhân dân phường",
        "body_text": BODY,
        "signer_authority": "T/L BAN THƯỜNG VỤ",
        "signer_title": "Chánh Văn phòng",
        "signer_name": "Hoàng Văn Bình",
        "recipients": ("Thường trực Thành ủy", "Các đồng chí Đảng ủy viên", "Lưu VPĐU"),
    }
    return NoticeContent(**usual | changes)


@dataclass(frozen=True)
class Line:
    """A printed line of one cell. Places in mm from the paper's top left corner, sizes in points.

    `top` and `bottom` are those of the type's own box, `base` is where the letters stand.
    """

    page: int
    text: str
    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float
    face: str
    colour: tuple[float, ...]

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Rule:
    page: int
    left: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Printed:
    """A PDF read back."""

    data: bytes
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]
    page_sizes: tuple[tuple[float, float], ...]
    fonts: frozenset[str]

    def line(self, opening: str) -> Line:
        """The one line that begins so."""
        found = [line for line in self.lines if line.text.startswith(opening)]
        assert len(found) == 1, (opening, [line.text for line in found])
        return found[0]

    def page(self, number: int) -> list[Line]:
        return [line for line in self.lines if line.page == number]

    @property
    def words(self) -> str:
        return " ".join(" ".join(line.text for line in self.lines).split())


def printed(**changes: Any) -> Printed:
    return read_back(pdf(notice_paper(content(**changes))))


def read_back(data: bytes) -> Printed:
    with pdfplumber.open(BytesIO(data)) as document:
        pages = document.pages
        return Printed(
            data=data,
            lines=tuple(line for page in pages for line in _lines(page)),
            rules=tuple(rule for page in pages for rule in _rules(page)),
            page_sizes=tuple(
                (float(page.width) * MM_PER_PT, float(page.height) * MM_PER_PT) for page in pages
            ),
            fonts=frozenset(char["fontname"].partition("+")[2] for p in pages for char in p.chars),
        )


def _lines(page: Any) -> Iterator[Line]:
    """Letters on one base line, parted where a gap is wider than any space in justified text."""
    rows: dict[float, list[dict[str, Any]]] = defaultdict(list)
    for char in page.chars:
        rows[round(char["matrix"][5], 1)].append(char)
    for base in sorted(rows, reverse=True):
        cell: list[dict[str, Any]] = []
        for char in sorted(rows[base], key=lambda char: char["x0"]):
            gap = char["x0"] - cell[-1]["x1"] if cell else 0
            if gap > 18 or (gap > 12 and char["fontname"] != cell[-1]["fontname"]):
                yield _line(page, cell, base)
                cell = []
            cell.append(char)
        yield _line(page, cell, base)


def _line(page: Any, chars: list[dict[str, Any]], base: float) -> Line:
    first = next((char for char in chars if char["text"].strip()), chars[0])
    return Line(
        page=page.page_number,
        text="".join(char["text"] for char in chars).rstrip(),
        left=first["x0"] * MM_PER_PT,
        right=max(char["x1"] for char in chars if char["text"].strip() or char is first)
        * MM_PER_PT,
        top=first["top"] * MM_PER_PT,
        bottom=first["bottom"] * MM_PER_PT,
        base=(float(page.height) - base) * MM_PER_PT,
        size=round(first["size"], 1),
        face=first["fontname"].partition("+")[2].removeprefix("Liberation-Serif").strip("-"),
        colour=tuple(first["non_stroking_color"]),
    )


def _rules(page: Any) -> Iterator[Rule]:
    for drawn in (*page.lines, *page.rects, *page.curves):
        yield Rule(
            page=page.page_number,
            left=drawn["x0"] * MM_PER_PT,
            right=drawn["x1"] * MM_PER_PT,
            bottom=drawn["bottom"] * MM_PER_PT,
        )
