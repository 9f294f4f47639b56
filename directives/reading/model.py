"""What a reading says. Plain values: every span is (start, end) into `Reading.text`, end excluded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

Day = date  # for the fields that are themselves called `date`


class ItemKind(StrEnum):
    """What a unit of the outline is for."""

    HEADING = "heading"
    ASSESSMENT = "assessment"  # praise, blame, what was done, what was agreed: nobody is to act
    DIRECTIVE = "directive"
    CLOSING = "closing"


class Precision(StrEnum):
    """How finely the paper states the day. `EVENT`: bound to something that has no date yet."""

    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    TERM = "term"
    NOW = "now"
    EVENT = "event"
    UNKNOWN = "unknown"


OVERDUE = "Thời hạn đã qua khi văn bản ban hành; cần kiểm tra lại."  # a deadline's doubt


class Strength(StrEnum):
    """Firm; a target ("phấn đấu"); conditional ("khi đủ điều kiện"); a period that runs until."""

    FIRM = "firm"
    TARGET = "target"
    CONDITIONAL = "conditional"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Mention:
    """A body as the paper names it. `inherited`: it stands in a heading or an item before."""

    text: str
    start: int
    end: int
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit as written. `due_on` is the last day in time; None means "chưa rõ", never a guess."""

    text: str
    start: int
    end: int
    due_on: date | None
    due_time: time | None = None
    precision: Precision = Precision.DAY
    strength: Strength = Strength.FIRM
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A duty that comes back. `weekday`: Monday is 0. `month_offset`: months after the period's last one."""

    unit: str
    start: int
    end: int
    day: int | None = None
    weekday: int | None = None
    month_offset: int = 0
    hour: time | None = None


@dataclass(frozen=True, slots=True)
class Target:
    number: Decimal
    unit: str
    at_least: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A document the paper leans on; `date` is the one it bears, None where none is printed."""

    text: str
    code: str
    date: Day | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Signer:
    authority: str = ""
    title: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """A line of "Nơi nhận"; `to_do` when it is marked (t/h): this body must act."""

    text: str
    to_do: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """Head and foot of the paper as printed; "" and None where the paper says nothing."""

    kind: str = ""
    number: int | None = None
    symbol: str = ""
    code: str = ""
    place: str = ""
    issued_on: date | None = None
    issued_partial: str = ""
    meeting_on: date | None = None
    subject: str = ""
    issuer: str = ""
    superior: str = ""
    signer: Signer = Signer()
    recipients: tuple[Recipient, ...] = ()
    urgency: str = ""
    circulation: str = ""
    typist_mark: str = ""
    ending: str = ""


@dataclass(frozen=True, slots=True)
class ReadItem:
    """A unit of the outline, in printed order. `number` is the path ("1.7.1", "2.(3)"), None for dashes."""

    label: str
    number: str | None
    section: str | None
    parent: int | None
    start: int
    end: int
    text: str
    kind: ItemKind
    inline: bool = False
    leads: tuple[Mention, ...] = ()
    coordinating: tuple[Mention, ...] = ()
    via: tuple[Mention, ...] = ()
    report_to: tuple[Mention, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    recurring: str | None = None
    recurrences: tuple[Recurrence, ...] = ()
    targets: tuple[Target, ...] = ()
    citations: tuple[Citation, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def is_directive(self) -> bool:
        return self.kind is ItemKind.DIRECTIVE

    @property
    def is_section(self) -> bool:
        """The title of a part ("II- Nhiệm vụ trọng tâm"): counts no items of its own."""
        return (
            self.kind is ItemKind.HEADING
            and self.section is not None
            and self.label[:1] in "IVXP"
            and bool(self.label)
        )


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - the reader's word for it; never the built-in one here
    """Something in the paper that a clerk should look at before it is issued."""

    code: str
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """`body` is the span between the summary and the foot: what is printed as running text."""

    text: str
    header: Header
    items: tuple[ReadItem, ...]
    warnings: tuple[Warning, ...] = ()
    body: tuple[int, int] = (0, 0)

    def children(self) -> Mapping[int | None, tuple[int, ...]]:
        """Indexes of the items under each item; None for those at the top."""
        found: dict[int | None, list[int]] = {}
        for index, item in enumerate(self.items):
            found.setdefault(item.parent, []).append(index)
        return {parent: tuple(indexes) for parent, indexes in found.items()}
