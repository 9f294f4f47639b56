"""Settles what each draft is for and whom it binds, from the top of the paper to its foot."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from directives.reading import kinds
from directives.reading.addressees import Group
from directives.reading.drafts import Draft
from directives.reading.labels import Style
from directives.reading.lists import Listed
from directives.reading.model import ItemKind
from directives.reading.vocabulary import PLACES


def settle(drafts: Sequence[Draft], *, fallback: list[Listed]) -> None:
    """Walks the drafts in printed order. `fallback`: the body that the meeting was held with."""
    mode = ItemKind.DIRECTIVE
    everywhere: list[Listed] = []
    here: list[Listed] = []
    host = fallback
    for index, draft in enumerate(drafts):
        label = draft.unit.label
        if label is not None and label.style is Style.ROMAN and _is_section(draft):
            mode = kinds.kind_of_title(draft.text, ItemKind.DIRECTIVE)
            here = _named_in_title(draft)
            host = [] if kinds.PETITIONS.search(draft.text) else fallback
            draft.kind, draft.addressee = ItemKind.HEADING, here
            continue
        if draft.unit.parent is None and label is None and _leads_in(drafts, index):
            mode = ItemKind.DIRECTIVE
            named = [body for body in draft.named.leads if not body.text.isupper()]
            here = named or here  # "THỦ TƯỚNG CHÍNH PHỦ điện:" orders, it is not to act
            everywhere = everywhere or (here if draft.unit.section is None else [])
        _address(
            drafts,
            index,
            here or everywhere or (host if label is not None or draft.children else []),
        )
        parent = drafts[draft.unit.parent] if draft.unit.parent is not None else None
        draft.assessing = (
            (mode is ItemKind.ASSESSMENT)
            if parent is None
            else parent.assessing or (label is not None and _told(parent))
        )
        draft.assessing = draft.assessing or _assesses(draft)
        draft.kind = _kind(drafts, index)
        if parent is not None and label is None and draft.text.rstrip().endswith(":"):
            parent.led_in = draft.addressee
        draft.supposed = bool(draft.leads) and draft.leads is host
        if draft.inherited and parent is not None and not draft.named.coordinating:
            draft.coordinators = _coordinators_of(parent)
        _forget_told_days(draft)
        if draft.kind is not ItemKind.DIRECTIVE:
            draft.leads = []
        elif draft.unit.parent is None and label is None and _leads_in(drafts, index):
            here = everywhere = host = []  # what follows names its own bodies


def _forget_told_days(draft: Draft) -> None:
    """ "Đồng ý kéo dài đến hết ngày 15/8; giao X …": what was decided before the order bears no limit of X's."""
    if draft.named.groups and kinds.decides(draft.text):
        begin = draft.named.groups[0].bodies[0].start
        draft.deadlines = tuple(one for one in draft.deadlines if one.start >= begin)


def _coordinators_of(parent: Draft) -> list[Listed]:
    """ "Giao A chủ trì, phối hợp với B:" over a list: B works along in each point of it."""
    if parent.kind is not ItemKind.HEADING:
        return []
    return parent.named.coordinating or parent.coordinators


def _is_section(draft: Draft) -> bool:
    """The title of a part, or a sentence that leads into it; what else bears a Roman figure is an item."""
    return kinds.is_title(draft.text)


def _named_in_title(draft: Draft) -> list[Listed]:
    """ "II. Giao UBND tỉnh:", "II- Ban Bí thư yêu cầu các cấp ủy …:" bind all under it; a title in capitals nobody."""
    if kinds.is_capitals(draft.text):
        return []
    given = [body for group in draft.named.groups if group.how == "given" for body in group.bodies]
    return given or [body for body in draft.named.leads if not body.generic]


def _orders_before(draft: Draft) -> bool:
    """ "Giao X hoàn chỉnh báo cáo; tập trung các nhiệm vụ sau:": what stands before the mark is ordered for itself."""
    mark = max(draft.text.rfind("; "), draft.text.rfind(". "))
    if draft.named.opened and kinds.HEEDS.match(draft.text[mark + 1 :]):
        return True
    if draft.named.groups and kinds.HEEDS_BELOW.search(draft.text):
        return True
    if any(group.bodies[0].end <= draft.unit.body + mark for group in draft.named.groups):
        return True
    framed = kinds.FRAMED.search(draft.text)
    between = draft.text[: framed.start()] if framed else ""
    ends = [body.end - draft.unit.body for group in draft.named.groups for body in group.bodies]
    own = between[max(ends) :] if ends and max(ends) < len(between) else ""
    return bool(own) and not kinds.CHARGES_ONLY.search(own)


