"""Lists of bodies: which names are one group, which share a tail, which are spelled out after a colon."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from directives.reading.bodies import name_at, words
from directives.reading.names import Name, is_village
from directives.reading.syllables import begins_duty, field_end
from directives.reading.vocabulary import FIELD, NO_VERBS, NOUNS
from directives.reading.words import Token

_COMMA = frozenset({",", ";"})
_AND = frozenset({"và", "cùng", "&", "hoặc", "với"})


@dataclass(frozen=True, slots=True)
class Listed:
    """One body of a list: `text` as it is to be called, `start:end` the words it stems from."""

    text: str
    start: int
    end: int
    first: int
    last: int
    generic: bool
    bare: bool
    source: tuple[int, int] | None = (
        None  # its place in the source, where it stands outside the body
    )


def list_at(tokens: Sequence[Token], index: int, source: str) -> tuple[tuple[Listed, ...], int]:
    """The bodies listed from `index` on, and the token after the list; ((), index) when there are none."""
    names: list[Name] = []
    seps: list[str] = []
    here, sep, stem = index, "", ""
    while (name := name_at(tokens, here)) is not None:
        spelled, after = _spelled_out(tokens, name, source)
        if stem and name.core == "place" and name.proper and not tokens[here].is_capital:
            spelled = [_of_place(tokens, stem, part, source) for part in spelled]
        else:
            stem = _before_place(tokens, name, source)
        if sep == "," and spelled[0].text and names and names[-1].core == "post" and names[-1].bare:
            post, sep = names.pop(), seps.pop()
            both = f"{words(tokens, post.first, post.last, source)}, "
            spelled = [replace(part, text=both + part.text) for part in spelled]
        names.extend(spelled)
        seps.extend([sep, *["/"] * (len(spelled) - 1)])
        here = _past_apposition(tokens, _past_brackets(tokens, after))
        sep, start = _separator(tokens, here)
        if not sep:
            break
        here = start
        if (unknown := _unknown_kind(tokens, here)) is not None:
            names.append(unknown)
            seps.append(sep)
            break
    end = names[-1].last if names else index
    end = _past_apposition(tokens, _past_brackets(tokens, max(end, _spelled_end(names))))
    return tuple(
        _listed(tokens, group, source) for group in _grouped(tokens, names, seps, source)
    ), end


def _unknown_kind(tokens: Sequence[Token], index: int) -> Name | None:
    """ "…, các chủ hồ thủy điện | vận hành": behind other bodies, up to five unknown words and then a duty."""
    if tokens[index].key != "các" or name_at(tokens, index) is not None:
        return None
    for end in range(index + 2, min(index + 7, len(tokens))):
        if begins_duty(tokens, end):
            return Name(index, end, "generic", (index, end), plural=True, bare=False)
        if not tokens[end].word.islower() or tokens[end].key in NO_VERBS:
            break
    return None


def _before_place(tokens: Sequence[Token], name: Name, source: str) -> str:
    """ "Ủy ban nhân dân" of "Ủy ban nhân dân các tỉnh Quảng Ninh": what a place later in the list leaves out."""
    if name.core not in ("organisation", "post"):
        return ""
    for index in range(name.head[1], name.last):
        if NOUNS.at(tokens, index)[0] == "place":
            return words(tokens, name.first, index, source).removesuffix(" các")
    return ""


def _of_place(tokens: Sequence[Token], stem: str, part: Name, source: str) -> Name:
    place = part.text or words(tokens, part.first, part.last, source)
    return replace(part, core="organisation", text=f"{stem} {place}")


def _spelled_end(names: Sequence[Name]) -> int:
    return max((name.last for name in names), default=0)


def _past_brackets(tokens: Sequence[Token], index: int) -> int:
    """Steps over "(theo phạm vi, lĩnh vực)" and "(EVN)" behind a name: at most twenty tokens."""
    if index < len(tokens) and tokens[index].word == "(":
        for close in range(index + 1, min(index + 20, len(tokens))):
            if tokens[close].word == ")":
                return close + 1
    return index


_ROLES = frozenset({("thường", "trực"), ("chủ", "trì"), ("đầu", "mối"), ("chủ", "quản")})


def _past_apposition(tokens: Sequence[Token], index: int) -> int:
    """Steps over ", cơ quan thường trực Ban Chỉ đạo": what the body before is, no other body."""
    keys = [token.key for token in tokens[index : index + 5]]
    if keys[:1] not in ([","], ["-"], ["–"]) or keys[1:3] not in (["cơ", "quan"], ["đơn", "vị"]):
        return index
    if tuple(keys[3:5]) not in _ROLES:
        return index
    inner = name_at(tokens, index + 5)
    return inner.last if inner is not None else index + 5


def _separator(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """The joining word or mark at `index` and where the next name would begin."""
    if index >= len(tokens):
        return "", index
    key = tokens[index].key
    if key in _COMMA:
        after = index + 1
        if after < len(tokens) and tokens[after].key == "và":
            return "và", after + 1
        return key, after
    if key in _AND:
        after = index + 1
        if key == "cùng" and after < len(tokens) and tokens[after].key == "với":
            after += 1
        return ("", index) if key == "với" else ("và", after)
    return "", index


def _spelled_out(tokens: Sequence[Token], name: Name, source: str) -> tuple[list[Name], int]:
    """ "các Bộ: A, B", "các Bộ A, B", "UBND các tỉnh: A, B", "Sở A, B": each with its own name in full."""
    here = name.last
    colon = here < len(tokens) and tokens[here].word == ":"
    if colon and name.plural and not (name.proper and not name.placed):
        found = _run_of_names(tokens, here + 1, places=_ends_in_place(name), whole=True)
        if found:
            return [_called(tokens, name, part, source) for part in found], found[-1][1]
    if (
        name.plural
        and not colon
        and (name.core in ("post", "place") or name.placed or name.proper)
        and name.core != "generic"
    ):
        return _without_colon(tokens, name, source)
    return [name], here


def _without_colon(tokens: Sequence[Token], name: Name, source: str) -> tuple[list[Name], int]:
    """ "các Bộ Y tế, Công an và Xây dựng": the first name hangs on the kind of body itself."""
    sep, start = _separator(tokens, name.last)
    if not sep or not name.proper:
        return [name], name.last
    place = _last_place(tokens, name)
    more = _run_of_names(tokens, start, places=bool(place), whole=False)
    end = _past_modifiers(tokens, more[-1][1]) if more else 0
    own = place or name.head[1]
    nested = NOUNS.at(tokens, own)[0] in ("organisation", "post") and not _is_field(tokens, own)
    if not more or nested or own >= name.last:
        return [name], name.last
    stem, first = replace(name, last=own), (own, name.last)
    return [_called(tokens, stem, part, source) for part in [first, *more]], end


def _past_modifiers(tokens: Sequence[Token], index: int) -> int:
    """ "các trường A, B | trên địa bàn xã": what is said of all the names behind the last of them."""
    while (size := NOUNS.at(tokens, index)[1]) and NOUNS.at(tokens, index)[0] == "modifier":
        if begins_duty(tokens, index) >= size:
            break
        index += size
    return index


def _last_place(tokens: Sequence[Token], name: Name) -> int:
    """The token after "các xã" in "UBND các xã Tân Lập"; 0 when no kind of place is named."""
    for index in range(name.last - 1, name.first, -1):
        if tokens[index - 1].key == "các" and NOUNS.at(tokens, index)[0] == "place":
            return index + NOUNS.at(tokens, index)[1]
    return 0


def _is_field(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].is_capital and FIELD.at(tokens, index)[1] > 0


def _ends_in_place(name: Name) -> bool:
    return name.placed or name.core == "place"


def _run_of_names(
    tokens: Sequence[Token], index: int, *, places: bool, whole: bool
) -> list[tuple[int, int]]:
    """Names without a kind of their own, divided by commas and "và"."""
    found: list[tuple[int, int]] = []
    here = index
    while here < len(tokens):
        end = _one_name(tokens, here, places=places, whole=whole)
        if end == here:
            break
        found.append((here, end))
        sep, here = _separator(tokens, end)
        if not sep:
            break
    return found


def _one_name(tokens: Sequence[Token], index: int, *, places: bool, whole: bool) -> int:
    token = tokens[index]
    if not token.is_word or not token.is_capital:
        return index
    lower = index + 1 < len(tokens) and not tokens[index + 1].is_capital
    if lower and begins_duty(tokens, index) > FIELD.at(tokens, index)[1]:
        return index  # "các chi bộ: Vận động …"
    kind = NOUNS.at(tokens, index)[0]
    end = _whole_body(tokens, index) if whole else 0
    if (
        kind in ("organisation", "post", "determiner")
        and not end
        and (places or not _is_field(tokens, index))
    ):
        return index
    if end:
        return end
    end = field_end(tokens, index)
    while not places and end + 1 < len(tokens) and _goes_on(tokens, end):
        end = field_end(tokens, end + 1)
    return end


def _whole_body(tokens: Sequence[Token], index: int) -> int:
    """ "Mặt trận Tổ quốc, các đoàn thể Trung ương", "Toà án nhân dân tối cao", "Chính phủ" after "các Đảng uỷ:"."""
    keys = [token.key for token in tokens[index : index + 14]]
    front = ["mặt", "trận", "tổ", "quốc"]
    if keys[:4] == front:
        end = 4 + (2 if keys[4:6] == ["việt", "nam"] else 0)
        if keys[end : end + 4] == [",", "các", "đoàn", "thể"]:
            end += 4
        return index + end + (2 if keys[end : end + 2] == ["trung", "ương"] else 0)
    if NOUNS.at(tokens, index)[0] == "organisation" and not _is_field(tokens, index):
        name = name_at(tokens, index)
        plain = name is not None and keys[0] not in ("bộ", "sở", "ban", "ubnd", "văn", "đảng", "ủy")
        return name.last if name is not None and (plain or keys[0] == "bộ") else 0
    return 0


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """ "Nông nghiệp và Môi trường", "Công nghiệp - Năng lượng": the same name goes on after the mark."""
    mark, after = tokens[end], tokens[end + 1]
    if not (after.is_word and after.is_capital):
        return False
    if mark.word in "-–":
        return True
    pair = (tokens[end - 1].key, after.key)
    return pair in (_PAIRS if mark.key == "và" else _COMMA_PAIRS if mark.key == "," else ())


# "X và Y" that are one field wherever they stand: last word of X, first of Y.
_PAIRS = frozenset(
    {
        ("nghiệp", "môi"),
        ("nghiệp", "phát"),
        ("dục", "đào"),
        ("học", "công"),
        ("tộc", "tôn"),
        ("nguyên", "môi"),
    }
    | {
        ("hoạch", "đầu"),
        ("tin", "truyền"),
        ("binh", "xã"),
        ("thao", "du"),
        ("hóa", "thông"),
        ("giáo", "dân"),
        ("tầng", "đô"),
    }
)


_COMMA_PAIRS = frozenset({("hóa", "thể"), ("động", "thương"), ("tế", "hạ")})


def _called(tokens: Sequence[Token], stem: Name, part: tuple[int, int], source: str) -> Name:
    """The stem without "các" and the part: "các Bộ" + "Tài chính" → "Bộ Tài chính"."""
    if stem.core == "generic" or _carries_kind(tokens, stem, part[0]):
        text = words(tokens, *part, source)
    else:
        text = f"{_singular(tokens, _one_kind(tokens, stem, part), source)} {words(tokens, *part, source)}"
    return Name(part[0], part[1], stem.core, part, bare=False, proper=True, text=text)


# The cities that stand beside the provinces; every other name in such a list is a province.
_CITIES = frozenset({"hà nội", "hải phòng", "huế", "đà nẵng", "hồ chí minh", "cần thơ"})


def _one_kind(tokens: Sequence[Token], stem: Name, part: tuple[int, int]) -> Name:
    """ "UBND các tỉnh, thành phố: …" holds two kinds of places; the part is of one of them."""
    comma = next((i for i in range(stem.first, stem.last) if tokens[i].key in (",", "và")), 0)
    if not (comma and stem.placed):
        return stem
    called = " ".join(token.key for token in tokens[part[0] : part[1]])
    city = called in _CITIES and tokens[stem.last - 1].key == "phố"
    kind = NOUNS.at(tokens, comma + 1)[1] if city else 0
    first = comma - NOUNS.at(tokens, comma - 1)[1]
    return replace(stem, last=first, text="thành phố") if kind else replace(stem, last=comma)


def _carries_kind(tokens: Sequence[Token], stem: Name, index: int) -> bool:
    """ "các Bộ: Tài chính, Ngân hàng Nhà nước": the last is no ministry; "các Đảng ủy: Bộ Nội vụ" is one."""
    party = tokens[stem.head[0]].key in ("đảng", "chi") or stem.core == "post"
    known = NOUNS.at(tokens, index)[0] in ("organisation", "post")
    return known and not party and not _is_field(tokens, index)


def _singular(tokens: Sequence[Token], stem: Name, source: str) -> str:
    """The words of the stem for one of its members: without "các", "02", "đồng chí"."""
    pieces = [t for t in tokens[stem.head[0] : stem.last] if t.key not in ("các", "những")]
    kept = [source[t.start : t.end] for t in pieces]
    return " ".join([*kept, *([stem.text] if stem.text else [])])


def _grouped(
    tokens: Sequence[Token], names: Sequence[Name], seps: Sequence[str], source: str
) -> list[Name]:
    """Neighbours that the paper means as one are made one."""
    groups: list[Name] = []
    before: Name | None = None
    for name, sep in zip(names, seps, strict=True):
        together = None
        if before is not None and sep in (",", "và") and not name.text:
            together = _together(tokens, groups, before, name, sep, source)
        if together is None:
            groups.append(name)
        else:
            size = sum(group.first >= together[0].first for group in groups)
            groups[len(groups) - size :] = together
        before = name
    return groups


def _together(
    tokens: Sequence[Token], groups: Sequence[Name], before: Name, name: Name, sep: str, source: str
) -> list[Name] | None:
    group = groups[-1]
    if group.text:
        return None
    whole = replace(name, first=group.first, plural=group.plural, bare=False, core=group.core)
    if name.core == "place" and not (name.proper or name.plural) and before.placed:
        return [replace(whole, placed=True, proper=group.proper)]
    if is_village(tokens, name) and name.bare and before.plural and sep == ",":
        return [whole]
    if before.bare and before.core == name.core == "post" and sep == ",":
        return [whole]
    if name.core == "post" and tokens[name.head[0]].is_capital:
        return None
    bare_group = group.plural and before.bare and before.core == name.core
    small = not tokens[name.head[0]].is_capital
    central = tokens[name.last - 1].key == "ương"  # "các tỉnh ủy, đảng ủy trực thuộc Trung ương"
    if bare_group and small and not (name.plural or name.proper > central) and sep == ",":
        return [whole]
    single = before.bare and not before.plural and before.core in ("organisation", "post")
    if single and name.core == before.core:
        if name.bare and small and sep == ",":
            return [whole]
        if name.placed or name.proper:
            return _sharing_tail(tokens, groups, name, source)
    if before.generic and name.generic:
        apart = sep == "và" and (name.plural or not before.bare)
        return None if apart else [whole]
    return None


def _sharing_tail(
    tokens: Sequence[Token], groups: Sequence[Name], name: Name, source: str
) -> list[Name] | None:
    """ "Đảng ủy, UBND xã Đông Hà" → two with the place; "đảng ủy, UBND xã", "Đảng ủy, UBND các xã" are one group."""
    bare = list(takewhile(lambda group: _levelless(tokens, group), reversed(groups)))[::-1]
    first = bare[0].first if bare else groups[-1].first
    whole = replace(name, first=first, bare=False)
    tail = _place_tail(tokens, name)
    if not tokens[first].is_capital:
        return [whole]
    if tail is None:
        return None
    if tokens[tail].key == "các":
        return [whole]
    place = words(tokens, tail, name.last, source)
    called = [
        replace(group, text=f"{words(tokens, group.first, group.last, source)} {place}", bare=False)
        for group in bare
    ]
    return [*called, name] if called else None


def _levelless(tokens: Sequence[Token], group: Name) -> bool:
    """ "Đảng ủy", "Công an": stands at every level; "Ban Dân vận", "Văn phòng" belong to a committee."""
    return group.bare and not group.plural and tokens[group.first].key not in ("ban", "văn", "sở")


def _place_tail(tokens: Sequence[Token], name: Name) -> int | None:
    """Where the place begins that a name ends in: "xã Bình An" of "Ủy ban MTTQ Việt Nam xã Bình An"."""
    for index in range(name.head[1], name.last):
        if NOUNS.at(tokens, index)[0] == "place" and not tokens[index].is_capital:
            return index - (tokens[index - 1].key == "các")
    return None


def _listed(tokens: Sequence[Token], name: Name, source: str) -> Listed:
    first = name.first
    while first < name.last - 1 and _comrade(tokens, first):
        first += 2 if tokens[first].key == "đồng" else 3
    start, end = tokens[first].start, tokens[name.last - 1].end
    return Listed(
        name.text or source[start:end], start, end, first, name.last, name.generic, name.bare
    )


def _comrade(tokens: Sequence[Token], first: int) -> bool:
    """ "đồng chí" before one post is a form of address; "các đồng chí …" is how a group is called."""
    keys = [token.key for token in tokens[first : first + 3]]
    return keys[:2] == ["đồng", "chí"] or keys[:3] == ["đ", "/", "c"]
