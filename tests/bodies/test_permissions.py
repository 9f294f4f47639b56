"""What a person is today: their offices, their bodies, all below them; nothing by default."""

from datetime import date

import pytest

from bodies.models import Role
from bodies.permissions import Standing
from tests.factories import (
    make_body,
    make_membership,
    make_office,
    make_person,
    make_user,
    standing_of,
)

pytestmark = pytest.mark.django_db

READERS = [Role.CLERK, Role.REGISTRAR, Role.CHIEF, Role.LEADER, Role.INSPECTOR]


def sees(standing: Standing) -> tuple[int, int, int]:
    """How many offices, bodies and bodies with those below."""
    return len(standing.reads()), len(standing.bodies()), len(standing.body_ids())


def test_a_person_without_a_role_sees_nothing() -> None:
    make_office()

    assert sees(standing_of(make_user())) == (0, 0, 0)


@pytest.mark.parametrize("role", READERS)
def test_an_offices_people_read_it(role: Role) -> None:
    office = make_office()
    standing = standing_of(make_person(role, office=office))

    assert standing.reads() == standing.offices(role) == [office]
    assert standing.is_at(office, role)
    assert list(standing.body_ids()) == []


def test_an_administrator_has_no_business_rights() -> None:
    office = make_office()
    standing = standing_of(make_person(Role.ADMIN, office=office))

    assert (standing.reads(), standing.offices(Role.ADMIN)) == ([], [office])


def test_another_office_is_not_read() -> None:
    here, there = make_office("Văn phòng A"), make_office("Văn phòng B")
    standing = standing_of(make_person(Role.CHIEF, office=here))

    assert (standing.reads(), standing.is_at(there, Role.CHIEF)) == ([here], False)


@pytest.mark.parametrize(
    ("on", "held"),
    [
        pytest.param("2026-02-28", False, id="the day before it begins"),
        pytest.param("2026-03-01", True, id="the first day"),
        pytest.param("2026-03-31", True, id="the last day"),
        pytest.param("2026-04-01", False, id="the day after it ended"),
    ],
)
def test_a_membership_holds_from_its_first_to_its_last_day(on: str, held: bool) -> None:
    user, office, body = make_user(), make_office(), make_body()
    make_membership(user, Role.CLERK, office=office)
    make_membership(user, Role.HEAD, body=body)
    user.memberships.update(valid_from=date(2026, 3, 1), valid_to=date(2026, 3, 31))

    assert sees(standing_of(user, on=on)) == ((1, 1, 1) if held else (0, 0, 0))


def test_a_locked_person_sees_nothing() -> None:
    user = make_person(Role.LEADER, office=make_office(), is_active=False)
    make_membership(user, Role.HEAD, body=make_body())

    assert sees(standing_of(user)) == (0, 0, 0)


def test_a_superior_sees_all_below_and_nothing_beside_or_above() -> None:
    top = make_body("Đảng ủy")
    ubnd = make_body("UBND phường", parent=top)
    office = make_body("Phòng Kinh tế", parent=ubnd)
    team = make_body("Tổ công tác", parent=office)
    make_body("Công an phường", parent=top)

    standing = standing_of(make_person(Role.OFFICER, body=ubnd))

    assert sorted(standing.body_ids()) == [ubnd.pk, office.pk, team.pk]


def test_a_circle_of_bodies_ends() -> None:
    first = make_body("Ban A")
    second = make_body("Ban B", parent=first)
    first.parent = second
    first.save()

    standing = standing_of(make_person(Role.HEAD, body=first))

    assert sorted(standing.body_ids()) == [first.pk, second.pk]


def test_bodies_are_asked_by_role() -> None:
    user, led, served = make_user(), make_body("Ban A"), make_body("Ban B")
    make_membership(user, Role.HEAD, body=led)
    make_membership(user, Role.OFFICER, body=served)
    standing = standing_of(user)

    assert [standing.bodies(Role.HEAD), standing.bodies(Role.OFFICER)] == [[led], [served]]
    assert standing.bodies() == [led, served]
    assert (standing.has(Role.HEAD), standing.has(Role.CLERK, Role.LEADER)) == (True, False)


def test_two_roles_at_one_place_name_it_once() -> None:
    user, office, body = make_user(), make_office(), make_body()
    for role in (Role.CLERK, Role.REGISTRAR):
        make_membership(user, role, office=office)
    for role in (Role.HEAD, Role.OFFICER):
        make_membership(user, role, body=body)

    assert (standing_of(user).reads(), standing_of(user).bodies()) == ([office], [body])
