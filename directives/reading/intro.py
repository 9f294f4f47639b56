"""The paragraphs that tell of the meeting before the first item."""

import re
from collections.abc import Sequence

from directives.reading.clean import Line, Paragraph
from directives.reading.drafts import Reader
from directives.reading.labels import label_of
from directives.reading.lists import Listed, list_at
from directives.reading.model import Header
from directives.reading.vocabulary import PLACES

_ANNOUNCES = re.compile(
    r"(?:kết luận|ý kiến|chỉ đạo|thống nhất|cho rằng)[^.;]{0,120}:\s*$", re.IGNORECASE
)
_ASSIGNS = re.compile(
    r"\b(?:yêu cầu|đề nghị|giao)\s+(?!(?:và|của|ban|thông|dịch|lưu)\b)[^:]{3,400}:\s*$"
)
_REPORTED = re.compile(
    r"\W{0,12}(?:Ngày\s+\d{1,2}/\d{1,2}/\d{4}\s*,.{0,120}(?:ban hành|có|ra|ký)\s|(?:Tải về|Toàn văn|Xem))"
)
# "Văn phòng … ra Thông báo số 12/TB-VP …, nội dung như sau:": what a page says before the paper that it copies.
_COPIED = re.compile(
    r"\b(?:ban hành|ra|có|ký)\s+(?:Thông báo|Kết luận|Công điện|Công văn|Kế hoạch)\b[^:]{0,40}\d.*(?:nội dung|toàn văn)[^:]{0,40}:\s*$",
    re.IGNORECASE | re.DOTALL,
)
_MARK = re.compile(r"\s*\(\s*(?:để\s+)?t/h\s*\)")
LONGEST = 8  # paragraphs of introduction


def intro_size(paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs at the head of the body only introduce."""
    size = 0
    for index, piece in enumerate(paragraphs[:LONGEST]):
        if label_of(piece.text) is not None:
            break
        if _ANNOUNCES.search(piece.text[-260:]) and not _ASSIGNS.search(piece.text[-420:]):
            size = index + 1
            if _COPIED.search(piece.text):
                continue  # the paper's own introduction follows the one that tells of it
            break
        if _REPORTED.match(piece.text) and size == index:
            size = index + 1
    return size


def met_with(reader: Reader, paragraphs: Sequence[Paragraph]) -> list[Listed]:
    """Whom the meeting was held with ("làm việc với lãnh đạo tỉnh …" → the province): binds where nobody is named."""
    found: list[tuple[bool, int]] = []
    for piece in paragraphs:
        first, last = reader.window(piece.start, piece.end)
        for index in range(first, last - 3):
            keys = [token.key for token in reader.tokens[index : index + 3]]
            if keys == ["làm", "việc", "với"]:
                meeting = reader.tokens[index - 1].key in ("buổi", "cuộc") if index else False
                found.append((not meeting, index + 3))
    return _host(reader, min(found)[1]) if found else []


def _host(reader: Reader, index: int) -> list[Listed]:
    led = [token.key for token in reader.tokens[index : index + 3]]
    if led[:2] == ["lãnh", "đạo"] and led[2] in {*PLACES, "thành"}:
        index += 2
    bodies, _ = list_at(reader.tokens, index, reader.clean.text)
    return [body for body in bodies if not body.generic] if len(bodies) == 1 else []


def marked_to_do(header: Header, foot: Sequence[Line]) -> list[Listed]:
    """The only recipient marked "(t/h)": whom the whole paper binds where nothing else says so."""
    marked = [one.text for one in header.recipients if one.to_do]
    if len(marked) != 1:
        return []
    name = _MARK.sub("", marked[0]).strip()
    words = " ".join(line.text for line in foot)
    at = [place for line in foot for place in (*line.at, line.at[-1])]
    start = words.rfind(name)
    if not name or start < 0:
        return []
    source = (at[start], at[start + len(name) - 1] + 1)
    return [Listed(name, 0, 0, 0, 0, generic=False, bare=False, source=source)]
