"""Head and foot of a paper: kind, number, dates, subject, issuer, signer, recipients."""

import re
from collections.abc import Sequence
from datetime import date

from directives.reading.clean import Line, paragraphs_of
from directives.reading.dates import DATE, date_in, made
from directives.reading.model import Header, Recipient, Signer
from directives.reading.regions import (
    AUTHORITY,
    POST,
    RECIPIENTS,
    Regions,
    is_upper,
    kind_in,
)

_NUMBER = re.compile(
    r"Số\s*[:.]?\s*(?P<number>\d{1,5})?\s*[…._]*\s*(?P<mark>[-/])\s*(?P<symbol>[A-ZĐ]{2,}[\w&Đđ]*(?:\s?[/-]\s?[\wĐđ&]+)*)"
)
_CODE = re.compile(
    r"(?P<word>Thông báo|Kết luận|Công điện|Công văn|Kế hoạch|Chỉ thị)\s+(?:kết luận\s+)?(?:số\s*:?\s*)?"
    r"(?P<number>\d{1,5})\s*(?P<mark>[-/])\s*(?P<symbol>[A-ZĐ]{2,}[\wĐđ&]*(?:[/-][\wĐđ&]+)*)",
    re.IGNORECASE,
)
_ISSUES = re.compile(
    r"Ngày\s+(?P<day>[^,]{6,30}),\s*(?P<issuer>[^,;]{3,80}?)\s+(?:đã\s+)?(?:ban hành|có|ra|ký)\s+(?:ban hành\s+)?"
    r"(?=Thông báo|Kết luận|Công điện|Công văn|Kế hoạch|Chỉ thị)",
)
_PLACE = re.compile(
    r"(?P<place>[^\W\d_][^,;:]{1,40}),\s*ngày\s*(?P<day>\d{0,2})[\s.…]*tháng\s*(?P<month>\d{0,2})[\s.…]*năm\s*(?P<year>\d{4})?",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"(?:(?:sáng|chiều|tối|trong|từ|các|vào|đến)\s+)*(?:phiên họp\s+)?(?:ngày|ngày:)\s*$",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"(?:[-/][A-ZĐ][\wĐđ]*|số\s+\S+|TW|Chính phủ|luật|nghị quyết|kết luận|công văn|kế hoạch|tờ trình|báo cáo)\s*,?\s*(?:ngày)?\s*$",
    re.IGNORECASE,
)
_WINDOW = re.compile(r"ngày\s+\d{1,2}(?:/\d{1,2})?\s*(?:đến|và|-|–)\s*(?:ngày\s*)?$", re.IGNORECASE)
_CONCLUDES = re.compile(
    r"(?P<who>[^,;:.]{4,120}?)\s+(?:đã\s+)?(?:có ý kiến\s+)?(?:thống nhất\s+)?(?:kết luận|chỉ đạo)(?:,[^:]{0,60})?[^:]{0,60}:",
)
_URGENT = ("THƯỢNG KHẨN", "HỎA TỐC", "HOẢ TỐC", "KHẨN")
_CIRCULATION = ("LƯU HÀNH NỘI BỘ", "TÀI LIỆU THU HỒI", "XEM XONG TRẢ LẠI", "KHÔNG PHỔ BIẾN")
_NAME = re.compile(r"(?:[^\W\d_]+\s+){1,5}[^\W\d_]+$")
_SHORT = {
    "TB": "THÔNG BÁO",
    "KL": "KẾT LUẬN",
    "CĐ": "CÔNG ĐIỆN",
    "KH": "KẾ HOẠCH",
    "CV": "CÔNG VĂN",
    "CT": "CHỈ THỊ",
}


