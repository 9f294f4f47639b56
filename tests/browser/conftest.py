"""One house and one browser for all tests of this folder; each test gets an emptied database."""

from collections.abc import Iterator

import pytest

from tests.browser import house
from tests.browser.house import House


@pytest.fixture(scope="package")  # no longer: its worker would do the work of other tests
def home(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None) -> Iterator[House]:
    with (
        pytest.MonkeyPatch.context() as patch,
        house.running(tmp_path_factory.mktemp("house")) as running,
    ):
        # Playwright keeps an event loop in this thread; the tests' own queries do not run in it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield running
