"""The layout rules by the day of issue: numbers in millimetres and points.

Source: Hướng dẫn 36-HD/VPTW (03/4/2018) and 05-HD/VPTW (27/5/2026), as gathered with their
degree of certainty in docs. What no rule fixes stands in `Practice`, for offices to change.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from bodies.practice import USUAL, Practice


@dataclass(frozen=True)
class Page:
    """A4, front side. Printed on both sides, the back swaps left and right."""

    width_mm: float = 210
    height_mm: float = 297
    top_mm: float = 20
    bottom_mm: float = 20
    left_mm: float = 30
    right_mm: float = 15
    number_pt: float = 14
    number_top_mm: float = 10

    @property
    def text_width_mm(self) -> float:
        return self.width_mm - self.left_mm - self.right_mm


@dataclass(frozen=True)
class Body:
    size_pt: float = 14
    line_pt: float = 18
    indent_mm: float = 10
    gap_pt: float = 6


@dataclass(frozen=True)
class Sizes:
    """Type sizes of the components, in points."""

    title: float = 15
    superior: float = 14
    issuer: float = 14
    code: float = 14
    date: float = 14
    kind: float = 16
    subject: float = 14
    letter_subject: float = 12
    addressed_to: float = 14
    signature: float = 14
    recipients_head: float = 14
    recipients: float = 12
    urgency: float = 14


@dataclass(frozen=True)
class Profile:
    """One rule. `recipient_mark` ends every line of Nơi nhận but the last.

    `header_line_height` leaves room for stacked capitals (Ộ, Ấ): measured, neither rule nor choice.
    """

    name: str
    since: date
    recipient_mark: str
    party: str = "ĐẢNG CỘNG SẢN VIỆT NAM"
    page: Page = field(default_factory=Page)
    body: Body = field(default_factory=Body)
    sizes: Sizes = field(default_factory=Sizes)
    header_line_height: float = 1.15
    practice: Practice = USUAL


HD36 = Profile("36-HD/VPTW", date(2018, 4, 3), recipient_mark=",")
HD05 = Profile("05-HD/VPTW", date(2026, 5, 27), recipient_mark=";")


def profile_for(issued_on: date, practice: Practice = USUAL) -> Profile:
    """The rule in force on the day of issue, its own first day included, with the office's practice.

    A paper older than 36-HD/VPTW is laid out by it too: older rules are not kept here.
    """
    return replace(HD05 if issued_on >= HD05.since else HD36, practice=practice)
