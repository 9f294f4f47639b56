"""Báo cáo kết quả thực hiện, of one notice or of a period: figures first, then every task."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import chain

from django.db.models import Q
from django.utils.timezone import make_aware

from assignments.clock import Clock
from assignments.models import Assignment, Cause, Timeliness
from assignments.models.assignments import AssignmentQuerySet
from assignments.papers.heads import (
    EMPTY,
    Head,
    Stamp,
    amount,
    archive_line,
    cell,
    dressed,
    head_of,
    heading,
    listed,
    text,
)
from assignments.papers.letters import asked_before, earlier
from assignments.papers.lines import (
    Line,
    alike,
    bare,
    brief,
    by_notice,
    by_task,
    counted,
    evidence,
    lines,
    notice_name,
    short_day,
    together,
    words_once,
)
from assignments.papers.wording import as_of_words, deadline_beside, state, tells_day
from directives.models import AssignmentRole, Document
from directives.printing.model import Appendix, Block, Cell, Column, Paper, Table

ANNEX = (
    Column("TT", 4, "center"),
    Column("Mục", 8),
    Column("Nhiệm vụ", 24),
    Column("Đơn vị", 13),
    Column("Thời hạn như ghi; hạn ban đầu", 12),
    Column("Tình trạng", 10),
    Column("Kết quả; số, ngày văn bản", 17),
    Column("Nguyên nhân chậm; đề xuất", 12),
)
DAY = timedelta(days=1)
# Of more bodies than these a sentence counts, and names who is late.
MANY = 6
NAMED_LATE = 30  # and of more than these the annex alone names who is late


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Of the tasks with a deadline. `longest` in days; the rate in percent, None of nothing."""

    assigned: int
    on_time: int
    late: int
    on_track: int
    due_soon: int
    overdue: int
    longest: int
    submitted: int
    aside: int
    past_original: int
    undated_done: int

    @property
    def completed(self) -> int:
        return self.on_time + self.late + self.undated_done

    @property
    def judged(self) -> int:
        return self.on_time + self.late + self.past_original

    @property
    def rate(self) -> float | None:
        """On time ÷ (completed + open past the original deadline): figures.Counts says the same."""
        return 100 * self.on_time / self.judged if self.judged else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """All that a report says. `since` names the report before, whose finished work is not new."""

    head: Head
    about: str
    as_of: datetime
    lines: tuple[Line, ...]
    standing: tuple[Line, ...]
    since: str
    # The issued reports this one was reckoned against: changed in between, it must be read again.
    known: tuple[str, ...]

    @property
    def figures(self) -> Figures:
        return figures_of(self.lines)

    @property
    def new(self) -> list[Line]:
        return [line for line in (*self.lines, *self.standing) if line.new]


def follow_up(document: Document, clock: Clock) -> FollowUp:
    """Read what the report is to say now."""
    told = reports_before(document)
    keys = {
        line["key"]
        for each in told
        for line in (*each.snapshot["lines"], *each.snapshot["standing"])
        if line["completed_on"]
    }
    rows = _rows(document, told)
    late = set(rows.overdue(now=clock.now).values_list("body", flat=True))
    sent = list(chain(*earlier(document.office, late).values()))
    found = [
        replace(line, letters=asked_before(line, sent)) for line in lines(rows, clock, told=keys)
    ]
    return FollowUp(
        head=head_of(document.office, "BC"),
        about=_about(document),
        as_of=clock.now,
        lines=tuple(line for line in found if line.due_on),
        standing=tuple(line for line in found if not line.due_on),
        since=_report(told[-1]) if told else "",
        known=tuple(str(each.key) for each in told),
    )


def reports_before(document: Document) -> list[Document]:
    """The issued reports of the same notice; or, of a period, those of the office's periods."""
    return list(
        Document.objects.issued()
        .filter(kind=Document.Kind.REPORT, office=document.office, notice=document.notice)
        .exclude(pk=document.pk)
        .order_by("issued_at", "pk")
    )


