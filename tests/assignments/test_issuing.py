"""Issuing: number and date once, groups expanded, deadlines frozen, one message a body."""

from datetime import date
from typing import Any

import pytest

from assignments import issuing
from assignments.issuing import IssueRefused
from assignments.models import Assignment, Message, Status
from bodies import ledger
from bodies.models import Body, Office, Role, User
from directives.models import Addressee, HalfTyped, Notice, NoticeStatus, Task, Term
from tests.factories import (
    at,
    make_body,
    make_group,
    make_item,
    make_notice,
    make_office,
    make_person,
    make_task,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)
NOW = at(TODAY)


@pytest.fixture
def office() -> Office:
    return make_office()


@pytest.fixture
def clerk(office: Office) -> User:
    return make_person(Role.CLERK, office=office)


@pytest.fixture
def draft(office: Office) -> Notice:
    return make_notice(office, status=NoticeStatus.DRAFT)


def give(
    draft: Notice, *named: Any, role: str = "lead", task: Task | None = None, **also: Any
) -> Task:
    """A confirmed task of the draft that names bodies or groups."""
    task = task or make_task(draft, reference="", original_due_on=None, **also)
    for who in named:
        kind = "body" if isinstance(who, Body) else "group"
        place = task.addressees.count() + 1
        Addressee.objects.create(
            task=task, role=role, position=place, words=str(who), **{kind: who}
        )
    return task


def issue(draft: Notice, clerk: User, *, number: int = 16) -> list[Assignment]:
    return issuing.issue(draft, number=number, issued_on=TODAY, at=NOW, by=clerk)


def test_issuing_writes_number_and_date_and_gives_the_work(draft: Notice, clerk: User) -> None:
    give(draft, make_body("UBND phường"), due_on="2026-03-20")

    made = issue(draft, clerk)

    draft.refresh_from_db()
    assert (draft.code, draft.issued_on, draft.status) == ("16-TB/ĐU", TODAY, "issued")
    assert [(a.body_name, a.role, a.original_due_on, a.due_on) for a in made] == [
        ("UBND phường", "lead", date(2026, 3, 20), date(2026, 3, 20))
    ]
    assert draft.tasks.get().reference == "16-TB/ĐU, mục 1"


def test_a_group_is_expanded_and_a_member_named_alone_holds_the_stronger_role(
    draft: Notice, office: Office, clerk: User
) -> None:
    one, two = make_body("Tổ dân phố 1"), make_body("Tổ dân phố 2")
    task = give(draft, make_group(office, "02 Tổ dân phố", one, two), role="co")
    give(draft, two, role="lead", task=task)

    made = issue(draft, clerk)

    assert {(a.body_name, a.role) for a in made} == {
        ("Tổ dân phố 1", "co"),
        ("Tổ dân phố 2", "lead"),
    }


def test_members_of_a_group_come_in_the_order_of_their_numbers(
    draft: Notice, office: Office, clerk: User
) -> None:
    members = [make_body(f"Tổ dân phố {n}") for n in (10, 2, 1)]
    give(draft, make_group(office, "03 Tổ dân phố", *members))

    made = issue(draft, clerk)

    assert [a.body_name for a in made] == ["Tổ dân phố 1", "Tổ dân phố 2", "Tổ dân phố 10"]


def test_each_body_is_owed_one_message_however_many_tasks(draft: Notice, clerk: User) -> None:
    body = make_body("UBND phường")
    give(draft, body)
    give(draft, body, make_body("Công an phường"))

    issue(draft, clerk)

    owed = Message.objects.filter(notice=draft, kind="issued").order_by("body__name")
    assert [str(m.body) for m in owed] == ["Công an phường", "UBND phường"]


def test_a_body_without_an_account_has_received_its_task(draft: Notice, clerk: User) -> None:
    silent, manned = make_body("Tổ dân phố 1"), make_body("UBND phường")
    make_person(Role.OFFICER, body=manned)
    give(draft, silent, manned)

    made = issue(draft, clerk)

    assert [a.status for a in made] == [Status.IN_PROGRESS, Status.SENT]


