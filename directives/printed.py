"""A notice of the database as the printing house takes it."""

from datetime import date

from directives.models import Notice
from directives.printing.notice import NoticeContent
from directives.printing.wording import profile_day


def content_of(notice: Notice, *, today: date) -> NoticeContent:
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
    )
