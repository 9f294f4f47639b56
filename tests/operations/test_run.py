"""What `make run` does before anything is served: keys, port, lock, log."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.run import Log, key, lock

ROOT = Path(__file__).resolve().parents[2]


def run(data: Path, *, port: str) -> tuple[int, str]:
    environment = os.environ | {"DATA_DIR": str(data), "PORT": port}
    command = (sys.executable, "-m", "scripts.run")
    done = subprocess.run(
        command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    return done.returncode, done.stderr


@pytest.fixture
def _no_keys_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LEDGER_KEY", raising=False)


@pytest.mark.usefixtures("_no_keys_given")
def test_a_key_is_made_once_and_for_the_owner_only(tmp_path: Path) -> None:
    copies = (tmp_path / "ledger_key", tmp_path / "ledger_key.backup")

    made = key("LEDGER_KEY", *copies)

    assert len(made) > 50
    assert key("LEDGER_KEY", *copies) == made
    assert [copy.read_text() for copy in copies] == [made, made]
    assert [copy.stat().st_mode & 0o777 for copy in copies] == [0o600, 0o600]


@pytest.mark.usefixtures("_no_keys_given")
def test_a_lost_key_comes_back_from_its_backup(tmp_path: Path) -> None:
    copies = (tmp_path / "ledger_key", tmp_path / "ledger_key.backup")
    made = key("LEDGER_KEY", *copies)
    copies[0].unlink()

    assert key("LEDGER_KEY", *copies) == made
    assert copies[0].read_text() == made


def test_a_key_from_the_environment_is_not_written_down(tmp_path: Path) -> None:
    given = os.environ["LEDGER_KEY"]

    assert key("LEDGER_KEY", tmp_path / "ledger_key") == given
    assert list(tmp_path.iterdir()) == []


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        status, said = run(tmp_path, port=str(port))

    assert status == 1
    assert said.startswith(f"Cổng {port} đang có chương trình khác dùng;")


def test_a_port_that_is_none_is_refused(tmp_path: Path) -> None:
    status, said = run(tmp_path, port="web")

    assert status == 1
    assert said.startswith("PORT phải là số từ 1 đến 65535, không phải 'web'.")


def test_a_second_run_says_where_the_first_one_is(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    with lock(tmp_path / "run" / "lock", address="http://127.0.0.1:8765/"):
        status, said = run(tmp_path, port="8766")

    assert status == 1
    assert said.startswith("Đôn đốc đang chạy rồi, tại http://127.0.0.1:8765/")


def test_the_terminal_shows_only_what_is_out_of_the_ordinary(tmp_path: Path) -> None:
    file = tmp_path / "web.log"
    file.write_text("2026-11-21 08:00:00 ERROR before the start\n")
    log = Log(file)
    with file.open("a") as web:
        web.write("2026-11-21 08:00:01 INFO scan: nothing owed\nTraceback:\n  in view\nhalf a li")

    assert log.news() == ["Traceback:", "  in view"]
    assert log.news() == []

    file.write_text("ValueError\n")  # rotated

    assert log.news() == ["ValueError"]
