"""Phiếu giao ban: one A4 for the Monday meeting. What does not fit is counted, never dropped."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db.models import Q

from assignments.clock import Clock
from assignments.models import Assignment, ExtensionRequest, Status
from assignments.papers.groups import brief, merged
from assignments.papers.heads import Head, Stamp, amount, cell, dressed, head_of, text
from assignments.papers.lines import Line, lines, short_day
from assignments.papers.wording import as_of_words, state
from bodies.practice import USUAL
from directives.models import Document
from directives.printing import fitting, widths
from directives.printing.model import Cell, Column, Paper, Table

DAY, WEEK = timedelta(days=1), timedelta(days=7)
FRIDAY = 4
# A row's lines are told without printing, so the room can be: A4 less margins and head.
Row = tuple[tuple[str, ...], ...]
SIZE_PT = 11.0
NATURAL = 1.15  # a line's height, as a part of its type's
ROW_PT = SIZE_PT * NATURAL
PADDING_PT = 5.0
ROOM_PT = 570.0  # for the table and the names of who writes
NAME_PT = 16.1
CONTACT_AIR_PT = 8.0
LINES_A_ROW, LINES_WITH_ROOM = 2, 3
CELL_AIR_MM = 3.3
MOST_LETTERS = 600  # more never find room in a row, however thin they are
TEXT_MM = 165.0
COLUMNS = (
    Column("Nhiệm vụ", 46),
    Column("Đơn vị", 22),
    Column("Thời hạn", 13, "center"),
    Column("Tình trạng", 19),
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
                lines=tuple(sorted(map(brief, lines(found, clock)), key=_due)),
                asks=found is waiting,
            )
            for title, found in parts
        ),
    )


def _due(line: Line) -> date:
    """What is due first comes first: what is left out for want of room is what can wait."""
    return line.due_on or date.max


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
        rows += [tuple(cell(" ".join(words)) for words in row) for row, _ in shown]
        if left := len(section.lines) - sum(count for _, count in shown):
            rows.append((cell(f"… và {amount(left)} nhiệm vụ khác", span=len(COLUMNS)),))
    return Table(COLUMNS, tuple(rows), size_pt=SIZE_PT)


def _shown(sections: Sequence[Section], room_pt: float) -> list[list[tuple[Row, int]]]:
    """The rows of each section that find room, each with how many assignments it stands for.

    Taken in turn, so that no section crowds out another; what room is left then makes rows longer.
    """
    waiting = [merged(section.lines) for section in sections]
    asks = [section.asks for section in sections]
    shown: list[list[tuple[Row, int]]] = [[] for _ in sections]
    # The head, the titles, and of each section that has rows the line that counts what is left out.
    room = room_pt - _high(1) * (1 + len(sections) + sum(map(bool, waiting)))
    for turn in range(max(map(len, waiting), default=0)):
        for at, found in enumerate(waiting):
            if len(shown[at]) != turn or turn >= len(found):
                continue
            line, count = found[turn]
            row = _row(line, asks=asks[at], lines_a_row=LINES_A_ROW)
            freed = _high(1) if turn == len(found) - 1 else 0
            if _height(row) <= room + freed:
                room += freed - _height(row)
                shown[at].append((row, count))
    return _longer(shown, waiting, asks, room)


def _longer(
    shown: list[list[tuple[Row, int]]],
    waiting: Sequence[Sequence[tuple[Line, int]]],
    asks: Sequence[bool],
    room: float,
) -> list[list[tuple[Row, int]]]:
    """The same rows, those first in their sections with a line more as long as there is room."""
    for turn in range(max(map(len, shown), default=0)):
        for at, rows in enumerate(shown):
            if turn < len(rows):
                row, count = rows[turn]
                longer = _row(waiting[at][turn][0], asks=asks[at], lines_a_row=LINES_WITH_ROOM)
                more = _height(longer) - _height(row)
                if 0 < more <= room:
                    room -= more
                    rows[turn] = longer, count
    return shown


def _row(line: Line, *, asks: bool, lines_a_row: int) -> Row:
    due = f"{line.due_on:%d/%m/%Y}" if line.due_on else "không định hạn"
    stands = line.proposal if asks and line.proposal else state(line).removesuffix(" (mới)")
    words = (f"{line.code}, {line.place}: {line.words}", line.body, due, stands)
    return tuple(
        _cut(text, column, lines_a_row) for text, column in zip(words, COLUMNS, strict=True)
    )


def _cut(words: str, column: Column, most: int) -> tuple[str, ...]:
    """The words in the column's lines, so many at most; what is left out stands as dots."""
    room = column.share / 100 * TEXT_MM - CELL_AIR_MM
    found = widths.filled(words[:MOST_LETTERS], SIZE_PT, widths.REGULAR, room_mm=room)
    if len(found) <= most and len(words) <= MOST_LETTERS:
        return found
    last = found[:most][-1]
    while " " in last and widths.width_mm(f"{last} …", SIZE_PT) > room:
        last = last.rsplit(" ", 1)[0]
    return (*found[: most - 1], f"{last} …")


def _height(row: Row) -> float:
    return _high(max(map(len, row)))


def _high(lines_in_it: int) -> float:
    """A row of so many lines, in points."""
    return max(1, lines_in_it) * ROW_PT + PADDING_PT
