"""Công văn đôn đốc: what a body has not done in time, what it was told before, what is asked."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from assignments.clock import Clock
from assignments.models import Assignment
from assignments.papers.groups import by_notice
from assignments.papers.heads import (
    Head,
    Stamp,
    amount,
    archive_line,
    dressed,
    head_of,
    listed,
    standing_head,
    text,
)
from assignments.papers.lines import Line, lines, short_day
from assignments.papers.wording import bare, deadline_beside
from assignments.permissions import STANDING_LEVEL
from bodies import letter_words
from bodies.models import Office
from directives.models import Document
from directives.printing import widths
from directives.printing.model import Block, Paper
from directives.printing.phrases import phrased

CRITICISM = STANDING_LEVEL  # levels 1 and 2 are the office's
SUBJECT_PT, SUBJECT_MM = 12, 66  # in lines of its own, so that no number is parted at its hyphen
NAMED_IN_SUBJECT = 2  # more notices than this are counted, not named, in the subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A letter sent before; `keys` are the assignments it asked about."""

    code: str
    issued_on: date
    level: int
    keys: tuple[str, ...]
    answer_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """All that a letter says. `lines` are overdue; `words` is the office's text of the level."""

    head: Head
    body: str
    level: int
    words: str
    answer_by: date
    as_of: datetime
    lines: tuple[Line, ...]
    earlier: tuple[Earlier, ...]


def letter(document: Document, clock: Clock) -> Letter:
    """Read what the letter is to say now: all that its body has overdue for its office."""
    office, body, level = document.office, document.body, document.level or 1
    if body is None or document.answer_by is None:
        raise ValueError("a letter has a body and a day")
    rows = Assignment.objects.filter(office=office, body=body, parent=None)
    overdue = lines(rows.overdue(now=clock.now), clock)
    keys = {line.key for line in overdue}
    return Letter(
        head=letter_head(office, level),
        body=body.name,
        level=level,
        words=office.letter_words(level),
        answer_by=document.answer_by,
        as_of=clock.now,
        lines=tuple(overdue),
        earlier=tuple(
            each
            for each in earlier(office, [body.pk]).get(body.pk, [])
            if keys.intersection(each.keys)
        ),
    )


def letter_head(office: Office, level: int) -> Head:
    """An office does not criticise a committee's bodies: that is signed T/M."""
    return standing_head(office, "CV") if level == CRITICISM else head_of(office, "CV")


def earlier(office: Office, bodies: Collection[int]) -> dict[int, list[Earlier]]:
    """Body id → the letters it was sent, oldest first; what each asked stands in its own snapshot."""
    found: dict[int, list[Earlier]] = {}
    sent = Document.objects.issued().filter(
        office=office, kind=Document.Kind.LETTER, body__in=bodies
    )
    for document in sent.order_by("issued_on", "issued_at", "pk"):
        if document.body_id and document.issued_on:
            found.setdefault(document.body_id, []).append(
                Earlier(
                    code=document.code,
                    issued_on=document.issued_on,
                    level=document.level or 1,
                    keys=tuple(line["key"] for line in document.snapshot.get("lines", [])),
                    answer_by=document.answer_by,
                )
            )
    return found


def asked_before(line: Line, sent: Iterable[Earlier]) -> str:
    """ "Đã đôn đốc bằng văn bản 02 lần: Công văn số …": letters only, mails are not counted; or nothing."""
    before = [each for each in sent if line.key in each.keys]
    if not before:
        return ""
    return f"Đã đôn đốc bằng văn bản {amount(len(before))} lần: {_letters(before)}."


def letter_paper(letter: Letter, stamp: Stamp) -> Paper:
    """The letter as printed, the office's words round the list of what is overdue."""
    values = {
        "don_vi": letter.body,
        "van_ban": _notices(letter.lines),
        "so_viec": amount(len(letter.lines)),
        "da_don_doc": _letters(letter.earlier) or "các văn bản trước đây",
        "han_bao_cao": short_day(letter.answer_by),
        "tinh_den": short_day(localdate(letter.as_of)),
    }
    blocks: list[Block] = []
    for paragraph in letter_words.paragraphs(letter.words, values):
        if paragraph == letter_words.LIST:
            blocks += _listed(letter)
        else:
            blocks.append(text(paragraph, leads=paragraph.endswith(":")))
    return dressed(
        letter.head,
        stamp,
        kind="",
        subject=phrased(_subject(letter), SUBJECT_PT, widths.ITALIC, room_mm=SUBJECT_MM),
        blocks=blocks,
        addressed_to=(letter.body,),
        recipients=(
            "Như trên",
            f"Thường trực {letter.head.committee} (để báo cáo)",
            archive_line(letter.head),
        ),
    )


def _subject(letter: Letter) -> str:
    codes = list(dict.fromkeys(line.notice for line in letter.lines))
    if 0 < len(codes) <= NAMED_IN_SUBJECT:
        what = f"thực hiện {_joined(codes)}"
    else:
        what = f"thực hiện nhiệm vụ giao tại các thông báo, kết luận của {letter.head.committee}"
    if letter.level == CRITICISM:
        return f"về việc phê bình, yêu cầu giải trình việc chậm {what}"
    again = f" (lần {letter.level})" if letter.level > 1 else ""
    return f"về việc đôn đốc {what}{again}"


def _notices(found: Sequence[Line]) -> str:
    return _joined([name for name, _ in by_notice(found)]) or "các thông báo, kết luận"


def _letters(sent: Sequence[Earlier]) -> str:
    return _joined([_letter(each) for each in sent])


def _letter(each: Earlier) -> str:
    return f"Công văn số {each.code}, ngày {short_day(each.issued_on)}"


def _listed(letter: Letter) -> list[Block]:
    """One numbered item a task, in printed order; the notice is named where there are several.

    Earlier letters that the text names, and that asked about every task, are not told again.
    """
    several = len({line.notice for line in letter.lines}) > 1
    told = "{da_don_doc}" in letter.words and all(
        line.key in each.keys for line in letter.lines for each in letter.earlier
    )
    sent = () if told else letter.earlier
    return [
        listed(f"{number}.", _told(line, sent, name_notice=several))
        for number, line in enumerate(letter.lines, start=1)
    ]


def _told(line: Line, sent: Sequence[Earlier], *, name_notice: bool) -> str:
    where = f"{line.place}, {line.notice}" if name_notice else line.place
    told = asked_before(line, sent)
    late = f"quá hạn {amount(line.days_late)} ngày" if line.days_late else "quá giờ trong ngày"
    beside = deadline_beside(line)
    when = f". {_capital(beside)}; {late}." if beside else f"; {late}."
    return f"{_capital(where)}: “{bare(line.words)}”{when}{told and f' {told}'}"


def _joined(names: Sequence[str]) -> str:
    """ "a", "a và b", "a; b và c"."""
    *most, last = names or ("",)
    return f"{'; '.join(most)} và {last}" if most else last


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
