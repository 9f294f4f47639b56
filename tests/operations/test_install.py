"""Libraries go into a .venv of the checkout's own."""

import subprocess
from pathlib import Path

INSTALL = Path("scripts/install.sh").resolve()


def test_a_linked_venv_is_refused_and_what_it_leads_to_is_left_alone(tmp_path: Path) -> None:
    elsewhere, checkout = tmp_path / "elsewhere", tmp_path / "checkout"
    elsewhere.mkdir()
    checkout.mkdir()
    (elsewhere / "pyvenv.cfg").write_text("home = /usr/bin\n")
    (checkout / ".venv").symlink_to(elsewhere)
    (checkout / "some.lock").write_text("")

    done = subprocess.run(
        ("sh", str(INSTALL), "some.lock"), cwd=checkout, check=False, capture_output=True, text=True
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Chưa cài: .venv là liên kết tới thư mục khác.")
    assert [file.name for file in elsewhere.iterdir()] == ["pyvenv.cfg"]