def figures_of(found: Sequence[Line]) -> Figures:
    """Count the lines that have a deadline, by the words they carry."""
    words = Counter(line.word for line in found)
    overdue = [line.days_late for line in found if line.word == Timeliness.OVERDUE]
    return Figures(
        assigned=len(found),
        on_time=words[Timeliness.DONE_ON_TIME],
        late=words[Timeliness.DONE_LATE],
        on_track=words[Timeliness.ON_TRACK],
        due_soon=words[Timeliness.DUE_SOON],
        overdue=words[Timeliness.OVERDUE],
        longest=max(overdue, default=0),
        submitted=words["submitted"],
        aside=words["aside"],
        past_original=sum(line.past_original for line in found),
        undated_done=words["done"],
    )


def follow_up_paper(report: FollowUp, stamp: Stamp) -> Paper:
    subject = f"kết quả thực hiện {report.about}"
    return dressed(
        report.head,
        stamp,
        kind="BÁO CÁO",
        subject=(subject,),
        blocks=_blocks(report),
        recipients=(
            f"Thường trực {report.head.committee} (báo cáo)",
            "Các cơ quan, đơn vị được giao nhiệm vụ",
            archive_line(report.head),
        ),
        appendices=(_annex(report, subject),),
    )


def _rows(document: Document, told: Sequence[Document]) -> AssignmentQuerySet:
    """What the report counts. Of a period: given by its end, and not done with before it began.

    Work accepted after the last report was made is never left out between two periods.
    """
    rows = Assignment.objects.counted().filter(office=document.office, parent=None)
    if document.notice_id:
        return rows.filter(task__notice=document.notice_id)
    if document.first_on is None or document.last_on is None:
        raise ValueError("a report is of a notice or of a period")
    begin = _midnight(document.first_on)
    asked = [each.as_of for each in told if each.as_of]
    since = min([begin, *asked[-1:]])
    return rows.filter(
        Q(completed_at=None) | Q(completed_at__gte=since),
        sent_at__lt=_midnight(document.last_on + DAY),
    )


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))


def _about(document: Document) -> str:
    if document.notice:
        return notice_name(document.notice)
    first, last = document.first_on, document.last_on
    if first is None or last is None:
        raise ValueError("a report is of a notice or of a period")
    return (
        f"các nhiệm vụ giao tại thông báo, kết luận từ ngày {short_day(first)} "
        f"đến ngày {short_day(last)}"
    )


def _report(document: Document) -> str:
    on = f", ngày {short_day(document.issued_on)}" if document.issued_on else ""
    return f"Báo cáo số {document.code}{on}"


def _blocks(report: FollowUp) -> list[Block]:
    blocks: list[Block] = [
        text(
            f"{_office(report)} báo cáo kết quả thực hiện {report.about} như sau "
            f"({as_of_words(report.as_of).lower()}):"
        ),
        heading("I-", "Số liệu chung"),
    ]
    if counted_how := _counting(report):
        blocks.append(text(counted_how))
    if report.lines:
        blocks += [_figures_table(report.figures), _rate(report.figures)]
    else:
        blocks.append(text("Không có nhiệm vụ có thời hạn."))
    if petitions := _petitions(report):
        blocks.append(text(petitions))
    blocks += [heading("II-", "Kết quả thực hiện"), *_sections(report)]
    if report.standing:
        blocks += [heading("III-", "Nhiệm vụ thường xuyên, không định hạn"), *_standing(report)]
    blocks.append(
        text("Kết quả từng nhiệm vụ theo thứ tự trong văn bản có phụ lục kèm theo Báo cáo này.")
    )
    return blocks


def _counting(report: FollowUp) -> str:
    """Why there are more tasks than the papers have: where one was given to several bodies."""
    found = (*report.lines, *report.standing)
    tasks, bodies = len(by_task(found)), len({line.body for line in found})
    if tasks == len(found):
        return ""
    return (
        f"Có {amount(tasks)} nhiệm vụ, giao {amount(bodies)} đơn vị; nhiệm vụ giao nhiều đơn vị "
        "được tính theo từng đơn vị."
    )


def _office(report: FollowUp) -> str:
    return f"Văn phòng {report.head.committee}"


