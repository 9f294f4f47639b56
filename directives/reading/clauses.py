"""Topics, sentences and clauses: the places of a unit where a subject may stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from directives.reading.lists import list_at
from directives.reading.syllables import begins_duty
from directives.reading.vocabulary import INTRODUCING
from directives.reading.words import Phrases, Token, split_lines

_SENTENCE = frozenset({".", "!", "?", "\n"})


_TOPICS = frozenset(
    {"về", "đối", "với", "riêng", "liên", "dự", "việc", "vấn", "nội", "nhiệm", "công", "kiến"}
)


_SURE_TOPICS = frozenset({"về", "đối", "với", "riêng", "liên"})


MODALS = frozenset({"cần", "phải"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `first:last`. `opens`: "item", "sentence", ";", ":" or "," (after an introductory clause)."""

    first: int
    last: int
    opens: str
    segment: int


def topic_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where "Về đề nghị …: " ends; 0 when the unit opens with no topic. What a topic asks for assigns nobody."""
    if first >= last:
        return 0
    petition = petition_end(tokens, first, last)
    if petition or tokens[first].key not in _TOPICS:
        return petition
    if _addresses(tokens, first) or _names_body(tokens, first):
        return 0
    for index in range(first, last):
        token = tokens[index]
        if token.word == ":" and not _lists_after(tokens, index):
            return _given_before(tokens, first, index) or index + 1
        if token.key in MODALS and tokens[first].key not in _SURE_TOPICS:
            return 0
        if token.word in _SENTENCE and _ends_sentence(tokens, index, last):
            return 0
    return 0


_DIRECTING = (["lãnh", "đạo"], ["chỉ", "đạo"])  # "giao Đảng ủy lãnh đạo UBND phường:"


def _given_before(tokens: Sequence[Token], first: int, colon: int) -> int:
    """ "Đối với các ý kiến đã rõ thẩm quyền, | giao UBND xã:": the topic ends at its comma; 0 when nobody is given it."""
    for index in range(colon - 1, first, -1):
        if tokens[index].word == "," and tokens[index + 1].key in ("giao", "yêu"):
            verb = 1 if tokens[index + 1].key == "giao" else 2
            bodies, end = list_at(tokens, index + 1 + verb, "")
            directs = [token.key for token in tokens[end : end + 2]] in _DIRECTING
            return index + 1 if bodies and (end == colon or directs) else 0
    return 0


def _addresses(tokens: Sequence[Token], first: int) -> bool:
    """ "Đối với Công an xã: …", "Riêng UBND các xã: A, B …" speak to bodies, not of a matter."""
    after = first + 2 * ([token.key for token in tokens[first : first + 2]] == ["đối", "với"])
    after += after < len(tokens) and tokens[after].key == "riêng"
    if after == first:
        return False
    bodies, end = list_at(tokens, after, "")
    if bodies and tokens[first].key == "riêng" and begins_duty(tokens, end):
        return True
    return (
        bool(bodies)
        and not all(body.generic for body in bodies)
        and end < len(tokens)
        and tokens[end].word == ":"
    )


_PETITIONERS = frozenset(
    {
        ("ông",),
        ("bà",),
        ("công", "dân"),
        ("cử", "tri"),
        ("hộ", "ông"),
        ("hộ", "bà"),
        ("gia", "đình"),
        ("các", "hộ"),
        ("nhân", "dân"),
        ("một", "số"),
        ("đại", "diện"),
        ("nội", "dung", ":"),
        ("nội", "dung", "đơn"),
        ("nội", "dung", "phản"),
        ("nội", "dung", "khiếu"),
    }
)
_PETITIONS = Phrases(
    {
        "asks": split_lines(
            """đề nghị | kiến nghị | phản ánh | khiếu nại | tố cáo | xin | hỏi | thắc mắc | có ý kiến | trình bày | yêu cầu | cho rằng | không đồng ý"""
        )
    }
)


def petition_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where "Ông Nguyễn Văn An, thôn Đông: Đề nghị UBND xã …" ends, with the sentence before the first order in it;
    0 when the unit opens with no petition. What a person asks for assigns nobody.
    """
    begin = first + 2 * ([token.key for token in tokens[first : first + 2]] == ["trường", "hợp"])
    opens = any(
        tuple(token.key for token in tokens[begin : begin + len(form)]) == form
        for form in _PETITIONERS
    )
    if not opens:
        return 0
    asked = False
    for index in range(first, last):
        asked = asked or (
            _PETITIONS.at(tokens, index)[1] > 0 and index < first + _LONGEST_PETITIONER
        )
        ends = tokens[index].word in _SENTENCE and _ends_sentence(tokens, index, last)
        if ends and not asked:
            return 0
        if ends and index + 1 < last and tokens[index + 1].key in ("giao", "thống"):
            return index + 1
    return last if asked else 0


