"""A notice while it is drafted: from a reading to confirmed tasks.

The reader only proposes. Nothing becomes a task without the clerk's yes, and each yes is one
transaction with its line of history. Once issued, these verbs refuse.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction

from bodies import ledger
from bodies.folding import fold
from bodies.matching import Match
from bodies.models import Body, Office, User
from bodies.registry import learn_alias
from directives import filing
from directives.models import (
    Addressee,
    AssignmentRole,
    Evidence,
    Item,
    ItemKind,
    Nature,
    Notice,
    NoticeStatus,
    Petition,
    Task,
)
from directives.models.notices import digest_of
from directives.proposals import proposals
from directives.reading import Reading
from directives.references import place_of


class DraftRefused(Exception):
    """The draft cannot be changed so. Says why and what to do, for the user."""


class AlreadyEntered(DraftRefused):
    """The office has this very text already, as `notice`."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(
            f"Văn bản này đã được nhập: {notice}, {notice.get_status_display().lower()}."
        )
        self.notice = notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An addressee as the clerk confirms it: the printed words and whom they mean."""

    words: str
    role: AssignmentRole
    match: Match


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDraft:
    """A task as the clerk confirms it."""

    words: str
    named: Sequence[Named]
    nature: Nature = Nature.DATED
    deadline_words: str = ""
    precision: str = ""
    due_on: date | None = None
    due_time: time | None = None
    recurrence_unit: str = ""
    evidence: Evidence = Evidence.PAPER
    product: str = ""
    target_number: Decimal | None = None
    target_unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file a notice came from; None of it when the text was pasted."""

    name: str
    data: bytes = field(repr=False)


@transaction.atomic
def start(
    reading: Reading,
    *,
    office: Office,
    source: Source | None = None,
    at: datetime,
    by: User,
) -> Notice:
    """Keep the text and the reader's outline as a draft of the office. No task yet.

    `by` has declared that the text is no state secret; the door has refused marked papers
    before this is called. Raises filing.FileRefused, and AlreadyEntered when the office has the
    same text as a draft or an issued notice.
    """
    header = reading.header
    notice = Notice(
        office=office,
        issuer=office.committee,
        issuer_line=_letterhead(reading) or office.committee.name,
        superior_line=header.superior or office.superior_line,
        kind=_kind(header.kind),
        number=header.number,
        symbol=header.symbol or f"-TB/{office.symbol}",
        place=header.place or office.place,
        issued_on=header.issued_on,
        issued_partial=header.issued_partial,
        meeting_on=header.meeting_on,
        subject=header.subject,
        signer_authority=header.signer.authority,
        signer_title=header.signer.title,
        signer_name=header.signer.name,
        recipients=[{"text": r.text, "to_do": r.to_do} for r in header.recipients],
        typist_mark=header.typist_mark,
        urgency=_urgency(header.urgency),
        circulation=header.circulation,
        text=reading.text,
        body_start=reading.body[0],
        body_end=reading.body[1],
        specialist=by,
        not_secret_by=by,
        created_at=at,
        created_by=by,
    )
    _fold(notice)
    if source:
        notice.source_file = filing.keep(source.name, source.data, at=at, by=by)
    _save_once(notice)
    _outline(notice, reading)
    ledger.record("start", notice, at=at, by=by, after={"subject": notice.subject})
    return notice


@transaction.atomic
def revise(notice: Notice, values: Mapping[str, Any], *, seen: int, at: datetime, by: User) -> None:
    """Correct the header. `seen` is the version the clerk looked at; another's change is not overwritten."""
    current = lock_draft(notice)
    if current.version != seen:
        raise DraftRefused(
            "Người khác vừa sửa thông tin văn bản này. Hãy tải lại trang rồi sửa tiếp để không ghi đè."
        )
    before = {name: getattr(current, name) for name in values}
    changed = {name: value for name, value in values.items() if before[name] != value}
    if not changed:
        return
    for name, value in changed.items():
        setattr(current, name, value)
    _fold(current)
    current.version += 1
    current.save()
    notice.refresh_from_db()
    ledger.record(
        "revise", notice, at=at, by=by, before={n: before[n] for n in changed}, after=changed
    )


