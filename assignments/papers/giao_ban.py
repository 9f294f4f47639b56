"""Phiếu giao ban: one A4 for the Monday meeting. What does not fit is counted, never dropped."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db.models import Q

from assignments.clock import Clock
from assignments.models import Assignment, ExtensionRequest, Status
from assignments.papers.heads import Head, Stamp, amount, cell, dressed, head_of, text
from assignments.papers.lines import Line, brief, lines, merged, short_day
from assignments.papers.wording import as_of_words, state
from bodies.practice import USUAL
from directives.models import Document
from directives.printing import fitting, widths
from directives.printing.model import Cell, Column, Paper, Table

DAY, WEEK = timedelta(days=1), timedelta(days=7)
FRIDAY = 4
# A row is two lines at most, so the room can be told without printing: A4 less margins and head.
Row = tuple[str, ...]
SIZE_PT = 11.0
NATURAL = 1.15  # a line's height, as a part of its type's
ROW_PT = SIZE_PT * NATURAL
PADDING_PT = 5.0
ROOM_PT = 540.0  # for the table and the names of who writes
NAME_PT = 16.1
CONTACT_AIR_PT = 8.0
LINES_A_ROW = 2
CELL_AIR_MM = 4.0
BREAKS_BADLY = 0.92  # a line is seldom filled to its end
TEXT_MM = 165.0
COLUMNS = (
    Column("Nhiệm vụ", 41),
    Column("Đơn vị", 23),
    Column("Thời hạn", 13, "center"),
    Column("Tình trạng", 23),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """`asks` when the meeting is to decide: then what is proposed stands where the state would."""

    title: str
    lines: tuple[Line, ...]
    asks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The sheet of the meeting on `meeting_on`, a Monday; what was done since the one before it."""

    head: Head
    meeting_on: date
    as_of: datetime
    overdue: int
    sections: tuple[Section, ...]


def meeting_day(today: date) -> date:
    """The Monday whose meeting is prepared: this week's, and from Friday on the next one."""
    monday = today - timedelta(days=today.weekday())
    return monday + WEEK if today.weekday() >= FRIDAY else monday


def sheet(document: Document, clock: Clock) -> Sheet:
    """Read what the meeting is to hear now."""
    if document.last_on is None:
        raise ValueError("a sheet has a meeting")
    meeting, before = document.last_on, document.last_on - WEEK
    rows = Assignment.objects.filter(office=document.office, parent=None)
    overdue = rows.overdue(now=clock.now)
    pending = ExtensionRequest.objects.filter(decision=ExtensionRequest.Decision.PENDING)
    waiting = rows.counted().filter(
        Q(status__in=(Status.SUBMITTED, Status.BOUNCED)) | Q(pk__in=pending.values("assignment"))
    )
    done = rows.completed().filter(completed_at__date__gte=before)
    parts = (
        ("I- Mới quá hạn từ lần giao ban trước", overdue.filter(due_on__gte=before - DAY)),
        ("II- Đến hạn trong tuần", rows.due_soon(now=clock.now, until=meeting + WEEK - DAY)),
        ("III- Hoàn thành từ lần giao ban trước", done),
        ("IV- Chờ xem xét, quyết định", waiting),
    )
    return Sheet(
        head=head_of(document.office),
        meeting_on=meeting,
        as_of=clock.now,
        overdue=overdue.count(),
        sections=tuple(
            Section(
                title=title,
                lines=tuple(brief(line) for line in lines(found, clock)),
                asks=found is waiting,
            )
            for title, found in parts
        ),
    )


def sheet_paper(found: Sheet, stamp: Stamp) -> Paper:
    sunday = found.meeting_on + WEEK - DAY
    total = f"{as_of_words(found.as_of)}. Tổng số nhiệm vụ đang quá hạn: {amount(found.overdue)}."
    paper = dressed(
        found.head,
        stamp,
        kind="PHIẾU GIAO BAN",
        subject=(f"tuần từ ngày {short_day(found.meeting_on)} đến ngày {short_day(sunday)}",),
        blocks=(),
        numbered=False,
    )
    return replace(
        paper, blocks=(text(total, italic=True), _table(found.sections, room_pt=_room(paper)))
    )


def _room(paper: Paper) -> float:
    """What is left for the table: names and marks take from the page's head, the contact from its foot."""
    fit, practice = fitting.fitted(paper), paper.profile.practice
    names = NAME_PT * (len(fit.superior) + len(fit.issuer))
    mark = max(0.0, practice.draft_mark_pt - USUAL.draft_mark_pt) * NATURAL
    foot = len(fit.contact) * practice.contact_pt * NATURAL + CONTACT_AIR_PT if fit.contact else 0.0
    return ROOM_PT - names - mark - foot


def _table(sections: Sequence[Section], *, room_pt: float) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for section, shown in zip(sections, _shown(sections, room_pt), strict=True):
        title = f"{section.title}: {amount(len(section.lines)) if section.lines else 'không có'}"
        rows.append((cell(title, bold=True, span=len(COLUMNS)),))
        rows += [tuple(cell(words) for words in row) for row, _ in shown]
        if left := len(section.lines) - sum(count for _, count in shown):
            rows.append((cell(f"… và {left} việc khác", span=len(COLUMNS)),))
    return Table(COLUMNS, tuple(rows), size_pt=SIZE_PT)


def _shown(sections: Sequence[Section], room_pt: float) -> list[list[tuple[Row, int]]]:
    """The rows of each section that find room, each with how many assignments it stands for.

    Taken in turn, so that no section crowds out another.
    """
    room = room_pt - _height(("",)) * (2 * len(sections) + 1)
    waiting = [
        [(_row(line, asks=section.asks), count) for line, count in merged(section.lines)]
        for section in sections
    ]
    shown: list[list[tuple[Row, int]]] = [[] for _ in sections]
    for turn in range(max(map(len, waiting), default=0)):
        for rows, chosen in zip(waiting, shown, strict=True):
            if turn < len(rows) and len(chosen) == turn and _height(rows[turn][0]) <= room:
                room -= _height(rows[turn][0])
                chosen.append(rows[turn])
    return shown


def _row(line: Line, *, asks: bool) -> Row:
    due = f"{line.due_on:%d/%m/%Y}" if line.due_on else "không định hạn"
    stands = line.proposal if asks and line.proposal else state(line).removesuffix(" (mới)")
    words = (f"{line.code}, {line.place}: {line.words}", line.body, due, stands)
    return tuple(_cut(text, column) for text, column in zip(words, COLUMNS, strict=True))


def _cut(words: str, column: Column) -> str:
    """The words that fill two lines of the column at most, the rest as dots."""
    room = LINES_A_ROW * _line_mm(column)
    if widths.width_mm(words, SIZE_PT) <= room:
        return words
    kept = words
    while " " in kept and widths.width_mm(f"{kept} …", SIZE_PT) > room:
        kept = kept.rsplit(" ", 1)[0]
    return f"{kept} …"


def _height(row: Sequence[str]) -> float:
    """In points. A row of one cell stands across the table."""
    columns = COLUMNS if len(row) == len(COLUMNS) else (Column("", 100),)
    lines_needed = (
        -(-widths.width_mm(words, SIZE_PT) // _line_mm(column))
        for words, column in zip(row, columns, strict=True)
    )
    return max(1.0, *lines_needed, 0.0) * ROW_PT + PADDING_PT


def _line_mm(column: Column) -> float:
    return (column.share / 100 * TEXT_MM - CELL_AIR_MM) * BREAKS_BADLY
