"""Fixtures of the reminders' tests."""

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from tests.reminders import post_office
from tests.reminders.post_office import PostOffice


@pytest.fixture
def post(settings: Settings) -> Iterator[PostOffice]:
    """A mail server that takes everything, and the settings to reach it."""
    with post_office.running() as (post, port):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        yield post
