"""A grammar of the names of bodies, and of lists of them.

    list    := name (("," | ";" | "và" | "cùng" …) name)*
    name    := determiner* core tail*
    core    := organisation | post | place | generic noun | ACRONYM
    tail    := Name | modifier | place | "của" name | "thuộc" name | nested name | "- Name" | "và Field"

"Bộ Văn hóa, Thể thao và Du lịch" is one name; "các Bộ: Tài chính, Xây dựng" are two; "đảng ủy, UBND
xã, thị trấn" is one group. A name ends where a duty begins ("Bộ Xây dựng | khẩn trương rà soát").
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from directives.reading.fields import anchored, with_joined_field, with_rest_of_field
from directives.reading.names import (
    Name,
    ends_in_kind_of_place,
    ends_number_of_places,
    forces_end,
    holding,
    is_force,
    is_ministry,
    is_number,
    is_unknown,
    is_village,
    longer,
    takes_field,
)
from directives.reading.people import person_end
from directives.reading.restrictions import (
    described,
    from_place_to_place,
    restricting_clause,
    with_held,
    with_lot,
    with_matter,
    with_more_modifiers,
    with_more_places,
    with_this_paper,
    with_work,
    with_work_in_brackets,
)
from directives.reading.syllables import (
    OF,
    begins_duty,
    field_before_name,
    field_end,
    named_field_end,
    names_field,
)
from directives.reading.vocabulary import DETERMINER, DUTY, FIELD, MODIFIER, NOUNS, TELLING
from directives.reading.words import Phrases, Token


def words(tokens: Sequence[Token], first: int, last: int, source: str) -> str:
    return source[tokens[first].start : tokens[last - 1].end] if first < last else ""


def name_at(tokens: Sequence[Token], index: int, depth: int = 0) -> Name | None:
    """The name that begins at `index`, as long as the grammar lets it be; None if none begins there."""
    start, plural = _determiners(tokens, index)
    if start >= len(tokens) or depth > 4:
        return None
    kind, size = _kind_at(tokens, start)
    verb = kind == "generic" and index == start and tokens[start].is_capital
    if size and begins_duty(tokens, start) >= size + (not verb):
        return None  # "Ban hành …", "Báo cáo …", "Tổ chức …"
    if person_end(tokens, index) and depth == 0:
        return _person(tokens, index)
    if kind in ("organisation", "post", "generic", "place"):
        name = Name(index, start + size, kind, (start, start + size), plural=plural)
    elif _is_acronym(tokens, start) or _is_brand(tokens[start].word):
        name = Name(
            index,
            start + 1,
            "organisation",
            (start, start + 1),
            plural=plural,
            proper=True,
            bare=False,
        )
    elif kind == "determiner" and index < start:
        return None
    else:
        return None
    if (
        kind == "place"
        and not plural
        and index == start
        and not tokens[start].is_capital
        and depth == 0
    ):
        name = _extended(tokens, name, depth)
        return name if not name.bare else replace(name, bare=True)
    return _extended(tokens, name, depth)


def _kind_at(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """What the word at `index` calls; "trưởng" before the name of a body calls the one who heads it."""
    kind, size = NOUNS.at(tokens, index)
    heads = kind == "post" and tokens[index].key == "trưởng"
    body, more = NOUNS.at(tokens, index + 1) if heads else ("", 0)
    return ("post", 1 + more) if body == "organisation" and more >= size else (kind, size)


def _works(tokens: Sequence[Token], name: Name, size: int) -> bool:
    """ "các nhà thầu thi công | tăng cường …": a verb that says what the bodies do, and then their duty."""
    verb = name.bare and DUTY.at(tokens, name.last) == ("verb", size)
    after = name.last + size
    if tokens[name.last].key == "tham" and DUTY.at(tokens, after)[0] != "manner":
        return False  # "các sở, ngành | tham mưu bố trí vốn"
    listed = after + 1 < len(tokens) and tokens[after].key == ","
    kind, more = NOUNS.at(tokens, after + 1) if listed else ("", 0)
    among = kind in ("generic", "organisation") and more > begins_duty(tokens, after + 1)
    return verb and (among or begins_duty(tokens, after) > 0)


def _person(tokens: Sequence[Token], index: int) -> Name:
    """ "đồng chí Nguyễn Văn An, Phó Bí thư Tỉnh ủy": the person with the post that is told behind the name."""
    end = person_end(tokens, index)
    name = Name(index, end, "person", (index, end), bare=False, proper=True)
    if end + 1 < len(tokens) and tokens[end].word in ",-–":
        post = name_at(tokens, end + 1, depth=1)
        if post is not None and post.core == "post" and not post.plural:
            return longer(name, _before_charge(tokens, end + 1, post.last))
    return name


def _before_charge(tokens: Sequence[Token], first: int, last: int) -> int:
    """ "…, Phó Chủ tịch UBND tỉnh | phụ trách": behind a person it is the duty."""
    for index in range(first, last - 1):
        if (tokens[index].key, tokens[index + 1].key) == ("phụ", "trách"):
            return index
    return last


def _determiners(tokens: Sequence[Token], index: int) -> tuple[int, bool]:
    """Skips "các", "43", "đồng chí"; whether they speak of several."""
    plural = False
    while index < len(tokens):
        if (
            tokens[index].key.isdecimal()
            and len(tokens[index].key) <= 4
            and index + 1 < len(tokens)
        ):
            if NOUNS.at(tokens, index + 1)[0] in ("", "modifier", "determiner"):
                break
            plural = True
            index += 1
            continue
        size = DETERMINER.at(tokens, index)[1]
        if not size:
            break
        plural = plural or tokens[index].key not in ("đồng", "đ", "đại", "tập")
        index += size
    return index, plural


def _is_acronym(tokens: Sequence[Token], index: int) -> bool:
    """ "EVN", "ACV": upper case by itself, not a word of a line in capitals."""
    word = tokens[index].word
    beside = [tokens[i].word for i in (index - 1, index + 1) if 0 <= i < len(tokens)]
    alone = not any(len(one) > 1 and one.isupper() and one.isalpha() for one in beside)
    return (
        3 <= len(word) <= 8
        and word.isupper()
        and word.isalpha()
        and word.isascii()
        and alone
        and not set(word) <= set("IVXLC")
    )


def _is_brand(word: str) -> bool:
    """ "Petrovietnam", "Viettel", "MobiFone": a capital word that is no Vietnamese syllable."""
    plain = len(word) > 4 and word.isascii() and word.isalpha()
    if plain and _TWO_HUMPS.fullmatch(word):
        return True
    return plain and word.istitle() and not _SYLLABLE.fullmatch(word.lower())


_TWO_HUMPS = re.compile(r"[A-Z][a-z]+[A-Z][a-z]+")  # "MobiFone", "VietinBank"
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|kh|gh|gi|ch|th|tr|ph|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?"
)


def _extended(tokens: Sequence[Token], name: Name, depth: int) -> Name:
    while (more := _with_tail(tokens, name, depth) or anchored(tokens, name)) is not None:
        name = more
    return name


def _with_tail(tokens: Sequence[Token], name: Name, depth: int) -> Name | None:
    """The name with one more piece of tail; None when it is complete."""
    here = name.last
    if here >= len(tokens):
        return None
    token = tokens[here]
    if token.is_word and token.is_capital:
        return _with_capital(tokens, name, depth)
    if token.key.isdecimal() and name.core == "post" and ends_number_of_places(tokens, here):
        return replace(longer(name, ends_number_of_places(tokens, here)), plural=True)
    if is_number(token):
        several = name.plural and not ends_in_kind_of_place(tokens, name)
        heads = name.core == "post" and tokens[here - 1].key in (
            "đạo",
            "tác",
        )  # "Trưởng Ban Chỉ đạo 389"
        numbered = (
            (heads or name.core in ("place", "organisation") or _is_place_of(tokens, name))
            and len(token.key) <= 3
            and not several
        )
        fits = numbered and not (here + 1 < len(tokens) and tokens[here + 1].key in ("/", "%"))
        # "Công ty cổ phần Xây dựng 47", "Ban Quản lý dự án 6"
        company = tokens[name.head[0]].key in ("công", "tổng") or tokens[here - 1].key == "án"
        counted = name.bare or name.placed or company
        return longer(name, here + 1, proper=True) if fits and counted else None
    if (
        token.word in "-–"
        and name.core in ("organisation", "post")
        and (name.proper or tokens[here - 1].is_capital)
    ):
        after = here + 1
        kind = NOUNS.at(tokens, after)[0]  # "Bộ Y tế - Cơ quan Thường trực Ban Chỉ đạo"
        office = [token.key for token in tokens[after : after + 2]] == ["cơ", "quan"]
        if kind == "post" and name.core == "post":
            inner = name_at(tokens, after, depth + 1)
            return longer(name, inner.last) if inner else None
        apart = kind in ("generic", "post") or office
        if after < len(tokens) and tokens[after].is_capital and not apart:
            return longer(name, field_end(tokens, after), proper=True)
        return None
    if token.key in ("và", ",", "&"):
        more = with_more_places(tokens, name) or with_more_modifiers(tokens, name)
        return more or with_joined_field(tokens, name)
    if token.key in OF and (size := MODIFIER.at(tokens, here)[1]) > 1:
        return longer(name, here + size)  # "cán bộ | thuộc quyền quản lý"
    if token.key in OF:
        party = [t.word for t in tokens[here + 1 : here + 3]]
        if party[:1] == ["Đảng"] and party[1:] not in (["bộ"], ["ủy"], ["uỷ"], ["đoàn"]):
            return longer(name, here + 2, proper=True)  # "các cơ quan | của Đảng"
        inner = name_at(tokens, here + 1, depth + 1)
        proper = name.core != "generic"
        return longer(name, _of_several(tokens, inner, depth), proper=proper) if inner else None
    return _with_lower(tokens, name, depth)


def _is_place_of(tokens: Sequence[Token], name: Name) -> bool:
    """ "Trưởng Khu phố | 4": a post in a place that bears a number."""
    return name.core == "post" and ends_in_kind_of_place(tokens, name)


def _of_several(tokens: Sequence[Token], inner: Name, depth: int) -> int:
    """ "thuộc Bộ A, Bộ B": the same kind of body again still belongs to "thuộc"."""
    last = inner.last
    while (
        last + 1 < len(tokens)
        and tokens[last].key == ","
        and tokens[last + 1].key == tokens[inner.first].key
    ):
        more = name_at(tokens, last + 1, depth + 1)
        if more is None or more.bare:
            break
        last = more.last
    return last


def _with_capital(tokens: Sequence[Token], name: Name, depth: int) -> Name | None:
    here = name.last
    kind, size = NOUNS.at(tokens, here)
    field = FIELD.at(tokens, here)[1]
    if is_force(tokens, name):
        return longer(name, forces_end(tokens, here))
    if (
        field
        and name.core == "organisation"
        and (takes_field(tokens, name) or kind not in ("organisation", "post"))
    ):
        return longer(name, here + field, proper=True)
    if kind == "place":
        return longer(name, here + size, placed=True)
    if kind in ("organisation", "post"):
        office = name.bare and tokens[name.head[0]].key in (
            "cơ",
            "chi",
        )  # "Cơ quan Ủy ban Kiểm tra"
        under = tokens[here - 1].key in ("thuộc", "ngành")
        if name.core in ("place", "generic") and not (
            office or under or (name.core == "generic" and name.plural)
        ):
            return None
        inner = name_at(tokens, here, depth + 1)
        return holding(name, inner) if inner else None
    if kind == "determiner" and tokens[here].key not in ("ba", "hai"):
        return None
    if name.core == "generic" and name.plural:
        return longer(name, here + size) if kind == "modifier" else None
    return longer(name, field_end(tokens, here), proper=True)


def _opens_phrase(tokens: Sequence[Token], index: int, size: int) -> bool:
    """ "các nhà thầu | trên tinh thần …": "trên" says which ones only where a duty or a mark follows it."""
    after = index + 1
    plain = after < len(tokens) and tokens[after].is_word and not begins_duty(tokens, after)
    return size == 1 and tokens[index].key == "trên" and plain and not TELLING.at(tokens, after)[1]


def _closes_name(tokens: Sequence[Token], name: Name, end: int) -> bool:
    """ "Hội đồng | dân tộc | của Quốc hội": a field in lower case that the rest of a name follows, or its duty."""
    if not (takes_field(tokens, name) and tokens[name.first].is_capital) or end >= len(tokens):
        return False
    return tokens[end].key in OF or begins_duty(tokens, end) > 0


_COUNTED = Phrases({"counted": ("số", "cơ sở", "khu vực", "liên khu vực")})  # "Thuế cơ sở 3"


def _with_lower(tokens: Sequence[Token], name: Name, depth: int) -> Name | None:
    here = name.last
    more = (
        _with_number(tokens, name)
        or from_place_to_place(tokens, name)
        or with_matter(tokens, name)
        or with_lot(tokens, name)
        or with_work_in_brackets(tokens, name)
        or with_this_paper(tokens, name)
        or with_work(tokens, name)
        or _with_description(tokens, name)
    )
    if more is not None:
        return more
    kind, size = NOUNS.at(tokens, here)
    if DETERMINER.at(tokens, here)[1] > 0 and kind != "modifier":
        return _with_determiner(tokens, name, depth)
    duty = max(begins_duty(tokens, here), TELLING.at(tokens, here)[1])
    field = FIELD.at(tokens, here)[1]
    if field > max(duty, size) and name.core == "organisation" and name.proper:
        return longer(name, here + field)
    sure = field > duty or (field == duty and begins_duty(tokens, here + field))
    if tokens[here - 1].key == "ngành" and name.bare and ((field and sure) or is_unknown(tokens, here)):
        return longer(name, here + max(1, field), proper=True)  # "ngành | y tế", "ngành | điện"
    spelled_small = field > max(duty, size) or (
        field == duty and DUTY.at(tokens, here + field)[0] == "manner"
    )
    if spelled_small and name.bare and _closes_name(tokens, name, here + field):
        return longer(name, here + field, proper=True)
    if kind == "modifier" and name.core == "generic" and _works(tokens, name, size):
        return longer(name, here + size)
    more = with_rest_of_field(tokens, name)
    if more is not None:
        return more
    charged = tokens[here - 1].key == "vực" and tokens[here - 2].key == "lĩnh"
    if charged and field and begins_duty(tokens, here + field):
        return longer(name, here + field)  # "Phó Chủ tịch phụ trách lĩnh vực | xây dựng"
    said = MODIFIER.at(tokens, here)[1]
    if kind != "modifier" and name.core == "generic" and name.plural and name.bare and said > duty:
        return longer(name, here + said)  # "các doanh nghiệp | địa phương", "các đơn vị | quân đội"
    charged = kind == "modifier" and tokens[here].key == "được" and name.plural and name.core == "generic"
    if charged and DUTY.at(tokens, here + size)[0] == "verb":
        return longer(name, here + size)  # "các cơ quan | được phân công | xây dựng kế hoạch"
    if not size or duty >= size or _opens_phrase(tokens, here, size):
        return None
    if kind in ("modifier", "place"):
        return longer(name, here + size, placed=kind == "place")
    return _with_body(tokens, name, kind, size, depth)


def _with_number(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "Thuế cơ sở 3", "Ban Quản lý dự án số 2"."""
    here = name.last
    counted = here + _COUNTED.at(tokens, here)[1]
    if here < counted < len(tokens) and tokens[counted].key.isdecimal():
        return longer(name, counted + 1, proper=True)
    return None


