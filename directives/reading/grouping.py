"""Which names of a list the paper means as one body, and which share the place behind the last of them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from directives.reading.bodies import words
from directives.reading.names import Name, is_kind_of_place, is_village
from directives.reading.words import Token


def grouped(
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
    if group.text or (is_village(tokens, name) and name.plural and tokens[name.first].key == "các"):
        return None
    core = "generic" if group.generic and name.generic else group.core
    whole = replace(name, first=group.first, plural=group.plural, bare=False, core=core)
    if name.core == "place" and not (name.proper or name.plural) and before.placed:
        return [replace(whole, placed=True, proper=group.proper)]
    if is_village(tokens, name) and name.bare and group.plural and not name.plural and sep == ",":
        return [whole]
    if before.bare and before.core == name.core == "post" and sep == ",":
        return [whole]
    if name.core == "post" and tokens[name.head[0]].is_capital:
        comrades = [token.key for token in tokens[group.first : group.first + 3]]
        return [whole] if comrades == ["các", "đồng", "chí"] and not name.plural else None
    if _goes_on(tokens, group, before, name, sep):
        return [whole]
    single = before.bare and not before.plural and before.core in ("organisation", "post")
    if single and name.core == before.core and (name.placed or name.proper):
        return _sharing_tail(tokens, groups, name, source)
    return [whole] if _one_of_kinds(tokens, group, before, name, sep) else None


def _goes_on(tokens: Sequence[Token], group: Name, before: Name, name: Name, sep: str) -> bool:
    """ "Bí thư Tỉnh ủy | , Thành ủy", "các sở | , ban", "Văn phòng | , ban quản lý": in small letters, without a name."""
    committees = tokens[before.last - 1].key == tokens[name.head[1] - 1].key == "ủy"
    small = (
        before.plural and tokens[name.head[0]].word.islower() and not (name.plural or name.proper)
    )
    if committees and ((before.core == "post" and name.bare) or small):
        return True
    if sep != "," or tokens[name.head[0]].is_capital:
        return False
    central = tokens[name.last - 1].key == "ương"  # "các tỉnh ủy, đảng ủy trực thuộc Trung ương"
    bare_group = group.plural and before.bare and before.core == name.core
    under = any(token.key == "thuộc" for token in tokens[name.first : name.last])
    if bare_group and not (name.plural or name.proper > (central or under)):
        return True
    single = before.bare and not before.plural and before.core in ("organisation", "post")
    alike = single and name.core == before.core and name.bare and not name.plural
    return alike or _one_more_kind(tokens, group, before, name)


def _one_of_kinds(tokens: Sequence[Token], group: Name, before: Name, name: Name, sep: str) -> bool:
    """ "các bộ, ngành | , địa phương", "các bộ, cơ quan | và địa phương thuộc Tổ công tác số 2": kinds that name nobody."""
    several = group.plural and group.generic and not name.plural
    under = any(token.key == "thuộc" for token in tokens[name.first : name.last])
    if several and name.core == "generic" and name.proper and (under or sep == "và"):
        return True
    central = tokens[name.last - 1].key == "ương" and not tokens[name.head[0]].is_capital
    if not ((name.generic or central) and (before.generic or group.generic)):
        return False
    loose = group.generic and (before.bare or name.bare)  # "các sở, các ngành" are one
    told_apart = tokens[name.first].key == "các" and not loose
    return not (told_apart or (sep == "và" and (name.plural or not (before.bare or several))))


def _one_more_kind(tokens: Sequence[Token], group: Name, before: Name, name: Name) -> bool:
    """ "các văn phòng tỉnh ủy | , thành ủy", "đảng ủy các bộ | , cơ quan ngang bộ", "các chủ đầu tư | , ban quản lý"."""
    if name.plural:
        return False
    many = before.plural and not (before.proper or before.placed or before.generic)
    within = tokens[group.first].key != "các" and name.generic
    nameless = name.core == "organisation" and not (name.proper or name.placed)
    return (many and (name.bare or within)) or (group.generic and group.plural and nameless)


def _sharing_tail(
    tokens: Sequence[Token], groups: Sequence[Name], name: Name, source: str
) -> list[Name] | None:
    """ "Đảng ủy, UBND xã Đông Hà" → two with the place; "đảng ủy, UBND xã", "Đảng ủy, UBND các xã" are one group."""
    bare = list(takewhile(lambda group: levelless(tokens, group), reversed(groups)))[::-1]
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


_AT_EVERY_LEVEL = frozenset(
    {
        "đảng",
        "ubnd",
        "hđnd",
        "ủy",
        "hội",
        "công",
        "chi",
        "thường",
        "mttq",
        "ubmttq",
        "mặt",
        "đoàn",
        "bí",
        "chủ",
        "trưởng",
    }
)


def levelless(tokens: Sequence[Token], group: Name) -> bool:
    """ "Đảng ủy", "Công an": stands at every level; "Ban Dân vận", "Văn phòng" belong to a committee."""
    return group.bare and not group.plural and tokens[group.first].key in _AT_EVERY_LEVEL


def _place_tail(tokens: Sequence[Token], name: Name) -> int | None:
    """Where the place begins that a name ends in: "xã Bình An" of "Ủy ban MTTQ Việt Nam xã Bình An"."""
    for index in range(name.head[1], name.last):
        if is_kind_of_place(tokens, index) and not tokens[index].is_capital:
            return index - (tokens[index - 1].key == "các")
    return None
