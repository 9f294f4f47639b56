"""The notice's page: printed order, what each person sees of it, and the door to issuing."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assignments import withdrawing
from assignments.models import Message, Status
from bodies.models import Event, Office, Role
from directives.models import Addressee, AssignmentRole, Notice, NoticeStatus
from tests.factories import (
    at,
    make_assignment,
    make_body,
    make_notice,
    make_office,
    make_person,
    make_task,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return make_office()


def shown(client: Client, notice: Notice) -> list[tuple[str, list[str]]]:
    """What the page lists: each task's item and the bodies beside it."""
    lines = client.get(notice.get_absolute_url()).context["lines"]
    return [(line["task"].item.label, [row.body_name for row in line["rows"]]) for line in lines]


def test_tasks_stand_in_printed_order_with_their_bodies(client: Client, office: Office) -> None:
    notice = make_notice(office)
    first, second = make_task(notice), make_task(notice)
    make_assignment(second, body=make_body("Công an phường"))
    make_assignment(first, body=make_body("UBND phường"))
    client.force_login(make_person(Role.INSPECTOR, office=office))

    assert shown(client, notice) == [("1.", ["UBND phường"]), ("2.", ["Công an phường"])]


def test_many_bodies_of_one_role_stand_behind_one_line(client: Client, office: Office) -> None:
    task = make_task(make_notice(office), due_on="2026-03-10")
    states = [Status.COMPLETED] * 4 + [Status.SUBMITTED] + [Status.IN_PROGRESS] * 2
    for position, status in enumerate(states, start=1):
        make_assignment(task, body=make_body(), status=status, position=position)
    make_assignment(task, body=make_body("Công an phường"), role=AssignmentRole.CO, position=9)
    client.force_login(make_person(Role.INSPECTOR, office=office))

    page = client.get(task.notice.get_absolute_url())

    [line] = page.context["lines"]
    assert [(len(rows), many) for rows, many in line["groups"]] == [(7, True), (1, False)]
    assert "7 đơn vị: 4 hoàn thành, 1 chờ xác nhận, 2 quá hạn</summary>" in page.content.decode()


def test_six_bodies_of_one_role_stand_open(client: Client, office: Office) -> None:
    task = make_task(make_notice(office))
    for position in range(1, 7):
        make_assignment(task, body=make_body(), position=position)
    client.force_login(make_person(Role.INSPECTOR, office=office))

    [line] = client.get(task.notice.get_absolute_url()).context["lines"]

    assert [(len(rows), many) for rows, many in line["groups"]] == [(1, False)] * 6


def test_a_body_reads_the_notice_but_sees_only_its_own_work(client: Client, office: Office) -> None:
    notice, body = make_notice(office), make_body("UBND phường")
    make_assignment(make_task(notice), body=body)
    make_assignment(make_task(notice), body=make_body("Công an phường"))
    client.force_login(make_person(Role.OFFICER, body=body))

    assert shown(client, notice) == [("1.", ["UBND phường"])]


def test_a_stranger_does_not_learn_that_it_exists(client: Client, office: Office) -> None:
    notice = make_notice(office)
    client.force_login(make_person(Role.OFFICER, body=make_body("Đơn vị khác")))

    urls = [
        notice.get_absolute_url(),
        *(reverse(n, args=[notice.pk]) for n in ("notice-pdf", "notice-docx", "notice-source")),
    ]
    assert [client.get(url).status_code for url in urls] == [404] * 4


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.CLERK, True),
        (Role.REGISTRAR, True),
        (Role.CHIEF, True),
        (Role.LEADER, False),
        (Role.INSPECTOR, False),
    ],
)
def test_who_may_issue(client: Client, office: Office, role: Role, allowed: bool) -> None:
    draft = make_notice(office, status=NoticeStatus.DRAFT)
    client.force_login(make_person(role, office=office))

    answer = client.get(reverse("issue", args=[draft.pk])).status_code

    assert answer == (200 if allowed else 403)


def test_the_clerk_issues_only_where_the_office_so_sets(client: Client) -> None:
    office = make_office(clerk_may_issue=False)
    draft = make_notice(office, status=NoticeStatus.DRAFT)
    client.force_login(make_person(Role.CLERK, office=office))

    assert client.get(reverse("issue", args=[draft.pk])).status_code == 403


TODAY = timezone.localdate()
LONG_AGO, LATELY = TODAY - timedelta(days=31), TODAY - timedelta(days=30)


