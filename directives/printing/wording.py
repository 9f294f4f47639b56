"""The fixed lines of a paper: number, place and date, authority, posts, recipients.

Pure rules on short strings; blanks are left where number or date are still to be written by hand.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from directives.printing.model import Run

BLANK = " " * 5  # room to write a number by hand, between two ordinary spaces


@dataclass(frozen=True)
class PartialDay:
    """A date printed with blanks: "ngày     tháng 11 năm 2021"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def read(cls, printed: str) -> Self:
        """From the words as printed: "tháng 11 năm 2021", "năm 2025", or nothing at all."""

        def number_after(word: str) -> int | None:
            found = re.search(rf"{word}\s*(\d{{1,4}})\b", printed, re.IGNORECASE)
            return int(found[1]) if found else None

        return cls(number_after("năm"), number_after("tháng"), number_after("ngày"))


def code_line(number: int | str | None, symbol: str) -> str:
    """`Số 16-KL/BCĐ`; under 10 padded; not numbered yet: `Số      -TB/ĐU`.

    A symbol brings its own joint or is given one: a Party symbol a hyphen, a State symbol, which
    holds no slash, a slash: `Số 634/TB-VPCP`.
    """
    written = str(number or "").strip()
    padded = written.zfill(2) if written.isdecimal() else written
    close = re.sub(r"\s*([-/])\s*", r"\1", symbol.strip())
    if not close:
        return f"Số {padded or BLANK}"
    joint = "" if close[0] in "-/" else "-" if "/" in close else "/"
    return f"Số {padded or BLANK}{joint}{close}"


def place_and_date(place: str, on: date | PartialDay | None) -> str:
    """`Kiến An, ngày 05 tháng 12 năm 2025`: days under 10 and months 1, 2 padded, others not."""
    on = on or PartialDay()
    day = f"{on.day:02d}" if on.day else BLANK
    month = f"{on.month:0{2 if on.month < 3 else 1}d}" if on.month else BLANK
    line = f"ngày {day} tháng {month} năm {on.year or BLANK}"
    return f"{place.strip()}, {line}" if place.strip() else line.capitalize()


def authority_line(authority: str) -> str:
    """`T/L BAN THƯỜNG VỤ`: upper case, no space round the slash. Nothing is added."""
    return re.sub(r"^([TK])\s*/\s*([MLT])\b", r"\1/\2", authority.strip().upper())


def post_lines(title: str, *, bold: bool) -> tuple[Run, ...]:
    """The signer's post, a line each; under an authority it is never bold.

    A line in brackets is an aside ("(kiêm)") and keeps its typed letters.
    """
    lines = re.split(r"\s*\n\s*|\s*(\(kiêm\))\s*", title.strip())
    return tuple(
        Run(line) if line.startswith("(") else Run(line.upper(), bold=bold)
        for line in lines
        if line
    )


def recipient_lines(recipients: Iterable[str], *, mark: str) -> tuple[str, ...]:
    """`- Thường trực Thành ủy,` … `- Lưu VT.`: each ends with the rule's mark, the last with a stop."""
    bare = [re.sub(r"^[-–—]\s*", "", " ".join(one.split())).rstrip(" ,;.") for one in recipients]
    named = [one for one in bare if one]
    return tuple(
        f"- {one}{'.' if place == len(named) else mark}" for place, one in enumerate(named, start=1)
    )


def profile_day(
    issued_on: date | None, issued_partial: str, met_on: date | None, *, today: date
) -> date:
    """The day whose rule lays the paper out: issued, else printed in part, else met, else today.

    A printed year without a month is that year's day nearest to the meeting, or to today.
    """
    if issued_on:
        return issued_on
    near, partial = met_on or today, PartialDay.read(issued_partial)
    if partial.year is None:
        return near
    if partial.month:
        return date(partial.year, partial.month, 1)
    return min(max(near, date(partial.year, 1, 1)), date(partial.year, 12, 31))
