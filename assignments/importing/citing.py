"""The cell that names a paper: its number and symbol, and often its day and what it is about."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bodies.folding import fold
from directives.models import Notice
from directives.sheets import days_in

_CITED = re.compile(
    r"(?:[^\W\d_]+\s+){0,8}?(?:số\s*:?\s*)?0*(?P<number>[1-9]\d{0,4})\s*"
    r"(?P<symbol>[-/]\s*[^\W\d_][^\s,;()/-]*(?:\s*[-/]\s*[^\s,;()/-]+)*)"
    r"(?P<rest>(?:\s*[,;(]|\s+(?:ngày|về|v/v|của)\b|\s+\d).*)?",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"[\s,;(]*(?:và\s+)?\d{1,5}\s*[-/]\s*[^\W\d_]")
LONGEST_SYMBOL = 39  # characters
_DAY = re.compile(
    r"[\s,;(]*(?:ngày\s*)?"
    r"\d{1,2}(?:\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*|\s+tháng\s+\d{1,2}\s+năm\s+)\d{2,4}",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"^[\s,;:().–-]*(?:(?:về việc|về|v/v)\s+)?", re.IGNORECASE)
_KINDS: Mapping[str, Notice.Kind] = {
    fold(value): Notice.Kind(value) for value in Notice.Kind.values
}


@dataclass(frozen=True, slots=True)
class Cited:
    """`kind` is None for a symbol that opens with no kind known; `subject` as written, or ""."""

    kind: Notice.Kind | None
    number: int
    symbol: str
    issued_on: date | None
    subject: str


def cited_in(cell: str) -> Cited | None:
    """Return the paper a cell names; None where it names none, or something else beside it.

    >>> cited_in("Số 05-TB/ĐU ngày 05/3/2025 về công tác nhân sự").subject
    'Công tác nhân sự'
    """
    found = _CITED.fullmatch(" ".join(cell.split()))
    rest = (found["rest"] or "") if found else ""
    symbol = found["symbol"].replace(" ", "") if found else ""
    if not found or _ANOTHER.match(rest) or len(symbol) > LONGEST_SYMBOL:
        return None
    opening = re.split(r"[-/]", symbol.strip("-/"), maxsplit=1)[0]
    subject = _ABOUT.sub("", _DAY.sub("", rest, count=1)).strip(" .,;()")
    day = next(iter(days_in(rest)), None)
    return Cited(
        _KINDS.get(fold(opening)),
        int(found["number"]),
        symbol,
        day,
        subject[:1].upper() + subject[1:],
    )
