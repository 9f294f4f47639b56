"""The event chain: the only writer of history.

Each event carries an HMAC over itself and the event before it, under a key kept outside the
database (LEDGER_KEY): a line changed, dropped or recomputed by somebody without the key is found.
Call `record` last in a verb: it locks the head of the chain until the transaction ends.
"""

import hmac
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Max
from django.db.transaction import TransactionManagementError

from bodies.models import ChainHead, Event, Keyed, User


def record(
    verb: str,
    row: Keyed,
    *,
    at: datetime,
    by: User | None,
    acting_for: User | None = None,
    note: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Event:
    """Append what was done to `row`. Must run inside the transaction of what it tells of.

    `by` is None when the system acted by itself. Raises TransactionManagementError outside
    a transaction.
    """
    head = _locked_head()
    event = _next(
        head,
        verb,
        row,
        at=at,
        by=by,
        acting_for=acting_for,
        note=note,
        before=before or {},
        after=after or {},
    )
    event.save(force_insert=True)
    head.save()
    return event


def record_all(
    verb: str,
    told: Iterable[tuple[Keyed, Mapping[str, Any], Mapping[str, Any]]],
    *,
    at: datetime,
    by: User | None,
    note: str = "",
) -> None:
    """Append the same verb done to many rows, each with its before and after, in the order given.

    The same events as `record` a row would write; the head is locked and moved once.
    """
    head = _locked_head()
    events = [
        _next(head, verb, row, at=at, by=by, note=note, before=before, after=after)
        for row, before, after in told
    ]
    Event.objects.bulk_create(events, batch_size=500)
    head.save()


def _locked_head() -> ChainHead:
    if not transaction.get_connection().in_atomic_block:  # SQLite would not say so by itself
        raise TransactionManagementError("An event belongs to the transaction of what it tells of.")
    # get_or_create: an emptied database (a test, a restore) begins its chain anew.
    return ChainHead.objects.select_for_update().get_or_create(pk=1)[0]


def _next(
    head: ChainHead,
    verb: str,
    row: Keyed,
    *,
    at: datetime,
    by: User | None,
    acting_for: User | None = None,
    note: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> Event:
    """The event after the head's; the head moves to it, and neither is saved yet."""
    event = Event(
        sequence=head.sequence + 1,
        at=at,
        by=by,
        acting_for=acting_for,
        verb=verb,
        kind=_kind(row),
        row=str(row.key),
        note=note,
        before=_plain(before),
        after=_plain(after),
        previous_hash=head.hash,
    )
    event.hash = _seal(event)
    head.sequence, head.hash = event.sequence, event.hash
    return event


def history(row: Keyed) -> Iterator[Event]:
    """What was done to `row`, newest first."""
    events = Event.objects.filter(kind=_kind(row), row=str(row.key))
    return events.select_related("by", "acting_for").order_by("-sequence").iterator()


def broken_at() -> int | None:
    """Return the number of the first event that does not follow from the one before, or None.

    The head is checked too: events cut off at the end leave it pointing past the last one;
    then the number of the first one missing is returned.
    """
    previous, sequence = "", 0
    events = Event.objects.select_related("by", "acting_for").order_by("sequence")
    with transaction.atomic():
        # In this order, and no further than the head: verbs go on writing while this reads.
        newest = Event.objects.aggregate(newest=Max("sequence"))["newest"] or 0
        head = ChainHead.objects.filter(pk=1).first() or ChainHead()
        for event in events.filter(sequence__lte=head.sequence).iterator(chunk_size=2000):
            chained = event.sequence == sequence + 1 and event.previous_hash == previous
            if not chained or not hmac.compare_digest(event.hash, _seal(event)):
                return sequence + 1
            previous, sequence = event.hash, event.sequence
    whole = (head.sequence, head.hash) == (sequence, previous) and newest <= head.sequence
    return None if whole else sequence + 1


def _kind(row: Keyed) -> str:
    return type(row).__name__.lower()


def _seal(event: Event) -> str:
    told = [
        event.sequence,
        event.at.timestamp(),
        str(event.by.key) if event.by else None,
        str(event.acting_for.key) if event.acting_for else None,
        event.verb,
        event.kind,
        event.row,
        event.note,
        event.before,
        event.after,
        event.previous_hash,
    ]
    message = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hmac.new(settings.LEDGER_KEY.encode(), message.encode(), sha256).hexdigest()


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as the database will give them back, so that the seal is of what is stored."""
    stored: dict[str, Any] = json.loads(json.dumps(dict(values), cls=DjangoJSONEncoder))
    return stored
