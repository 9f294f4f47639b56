"""Throwaway PostgreSQL and Redis for one run of the tests.

Both listen on a free port of 127.0.0.1, keep their files in a temporary folder and are asked by
the kernel to stop when pytest dies, however it dies.
"""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import Signals
from tempfile import TemporaryDirectory

import psycopg2
import redis

PATIENCE = 60  # seconds a server may take to answer for the first time

# Nothing here outlives the run, so nothing need reach the disk.
INITDB = ("--no-sync", "--auth=trust", "--username=dondoc", "--encoding=UTF8", "--locale=C.UTF-8")
POSTGRES = (
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
)
REDIS = ("--bind", "127.0.0.1", "--save", "", "--appendonly", "no")


class ServerMissing(Exception):
    """A server the tests need is not installed. Says what to do, for the person who runs them."""


@contextmanager
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL without data: TEST_DATABASE_URL when given, else one of our own."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield given
        return
    initdb, program = _postgresql_program("initdb"), _postgresql_program("postgres")
    with TemporaryDirectory(prefix="dondoc-postgresql-") as folder:
        if os.getuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        data, port = f"{folder}/data", free_port()
        command = [*_as_postgres(), initdb, f"--pgdata={data}", *INITDB]
        subprocess.run(command, check=True, capture_output=True, cwd=folder, env=_environment())
        command = [*_as_postgres(), program, "-D", data, "-p", str(port)]
        for option in POSTGRES:
            command += ["-c", option]
        with _running(
            command, folder=folder, stop=Signals.SIGINT
        ) as server:  # SIGTERM waits for clients
            url = f"postgres://dondoc@127.0.0.1:{port}"
            _wait_for(lambda: psycopg2.connect(f"{url}/postgres").close(), server, folder=folder)
            yield f"{url}/dondoc"


@contextmanager
def redis_server() -> Iterator[str]:
    """The URL of an empty Redis: TEST_REDIS_URL when given, else one of our own."""
    if given := os.environ.get("TEST_REDIS_URL"):
        yield given
        return
    program = shutil.which("redis-server") or shutil.which("valkey-server")
    if not program:
        raise ServerMissing("redis-server is not installed: install it or set TEST_REDIS_URL.")
    with TemporaryDirectory(prefix="dondoc-redis-") as folder:
        port = free_port()
        command = [
            *_bound_to_us(Signals.SIGTERM),
            program,
            "--port",
            str(port),
            "--dir",
            folder,
            *REDIS,
        ]
        with (
            _running(command, folder=folder, stop=Signals.SIGTERM) as server,
            redis.Redis(port=port) as client,
        ):
            _wait_for(client.ping, server, folder=folder)
            yield f"redis://127.0.0.1:{port}/0"


def free_port() -> int:
    """A port of 127.0.0.1 on which nobody listened a moment ago."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


def _postgresql_program(name: str) -> str:
    """The path of PostgreSQL's own program: Debian keeps them out of PATH, one folder a version."""
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    program = str(installed[-1]) if installed else shutil.which(name)
    if not program:
        raise ServerMissing("PostgreSQL is not installed: install it or set TEST_DATABASE_URL.")
    return program


def _as_postgres() -> list[str]:
    """PostgreSQL refuses root; Debian's package brings the user postgres."""
    command = _bound_to_us(Signals.SIGINT)
    if os.getuid() == 0:
        command += ["--reuid=postgres", "--regid=postgres", "--init-groups"]
    return command


def _bound_to_us(stop: Signals) -> list[str]:
    """The kernel sends the signal when we are gone, even by SIGKILL (setpriv is in util-linux)."""
    return ["setpriv", f"--pdeathsig={stop.name.removeprefix('SIG')}"]


def _environment() -> dict[str, str]:
    """Nothing of ours: PG… variables would change what the programs do."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8"}


@contextmanager
def _running(
    command: list[str], *, folder: str, stop: Signals
) -> Iterator[subprocess.Popen[bytes]]:
    with Path(folder, "log").open("wb") as log:
        server = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=folder,
            env=_environment(),
            start_new_session=True,  # Ctrl-C is for pytest, which stops the server at its end
        )
    try:
        yield server
    finally:
        server.send_signal(stop)
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_for(
    answer: Callable[[], object], server: subprocess.Popen[bytes], *, folder: str
) -> None:
    """Ask until the server answers; tell what it said when it does not."""
    deadline = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < deadline:
        try:
            answer()
        except (psycopg2.OperationalError, redis.ConnectionError):
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(Path(folder, "log").read_text(errors="replace")[-4000:])
