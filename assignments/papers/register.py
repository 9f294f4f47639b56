"""Sổ theo dõi and Danh mục nhiệm vụ được giao: one wide table, on paper and as a sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from assignments.clock import Clock
from assignments.models import OPEN, Assignment
from assignments.models.assignments import AssignmentQuerySet
from assignments.papers.groups import together, words_once
from assignments.papers.heads import EMPTY, Head, Stamp, cell, dressed, head_of, text
from assignments.papers.lines import Line, evidence, lines, short_day
from assignments.papers.wording import as_of_words, state
from bodies.models import Body, Office
from directives.models import Document
from directives.printing.model import Block, Cell, Column, Paper, Table

# The register book's own order, on paper and in the sheet alike.
COLUMNS = (
    Column("TT", 4, "center"),
    Column("Số, ký hiệu văn bản", 9),
    Column("Ngày văn bản", 9, "center"),
    Column("Mục", 8),
    Column("Nội dung nhiệm vụ", 24),
    Column("Đơn vị thực hiện", 12),
    Column("Thời hạn như ghi", 9),
    Column("Hạn", 9, "center"),
    Column("Tình trạng", 8),
    Column("Kết quả; số, ngày văn bản", 16),
)
SHEET_NAME = "Sổ theo dõi"
MOST_IN_A_CELL = 32_767  # letters; a spreadsheet cuts the rest off without a word
LETTERS_A_SHARE = 1.6  # how wide a column of the sheet is, in letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The lines under their title; `empty` says what is not there."""

    head: Head
    title: str
    subject: str
    empty: str
    as_of: datetime
    lines: tuple[Line, ...]


def register(document: Document, clock: Clock) -> Register:
    """Every task of the papers issued in the period, both days in."""
    first, last = document.first_on, document.last_on
    if first is None or last is None:
        raise ValueError("a register has a period")
    rows = Assignment.objects.counted().filter(
        office=document.office, parent=None, task__notice__issued_on__range=(first, last)
    )
    return Register(
        head=head_of(document.office),
        title="SỔ THEO DÕI",
        subject="thực hiện thông báo, kết luận ban hành từ ngày "
        f"{short_day(first)} đến ngày {short_day(last)}",
        empty="Không có nhiệm vụ nào được giao trong thời gian này.",
        as_of=clock.now,
        lines=tuple(lines(rows, clock)),
    )


def body_list(office: Office, body: Body, rows: AssignmentQuerySet, clock: Clock) -> Register:
    """What the body still has to do, of the rows that the reader may see; watching is not doing."""
    owed = rows.counted().filter(office=office, body=body, status__in=OPEN)
    return Register(
        head=head_of(office),
        title="DANH MỤC NHIỆM VỤ",
        subject=f"giao {body.name} đang thực hiện",
        empty="Đơn vị không còn nhiệm vụ nào đang thực hiện.",
        as_of=clock.now,
        lines=tuple(lines(owed, clock)),
    )


def register_paper(found: Register, stamp: Stamp) -> Paper:
    blocks: list[Block] = [text(f"{as_of_words(found.as_of)}.", italic=True)]
    if found.lines:
        blocks.append(Table(COLUMNS, tuple(_rows(found.lines)), size_pt=11))
    else:
        blocks.append(text(found.empty))
    return dressed(
        found.head,
        stamp,
        kind=found.title,
        subject=(found.subject,),
        blocks=blocks,
        numbered=False,
        landscape=True,
    )


def xlsx(found: Register) -> bytes:
    """The register as a sheet, a row a body: days are days, and no cell is a formula whatever it begins with."""
    import openpyxl  # 0.2 s that only a download should cost
    from openpyxl.styles import Alignment, Font

    book = openpyxl.Workbook()
    page = book.active
    page.title = SHEET_NAME
    page.append([f"{found.title} {found.subject}"])
    page.append([as_of_words(found.as_of)])
    page.append([column.head for column in COLUMNS])
    for at, line in enumerate(found.lines, start=1):
        page.append([at])
        for place, value in enumerate(_values(together([line])), start=2):
            _write(page.cell(row=page.max_row, column=place), value)
    for number, column in enumerate(page.columns):
        page.column_dimensions[column[2].column_letter].width = (
            COLUMNS[number].share * LETTERS_A_SHARE
        )
    for row in page.iter_rows(min_row=3):
        for each in row:
            each.alignment = Alignment(vertical="top", wrap_text=True)
            each.font = Font(name="Times New Roman", size=11, bold=each.row == 3)
    page["A1"].font = Font(name="Times New Roman", size=14, bold=True)
    page.freeze_panes = "A4"
    page.auto_filter.ref = f"A3:{page.cell(row=3, column=len(COLUMNS)).column_letter}{page.max_row}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "3:3"
    book.properties.creator = "Đôn đốc"
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def _rows(found: Sequence[Line]) -> Iterator[tuple[Cell, ...]]:
    """A row each, and under a row that counts many bodies their names."""
    for at, (line, names) in enumerate(words_once(found), start=1):
        yield tuple(cell(*words) for words in _cells(at, line))
        yield from ((cell(""), cell(told, span=len(COLUMNS) - 1)) for told in names)


def _cells(at: int, line: Line) -> tuple[tuple[str, ...], ...]:
    due = line.due_on
    moved = due and line.original_due_on and due != line.original_due_on
    return (
        (str(at),),
        (line.code,),
        (short_day(line.issued_on) if line.issued_on else EMPTY,),
        (line.place,),
        (line.words,),
        (line.body,),
        (line.deadline_words or EMPTY,),
        (
            short_day(due) if due else EMPTY,
            f"(ban đầu {short_day(line.original_due_on)})"
            if moved and line.original_due_on
            else "",
        ),
        (state(line).removesuffix(" (mới)"),),
        (line.result, evidence(line)),
    )


def _values(line: Line) -> Sequence[str | date | None]:
    """The same columns after STT; a day as a day, several lines as one text."""
    cells = _cells(0, line)
    return (
        line.code,
        line.issued_on,
        *("\n".join(filter(None, words)) for words in cells[3:7]),
        line.due_on,
        *("\n".join(filter(None, words)) for words in cells[8:]),
    )


def _write(place: Any, value: str | date | None) -> None:
    """Into a cell of openpyxl, which has no types."""
    place.value = _clean(value) if isinstance(value, str) else value
    if isinstance(value, str):
        place.data_type = "s"  # "=1+1" is what somebody wrote, not a sum
    elif value is not None:
        place.number_format = "DD/MM/YYYY"


def _clean(words: str) -> str:
    """Without the signs that a sheet cannot hold; what is longer than a cell may be ends in dots."""
    clean = "".join(letter for letter in words if letter.isprintable() or letter == "\n")
    return clean if len(clean) <= MOST_IN_A_CELL else f"{clean[: MOST_IN_A_CELL - 1]}…"
