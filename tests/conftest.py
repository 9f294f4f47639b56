"""The ground every test stands on: servers, settings, what is run and what may be skipped.

pytest              everything, on a PostgreSQL and a Redis that live as long as the run
pytest --embedded   the same on SQLite and a broker in a folder
"""

import builtins
import os
import re
import shutil
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings as hypothesis_settings

from tests.services import ServerMissing, postgresql, redis_server

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
EXAMPLE = ROOT / ".env.example"  # names every variable the settings read
IN_CI = os.environ.get("CI", "") not in ("", "0", "false")
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_serialized_rollback", "live_server"}
NO_SERVERS = pytest.StashKey[str]()

# A slow machine is no failure, and what failed in CI must fail again at home.
hypothesis_settings.register_profile("house", deadline=None, derandomize=IN_CI)
hypothesis_settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--embedded", action="store_true", help="SQLite and a broker in a folder, no servers"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Set the environment before the settings are read; pytest-django sets Django up right after."""
    if config.option.help or config.option.version:
        return
    stack = ExitStack()
    config.add_cleanup(stack.close)
    for name in re.findall(r"^(\w+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE):
        os.environ.pop(name, None)
    os.environ.update(
        DATA_DIR=stack.enter_context(TemporaryDirectory(prefix="dondoc-tests-")),
        SECRET_KEY="a key for tests, which sign nothing that lasts",
        LEDGER_KEY="a key for tests, which chain nothing that lasts",
        PLAIN_HTTP="1",
        DJANGO_SETTINGS_MODULE="config.settings",
    )
    if not config.option.embedded:
        try:
            os.environ["DATABASE_URL"] = stack.enter_context(postgresql())
            os.environ["REDIS_URL"] = stack.enter_context(redis_server())
        except ServerMissing as reason:
            config.stash[NO_SERVERS] = str(reason)
    from django.conf import settings  # not sooner: reading them takes the environment as it is

    database = settings.DATABASES["default"]
    if config.option.embedded:  # a file, not memory: threads and worker processes open it too
        database["TEST"] = {"NAME": database["NAME"]}


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") or fixtures & DATABASE_FIXTURES:
            item.add_marker("database")
        for reason in _reasons_to_skip(item, config):
            item.add_marker(pytest.mark.skip(reason=reason))


def _reasons_to_skip(item: pytest.Item, config: pytest.Config) -> list[str]:
    reasons = []
    if NO_SERVERS in config.stash:
        reasons.append(config.stash[NO_SERVERS])
    if item.get_closest_marker("shared") and not SHARED.is_dir():
        reasons.append("../shared is absent")
    if item.get_closest_marker("browser") and not shutil.which("chromium"):
        reasons.append("chromium is not installed")
    return reasons


@pytest.fixture(scope="session", autouse=True)
def _static_files(request: pytest.FixtureRequest) -> None:
    """Pages name static files by their hashes, as in production: collect them once."""
    if any(item.get_closest_marker("database") for item in request.session.items):
        from django.core.management import call_command  # after the settings are known

        call_command("collectstatic", interactive=False, verbosity=0)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    absent, others = _skipped(terminalreporter)
    if absent:
        terminalreporter.write_line(f"{len(absent)} tests need ../shared, which is absent: skipped")
    if others and IN_CI:
        terminalreporter.write_line(
            f"{len(others)} other tests were skipped: a failure in CI", red=True
        )


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if IN_CI and reporter and _skipped(reporter)[1] and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _skipped(
    reporter: pytest.TerminalReporter,
) -> tuple[list[pytest.TestReport], list[pytest.TestReport]]:
    """What was skipped: for want of ../shared, and for any other reason."""
    skipped = reporter.stats.get("skipped", [])
    absent = [r for r in skipped if "shared" in r.keywords and not SHARED.is_dir()]
    return absent, [r for r in skipped if r not in absent]


@pytest.fixture
def without_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the system library that sets type: the renderer cannot be imported."""
    importing = builtins.__import__

    def refusing(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("weasyprint"):
            raise OSError("cannot load library 'libpango-1.0-0'")
        return importing(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refusing)
