"""What all of them share: the refusal, the row under its lock, a change with its event."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bodies import ledger
from bodies.models import Office, User


class AccountRefused(Exception):
    """The account cannot be changed so. Says why and what to do, for the user."""


def locked_row(user: User) -> User:
    """The person read again under a lock, as the row itself: `request.user` is a lazy stand-in."""
    return User.objects.select_for_update().get(pk=user.pk)


def revise(
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
