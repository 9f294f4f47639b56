"""The wires: the environment, the driver, what every answer carries."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import StopFutureHandlers
from django.test import Client
from django.urls import reverse

from config import env
from config.uploads import InMemoryHandler
from tests.factories import make_user

ROOT = Path(settings.BASE_DIR)


def manage(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run manage.py with these variables and none of the tests' own."""
    plain = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")}
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(
        command, cwd=ROOT, env=plain | variables, capture_output=True, text=True, check=False
    )


def test_without_its_keys_it_refuses_to_start_and_says_which(tmp_path: Path) -> None:
    refused = manage("check", DATA_DIR=str(tmp_path))

    assert refused.returncode == 1
    assert "SECRET_KEY is not set. See .env.example." in refused.stderr


def test_the_keys_that_make_run_wrote_are_found(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    for name in ("secret_key", "ledger_key"):
        (tmp_path / "keys" / name).write_text("x" * 60)

    assert manage("check", DATA_DIR=str(tmp_path), PLAIN_HTTP="1").returncode == 0


@pytest.mark.parametrize("value", ["yes", "true", "2"])
def test_a_switch_is_0_or_1(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("DEBUG", value)

    with pytest.raises(ImproperlyConfigured, match="DEBUG must be 0 or 1"):
        env.env_bool("DEBUG")


def test_a_database_url_is_taken_apart() -> None:
    told = env.database("postgres://don:m%40t@db:5433/dondoc", embedded=Path("unused"))

    parts = [told[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")]
    assert parts == ["dondoc", "don", "m@t", "db", "5433"]


def test_another_database_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="postgres://"):
        env.database("mysql://db/dondoc", embedded=Path("unused"))


def test_an_upload_never_touches_the_disk_and_is_cut_at_the_limit() -> None:
    handler = InMemoryHandler()
    with pytest.raises(StopFutureHandlers):
        handler.new_file("file", "a.bin", "application/octet-stream", None)
    for start in range(0, 21_000_000, 1_000_000):
        handler.receive_data_chunk(b"x" * 1_000_000, start)

    file = handler.file_complete(21_000_000)

    assert isinstance(file, InMemoryUploadedFile)
    assert isinstance(file.file, BytesIO)
    assert file.size == InMemoryHandler.LIMIT


@pytest.mark.django_db
def test_every_answer_forbids_inline_script_and_style(client: Client) -> None:
    policy = client.get(reverse("sign-in")).headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.django_db
def test_an_unknown_address_answers_in_vietnamese(client: Client) -> None:
    client.force_login(make_user())
    response = client.get("/khong-co-trang-nay/")

    assert response.status_code == 404
    assert "Không tìm thấy trang" in response.content.decode()


@pytest.mark.django_db
def test_a_stranger_is_asked_to_sign_in(client: Client) -> None:
    response = client.get(reverse("intake"))

    assert (response.status_code, response.headers["Location"]) == (
        302,
        "/dang-nhap/?next=/thong-bao/nhap/",
    )
