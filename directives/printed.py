"""A notice as the printing house takes it: from the database, or straight from a reading."""

from datetime import date

from bodies import practice
from directives.models import Notice
from directives.printing.notice import NoticeContent
from directives.printing.wording import profile_day
from directives.reading import Reading


def content_of(notice: Notice, *, today: date, duplex: bool = False) -> NoticeContent:
    """Return the notice's plain values; a draft is marked as one, and blanks stay blank."""
    base = notice.body_start
    return NoticeContent(
        profile_day=profile_day(
            notice.issued_on, notice.issued_partial, notice.meeting_on, today=today
        ),
        superior=notice.superior_line,
        issuer=notice.issuer_line,
        number=notice.number,
        symbol=notice.symbol,
        place=notice.place,
        issued_on=notice.issued_on,
        issued_partial=notice.issued_partial,
        kind=notice.get_kind_display(),
        subject=notice.subject,
        body_text=notice.text[base : notice.body_end],
        after_body=notice.text[notice.body_end :],
        spans=[
            (item.label, item.start - base, item.end - base, item.depth, item.kind)
            for item in notice.items.order_by("position")
            if base <= item.start and item.end <= notice.body_end
        ],
        signer_authority=notice.signer_authority,
        signer_title=notice.signer_title,
        signer_name=notice.signer_name,
        recipients=[recipient["text"] for recipient in notice.recipients],
        urgency=notice.get_urgency_display() if notice.urgency else "",
        circulation=notice.circulation,
        typist_mark=notice.typist_mark,
        draft_mark="Dự thảo" if notice.editable and notice.number is None else "",
        contact=notice.office.contact.splitlines(),
        practice=practice.of(notice.office.practice),
        duplex=duplex,
        source=notice.text,
    )


def content_of_reading(reading: Reading, *, today: date) -> NoticeContent:
    """Return the plain values of a paper that was read and is not in the system."""
    header, base, end = reading.header, *reading.body
    return NoticeContent(
        profile_day=profile_day(
            header.issued_on, header.issued_partial, header.meeting_on, today=today
        ),
        superior=header.superior,
        issuer=header.issuer,
        number=header.number,
        symbol=header.symbol,
        place=header.place,
        issued_on=header.issued_on,
        issued_partial=header.issued_partial,
        kind=header.kind,
        subject=header.subject,
        body_text=reading.text[base:end],
        after_body=reading.text[end:],
        spans=[
            (item.label, item.start - base, item.end - base, depth, item.kind)
            for item, depth in zip(reading.items, _depths(reading), strict=True)
            if base <= item.start and item.end <= end
        ],
        signer_authority=header.signer.authority,
        signer_title=header.signer.title,
        signer_name=header.signer.name,
        recipients=[recipient.text for recipient in header.recipients],
        urgency=header.urgency,
        circulation=header.circulation,
        typist_mark=header.typist_mark,
        source=reading.text,
    )


def _depths(reading: Reading) -> list[int]:
    depths: list[int] = []
    for item in reading.items:
        depths.append(depths[item.parent] + 1 if item.parent is not None else 0)
    return depths
