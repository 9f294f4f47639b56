"""Does a date in a sentence bind anybody? Judged by its marker, the verbs before it and the words after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from directives.reading.model import Precision, Strength
from directives.reading.moments import Moment, key
from directives.reading.vocabulary import DUTY
from directives.reading.words import Phrases, Token, split_lines

_FINISHING = Phrases(
    {
        "finish": split_lines(
            """hoàn thành | xong | hoàn tất | kết thúc | bàn giao | khánh thành | khởi công | thông xe | hoàn thiện | dứt điểm | đưa vào | chấm dứt | giải ngân hết | thông tuyến | khắc phục xong"""
        ),
        "deliver": split_lines("báo cáo | trình | gửi | ban hành | phê duyệt | công bố"),
        "send": split_lines(
            """quyết định | tham mưu | đề xuất | tổng hợp | giải quyết | trả lời | xử lý | triển khai | thực hiện | tổ chức | thẩm định | cho ý kiến
            | lập | xây dựng | rà soát | bố trí | cung cấp | thành lập | kiện toàn | khắc phục | bồi thường | chi trả | phân bổ | cập nhật | nghiên cứu | ký | đăng ký | họp | sơ kết | tổng kết | kiểm tra | phải | đảm bảo | bảo đảm | phấn đấu | mục tiêu | thi công | thi đua"""
        ),
    }
)
_DESCRIBING = frozenset(
    [
        "vốn",
        "án",
        "toán",
        "sách",
        "đoạn",
        "khóa",
        "kỳ",
        "học",
        "mùa",
        "bão",
        "tiêu",
        "vụ",
        "giao",
        "giá",
        "cấp",
        "thoái",
        "lịch",
        "thụ",
        "thu",
        "chi",
        "trưởng",
    ]
)
_PAST = frozenset({"đã", "chưa", "từng", "vừa"})
_AIMING = (("phấn", "đấu"), ("mục", "tiêu"), ("dự", "kiến"), ("cố", "gắng"), ("thí", "điểm"))
_EVENTFUL = (
    ("khai", "mạc"),
    ("diễn", "ra"),
    ("có", "hiệu"),
    ("hiệu", "lực"),
    ("kỷ", "niệm"),
    ("xảy", "ra"),
    ("đổ", "bộ"),
)
REACH = 30  # tokens looked back for the verb


@dataclass(frozen=True, slots=True)
class Sighting:
    """A moment at tokens `first:last` with the kinds of markers before it."""

    tokens: Sequence[Token]
    first: int
    last: int
    markers: tuple[str, ...]
    moment: Moment
    ahead_of_issue: bool = False  # the last day is not before the paper's own

    def back(self, reach: int = REACH) -> list[str]:
        """The words of the clause before, nearest first; a full stop or semicolon ends it."""
        words = []
        for index in range(self.first - 1, max(-1, self.first - 1 - reach), -1):
            token = self.tokens[index]
            if token.word in ";\n" or (token.word in ".!?" and self._stops(index)):
                break
            words.append(token.key)
        return words

    def _stops(self, index: int) -> bool:
        after = self.tokens[index + 1]
        return after.start > self.tokens[index].end and (after.is_capital or not after.is_word)

    def ahead(self, reach: int = 6) -> list[str]:
        return [key(self.tokens, index) for index in range(self.last, self.last + reach)]


def binds(sight: Sighting) -> bool:
    """Whether this is a time limit. The day itself is in time."""
    ahead = sight.ahead()
    if _recurs(ahead) or _event_follows(ahead):
        return False
    if "from" in sight.markers:
        return False
    if set(sight.markers) & {"before", "latest"}:
        return not _told_as_past(sight, reach=6)
    if _told_as_past(sight, reach=12):
        return False
    if not sight.markers:
        return _bare_binds(sight)
    return _weak_binds(sight)


def _recurs(ahead: Sequence[str]) -> bool:
    """ "ngày 20/11 hằng năm" is a duty that comes back, no date of its own."""
    return ahead[0] in ("hằng", "hàng", "mỗi") or (
        ahead[0] in ("của", "các") and ahead[1] in ("hằng", "hàng")
    )


def _event_follows(ahead: Sequence[str]) -> bool:
    return (ahead[0], ahead[1]) in _EVENTFUL


def _told_as_past(sight: Sighting, reach: int) -> bool:
    """ "đã làm xong trước năm 2019", "chưa hoàn thành trong tháng 3"."""
    for word in sight.back(reach):
        if word in (",", "phải", "cần"):
            return False
        if word in _PAST:
            return True
    return False


def _weak_binds(sight: Sighting) -> bool:
    """ "trong tháng 12", "hết quý I", "vào ngày …": a verb of finishing or sending has to stand before."""
    precision, back = sight.moment.precision, sight.back()
    if any(pair in zip(back[1:], back, strict=False) for pair in _EVENTFUL):
        return False
    if sight.moment.said and precision is not Precision.HOUR:
        return _sending(sight)
    if precision in (Precision.YEAR, Precision.HALF):
        return _year_binds(sight, back)
    if "to" in sight.markers and not set(sight.markers) & {"until"}:
        return (
            _finishing(sight, 6)
            or back[:2] == ["đấu", "phấn"]
            or _target_follows(sight)
            or "phải" in sight.ahead(3)
        )
    if "at" in sight.markers and not sight.moment.part:
        return (_finishing(sight, 14) or ("đấu", "phấn") in pairwise(back)) and "dự" not in back[:4]
    return _sending(sight) or bool(set(sight.markers) & {"until"}) or _ordered(sight)


def _year_binds(sight: Sighting, back: Sequence[str]) -> bool:
    """A year more often says which plan or budget is meant than by when."""
    if back and back[0] in _DESCRIBING:
        return False
    if _purpose_opens(sight):
        return False
    if sight.tokens[sight.first].key == "ngay":
        return True
    if "until" in sight.markers:
        aimed = ("đấu", "phấn") in pairwise(back)
        if aimed or _finish_follows(sight):
            return True
    if sight.moment.part == "end" and "at" in sight.markers:
        return _sending(sight)
    if "within" in sight.markers and _verb_before(sight, 9, frozenset({"deliver"})):
        return True
    return _finishing(sight, 9) or (back[:3] == ["ủy", "cấp", "của"]) or "phải" in sight.ahead(4)


def _purpose_opens(sight: Sighting) -> bool:
    """Inside "Để hoàn thành …, " the year belongs to the purpose."""
    back = sight.back(60)
    return bool(back) and back[-1] in ("để", "nhằm")


def _bare_binds(sight: Sighting) -> bool:
    """Without a marker: straight after a verb of finishing, or with "phải" behind it."""
    precision, back = sight.moment.precision, sight.back(4)
    if precision in (Precision.YEAR, Precision.HALF) and not sight.moment.said:
        return False
    if sight.moment.part and precision is not Precision.YEAR:
        return _sending(sight)
    if sight.moment.year is None:
        return False
    if "phải" in sight.ahead(2):
        return True
    return _finishing(sight, 2) and "hoạch" not in back


def _finish_follows(sight: Sighting) -> bool:
    """ "đến hết năm 2027 | hoàn thành …"."""
    return _FINISHING.at(sight.tokens, sight.last)[0] == "finish"


def _target_follows(sight: Sighting) -> bool:
    """ "đến ngày 31/12 | giải ngân đạt …": what is to be reached by a day that is still to come."""
    reached = "đạt" in sight.ahead(5) and sight.ahead_of_issue
    return _finish_follows(sight) or reached


def _finishing(sight: Sighting, reach: int) -> bool:
    return _verb_before(sight, reach, frozenset({"finish"}))


def _sending(sight: Sighting) -> bool:
    return _verb_before(sight, REACH, frozenset({"finish", "deliver", "send"}))


def _ordered(sight: Sighting) -> bool:
    """ "tổ chức … trong tháng 10": any duty in the clause, where the limit closes it."""
    back = sight.back()
    if "để" in back or "nhằm" in back:
        return False
    closes = not sight.ahead(1)[0] or not sight.tokens[sight.last].is_word
    clause = range(sight.first - len(back), sight.first)
    return closes and any(DUTY.at(sight.tokens, index)[1] for index in clause)


def _verb_before(sight: Sighting, reach: int, kinds: frozenset[str]) -> bool:
    begin = sight.first - min(reach, len(sight.back(reach)))
    for index in range(sight.first - 1, begin - 1, -1):
        if index >= 0 and _FINISHING.at(sight.tokens, index)[0] in kinds:
            return True
        if sight.tokens[index].key in ("để", "nhằm"):
            return False  # inside a purpose
    return False


def strength_of(sight: Sighting) -> Strength:
    back = sight.back()
    pairs = list(zip(back[1:], back, strict=False))
    if any(pair in pairs for pair in _AIMING):
        return Strength.TARGET
    ahead = sight.ahead(4)
    if ahead[0] in ("khi", "nếu"):
        return Strength.CONDITIONAL
    if "until" in sight.markers or sight.moment.precision is Precision.HALF:
        return Strength.PERIOD
    return Strength.FIRM
