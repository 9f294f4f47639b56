"""Rows of an appendix: tasks, or petitions, under the item that cites it.

`plan` says what a table would give and what is wrong with it, row by row; `add` does it, all or
nothing, through drafting's own verb. The same rows a second time give nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bodies.folding import fold
from bodies.matching import Match, Matcher
from bodies.models import Office, User
from directives import drafting, petitions
from directives.drafting import DraftRefused, Named, TaskDraft
from directives.models import AssignmentRole, Evidence, Item, Nature, Petition, Task
from directives.naming import names_in
from directives.petitions import Line
from directives.sheets import Columns, Row, Table, Timing, data_rows, timings_of

MOST_ROWS = 500  # of one appendix; an item has at most so many tasks
LONGEST_WORDS, LONGEST = 10_000, 200

HALF_TYPED = (
    "Mục này còn phần bạn sửa dở mà chưa xác nhận. Hãy xác nhận hoặc bỏ phần sửa dở trên trang rà "
    "soát, rồi nhập các dòng phụ lục."
)

# Folded heads as offices write them; whole ones win over beginnings.
HEADS: Mapping[str, Sequence[str]] = {
    "number": ("tt", "stt", "so tt", "so thu tu", "muc"),
    "words": (
        "noi dung",
        "noi dung nhiem vu",
        "nhiem vu",
        "ten nhiem vu",
        "nhiem vu giai phap",
        "noi dung cong viec",
        "cong viec",
        "noi dung thuc hien",
        "noi dung kien nghi",
        "kien nghi",
        "noi dung phan anh",
        "y kien kien nghi",
    ),
    "leads": (
        "chu tri",
        "co quan chu tri",
        "don vi chu tri",
        "co quan don vi chu tri",
        "co quan thuc hien",
        "don vi thuc hien",
        "co quan don vi thuc hien",
        "don vi duoc giao",
        "co quan tham muu",
        "trach nhiem thuc hien",
        "nguoi thuc hien",
        "don vi tra loi",
        "co quan tra loi",
        "don vi giai quyet",
        "co quan giai quyet",
        "tham quyen giai quyet",
    ),
    "coordinating": (
        "phoi hop",
        "co quan phoi hop",
        "don vi phoi hop",
        "co quan don vi phoi hop",
    ),
    "deadline": (
        "thoi han",
        "thoi han hoan thanh",
        "thoi gian",
        "thoi gian hoan thanh",
        "thoi gian thuc hien",
        "han hoan thanh",
        "tien do",
        "ngay hoan thanh",
        "hoan thanh",
        "han",
    ),
    "product": ("san pham", "ket qua dau ra", "san pham dau ra", "san pham hoan thanh"),
    "raised_by": (
        "nguoi kien nghi",
        "cu tri kien nghi",
        "don vi kien nghi",
        "nguoi phan anh",
        "ho va ten",
        "ho ten",
        "nguoi neu",
        "cu tri",
        "dai bieu",
    ),
    "note": ("ghi chu",),
}
KINDS: Mapping[str, str] = {
    "number": "Số thứ tự",
    "words": "Nội dung",
    "leads": "Chủ trì (hoặc đơn vị trả lời)",
    "coordinating": "Phối hợp",
    "deadline": "Thời hạn",
    "product": "Sản phẩm",
    "raised_by": "Người kiến nghị",
    "note": "Ghi chú (không đưa vào)",
}
_COUNTED = re.compile(r"(?:[IVXLC]{1,6}|[A-Z])\s*[.)]?")
_TITLED = re.compile(r"(?:(?:[IVXLC]{1,6}|[A-Z])\s*[.)\-–]|(?:Nhóm|Phần|Lĩnh vực)\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the clerk decides about the whole table.

    petitions      rows are questions to be answered, and no tasks of their own
    default_leads  who leads (or answers) a row that names nobody
    carry_down     an empty cell of bodies or deadline says what the cell above says
    with_headings  a group's heading stands before the words of its rows
    """

    columns: Columns
    first_row: int
    petitions: bool = False
    default_leads: str = ""
    carry_down: bool = False
    with_headings: bool = False


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
    problems: Sequence[str] = ()

    @property
    def unmatched(self) -> list[str]:
        return [named.words for named in (*self.leads, *self.coordinating) if not named.match]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the table would give. `problems` are sentences with the row's number."""

    entries: Sequence[Entry]
    problems: Sequence[str]

    @property
    def new(self) -> list[Entry]:
        return [entry for entry in self.entries if not entry.known]

    @property
    def known(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.known]

    @property
    def unmatched(self) -> list[str]:
        """Names nobody in the directory answers to, each once."""
        return list(dict.fromkeys(name for entry in self.new for name in entry.unmatched))


