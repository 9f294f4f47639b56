"""A paper as it will be printed: the same words, order and emphasis for PDF now and DOCX later."""

from dataclasses import dataclass
from typing import TypeAlias

from directives.printing.profiles import Profile


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


Block: TypeAlias = Paragraph | Heading | Listed


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
    `title` and `language` go into the file's properties, not onto the page.
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
    duplex: bool = False
    title: str = ""
    language: str = "vi"

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """All footnotes in printed order."""
        return tuple(
            inline
            for block in self.blocks
            for inline in block.inlines
            if isinstance(inline, Footnote)
        )
