"""People: added, corrected, locked out and let in again, given a new password."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from bodies import ledger
from bodies.accounts.changing import AccountRefused, locked_row, revise
from bodies.accounts.roles import (
    administers_after,
    appoint,
    keep_an_administrator,
    told_of,
    words_of,
)
from bodies.accounts.signing_in import NewPerson, create, new_password
from bodies.models import Body, Office, Role, User


@transaction.atomic
def add_person(
    new: NewPerson, role: Role, place: Office | Body, *, at: datetime, by: User
) -> tuple[User, str]:
    """Add a person with a role from today on; return them with their first password.

    Raises AccountRefused for a user name that is taken, and for a role that is none of the place.
    """
    password = new_password()
    user = create(new, password)
    appoint(user, role, place, on=localdate(at))
    after = {"username": user.username, "full_name": user.full_name, **told_of(role, place)}
    ledger.record("add_person", user, at=at, by=by, note=words_of(role, place), after=after)
    return user, password


@transaction.atomic
def revise_person(user: User, values: Mapping[str, Any], *, at: datetime, by: User) -> bool:
    """Correct a person's name, e-mail or phone; return whether anything was different."""
    return revise("revise_person", locked_row(user), values, at=at, by=by)


@transaction.atomic
def lock(user: User, *, at: datetime, by: User) -> None:
    """Let the person in no longer, from their next click on; their roles and history stay.

    Raises AccountRefused for oneself and for an office's last administrator.
    """
    if user.pk == by.pk:
        raise AccountRefused("Bạn không thể tự khóa tài khoản của mình.")
    administered = user.memberships.filter(administers_after(localdate(at))).values("office")
    keep_an_administrator(administered, leaving=Q(user=user), on=localdate(at))
    current = locked_row(user)
    if not current.is_active:
        raise AccountRefused(f"Tài khoản của {current} đã khóa từ trước.")
    revise("lock", current, {"is_active": False}, at=at, by=by)


@transaction.atomic
def unlock(user: User, *, at: datetime, by: User) -> None:
    """Let the person in again, with the roles that are not over."""
    current = locked_row(user)
    if current.is_active:
        raise AccountRefused(f"Tài khoản của {current} đang hoạt động.")
    revise("unlock", current, {"is_active": True}, at=at, by=by)


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
    current = locked_row(user)
    current.set_password(password)
    current.save(update_fields=["password"])
    ledger.record(verb, current, at=at, by=by)
    return current
