"""Nhiệm vụ: every condition is a word of the querysets, and what cannot be read shows nothing."""

from datetime import date

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from assignments import figures
from assignments.clock import Clock
from assignments.filters import TIMELINESS, AssignmentFilter, select
from assignments.models import Assignment, Status
from bodies.models import Office, Role, User
from bodies.requests import AuthedRequest
from directives.models import AssignmentRole
from tests.factories import (
    at,
    make_assignment,
    make_body,
    make_notice,
    make_office,
    make_person,
    make_task,
    make_user,
    standing_of,
)

pytestmark = pytest.mark.django_db

NOW = at("2026-03-11")  # a Wednesday
UNTIL = date(2026, 3, 18)  # five working days on: the office's setting
URL = "/nhiem-vu/"


def asked(user: User, query: str) -> AssignmentFilter:
    request = AuthedRequest()
    request.GET = QueryDict(query)
    request.user, request.standing = user, standing_of(user)
    return AssignmentFilter(request, Clock(now=NOW))


def every_state(office: Office) -> None:
    for status in Status:
        for due_on in (None, "2026-03-10", "2026-03-11", "2026-03-18", "2026-03-19"):
            make_assignment(office=office, due_on=due_on, status=status)


def test_each_word_of_the_list_is_the_queryset_s() -> None:
    office = make_office()
    every_state(office)
    clerk = make_person(Role.CLERK, office=office)
    rows = Assignment.objects.order_by("pk")

    found = {word: set(asked(clerk, f"tinh-trang={word}").qs) for word, _ in TIMELINESS}

    assert found == {
        "running": set(rows.running()),
        "overdue": set(rows.overdue(now=NOW)),
        "due_soon": set(rows.due_soon(now=NOW, until=UNTIL)),
        "on_track": set(rows.on_track(until=UNTIL)),
        "none": set(rows.without_deadline()),
        "not_received": set(rows.filter(status=Status.SENT)),
        "submitted": set(rows.submitted()),
        "bounced": set(rows.filter(status=Status.BOUNCED)),
        "completed": set(rows.completed()),
        "done_on_time": set(rows.done_on_time()),
        "done_late": set(rows.done_late()),
        "late_open": set(figures.late_open(rows, now=NOW)),
        "aside": set(rows.filter(status__in=("paused", "referred"))),
        "watched": set(),
    }


def test_the_list_knows_every_word_of_the_figures() -> None:
    words = {word for word, _ in TIMELINESS}

    assert words == {*figures.WORDS, *figures.WINDOWED, "running", "not_received"}


@pytest.mark.parametrize(
    ("sent_on", "on", "waits"),
    [
        pytest.param("2026-03-06", "2026-03-10", False, id="friday to tuesday: the second day"),
        pytest.param("2026-03-06", "2026-03-11", True, id="friday to wednesday"),
        pytest.param("2026-03-09", "2026-03-11", False, id="monday to wednesday"),
    ],
)
def test_two_working_days_are_given_to_receive(sent_on: str, on: str, waits: bool) -> None:
    work = make_assignment(status=Status.SENT, sent_at=at(sent_on))

    found = select(Assignment.objects.all(), "not_received", Clock(now=at(on)))

    assert list(found) == [work] * waits


def test_conditions_narrow_together() -> None:
    office, ubnd = make_office(), make_body("UBND phường")
    notice = make_notice(office)
    wanted = make_assignment(make_task(notice), body=ubnd, role=AssignmentRole.CO)
    make_assignment(make_task(notice), body=ubnd)
    make_assignment(make_task(notice), role=AssignmentRole.CO)
    make_assignment(office=office, body=ubnd, role=AssignmentRole.CO)
    clerk = make_person(Role.CLERK, office=office)

    query = f"don-vi={ubnd.pk}&van-ban={notice.pk}&vai-tro=co&trang-thai=in_progress"

    assert list(asked(clerk, query).qs) == [wanted]


def test_days_from_and_until_are_both_in() -> None:
    office = make_office()
    days = ["2026-03-09", "2026-03-10", "2026-03-16", "2026-03-17"]
    rows = [make_assignment(office=office, due_on=day) for day in days]
    clerk = make_person(Role.CLERK, office=office)

    assert list(asked(clerk, "tu=2026-03-10&den=2026-03-16").qs) == rows[1:3]


