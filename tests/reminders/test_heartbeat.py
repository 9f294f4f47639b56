"""Beat, worker and broker each give their own sign of life."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from celery import current_app
from celery.schedules import schedule
from django.db import OperationalError, connection
from django.test import Client
from pytest_django import Settings

from assignments.heartbeat import BeatingScheduler, touch
from assignments.models import Heartbeat
from tests.reminders.processes import celery, environment, eventually
from tests.services import free_port

pytestmark = pytest.mark.django_db(transaction=True)


def away(*_: object) -> None:
    """For execute_wrapper: a database that does not answer."""
    raise OperationalError


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[Callable[[], BeatingScheduler]]:
    """Starts beat's scheduler again and again on one schedule file."""
    started: list[BeatingScheduler] = []

    def start() -> BeatingScheduler:
        for old in started:
            old.close()
        started[:] = [BeatingScheduler(current_app, schedule_filename=str(tmp_path / "schedule"))]
        return started[0]

    yield start
    for old in started:
        old.close()
    current_app.control.purge()


def test_each_tick_says_that_beat_lives_and_comes_soon_again(
    scheduler: Callable[[], BeatingScheduler], settings: Settings
) -> None:
    beat = scheduler()

    beat.tick()

    assert Heartbeat.objects.filter(pk="beat").exists()
    assert beat.tick() <= settings.SCAN_SECONDS / 4


def test_ticks_in_between_write_nothing(scheduler: Callable[[], BeatingScheduler]) -> None:
    beat = scheduler()
    beat.tick()
    Heartbeat.objects.all().delete()

    beat.tick()

    assert not Heartbeat.objects.exists()


def test_beat_outlives_a_database_that_is_away(scheduler: Callable[[], BeatingScheduler]) -> None:
    beat = scheduler()

    with connection.execute_wrapper(away):
        beat.tick()
        touch("worker")

    assert not Heartbeat.objects.exists()


def test_beat_scans_as_soon_as_it_starts(scheduler: Callable[[], BeatingScheduler]) -> None:
    for _ in range(2):
        assert scheduler().schedule["scan"].is_due()[0]


def test_another_interval_wins_over_the_schedule_file(
    scheduler: Callable[[], BeatingScheduler], monkeypatch: pytest.MonkeyPatch
) -> None:
    scheduler()
    monkeypatch.setitem(current_app.conf.beat_schedule["scan"], "schedule", 7)

    assert scheduler().schedule["scan"].schedule == schedule(timedelta(seconds=7))


def test_worker_beat_and_broker_say_that_they_live(tmp_path: Path, client: Client) -> None:
    env, log = environment(tmp_path, mail_port=free_port()), tmp_path / "log"

    with celery("beat", env=env, log=log), celery("worker", env=env, log=log):
        eventually(lambda: Heartbeat.objects.count() == 3, within=60)

    assert client.get("/healthz").json() == dict.fromkeys(
        ("web", "database", "broker", "worker", "beat"), "ok"
    )
