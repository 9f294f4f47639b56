"""The bodies a clause opens with, and whether a duty follows them."""

from collections.abc import Sequence

from directives.reading.clauses import MODALS, Clause
from directives.reading.giving import AGREEING, concludes, verb_of_giving
from directives.reading.lists import Listed, list_at
from directives.reading.loose import to_its_end
from directives.reading.names import is_kind_of_place
from directives.reading.partners import in_partners
from directives.reading.syllables import begins_duty
from directives.reading.vocabulary import DUTY, NO_VERBS, NOUNS, TELLING
from directives.reading.words import Token

_STRONG = frozenset({"manner"})


def subject(
    tokens: Sequence[Token], start: int, clause: Clause, last: int, source: str, *, led: bool
) -> tuple[tuple[Listed, ...], int]:
    """The bodies a clause opens with, and where their list ends."""
    if clause.opens == "," and _goes_on_acting(tokens, clause):
        return (), start
    if clause.opens in (",", "-,") and led:
        bodies, end = list_at(tokens, start, source)
        must = (
            bool(bodies)
            and not _answers(tokens, start, source)
            and end < last
            and tokens[end].key in MODALS
        )
        return (bodies, end) if must else ((), start)
    if clause.opens in (",", "-,", ";") and _answers(tokens, start, source):
        return (), start
    if clause.opens in (",", "-,") and in_partners(tokens, clause.segment, start, last, source):
        return (), start
    addressed = (
        tokens[start].key == "đối" and start + 1 < clause.last and tokens[start + 1].key == "với"
    )
    bodies, end = list_at(tokens, start + 2 if addressed else start, source)
    if bodies and bodies[0].bare and begins_duty(tokens, start) >= bodies[0].last - start:
        return (
            (),
            start,
        )  # "tổ chức sinh hoạt …", "lãnh đạo thực hiện …": verbs that are nouns elsewhere
    if clause.opens in (",", "-,") and _is_one_more_kind(tokens, clause, bodies):
        return (), start
    if len(bodies) > 1 and tokens[clause.first].key == "riêng":
        bodies = _behind_places(tokens, bodies)
    if bodies and clause.opens in (",", "-,"):
        bodies = _after_introduction(tokens, clause, bodies, source)
    if clause.opens in ("item", "sentence", ":"):
        bodies, end = to_its_end(tokens, bodies, end, last, source)
    colon = end >= last or tokens[end].word == ":"
    if addressed and not colon:
        named = tokens[start + 2].key == "các" or not all(body.generic for body in bodies)
        if not named or tokens[end].key not in MODALS:
            return (), start
    return bodies, min(end, last) if bodies else start


# "…; nếu để chậm, người đứng đầu phải chịu trách nhiệm": who answers for the bodies before, no body beside them.
_ANSWERING = frozenset({"người đứng đầu", "lãnh đạo", "cá nhân", "tập thể"})


def _is_one_more_kind(tokens: Sequence[Token], clause: Clause, bodies: Sequence[Listed]) -> bool:
    """ "Tại 34 tỉnh, | thành phố phân công …": the comma of two kinds of places divides no clauses."""
    comma, body = clause.first - 1, bodies[0] if bodies else None
    if body is None or not body.bare or tokens[body.first].is_capital:
        return False
    kind = is_kind_of_place(tokens, body.first) == body.last - body.first
    return kind and any(is_kind_of_place(tokens, comma - size) == size for size in (1, 2))


def _behind_places(tokens: Sequence[Token], bodies: tuple[Listed, ...]) -> tuple[Listed, ...]:
    """ "Riêng bản Đông, xã Tân Lập, | Bộ Chỉ huy Quân sự tỉnh …": the places say where, the body behind them acts."""
    where = all(is_kind_of_place(tokens, body.first) for body in bodies[:-1])
    return bodies[-1:] if where and not is_kind_of_place(tokens, bodies[-1].first) else bodies


def _answers(tokens: Sequence[Token], index: int, source: str) -> bool:
    bodies, _ = list_at(tokens, index, source)
    return bool(bodies) and bodies[0].text.lower() in _ANSWERING


def _goes_on_acting(tokens: Sequence[Token], clause: Clause) -> bool:
    """ "; định kỳ báo cáo Bộ Chính trị, Ban Bí thư | đánh giá": an adverb that its own verb follows introduces nobody."""
    adverb = tokens[clause.segment].key in ("định", "hằng", "hàng", "ngay")
    return adverb and any(
        DUTY.at(tokens, index)[0] == "verb"
        for index in range(clause.segment + 2, min(clause.segment + 6, clause.first))
    )


