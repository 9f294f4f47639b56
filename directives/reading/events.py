"""Time limits that hang on something without a date: a session, Tết, a law that is still to come."""

from collections.abc import Sequence

from directives.reading.words import Phrases, Token, split_lines

_EVENTS = Phrases(
    {
        "session": split_lines("trước kỳ họp | tại kỳ họp | để kịp báo cáo | để kịp trình"),
        "tet": split_lines(
            """trước tết | trước lễ | trước dịp | dịp tết | trước, trong và sau tết | trong dịp tết | đón tết | trước tết nguyên đán"""
        ),
        "season": split_lines("trước mùa | trước vụ | trong mùa mưa bão | trước năm học"),
        "after": split_lines(
            """sau khi được | sau khi có | sau khi chính phủ | sau khi quốc hội | sau khi ban hành | ngay sau khi | ngay khi | sau khi phương án | kể từ khi | trước khi khai giảng"""
        ),
        "limit": split_lines(
            """không để quá | không quá | trong vòng | trong thời hạn | chậm nhất là đến thời điểm | chậm nhất sau | chậm nhất
            | chậm nhất là | chậm nhất trong | muộn nhất"""
        ),
        "term": split_lines("đến hết nhiệm kỳ | hết nhiệm kỳ | trong nhiệm kỳ"),
        "elsewhere": split_lines(
            """theo tiến độ chung | theo đúng tiến độ | đúng tiến độ đề ra | theo đúng cam kết | theo tiến độ của | theo đúng kế hoạch được giao | theo đúng thời hạn"""
        ),
    }
)
_DOUBTS = {
    "session": "Thời hạn gắn với kỳ họp; hãy nhập ngày họp.",
    "tet": "Thời hạn gắn với dịp Tết; hãy nhập ngày cụ thể.",
    "season": "Thời hạn theo mùa; hãy nhập ngày cụ thể nếu có.",
    "after": "Thời hạn bắt đầu từ một sự kiện; hãy nhập ngày khi sự kiện xảy ra.",
    "limit": "Thời hạn tính từ một sự kiện; hãy nhập ngày khi sự kiện xảy ra.",
    "term": "Thời hạn theo nhiệm kỳ; ngày lấy từ nhiệm kỳ của cấp ủy.",
    "elsewhere": "Thời hạn ghi ở văn bản khác; hãy nhập ngày cụ thể nếu có.",
}
LONGEST = 16  # tokens of an event phrase
_STOPS = frozenset({",", ";", ".", ")", "(", ":", "\n"})


def event_at(tokens: Sequence[Token], index: int) -> tuple[int, str] | None:
    """Where the phrase that begins at `index` ends, and what the clerk should do; None when none begins."""
    meaning, size = _EVENTS.at(tokens, index)
    if not size:
        return None
    end = index + size
    if meaning == "limit" and not _counts_days(tokens, end):
        return None
    end = event_end(tokens, end, longest=LONGEST - size)
    if meaning == "limit" and any(
        token.key in ("hằng", "hàng", "mỗi") for token in tokens[index:end]
    ):
        return None  # "chậm nhất 16 giờ hằng ngày": a duty that comes back
    return end, _DOUBTS[meaning]


def event_end(tokens: Sequence[Token], index: int, longest: int = LONGEST) -> int:
    """Where the words that tell of an event end, which begin at `index`: at a mark or at what must be done then."""
    end = index
    while end < len(tokens) and end - index < longest and tokens[end].word not in _STOPS | {"phải"}:
        end += 1
    return end


def _counts_days(tokens: Sequence[Token], index: int) -> bool:
    """ "không quá 5 ngày", "trong vòng 2 - 3 năm": a number and a unit of time."""
    keys = [token.key for token in tokens[index : index + 4]]
    return (
        bool(keys)
        and (keys[0].isdecimal() or keys[0] == "khai")
        and bool(set(keys) & {"giờ", "ngày", "năm", "tháng", "tuần", "giảng"})
    )
