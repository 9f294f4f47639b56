"""Errors that real notices hold, told to the clerk before the paper is issued. None of them stops anything."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from directives.reading.agreement import reported_by_another, signed_by_another
from directives.reading.citations import find_citations
from directives.reading.clean import Clean, Paragraph
from directives.reading.counts import wrong_counts
from directives.reading.model import Citation, Header, ReadItem
from directives.reading.model import Warning as Doubtful

_OTHERS = r"(?!\s+(?:theo\s+)?(?:Báo cáo|Tờ trình|Công văn|Văn bản|Quyết định|Nghị quyết|Nghị định|Kế hoạch|Kết luận|Thông báo|Thông tư)\b(?!\s+này))"
_APPENDIX = re.compile(
    rf"\b(?:phụ lục|phụ biểu|biểu)\s+(?:đính\s+|gửi\s+)?kèm\b{_OTHERS}|\(có phụ lục", re.IGNORECASE
)
_APPENDIX_HEAD = re.compile(
    r"^[^\w\n]{0,8}(?:PHỤ (?:LỤC|BIỂU)|Phụ (?:lục|biểu)\b.{0,40}$)", re.MULTILINE
)


def warnings_of(
    text: str,
    header: Header,
    items: Sequence[ReadItem],
    *,
    clean: Clean,
    intro: Sequence[Paragraph],
) -> tuple[Doubtful, ...]:
    """Everything worth a second look, in printed order. `intro`: the paragraphs that tell of the meeting."""
    found = [
        *_without_body(items),
        *_without_day(items),
        *_past(header, items),
        *_two_dates(clean),
        *_no_appendix(text),
        *_wrong_count(items),
        *_another_body(clean, intro),
        *_signed_by_another(header),
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def _without_body(items: Sequence[ReadItem]) -> Iterator[Doubtful]:
    for item in items:
        if item.is_directive and not item.leads:
            sentence = "Nhiệm vụ này chưa rõ giao cho cơ quan nào."
            yield Doubtful("no-body", sentence, item.start, item.end)


def _without_day(items: Sequence[ReadItem]) -> Iterator[Doubtful]:
    """Only of what is to be reported or handed in: most tasks bear no limit, and rightly."""
    for item in items:
        if item.report_to and not (item.deadlines or item.recurring):
            sentence = "Nhiệm vụ này phải báo cáo hoặc trình nhưng không ghi thời hạn."
            yield Doubtful("no-deadline", sentence, item.report_to[0].start, item.report_to[0].end)


def _past(header: Header, items: Sequence[ReadItem]) -> Iterator[Doubtful]:
    """A limit before the day of issue; of a draft without one, before the day of the meeting."""
    since = header.issued_on or header.meeting_on
    event = "ban hành văn bản" if header.issued_on else "họp"
    for item in items:
        for deadline in item.deadlines:
            if since is not None and deadline.due_on is not None and deadline.due_on < since:
                sentence = f"Thời hạn “{deadline.text}” trước ngày {event}."
                yield Doubtful("past-deadline", sentence, deadline.start, deadline.end)


def _two_dates(clean: Clean) -> Iterator[Doubtful]:
    """One code with "ngày 03/4/2025" here and "ngày 03/4/2024" there, in the introduction or in an item."""
    seen: dict[str, dict[date, Citation]] = defaultdict(dict)
    for citation in find_citations(clean.text):
        if citation.date is not None:
            seen[citation.code].setdefault(citation.date, citation)
    for code, dates in seen.items():
        if len(dates) > 1:
            days = " và ".join(f"{day:%d/%m/%Y}" for day in sorted(dates))
            last = max(dates.values(), key=lambda one: one.start)
            sentence = f"Văn bản số {code} được ghi với các ngày khác nhau: {days}."
            yield Doubtful("two-dates", sentence, *clean.source_span(last.start, last.end))


def _no_appendix(text: str) -> Iterator[Doubtful]:
    """An appendix of this paper, not one of a document it cites."""
    found = _APPENDIX.search(text)
    if found and not _APPENDIX_HEAD.search(text):
        sentence = "Văn bản nhắc tới phụ lục kèm theo nhưng không thấy phụ lục."
        yield Doubtful("no-appendix", sentence, found.start(), found.end())


def _wrong_count(items: Sequence[ReadItem]) -> Iterator[Doubtful]:
    for item, words, have in wrong_counts(items):
        sentence = f"Văn bản ghi “{words}” nhưng đếm được {have} điểm."
        yield Doubtful("wrong-count", sentence, item.start, item.end)


def _another_body(clean: Clean, intro: Sequence[Paragraph]) -> Iterator[Doubtful]:
    for met, heard, start, end in reported_by_another(clean, intro):
        sentence = f"Buổi làm việc với {met} nhưng báo cáo là của {heard}."
        yield Doubtful("other-body", sentence, *clean.source_span(start, end))


def _signed_by_another(header: Header) -> Iterator[Doubtful]:
    sentence = signed_by_another(header)
    if sentence:
        yield Doubtful("other-signer", sentence, 0, 0)
