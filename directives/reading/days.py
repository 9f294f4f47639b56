"""A moment held against the calendar: the last day that is still in time."""

from datetime import date, timedelta

from directives.reading.dates import made, month_end
from directives.reading.model import Precision
from directives.reading.moment import Moment


def last_day(
    moment: Moment, *, before: bool, issued: date | None, year: int | None = None
) -> date | None:
    """The last day in time; `before`: "trước tháng 9" ends with August. None when it cannot be told.

    `issued` anchors what is relative, `year` what bears none.
    """
    if moment.precision is Precision.EVENT:
        return None
    if moment.days is not None:
        return _after(moment, issued)
    if moment.said:
        return _relative_day(moment, issued)
    told = moment.year or year
    if told is None or moment.month is None:
        return None
    if moment.day is not None:
        return made(told, moment.month, moment.day)
    return _period_end(moment, told, before=before)


def first_day(moment: Moment, last: date | None) -> date | None:
    """Where the period begins that ends with `last`: the first of the month, the quarter, the year."""
    months = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.HALF: 6, Precision.YEAR: 12}
    if last is None or moment.precision not in months:
        return last
    return month_end(last.year, last.month - months[moment.precision]) + timedelta(days=1)


def _period_end(moment: Moment, year: int, *, before: bool) -> date | None:
    month = moment.month or 12
    size = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.YEAR: 12}.get(moment.precision, 1)
    if moment.part == "start":
        if moment.precision is Precision.MONTH:
            return made(year, month, 10)
        return month_end(year, month - 2) if moment.precision is Precision.QUARTER else None
    if moment.part.startswith("week"):
        week = int(moment.part[-1])
        return made(year, month, 7 * week) if week < 4 else month_end(year, month)
    if moment.part == "first half":
        half = {Precision.MONTH: (month, 15), Precision.YEAR: (6, 30)}.get(moment.precision)
        return made(year, *half) if half else None
    if moment.part == "middle":
        return made(year, month, 20) if moment.precision is Precision.MONTH else None
    return month_end(year, month - size) if before and not moment.part else month_end(year, month)


def _after(moment: Moment, issued: date | None) -> date | None:
    """So many days or months after the day that is told ("kể từ ngày 20/11/2025"), else after the issue."""
    since = issued
    if moment.year and moment.month and moment.day:
        since = made(moment.year, moment.month, moment.day)
    if moment.months is not None:
        return _after_months(since, moment.months)
    return _after_days(since, moment.days or 0, working=moment.working)


def _after_days(issued: date | None, days: int, *, working: bool) -> date | None:
    """Weekends are skipped when only working days count; public holidays are the calendar's business."""
    if issued is None:
        return None
    if not working:
        return issued + timedelta(days=days)
    day = issued
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < 5
    return day


def _after_months(issued: date | None, months: int) -> date | None:
    """The same day of a later month; its last day where it is shorter."""
    if issued is None:
        return None
    end = month_end(issued.year, issued.month + months)
    return end.replace(day=min(issued.day, end.day))


def _relative_day(moment: Moment, issued: date | None) -> date | None:
    if issued is None:
        return None
    if moment.said in ("today", "tomorrow"):
        return issued + timedelta(days=moment.said == "tomorrow")
    if moment.said.endswith("week"):
        last = 6 if moment.weekday is None else moment.weekday
        return issued + timedelta(days=last - issued.weekday() + 7 * (moment.said == "next week"))
    if moment.said.endswith("month"):
        end = month_end(issued.year, issued.month + (moment.said == "next month"))
        return made(end.year, end.month, moment.day) if moment.day else end
    return date(issued.year, 12, 31)
