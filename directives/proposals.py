"""What the reader proposes for an item, as it is kept beside what the clerk decides.

{"tasks": [{"leads": [words], "coordinating": [words], "deadline_words", "due_on", "due_time",
"precision", "nature", "recurrence_unit", "target_number", "target_unit"}],
"marks": [[start, end, kind]], "doubts": [sentence], "doubtful": [field]}. Positions are into the notice's text;
kinds are "body", "deadline" and "doubt". Dates are ISO words, as JSON holds them.
"""

import re
from datetime import date, timedelta
from typing import Any

from bodies.models import Office
from directives.models import Nature
from directives.reading import Deadline, Precision, Reading, ReadItem
from directives.rhythms import codes_of, is_standing, units_of

DAY = timedelta(days=1)
# "không để quá 5 ngày": counted from something that has not happened yet.
COUNTED = re.compile(r"\d\s*(?:\([^)]*\)\s*)?(?:ngày|giờ|tuần)\b", re.IGNORECASE)


def proposal(item: ReadItem, reading: Reading, *, before: Office.Before) -> dict[str, Any]:
    """Return the proposal for one item; without tasks when it orders nothing.

    `before` says what "trước ngày …" means in this office: that day, or the day before it.
    """
    return {
        "tasks": _tasks(item, before) if item.is_directive else [],
        "marks": _marks(item),
        "doubts": [
            *item.doubts,
            *(d.doubt for d in item.deadlines if d.doubt),
            *_lint(item, reading),
        ],
        "doubtful": _doubtful(item, reading),
    }


def _doubtful(item: ReadItem, reading: Reading) -> list[str]:
    """The fields to look at first, in the order of the form."""
    if not item.is_directive:
        return []
    dated = sum(one.due_on is not None for one in item.deadlines)
    asked = {
        "words": bool(_lint(item, reading)),
        "leads": len(item.doubts) > (dated > 1),  # all but the doubt of several deadlines
        "due_on": dated > 1 or any(one.doubt for one in item.deadlines),
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


def _lint(item: ReadItem, reading: Reading) -> list[str]:
    """What was warned of in the item; of the paper's head and introduction beside its first task.

    That a task names nobody stands among the item's own doubts.
    """
    first = next((one for one in reading.items if one.is_directive), None)
    begin = 0 if item is first else item.start
    told = (w for w in reading.warnings if w.code != "no-body")
    return [w.sentence for w in told if begin <= w.start < item.end]
