"""load_demo: a lived-in office, through the reader and the verbs, in every state."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO, StringIO
from typing import Any

import pdfplumber
import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from assignments import documents
from assignments.demo.loading import Loaded, load
from assignments.demo.settlement import PASSWORD, PEOPLE
from assignments.models import Assignment, Message, Report, Status, Timeliness
from assignments.steps import STEPS
from bodies import calendar, ledger
from bodies.models import Body, Event, Membership, User
from directives import filing
from directives.models import Document, Notice, NoticeStatus, StoredFile, Task

pytestmark = pytest.mark.database

# A Friday, 09:00 in Việt Nam.
NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
TODAY = timezone.localdate(NOW)


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[Loaded]:
    """The demo as of NOW, loaded once: the tests here only look at it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load(now=NOW)
        transaction.set_rollback(True)


def rows() -> Counter[str]:
    """How many rows each table of the house holds."""
    rooms = ("bodies", "directives", "assignments")
    models = [model for room in rooms for model in apps.get_app_config(room).get_models()]
    return Counter({model._meta.label: model._default_manager.count() for model in models})


def standing(account: str) -> Counter[tuple[str, Timeliness]]:
    """Status and timeliness of all that the account's body was given."""
    body = Membership.objects.get(user__username=account).body
    until = calendar.load().shift(TODAY, 5)
    given = Assignment.objects.filter(body=body)
    return Counter((row.status, row.timeliness(now=NOW, until=until)) for row in given)


def test_a_second_time_changes_nothing(demo: Loaded) -> None:
    before = rows()

    again = load(now=NOW + timedelta(days=3))

    assert (again.new, again.notices, again.assignments) == (False, demo.notices, demo.assignments)
    assert rows() == before


def test_notices_stand_in_every_state(demo: Loaded) -> None:
    assert demo.notices == {
        NoticeStatus.DRAFT: 1,
        NoticeStatus.AWAITING_SIGNATURE: 1,
        NoticeStatus.ISSUED: 6,
        NoticeStatus.CLOSED: 1,
        NoticeStatus.SUPERSEDED: 1,
        NoticeStatus.WITHDRAWN: 1,
    }
    assert set(demo.notices) == set(NoticeStatus)


def test_work_stands_in_every_state(demo: Loaded) -> None:
    assert set(demo.assignments) == set(Status)


def test_one_notice_tells_which_it_replaced(demo: Loaded) -> None:
    replaced = Notice.objects.get(status=NoticeStatus.SUPERSEDED)

    assert [notice.number for notice in replaced.superseded_by.all()] == [12]


def test_work_was_done_on_time_and_late(demo: Loaded) -> None:
    done = Assignment.objects

    assert done.done_late().count() >= 5
    assert done.done_on_time().count() > done.done_late().count()


def test_nearly_every_step_was_taken(demo: Loaded) -> None:
    kept = set(STEPS) - {"withdraw_submission", "hand_back"}

    assert set(Event.objects.values_list("verb", flat=True)) >= kept | {
        "start",
        "revise",
        "confirm",
        "set_aside",
        "put_up",
        "issue",
        "progress",
        "explanation",
        "close",
        "withdraw",
        "supersede",
        "draft",
        "issue_document",
    }


def test_the_reader_found_every_duty_and_most_of_them_rightly(demo: Loaded) -> None:
    assert demo.unplaced == ()
    assert demo.as_read > demo.confirmed / 2


def test_the_draft_is_half_reviewed(demo: Loaded) -> None:
    draft = Notice.objects.get(status=NoticeStatus.DRAFT)

    assert draft.items.exclude(reviewed_at=None).count() >= 3
    assert draft.items.filter(reviewed_at=None, kind="directive").count() >= 3
    assert (draft.number, draft.issued_on) == (None, None)


def test_the_officer_has_much_to_do(demo: Loaded) -> None:
    given = standing("donvi")

    assert given[Status.IN_PROGRESS, Timeliness.OVERDUE] >= 2
    assert given[Status.RETURNED, Timeliness.OVERDUE] == 1
    assert given[Status.IN_PROGRESS, Timeliness.DUE_SOON] >= 2
    assert given[Status.SENT, Timeliness.ON_TRACK] == 1
    assert given[Status.SUBMITTED, Timeliness.ON_TRACK] == 1
    assert given[Status.COMPLETED, Timeliness.DONE_LATE] == 1


def test_the_other_officer_too(demo: Loaded) -> None:
    assert {status for status, _ in standing("donvi2")} == {
        Status.SENT,
        Status.IN_PROGRESS,
        Status.SUBMITTED,
        Status.COMPLETED,
        Status.BOUNCED,
    }


