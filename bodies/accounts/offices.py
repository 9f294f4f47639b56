"""An office is set up with its first administrator; its settings are changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from bodies import ledger
from bodies.accounts.changing import AccountRefused, revise
from bodies.accounts.roles import appoint
from bodies.accounts.signing_in import NewPerson, create, new_password
from bodies.folding import fold
from bodies.models import Body, Office, Role, User


@dataclass(frozen=True, slots=True)
class NewOffice:
    """`term`: the committee's term in force, first and last day, where it is known."""

    name: str
    committee: str
    place: str
    symbol: str
    admin: NewPerson
    term: tuple[date, date] | None = None


@transaction.atomic
def open_office(new: NewOffice, *, at: datetime) -> tuple[Office, User, str]:
    """Set up an office with its committee, its staff body and one administrator; by the shell.

    Returns the administrator's first password too. Raises AccountRefused where the office, the
    committee or the administrator's user name is there already.
    """
    _refuse_known(new)
    password = new_password()
    admin = create(new.admin, password)
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
    appoint(admin, Role.ADMIN, office, on=localdate(at))
    told = {"name": office.name, "committee": committee.name, "admin": admin.username}
    ledger.record("open_office", office, at=at, by=None, after=told)
    return office, admin, password


@transaction.atomic
def revise_office(office: Office, values: Mapping[str, Any], *, at: datetime, by: User) -> bool:
    """Change settings of an office; return whether anything was different."""
    current = Office.objects.select_for_update(of=("self",)).get(pk=office.pk)
    return revise("revise_office", current, values, at=at, by=by)


def _refuse_known(new: NewOffice) -> None:
    if fold(new.name) in map(fold, Office.objects.values_list("name", flat=True)):
        raise AccountRefused(f"Đã có văn phòng tên “{new.name}”; không tạo lại.")
    committees = Body.objects.filter(kind=Body.Kind.COMMITTEE, folded=fold(new.committee))
    if committees.exists():
        raise AccountRefused(f"Đã có cấp ủy tên “{new.committee}”. Hãy ghi tên đầy đủ khác.")
