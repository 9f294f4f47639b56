"""Errors that real notices hold, told to the clerk before the paper is issued. None of them stops anything."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from directives.reading.model import Citation, Header, ReadItem
from directives.reading.model import Warning as Doubtful

_APPENDIX = re.compile(
    r"\b(?:phụ lục|phụ biểu|biểu)\s+(?:đính |gửi )?(?:kèm|kèm theo)\b|\(có phụ lục", re.IGNORECASE
)
_APPENDIX_HEAD = re.compile(r"^[^\w\n]{0,8}PHỤ (?:LỤC|BIỂU)", re.MULTILINE)
_COUNT = re.compile(r"\b(?P<count>\d{1,2}) (?:nhóm )?(?:nhiệm vụ|nội dung) (?:trên|nêu trên|sau)\b")


def warnings_of(
    text: str, header: Header, items: Sequence[ReadItem], *, today: date
) -> tuple[Doubtful, ...]:
    """Everything worth a second look, in printed order."""
    found = [
        *_without_body(items),
        *_past(header, items, today=today),
        *_two_dates(items),
        *_no_appendix(text),
        *_wrong_count(items),
        *_signed_by_another(header),
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def _without_body(items: Sequence[ReadItem]) -> Iterator[Doubtful]:
    for item in items:
        if item.is_directive and not item.leads:
            sentence = "Nhiệm vụ này chưa rõ giao cho cơ quan nào."
            yield Doubtful("no-body", sentence, item.start, item.end)


def _past(header: Header, items: Sequence[ReadItem], *, today: date) -> Iterator[Doubtful]:
    issued = header.issued_on or today
    for item in items:
        for deadline in item.deadlines:
            if deadline.due_on is not None and header.issued_on and deadline.due_on < issued:
                sentence = f"Thời hạn “{deadline.text}” trước ngày ban hành văn bản."
                yield Doubtful("past-deadline", sentence, deadline.start, deadline.end)


def _two_dates(items: Sequence[ReadItem]) -> Iterator[Doubtful]:
    """ "Nghị quyết số 07-NQ/ThU, ngày 29/4/2023" here and "ngày 29/4/2022" there."""
    seen: dict[str, dict[date, Citation]] = defaultdict(dict)
    for item in items:
        for citation in item.citations:
            if citation.date is not None:
                seen[citation.code].setdefault(citation.date, citation)
    for code, dates in seen.items():
        if len(dates) > 1:
            days = " và ".join(f"{day:%d/%m/%Y}" for day in sorted(dates))
            last = max(dates.values(), key=lambda one: one.start)
            sentence = f"Văn bản số {code} được ghi với các ngày khác nhau: {days}."
            yield Doubtful("two-dates", sentence, last.start, last.end)


def _no_appendix(text: str) -> Iterator[Doubtful]:
    found = _APPENDIX.search(text)
    if found and not _APPENDIX_HEAD.search(text):
        sentence = "Văn bản nhắc tới phụ lục kèm theo nhưng không thấy phụ lục."
        yield Doubtful("no-appendix", sentence, found.start(), found.end())


def _wrong_count(items: Sequence[ReadItem]) -> Iterator[Doubtful]:
    """ "07 nhóm nhiệm vụ trên đây" over an item with another number of points."""
    siblings: dict[int | None, int] = defaultdict(int)
    for item in items:
        siblings[item.parent] += bool(item.label)
    for item in items:
        found = _COUNT.search(item.text)
        have = siblings.get(item.parent, 0) if item.label == "" else 0
        if found and have > 1 and int(found["count"]) != have:
            sentence = f"Văn bản ghi “{found[0]}” nhưng đếm được {have} điểm."
            yield Doubtful("wrong-count", sentence, item.start, item.end)


def _signed_by_another(header: Header) -> Iterator[Doubtful]:
    """The Thường trực concludes and "T/M BAN THƯỜNG VỤ" signs: two bodies."""
    issuer, authority = header.issuer.upper(), header.signer.authority.upper()
    if "THƯỜNG TRỰC" in issuer and "BAN THƯỜNG VỤ" in authority and "BAN THƯỜNG VỤ" not in issuer:
        sentence = "Trích yếu ghi kết luận của Thường trực nhưng thẩm quyền ký là Ban Thường vụ."
        yield Doubtful("other-signer", sentence, 0, 0)
