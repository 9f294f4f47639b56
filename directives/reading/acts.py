"""The verbs of finishing, handing in and doing about a moment: what a time limit is the limit of."""

from directives.reading.figures import key
from directives.reading.model import Precision
from directives.reading.sighting import REACH, Sighting
from directives.reading.vocabulary import DUTY
from directives.reading.words import Phrases, split_lines

ACTS = Phrases(
    {
        "finish": split_lines(
            """vào khai thác | vào sử dụng | vào vận hành | vào hoạt động | hoàn thành | xong | hoàn tất | kết thúc | bàn giao | khánh thành | khởi công | thông xe | hoàn thiện | dứt điểm | đưa vào | phát điện | đóng điện | chấm dứt | giải ngân hết | thông tuyến | khắc phục xong"""
        ),
        "deliver": split_lines(
            "báo cáo | trình | gửi | ban hành | phê duyệt | công bố | sửa đổi | thông qua | công nhận | đạt chuẩn"
        ),
        "send": split_lines(
            """quyết định | tham mưu | đề xuất | tổng hợp | giải quyết | trả lời | xử lý | triển khai | thực hiện | tổ chức | thẩm định | cho ý kiến
            | lập | xây dựng | rà soát | bố trí | cung cấp | thành lập | kiện toàn | khắc phục | bồi thường | chi trả | phân bổ | cập nhật | nghiên cứu | ký | đăng ký | họp | sơ kết | tổng kết | kiểm tra | phải | đảm bảo | bảo đảm | phấn đấu | mục tiêu | thi công | thi đua | mở đợt | ra quân | phát động | lấy ý kiến | niêm yết | tuyên truyền | vận động | kê khai | trở lại"""
        ),
    }
)
# A finish that is told of these is in their plan, it is not ordered here.
_PLANNED = (("kế", "hoạch"), ("danh", "mục"))
WORKS = (*_PLANNED, ("dự", "án"), ("công", "trình"), ("hạng", "mục"), ("tuyến", "đường"))
_NOUNS_OF_TRINH = frozenset({"công", "chương", "quy", "quá", "lộ", "hành", "tiến", "giáo"})


def finishes_clause(sight: Sighting) -> bool:
    """ "hoàn thành dự án A thuộc dự án B (đoạn qua C) trong năm": no other verb opens a clause of its own between.

    In "hoàn thành việc rà soát, đánh giá, phân loại …" the verbs are what is finished.
    """
    between = False
    for index in reversed(sight.clause()):
        if finishes_at(sight, index):
            return not between or key(sight.tokens, index + 2) in ("việc", "công")
        between = between or (
            sight.tokens[index].word == "," and bool(DUTY.at(sight.tokens, index + 1)[1])
        )
    return False


def finish_follows(sight: Sighting) -> bool:
    """ "đến hết năm 2027 | hoàn thành …"."""
    return ACTS.at(sight.tokens, sight.last)[0] == "finish"


def finishing(sight: Sighting, reach: int) -> bool:
    return verb_before(sight, reach, frozenset({"finish"}))


def sending(sight: Sighting) -> bool:
    reach = 2 * REACH if sight.window else REACH
    return verb_before(sight, reach, frozenset({"finish", "deliver", "send"}))


def verb_before(sight: Sighting, reach: int, kinds: frozenset[str]) -> bool:
    for index in reversed(sight.clause(reach)):
        kind = act_at(sight, index)
        if kind in kinds and (kind != "finish" or finishes_at(sight, index)):
            return True
        if sight.tokens[index].key in ("để", "nhằm"):
            return False  # inside a purpose
    return False


def act_at(sight: Sighting, index: int) -> str:
    """The kind of act whose verb stands at `index`; "công trình", "quy trình" are no "trình"."""
    noun = sight.tokens[index].key == "trình" and key(sight.tokens, index - 1) in _NOUNS_OF_TRINH
    return "" if noun else ACTS.at(sight.tokens, index)[0]


def finishes_at(sight: Sighting, index: int) -> bool:
    """A verb of finishing that is ordered, not the finish that a plan or a list of works speaks of."""
    if ACTS.at(sight.tokens, index)[0] != "finish":
        return False
    if sight.tokens[index].key == "vào" and "đưa" in _keys(sight, index - 8, index):
        return True  # "đưa công trình | vào khai thác"
    year = sight.moment.precision in (Precision.YEAR, Precision.HALF)
    told = key(sight.tokens, index - 2), key(sight.tokens, index - 1)
    return told not in (WORKS if year else _PLANNED)


def _keys(sight: Sighting, first: int, last: int) -> list[str]:
    return [token.key for token in sight.tokens[max(first, 0) : last]]