@transaction.atomic
def confirm(
    item: Item, drafts: Sequence[TaskDraft], *, seen: int, at: datetime, by: User
) -> list[Task]:
    """The clerk's yes: these are the item's tasks, in this order. Replaces what was confirmed before.

    Matches the clerk made are learnt as aliases of the office.
    """
    current = _unmerged(item, seen=seen, by=by)
    if not drafts:
        raise DraftRefused(
            "Chưa có nhiệm vụ nào để xác nhận. Hãy thêm nhiệm vụ, hoặc chọn “Không phát sinh nhiệm vụ”."
        )
    before = _told(current)
    petitions = list(Petition.objects.filter(task__item=current).select_related("task"))
    current.tasks.all().delete()
    tasks = [
        _task(current, draft, position=position, at=at, by=by)
        for position, draft in enumerate(drafts, start=1)
    ]
    _hand_on(petitions, tasks)
    current.set_aside_at = current.set_aside_by = None
    _reviewed(item, current, "confirm", before, at=at, by=by)
    return tasks


@transaction.atomic
def set_aside(item: Item, *, seen: int, at: datetime, by: User) -> None:
    """Không phát sinh nhiệm vụ: by whom and when is kept, so that all items are provably handled.

    Refused while petitions hang on the item's tasks: they would go without a word.
    """
    current = _unmerged(item, seen=seen, by=by)
    _refuse_petitions(current)
    before = _told(current)
    current.tasks.all().delete()
    current.set_aside_at, current.set_aside_by = at, by
    _reviewed(item, current, "set_aside", before, at=at, by=by)


@transaction.atomic
def merge(
    item: Item,
    *,
    into: Item,
    joined: Sequence[Mapping[str, Any]],
    seen: int,
    into_seen: int,
    at: datetime,
    by: User,
) -> None:
    """Gộp: the item's words belong to the task of `into`, a directive before it.

    The item is set aside with a pointer; `into` waits for a decision again, with `joined` (rows
    as TaskForm starts from) typed half for the clerk who confirms them. What had been merged
    into the item goes along. Refused for petitions under either, and for an item of several tasks,
    whose deadlines and bodies one task could not tell apart.
    """
    current, target = _locked(item, seen=seen, by=by), _locked(into, seen=into_seen, by=by)
    _refuse_petitions(current)
    _refuse_several(current)
    above = target.position < current.position and target.kind == ItemKind.DIRECTIVE
    if target.set_aside_at or not above:
        raise DraftRefused("Chỉ gộp được vào một mục đứng trước và có phát sinh nhiệm vụ.")
    before = _told(current)
    current.tasks.all().delete()
    current.set_aside_at, current.set_aside_by, current.merged_into = at, by, target
    current.merged.update(merged_into=target)
    _reopen(target, joined, at=at, by=by)
    _reviewed(item, current, "merge", before, at=at, by=by)


@transaction.atomic
def part(
    item: Item, *, left: Sequence[Mapping[str, Any]], seen: int, at: datetime, by: User
) -> None:
    """Undo a merge: both items wait for a decision again, the other one with the words in `left`."""
    current = _locked(item, seen=seen, by=by)
    if current.merged_into is None:
        raise DraftRefused("Mục này không còn gộp với mục nào. Hãy tải lại trang.")
    target = _locked(current.merged_into, seen=current.merged_into.version, by=by)
    before = _told(current)
    current.set_aside_at = current.set_aside_by = current.merged_into = None
    current.reviewed_at = current.reviewed_by = None
    if not target.set_aside_at:
        _reopen(target, left, at=at, by=by)
    _told_of(item, current, "part", before, at=at, by=by)


@transaction.atomic
def see_remark(item: Item, place: int, *, at: datetime, by: User) -> None:
    """Đã xem: the remark at `place` of the item's proposal needs no second look. Decides nothing else."""
    lock_draft(item.notice)
    current = Item.objects.select_for_update(of=("self",)).get(pk=item.pk)
    remarks = current.proposal.get("remarks", [])
    if not 0 <= place < len(remarks) or remarks[place]["seen_by"]:
        return  # no such place, or somebody has said so already
    remarks[place]["seen_by"] = str(by)
    current.save(update_fields=["proposal"])
    told = {"sentence": remarks[place]["sentence"]}
    ledger.record("see_remark", item, at=at, by=by, after=told)


