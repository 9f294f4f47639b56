"""Signs of life: beat touches its row from its scheduler, the worker its own from a thread.

Neither goes through the queue: a dead beat, a dead worker and a dead broker are three things. The
third row, "broker", is touched by the scan itself: beat sent it and a worker got it.

A database that is away is not the end of beat or worker: the row grows old, and /healthz tells.
"""

import logging
import time
from datetime import timedelta
from threading import Event, Thread
from typing import Any

from celery import bootsteps
from celery.beat import PersistentScheduler
from django.conf import settings
from django.db import Error, close_old_connections
from django.utils import timezone

from assignments.models import Heartbeat

logger = logging.getLogger(__name__)


def pause() -> float:
    """Seconds between two beats of one heart: four to a scan."""
    return settings.SCAN_SECONDS / 4


def touch(name: str) -> None:
    """Say that `name` lives, on a connection that is thrown away when it has died."""
    close_old_connections()
    try:
        Heartbeat.objects.touch(name, at=timezone.now())
    except Error as error:
        logger.warning("The sign of life of %s was not written: %s", name, type(error).__name__)
    finally:
        close_old_connections()


class BeatingScheduler(PersistentScheduler):
    """Celery's own scheduler, which also says that it lives, and scans as soon as it starts.

    The interval in settings wins over what the schedule's file remembers from an earlier one.
    """

    touched_at = float("-inf")  # on the monotonic clock

    def setup_schedule(self) -> None:
        super().setup_schedule()
        # What was missed while nothing ran is made good now, not after one more interval.
        scan = self.schedule["scan"]
        scan.last_run_at = scan.default_now() - timedelta(seconds=settings.SCAN_SECONDS)

    def tick(self, *args: Any, **kwargs: Any) -> float:
        if time.monotonic() - self.touched_at >= pause():
            touch("beat")
            self.touched_at = time.monotonic()
        wanted: float = super().tick(*args, **kwargs)
        return min(wanted, pause())


class WorkerHeart(bootsteps.StartStopStep):
    """A thread of the worker's main process; it says that the worker lives until it is stopped.

    Begins once the pool has forked (no child inherits a connection in use), before the broker is
    reached.
    """

    requires = ("celery.worker.components:Pool",)

    def __init__(self, parent: Any, **kwargs: Any) -> None:
        super().__init__(parent, **kwargs)
        self.stopped = Event()

    def start(self, parent: Any) -> None:  # noqa: ARG002 (Celery's signature)
        Thread(target=self.beat, name="heartbeat", daemon=True).start()

    def stop(self, parent: Any) -> None:  # noqa: ARG002 (Celery's signature)
        self.stopped.set()

    def beat(self) -> None:
        touch("worker")
        while not self.stopped.wait(pause()):
            touch("worker")