def _after_introduction(
    tokens: Sequence[Token], clause: Clause, bodies: tuple[Listed, ...], source: str
) -> tuple[Listed, ...]:
    """ "Trên cơ sở góp ý của các sở, đơn vị liên quan, Sở Nội vụ …": only the last is the subject."""
    for index in range(max(clause.segment, clause.first - 8), clause.first - 1):
        if tokens[index - 1].key not in ("của", "với", "các", "nghị", "kiến", "cáo"):
            continue
        earlier, _ = list_at(tokens, index, source)
        if tokens[index - 1].key == "cáo" and len(earlier) > 1 and earlier[-1].last > clause.first:
            return tuple(
                body for body in bodies if body.first > earlier[-1].last
            )  # "báo cáo A, | B xem xét"
        if earlier and earlier[0].last > clause.first:
            return tuple(body for body in bodies if body.first > earlier[0].last)
        if len(bodies) > 1 and len(earlier) > 1 and earlier[-1].last > clause.first:
            return bodies[-1:]  # "chỉ đạo của A, B, | C chủ động …"
    return bodies


def acts(
    tokens: Sequence[Token],
    clause: Clause,
    start: int,
    end: int,
    last: int,
    bodies: Sequence[Listed],
    *,
    led: bool,
) -> bool:
    """Whether a duty follows the bodies, or a colon, or nothing: then they lead."""
    if _is_area(tokens, bodies[0]):
        return False
    if end >= last or tokens[end].word == ":":
        specific = not all(body.generic for body in bodies)
        if clause.opens == ";" and specific and end < last:
            return True  # "Sở A: rà soát; Sở B: bố trí vốn"
        whole = clause.opens == "item" and _calls_several(tokens, bodies)  # "8. Các trường học"
        addressed = specific or end < last or whole
        return clause.opens in ("item", "sentence", ":") and not led and addressed
    agrees = (tokens[end].key, tokens[min(end + 1, last - 1)].key) in AGREEING
    if (agrees or _issues_this(tokens, end, last)) and concludes(tokens, bodies):
        return False
    if clause.opens == "item" and _in_a_heading(tokens, end, last, bodies):
        return True
    end = _past_manner_bracket(tokens, end)
    if verb_of_giving(tokens, end):
        shares = tokens[end].key == "phân"  # "Chủ tịch UBND xã phân công Phó Chủ tịch …"
        return shares or (tokens[end].key != "giao" and not concludes(tokens, bodies))
    if not _duty_follows(tokens, end):
        first = clause.opens in ("item", ":")
        sure = not any(body.generic for body in bodies) and _unknown_verb(tokens, end)
        sure = sure and not _labels(tokens, end, last)
        return first and (sure or _duty_after_document(tokens, end))
    if clause.opens == "-,":
        named = tokens[start].is_capital and not any(body.generic for body in bodies)
        council = tokens[start].key in ("ubnd", "ủy")
        aside = named and not led and (council or not concludes(tokens, bodies))
        if named and not led and _of_a_matter(tokens, clause):
            return True
        anybody = tokens[start].key in _ANYBODY and tokens[start].word.islower()
        return (tokens[end].key in MODALS and not anybody) or (aside and _strong(tokens, end))
    if clause.opens in (",", ";") and tokens[start].key == "các":
        return True
    sure = clause.opens not in (";", ",") or _is_named(tokens, clause, bodies[0])
    return sure or _strong(tokens, end)


def _issues_this(tokens: Sequence[Token], index: int, last: int) -> bool:
    """ "UBND tỉnh | ban hành Kế hoạch … như sau:": in whose name the paper itself speaks."""
    opens = [token.key for token in tokens[index : index + 2]]
    ends = [token.key for token in tokens[max(index, last - 3) : last]]
    return opens == ["ban", "hành"] and ends == ["như", "sau", ":"]


def _is_named(tokens: Sequence[Token], clause: Clause, body: Listed) -> bool:
    """ "; thôn Đông Hạ cắm biển …", ", phòng Nội vụ tham mưu …": a name in lower case, no word of the sentence before."""
    if tokens[body.first].is_capital:
        return True
    kind = NOUNS.at(tokens, body.first)[0]
    known = kind in ("organisation", "post") or (kind == "place" and clause.opens == ";")
    return known and any(token.is_capital for token in tokens[body.first : body.last])


_WHILE = frozenset({"trong", "khi", "trước", "sau", "tại", "theo", "để"})


def _in_a_heading(tokens: Sequence[Token], index: int, last: int, bodies: Sequence[Listed]) -> bool:
    """ "5. UBND các tỉnh | trong thời gian chưa có Nghị định |:" over their tasks."""
    named = not all(body.generic for body in bodies)
    closed = tokens[last - 1].word == ":" and tokens[index].key in _WHILE
    return named and closed and not any(token.word in ".;:" for token in tokens[index : last - 1])


_ANYBODY = frozenset({"cán", "công", "người", "hộ", "cá"})  # "cán bộ", "người dân", "cá nhân"
_MATTERS = frozenset({("các", noun) for noun in ("kiến", "nội", "ý", "vấn", "đề")})


