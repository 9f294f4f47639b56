"""Petitions: lines under one task while it is drafted, answered one by one once it is work."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assignments import answering
from assignments.answering import AnswerRefused
from assignments.models import Assignment, Status
from bodies.matching import Match
from bodies.models import Body, Event, Office, Role, User
from directives import drafting, petitions
from directives.drafting import DraftRefused, Named, TaskDraft
from directives.models import AssignmentRole, Item, Notice, NoticeStatus, Petition
from directives.petitions import Line
from directives.units import units_of
from tests.factories import (
    at,
    make_assignment,
    make_body,
    make_item,
    make_notice,
    make_office,
    make_person,
    make_task,
    make_user,
)

pytestmark = pytest.mark.django_db
NOW = at("2026-03-05")


@pytest.fixture
def office() -> Office:
    return make_office()


@pytest.fixture
def clerk(client: Client, office: Office) -> User:
    clerk = make_person(Role.CLERK, office=office)
    client.force_login(clerk)
    return clerk


@pytest.fixture
def ubnd(office: Office) -> Body:
    return make_body("UBND phường", parent=office.committee)


@pytest.fixture
def item(office: Office, clerk: User, ubnd: Body) -> Item:
    """An item with units (1), (2), (3) of their own; its task is confirmed."""
    draft = make_notice(office, status=NoticeStatus.DRAFT)
    item = make_item(draft, "Trả lời các kiến nghị:")
    for number in (1, 2, 3):
        make_item(draft, f"Việc {number};", label=f"({number})", parent=item, path="")
    lead = Named(words="UBND phường", role=AssignmentRole.LEAD, match=Match(body=ubnd))
    task = TaskDraft(words="Trả lời các kiến nghị", named=[lead])
    drafting.confirm(item, [task], seen=1, at=NOW, by=clerk)
    return item


def url(name: str, item: Item, *also: int) -> str:
    return reverse(name, args=[item.notice_id, item.pk, *also])


def told() -> list[tuple[int, str, str, str]]:
    return [
        (p.position, p.words, p.raised_by, str(p.answered_by or ""))
        for p in Petition.objects.order_by("position")
    ]


def test_units_become_petitions_and_give_no_task_of_their_own(client: Client, item: Item) -> None:
    client.post(url("petitions-gather", item))

    assert told() == [(n, f"Việc {n}", "", "UBND phường") for n in (1, 2, 3)]
    assert not item.children.filter(set_aside_at=None).exists()
    assert Event.objects.filter(verb="add_petition").count() == 3


def test_gathering_twice_makes_them_once(client: Client, item: Item) -> None:
    client.post(url("petitions-gather", item))
    client.post(url("petitions-gather", item))

    assert Petition.objects.count() == 3


def test_units_inside_a_paragraph_are_found() -> None:
    item = make_item(make_notice(), "Giao UBND: (1) Sửa đường; (2) Cấp nước (đợt 2), (3) Trả lời.")
    other = make_item(item.notice, "Theo Điều (5) và mục (9) của Quy chế.")

    assert [unit.words for unit in units_of(item)] == ["Sửa đường", "Cấp nước (đợt 2)", "Trả lời."]
    assert units_of(other) == []


def test_a_unit_that_is_a_task_already_keeps_all_from_being_gathered(
    client: Client, item: Item, clerk: User
) -> None:
    unit = item.children.get(label="(2)")
    make_task(item=unit)

    client.post(url("petitions-gather", item))

    assert (Petition.objects.count(), item.children.filter(set_aside_at=None).count()) == (0, 3)


def test_petitions_need_a_task(client: Client, office: Office, clerk: User) -> None:
    item = make_item(make_notice(office, status=NoticeStatus.DRAFT), "Trả lời kiến nghị.")

    with pytest.raises(DraftRefused, match="xác nhận nhiệm vụ của mục này trước"):
        petitions.task_of(item)
    assert "Mục này chưa có nhiệm vụ" in client.get(url("petitions", item)).content.decode()


def test_a_line_is_added_corrected_and_taken_away_with_its_history(
    client: Client, item: Item, ubnd: Body
) -> None:
    client.post(url("petitions", item), {"words": "Đường hỏng", "raised_by": "Ông Nam"})
    line = Petition.objects.get()
    typed = {f"kn-{line.pk}-words": "Đường xuống cấp", f"kn-{line.pk}-answered_by": "UBND phường"}
    client.post(url("petition-revise", item, line.pk), typed)
    after = told()
    client.post(url("petition-remove", item, line.pk))

    assert after == [(1, "Đường xuống cấp", "", "UBND phường")]
    assert Petition.objects.count() == 0
    verbs = Event.objects.filter(kind="petition", row=str(line.key)).order_by("sequence")
    assert [event.verb for event in verbs] == ["add_petition", "revise_petition", "remove_petition"]


def test_an_unknown_body_is_refused_in_words(client: Client, item: Item) -> None:
    response = client.post(url("petitions", item), {"words": "Đường hỏng", "answered_by": "Ai đó"})

    assert (response.status_code, Petition.objects.count()) == (422, 0)
    assert "“Ai đó” chưa có trong danh mục đơn vị" in response.content.decode()


def test_petitions_outlive_a_second_confirmation(item: Item, clerk: User, ubnd: Body) -> None:
    petitions.add(item.tasks.get(), [Line(words="Đường hỏng")], at=NOW, by=clerk)
    key = Petition.objects.get().key
    lead = Named(words="UBND phường", role=AssignmentRole.LEAD, match=Match(body=ubnd))

    drafting.confirm(item, [TaskDraft(words="Lời mới", named=[lead])], seen=2, at=NOW, by=clerk)

    line = Petition.objects.get()
    assert (line.key, line.task.words, line.position) == (key, "Lời mới", 1)


def test_setting_aside_does_not_throw_petitions_away(client: Client, item: Item) -> None:
    client.post(url("petitions-gather", item))

    response = client.post(url("set-aside", item), {"seen": item.version}, follow=True)

    *_, said = [str(message) for message in response.context["messages"]]
    assert said.startswith(
        "Mục 1 đang có 3 kiến nghị cần trả lời, làm vậy sẽ mất các kiến nghị đó."
    )
    assert (Petition.objects.count(), item.tasks.count()) == (3, 1)


@pytest.mark.parametrize("upper", [True, False], ids=["above", "below"])
def test_merging_does_not_throw_petitions_away(item: Item, clerk: User, upper: bool) -> None:
    other = make_item(item.notice, "Giao UBND phường báo cáo.", label="2.")
    Petition.objects.create(task=item.tasks.get(), position=1, words="Sửa đường")
    if not upper:
        item.position, other.position = 90, item.position
        item.save()
        other.save()
    below, above = (other, item) if upper else (item, other)

    with pytest.raises(DraftRefused, match="Mục 1 đang có 1 kiến nghị"):
        drafting.merge(
            below,
            into=above,
            joined=[],
            seen=below.version,
            into_seen=above.version,
            at=NOW,
            by=clerk,
        )

    assert (Petition.objects.count(), item.tasks.count()) == (1, 1)


def test_an_issued_notice_s_petitions_are_not_changed(item: Item, clerk: User) -> None:
    petitions.add(item.tasks.get(), [Line(words="Đường hỏng")], at=NOW, by=clerk)
    Notice.objects.filter(pk=item.notice_id).update(
        status="issued", number=9, issued_on="2026-03-02", issued_at=NOW, issued_by=clerk
    )

    with pytest.raises(DraftRefused, match="đã ban hành"):
        petitions.remove(Petition.objects.get(), at=NOW, by=clerk)


def test_outsiders_and_readers_change_no_petition(
    client: Client, item: Item, office: Office, ubnd: Body
) -> None:
    answers = []
    for person in (
        make_person(Role.OFFICER, body=ubnd),
        make_person(Role.CLERK, office=make_office("Văn phòng khác")),
        make_person(Role.INSPECTOR, office=office),
    ):
        client.force_login(person)
        answers.append(client.get(url("petitions", item)).status_code)
        answers.append(client.post(url("petitions-gather", item)).status_code)
        answers.append(client.post(url("petitions", item), {"words": "x"}).status_code)

    assert answers == [404] * 6 + [403] * 3
    assert Petition.objects.count() == 0


# Answering.


def petition_of(work: Assignment, **also: Any) -> Petition:
    position = work.task.petitions.count() + 1
    return Petition.objects.create(
        task=work.task, position=position, words=f"Kiến nghị {position}", **also
    )


def send(client: Client, work: Assignment, line: Petition, **also: Any) -> Any:
    typed = {f"tl-{line.pk}-number": "45/UBND-VP", f"tl-{line.pk}-answered_on": "04/03/2026"}
    seen = line.done_at.isoformat() if line.done_at else ""
    return client.post(
        reverse("answer-petition", args=[work.pk, line.pk]), {**typed, "seen": seen, **also}
    )


def test_the_body_answers_and_it_is_counted(client: Client) -> None:
    work = make_assignment(body=make_body("UBND phường"))
    line, _ = petition_of(work, raised_by="Ông Nam"), petition_of(work)
    officer = make_person(Role.OFFICER, body=work.body)
    client.force_login(officer)

    send(client, work, line)

    line.refresh_from_db()
    assert (line.answer_number, line.answered_on) == ("45/UBND-VP", date(2026, 3, 4))
    assert (line.done_by, line.done_at is not None) == (officer, True)
    page = client.get(work.get_absolute_url()).content.decode()
    assert "<b>1/2</b> kiến nghị đã trả lời" in page
    event = Event.objects.get(kind="petition")
    assert (event.verb, event.note, event.after["assignment"]) == (
        "answer_petition",
        "",
        str(work.key),
    )


def test_the_clerk_types_for_the_body(client: Client, office: Office, clerk: User) -> None:
    work = make_assignment(office=office)
    line = petition_of(work)

    send(client, work, line)

    assert Event.objects.get(kind="petition").note == "Văn phòng nhập thay."


def test_an_answer_is_taken_back_and_the_history_keeps_it(client: Client) -> None:
    work = make_assignment()
    line = petition_of(work)
    client.force_login(make_person(Role.HEAD, body=work.body))
    send(client, work, line)
    line.refresh_from_db()

    seen = line.done_at.isoformat() if line.done_at else ""
    client.post(reverse("take-back-answer", args=[work.pk, line.pk]), {"seen": seen})

    line.refresh_from_db()
    assert (line.done_at, line.answer_number, line.answered_on) == (None, "", None)
    assert Event.objects.order_by("-sequence")[0].before["answer_number"] == "45/UBND-VP"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("01/01/2199", "ở sau hôm nay"),
        ("01/03/2026", "không thể trước ngày ban hành"),
        ("mai", "Ngày không đúng"),
        ("", "Hãy ghi ngày"),
    ],
)
def test_a_bad_day_is_refused_in_words(client: Client, day: str, said: str) -> None:
    work = make_assignment()
    line = petition_of(work)
    client.force_login(make_person(Role.OFFICER, body=work.body))

    response = send(client, work, line, **{f"tl-{line.pk}-answered_on": day})

    line.refresh_from_db()
    assert (response.status_code, line.done_at) == (422, None)
    assert said in response.content.decode()


@pytest.mark.parametrize("seen", ["", "rác", "2026-99-99T00:00:00+07:00"])
def test_another_s_answer_is_not_overwritten(client: Client, seen: str) -> None:
    work = make_assignment()
    line = petition_of(work)
    client.force_login(make_person(Role.OFFICER, body=work.body))
    send(client, work, line)

    send(client, work, line, **{f"tl-{line.pk}-number": "Khác", "seen": seen})

    line.refresh_from_db()
    assert line.answer_number == "45/UBND-VP"


def test_the_same_answer_twice_is_written_once(client: Client) -> None:
    work = make_assignment()
    line = petition_of(work)
    client.force_login(make_person(Role.OFFICER, body=work.body))

    send(client, work, line)
    send(client, work, line)

    assert Event.objects.filter(verb="answer_petition").count() == 1


def test_closed_work_takes_no_answer() -> None:
    work = make_assignment(status=Status.COMPLETED)

    with pytest.raises(AnswerRefused, match="“Hoàn thành” nên không ghi thêm trả lời"):
        answering.answer(
            petition_of(work),
            work,
            number="1",
            answered_on=NOW.date(),
            seen=None,
            at=NOW,
            by=make_user(),
        )


def test_who_may_answer_which_line(client: Client, office: Office) -> None:
    ubnd, police = make_body("UBND phường"), make_body("Công an phường")
    task = make_task(make_notice(office))
    lead = make_assignment(task, body=ubnd)
    co = make_assignment(task, body=police, role=AssignmentRole.CO, position=2)
    lines = [
        petition_of(lead),
        petition_of(lead, answered_by=police),
        petition_of(lead, answered_by=make_body("Xa")),
    ]
    answers = []
    for person, work in (
        (make_person(Role.OFFICER, body=ubnd), lead),
        (make_person(Role.OFFICER, body=police), co),
        (make_person(Role.INSPECTOR, office=office), lead),
        (make_person(Role.OFFICER, body=make_body("Đơn vị khác")), lead),
        (make_person(Role.CLERK, office=make_office("Văn phòng khác")), lead),
    ):
        client.force_login(person)
        answers.append(
            [client.get(reverse("answers", args=[work.pk])).status_code]
            + [
                client.post(reverse("answer-petition", args=[work.pk, line.pk])).status_code
                for line in lines
            ]
        )

    assert answers == [
        [200, 422, 403, 422],
        [200, 403, 422, 403],
        [200, 403, 403, 403],
        [404, 404, 404, 404],
        [404, 404, 404, 404],
    ]


def test_a_line_of_a_body_whose_part_was_cancelled_is_the_lead_s(client: Client) -> None:
    ubnd, police = make_body("UBND phường"), make_body("Công an phường")
    task = make_task()
    lead = make_assignment(task, body=ubnd)
    make_assignment(task, body=police, role=AssignmentRole.CO, position=2, status=Status.CANCELLED)
    line = petition_of(lead, answered_by=police)
    client.force_login(make_person(Role.OFFICER, body=ubnd))

    response = send(client, lead, line)

    line.refresh_from_db()
    assert (response.status_code, line.answer_number) == (302, "45/UBND-VP")


def test_without_petitions_there_is_no_page_and_no_panel(client: Client) -> None:
    work = make_assignment()
    client.force_login(make_person(Role.OFFICER, body=work.body))

    assert client.get(reverse("answers", args=[work.pk])).status_code == 404
    assert "kiến nghị đã trả lời" not in client.get(work.get_absolute_url()).content.decode()
