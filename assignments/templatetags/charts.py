"""Figures as pages draw them: tiles and bars, with the addresses of the rows they count."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse

from assignments.figures import BodyCounts, Counts, Week
from assignments.models import Timeliness
from assignments.templatetags.deadlines import SHAPES
from bodies.models import Body

register = template.Library()

WIDTH = 1000  # the bar's own units; the page stretches it
GAP = 6
DATED = (Timeliness.OVERDUE, Timeliness.DUE_SOON, Timeliness.ON_TRACK)
TILES = (
    *((kind, SHAPES[kind], kind.label) for kind in DATED),
    ("submitted", "◆", "Chờ xác nhận"),
    ("completed", "✓", "Hoàn thành"),
)


@dataclass(frozen=True, slots=True)
class Tile:
    word: str
    shape: str
    label: str
    number: int
    url: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a bar, in the bar's own units."""

    kind: str
    x: int
    width: int


@register.simple_tag
def rows_url(word: str, body: Body | None = None) -> str:
    """The list that shows exactly the rows of a figure."""
    asked = {"don-vi": body.pk} if body else {}
    return f"{reverse('assignments')}?{urlencode({**asked, 'tinh-trang': word})}"


@register.simple_tag
def week_url(week: Week) -> str:
    asked = {"tinh-trang": "running", "tu": week.first, "den": week.last}
    return f"{reverse('assignments')}?{urlencode(asked)}"


@register.inclusion_tag("assignments/_bar_tiles.html")
def tiles(counts: Counts, body: Body | None = None) -> Mapping[str, Any]:
    """The five figures, of all or of one body."""
    return {
        "tiles": [
            Tile(word, shape, label, getattr(counts, word), rows_url(word, body))
            for word, shape, label in TILES
        ]
    }


@register.inclusion_tag("assignments/_bar.html")
def bar(row: BodyCounts, widest: int) -> Mapping[str, Any]:
    """The bar of a body: overdue, soon, on track; the longest bar of the chart has `widest` rows."""
    return {"row": row, "width": WIDTH, "segments": segments(row.counts, widest)}


def segments(counts: Counts, widest: int) -> list[Segment]:
    """Return the pieces of a bar from the left; none for a kind without rows."""
    found, before = [], 0
    for kind in DATED:
        number = getattr(counts, kind)
        if number:
            start, end = (WIDTH * n // widest for n in (before, before + number))
            found.append(Segment(kind, start, max(end - start - GAP, 1)))
        before += number
    return found
