"""Celery's door: `celery -A config worker`, `celery -A config beat`."""

import os
from pathlib import Path

from celery import Celery
from celery.signals import celeryd_init, setup_logging
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("dondoc")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["assignments"])

if not settings.REDIS_URL:
    for folder in ("queue", "processed", "control"):
        Path(settings.BROKER_FOLDER, folder).mkdir(parents=True, exist_ok=True)


@setup_logging.connect
def keep_django_logging(**_: object) -> None:
    """Without a receiver Celery would put its own handlers in place of Django's."""


@celeryd_init.connect
def give_the_worker_a_heart(**_: object) -> None:
    from assignments.heartbeat import WorkerHeart  # models: only once Django is set up

    app.steps["worker"].add(WorkerHeart)