def _with_description(tokens: Sequence[Token], name: Name) -> Name | None:
    """What says which body is meant without being a name: forces, a clause, a field before a name."""
    here = name.last
    if is_force(tokens, name) and forces_end(tokens, here) > here:
        return longer(name, forces_end(tokens, here))
    held = with_held(tokens, name)
    if held is not None:
        return held
    restricted = restricting_clause(tokens, name) or described(tokens, name)
    if restricted:
        return longer(name, restricted)
    short = here - name.head[0] <= 2 or not begins_duty(tokens, here)
    committee = tokens[here - 1].key == "ủy"  # "Huyện ủy | tham mưu Ban Thường vụ": names no field
    committee = committee or is_village(tokens, name)
    kind_of_field = takes_field(tokens, name) or not begins_duty(tokens, here)
    if name.bare and short and not committee and kind_of_field and name.core == "organisation" and names_field(tokens, here):
        return longer(name, named_field_end(tokens, here), proper=True)
    called = name.core == "organisation" and tokens[name.first].is_capital
    owner = name.core == "generic" and tokens[name.head[0]].key == "chủ"  # "chủ mỏ đá Đông Hải"
    project = tokens[here - 1].key == "án"
    if (name.bare or project) and (called or owner) and not name.plural:
        slip = _name_behind_a_word(tokens, here)
        if slip:
            return longer(name, slip, proper=True)
    if tokens[here - 1].is_capital and NOUNS.at(tokens, here - 1)[0] == "place":
        described_as = field_before_name(tokens, here)
        if described_as > here:
            return longer(name, described_as, proper=True)
    return None


