"""Settles what each draft is for and whom it binds, from the top of the paper to its foot."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from directives.reading import kinds
from directives.reading.drafts import Draft
from directives.reading.labels import Style
from directives.reading.lists import Listed
from directives.reading.model import ItemKind
from directives.reading.purposes import kind_of, leads_in
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
        if draft.unit.parent is None and label is None and leads_in(drafts, index):
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
        draft.kind = kind_of(drafts, index)
        if parent is not None and label is None and draft.text.rstrip().endswith(":"):
            parent.led_in = draft.addressee
        draft.supposed = bool(draft.leads) and draft.leads is host
        if draft.inherited and parent is not None and not draft.named.coordinating:
            draft.coordinators = _coordinators_of(parent)
        _forget_told_days(draft)
        if draft.kind is not ItemKind.DIRECTIVE:
            draft.leads = []
        elif draft.unit.parent is None and label is None and leads_in(drafts, index):
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


def _told(parent: Draft) -> bool:
    return parent.kind is ItemKind.ASSESSMENT and parent.named.told


def _assesses(draft: Draft) -> bool:
    """What stands under it is told too: a title that says so, or a matter whose weight alone is told of."""
    weighs = not draft.named.groups and bool(kinds.WEIGHS.match(draft.text))
    return weighs or kinds.is_assessing_title(draft.text)


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
        and not _hands_on(draft, above)
        and not _adds_in_general(draft, above)
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


def _hands_on(draft: Draft, above: Sequence[Listed]) -> bool:
    """ "Lập danh sách tàu cá, giao chính quyền cấp xã quản lý" under a body: it is to hand that on itself."""
    handed = all(group.how == "given" and group.opens == "-," for group in draft.named.groups)
    return draft.named.opened and handed and bool(above) and not _in_general(above)


def _adds_in_general(draft: Draft, above: Sequence[Listed]) -> bool:
    """ "Chỉ đạo dự trữ hàng hóa …; các địa phương chưa báo cáo phải gửi …" under a body's name: it stays that body's."""
    general = all(
        group.opens == ";" and all(body.generic and body.text[0].islower() for body in group.bodies)
        for group in draft.named.groups
    )
    return general and bool(above) and not _in_general(above)


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
