"""Bodies and their names, as the office comes to know them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from bodies import ledger
from bodies.folding import fold
from bodies.matching import key_of
from bodies.models import Body, BodyAlias, BodyGroup, Office, User


class RegistryRefused(Exception):
    """The directory cannot be changed so. Says why and what to do, for the user."""


# By the first words of a folded name; the longer opening is asked first.
KINDS: tuple[tuple[str, Body.Kind], ...] = (
    ("dang uy ", Body.Kind.PARTY_BODY),
    ("chi bo", Body.Kind.CELL),
    ("chi uy", Body.Kind.CELL),
    ("van phong", Body.Kind.STAFF),
    ("uy ban kiem tra", Body.Kind.STAFF),
    ("ban chi dao", Body.Kind.STEERING),
    ("ban chi huy quan su", Body.Kind.FORCES),
    ("cong an", Body.Kind.FORCES),
    ("quan su", Body.Kind.FORCES),
    ("hoi dong nhan dan", Body.Kind.COUNCIL),
    ("hdnd", Body.Kind.COUNCIL),
    ("uy ban nhan dan", Body.Kind.GOVERNMENT),
    ("ubnd", Body.Kind.GOVERNMENT),
    ("uy ban mat tran", Body.Kind.FRONT),
    ("mttq", Body.Kind.FRONT),
    ("mat tran", Body.Kind.FRONT),
    ("hoi ", Body.Kind.FRONT),
    ("doan thanh nien", Body.Kind.FRONT),
    ("doan tncs", Body.Kind.FRONT),
    ("phong ", Body.Kind.DEPARTMENT),
    ("ban ", Body.Kind.STAFF),
    ("truong ", Body.Kind.SERVICE),
    ("tram ", Body.Kind.SERVICE),
    ("trung tam", Body.Kind.SERVICE),
    ("to dan pho", Body.Kind.RESIDENTS),
    ("thon ", Body.Kind.RESIDENTS),
    ("dong chi", Body.Kind.POST),
    ("bi thu", Body.Kind.POST),
    ("pho bi thu", Body.Kind.POST),
    ("chu tich", Body.Kind.POST),
    ("pho chu tich", Body.Kind.POST),
)
# Asked first, with their marks: folded, a head is a school and a hamlet a board.
MARKED: tuple[tuple[str, Body.Kind], ...] = (
    ("trưởng ", Body.Kind.POST),
    ("bản ", Body.Kind.RESIDENTS),
)


def kind_of(name: str) -> Body.Kind:
    """Return the kind a name speaks of; OUTSIDE when it speaks of none known."""
    marked, folded = unicodedata.normalize("NFC", name).casefold().strip() + " ", fold(name) + " "
    told = [kind for opening, kind in MARKED if marked.startswith(opening)]
    told += [kind for opening, kind in KINDS if folded.startswith(opening)]
    return told[0] if told else Body.Kind.OUTSIDE


def counted(name: str) -> str:
    """Return what the name counts: "43 Tổ dân phố" tells of many "Tổ dân phố"; "" when it counts nothing.

    Such a name is a group's, never one body's.
    """
    found = re.fullmatch(r"0*(?:[2-9]|[1-9]\d+)\s+(\D.*)", " ".join(name.split()))
    return found[1] if found else ""


@transaction.atomic
def add_body(name: str, *, office: Office, at: datetime, by: User) -> Body:
    """Add a body under the office's committee; it has no account until somebody gives it one.

    The kind is what the name speaks of; both may be corrected by `revise_body`.
    """
    words = " ".join(name.split())
    body = Body.objects.create(
        name=words[:1].upper() + words[1:], kind=kind_of(words), parent=office.committee
    )
    ledger.record("add_body", body, at=at, by=by, after={"name": body.name, "kind": body.kind})
    return body


@transaction.atomic
def revise_body(body: Body, values: Mapping[str, Any], *, at: datetime, by: User) -> None:
    """Correct what is known of a body. Names printed in papers already issued stay as issued.

    Raises RegistryRefused when the body would stand under itself.
    """
    current = Body.objects.select_for_update(of=("self",)).get(pk=body.pk)
    above = values.get("parent")
    if above and Body.objects.subtree([current.pk]).filter(pk=above.pk).exists():
        raise RegistryRefused("Đơn vị không thể trực thuộc chính nó hoặc đơn vị cấp dưới của nó.")
    before = {name: getattr(current, name) for name in values}
    for name, value in values.items():
        setattr(current, name, value)
    current.save()
    changed = [name for name, value in values.items() if before[name] != value]
    ledger.record(
        "revise_body",
        current,
        at=at,
        by=by,
        before={name: str(before[name] or "") for name in changed},
        after={name: str(values[name] or "") for name in changed},
    )


@transaction.atomic
def save_group(
    name: str,
    members: Sequence[Body],
    *,
    office: Office,
    group: BodyGroup | None = None,
    at: datetime,
    by: User,
) -> BodyGroup:
    """Name a group of bodies, or change it. Notices issued before keep the members they had.

    Raises RegistryRefused for a name that another group of the office bears, and for no members.
    """
    if not members:
        raise RegistryRefused("Nhóm cần ít nhất một đơn vị thành viên.")
    same = BodyGroup.objects.filter(office=office, folded=fold(name)).first()
    if same and same != group:
        raise RegistryRefused(f"Đã có nhóm tên “{name}”. Hãy sửa nhóm đó hoặc đặt tên khác.")
    saved = group or BodyGroup(office=office)
    saved.name = name
    saved.save()
    saved.members.set(members)
    names = [body.name for body in members]
    ledger.record("save_group", office, at=at, by=by, note=name, after={"members": names})
    return saved


@transaction.atomic
def learn_alias(words: str, body: Body, *, office: Office, at: datetime, by: User) -> None:
    """The clerk says that these printed words mean this body: from now on they do, for this office."""
    own = BodyAlias.objects.filter(office=office)
    known = next((alias for alias in own if key_of(alias.name) == key_of(words)), None)
    if known and known.body_id == body.pk:
        return
    if known:
        known.body = body
        known.save()
    else:
        BodyAlias.objects.create(office=office, body=body, name=words)
    ledger.record("learn_alias", body, at=at, by=by, note=words)


@transaction.atomic
def forget_alias(alias: BodyAlias, *, at: datetime, by: User) -> None:
    """The words were learnt by mistake: the next paper that holds them is asked about again."""
    ledger.record("forget_alias", alias.body, at=at, by=by, note=alias.name)
    alias.delete()
