"""Roles given and ended; an office is never left without an administrator."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Model, Q
from django.utils.timezone import localdate

from bodies import ledger
from bodies.accounts.changing import AccountRefused, locked_row
from bodies.models import Body, Membership, Office, Role, User
from bodies.models.people import BODY_ROLES


@transaction.atomic
def give_role(user: User, role: Role, place: Office | Body, *, at: datetime, by: User) -> None:
    """A role from today on, until it is ended. Raises AccountRefused when the person has it."""
    current, on = locked_row(user), localdate(at)
    same = current.memberships.filter(role=role, **_at(place))
    if same.filter(Q(valid_to=None) | Q(valid_to__gt=on)).exists():
        raise AccountRefused(f"{current} đã có vai trò {words_of(role, place)}.")
    appoint(current, role, place, on=on)
    after = told_of(role, place)
    ledger.record("give_role", current, at=at, by=by, note=words_of(role, place), after=after)


@transaction.atomic
def end_role(membership: Membership, *, at: datetime, by: User) -> None:
    """Today is the last day of the role.

    Raises AccountRefused for one not begun or over, for one's own last role of administrator,
    and where the office would be left without one.
    """
    on = localdate(at)
    if membership.role == Role.ADMIN:
        _refuse_own_last(membership, on=on, by=by)
        keep_an_administrator([membership.office_id], leaving=Q(pk=membership.pk), on=on)
    current = Membership.objects.select_for_update(of=("self",)).get(pk=membership.pk)
    if current.valid_to and current.valid_to <= on:
        raise AccountRefused(f"Vai trò này đã kết thúc ngày {current.valid_to:%d/%m/%Y}.")
    if current.valid_from and current.valid_from > on:
        raise AccountRefused(
            f"Vai trò này đến ngày {current.valid_from:%d/%m/%Y} mới bắt đầu nên chưa thể kết thúc."
        )
    before, current.valid_to = current.valid_to, on
    current.save(update_fields=["valid_to"])
    role, place = Role(current.role), _place(current)
    ledger.record(
        "end_role",
        current.user,
        at=at,
        by=by,
        note=words_of(role, place),
        before={**told_of(role, place), "valid_to": before},
        after={"valid_to": on},
    )


def appoint(user: User, role: Role, place: Office | Body, *, on: date) -> None:
    if (role in BODY_ROLES) != isinstance(place, Body):
        raise AccountRefused(f"“{role.label}” không phải là vai trò ở {place}.")
    Membership.objects.create(user=user, role=role, valid_from=on, **_at(place))


def _refuse_own_last(membership: Membership, *, on: date, by: User) -> None:
    own = by.memberships.filter(administers_after(on)).exclude(pk=membership.pk)
    if membership.user_id == by.pk and not own.exists():
        raise AccountRefused("Bạn không thể tự kết thúc vai trò Quản trị cuối cùng của mình.")


def keep_an_administrator(offices: Any, *, leaving: Q, on: date) -> None:
    """Raise where an office would have nobody to administer it tomorrow. Locks the offices.

    The lock is taken in the order of ids: two administrators may end each other at once.
    """
    found = Office.objects.select_for_update(of=("self",)).filter(pk__in=offices)
    for office in found.order_by("pk"):
        others = Membership.objects.filter(administers_after(on), office=office).exclude(leaving)
        if not others.exists():
            raise AccountRefused(
                f"{office} phải còn ít nhất một người quản trị. "
                "Hãy giao vai trò Quản trị cho người khác trước."
            )


def administers_after(on: date) -> Q:
    """Memberships of administrators, in force and not ending on the day, of people not locked."""
    begun = Q(valid_from=None) | Q(valid_from__lte=on)
    goes_on = Q(valid_to=None) | Q(valid_to__gt=on)
    return begun & goes_on & Q(role=Role.ADMIN, user__is_active=True)


def _place(membership: Membership) -> Office | Body:
    place = membership.office or membership.body
    if place is None:  # held by the constraint membership_of_an_office_or_a_body
        raise ValueError(membership.pk)
    return place


def _at(place: Office | Body) -> dict[str, Model]:
    return {"body" if isinstance(place, Body) else "office": place}


def told_of(role: Role, place: Office | Body) -> dict[str, str]:
    return {"role": role.value, "place": str(place.key)}


def words_of(role: Role, place: Office | Body) -> str:
    return f"{role.label}, {place}"
