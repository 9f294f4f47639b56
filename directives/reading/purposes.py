"""What a draft is for: heading, assessment, directive or closing, by its own words and by what it stands among."""

from collections.abc import Sequence

from directives.reading import kinds
from directives.reading.addressees import Group
from directives.reading.drafts import Draft
from directives.reading.model import OVERDUE, ItemKind

OPENING = 5  # characters; a day told before is the sentence's own ("Từ nay đến cuối năm, …")


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


def leads_in(drafts: Sequence[Draft], index: int) -> bool:
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


def kind_of(drafts: Sequence[Draft], index: int) -> ItemKind:
    draft = drafts[index]
    text, named = draft.text, draft.named
    if draft.unit.label is None and kinds.is_closing(text, last=index >= len(drafts) - 2):
        return ItemKind.CLOSING
    if (
        kinds.is_note(text)
        and not named.groups
        and (draft.unit.label is None or not draft.children)
    ):
        return ItemKind.ASSESSMENT
    if _fits_contents(draft, drafts) or (named.asked and not named.groups):
        return ItemKind.ASSESSMENT
    if text.rstrip().endswith(":") and (draft.children or leads_in(drafts, index)):
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
    orders = draft.named.groups or draft.named.opened or kinds.MODAL.search(draft.text)
    if kinds.REPORTED.search(parent.text[-60:]) and not orders:
        return parent.kind is ItemKind.DIRECTIVE
    return parent.kind is ItemKind.DIRECTIVE and not given and _states_contents(parent)


def _states_contents(draft: Draft) -> bool:
    ordered = draft.named.opened or draft.named.groups
    return bool(ordered and draft.children and kinds.CONTENTS.search(draft.text[-160:]))


def _kind_of_telling(draft: Draft, *, matter: bool) -> ItemKind:
    """Under a `matter` of the agenda what happened and what is to be done stand side by side."""
    ordering = [group for group in draft.named.groups if draft.named.orders_by(group)]
    if kinds.TELLING_START.match(draft.text) and kinds.DONE.search(draft.text[:400]):
        ordering = [group for group in ordering if group.how == "given" or group.later]
    if draft.assessing and not (matter and ordering and ordering[0].opens == "item"):
        ordering = [
            group for group in ordering if _gives_in_a_sentence(group) or _dated(draft, group)
        ]
    return ItemKind.DIRECTIVE if ordering else ItemKind.ASSESSMENT


def _dated(draft: Draft, group: Group) -> bool:
    """ "Đề nghị người đứng đầu các đơn vị này … trước ngày 25/5": whoever they are, they have a day."""
    begin = group.bodies[0].start
    ordered = group.how == "given" or (group.how == "duty" and group.opens == "item")
    return ordered and any(
        one.due_on and one.start > begin and one.doubt != OVERDUE for one in draft.deadlines
    )


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
        begin = draft.unit.body + OPENING
        orders = any(
            one.due_on and one.start > begin for one in draft.deadlines
        ) or kinds.MODAL.search(before_last)
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
    begin = draft.unit.body + OPENING
    dated = any(one.due_on and one.start > begin for one in draft.deadlines)
    dated = dated and bool(draft.named.groups or draft.leads)
    return ItemKind.DIRECTIVE if own or dated else ItemKind.HEADING
