"""What the rules of tests/conftest.py make of a skipped test."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def pytest_on(folder: Path, text: str, *, ci: str) -> tuple[int, list[str]]:
    (folder / "test_it.py").write_text(text)
    command = (
        sys.executable,
        "-m",
        "pytest",
        "--embedded",
        "--config-file",
        ROOT / "pyproject.toml",
    )
    done = subprocess.run(
        (*command, "-p", "tests.conftest", "-p", "no:cacheprovider", folder),
        check=False,
        cwd=ROOT,
        env=os.environ | {"CI": ci},
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout.splitlines()


@pytest.mark.parametrize(("ci", "status"), [("true", 1), ("", 0)])
def test_a_skipped_test_is_a_failure_in_ci_only(tmp_path: Path, ci: str, status: int) -> None:
    skipped = "import pytest\n\ndef test_it(): pytest.skip('not today')\n"

    assert pytest_on(tmp_path, skipped, ci=ci)[0] == status


def test_a_module_that_skips_itself_is_a_failure_in_ci(tmp_path: Path) -> None:
    skipped = "import pytest\n\npytest.skip('not today', allow_module_level=True)\n"

    assert pytest_on(tmp_path, skipped, ci="true")[0] == 1


def test_nothing_is_said_when_nothing_is_skipped(tmp_path: Path) -> None:
    status, said = pytest_on(tmp_path, "def test_it(): pass\n", ci="true")

    assert status == 0
    assert [line for line in said if "skipped" in line] == []
