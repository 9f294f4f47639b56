"""What happens in the demo, in the order of time: each act is a verb on a past moment."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.utils.timezone import make_aware


@dataclass(slots=True)
class Diary:
    """Acts are run from the oldest; an act may write further ones, not before itself."""

    pages: list[tuple[datetime, int, Callable[[datetime], object]]] = field(default_factory=list)
    written: int = 0

    def write(self, day: date, hour: time, act: Callable[[datetime], object]) -> None:
        self.written += 1
        heapq.heappush(self.pages, (make_aware(datetime.combine(day, hour)), self.written, act))

    def run(self) -> None:
        while self.pages:
            at, _, act = heapq.heappop(self.pages)
            act(at)
