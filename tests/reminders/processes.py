"""Celery as in production: real worker and beat, each a group of processes of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

import redis
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
QUEUE = 9  # the Redis database of these tests


def eventually(condition: Callable[[], object], *, within: float) -> None:
    """Wait until the condition holds; fail when it does not `within` so many seconds."""
    deadline = time.monotonic() + within
    while not condition():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.05)


def environment(folder: Path, *, mail_port: int) -> dict[str, str]:
    """The environment of worker and beat: the tests' own database, an empty queue, a short scan."""
    env = {**os.environ, "EMAIL_URL": f"smtp://127.0.0.1:{mail_port}", "DATA_DIR": str(folder)}
    env |= {"SCAN_SECONDS": "2", "LEASE_SECONDS": "5", "PYTHONWARNINGS": "ignore"}
    if settings.REDIS_URL:
        env["REDIS_URL"] = f"{settings.REDIS_URL.rpartition('/')[0]}/{QUEUE}"
        redis.Redis.from_url(env["REDIS_URL"]).flushdb()
        server = env["DATABASE_URL"].rpartition("/")[0]
        env["DATABASE_URL"] = f"{server}/{connection.settings_dict['NAME']}"
    else:  # the test database lies in DATA_DIR
        env["DATA_DIR"] = str(settings.DATA_DIR)
        rmtree(settings.BROKER_FOLDER, ignore_errors=True)
    return env


class Celery:
    """`celery -A config worker` or `… beat`. `kill` leaves nothing of it."""

    def __init__(self, *arguments: str, env: dict[str, str], log: Path) -> None:
        self.command = (sys.executable, "-m", "celery", "-A", "config", "--quiet", *arguments)
        self.env, self.log = env, log
        self.starts = 0
        self.start()

    def start(self) -> None:
        self.starts += 1
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, cwd=ROOT, env=self.env, stdout=log, stderr=log, start_new_session=True
            )

    @property
    def dead(self) -> bool:
        return self.process.poll() is not None

    def kill(self) -> None:
        """SIGKILL to the whole group: a power cut, for this program."""
        os.killpg(self.process.pid, signal.SIGKILL)


@contextmanager
def celery(*arguments: str, env: dict[str, str], log: Path) -> Iterator[Celery]:
    running = Celery(*arguments, env=env, log=log)
    try:
        yield running
    except AssertionError:
        sys.stderr.write(log.read_text(errors="replace")[-4000:])
        raise
    finally:
        if not running.dead:
            running.kill()
        running.process.wait()