def plan(item: Item, table: Table, choices: Choices, *, matcher: Matcher, today: date) -> Plan:
    """Return what the rows would give as tasks of the item; a row there already is `known`."""
    rows = list(_rows(table, choices))
    if len(rows) > MOST_ROWS:
        return Plan((), [f"Bảng có {len(rows)} dòng, mỗi lần chỉ nhập được {MOST_ROWS} dòng."])
    entries: list[Entry] = []
    there = _there(item, choices)
    for heading, row in rows:
        entry = _entry(heading, row, choices, item=item, matcher=matcher, today=today)
        leads = [] if choices.petitions else [named.words for named in entry.leads]
        key = _key(_told(entry, choices), leads)
        wrong = [*_wrong(entry), *(_wrong_petition if choices.petitions else _wrong_task)(entry)]
        entries.append(replace(entry, known=key in there, problems=wrong))
        there.add(key)
    problems = [f"Dòng {e.number}: {problem}" for e in entries for problem in e.problems]
    return Plan(entries, problems)


def add(
    item: Item, planned: Plan, choices: Choices, *, seen: int, at: datetime, by: User
) -> list[Task]:
    """Add the new rows to the item's tasks, in one transaction with their history; return them.

    `seen` is the version of the item the clerk looked at. Raises DraftRefused, and nothing is
    kept then: a row is wrong, nothing is new, somebody else decided about the item meanwhile, or
    the clerk has typed on the item and not confirmed it.
    """
    _refuse(planned)
    if half_typed_by(item, by):
        raise DraftRefused(HALF_TYPED)
    kept = [_as_draft(task) for task in _tasks_of(item)]
    evidence = Evidence(item.notice.office.evidence_default)
    new = [
        _draft(entry, timing, choices, evidence)
        for entry in planned.new
        for timing in entry.timings
    ]
    return drafting.confirm(item, [*kept, *new], seen=seen, at=at, by=by)[len(kept) :]


def add_petitions(
    item: Item, planned: Plan, choices: Choices, *, at: datetime, by: User
) -> list[Petition]:
    """Add the new rows as petitions of the item's task. Raises DraftRefused; nothing is kept then."""
    _refuse(planned)
    lines = [
        Line(
            words=_told(entry, choices),
            raised_by=entry.raised_by,
            answered_by=next((named.match.body for named in entry.leads), None),
        )
        for entry in planned.new
    ]
    return petitions.add(petitions.task_of(item), lines, at=at, by=by)


def half_typed_by(item: Item, by: User) -> bool:
    """Whether adding rows, which decides the item, would throw away what the clerk has typed on it."""
    return item.half_typed.filter(by=by).exists()


def _refuse(planned: Plan) -> None:
    if planned.problems:
        raise DraftRefused(" ".join(planned.problems[:5]))
    if not planned.new:
        raise DraftRefused(nothing_new(planned))


def nothing_new(planned: Plan) -> str:
    """Say that all rows are there already, or that there is none."""
    if planned.known:
        return f"Cả {len(planned.known)} dòng đã có trong mục này nên không thêm gì."
    return "Không có dòng nào để thêm. Hãy kiểm tra lại bảng và các cột đã chọn."


