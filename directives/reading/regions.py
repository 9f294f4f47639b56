"""Where the head of a paper stops and its foot begins."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from directives.reading.clean import Line
from directives.reading.labels import label_of

KINDS = (
    "THÔNG BÁO KẾT LUẬN",
    "THÔNG BÁO",
    "KẾT LUẬN",
    "CÔNG ĐIỆN",
    "CÔNG VĂN",
    "KẾ HOẠCH",
    "CHỈ ĐẠO",
    "CHỈ THỊ",
    "NGHỊ QUYẾT",
    "QUYẾT ĐỊNH",
)
HEAD_LINES = 45  # the title stands within these
LONGEST_LABEL = 40  # characters of a line that says "Nơi nhận" and little more
_OPENERS = re.compile(
    r"(?:Ngày|Từ ngày|Trong (?:các )?ngày|Sáng|Chiều|Tối|Thực hiện|Sau khi|Trên cơ sở|Căn cứ|Qua|Theo|Tại|Vừa qua"
    r"|Tiếp theo|Để|Thời gian|Trong thời gian|Xét|Kính gửi)\b"
)
_HEAD_LINE = re.compile(
    r"S[ốổôo]\s*[:.]?\s*\d{0,5}\s*[-/]\s*[A-ZĐ]|[^\W\d_][^,;:]{1,40}, *ngày\b[^;:]{0,40}\d{4}$"
)
# What a page of laws prints above a paper: "Ngày ban hành | 09/01/2025".
_PAGE_LINE = re.compile(
    r"(?P<told>Số hiệu|Số/Ký hiệu|Ngày (?:ban hành|có hiệu lực|đăng)|Loại văn bản|Cơ quan ban hành|Nơi ban hành|Người ký|Lĩnh vực|Trích yếu)"
    r"\b[^.;]*$"
)
_MOTTO = re.compile(r"Độc lập *[-–]", re.IGNORECASE)
GREETING = re.compile(r"Kính\s*gửi\b")
_WIRES = re.compile(r"(?:^|\s)(?:điện|ĐIỆN)\s*:")
_SUBJECT = re.compile(
    r"(?:Kết luận|Ý kiến|Họp|Phiên họp|Cuộc họp|Hội nghị|Về|V/v|Thông báo|Nội dung|Triển khai|của|tại)\b",
    re.IGNORECASE,
)
AUTHORITY = re.compile(
    r"(?:T\s?[./]\s?M|T\s?[./]\s?L|K\s?[./]\s?T|T\s?U\s?Q|TM|TL|KT|TUQ|Q)\s?[./]?\s+(?=[^\W\d_])"
)
POST = re.compile(
    r"(?:PHÓ |QUYỀN |Q\. ?)?(?:BÍ THƯ|CHÁNH VĂN PHÒNG|CHỦ TỊCH|TRƯỞNG BAN|CHỦ NHIỆM|BỘ TRƯỞNG|GIÁM ĐỐC|TRƯỞNG ĐOÀN"
    r"|THỦ TƯỚNG|THƯỜNG TRỰC|TỔNG BÍ THƯ)\b"
)
RECIPIENTS = re.compile(r"\W{0,3}N[ơo]i\s+nh[ậâạan]n\b", re.IGNORECASE)  # a scan may lose the marks


@dataclass(frozen=True, slots=True)
class Regions:
    """Line numbers: head `0:title`, title `title:subject`, whom a telegram goes to `subject:body`,
    body `body:foot`, foot to the end.
    """

    title: int
    subject: int
    body: int
    foot: int


def regions_of(lines: Sequence[Line]) -> Regions:
    """`title == body` when the paper bears no title of its own (a copy of its words, a letter)."""
    title = _title(lines)
    if title is None:
        greeted = _after_greeting(lines)
        subject, body = (greeted, greeted) if greeted else _after_letterhead(lines)
        return Regions(subject, body, body, _foot(lines, body))
    subject = _after_subject(lines, title)
    body = _after_addressed(lines, _after_printed_head(lines, subject))
    return Regions(title, subject, body, _foot(lines, body))


def body_lines(lines: Sequence[Line], where: Regions) -> list[Line]:
    """The running text. Of several papers in one file, the foot of one and the head
    and the introduction of the next are none.
    """
    kept: list[Line] = []
    index = where.body
    while index < where.foot:
        if RECIPIENTS.match(lines[index].text) and len(lines[index].text) < LONGEST_LABEL:
            after = _next_paper(lines, index, where.foot)
            if after:
                index = after
                continue
        kept.append(lines[index])
        index += 1
    return kept


def _next_paper(lines: Sequence[Line], foot: int, end: int) -> int:
    """Where the running text goes on behind a title that follows a foot within sight; 0 when none does."""
    for index in range(foot + 1, min(foot + 2 * HEAD_LINES, end)):
        if is_upper(lines[index].text) and kind_in(lines[index].text):
            return _after_introduction(lines, _after_subject(lines, index), end)
    return 0


def _after_introduction(lines: Sequence[Line], begin: int, end: int) -> int:
    """Past the lines that tell of the meeting, where they end in a colon before the first label."""
    for index in range(begin, min(begin + HEAD_LINES, end)):
        if label_of(lines[index].text) is not None:
            break
        if lines[index].text.endswith(":"):
            return index + 1
    return begin


def is_upper(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and sum(char.isupper() for char in letters) >= 0.85 * len(letters)


def kind_in(text: str) -> str:
    """The kind of paper a title line names; "" when it names none."""
    bare = " ".join(text.split()).strip(" .:")
    for kind in KINDS:
        if bare.startswith(kind) and (bare == kind or kind != "THÔNG BÁO KẾT LUẬN"):
            return kind
    return _BY_LETTERS.get(_letters(bare), "")


def _letters(text: str) -> str:
    """Without marks: what a scan that slips over them keeps ("KÉT LUẬN")."""
    return "".join(
        char for char in unicodedata.normalize("NFD", text) if char.isalpha() or char == " "
    )


_BY_LETTERS = {_letters(kind): kind for kind in KINDS}


def _title(lines: Sequence[Line]) -> int | None:
    for index, line in enumerate(lines[:HEAD_LINES]):
        if (line.strong or is_upper(line.text)) and kind_in(line.text):
            return index
    return None


def _after_subject(lines: Sequence[Line], title: int) -> int:
    index = title + 1
    while index < len(lines) and _in_subject(lines, title, index):
        index += 1
    return index


def _after_printed_head(lines: Sequence[Line], index: int) -> int:
    """Copies print "Số: …" and the date line behind the title."""
    while (
        index < len(lines) and len(lines[index].text) < 90 and _HEAD_LINE.match(lines[index].text)
    ):
        index += 1
    return index


def _after_addressed(lines: Sequence[Line], index: int) -> int:
    """A telegram says after its title to whom it goes: "THỦ TƯỚNG CHÍNH PHỦ điện:" and dashes."""
    for first in range(index, min(index + 2, len(lines))):
        if _WIRES.search(lines[first].text):
            after = first + 1
            while after < len(lines) and _is_addressed(lines, after):
                after += 1
            return after
    return index


def _is_addressed(lines: Sequence[Line], index: int) -> bool:
    line, before = lines[index], lines[index - 1]
    wrapped = not line.after_blank and before.text[-1] not in ".:" and label_of(line.text) is None
    return line.text[0] in "-–+•" or before.text[-1] in ";," or wrapped


def _in_subject(lines: Sequence[Line], title: int, index: int) -> bool:
    line, before = lines[index], lines[index - 1]
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    if _WIRES.search(line.text) or (_WIRES.search(after) and POST.match(line.text)):
        return False
    if is_upper(line.text) and not AUTHORITY.match(line.text):
        return label_of(line.text) is None
    if _OPENERS.match(line.text):
        return False
    if line.text[0].islower() or (line.text[0] == "(" and not line.text[1:2].isdecimal()):
        return True
    if line.strong or (index == title + 1 and _SUBJECT.match(line.text)):
        return label_of(line.text) is None and line.text[-1] not in ".;:"
    joined = not line.after_blank and index > title + 1 and not is_upper(before.text)
    return joined and before.text[-1] not in ".;:"


def _after_greeting(lines: Sequence[Line]) -> int:
    """A letter has no title: its body starts after "Kính gửi" and those greeted; nor has a telegram in the news."""
    for index, line in enumerate(lines[:HEAD_LINES]):
        wrapped = line.text == "Kính" and index + 1 < len(lines)
        if GREETING.match(f"Kính {lines[index + 1].text}" if wrapped else line.text):
            after = index + 1 + wrapped
            while after < len(lines) and lines[after].text[0] in "-–+;":
                after += 1
            return after
        if _WIRES.search(line.text):
            return _after_addressed(lines, index)
    return 0


def _after_letterhead(lines: Sequence[Line]) -> tuple[int, int]:
    """Where the subject of a head that names no kind begins, and where the running text does; 0, 0 where no number
    and no date show that it is a head.
    """
    index, subject = 0, 0
    while index < min(len(lines), HEAD_LINES) and _in_letterhead(lines, index):
        index += 1
        subject = index if _HEAD_LINE.match(lines[index - 1].text) else subject
    return (subject, index) if subject else (0, 0)


def _in_letterhead(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    told = index > 0 and _PAGE_LINE.fullmatch(lines[index - 1].text)
    value = bool(
        told and lines[index - 1].text == told["told"]
    )  # "Số hiệu" and in the next cell "77/KH-UBND"
    if value or _HEAD_LINE.match(text) or _MOTTO.match(text) or _PAGE_LINE.match(text):
        return True
    return text.startswith("V/v") or (is_upper(text) and label_of(text) is None)


def _foot(lines: Sequence[Line], body: int) -> int:
    for index in range(len(lines) - 1, body, -1):
        if _tells_recipients(lines[index].text):
            return _with_signer_before(lines, body, index)
    for index in range(max(body, len(lines) - 12), len(lines)):
        text = lines[index].text
        if is_upper(text) and (AUTHORITY.match(text) or POST.match(text)):
            return index
    return len(lines)


def _tells_recipients(text: str) -> bool:
    """ "Nơi nhận:" alone, or with all of them behind it: "Nơi nhận: Như trên; UBND xã; Lưu VT."."""
    told = RECIPIENTS.match(text)
    if told is None:
        return False
    return len(text) < LONGEST_LABEL or text[told.end() :].lstrip()[:1] == ":"


def _with_signer_before(lines: Sequence[Line], body: int, index: int) -> int:
    """Some papers print the signature above "Nơi nhận", and many a typist's mark."""
    first = 0
    for at in range(index - 1, max(index - 7, body), -1):
        text = lines[at].text
        if is_upper(text) and (AUTHORITY.match(text) or POST.match(text)):
            first = at
        elif first:
            break
    if first:
        return first
    mark = lines[index - 1].text
    return index - 1 if len(mark) <= 4 and mark.isalpha() else index
