"""Fields and purposes that the name of a body goes on in: "và Đào tạo", "chất lượng", "dự án … tỉnh"."""

from collections.abc import Sequence

from directives.reading.names import Name, is_unknown, longer, takes_field
from directives.reading.syllables import OF, begins_duty, field_end
from directives.reading.vocabulary import DUTY, FIELD, NOUNS, TELLING
from directives.reading.words import Token


def with_joined_field(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "và Đào tạo", ", Thể thao và Du lịch", "Văn phòng HĐND và UBND"."""
    here = name.last
    heads = (
        name.core == "post" and name.head[1] - name.head[0] > 1
    )  # "Trưởng phòng Tài nguyên và Môi trường"
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
_CLOSED = frozenset(
    {
        "bộ",
        "sở",
        "ủy",
        "ubnd",
        "hđnd",
        "đảng",
        "chi",
        "công",
        "mặt",
        "thường",
        "tỉnh",
        "huyện",
        "thành",
    }
)


_LONGEST_REST = 5  # words


# What is worked on, never the rest of a name: "thống nhất với Phòng Kinh tế | phương án xử lý".
_THINGS = frozenset(
    {
        "phương",
        "kế",
        "nội",
        "hồ",
        "danh",
        "văn",
        "dự",
        "chương",
        "đề",
        "nghị",
        "ý",
        "việc",
        "tiến",
        "kết",
        "kinh",
        "giải",
        "biện",
    }
)


def with_small_field(tokens: Sequence[Token], name: Name) -> Name | None:
    """A field in small letters: "Sở Văn hóa | thể thao", "ngành | y tế", "ngành | điện", "Hội đồng | dân tộc |"."""
    here = name.last
    size = NOUNS.at(tokens, here)[1]
    duty = max(begins_duty(tokens, here), TELLING.at(tokens, here)[1])
    field = FIELD.at(tokens, here)[1]
    if field > max(duty, size) and name.core == "organisation" and name.proper:
        return longer(name, here + field)
    after = here + field
    sure = field > duty or (field == duty and begins_duty(tokens, after))
    of_branch = tokens[here - 1].key == "ngành" and name.bare
    if of_branch and ((field and sure) or is_unknown(tokens, here)):
        return longer(name, here + max(1, field), proper=True)
    manner = field == duty and DUTY.at(tokens, after)[0] == "manner"
    if (field > max(duty, size) or manner) and name.bare and _closes_name(tokens, name, after):
        return longer(name, after, proper=True)
    return None


def _closes_name(tokens: Sequence[Token], name: Name, end: int) -> bool:
    """ "Hội đồng | dân tộc | của Quốc hội": a field in lower case that the rest of a name follows, or its duty."""
    if not (takes_field(tokens, name) and tokens[name.first].is_capital) or end >= len(tokens):
        return False
    return tokens[end].key in OF or begins_duty(tokens, end) > 0


def with_rest_of_field(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "Phòng Quản lý | chất lượng | tham mưu", "Cục Quản lý | xây dựng | và Chất lượng …": words in lower case that
    no duty begins with, where what follows them shows that the name ends there; None otherwise.
    """
    here = name.last
    closed = tokens[name.head[0]].key in _CLOSED and tokens[name.head[0]].key != "chi"
    closed = closed or tokens[here - 1].key == "ủy"  # "Ban Tổ chức Tỉnh ủy"
    closed = closed or all(
        token.word.istitle() for token in tokens[here - 2 : here]
    )  # "Viettel Đông Hải | tự dỡ"
    if name.core != "organisation" or not name.proper or name.placed or name.plural or closed:
        return None
    field = FIELD.at(tokens, here)[1]
    if field and _ends_field(tokens, here + field):
        return longer(name, here + field, proper=True)
    if field and _ends_in_place(tokens, here + field):
        return longer(name, _ends_in_place(tokens, here + field), proper=True)
    end = here
    while end < min(here + _LONGEST_REST, len(tokens)) and is_unknown(tokens, end):
        end += 1
    after = end < len(tokens) and (
        begins_duty(tokens, end) > 1 or tokens[end].key in ("cần", "phải")
    )
    thing = tokens[here].key in _THINGS
    found = end > here and not thing and (after or (end < len(tokens) and _ends_field(tokens, end)))
    return longer(name, end, proper=True) if found else None


def _ends_in_place(tokens: Sequence[Token], index: int) -> int:
    """ "Viện Quy hoạch xây dựng | Hà Nội | nghiên cứu": where a place's name ends before a duty; 0 when none does."""
    if index >= len(tokens) or not tokens[index].word.istitle() or NOUNS.at(tokens, index)[1]:
        return 0
    end = field_end(tokens, index)
    closed = end < len(tokens) and (begins_duty(tokens, end) > 0 or tokens[end].word == ":")
    return end if closed and all(token.word.istitle() for token in tokens[index:end]) else 0


def _ends_field(tokens: Sequence[Token], index: int) -> bool:
    """A colon, a bracket, a place, or a second field behind "và"."""
    if index >= len(tokens):
        return False
    if tokens[index].key == "và" and index + 1 < len(tokens):
        return tokens[index + 1].is_capital and FIELD.at(tokens, index + 1)[1] > 0
    kind = NOUNS.at(tokens, index)[0]
    if tokens[index].word == "," and index + 1 < len(tokens) and tokens[index + 1].is_capital:
        return NOUNS.at(tokens, index + 1)[0] in (
            "organisation",
            "post",
        )  # "… cửa khẩu, | Chi cục Hải quan"
    return tokens[index].word in ":(" or (kind == "place" and not tokens[index].is_capital)


def _with_joined_work(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "Hiệp hội Chế biến | và Xuất khẩu Thủy sản Việt Nam": more of what an association or a company is for."""
    after = name.last + 1
    works = tokens[name.head[0]].key in (
        "hiệp",
        "hội",
        "công",
        "tổng",
        "tập",
        "liên",
        "trung",
        "viện",
        "chi",
        "cục",
        "trạm",
    )
    apart = name.placed or not name.proper or after >= len(tokens) or NOUNS.at(tokens, after)[1]
    short = not apart and tokens[after].word.isupper() and len(tokens[after].word) > 2  # "CTĐT"
    verb = short or (
        not apart and begins_duty(tokens, after) > 0
    )  # "Xuất khẩu", "Kiểm soát": what they do
    return (
        longer(name, field_end(tokens, after), proper=True)
        if works and verb and tokens[after].is_capital
        else None
    )


def _with_central_field(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "Ban Chính sách | , chiến lược Trung ương": a second field in lower case, up to "Trung ương"."""
    end = name.last + 1
    while end < min(name.last + 5, len(tokens)) and is_unknown(tokens, end):
        end += 1
    central = [token.key for token in tokens[end : end + 2]] == ["trung", "ương"]
    return longer(name, end + 2, proper=True) if central and end > name.last + 1 else None


# Bodies that are called after what they are for, at any length.
_PURPOSEFUL = frozenset(
    {"ban quản", "ban chỉ", "tổ công", "tổ giúp", "hội đồng", "trung tâm", "tổng công", "công ty"}
)


# Of these none is called "… về …".
_WITHOUT_MATTER = frozenset({"trung tâm", "tổng công", "công ty"})
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
        if head in _WITHOUT_MATTER and tokens[here].key in ("về", "tại", "để", "trong"):
            return None
        named = name.proper or name.head[1] - name.head[0] > 2
        ended = (
            tokens[here - 1].is_capital and not tokens[here].is_capital
        )  # "… Việt Nam | tổ chức"
        if (
            named
            and here == name.last
            and begins_duty(tokens, here) > FIELD.at(tokens, here)[1] - ended
        ):
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


def _is_council(tokens: Sequence[Token], index: int) -> bool:
    """The second of "Văn phòng HĐND và UBND", "Văn phòng Đoàn ĐBQH và HĐND"."""
    words = " ".join(t.key for t in tokens[index : index + 4])
    return words.startswith(("ubnd", "hđnd", "ủy ban nhân dân", "hội đồng nhân dân"))
