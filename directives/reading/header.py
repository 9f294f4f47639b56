"""Head and foot of a paper: kind, number, dates, subject, issuer, signer, recipients."""

import re
from collections.abc import Sequence
from datetime import date

from directives.reading.clean import Line, paragraphs_of
from directives.reading.dates import DATE, date_in, made
from directives.reading.foot import recipients_of, signer_of, typist_of
from directives.reading.meeting import TELL_OF_EVENTS, meeting_in
from directives.reading.model import Header
from directives.reading.regions import (
    GREETING,
    Regions,
    is_upper,
    kind_in,
)

_NUMBER = re.compile(
    r"S[ốổôo](?:\s*/\s*[Kk]ý hiệu|\s+hiệu)?\s*[:.]?\s*(?P<number>\d{1,5})?\s*[…._]*\s*(?P<mark>[-/])\s*(?P<symbol>[A-ZĐ]{2,}[\w&Đđ]*(?:\s?[/-]\s?[\wĐđ&]+)*)"
)
_CODE = re.compile(
    r"(?P<word>Thông báo|Kết luận|Công điện|Công văn|Kế hoạch|Chỉ thị)\s+(?:kết luận\s+)?(?:số\s*:?\s*)?"
    r"(?P<number>\d{1,5})\s*(?P<mark>[-/])\s*(?P<symbol>[A-ZĐ]{2,}[\wĐđ&]*(?:[/-][\wĐđ&]+)*)",
    re.IGNORECASE,
)
_ISSUES = re.compile(
    r"Ngày\s+(?P<day>[^,]{6,30}),\s*(?:(?:thừa lệnh|thay mặt|thừa ủy quyền)\s[^,;]{3,60},\s)?(?P<issuer>(?:Bộ Chính trị, )?[^,;]{3,80}?|(?P<person>(?:đồng chí|ông|bà)\s[^;.]{3,200}?))\s+(?:(?:đã|vừa|mới)\s+)?(?:ban hành|có|ra|ký)\s+(?:ban hành\s+)?"
    r"(?=Thông báo|Kết luận|Công điện|Công văn|Kế hoạch|Chỉ thị)",
)
# What a copy of a paper's words begins with: "Toàn văn Kết luận 12-KL/TU …", "Văn phòng vừa ban hành Thông báo …".
_HEADLINE = re.compile(r"\W{0,3}(?:(?:Toàn văn|Nội dung)\s*:?\s*)?", re.IGNORECASE)
_RELEASES = re.compile(
    r"(?:\([^()]{2,30}\)\s*[-–]\s*)?(?:(?:Tại|Theo)|(?P<issuer>[^;:.]{3,100}?)\s+(?:(?:đã|vừa|mới)\s+)?(?:ban hành|ra|có|ký ban hành|ký))\s+"
    r"(?=(?:Thông báo|Kết luận|Công điện|Công văn|Kế hoạch|Chỉ thị)\s)",
)
_AFTER_CODE = re.compile(r"\s*,?\s*ngày\s+")
_PLACE = re.compile(
    r"(?P<place>[^\W\d_][^,;:]{1,40}),\s*ngày\s*(?P<day>\d{0,2})[\s.…]*tháng\s*(?P<month>\d{0,2})[\s.…]*n[ăá]m\s*(?P<year>\d{4})?",
    re.IGNORECASE,
)
# What a page of laws prints above a copy: "Ngày ban hành: 26/11/2025", "Trích yếu: Về việc …".
_PAGE_DAY = re.compile(rf"Ngày ban hành\s*:?\s*{DATE.pattern}", re.IGNORECASE)
_PAGE_SUBJECT = re.compile(r"Trích yếu\s*:?\s*(?P<subject>\S.{5,400})")
_PLACE_SHORT = re.compile(
    rf"(?P<place>[^\W\d_][^,;:]{{1,40}}),\s*ngày\s*{DATE.pattern}$", re.IGNORECASE
)
_CONCLUDES = re.compile(
    r"(?P<who>[^,;:.]{4,120}?)\s+(?:đã\s+)?(?:có ý kiến\s+)?(?:thống nhất\s+)?(?:kết luận|chỉ đạo)(?:,[^:]{0,60})?[^:]{0,60}:",
)
_SUBJECT_END = re.compile(r"Kính\s*gửi|Độc lập|[^\W\d_][^,;:]{1,40},\s*ngày\b|Số\s*[:.]")
_URGENT = ("THƯỢNG KHẨN", "HỎA TỐC", "HOẢ TỐC", "KHẨN")
_CIRCULATION = ("LƯU HÀNH NỘI BỘ", "TÀI LIỆU THU HỒI", "XEM XONG TRẢ LẠI", "KHÔNG PHỔ BIẾN")
# "KẾT LUẬN CỦA BỘ CHÍNH TRỊ VỀ …": the body is the issuer, what it is about the subject.
_CONCLUDED_BY = re.compile(r"^CỦA (?:BAN|BỘ|THƯỜNG)\b[^.;]{3,80}?\s+(?=VỀ\s)", re.IGNORECASE)
_BEHIND_CODE = re.compile(
    r"(?:\s*,?\s*(?:ngày\s+[\d/.-]{8,10}|ngày \d{1,2} tháng \d{1,2} năm \d{4}|(?:năm )?\d{4}))?\s+(?:thông báo\s+|về\s+(?=kết luận|ý kiến))?"
    r"(?P<subject>(?:về|kết luận|ý kiến)\b[^\n]{5,400}?)(?=[.;]?\s*$|\.\s)",
    re.IGNORECASE,
)
_MOTTOES = ("ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
_GLUED = re.compile(
    r"(?<=[^\W\d_])(?=(?:về|của|tại)\b)|(?:(?<=KẾT LUẬN)|(?<=THÔNG BÁO))(?=[^\W\d_])"
)
_SHORT = {
    "TB": "THÔNG BÁO",
    "KL": "KẾT LUẬN",
    "CĐ": "CÔNG ĐIỆN",
    "KH": "KẾ HOẠCH",
    "CV": "CÔNG VĂN",
    "CT": "CHỈ THỊ",
}


LONGEST_SYLLABLE = 8
LONGEST_DATE_LINE = 90  # characters
LONGEST_SUBJECT = 8  # lines


def header_of(lines: Sequence[Line], where: Regions, intro: Sequence[str], body: str) -> Header:
    """`intro`: the paragraphs before the first item; `body`: all clean words of the paper."""
    head = [piece.text for piece in paragraphs_of(lines[: where.title]).paragraphs]
    printed = [line.text for line in lines[: where.title]]
    title = [_unglued(line.text) for line in lines[where.title : where.subject]]
    behind = [line.text for line in lines[where.subject : where.body]]
    opening, told = _opening(printed, intro, alone=where.title == where.body)
    number, symbol, code = (
        _number(head + printed + title + behind)
        or _headline_number([*printed, *title[:1], *intro[:1]])
        or _cited_number(opening, told)
        or (None, "", "")
    )
    issued_on, partial, place = _issued([*_joined(printed), *head, *title, *behind], opening, told)
    told_texts = [(text, _past_issue(text)) for text in [*intro, " ".join(title)]]
    greets = any(GREETING.match(text) for text in [*printed, *head])
    kind = _kind(title, code or symbol, body) or ("CÔNG VĂN" if greets else "")
    return Header(
        kind=kind,
        number=number,
        symbol=symbol,
        code=code,
        place=place,
        issued_on=issued_on,
        issued_partial=partial,
        meeting_on=meeting_in(told_texts, only_met=kind in TELL_OF_EVENTS),
        subject=_subject(lines[: where.title], title) or _told_subject(opening, told),
        issuer=_issuer(printed, title, intro),
        superior=_superior(printed),
        signer=signer_of(lines, where),
        recipients=recipients_of(lines, where),
        urgency=_mark(head, _URGENT),
        circulation=_mark(head, _CIRCULATION),
        typist_mark=typist_of(lines, where),
        ending=_ending([line.text for line in lines[where.body : where.foot]]),
    )


def _kind(title: Sequence[str], code: str, body: str) -> str:
    if title and (told := kind_in(title[0])):
        return told
    for short, kind in _SHORT.items():
        if re.search(rf"(?:^|[-/\d]){short}(?![A-ZĐ])", code):
            return kind
    if code:
        return "CÔNG VĂN"
    named = {kind: body.count(f"{kind.capitalize()} này") for kind in _SHORT.values()}
    best = max(named, key=lambda kind: named[kind])
    return best if named[best] else ""


def _number(texts: Sequence[str]) -> tuple[int | None, str, str] | None:
    for text in texts:
        found = _NUMBER.match(text.strip())
        if found:
            symbol = found["mark"] + re.sub(r"\s+", "", found["symbol"])
            number = found["number"]
            return (int(number), symbol, number + symbol) if number else (None, symbol, "")
    return None


def _code(found: re.Match[str] | None) -> tuple[int | None, str, str] | None:
    if found is None:
        return None
    symbol = found["mark"] + found["symbol"]
    return int(found["number"]), symbol, found["number"] + symbol


def _headline_number(texts: Sequence[str]) -> tuple[int | None, str, str] | None:
    """ "THÔNG BÁO SỐ 12-TB/ĐU" as a title, "Toàn văn Kết luận 12-KL/TU …" above a copy."""
    for text in texts:
        opens = _HEADLINE.match(text)
        found = _CODE.match(text, opens.end()) if opens else None
        if found:
            return _code(found)
    return None


def _opening(
    printed: Sequence[str], intro: Sequence[str], *, alone: bool
) -> tuple[str, re.Match[str] | None]:
    """The first sentence of a copy that tells which paper it is, and the code in it. A paper with a title of its own
    (not `alone`) may have such a sentence above it.
    """
    for text in (*printed, *(intro if alone else ())):
        told = _released(text)
        if told or (text in printed and _ISSUES.search(text)):
            return text, told
    return " ".join(intro[:3]), None


def _released(opening: str) -> re.Match[str] | None:
    """The code in "Văn phòng vừa ban hành Thông báo số …" or "Tại Thông báo số …, X kết luận"."""
    told = _RELEASES.match(opening)
    return _CODE.match(opening, told.end()) if told else None


def _cited_number(opening: str, told: re.Match[str] | None) -> tuple[int | None, str, str] | None:
    """A copy of a notice on a web page tells its number in the first sentence: "… ban hành Thông báo 12/TB-VP"."""
    return _code(_CODE.search(opening) if _ISSUES.search(opening) else told)


def _joined(printed: Sequence[str]) -> list[str]:
    """Each line alone and with those it may be wrapped onto: "Hà Nội, ngày 12" / "tháng 11 năm 2025"; first with
    a word of the place that was left behind ("Hà" / "Nội, ngày 12").
    """
    return [
        " ".join(printed[at - size : at + more])
        for more in (1, 2, 3)
        for at in range(len(printed))
        for size in (1, 0)
        if at >= size and (not size or _is_one_word(printed[at - 1]))
    ]


def _is_one_word(text: str) -> bool:
    return text.isalpha() and text.istitle() and len(text) < LONGEST_SYLLABLE


def _issued(
    texts: Sequence[str], opening: str, released: re.Match[str] | None
) -> tuple[date | None, str, str]:
    for text in texts:
        if len(text) >= LONGEST_DATE_LINE:
            continue
        found = _PLACE.match(text)
        if found:
            partial = re.sub(
                r"^ngày\s*(?=tháng)|tháng\s*(?=năm)", "", found[0].split(",", 1)[1].strip()
            )
            on = made(found["year"], found["month"], found["day"]) if _whole(found) else None
            return on, "" if on else partial, found["place"].strip()
        short = _PLACE_SHORT.match(text)
        if short:
            return date_in(short), "", short["place"].strip()
    page = next((found for text in texts if (found := _PAGE_DAY.match(text))), None)
    return date_in(page) if page else _told_day(opening, released), "", ""


def _told_day(opening: str, released: re.Match[str] | None) -> date | None:
    """The day a copy tells its paper was issued on."""
    told = _ISSUES.search(opening)
    dated = DATE.search(told["day"]) if told else None
    if dated is None and released:
        gap = _AFTER_CODE.match(opening, released.end())
        dated = DATE.match(opening, gap.end()) if gap else None
    return date_in(dated) if dated else None


def _past_issue(text: str) -> int:
    """Where "Ngày …, X ban hành " ends: the day before it is the paper's own."""
    issued = _ISSUES.search(text)
    return issued.end() if issued else 0


def _whole(found: re.Match[str]) -> bool:
    return bool(found["day"] and found["month"] and found["year"])


def _unglued(title: str) -> str:
    """Web copies lose the break in "KẾT LUẬNCỦA BỘ CHÍNH TRỊvề …"."""
    return _GLUED.sub(
        lambda gap: " " if title[gap.start() - 1 : gap.start()].isupper() else "", title
    )


def _subject(head: Sequence[Line], title: Sequence[str]) -> str:
    if title:
        coded = _CODE.match(title[0])
        begin = coded.end() if coded else len(kind_in(title[0]))
        words = " ".join([title[0][begin:], *title[1:]]).strip()
        return _CONCLUDED_BY.sub("", words)
    for index, line in enumerate(head):
        numbered = _NUMBER.match(line.text)
        begin = numbered.end() + 1 if numbered else 0  # "Số: 12/UBND-TC V/v …"
        if line.text.startswith(("V/v", "Về việc"), begin):
            return _wrapped_subject(head[index : index + LONGEST_SUBJECT])[begin:]
    page = next((found for line in head if (found := _PAGE_SUBJECT.match(line.text))), None)
    return page["subject"] if page else ""


def _wrapped_subject(lines: Sequence[Line]) -> str:
    """ "V/v …" with the lines it goes on in, up to the motto, the date line or those greeted."""
    texts = [lines[0].text]
    for line, after in zip(lines[1:], [*lines[2:], lines[0]], strict=False):
        over = line.after_blank and not line.text[0].islower()
        place = line.text.endswith(",") and after.text.startswith("ngày")
        if over or place or is_upper(line.text) or _SUBJECT_END.match(line.text):
            break
        texts.append(line.text)
    return " ".join(texts)


def _told_subject(opening: str, released: re.Match[str] | None) -> str:
    """What a copy's first sentence says behind the number: "… Thông báo 12/TB-VP năm 2025 kết luận của X về …"."""
    issued = _ISSUES.search(opening)
    code = _CODE.search(opening, issued.end()) if issued else released
    behind = _BEHIND_CODE.match(opening, code.end()) if code else None
    return behind["subject"] if behind else ""


def _issuer(head: Sequence[str], title: Sequence[str], intro: Sequence[str]) -> str:
    """The lower body in the letterhead; else the body the title or the introduction says concluded."""
    letterhead = _letterhead(head)
    if letterhead:
        return letterhead[-1]
    named = re.search(
        r"(?:KẾT LUẬN|Ý KIẾN)\s+CỦA\s+(.+?)(?=\s+(?:TẠI|VỀ|SAU|VỚI)\b|$)",
        " ".join(title),
        re.IGNORECASE,
    )
    if named:
        return named[1].strip()
    told = _ISSUES.search(" ".join(intro[:3]))
    if told and not told["person"]:
        return told["issuer"].strip()
    for text in intro:
        found = list(_CONCLUDES.finditer(text[-400:]))
        if found:
            return found[-1]["who"].strip()
    return ""


def _letterhead(head: Sequence[str]) -> list[str]:
    """Upper-case lines of the head, wraps joined where a line ends in the middle of a name."""
    lines: list[str] = []
    for text in head:
        if not is_upper(text) or _NUMBER.match(text) or _mark([text], _URGENT + _CIRCULATION):
            continue
        if _of_motto(text) or _headline_number([text]):
            continue
        if lines and len(text.split()) == 1:
            lines[-1] = f"{lines[-1]} {text}"
        else:
            lines.append(text)
    return [line for line in lines if "CHỦ NGHĨA" not in line and "ĐỘC LẬP" not in line]


def _of_motto(text: str) -> bool:
    """The country's or the Party's name, or the line it was wrapped onto; "ĐẢNG" alone may open either."""
    bare = text.replace("HOÀ", "HÒA")
    return any(bare in motto or motto in bare for motto in _MOTTOES)


def _superior(head: Sequence[str]) -> str:
    lines = _letterhead(head)
    return lines[0] if len(lines) > 1 else ""


def _mark(texts: Sequence[str], marks: Sequence[str]) -> str:
    for text in texts:
        for mark in marks:
            if text.strip(" []().*").upper() == mark:
                return text.strip(" []().*")
    return ""


def _ending(texts: Sequence[str]) -> str:
    last = next((text.rstrip() for text in reversed(texts) if text.strip()), "")
    return "./." if last.endswith("./.") else "." if last.endswith(".") else ""