@pytest.mark.parametrize(
    ("printed", "offered", "told"),
    [
        pytest.param({"issued_on": date(2026, 3, 2)}, date(2026, 3, 2), "", id="printed whole"),
        pytest.param(
            {"issued_partial": "tháng 11 năm 2021", "meeting_on": TODAY},
            None,
            "Văn bản chỉ in “tháng 11 năm 2021”. Hãy ghi đủ ngày theo bản ký.",
            id="printed in part",
        ),
        pytest.param(
            {"meeting_on": LONG_AGO},
            None,
            f"Văn bản không in ngày ban hành; ngày họp là {LONG_AGO:%d/%m/%Y}. Hãy ghi theo bản ký.",
            id="met long ago",
        ),
        pytest.param(
            {"meeting_on": LATELY},
            TODAY,
            "Văn bản không in ngày ban hành: đang để ngày hôm nay, hãy so với bản ký.",
            id="met lately",
        ),
    ],
)
def test_a_date_is_offered_only_where_the_paper_does_not_say_otherwise(
    client: Client, office: Office, printed: dict[str, Any], offered: date | None, told: str
) -> None:
    draft = make_notice(office, status=NoticeStatus.DRAFT, **printed)
    client.force_login(make_person(Role.REGISTRAR, office=office))

    field = client.get(reverse("issue", args=[draft.pk])).context["form"]["issued_on"]

    assert (field.initial, field.help_text) == (offered, told)


def test_a_date_before_the_meeting_is_asked_about_once_more(client: Client, office: Office) -> None:
    draft = make_notice(office, status=NoticeStatus.DRAFT, meeting_on=date(2026, 3, 2))
    Addressee.objects.create(
        task=make_task(draft), role="lead", position=1, words="UBND", body=make_body()
    )
    client.force_login(make_person(Role.REGISTRAR, office=office))
    url, typed = reverse("issue", args=[draft.pk]), {"number": "5", "issued_on": "1/3/2026"}

    asked = client.post(url, typed)
    answered = client.post(url, {**typed, "before_meeting": "on"})

    sentence = asked.context["form"].errors["issued_on"][0]
    assert (asked.status_code, answered.status_code) == (422, 302)
    assert sentence.startswith("Ngày này trước ngày họp (02/03/2026).")
    assert "before_meeting" in asked.content.decode()


def test_a_date_after_today_is_refused_with_a_sentence(client: Client, office: Office) -> None:
    draft = make_notice(office, status=NoticeStatus.DRAFT)
    client.force_login(make_person(Role.REGISTRAR, office=office))

    response = client.post(
        reverse("issue", args=[draft.pk]), {"number": "5", "issued_on": "1/1/2199"}
    )

    assert response.status_code == 422
    assert "không thể sau hôm nay" in response.context["form"].errors["issued_on"][0]


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(
    client: Client, office: Office, count: int, django_assert_num_queries: Any
) -> None:
    notice = make_notice(office)
    for _ in range(count):
        make_assignment(make_task(notice), body=make_body())
    client.force_login(make_person(Role.CLERK, office=office))

    with django_assert_num_queries(14):
        client.get(notice.get_absolute_url())


@pytest.mark.parametrize(
    ("role", "answer", "status"),
    [
        (Role.CHIEF, 302, NoticeStatus.CLOSED),
        (Role.CLERK, 403, NoticeStatus.ISSUED),
        (Role.INSPECTOR, 403, NoticeStatus.ISSUED),
    ],
)
def test_the_chief_closes(
    client: Client, office: Office, role: Role, answer: int, status: NoticeStatus
) -> None:
    notice = make_notice(office)
    client.force_login(make_person(role, office=office))

    response = client.post(reverse("close-notice", args=[notice.pk]))

    notice.refresh_from_db()
    assert (response.status_code, notice.status) == (answer, status)


ENDS = {"withdraw-notice": NoticeStatus.WITHDRAWN, "supersede-notice": NoticeStatus.SUPERSEDED}


@pytest.mark.parametrize("name", ENDS)
@pytest.mark.parametrize(
    ("role", "answer"),
    [
        (Role.CHIEF, 302),
        (Role.LEADER, 302),
        (Role.CLERK, 403),
        (Role.REGISTRAR, 403),
        (Role.INSPECTOR, 403),
    ],
)
def test_chief_and_leader_end_a_notice(
    client: Client, office: Office, name: str, role: Role, answer: int
) -> None:
    notice, other = make_notice(office), make_notice(office)
    make_assignment(make_task(notice))
    client.force_login(make_person(role, office=office))

    form = {"reason": "Không còn phù hợp.", "replaced_by": other.pk}
    response = client.post(reverse(name, args=[notice.pk]), form)

    notice.refresh_from_db()
    expected = ENDS[name] if answer == 302 else NoticeStatus.ISSUED
    assert (response.status_code, notice.status) == (answer, expected)