@transaction.atomic
def discard(notice: Notice, *, at: datetime, by: User) -> None:
    """Throw a draft away that was never issued: the row stays in the history, its text does not."""
    current = lock_draft(notice)
    ledger.record("discard", notice, at=at, by=by, before={"subject": current.subject})
    current.delete()


def lock_draft(notice: Notice) -> Notice:
    """The draft under a lock. Raises DraftRefused once it is issued."""
    current = Notice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
    if not current.editable:
        raise DraftRefused("Văn bản đã ban hành nên không sửa được nội dung.")
    return current


def _locked(item: Item, *, seen: int, by: User) -> Item:
    """The item under a lock, if nobody changed it since the clerk saw it."""
    lock_draft(item.notice)
    current = Item.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if current.version != seen:
        mine = current.reviewed_by_id == by.pk
        who = (
            "Chính bạn vừa rà soát mục này ở cửa sổ khác"
            if mine
            else "Người khác vừa rà soát mục này"
        )
        raise DraftRefused(f"{who}. Hãy xem lại nội dung mới rồi xác nhận, để không ghi đè.")
    return current


def _unmerged(item: Item, *, seen: int, by: User) -> Item:
    current = _locked(item, seen=seen, by=by)
    if current.merged_into:
        raise DraftRefused(
            f"Mục này đang gộp vào {place_of(current.merged_into)}. Hãy bấm “Tách lại” trước."
        )
    return current


def _refuse_petitions(item: Item) -> None:
    if count := Petition.objects.filter(task__item=item).count():
        raise DraftRefused(
            f"{place_of(item).capitalize()} đang có {count} kiến nghị cần trả lời, làm vậy sẽ mất các "
            "kiến nghị đó. Hãy bỏ từng kiến nghị trước, ở “Kiến nghị cần trả lời” của mục."
        )


def _refuse_several(item: Item) -> None:
    """Two deadlines of one sentence are one sentence; rows of an appendix are not."""
    if len({task.words for task in item.tasks.all()}) > 1:
        raise DraftRefused(
            f"{place_of(item).capitalize()} đang có {item.tasks.count()} nhiệm vụ khác nhau, gộp lại sẽ "
            "mất đơn vị và thời hạn của từng nhiệm vụ. Hãy gộp các nhiệm vụ của mục thành một và "
            "xác nhận trước."
        )


def _reviewed(
    item: Item, current: Item, verb: str, before: Mapping[str, Any], *, at: datetime, by: User
) -> None:
    """Decided: nothing that the clerk typed on the item is half any more."""
    current.reviewed_at, current.reviewed_by = at, by
    current.half_typed.filter(by=by).delete()
    _told_of(item, current, verb, before, at=at, by=by)


def _told_of(
    item: Item, current: Item, verb: str, before: Mapping[str, Any], *, at: datetime, by: User
) -> None:
    current.version += 1
    current.save()
    item.refresh_from_db()
    ledger.record(verb, item, at=at, by=by, before=before, after=_told(item))


def _reopen(target: Item, tasks: Sequence[Mapping[str, Any]], *, at: datetime, by: User) -> None:
    """The item waits again. What was confirmed, and what is new in it, is the clerk's half-typed part."""
    _refuse_petitions(target)
    before = _told(target)
    target.tasks.all().delete()
    target.reviewed_at = target.reviewed_by = None
    target.half_typed.filter(by=by).delete()
    _told_of(target, target, "unconfirm", before, at=at, by=by)
    target.half_typed.create(
        by=by, seen=target.version, tasks=list(tasks), began_at=at, saved_at=at
    )


