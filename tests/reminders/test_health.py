"""/healthz: 200 when all live, 503 naming what does not and since when."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings as house
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from assignments.models import Heartbeat
from tests.services import free_port

pytestmark = pytest.mark.django_db

ALIVE = dict.fromkeys(("web", "database", "broker", "worker", "beat"), "ok")
STALE = timedelta(seconds=200)  # a scan is a minute: three of them and some


def beat(**ages: timedelta) -> datetime:
    """Let all hearts beat now, those named longer ago; return now."""
    now = timezone.now()
    for name in ("worker", "beat", "broker"):
        Heartbeat.objects.touch(name, at=now - ages.get(name, timedelta(0)))
    return now


def since(moment: datetime) -> str:
    return f"không có tín hiệu từ {timezone.localtime(moment).isoformat(timespec='seconds')}"


@pytest.fixture(autouse=True)
def _queue_folder(settings: Settings, tmp_path: Path) -> None:
    settings.BROKER_FOLDER = tmp_path
    (tmp_path / "queue").mkdir()


def test_all_alive_for_a_stranger(client: Client) -> None:
    beat()

    answer = client.get("/healthz")

    assert (answer.status_code, answer.json()) == (200, ALIVE)
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("name", ["worker", "beat", "broker"])
def test_what_is_silent_is_named_and_since_when(name: str, client: Client) -> None:
    now = beat(**{name: STALE})

    answer = client.get("/healthz")

    assert (answer.status_code, answer.json()) == (503, {**ALIVE, name: since(now - STALE)})


def test_a_dead_worker_is_not_blamed_on_the_broker(client: Client) -> None:
    now = beat(worker=STALE, broker=STALE)

    assert client.get("/healthz").json() == {**ALIVE, "worker": since(now - STALE)}


def test_what_never_lived_is_named(client: Client) -> None:
    answer = client.get("/healthz")

    assert answer.status_code == 503
    assert answer.json()["beat"] == "chưa có tín hiệu"


def test_a_sign_of_life_stays_fresh_for_three_scans(client: Client) -> None:
    beat(worker=timedelta(seconds=170))

    assert client.get("/healthz").status_code == 200


def test_a_database_that_is_away_is_an_answer_not_a_crash(client: Client) -> None:
    def away(*_: object) -> None:
        raise OperationalError

    with connection.execute_wrapper(away):
        answer = client.get("/healthz")

    assert answer.status_code == 503
    assert (answer.json()["web"], answer.json()["database"]) == ("ok", "không trả lời")


def test_a_broker_that_is_away_is_named(client: Client, settings: Settings) -> None:
    beat()
    if settings.REDIS_URL:
        settings.REDIS_URL = f"redis://:mat-khau@127.0.0.1:{free_port()}/0"
    else:
        settings.BROKER_FOLDER = house.DATA_DIR / "missing"

    answer = client.get("/healthz")

    assert answer.status_code == 503
    assert {name for name, state in answer.json().items() if state != "ok"} == {"broker"}
    assert "mat-khau" not in answer.content.decode()