def _told(parent: Draft) -> bool:
    return parent.kind is ItemKind.ASSESSMENT and parent.named.told


def _assesses(draft: Draft) -> bool:
    """What stands under it is told too: a title that says so, or a matter whose weight alone is told of."""
    weighs = not draft.named.groups and bool(kinds.WEIGHS.match(draft.text))
    return weighs or kinds.is_assessing_title(draft.text)


def _leads_in(drafts: Sequence[Draft], index: int) -> bool:
    """ "… yêu cầu X thực hiện các nhiệm vụ sau:" before a list."""
    text = drafts[index].text
    if not text.rstrip().endswith(":"):
        return False
    return bool(kinds.LEADS_IN.search(text[-200:])) or _stands_over_list(drafts, index)


def _has_own_verb(draft: Draft) -> bool:
    """ "Phòng Kinh tế: Tham mưu UBND xã: (1) …": what stands before the points is itself to be done."""
    said = draft.text.rstrip(" :").rpartition(": ")[2]
    own = draft.text.count(": ") > 0 and len(said) < 80 and not kinds.FRAME.search(draft.text)
    return own and bool(kinds.ADVISES.match(said))


def _stands_over_list(drafts: Sequence[Draft], index: int) -> bool:
    """ "Đề nghị UBND các tỉnh:" in a line of its own, and points beside it that bear labels."""
    draft = drafts[index]
    after = drafts[index + 1].unit if index + 1 < len(drafts) else None
    listed = after is not None and after.label is not None and after.parent == draft.unit.parent
    gives = bool(draft.named.groups) or bool(kinds.GIVES.search(draft.text))
    return draft.unit.label is None and listed and gives


def _address(drafts: Sequence[Draft], index: int, lead_in: list[Listed]) -> None:
    draft = drafts[index]
    above = _above(drafts, index, lead_in)
    own = draft.named.leads
    if (
        own
        and not _aside(draft, above)
        and not _leads_as_party(draft, above)
        and not _holds_office_there(own, above)
        and not (above and _aside_of_list(draft, lead_in))
        and not (above and _urges_anybody(draft))
    ):
        draft.leads = own if _opens_with_place(draft, own) else _same_body(own, above)
        draft.inherited = draft.leads is above
        first = draft.named.groups[0].bodies
        draft.addressee = draft.leads if draft.inherited else list(first)
        return
    draft.leads, draft.inherited, draft.addressee = above, True, above
    if draft.children and draft.named.via and kinds.is_title(draft.text) and len(draft.text) < 160:
        draft.addressee = draft.named.via


_PARTY = re.compile(r"ủy\b(?! ban)|uỷ\b(?! ban)|chi bộ", re.IGNORECASE)


def _leads_as_party(draft: Draft, above: Sequence[Listed]) -> bool:
    """ "Lãnh đạo UBND xã đẩy nhanh …" under a Party committee: its verb, no leader of UBND."""
    verb = draft.text.startswith("Lãnh đạo ") and len(draft.named.groups) == 1
    return verb and any(_PARTY.search(body.text) for body in above)


_HEADS = frozenset(
    {
        "trưởng phòng",
        "thủ trưởng",
        "thủ trưởng đơn vị",
        "thủ trưởng cơ quan",
        "chánh văn phòng",
        "giám đốc",
    }
)


def _holds_office_there(own: Sequence[Listed], above: Sequence[Listed]) -> bool:
    """ "Giao Trưởng phòng trực tiếp chỉ đạo" under "Phòng Kế hoạch": the body answers by its head."""
    heads = all(body.text.lower() in _HEADS for body in own)
    return heads and bool(above) and not _in_general(above)


def _aside_of_list(draft: Draft, lead_in: Sequence[Listed]) -> bool:
    """ "Tiếp thu ý kiến của A, B, C tiếp tục …": where whom it binds is said above, C only ends the list."""
    bound = draft.unit.parent is not None or bool(lead_in)
    return bound and all(group.how == "aside" for group in draft.named.groups)


def _urges_anybody(draft: Draft) -> bool:
    """ "(1) Yêu cầu tập thể, cá nhân có lỗi …" inside X's task: X is to demand it."""
    return draft.inline and all(
        group.how == "given"
        and all(body.generic and body.text[0].islower() for body in group.bodies)
        for group in draft.named.groups
    )


def _aside(draft: Draft, above: Sequence[Listed]) -> bool:
    """The item opens with a duty of the body above; a later sentence about bodies in general adds none."""
    generic = all(body.generic for body in draft.named.leads)
    first_stop = draft.text.find(". ")
    later = first_stop > 0 and draft.named.groups[0].bodies[0].start > draft.unit.body + first_stop
    return draft.named.opened and bool(above) and generic and later