def _task(item: Item, draft: TaskDraft, *, position: int, at: datetime, by: User) -> Task:
    notice = item.notice
    task = Task.objects.create(
        item=item,
        notice=notice,
        office=notice.office,
        position=position,
        words=draft.words,
        nature=draft.nature,
        product=draft.product,
        evidence=draft.evidence,
        deadline_words=draft.deadline_words,
        precision=draft.precision if draft.due_on else "",
        due_on=draft.due_on,
        due_time=draft.due_time,
        recurrence_unit=draft.recurrence_unit,
        target_number=draft.target_number,
        target_unit=draft.target_unit,
    )
    Addressee.objects.bulk_create(
        Addressee(
            task=task,
            role=named.role,
            position=place,
            words=named.words,
            body=named.match.body,
            group=named.match.group,
        )
        for place, named in enumerate(draft.named, start=1)
    )
    for named in draft.named:
        _learn(named, notice.office, at=at, by=by)
    return task


def _hand_on(petitions: Sequence[Petition], tasks: Sequence[Task]) -> None:
    """The petitions of the tasks replaced stand under the task now in that place, else the last."""
    turn = Counter[int]()
    for petition in petitions:
        heir = tasks[min(petition.task.position, len(tasks)) - 1]
        turn[heir.pk] += 1
        petition.pk, petition.task, petition.position = None, heir, turn[heir.pk]
    Petition.objects.bulk_create(petitions)


def _learn(named: Named, office: Office, *, at: datetime, by: User) -> None:
    body: Body | None = named.match.body
    if body and fold(named.words) not in (fold(body.name), fold(body.short_name)):
        learn_alias(named.words, body, office=office, at=at, by=by)


def _told(item: Item) -> dict[str, Any]:
    return {
        "set_aside": item.set_aside_at is not None,
        **({"merged_into": place_of(item.merged_into)} if item.merged_into else {}),
        "tasks": [
            {
                "words": task.words,
                "due_on": task.due_on,
                "deadline": task.deadline_words,
                "named": [f"{a.role}: {a.words}" for a in task.addressees.all()],
            }
            for task in item.tasks.all()
        ],
    }


def _save_once(notice: Notice) -> None:
    """Save a new draft; two presses on one button, or two clerks, make one."""
    alike = Notice.objects.filter(office=notice.office, text_sha256=digest_of(notice.text))
    same = alike.exclude(status=NoticeStatus.WITHDRAWN)
    if known := same.first():
        raise AlreadyEntered(known)
    try:
        with transaction.atomic():
            notice.save()
    except IntegrityError:
        raise AlreadyEntered(same.get()) from None


def _outline(notice: Notice, reading: Reading) -> None:
    """Write the items, a level at a time: a parent has its id before its children are written."""
    items: list[Item] = []
    proposed = proposals(reading, before=Office.Before(notice.office.before_means))
    for position, read in enumerate(reading.items):
        parent = items[read.parent] if read.parent is not None else None
        items.append(
            Item(
                notice=notice,
                parent=parent,
                position=position,
                depth=parent.depth + 1 if parent else 0,
                label=read.label,
                path=read.number or "",
                section=read.section or "",
                start=read.start,
                end=read.end,
                kind=ItemKind(read.kind),
                proposal=proposed[position],
            )
        )
    for depth in range(max((item.depth for item in items), default=-1) + 1):
        level = [item for item in items if item.depth == depth]
        for item in level:
            item.parent = item.parent  # the id it has by now
        Item.objects.bulk_create(level, batch_size=500)


def _fold(notice: Notice) -> None:
    """What search reads: the code, the subject and the text, without accents."""
    notice.folded = fold(f"{notice.code} {notice.subject} {notice.text}")


def _letterhead(reading: Reading) -> str:
    """The issuer, where it is printed above the title; empty where only the summary tells it."""
    head, _, _ = reading.text.partition(reading.header.kind or "\0")
    return reading.header.issuer if reading.header.issuer in head else ""


def _kind(printed: str) -> Notice.Kind:
    """The kind printed in the head; a paper whose kind is not told is entered as a notice."""
    kinds = {fold(label): Notice.Kind(value) for value, label in Notice.Kind.choices}
    return kinds.get(fold(printed), Notice.Kind.TB)


def _urgency(printed: str) -> str:
    marks = {fold(label): value for value, label in Notice.Urgency.choices if value}
    return marks.get(fold(printed), "")
