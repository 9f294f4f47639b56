"""Verbs of assignment: "Giao X", "Yêu cầu X", and in whose name a paper gives."""

from collections.abc import Sequence

from directives.reading.clauses import Clause
from directives.reading.lists import Listed, list_at
from directives.reading.loose import loosely_at, with_tail
from directives.reading.names import is_kind_of_place
from directives.reading.vocabulary import DUTY, NOUNS
from directives.reading.words import Phrases, Token, split_lines


def given(
    tokens: Sequence[Token], start: int, clause: Clause, last: int, source: str, *, led: bool
) -> tuple[tuple[Listed, ...], int]:
    """The bodies after "Giao", "Yêu cầu", "Đề nghị", which may follow the committee's own name."""
    index = start
    verb = verb_of_giving(tokens, index)
    if not verb:
        index = _past_giver(tokens, start, clause, last, source)
        verb = verb_of_giving(tokens, index) if index > start else 0
    if not verb:
        return (), start
    capital = tokens[index].is_capital
    apart = clause.opens == ";" and index + verb < last and tokens[index + verb].is_capital
    if tokens[index].key != "giao" and led and not (capital or apart):
        return (), start
    listed = loosely_at if tokens[index].key == "giao" else list_at
    bodies, end = with_tail(tokens, *listed(tokens, index + verb, source), last, source)
    if end < last and tokens[end].key == "là" and all(body.generic for body in bodies):
        named, beyond = listed(
            tokens, end + 1, source
        )  # "yêu cầu chủ đầu tư là | Ban Quản lý dự án xã"
        bodies, end = (named, beyond) if named else (bodies, end)
    pressed = (
        end < last
        and DUTY.at(tokens, end)[0] == "manner"
        and len(bodies) > 0
        and tokens[bodies[0].first].key == "các"
    )
    if not bodies or (
        clause.opens == "-,"
        and tokens[index].key != "giao"
        and any(b.generic for b in bodies)
        and not pressed
    ):
        return (), start
    if tokens[index].key == "phân" and all(body.generic for body in bodies):
        return (), start  # "Phân công cấp ủy viên theo dõi …": what the body above is to do
    if all(body.bare and is_kind_of_place(tokens, body.first) for body in bodies) and not capital:
        return (), start  # "thẩm định, giao khu vực biển": a place is handed over
    begins = tokens[bodies[0].first]
    weak = all(body.generic for body in bodies) and not (
        begins.key in ("các", "những")
        or begins.is_capital
        or NOUNS.at(tokens, bodies[0].first)[0] == "post"
    )
    if weak and tokens[index].key in ("yêu", "đề") and not (capital and clause.opens == "item"):
        return (), start
    return bodies, end


def verb_of_giving(tokens: Sequence[Token], index: int) -> int:
    """Length of "giao", "yêu cầu" …; 0 for "giao thông", "giao ban" and the like."""
    keys = [token.key for token in tokens[index : index + 4]]
    capital = index + 1 < len(tokens) and tokens[index + 1].is_capital
    if keys[:1] == ["giao"] and capital:
        return 1
    if keys[:1] == ["giao"] and keys[1:2] not in (
        ["thông"],
        ["ban"],
        ["dịch"],
        ["lưu"],
        ["thoa"],
        ["biên"],
        ["đất"],
    ):
        return 3 if keys[1:3] == ["nhiệm", "vụ"] else 2 if keys[1:2] in (["cho"], ["trách"]) else 1
    if keys[:2] in (["yêu", "cầu"], ["đề", "nghị"], ["phân", "công"]):
        return 2
    return 0


def _past_giver(tokens: Sequence[Token], start: int, clause: Clause, last: int, source: str) -> int:
    """ "Chủ tịch UBND xã | yêu cầu …", "Ban Thường vụ | giao …", "đồng thời | giao …"."""
    if start + 2 < last:
        agrees = (tokens[start].key, tokens[start + 1].key) in AGREEING
        joins = tokens[start].key in ("và", "cũng")
        if agrees or joins:
            return start + 2 * agrees + joins
    if clause.opens == "-,":
        return start
    bodies, end = list_at(tokens, start, source)
    if not bodies or end >= last or len(bodies) > 2 or not verb_of_giving(tokens, end):
        return start
    return end if concludes(tokens, bodies) and tokens[end].key != "phân" else start


AGREEING = frozenset({("thống", "nhất"), ("đồng", "ý"), ("nhất", "trí"), ("chấp", "thuận")})


# Those who conclude, and in whose name a paper gives; a ministry that asks others for something is itself the one to act.
_CONCLUDING = Phrases(
    {
        "head": split_lines(
            """ban thường vụ | btv | thường trực | ban bí thư | bộ chính trị | bộ chính trị, ban bí thư | thủ tướng | phó thủ tướng | chính phủ | chủ tịch | phó chủ tịch
            | ủy ban nhân dân | ubnd | hđnd | bí thư | phó bí thư | tỉnh ủy | thành ủy | huyện ủy | đảng ủy | ban chấp hành | ban chỉ đạo | trưởng ban | phó trưởng ban | trưởng đoàn | tổ trưởng | tổ công tác"""
        )
    }
)


def concludes(tokens: Sequence[Token], bodies: Sequence[Listed]) -> bool:
    """Whether they can be the one in whose name the paper speaks: a committee or its head, only one, and called
    without the place it is of ("UBND tỉnh yêu cầu …"; "UBND tỉnh Quảng Nam yêu cầu nhà đầu tư …" is itself to act).
    """
    body = bodies[0]
    first = body.first + 2 * (tokens[body.first].key == "đồng")
    placed = tokens[body.last - 1].is_capital and tokens[first].key in ("ubnd", "ủy")
    return len(bodies) == 1 and not placed and bool(_CONCLUDING.at(tokens, first)[1])
