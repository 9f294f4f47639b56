"""The table held against what the item has, and the new rows added."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bodies.folding import fold
from bodies.matching import Match, Matcher
from bodies.models import User
from directives import drafting, petitions
from directives.appendices.columns import Choices
from directives.appendices.rows import Entry, entry_of, problems_of, rows, told
from directives.drafting import DraftRefused, Named, TaskDraft
from directives.models import AssignmentRole, Evidence, Item, Nature, Petition, Task
from directives.petitions import Line
from directives.sheets import Table, Timing

MOST_ROWS = 500  # of one appendix; an item has at most so many tasks


HALF_TYPED = (
    "Mục này còn phần bạn sửa dở mà chưa xác nhận. Hãy xác nhận hoặc bỏ phần sửa dở trên trang rà "
    "soát, rồi nhập các dòng phụ lục."
)


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
    def no_leads(self) -> bool:
        return any(entry.no_leads for entry in self.entries)

    @property
    def no_deadline(self) -> bool:
        return any(entry.no_deadline for entry in self.entries)

    @property
    def unmatched(self) -> list[str]:
        """Names nobody in the directory answers to, each once."""
        return list(dict.fromkeys(name for entry in self.new for name in entry.unmatched))


def plan(item: Item, table: Table, choices: Choices, *, matcher: Matcher, today: date) -> Plan:
    """Return what the rows would give as tasks of the item; a row there already is `known`."""
    found = list(rows(table, choices))
    if len(found) > MOST_ROWS:
        return Plan((), [f"Bảng có {len(found)} dòng, mỗi lần chỉ nhập được {MOST_ROWS} dòng."])
    entries: list[Entry] = []
    there = _there(item, choices)
    for heading, row in found:
        entry = entry_of(heading, row, choices, item=item, matcher=matcher, today=today)
        leads = [] if choices.petitions else [named.words for named in entry.leads]
        key = _key(told(entry, choices), leads)
        wrong = problems_of(entry, choices)
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
            words=told(entry, choices),
            raised_by=entry.raised_by,
            answered_by=next((named.match.body for named in entry.leads), None),
        )
        for entry in planned.new
    ]
    return petitions.add(petitions.task_of(item), lines, at=at, by=by)


def half_typed_by(item: Item, by: User) -> bool:
    """Whether adding rows, which decides the item, would throw away what the clerk has typed on it."""
    return item.half_typed.filter(by=by).exists()


def _nothing_new(planned: Plan) -> str:
    """Say that all rows are there already, or that there is none."""
    if planned.known:
        return f"Cả {len(planned.known)} dòng đã có trong mục này nên không thêm gì."
    return "Không có dòng nào để thêm. Hãy kiểm tra lại bảng và các cột đã chọn."


def _refuse(planned: Plan) -> None:
    if planned.problems:
        raise DraftRefused(" ".join(planned.problems[:5]))
    if not planned.new:
        raise DraftRefused(_nothing_new(planned))


def _there(item: Item, choices: Choices) -> set[tuple[str, frozenset[str]]]:
    """What the item has already."""
    if choices.petitions:
        known = Petition.objects.filter(task__item=item).values_list("words", flat=True)
        return {_key(words, ()) for words in known}
    return {_key(task.words, _leads_of(task)) for task in _tasks_of(item)}


def _draft(entry: Entry, timing: Timing, choices: Choices, evidence: Evidence) -> TaskDraft:
    draft = TaskDraft(
        words=told(entry, choices),
        named=[*entry.leads, *entry.coordinating],
        evidence=evidence,
        product=entry.product,
    )
    return draft.timed(timing)


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
        was=task.key,
    )


def _tasks_of(item: Item) -> list[Task]:
    return list(item.tasks.prefetch_related("addressees__body", "addressees__group"))


def _leads_of(task: Task) -> list[str]:
    return [a.words for a in task.addressees.all() if a.role == AssignmentRole.LEAD]


def _key(words: str, leads: Sequence[str]) -> tuple[str, frozenset[str]]:
    """By what a row is known again: its words and who leads."""
    return fold(words), frozenset(fold(name) for name in leads)
