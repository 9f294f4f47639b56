"""What `make run` says on a machine that lacks something, to somebody who may not install."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

BOOTSTRAP = Path("scripts/bootstrap.sh").resolve()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder in PATH that everybody may read, other than pytest's own."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def bootstrap(
    folder: Path, *, purpose: str, lack: str = "nothing", langs: str = "vie"
) -> tuple[int, str]:
    """Run the script as somebody without rights; python3 fails when asked about `lack`."""
    program(folder / "python3", f'case "$2" in *{lack}*) exit 1;; esac')
    program(folder / "tesseract", f"echo {langs}")
    nobody = ("setpriv", "--reuid=nobody", "--clear-groups") if os.getuid() == 0 else ()
    done = subprocess.run(
        (*nobody, "sh", "-s", "--", purpose),
        input=BOOTSTRAP.read_text(encoding="utf-8"),
        env={"PATH": f"{folder}:/usr/bin:/bin"},
        cwd="/",
        check=False,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stderr


def program(file: Path, does: str) -> None:
    file.write_text(f"#!/bin/sh\n{does}\n")
    file.chmod(0o755)


def test_without_venv_it_stops_and_says_what_to_install(folder: Path) -> None:
    status, said = bootstrap(folder, lack="ensurepip", purpose="venv")

    assert status == 1
    assert said == (
        "Chưa chạy được vì máy còn thiếu phần mềm. / Cannot go on without what is missing. "
        "Cài bằng quyền quản trị / Install as root: apt-get install python3-venv\n"
    )


def test_without_the_pdf_libraries_it_goes_on_and_says_so(folder: Path) -> None:
    status, said = bootstrap(folder, lack="libpango-1.0", purpose="run")

    assert status == 0
    assert said.startswith("Vẫn chạy, nhưng chưa xuất được PDF.")
    assert said.endswith("apt-get install libpango-1.0-0\n")


def test_without_vietnamese_for_scans_it_goes_on_and_says_so(folder: Path) -> None:
    status, said = bootstrap(folder, langs="eng", purpose="run")

    assert status == 0
    assert said == (
        "Vẫn chạy, nhưng chưa đọc được bản quét. / Going on; reading scans will not work. "
        "Cài bằng quyền quản trị / Install as root: apt-get install tesseract-ocr-vie\n"
    )


def test_an_old_python_is_refused(folder: Path) -> None:
    status, said = bootstrap(folder, lack="version_info", purpose="run")

    assert status == 1
    assert said.startswith("Cần Python 3.11 trở lên")
