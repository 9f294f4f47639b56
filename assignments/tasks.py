"""Celery's door into the house: fetch nothing, decide nothing, call a verb.

A task lost with its worker is no loss: the next scan queues again what the database says is owed.
"""

from datetime import datetime

from celery import shared_task
from django.conf import settings

from assignments import clock, reminders
from assignments.models import Heartbeat, Message

# A worker gives up on a slow mail server before its lease ends, so no two ever send one message.
PATIENCE = max(1, settings.LEASE_SECONDS * 4 // 5)


@shared_task
def scan() -> None:
    """Write what is owed by now, gather it, and hand each message to a worker."""
    time = clock.read()
    try:
        reminders.plan(now=time.now, calendar=time.calendar)
        reminders.gather(now=time.now, calendar=time.calendar)
        # Beat sent this, a worker got it, and it went well: a scan that fails must not look alive.
        Heartbeat.objects.touch("broker", at=time.now)
    finally:
        _queue(now=time.now)


def _queue(*, now: datetime) -> None:
    waiting = Message.objects.claimable(now=now).order_by("made_at", "pk")
    for pk in waiting.values_list("pk", flat=True):
        # What has not begun is queued again by the next scan, so the queue never holds more than
        # two scans' worth. Two, since a broker in a folder is looked into once a second only.
        deliver_message.apply_async((pk,), expires=2 * settings.SCAN_SECONDS)


@shared_task(soft_time_limit=PATIENCE, time_limit=settings.LEASE_SECONDS)
def deliver_message(message_id: int) -> None:
    """Send one message. Safe to run twice: a message sent or held is not claimable."""
    time = clock.read()
    reminders.deliver(message_id, now=time.now, calendar=time.calendar)
