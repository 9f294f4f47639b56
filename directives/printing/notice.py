"""A notice, made into a paper. The words come as plain values; the layout rule comes from the day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bodies.practice import USUAL, Practice
from directives.printing import body, wording
from directives.printing.model import Paper, Signature
from directives.printing.profiles import profile_for
from directives.printing.wording import PartialDay


@dataclass(frozen=True)
class NoticeContent:
    """What a notice says, in plain values. Spans count letters of `body_text`.

    `profile_day`   the day whose rule lays it out: `wording.profile_day`
    `body_text`     what stands between the summary and Nơi nhận, as issued, marks and wraps included
    `after_body`    the rest of the text; only footnotes that a source gathers at its end are taken
    `kind`          "THÔNG BÁO", "KẾT LUẬN"; "" or "CÔNG VĂN" for a letter, which prints no kind
    `symbol`        "TB/ĐU" or "-TB/ĐU"; a State paper's "TB-VPCP" or "/TB-VPCP"
    `issued_partial` what is printed of the date where it has blanks: "tháng 11 năm 2021"
    `subject`       the trích yếu, a line each
    `signer_title`  the post, a line each
    `recipients`    one entry each, with or without its dash and closing mark
    `contact`       lines for the foot of page 1, how to reach the office
    `source`        the whole text as issued, to be attached to the PDF
    """

    profile_day: date
    issuer: str
    body_text: str
    after_body: str = ""
    kind: str = "THÔNG BÁO"
    superior: str = ""
    number: int | str | None = None
    symbol: str = ""
    place: str = ""
    issued_on: date | None = None
    issued_partial: str = ""
    subject: str = ""
    spans: Sequence[tuple[str, int, int, int, str]] = ()
    signer_authority: str = ""
    signer_title: str = ""
    signer_name: str = ""
    recipients: Sequence[str] = ()
    addressed_to: Sequence[str] = ()
    urgency: str = ""
    circulation: str = ""
    typist_mark: str = ""
    draft_mark: str = ""
    contact: Sequence[str] = ()
    practice: Practice = USUAL
    duplex: bool = False
    source: str = ""


def notice_paper(content: NoticeContent) -> Paper:
    """The notice as it is printed: given words in the official order, nothing invented."""
    profile = profile_for(content.profile_day, content.practice)
    kind = _line(content.kind).upper()
    kind = "" if kind == "CÔNG VĂN" else kind  # a letter does not name itself
    subject = _lines(content.subject)
    code = wording.code_line(content.number, _line(content.symbol))
    authority = wording.authority_line(_line(content.signer_authority))
    return Paper(
        profile=profile,
        superior=_line(content.superior),
        issuer=_line(content.issuer),
        code=code,
        place_and_date=wording.place_and_date(
            _line(content.place), content.issued_on or PartialDay.read(content.issued_partial)
        ),
        kind=kind,
        subject=subject,
        blocks=body.blocks(
            content.body_text,
            content.spans,
            after=content.after_body,
            practice=content.practice,
        ),
        signature=Signature(
            authority=authority,
            post=wording.post_lines(
                "\n".join(_lines(content.signer_title)),
                bold=not authority and content.practice.lone_post_bold,
            ),
            name=_line(content.signer_name),
        ),
        recipients=wording.recipient_lines(
            map(body.printable, content.recipients), mark=profile.recipient_mark
        ),
        addressed_to=_lines("\n".join(content.addressed_to)),
        urgency=_line(content.urgency).upper(),
        circulation=_line(content.circulation).upper(),
        draft_mark=_line(content.draft_mark),
        typist_mark=_line(content.typist_mark),
        contact=_lines("\n".join(content.contact)),
        duplex=content.duplex,
        dated=content.profile_day,
        source=content.source,
        title=" ".join((kind or "Công văn", *code.split(), "–", *subject)),
    )


def _line(text: str) -> str:
    """One line of clean words, without the marks of emphasis that a header may carry."""
    return " ".join(re.sub(r"\*+|^#+", "", body.printable(text)).split())


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in map(_line, text.splitlines()) if line)
