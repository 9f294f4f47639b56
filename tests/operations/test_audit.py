"""What `make audit` makes of pip-audit's report."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOUND = '{"name": "django", "version": "5.2.19", "vulns": []}'
WEAK = '{"name": "celery", "version": "5.7.0", "vulns": [{"id": "CVE-2026-1"}]}'
UNKNOWN = '{"name": "celery", "skip_reason": "Dependency not found"}'


def audited(*libraries: str) -> tuple[int, str]:
    done = subprocess.run(
        (sys.executable, "-m", "scripts.audited"),
        check=False,
        cwd=ROOT,
        input=f'{{"dependencies": [{",".join(libraries)}]}}',
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout


def test_a_known_weakness_is_a_failure() -> None:
    status, said = audited(SOUND, WEAK)

    assert status == 1
    assert said == "celery 5.7.0: CVE-2026-1\npip-audit: 1 of 2 libraries have a known weakness\n"


def test_without_internet_it_says_so() -> None:
    status, said = audited(UNKNOWN)

    assert status == 0
    assert said == "pip-audit: the list of known weaknesses cannot be reached: skipped\n"
