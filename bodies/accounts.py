"""Offices and their settings; people, their passwords and their roles.

The only writer of these rows outside the demo. Who may is asked at the door (permissions.Realm).
Passwords are returned once, to be shown to one person; they never enter the ledger or a log.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model, Q
from django.utils.timezone import localdate

from bodies import ledger
from bodies.folding import fold
from bodies.models import Body, Membership, Office, Role, User
from bodies.models.people import BODY_ROLES

USERNAME = re.compile(r"[a-z][a-z0-9._-]{2,49}")
# Typed with a Vietnamese keyboard on, such a word stays as it is: no Telex letter (d f j r s w x z),
# no vowel twice in a word, no digit after a letter (VNI), nothing that looks like another.
CONSONANTS, VOWELS, DIGITS = "bcghkmnptv", "aeiou", "23456789"
WORDS = 3


class AccountRefused(Exception):
    """The account cannot be changed so. Says why and what to do, for the user."""


@dataclass(frozen=True, slots=True)
class NewPerson:
    full_name: str
    username: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class NewOffice:
    """`term`: the committee's term in force, first and last day, where it is known."""

    name: str
    committee: str
    place: str
    symbol: str
    admin: NewPerson
    term: tuple[date, date] | None = None


def new_password() -> str:
    """A random password that can be read aloud and typed: "bemu-kota-hipe-7394", 44 bits."""
    words = [
        "".join(secrets.choice(CONSONANTS) + vowel for vowel in _two_vowels()) for _ in range(WORDS)
    ]
    return "-".join([*words, "".join(secrets.choice(DIGITS) for _ in range(4))])


def _two_vowels() -> str:
    first = secrets.choice(VOWELS)
    return first + secrets.choice(VOWELS.replace(first, ""))


def free_username(typed: str) -> str:
    """Return the name to sign in with, in small letters. Raises AccountRefused: ill-formed or taken."""
    username = typed.strip().lower()
    if not USERNAME.fullmatch(username):
        raise AccountRefused(
            "Tên đăng nhập có từ 3 đến 50 ký tự, bắt đầu bằng chữ cái, chỉ gồm chữ không dấu, "
            "chữ số và các dấu . _ - (không có khoảng trống)."
        )
    if User.objects.filter(username__iexact=username).exists():
        raise _taken(username)
    return username


@transaction.atomic
def open_office(new: NewOffice, *, at: datetime) -> tuple[Office, User, str]:
    """Set up an office with its committee, its staff body and one administrator; by the shell.

    Returns the administrator's first password too. Raises AccountRefused where the office, the
    committee or the administrator's user name is there already.
    """
    _refuse_known(new)
    password = new_password()
    admin = _create(new.admin, password)
    committee = Body.objects.create(
        name=new.committee, kind=Body.Kind.COMMITTEE, symbol=new.symbol, place=new.place
    )
    if new.term:  # the room above hangs its terms on a body; reached from the body, never imported
        first, last = new.term
        name = f"{first.year} - {last.year}"
        committee.terms.create(name=name, starts_on=first, ends_on=last)
    staff = Body.objects.create(name=new.name, kind=Body.Kind.STAFF, parent=committee)
    office = Office.objects.create(
        name=new.name, committee=committee, staff_body=staff, place=new.place, symbol=new.symbol
    )
    _appoint(admin, Role.ADMIN, office, on=localdate(at))
    told = {"name": office.name, "committee": committee.name, "admin": admin.username}
    ledger.record("open_office", office, at=at, by=None, after=told)
    return office, admin, password


@transaction.atomic
def revise_office(office: Office, values: Mapping[str, Any], *, at: datetime, by: User) -> bool:
    """Change settings of an office; return whether anything was different."""
    current = Office.objects.select_for_update(of=("self",)).get(pk=office.pk)
    return _revise("revise_office", current, values, at=at, by=by)


