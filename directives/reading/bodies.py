"""A grammar of the names of bodies, and of lists of them.

    list    := name (("," | ";" | "và" | "cùng" …) name)*
    name    := determiner* core tail*
    core    := organisation | post | place | generic noun | ACRONYM
    tail    := Name | modifier | place | "của" name | "thuộc" name | nested name | "- Name" | "và Field"

"Bộ Văn hóa, Thể thao và Du lịch" is one name; "các Bộ: Tài chính, Xây dựng" are two; "đảng ủy, UBND
xã, thị trấn" is one group. A name ends where a duty begins ("Bộ Xây dựng | khẩn trương rà soát").
"""

from collections.abc import Sequence
from dataclasses import replace

from directives.reading.brands import is_acronym, is_brand
from directives.reading.descriptions import (
    opens_phrase,
    with_description,
    with_modifier,
    with_own_number,
    with_work_of_its_kind,
)
from directives.reading.fields import (
    anchored,
    with_joined_field,
    with_rest_of_field,
    with_small_field,
)
from directives.reading.names import (
    Name,
    ends_number_of_places,
    forces_end,
    holding,
    is_force,
    is_ministry,
    is_number,
    is_village,
    longer,
    takes_field,
)
from directives.reading.people import person_end
from directives.reading.restrictions import with_more_modifiers, with_more_places
from directives.reading.syllables import OF, begins_duty, field_end
from directives.reading.vocabulary import DETERMINER, FIELD, MODIFIER, NOUNS, TELLING
from directives.reading.words import Token


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
    elif is_acronym(tokens, start) or is_brand(tokens[start].word):
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
        return with_own_number(tokens, name)
    if token.word in "-–":
        return _with_dash(tokens, name, depth)
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


def _with_dash(tokens: Sequence[Token], name: Name, depth: int) -> Name | None:
    """ "Đài Phát thanh | - Truyền hình", "Phó Thủ tướng | - Trưởng Ban Chỉ đạo"; not "Bộ Y tế - Cơ quan Thường trực"."""
    here, after = name.last, name.last + 1
    if name.core not in ("organisation", "post") or not (
        name.proper or tokens[here - 1].is_capital
    ):
        return None
    kind = NOUNS.at(tokens, after)[0]
    if kind == "post" and name.core == "post":
        inner = name_at(tokens, after, depth + 1)
        return longer(name, inner.last) if inner else None
    office = [token.key for token in tokens[after : after + 2]] == ["cơ", "quan"]
    apart = kind in ("generic", "post") or office
    if after < len(tokens) and tokens[after].is_capital and not apart:
        return longer(name, field_end(tokens, after), proper=True)
    return None


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


def _with_lower(tokens: Sequence[Token], name: Name, depth: int) -> Name | None:
    here = name.last
    kind, size = NOUNS.at(tokens, here)
    more = with_description(tokens, name)
    if more is not None:
        return more
    if DETERMINER.at(tokens, here)[1] > 0 and kind != "modifier":
        return _with_determiner(tokens, name, depth)
    more = (
        with_small_field(tokens, name)
        or with_work_of_its_kind(tokens, name)
        or with_rest_of_field(tokens, name)
        or with_modifier(tokens, name)
    )
    if more is not None:
        return more
    duty = max(begins_duty(tokens, here), TELLING.at(tokens, here)[1])
    if not size or duty >= size or opens_phrase(tokens, here, size):
        return None
    if kind in ("modifier", "place"):
        return longer(name, here + size, placed=kind == "place")
    return _with_body(tokens, name, kind, size, depth)


def _with_determiner(tokens: Sequence[Token], name: Name, depth: int) -> Name | None:
    """ "UBND | các xã", "Thủ trưởng | các sở, ngành", "Công an | các đơn vị": one name for many."""
    inner = name_at(tokens, name.last, depth + 1) if name.core != "place" else None
    if inner is None or not inner.plural or (inner.core == "place" and is_ministry(tokens, name)):
        return None
    of_places = inner.core == "place" or is_village(tokens, inner)
    committee = [t.key for t in tokens[name.head[0] : name.last]] == [
        "cấp",
        "ủy",
    ]  # "Cấp ủy | các chi bộ"
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
