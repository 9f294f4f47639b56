"""Two people press two buttons at the same moment."""

from collections.abc import Callable
from threading import Thread

from django.db import connection


def together(*acts: Callable[[], object]) -> None:
    """At the same moment on PostgreSQL; SQLite writes one after the other."""
    if connection.vendor == "sqlite":
        for act in acts:
            act()
        return
    threads = [Thread(target=_closing, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _closing(act: Callable[[], object]) -> None:
    try:
        act()
    finally:
        connection.close()
