"""A row read: what it would give, under which heading, and what is wrong with it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bodies.matching import Matcher
from bodies.models import Office
from directives.appendices.columns import Choices
from directives.drafting import Named
from directives.models import AssignmentRole, Item
from directives.naming import names_in
from directives.sheets import Columns, Row, Table, Timing, data_rows, timings_of

LONGEST_WORDS, LONGEST = 10_000, 200


_COUNTED = re.compile(r"(?:[IVXLC]{1,6}|[A-Z])\s*[.)]?")


_TITLED = re.compile(r"(?:(?:[IVXLC]{1,6}|[A-Z])\s*[.)\-–]|(?:Nhóm|Phần|Lĩnh vực)\s)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that counts: its words, whom it names, its deadlines; `problems` keep all from being saved."""

    number: int
    heading: str
    words: str
    leads: Sequence[Named] = ()
    coordinating: Sequence[Named] = ()
    timings: Sequence[Timing] = ()
    product: str = ""
    raised_by: str = ""
    known: bool = False
    # The row itself says nothing: what there is, is taken for all such rows.
    no_leads: bool = False
    no_deadline: bool = False
    problems: Sequence[str] = ()

    @property
    def takes_deadline(self) -> bool:
        return self.no_deadline and any(timing != Timing() for timing in self.timings)

    @property
    def unmatched(self) -> list[str]:
        return [named.words for named in (*self.leads, *self.coordinating) if not named.match]


def rows(table: Table, choices: Choices) -> Iterator[tuple[str, Row]]:
    """The rows that count, each with the heading it stands under."""
    columns, heading = choices.columns, ""
    above: dict[str, str] = {}
    for row in data_rows(table, after=choices.first_row):
        if title := _heading(row, columns):
            heading, above = title, {}
        else:
            yield heading, _carried(row, columns, above) if choices.carry_down else row


def entry_of(
    heading: str, row: Row, choices: Choices, *, item: Item, matcher: Matcher, today: date
) -> Entry:
    columns, notice = choices.columns, item.notice
    leads, deadline = row.cell(columns.get("leads")), row.cell(columns.get("deadline"))
    return Entry(
        number=row.number,
        heading=heading,
        words=row.cell(columns["words"]),
        leads=_named(leads or choices.default_leads, AssignmentRole.LEAD, matcher),
        coordinating=_named(row.cell(columns.get("coordinating")), AssignmentRole.CO, matcher),
        timings=(not deadline and choices.default_timings)
        or timings_of(
            deadline,
            issued_on=notice.issued_on,
            today=today,
            day_before=notice.office.before_means == Office.Before.DAY_BEFORE,
        ),
        product=" ".join(row.cell(columns.get("product")).split()),
        raised_by=" ".join(row.cell(columns.get("raised_by")).split()),
        no_leads=not leads,
        no_deadline=not deadline,
    )


def told(entry: Entry, choices: Choices) -> str:
    """The words of the task: the row's, after its group's heading where the clerk wants it so."""
    return (
        f"{entry.heading}: {entry.words}"
        if choices.with_headings and entry.heading
        else entry.words
    )


def _carried(row: Row, columns: Columns, above: dict[str, str]) -> Row:
    cells = list(row.cells) + [""] * (max(columns.values()) + 1 - len(row.cells))
    for kind in ("leads", "coordinating", "deadline", "raised_by"):
        if (place := columns.get(kind)) is not None:
            cells[place] = above[kind] = cells[place] or above.get(kind, "")
    return Row(row.number, cells)


def _heading(row: Row, columns: Columns) -> str:
    """The title of a group of rows; "" for a row that counts."""
    counter = columns.get("number")
    number = row.cell(counter)
    others = {cell for place, cell in enumerate(row.cells) if cell and place != counter}
    if not others:  # the title may stand in the narrow first column
        return "" if number[:1].isdecimal() else number
    if len(others) > 1:
        return ""
    words = others.pop()
    titled = row.spread or _COUNTED.fullmatch(number) or (not number and _TITLED.match(words))
    unnumbered = not number[:1].isdecimal() and not row.cell(columns["words"])
    return f"{number} {words}".strip() if titled or unnumbered else ""


def _named(cell: str, role: AssignmentRole, matcher: Matcher) -> list[Named]:
    return [
        Named(words=words, role=role, match=matcher.match(words))
        for words in names_in(cell, matcher)
    ]


def problems_of(entry: Entry, choices: Choices) -> list[str]:
    """What keeps the row, and so the table, from being saved; sentences without the row's number."""
    return [*_wrong(entry), *(_wrong_petition if choices.petitions else _wrong_task)(entry)]


def _wrong(entry: Entry) -> Iterator[str]:
    if not entry.words:
        yield "chưa có nội dung."
    if len(entry.words) > LONGEST_WORDS:
        yield "nội dung dài hơn 10.000 ký tự."
    if any(len(named.words) > LONGEST for named in (*entry.leads, *entry.coordinating)):
        yield "tên đơn vị dài hơn 200 ký tự; hãy kiểm tra cột đơn vị."
    if any(len(timing.words) > LONGEST for timing in entry.timings):
        yield "thời hạn dài hơn 200 ký tự; hãy kiểm tra cột thời hạn."
    if len(entry.product) > LONGEST:
        yield "sản phẩm dài hơn 200 ký tự; hãy kiểm tra cột sản phẩm."


def _wrong_task(entry: Entry) -> Iterator[str]:
    if not entry.leads:
        yield "chưa có đơn vị chủ trì. Hãy ghi vào bảng, hoặc ghi một đơn vị cho các dòng để trống."


def _wrong_petition(entry: Entry) -> Iterator[str]:
    if len(entry.raised_by) > LONGEST:
        yield "người kiến nghị dài hơn 200 ký tự; hãy kiểm tra cột người kiến nghị."
    if len(entry.leads) > 1:
        yield "có nhiều đơn vị trả lời; hãy tách mỗi đơn vị một dòng."
    if any(named.match.group for named in entry.leads):
        yield "đơn vị trả lời là một nhóm; hãy ghi một đơn vị."
    for name in entry.unmatched:
        yield f"đơn vị trả lời “{name}” chưa có trong danh mục đơn vị."
