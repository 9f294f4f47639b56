"""How an office prints where no rule says: values with their defaults, for the office to change.

What a rule says is not here and is no setting: see directives.printing.profiles.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Practice:
    """Points and millimetres as named.

    `addressed_gap_pt` above "Kính gửi" where it follows the head of a công văn
    `head_limit`       a numbered head is bold up to its colon when that stands within so many characters
    `bold_in_lists`    keep bold that was typed inside "-" and "+" items; the rule knows none there
    `lone_post_bold`   the signer's post is bold where no authority stands above it
    """

    signature_gap_mm: float = 24
    addressed_gap_pt: float = 12
    circulation_pt: float = 12
    draft_mark_pt: float = 14
    typist_mark_pt: float = 11
    contact_pt: float = 10
    footnote_pt: float = 11
    head_limit: int = 150
    bold_in_lists: bool = False
    lone_post_bold: bool = True


USUAL = Practice()
# The least and the most of each number, both in.
BOUNDS: Mapping[str, tuple[int, int]] = {
    "signature_gap_mm": (10, 40),
    "addressed_gap_pt": (0, 24),
    "circulation_pt": (8, 16),
    "draft_mark_pt": (8, 16),
    "typist_mark_pt": (8, 16),
    "contact_pt": (8, 14),
    "footnote_pt": (8, 14),
    "head_limit": (0, 400),
}


def of(stored: object) -> Practice:
    """The practice that stored values make; what is not known or out of bounds is ignored."""
    told = stored if isinstance(stored, dict) else {}
    return replace(USUAL, **{name: told[name] for name in told if _usable(name, told[name])})


def differing(practice: Practice) -> dict[str, Any]:
    """What differs from the usual: all that an office stores, so that a better default reaches it."""
    usual = asdict(USUAL)
    return {name: value for name, value in asdict(practice).items() if value != usual[name]}


def _usable(name: object, value: object) -> bool:
    if name in BOUNDS and isinstance(value, int | float) and not isinstance(value, bool):
        least, most = BOUNDS[str(name)]
        return least <= value <= most
    return name in ("bold_in_lists", "lone_post_bold") and isinstance(value, bool)
