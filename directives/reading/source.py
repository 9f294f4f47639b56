"""What a file says, and how far that is certain."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from directives.reading.model import ReadItem, Warning  # noqa: A004 - the reader's own word

MOST_NAMED = 5  # words in one sentence


@dataclass(frozen=True, slots=True)
class Source:
    """`scanned`: numbers of the pages whose words were recognised from a picture; `unsure`: words of theirs
    that the recognition itself does not trust, in printed order.
    """

    text: str
    scanned: tuple[int, ...] = ()
    unsure: tuple[str, ...] = ()

    @property
    def caution(self) -> str:
        """What the clerk must know of a scan."""
        pages = ", ".join(map(str, self.scanned))
        return (
            f"Chữ được máy nhận dạng từ bản quét, ảnh chụp (trang {pages}), có thể sai. Hãy so từng mục với bản gốc, "
            "nhất là số, ngày và tên, trước khi xác nhận."
        )

    def doubts(self, text: str, items: Sequence[ReadItem]) -> Iterator[Warning]:
        """One for the first duty, where the clerk begins to confirm, and one for each item that holds unsure
        words. `text` and `items`: what was read from this source. None where nothing was scanned.
        """
        first = next((item for item in items if item.is_directive), None)
        if self.scanned and first:
            yield Warning("scan", self.caution, first.start, first.end)
        found = list(self._found(text))
        for item in items:
            words = [word for word, at in found if item.start <= at < item.end]
            if words:
                named = ", ".join(f"“{word}”" for word in words[:MOST_NAMED])
                yield Warning(
                    "scan",
                    f"Nhận dạng từ bản quét chưa chắc ở {named}: hãy so với bản gốc.",
                    item.start,
                    item.end,
                )

    def _found(self, text: str) -> Iterator[tuple[str, int]]:
        """The unsure words and where they stand; one that a line's end has broken is passed over."""
        place = 0
        for word in self.unsure:
            at = text.find(word, place)
            if at >= 0:
                yield word, at
                place = at + len(word)
