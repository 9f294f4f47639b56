"""What the reader proposes for an item, as it is kept beside what the clerk decides.

{"tasks": [{"leads": [words], "coordinating": [words], "deadline_words", "due_on", "due_time",
"precision", "nature", "recurrence_unit", "target_number", "target_unit"}],
"marks": [[start, end, kind]], "doubts": [sentence], "doubtful": [field], "remarks": [{"start", "end",
"sentence", "seen_by"}]}. Positions are into the notice's text; kinds are "body", "deadline" and "doubt". Dates
are ISO words, as JSON holds them. A remark is a doubt that lies in no task: it is kept with the item it follows.
"""

import re
from bisect import bisect_right
from datetime import date, timedelta
from typing import Any

from bodies.models import Office
from directives.models import Nature
from directives.reading import Deadline, Precision, Reading, ReadItem
from directives.reading.model import Warning as Doubtful
from directives.rhythms import codes_of, is_standing, units_of

DAY = timedelta(days=1)
PAST = "past-deadline"  # the reader's code for a limit before the day of issue
# "không để quá 5 ngày": counted from something that has not happened yet.
COUNTED = re.compile(r"\d\s*(?:\([^)]*\)\s*)?(?:ngày|giờ|tuần)\b", re.IGNORECASE)


def proposals(reading: Reading, *, before: Office.Before) -> list[dict[str, Any]]:
    """Return the proposal for each item, without tasks where it orders nothing.

    `before` says what "trước ngày …" means in this office: that day, or the day before it.
    """
    found = [_proposal(item, reading, before) for item in reading.items]
    starts = [item.start for item in reading.items]
    for warning in reading.warnings:
        if found and _in_no_task(warning, reading):
            start, end = _span(warning, reading)
            told = {"start": start, "end": end, "sentence": warning.sentence, "seen_by": ""}
            found[max(bisect_right(starts, start) - 1, 0)]["remarks"].append(told)
    return found


def _proposal(item: ReadItem, reading: Reading, before: Office.Before) -> dict[str, Any]:
    return {
        "tasks": _tasks(item, before) if item.is_directive else [],
        "marks": _marks(item),
        "doubts": [
            *item.doubts,
            *(d.doubt for d in item.deadlines if d.doubt and not _told_past(d, reading)),
            *(warning.sentence for warning in _lint(item, reading)),
        ],
        "doubtful": _doubtful(item, reading),
        "remarks": [],
    }


def _doubtful(item: ReadItem, reading: Reading) -> list[str]:
    """The fields to look at first, in the order of the form."""
    if not item.is_directive:
        return []
    dated = sum(one.due_on is not None for one in item.deadlines)
    asked = {
        "words": any(warning.code != PAST for warning in _lint(item, reading)),
        "leads": len(item.doubts) > (dated > 1),  # all but the doubt of several deadlines
        "due_on": dated > 1 or any(d.doubt or _told_past(d, reading) for d in item.deadlines),
    }
    return [name for name, doubtful in asked.items() if doubtful]


def _tasks(item: ReadItem, before: Office.Before) -> list[dict[str, Any]]:
    """One task for each dated deadline (two deadlines are two tasks), one where there is none.

    A duty that comes back in two rhythms ("6 tháng, 01 năm") is two periodic tasks, a first date
    that then comes back ("trước ngày 20/11 và hằng tháng") a dated one and a periodic one.
    """
    dated = [d for d in item.deadlines if d.due_on]
    units = units_of(codes_of(item.recurring))
    found = [_task(item, deadline, "", before) for deadline in dated]
    found += [_task(item, None, unit, before) for unit in units]
    return found or [_task(item, next(iter(item.deadlines), None), "", before)]


def _task(
    item: ReadItem, deadline: Deadline | None, unit: str, before: Office.Before
) -> dict[str, Any]:
    target = next(iter(item.targets), None)
    due_on = _due_on(deadline, before)
    return {
        "leads": [m.text for m in item.leads],
        "coordinating": [m.text for m in item.coordinating],
        "deadline_words": deadline.text if deadline else "",
        "due_on": due_on.isoformat() if due_on else None,
        "due_time": deadline.due_time.isoformat("minutes")
        if deadline and deadline.due_time
        else None,
        "precision": str(deadline.precision) if deadline and deadline.due_on else "",
        "nature": _nature(item, deadline, unit),
        "recurrence_unit": unit,
        "target_number": str(target.number) if target else None,
        "target_unit": target.unit if target else "",
    }


def _due_on(deadline: Deadline | None, before: Office.Before) -> date | None:
    """The day, by the office's reading of "trước ngày …"; an hour or a month says its own."""
    if deadline is None or deadline.due_on is None:
        return None
    strictly = before == Office.Before.DAY_BEFORE and deadline.precision == Precision.DAY
    return deadline.due_on - DAY if strictly and "trước" in deadline.text else deadline.due_on


def _nature(item: ReadItem, deadline: Deadline | None, unit: str) -> str:
    if unit:
        return Nature.PERIODIC
    if deadline and deadline.due_on:
        return Nature.DATED
    if deadline and COUNTED.search(deadline.text):
        return Nature.EVENT
    return Nature.STANDING if is_standing(codes_of(item.recurring)) else Nature.DATED


def _marks(item: ReadItem) -> list[tuple[int, int, str]]:
    """Where something was read in the item's own words, in order."""
    bodies = [
        (m.start, m.end, "body") for m in (*item.leads, *item.coordinating) if not m.inherited
    ]
    dates = [(d.start, d.end, "doubt" if d.doubt else "deadline") for d in item.deadlines]
    return sorted({mark for mark in (*bodies, *dates) if mark[0] < mark[1]})


def _lint(item: ReadItem, reading: Reading) -> list[Doubtful]:
    """What was warned of in a task. That it names nobody stands among the item's own doubts."""
    told = (w for w in reading.warnings if w.code != "no-body" and item.is_directive)
    return [w for w in told if item.start <= w.start < item.end]


def _told_past(deadline: Deadline, reading: Reading) -> bool:
    """Whether a warning says of this very deadline that it has passed: its own doubt says no more."""
    span = (PAST, deadline.start, deadline.end)
    return any((w.code, w.start, w.end) == span for w in reading.warnings)


def _in_no_task(warning: Doubtful, reading: Reading) -> bool:
    tasks = (item for item in reading.items if item.is_directive)
    return not any(item.start <= warning.start < item.end for item in tasks)


def _span(warning: Doubtful, reading: Reading) -> tuple[int, int]:
    """Where it stands. What bears no place of its own speaks of the signature."""
    if warning.start < warning.end:
        return warning.start, warning.end
    words = reading.header.signer.authority.split()
    signed = list(re.finditer(r"\W+".join(map(re.escape, words)), reading.text)) if words else []
    return signed[-1].span() if signed else (0, 0)
