"""A notice's own print: its words kept when it is issued, its bytes once, for the first who asks.

Printing takes seconds, so it is done outside every transaction, from the kept words; whoever
stores first decides the bytes, and all are served those.
"""

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from bodies import ledger, practice
from bodies.models import User
from directives import filing
from directives.models import Document, Notice
from directives.printed import content_of
from directives.printing.docx import docx
from directives.printing.notice import NoticeContent, notice_paper
from directives.printing.pdf import pdf

TEMPLATE_VERSION = "2"


def plain(snapshot: Any) -> dict[str, Any]:
    """A dataclass as JSON gives it back: days and moments as ISO 8601, tuples as lists."""
    stored: dict[str, Any] = json.loads(json.dumps(asdict(snapshot), cls=DjangoJSONEncoder))
    return stored


@transaction.atomic
def keep_words(notice: Notice, *, at: datetime) -> Document:
    """Keep what the issued notice says, once; a second time returns what was kept.

    Raises ValueError for a draft, whose words still change.
    """
    locked = Notice.objects.select_for_update(of=("self",)).get(pk=notice.pk)
    if locked.editable or locked.issued_on is None:
        raise ValueError(f"{notice} is not issued")
    return _kept(locked) or Document.objects.create(
        office=locked.office,
        kind=Document.Kind.NOTICE,
        notice=locked,
        number=locked.number,
        symbol=locked.symbol,
        issued_on=locked.issued_on,
        as_of=locked.issued_at,
        snapshot=plain(content_of(locked, today=locked.issued_on)),
        made_at=at,
        made_by=locked.issued_by,
        issued_at=locked.issued_at,
        issued_by=locked.issued_by,
    )


def frozen(notice: Notice, *, at: datetime) -> Document:
    """Return the issued notice's print, PDF and DOCX; the first call makes and keeps them.

    Raises PrintingRefused and PrintingUnavailable; nothing is kept then.
    """
    document = _kept(notice) or keep_words(notice, at=at)
    if document.pdf_id is None:
        paper = notice_paper(_content(document.snapshot))
        document = _keep(document, pdf(paper), docx(paper), profile=paper.profile.name, at=at)
    return document


def words_of(notice: Notice, *, at: datetime) -> NoticeContent:
    """The words of the issued notice as they were kept, to be laid out in another way."""
    return _content((_kept(notice) or keep_words(notice, at=at)).snapshot)


def bytes_of(notice: Notice, ending: str, *, at: datetime) -> bytes:
    """The bytes of the issued notice's print, "pdf" or "docx". Raises as `frozen` does."""
    document = frozen(notice, at=at)
    file = {"pdf": document.pdf, "docx": document.docx}[ending]
    if file is None:
        raise LookupError(f"{notice} has no {ending}")
    return filing.bytes_of(file)


@transaction.atomic
def _keep(
    document: Document, pdf_bytes: bytes, docx_bytes: bytes, *, profile: str, at: datetime
) -> Document:
    """Store both, or find that somebody just did: then theirs stay."""
    current = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if current.pdf_id is None:
        name = f"{current.code.replace('/', '-')}"
        current.pdf = filing.keep(f"{name}.pdf", pdf_bytes, at=at, by=None)
        current.docx = filing.keep(f"{name}.docx", docx_bytes, at=at, by=None)
        current.profile, current.template_version = profile, TEMPLATE_VERSION
        current.save()
        ledger.record("freeze", current, at=at, by=None, after=digests(current))
    return current


def _kept(notice: Notice) -> Document | None:
    kept = Document.objects.filter(notice=notice, kind=Document.Kind.NOTICE)
    return kept.select_related("pdf", "docx").defer("snapshot").first()


def digests(document: Document) -> dict[str, str]:
    """The SHA-256 of each file that was frozen, by its ending: what history keeps of it."""
    files = {"pdf": document.pdf, "docx": document.docx, "xlsx": document.xlsx}
    return {ending: file.sha256 for ending, file in files.items() if file}


@transaction.atomic
def file_scan(paper: Notice | Document, name: str, data: bytes, *, at: datetime, by: User) -> None:
    """Keep the signed paper, scanned, with what it is of; a later scan takes an earlier one's place.

    Raises filing.FileRefused for what is no PDF.
    """
    if filing.kind_of(name, data) != "application/pdf":
        raise filing.FileRefused(
            f"Tệp “{name}” không phải PDF. Hãy quét bản đã ký, đóng dấu thành tệp PDF rồi gửi lại."
        )
    current = type(paper).objects.select_for_update(of=("self",)).get(pk=paper.pk)
    before = current.signed_scan.sha256 if current.signed_scan else ""
    current.signed_scan = filing.keep(name, data, at=at, by=by)
    current.save(update_fields=["signed_scan"])
    after = {"scan": current.signed_scan.sha256}
    ledger.record("file_scan", current, at=at, by=by, before={"scan": before}, after=after)


def _content(snapshot: dict[str, Any]) -> NoticeContent:
    """The words as they were kept."""
    issued_on = snapshot["issued_on"]
    return NoticeContent(
        **{
            **snapshot,
            "profile_day": date.fromisoformat(snapshot["profile_day"]),
            "issued_on": date.fromisoformat(issued_on) if issued_on else None,
            "practice": practice.of(snapshot.get("practice")),
        }
    )