@pytest.mark.parametrize("name", ENDS)
def test_an_outsider_ends_nothing_and_learns_nothing(
    client: Client, office: Office, name: str
) -> None:
    notice = make_notice(office)
    client.force_login(make_person(Role.CHIEF, office=make_office("Văn phòng khác")))

    assert client.post(reverse(name, args=[notice.pk]), {"reason": "Thử."}).status_code == 404


@pytest.mark.parametrize("name", ENDS)
def test_a_draft_is_not_ended(client: Client, office: Office, name: str) -> None:
    draft = make_notice(office, status=NoticeStatus.DRAFT)
    client.force_login(make_person(Role.CHIEF, office=office))

    assert client.post(reverse(name, args=[draft.pk]), {"reason": "Thử."}).status_code == 403


@pytest.mark.parametrize(
    ("name", "form", "words"),
    [
        ("withdraw-notice", {"reason": " "}, "Hãy ghi rõ lý do thu hồi"),
        ("supersede-notice", {}, "Hãy chọn văn bản thay thế."),
        ("supersede-notice", {"replaced_by": "0"}, "Văn bản này không thay thế được."),
        ("supersede-notice", {"replaced_by": "abc"}, "Văn bản này không thay thế được."),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_ends(
    client: Client, office: Office, name: str, form: dict[str, str], words: str
) -> None:
    notice = make_notice(office)
    make_notice(office)
    client.force_login(make_person(Role.CHIEF, office=office))

    response = client.post(reverse(name, args=[notice.pk]), form)

    notice.refresh_from_db()
    assert (response.status_code, notice.status) == (422, NoticeStatus.ISSUED)
    assert words in response.content.decode()


@pytest.mark.parametrize("name", ENDS)
def test_ending_twice_is_a_sentence(client: Client, office: Office, name: str) -> None:
    notice, other = make_notice(office), make_notice(office)
    client.force_login(make_person(Role.CHIEF, office=office))
    form = {"reason": "Không còn phù hợp.", "replaced_by": other.pk}
    url = reverse(name, args=[notice.pk])

    client.post(url, form)
    response = client.post(url, form, follow=True)

    assert "trạng thái" in response.content.decode()
    assert Message.objects.count() == 0
    assert Event.objects.filter(row=str(notice.key)).count() == 1


def test_both_notices_show_the_link(client: Client, office: Office) -> None:
    old, new = make_notice(office), make_notice(office)
    supersede(old, new)
    client.force_login(make_person(Role.CLERK, office=office))

    pages = {n: client.get(n.get_absolute_url()).content.decode() for n in (old, new)}

    assert f'<dt>Thay thế bằng</dt><dd><a href="{new.get_absolute_url()}">' in pages[old]
    assert f'<dt>Thay thế</dt><dd><a href="{old.get_absolute_url()}">' in pages[new]


def test_a_body_named_by_one_of_them_reads_the_other_s_number_only(
    client: Client, office: Office
) -> None:
    old, new, body = make_notice(office), make_notice(office), make_body()
    make_assignment(make_task(old), body=body)
    supersede(old, new)
    client.force_login(make_person(Role.OFFICER, body=body))

    page = client.get(old.get_absolute_url()).content.decode()

    assert f"<dt>Thay thế bằng</dt><dd>{new}, ngày" in page
    assert new.get_absolute_url() not in page


@pytest.mark.parametrize(
    ("role", "status", "offered"),
    [
        (Role.CHIEF, NoticeStatus.ISSUED, True),
        (Role.LEADER, NoticeStatus.CLOSED, True),
        (Role.CHIEF, NoticeStatus.WITHDRAWN, False),
        (Role.CHIEF, NoticeStatus.SUPERSEDED, False),
        (Role.CLERK, NoticeStatus.ISSUED, False),
    ],
)
def test_the_page_offers_the_end_to_who_may(
    client: Client, office: Office, role: Role, status: NoticeStatus, offered: bool
) -> None:
    notice = make_notice(office, status=status)
    client.force_login(make_person(role, office=office))

    page = client.get(notice.get_absolute_url()).content.decode()

    assert ("Thu hồi, thay thế văn bản" in page) == offered
    assert page.count('<form method="post"') == page.count('name="csrfmiddlewaretoken"')


def supersede(old: Notice, new: Notice) -> None:
    withdrawing.supersede(old, replaced_by=new, at=at("2026-03-05"), by=old.created_by)
