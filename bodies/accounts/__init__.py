"""Offices and their settings; people, their passwords and their roles.

The only writer of these rows outside the demo. Who may is asked at the door (permissions.Realm).
Passwords are returned once, to be shown to one person; they never enter the ledger or a log.

offices     set up, and their settings changed
people      added, corrected, locked, given a new password
roles       given and ended; the last administrator stays
signing_in  user names and passwords
changing    what all of them share
"""

from bodies.accounts.changing import AccountRefused
from bodies.accounts.offices import NewOffice, open_office, revise_office
from bodies.accounts.people import (
    add_person,
    change_password,
    lock,
    reset_password,
    revise_person,
    unlock,
)
from bodies.accounts.roles import end_role, give_role
from bodies.accounts.signing_in import NewPerson, free_username, new_password

__all__ = [
    "AccountRefused",
    "NewOffice",
    "NewPerson",
    "add_person",
    "change_password",
    "end_role",
    "free_username",
    "give_role",
    "lock",
    "new_password",
    "open_office",
    "reset_password",
    "revise_office",
    "revise_person",
    "unlock",
]
