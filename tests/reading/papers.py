"""The product's own papers, with days in place of the demo's `{+3w}` marks."""

import re
from functools import cache
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "assignments" / "samples"
_MARK = re.compile(r"\{[^{}]*\}")


@cache
def samples() -> dict[str, str]:
    """Each sample by its name; every mark becomes a date in the spelling it asks for."""
    return {
        path.stem: _MARK.sub(_dated, path.read_text(encoding="utf-8"))
        for path in sorted(SAMPLES.glob("*.txt"))
    }


def _dated(mark: re.Match[str]) -> str:
    spelled = {
        ":long": "ngày 18 tháng 11 năm 2025",
        ":month": "tháng 12 năm 2025",
        ":quarter": "quý IV năm 2025",
        ":year": "2025",
    }
    return next(
        (day for form, day in spelled.items() if mark[0].endswith(form + "}")), "10/12/2025"
    )
