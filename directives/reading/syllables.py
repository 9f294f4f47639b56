"""Where the syllables of a body's own name end and a duty begins: "Bộ Xây dựng | khẩn trương"."""

from collections.abc import Sequence

from directives.reading.vocabulary import CONNECTING, DUTY, FIELD, NOUNS, TELLING
from directives.reading.words import Token

OF = frozenset({"của", "thuộc"})


_JOINS = frozenset({",", ";", "và", "cùng", "&", "hoặc"})


def begins_duty(tokens: Sequence[Token], index: int) -> int:
    """Length of the duty phrase that begins here, 0 if none."""
    return DUTY.at(tokens, index)[1]


def field_end(tokens: Sequence[Token], index: int) -> int:
    """Where a run of name words ends that begins with the capital at `index`."""
    begin = index
    while (
        index < len(tokens)
        and tokens[index].is_word
        and (tokens[index].is_capital or tokens[index].key.isdecimal())
    ):
        field = FIELD.at(tokens, index)[1]
        if field:
            index += field
            while (more := FIELD.at(tokens, index)[1]) and not begins_duty(tokens, index):
                index += more
            continue
        kind, size = NOUNS.at(tokens, index)
        if kind == "place" and size > 1 and index > begin:
            return index  # "Mặt trận Tổ quốc Việt Nam | Thành phố"
        another = kind in ("organisation", "post") and not tokens[index].word.isupper()
        if another and not _is_syllable(tokens, index, size, begin):
            return index + size if tokens[index].key == "quân" else index
        index = _past_lower_syllables(tokens, index + 1, begin)
        while _is_acronym(tokens[index - 1].word) and (more := FIELD.at(tokens, index)[1]) > 1:
            if tokens[index].key == "tham":
                break  # "Viện Khoa học GTVT | tham mưu"
            index += more  # "Ban QLDA ĐTXD | công trình giao thông"
            index += FIELD.at(tokens, index)[1]
    return index


def _is_acronym(word: str) -> bool:
    return len(word) > 2 and word.isupper() and not set(word) <= set("IVXLC")


def _is_syllable(tokens: Sequence[Token], index: int, size: int, begin: int) -> bool:
    """ "Hải Phòng", "Hội An": a kind of body's word inside a name, whose own field would have to follow."""
    field = index + 1 < len(tokens) and (
        tokens[index + 1].is_capital or tokens[index + 1].key.isdecimal()
    )
    return size == 1 and index > begin and not field


def _past_lower_syllables(tokens: Sequence[Token], index: int, begin: int) -> int:
    """One lower-case syllable always; up to three when a capital follows ("Lọc hóa dầu Đông Hải")."""
    end = index
    if set(tokens[index - 1].word) <= set("IVXLC"):
        return index  # "khu vực XVII | rút ngắn": a number
    if index - 2 >= begin and tokens[index - 2].is_capital and not tokens[index - 2].word.isupper():
        return index  # "Đồng Tâm | chậm": a place or a person, whose every syllable has a capital
    while end < min(index + 3, len(tokens)) and _is_second_syllable(tokens, end):
        end += 1
    named = end < len(tokens) and tokens[end].is_word and tokens[end].is_capital
    placed = NOUNS.at(tokens, end)[0] == "place"  # "Ban Tiếp công dân | tỉnh"
    return end if named or placed else min(end, index + 1)


def _is_second_syllable(tokens: Sequence[Token], index: int) -> bool:
    """An unknown lower-case word after a capital one is the rest of that name's word ("Ngoại vụ")."""
    token = tokens[index]
    if (
        not token.is_word
        or token.is_capital
        or not token.word.isalpha()
        or token.key in _JOINS | OF
    ):
        return False
    known = begins_duty(tokens, index) or TELLING.at(tokens, index)[1] or NOUNS.at(tokens, index)[1]
    field = _is_acronym(tokens[index - 1].word) and FIELD.at(tokens, index)[1] > 1
    return not known and not field and token.key not in STOPS


STOPS = CONNECTING | {"nghĩ"}


def names_field(tokens: Sequence[Token], index: int) -> bool:
    """ "Trạm quản lý Đê điều": a field in lower case is a name when a capital follows."""
    return named_field_end(tokens, index) > index


def field_before_name(tokens: Sequence[Token], index: int) -> int:
    """ "Khu | bảo tồn thiên nhiên Hang Kia": up to five words in lower case and the name they lead to."""
    end = index
    while end < min(index + 5, len(tokens)) and _is_second_syllable(tokens, end):
        end += 1
    named = index < end < len(tokens) and tokens[end].is_word and tokens[end].is_capital
    return field_end(tokens, end) if named else index


def named_field_end(tokens: Sequence[Token], index: int) -> int:
    """ "công nghiệp chè | Đông Hải": a field, at most three more words of its name, then a capital."""
    end = index + FIELD.at(tokens, index)[1]
    if tokens[index].key == "tham" and NOUNS.at(tokens, end)[0] in ("organisation", "post"):
        return index  # "Thanh tra Bộ | tham mưu UBND tỉnh": its duty
    limit = min(end + 3, len(tokens))
    while index < end < limit and _is_second_syllable(tokens, end):
        end += 1
    named = index < end < len(tokens) and tokens[end].is_word and tokens[end].is_capital
    return end if named else index
