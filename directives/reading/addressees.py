"""Who must act: the bodies an item names, and in which part they stand in its sentences.

A body leads when a verb of assignment names it ("Giao X"), when it opens a clause whose verb is a duty
("X khẩn trương …", "Để …, X rà soát …"), or when it stands before a colon ("X: …").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from directives.reading.clauses import MODALS, Clause, clauses, petition_end, topic_end
from directives.reading.giving import concludes, given, verb_of_giving
from directives.reading.lists import Listed, list_at
from directives.reading.partners import Partners, partners_in
from directives.reading.subjects import acts, subject
from directives.reading.telling import executes, is_order, is_told, must_after_told, told_apart
from directives.reading.vocabulary import NOUNS
from directives.reading.words import Phrases, Token, split_lines

# "tiếp tục", "khẩn trương", "sớm": nobody tells of the past with these.
_PRESSING = frozenset({"tiếp", "khẩn", "sớm"})


@dataclass(frozen=True, slots=True)
class Group:
    """Bodies that lead together. `how`: "given" by a verb, bound by a "modal", followed by a "duty", or
    "aside": behind a comma where a list may end as well.
    """

    first: int
    bodies: tuple[Listed, ...]
    how: str
    opens: str
    segment: int  # the token at which its sentence or part of one begins
    later: bool = False  # it stands behind the first sentence


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
    opened_at: int = -1  # the token at which that clause's part of the sentence begins
    told: bool = False  # its first sentence only tells what somebody did
    asked: bool = False  # it opens with what a person asks for
    answers: bool = False  # it opens with a topic ("Về kiến nghị …:") and says what becomes of it
    told_of: str = ""  # that somebody, in lower case

    def orders_by(self, group: Group) -> bool:
        """Whether a group is given something, where the unit at first tells what somebody else did."""
        if group.how != "duty" or not self.told:
            return True
        others = all(body.text.lower() != self.told_of for body in group.bodies)
        behind = group.opens == ";" and (group.later or self.answers)
        return others and (group.opens == "sentence" or behind)

    @property
    def leads(self) -> list[Listed]:
        """Each once; "UBND tỉnh" behind "UBND tỉnh Đông Hải" is the same body called short."""
        kept: list[Listed] = []
        openings: set[str] = set()
        for body in unique([body for group in self.groups for body in group.bodies]):
            called = body.text.lower()
            if called not in openings and not heads_of_one(called, kept):
                kept.append(body)
                openings.update(openings_of(called))
        return kept


_HEAD = re.compile(r"(?:chủ tịch|giám đốc|bí thư|thủ trưởng|người đứng đầu|trưởng) (?=\S)")


def heads_of_one(called: str, bodies: Sequence[Listed]) -> bool:
    """ "UBND các xã: A, B hoàn thành …; Chủ tịch UBND các xã chịu trách nhiệm": who answers for those that act."""
    found = _HEAD.match(called)
    if found is None:
        return False
    of = called[found.end() :]
    stem, several, kind = of.partition(" các ")
    one = f"{stem} {kind} " if several else of
    return any(
        f"{body.text.lower()} ".startswith(one) and body.text.lower() != called for body in bodies
    )


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
        return Named(asked=petition_end(tokens, first, last) > 0)
    found.answers = topic > 0
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
            verb = verb_of_giving(tokens, index + 1)
            bodies, end = list_at(tokens, index + 1 + verb, source)
            charged = tuple(token.key for token in tokens[end : end + 2]) in _CHARGES
            named = bodies and (verb or charged)
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
    bodies, end = given(tokens, start, clause, last, source, led=led)
    if bodies:
        found.groups.append(Group(start, bodies, "given", clause.opens, clause.segment, not first))
        found.orders = True
        return end
    if clause.opens in ("item", "sentence", ":") and is_order(tokens, start):
        found.orders = True
        if clause.opens == "item" and not found.opened:
            found.opened, found.opened_at = True, clause.segment
    bodies, end = subject(tokens, start, clause, last, source, led=led)
    if bodies and is_told(tokens, end) and (modal := must_after_told(tokens, end, last, bodies)):
        bodies, end = told_apart(tokens, bodies, modal, source), modal
    agrees = (
        bool(bodies) and tokens[min(end, last - 1)].key == "chấp" and not concludes(tokens, bodies)
    )
    if bodies and is_told(tokens, end) and not agrees:
        subject_told = clause.opens != "-," and not _is_aside(tokens, clause, bodies)
        if first and not found.groups and (subject_told or executes(tokens, clause)):
            found.told, found.orders, found.opened = True, False, False
            found.told_of = bodies[0].text.lower()
    elif bodies and acts(tokens, clause, start, end, last, bodies, led=led):
        how = "modal" if end < last and tokens[end].key in MODALS | _PRESSING else "duty"
        along = (
            tokens[clause.segment].key == "cùng"
        )  # "Cùng với A, B tham mưu": B may belong to the list
        dated = end + 1 < last and tokens[end].word == ":" and tokens[end + 1].key in _WHEN
        if dated or ((along or clause.opens == "-,") and tokens[end].key not in MODALS):
            how = (
                "aside"  # "Các bệnh viện: trước ngày 30/9": where it is done, perhaps, not by whom
            )
        found.groups.append(Group(start, bodies, how, clause.opens, clause.segment, not first))
        # "Thực hiện Kế hoạch …, X …": what opens the sentence only leads up to who acts.
        leads_up = clause.opens == "," and clause.segment == found.opened_at
        found.opened = found.opened and not leads_up
        found.orders = True
        found.heading = (
            found.heading or end >= last or (tokens[end].word == ":" and end + 1 >= last)
        )
    return end


def _is_aside(tokens: Sequence[Token], clause: Clause, bodies: Sequence[Listed]) -> bool:
    """ "Trên cơ sở ý kiến của 11 bộ, | cơ quan đã gửi về |, X …": kinds in small letters that a list goes on with."""
    before = clause.first - 2
    listed = before > clause.segment and bool(NOUNS.at(tokens, before)[1])
    return clause.opens == "," and bodies[0].bare and listed


_WHEN = frozenset({"trước", "trong", "chậm", "xong", "đến", "ngày", "phấn"})


def _past_adverbs(tokens: Sequence[Token], clause: Clause) -> int:
    """Steps over "Trong đó", "Đồng thời", "Riêng" and brackets at the head of a clause."""
    index = clause.first
    while index < clause.last:
        keys = [token.key for token in tokens[index : index + 2]]
        if keys[:1] == ["riêng"]:
            index += 1
        elif [token.key for token in tokens[index : index + 4]] == ["trên", "cơ", "sở", "đó"]:
            index += 4
        elif keys in (
            ["trong", "đó"],
            ["đồng", "thời"],
            ["theo", "đó"],
            ["sau", "đó"],
            ["từ", "đó"],
            ["trước", "mắt"],
            ["do", "đó"],
            ["vì", "vậy"],
            ["vì", "thế"],
        ):
            index += 2
        elif tokens[index].word in "()–-\"“”'+\n":
            index += 1
        else:
            break
    return index


def _take_partners(found: Named, partners: Partners) -> None:
    """A body that leads is no coordinator of itself; each stands once."""
    sure = [group for group in found.groups if group.how != "aside"]
    leads = (
        {body.text.lower() for group in sure for body in group.bodies} if len(sure) < 2 else set()
    )
    found.coordinating = [
        body for body in unique(partners.coordinating) if body.text.lower() not in leads
    ]
    leading = {body.start for body in found.leads}
    found.via = [body for body in unique(partners.via) if body.start not in leading]
    found.report_to = unique(partners.report_to)
