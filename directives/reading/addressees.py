"""Who must act: the bodies an item names, and in which part they stand in its sentences.

A body leads when a verb of assignment names it ("Giao X"), when it opens a clause whose verb is a duty
("X khẩn trương …", "Để …, X rà soát …"), or when it stands before a colon ("X: …").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from directives.reading.clauses import MODALS, Clause, clauses, petition_end, topic_end
from directives.reading.lists import Listed, list_at
from directives.reading.partners import Partners, partners_in
from directives.reading.syllables import begins_duty
from directives.reading.vocabulary import DUTY, INTRODUCING, NO_VERBS, NOUNS, TELLING
from directives.reading.words import Phrases, Token, split_lines

_STRONG = frozenset({"manner"})
# "tiếp tục", "khẩn trương", "sớm": nobody tells of the past with these.
_PRESSING = frozenset({"tiếp", "khẩn", "sớm"})


@dataclass(frozen=True, slots=True)
class Group:
    """Bodies that lead together. `how`: "given" by a verb, bound by a "modal", or followed by a "duty"."""

    first: int
    bodies: tuple[Listed, ...]
    how: str
    opens: str
    segment: int  # the token at which its sentence or part of one begins


@dataclass(slots=True)
class Named:
    """The bodies of one unit by part. `groups`: leads by the clause that names them."""

    groups: list[Group] = field(default_factory=list)
    coordinating: list[Listed] = field(default_factory=list)
    via: list[Listed] = field(default_factory=list)
    report_to: list[Listed] = field(default_factory=list)
    heading: bool = False  # the unit is a body and nothing else ("3. Sở Xây dựng:")
    orders: bool = False  # a clause assigns or opens with a duty, body named or not
    opened: bool = False  # the unit's first clause is a duty without a body
    told: bool = False  # its first sentence only tells what somebody did
    asked: bool = False  # it opens with what a person asks for
    told_of: str = ""  # that somebody, in lower case

    def orders_by(self, group: Group) -> bool:
        """Whether a group is given something, where the unit at first tells what somebody else did."""
        if group.how != "duty" or not self.told:
            return True
        others = all(body.text.lower() != self.told_of for body in group.bodies)
        return others and group.opens == "sentence"

    @property
    def leads(self) -> list[Listed]:
        """Each once; "UBND tỉnh" behind "UBND tỉnh Đông Hải" is the same body called short."""
        kept: list[Listed] = []
        openings: set[str] = set()
        for body in unique([body for group in self.groups for body in group.bodies]):
            called = body.text.lower()
            if called not in openings:
                kept.append(body)
                openings.update(openings_of(called))
        return kept


def openings_of(name: str) -> Iterator[str]:
    """What a name may be called short: its first words, all but the last at most."""
    words = name.split()
    return (" ".join(words[:size]) for size in range(1, len(words)))


def unique(bodies: Sequence[Listed]) -> list[Listed]:
    """Each called once, in printed order."""
    kept: dict[str, Listed] = {}
    for body in bodies:
        kept.setdefault(body.text.lower(), body)
    return list(kept.values())


def named_in(tokens: Sequence[Token], first: int, last: int, source: str) -> Named:
    """Reads tokens `first:last` of one unit."""
    found = Named(asked=petition_end(tokens, first, last) > 0)
    topic = topic_end(tokens, first, last)
    if topic and topic >= last:
        return Named(asked=True)
    begin = _past_count(tokens, topic or first, last)
    led, past, number = False, begin, 0
    for clause in clauses(tokens, begin, last):
        number += clause.opens == "sentence"
        if clause.opens in ("sentence", "item"):
            led = False
        if clause.first < past:
            continue
        # What a body was given before the semicolon does not bind the part behind it.
        apart = (
            clause.opens == ","
            and bool(found.groups)
            and found.groups[-1].segment != clause.segment
        )
        past = _read_clause(
            tokens, clause, last, source, found, led=led and not apart, first=number == 0
        )
        led = led or bool(found.groups and found.groups[-1].first >= clause.first)
    if not found.groups:
        found.groups.extend(_named_aside(tokens, begin, last, source))
    _take_partners(found, partners_in(tokens, begin, last, source))
    return found


_CHARGES = frozenset({("chủ", "trì"), ("thực", "hiện"), ("chịu", "trách"), ("phụ", "trách")})
_IN_CHARGE = Phrases(
    {
        "label": split_lines(
            """đơn vị thực hiện | cơ quan thực hiện | đơn vị chủ trì | cơ quan chủ trì | đơn vị đầu mối | cơ quan đầu mối
            | chủ trì | chủ trì thực hiện | đơn vị chủ trì thực hiện | cơ quan chủ trì thực hiện | đơn vị chịu trách nhiệm | phân công thực hiện"""
        ),
        "along": split_lines("cơ quan phối hợp | đơn vị phối hợp | phối hợp | phối hợp thực hiện"),
    }
)


def _named_aside(tokens: Sequence[Token], first: int, last: int, source: str) -> list[Group]:
    """ "Rà soát quy hoạch (Sở Xây dựng chủ trì)", "… (giao Sở Y tế)", "… Cơ quan chủ trì: Sở Nội vụ": who must act
    stands beside the sentence.
    """
    for index in range(first, last - 1):
        if tokens[index].word == "(":
            given = _verb_of_giving(tokens, index + 1)
            bodies, end = list_at(tokens, index + 1 + given, source)
            charged = tuple(token.key for token in tokens[end : end + 2]) in _CHARGES
            named = bodies and (given or charged)
        else:
            part, size = _IN_CHARGE.at(tokens, index)
            colon = index + size
            if part != "label" or colon >= last or tokens[colon].word != ":":
                continue
            bodies, end = list_at(tokens, colon + 1, source)
            named = bool(bodies) and end <= last
        if named and not all(body.generic for body in bodies):
            return [Group(index, bodies, "given", "(", first)]
    return []


def _past_count(tokens: Sequence[Token], index: int, last: int) -> int:
    """ "Thứ nhất, | các sở …", "Một là: | rà soát …"."""
    keys = [token.key for token in tokens[index : min(index + 3, last)]]
    counted = len(keys) == 3 and keys[2] in (",", ":") and (keys[0] == "thứ" or keys[1] == "là")
    return index + 3 if counted and keys[0] in {"thứ", *_COUNTS} else index


_COUNTS = frozenset({"một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"})


def _read_clause(
    tokens: Sequence[Token],
    clause: Clause,
    last: int,
    source: str,
    found: Named,
    *,
    led: bool,
    first: bool,
) -> int:
    """Reads the head of one clause; returns the token up to which a list of bodies was read."""
    start = _past_adverbs(tokens, clause)
    if start >= clause.last:
        return start
    if start + _IN_CHARGE.at(tokens, start)[1] == clause.last < last:
        return max(list_at(tokens, clause.last + 1, source)[1], clause.last + 2)
    given, end = _given(tokens, start, clause, last, source, led=led)
    if given:
        found.groups.append(Group(start, given, "given", clause.opens, clause.segment))
        found.orders = True
        return end
    if clause.opens in ("item", "sentence", ":") and _is_order(tokens, start):
        found.orders = True
        found.opened = found.opened or (clause.opens == "item")
    bodies, end = _subject(tokens, start, clause, last, source, led=led)
    if bodies and _is_told(tokens, end) and (modal := _must_after_told(tokens, end, last, bodies)):
        bodies, end = _told_apart(tokens, bodies, modal, source), modal
    if bodies and _is_told(tokens, end):
        if first and not found.groups and (clause.opens != "-," or _executes(tokens, clause)):
            found.told, found.orders, found.opened = True, False, False
            found.told_of = bodies[0].text.lower()
    elif bodies and _acts(tokens, clause, start, end, last, bodies, led=led):
        how = "modal" if end < last and tokens[end].key in MODALS | _PRESSING else "duty"
        along = tokens[clause.segment].key == "cùng"  # "Cùng với A, B tham mưu": B may belong to the list
        if (along or clause.opens == "-,") and tokens[end].key not in MODALS:
            how = "aside"
        found.groups.append(Group(start, bodies, how, clause.opens, clause.segment))
        found.orders = True
        found.heading = (
            found.heading or end >= last or (tokens[end].word == ":" and end + 1 >= last)
        )
    return end


def _is_order(tokens: Sequence[Token], index: int) -> bool:
    """A clause opens with a duty itself; "Trên cơ sở …", "Căn cứ …" only introduce one."""
    introduces = tokens[index].key in INTRODUCING and tokens[index].key not in (
        "ngay",
        "định",
        "đồng",
    )
    introduces = introduces or tokens[index].key == "căn"
    return not introduces and begins_duty(tokens, index) > TELLING.at(tokens, index)[1]


def _executes(tokens: Sequence[Token], clause: Clause) -> bool:
    """ "Thực hiện Nghị quyết …, Đảng ủy đã …": the sentence opens with the paper it carries out."""
    index = clause.first
    while index > 0 and tokens[index - 1].word not in ".;\n" and clause.first - index < 60:
        index -= 1
    keys = [token.key for token in tokens[index : index + 4]]
    return keys[:2] == ["thực", "hiện"] or keys[1:3] == ["thực", "hiện"]


def _is_told(tokens: Sequence[Token], index: int) -> bool:
    told = TELLING.at(tokens, index)[1]
    return (told > 0 and told >= begins_duty(tokens, index)) or _told_behind_place(tokens, index)


_LONGEST_TOLD = 12  # tokens


def _must_after_told(
    tokens: Sequence[Token], index: int, last: int, bodies: Sequence[Listed]
) -> int:
    """ "Các bộ chưa phân bổ hết vốn | phải hoàn thành …": what is told only says which of many must act; 0 if none."""
    if not bodies[-1].generic and tokens[bodies[0].first].key != "các":
        return 0
    for here in range(index + 1, min(index + _LONGEST_TOLD, last)):
        if not tokens[here].is_word:
            return 0
        if tokens[here].key in MODALS and begins_duty(tokens, here + 1):
            return here
    return 0


def _told_apart(
    tokens: Sequence[Token], bodies: tuple[Listed, ...], index: int, source: str
) -> tuple[Listed, ...]:
    """The bodies with what is told of them as part of the last one's name."""
    end = tokens[index - 1].end
    last = replace(bodies[-1], text=source[bodies[-1].start : end], end=end, last=index)
    return (*bodies[:-1], last)