def _of_a_matter(tokens: Sequence[Token], clause: Clause) -> bool:
    """ "Các kiến nghị còn lại, | Văn phòng Tỉnh ủy chuyển …": a matter, and behind its comma who has it."""
    opens = tuple(token.key for token in tokens[clause.segment : clause.segment + 2])
    return opens in _MATTERS and tokens[clause.segment].is_capital


def _is_area(tokens: Sequence[Token], body: Listed) -> bool:
    """ "Khu tái định cư phường Đông Hải: ưu tiên …": where it is done; a "khu phố" is somebody."""
    pair = [token.key for token in tokens[body.first : body.first + 2]]
    return pair[:1] in (["khu"], ["cụm"]) and pair[1:] != ["phố"] and body.last - body.first > 1


def _calls_several(tokens: Sequence[Token], bodies: Sequence[Listed]) -> bool:
    """ "Các trường học", "Trưởng các thôn": a title that is a kind of bodies and nothing else speaks to all of them."""
    several = [token.key for body in bodies for token in tokens[body.first : body.last]]
    return "các" in several and tokens[bodies[0].first].is_capital


def _past_manner_bracket(tokens: Sequence[Token], index: int) -> int:
    """ "X, theo chức năng, nhiệm vụ, …": a comma between a body and its duty; "X với vai trò là …, | chủ động …"."""
    comma = index < len(tokens) and tokens[index].key == ","
    capacity = _past_capacity(tokens, index + comma)
    if capacity:
        return capacity
    if (
        index + 1 < len(tokens)
        and tokens[index].word in ",;"
        and tokens[index + 1].key in ("theo", "căn", "trên", "trong", "chịu")
    ):
        return index + 1 if begins_duty(tokens, index + 1) else index
    return index


_CAPACITIES = frozenset(
    {("với", noun) for noun in ("vai", "tư", "tinh", "trách", "trọng", "quyết", "chức")}
    | {("trên", noun) for noun in ("tinh", "cương", "cơ")}
    | {("bằng", noun) for noun in ("mọi", "nhiều", "các")}
    | {("trong", noun) for noun in ("quá", "thời", "phạm", "khuôn", "điều", "bối")}
    | {("ngoài", noun) for noun in ("các", "nhiệm", "việc", "những")}
)


_LONGEST_CAPACITY = 100  # tokens


def _past_capacity(tokens: Sequence[Token], index: int) -> int:
    """ "với vai trò là cơ quan thường trực, | chủ động …", "trên tinh thần “…”, | phấn đấu …": the manner of a duty
    behind a comma; 0 when no such phrase begins here.
    """
    if tuple(token.key for token in tokens[index : index + 2]) not in _CAPACITIES:
        return 0
    for here in range(index + 2, min(index + _LONGEST_CAPACITY, len(tokens) - 1)):
        if tokens[here].word in ";:\n" or (
            tokens[here].word == "." and tokens[here + 1].start > tokens[here].end
        ):
            return 0
        if tokens[here].key == "," and DUTY.at(tokens, here + 1)[0] == "manner":
            return here + 1
    return 0


_LONGEST_LABEL = 15  # tokens


def _labels(tokens: Sequence[Token], index: int, last: int) -> bool:
    """ "Các bệnh viện, trạm | bơm, nhà máy nước: …": what runs on to a colon is a name, no verb."""
    for here in range(index, min(index + _LONGEST_LABEL, last)):
        if tokens[here].word == ":":
            return True
        if not tokens[here].is_word and tokens[here].word != ",":
            return False
    return False


def _unknown_verb(tokens: Sequence[Token], index: int) -> bool:
    """A lower-case word of no known kind behind a body that opens an item is taken for a verb."""
    token = tokens[index]
    plain = token.is_word and token.word.isalpha() and token.word.islower()
    known = TELLING.at(tokens, index)[1] or NOUNS.at(tokens, index)[1] or token.key in NO_VERBS
    return plain and not known


def _duty_after_document(tokens: Sequence[Token], index: int) -> bool:
    """ "Tổ công tác theo Quyết định số … | tiếp tục …", "UBND các xã khi cấp phép | phải …"."""
    if tokens[index].key not in ("theo", "tại", "nêu", "được", "khi"):
        return False
    for here in range(index + 1, min(index + 16, len(tokens))):
        if tokens[here].word == ",":
            return tokens[index].key == "theo" and begins_duty(tokens, here + 1) > 0
        if tokens[here].word in ";.:\n":
            return False
        if DUTY.at(tokens, here)[0] == "manner":
            return True
    return False


def _duty_follows(tokens: Sequence[Token], index: int) -> bool:
    if not tokens[index].is_word or tokens[index].is_capital:
        return False
    duty, told = begins_duty(tokens, index), TELLING.at(tokens, index)[1]
    return duty > told


def _strong(tokens: Sequence[Token], index: int) -> bool:
    return DUTY.at(tokens, index)[0] in _STRONG
