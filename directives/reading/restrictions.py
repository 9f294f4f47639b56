"""What says which of many bodies are meant: places, modifiers, what they have in hand or are late with."""

from collections.abc import Sequence
from itertools import pairwise

from directives.reading.names import Name, is_unknown, longer
from directives.reading.syllables import STOPS, begins_duty, field_end
from directives.reading.vocabulary import DUTY, FIELD, MODIFIER, NOUNS
from directives.reading.words import Phrases, Token, split_lines


def with_more_places(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "UBND các tỉnh | , thành phố": several kinds of places that no names follow; "khu vực Bắc Bộ | và Nam Bộ"."""
    joined = tokens[name.last].key == "và" and name.last + 1 < len(tokens)
    region = joined and _in_region(tokens, name)
    if region and tokens[name.last + 1].is_capital and not NOUNS.at(tokens, name.last + 1)[1]:
        return longer(name, field_end(tokens, name.last + 1), placed=True)
    kind, size = NOUNS.at(tokens, name.last + 1)
    end = name.last + 1 + size
    if not (name.plural and name.placed and kind == "place") or tokens[end - 1].is_capital:
        return None
    named = end < len(tokens) and (tokens[end].is_capital or tokens[end].key.isdecimal())
    return None if named else longer(name, end, placed=True)


def _in_region(tokens: Sequence[Token], name: Name) -> bool:
    """Whether the name ends in "khu vực …", "vùng …"."""
    ending = [token.key for token in tokens[max(name.first, name.last - 5) : name.last]]
    return "vùng" in ending or ("khu", "vực") in pairwise(ending)


_RESTRICTING = frozenset(
    {
        ("có", "đất"),
        ("có", "dự"),
        ("nơi", "có"),
        ("có", "công"),
        ("có", "tuyến"),
        ("có", "liên"),
        ("có", "rừng"),
    }
)


def restricting_clause(tokens: Sequence[Token], name: Name) -> int:
    """ "UBND cấp tỉnh có đất thu hồi thực hiện dự án | chịu trách nhiệm": where the clause ends; 0 if none."""
    here = name.last
    pair = tuple(token.key for token in tokens[here : here + 2])
    several = name.plural or (name.core == "place" and name.bare)
    if several and pair[0] == "có" and pair[-1] in _OWNED:
        return _owned_end(tokens, here + 2)
    either = name.core in ("generic", "place") or (name.placed and name.plural)
    if pair[0] == "có" and either and begins_duty(tokens, here) < 2:
        had = _had_end(tokens, here + 1)
        if had:
            return had
    other = pair == ("có", "công") and [token.key for token in tokens[here + 2 : here + 3]] != [
        "trình"
    ]
    if pair not in _RESTRICTING or pair == ("có", "liên") or other:
        return 0
    end, verb = here + 2, 0
    while end < min(here + 12, len(tokens)) and not tokens[end].is_capital:
        area = tokens[end].word == "," and end + 1 < len(tokens) and tokens[end + 1].key == "khu"
        if not tokens[end].is_word and not area:
            break
        if DUTY.at(tokens, end)[0] == "manner":
            return end
        if _stops_clause(tokens, end):
            break
        taken = (
            tokens[end - 1].key in _TAKING
        )  # "đất thu hồi | thực hiện dự án", "mỏ đang | khai thác"
        if not verb and end > here + 2 and begins_duty(tokens, end) > 1 and not taken:
            verb = end
        end += 1
    return verb or end


_TAKING = frozenset({"đất", "hồi", "đang", "đã", "được", "bị"})
_HOLDING = frozenset({("chủ", "quản"), ("quản", "lý"), ("tham", "gia"), ("thực", "hiện")})


_BEHIND = _HOLDING | {
    ("được", "giao"),
    ("được", "phân"),
    ("có", "tỷ"),
    ("cung", "cấp"),
    ("sản", "xuất"),
    ("kinh", "doanh"),
    ("vận", "hành"),
}


_LONGEST_HELD = 10  # tokens


_BOARDS = frozenset(
    {
        ("ban", "chỉ"),
        ("tổ", "công"),
        ("tổ", "giúp"),
        ("tiểu", "ban"),
        ("hội", "đồng"),
        ("ủy", "ban"),
        ("đoàn", "công"),
    }
)
_LONGEST_MATTER = 25  # tokens


def with_matter(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "Ban Chỉ đạo tỉnh | về chuyển đổi số | khẩn trương …": what a board was set up for, up to the manner of its
    duty; None where no such manner closes it.
    """
    here = name.last
    pairs = pairwise(token.key for token in tokens[name.first : here])
    if tokens[here].key != "về" or not any(pair in _BOARDS for pair in pairs):
        return None
    for end in range(here + 2, min(here + _LONGEST_MATTER, len(tokens))):
        charged = DUTY.at(tokens, end)[0] == "manner" or tokens[end].key == "phân"
        if charged and tokens[end - 1].is_word and tokens[end - 1].key not in ("tác", "việc", "vụ"):
            return longer(name, end, proper=True)
        if not tokens[end].is_word and tokens[end].word not in ",-–":
            break
    return None


def with_work_in_brackets(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "nhà thầu | thi công | (Liên danh Đông Hải)": what they do, before the bracket that says who they are."""
    size = MODIFIER.at(tokens, name.last)[1]
    after = name.last + size
    named = (
        after + 1 < len(tokens) and tokens[after].word == "(" and tokens[after + 1].word.istitle()
    )
    return longer(name, after) if size and named and name.core == "generic" and name.bare else None


def with_lot(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "nhà thầu | thi công gói 12-XL |": the part of a project that is theirs."""
    here = name.last + 2 * (
        [token.key for token in tokens[name.last : name.last + 2]] == ["thi", "công"]
    )
    if name.core != "generic" or name.plural or here >= len(tokens) or tokens[here].key != "gói":
        return None
    here += 1 + (tokens[here + 1 : here + 2] != [] and tokens[here + 1].key == "thầu")
    end = here
    while (
        end < min(here + 5, len(tokens))
        and not tokens[end].word.islower()
        and tokens[end].word not in ",;.:"
    ):
        end += 1
    return longer(name, end, proper=True) if end > here else None


def with_held(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "cơ quan chủ quản | các dự án đang thi công | tiếp tục", "các đơn vị | tham gia dự án | cần": what a body of
    its kind has in hand, where the manner of a duty closes it; None where it has nothing.
    """
    here = name.last
    holds = (tokens[here - 2].key, tokens[here - 1].key) in _HOLDING
    pair = tuple(token.key for token in tokens[here : here + 2])
    joins = pair in _BEHIND or (
        pair[:1] == ("được",) and name.plural and begins_duty(tokens, here + 1) > 0
    )
    if name.core != "generic" or name.proper or not (holds or joins):
        return None
    first = here + 2 * joins
    if holds and not joins and DUTY.at(tokens, first)[0] == "manner":
        return None  # "cán bộ thuộc quyền quản lý | phải …"
    for end in range(first, min(first + _LONGEST_HELD, len(tokens))):
        verb = pair[:1] == ("được",) and end > first + 2 and begins_duty(tokens, end) > 1
        if end > first and (verb or DUTY.at(tokens, end)[0] == "manner"):
            return longer(name, end, proper=holds or pair in _HOLDING)
        if pair == ("có", "tỷ") and tokens[end - 1].key == "%":
            return longer(name, end)  # "các đơn vị có tỷ lệ giải ngân dưới 30% | kiểm điểm"
        if (
            not (tokens[end].word.isalnum() or tokens[end].key == "%")
            or tokens[end].key in _NOT_HELD
        ):
            break
    return None


_NOT_HELD = frozenset({"và", "theo", "để", "với", "cho", "về", "do", "vì", "là", "ý"})


_LONGEST_DESCRIPTION = 3  # words


_OWNED = frozenset(
    {"nhiệm", "đường", "mỏ", "cao", "thiệt", "biên", "người", "khu", "nguy", "trường"}
)


def _owned_end(tokens: Sequence[Token], index: int) -> int:
    """ "các cơ quan có nhiệm vụ quá hạn | giải trình": up to the next duty."""
    end = index
    while end < min(index + 8, len(tokens)) and tokens[end].word.islower():
        if begins_duty(tokens, end) > 1 or _stops_clause(tokens, end) or tokens[end].key == "phải":
            break
        end += 1
    return end


_LONGEST_HAD = 8  # tokens


def _had_end(tokens: Sequence[Token], index: int) -> int:
    """ "các địa phương có biển | phải quán triệt": up to three words before what they must; 0 if that does not follow."""
    for end in range(index + 1, min(index + _LONGEST_HAD, len(tokens))):
        if tokens[end].key in ("cần", "phải") or DUTY.at(tokens, end)[0] == "manner":
            return end
        if begins_duty(tokens, end) > 1:  # "UBND các tỉnh có hồ chứa | điều hành …"
            return end if ("có", tokens[index].key) not in _RESTRICTING else 0
        if tokens[end].word == ":" and end > index + 1:
            return end
        if not tokens[end].word.islower() or _stops_clause(tokens, end):
            break
    return 0


def _stops_clause(tokens: Sequence[Token], index: int) -> bool:
    """A joining word, but for the "qua" of "có tuyến đường đi qua"."""
    passes = tokens[index].key == "qua" and tokens[index - 1].key in ("đi", "chạy")
    return not passes and tokens[index].key in STOPS | {"và", "rà"}


def described(tokens: Sequence[Token], name: Name) -> int:
    """ "UBND các xã ven sông | kiểm tra", "các doanh nghiệp viễn thông | bảo đảm": up to three words that say which
    of many, before a duty or the next of a list; 0 if none.
    """
    late = _late_with(tokens, name)
    if late or not (name.plural and (name.placed or name.bare)):
        return late
    end, most = name.last, name.last + _LONGEST_DESCRIPTION
    while end < len(tokens) and end < most and _describes(tokens, end):
        end += max(1, FIELD.at(tokens, end)[1])
    closed = end < len(tokens) and (begins_duty(tokens, end) > 0 or tokens[end].word in ",;")
    return end if end > name.last and closed else 0


def _late_with(tokens: Sequence[Token], name: Name) -> int:
    """ "các địa phương | chậm giải ngân | kiểm điểm": one duty that they are late with, before the next; 0 if none."""
    here = name.last
    if name.core != "generic" or not name.bare or tokens[here].key != "chậm":
        return 0
    end = here + 1 + begins_duty(tokens, here + 1)
    return end if end > here + 1 and begins_duty(tokens, end) else 0


def _describes(tokens: Sequence[Token], index: int) -> bool:
    field = FIELD.at(tokens, index)[1] > begins_duty(tokens, index)
    return is_unknown(tokens, index) or (field and not tokens[index].is_capital)


def from_place_to_place(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "UBND các tỉnh ven biển | từ Quảng Hà đến Nghệ Tây": a stretch of places that says which of them."""
    here = name.last
    if tokens[here].key != "từ" or not (name.plural or name.placed) or here + 1 >= len(tokens):
        return None
    first = field_end(tokens, here + 1) if tokens[here + 1].is_capital else 0
    if not first or first + 1 >= len(tokens) or tokens[first].key not in ("đến", "tới"):
        return None
    last = field_end(tokens, first + 1) if tokens[first + 1].is_capital else 0
    return longer(name, last, proper=True) if last else None


_LEVELS = Phrases(
    {
        "level": split_lines(
            """mầm non | mẫu giáo | tiểu học | trung học cơ sở | trung học phổ thông | phổ thông | thcs | thpt | th | cao đẳng
            | đại học | trung cấp"""
        )
    }
)
_PAPERS = frozenset(
    {("thông", "báo"), ("kết", "luận"), ("công", "điện"), ("kế", "hoạch"), ("văn", "bản")}
)


_OWNERS = frozenset({("chủ", "đầu"), ("nhà", "đầu"), ("nhà", "thầu"), ("chủ", "sở")})
_WORKS = frozenset({("dự", "án"), ("công", "trình"), ("các", "dự"), ("các", "công")})
_LONGEST_WORK = 9  # tokens


def with_work(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "chủ đầu tư | dự án thủy điện | để đo đạc", "các chủ đầu tư | dự án cao tốc Bắc - Nam |": what they build."""
    here = name.last
    pairs = [tuple(t.key for t in tokens[at : at + 2]) for at in (name.head[0], here)]
    if name.core != "generic" or pairs[0] not in _OWNERS or pairs[1] not in _WORKS:
        return None
    end = here + 2
    while end < min(here + _LONGEST_WORK, len(tokens)):
        token = tokens[end]
        dash = token.word in "-–" and end + 1 < len(tokens) and tokens[end + 1].is_capital
        home = token.key == "ở" and tokens[end - 1].key == "nhà"
        kind, size = DUTY.at(tokens, end)
        stops = kind == "manner" or size > 1 or (_stops_clause(tokens, end) and not home)
        if not dash and (not token.is_word or stops):
            break
        end += 1
    closed = end < len(tokens) and tokens[end - 1].is_word
    return longer(name, end, proper=True) if closed and end > here + 2 else None


def with_this_paper(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "các sở, ngành được giao nhiệm vụ | tại Thông báo này |": where it is told which are meant."""
    size = MODIFIER.at(tokens, name.last)[1]
    end = name.last + size
    keys = [token.key for token in tokens[end : end + 4]]
    told = (
        keys[:1] in (["tại"], ["trong"], ["theo"])
        and tuple(keys[1:3]) in _PAPERS
        and keys[3:] == ["này"]
    )
    return longer(name, end + 4) if told and size > 1 else None


def with_more_modifiers(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "các cơ quan thông tấn | , báo chí", "UBND cấp huyện | , cấp xã": one more word that says which of many."""
    tiers = [tokens[at].key for at in (name.last - 2, name.last + 1) if at < len(tokens)]
    if tiers == ["cấp", "cấp"] and MODIFIER.at(tokens, name.last + 1)[1] == 2:
        return longer(name, name.last + 3)
    level = _LEVELS.at(tokens, name.last + 1)[1]
    named = tokens[name.last + 1].word.istitle() if level else False
    if level and not named and "trường" in [token.key for token in tokens[name.first : name.last]]:
        return longer(name, name.last + 1 + level)  # "các trường mầm non | , tiểu học"
    size = MODIFIER.at(tokens, name.last + 1)[1]
    said = name.core == "generic" and name.plural and not name.bare
    apart = not size or tokens[name.last + 1].is_capital or begins_duty(tokens, name.last + 1)
    return longer(name, name.last + 1 + size) if said and not apart else None
