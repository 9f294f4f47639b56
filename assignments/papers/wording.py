"""How documents say what a line holds: its state, its deadline, its evidence, the moment it was read."""

from datetime import date, datetime

from django.utils.timezone import localtime

from assignments.models import Timeliness
from assignments.papers.lines import Line, short_day

WORDS = {
    Timeliness.ON_TRACK: "Trong hạn",
    Timeliness.DUE_SOON: "Sắp đến hạn",
    Timeliness.OVERDUE: "Quá hạn",
    Timeliness.DONE_ON_TIME: "Hoàn thành đúng hạn",
    Timeliness.DONE_LATE: "Hoàn thành quá hạn",
    Timeliness.NONE: "Đang thực hiện",
    "done": "Hoàn thành",
    "submitted": "Đã báo cáo, chờ xác nhận",
    "aside": "Tạm dừng hoặc đã kiến nghị cấp trên",
}


def as_of_words(moment: datetime) -> str:
    """ "Tính đến 08:30 ngày 02/3/2026": stands on every report."""
    here = localtime(moment)
    return f"Tính đến {here:%H:%M} ngày {short_day(here.date())}"


def state(line: Line) -> str:
    """How the work stands, in words, with its days; and whether a report tells it for the first time."""
    days = f" {line.days_late:02d} ngày" if line.days_late else ""
    return f"{WORDS[line.word]}{days}{' (mới)' if line.new else ''}"


def deadline(line: Line) -> str:
    """The deadline as written, with its day where the words do not say it; then an extension."""
    written = f"“{line.deadline_words}”" if line.deadline_words else ""
    first = line.original_due_on or line.due_on
    day = f"ngày {short_day(first)}" if first else ""
    told = not day or tells_day(written, first)
    said = written if written and told else f"{written} ({day})" if written else day
    said = said or "không định hạn"
    if line.due_on and line.original_due_on and line.due_on != line.original_due_on:
        said += f", được gia hạn đến ngày {short_day(line.due_on)}"
    return said


def deadline_beside(line: Line) -> str:
    """ "thời hạn: “quý III” (ngày 30/9/2026)"; empty where the task's own words tell the day."""
    moved = line.due_on != line.original_due_on
    said = tells_day(line.words, line.original_due_on) and line.deadline_words in line.words
    none = not (line.deadline_words or line.due_on)
    return "" if none or (said and not moved) else f"thời hạn: {deadline(line)}"


def bare(words: str) -> str:
    """Words without the mark that ends them, to stand inside a sentence."""
    return words.rstrip(".,;: ")


def tells_day(words: str, day: date | None) -> bool:
    return any(form in words for form in _forms(day))


def _forms(day: date | None) -> tuple[str, ...]:
    """How a paper may write the day: 02/3/2026, 2/3/2026, 02/03/2026."""
    return (short_day(day), f"{day.day}/{day.month}/{day.year}", f"{day:%d/%m/%Y}") if day else ()