def header_of(lines: Sequence[Line], where: Regions, intro: Sequence[str], body: str) -> Header:
    """`intro`: the paragraphs before the first item; `body`: all clean words of the paper."""
    head = [piece.text for piece in paragraphs_of(lines[: where.title]).paragraphs]
    printed = [line.text for line in lines[: where.title]]
    title = [line.text for line in lines[where.title : where.subject]]
    behind = [line.text for line in lines[where.subject : where.body]]
    opening = " ".join(intro[:3])
    number, symbol, code = (
        _number(head + printed + title + behind) or _cited_number(opening) or (None, "", "")
    )
    issued_on, partial, place = _issued(printed + head + title + behind, opening)
    signer = _signer(lines, where)
    kind = _kind(title, code or symbol, body)
    return Header(
        kind=kind,
        number=number,
        symbol=symbol,
        code=code,
        place=place,
        issued_on=issued_on,
        issued_partial=partial,
        # A telegram tells of what happened, not of a meeting.
        meeting_on=None if kind == "CÔNG ĐIỆN" else _meeting(intro, title),
        subject=_subject(head, title),
        issuer=_issuer(printed, title, intro),
        superior=_superior(printed),
        signer=signer,
        recipients=_recipients(lines, where),
        urgency=_mark(head, _URGENT),
        circulation=_mark(head, _CIRCULATION),
        typist_mark=_typist(lines, where),
        ending=_ending([line.text for line in lines[where.body : where.foot]]),
    )


def _kind(title: Sequence[str], code: str, body: str) -> str:
    if title:
        return kind_in(title[0])
    for short, kind in _SHORT.items():
        if re.search(rf"(?:^|[-/\d]){short}(?![A-ZĐ])", code):
            return kind
    if code:
        return "CÔNG VĂN"
    told = {kind: body.count(f"{kind.capitalize()} này") for kind in _SHORT.values()}
    best = max(told, key=lambda kind: told[kind])
    return best if told[best] else ""


def _number(texts: Sequence[str]) -> tuple[int | None, str, str] | None:
    for text in texts:
        found = _NUMBER.match(text.strip())
        if found:
            symbol = found["mark"] + re.sub(r"\s+", "", found["symbol"])
            number = found["number"]
            return (int(number), symbol, number + symbol) if number else (None, symbol, "")
    return None


def _cited_number(opening: str) -> tuple[int | None, str, str] | None:
    """A copy of a notice on a web page tells its number in the first sentence: "… ban hành Thông báo 12/TB-VP"."""
    found = _CODE.search(opening) if _ISSUES.search(opening) else None
    if found is None:
        return None
    symbol = found["mark"] + found["symbol"]
    return int(found["number"]), symbol, found["number"] + symbol


def _issued(texts: Sequence[str], opening: str) -> tuple[date | None, str, str]:
    for text in texts:
        found = _PLACE.match(text)
        if found and len(text) < 90:
            partial = re.sub(
                r"^ngày\s*(?=tháng)|tháng\s*(?=năm)", "", found[0].split(",", 1)[1].strip()
            )
            on = made(found["year"], found["month"], found["day"]) if _whole(found) else None
            return on, "" if on else partial, found["place"].strip()
    told = _ISSUES.search(opening)
    dated = DATE.search(told["day"]) if told else None
    return (date_in(dated) if dated else None), "", ""


def _whole(found: re.Match[str]) -> bool:
    return bool(found["day"] and found["month"] and found["year"])


def _meeting(intro: Sequence[str], title: Sequence[str]) -> date | None:
    """The first day told in the introduction that neither dates a document nor the issue; of a span the last."""
    for text in [*intro, " ".join(title)]:
        begin = told.end() if (told := _ISSUES.search(text)) else 0
        spans = list(DATE.finditer(text, begin))
        for found in spans:
            before = text[max(0, found.start() - 60) : found.start()]
            if re.search(r"(?:trước|chậm nhất)\s+(?:ngày\s*)?$", before):
                continue
            if _WINDOW.search(before) or (_MEETING.search(before) and not _is_cited(before)):
                return date_in(found)
    return None


def _is_cited(before: str) -> bool:
    bare = _MEETING.sub("", before)
    return bool(_CITED.search(bare)) and not re.search(r"phiên họp\s*$|cuộc họp\s*$", bare)


