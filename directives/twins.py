"""The same paper entered from another file: its words differ a little, so the text does not tell.

Only a question to the clerk: two papers may bear one head, and nothing is refused for it.
"""

import re
from collections.abc import Sequence

from django.db.models import Q

from bodies.folding import fold
from bodies.models import Event
from directives.models import Notice, NoticeStatus

TOLD_APART = "tell_apart"


def twins_of(notice: Notice) -> list[Notice]:
    """Other papers of the office, not withdrawn, that may be this one; the oldest entry first.

    Not those of which somebody has said that they are not. One number, symbol and day of issue; or,
    where one of the two bears no number yet, one subject and day of the meeting.
    """
    numbered = Q(number__isnull=False, number=notice.number, issued_on=notice.issued_on)
    met = Q(meeting_on__isnull=False, meeting_on=notice.meeting_on)
    others = Notice.objects.filter(numbered | met, office=notice.office).exclude(pk=notice.pk)
    known = others.exclude(status=NoticeStatus.WITHDRAWN).defer("text", "folded").order_by("pk")
    alike = [other for other in known if _alike(notice, other)]
    apart = _told_apart(notice, alike) if alike else set()
    return [other for other in alike if str(other.key) not in apart]


def _told_apart(notice: Notice, others: Sequence[Notice]) -> set[str]:
    """The keys of those told apart from the notice, from either side: the history is where it is kept."""
    told = Event.objects.filter(verb=TOLD_APART, kind="notice")
    mine = told.filter(row=str(notice.key))
    theirs = told.filter(row__in=[str(other.key) for other in others])
    return {event.after["key"] for event in mine} | {
        event.row for event in theirs if event.after["key"] == str(notice.key)
    }


def _alike(one: Notice, other: Notice) -> bool:
    if one.number and other.number:
        same_day = one.issued_on is not None and one.issued_on == other.issued_on
        return one.number == other.number and same_day and _same(one.symbol, other.symbol)
    same_day = one.meeting_on is not None and one.meeting_on == other.meeting_on
    return same_day and _same(one.subject, other.subject)


def _same(one: str, other: str) -> bool:
    """The same letters and figures: a scan mistakes marks and points, and Word sets capitals."""
    return bool(_letters(one)) and _letters(one) == _letters(other)


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", fold(words))