def _above(drafts: Sequence[Draft], index: int, lead_in: list[Listed]) -> list[Listed]:
    draft = drafts[index]
    if draft.unit.parent is not None:
        return _above_in(drafts, index, drafts[draft.unit.parent])
    if (
        draft.unit.label is None
        and index
        and drafts[index - 1].kind is ItemKind.DIRECTIVE
        and not lead_in
        and not kinds.COUNTED.match(draft.text)
    ):
        return drafts[index - 1].addressee
    return lead_in


def _above_in(drafts: Sequence[Draft], index: int, parent: Draft) -> list[Listed]:
    """Whom the item above binds. A sentence that leads in between them says it anew; and where the item itself names
    nobody in particular, the body that the point before names goes on.
    """
    if parent.led_in:
        return parent.led_in
    place = bisect_left(parent.children, index)
    before = drafts[parent.children[place - 1]] if place else parent
    loose = parent.inherited and _in_general(parent.addressee)
    labelled = drafts[index].unit.label is not None
    goes_on = before is not parent and before.kind is ItemKind.DIRECTIVE
    named = goes_on and not _in_general(before.addressee)
    return before.addressee if loose and labelled and named else parent.addressee


def _in_general(bodies: Sequence[Listed]) -> bool:
    return all(body.generic for body in bodies)


def _opens_with_place(draft: Draft, own: Sequence[Listed]) -> bool:
    """ "Tỉnh cần tập trung …": the paper's own word for whom it speaks to."""
    return own[0].text.lower() in PLACES and draft.named.groups[0].opens == "item"


def _same_body(own: list[Listed], above: list[Listed]) -> list[Listed]:
    """ "Đảng ủy" in the text is the "Đảng ủy phường …" that the lead-in names."""
    if len(own) != 1 or not above or not own[0].bare:
        return own
    short = own[0].text.lower().removeprefix("các ")
    if short != own[0].text.lower():
        same = len(above) > 1 and all(short in body.text.lower() for body in above)
        return above if same else own
    whole = [body for body in above if short in body.text.lower().split(",")[0]]
    return above if whole and len(above) == 1 else own


def _kind(drafts: Sequence[Draft], index: int) -> ItemKind:
    draft = drafts[index]
    text, named = draft.text, draft.named
    if draft.unit.label is None and kinds.is_closing(text, last=index >= len(drafts) - 2):
        return ItemKind.CLOSING
    if _fits_contents(draft, drafts) or (named.asked and not named.groups):
        return ItemKind.ASSESSMENT
    if text.rstrip().endswith(":") and (draft.children or _leads_in(drafts, index)):
        return _kind_before_list(drafts, index)
    if draft.children and _bare_heading(draft):
        return ItemKind.HEADING
    if named.heading and len(named.groups) == 1:
        alone = draft.children or len(draft.unit.paragraphs) == 1
        return ItemKind.HEADING if alone else ItemKind.DIRECTIVE
    if draft.assessing or named.told or kinds.tells(text):
        matter = draft.unit.parent is not None and kinds.is_matter(drafts[draft.unit.parent].text)
        return _kind_of_telling(draft, matter=matter)
    if draft.unit.parent is not None and _is_decided(draft, drafts[draft.unit.parent]):
        return ItemKind.ASSESSMENT
    return _kind_of_order(draft)


def _is_decided(draft: Draft, parent: Draft) -> bool:
    """ "Đồng ý với các nội dung sau:" and its points: what was agreed, unless a point gives it to somebody."""
    if not kinds.decides(parent.text):
        return False
    listed = bool(kinds.AGREED_LIST.search(parent.text)) and not parent.named.groups
    return not draft.named.orders or (listed and not draft.named.groups and not draft.deadlines)


