"""Does a date in a sentence bind anybody? Judged by its marker, the verbs before it and the words after it."""

from collections.abc import Sequence
from itertools import pairwise

from directives.reading.acts import (
    ACTS,
    act_at,
    finish_follows,
    finishes_at,
    finishes_clause,
    finishing,
    sending,
    verb_before,
)
from directives.reading.figures import key
from directives.reading.model import Precision, Strength
from directives.reading.sighting import REACH, Sighting, neighbours
from directives.reading.told_dates import (
    EVENTFUL,
    PAST,
    happens_before,
    held_in_bracket,
    merely_expected,
    speaks_of_another,
    told_after,
    told_as_past,
)
from directives.reading.vocabulary import DUTY
from directives.reading.words import Phrases, split_lines

_DESCRIBING = frozenset(
    {
        "vốn", "án", "toán", "sách", "đoạn", "khóa", "kỳ", "học", "mùa", "bão", "tiêu",
        "vụ", "giao", "giá", "pháp", "cấp", "thoái", "lịch", "thụ", "thu", "chi", "trưởng",
    }
)  # fmt: skip
# "nhiệm vụ từ nay đến …": which tasks, not by when.
_PROGRAMMES = (
    ("nhiệm", "vụ"), ("trọng", "tâm"), ("phương", "hướng"), ("giải", "pháp"),
    ("công", "tác"), ("công", "việc"), ("giai", "đoạn"), ("chương", "trình"),
)  # fmt: skip
_NEEDED = (("việc", "cần"), ("vụ", "cần"), ("dung", "cần"), ("pháp", "cần"))
_LISTED = (("đăng", "ký"), ("danh", "mục"), ("danh", "sách"))
_SURE_OF = (("phấn", "đấu"), ("bảo", "đảm"), ("đảm", "bảo"))
_SURE = frozenset({"bảo", "đảm", "đấu", "phải", "tâm", "để", "cần", ","})
_CEREMONIES = Phrases(
    {"act": split_lines("thông xe | khánh thành | khởi công | thông tuyến | đưa vào")}
)
_AIMING = (("phấn", "đấu"), ("mục", "tiêu"), ("dự", "kiến"), ("cố", "gắng"), ("thí", "điểm"))
_ASSEMBLIES = (
    ("kỳ", "họp"), ("phiên", "họp"), ("cuộc", "họp"), ("hội", "nghị"), ("đại", "hội"),
    ("kỷ", "niệm"),
)  # fmt: skip


def binds(sight: Sighting) -> bool:
    """Whether this is a time limit. The day itself is in time."""
    if speaks_of_another(sight):
        return False
    if "from" in sight.markers:
        return sight.moment.days is not None and sight.moment.precision is not Precision.EVENT
    if set(sight.markers) & {"before", "latest"}:
        reach = 6 if sight.ahead_of_issue else 14
        return not told_as_past(sight, reach=reach) and not happens_before(sight)
    if told_as_past(sight, reach=12) or told_after(sight):
        return False
    if sight.window and not sight.ahead_of_issue:
        return False
    if sight.gone and sight.moment.day is None:
        return False  # "kết quả trong quý III": what is told of a time that is over
    if sight.back(3) == ["kiến", "dự", "("] or held_in_bracket(sight):
        return False  # "phục vụ Đại hội (dự kiến trong tháng 12/2025)"
    if not sight.markers:
        return not merely_expected(sight) and _bare_binds(sight)
    if sight.tokens[sight.first].key == "ngay" and sight.ahead_of_issue:
        return True
    return _opens_order(sight) or _finishes_next(sight) or _weak_binds(sight)


def _opens_order(sight: Sighting) -> bool:
    """ "Trong tháng 12/2025, X phải hoàn thành …": a limit that opens its sentence is of what follows its comma."""
    before = key(sight.tokens, sight.first - 1)
    if (before and before not in ".;:\n") or sight.ahead(1) != [","] or not sight.ahead_of_issue:
        return False
    if not set(sight.markers) & {"within", "until", "to"}:
        return False
    sentence = _sentence_after(sight, REACH)
    words = {sight.tokens[index].key for index in sentence}
    if words & PAST or ("phải" not in words and words & {"đạt", "sẽ"}):
        return False
    return any(
        sight.tokens[index].key == "phải" or act_at(sight, index) in ("finish", "deliver")
        for index in sentence
    )