def _name_behind_a_word(tokens: Sequence[Token], index: int) -> int:
    """ "Ban QLDA | đường | Trường Sơn", "UBND | huyên (a slip) | Đông Hải": where the name ends; 0 when none follows."""
    after = index + 1
    if after >= len(tokens) or not is_unknown(tokens, index) or not tokens[after].word.istitle():
        return 0
    return (
        0
        if (NOUNS.at(tokens, after)[1] and not _is_syllable_of(tokens, after)) or begins_duty(tokens, after)
        else field_end(tokens, after)
    )


def _is_syllable_of(tokens: Sequence[Token], index: int) -> bool:
    """ "Hồ" of "Hồ Chí Minh": a kind's word with two more syllables of a name behind it."""
    return NOUNS.at(tokens, index)[1] == 1 and all(t.word.istitle() for t in tokens[index : index + 3])


def _with_determiner(tokens: Sequence[Token], name: Name, depth: int) -> Name | None:
    """ "UBND | các xã", "Thủ trưởng | các sở, ngành", "Công an | các đơn vị": one name for many."""
    inner = name_at(tokens, name.last, depth + 1) if name.core != "place" else None
    if inner is None or not inner.plural or (inner.core == "place" and is_ministry(tokens, name)):
        return None
    of_places = inner.core == "place" or is_village(tokens, inner)
    committee = [t.key for t in tokens[name.head[0] : name.last]] == ["cấp", "ủy"]  # "Cấp ủy | các chi bộ"
    of_bodies = name.core == "post" or (name.bare and (inner.generic or committee))
    if not (of_places or of_bodies):
        return None
    held = longer(name, inner.last, proper=inner.proper, placed=inner.core == "place")
    return replace(held, plural=True)


def _with_body(
    tokens: Sequence[Token], name: Name, kind: str, size: int, depth: int
) -> Name | None:
    """ "lãnh đạo | cơ quan", "các hiệp hội | doanh nghiệp": a body in small letters inside the name."""
    if kind not in ("organisation", "generic", "post"):
        return None
    if kind != "organisation" and name.core == "organisation":
        small = not tokens[name.head[0]].is_capital  # "hiệp hội | doanh nghiệp"
        several = kind == "generic" and name.bare and (name.plural or small)
        return longer(name, name.last + size) if several else None
    if name.core not in ("post", "organisation"):
        return None
    inner = name_at(tokens, name.last, depth + 1)
    if inner is None:
        return None
    held = longer(name, inner.last, proper=inner.proper, placed=inner.placed)
    return replace(held, plural=name.plural or (inner.plural and inner.placed))