def _told_behind_place(tokens: Sequence[Token], index: int) -> bool:
    """ "các tổ chức từ huyện đến cơ sở | đã phối hợp", "các đơn vị trong quý I | đã có nhiều cố gắng"."""
    if index >= len(tokens) or tokens[index].key not in ("từ", "trong", "tại", "ở", "thuộc"):
        return False
    for here in range(index + 1, min(index + 9, len(tokens))):
        if tokens[here].key == "đã":
            return True
        if not tokens[here].is_word or begins_duty(tokens, here):
            return False
    return False


def _past_adverbs(tokens: Sequence[Token], clause: Clause) -> int:
    """Steps over "Trong đó", "Đồng thời", "Riêng" and brackets at the head of a clause."""
    index = clause.first
    while index < clause.last:
        keys = [token.key for token in tokens[index : index + 2]]
        if keys[:1] == ["riêng"]:
            index += 1
        elif keys in (["trong", "đó"], ["đồng", "thời"], ["theo", "đó"], ["trước", "mắt"]):
            index += 2
        elif tokens[index].word in "()–-\"“”'+\n":
            index += 1
        else:
            break
    return index


def _given(
    tokens: Sequence[Token], start: int, clause: Clause, last: int, source: str, *, led: bool
) -> tuple[tuple[Listed, ...], int]:
    """The bodies after "Giao", "Yêu cầu", "Đề nghị", which may follow the committee's own name."""
    index = start
    verb = _verb_of_giving(tokens, index)
    if not verb:
        index = _past_giver(tokens, start, clause, last, source)
        verb = _verb_of_giving(tokens, index) if index > start else 0
    if not verb:
        return (), start
    capital = tokens[index].is_capital
    if tokens[index].key != "giao" and led and not capital:
        return (), start
    bodies, end = list_at(tokens, index + verb, source)
    if not bodies or (
        clause.opens == "-," and tokens[index].key != "giao" and any(b.generic for b in bodies)
    ):
        return (), start
    begins = tokens[bodies[0].first]
    weak = all(body.generic for body in bodies) and not (
        begins.key in ("các", "những") or begins.is_capital
    )
    if weak and tokens[index].key in ("yêu", "đề") and not (capital and clause.opens == "item"):
        return (), start
    return bodies, end