_LONGEST_PETITIONER = 40  # tokens of names and addresses before what is asked


def _names_body(tokens: Sequence[Token], first: int) -> bool:
    """ "Công ty Đông Hải: …" opens with a body's name, though with a topic's first word."""
    bodies, end = list_at(tokens, first, "")
    named = bool(bodies) and not all(body.generic for body in bodies)
    acts = end < len(tokens) and (tokens[end].word == ":" or begins_duty(tokens, end) > 0)
    return named and acts


def _lists_after(tokens: Sequence[Token], colon: int) -> bool:
    """The colon of "các Bộ: A, B" spells out a list, it ends no topic."""
    return (colon > 1 and tokens[colon - 2].key in ("các", "những")) or (
        colon > 2 and tokens[colon - 3].key == "các"
    )


def _ends_sentence(tokens: Sequence[Token], index: int, last: int) -> bool:
    after = index + 1
    if after >= last:
        return True
    return tokens[after].start > tokens[index].end and (
        tokens[after].is_capital or not tokens[after].is_word
    )


_AHEAD = frozenset(
    {("thời", "gian", "tới"), ("tới", "đây", ","), ("sắp", "tới", ",")}
    | {("kết", "quả", word) for word in ("thực", "xử", "giải", "kiểm", "rà")}
    | {("chậm", "nhất", word) for word in ("ngày", "là", "trong", "đến", "vào", "trước")}
)


# "Thực hiện chỉ đạo của …, X rà soát": the paper that X carries out.
_CARRIED_OUT = frozenset(
    {
        "chỉ",
        "nghị",
        "kết",
        "công",
        "kế",
        "ý",
        "thông",
        "quy",
        "quyết",
        "luật",
        "chương",
        "đề",
        "văn",
        "chủ",
    }
)


_CONSIDERED = frozenset(
    {
        ("đề", "nghị"),
        ("tờ", "trình"),
        ("báo", "cáo"),
        ("công", "văn"),
        ("kiến", "nghị"),
        ("đề", "xuất"),
    }
)


def considers(tokens: Sequence[Token], index: int) -> bool:
    """ "Xét đề nghị của X, …": what the order behind the comma answers; "Xét đề nghị khen thưởng …" is one itself."""
    keys = [token.key for token in tokens[index : index + 4]]
    said = tuple(keys[1:3]) in _CONSIDERED and keys[3:] != [] and keys[3] in ("của", "tại", "số")
    return keys[:1] == ["xét"] and said


def _introduces(tokens: Sequence[Token], index: int) -> bool:
    """ "Trên cơ sở …", "Thời gian tới, …": a subject may stand behind the comma."""
    ahead = tuple(token.key for token in tokens[index : index + 3])
    if ahead[:2] == ("đồng", "thời") and begins_duty(tokens, index + 2):
        return False  # "đồng thời chỉ đạo A, | B kiểm kê": the one before goes on
    if considers(tokens, index):
        return True
    carries_out = ahead[:2] == ("thực", "hiện") and ahead[2:] and ahead[2] in _CARRIED_OUT
    timed = ahead[0] in ("quý", "tháng", "năm") and (
        ahead[1:2] in (("i",), ("ii",), ("iii",), ("iv",)) or "".join(ahead[1:2])[:1].isdecimal()
    )
    watches = ahead[:2] == ("theo", "dõi")
    return (
        (tokens[index].key in INTRODUCING and not watches)
        or ahead in _AHEAD
        or bool(carries_out)
        or timed
    )


def clauses(tokens: Sequence[Token], first: int, last: int) -> Iterator[Clause]:
    """The places where a new subject may stand."""
    opens, begin, depth, segment = "item", first, 0, first
    introduced = first < last and _introduces(tokens, first)
    for index in range(first, last):
        mark = tokens[index].word
        depth += (mark == "(") - (mark == ")" and depth > 0)
        if mark == "\n" or (mark in _SENTENCE and _ends_sentence(tokens, index, last)):
            nxt = "sentence"
        elif mark in ";:" and not depth:
            nxt = mark
        elif mark == "," and not depth:
            nxt = "," if introduced else "-,"
        elif tokens[index].key == "thì" and introduced and tokens[segment].key != "trường":
            nxt = ","  # "quá trình thực hiện nếu có vướng mắc thì | các đơn vị báo cáo"
        else:
            continue
        yield Clause(begin, index, opens, segment)
        opens, begin, depth = nxt, index + 1, 0 if nxt == "sentence" else depth
        if nxt in ("sentence", ";", ":") and begin < last:
            introduced, segment = _introduces(tokens, begin), begin
    yield Clause(begin, last, opens, segment)
