"""The name of a body in the making, and those pieces of its tail that hold no name of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from directives.reading.syllables import STOPS, begins_duty, field_end
from directives.reading.vocabulary import DUTY, FIELD, FORCE, MODIFIER, NO_VERBS, NOUNS, TELLING
from directives.reading.words import Token

_NAMED_AFTER_FIELDS = frozenset(
    [
        "bộ",
        "sở",
        "phòng",
        "ban",
        "vụ",
        "cục",
        "viện",
        "hội",
        "trường",
        "quỹ",
        "trạm",
        "đội",
        "đoàn",
        "báo",
        "tổ",
    ]
)
_NAMED_PHRASES = frozenset(
    {
        "tổng cục",
        "chi cục",
        "trung tâm",
        "ủy ban",
        "tập đoàn",
        "tổng công ty",
        "công ty",
        "ngân hàng",
        "học viện",
    }
    | {
        "ban quản lý",
        "ban chỉ huy",
        "bộ chỉ huy",
        "văn phòng",
        "thanh tra",
        "liên đoàn",
        "hiệp hội",
        "công ty tnhh",
    }
    | {
        "công ty cổ phần",
        "tiểu ban",
        "đảng ủy",
        "hội đồng",
        "đại học",
        "trường đại học",
        "bệnh viện",
        "kho bạc",
    }
)


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `first:last`; `core` is what kind of word it is built on. `text` only when put together."""

    first: int
    last: int
    core: str
    head: tuple[int, int]
    plural: bool = False
    bare: bool = True  # nothing follows the core word
    proper: bool = False  # holds a name of its own, not only kinds and modifiers
    placed: bool = False  # ends in a bare place word ("UBND xã")
    text: str = ""

    @property
    def generic(self) -> bool:
        """Kinds of bodies, not one of them: "các cơ quan", "các bộ", "Thủ trưởng cơ quan ngang bộ"."""
        kinds = self.core in ("generic", "place", "post") or (self.plural and self.bare)
        return kinds and not self.proper


def longer(name: Name, last: int, *, proper: bool = False, placed: bool = False) -> Name:
    return replace(name, last=last, bare=False, proper=name.proper or proper, placed=placed)


def holding(name: Name, inner: Name) -> Name:
    """The outer name with another inside ("Chủ tịch" + "UBND các tỉnh"): many where the inner is many."""
    held = longer(name, inner.last, proper=not inner.placed or inner.proper, placed=inner.placed)
    return replace(held, plural=name.plural or (inner.plural and inner.placed))


def takes_field(tokens: Sequence[Token], name: Name) -> bool:
    core = " ".join(token.key for token in tokens[name.head[0] : name.head[1]])
    return core in _NAMED_AFTER_FIELDS or core in _NAMED_PHRASES