def _figures_table(figures: Figures) -> Table:
    longest = f", chậm nhất {amount(figures.longest)} ngày" if figures.longest else ""
    rows = [
        ("Nhiệm vụ có thời hạn được giao", figures.assigned, True),
        ("Đã hoàn thành", figures.completed, True),
        ("– Hoàn thành đúng hạn", figures.on_time, False),
        ("– Hoàn thành quá hạn", figures.late, False),
        ("Chưa hoàn thành", figures.assigned - figures.completed, True),
        ("– Trong hạn", figures.on_track, False),
        ("– Sắp đến hạn", figures.due_soon, False),
        (f"– Quá hạn{longest}", figures.overdue, False),
        ("– Đã báo cáo, chờ xác nhận", figures.submitted, False),
        ("– Tạm dừng hoặc đã kiến nghị cấp trên", figures.aside, False),
    ]
    return Table(
        (Column("Nội dung", 75), Column("Số nhiệm vụ", 25, "center")),
        tuple((cell(words, bold=b), cell(amount(number), bold=b)) for words, number, b in rows),
        size_pt=13,
    )


def _rate(figures: Figures) -> Block:
    rule = "Nhiệm vụ thường xuyên, không định hạn không tính vào tỷ lệ; gia hạn không làm thay đổi hạn ban đầu."
    if figures.rate is None:
        return text(
            f"Tỷ lệ hoàn thành đúng hạn: chưa có nhiệm vụ nào đến hạn để tính. {rule}", italic=True
        )
    rate = f"{figures.rate:.1f}".replace(".", ",")
    return text(
        f"Tỷ lệ hoàn thành đúng hạn: {rate}% = {amount(figures.on_time)} hoàn thành đúng hạn ÷ "
        f"({amount(figures.on_time + figures.late)} đã hoàn thành + {amount(figures.past_original)} "
        f"chưa hoàn thành đã quá hạn ban đầu). {rule}",
        italic=True,
    )


def _petitions(report: FollowUp) -> str:
    """One sentence; a task given to several bodies has its petitions once."""
    tasks = {
        (line.notice, line.place, line.words): (line.petitions, line.petitions_done)
        for line in (*report.lines, *report.standing)
    }
    total = sum(count for count, _ in tasks.values())
    done = sum(count for _, count in tasks.values())
    return f"Kiến nghị: {amount(total)}, trong đó đã trả lời {amount(done)}." if total else ""


def _sections(report: FollowUp) -> list[Block]:
    """What is new, what waits, what is late; the annex tells the rest."""
    since = f" (kể từ {report.since})" if report.since else ""
    late = sorted(
        (line for line in report.lines if line.word == Timeliness.OVERDUE),
        key=lambda line: -line.days_late,
    )
    waiting = [line for line in report.lines if line.word == "submitted"]
    parts = (
        (f"Nhiệm vụ mới hoàn thành{since}", report.new, _finished),
        ("Nhiệm vụ đã báo cáo, chờ xác nhận", waiting, _finished),
        ("Nhiệm vụ quá hạn", late, _late),
    )
    blocks: list[Block] = []
    for number, (title, found, told) in enumerate(parts, start=1):
        count = amount(len(found)) if found else "không có"
        blocks.append(heading(f"{number}.", f"{title}: {count}"))
        blocks += [listed("-", _task(report, of_task, told)) for of_task in by_task(found)]
    return blocks


def _standing(report: FollowUp) -> list[Block]:
    going_on = [line for line in report.standing if not line.new]
    if not going_on:
        return [text("Đã nêu ở mục II.")]
    return [listed("-", _task(report, of_task, _going_on)) for of_task in by_task(going_on)]


def _task(report: FollowUp, of_task: list[Line], told: Callable[[Line], str]) -> str:
    """The task's words once, then what each body made of it; of those who help, how they stand."""
    first = of_task[0]
    several = len({line.code for line in (*report.lines, *report.standing)}) > 1
    place = f"{first.code}, {first.place}" if several else _capital(first.place)
    words = "; ".join(filter(None, (bare(first.words), deadline_beside(first))))
    helpers = [brief(line) for line in of_task if line.role == AssignmentRole.CO]
    leads = [line for line in of_task if line.role != AssignmentRole.CO]
    said = " ".join(_told_of(group, told) for group in (leads, helpers) if group)
    more = " Kết quả từng đơn vị tại phụ lục." if max(len(leads), len(helpers)) > MANY else ""
    return f"{place}: {words}. {said}{more}"


