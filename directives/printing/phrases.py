"""Where a summary too long for one line is broken: before "tại", "về", "giữa", never inside a word.

A Vietnamese word is often two syllables apart ("nhiệm vụ"); of those that summaries are made of
a list is kept, of names the capitals tell.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from directives.printing import widths

_BEGIN_A_CLAUSE = "tại về giữa sau nhân nhằm"
_BEGIN_A_PHRASE = "của với và trong trên do theo cho từ đến đối năm để tới ở bằng"
_TWO_SYLLABLES = """
an toàn, bí thư, bảo đảm, ban mttq, ban nhân, báo cáo, buổi làm, cán bộ, chi bộ, chính quyền,
chính trị, chủ tịch, chuẩn bị, công an, công tác, công trình, cuộc họp, cứu hộ, cứu nạn,
dân phố, đại biểu, đảng bộ, đảng ủy, đảng viên, đề án, địa bàn, địa phương, đô thị, đôn đốc,
đối thoại, đối với, đồng chí, giải quyết, giải trình, giao ban, hệ thống, hoàn thành, hội nghị,
huyện ủy, kế hoạch, kết luận, kết quả, khắc phục, kiến nghị, lãnh đạo, làm việc, môi trường,
ngân sách, nghị quyết, nhân dân, nhiệm kỳ, nhiệm vụ, phát triển, phê bình, phòng chống,
phối hợp, phường ủy, quản lý, sử dụng, sự cố, tăng cường, thành phố, thành ủy, thông báo,
thủ trưởng, thực hiện, thường trực, thường vụ, tiếp nhận, tiếp tục, tiếp xúc, tình hình,
tỉnh ủy, tổ chức, tổ dân, tổ trưởng, trật tự, triển khai, trung tâm, trường học, trưởng thôn,
truyền thống, tự nhiên, ủy ban, văn hóa, văn phòng, vệ sinh, về việc, việc chậm, việc với,
vụ giao, xã hội, xây dựng, yêu cầu
"""
_CLAUSES = frozenset(_BEGIN_A_CLAUSE.split())
_PHRASES = frozenset(_BEGIN_A_PHRASE.split())
_ONE_WORD = frozenset(tuple(word.split()) for word in _TWO_SYLLABLES.split(","))
# What a break costs beside unevenness, whose least is 0 and whose most is 100 a line.
_AT_CLAUSE, _AT_MARK, _AT_PHRASE, _ELSEWHERE, _IN_A_WORD = 0, 10, 12, 75, 300
_ONE_LINE_MORE = 60
_OVERHANG = 100_000


def phrased(
    text: str, size_pt: float, face: Mapping[str, int], *, room_mm: float
) -> tuple[str, ...]:
    """Break `text` at its clauses into few lines that fit the room, the last as full as the others.

    A text of very many lines is no summary, and is left as it fills.
    """
    filled = widths.balanced(text, size_pt, face, room_mm=room_mm)
    if not 1 < len(filled) <= widths.MOST_LINES:
        return filled
    words = text.split()
    wide = [widths.width_mm(word, size_pt, face) for word in words]
    broken = _best(words, wide, widths.width_mm(" ", size_pt, face), room_mm)
    edges = (0, *broken, len(words))
    return tuple(" ".join(words[a:b]) for a, b in pairwise(edges))


def _best(words: Sequence[str], wide: Sequence[float], space: float, room: float) -> list[int]:
    """The places of the breaks that cost least together, reckoned from the end of the text back."""
    cost = [0.0] * (len(words) + 1)
    following = [len(words)] * (len(words) + 1)
    for begin in range(len(words) - 1, -1, -1):
        choices = (
            (_line_cost(filled, room) + _break_cost(words, end) + cost[end], end)
            for end, filled in _lines_from(begin, wide, space, room)
        )
        cost[begin], following[begin] = min(choices)
    places, at = [], following[0]
    while at < len(words):
        places.append(at)
        at = following[at]
    return places


def _lines_from(
    begin: int, wide: Sequence[float], space: float, room: float
) -> Iterator[tuple[int, float]]:
    """Where a line that begins there may end, and how wide it is; one word always makes a line."""
    width = -space
    for end in range(begin + 1, len(wide) + 1):
        width += space + wide[end - 1]
        if width > room and end > begin + 1:
            return
        yield end, width


def _line_cost(width: float, room: float) -> float:
    if width > room:
        return _OVERHANG
    return 100 * (1 - width / room) ** 2


def _break_cost(words: Sequence[str], at: int) -> float:
    """What it costs to break before the word numbered `at`; nothing at the text's end."""
    if at == len(words):
        return 0
    before, after = words[at - 1], words[at]
    if before[-1] in ",;:" or after.startswith("("):
        return _ONE_LINE_MORE + _AT_MARK
    if (_plain(before), _plain(after)) in _ONE_WORD or _one_name(before, after):
        return _ONE_LINE_MORE + _IN_A_WORD
    if after.lower() in _CLAUSES:
        return _ONE_LINE_MORE + _AT_CLAUSE
    return _ONE_LINE_MORE + (_AT_PHRASE if after.lower() in _PHRASES else _ELSEWHERE)


def _plain(word: str) -> str:
    return word.lower().strip(".,;:()")


def _one_name(before: str, after: str) -> bool:
    """ "Đà Lạt", "phường 2": a capital or a figure goes on with a name, unless all is capitals."""
    if before.isupper() and after.isupper() and len(before) > 1:
        return False
    return after[0].isdigit() or (before[0].isupper() and after[0].isupper())
