"""Lists that hold a name the grammar does not know, where what stands behind them shows that they are lists."""

from collections.abc import Sequence
from dataclasses import replace

from directives.reading.clauses import MODALS
from directives.reading.lists import Listed, list_at
from directives.reading.syllables import begins_duty
from directives.reading.vocabulary import CONNECTING, DUTY, TELLING
from directives.reading.words import Token

_LONGEST = 40  # tokens up to the colon or the duty
_LONGEST_NAME = 14  # tokens


def to_its_end(
    tokens: Sequence[Token], bodies: tuple[Listed, ...], end: int, last: int, source: str
) -> tuple[tuple[Listed, ...], int]:
    """ "Văn phòng Tỉnh ủy, | Nhà thiếu nhi Kim Tiến, Trung tâm Truyền thông tỉnh: …": what stands between the commas
    is a name each, up to the colon or a duty's manner. The bodies as they were when that is not sure.
    """
    if not bodies or end >= last or tokens[end].word == ":" or begins_duty(tokens, end):
        return bodies, end
    stop = _stop(tokens, end, last)
    names = _names(tokens, bodies[-1].first, stop, source) if stop else []
    if len(names) > 1 or (names and tokens[stop].word == ":"):
        return (*bodies[:-1], *names), stop
    return with_tail(tokens, bodies, end, last, source)


_LONGEST_TAIL = 10  # tokens
# These join what says where or whose a body of a kind is; other joining words end its name.
_OF_KINDS = frozenset({"tại", "ở", "của", "thuộc"})
# What begins the words for a thing, behind the body it is done with.
_THINGS = frozenset({"những", "một", "mọi", "toàn", "nội", "công", "việc"})
# First words of kinds that always are somebody.
_OF_SOMEBODY = frozenset(
    {"các", "những", "mỗi", "cơ", "đơn", "lực", "chủ", "nhà", "doanh", "người", "chính", "cán"}
)


def with_tail(
    tokens: Sequence[Token],
    bodies: tuple[Listed, ...],
    end: int,
    last: int,
    source: str,
    *,
    along: bool = False,
) -> tuple[tuple[Listed, ...], int]:
    """The last of the bodies with the words behind it that the grammar does not know, where a duty closes them.
    Of those who work `along` also a clause that tells which are meant ("các tỉnh | vừa bị thiên tai | khẩn trương …").
    """
    close = _tail_end(tokens, bodies[-1], end, last, along=along) if bodies else 0
    if not close or bodies[-1].end < tokens[end - 1].end:
        return bodies, end
    body = replace(
        bodies[-1], text=f"{bodies[-1].text}{source[bodies[-1].end : tokens[close - 1].end]}"
    )
    return (*bodies[:-1], replace(body, end=tokens[close - 1].end, last=close)), close


def _tail_end(
    tokens: Sequence[Token], body: Listed, index: int, last: int, *, along: bool = False
) -> int:
    """ "Cơ quan báo chí | của Đảng bộ | khẩn trương …", "Ban Quản lý | các KCN | chủ trì …": where words that the
    grammar does not know end before a duty; 0 when no duty shows that they belong to the name.
    """
    many = body.generic or any(t.key == "các" for t in tokens[body.first : body.last])
    # "… có rừng bị thiệt hại | …"
    along = along or (index < last and tokens[index].key in ("có", "nơi"))
    if body.generic and tokens[body.first].key not in _OF_SOMEBODY:
        return 0  # "Cơ sở vật chất …", "Tổ chức bộ máy …": things
    for here in range(index, min(index + _LONGEST_TAIL, last)):
        token = tokens[here]
        kind, size = DUTY.at(tokens, here)
        if not token.is_capital and (token.key in MODALS or size > (tokens[here - 1].word == ",")):
            before = tokens[here - 1]
            named = before.word.istitle() or before.key.isdecimal()  # "… nhà Kinh Bắc | rà soát"
            sure = (
                body.generic or (along and many) or token.key in MODALS or kind == "manner" or named
            )
            return here if sure and here > index and before.is_word else 0
        joins = token.key in CONNECTING and not (body.generic and token.key in _OF_KINDS)
        told = token.word.islower() and TELLING.at(tokens, here)[1] and not (along and many)
        listed = token.word == "," and body.generic and not along
        if joins or told or token.key in _THINGS or not (token.is_word or listed):
            return 0
    return 0


def _stop(tokens: Sequence[Token], index: int, last: int) -> int:
    """The colon, or the first word of a duty's manner, before any other mark than a comma; 0 when neither comes."""
    for here in range(index, min(index + _LONGEST, last)):
        token = tokens[here]
        if token.word == ":":
            return here
        if not token.is_word:
            if token.word in ",-–":
                continue
            return 0
        if token.key in MODALS or DUTY.at(tokens, here)[0] == "manner":
            return here if tokens[here - 1].is_word else 0
        if token.word.islower() and TELLING.at(tokens, here)[1]:
            return 0
    return 0


def _names(tokens: Sequence[Token], first: int, stop: int, source: str) -> list[Listed]:
    """What stands between the commas, each as one name; nothing where one of them cannot be one."""
    starts = [first]
    for index in range(first, stop - 1):
        opens = tokens[index + 1].is_capital or tokens[index + 1].key in ("các", "những")
        if tokens[index].word in (",", "và") and opens:
            starts.append(index + 1)
        elif tokens[index].word == ",":
            return []
    ends = [start - 1 for start in starts[1:]] + [stop]
    pairs = list(zip(starts, ends, strict=True))
    if any(not 0 < end - start <= _LONGEST_NAME for start, end in pairs):
        return []
    return [_named(tokens, start, end, source) for start, end in pairs]


def _named(tokens: Sequence[Token], first: int, last: int, source: str) -> Listed:
    start, end = tokens[first].start, tokens[last - 1].end
    plural = tokens[first].key in ("các", "những")
    return Listed(source[start:end], start, end, first, last, generic=plural, bare=False)


def loosely_at(tokens: Sequence[Token], index: int, source: str) -> tuple[tuple[Listed, ...], int]:
    """The bodies listed from `index` on, as `list_at` gives them, and those of its names that it does not know:
    "phối hợp với Sở Y tế, | Nhà thiếu nhi Kim Tiến |, Sở Nội vụ tổ chức …".
    """
    bodies, end = list_at(tokens, index, source)
    here = index if not bodies else end + 1
    joined = not bodies or (end < len(tokens) and tokens[end].key in (",", "và"))
    while joined and (close := _unknown_end(tokens, here)):
        bodies = (*bodies, _named(tokens, here, close, source))
        end = close
        joined = end + 1 < len(tokens) and tokens[end].key in (",", "và")
        more, after = list_at(tokens, end + 1, source) if joined else ((), end)
        if more:
            bodies, end = (*bodies, *more), after
            joined = end + 1 < len(tokens) and tokens[end].key in (",", "và")
        here = end + 1
    return bodies, end


def _unknown_end(tokens: Sequence[Token], index: int) -> int:
    """Where a name of unknown words ends that begins with a capital; 0 when none does, or nothing shows its end."""
    if index >= len(tokens) or not tokens[index].word.istitle() or begins_duty(tokens, index):
        return 0
    for here in range(index + 1, min(index + _LONGEST_NAME, len(tokens))):
        if not tokens[here].is_word or tokens[here].key == "và" or begins_duty(tokens, here) > 1:
            sure = here > index + 1 and tokens[here].word not in "-–/"
            return here if sure else 0
        if tokens[here].key in CONNECTING:
            return 0
    return 0