def test_the_accounts_are_those_promised(demo: Loaded) -> None:
    accounts = {account: role for account, _, role, _ in PEOPLE}
    held = Membership.objects.values_list("user__username", "role")

    assert dict(held) == accounts
    assert {
        "chuyenvien",
        "vanthu",
        "chanhvp",
        "bithu",
        "donvi",
        "donvi2",
        "kiemtra",
        "quantri",
    } <= {*accounts}
    assert authenticate(username="donvi", password=PASSWORD) == User.objects.get(username="donvi")


def test_the_party_committee_of_the_ubnd_is_not_the_ubnd(demo: Loaded) -> None:
    bodies = Body.objects.filter(short_name__in=("Đảng ủy UBND phường", "UBND phường"))

    assert {body.kind for body in bodies} == {Body.Kind.PARTY_BODY, Body.Kind.GOVERNMENT}


def test_a_group_was_expanded(demo: Loaded) -> None:
    named = Task.objects.filter(addressees__group__name="25 Tổ dân phố")
    task = named.filter(notice__status=NoticeStatus.ISSUED).first()

    assert task
    assert task.assignments.count() == 25


def test_history_follows_the_calendar(demo: Loaded) -> None:
    moments = list(Event.objects.order_by("sequence").values_list("at", flat=True))

    assert moments == sorted(moments)
    assert moments[-1] == NOW
    assert ledger.broken_at() is None


def test_a_report_comes_after_the_task_and_before_its_acceptance(demo: Loaded) -> None:
    for report in Report.objects.prefetch_related("assignments"):
        for row in report.assignments.all():
            assert row.sent_at < report.sent_at < (row.completed_at or NOW)


def test_nobody_accepted_their_own(demo: Loaded) -> None:
    done = Assignment.objects.completed().values_list("submitted_by", "completed_by")

    assert [pair for pair in done if pair[0] == pair[1]] == []


def test_one_report_answers_two_tasks(demo: Loaded) -> None:
    answered = Report.objects.annotate(tasks=Count("assignments")).filter(tasks=2)

    assert [report.body.short_name for report in answered] == [
        "Phòng Kinh tế, Hạ tầng và Đô thị phường"
    ]


def test_reports_carry_files(demo: Loaded) -> None:
    kinds = set(StoredFile.objects.values_list("content_type", flat=True))

    assert kinds == {"application/pdf", "image/png", documents.MIME["docx"]}


def test_the_office_sent_a_letter_and_reported(demo: Loaded) -> None:
    issued = Document.objects.issued().exclude(kind=Document.Kind.NOTICE).order_by("issued_on")
    told = [(document.code, document.level, document.issued_by) for document in issued]

    clerk = User.objects.get(username="vanthu")
    assert told == [("52-CV/VPĐU", 1, clerk), ("88-BC/VPĐU", None, clerk)]
    assert (demo.documents, demo.unprinted) == (2, "")
    assert all("Nghiêm Xuân Lạc" in words_of(document) for document in issued)


def test_the_letter_was_about_work_that_is_still_overdue(demo: Loaded) -> None:
    document = Document.objects.get(kind=Document.Kind.LETTER)
    overdue = Assignment.objects.filter(parent=None, body=document.body).overdue(now=NOW)

    asked = {line["key"] for line in document.snapshot["lines"]}
    assert len(asked) == 2
    assert asked <= {str(row.key) for row in overdue}


def words_of(document: Document) -> str:
    assert document.pdf
    with pdfplumber.open(BytesIO(filing.bytes_of(document.pdf))) as printed:
        return " ".join(page.extract_text() for page in printed.pages)


def test_old_announcements_stay_unsent(demo: Loaded) -> None:
    owed = Message.objects.owed()
    dropped = Message.objects.exclude(dropped_at=None).values_list("drop_reason", flat=True)

    assert {message.notice for message in owed} == {Notice.objects.get(number=12)}
    assert owed.count() == 2
    assert set(dropped) == {"dữ liệu mẫu"}


def test_the_command_prints_counts_and_the_password(demo: Loaded) -> None:
    printed = StringIO()

    call_command("load_demo", stdout=printed)

    lines = printed.getvalue().splitlines()
    assert lines[0] == "Dữ liệu mẫu đã có từ trước; không thay đổi gì."
    assert lines[-1] == f"Mật khẩu: {PASSWORD}"
    assert any(line.startswith("Thông báo, kết luận: 11 ") for line in lines)
    assert "Công văn, báo cáo đã phát hành: 2" in lines