def _told_of(found: list[Line], told: Callable[[Line], str]) -> str:
    if len(found) > MANY:
        return _counted(found)
    groups = (together(group) for group in alike(found))
    return " ".join(f"{line.body}: {told(line)}" for line in groups)


def _counted(found: list[Line]) -> str:
    """How many bodies stand how; who is late is named. The annex tells what each of them did."""
    standing: dict[str, list[Line]] = {}
    for line in found:
        standing.setdefault(_standing_of(line), []).append(line)
    parts = []
    for words, group in standing.items():
        late = any(line.word in (Timeliness.OVERDUE, Timeliness.DONE_LATE) for line in group)
        named = late and len(group) <= NAMED_LATE
        names = f" ({', '.join(line.body for line in group)})" if named else ""
        parts.append(f"{counted(group)} {words}{names}")
    return f"{'; '.join(parts)}."


def _standing_of(line: Line) -> str:
    return state(line).removesuffix(" (mới)").lower()


def _finished(line: Line) -> str:
    paper = evidence(line)
    result = f", {_said(line.result)}" if line.result else ""
    cited = f" ({paper[0].lower()}{paper[1:]})" if paper else ""
    return f"{_standing_of(line)}{result}{cited}."


def _late(line: Line) -> str:
    cause = f"nguyên nhân{_cause(line.cause)}" if line.cause else "chưa nêu nguyên nhân"
    proposal = f"; đề xuất: {_said(line.proposal)}" if line.proposal else ""
    return f"{state(line).lower()}; {cause}{proposal}.{line.letters and f' {line.letters}'}"


def _cause(words: str) -> str:
    """ " khách quan: thiếu người", ": thiếu người": the kind of cause goes on with the sentence."""
    kind, _, said = words.partition(": ")
    if kind not in Cause.labels:
        return f": {_said(words)}"
    return f" {kind.lower()}" + (f": {_said(said)}" if said else "")


def _going_on(line: Line) -> str:
    return f"{_said(line.result) or 'đang thực hiện'}."


def _said(words: str) -> str:
    """Words inside a sentence: the first letter small, unless it begins a name in capitals."""
    plain = bare(words)
    return plain if plain[1:2].isupper() else plain[:1].lower() + plain[1:]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _annex(report: FollowUp, subject: str) -> Appendix:
    blocks: list[Block] = [_annex_table(report.lines)]
    if report.standing:
        blocks += [
            text("Nhiệm vụ thường xuyên, không định hạn", bold=True, leads=True),
            _annex_table(report.standing),
        ]
    return Appendix(
        (
            "PHỤ LỤC",
            subject[:1].upper() + subject[1:],
            f"({as_of_words(report.as_of)})",
        ),
        tuple(blocks),
        landscape=True,
    )


def _annex_table(found: Sequence[Line]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for name, of_notice in by_notice(found):
        rows.append((cell(f"{name}: {of_notice[0].subject}", bold=True, span=len(ANNEX)),))
        for at, (line, names) in enumerate(words_once(of_notice), start=1):
            rows.append(_annex_row(at, line))
            rows += [(cell(""), cell(told, span=len(ANNEX) - 1)) for told in names]
    return Table(ANNEX, tuple(rows), size_pt=11)


def _annex_row(at: int, line: Line) -> tuple[Cell, ...]:
    first = line.original_due_on or line.due_on
    extended = line.due_on and line.original_due_on and line.due_on != line.original_due_on
    return (
        cell(str(at)),
        cell(line.place),
        cell(line.words),
        cell(line.body),
        cell(
            line.deadline_words or ("" if first else "không định hạn"),
            f"hạn ban đầu {short_day(first)}"
            if first and not tells_day(line.deadline_words, first)
            else "",
            f"gia hạn đến {short_day(line.due_on)}" if extended and line.due_on else "",
        ),
        cell(state(line)),
        cell(line.result, evidence(line)),
        cell(*_remarks(line)),
    )


def _remarks(line: Line) -> Sequence[str]:
    return [said for said in (line.cause, line.proposal, line.letters) if said] or [EMPTY]
