"""Shapes the database keeps, whoever writes."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, models, transaction

from bodies.models import (
    Body,
    BodyAlias,
    BodyGroup,
    ChainHead,
    DayOff,
    Membership,
    Office,
    Role,
    Substitution,
    WorkingDay,
)
from tests.factories import make_body, make_office, make_user

pytestmark = pytest.mark.django_db

LATER, SOONER = date(2026, 3, 11), date(2026, 3, 10)


def refused(*rows: models.Model) -> bool:
    """Whether the database refuses to keep the last of the rows."""
    for row in rows[:-1]:
        row.save()
    try:
        with transaction.atomic():
            rows[-1].save()
    except IntegrityError:
        return True
    return False


def _body(**also: object) -> Body:
    return Body(**{"name": "Ban A", "kind": Body.Kind.STAFF, **also})


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(lambda: _body(name=""), id="without a name"),
        pytest.param(lambda: _body(pk=7000, parent_id=7000), id="under itself"),
        pytest.param(lambda: _body(valid_from=LATER, valid_to=SOONER), id="ends before it begins"),
    ],
)
def test_a_body_of_no_shape_is_refused(body: Callable[[], Body]) -> None:
    assert refused(body())


def test_a_body_of_one_day_is_kept() -> None:
    assert not refused(_body(valid_from=SOONER, valid_to=SOONER))


def test_two_bodies_may_bear_one_name() -> None:
    assert not refused(_body(), _body())


@pytest.mark.parametrize("of_an_office", [True, False])
def test_an_alias_means_one_body_whatever_its_accents(of_an_office: bool) -> None:
    office = make_office() if of_an_office else None
    first, second = make_body(), make_body()

    assert refused(
        BodyAlias(office=office, body=first, name="UBND huyện"),
        BodyAlias(office=office, body=second, name="ubnd HUYEN"),
    )


def test_two_offices_may_mean_different_bodies_by_one_name() -> None:
    here, there = make_office("Văn phòng A"), make_office("Văn phòng B")

    assert not refused(
        BodyAlias(office=here, body=make_body(), name="UBND huyện"),
        BodyAlias(body=make_body(), name="UBND huyện"),
        BodyAlias(office=there, body=make_body(), name="UBND huyện"),
    )


def test_a_group_is_named_once_an_office() -> None:
    office, other = make_office("Văn phòng A"), make_office("Văn phòng B")
    kept = BodyGroup(office=office, name="Các xã"), BodyGroup(office=other, name="Các xã")

    assert not refused(*kept)
    assert refused(BodyGroup(office=office, name="các xã"))


@pytest.mark.parametrize(
    ("role", "at_office", "at_body"),
    [
        pytest.param(Role.CLERK, False, False, id="nowhere"),
        pytest.param(Role.CLERK, True, True, id="at both"),
        pytest.param(Role.CLERK, False, True, id="a clerk at a body"),
        pytest.param(Role.HEAD, True, False, id="a head at an office"),
        pytest.param("king", True, False, id="an unknown role"),
    ],
)
def test_a_role_is_held_where_it_belongs(role: str, at_office: bool, at_body: bool) -> None:
    office = make_office() if at_office else None
    body = make_body() if at_body else None

    assert refused(Membership(user=make_user(), role=role, office=office, body=body))


def test_a_membership_does_not_end_before_it_begins() -> None:
    span = {"valid_from": LATER, "valid_to": SOONER}

    assert refused(Membership(user=make_user(), role=Role.HEAD, body=make_body(), **span))


def test_a_substitution_is_by_another_and_for_a_time() -> None:
    away, stays = make_user(), make_user()
    by_oneself = Substitution(
        principal=away, acting=away, starts_on=SOONER, ends_on=LATER, set_by=away
    )
    backwards = Substitution(
        principal=away, acting=stays, starts_on=LATER, ends_on=SOONER, set_by=away
    )

    assert [refused(by_oneself), refused(backwards)] == [True, True]


def test_an_office_reminds_in_some_hours() -> None:
    office = make_office()
    office.remind_from_hour = office.remind_until_hour = 7

    assert refused(office)


def test_a_staff_body_serves_one_office() -> None:
    first = make_office()
    fields = {"committee": first.committee, "staff_body": first.staff_body, "place": "Tràng Hạc"}

    assert refused(Office(name="Văn phòng thứ hai", symbol="ĐU", **fields))


def test_the_chain_has_one_head() -> None:
    assert refused(ChainHead(pk=1), ChainHead(pk=2))


def test_a_day_is_off_or_worked_once() -> None:
    assert refused(DayOff(day=SOONER, name="Bão"), DayOff(day=SOONER, name="Lũ"))
    assert refused(WorkingDay(day=SOONER, name="Bù"), WorkingDay(day=SOONER, name="Bù"))


def test_a_body_with_work_or_people_is_not_deleted() -> None:
    body = make_body()
    Membership.objects.create(user=make_user(), role=Role.HEAD, body=body)

    with pytest.raises(models.ProtectedError):
        body.delete()


def test_names_are_found_without_accents() -> None:
    body = make_body("Đảng ủy Quân sự", short_name="ĐUQS")
    make_body("Công an phường")

    assert [list(Body.objects.matching(w)) for w in ("dang uy", "ĐUQS", "quan  su")] == [[body]] * 3
    assert list(Body.objects.matching("y tế")) == []


def test_no_roots_have_no_subtree() -> None:
    make_body()

    assert list(Body.objects.subtree([])) == []
