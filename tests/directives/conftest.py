"""A committee's office, two clerks, and a draft on the bench: items 1 (no task), 2 and 3."""

from typing import TYPE_CHECKING

import pytest

# The rows are made in desk.py: models cannot be imported before the settings are known.
if TYPE_CHECKING:
    from bodies.models import Office, User
    from directives.models import Item, Notice


@pytest.fixture
def office(db: None) -> "Office":
    from tests.directives import desk

    return desk.make_committee_office()


@pytest.fixture
def clerk(office: "Office") -> "User":
    from tests.directives import desk

    return desk.make_clerk(office)


@pytest.fixture
def colleague(office: "Office") -> "User":
    from tests.directives import desk

    return desk.make_clerk(office)


@pytest.fixture
def draft(office: "Office", clerk: "User") -> "Notice":
    from tests.directives import desk

    return desk.make_draft(office, clerk)


@pytest.fixture
def second(draft: "Notice") -> "Item":
    return draft.items.get(path="2")


@pytest.fixture
def third(draft: "Notice") -> "Item":
    return draft.items.get(path="3")