def with_joined_field(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "và Đào tạo", ", Thể thao và Du lịch", "Văn phòng HĐND và UBND"."""
    here = name.last
    heads = name.core == "post" and name.head[1] - name.head[0] > 1  # "Trưởng phòng Tài nguyên và Môi trường"
    if not (name.core == "organisation" or heads) or name.plural:
        return None
    if name.bare and name.head[1] - name.head[0] < 2:
        return None
    after = here + 1
    field = FIELD.at(tokens, after)[1] if after < len(tokens) and tokens[after].is_capital else 0
    before = tokens[here - 1].key
    if tokens[here].key in ("và", "&"):
        council = before in ("hđnd", "dân", "đbqh", "hội") and tokens[name.head[0]].key == "văn"
        if council and NOUNS.at(tokens, after)[0] == "organisation" and _is_council(tokens, after):
            return longer(name, after + NOUNS.at(tokens, after)[1], proper=True)
        alone = (
            NOUNS.at(tokens, after)[0] in ("organisation", "post") if after < len(tokens) else True
        )
        if field and not alone:
            return longer(name, after + field, proper=True)
        return _with_joined_work(tokens, name)
    if tokens[name.head[0]].key == "ban" and not field:
        return _with_central_field(tokens, name)
    if not field or not takes_field(tokens, name):
        return None
    end = after + field
    joined = end < len(tokens) and tokens[end].key == "và" and end + 1 < len(tokens)
    last = FIELD.at(tokens, end + 1)[1] if joined and tokens[end + 1].is_capital else 0
    alone = NOUNS.at(tokens, end + 1)[0] in ("organisation", "post") if joined else True
    return longer(name, end + 1 + last, proper=True) if last and not alone else None


# Bodies whose fields are closed sets: what follows them in lower case is no name of theirs.
_CLOSED = frozenset({"bộ", "sở", "ủy", "ubnd", "hđnd", "đảng", "chi", "công", "mặt", "thường", "tỉnh", "huyện", "thành"})
_LONGEST_REST = 5  # words
# What is worked on, never the rest of a name: "thống nhất với Phòng Kinh tế | phương án xử lý".
_THINGS = frozenset({"phương", "kế", "nội", "hồ", "danh", "văn", "dự", "chương", "đề", "nghị", "ý", "việc", "tiến", "kết", "kinh", "giải", "biện"})


def with_rest_of_field(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "Phòng Quản lý | chất lượng | tham mưu", "Cục Quản lý | xây dựng | và Chất lượng …": words in lower case that
    no duty begins with, where what follows them shows that the name ends there; None otherwise.
    """
    here = name.last
    closed = tokens[name.head[0]].key in _CLOSED and not tokens[name.head[0]].key == "chi"
    closed = closed or tokens[here - 1].key == "ủy"  # "Ban Tổ chức Tỉnh ủy"
    if name.core != "organisation" or not name.proper or name.placed or name.plural or closed:
        return None
    field = FIELD.at(tokens, here)[1]
    if field and _ends_field(tokens, here + field):
        return longer(name, here + field, proper=True)
    end = here
    while end < min(here + _LONGEST_REST, len(tokens)) and _is_unknown(tokens, end):
        end += 1
    after = end < len(tokens) and (begins_duty(tokens, end) > 1 or tokens[end].key in ("cần", "phải"))
    thing = tokens[here].key in _THINGS
    found = end > here and not thing and (after or (end < len(tokens) and _ends_field(tokens, end)))
    return longer(name, end, proper=True) if found else None


def _ends_field(tokens: Sequence[Token], index: int) -> bool:
    """A colon, a bracket, a place, or a second field behind "và"."""
    if index >= len(tokens):
        return False
    if tokens[index].key == "và" and index + 1 < len(tokens):
        return tokens[index + 1].is_capital and FIELD.at(tokens, index + 1)[1] > 0
    kind = NOUNS.at(tokens, index)[0]
    return tokens[index].word in ":(" or (kind == "place" and not tokens[index].is_capital)


def _with_joined_work(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "Hiệp hội Chế biến | và Xuất khẩu Thủy sản Việt Nam": more of what an association or a company is for."""
    after = name.last + 1
    works = tokens[name.head[0]].key in ("hiệp", "hội", "công", "tổng", "tập", "liên", "trung", "viện", "chi", "cục", "trạm")
    apart = name.placed or not name.proper or after >= len(tokens) or NOUNS.at(tokens, after)[1]
    short = not apart and tokens[after].word.isupper() and len(tokens[after].word) > 2  # "CTĐT"
    verb = short or (not apart and begins_duty(tokens, after) > 0)  # "Xuất khẩu", "Kiểm soát": what they do
    return longer(name, field_end(tokens, after), proper=True) if works and verb and tokens[after].is_capital else None


def _with_central_field(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "Ban Chính sách | , chiến lược Trung ương": a second field in lower case, up to "Trung ương"."""
    end = name.last + 1
    while end < min(name.last + 5, len(tokens)) and _is_unknown(tokens, end):
        end += 1
    central = [token.key for token in tokens[end : end + 2]] == ["trung", "ương"]
    return longer(name, end + 2, proper=True) if central and end > name.last + 1 else None


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


# Bodies that are called after what they are for, at any length.
_PURPOSEFUL = frozenset(
    {"ban quản", "ban chỉ", "tổ công", "tổ giúp", "hội đồng", "trung tâm", "tổng công", "công ty"}
)
# First words of duties that no purpose is told with ("đổi mới", "phát triển" may be one).
_OPENS_DUTY = frozenset(
    {
        "cần",
        "phải",
        "tiếp",
        "khẩn",
        "chủ",
        "phối",
        "chịu",
        "lãnh",
        "nghiêm",
        "theo",
        "căn",
        "sớm",
        "kịp",
        "định",
    }
)
_LONGEST_PURPOSE = 20  # tokens
_WHOLE_COUNTRY = frozenset({("việt", "nam"), ("quốc", "gia"), ("trung", "ương")})


def anchored(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "Ban Quản lý dự án | các công trình dân dụng tỉnh": the purpose ends in the place that the body serves."""
    head = " ".join(token.key for token in tokens[name.head[0] : name.head[0] + 2])
    if name.core != "organisation" or name.plural or name.placed or head not in _PURPOSEFUL:
        return None
    for here in range(name.last, min(name.last + _LONGEST_PURPOSE, len(tokens))):
        if tokens[here].word in ".;:()\n" or tokens[here].key in _OPENS_DUTY:
            return None
        named = name.proper or name.head[1] - name.head[0] > 2
        if named and here == name.last and begins_duty(tokens, here) > FIELD.at(tokens, here)[1]:
            return None  # "Trung tâm Phát triển quỹ đất | xử lý …"
        pair = (tokens[here].key, tokens[here + 1].key if here + 1 < len(tokens) else "")
        if pair in _WHOLE_COUNTRY and tokens[here].is_capital:
            return longer(name, here + 2, proper=True)
        kind, size = NOUNS.at(tokens, here)
        if kind in ("organisation", "generic", "post"):
            return None
        if kind == "place" and here > name.last and tokens[here - 1].key not in ("các", "những"):
            return longer(name, here + size, proper=True, placed=True)
    return None


def is_force(tokens: Sequence[Token], name: Name) -> bool:
    """ "(các) lực lượng", with nothing behind it yet."""
    return name.bare and [token.key for token in tokens[name.head[0] : name.last]] == [
        "lực",
        "lượng",
    ]


def forces_end(tokens: Sequence[Token], index: int) -> int:
    """Where a list of forces ends ("quân đội, công an, dân quân tự vệ"); `index` when none begins there."""
    end, here = index, index
    while (size := FORCE.at(tokens, here)[1]) > 0:
        end = here + size
        if end >= len(tokens) or tokens[end].key not in (",", "và"):
            break
        here = end + 1
    return end


def _is_council(tokens: Sequence[Token], index: int) -> bool:
    """The second of "Văn phòng HĐND và UBND", "Văn phòng Đoàn ĐBQH và HĐND"."""
    words = " ".join(t.key for t in tokens[index : index + 4])
    return words.startswith(("ubnd", "hđnd", "ủy ban nhân dân", "hội đồng nhân dân"))


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
    if pair[0] == "có" and name.core == "generic" and begins_duty(tokens, here) < 2:
        return _had_end(tokens, here + 1)
    if pair not in _RESTRICTING or pair == ("có", "liên"):
        return 0
    end, verb = here + 2, 0
    while end < min(here + 12, len(tokens)) and tokens[end].is_word and not tokens[end].is_capital:
        if DUTY.at(tokens, end)[0] == "manner":
            return end
        if _stops_clause(tokens, end):
            break
        taken = tokens[end - 1].key in ("đất", "hồi")  # "đất thu hồi thực hiện dự án"
        if not verb and end > here + 2 and begins_duty(tokens, end) > 1 and not taken:
            verb = end
        end += 1
    return verb or end


_HOLDING = frozenset({("chủ", "quản"), ("quản", "lý"), ("tham", "gia"), ("thực", "hiện")})
_BEHIND = _HOLDING | {("được", "giao"), ("được", "phân"), ("có", "tỷ")}
_LONGEST_HELD = 10  # tokens


def with_held(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "cơ quan chủ quản | các dự án đang thi công | tiếp tục", "các đơn vị | tham gia dự án | cần": what a body of
    its kind has in hand, where the manner of a duty closes it; None where it has nothing.
    """
    here = name.last
    holds = (tokens[here - 2].key, tokens[here - 1].key) in _HOLDING
    pair = tuple(token.key for token in tokens[here : here + 2])
    joins = pair in _BEHIND or (pair[:1] == ("được",) and name.plural and begins_duty(tokens, here + 1) > 0)
    if name.core != "generic" or name.proper or not (holds or joins):
        return None
    first = here + 2 * joins
    for end in range(first, min(first + _LONGEST_HELD, len(tokens))):
        verb = pair[:1] == ("được",) and end > first + 2 and begins_duty(tokens, end) > 1
        if end > first and (verb or DUTY.at(tokens, end)[0] == "manner"):
            return longer(name, end, proper=holds or pair in _HOLDING)
        if not tokens[end].word.isalnum() or tokens[end].key in _NOT_HELD:
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
        if begins_duty(tokens, end) > 1 or _stops_clause(tokens, end):
            break
        end += 1
    return end


def _had_end(tokens: Sequence[Token], index: int) -> int:
    """ "các địa phương có biển | phải quán triệt": up to three words before what they must; 0 if that does not follow."""
    for end in range(index + 1, min(index + 4, len(tokens))):
        if tokens[end].key in ("cần", "phải") or DUTY.at(tokens, end)[0] == "manner":
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
    return _is_unknown(tokens, index) or (field and not tokens[index].is_capital)


def with_more_modifiers(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "các cơ quan thông tấn | , báo chí": one more word that says which of many."""
    size = MODIFIER.at(tokens, name.last + 1)[1]
    said = name.core == "generic" and name.plural and not name.bare
    apart = not size or tokens[name.last + 1].is_capital or begins_duty(tokens, name.last + 1)
    return longer(name, name.last + 1 + size) if said and not apart else None


def _is_unknown(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    plain = token.is_word and token.word.isalpha() and token.word.islower()
    known = begins_duty(tokens, index) or NOUNS.at(tokens, index)[1] or TELLING.at(tokens, index)[1]
    return plain and not known and token.key not in NO_VERBS


def is_ministry(tokens: Sequence[Token], name: Name) -> bool:
    """ "Bộ Quốc phòng": is of the whole country, so that provinces behind it are other bodies."""
    return name.head[1] - name.head[0] == 1 and tokens[name.head[0]].key == "bộ" and name.proper


def is_number(token: Token) -> bool:
    """ "4", "4A": what a quarter or a hamlet is counted by."""
    return token.key[:1].isdecimal() and token.key.rstrip("abcd").isdecimal()


def ends_in_kind_of_place(tokens: Sequence[Token], name: Name) -> bool:
    """ "Chi bộ các khu phố", "UBND phường", "tổ dân phố"."""
    return any(
        is_kind_of_place(tokens, first) == name.last - first
        for first in range(max(name.first, name.last - 3), name.last)
    )


def is_kind_of_place(tokens: Sequence[Token], index: int) -> int:
    """Its length in tokens; 0 when none begins here."""
    kind, size = NOUNS.at(tokens, index)
    village = kind == "organisation" and " ".join(t.key for t in tokens[index : index + size]) in _VILLAGES
    return size if kind == "place" or village else 0


def ends_number_of_places(tokens: Sequence[Token], index: int) -> int:
    """Where "23 khu phố" ends; 0 when no kind of place follows the number."""
    size = is_kind_of_place(tokens, index + 1) if index + 1 < len(tokens) else 0
    return index + 1 + size if size else 0


_VILLAGES = frozenset({"thôn", "bản", "ấp", "khu phố", "khối phố", "tổ dân phố", "tổ", "buôn", "bon", "xóm", "làng", "sóc"})


def is_village(tokens: Sequence[Token], name: Name) -> bool:
    """ "Chi bộ các thôn": the smallest places are bodies too."""
    return tokens[name.head[0]].key in ("thôn", "ấp", "bản", "khu", "khối", "buôn", "xóm", "làng") or [
        token.key for token in tokens[name.head[0] : name.head[0] + 3]
    ] == ["tổ", "dân", "phố"]
