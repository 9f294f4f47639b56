"""The event chain: nobody without the key changes, cuts or writes history anew unseen."""

import enum
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.db.models import F
from django.db.transaction import TransactionManagementError
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from bodies import ledger
from bodies.models import Body, ChainHead, Event, Role, User
from tests.factories import at, make_body, make_user

NOW = at("2026-03-10", "09:30")
values = st.dictionaries(
    st.text(st.characters(exclude_categories=("Cs", "Cc"))),
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text("aăđẾ \"\\'{}", max_size=9),
)


def tell(*notes: str) -> list[Event]:
    """A chain of events on one body."""
    body, by = make_body(), make_user()
    return [ledger.record("revise_body", body, at=NOW, by=by, note=note) for note in notes]


@pytest.mark.django_db
def test_each_event_follows_from_the_one_before() -> None:
    first, second, third = tell("một", "hai", "ba")

    assert [e.sequence for e in (first, second, third)] == [1, 2, 3]
    assert [second.previous_hash, third.previous_hash] == [first.hash, second.hash]
    assert ChainHead.objects.get().hash == third.hash
    assert ledger.broken_at() is None


@pytest.mark.django_db
def test_many_rows_are_told_in_order_in_the_same_chain() -> None:
    one, two = make_body("Một"), make_body("Hai")
    tell("trước")

    with transaction.atomic():
        ledger.record_all(
            "revise_body", [(one, {"n": 1}, {}), (two, {}, {"n": 2})], at=NOW, by=None, note="cùng"
        )
    ledger.record("revise_body", one, at=NOW, by=None, note="sau")

    told = [(e.sequence, e.row, e.note, e.before, e.after) for e in Event.objects.all()[1:]]
    assert told == [
        (2, str(one.key), "cùng", {"n": 1}, {}),
        (3, str(two.key), "cùng", {}, {"n": 2}),
        (4, str(one.key), "sau", {}, {}),
    ]
    assert ledger.broken_at() is None


@pytest.mark.django_db
def test_an_empty_chain_holds() -> None:
    assert ledger.broken_at() is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"note": "khác"}, id="words"),
        pytest.param({"verb": "accept"}, id="verb"),
        pytest.param({"row": "khác"}, id="row"),
        pytest.param({"kind": "notice"}, id="kind"),
        pytest.param({"at": at("2026-03-09")}, id="moment"),
        pytest.param({"by": None}, id="person"),
        pytest.param({"after": {"status": "completed"}}, id="after"),
        pytest.param({"before": {"status": "sent"}}, id="before"),
        pytest.param({"hash": "0" * 64}, id="hash"),
        pytest.param({"sequence": 9}, id="number"),
    ],
)
def test_a_changed_event_is_found(change: dict[str, Any]) -> None:
    tell("một", "hai", "ba")
    Event.objects.filter(sequence=2).update(**change)

    assert ledger.broken_at() == 2


@pytest.mark.django_db
def test_an_event_put_to_another_person_is_found() -> None:
    tell("một", "hai")
    Event.objects.filter(sequence=2).update(acting_for=make_user())

    assert ledger.broken_at() == 2


@pytest.mark.django_db
def test_a_dropped_event_is_found_even_when_the_numbers_close_up() -> None:
    tell("một", "hai", "ba")
    Event.objects.filter(sequence=2).delete()
    dropped = ledger.broken_at()
    Event.objects.filter(sequence=3).update(sequence=2)

    assert (dropped, ledger.broken_at()) == (2, 2)


@pytest.mark.django_db
def test_a_cut_end_is_found() -> None:
    tell("một", "hai", "ba")
    Event.objects.filter(sequence__gte=2).delete()

    assert ledger.broken_at() == 2


@pytest.mark.django_db
def test_a_cut_head_is_found() -> None:
    first, _ = tell("một", "hai")
    ChainHead.objects.update(sequence=1, hash=first.hash)
    behind = ledger.broken_at()
    ChainHead.objects.all().delete()

    assert (behind, ledger.broken_at()) == (2, 1)


@pytest.mark.django_db
def test_a_chain_recomputed_under_another_key_is_found(settings: Settings) -> None:
    real, settings.LEDGER_KEY = settings.LEDGER_KEY, "a key the forger made up"
    tell("một", "hai")
    forged = ledger.broken_at()
    settings.LEDGER_KEY = real

    assert (forged, ledger.broken_at()) == (None, 1)


@pytest.mark.django_db
def test_a_copied_event_at_the_end_is_found() -> None:
    tell("một", "hai")
    last = Event.objects.get(sequence=2)
    Event.objects.bulk_create(
        [Event(sequence=3, at=NOW, verb="accept", row=last.row, previous_hash=last.hash, hash="f")]
    )

    assert ledger.broken_at() == 3


class Colour(enum.StrEnum):
    RED = "red"


@pytest.mark.django_db
def test_values_of_every_type_come_back_as_they_were_sealed() -> None:
    told = {
        "day": date(2026, 3, 10),
        "moment": NOW,
        "number": Decimal("1.50"),
        "key": UUID(int=7),
        "choice": Role.CLERK,
        "enum": Colour.RED,
        "none": None,
        "list": [1, "đất"],
        3: "a number as key",
    }
    ledger.record("revise_body", make_body(), at=NOW, by=None, before={}, after=told)  # type: ignore[arg-type]

    assert Event.objects.get().after == {
        "day": "2026-03-10",
        "moment": "2026-03-10T09:30:00+07:00",
        "number": "1.50",
        "key": "00000000-0000-0000-0000-000000000007",
        "choice": "clerk",
        "enum": "red",
        "none": None,
        "list": [1, "đất"],
        "3": "a number as key",
    }
    assert ledger.broken_at() is None


@pytest.mark.django_db
@given(values)
def test_whatever_is_told_the_chain_holds(told: dict[str, Any]) -> None:
    with transaction.atomic():
        ledger.record("revise_body", make_body(), at=NOW, by=None, after=told)

        assert ledger.broken_at() is None


@pytest.mark.django_db
def test_history_is_of_one_row_newest_first() -> None:
    body, other, by = make_body(), make_body(), make_user()
    for row, note in ((body, "một"), (other, "khác"), (body, "hai"), (by, "người")):
        ledger.record("revise_body", row, at=NOW, by=by, note=note)

    assert [e.note for e in ledger.history(body)] == ["hai", "một"]


@pytest.mark.django_db(transaction=True)
def test_history_is_written_inside_the_transaction_of_what_it_tells() -> None:
    body = make_body()

    with pytest.raises(TransactionManagementError):
        ledger.record("revise_body", body, at=NOW, by=None)

    assert Event.objects.count() == 0


@pytest.mark.django_db
def test_what_is_rolled_back_leaves_no_event() -> None:
    tell("một")
    with transaction.atomic():
        tell("hai")
        transaction.set_rollback(True)

    assert list(Event.objects.values_list("note", flat=True)) == ["một"]
    assert ledger.broken_at() is None


@pytest.mark.django_db
def test_people_and_rows_are_named_by_their_keys_not_their_ids() -> None:
    """Ids differ after a restore; the chain must hold all the same."""
    (event,) = tell("một")
    body, by = Body.objects.get(), User.objects.get()
    moved = User.objects.create(pk=by.pk + 1000, username="moi", full_name="Người khác")
    User.objects.filter(pk=by.pk).update(key=UUID(int=1), username="cu")
    User.objects.filter(pk=moved.pk).update(key=by.key)
    Event.objects.update(by=F("by_id") + 1000)

    assert event.row == str(body.key)
    assert ledger.broken_at() is None
