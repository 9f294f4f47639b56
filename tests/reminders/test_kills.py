"""The worker is killed while mails go out: each is delivered, none twice but as the same mail.

On PostgreSQL and Redis, or (--embedded) on SQLite and a broker in a folder. A slice in every run,
the whole with SOAK=1.
"""

import os
import random
from collections import defaultdict
from collections.abc import Callable
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.timezone import localdate, now

from assignments.models import Delivery, Message, Reminder
from bodies.models import Role
from tests.factories import (
    make_assignment,
    make_body,
    make_notice,
    make_office,
    make_person,
    make_task,
)
from tests.reminders import post_office
from tests.reminders.post_office import PostOffice
from tests.reminders.processes import Celery, celery, environment, eventually

pytestmark = pytest.mark.django_db(transaction=True)

SOAK = os.environ.get("SOAK") == "1"
BODIES, KILLS, ROUNDS = (200, 40, 5) if SOAK else (20, 4, 1)
WITHIN = 60 + 15 * KILLS  # seconds; a start of Celery takes a few


class Killer:
    """Kills the worker at seeded moments: on a mail's first word, or when it was taken but not answered."""

    def __init__(self, worker: Celery, *, seed: int) -> None:
        self.worker = worker
        self.armed = True  # one strike for each life of the worker
        dice = random.Random(seed)
        counts = sorted(dice.sample(range(1, 2 * BODIES - 2), KILLS))
        self.due = [(count, dice.choice(("first word", "taken"))) for count in counts]

    def at(self, moment: str) -> Callable[[int], None]:
        def strike(mails: int) -> None:
            if self.armed and self.due and mails >= self.due[0][0] and self.due[0][1] == moment:
                del self.due[0]
                self.armed = False
                self.worker.kill()

        return strike

    def raised(self) -> bool:
        """Start the worker again when it lies dead."""
        if self.worker.dead:
            self.worker.start()
            self.armed = True
        return True


def owe() -> None:
    """For each body a new notice's announcement, and an urgent deadline of tomorrow."""
    office = make_office()
    for n in range(BODIES):
        body = make_body(f"Đơn vị {n}")
        make_person(Role.OFFICER, body=body, email=f"{n}@xa.vn")
        notice = make_notice(office, urgency="express")
        task = make_task(notice, due_on=localdate() + timedelta(days=1))
        make_assignment(task, body=body)
        Message.objects.create(
            kind="issued", notice=notice, body=body, day=localdate(), made_at=now()
        )


def all_sent() -> bool:
    return Message.objects.exclude(sent_at=None).count() == 2 * BODIES


def ids_by_address(post: PostOffice) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for mail in post.mails:
        found[mail["To"]].add(mail["Message-ID"])
    return found


def test_a_mail_server_that_hangs_is_left_before_the_lease_ends(tmp_path: Path) -> None:
    make_assignment(
        make_task(make_notice(urgency="express"), due_on=localdate() + timedelta(days=1)),
        body=make_body(email="kt@xa.vn"),
    )
    with post_office.running() as (post, port):
        post.hold()
        env, log = environment(tmp_path, mail_port=port), tmp_path / "log"
        with celery("beat", env=env, log=log), celery("worker", env=env, log=log):
            eventually(Delivery.objects.exists, within=60)

    assert Delivery.objects.get().error.startswith("Máy chủ thư trả lời quá chậm")
    assert Message.objects.get().lease_until is None


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_killed_worker_loses_no_mail_and_repeats_none(
    seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    owe()
    with post_office.running() as (post, port):
        env, log = environment(tmp_path, mail_port=port), tmp_path / "log"
        with celery("beat", env=env, log=log), celery("worker", env=env, log=log) as worker:
            killer = Killer(worker, seed=seed)
            post.before, post.after = killer.at("first word"), killer.at("taken")
            eventually(lambda: killer.raised() and all_sent(), within=WITHIN)

    assert killer.due == []
    # On the folder broker a hint half written by a killed worker ends the next one too; whatever
    # keeps the worker starts it once more, and the scan hints again. Any other end is a fault.
    half_written = log.read_text(errors="replace").count("Unrecoverable error: JSONDecodeError")
    assert worker.starts == KILLS + 1 + half_written
    assert half_written == 0 or not settings.REDIS_URL
    assert set(post.ids) == {m.message_id for m in Message.objects.all()}
    assert [len(ids) for ids in ids_by_address(post).values()] == [2] * BODIES
    assert len(post.ids) <= 2 * (BODIES + KILLS)  # a death repeats what was in two hands at most
    assert Reminder.objects.count() == BODIES
    assert Delivery.objects.filter(succeeded=True).count() >= 2 * BODIES
    with capsys.disabled() if SOAK else nullcontext():  # for docs/measures
        print(f"seed {seed}: {KILLS} kills, {2 * BODIES} messages, {len(post.ids)} mails")  # noqa: T201
