"""What a document tells of one assignment, in plain values as of one moment."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from django.db.models import Prefetch
from django.utils.timezone import localdate

from assignments.clock import Clock
from assignments.models import Assignment, ExtensionRequest, Report, Status, Timeliness
from assignments.models.assignments import AssignmentQuerySet
from directives.models import AssignmentRole, Notice

FEW_BODIES = 3  # more are counted before they are named
NAMES_A_ROW = 100  # of so many bodies with the longest names a row still finds room on a page
SAME = "nt"  # như trên, as registers write it
NO_REPORT = "Chưa có báo cáo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One assignment. `key` is its own, so that a later document knows it again.

    notice, place    where the task stands: "Thông báo số 05-TB/ĐU, ngày 02/3/2026", "mục 1.2"
    deadline_words   as written in the notice; `original_due_on` the first day, `due_on` today's
    word             how it stands: a value of Timeliness, "submitted", "aside" or "done"
    days_late        days past the current deadline, of work done past the original one; else 0
    past_original    open, and past the original deadline: divides the on-time rate
    letters          the letters it was asked about in, as a sentence; "" for none
    new              finished, and told by no document before
    """

    key: str
    notice: str
    code: str
    subject: str
    issued_on: date | None
    place: str
    words: str
    body: str
    role: str
    deadline_words: str
    original_due_on: date | None
    due_on: date | None
    due_time: time | None
    word: str
    status: str
    days_late: int
    past_original: bool
    result: str
    evidence_number: str
    evidence_on: date | None
    reported_on: date | None
    completed_on: date | None
    cause: str
    proposal: str
    letters: str = ""
    petitions: int = 0
    petitions_done: int = 0
    new: bool = False

    @property
    def done(self) -> bool:
        return self.word in ("done", Timeliness.DONE_ON_TIME, Timeliness.DONE_LATE)


def lines(rows: AssignmentQuerySet, clock: Clock, *, told: Iterable[str] = ()) -> list[Line]:
    """Return the rows as lines: by notice, oldest first, then in printed order.

    `told` are the keys of finished work that a document has told already. In a handful of
    queries, however many rows.
    """
    pending = ExtensionRequest.objects.filter(decision=ExtensionRequest.Decision.PENDING)
    found = (
        rows.for_display()
        .order_by(
            "task__notice__issued_on",
            "task__notice_id",
            "task__item__position",
            "task__position",
            "position",
            "pk",
        )
        .prefetch_related(
            "reports", "task__petitions", Prefetch("extensions", queryset=pending, to_attr="asked")
        )
    )
    known = frozenset(told)
    return [_line(row, clock, known) for row in found]


def merged(found: Iterable[Line]) -> list[tuple[Line, int]]:
    """Lines that differ in their body only, as one that names all bodies; and how many it was.

    A group of twenty-five villages with one task is one row on paper, until their results differ.
    """
    alike: dict[Line, list[Line]] = {}
    for line in found:
        alike.setdefault(replace(line, key="", body="", role=""), []).append(line)
    return [(replace(one, body=_bodies(lines)), len(lines)) for one, lines in alike.items()]


def _bodies(found: list[Line]) -> str:
    """ "A, B (phối hợp)"; of many: "26 đơn vị: A, B, …", "26 đơn vị phối hợp: A, B, …"."""
    if len(found) <= FEW_BODIES:
        return ", ".join(_name(line) for line in found)
    named = ", ".join(_name(line, together=_all_help(found)) for line in found)
    return f"{counted(found)}: {named}"


def counted(found: list[Line]) -> str:
    """ "04 đơn vị", "26 đơn vị phối hợp"."""
    return f"{len(found):02d} đơn vị{' phối hợp' if _all_help(found) else ''}"


def named_with_papers(found: list[Line], *, together: bool = False) -> str:
    """Each body with the number and day of what it sent: "Tổ 1 (số 70/BC-TDP, ngày 19/10/2026); …"."""
    return "; ".join(_name(line, paper=evidence(line), together=together) for line in found)


def _name(line: Line, *, paper: str = "", together: bool = False) -> str:
    """`together` when what stands before says already that all of them help."""
    role = "phối hợp" if line.role == AssignmentRole.CO and not together else ""
    aside = "; ".join(filter(None, (role, paper[:1].lower() + paper[1:])))
    return f"{line.body} ({aside})" if aside else line.body


