"""`make run` for real, on the embedded default: what dies comes back, Ctrl-C ends it all."""

import http.client
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.services import free_port

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds


@dataclass
class Running:
    run: subprocess.Popen[str]
    port: int
    data: Path
    said: str

    def health(self) -> int:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)) as web:
            try:
                web.request("GET", "/healthz")
                return web.getresponse().status
            except (OSError, http.client.HTTPException):
                return 0

    def pid(self, command: str) -> int | None:
        """The process that supervisor looks after: supervisor is run.py's only child."""
        (supervisor,) = children(self.run.pid)
        found = [pid for pid in children(supervisor) if command in command_line(pid)]
        return found[0] if found else None

    def sign_of_life(self, name: str) -> str:
        with closing(sqlite3.connect(self.data / "db.sqlite3", timeout=20)) as database:
            (at,) = database.execute(
                "SELECT at FROM assignments_heartbeat WHERE name = ?", [name]
            ).fetchone()
        return str(at)


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    except OSError:  # gone meanwhile
        return ""


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    data, port = tmp_path_factory.mktemp("data"), free_port()
    errors = tmp_path_factory.mktemp("errors") / "stderr"
    given = {"DATABASE_URL", "REDIS_URL", "SECRET_KEY", "LEDGER_KEY", "DJANGO_SETTINGS_MODULE"}
    ours = {"DATA_DIR": str(data), "PORT": str(port), "SCAN_SECONDS": "1"}
    with errors.open("w") as stderr:
        run = subprocess.Popen(
            (sys.executable, "-m", "scripts.run"),
            cwd=ROOT,
            env={name: value for name, value in os.environ.items() if name not in given} | ours,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
    try:
        assert run.stdout
        said = until_it_runs(run.stdout)
        assert f"http://127.0.0.1:{port}/" in said, errors.read_text()
        yield Running(run, port, data, said)
    finally:
        run.send_signal(signal.SIGINT)  # Ctrl-C
        ended = run.wait(PATIENCE)
    assert ended == 0


def until_it_runs(stdout: Iterable[str]) -> str:
    said = ""
    for line in stdout:
        said += line
        if "Đôn đốc đang chạy" in line:
            break
    return said


def test_the_accounts_are_told_with_the_address(running: Running) -> None:
    assert re.search(r"^Mật khẩu: [A-Za-z0-9]{8,}$", running.said, re.MULTILINE)
    for account in (
        "chuyenvien",
        "vanthu",
        "chanhvp",
        "bithu",
        "donvi",
        "donvi2",
        "kiemtra",
        "quantri",
    ):
        assert re.search(rf"\b{account}\b", running.said)


def test_all_is_alive(running: Running) -> None:
    wait_until(lambda: running.health() == 200)


@pytest.mark.parametrize(
    ("command", "sign"),
    [("-m gunicorn", None), ("--quiet worker", "worker"), ("--quiet beat", "beat")],
)
def test_what_is_killed_comes_back(running: Running, command: str, sign: str | None) -> None:
    wait_until(lambda: running.health() == 200)
    killed = running.pid(command)
    assert killed
    gone = [killed, *children(killed)]

    os.kill(killed, signal.SIGKILL)

    wait_until(lambda: not any(command_line(pid) for pid in gone))
    wait_until(lambda: running.pid(command) is not None)
    if sign:
        last = running.sign_of_life(sign)
        wait_until(lambda: running.sign_of_life(sign) > last)
    wait_until(lambda: running.health() == 200)


def test_others_on_the_machine_read_nothing_but_static_files(running: Running) -> None:
    readable = [
        path.relative_to(running.data)
        for path in running.data.rglob("*")
        if path.lstat().st_mode & 0o077 and "static" not in path.parts
    ]

    assert readable == []