def _finishes_next(sight: Sighting) -> bool:
    """ "đến tháng 6 năm 2026 cơ bản | hoàn thành …", of a day that is still to come."""
    if not sight.ahead_of_issue or not set(sight.markers) & {"within", "until", "to"}:
        return False
    for index in range(sight.last, min(sight.last + 3, len(sight.tokens))):
        kind, size = ACTS.at(sight.tokens, index)
        if kind == "finish":
            return (
                sight.after > index + size + 1
            )  # "trong tháng 11 hoàn thành trong quý II": that is its limit
        if sight.tokens[index].key in PAST | {"sẽ", "có", "các", "dự"}:
            return False
    return False


def _sentence_after(sight: Sighting, reach: int) -> range:
    end = sight.last
    while end < min(len(sight.tokens), sight.last + reach) and sight.tokens[end].word not in ".;\n":
        end += 1
    return range(sight.last, end)


def _weak_binds(sight: Sighting) -> bool:
    """ "trong tháng 12", "hết quý I", "vào ngày …": a verb of finishing or sending has to stand before."""
    precision, back = sight.moment.precision, sight.back()
    pairs = neighbours(back)
    if sight.tokens[sight.first].key == "dịp" and sight.moment.part == "end":
        return finishing(sight, 4)
    eventful = any(pair in pairs for pair in EVENTFUL) and not finishing(sight, 2)
    if eventful or _qualifies(sight, pairs):
        return False
    if sight.window and "until" in sight.markers:
        return sending(sight) or ("định", "kỳ") in pairwise(sight.ahead())
    if (
        sight.moment.days is not None
        and "within" in sight.markers
        and sight.moment.precision is not Precision.EVENT
    ):
        return (
            True  # "trong thời hạn 15 ngày kể từ ngày ban hành": nobody tells of the past with it
        )
    if sight.moment.said and precision is not Precision.HOUR:
        return sending(sight)
    if precision in (Precision.YEAR, Precision.HALF):
        return _year_binds(sight, back)
    if "to" in sight.markers and not set(sight.markers) & {"until"}:
        return (
            finishing(sight, 6)
            or back[:2] == ["đấu", "phấn"]
            or (sight.ahead_of_issue and tuple(back[1::-1]) in _SURE_OF)
            or _target_follows(sight)
            or "phải" in sight.ahead(3)
        )
    if "at" in sight.markers and not sight.moment.part:
        return _takes_place(sight, pairs)
    return sending(sight) or bool(set(sight.markers) & {"until"}) or _ordered(sight)


def _qualifies(sight: Sighting, pairs: Sequence[tuple[str, str]]) -> bool:
    """ "nhiệm vụ từ nay đến …", "những việc cần làm từ nay đến …": says which work is meant."""
    if "until" not in sight.markers:
        return False
    return pairs[:1] != [] and (pairs[0] in _PROGRAMMES or any(one in _NEEDED for one in pairs))


def _takes_place(sight: Sighting, pairs: Sequence[tuple[str, str]]) -> bool:
    """ "khánh thành … vào ngày …", "tổ chức lễ … vào ngày …"; whoever only registers has another day."""
    told = verb_before(sight, 12, frozenset({"deliver"})) and sight.ahead_of_issue
    if told and ("dự", "kiến") not in pairs[:6] and "sẽ" not in sight.back():
        return True
    if (
        ("dự", "kiến") in pairs[:6]
        or "sẽ" in sight.back()
        or any(pair in _LISTED for pair in pairs)
    ):
        return False
    held = finishing(sight, REACH) or (
        sight.ahead_of_issue
        and (("tổ", "chức") in pairs or verb_before(sight, 8, frozenset({"deliver"})))
    )
    return held or ("phấn", "đấu") in pairs


def _year_binds(sight: Sighting, back: Sequence[str]) -> bool:
    """A year more often says which plan or budget is meant than by when."""
    if "until" in sight.markers and ("mục", "tiêu") in neighbours(back[:4]):
        return True
    if "to" in sight.markers and tuple(back[1::-1]) in _SURE_OF:
        return True
    if back and back[0] in _DESCRIBING:
        return False
    if _purpose_opens(sight):
        return False
    if sight.tokens[sight.first].key == "ngay":
        return True
    if "until" in sight.markers and (("đấu", "phấn") in pairwise(back) or finish_follows(sight)):
        return True
    if sight.moment.part == "end" and "at" in sight.markers:
        return sending(sight) and sight.tokens[sight.first].key != "dịp"
    if back[:2] in (["đạt", "khó"], ["đạt", "không"], ["đạt", "chưa"]):
        return False  # "chỉ tiêu khó đạt trong năm 2025 phải có giải pháp"
    closes = not sight.ahead(1)[0] or not sight.tokens[sight.last].is_word
    if (
        "within" in sight.markers
        and closes
        and sight.ahead_of_issue
        and verb_before(sight, 4, frozenset({"send"}))
    ):
        return True  # "đề xuất chủ trương trong năm 2026."
    if "within" in sight.markers and (
        (sight.ahead_of_issue and ("phấn", "đấu") in neighbours(back))
        or verb_before(sight, 14, frozenset({"deliver"}))
        or finishes_clause(sight)
    ):
        return True
    return finishing(sight, 9) or (back[:3] == ["ủy", "cấp", "của"]) or "phải" in sight.ahead(4)


