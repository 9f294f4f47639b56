"""Lists whose members leave out their kind: "các Bộ: A, B", "các Bộ A, B", "UBND các tỉnh: A, B", "Sở A, B"."""

from collections.abc import Sequence
from dataclasses import replace

from directives.reading.bodies import name_at, words
from directives.reading.names import Name, ends_in_kind_of_place, is_kind_of_place, is_number
from directives.reading.syllables import begins_duty, field_end
from directives.reading.vocabulary import FIELD, NOUNS
from directives.reading.words import Token

_COMMA = frozenset({",", ";"})
_AND = frozenset({"và", "cùng", "&", "hoặc", "với"})


def separator(tokens: Sequence[Token], index: int) -> tuple[str, int]:
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
        return ("", index) if key in ("với", "cùng") else ("và", index + 1)
    return "", index


def spelled_out(tokens: Sequence[Token], name: Name, source: str) -> tuple[list[Name], int]:
    """ "các Bộ: A, B", "các Bộ A, B", "UBND các tỉnh: A, B", "Sở A, B": each with its own name in full."""
    here = name.last
    numbered = _numbered(tokens, name, source)
    if len(numbered) > 1:
        return numbered, numbered[-1].last
    committees = _committees(tokens, name, source)
    if committees:
        return committees, committees[-1].last
    colon = here < len(tokens) and tokens[here].word == ":"
    if colon and name.core == "post" and name.bare and not name.plural:
        heads = _heads_of(tokens, name, source)
        return (heads, heads[-1].last) if heads else ([name], here)
    if colon and name.plural and not (name.proper and not name.placed):
        party = tokens[name.head[0]].key in ("đảng", "chi")
        found = _run_of_names(
            tokens, here + 1, places=_ends_in_place(name), whole=True, party=party
        )
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


def _numbered(tokens: Sequence[Token], name: Name, source: str) -> list[Name]:
    """ "Chi bộ các khu phố 4A, 6 và 9": one body a number. A number that counts things ("5 hộ") belongs to no list."""
    stem = replace(name, last=name.last - 1)
    if not is_number(tokens[name.last - 1]) or not ends_in_kind_of_place(tokens, stem):
        return []
    found, here = [(stem.last, name.last)], name.last
    while True:
        sep, start = separator(tokens, here)
        after = start + 1
        if not sep or start >= len(tokens) or not is_number(tokens[start]):
            break
        counts = after < len(tokens) and tokens[after].is_word and not begins_duty(tokens, after)
        if counts and not separator(tokens, after)[0]:
            break
        found.append((start, after))
        here = after
    return [_called(tokens, stem, part, source) for part in found]


def _heads_of(tokens: Sequence[Token], post: Name, source: str) -> list[Name]:
    """ "Giám đốc: Sở A, Sở B": the post in each of the bodies behind the colon."""
    found: list[Name] = []
    sep, here = ":", post.last + 1
    while sep and (body := name_at(tokens, here, depth=1)) is not None:
        if body.core != "organisation" or not body.proper:
            break
        part = (body.first, body.last)
        text = f"{words(tokens, post.first, post.last, source)} {words(tokens, *part, source)}"
        found.append(Name(*part, "post", part, bare=False, proper=True, text=text))
        sep, here = separator(tokens, body.last)
    return found


def _committees(tokens: Sequence[Token], name: Name, source: str) -> list[Name]:
    """ "Các tỉnh ủy, thành ủy: Hà Tây, Cần Thơ": a committee of each place, of a city or of a province."""
    kind = " ".join(token.key for token in tokens[name.head[0] : name.last + 3])
    if not name.plural or kind not in (
        "tỉnh ủy , thành ủy",
        "huyện ủy , thành ủy",
        "tỉnh ủy và thành ủy",
    ):
        return []
    colon = name.last + 3
    if colon >= len(tokens) or tokens[colon].word != ":":
        return []
    found = []
    for part in _run_of_names(tokens, colon + 1, places=True, whole=False):
        called = " ".join(token.key for token in tokens[part[0] : part[1]])
        first = name.last + 1 if called in _CITIES else name.head[0]
        stem = words(tokens, first, first + 2, source)
        text = f"{stem[:1].upper()}{stem[1:]} {words(tokens, *part, source)}"
        found.append(Name(*part, "organisation", part, bare=False, proper=True, text=text))
    return found


def _without_colon(tokens: Sequence[Token], name: Name, source: str) -> tuple[list[Name], int]:
    """ "các Bộ Y tế, Công an và Xây dựng": the first name hangs on the kind of body itself."""
    sep, start = separator(tokens, name.last)
    if not sep or not name.proper:
        return [name], name.last
    place = _last_place(tokens, name)
    more = _run_of_names(tokens, start, places=bool(place), whole=False)
    end = _past_modifiers(tokens, more[-1][1]) if more else 0
    own = place or name.head[1]
    nested = NOUNS.at(tokens, own)[0] in ("organisation", "post") and not _is_field(tokens, own)
    if nested and tokens[name.first].key == "các":
        return _each_holding(tokens, replace(name, last=own), (own, name.last), source)
    if not more or nested or own >= name.last:
        return [name], name.last
    stem, first = replace(name, last=own), (own, name.last)
    return [_called(tokens, stem, part, source) for part in [first, *more]], end


