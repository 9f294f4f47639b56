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
            """vào khai thác | vào sử dụng | vào vận hành | vào hoạt động | hoàn thành | xong | hoàn tất | kết thúc | bàn giao | khánh thành | khởi công | thông xe | hoàn thiện | dứt điểm | đưa vào | chấm dứt | giải ngân hết | thông tuyến | khắc phục xong"""
        ),
        "deliver": split_lines(
            "báo cáo | trình | gửi | ban hành | phê duyệt | công bố | sửa đổi | thông qua | công nhận | đạt chuẩn"
        ),
        "send": split_lines(
            """quyết định | tham mưu | đề xuất | tổng hợp | giải quyết | trả lời | xử lý | triển khai | thực hiện | tổ chức | thẩm định | cho ý kiến
            | lập | xây dựng | rà soát | bố trí | cung cấp | thành lập | kiện toàn | khắc phục | bồi thường | chi trả | phân bổ | cập nhật | nghiên cứu | ký | đăng ký | họp | sơ kết | tổng kết | kiểm tra | phải | đảm bảo | bảo đảm | phấn đấu | mục tiêu | thi công | thi đua | mở đợt | ra quân | phát động | lấy ý kiến | niêm yết | tuyên truyền | vận động | kê khai"""
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
# A finish that is told of these is in their plan, it is not ordered here.
_PLANNED = (("kế", "hoạch"), ("danh", "mục"))
_WORKS = (*_PLANNED, ("dự", "án"), ("công", "trình"), ("hạng", "mục"), ("tuyến", "đường"))
# "nhiệm vụ từ nay đến …": which tasks, not by when.
_PROGRAMMES = (
    ("nhiệm", "vụ"),
    ("trọng", "tâm"),
    ("phương", "hướng"),
    ("giải", "pháp"),
    ("công", "tác"),
    ("công", "việc"),
    ("giai", "đoạn"),
    ("chương", "trình"),
)
_NEEDED = (("việc", "cần"), ("vụ", "cần"), ("dung", "cần"), ("pháp", "cần"))
_LISTED = (("đăng", "ký"), ("danh", "mục"), ("danh", "sách"))
_NOUNS_OF_TRINH = frozenset({"công", "chương", "quy", "quá", "lộ", "hành", "tiến", "giáo"})
_SURE_OF = (("phấn", "đấu"), ("bảo", "đảm"), ("đảm", "bảo"))
_SURE = frozenset({"bảo", "đảm", "đấu", "phải", "tâm", "để", "cần", ","})
_CEREMONIES = Phrases(
    {"act": split_lines("thông xe | khánh thành | khởi công | thông tuyến | đưa vào")}
)
_PAST = frozenset({"đã", "chưa", "vừa"})
_AIMING = (("phấn", "đấu"), ("mục", "tiêu"), ("dự", "kiến"), ("cố", "gắng"), ("thí", "điểm"))
_ASSEMBLIES = (
    ("kỳ", "họp"),
    ("phiên", "họp"),
    ("cuộc", "họp"),
    ("hội", "nghị"),
    ("đại", "hội"),
    ("kỷ", "niệm"),
)
_VALIDITY = (("áp", "dụng"), ("hiệu", "lực"))  # "áp dụng đến hết năm 2026"
_JUDGING = (
    ("phê", "bình"),
    ("biểu", "dương"),
    ("ghi", "nhận"),
    ("khen", "ngợi"),
    ("hoan", "nghênh"),
)
_EVENTFUL = (
    ("khai", "mạc"),
    ("diễn", "ra"),
    ("có", "hiệu"),
    ("hiệu", "lực"),
    ("kỷ", "niệm"),
    ("xảy", "ra"),
    ("phát", "sinh"),
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
    to_come: bool = False  # the whole of the period lies behind the paper's own day
    gone: bool = False  # long over when the paper was issued, as far as it says when
    window: bool = False  # "từ ngày … đến ngày …": the moment is its end
    bound_before: bool = False  # the moment before is a limit
    before: int = 0  # where the moment before ends, in tokens
    after: int = 1_000_000  # where the next one begins

    def clause(self, reach: int = REACH) -> range:
        """Where the clause before stands, nearest last; a full stop or semicolon ends it, unless a bracket that is
        closed again holds it.
        """
        depth = 0
        limit = max(-1, self.first - 1 - reach)
        for index in range(self.first - 1, limit, -1):
            word = self.tokens[index].word
            depth = max(0, depth + (word == ")") - (word == "("))
            if not depth and (word in ";\n" or (word in ".!?" and self._stops(index))):
                return range(index + 1, self.first)
        return range(limit + 1, self.first)

    def back(self, reach: int = REACH) -> list[str]:
        """The words of the clause before, nearest first, without what a bracket that is closed again holds."""
        words: list[str] = []
        depth = 0
        for index in reversed(self.clause(reach)):
            token = self.tokens[index]
            if token.word == ")":
                depth += 1
            elif token.word == "(" and depth:
                depth -= 1
            elif not depth:
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
    if _recurs(ahead) or _event_follows(ahead) or _told_of_half(sight) or _of_expiry(sight):
        return False
    if _of_cited(sight) or _of_judged(sight):
        return False
    if "from" in sight.markers:
        return sight.moment.days is not None and sight.moment.precision is not Precision.EVENT
    if set(sight.markers) & {"before", "latest"}:
        reach = 6 if sight.ahead_of_issue else 14
        return not _told_as_past(sight, reach=reach) and not _happens_before(sight)
    if _told_as_past(sight, reach=12) or _told_after(ahead):
        return False
    if sight.window and not sight.ahead_of_issue:
        return False
    if sight.gone and sight.moment.day is None:
        return False  # "kết quả trong quý III": what is told of a time that is over
    if sight.back(3) == ["kiến", "dự", "("]:
        return False  # "phục vụ Đại hội (dự kiến trong tháng 12/2025)"
    if not sight.markers:
        return _bare_binds(sight)
    if sight.tokens[sight.first].key == "ngay" and sight.ahead_of_issue:
        return True
    return _opens_order(sight) or _finishes_next(sight) or _weak_binds(sight)


def _recurs(ahead: Sequence[str]) -> bool:
    """ "ngày 20/11 hằng năm" is a duty that comes back, no date of its own."""
    return ahead[0] in ("hằng", "hàng", "mỗi") or (
        ahead[0] in ("của", "các") and ahead[1] in ("hằng", "hàng")
    )


def _event_follows(ahead: Sequence[str]) -> bool:
    return (ahead[0], ahead[1]) in _EVENTFUL


def _told_of_half(sight: Sighting) -> bool:
    """ "báo cáo 6 tháng trước ngày 16/6": a day without year belongs to the duty that comes back."""
    told = [word for word in sight.back(4) if word != "("]
    return sight.moment.year is None and told[:1] == ["tháng"] and told[1:2] in (["6"], ["06"])


def _of_expiry(sight: Sighting) -> bool:
    """ "hết hạn 31/12", "gia hạn …" are no limits of a task; "3 buổi trong tuần" is no week to come."""
    before = key(sight.tokens, sight.first - 1)
    if (sight.tokens[sight.first].key, key(sight.tokens, sight.first + 1)) == ("hết", "hạn"):
        return True
    if "until" in sight.markers and tuple(sight.back(2)[::-1]) in _VALIDITY:
        return True
    if sight.tokens[sight.first].key in ("hạn", "thời"):
        return before in ("gia", "hết", "quá", "đến", "kỳ", "có")
    return sight.moment.said.startswith("this ") and before in ("ngày", "lần", "buổi", "kỳ")


def _happens_before(sight: Sighting) -> bool:
    """ "vụ việc xảy ra trước ngày …", "văn bản được ban hành trước ngày …" (of the past) tell which are meant."""
    back = sight.back(4)
    passive = back[2:3] == ["được"] and back[3:4] != ["phải"] and not sight.ahead_of_issue
    works = sight.gone and tuple(back[3:1:-1]) in _WORKS  # "dự án hoàn thành trước ngày …"
    return passive or works or tuple(back[1::-1]) in _EVENTFUL


def _of_cited(sight: Sighting) -> bool:
    """ "Thông báo số 31-TB/HU, ngày 04/3/2025 (yêu cầu xong trước ngày 25/3/2025)": the bracket tells what that
    document asked.
    """
    for index in reversed(sight.clause()):
        if sight.tokens[index].word == ")":
            return False
        if sight.tokens[index].word == "(":
            code = sight.tokens[index - 1].word
            dated = sight.before == index and not sight.bound_before and _ends_in_day(sight, index)
            return dated or (code.isupper() and "/" in code)
    return False


def _ends_in_day(sight: Sighting, index: int) -> bool:
    """ "… ngày 04/3/2025 |", "… ngày 04 tháng 3 năm 2025 |"; not "… năm 2025 |"."""
    words = [token.key for token in sight.tokens[max(0, index - 6) : index]]
    return bool(words) and (words[-1].count("/") == 2 or {"ngày", "tháng"} <= set(words))


def _of_judged(sight: Sighting) -> bool:
    """ "Phê bình UBND xã để quá hạn nhiệm vụ phải hoàn thành trước ngày …": what is over, in praise or blame, as a
    cause ("Nhờ sơ tán xong trước 16 giờ ngày …, nên") or as a promise ("trước ngày … như đã hứa").
    """
    if sight.ahead_of_issue:
        return False
    back, ahead = sight.back(60), sight.ahead(2)
    promised = ahead[0] == "như" and ahead[1] in ("đã", "cam")
    causes = back[-1:] in (["nhờ"], ["vì"]) or ahead[:2] == ["nên", "đã"]
    return promised or causes or any(pair in _JUDGING for pair in _pairs(back)[-3:])


def _told_after(ahead: Sequence[str]) -> bool:
    """ "đến hết ngày 31/7 | mới đạt 28%", "| vẫn còn 4 xã", "| đã có 12 xã": what stood so on that day."""
    return ahead[0] in ("mới", "vẫn", "đã", "chưa") and ahead[1] not in ("được", "phải")


def _opens_order(sight: Sighting) -> bool:
    """ "Trong tháng 12/2025, X phải hoàn thành …": a limit that opens its sentence is of what follows its comma."""
    before = key(sight.tokens, sight.first - 1)
    if (before and before not in ".;:\n") or sight.ahead(1) != [","] or not sight.ahead_of_issue:
        return False
    if not set(sight.markers) & {"within", "until", "to"}:
        return False
    sentence = _sentence_after(sight, REACH)
    words = {sight.tokens[index].key for index in sentence}
    if words & _PAST or ("phải" not in words and words & {"đạt", "sẽ"}):
        return False
    return any(
        sight.tokens[index].key == "phải" or _act_at(sight, index) in ("finish", "deliver")
        for index in sentence
    )


def _finishes_next(sight: Sighting) -> bool:
    """ "đến tháng 6 năm 2026 cơ bản | hoàn thành …", of a day that is still to come."""
    if not sight.ahead_of_issue or not set(sight.markers) & {"within", "until", "to"}:
        return False
    for index in range(sight.last, min(sight.last + 3, len(sight.tokens))):
        kind, size = _FINISHING.at(sight.tokens, index)
        if kind == "finish":
            return (
                sight.after > index + size + 1
            )  # "trong tháng 11 hoàn thành trong quý II": that is its limit
        if sight.tokens[index].key in _PAST | {"sẽ", "có", "các", "dự"}:
            return False
    return False


def _sentence_after(sight: Sighting, reach: int) -> range:
    end = sight.last
    while end < min(len(sight.tokens), sight.last + reach) and sight.tokens[end].word not in ".;\n":
        end += 1
    return range(sight.last, end)


def _told_as_past(sight: Sighting, reach: int) -> bool:
    """ "đã làm xong trước năm 2019", "chưa hoàn thành trong tháng 3"."""
    if 0 < sight.before == sight.first and not sight.bound_before:
        return False  # "… đã đưa vào sử dụng trước năm 2021 | trong quý II": told of the one before
    for word in sight.back(reach):
        if word in (",", "(", "phải", "cần"):
            return False
        if word in _PAST:
            return not (word == "đã" and sight.to_come and "within" in sight.markers)
    return False


def _weak_binds(sight: Sighting) -> bool:
    """ "trong tháng 12", "hết quý I", "vào ngày …": a verb of finishing or sending has to stand before."""
    precision, back = sight.moment.precision, sight.back()
    pairs = _pairs(back)
    eventful = any(pair in pairs for pair in _EVENTFUL) and not _finishing(sight, 2)
    if eventful or _qualifies(sight, pairs):
        return False
    if sight.window and "until" in sight.markers:
        return _sending(sight) or ("định", "kỳ") in pairwise(sight.ahead())
    if sight.moment.said and precision is not Precision.HOUR:
        return _sending(sight)
    if precision in (Precision.YEAR, Precision.HALF):
        return _year_binds(sight, back)
    if "to" in sight.markers and not set(sight.markers) & {"until"}:
        return (
            _finishing(sight, 6)
            or back[:2] == ["đấu", "phấn"]
            or (sight.ahead_of_issue and tuple(back[1::-1]) in _SURE_OF)
            or _target_follows(sight)
            or "phải" in sight.ahead(3)
        )
    if "at" in sight.markers and not sight.moment.part:
        return _takes_place(sight, pairs)
    return _sending(sight) or bool(set(sight.markers) & {"until"}) or _ordered(sight)


def _pairs(back: Sequence[str]) -> list[tuple[str, str]]:
    """Neighbouring words in printed order, the nearest pair first."""
    return list(zip(back[1:], back, strict=False))


def _qualifies(sight: Sighting, pairs: Sequence[tuple[str, str]]) -> bool:
    """ "nhiệm vụ từ nay đến …", "những việc cần làm từ nay đến …": says which work is meant."""
    if "until" not in sight.markers:
        return False
    return pairs[:1] != [] and (pairs[0] in _PROGRAMMES or any(one in _NEEDED for one in pairs))


def _takes_place(sight: Sighting, pairs: Sequence[tuple[str, str]]) -> bool:
    """ "khánh thành … vào ngày …", "tổ chức lễ … vào ngày …"; whoever only registers has another day."""
    if (
        ("dự", "kiến") in pairs[:6]
        or "sẽ" in sight.back()
        or any(pair in _LISTED for pair in pairs)
    ):
        return False
    held = _finishing(sight, REACH) or (
        sight.ahead_of_issue
        and (("tổ", "chức") in pairs or _verb_before(sight, 8, frozenset({"deliver"})))
    )
    return held or ("phấn", "đấu") in pairs


def _year_binds(sight: Sighting, back: Sequence[str]) -> bool:
    """A year more often says which plan or budget is meant than by when."""
    if "until" in sight.markers and ("mục", "tiêu") in _pairs(back[:4]):
        return True
    if "to" in sight.markers and tuple(back[1::-1]) in _SURE_OF:
        return True
    if back and back[0] in _DESCRIBING:
        return False
    if _purpose_opens(sight):
        return False
    if sight.tokens[sight.first].key == "ngay":
        return True
    if "until" in sight.markers and (("đấu", "phấn") in pairwise(back) or _finish_follows(sight)):
        return True
    if sight.moment.part == "end" and "at" in sight.markers:
        return _sending(sight)
    if "within" in sight.markers and (
        (sight.ahead_of_issue and ("phấn", "đấu") in _pairs(back))
        or _verb_before(sight, 14, frozenset({"deliver"}))
        or _finishes_clause(sight)
    ):
        return True
    return _finishing(sight, 9) or (back[:3] == ["ủy", "cấp", "của"]) or "phải" in sight.ahead(4)


def _finishes_clause(sight: Sighting) -> bool:
    """ "hoàn thành dự án A thuộc dự án B (đoạn qua C) trong năm": no other verb opens a clause of its own between.

    In "hoàn thành việc rà soát, đánh giá, phân loại …" the verbs are what is finished.
    """
    between = False
    for index in reversed(sight.clause()):
        if _finishes_at(sight, index):
            return not between or key(sight.tokens, index + 2) in ("việc", "công")
        between = between or (
            sight.tokens[index].word == "," and bool(DUTY.at(sight.tokens, index + 1)[1])
        )
    return False


def _purpose_opens(sight: Sighting) -> bool:
    """Inside "Để hoàn thành …, " the year belongs to the purpose."""
    back = sight.back(60)
    return bool(back) and back[-1] in ("để", "nhằm")


def _bare_binds(sight: Sighting) -> bool:
    """Without a marker: straight after a verb of finishing, or with "phải" behind it."""
    precision, back = sight.moment.precision, sight.back(4)
    if (
        precision is Precision.YEAR
        and sight.ahead_of_issue
        and _ceremony_before(sight, sight.back(8))
    ):
        return True
    if precision in (Precision.YEAR, Precision.HALF) and not sight.moment.said:
        return False
    if sight.moment.part and precision is not Precision.YEAR:
        return _sending(sight)
    if sight.moment.year is None:
        return False
    if "phải" in sight.ahead(2) or _closing_bracket(sight):
        return True
    if "hoạch" in back or (back[:1] and back[0] in _DESCRIBING):
        return False
    return _finishing(sight, 5 if sight.ahead_of_issue else 2)


def _closing_bracket(sight: Sighting) -> bool:
    """ "xây dựng đề án (tháng 4/2026).": what fills the bracket behind an order, not the day of a meeting
    that is named before it ("trình kỳ họp thứ 6 (tháng 10)").
    """
    period = sight.moment.precision in (Precision.DAY, Precision.MONTH, Precision.QUARTER)
    ahead = sight.ahead(2)
    if any(pair in _ASSEMBLIES for pair in _pairs(sight.back(12))) and "tổ" not in sight.back():
        return False
    if ("chuẩn", "bị") in _pairs(sight.back(40)) and "tổ" in sight.back():
        return False  # "Chuẩn bị các điều kiện tổ chức cuộc bầu cử (ngày …)"
    fills = key(sight.tokens, sight.first - 1) == "(" and ahead[0] == ")"
    closes = ahead[1] in ("", ".", ";", "\n")
    return period and fills and closes and sight.ahead_of_issue and _sending(sight)


def _ceremony_before(sight: Sighting, back: Sequence[str]) -> bool:
    """ "bảo đảm thông xe kỹ thuật năm 2026", "phấn đấu hoàn thành năm 2026"; not "dự án hoàn thành năm 2026"."""
    if set(back[:1]) & {*_DESCRIBING, "hoạch"}:
        return False
    for index in reversed(sight.clause(8)):
        if sight.tokens[index].word == ",":
            return False
        finishes = index == sight.first - 2 and _finishes_at(sight, index)
        if finishes or _CEREMONIES.at(sight.tokens, index)[1]:
            return key(sight.tokens, index - 1) in _SURE
    return False


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
    reach = 2 * REACH if sight.window else REACH
    return _verb_before(sight, reach, frozenset({"finish", "deliver", "send"}))


def _ordered(sight: Sighting) -> bool:
    """ "tổ chức … trong tháng 10": any duty in the clause, where the limit closes it."""
    back = sight.back()
    if "để" in back or "nhằm" in back:
        return False
    closes = not sight.ahead(1)[0] or not sight.tokens[sight.last].is_word
    return closes and any(DUTY.at(sight.tokens, index)[1] for index in sight.clause())


def _verb_before(sight: Sighting, reach: int, kinds: frozenset[str]) -> bool:
    for index in reversed(sight.clause(reach)):
        kind = _act_at(sight, index)
        if kind in kinds and (kind != "finish" or _finishes_at(sight, index)):
            return True
        if sight.tokens[index].key in ("để", "nhằm"):
            return False  # inside a purpose
    return False


def _act_at(sight: Sighting, index: int) -> str:
    """The kind of act whose verb stands at `index`; "công trình", "quy trình" are no "trình"."""
    noun = sight.tokens[index].key == "trình" and key(sight.tokens, index - 1) in _NOUNS_OF_TRINH
    return "" if noun else _FINISHING.at(sight.tokens, index)[0]


def _finishes_at(sight: Sighting, index: int) -> bool:
    """A verb of finishing that is ordered, not the finish that a plan or a list of works speaks of."""
    if _FINISHING.at(sight.tokens, index)[0] != "finish":
        return False
    if sight.tokens[index].key == "vào" and "đưa" in _keys(sight, index - 8, index):
        return True  # "đưa công trình | vào khai thác"
    year = sight.moment.precision in (Precision.YEAR, Precision.HALF)
    told = key(sight.tokens, index - 2), key(sight.tokens, index - 1)
    return told not in (_WORKS if year else _PLANNED)


def _keys(sight: Sighting, first: int, last: int) -> list[str]:
    return [token.key for token in sight.tokens[max(first, 0) : last]]


def strength_of(sight: Sighting) -> Strength:
    back = sight.back()
    pairs = _pairs(back)
    if any(pair in pairs for pair in _AIMING):
        return Strength.TARGET
    ahead = sight.ahead(4)
    if ahead[0] in ("khi", "nếu"):
        return Strength.CONDITIONAL
    if "until" in sight.markers or sight.moment.precision is Precision.HALF:
        return Strength.PERIOD
    return Strength.FIRM