def _all_help(found: list[Line]) -> bool:
    return all(line.role == AssignmentRole.CO for line in found)


def alike(found: Iterable[Line]) -> list[list[Line]]:
    """Lines that differ at most in their body and in the number and days of what it sent."""
    groups: dict[Line, list[Line]] = {}
    for line in found:
        shared = replace(
            line,
            key="",
            body="",
            role="",
            evidence_number="",
            evidence_on=None,
            reported_on=None,
            completed_on=None,
        )
        groups.setdefault(shared, []).append(line)
    return list(groups.values())


def _one_paper(found: list[Line]) -> bool:
    return len({(line.evidence_number, line.evidence_on) for line in found}) == 1


def together(found: list[Line]) -> Line:
    """Lines that are `alike` as one, whose body names all of them; of one paper it keeps the number."""
    first = found[0]
    if _one_paper(found):
        return replace(first, body=_bodies(found))
    return replace(first, body=named_with_papers(found), evidence_number="", evidence_on=None)


def by_task(found: Iterable[Line]) -> list[list[Line]]:
    """The lines of each task together, in the order given."""
    tasks: dict[tuple[str, str, str], list[Line]] = {}
    for line in found:
        tasks.setdefault((line.notice, line.place, line.words), []).append(line)
    return list(tasks.values())


def words_once(found: Iterable[Line]) -> list[tuple[Line, list[str]]]:
    """The rows of a table on paper, task by task, those that stand `alike` as one.

    Of many bodies, and of several papers, the row counts, and the rows told with it name them. The
    words of a task stand in its first row, then "nt".
    """
    rows: list[tuple[Line, list[str]]] = []
    for task in by_task(found):
        for group in alike(task):
            line, names = together(group), []
            if len(group) > FEW_BODIES or not _one_paper(group):
                line = replace(line, body=counted(group), evidence_number="", evidence_on=None)
                names = _names(group, f"TT {len(rows) + 1}")
            rows.append((replace(line, words=SAME) if group[0] is not task[0] else line, names))
    return rows


def _names(group: list[Line], row: str) -> list[str]:
    """ "TT 2 gồm 26 đơn vị: A (số …); B (số …).", in several where they are very many."""
    told = [
        named_with_papers(group[at : at + NAMES_A_ROW], together=_all_help(group))
        for at in range(0, len(group), NAMES_A_ROW)
    ]
    return [
        f"{row} gồm {counted(group)}: {told[0]}.",
        *(f"{row} (tiếp): {one}." for one in told[1:]),
    ]


def notice_name(notice: Notice) -> str:
    """ "Thông báo số 05-TB/ĐU, ngày 02/3/2026", as letters and reports name a paper."""
    on = f", ngày {short_day(notice.issued_on)}" if notice.issued_on else ""
    return f"{notice.get_kind_display().capitalize()} số {notice.code}{on}"


def short_day(day: date) -> str:
    """A day as offices write it in running text: 02/3/2026, since a lone 1 or 2 could be forged."""
    return f"{day.day:02d}/{day.month:0{2 if day.month < 3 else 1}d}/{day.year}"


def evidence(line: Line) -> str:
    """ "Số 45/BC-UBND, ngày 05/3/2026"; empty without a paper."""
    if not line.evidence_number:
        return ""
    on = f", ngày {short_day(line.evidence_on)}" if line.evidence_on else ""
    return f"Số {line.evidence_number}{on}"


def brief(line: Line) -> Line:
    """Without what there is no room for, so that bodies with one task stand together."""
    return replace(
        line,
        status="",
        result="",
        evidence_number="",
        evidence_on=None,
        reported_on=None,
        completed_on=None,
        cause="",
    )


def bare(words: str) -> str:
    """Words without the mark that ends them, to stand inside a sentence."""
    return words.rstrip(".,;: ")


def by_notice(found: Iterable[Line]) -> Iterator[tuple[str, list[Line]]]:
    """Yield each notice with its lines, in the order given."""
    groups: dict[str, list[Line]] = {}
    for line in found:
        groups.setdefault(line.notice, []).append(line)
    yield from groups.items()


