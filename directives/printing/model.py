"""A paper as it will be printed: the same words, order and emphasis for PDF now and DOCX later."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from directives.printing.profiles import Page, Profile


@dataclass(frozen=True)
class Run:
    """Words of one look. `raised` is a superscript that has no footnote of its own."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False


@dataclass(frozen=True)
class Footnote:
    """Stands in the text where its mark is printed; its words go to the foot of that page."""

    mark: str
    runs: tuple[Run, ...]


Inline: TypeAlias = Run | Footnote


@dataclass(frozen=True)
class Paragraph:
    """Running text. `keeps_next` when it leads in what follows and must not end a page."""

    inlines: tuple[Inline, ...]
    keeps_next: bool = False


@dataclass(frozen=True)
class Heading:
    """A printed head with its label ("I-", "2.1."), which may be empty. It never ends a page."""

    label: Run
    inlines: tuple[Inline, ...]
    depth: int = 0
    keeps_next: bool = True


@dataclass(frozen=True)
class Listed:
    """An item with its label as printed ("1.", "a)", "(1)", "-"); depth 0 is the outermost."""

    label: Run
    inlines: tuple[Inline, ...]
    depth: int = 0
    keeps_next: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell of a table: a tuple of runs a line. `span` counts the columns it takes."""

    lines: tuple[tuple[Run, ...], ...]
    span: int = 1


@dataclass(frozen=True)
class Column:
    """A column under its printed head. Widths are shares: the table always fills the text block."""

    head: str
    share: float
    align: Literal["left", "center", "right", "justify"] = "left"


@dataclass(frozen=True)
class Table:
    """A ruled table; its head is printed again on every page. A row is never parted if it fits one."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    size_pt: float = 12


Text: TypeAlias = Paragraph | Heading | Listed
Block: TypeAlias = Text | Table


@dataclass(frozen=True)
class Appendix:
    """Begins a page of its own, its pages numbered from 1. `title`: centred lines, the first bold."""

    title: tuple[str, ...]
    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True)
class Signature:
    """Who signs. Each post line carries its own weight: see `wording.post_lines`."""

    authority: str = ""
    post: tuple[Run, ...] = ()
    name: str = ""


@dataclass(frozen=True)
class Paper:
    """Every word of a document in the form it is printed; an empty field prints nothing.

    `kind` is "" on a công văn, whose subject then stands under the number.
    `title`, `language` and `dated` go into the file's properties, not onto the page; `source`, the
    text it was made from, is attached to the PDF.
    """

    profile: Profile
    issuer: str
    code: str
    place_and_date: str
    kind: str
    subject: tuple[str, ...]
    blocks: tuple[Block, ...]
    signature: Signature
    recipients: tuple[str, ...] = ()
    addressed_to: tuple[str, ...] = ()
    superior: str = ""
    urgency: str = ""
    circulation: str = ""
    draft_mark: str = ""
    typist_mark: str = ""
    contact: tuple[str, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    landscape: bool = False
    duplex: bool = False
    title: str = ""
    language: str = "vi"
    dated: date | None = None
    source: str = ""

    @property
    def unsigned(self) -> bool:
        """A sheet: nobody signs it and it goes to nobody, so nothing stands under its text."""
        return self.signature == Signature() and not (self.recipients or self.typist_mark)

    @property
    def page(self) -> Page:
        return turned(self.profile.page, landscape=self.landscape)


def turned(page: Page, *, landscape: bool) -> Page:
    """The sheet as it lies; its margins stay at the edges where they are."""
    if not landscape:
        return page
    return replace(page, width_mm=page.height_mm, height_mm=page.width_mm)
