"""Fixtures of the reminders' tests."""

from collections.abc import Iterator

import pytest
from django.db import connections
from pytest_django.fixtures import Settings

from tests.reminders import post_office
from tests.reminders.post_office import PostOffice


def pytest_collection_modifyitems() -> None:
    """SQLite's test database is a file, not memory: threads and worker processes open it too."""
    default = connections["default"]
    if default.vendor == "sqlite" and not default.settings_dict["TEST"]["NAME"]:
        default.settings_dict["TEST"]["NAME"] = default.settings_dict["NAME"]


@pytest.fixture
def post(settings: Settings) -> Iterator[PostOffice]:
    """A mail server that takes everything, and the settings to reach it."""
    with post_office.running() as (post, port):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        yield post
