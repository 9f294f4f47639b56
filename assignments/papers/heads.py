"""Who writes a document of the office, and the dress that all of them share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bodies import practice
from bodies.models import Office
from bodies.practice import USUAL, Practice
from directives.printing import wording
from directives.printing.model import (
    Appendix,
    Block,
    Cell,
    Heading,
    Listed,
    Paper,
    Paragraph,
    Run,
    Signature,
)
from directives.printing.profiles import profile_for

DRAFT_MARK = "Dự thảo"
EMPTY = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The writer as printed. `symbol` stands after the number: "-CV/VPĐU".

    `committee` names who is reported to: "Đảng ủy phường Tràng Hạc"; `archive` who keeps it.
    `contact`: lines for the foot of page 1.
    """

    superior: str
    issuer: str
    symbol: str
    place: str
    authority: str
    post: str
    name: str
    committee: str
    archive: str
    contact: tuple[str, ...] = ()
    practice: Practice = USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What issuing writes. A draft has neither number nor date; `on` is the day of its layout."""

    on: date
    number: int | None = None
    issued_on: date | None = None

    @property
    def draft(self) -> bool:
        return self.issued_on is None


def head_of(office: Office, kind: str = "") -> Head:
    """The office's own dress, or the committee's where the office writes in its name.

    `kind` is the first half of the symbol: "CV", "BC"; "" for a sheet that gets no number. Without
    a symbol of the writing body there is none.
    """
    if office.letters_from == Office.Letters.COMMITTEE:
        return _of_committee(
            office,
            kind,
            authority="T/L BAN THƯỜNG VỤ",
            post=_post(office),
            name=office.signer_name,
        )
    deputy = office.signer == Office.Signer.DEPUTY
    return Head(
        superior=office.committee.name.upper(),
        issuer=_own_name(office).upper(),
        symbol=_symbol(kind, office.staff_body.symbol),
        place=office.place,
        authority="K/T CHÁNH VĂN PHÒNG" if deputy else "",
        post=_post(office),
        name=office.signer_name,
        committee=office.committee.name,
        archive=office.staff_body.symbol,
        contact=tuple(office.contact.splitlines()),
        practice=practice.of(office.practice),
    )


def standing_head(office: Office, kind: str) -> Head:
    """The committee's dress, for the Standing Committee's own signature: T/M."""
    return _of_committee(
        office,
        kind,
        authority="T/M BAN THƯỜNG VỤ",
        post=office.standing_post,
        name=office.standing_name,
    )


def dressed(
    head: Head,
    stamp: Stamp,
    *,
    kind: str,
    subject: Sequence[str],
    blocks: Sequence[Block],
    numbered: bool = True,
    addressed_to: Sequence[str] = (),
    recipients: Sequence[str] = (),
    appendices: Sequence[Appendix] = (),
    landscape: bool = False,
) -> Paper:
    """The paper in the rule of its day. A sheet without a number is neither signed nor sent."""
    profile = profile_for(stamp.issued_on or stamp.on, head.practice)
    code = wording.code_line(stamp.number, head.symbol) if numbered else ""
    day: date | wording.PartialDay = stamp.issued_on or wording.PartialDay(year=stamp.on.year)
    bold = not head.authority and head.practice.lone_post_bold
    return Paper(
        profile=profile,
        superior=head.superior,
        issuer=head.issuer,
        code=code,
        place_and_date=wording.place_and_date(head.place, day if numbered else stamp.on),
        kind=kind,
        subject=tuple(subject),
        blocks=tuple(blocks),
        signature=Signature(
            authority=wording.authority_line(head.authority),
            post=wording.post_lines(head.post, bold=bold),
            name=head.name,
        )
        if numbered
        else Signature(),
        recipients=wording.recipient_lines(recipients, mark=profile.recipient_mark),
        addressed_to=tuple(addressed_to),
        draft_mark=DRAFT_MARK if stamp.draft else "",
        contact=head.contact,
        appendices=tuple(appendices),
        landscape=landscape,
        title=" ".join((kind or "Công văn", *code.split(), "–", *subject)),
    )


def archive_line(head: Head) -> str:
    return f"Lưu {head.archive}" if head.archive else "Lưu Văn phòng"


def text(words: str, *, bold: bool = False, italic: bool = False, leads: bool = False) -> Paragraph:
    """`leads` when a list or a table follows that it must not be parted from."""
    return Paragraph((Run(words, bold=bold, italic=italic),), keeps_next=leads)


def heading(label: str, words: str) -> Heading:
    return Heading(Run(label, bold=True), (Run(words, bold=True),))


def listed(label: str, words: str) -> Listed:
    return Listed(Run(label), (Run(words),))


def cell(*lines: str, bold: bool = False, span: int = 1) -> Cell:
    """A cell of whole lines; those without words are left out."""
    return Cell(tuple((Run(line, bold=bold),) for line in lines if line), span=span)


def amount(number: int) -> str:
    """A number of things as offices write it: "05", "12"."""
    return f"{number:02d}"


def _of_committee(office: Office, kind: str, *, authority: str, post: str, name: str) -> Head:
    return Head(
        superior=office.superior_line,
        issuer=office.committee.name.upper(),
        symbol=_symbol(kind, office.symbol),
        place=office.place,
        authority=authority,
        post=post,
        name=name,
        committee=office.committee.name,
        archive=office.staff_body.symbol,
        contact=tuple(office.contact.splitlines()),
        practice=practice.of(office.practice),
    )


def _post(office: Office) -> str:
    return str(office.get_signer_display()).upper()


def _own_name(office: Office) -> str:
    """ "Văn phòng": the committee it serves stands on the line above."""
    name = office.name
    return name.removesuffix(office.committee.name).strip() or name


def _symbol(kind: str, body: str) -> str:
    return f"-{kind}/{body}" if kind and body else ""