def _subject(head: Sequence[str], title: Sequence[str]) -> str:
    if title:
        first = title[0][len(kind_in(title[0])) :].strip()
        return " ".join([*([first] if first else []), *title[1:]])
    for index, text in enumerate(head):
        if text.startswith(("V/v", "Về việc")):
            rest = [t for t in head[index + 1 : index + 3] if t[0].islower()]
            return re.split(r"\s+CỘNG H(?:ÒA|OÀ)", " ".join([text, *rest]))[0]
    return ""


def _issuer(head: Sequence[str], title: Sequence[str], intro: Sequence[str]) -> str:
    """The lower body in the letterhead; else the body the title or the introduction says concluded."""
    letterhead = [
        text for text in _letterhead(head) if "CỘNG HÒA" not in text and "ĐẢNG CỘNG" not in text
    ]
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
    if told:
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
        if lines and len(text.split()) == 1:
            lines[-1] = f"{lines[-1]} {text}"
        else:
            lines.append(text)
    return [line for line in lines if "CHỦ NGHĨA" not in line and "ĐỘC LẬP" not in line]


def _superior(head: Sequence[str]) -> str:
    lines = [
        text for text in _letterhead(head) if "CỘNG HÒA" not in text and "ĐẢNG CỘNG" not in text
    ]
    return lines[0] if len(lines) > 1 else ""


def _mark(texts: Sequence[str], marks: Sequence[str]) -> str:
    for text in texts:
        for mark in marks:
            if text.strip(" []().*").upper() == mark:
                return text.strip(" []().*")
    return ""


def _recipients(lines: Sequence[Line], where: Regions) -> tuple[Recipient, ...]:
    begin = next(
        (i for i in range(where.foot, len(lines)) if RECIPIENTS.match(lines[i].text)), None
    )
    if begin is None:
        return ()
    found: list[str] = []
    rest = RECIPIENTS.sub("", lines[begin].text).lstrip(" :")
    for text in ([rest] if rest else []) + [line.text for line in lines[begin + 1 :]]:
        if text[0] in "-–—+•*":
            found.append(text[1:].strip())
        elif _ends_list(text, found):
            break
        elif found:
            found[-1] = f"{found[-1]} {text}"
        else:
            found.append(text)
    return tuple(
        Recipient(text.rstrip(";, "), "t/h" in text) for text in found if text.strip(";,. ")
    )


def _ends_list(text: str, found: Sequence[str]) -> bool:
    if is_upper(text) and (AUTHORITY.match(text) or len(text.split()) >= 2) and "," not in text:
        return True
    return (
        bool(found)
        and found[-1].lstrip().startswith("Lưu")
        and found[-1].endswith(".")
        and bool(_NAME.match(text))
    )


def _typist(lines: Sequence[Line], where: Regions) -> str:
    for line in lines[where.foot : where.foot + 1]:
        if len(line.text) <= 4 and line.text.isalpha():
            return line.text
    return ""


def _ending(texts: Sequence[str]) -> str:
    last = next((text.rstrip() for text in reversed(texts) if text.strip()), "")
    return "./." if last.endswith("./.") else "." if last.endswith(".") else ""


def _signer(lines: Sequence[Line], where: Regions) -> Signer:
    texts = [line.text for line in lines[where.foot :]]
    begin = next((i for i, text in enumerate(texts) if is_upper(text) and _signs(text)), None)
    if begin is None:
        return Signer()
    block = texts[begin : begin + 8]
    upper = []
    for text in block:
        if not is_upper(text) and not text.startswith("("):
            break
        upper.append(text)
    rest = [text for text in block[len(upper) :] if _NAME.match(text) and text[0].isupper()]
    name = rest[0] if rest else ""
    authority = _authority(upper)
    return Signer(" ".join(authority), " ".join(upper[len(authority) :]), name)


def _signs(text: str) -> bool:
    return bool(AUTHORITY.match(text) or POST.match(text))


def _authority(upper: Sequence[str]) -> Sequence[str]:
    """The "T/M …" line, with the line it was wrapped onto when it ends in a comma."""
    if not upper or not AUTHORITY.match(upper[0]):
        return []
    size = 1
    while size < len(upper) and upper[size - 1].endswith(","):
        size += 1
    return upper[:size]