def _purpose_opens(sight: Sighting) -> bool:
    """Inside "Để hoàn thành …, " the year belongs to the purpose."""
    back = sight.back(60)
    return bool(back) and back[-1] in ("để", "nhằm")


def _bare_binds(sight: Sighting) -> bool:
    """Without a marker: straight after a verb of finishing, or with "phải" behind it."""
    precision, back = sight.moment.precision, sight.back(4)
    if precision is Precision.YEAR and set(sight.back(6)) & {"lễ", "tết", "dịp"}:
        return False  # "trước Lễ hội Hoa năm 2024": the year of the feast
    if (
        precision is Precision.YEAR
        and sight.ahead_of_issue
        and _ceremony_before(sight, sight.back(8))
    ):
        return True
    if sight.moment.said == "this year" and sight.moment.part == "end":
        return finishing(sight, 5)
    if precision in (Precision.YEAR, Precision.HALF) and not sight.moment.said:
        return False
    if sight.moment.part and precision is not Precision.YEAR:
        return sending(sight)
    if sight.moment.year is None:
        return False
    if "phải" in sight.ahead(2) or _closing_bracket(sight):
        return True
    if "hoạch" in back or (back[:1] and back[0] in _DESCRIBING):
        return False
    return finishing(sight, 5 if sight.ahead_of_issue else 2)


def _closing_bracket(sight: Sighting) -> bool:
    """ "xây dựng đề án (tháng 4/2026).": what fills the bracket behind an order, not the day of a meeting
    that is named before it ("trình kỳ họp thứ 6 (tháng 10)").
    """
    period = sight.moment.precision in (Precision.DAY, Precision.MONTH, Precision.QUARTER)
    ahead = sight.ahead(2)
    if any(pair in _ASSEMBLIES for pair in neighbours(sight.back(12))) and "tổ" not in sight.back():
        return False
    if ("chuẩn", "bị") in neighbours(sight.back(40)) and "tổ" in sight.back():
        return False  # "Chuẩn bị các điều kiện tổ chức cuộc bầu cử (ngày …)"
    fills = key(sight.tokens, sight.first - 1) == "(" and ahead[0] == ")"
    closes = ahead[1] in ("", ".", ";", "\n")
    return period and fills and closes and sight.ahead_of_issue and sending(sight)


def _ceremony_before(sight: Sighting, back: Sequence[str]) -> bool:
    """ "bảo đảm thông xe kỹ thuật năm 2026", "phấn đấu hoàn thành năm 2026"; not "dự án hoàn thành năm 2026"."""
    if set(back[:1]) & {*_DESCRIBING, "hoạch"}:
        return False
    for index in reversed(sight.clause(8)):
        if sight.tokens[index].word == ",":
            return False
        finishes = index == sight.first - 2 and finishes_at(sight, index)
        if finishes or _CEREMONIES.at(sight.tokens, index)[1]:
            return key(sight.tokens, index - 1) in _SURE
    return False


def _target_follows(sight: Sighting) -> bool:
    """ "đến ngày 31/12 | giải ngân đạt …": what is to be reached by a day that is still to come."""
    reached = "đạt" in sight.ahead(5) and sight.ahead_of_issue
    return finish_follows(sight) or reached


def _ordered(sight: Sighting) -> bool:
    """ "tổ chức … trong tháng 10": any duty in the clause, where the limit closes it."""
    back = sight.back()
    if "để" in back or "nhằm" in back:
        return False
    closes = not sight.ahead(1)[0] or not sight.tokens[sight.last].is_word
    return closes and any(DUTY.at(sight.tokens, index)[1] for index in sight.clause())


def strength_of(sight: Sighting) -> Strength:
    back = sight.back()
    pairs = neighbours(back)
    if any(pair in pairs for pair in _AIMING):
        return Strength.TARGET
    ahead = sight.ahead(4)
    if ahead[0] in ("khi", "nếu"):
        return Strength.CONDITIONAL
    if "until" in sight.markers or sight.moment.precision is Precision.HALF:
        return Strength.PERIOD
    return Strength.FIRM
