"""The name of a body in the making, and the kinds of words it may be built on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from directives.reading.syllables import begins_duty
from directives.reading.vocabulary import FORCE, NO_VERBS, NOUNS, TELLING
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


def is_unknown(tokens: Sequence[Token], index: int) -> bool:
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
    village = (
        kind == "organisation"
        and " ".join(t.key for t in tokens[index : index + size]) in _VILLAGES
    )
    return size if kind == "place" or village else 0


def ends_number_of_places(tokens: Sequence[Token], index: int) -> int:
    """Where "23 khu phố" ends; 0 when no kind of place follows the number."""
    size = is_kind_of_place(tokens, index + 1) if index + 1 < len(tokens) else 0
    return index + 1 + size if size else 0


_VILLAGES = frozenset(
    {
        "thôn",
        "bản",
        "ấp",
        "khu phố",
        "khối phố",
        "tổ dân phố",
        "tổ",
        "buôn",
        "bon",
        "xóm",
        "làng",
        "sóc",
    }
)


def is_village(tokens: Sequence[Token], name: Name) -> bool:
    """ "Chi bộ các thôn": the smallest places are bodies too."""
    return tokens[name.head[0]].key in (
        "thôn",
        "ấp",
        "bản",
        "khu",
        "khối",
        "buôn",
        "xóm",
        "làng",
    ) or [token.key for token in tokens[name.head[0] : name.head[0] + 3]] == ["tổ", "dân", "phố"]
