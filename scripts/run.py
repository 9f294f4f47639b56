"""`make run`: the whole product on one machine, nothing to configure.

Keys are made once, the database is brought up to date, the demo is loaded; then supervisor keeps
web, worker and beat alive until Ctrl-C. Everything lives in DATA_DIR (var/ in the checkout).
"""

import fcntl
import http.client
import os
import pwd
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from subprocess import PIPE
from typing import NoReturn, TextIO

CHECKOUT = Path(__file__).resolve().parent.parent
MANAGE = (sys.executable, str(CHECKOUT / "manage.py"))
PATIENCE = 90  # seconds until the first page must have come
ORDINARY = re.compile(r"\b(INFO|DEBUG)\b")


class Refused(Exception):
    """Cannot start. Says why, for the person at the terminal."""


def main() -> None:
    for stop_us in (
        signal.SIGINT,
        signal.SIGTERM,
        signal.SIGHUP,
    ):  # SIGINT: ignored after `make run &`
        signal.signal(stop_us, _interrupt)
    os.umask(0o077)  # secret papers: nothing in DATA_DIR is for other users
    data = Path(os.environ.get("DATA_DIR") or CHECKOUT / "var").resolve()
    for folder in ("keys", "run", "logs"):
        (data / folder).mkdir(parents=True, exist_ok=True)
    port = os.environ.get("PORT") or "8000"
    try:
        with lock(data / "run" / "lock", address=f"http://127.0.0.1:{port}/"):
            check_port(port)
            os.environ |= environment(data, port)
            demo = prepare()
            keep_running(data, port=int(port), demo=demo)
    except Refused as reason:
        sys.exit(str(reason))
    except KeyboardInterrupt:
        sys.exit(130)


def lock(file: Path, *, address: str) -> TextIO:
    """Hold `file` until the process ends. Raises Refused when another `make run` holds it."""
    held = file.open("a+", encoding="utf-8")
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        held.seek(0)
        raise Refused(
            f"Đôn đốc đang chạy rồi, tại {held.read().strip()} / Already running there."
        ) from None
    held.truncate(0)
    print(address, file=held, flush=True)
    return held


def check_port(port: str) -> None:
    """Raise Refused when the web could not listen on `port`."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise Refused(f"PORT phải là số từ 1 đến 65535, không phải {port!r}. / PORT is no port.")
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", int(port)))
        except PermissionError:
            raise Refused(f"Không được phép dùng cổng {port}. / Port {port} needs root.") from None
        except OSError:
            raise Refused(
                f"Cổng {port} đang có chương trình khác dùng; hãy chọn cổng khác, ví dụ: "
                f"PORT={int(port) % 65535 + 1} make run / Port {port} is taken."
            ) from None


def environment(data: Path, port: str) -> dict[str, str]:
    """What the settings and supervisord.conf read."""
    keys = data / "keys"
    return {
        "DATA_DIR": str(data),
        "PORT": port,
        "PLAIN_HTTP": "1",
        "SECRET_KEY": key("SECRET_KEY", keys / "secret_key"),
        "LEDGER_KEY": key("LEDGER_KEY", keys / "ledger_key", keys / "ledger_key.backup"),
        "PYTHON": sys.executable,
        "PYTHONWARNINGS": "ignore::UserWarning:celery.platforms",  # that it runs as root
        "RUN_AS": pwd.getpwuid(os.getuid()).pw_name,
    }


def key(name: str, *copies: Path) -> str:
    """The key from the environment or from the first copy there is; made once when there is none.

    Every copy that is missing is written again, for the owner only.
    """
    if given := os.environ.get(name):
        return given
    kept = [copy.read_text(encoding="ascii").strip() for copy in copies if copy.is_file()]
    value = next(filter(None, kept), None) or secrets.token_urlsafe(50)
    for copy in copies:
        if not copy.is_file() or not copy.stat().st_size:
            draft = copy.with_suffix(".draft")
            draft.touch(mode=0o600)
            draft.write_text(value, encoding="ascii")
            draft.replace(copy)
    return value


def prepare() -> str:
    """Bring database and static files up to date, load the demo; return what that said.

    An installation with an office of its own refuses the demo and runs without it.
    """
    collecting = subprocess.Popen((*MANAGE, "collectstatic", "--noinput", "--verbosity=0"))
    migrated = subprocess.run((*MANAGE, "migrate", "--verbosity=0"), check=False)
    if migrated.returncode:
        raise Refused("Không cập nhật được cơ sở dữ liệu, xem lỗi ở trên. / migrate failed.")
    demo = subprocess.run((*MANAGE, "load_demo"), check=False, stdout=PIPE, encoding="utf-8")
    if collecting.wait():
        raise Refused("Không thu thập được tệp tĩnh, xem lỗi ở trên. / collectstatic failed.")
    return demo.stdout


def keep_running(data: Path, *, port: int, demo: str) -> None:
    """Keep web, worker and beat alive until Ctrl-C, and show what goes wrong meanwhile."""
    logs = [Log(data / "logs" / f"{name}.log") for name in ("supervisor", "web", "worker", "beat")]
    supervisor = start_supervisor()
    deadline = time.monotonic() + PATIENCE
    try:
        while not answers(port):
            show(logs)
            if supervisor.poll() is not None or time.monotonic() > deadline:
                raise Refused(f"Trang đầu tiên không trả lời; xem {data}/logs/. / No first page.")
            time.sleep(0.1)
        print(f"{demo}\nĐôn đốc đang chạy tại http://127.0.0.1:{port}/ (Ctrl-C để dừng / to stop)")
        print(f"Dữ liệu / data: {data} · nhật ký / logs: {data}/logs", flush=True)
        while supervisor.poll() is None:
            show(logs)
            time.sleep(0.5)
        raise Refused("Bộ giám sát đã dừng ngoài ý muốn. / supervisord ended unexpectedly.")
    except KeyboardInterrupt:
        print("\nĐang dừng… / Stopping…", flush=True)
    finally:
        show(logs)
        stop(supervisor)


def start_supervisor() -> subprocess.Popen[bytes]:
    """In a session of its own: Ctrl-C comes to us alone, and we stop it in order."""
    conf = str(CHECKOUT / "scripts" / "supervisord.conf")
    command = ("setpriv", "--pdeathsig", "TERM", sys.executable, "-m", "supervisor.supervisord")
    return subprocess.Popen((*command, "-c", conf), start_new_session=True)


def stop(supervisor: subprocess.Popen[bytes]) -> None:
    for late in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(late, signal.SIG_IGN)
    supervisor.terminate()
    supervisor.wait()


def answers(port: int) -> bool:
    """Whether the page everybody comes through is served. Raises Refused when it is broken."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/dang-nhap/")
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    if status >= 500:
        raise Refused("Trang đầu tiên bị lỗi, xem ở trên. / The first page is broken, see above.")
    return True


class Log:
    """A log file that grows: what is new in it and more than ordinary."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.read_to = file.stat().st_size if file.exists() else 0

    def news(self) -> list[str]:
        if not self.file.exists():
            return []
        if self.file.stat().st_size < self.read_to:  # rotated
            self.read_to = 0
        with self.file.open("rb") as log:
            log.seek(self.read_to)
            text = log.read()
        whole = text[: text.rfind(b"\n") + 1]
        self.read_to += len(whole)
        lines = whole.decode(errors="replace").splitlines()
        return [line for line in lines if not ORDINARY.search(line)]


def show(logs: list[Log]) -> None:
    for log in logs:
        for line in log.news():
            print(f"{log.file.stem}: {line}", file=sys.stderr, flush=True)


def _interrupt(*_: object) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
