"""Calendar dates as Vietnamese papers print them, wherever they stand."""

import re
from calendar import monthrange
from datetime import date

DATE = re.compile(
    r"(?P<day>\d{1,2})\s*(?:[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})"
    r"|\s+tháng\s+(?P<month2>\d{1,2})\s+năm\s+(?P<year2>\d{4}))(?!\d)",
    re.IGNORECASE,
)

_PARTIAL = re.compile(r"(?:tháng\s*(?P<month>\d{1,2})\D{1,8})?(?P<year>\d{4})(?!\d)", re.IGNORECASE)


def date_in(found: re.Match[str]) -> date | None:
    """None for a day that is in no calendar (31/02)."""
    return made(found["year"] or found["year2"], found["month"] or found["month2"], found["day"])


def partial_in(text: str) -> date | None:
    """The first day that "tháng 11 năm 2025", "tháng 11/2025" or "năm 2025" may mean: a draft bears no day yet."""
    found = _PARTIAL.search(text)
    return made(found["year"], found["month"] or 1, 1) if found else None


def made(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def month_end(year: int, month: int) -> date:
    """The last day of a month; months count on past December and back before January."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])
