"""What stands behind a name in small letters and says which body is meant, what it does or has in hand."""

from collections.abc import Sequence

from directives.reading.names import (
    Name,
    ends_in_kind_of_place,
    forces_end,
    is_force,
    is_unknown,
    is_village,
    longer,
    takes_field,
)
from directives.reading.restrictions import (
    described,
    from_place_to_place,
    restricting_clause,
    with_held,
    with_lot,
    with_matter,
    with_this_paper,
    with_work,
    with_work_in_brackets,
)
from directives.reading.syllables import (
    begins_duty,
    field_before_name,
    field_end,
    named_field_end,
    names_field,
)
from directives.reading.vocabulary import DUTY, FIELD, MODIFIER, NOUNS, TELLING
from directives.reading.words import Phrases, Token

_COUNTED = Phrases({"counted": ("số", "cơ sở", "khu vực", "liên khu vực")})  # "Thuế cơ sở 3"


def with_description(tokens: Sequence[Token], name: Name) -> Name | None:
    """The name with what describes its body; None where nothing does."""
    for rule in _RULES:
        more = rule(tokens, name)
        if more is not None:
            return more
    return None


def with_own_number(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "Công ty cổ phần Xây dựng | 47", "Ban Quản lý dự án | 6", "Trưởng Ban Chỉ đạo | 389", "Trưởng Khu phố | 4"."""
    here, token = name.last, tokens[name.last]
    of_place = ends_in_kind_of_place(tokens, name)
    heads = name.core == "post" and (tokens[here - 1].key in ("đạo", "tác") or of_place)
    if not (heads or name.core in ("place", "organisation")) or len(token.key) > 3:
        return None
    if (name.plural and not of_place) or (
        here + 1 < len(tokens) and tokens[here + 1].key in ("/", "%")
    ):
        return None
    company = tokens[name.head[0]].key in ("công", "tổng") or tokens[here - 1].key == "án"
    return longer(name, here + 1, proper=True) if name.bare or name.placed or company else None


def with_work_of_its_kind(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "các nhà thầu | thi công | tăng cường …": a verb that says what the bodies do, and then their duty."""
    here = name.last
    kind, size = NOUNS.at(tokens, here)
    if kind != "modifier" or name.core != "generic" or not name.bare:
        return None
    after = here + size
    if DUTY.at(tokens, here) != ("verb", size):
        return None
    if tokens[here].key == "tham" and DUTY.at(tokens, after)[0] != "manner":
        return None  # "các sở, ngành | tham mưu bố trí vốn"
    listed = after + 1 < len(tokens) and tokens[after].key == ","
    next_kind, more = NOUNS.at(tokens, after + 1) if listed else ("", 0)
    among = next_kind in ("generic", "organisation") and more > begins_duty(tokens, after + 1)
    return longer(name, after) if among or begins_duty(tokens, after) > 0 else None


def with_modifier(tokens: Sequence[Token], name: Name) -> Name | None:
    """Words that are a modifier though they may begin a duty: "phụ trách lĩnh vực | xây dựng | trực tiếp …", "các
    đơn vị | quân đội", "các cơ quan | được phân công | xây dựng kế hoạch".
    """
    here = name.last
    kind, size = NOUNS.at(tokens, here)
    field = FIELD.at(tokens, here)[1]
    charged = (tokens[here - 2].key, tokens[here - 1].key) == ("lĩnh", "vực")
    if charged and field and begins_duty(tokens, here + field):
        return longer(name, here + field)
    if name.core != "generic" or not name.plural:
        return None
    said = MODIFIER.at(tokens, here)[1]
    duty = max(begins_duty(tokens, here), TELLING.at(tokens, here)[1])
    if kind != "modifier" and name.bare and said > duty:
        return longer(name, here + said)
    given = kind == "modifier" and tokens[here].key == "được"
    return (
        longer(name, here + size) if given and DUTY.at(tokens, here + size)[0] == "verb" else None
    )


def opens_phrase(tokens: Sequence[Token], index: int, size: int) -> bool:
    """ "các nhà thầu | trên tinh thần …": "trên" says which ones only where a duty or a mark follows it."""
    after = index + 1
    plain = after < len(tokens) and tokens[after].is_word and not begins_duty(tokens, after)
    return size == 1 and tokens[index].key == "trên" and plain and not TELLING.at(tokens, after)[1]


def _with_number(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "Thuế cơ sở 3", "Ban Quản lý dự án số 2"."""
    here = name.last
    counted = here + _COUNTED.at(tokens, here)[1]
    if here < counted < len(tokens) and tokens[counted].key.isdecimal():
        return longer(name, counted + 1, proper=True)
    return None


def _with_forces(tokens: Sequence[Token], name: Name) -> Name | None:
    here = name.last
    ends = is_force(tokens, name) and forces_end(tokens, here) > here
    return longer(name, forces_end(tokens, here)) if ends else None


def _with_clause(tokens: Sequence[Token], name: Name) -> Name | None:
    end = restricting_clause(tokens, name) or described(tokens, name)
    return longer(name, end) if end else None


def _with_named_field(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "Trạm | quản lý Đê điều"; a committee or a village has no field ("Huyện ủy | tham mưu Ban Thường vụ")."""
    here = name.last
    if not name.bare or name.core != "organisation":
        return None
    if tokens[here - 1].key == "ủy" or is_village(tokens, name):
        return None
    verb = begins_duty(tokens, here) > 0
    if verb and not (takes_field(tokens, name) and here - name.head[0] <= 2):
        return None
    return (
        longer(name, named_field_end(tokens, here), proper=True)
        if names_field(tokens, here)
        else None
    )


def _with_name_behind_a_word(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "Ban QLDA | đường | Trường Sơn", "UBND | huyên (a slip) | Đông Hải", "chủ mỏ | đá | Đông Hải"."""
    here, after = name.last, name.last + 1
    called = name.core == "organisation" and tokens[name.first].is_capital
    owner = name.core == "generic" and tokens[name.head[0]].key == "chủ"
    open_still = name.bare or tokens[here - 1].key == "án"
    if not (open_still and (called or owner)) or name.plural or after >= len(tokens):
        return None
    if (
        not is_unknown(tokens, here)
        or not tokens[after].word.istitle()
        or begins_duty(tokens, after)
    ):
        return None
    if NOUNS.at(tokens, after)[1] and not _is_syllable_of(tokens, after):
        return None
    return longer(name, field_end(tokens, after), proper=True)


def _is_syllable_of(tokens: Sequence[Token], index: int) -> bool:
    """ "Hồ" of "Hồ Chí Minh": a kind's word with two more syllables of a name behind it."""
    return NOUNS.at(tokens, index)[1] == 1 and all(
        t.word.istitle() for t in tokens[index : index + 3]
    )


def _with_field_before_name(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "Khu | bảo tồn thiên nhiên Hang Kia"."""
    here = name.last
    if not tokens[here - 1].is_capital or NOUNS.at(tokens, here - 1)[0] != "place":
        return None
    end = field_before_name(tokens, here)
    return longer(name, end, proper=True) if end > here else None


_RULES = (
    _with_number,
    from_place_to_place,
    with_matter,
    with_lot,
    with_work_in_brackets,
    with_this_paper,
    with_work,
    _with_forces,
    with_held,
    _with_clause,
    _with_named_field,
    _with_name_behind_a_word,
    _with_field_before_name,
)
