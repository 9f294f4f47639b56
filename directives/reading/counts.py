"""Counts a paper prints of its own points ("05 nhiệm vụ sau:") against the points that stand there."""

import re
from collections.abc import Iterator, Sequence

from directives.reading.labels import label_of
from directives.reading.model import ReadItem

_THINGS = "nhiệm vụ|nội dung|giải pháp|vấn đề|công việc|việc|điểm|kiến nghị|đề xuất|yêu cầu"
_COUNT = re.compile(
    rf"(?<![\d./,])\b(?P<count>\d{{1,2}})\s+(?:nhóm\s+)?(?:{_THINGS})(?:\s+(?!trên\b|nêu\b|sau\b|dưới\b)[^\W\d_]+){{0,3}}?"
    r"\s+(?P<where>trên đây|nêu trên|trên|sau đây|sau|dưới đây)(?=\W|$)(?!\s+(?:khi|địa bàn|cơ sở|đó|này|thành|phạm))"
)


class Counted:
    """The items of a paper by parent, for questions of how many."""

    def __init__(self, items: Sequence[ReadItem]) -> None:
        self._items = items
        self._under: dict[int | None, list[int]] = {}
        self._place: list[int] = []  # of each item among its siblings
        for index, item in enumerate(items):
            siblings = self._under.setdefault(item.parent, [])
            self._place.append(len(siblings))
            siblings.append(index)

    def above(self, index: int) -> set[int]:
        """What "… trên" may speak of: the points beside it and above, or under the one before."""
        siblings = self._under[self._items[index].parent]
        place = self._place[index]
        found = self._sizes(siblings[: place + 1])
        if place:
            found |= self._sizes(self._under.get(siblings[place - 1], []))
        return found

    def below(self, index: int) -> set[int]:
        """What "… sau:" may speak of: the points under it, or beside it where the list stands loose."""
        under = self._under.get(index, [])
        siblings = self._under[self._items[index].parent]
        beside = siblings[self._place[index] + 1 :] if self._place[index] < 3 else []
        return self._sizes(under) if under else self._sizes(beside)

    def _sizes(self, indexes: Sequence[int]) -> set[int]:
        """The number of points by each kind of label that stands there more than once."""
        kinds: dict[object, int] = {}
        for index in indexes:
            label = label_of(f"{self._items[index].label} X") if self._items[index].label else None
            if label is not None:
                kinds[label.style] = kinds.get(label.style, 0) + 1
                kinds["any"] = kinds.get("any", 0) + 1
        return {size for size in kinds.values() if size > 1}


def wrong_counts(items: Sequence[ReadItem]) -> Iterator[tuple[ReadItem, str, int]]:
    """An item, the words of its count, and how many points stand there. Silent where no list can be meant."""
    counted = Counted(items)
    for index, item in enumerate(items):
        for found in _COUNT.finditer(item.text):
            after = found["where"] in ("sau", "sau đây", "dưới đây")
            if after and not item.text.rstrip().endswith(":"):
                continue
            have = counted.below(index) if after else counted.above(index)
            if have and int(found["count"]) not in have and int(found["count"]) > 1:
                yield item, found[0], max(have)
