"""An office moves in with its old register: a sheet of tasks becomes notices and work.

`plan` says of every row what would be made, changed, left alone, or is wrong; `carry_out` does
exactly that, all in one transaction, or refuses. A row is known again by its code, else by its
notice and its words; importing the same sheet twice changes nothing.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from django.db import transaction
from django.utils.timezone import localdate

from assignments import issuing, lifecycle
from assignments.lifecycle import OldResult, ReportDraft, StepRefused
from assignments.models import RUNNING, Assignment, Report, Status
from bodies import ledger
from bodies.folding import fold
from bodies.matching import Matcher
from bodies.models import Body, Office, User
from directives import past
from directives.appendices import HEADS as ROW_HEADS
from directives.drafting import Named, TaskDraft
from directives.models import (
    AssignmentRole,
    Evidence,
    Nature,
    Notice,
    NoticeStatus,
    StoredFile,
    Task,
    Term,
)
from directives.models.notices import EDITABLE
from directives.naming import names_in
from directives.past import PastPaper, PastTask
from directives.sheets import (
    Columns,
    Row,
    Table,
    Timing,
    columns_of,
    data_rows,
    days_in,
    timings_of,
)

ENDED: Mapping[str, str] = {
    NoticeStatus.WITHDRAWN: "đã thu hồi",
    NoticeStatus.SUPERSEDED: "đã bị thay thế",
}
HEADS: Mapping[str, Sequence[str]] = {
    "notice": (
        "so ky hieu",
        "so hieu",
        "so ky hieu van ban",
        "so hieu van ban",
        "so van ban",
        "so thong bao",
        "so ket luan",
        "so thong bao ket luan",
        "thong bao ket luan",
        "van ban giao",
        "van ban chi dao",
    ),
    "issued_on": (
        "ngay",
        "ngay ban hanh",
        "ngay van ban",
        "ngay thang",
        "ngay thang van ban",
        "ngay thang nam",
        "ngay thang ban hanh",
    ),
    "subject": ("trich yeu", "trich yeu noi dung", "trich yeu van ban", "ten van ban"),
    "issuer": ("co quan ban hanh", "noi ban hanh", "don vi ban hanh"),
    "code": ("ma nhiem vu", "ma", "ma so", "ma nv", "ma so nhiem vu", "ma cong viec"),
    "words": (*ROW_HEADS["words"], "noi dung giao", "nhiem vu duoc giao", "noi dung chi dao"),
    "leads": ROW_HEADS["leads"],
    "coordinating": ROW_HEADS["coordinating"],
    "deadline": (*ROW_HEADS["deadline"], "thoi han nhu ghi", "thoi han theo van ban"),
    "due_on": ("den ngay", "han ngay", "ngay den han", "han xu ly", "thoi han ngay"),
    "status": ("trang thai", "tinh trang", "tinh trang thuc hien"),
    "result": ("ket qua", "ket qua thuc hien", "tinh hinh thuc hien", "tien do thuc hien"),
    "paper": (
        "so van ban bao cao",
        "van ban bao cao",
        "so bao cao",
        "so ky hieu bao cao",
        "so ky hieu van ban bao cao",
        "van ban ket qua",
    ),
    "paper_on": ("ngay bao cao", "ngay van ban bao cao", "ngay van ban ket qua"),
    "note": ("ghi chu",),
}
NEEDED: Mapping[str, str] = {
    "notice": "Số, ký hiệu",
    "issued_on": "Ngày ban hành",
    "words": "Nội dung nhiệm vụ",
    "leads": "Chủ trì",
}
ADVICE = "Hãy đặt tên cột như trong mẫu rồi tải lại."
EXAMPLE = "VÍ DỤ"  # the code of the template's own row, which is passed over
MARK = "Nhập từ sổ cũ"
LONGEST_WORDS, LONGEST_CODE, LONGEST = 10_000, 160, 200
DONE = ("hoan thanh", "da hoan thanh", "xong", "da xong", "da thuc hien xong", "da bao cao")
PARTLY = ("mot phan", "co ban", "chua")
OPEN_WORDS = (
    "chua",
    "dang",
    "trong han",
    "qua han",
    "moi giao",
    "cho",
    "tiep tuc",
    "thuong xuyen",
    "da tiep nhan",
    "sap den han",
)
_NUMBER = re.compile(r"(?:số\s*:?\s*)?0*([1-9]\d{0,4})\s*([-/].{1,38})", re.IGNORECASE)
_PAPER = re.compile(r"\d{1,5}\s*[-/]\s*[^\W\d_][\w&/.\-]*")
_KINDS = {fold(value): Notice.Kind(value) for value in Notice.Kind.values}


class ImportRefused(Exception):
    """Nothing of the register was taken. `problems` are sentences for the user."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = list(problems)


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Paper:
    """A notice as a row names it. `term_id` is the term of its issuer that its day falls in."""

    issuer: Body
    kind: Notice.Kind
    number: int
    symbol: str
    issued_on: date
    term_id: int | None

    @property
    def code(self) -> str:
        return f"{self.number:02d}{self.symbol}"

    @property
    def key(self) -> tuple[int, str, int, date]:
        return (self.issuer.pk, self.kind, self.number, self.issued_on)

    @property
    def place(self) -> tuple[int, str, int, int | None]:
        """What a number is unique in, and the number."""
        return (self.issuer.pk, self.kind, self.number, self.term_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of the register as it was read, and what is to become of it.

    told  what the register says of work still open, kept as a progress report
    """

    number: int
    paper: Paper | None
    subject: str
    code: str
    words: str
    leads: Sequence[Named]
    coordinating: Sequence[Named]
    timing: Timing
    result: OldResult | None = None
    told: str = ""
    task: Task | None = None
    outcome: Outcome = Outcome.NEW
    problems: Sequence[str] = ()
    notes: Sequence[str] = ()

    @property
    def named(self) -> Sequence[Named]:
        return (*self.leads, *self.coordinating)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the sheet would do. `digest` tells whether it is still what somebody looked at."""

    entries: Sequence[Entry]
    sheet: str
    others: Sequence[str]
    sha256: str

    @property
    def counts(self) -> Counter[Outcome]:
        return Counter(entry.outcome for entry in self.entries)

    @property
    def problems(self) -> list[str]:
        return [f"Dòng {e.number}: {problem}" for e in self.entries for problem in e.problems]

    @property
    def unmatched(self) -> list[str]:
        """Names nobody in the directory answers to, each once."""
        names = (n.words for e in self.entries for n in e.named if not n.match)
        return list(dict.fromkeys(names))

    @property
    def notices(self) -> int:
        """How many notices would be made."""
        return len({e.paper.key for e in self.entries if e.paper and e.outcome == Outcome.NEW})

    @property
    def digest(self) -> str:
        told = [
            (e.number, e.outcome.value, list(e.problems), [n.match.name for n in e.named])
            for e in self.entries
        ]
        return hashlib.sha256(f"{self.sha256} {told}".encode()).hexdigest()


def plan(table: Table, *, file: StoredFile, office: Office, today: date) -> Plan:
    """Return what the sheet would do to the office's register as it stands.

    Raises ImportRefused when the sheet has no such columns.
    """
    place, columns = columns_of(table, HEADS)
    if missing := [f"“{name}”" for kind, name in NEEDED.items() if kind not in columns]:
        raise ImportRefused(
            [f"Không tìm thấy cột {', '.join(missing)} trong trang tính “{table.name}”. {ADVICE}"]
        )
    reader = _Reader(columns, office=office, today=today)
    rows = [row for row in data_rows(table, after=place) if not _passed_over(row, columns)]
    entries = _Register(office).placed([reader.read(row) for row in rows])
    return Plan(entries, table.name, table.others, file.sha256)


@transaction.atomic
def carry_out(
    table: Table, *, file: StoredFile, office: Office, seen: str, at: datetime, by: User
) -> Plan:
    """Do what the plan says, all of it; return it.

    `seen` is the digest of the plan the person looked at: another sheet, or a register that
    somebody changed meanwhile, is refused. Raises ImportRefused; nothing is kept then.
    """
    Office.objects.select_for_update(of=("self",)).get(pk=office.pk)  # one import at a time
    planned = plan(table, file=file, office=office, today=localdate(at))
    if planned.digest != seen:
        raise ImportRefused(
            ["Dữ liệu đã thay đổi từ lúc xem trước. Hãy xem lại danh sách dưới đây rồi xác nhận."]
        )
    if planned.problems:
        raise ImportRefused(planned.problems)
    if not planned.counts[Outcome.NEW] and not planned.counts[Outcome.UPDATE]:
        raise ImportRefused(["Sổ này đã nhập rồi: không có gì mới để ghi."])
    _update([e for e in planned.entries if e.outcome == Outcome.UPDATE], at=at, by=by)
    _enter(
        [e for e in planned.entries if e.outcome == Outcome.NEW],
        office=office,
        file=file,
        at=at,
        by=by,
    )
    told = {"file": file.sha256, **{key.value: n for key, n in planned.counts.items()}}
    ledger.record("import_register", office, at=at, by=by, note=file.name, after=told)
    return planned


def _enter(
    entries: Sequence[Entry], *, office: Office, file: StoredFile, at: datetime, by: User
) -> None:
    """The new papers, each issued as of its day, with what was done and said."""
    papers: dict[tuple[int, str, int, date], list[Entry]] = {}
    for entry in entries:
        if entry.paper:
            papers.setdefault(entry.paper.key, []).append(entry)
    done: list[tuple[Assignment, OldResult]] = []
    told: list[tuple[Assignment, str]] = []
    for rows in papers.values():
        made = _issued(rows, office=office, file=file, at=at, by=by)
        for row in made:
            entry = rows[row.task.item.position]
            if entry.result:
                done.append((row, entry.result))
            elif entry.told and row.role == AssignmentRole.LEAD:
                told.append((row, entry.told))
    lifecycle.complete_from_register(done, at=at, by=by)
    for row, words in told:
        _say(row, words, at=at, by=by)


def _issued(
    rows: Sequence[Entry], *, office: Office, file: StoredFile, at: datetime, by: User
) -> list[Assignment]:
    paper = rows[0].paper
    if paper is None:
        return []
    evidence = Evidence(office.evidence_default)
    notice = past.enter(
        PastPaper(
            issuer=paper.issuer,
            kind=paper.kind,
            number=paper.number,
            symbol=paper.symbol,
            issued_on=paper.issued_on,
            subject=rows[0].subject,
            tasks=[PastTask(draft=_draft(row, evidence), code=row.code) for row in rows],
        ),
        office=office,
        file=file,
        at=at,
        by=by,
    )
    try:
        return issuing.issue(
            notice, number=paper.number, issued_on=paper.issued_on, past=True, at=at, by=by
        )
    except issuing.IssueRefused as refusal:
        raise ImportRefused(
            [f"Dòng {rows[0].number}: {problem}" for problem in refusal.problems]
        ) from refusal


def _update(entries: Sequence[Entry], *, at: datetime, by: User) -> None:
    """What the register says anew of work that is here: results wait to be accepted, as always."""
    tasks = [entry.task for entry in entries if entry.task]
    # Locked together before the first line of history: the chain's head comes last.
    open_rows = Assignment.objects.select_for_update(of=("self",)).filter(task__in=tasks)
    by_task: dict[int, list[Assignment]] = {}
    for row in open_rows.filter(status__in=RUNNING).select_related("task", "body").order_by("pk"):
        by_task.setdefault(row.task_id, []).append(row)
    for entry in entries:
        try:
            for row in by_task.get(entry.task.pk if entry.task else 0, []):
                _answer(row, entry, at=at, by=by)
        except StepRefused as refusal:
            raise ImportRefused([f"Dòng {entry.number}: {refusal}"]) from refusal


def _answer(row: Assignment, entry: Entry, *, at: datetime, by: User) -> None:
    if entry.result is None:
        if row.role == AssignmentRole.LEAD:
            _say(row, entry.told, at=at, by=by)
        return
    if row.status == Status.SENT:
        lifecycle.receive(row, typed_for_body=True, at=at, by=by)
    lifecycle.report(
        [row],
        ReportDraft(
            kind=Report.Kind.RESULT,
            words=entry.result.words,
            paper_number=entry.result.paper_number,
            paper_on=entry.result.paper_on,
            arrived_on=entry.result.paper_on,
            typed_for_body=True,
        ),
        at=at,
        by=by,
    )


def _say(row: Assignment, words: str, *, at: datetime, by: User) -> None:
    draft = ReportDraft(kind=Report.Kind.PROGRESS, words=words, typed_for_body=True)
    lifecycle.report([row], draft, at=at, by=by)


def _draft(entry: Entry, evidence: Evidence) -> TaskDraft:
    timing = entry.timing
    nature = Nature.STANDING if timing.standing else Nature.DATED
    return TaskDraft(
        words=entry.words,
        named=[*entry.leads, *entry.coordinating],
        nature=Nature.PERIODIC if timing.unit else nature,
        deadline_words=timing.words,
        precision=timing.precision,
        due_on=timing.due_on,
        due_time=timing.due_time,
        recurrence_unit=timing.unit,
        evidence=evidence,
    )


def _passed_over(row: Row, columns: Columns) -> bool:
    """The template's example; the title of a group of rows."""
    example = fold(row.cell(columns.get("code"))) == fold(EXAMPLE)
    words = {cell for cell in row.cells if cell}
    return example or row.spread or (len(words) == 1 and not row.cell(columns["words"]))


class _Reader:
    """Reads rows one after another: an empty notice is the one above."""

    def __init__(self, columns: Columns, *, office: Office, today: date) -> None:
        self.columns, self.office, self.today = columns, office, today
        self.matcher = Matcher(office, on=today)
        self.day_before = office.before_means == Office.Before.DAY_BEFORE
        self.terms = list(Term.objects.all())
        self.above: tuple[str, str, str, str] = ("", "", "", "")
        self.codes: dict[tuple[str, int | None], int] = {}

    def read(self, row: Row) -> Entry:
        said = {kind: row.cell(column) for kind, column in self.columns.items()}
        head = (*(said.get(kind, "") for kind in ("notice", "issued_on", "subject", "issuer")),)
        if any(head[:3]):
            self.above = (head[0], head[1], head[2], head[3])
        problems: list[str] = []
        paper = self._paper(problems)
        timing = self._timing(said, paper, problems)
        result, told = self._outcome(said, paper, problems)
        entry = Entry(
            number=row.number,
            paper=paper,
            subject=" ".join(self.above[2].split()),
            code=" ".join(said.get("code", "").split()),
            words=said["words"],
            leads=self._named(said["leads"], AssignmentRole.LEAD),
            coordinating=self._named(said.get("coordinating", ""), AssignmentRole.CO),
            timing=timing,
            result=result,
            told=told,
            notes=[timing.doubt] if timing.doubt else [],
        )
        return replace(entry, problems=[*problems, *self._wrong(entry)])

    def _paper(self, problems: list[str]) -> Paper | None:
        number, day, _, issuer = self.above
        found = _NUMBER.fullmatch(" ".join(number.split()))
        issued_on = next(iter(days_in(day)), None)
        kind = _kind(found[2]) if found else None
        body = self.matcher.match(issuer).body if issuer else self.office.committee
        if not found:
            problems.append(f"không đọc được số, ký hiệu “{number}”; hãy ghi như 05-TB/ĐU.")
        elif kind is None:
            problems.append(f"không biết loại văn bản của “{number}”; hãy ghi như 05-TB/ĐU.")
        if issued_on is None:
            problems.append(f"không đọc được ngày ban hành “{day}”; hãy ghi như 05/03/2025.")
        elif issued_on > self.today:
            problems.append(f"ngày ban hành {issued_on:%d/%m/%Y} ở sau hôm nay.")
        if body is None:
            problems.append(f"cơ quan ban hành “{issuer}” chưa có trong danh mục đơn vị.")
        if not (found and kind and issued_on and body):
            return None
        term = next((t.pk for t in self.terms if _within(t, body, issued_on)), None)
        return Paper(body, kind, int(found[1]), found[2].replace(" ", ""), issued_on, term)

    def _timing(self, said: Mapping[str, str], paper: Paper | None, problems: list[str]) -> Timing:
        issued_on = paper.issued_on if paper else None
        cell, resolved = said.get("deadline", ""), said.get("due_on", "")
        read = timings_of(cell, issued_on=issued_on, today=self.today, day_before=self.day_before)
        if resolved:
            days = days_in(resolved)
            if len(days) != 1:
                problems.append(
                    f"không đọc được ngày đến hạn “{resolved}”; hãy ghi như 30/06/2025."
                )
                return read[0]
            same = read[0].due_on == days[0]
            return read[0] if same else Timing(read[0].words, days[0], None, "day")
        if len(read) > 1:
            problems.append(
                "có nhiều thời hạn; hãy tách mỗi thời hạn một dòng, hoặc ghi cột “Đến ngày”."
            )
        return read[0]

    def _outcome(
        self, said: Mapping[str, str], paper: Paper | None, problems: list[str]
    ) -> tuple[OldResult | None, str]:
        """What was done, or what is said of work still open."""
        status, words = said.get("status", ""), said.get("result", "")
        done = _done(status or words)
        if done is None and status:
            problems.append(
                f"chưa hiểu trạng thái “{status}”; hãy ghi “Hoàn thành” hoặc “Đang thực hiện”."
            )
        sayings = [words, said.get("note", "")]
        told = "\n".join(saying for saying in sayings if saying)
        told = f"{MARK}: {told}" if told else ""
        if not done:
            return None, told
        paper_cell = said.get("paper", "") or words
        number = _PAPER.search(paper_cell)
        days = days_in(said.get("paper_on", "")) or days_in(said.get("paper", "")) or days_in(words)
        if not days:
            problems.append("đã hoàn thành thì cần ngày văn bản báo cáo (cột “Ngày báo cáo”).")
            return None, told
        if days[-1] > self.today:
            problems.append(f"ngày báo cáo {days[-1]:%d/%m/%Y} ở sau hôm nay.")
        if paper and days[-1] < paper.issued_on:
            problems.append(f"ngày báo cáo {days[-1]:%d/%m/%Y} trước ngày ban hành văn bản.")
        numbered = number[0].replace(" ", "")[:60] if number else ""
        return OldResult(words=told or f"{MARK}.", paper_number=numbered, paper_on=days[-1]), told

    def _named(self, cell: str, role: AssignmentRole) -> list[Named]:
        return [
            Named(words=words, role=role, match=self.matcher.match(words))
            for words in names_in(cell, self.matcher)
        ]

    def _wrong(self, entry: Entry) -> Iterator[str]:
        if not entry.words:
            yield "chưa có nội dung nhiệm vụ."
        if len(entry.words) > LONGEST_WORDS:
            yield "nội dung dài hơn 10.000 ký tự."
        if not entry.subject:
            yield "chưa có trích yếu của văn bản."
        if not entry.leads:
            yield "chưa có đơn vị chủ trì."
        for named in entry.named:
            if len(named.words) > LONGEST:
                yield "tên đơn vị dài hơn 200 ký tự; hãy kiểm tra cột đơn vị."
            elif not named.match:
                yield f"“{named.words[:60]}” chưa có trong danh mục đơn vị."
        if len(entry.code) > LONGEST_CODE:
            yield "mã nhiệm vụ dài hơn 160 ký tự."
        if len(entry.timing.words) > LONGEST:
            yield "thời hạn dài hơn 200 ký tự; hãy kiểm tra cột thời hạn."
        place = (entry.code, entry.paper.term_id if entry.paper else None)
        first = self.codes.setdefault(place, entry.number)
        if entry.code and first != entry.number:
            yield f"mã “{entry.code}” đã có ở dòng {first}."


class _Register:
    """What the office has already: rows are held against it."""

    def __init__(self, office: Office) -> None:
        issued = Notice.objects.filter(office=office, number__isnull=False)
        issued = issued.exclude(status__in=EDITABLE).defer("text", "folded")
        self.notices: dict[tuple[int | None, str, int, date], Notice] = {}
        self.numbers: dict[tuple[int | None, str, int, int | None], Notice] = {}
        for notice in issued:
            if notice.number and notice.issued_on:
                kind, number = notice.kind, notice.number
                self.notices[notice.issuer_id, kind, number, notice.issued_on] = notice
                self.numbers[notice.issuer_id, kind, number, notice.term_id] = notice
        tasks = Task.objects.filter(office=office).exclude(reference="")
        self.by_code: dict[tuple[str, int | None], Task] = {}
        self.by_words: dict[tuple[int, str], Task] = {}
        for task in tasks.select_related("notice").defer("notice__text", "notice__folded"):
            self.by_code[task.reference, task.term_id] = task
            self.by_words[task.notice_id, fold(task.words)] = task
        self._read_work(office)

    def _read_work(self, office: Office) -> None:
        """Which tasks are open, who leads them, and what was said of them."""
        rows = Assignment.objects.filter(office=office, parent=None, status__in=RUNNING)
        leads = rows.filter(role=AssignmentRole.LEAD)
        self.open_tasks = set(rows.values_list("task", flat=True))
        self.open_leads = set(leads.values_list("task", flat=True))
        self.said: dict[int, set[str]] = {}
        reports = Report.objects.filter(assignments__office=office, words__startswith=MARK)
        for task, words in reports.values_list("assignments__task", "words"):
            self.said.setdefault(task, set()).add(words)

    def placed(self, entries: Sequence[Entry]) -> list[Entry]:
        """Each row with what is to become of it."""
        days: dict[tuple[int, str, int, int | None], Paper] = {}
        seen: dict[tuple[object, str], int] = {}
        placed = []
        for entry in entries:
            if entry.paper is None:
                placed.append(replace(entry, outcome=Outcome.WRONG))
                continue
            first = days.setdefault(entry.paper.place, entry.paper)
            twin = seen.setdefault((entry.paper.key, fold(entry.words)), entry.number)
            problems = list(entry.problems)
            if first.issued_on != entry.paper.issued_on:
                problems.append(
                    f"số {entry.paper.code} có hai ngày ban hành trong bảng: "
                    f"{first.issued_on:%d/%m/%Y} và {entry.paper.issued_on:%d/%m/%Y}."
                )
            if twin != entry.number and not entry.code:
                problems.append(
                    f"trùng nội dung với dòng {twin}; hãy bỏ một dòng hoặc ghi mã nhiệm vụ."
                )
            placed.append(self._placed(replace(entry, problems=problems), entry.paper))
        return placed

    def _placed(self, entry: Entry, paper: Paper) -> Entry:
        notice = self.notices.get(paper.key)
        problems = list(entry.problems)
        task = self._task(entry, paper, notice, problems)
        taken = self.numbers.get(paper.place)
        if notice is None and taken is not None:
            problems.append(
                f"số {paper.code} đã dùng cho văn bản ngày {taken.issued_on:%d/%m/%Y} trong nhiệm kỳ này."
            )
        if notice is not None and task is None:
            problems.append(
                f"{paper.code} đã có trên hệ thống nên không thêm nhiệm vụ bằng cách nhập sổ."
            )
        if task is not None:
            return self._known(replace(entry, problems=problems), task)
        outcome = Outcome.WRONG if problems else Outcome.NEW
        return replace(entry, problems=problems, outcome=outcome)

    def _task(
        self, entry: Entry, paper: Paper, notice: Notice | None, problems: list[str]
    ) -> Task | None:
        """The task this row speaks of: by its code, else by its notice and words."""
        coded = self.by_code.get((entry.code, paper.term_id)) if entry.code else None
        if coded is not None and coded.notice_id != (notice.pk if notice else None):
            problems.append(f"mã “{entry.code}” là của một nhiệm vụ thuộc {coded.notice.code}.")
            return None
        if coded is not None or notice is None or entry.code:
            return coded
        return self.by_words.get((notice.pk, fold(entry.words)))

    def _known(self, entry: Entry, task: Task) -> Entry:
        """A row that is here: only what may still change is taken, the rest is told."""
        notes = [*entry.notes, *_kept(entry, task)]
        problems = list(entry.problems)
        is_open = task.pk in self.open_tasks
        said = self.said.get(task.pk, set())
        if is_open and entry.result:
            problems += _evidence_missing(entry.result, task)
        says = task.pk in self.open_leads and entry.told and entry.told not in said
        changes = (is_open and entry.result) or (entry.result is None and says)
        outcome = Outcome.UPDATE if changes else Outcome.SAME
        outcome = Outcome.WRONG if problems else outcome
        return replace(entry, task=task, outcome=outcome, problems=problems, notes=notes)


def _evidence_missing(result: OldResult, task: Task) -> Iterator[str]:
    if task.evidence == Evidence.PAPER and not result.paper_number:
        yield "cần số, ký hiệu văn bản báo cáo (cột “Số văn bản báo cáo”)."
    if task.evidence == Evidence.FILE:
        yield "nhiệm vụ cần tệp minh chứng; hãy báo cáo trên trang của nhiệm vụ."


def _kept(entry: Entry, task: Task) -> Iterator[str]:
    """What the sheet says otherwise, and stays as issued; and that the notice holds no more."""
    if ended := ENDED.get(task.notice.status):
        yield f"Văn bản này {ended} trên hệ thống; nhập sổ không mở lại nhiệm vụ của văn bản."
    if fold(entry.words) != fold(task.words):
        yield "Nội dung khác với hệ thống; nội dung đã ban hành không thay đổi."
    if entry.timing.due_on != task.original_due_on:
        day = f"{task.original_due_on:%d/%m/%Y}" if task.original_due_on else "không có"
        yield f"Thời hạn khác với hệ thống; hạn ban đầu ({day}) chỉ ghi một lần, không thay đổi."


def _within(term: Term, body: Body, day: date) -> bool:
    return term.body_id == body.pk and term.starts_on <= day <= term.ends_on


def _kind(symbol: str) -> Notice.Kind | None:
    """The kind a symbol opens with: "-TB/ĐU", "/KL-TU"."""
    return _KINDS.get(fold(re.split(r"[-/]", symbol.strip(" -/"), maxsplit=1)[0]))


def _done(words: str) -> bool | None:
    """Whether the words say that it is done; None when they say something else."""
    told = fold(words)
    if not told or told.startswith(OPEN_WORDS):
        return False
    if told.startswith(DONE):
        partly = "%" in told and "100%" not in told
        return not partly and not any(word in told for word in PARTLY)
    return None