def _line(row: Assignment, clock: Clock, told: frozenset[str]) -> Line:
    task, notice = row.task, row.task.notice
    reports = list(row.reports.all())  # newest first
    word = _word(row, clock)
    paper = _evidence(row, reports)
    finished = row.status == Status.COMPLETED
    petitions = list(task.petitions.all())
    return Line(
        key=str(row.key),
        notice=notice_name(notice),
        code=notice.code,
        subject=" ".join(notice.subject.split()),
        issued_on=notice.issued_on,
        place=task.reference.removeprefix(f"{notice.code}, ") or "ngoài mục",
        words=" ".join(task.words.split()),
        body=row.body_name,
        role=row.role,
        deadline_words=task.deadline_words,
        original_due_on=row.original_due_on,
        due_on=row.due_on,
        due_time=row.due_time,
        word=word,
        status=row.status,
        days_late=_days_late(row, word, clock.today),
        past_original=_past_original(row, clock.today),
        result=_result(row, reports),
        evidence_number=paper.paper_number if paper else "",
        evidence_on=paper.paper_on if paper else None,
        reported_on=localdate(row.submitted_at) if row.submitted_at else None,
        completed_on=localdate(row.completed_at) if row.completed_at else None,
        cause=_cause(reports) if word in (Timeliness.OVERDUE, Timeliness.DONE_LATE) else "",
        proposal=_proposal(row, word),
        petitions=len(petitions),
        petitions_done=sum(1 for petition in petitions if petition.done_at),
        new=finished and str(row.key) not in told,
    )


def _word(row: Assignment, clock: Clock) -> str:
    if row.status == Status.SUBMITTED:
        return "submitted"
    if row.status in (Status.PAUSED, Status.REFERRED):
        return "aside"
    found = row.timeliness(now=clock.now, until=clock.soon_until(row.office))
    return "done" if row.status == Status.COMPLETED and found == Timeliness.NONE else str(found)


def _days_late(row: Assignment, word: str, today: date) -> int:
    if word == Timeliness.OVERDUE and row.due_on:
        return (today - row.due_on).days
    if word == Timeliness.DONE_LATE and row.submitted_at and row.original_due_on:
        return (localdate(row.submitted_at) - row.original_due_on).days
    return 0


def _past_original(row: Assignment, today: date) -> bool:
    """The rule of figures.late_open for one row; a test holds them together."""
    if row.original_due_on is None or row.status in (
        Status.COMPLETED,
        Status.PAUSED,
        Status.REFERRED,
        Status.CANCELLED,
    ):
        return False
    judged_on = localdate(row.submitted_at) if row.submitted_at else today
    return row.original_due_on < (judged_on if row.status == Status.SUBMITTED else today)


def _result(row: Assignment, reports: list[Report]) -> str:
    """What the body last wrote of its work: the result once there is one, else its progress."""
    kinds = (
        (Report.Kind.RESULT,)
        if row.status in (Status.SUBMITTED, Status.COMPLETED)
        else (Report.Kind.PROGRESS, Report.Kind.RESULT)
    )
    words = next((report.words for report in reports if report.kind in kinds), NO_REPORT)
    return " ".join(words.split())


def _evidence(row: Assignment, reports: list[Report]) -> Report | None:
    if row.status not in (Status.SUBMITTED, Status.COMPLETED):
        return None
    return next((report for report in reports if report.kind == Report.Kind.RESULT), None)


def _cause(reports: list[Report]) -> str:
    """The cause of delay that the body gave last, with its words when it explained itself."""
    for report in reports:
        explained = report.kind == Report.Kind.EXPLANATION
        if explained or report.cause:
            said = " ".join(report.words.split()) if explained else ""
            return ": ".join(part for part in (report.get_cause_display(), said) if part)
    return ""


def _proposal(row: Assignment, word: str) -> str:
    asked: list[ExtensionRequest] = row.asked  # type: ignore[attr-defined]  # by lines()
    if asked:
        return f"Đề nghị gia hạn đến {short_day(asked[0].due_on)}"
    if row.status == Status.BOUNCED:
        return "Đề nghị chuyển đơn vị khác"
    if row.status == Status.REFERRED:
        return "Đã báo cáo, kiến nghị cấp trên"
    if row.status == Status.SUBMITTED:
        return "Xem xét, xác nhận kết quả"
    if word == Timeliness.OVERDUE:
        return "Tiếp tục đôn đốc, yêu cầu báo cáo, nêu rõ nguyên nhân"
    return ""
