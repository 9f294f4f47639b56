"""An office with two bodies under its committee, and its clerk signed in."""

from typing import TYPE_CHECKING

import pytest

# Models cannot be imported before the settings are known.
if TYPE_CHECKING:
    from django.test import Client

    from bodies.models import Office, User


@pytest.fixture
def office(db: None) -> "Office":
    from tests.factories import make_body, make_office

    office = make_office()
    for name in ("UBND phường", "Công an phường"):
        make_body(name, parent=office.committee)
    return office


@pytest.fixture
def clerk(client: "Client", office: "Office") -> "User":
    from bodies.models import Role
    from tests.factories import make_person

    clerk = make_person(Role.CLERK, office=office)
    client.force_login(clerk)
    return clerk
