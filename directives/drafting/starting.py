"""From a reading to a draft: the text kept once, the outline, and what the reader proposes."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import IntegrityError, transaction

from bodies import ledger
from bodies.folding import fold
from bodies.models import Office, User
from directives import filing
from directives.drafting.holding import DraftRefused, fold_for_search
from directives.models import Item, ItemKind, Notice, NoticeStatus
from directives.models.notices import digest_of
from directives.proposals import proposals
from directives.reading import Reading


class AlreadyEntered(DraftRefused):
    """The office has this very text already, as `notice`."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(
            f"Văn bản này đã được nhập: {notice}, {notice.get_status_display().lower()}."
        )
        self.notice = notice


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
    fold_for_search(notice)
    if source:
        notice.source_file = filing.keep(source.name, source.data, at=at, by=by)
    _save_once(notice)
    _outline(notice, reading)
    ledger.record("start", notice, at=at, by=by, after={"subject": notice.subject})
    return notice


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
