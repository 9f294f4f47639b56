"""What the scheduled job does, step by step, at a moment of our choosing."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from threading import Barrier, Thread

from django.core.mail import EmailMessage
from django.db import connection

from assignments import reminders
from assignments.models import Message
from assignments.reminders import Outcome, Result
from bodies.calendar import Calendar

CALENDAR = Calendar()


def plan(now: datetime) -> int:
    return reminders.plan(now=now, calendar=CALENDAR)


def gather(now: datetime) -> int:
    return reminders.gather(now=now, calendar=CALENDAR)


def deliver(message: Message, now: datetime) -> Outcome:
    return reminders.deliver(message.pk, now=now, calendar=CALENDAR)


def scan(now: datetime) -> Counter[Result]:
    """Plan, gather and deliver; return how many messages came to which end."""
    plan(now)
    gather(now)
    return Counter(deliver(m, now).result for m in Message.objects.claimable(now=now))


def text(mail: EmailMessage) -> str:
    return str(mail.body)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Do all of them at the same moment, each on a thread and a connection of its own."""
    start, results = Barrier(len(acts)), list[object]([None] * len(acts))

    def do(n: int) -> None:
        try:
            start.wait()
            results[n] = acts[n]()
        finally:
            connection.close()

    threads = [Thread(target=do, args=(n,)) for n in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
