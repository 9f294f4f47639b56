"""The office's documents: drafted from live data, then issued once and frozen.

A draft holds only what is asked. Issuing reads the data, prints PDF and DOCX (seconds, outside
any transaction), and stores number, date, data and bytes together or not at all. Who may is asked
at the door (permissions.py).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from assignments.clock import Clock
from assignments.models import Assignment
from assignments.models.assignments import AssignmentQuerySet
from assignments.papers import TEMPLATE_VERSION
from assignments.papers.follow_up import FollowUp, follow_up, follow_up_paper, reports_before
from assignments.papers.giao_ban import sheet, sheet_paper
from assignments.papers.heads import Stamp, head_of
from assignments.papers.letters import Letter, letter, letter_head, letter_paper
from assignments.papers.register import Register, body_list, register, register_paper, xlsx
from bodies import ledger
from bodies.models import Body, Office, User
from directives import filing, freezing
from directives.models import Document, Notice, StoredFile, Term
from directives.printing.docx import docx
from directives.printing.model import Paper
from directives.printing.pdf import pdf
from directives.printing.profiles import profile_for

Kind = Document.Kind
MIME: Mapping[str, str] = {"pdf": "application/pdf"} | {
    ending.removeprefix("."): mime for ending, mime in filing.OFFICE_ZIPS.items()
}


class DocumentRefused(Exception):
    """The document cannot be drafted, issued or changed as it stands. Says why, for the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a draft is to tell of; which fields it needs is told by its kind, see Document."""

    kind: Document.Kind
    notice: Notice | None = None
    body: Body | None = None
    level: int | None = None
    first_on: date | None = None
    last_on: date | None = None
    answer_by: date | None = None


def _list_of_body(document: Document, clock: Clock) -> Register:
    if document.body is None:
        raise ValueError("a list has a body")
    rows = Assignment.objects.filter(office=document.office)
    return body_list(document.office, document.body, rows, clock)


# Kind → what is read, and how it is printed.
READ: Mapping[str, Callable[[Document, Clock], Any]] = {
    Kind.LETTER: letter,
    Kind.REPORT: follow_up,
    Kind.GIAO_BAN: sheet,
    Kind.REGISTER: register,
    Kind.BODY_LIST: _list_of_body,
}
PRINT: Mapping[str, Callable[[Any, Stamp], Paper]] = {
    Kind.LETTER: letter_paper,
    Kind.REPORT: follow_up_paper,
    Kind.GIAO_BAN: sheet_paper,
    Kind.REGISTER: register_paper,
    Kind.BODY_LIST: register_paper,
}


@transaction.atomic
def draft(office: Office, asked: Asked, *, at: datetime, by: User) -> Document:
    """Begin a document; the same asked twice is the same draft. Two buttons at once make one."""
    Office.objects.select_for_update(of=("self",)).get(pk=office.pk)
    fields = {name: getattr(asked, name) for name in Asked.__dataclass_fields__}
    if kept := Document.objects.drafts().filter(office=office, **fields).first():
        return kept
    made = Document.objects.create(office=office, made_at=at, made_by=by, **fields)
    ledger.record("draft", made, at=at, by=by, note=str(made))
    return made


@transaction.atomic
def revise(document: Document, *, level: int, answer_by: date, at: datetime, by: User) -> None:
    """Change the draft of a letter. Raises DocumentRefused once it is issued."""
    current = _locked_draft(document)
    before = {"level": current.level, "answer_by": current.answer_by}
    current.level, current.answer_by = level, answer_by
    current.save(update_fields=["level", "answer_by"])
    after = {"level": level, "answer_by": answer_by}
    ledger.record("revise_draft", current, at=at, by=by, before=before, after=after)


@transaction.atomic
def discard(document: Document, *, at: datetime, by: User) -> None:
    """Drop a draft. Raises DocumentRefused for what was issued: that stays."""
    current = _locked_draft(document)
    ledger.record("discard", current, at=at, by=by, note=str(current))
    current.delete()


def rendered(document: Document, ending: str, clock: Clock) -> bytes:
    """Print a draft as it would be now: `ending` is "pdf", "docx" or, of a register, "xlsx".

    Raises PrintingRefused and PrintingUnavailable; KeyError for an ending it has not.
    """
    snapshot = READ[document.kind](document, clock)
    return _print(snapshot, document, Stamp(on=clock.today), (ending,))[ending]


def list_of_body(body: Body, rows: AssignmentQuerySet, ending: str, clock: Clock) -> bytes | None:
    """Print what the body still has to do, of the rows the reader may see; None where there are none.

    A body that several offices follow gets the list of the one that gave it work last.
    """
    newest = rows.order_by("-sent_at", "-pk").select_related("office").first()
    if newest is None:
        return None
    document = Document(office=newest.office, kind=Kind.BODY_LIST, body=body)
    found = body_list(newest.office, body, rows, clock)
    stamp = Stamp(on=clock.today, issued_on=clock.today)
    return _print(found, document, stamp, (ending,))[ending]


def endings(document: Document) -> tuple[str, ...]:
    """As which files the document is offered."""
    tables = (Kind.REGISTER, Kind.BODY_LIST)
    return ("pdf", "docx", "xlsx") if document.kind in tables else ("pdf", "docx")


def stored(document: Document, ending: str) -> StoredFile | None:
    """The frozen file; None while it is a draft, and for what it was never offered as."""
    files = {"pdf": document.pdf, "docx": document.docx, "xlsx": document.xlsx}
    return files.get(ending)


def symbol_of(document: Document) -> str:
    """What stands after the number: "-CV/VPĐU". Empty for a sheet, and where no symbol is kept."""
    if document.kind == Kind.LETTER:
        return letter_head(document.office, document.level or 1).symbol
    return head_of(document.office, "BC").symbol if document.kind == Kind.REPORT else ""


def next_number(document: Document, *, on: date) -> int | None:
    """The next free number on the day; None for what gets none. Gaps are left as they are."""
    if not document.numbered:
        return None
    symbol = symbol_of(document)
    taken = Document.objects.filter(office=document.office, series=_series(document, symbol, on))
    newest = taken.aggregate(newest=Max("number"))["newest"] or 0
    notices = _notices(document, symbol, on).aggregate(newest=Max("number"))["newest"] or 0
    return max(newest, notices) + 1


def issue(
    document: Document, *, number: int | None, issued_on: date, clock: Clock, by: User
) -> None:
    """Freeze the document: number and date, the data as of now, and the bytes of every file.

    Raises DocumentRefused when it says nothing, was issued already, or the number is taken;
    PrintingRefused and PrintingUnavailable. Nothing is kept then.
    """
    snapshot = READ[document.kind](document, clock)
    if refusal := _empty(document, snapshot):
        raise DocumentRefused(refusal)
    symbol = symbol_of(document)
    if document.numbered and not symbol:
        raise DocumentRefused(
            "Văn phòng chưa có ký hiệu (ví dụ VPĐU) nên chưa ghi được số. "
            "Hãy ghi ký hiệu của Văn phòng ở trang Đơn vị rồi phát hành lại."
        )
    stamp = Stamp(on=clock.today, number=number, issued_on=issued_on)
    files = _print(snapshot, document, stamp, endings(document))
    _freeze(document, stamp, symbol, snapshot, files, clock=clock, by=by)


@transaction.atomic
def _freeze(
    document: Document,
    stamp: Stamp,
    symbol: str,
    snapshot: Any,
    files: Mapping[str, bytes],
    *,
    clock: Clock,
    by: User,
) -> None:
    # One at a time in an office: what is new in a report is reckoned against those issued before.
    Office.objects.select_for_update(of=("self",)).get(pk=document.office_id)
    current = _locked_draft(document)
    _still_true(current, snapshot)
    on = stamp.issued_on or clock.today
    current.number, current.symbol, current.issued_on = stamp.number, symbol, on
    current.series = _series(current, symbol, on) if current.numbered else ""
    current.as_of = current.issued_at = clock.now
    current.issued_by, current.snapshot = by, freezing.plain(snapshot)
    current.template_version, current.profile = TEMPLATE_VERSION, profile_for(on).name
    for ending, data in files.items():
        name = f"{_file_name(current)}.{ending}"
        setattr(current, ending, filing.keep(name, data, at=clock.now, by=by))
    _save(current)
    after = {"number": current.number, "issued_on": on, **freezing.digests(current)}
    ledger.record("issue_document", current, at=clock.now, by=by, note=str(current), after=after)


def _still_true(document: Document, snapshot: Any) -> None:
    """Raise DocumentRefused where another report took what this one tells as new."""
    if isinstance(snapshot, FollowUp) and snapshot.known != tuple(
        str(each.key) for each in reports_before(document)
    ):
        raise DocumentRefused(
            "Trong lúc phát hành, một báo cáo khác vừa được phát hành nên phần “mới hoàn thành” đã khác. "
            "Chưa có gì được lưu; hãy xem lại dự thảo rồi phát hành."
        )


def _save(document: Document) -> None:
    """Raises DocumentRefused when the number is taken, by a document or by a notice of the series."""
    taken = DocumentRefused(
        f"Số {document.code} đã dùng trong {document.series.split(', ', 1)[-1]}. "
        "Chưa có gì được lưu; hãy kiểm tra lại số."
    )
    on = document.issued_on
    if on and _notices(document, document.symbol, on).filter(number=document.number).exists():
        raise taken
    try:
        with transaction.atomic():
            document.save()
    except IntegrityError as refused:
        raise taken from refused


def _print(
    snapshot: Any, document: Document, stamp: Stamp, wanted: tuple[str, ...]
) -> dict[str, bytes]:
    paper = PRINT[document.kind](snapshot, stamp)
    makers: Mapping[str, Callable[[], bytes]] = {
        "pdf": lambda: pdf(paper),
        "docx": lambda: docx(paper),
        **({"xlsx": lambda: xlsx(snapshot)} if isinstance(snapshot, Register) else {}),
    }
    return {ending: makers[ending]() for ending in wanted}


def _empty(document: Document, snapshot: Any) -> str:
    """Why there is nothing to issue; empty when there is."""
    if isinstance(snapshot, Letter) and not snapshot.lines:
        return (
            f"{document.body} không còn nhiệm vụ quá hạn nên không cần đôn đốc. Hãy bỏ dự thảo này."
        )
    if isinstance(snapshot, FollowUp) and not (snapshot.lines or snapshot.standing):
        return "Không có nhiệm vụ nào để báo cáo. Hãy chọn văn bản hoặc thời gian khác."
    return ""


def _locked_draft(document: Document) -> Document:
    current = Document.objects.select_for_update(of=("self",)).filter(pk=document.pk).first()
    if current is None:
        raise DocumentRefused("Dự thảo này đã bị bỏ. Hãy lập lại ở trang Tổng hợp – báo cáo.")
    if current.issued_at:
        raise DocumentRefused(f"{current} đã phát hành; không phát hành lại, không bỏ được.")
    return current


def _term(document: Document, on: date) -> Term | None:
    terms = Term.objects.filter(body=document.office.committee, starts_on__lte=on, ends_on__gte=on)
    return terms.first()


def _series(document: Document, symbol: str, on: date) -> str:
    """Numbers run from 01 through a term of the committee; through a year where no term is told."""
    term = _term(document, on)
    return f"{symbol.lstrip('-')}, {f'nhiệm kỳ {term}' if term else f'năm {on.year}'}"


def _notices(document: Document, symbol: str, on: date) -> Any:
    """The committee's own papers of the same symbol, which take their numbers from the same series."""
    if not document.numbered:
        return Notice.objects.none()
    term = _term(document, on)
    same = Notice.objects.filter(issuer=document.office.committee, symbol=symbol)
    return same.filter(term=term) if term else same.filter(issued_on__year=on.year)


def _file_name(document: Document) -> str:
    """What a saved file is called: "05-CV-VPĐU", else the kind and the day."""
    if document.code:
        return document.code.replace("/", "-")
    return f"{document.get_kind_display()} {document.issued_on:%d-%m-%Y}"