def _each_holding(
    tokens: Sequence[Token], stem: Name, part: tuple[int, int], source: str
) -> tuple[list[Name], int]:
    """ "các Đảng ủy Bộ A, Bộ B": bodies of the same kind behind one of the stem each have a stem of their own."""
    parts, here = [part], part[1]
    sep, start = separator(tokens, here)
    while sep and start < len(tokens) and tokens[start].word == tokens[part[0]].word:
        inner = name_at(tokens, start, depth=1)
        if inner is None or not inner.proper:
            break
        parts.append((start, inner.last))
        sep, start = separator(tokens, inner.last)
    if len(parts) == 1:
        return [replace(stem, last=part[1], bare=False, proper=True)], part[1]
    return [_called(tokens, stem, each, source) for each in parts], parts[-1][1]


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
    tokens: Sequence[Token], index: int, *, places: bool, whole: bool, party: bool = False
) -> list[tuple[int, int]]:
    """Names without a kind of their own, divided by commas and "và"; of Party committees also whole names."""
    found: list[tuple[int, int]] = []
    here = index
    while here < len(tokens):
        end = _one_name(tokens, here, places=places, whole=whole, party=party)
        if end == here:
            break
        found.append((here, end))
        sep, here = separator(tokens, past_brackets(tokens, end))
        if not sep:
            break
    return found


def past_brackets(tokens: Sequence[Token], index: int) -> int:
    """Steps over "(theo phạm vi, lĩnh vực)" and "(EVN)" behind a name: at most twenty tokens."""
    if index < len(tokens) and tokens[index].word == "(":
        for close in range(index + 1, min(index + 20, len(tokens))):
            if tokens[close].word == ")":
                return close + 1
    return index


def _one_name(
    tokens: Sequence[Token], index: int, *, places: bool, whole: bool, party: bool
) -> int:
    token = tokens[index]
    if whole and not places and token.key.isdecimal() and 0 < int(token.key) < 1000:
        return index + 1  # "các Ban QLDA: 2, 85, Thăng Long"
    if whole and not places and token.key == "số" and index + 1 < len(tokens):
        return index + 2 * tokens[index + 1].key.isdecimal()  # "các Ban: Thăng Long, số 85"
    if not token.is_word or not token.is_capital:
        return index
    lower = index + 1 < len(tokens) and not tokens[index + 1].is_capital
    if lower and begins_duty(tokens, index) > FIELD.at(tokens, index)[1]:
        return index  # "các chi bộ: Vận động …"
    kind, size = NOUNS.at(tokens, index)
    served = kind == "organisation" and not places and is_kind_of_place(tokens, index + size)
    if served and not tokens[index + size].is_capital:
        return index  # "các Sở: Du lịch, Xây dựng, | Công an tỉnh"
    if kind == "determiner" and not lower and index + 1 < len(tokens):
        kind = ""  # "Ba Vì", "Hai Bà Trưng"
    end = _whole_body(tokens, index, party=party) if whole else 0
    named_so = places and _is_place_called_so(tokens, index, size)
    if (
        kind in ("organisation", "post", "determiner")
        and not (end or named_so)
        and (places or not _is_field(tokens, index))
    ):
        return index
    if named_so:
        return index + 2
    if end:
        return end
    end = field_end(tokens, index)
    while end + 1 < len(tokens) and (
        _goes_on(tokens, end)
        if not places
        else tokens[end].word in "-–" and tokens[end + 1].is_capital
    ):
        end = field_end(tokens, end + 1)
    return end


def _is_place_called_so(tokens: Sequence[Token], index: int, size: int) -> bool:
    """ "các xã: Tân Hưng, | Đoàn Đào |, Hội Sơn": a name of two syllables that begins like a body's."""
    pair = [token.word.istitle() for token in tokens[index : index + 2]] == [True, True]
    after = index + 2
    closed = after >= len(tokens) or not tokens[after].is_capital
    return (
        size == 1
        and pair
        and closed
        and not FIELD.at(tokens, index + 1)[1]
        and not NOUNS.at(tokens, index + 1)[1]
    )


def _whole_body(tokens: Sequence[Token], index: int, *, party: bool) -> int:
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
        return name.last if name is not None and (plain or party or keys[0] == "bộ") else 0
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
    return known and not (party or stem.placed) and not _is_field(tokens, index)


def _singular(tokens: Sequence[Token], stem: Name, source: str) -> str:
    """The words of the stem for one of its members: without "các", "02", "đồng chí"."""
    pieces = [t for t in tokens[stem.head[0] : stem.last] if t.key not in ("các", "những")]
    kept = [source[t.start : t.end] for t in pieces]
    return " ".join([*kept, *([stem.text] if stem.text else [])])