def test_tasks_of_one_item_are_told_apart(draft: Notice, clerk: User) -> None:
    item, body = make_item(draft, "Trả lời và báo cáo.", label="3.1."), make_body()
    for day in ("2026-04-25", "2026-04-29"):
        give(draft, body, item=item, due_on=day)

    issue(draft, clerk)

    assert [t.reference for t in item.tasks.all()] == ["16-TB/ĐU, mục 3.1/1", "16-TB/ĐU, mục 3.1/2"]


def test_what_was_half_typed_ends_with_the_draft(draft: Notice, clerk: User) -> None:
    item = give(draft, make_body("UBND phường")).item
    HalfTyped.objects.create(item=item, by=clerk, seen=1, began_at=NOW, saved_at=NOW)

    issue(draft, clerk)

    assert list(HalfTyped.objects.all()) == []


def test_an_incomplete_draft_is_refused_with_every_reason(draft: Notice, clerk: User) -> None:
    make_item(draft, "Giao UBND phường rà soát.")
    give(draft, make_body(), role="co")

    with pytest.raises(IssueRefused) as refusal:
        issue(draft, clerk)

    assert refusal.value.problems == [
        "Mục 1: chưa có nhiệm vụ và chưa đánh dấu “không phát sinh nhiệm vụ”.",
        "Mục 2: nhiệm vụ chưa có đơn vị chủ trì.",
    ]
    assert Notice.objects.get(pk=draft.pk).number is None


def test_an_addressee_nobody_is_behind_is_refused(
    draft: Notice, office: Office, clerk: User
) -> None:
    give(draft, make_body(), make_group(office, "Các chi bộ"))

    with pytest.raises(IssueRefused, match="“Các chi bộ” chưa khớp với đơn vị nào"):
        issue(draft, clerk)


def test_a_number_is_used_once_a_term(office: Office, clerk: User) -> None:
    Term.objects.create(
        body=office.committee,
        name="2025–2030",
        starts_on=date(2025, 7, 1),
        ends_on=date(2030, 6, 30),
    )
    first, second = (make_notice(office, status=NoticeStatus.DRAFT) for _ in range(2))
    for draft in (first, second):
        give(draft, make_body())
    issue(first, clerk)

    with pytest.raises(IssueRefused, match="Số 16-TB/ĐU đã được dùng"):
        issue(second, clerk)

    assert Assignment.objects.filter(task__notice=second).count() == 0


def test_issuing_twice_is_refused_and_changes_nothing(draft: Notice, clerk: User) -> None:
    give(draft, make_body())
    issue(draft, clerk)

    with pytest.raises(IssueRefused, match="đã được ban hành"):
        issue(draft, clerk, number=17)

    assert (Notice.objects.get(pk=draft.pk).number, Assignment.objects.count()) == (16, 1)


def test_a_draft_put_up_waits_for_the_signature_and_leaves_a_line_of_history(
    draft: Notice, clerk: User
) -> None:
    give(draft, make_body())

    issuing.put_up(draft, at=NOW, by=clerk)

    assert draft.status == NoticeStatus.AWAITING_SIGNATURE
    assert [(e.verb, e.by) for e in ledger.history(draft)] == [("put_up", clerk)]


def test_a_notice_with_nothing_dated_left_is_closed(draft: Notice, clerk: User) -> None:
    give(draft, make_body())
    issue(draft, clerk)

    issuing.close(draft, at=NOW, by=clerk)

    assert draft.status == NoticeStatus.CLOSED
    assert [e.verb for e in ledger.history(draft)] == ["close", "issue"]


def test_a_notice_with_dated_work_open_is_not_closed(draft: Notice, clerk: User) -> None:
    give(draft, make_body(), due_on="2026-03-20")
    issue(draft, clerk)

    with pytest.raises(IssueRefused, match="Còn 1 nhiệm vụ có thời hạn"):
        issuing.close(draft, at=NOW, by=clerk)

    assert Notice.objects.get(pk=draft.pk).status == NoticeStatus.ISSUED
