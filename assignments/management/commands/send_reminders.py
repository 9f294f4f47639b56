"""The shell's door to reminders: plans and delivers exactly as the scheduled job does."""

import json
from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from assignments import reminders
from assignments.models import Message
from assignments.reminders import Result
from bodies import calendar

MORNING = time(9)  # the hour at which another day than today is looked at


@dataclass(slots=True)
class Tally:
    """`owed` to `failed` count reminders, `messages` mails.

    owed      to be said on the day and not sent when the command began, the planned ones with them
    planned   written by this run
    messages  mails handed to the mail server; in a dry run, those that would be
    """

    on: str
    owed: int = 0
    planned: int = 0
    sent: int = 0
    failed: int = 0
    messages: int = 0


class Command(BaseCommand):
    help = (
        "Lập và gửi các nhắc việc đến hạn, đúng như tác vụ định kỳ, không cần Celery. "
        "Chạy lại không gửi trùng."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--on",
            type=_day,
            metavar="YYYY-MM-DD",
            help="ngày tính nhắc việc (mặc định: hôm nay); giờ gửi trong ngày không xét",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="chỉ tính, không ghi và không gửi gì"
        )
        parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")

    def handle(self, *, on: date | None, dry_run: bool, json: bool, **_: Any) -> None:
        now = timezone.now()
        if on and on != timezone.localdate(now):
            now = timezone.make_aware(datetime.combine(on, MORNING))
        tally = _rehearse(now) if dry_run else _run(now)
        self.stdout.write(_as_json(tally) if json else _as_words(tally, dry_run=dry_run))
        if tally.failed:
            raise CommandError(
                f"{tally.failed} lượt nhắc chưa gửi được; lý do ở trang Nhắc việc. "
                "Các lượt nhắc này vẫn được giữ và sẽ được gửi lại."
            )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"“{text}” không phải là ngày dạng YYYY-MM-DD") from error


def _run(now: datetime) -> Tally:
    days = calendar.load()
    tally = Tally(on=timezone.localdate(now).isoformat())
    tally.planned = reminders.plan(now=now, calendar=days)
    reminders.gather(now=now, calendar=days, at_any_hour=True)
    tally.owed = reminders.owed(now=now, calendar=days, at_any_hour=True)
    results: Counter[Result] = Counter()
    for pk in _waiting(now):
        outcome = reminders.deliver(pk, now=now, calendar=days)
        results[outcome.result] += outcome.reminders
        tally.messages += outcome.result in (Result.SENT, Result.FAILED)
    tally.sent, tally.failed = results[Result.SENT], results[Result.FAILED]
    return tally


def _rehearse(now: datetime) -> Tally:
    """Plan and gather, count, and take it all back."""
    days = calendar.load()
    tally = Tally(on=timezone.localdate(now).isoformat())
    with transaction.atomic():
        tally.planned = reminders.plan(now=now, calendar=days)
        reminders.gather(now=now, calendar=days, at_any_hour=True)
        tally.owed = reminders.owed(now=now, calendar=days, at_any_hour=True)
        tally.messages = len(_waiting(now))
        transaction.set_rollback(True)
    return tally


def _waiting(now: datetime) -> list[int]:
    waiting = Message.objects.claimable(now=now).order_by("made_at", "pk")
    return list(waiting.values_list("pk", flat=True))


def _as_json(tally: Tally) -> str:
    return json.dumps(asdict(tally))


def _as_words(tally: Tally, *, dry_run: bool) -> str:
    done = "sẽ gửi" if dry_run else "đã chuyển đi"
    return "\n".join(
        (
            f"Ngày {date.fromisoformat(tally.on):%d/%m/%Y}{' (chạy thử, không ghi gì)' * dry_run}",
            f"Lượt nhắc phải gửi: {tally.owed}, trong đó mới lập: {tally.planned}",
            f"Lượt nhắc đã gửi: {tally.sent}, chưa gửi được: {tally.failed}",
            f"Thư {done}: {tally.messages}",
        )
    )
