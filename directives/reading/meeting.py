"""The day the meeting was held, told in the first paragraphs among other days."""

import re
from collections.abc import Sequence
from datetime import date

from directives.reading.dates import DATE, date_in

# These tell of what happened; a day in them is a meeting's only where they say so.
TELL_OF_EVENTS = frozenset({"CÔNG ĐIỆN", "CÔNG VĂN", "KẾ HOẠCH", "CHỈ THỊ"})
_MEETING = re.compile(
    r"(?:(?:sáng|chiều|tối|trong|từ|các|vào|đến)\s+)*(?:phiên họp\s+)?(?:ngày|ngày:|sáng|chiều|tối)\s*$",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"(?:[-/][A-ZĐ][\wĐđ]*|số\s+\S+|TW|Chính phủ|luật|nghị quyết|kết luận|công văn|kế hoạch|tờ trình|báo cáo)\s*,?\s*(?:ngày)?\s*$",
    re.IGNORECASE,
)
_WINDOW = re.compile(
    r"ngày\s+\d{1,2}(?:\s*,\s*\d{1,2}){0,4}\s*,\s*$|ngày\s+\d{1,2}(?:/\d{1,2})?(?:,\s*\d{1,2}){0,5}\s*(?:đến|và|-|–)\s*(?:ngày\s*)?$",
    re.IGNORECASE,
)
_MET = re.compile(r"(?:họp|làm việc|[Hh]ội nghị|giao ban)\b[^.;]{0,60}$")
# Behind the day: ", Chủ tịch UBND tỉnh đã chủ trì cuộc họp …".
_HELD = re.compile(
    r",\s[^.;:]{3,120}?\b(?:chủ trì|tổ chức|dự|chủ tọa|có)\s(?:[^\W\d_]+\s){0,3}?(?:họp|cuộc họp|phiên họp|hội nghị|buổi làm việc|làm việc)\b",
    re.IGNORECASE,
)
# What is no meeting: ", UBND tỉnh đã công bố …", ", Thủ tướng ký Quyết định …".
_ELSE = re.compile(
    r",\s[^.;:,(]{3,80}?\s(?:đã\s)?(?:công bố|ban hành|phê duyệt|ký|có văn bản|có công văn|quyết định)\b",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"(?:và|,)\s(?:[^\W\d_]+[\s,]+){0,12}?(?:(?:vào\s)?(?:sáng|chiều|tối))\s(?:ngày\s)?$",
    re.IGNORECASE,
)


def meeting_in(told: Sequence[tuple[str, int]], *, only_met: bool) -> date | None:
    """The first day that neither dates a document nor the issue; of several days of meeting the last. `told`: each
    paragraph, and where in it the telling begins; `only_met`: a day counts only where the words speak of a meeting.
    """
    for text, begin in told:
        found: re.Match[str] | None = None
        for day in DATE.finditer(text, begin):
            before = text[max(0, day.start() - 60) : day.start()]
            if found is not None:
                gap = text[found.end() : day.start()]
                if "." in gap or not (_SESSION.search(gap) or _WINDOW.search(before)):
                    break
                found = day
            elif _is_of_meeting(text, day, before, only_met=only_met):
                found = day
        if found is not None:
            return date_in(found)
    return None


def _is_of_meeting(text: str, day: re.Match[str], before: str, *, only_met: bool) -> bool:
    if re.search(r"(?:trước|chậm nhất|ban hành)\s+(?:ngày\s*)?$", before) or _ELSE.match(
        text, day.end()
    ):
        return False
    if only_met and not (_MET.search(before) or _HELD.match(text, day.end())):
        return False
    return bool(_WINDOW.search(before)) or (bool(_MEETING.search(before)) and not _is_cited(before))


def _is_cited(before: str) -> bool:
    bare = _MEETING.sub("", before)
    return bool(_CITED.search(bare)) and not re.search(r"phiên họp\s*$|cuộc họp\s*$", bare)
