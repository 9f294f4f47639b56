"""Dockerfile and docker-compose.yml, as far as they can be checked without Docker."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
COMPOSE = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")


def services() -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(COMPOSE)["services"]
    return loaded


def explained() -> set[str]:
    return set(re.findall(r"^(\w+)=", EXAMPLE, re.MULTILINE))


def test_every_variable_is_explained() -> None:
    settings = "\n".join(file.read_text(encoding="utf-8") for file in ROOT.glob("config/*.py"))
    read = re.findall(r'\b(?:env|env_bool|env_int|key|environ\.get)\(\s*["\']([A-Z_]+)', settings)
    asked_for = re.findall(r"\$\{([A-Z_]+)", COMPOSE)

    assert set(read) | set(asked_for) == explained()


def test_what_is_copied_is_there_and_let_in() -> None:
    let_in = re.findall(r"^!(.+)$", (ROOT / ".dockerignore").read_text(), re.MULTILINE)
    copied = [s for s, _ in re.findall(r"^COPY (?!--)(\S+) (\S+)$", DOCKERFILE, re.MULTILINE)]

    assert sorted(copied) == sorted(let_in)
    assert [name for name in copied if not (ROOT / name).exists()] == []


def test_the_image_has_what_make_run_installs() -> None:
    bootstrap = (ROOT / "scripts" / "bootstrap.sh").read_text(encoding="utf-8")
    looked_for = re.search(r'"\$purpose" != venv(.+?)"\$purpose" = test', bootstrap, re.DOTALL)
    installed = re.search(r"--no-install-recommends\s+(.+?)\s+&&", DOCKERFILE)

    assert looked_for
    assert installed
    assert installed[1].split() == re.findall(r"\tneed (\S+)", looked_for[1])


def test_every_command_is_a_program_of_the_locked_libraries() -> None:
    in_image = json.loads(re.findall(r"^CMD (.+)$", DOCKERFILE, re.MULTILINE)[-1])
    in_compose = [
        service.get("command", in_image) for service in services().values() if "build" in service
    ]
    programs = {command[0] for command in in_compose}

    assert programs == {"celery", "gunicorn", "python"}
    assert all(Path(sys.executable).with_name(program).exists() for program in programs)