def _fits_contents(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """A point that says how the task above is to be done: "… theo các nguyên tắc sau:" and (1), (2), (3)."""
    if draft.unit.parent is None or draft.children:
        return False
    parent = drafts[draft.unit.parent]
    given = any(group.how == "given" for group in draft.named.groups)
    return parent.kind is ItemKind.DIRECTIVE and not given and _states_contents(parent)


def _states_contents(draft: Draft) -> bool:
    ordered = draft.named.opened or draft.named.groups
    return bool(ordered and draft.children and kinds.CONTENTS.search(draft.text[-160:]))


def _kind_of_telling(draft: Draft, *, matter: bool) -> ItemKind:
    """Under a `matter` of the agenda what happened and what is to be done stand side by side."""
    ordering = [group for group in draft.named.groups if draft.named.orders_by(group)]
    if draft.assessing and not (matter and ordering and ordering[0].opens == "item"):
        ordering = [
            group for group in ordering if _gives_in_a_sentence(group) or _dated(draft, group)
        ]
    return ItemKind.DIRECTIVE if ordering else ItemKind.ASSESSMENT


def _dated(draft: Draft, group: Group) -> bool:
    """ "Đề nghị người đứng đầu các đơn vị này … trước ngày 25/5": whoever they are, they have a day."""
    begin = group.bodies[0].start
    ordered = group.how == "given" or (group.how == "duty" and group.opens == "item")
    return ordered and any(one.due_on and one.start > begin for one in draft.deadlines)


def _gives_in_a_sentence(group: Group) -> bool:
    """ "… chưa hoàn thành. Yêu cầu X làm rõ trách nhiệm": an order that stands among what is told."""
    named = not all(body.generic for body in group.bodies)
    return group.how == "given" and group.opens in ("sentence", "item") and named


def _kind_of_order(draft: Draft) -> ItemKind:
    text, named = draft.text, draft.named
    if draft.unit.label is None and draft.unit.parent is None and _only_reports(draft):
        return ItemKind.ASSESSMENT
    if named.groups or named.orders:
        return ItemKind.DIRECTIVE
    if kinds.QUANTITY_START.match(text):
        return ItemKind.ASSESSMENT
    counted = draft.unit.section is not None and kinds.COUNTED.match(text)
    if draft.unit.label is None and draft.unit.parent is None and not counted:
        ordered = bool(draft.deadlines) and not kinds.PAST.search(text[:80])
        return (
            ItemKind.DIRECTIVE
            if ordered or kinds.STANDING_START.match(text)
            else ItemKind.ASSESSMENT
        )
    if draft.leads and not (draft.children and kinds.is_title(text)):
        return ItemKind.DIRECTIVE
    if draft.children and kinds.is_title(text):
        return ItemKind.HEADING
    return (
        ItemKind.DIRECTIVE if draft.deadlines or kinds.MODAL.search(text) else ItemKind.ASSESSMENT
    )


def _only_reports(draft: Draft) -> bool:
    """A loose paragraph that speaks of what was done ("… đã nỗ lực …") and gives nothing to anybody."""
    soft = all(
        group.how == "duty" and group.opens not in ("item", ",") for group in draft.named.groups
    )
    return soft and bool(kinds.DONE.search(draft.text[:220]))


def _bare_heading(draft: Draft) -> bool:
    """A title over items that say themselves who acts, or a body's name over its tasks."""
    if not kinds.is_title(draft.text):
        return False
    named = draft.named
    return not named.groups or named.heading or len(draft.text) < 120


def _kind_before_list(drafts: Sequence[Draft], index: int) -> ItemKind:
    """What ends in a colon is a heading, unless it orders something of its own."""
    draft = drafts[index]
    under = [drafts[child] for child in draft.children] or drafts[index + 1 : index + 8]
    stepped = draft.named.groups and kinds.STEPS.search(draft.text)
    if not draft.assessing and (stepped or _states_contents(draft)):
        return ItemKind.DIRECTIVE
    if draft.named.told:
        given = any(_gives_in_a_sentence(group) for group in draft.named.groups)
        return ItemKind.DIRECTIVE if given else ItemKind.ASSESSMENT
    if draft.assessing or kinds.tells(draft.text):
        return ItemKind.HEADING
    if not draft.named.groups and not draft.leads:
        before_last = draft.text.rpartition(". ")[0]
        orders = any(one.due_on for one in draft.deadlines) or kinds.MODAL.search(before_last)
        return ItemKind.DIRECTIVE if orders else ItemKind.HEADING
    if draft.text.rstrip().endswith("chỉ đạo:"):
        return ItemKind.HEADING
    if any(child.inline for child in under) and _has_own_verb(draft):
        return ItemKind.DIRECTIVE
    ordering = [child for child in under if child.named.orders or child.named.groups]
    if not ordering and draft.children:
        return ItemKind.DIRECTIVE
    if draft.unit.label and _orders_before(draft):
        return ItemKind.DIRECTIVE
    explicit = [child for child in under if child.named.groups]
    own = bool(draft.named.groups) and len(explicit) * 2 > len(under) and len(draft.text) > 250
    dated = any(one.due_on for one in draft.deadlines) and bool(draft.named.groups or draft.leads)
    return ItemKind.DIRECTIVE if own or dated else ItemKind.HEADING
