"""Rows held against what the office has already: new, changed, the same, or wrong."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from assignments.importing.entries import MARK, Entry, Outcome, Paper
from assignments.lifecycle import OldResult
from assignments.models import RUNNING, Assignment, Report
from bodies.folding import fold
from bodies.models import Office
from directives.models import AssignmentRole, Evidence, Notice, NoticeStatus, Task
from directives.models.notices import EDITABLE

ENDED: Mapping[str, str] = {
    NoticeStatus.WITHDRAWN: "đã thu hồi",
    NoticeStatus.SUPERSEDED: "đã bị thay thế",
}


class Register:
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
