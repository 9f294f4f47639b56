"""Lists of bodies: which names are one group, which share a tail, which are spelled out after a colon."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from directives.reading.bodies import name_at, words
from directives.reading.grouping import grouped, levelless
from directives.reading.names import Name, is_ministry, longer
from directives.reading.spelled import past_brackets, separator, spelled_out
from directives.reading.syllables import begins_duty, field_end
from directives.reading.vocabulary import NO_VERBS, NOUNS
from directives.reading.words import Token


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
    here, sep, stem, alike, beyond = index, "", "", "", index
    while (name := name_at(tokens, here) or _place_alike(tokens, here, alike, source)) is not None:
        if sep == _ABOVE_ALL and name.generic:
            beyond = name.last  # "…, đặc biệt là người đứng đầu": of those named before
            break
        if names and _one_more_of_kinds(tokens, names[-1], name):
            names[-1] = longer(names[-1], name.last)  # "UBND các xã, phường, | đặc khu Phú Đông"
            sep, here = _joined(tokens, name.last, names[-1])
            if not sep:
                break
            continue
        spelled, after = spelled_out(tokens, _with_bracket(tokens, name), source)
        if not name.text:
            spelled, stem, alike = _with_place(tokens, here, name, spelled, stem, alike, source)
        if names and spelled[0].text:
            spelled, sep = _share_out(tokens, names, seps, name, spelled, sep, source)
        names.extend(spelled)
        seps.extend([sep, *["/"] * (len(spelled) - 1)])
        here = past_brackets(tokens, after)
        if not names[-1].generic:
            here = _past_apposition(tokens, here)
        sep, start = _joined(tokens, here, names[-1])
        if not sep:
            break
        here = start
        if (unknown := _unknown_kind(tokens, here)) is not None:
            names.append(unknown)
            seps.append(sep)
            break
    end = past_brackets(tokens, max(beyond, _spelled_end(names)))
    if names and not names[-1].generic:
        end = _past_apposition(tokens, end)
    if _ABOVE_ALL in (sep, *seps):
        end += _closing_comma(tokens, end)
    return tuple(
        _listed(tokens, group, source) for group in grouped(tokens, names, seps, source)
    ), end


def _share_out(
    tokens: Sequence[Token],
    names: list[Name],
    seps: list[str],
    stem: Name,
    spelled: list[Name],
    sep: str,
    source: str,
) -> tuple[list[Name], str]:
    """What stands before names that are spelled out may be of each of them: "Đảng ủy, | UBND các xã A, B" are four
    bodies, "Bí thư, | Chủ tịch các tỉnh A, B" two. Changes `names` and `seps`; the spelled names and their separator.
    """
    body = names[-1]
    own = words(tokens, body.first, body.last, source)
    if sep == "," and body.core == "post" and body.bare:
        names.pop()
        return [replace(part, text=f"{own}, {part.text}") for part in spelled], seps.pop()
    called = words(tokens, *stem.head, source) + " "
    alike = body.core == stem.core == "organisation" and levelless(tokens, body)
    of_each = alike and tokens[body.first].is_capital and sep in (",", "và")
    if of_each and len(spelled) > 1 and all(part.text.startswith(called) for part in spelled):
        each = [f"{own} {part.text.removeprefix(called)}" for part in spelled]
        names[-1:] = [replace(body, text=text, bare=False, proper=True) for text in each]
        seps.extend("/" for _ in each[1:])
    return spelled, sep


def _with_place(
    tokens: Sequence[Token],
    here: int,
    name: Name,
    spelled: list[Name],
    stem: str,
    alike: str,
    source: str,
) -> tuple[list[Name], str, str]:
    """A place behind "UBND các tỉnh A," takes its stem; any other name says anew what a place behind it leaves out."""
    same = not tokens[here].is_capital or tokens[here].word in alike.split()[1:]
    if stem and name.core == "place" and name.proper and same:
        return [_of_place(tokens, stem, part, source) for part in spelled], stem, alike
    return spelled, _before_place(tokens, name, source), _up_to_place(tokens, name, source)


def _one_more_of_kinds(tokens: Sequence[Token], before: Name, name: Name) -> bool:
    """Whether a place with a name ends a list of kinds of places that have none."""
    kinds = before.plural and before.placed and not before.proper and not before.text
    return (
        kinds
        and name.core == "place"
        and name.proper
        and not tokens[name.first].is_capital
        and not name.plural
    )


def _up_to_place(tokens: Sequence[Token], name: Name, source: str) -> str:
    """ "UBND tỉnh" of "UBND tỉnh Hà Tây": what one more place behind the comma leaves out."""
    if name.plural or name.core not in ("organisation", "post", "place") or not name.proper:
        return ""
    for index in range(name.head[0], name.last - 1):
        kind, size = NOUNS.at(tokens, index)
        if kind == "place" and tokens[index + size].is_capital and index + size < name.last:
            return words(tokens, name.first, index + size, source)
    return ""


def _place_alike(tokens: Sequence[Token], index: int, alike: str, source: str) -> Name | None:
    """ "UBND tỉnh Hà Tây, | Sơn Bình |, …": a name without a kind behind a place is one more of its kind."""
    if not alike or index >= len(tokens) or not tokens[index].word.istitle():
        return None
    end = field_end(tokens, index)
    full = all(token.word.istitle() for token in tokens[index:end]) and 2 <= end - index <= 4
    if NOUNS.at(tokens, index)[1] or not full or end >= len(tokens):
        return None
    closed = tokens[end].word in ",;:" or tokens[end].key == "và" or begins_duty(tokens, end) > 0
    text = f"{alike} {words(tokens, index, end, source)}"
    part = (index, end)
    return Name(*part, "place", part, bare=False, proper=True, text=text) if closed else None


_STRESSED = frozenset({("nhất", "là"), ("đặc", "biệt"), ("trước", "hết")})
_ABOVE_ALL = "nhất là"


def _joined(tokens: Sequence[Token], index: int, name: Name) -> tuple[str, int]:
    """The separator behind a name; ", nhất là", ", đặc biệt là" is one of its own, and none at all stands before
    the provinces that follow a ministry ("Bộ Quốc phòng các tỉnh A, B").
    """
    if is_ministry(tokens, name) and name.last == index and _several_places(tokens, index):
        return ",", index
    sep, start = separator(tokens, index)
    if [token.key for token in tokens[start + 2 : start + 5]] == ["phối", "hợp", ":"]:
        return "", index  # "…; cơ quan phối hợp: …"
    pair = tuple(token.key for token in tokens[start : start + 2])
    if sep == "," and pair in _STRESSED:
        last = start + 2 + (tokens[start + 2].key == "là" if start + 2 < len(tokens) else 0)
        return _ABOVE_ALL, last
    return sep, start


def _closing_comma(tokens: Sequence[Token], index: int) -> bool:
    """ "các sở, nhất là Sở Y tế, | khẩn trương …": the comma that shuts what was put in."""
    after = index + 1
    return after < len(tokens) and tokens[index].key == "," and begins_duty(tokens, after) > 0


def _several_places(tokens: Sequence[Token], index: int) -> bool:
    several = index < len(tokens) and tokens[index].key == "các"
    return several and NOUNS.at(tokens, index + 1)[0] == "place"


def _with_bracket(tokens: Sequence[Token], name: Name) -> Name:
    """ "Nhà đầu tư (Tập đoàn Sông Hồng)", "các địa phương (Hà Nội, Huế)": the bracket says who they are."""
    here = name.last
    close = past_brackets(tokens, here)
    named = close > here + 2 and tokens[here + 1].word.istitle()
    plain = not any(token.key in ("số", "ngày", "theo") for token in tokens[here:close])
    return longer(name, close, proper=True) if name.generic and named and plain else name


def _unknown_kind(tokens: Sequence[Token], index: int) -> Name | None:
    """ "…, các chủ hồ thủy điện | vận hành": behind other bodies, up to five unknown words and then a duty."""
    if index >= len(tokens) or tokens[index].key != "các" or name_at(tokens, index) is not None:
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


_ROLES = frozenset({("thường", "trực"), ("chủ", "trì"), ("đầu", "mối"), ("chủ", "quản")})


def _past_apposition(tokens: Sequence[Token], index: int) -> int:
    """Steps over ", cơ quan thường trực Ban Chỉ đạo": what the body before is, no other body."""
    keys = [token.key for token in tokens[index : index + 5]]
    kind, size = NOUNS.at(tokens, index + 1)
    if keys[:1] in (["-"], ["–"]) and kind == "generic" and begins_duty(tokens, index + 1 + size):
        return index + 1 + size  # "Sở Y tế - chủ đầu tư | báo cáo …"
    between = _past_dashes(tokens, index)
    if between:
        return between  # "Bộ A - cơ quan thường trực về … - | có trách nhiệm"
    if keys[:1] not in ([","], ["-"], ["–"]) or keys[1:3] not in (["cơ", "quan"], ["đơn", "vị"]):
        return index
    if tuple(keys[3:5]) not in _ROLES:
        return index
    inner = name_at(tokens, index + 5)
    end = inner.last if inner is not None else index + 5
    closed = end + 1 < len(tokens) and tokens[end].key == "," and begins_duty(tokens, end + 1)
    return end + bool(closed)


_LONGEST_APPOSITION = 25  # tokens


def _past_dashes(tokens: Sequence[Token], index: int) -> int:
    """Where "- cơ quan thường trực về … -" ends and a duty begins; 0 when no such words stand here."""
    if (
        index + 2 >= len(tokens)
        or tokens[index].word not in "-–"
        or tokens[index + 1].key not in ("cơ", "đơn")
    ):
        return 0
    for here in range(index + 2, min(index + _LONGEST_APPOSITION, len(tokens) - 1)):
        if tokens[here].word in "-–" and begins_duty(tokens, here + 1):
            return here + 1
        if tokens[here].word in ".;:\n":
            return 0
    return 0


def _listed(tokens: Sequence[Token], name: Name, source: str) -> Listed:
    first = name.first
    while first < name.last - 1 and _comrade(tokens, first):
        first += 2 if tokens[first].key == "đồng" else 1
    start, end = tokens[first].start, tokens[name.last - 1].end
    return Listed(
        name.text or source[start:end], start, end, first, name.last, name.generic, name.bare
    )


def _comrade(tokens: Sequence[Token], first: int) -> bool:
    """ "đồng chí" before one post is a form of address; "các đồng chí …" is how a group is called."""
    keys = [token.key for token in tokens[first : first + 3]]
    return keys[:2] == ["đồng", "chí"] or keys[:1] == ["đ/c"]