def _verb_of_giving(tokens: Sequence[Token], index: int) -> int:
    """Length of "giao", "yêu cầu" …; 0 for "giao thông", "giao ban" and the like."""
    keys = [token.key for token in tokens[index : index + 4]]
    capital = index + 1 < len(tokens) and tokens[index + 1].is_capital
    if keys[:1] == ["giao"] and capital:
        return 1
    if keys[:1] == ["giao"] and keys[1:2] not in (
        ["thông"],
        ["ban"],
        ["dịch"],
        ["lưu"],
        ["thoa"],
        ["biên"],
        ["đất"],
    ):
        return 3 if keys[1:3] == ["nhiệm", "vụ"] else 2 if keys[1:2] in (["cho"], ["trách"]) else 1
    if keys[:2] in (["yêu", "cầu"], ["đề", "nghị"], ["phân", "công"]):
        return 2
    return 0


def _past_giver(tokens: Sequence[Token], start: int, clause: Clause, last: int, source: str) -> int:
    """ "Chủ tịch UBND xã | yêu cầu …", "Ban Thường vụ | giao …", "đồng thời | giao …"."""
    if start + 2 < last:
        agrees = (tokens[start].key, tokens[start + 1].key) in _AGREEING
        joins = tokens[start].key in ("và", "cũng")
        if agrees or joins:
            return start + 2 * agrees + joins
    if clause.opens == "-,":
        return start
    bodies, end = list_at(tokens, start, source)
    if not bodies or end >= last or len(bodies) > 2 or not _verb_of_giving(tokens, end):
        return start
    return end if _concludes(tokens, bodies) and tokens[end].key != "phân" else start


