"""What the reader's words for a duty that comes back mean to a task."""

from collections.abc import Sequence

UNITS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "half-yearly": "half",
    "yearly": "year",
}
STANDING = "thường xuyên"


def codes_of(recurring: str | None) -> list[str]:
    """The codes in one string of the reader's: "half-yearly, yearly"."""
    return [code.strip() for code in (recurring or "").split(",") if code.strip()]


def units_of(codes: Sequence[str]) -> list[str]:
    """The periods of the duty, each a task of its own."""
    return [UNITS[code] for code in codes if code in UNITS]


def is_standing(codes: Sequence[str]) -> bool:
    """Whether the duty is followed always, without a period."""
    return STANDING in codes