def _rows(table: Table, choices: Choices) -> Iterator[tuple[str, Row]]:
    """The rows that count, each with the heading it stands under."""
    columns, heading = choices.columns, ""
    above: dict[str, str] = {}
    for row in data_rows(table, after=choices.first_row):
        if title := _heading(row, columns):
            heading, above = title, {}
        else:
            yield heading, _carried(row, columns, above) if choices.carry_down else row


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


def _entry(
    heading: str, row: Row, choices: Choices, *, item: Item, matcher: Matcher, today: date
) -> Entry:
    columns, notice = choices.columns, item.notice
    leads = row.cell(columns.get("leads")) or choices.default_leads
    return Entry(
        number=row.number,
        heading=heading,
        words=row.cell(columns["words"]),
        leads=_named(leads, AssignmentRole.LEAD, matcher),
        coordinating=_named(row.cell(columns.get("coordinating")), AssignmentRole.CO, matcher),
        timings=timings_of(
            row.cell(columns.get("deadline")),
            issued_on=notice.issued_on,
            today=today,
            day_before=notice.office.before_means == Office.Before.DAY_BEFORE,
        ),
        product=" ".join(row.cell(columns.get("product")).split()),
        raised_by=" ".join(row.cell(columns.get("raised_by")).split()),
    )


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


def _there(item: Item, choices: Choices) -> set[tuple[str, frozenset[str]]]:
    """What the item has already."""
    if choices.petitions:
        known = Petition.objects.filter(task__item=item).values_list("words", flat=True)
        return {_key(words, ()) for words in known}
    return {_key(task.words, _leads_of(task)) for task in _tasks_of(item)}


def _named(cell: str, role: AssignmentRole, matcher: Matcher) -> list[Named]:
    return [
        Named(words=words, role=role, match=matcher.match(words))
        for words in names_in(cell, matcher)
    ]


def _told(entry: Entry, choices: Choices) -> str:
    """The words of the task: the row's, after its group's heading where the clerk wants it so."""
    return (
        f"{entry.heading}: {entry.words}"
        if choices.with_headings and entry.heading
        else entry.words
    )


def _draft(entry: Entry, timing: Timing, choices: Choices, evidence: Evidence) -> TaskDraft:
    nature = Nature.STANDING if timing.standing else Nature.DATED
    return TaskDraft(
        words=_told(entry, choices),
        named=[*entry.leads, *entry.coordinating],
        nature=Nature.PERIODIC if timing.unit else nature,
        deadline_words=timing.words,
        precision=timing.precision,
        due_on=timing.due_on,
        due_time=timing.due_time,
        recurrence_unit=timing.unit,
        evidence=evidence,
        product=entry.product,
    )


def _as_draft(task: Task) -> TaskDraft:
    """A confirmed task as it was confirmed, so that it can be confirmed again beside new ones."""
    return TaskDraft(
        words=task.words,
        named=[
            Named(
                words=a.words, role=AssignmentRole(a.role), match=Match(body=a.body, group=a.group)
            )
            for a in task.addressees.all()
        ],
        nature=Nature(task.nature),
        deadline_words=task.deadline_words,
        precision=task.precision,
        due_on=task.due_on,
        due_time=task.due_time,
        recurrence_unit=task.recurrence_unit,
        evidence=Evidence(task.evidence),
        product=task.product,
        target_number=task.target_number,
        target_unit=task.target_unit,
    )


def _tasks_of(item: Item) -> list[Task]:
    return list(item.tasks.prefetch_related("addressees__body", "addressees__group"))


def _leads_of(task: Task) -> list[str]:
    return [a.words for a in task.addressees.all() if a.role == AssignmentRole.LEAD]


def _key(words: str, leads: Sequence[str]) -> tuple[str, frozenset[str]]:
    """By what a row is known again: its words and who leads."""
    return fold(words), frozenset(fold(name) for name in leads)
