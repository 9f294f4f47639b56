"""A grammar of the names of bodies, and of lists of them.

    list    := name (("," | ";" | "và" | "cùng" …) name)*
    name    := determiner* core tail*
    core    := organisation | post | place | generic noun | ACRONYM
    tail    := Name | modifier | place | "của" name | "thuộc" name | nested name | "- Name" | "và Field"

"Bộ Văn hóa, Thể thao và Du lịch" is one name; "các Bộ: Tài chính, Xây dựng" are two; "đảng ủy, UBND
xã, thị trấn" is one group. A name ends where a duty begins ("Bộ Xây dựng | khẩn trương rà soát").
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from directives.reading.syllables import (
    OF,
    STOPS,
    begins_duty,
    field_end,
    named_field_end,
    names_field,
)
from directives.reading.vocabulary import DETERMINER, DUTY, FIELD, NO_VERBS, NOUNS, TELLING
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


def words(tokens: Sequence[Token], first: int, last: int, source: str) -> str:
    return source[tokens[first].start : tokens[last - 1].end] if first < last else ""


def name_at(tokens: Sequence[Token], index: int, depth: int = 0) -> Name | None:
    """The name that begins at `index`, as long as the grammar lets it be; None if none begins there."""
    start, plural = _determiners(tokens, index)
    if start >= len(tokens) or depth > 4:
        return None
    kind, size = NOUNS.at(tokens, start)
    if begins_duty(tokens, start) > size > 0:
        return None  # "Ban hành …", "Báo cáo …"
    if kind in ("organisation", "post", "generic", "place"):
        name = Name(index, start + size, kind, (start, start + size), plural=plural)
    elif _is_acronym(tokens, start):
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
        plural = plural or tokens[index].key not in ("đồng", "đ", "đại", "mỗi", "từng", "tập")
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


def _extended(tokens: Sequence[Token], name: Name, depth: int) -> Name:
    while (longer := _with_tail(tokens, name, depth)) is not None:
        name = longer
    return name


def _with_tail(tokens: Sequence[Token], name: Name, depth: int) -> Name | None:
    """The name with one more piece of tail; None when it is complete."""
    here = name.last
    if here >= len(tokens):
        return None
    token = tokens[here]
    if token.is_word and token.is_capital:
        return _with_capital(tokens, name, depth)
    if token.key.isdecimal():
        numbered = (
            name.core in ("place", "organisation") and len(token.key) <= 3 and not name.plural
        )
        fits = numbered and not (here + 1 < len(tokens) and tokens[here + 1].key in ("/", "%"))
        return _longer(name, here + 1, proper=True) if fits and (name.bare or name.placed) else None
    if token.word in "-–" and name.core == "organisation" and name.proper:
        after = here + 1
        if after < len(tokens) and tokens[after].is_word and tokens[after].is_capital:
            return _longer(name, field_end(tokens, after), proper=True)
        return None
    if token.key in ("và", ",", "&"):
        return _with_joined_field(tokens, name)
    if token.key in OF:
        inner = name_at(tokens, here + 1, depth + 1)
        proper = name.core != "generic"
        return _longer(name, _of_several(tokens, inner, depth), proper=proper) if inner else None
    return _with_lower(tokens, name, depth)


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


def _longer(name: Name, last: int, *, proper: bool = False, placed: bool = False) -> Name:
    return replace(name, last=last, bare=False, proper=name.proper or proper, placed=placed)


def _holding(name: Name, inner: Name) -> Name:
    """The outer name with another inside ("Chủ tịch" + "UBND các tỉnh"): many where the inner is many."""
    longer = _longer(name, inner.last, proper=not inner.placed or inner.proper, placed=inner.placed)
    return replace(longer, plural=name.plural or (inner.plural and inner.placed))


def _with_capital(tokens: Sequence[Token], name: Name, depth: int) -> Name | None:
    here = name.last
    kind, size = NOUNS.at(tokens, here)
    field = FIELD.at(tokens, here)[1]
    if (
        field
        and name.core == "organisation"
        and (_takes_field(tokens, name) or kind not in ("organisation", "post"))
    ):
        return _longer(name, here + field, proper=True)
    if kind == "place":
        return _longer(name, here + size, placed=True)
    if kind in ("organisation", "post"):
        if name.core in ("generic", "place"):
            return None
        inner = name_at(tokens, here, depth + 1)
        return _holding(name, inner) if inner else None
    if kind == "determiner" and tokens[here].key not in ("ba", "hai"):
        return None
    if name.core == "generic" and name.plural:
        return _longer(name, here + size) if kind == "modifier" else None
    return _longer(name, field_end(tokens, here), proper=True)


def _takes_field(tokens: Sequence[Token], name: Name) -> bool:
    core = " ".join(token.key for token in tokens[name.head[0] : name.head[1]])
    return core in _NAMED_AFTER_FIELDS or core in _NAMED_PHRASES


def _with_joined_field(tokens: Sequence[Token], name: Name) -> Name | None:
    """ "và Đào tạo", ", Thể thao và Du lịch", "Văn phòng HĐND và UBND"."""
    here = name.last
    if name.core != "organisation" or name.plural:
        return None
    if name.bare and name.head[1] - name.head[0] < 2:
        return None
    after = here + 1
    field = FIELD.at(tokens, after)[1] if after < len(tokens) and tokens[after].is_capital else 0
    before = tokens[here - 1].key
    if tokens[here].key in ("và", "&"):
        if (
            before in ("hđnd", "dân")
            and tokens[name.head[0]].key == "văn"
            and _is_ubnd(tokens, after)
        ):
            return _longer(name, after + (1 if tokens[after].key == "ubnd" else 4), proper=True)
        alone = (
            NOUNS.at(tokens, after)[0] in ("organisation", "post") if after < len(tokens) else True
        )
        return _longer(name, after + field, proper=True) if field and not alone else None
    if not field or not _takes_field(tokens, name):
        return None
    end = after + field
    joined = end < len(tokens) and tokens[end].key == "và" and end + 1 < len(tokens)
    last = FIELD.at(tokens, end + 1)[1] if joined and tokens[end + 1].is_capital else 0
    alone = NOUNS.at(tokens, end + 1)[0] in ("organisation", "post") if joined else True
    return _longer(name, end + 1 + last, proper=True) if last and not alone else None


def _is_ubnd(tokens: Sequence[Token], index: int) -> bool:
    return (
        tokens[index].key == "ubnd"
        or " ".join(t.key for t in tokens[index : index + 4]) == "ủy ban nhân dân"
    )


def _with_lower(tokens: Sequence[Token], name: Name, depth: int) -> Name | None:
    here = name.last
    kind, size = NOUNS.at(tokens, here)
    if DETERMINER.at(tokens, here)[1] > 0 and kind != "modifier":
        kind, size = "determiner", DETERMINER.at(tokens, here)[1]
    duty = max(begins_duty(tokens, here), TELLING.at(tokens, here)[1])
    restricted = _restricting_clause(tokens, name) or _described_places(tokens, name)
    if restricted:
        return _longer(name, restricted)
    if name.bare and name.core == "organisation" and names_field(tokens, here):
        return _longer(name, named_field_end(tokens, here), proper=True)
    if not size or duty >= size:
        return None
    if kind == "modifier":
        return _longer(name, here + size)
    if kind == "place":
        return _longer(name, here + size, placed=True)
    if kind == "determiner" and name.core != "place":
        inner = name_at(tokens, here, depth + 1)
        of_places = inner is not None and (inner.core == "place" or _is_village(tokens, inner))
        of_bodies = inner is not None and name.core == "post"
        if inner is not None and inner.plural and (of_places or of_bodies):
            return replace(
                _longer(name, inner.last, proper=inner.proper, placed=inner.core == "place"),
                plural=True,
            )
        return None
    if kind in ("organisation", "generic", "post") and name.core in ("post", "organisation"):
        if kind != "organisation" and name.core == "organisation":
            return None
        inner = name_at(tokens, here, depth + 1)
        return (
            _longer(name, inner.last, proper=inner.proper, placed=inner.placed) if inner else None
        )
    return None


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


def _restricting_clause(tokens: Sequence[Token], name: Name) -> int:
    """ "UBND cấp tỉnh có đất thu hồi thực hiện dự án | chịu trách nhiệm": where the clause ends; 0 if none."""
    here = name.last
    pair = tuple(token.key for token in tokens[here : here + 2])
    if pair not in _RESTRICTING or pair == ("có", "liên"):
        return 0
    end = here + 2
    while end < min(here + 12, len(tokens)) and tokens[end].is_word and not tokens[end].is_capital:
        if DUTY.at(tokens, end)[0] == "manner" or tokens[end].key in STOPS | {"và", "rà"}:
            break
        end += 1
    return end


def _described_places(tokens: Sequence[Token], name: Name) -> int:
    """ "UBND các xã ven sông | kiểm tra": one or two unknown words between many places and a duty; 0 if none."""
    if not (name.placed and name.plural):
        return 0
    end = name.last
    while end < len(tokens) and end - name.last < 3 and _is_unknown(tokens, end):
        end += 1
    closed = end < len(tokens) and (begins_duty(tokens, end) > 0 or tokens[end].word in ",;")
    return end if name.last < end < name.last + 3 and closed else 0


def _is_unknown(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    plain = token.is_word and token.word.isalpha() and token.word.islower()
    known = begins_duty(tokens, index) or NOUNS.at(tokens, index)[1] or TELLING.at(tokens, index)[1]
    return plain and not known and token.key not in NO_VERBS


def _is_village(tokens: Sequence[Token], name: Name) -> bool:
    """ "Chi bộ các thôn": the smallest places are bodies too."""
    return tokens[name.head[0]].key in ("thôn", "ấp", "bản", "khu", "khối") or [
        token.key for token in tokens[name.head[0] : name.head[0] + 3]
    ] == ["tổ", "dân", "phố"]