@pytest.mark.parametrize(
    "words", ["đất công", "dat cong", "ĐẤT  CÔNG", "ubnd phuong", "1-TB/ĐU, mục 1"]
)
def test_words_are_found_without_accents(words: str) -> None:
    office = make_office()
    task = make_task(make_notice(office), words="Rà soát đất công.")
    wanted = make_assignment(task, body=make_body("UBND phường"))
    other = make_task(make_notice(office), words="Diễn tập.")
    make_assignment(other, body=make_body("Công an"))
    clerk = make_person(Role.CLERK, office=office)

    assert list(asked(clerk, f"q={words}").qs) == [wanted]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("", [1, 0, 2, 3]),
        ("han", [3, 1, 0, 2]),
        ("-han", [0, 1, 3, 2]),
        ("don-vi", [2, 1, 0, 3]),
    ],
)
def test_the_order_is_chosen(sort: str, order: list[int]) -> None:
    office = make_office()
    rows = [
        make_assignment(office=office, due_on="2026-03-12", body=make_body("Đảng ủy")),
        make_assignment(office=office, due_on="2026-03-11", body=make_body("Công an")),
        make_assignment(office=office, body=make_body("Ban Chỉ huy")),
        make_assignment(
            office=office, due_on="2026-03-10", body=make_body("Trạm"), status=Status.COMPLETED
        ),
    ]
    clerk = make_person(Role.CLERK, office=office)

    assert [rows.index(row) for row in asked(clerk, f"xep={sort}").qs] == order


@pytest.mark.parametrize(
    "query",
    [
        "tinh-trang=nonsense",
        "trang-thai=1",
        "don-vi=abc",
        "don-vi=99999999999999999999",
        "van-ban=0",
        "tu=31/02/2026",
        "xep=;drop",
        "q=%00",
    ],
)
def test_a_condition_that_cannot_be_read_shows_nothing(client: Client, query: str) -> None:
    work = make_assignment()
    client.force_login(make_person(Role.CLERK, office=work.office))

    response = client.get(f"{URL}?{query}")

    assert (response.status_code, list(response.context["page"])) == (200, [])
    assert "không đọc được" in response.content.decode()


def test_another_s_body_or_notice_is_no_condition_for_a_body(client: Client) -> None:
    own, other = make_assignment(), make_assignment()
    client.force_login(make_person(Role.OFFICER, body=own.body))

    by_body = client.get(f"{URL}?don-vi={other.body_id}")
    by_notice = client.get(f"{URL}?van-ban={other.task.notice_id}")

    assert (by_body.context["unread"], by_notice.context["unread"]) == (True, True)


def test_each_sees_what_is_theirs(client: Client) -> None:
    own = make_assignment()
    make_assignment()
    client.force_login(make_person(Role.OFFICER, body=own.body))

    assert list(client.get(URL).context["page"]) == [own]


def test_a_stranger_is_asked_to_sign_in(client: Client) -> None:
    assert client.get(URL)["Location"] == "/dang-nhap/?next=/nhiem-vu/"


def test_chips_tell_what_is_set_and_how_to_take_it_off() -> None:
    office, ubnd = make_office(), make_body("UBND phường")
    clerk = make_person(Role.CLERK, office=office)

    chips = asked(clerk, f"q=dat&tinh-trang=overdue&don-vi={ubnd.pk}&tu=2026-03-10&page=2").chips()

    told = [(chip.words, chip.without) for chip in chips]
    assert told == [
        ("Có “dat”", f"tinh-trang=overdue&don-vi={ubnd.pk}&tu=2026-03-10"),
        ("Tình trạng: Quá hạn", f"q=dat&don-vi={ubnd.pk}&tu=2026-03-10"),
        ("Đơn vị: UBND phường", "q=dat&tinh-trang=overdue&tu=2026-03-10"),
        ("Hạn từ: 10/03/2026", f"q=dat&tinh-trang=overdue&don-vi={ubnd.pk}"),
    ]


def test_a_page_holds_fifty_and_keeps_the_conditions(client: Client) -> None:
    office = make_office()
    task = make_task(make_notice(office))
    for number in range(51):
        make_assignment(task, body=make_body(f"Tổ dân phố số {number}"))
    client.force_login(make_person(Role.CLERK, office=office))

    first = client.get(f"{URL}?tinh-trang=running")
    last = client.get(f"{URL}?tinh-trang=running&page=999")

    assert (len(first.context["page"]), len(last.context["page"])) == (50, 1)
    assert "?tinh-trang=running&amp;page=2" in first.content.decode()
    assert "<b>51</b> nhiệm vụ" in last.content.decode()


@pytest.mark.parametrize(
    ("query", "words"),
    [("", "Chưa có nhiệm vụ nào được giao."), ("q=x", "Không có nhiệm vụ nào khớp")],
)
def test_an_empty_list_says_why(client: Client, query: str, words: str) -> None:
    client.force_login(make_user())

    assert words in client.get(f"{URL}?{query}").content.decode()


def test_the_queries_of_the_list_do_not_grow(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    office = make_office()
    client.force_login(make_person(Role.CLERK, office=office))
    for rows in (1, 2):
        for _ in range(rows):
            make_assignment(office=office, due_on="2020-01-31", body=make_body())
        with django_assert_num_queries(9):
            client.get(f"{URL}?tinh-trang=overdue")


def test_a_tile_of_the_desk_opens_exactly_its_rows(client: Client) -> None:
    office = make_office()
    every_state(office)
    client.force_login(make_person(Role.CLERK, office=office))

    for queue in client.get(reverse("desk")).context["queues"]:
        page = client.get(f"{URL}?tinh-trang={queue.word}").context["page"]
        assert page.paginator.count == queue.count
