"""Whether a clause orders something or only tells what somebody did."""

from collections.abc import Sequence
from dataclasses import replace

from directives.reading.clauses import MODALS, Clause, considers
from directives.reading.lists import Listed
from directives.reading.spelled import past_brackets
from directives.reading.syllables import begins_duty
from directives.reading.vocabulary import DUTY, INTRODUCING, TELLING
from directives.reading.words import Token


def is_order(tokens: Sequence[Token], index: int) -> bool:
    """A clause opens with a duty itself; "Trên cơ sở …", "Căn cứ …" only introduce one."""
    introduces = tokens[index].key in INTRODUCING and tokens[index].key not in (
        "ngay",
        "định",
        "đồng",
        "hằng",
        "hàng",
    )
    introduces = introduces or tokens[index].key == "căn" or considers(tokens, index)
    return not introduces and begins_duty(tokens, index) > TELLING.at(tokens, index)[1]


def executes(tokens: Sequence[Token], clause: Clause) -> bool:
    """ "Thực hiện Nghị quyết …, Đảng ủy đã …": the sentence opens with the paper it carries out."""
    index = clause.first
    while index > 0 and tokens[index - 1].word not in ".;\n" and clause.first - index < 60:
        index -= 1
    keys = [token.key for token in tokens[index : index + 4]]
    return keys[:2] == ["thực", "hiện"] or keys[1:3] == ["thực", "hiện"]


def is_told(tokens: Sequence[Token], index: int) -> bool:
    told = TELLING.at(tokens, index)[1]
    return (told > 0 and told >= begins_duty(tokens, index)) or _told_behind_place(tokens, index)


_LONGEST_TOLD = 12  # tokens


def must_after_told(
    tokens: Sequence[Token], index: int, last: int, bodies: Sequence[Listed]
) -> int:
    """ "Các bộ chưa phân bổ hết vốn | phải hoàn thành …": what is told only says which of many must act; 0 if none."""
    counted = any(t.key.isdecimal() for t in tokens[bodies[-1].first : bodies[-1].last])
    if not (bodies[-1].generic or counted) and tokens[bodies[0].first].key != "các":
        return 0
    for here in range(index + 1, min(index + _LONGEST_TOLD, last)):
        if tokens[here].word == "(" and tokens[index].key == "chưa":
            after = past_brackets(tokens, here)
            return after if after > here and after < last and begins_duty(tokens, after) else 0
        if not tokens[here].is_word:
            return 0
        if here == last - 1 and tokens[index].key in ("chưa", "được", "còn"):
            return last  # a title: "3.6. Các địa phương chưa phân bổ hết vốn"
        if tokens[here].key in MODALS and begins_duty(tokens, here + 1):
            return here
        kind, size = DUTY.at(tokens, here)
        late = (
            tokens[index].key == "chưa"
            and here > index + 3
            and DUTY.at(tokens, index + 1)[0] == "verb"
        )
        if late and kind == "manner" and begins_duty(tokens, here + size):
            return here  # "Các bộ chưa phân bổ hết vốn | khẩn trương phân bổ …"
    return 0


def told_apart(
    tokens: Sequence[Token], bodies: tuple[Listed, ...], index: int, source: str
) -> tuple[Listed, ...]:
    """The bodies with what is told of them as part of the last one's name."""
    if tokens[index - 1].word == ")":
        index = next(at for at in range(index - 1, 0, -1) if tokens[at].word == "(")
    end = tokens[index - 1].end
    last = replace(bodies[-1], text=source[bodies[-1].start : end], end=end, last=index)
    return (*bodies[:-1], last)


def _told_behind_place(tokens: Sequence[Token], index: int) -> bool:
    """ "các tổ chức từ huyện đến cơ sở | đã phối hợp", "các đơn vị trong quý I | đã có nhiều cố gắng"."""
    if index >= len(tokens) or tokens[index].key not in ("từ", "trong", "tại", "ở", "thuộc"):
        return False
    for here in range(index + 1, min(index + 9, len(tokens))):
        if tokens[here].key == "đã":
            return True
        if not tokens[here].is_word or begins_duty(tokens, here):
            return False
    return False