_AGREEING = frozenset({("thống", "nhất"), ("đồng", "ý"), ("nhất", "trí"), ("chấp", "thuận")})
# Those who conclude, and in whose name a paper gives; a ministry that asks others for something is itself the one to act.
_CONCLUDING = Phrases(
    {
        "head": split_lines(
            """ban thường vụ | btv | thường trực | ban bí thư | bộ chính trị | bộ chính trị, ban bí thư | thủ tướng | phó thủ tướng | chính phủ | chủ tịch | phó chủ tịch
            | ủy ban nhân dân | ubnd | hđnd | bí thư | phó bí thư | tỉnh ủy | thành ủy | huyện ủy | đảng ủy | ban chấp hành | ban chỉ đạo | trưởng ban | phó trưởng ban | trưởng đoàn | tổ trưởng | tổ công tác"""
        )
    }
)


def _concludes(tokens: Sequence[Token], bodies: Sequence[Listed]) -> bool:
    """Whether they can be the one in whose name the paper speaks: a committee or its head, only one, and called
    without the place it is of ("UBND tỉnh yêu cầu …"; "UBND tỉnh Quảng Nam yêu cầu nhà đầu tư …" is itself to act).
    """
    body = bodies[0]
    first = body.first + 2 * (tokens[body.first].key == "đồng")
    placed = tokens[body.last - 1].is_capital and tokens[first].key in ("ubnd", "ủy")
    return len(bodies) == 1 and not placed and bool(_CONCLUDING.at(tokens, first)[1])


def _subject(
    tokens: Sequence[Token], start: int, clause: Clause, last: int, source: str, *, led: bool
) -> tuple[tuple[Listed, ...], int]:
    """The bodies a clause opens with, and where their list ends."""
    if clause.opens == "," and _goes_on_acting(tokens, clause):
        return (), start
    if clause.opens in (",", "-,") and led:
        bodies, end = list_at(tokens, start, source)
        must = bool(bodies) and not _answers(tokens, start, source) and end < last and tokens[end].key in MODALS
        return (bodies, end) if must else ((), start)
    if clause.opens in (",", "-,", ";") and _answers(tokens, start, source):
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
    if len(bodies) > 1 and clause.opens in (",", "-,"):
        bodies = _after_introduction(tokens, clause, bodies, source)
    if addressed and not (end >= last or tokens[end].word == ":" or tokens[end].key in MODALS):
        return (), start
    return bodies, min(end, last) if bodies else start


