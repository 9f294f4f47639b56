"""The whole house, running: gunicorn, worker and beat on the tests' own database, and a browser."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from django.conf import settings
from django.db import connections
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.reminders.processes import ROOT, environment, eventually
from tests.services import free_port

CHROMIUM = "/usr/bin/chromium"
# As root Chromium has no sandbox of its own; the rest keeps it from calling home.
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
DESK, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}


@dataclass
class House:
    """`complaints`: what the browser's console said of broken rules (CSP, missing files, errors)."""

    url: str
    mails: Path
    browser: Browser
    complaints: list[str]

    @contextmanager
    def page(self, size: dict[str, int] = DESK) -> Iterator[Page]:
        """A page of a new person's browser, in Vietnamese; what its console complains of is kept."""
        context = self.browser.new_context(viewport=size, locale="vi-VN")  # type: ignore[arg-type]
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        yield page
        context.close()

    def sign_in(self, page: Page, username: str, password: str) -> None:
        page.goto(f"{self.url}/dang-nhap/")
        page.fill("[name=username]", username)
        page.fill("[name=password]", password)
        page.click("main button")
        page.wait_for_url(f"{self.url}/**")

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)


@contextmanager
def running(folder: Path) -> Iterator[House]:
    """Start everything and a browser; stop everything at the end."""
    port = free_port()
    env = environment(folder, mail_port=0) | {"PUBLIC_URL": f"http://127.0.0.1:{port}"}
    env["STATIC_ROOT"] = str(settings.STATIC_ROOT)  # collected once for all tests
    del env["EMAIL_URL"]  # mails go into the folder, as in `make run`
    gunicorn = ("gunicorn", "config.wsgi", "--no-control-socket", "--threads", "4")
    celery = ("celery", "-A", "config", "--quiet")
    programs = {
        "web": (*gunicorn, "--bind", f"127.0.0.1:{port}"),
        "worker": (*celery, "worker"),
        "beat": (*celery, "beat"),
    }
    with ExitStack() as stack:
        for name, program in programs.items():
            command, log = (sys.executable, "-m", *program), folder / f"{name}.log"
            stack.enter_context(_process(command, env=env, log=log))
        url = f"http://127.0.0.1:{port}"
        eventually(lambda: _healthy(url), within=60)
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        stack.callback(browser.close)
        stack.callback(connections.close_all)  # those opened while Playwright's loop ran
        yield House(url=url, mails=Path(env["DATA_DIR"]) / "mails", browser=browser, complaints=[])


@contextmanager
def _process(command: Sequence[str], *, env: dict[str, str], log: Path) -> Iterator[None]:
    """Run the command in a group of its own; stop the whole group at the end."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, cwd=ROOT, env=env, stdout=out, stderr=out, start_new_session=True
        )
        try:
            yield
        finally:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ask first, so that no session is left open in the database; then insist."""
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _healthy(url: str) -> bool:
    try:
        with urlopen(f"{url}/healthz", timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False
