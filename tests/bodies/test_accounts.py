"""Accounts: who may sign in and as what; each change told in the ledger, no password anywhere."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pytest_django import Settings

from bodies import accounts, ledger
from bodies.accounts import AccountRefused, NewPerson
from bodies.models import Event, Membership, Office, Role, User
from bodies.permissions import Realm
from tests.factories import at, make_body, make_membership, make_office, make_person, make_user
from tests.reminders.days import at_once

NOW = at("2026-03-10", "09:30")
TODAY = date(2026, 3, 10)
READABLE = re.compile(r"([bcghkmnptv][aeiou]){2}(-([bcghkmnptv][aeiou]){2}){2}-[2-9]{4}")
AN = NewPerson("Bùi Văn An", "buivanan", email="an@phuong.example", phone="0912 345 678")


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def told(row: User | Office) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    return [(event.verb, event.before, event.after) for event in ledger.history(row)]


def refused(verb: Callable[..., object], *args: Any, by: User) -> str:
    """The sentence of the refusal; nothing was told of the act."""
    events = Event.objects.count()
    with pytest.raises(AccountRefused) as refusal:
        verb(*args, at=NOW, by=by)
    assert Event.objects.count() == events
    return str(refusal.value)


def test_a_password_reads_aloud_and_survives_a_vietnamese_keyboard() -> None:
    made = [accounts.new_password() for _ in range(200)]

    assert len(set(made)) == 200
    for password in made:
        assert READABLE.fullmatch(password)
        assert all(word[1] != word[3] for word in password.split("-")[:3])  # aa, ee, oo are marks


@pytest.mark.django_db
def test_a_person_is_added_with_a_role_and_a_password() -> None:
    office = make_office()
    admin = make_person(Role.ADMIN, office=office)

    user, password = accounts.add_person(AN, Role.CLERK, office, at=NOW, by=admin)

    assert User.objects.get(username="buivanan").check_password(password)
    assert [(m.role, m.office, m.valid_from) for m in user.memberships.all()] == [
        ("clerk", office, TODAY)
    ]
    after = {"username": "buivanan", "full_name": "Bùi Văn An"}
    assert told(user) == [("add_person", {}, {**after, "role": "clerk", "place": str(office.key)})]


@pytest.mark.django_db
def test_a_password_is_nowhere_in_the_ledger() -> None:
    office = make_office()
    admin = make_person(Role.ADMIN, office=office)

    user, first = accounts.add_person(AN, Role.CLERK, office, at=NOW, by=admin)
    second = accounts.reset_password(user, at=NOW, by=admin)
    user = accounts.change_password(user, "mat khau cua toi", at=NOW)

    kept = str(list(Event.objects.values()))
    assert [word in kept for word in (first, second, "mat khau cua toi", user.password)] == [
        False
    ] * 4
    assert [verb for verb, _, _ in told(user)] == [
        "change_password",
        "reset_password",
        "add_person",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["an", "Nguyễn", "an khang", "1an", "a" * 51, "an@xa", ""])
def test_an_ill_formed_user_name_is_refused(typed: str) -> None:
    office, admin = make_office(), make_user()

    sentence = refused(accounts.add_person, NewPerson("An", typed), Role.CLERK, office, by=admin)

    assert sentence.startswith("Tên đăng nhập có từ 3 đến 50 ký tự")
    assert list(User.objects.all()) == [admin]


@pytest.mark.django_db
def test_a_user_name_is_taken_whatever_its_case() -> None:
    office, admin = make_office(), make_user("VanThu")

    sentence = refused(
        accounts.add_person, NewPerson("An", " vanthu "), Role.CLERK, office, by=admin
    )

    assert sentence == "Tên đăng nhập “vanthu” đã có người dùng. Hãy chọn tên khác."


@pytest.mark.django_db
def test_a_role_is_of_an_office_or_of_a_body() -> None:
    office, user, admin = make_office(), make_user(), make_user()

    refused(accounts.give_role, user, Role.OFFICER, office, by=admin)
    refused(accounts.give_role, user, Role.CLERK, office.committee, by=admin)

    assert not Membership.objects.exists()


@pytest.mark.django_db
def test_a_role_is_given_once_and_again_after_it_ended() -> None:
    body, admin = make_body(), make_user()
    user = make_person(Role.OFFICER, body=body)

    sentence = refused(accounts.give_role, user, Role.OFFICER, body, by=admin)
    accounts.end_role(user.memberships.get(), at=NOW, by=admin)
    accounts.give_role(user, Role.OFFICER, body, at=NOW, by=admin)

    assert sentence == f"{user} đã có vai trò Cán bộ đầu mối, {body}."
    days = user.memberships.order_by("pk").values_list("valid_from", "valid_to")
    assert list(days) == [(None, TODAY), (TODAY, None)]


@pytest.mark.django_db
def test_an_ended_role_is_held_to_the_end_of_the_day() -> None:
    body, admin = make_body(), make_user()
    user = make_person(Role.OFFICER, body=body)
    held = user.memberships.get()

    accounts.end_role(held, at=NOW, by=admin)
    sentence = refused(accounts.end_role, held, by=admin)

    assert sentence == "Vai trò này đã kết thúc ngày 10/03/2026."
    place = {"role": "officer", "place": str(body.key), "valid_to": None}
    assert told(user) == [("end_role", place, {"valid_to": "2026-03-10"})]


@pytest.mark.django_db
def test_a_role_still_to_begin_is_not_ended() -> None:
    user = make_user()
    held = make_membership(user, Role.HEAD, body=make_body(), valid_from=date(2026, 4, 1))

    assert "01/04/2026 mới bắt đầu" in refused(accounts.end_role, held, by=make_user())


@pytest.mark.django_db
def test_nobody_ends_their_own_last_role_of_administrator() -> None:
    office = make_office()
    admin = make_person(Role.ADMIN, office=office)
    make_person(Role.ADMIN, office=office)

    sentence = refused(accounts.end_role, admin.memberships.get(), by=admin)

    assert sentence == "Bạn không thể tự kết thúc vai trò Quản trị cuối cùng của mình."


@pytest.mark.django_db
def test_two_administrators_do_not_end_each_other_on_one_day() -> None:
    office = make_office()
    first, second = (make_person(Role.ADMIN, office=office) for _ in range(2))

    accounts.end_role(second.memberships.get(), at=NOW, by=first)

    assert "ít nhất một người quản trị" in refused(
        accounts.end_role, first.memberships.get(), by=second
    )
    assert "ít nhất một người quản trị" in refused(accounts.lock, first, by=second)


@pytest.mark.django_db
def test_a_person_is_locked_and_unlocked() -> None:
    user, admin = make_user(), make_user()

    accounts.lock(user, at=NOW, by=admin)
    again = refused(accounts.lock, user, by=admin)
    accounts.unlock(user, at=NOW, by=admin)
    once_more = refused(accounts.unlock, user, by=admin)

    assert told(user) == [
        ("unlock", {"is_active": False}, {"is_active": True}),
        ("lock", {"is_active": True}, {"is_active": False}),
    ]
    assert (again, once_more) == (
        f"Tài khoản của {user} đã khóa từ trước.",
        f"Tài khoản của {user} đang hoạt động.",
    )


@pytest.mark.django_db
def test_nobody_locks_or_resets_oneself() -> None:
    admin = make_person(Role.ADMIN, office=make_office())

    assert refused(accounts.lock, admin, by=admin) == "Bạn không thể tự khóa tài khoản của mình."
    refused(accounts.reset_password, admin, by=admin)


@pytest.mark.django_db
def test_history_keeps_what_changed_and_nothing_when_nothing_did() -> None:
    office, admin = make_office(due_soon_days=5, place="Tràng Hạc"), make_user()

    values = {"due_soon_days": 7, "place": "Tràng Hạc", "remind_before_days": [3, 1]}
    changes = [accounts.revise_office(office, values, at=NOW, by=admin) for _ in range(2)]

    assert changes == [True, False]
    assert told(office) == [
        (
            "revise_office",
            {"due_soon_days": 5, "remind_before_days": []},
            {"due_soon_days": 7, "remind_before_days": [3, 1]},
        )
    ]


@pytest.mark.django_db
def test_a_realm_is_the_office_and_all_bodies_under_its_committee() -> None:
    office, other = make_office("Văn phòng một"), make_office("Văn phòng hai")
    ubnd = make_body("UBND phường", parent=office.committee)
    below = make_body("Phòng Kinh tế", parent=ubnd)
    clerk = make_person(Role.CLERK, office=office)
    officer = make_person(Role.OFFICER, body=below)
    make_person(Role.CLERK, office=other)
    make_person(Role.HEAD, body=other.committee)
    make_user()

    realm = Realm([office], on=TODAY)

    assert set(realm.people()) == {clerk, officer}
    assert set(realm.bodies()) == {office.committee, office.staff_body, ubnd, below}


@pytest.mark.django_db
def test_who_left_stays_until_another_office_has_them() -> None:
    office, other = make_office("Văn phòng một"), make_office("Văn phòng hai")
    user = make_user(is_active=False)
    make_membership(user, Role.CLERK, office=office, valid_to=date(2026, 3, 9))
    realm = Realm([office], on=TODAY)

    before = list(realm.people())
    make_membership(user, Role.CLERK, office=other)

    assert (before, list(realm.people())) == ([user], [])


@pytest.mark.django_db
def test_an_account_is_kept_where_all_its_roles_are() -> None:
    office, other = make_office("Văn phòng một"), make_office("Văn phòng hai")
    user = make_person(Role.CLERK, office=office)
    make_membership(user, Role.CLERK, office=other, valid_to=date(2026, 3, 9))
    realm = Realm([office], on=TODAY)

    before = realm.keeps_account_of(user)
    make_membership(user, Role.ADMIN, office=other)

    assert (before, realm.keeps_account_of(user)) == (True, False)
    assert Realm([office, other], on=TODAY).keeps_account_of(user)


@pytest.mark.django_db
def test_who_administers_nothing_has_an_empty_realm() -> None:
    make_person(Role.CLERK, office=make_office())
    realm = Realm([], on=TODAY)

    assert (list(realm.people()), list(realm.bodies()), list(realm.posts())) == ([], [], [])


def or_refused(verb: Callable[[], object]) -> str:
    try:
        verb()
    except AccountRefused as refusal:
        return str(refusal)[:16]
    return "done"


@pytest.mark.django_db(transaction=True)
def test_two_administrators_at_once_leave_one() -> None:
    office = make_office()
    first, second = (make_person(Role.ADMIN, office=office) for _ in range(2))
    held = {user: user.memberships.get() for user in (first, second)}

    said = at_once(
        lambda: or_refused(lambda: accounts.end_role(held[first], at=NOW, by=second)),
        lambda: or_refused(lambda: accounts.end_role(held[second], at=NOW, by=first)),
    )

    assert sorted(map(str, said)) == ["Văn phòng Đảng ủ", "done"]
    assert Membership.objects.filter(valid_to=None).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_do_not_share_a_user_name() -> None:
    office = make_office()
    admin = make_person(Role.ADMIN, office=office)

    def add() -> str:
        return or_refused(lambda: accounts.add_person(AN, Role.CLERK, office, at=NOW, by=admin))

    assert sorted(map(str, at_once(add, add))) == ["Tên đăng nhập “b", "done"]
    assert User.objects.filter(username="buivanan").count() == 1
