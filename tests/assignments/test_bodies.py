"""Đơn vị: the tree a person may see, and all that one body owes."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assignments.figures import BodyCounts, Counts
from assignments.models import Status
from bodies.models import Body, BodyAlias, Role
from directives.models import AssignmentRole
from tests.assignments.test_dashboard import links, make_work
from tests.factories import make_assignment, make_body, make_office, make_person

pytestmark = pytest.mark.django_db

URL = "/don-vi/"
FAR = "2999-12-31"


def page_of(body: Body) -> str:
    return f"/don-vi/{body.pk}/"


def listed(client: Client) -> list[tuple[str, int]]:
    return [(b.body.name, b.depth) for b in client.get(URL).context["branches"]]


def test_an_offices_people_see_the_whole_tree(client: Client) -> None:
    office = make_office("Văn phòng")
    ubnd = make_body("UBND phường", parent=office.committee)
    make_body("Phòng Kinh tế", parent=ubnd)
    client.force_login(make_person(Role.INSPECTOR, office=office))

    assert listed(client) == [
        ("Cấp ủy của Văn phòng", 0),
        ("UBND phường", 1),
        ("Phòng Kinh tế", 2),
        ("Văn phòng", 1),
    ]


def test_a_bodys_people_see_their_own_and_those_below(client: Client) -> None:
    top = make_body("Đảng ủy")
    ubnd = make_body("UBND phường", parent=top)
    make_body("Phòng Kinh tế", parent=ubnd)
    make_body("Công an phường", parent=top)
    client.force_login(make_person(Role.OFFICER, body=ubnd))

    assert listed(client) == [("UBND phường", 0), ("Phòng Kinh tế", 1)]


def test_a_person_without_office_or_body_is_turned_away(client: Client) -> None:
    client.force_login(make_person(Role.ADMIN, office=make_office()))

    assert client.get(URL).status_code == 403


def test_strangers_sign_in_first(client: Client) -> None:
    body = make_body()

    assert [client.get(url).status_code for url in (URL, page_of(body))] == [302, 302]


def test_nothing_is_posted(client: Client) -> None:
    body = make_body()
    client.force_login(make_person(Role.HEAD, body=body))

    assert [client.post(url).status_code for url in (URL, page_of(body))] == [405, 405]


def test_an_outsider_is_not_told_that_a_body_exists(client: Client) -> None:
    top = make_body("Đảng ủy")
    own, beside = make_body("UBND phường", parent=top), make_body("Công an phường", parent=top)
    below = make_body("Phòng Kinh tế", parent=own)
    client.force_login(make_person(Role.OFFICER, body=own))

    answers = [client.get(page_of(b)).status_code for b in (own, below, beside, top)]
    assert answers == [200, 200, 404, 404]
    assert client.get("/don-vi/999999/").status_code == 404


def test_a_body_that_one_left_is_gone(client: Client) -> None:
    body = make_body()
    officer = make_person(Role.OFFICER, body=body)
    officer.memberships.update(valid_to=date(2026, 3, 1))
    client.force_login(officer)

    assert [client.get(url).status_code for url in (URL, page_of(body))] == [403, 404]


def test_each_number_of_the_tree_opens_its_rows(client: Client) -> None:
    office = make_office()
    make_work(office, make_body("UBND phường"), make_body("Công an phường"))
    client.force_login(make_person(Role.CHIEF, office=office))

    found = links(client.get(URL).content)

    assert [number for _, number in found] == [1, 6, 1, 6]
    opened = [(url, client.get(url).context["page"].paginator.count) for url, _ in found]
    assert opened == found


def test_each_figure_of_a_body_opens_its_rows(client: Client) -> None:
    office, body = make_office(), make_body("UBND phường")
    make_work(office, body, make_body("Công an phường"))
    client.force_login(make_person(Role.OFFICER, body=body))

    found = links(client.get(page_of(body)).content)

    assert [number for _, number in found] == [1, 2, 2, 1, 2, 1, 3]
    opened = [(url, client.get(url).context["page"].paginator.count) for url, _ in found]
    assert opened == found


def test_all_that_a_body_owes_is_on_its_page(client: Client) -> None:
    office, body = make_office(), make_body("UBND phường")
    make_work(office, body, make_body("Công an phường"))
    client.force_login(make_person(Role.LEADER, office=office))

    groups = client.get(page_of(body)).context["groups"]

    assert [(g.title, g.count) for g in groups] == [
        ("Quá hạn", 1),
        ("Sắp đến hạn", 2),
        ("Trong hạn", 2),
        ("Không thời hạn, thường xuyên", 1),
        ("Chờ xác nhận", 1),
        ("Tạm dừng, đã báo cáo cấp trên", 1),
        ("Theo dõi, không tính vào số liệu", 1),
        ("Đã hoàn thành", 2),
    ]
    assert {row.body for group in groups for row in group.rows} == {body}


def test_an_office_sees_what_it_gave_and_not_what_another_did(client: Client) -> None:
    here, there, body = make_office("Văn phòng A"), make_office("Văn phòng B"), make_body()
    own = make_assignment(office=here, body=body, due_on=FAR)
    make_assignment(office=there, body=body, due_on=FAR)
    client.force_login(make_person(Role.CLERK, office=here))

    page = client.get(page_of(body))

    assert [row for group in page.context["groups"] for row in group.rows] == [own]
    assert page.context["counts"] == Counts(on_track=1)


def test_a_body_sees_what_every_office_gave_it(client: Client) -> None:
    body = make_body()
    for name in ("Văn phòng A", "Văn phòng B"):
        make_assignment(office=make_office(name), body=body, due_on=FAR)
    client.force_login(make_person(Role.HEAD, body=body))

    assert client.get(page_of(body)).context["counts"] == Counts(on_track=2)


def test_the_page_says_what_the_body_is(client: Client) -> None:
    office = make_office()
    body = make_body(
        "Ủy ban nhân dân phường",
        parent=office.committee,
        short_name="UBND phường",
        email="ubnd@phuong.example",
        kind=Body.Kind.GOVERNMENT,
    )
    BodyAlias.objects.create(office=office, body=body, name="UBND P. Tràng Hạc")
    make_person(Role.OFFICER, body=body, full_name="Trần Văn Quyết", phone="0900 000 001")
    client.force_login(make_person(Role.CLERK, office=office))

    text = client.get(page_of(body)).content.decode()

    facts = ("Ủy ban nhân dân", "ubnd@phuong.example", "UBND phường; UBND P. Tràng Hạc")
    people = ("Trần Văn Quyết", "cán bộ đầu mối", "0900 000 001")
    assert [w for w in (*facts, office.committee.name, *people) if w not in text] == []


def test_another_offices_names_for_a_body_are_not_told(client: Client) -> None:
    here, there, body = make_office("Văn phòng A"), make_office("Văn phòng B"), make_body()
    for office, name in ((here, "Ủy ban"), (there, "Bên ủy ban"), (None, "UB")):
        BodyAlias.objects.create(office=office, body=body, name=name)
    client.force_login(make_person(Role.CLERK, office=here))

    assert [a.name for a in client.get(page_of(body)).context["aliases"]] == ["UB", "Ủy ban"]


def test_the_way_up_is_a_link_only_for_those_who_may_go(client: Client) -> None:
    top = make_body("Đảng ủy")
    body = make_body("UBND phường", parent=top)
    client.force_login(make_person(Role.HEAD, body=body))
    own = client.get(page_of(body)).content.decode()
    client.force_login(make_person(Role.HEAD, body=top))
    above = client.get(page_of(body)).content.decode()

    assert [f'href="{page_of(top)}"' in text for text in (own, above)] == [False, True]


def test_bodies_below_are_named_with_what_is_late(client: Client) -> None:
    office, top = make_office(), make_body("UBND phường")
    unit = make_body("Phòng Kinh tế", parent=top)
    make_body("Phòng cũ", parent=top, valid_to=date(2026, 3, 1))
    make_assignment(office=office, body=unit, due_on="2026-02-02")
    client.force_login(make_person(Role.HEAD, body=top))

    page = client.get(page_of(top))

    assert page.context["children"] == [BodyCounts(unit, Counts(overdue=1, late_open=1))]
    assert page.context["counts"] == Counts()


def test_a_body_that_was_given_nothing_reads_a_sentence(client: Client) -> None:
    body = make_body()
    client.force_login(make_person(Role.OFFICER, body=body))

    assert (
        "Chưa có nhiệm vụ nào của đơn vị này trong phạm vi bạn được xem."
        in client.get(page_of(body)).content.decode()
    )


def test_a_watcher_and_a_helper_are_told_apart(client: Client) -> None:
    office, body = make_office(), make_body()
    make_assignment(office=office, body=body, due_on=FAR, role=AssignmentRole.CO)
    make_assignment(office=office, body=body, role=AssignmentRole.WATCH, status=Status.SENT)
    client.force_login(make_person(Role.LEADER, office=office))

    page = client.get(page_of(body))

    assert page.context["counts"] == Counts(on_track=1)
    assert [g.word for g in page.context["groups"]] == ["on_track", "watched"]


@pytest.mark.parametrize(("role", "shown"), [(Role.CLERK, True), (Role.INSPECTOR, False)])
def test_only_who_keeps_the_directory_is_offered_to_change_it(
    client: Client, role: Role, shown: bool
) -> None:
    office, body = make_office(), make_body()
    client.force_login(make_person(role, office=office))

    pages = [client.get(url).content.decode() for url in (URL, page_of(body))]
    acts = ("/don-vi/them/", f"/don-vi/{body.pk}/sua/")
    assert [act in page for act, page in zip(acts, pages, strict=True)] == [shown, shown]


@pytest.mark.parametrize("bodies", [1, 3])
def test_the_tree_takes_the_same_queries(
    client: Client, bodies: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    office = make_office()
    make_work(office, *[make_body(f"Ban {n}") for n in range(bodies)])
    client.force_login(make_person(Role.LEADER, office=office))

    with django_assert_num_queries(9):
        client.get(URL)


@pytest.mark.parametrize("rows", [1, 3])
def test_a_bodys_page_takes_the_same_queries(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    office, body = make_office(), make_body("UBND phường")
    for number in range(rows):
        make_work(office, body, make_body(f"Phòng {number}", parent=body))
        make_person(Role.OFFICER, body=body)
    client.force_login(make_person(Role.LEADER, office=office))

    with django_assert_num_queries(22):
        client.get(page_of(body))