@transaction.atomic
def add_person(
    new: NewPerson, role: Role, place: Office | Body, *, at: datetime, by: User
) -> tuple[User, str]:
    """Add a person with a role from today on; return them with their first password.

    Raises AccountRefused for a user name that is taken, and for a role that is none of the place.
    """
    password = new_password()
    user = _create(new, password)
    _appoint(user, role, place, on=localdate(at))
    after = {"username": user.username, "full_name": user.full_name, **_told(role, place)}
    ledger.record("add_person", user, at=at, by=by, note=_words(role, place), after=after)
    return user, password


@transaction.atomic
def revise_person(user: User, values: Mapping[str, Any], *, at: datetime, by: User) -> bool:
    """Correct a person's name, e-mail or phone; return whether anything was different."""
    return _revise("revise_person", _locked_row(user), values, at=at, by=by)


@transaction.atomic
def lock(user: User, *, at: datetime, by: User) -> None:
    """Let the person in no longer, from their next click on; their roles and history stay.

    Raises AccountRefused for oneself and for an office's last administrator.
    """
    if user.pk == by.pk:
        raise AccountRefused("Bạn không thể tự khóa tài khoản của mình.")
    administered = user.memberships.filter(_administers_after(localdate(at))).values("office")
    _keep_an_administrator(administered, leaving=Q(user=user), on=localdate(at))
    current = _locked_row(user)
    if not current.is_active:
        raise AccountRefused(f"Tài khoản của {current} đã khóa từ trước.")
    _revise("lock", current, {"is_active": False}, at=at, by=by)


@transaction.atomic
def unlock(user: User, *, at: datetime, by: User) -> None:
    """Let the person in again, with the roles that are not over."""
    current = _locked_row(user)
    if current.is_active:
        raise AccountRefused(f"Tài khoản của {current} đang hoạt động.")
    _revise("unlock", current, {"is_active": True}, at=at, by=by)


@transaction.atomic
def give_role(user: User, role: Role, place: Office | Body, *, at: datetime, by: User) -> None:
    """A role from today on, until it is ended. Raises AccountRefused when the person has it."""
    current, on = _locked_row(user), localdate(at)
    same = current.memberships.filter(role=role, **_at(place))
    if same.filter(Q(valid_to=None) | Q(valid_to__gt=on)).exists():
        raise AccountRefused(f"{current} đã có vai trò {_words(role, place)}.")
    _appoint(current, role, place, on=on)
    after = _told(role, place)
    ledger.record("give_role", current, at=at, by=by, note=_words(role, place), after=after)


@transaction.atomic
def end_role(membership: Membership, *, at: datetime, by: User) -> None:
    """Today is the last day of the role.

    Raises AccountRefused for one not begun or over, for one's own last role of administrator,
    and where the office would be left without one.
    """
    on = localdate(at)
    if membership.role == Role.ADMIN:
        _refuse_own_last(membership, on=on, by=by)
        _keep_an_administrator([membership.office_id], leaving=Q(pk=membership.pk), on=on)
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
        note=_words(role, place),
        before={**_told(role, place), "valid_to": before},
        after={"valid_to": on},
    )


@transaction.atomic
def reset_password(user: User, *, at: datetime, by: User) -> str:
    """Give a new random password and return it; whoever is signed in as the person is signed out.

    Raises AccountRefused for oneself: one's own is changed by `change_password`.
    """
    if user.pk == by.pk:
        raise AccountRefused("Hãy đổi mật khẩu của chính mình ở trang Đổi mật khẩu.")
    password = new_password()
    _set_password("reset_password", user, password, at=at, by=by)
    return password


@transaction.atomic
def change_password(user: User, password: str, *, at: datetime) -> User:
    """One's own password, checked by the form; return the person as saved. Other sessions end."""
    return _set_password("change_password", user, password, at=at, by=user)


def _set_password(verb: str, user: User, password: str, *, at: datetime, by: User) -> User:
    current = _locked_row(user)
    current.set_password(password)
    current.save(update_fields=["password"])
    ledger.record(verb, current, at=at, by=by)
    return current