# "…; nếu để chậm, người đứng đầu phải chịu trách nhiệm": who answers for the bodies before, no body beside them.
_ANSWERING = frozenset({"người đứng đầu", "lãnh đạo", "cá nhân", "tập thể"})


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
        if earlier and earlier[0].last > clause.first:
            return tuple(body for body in bodies if body.first > earlier[0].last)
        if len(earlier) > 1 and earlier[-1].last > clause.first:
            return bodies[-1:]  # "chỉ đạo của A, B, | C chủ động …"
    return bodies


def _acts(
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
    if end >= last or tokens[end].word == ":":
        specific = not all(body.generic for body in bodies)
        if clause.opens == ";" and specific and end < last:
            return True  # "Sở A: rà soát; Sở B: bố trí vốn"
        whole = clause.opens == "item" and _calls_several(tokens, bodies)  # "8. Các trường học"
        addressed = specific or end < last or whole
        return clause.opens in ("item", "sentence", ":") and not led and addressed
    end = _past_manner_bracket(tokens, end)
    if _verb_of_giving(tokens, end):
        shares = tokens[end].key == "phân"  # "Chủ tịch UBND xã phân công Phó Chủ tịch …"
        return shares or (tokens[end].key != "giao" and not _concludes(tokens, bodies))
    if not _duty_follows(tokens, end):
        first = clause.opens in ("item", ":")
        sure = not any(body.generic for body in bodies) and _unknown_verb(tokens, end)
        return first and (sure or _duty_after_document(tokens, end))
    if clause.opens == "-,":
        named = tokens[start].is_capital and not any(body.generic for body in bodies)
        council = tokens[start].key in ("ubnd", "ủy")
        aside = named and not led and (council or not _concludes(tokens, bodies))
        return tokens[end].key in MODALS or (aside and _strong(tokens, end))
    if clause.opens in (",", ";") and tokens[start].key == "các":
        return True
    sure = clause.opens not in (";", ",") or tokens[start].is_capital
    return sure or _strong(tokens, end)


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
    | {("trong", noun) for noun in ("quá", "thời", "phạm")}
)
_LONGEST_CAPACITY = 100  # tokens


def _past_capacity(tokens: Sequence[Token], index: int) -> int:
    """ "với vai trò là cơ quan thường trực, | chủ động …", "trên tinh thần “…”, | phấn đấu …": the manner of a duty
    behind a comma; 0 when no such phrase begins here.
    """
    if tuple(token.key for token in tokens[index : index + 2]) not in _CAPACITIES:
        return 0
    for here in range(index + 2, min(index + _LONGEST_CAPACITY, len(tokens) - 1)):
        if tokens[here].word in ".;:\n":
            return 0
        if tokens[here].key == "," and DUTY.at(tokens, here + 1)[0] == "manner":
            return here + 1
    return 0


def _unknown_verb(tokens: Sequence[Token], index: int) -> bool:
    """A lower-case word of no known kind behind a body that opens an item is taken for a verb."""
    token = tokens[index]
    plain = token.is_word and token.word.isalpha() and token.word.islower()
    known = TELLING.at(tokens, index)[1] or NOUNS.at(tokens, index)[1] or token.key in NO_VERBS
    return plain and not known


def _duty_after_document(tokens: Sequence[Token], index: int) -> bool:
    """ "Tổ công tác theo Quyết định số … | tiếp tục …"."""
    if tokens[index].key not in ("theo", "tại", "nêu", "được"):
        return False
    for here in range(index + 1, min(index + 16, len(tokens))):
        if tokens[here].word in ",;.:\n":
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


def _take_partners(found: Named, partners: Partners) -> None:
    """A body that leads is no coordinator of itself; each stands once."""
    sure = [group for group in found.groups if group.how != "aside"]
    leads = {body.text.lower() for group in sure for body in group.bodies} if len(sure) < 2 else set()
    found.coordinating = [
        body for body in unique(partners.coordinating) if body.text.lower() not in leads
    ]
    given = {body.start for body in found.leads}
    found.via = [body for body in unique(partners.via) if body.start not in given]
    found.report_to = unique(partners.report_to)