def _revise(
    verb: str, current: Office | User, values: Mapping[str, Any], *, at: datetime, by: User
) -> bool:
    """Save what differs, with its event; nothing at all when nothing does."""
    before = {name: getattr(current, name) for name in values}
    changed = [name for name, value in values.items() if before[name] != value]
    for name in changed:
        setattr(current, name, values[name])
    if changed:
        current.save(update_fields=changed)
        ledger.record(
            verb,
            current,
            at=at,
            by=by,
            before={name: before[name] for name in changed},
            after={name: values[name] for name in changed},
        )
    return bool(changed)


def _create(new: NewPerson, password: str) -> User:
    username = free_username(new.username)
    try:
        with transaction.atomic():  # a savepoint: two may take the name in the same moment
            return User.objects.create_user(
                username, password, full_name=new.full_name, email=new.email, phone=new.phone
            )
    except IntegrityError:
        raise _taken(username) from None


def _taken(username: str) -> AccountRefused:
    return AccountRefused(f"Tên đăng nhập “{username}” đã có người dùng. Hãy chọn tên khác.")


def _refuse_known(new: NewOffice) -> None:
    if fold(new.name) in map(fold, Office.objects.values_list("name", flat=True)):
        raise AccountRefused(f"Đã có văn phòng tên “{new.name}”; không tạo lại.")
    committees = Body.objects.filter(kind=Body.Kind.COMMITTEE, folded=fold(new.committee))
    if committees.exists():
        raise AccountRefused(f"Đã có cấp ủy tên “{new.committee}”. Hãy ghi tên đầy đủ khác.")


def _appoint(user: User, role: Role, place: Office | Body, *, on: date) -> None:
    if (role in BODY_ROLES) != isinstance(place, Body):
        raise AccountRefused(f"“{role.label}” không phải là vai trò ở {place}.")
    Membership.objects.create(user=user, role=role, valid_from=on, **_at(place))


def _refuse_own_last(membership: Membership, *, on: date, by: User) -> None:
    own = by.memberships.filter(_administers_after(on)).exclude(pk=membership.pk)
    if membership.user_id == by.pk and not own.exists():
        raise AccountRefused("Bạn không thể tự kết thúc vai trò Quản trị cuối cùng của mình.")


def _keep_an_administrator(offices: Any, *, leaving: Q, on: date) -> None:
    """Raise where an office would have nobody to administer it tomorrow. Locks the offices.

    The lock is taken in the order of ids: two administrators may end each other at once.
    """
    found = Office.objects.select_for_update(of=("self",)).filter(pk__in=offices)
    for office in found.order_by("pk"):
        others = Membership.objects.filter(_administers_after(on), office=office).exclude(leaving)
        if not others.exists():
            raise AccountRefused(
                f"{office} phải còn ít nhất một người quản trị. "
                "Hãy giao vai trò Quản trị cho người khác trước."
            )


def _administers_after(on: date) -> Q:
    """Memberships of administrators, in force and not ending on the day, of people not locked."""
    begun = Q(valid_from=None) | Q(valid_from__lte=on)
    goes_on = Q(valid_to=None) | Q(valid_to__gt=on)
    return begun & goes_on & Q(role=Role.ADMIN, user__is_active=True)


def _locked_row(user: User) -> User:
    """The person read again under a lock, as the row itself: `request.user` is a lazy stand-in."""
    return User.objects.select_for_update().get(pk=user.pk)


def _place(membership: Membership) -> Office | Body:
    place = membership.office or membership.body
    if place is None:  # held by the constraint membership_of_an_office_or_a_body
        raise ValueError(membership.pk)
    return place


def _at(place: Office | Body) -> dict[str, Model]:
    return {"body" if isinstance(place, Body) else "office": place}


def _told(role: Role, place: Office | Body) -> dict[str, str]:
    return {"role": role.value, "place": str(place.key)}


def _words(role: Role, place: Office | Body) -> str:
    return f"{role.label}, {place}"
