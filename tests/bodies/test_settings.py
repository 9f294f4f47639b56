"""Cài đặt: the office, its people and one's own password, in the browser."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from assignments.reminders.ladder import AFTER, BEFORE
from bodies.forms.settings import SettingsForm
from bodies.models import Event, Membership, Office, Role, User
from tests.factories import make_body, make_membership, make_office, make_person, make_user

pytestmark = pytest.mark.django_db

OFFICE, PEOPLE, ADD = "/cai-dat/", "/cai-dat/nguoi-dung/", "/cai-dat/nguoi-dung/them/"
PASSWORD = "/doi-mat-khau/"
STEPS = ("khoa", "mo-khoa", "mat-khau", "vai-tro")
TYPED: dict[str, Any] = {
    "name": "Văn phòng Đảng ủy xã",
    "place": "Sơn Lộ",
    "symbol": "ĐU",
    "superior_line": "",
    "due_soon_days": "3",
    "before_means": "day_before",
    "evidence_default": "file",
    "remind_from_hour": "8",
    "remind_until_hour": "16",
    "remind_before_days": "1; 7, 3",
    "remind_after_days": "",
}
AN = {"full_name": " Bùi  Văn An ", "username": "BuiVanAn", "role": "clerk"}


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def office() -> Office:
    return make_office()


@pytest.fixture
def admin(office: Office, client: Client) -> User:
    user = make_person(Role.ADMIN, office=office, username="quantri")
    client.force_login(user)
    return user


def page_of(user: User, step: str = "") -> str:
    return f"{PEOPLE}{user.pk}/{step and step + '/'}"


def words(client: Client, url: str, data: dict[str, Any] | None = None, status: int = 200) -> str:
    answer = client.get(url) if data is None else client.post(url, data, follow=status == 200)
    assert answer.status_code == status
    return str(answer.content.decode())


def test_strangers_sign_in_first(client: Client) -> None:
    user = make_user()
    pages = [OFFICE, PEOPLE, ADD, PASSWORD, page_of(user), *(page_of(user, s) for s in STEPS)]

    assert {(url, client.get(url).status_code) for url in pages} == {(url, 302) for url in pages}


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMIN])
def test_only_an_administrator_enters(role: Role, client: Client, office: Office) -> None:
    place = {"body": office.committee} if role in (Role.OFFICER, Role.HEAD) else {"office": office}
    user = make_person(role, **place)
    client.force_login(user)

    assert [client.get(url).status_code for url in (OFFICE, PEOPLE, ADD, page_of(user))] == [
        403
    ] * 4
    assert [client.post(page_of(user, step)).status_code for step in STEPS] == [403] * 4
    assert "Cài đặt" not in client.get("/", follow=True).content.decode()


def test_another_offices_people_do_not_exist_here(client: Client, admin: User) -> None:
    other = make_office("Văn phòng khác")
    people = [
        make_person(Role.CLERK, office=other),
        make_person(Role.OFFICER, body=other.committee),
        make_user(),
    ]

    answers = [client.get(page_of(user)).status_code for user in people]
    answers += [client.post(page_of(user, s)).status_code for user in people for s in STEPS]
    assert set(answers) == {404}
    held = people[0].memberships.get()
    assert client.post(f"{page_of(admin)}vai-tro/{held.pk}/ket-thuc/").status_code == 404
    assert f"?vp={other.pk}" not in words(client, OFFICE)
    assert [client.get(f"{OFFICE}?vp={vp}").status_code for vp in (other.pk, "x")] == [404, 404]


def test_a_step_is_posted(client: Client, admin: User) -> None:
    assert [client.get(page_of(admin, step)).status_code for step in STEPS] == [405] * 4


def test_an_administrator_comes_from_the_desk(client: Client, admin: User) -> None:
    page = words(client, "/")

    assert f'<a href="{OFFICE}">' in page
    assert "Cài đặt</span>" in page


def test_settings_are_saved(client: Client, admin: User, office: Office) -> None:
    assert "Đã lưu cài đặt." in words(client, OFFICE, TYPED)

    saved = Office.objects.get()
    kept = {name: getattr(saved, name) for name in TYPED}
    assert kept == {
        **TYPED,
        "due_soon_days": 3,
        "remind_from_hour": 8,
        "remind_until_hour": 16,
        "remind_before_days": [7, 3, 1],
        "remind_after_days": [],
    }
    assert not saved.clerk_may_issue
    assert [(e.verb, e.by) for e in Event.objects.all()] == [("revise_office", admin)]


def test_settings_as_they_were_write_nothing(client: Client, admin: User) -> None:
    words(client, OFFICE, TYPED)

    assert "Không có gì thay đổi" in words(client, OFFICE, TYPED)
    assert Event.objects.count() == 1
    assert 'value="7, 3, 1"' in words(client, OFFICE)


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", " ", "Hãy ghi tên văn phòng."),
        ("name", "a" * 201, "Dài quá: tối đa 200 ký tự, đang có 201."),
        ("place", "Sơn\0Lộ", "Có ký tự không đọc được. Hãy gõ lại."),
        ("due_soon_days", "0", "Số này phải từ 1 trở lên."),
        ("due_soon_days", "31", "Số này không được quá 30."),
        ("due_soon_days", "năm", "Hãy ghi một số từ 1 đến 30."),
        ("before_means", "x", "Hãy chọn một mục trong danh sách."),
        ("evidence_default", "", "Hãy chọn loại minh chứng."),
        ("remind_until_hour", "8", "Giờ kết thúc phải sau giờ bắt đầu."),
        ("remind_until_hour", "25", "Số này không được quá 24."),
        ("remind_before_days", "5, x", "“x” không phải số ngày."),
        ("remind_before_days", "-1", "“-1” không phải số ngày."),
        ("remind_before_days", "61", "mỗi số phải từ 0 đến 60."),
        ("remind_after_days", "0", "mỗi số phải từ 1 đến 60."),
        ("remind_after_days", "9" * 30, "mỗi số phải từ 1 đến 60."),
        ("remind_after_days", "1 2 3 4 5 6 7", "Nhiều quá: ghi không quá 6 số."),
    ],
)
def test_what_is_wrong_is_told_and_not_saved(
    field: str, typed: str, said: str, client: Client, admin: User, office: Office
) -> None:
    page = words(client, OFFICE, {**TYPED, field: typed}, status=422)

    assert said in page
    assert (Office.objects.get().name, Event.objects.count()) == (office.name, 0)


def test_the_page_names_the_ladder_used_where_none_is_set() -> None:
    fields = SettingsForm.base_fields
    ladders = (("remind_before_days", BEFORE), ("remind_after_days", AFTER))

    for name, ladder in ladders:
        assert f" {', '.join(map(str, ladder))} ngày" in str(fields[name].help_text)


def test_who_administers_two_offices_chooses(client: Client, admin: User, office: Office) -> None:
    other = make_office("Văn phòng xã bên")
    make_membership(admin, Role.ADMIN, office=other)

    words(client, f"{OFFICE}?vp={other.pk}", TYPED)
    said = words(client, ADD, AN, status=422)
    words(client, ADD, {**AN, "office": other.pk})

    names = [Office.objects.get(pk=each.pk).name for each in (office, other)]
    assert names == [office.name, TYPED["name"]]
    assert "Hãy chọn văn phòng cho vai trò này." in said
    assert User.objects.get(username="buivanan").memberships.get().office == other


def test_people_are_listed_with_their_roles(client: Client, admin: User, office: Office) -> None:
    ubnd = make_body("UBND phường", parent=office.committee)
    officer = make_person(Role.OFFICER, body=ubnd, full_name="Đinh Thị Hạnh", is_active=False)
    make_membership(officer, Role.HEAD, body=ubnd, valid_to=date(2020, 1, 1))
    make_person(Role.CLERK, office=make_office("Văn phòng khác"), full_name="Người nơi khác")

    answer = client.get(PEOPLE)

    listed = [(user, [m.role for m in roles]) for user, roles in answer.context["rows"]]
    assert listed == [(officer, ["officer"]), (admin, ["admin"])]
    assert "✕ Đã khóa" in answer.content.decode()


@pytest.mark.parametrize(
    ("asked", "found"),
    [("hanh", ["hanh"]), ("ĐỒNG CHÍ", ["quantri"]), ("@xa", ["hanh"]), ("không có", [])],
)
def test_people_are_found_without_accents(
    asked: str, found: list[str], client: Client, admin: User, office: Office
) -> None:
    make_person(
        Role.CLERK, office=office, username="hanh", full_name="Đinh Thị Hạnh", email="h@xa.vn"
    )

    answer = client.get(PEOPLE, {"q": asked})

    assert [user.username for user, _ in answer.context["rows"]] == found
    assert ("Không có người dùng nào khớp" in answer.content.decode()) == (not found)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_database_little(
    rows: int,
    client: Client,
    admin: User,
    office: Office,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(rows):
        make_person(Role.OFFICER, body=make_body(parent=office.committee))

    with django_assert_num_queries(6):  # session, user, roles; bodies below, people, their roles
        client.get(PEOPLE)


def test_a_person_is_added_and_signs_in_with_the_password_shown_once(
    client: Client, admin: User, office: Office
) -> None:
    answer = client.post(ADD, AN)

    user = User.objects.get(username="buivanan")
    password = re.findall(r"[a-z]{4}-[a-z]{4}-[a-z]{4}-[2-9]{4}", answer.content.decode())
    assert (user.full_name, user.memberships.get().office) == ("Bùi Văn An", office)
    assert [Client().login(username="buivanan", password=word) for word in password] == [True]
    assert "no-store" in answer["Cache-Control"]
    assert password[0] not in words(client, page_of(user)) + words(client, PEOPLE)


@pytest.mark.parametrize(
    ("also", "said"),
    [
        ({"full_name": ""}, "Hãy ghi họ và tên."),
        ({"username": ""}, "Hãy ghi tên đăng nhập."),
        ({"username": "an khang"}, "Tên đăng nhập có từ 3 đến 50 ký tự"),
        ({"username": "QuanTri"}, "Tên đăng nhập “quantri” đã có người dùng."),
        ({"email": "an@"}, "Thư điện tử không đúng"),
        ({"phone": "không"}, "Số điện thoại không đúng"),
        ({"role": ""}, "Hãy chọn vai trò."),
        ({"role": "king"}, "Hãy chọn một mục trong danh sách."),
        ({"role": "head"}, "Hãy chọn cơ quan, đơn vị cho vai trò này."),
        ({"role": "head", "body": "999999"}, "Hãy chọn một cơ quan, đơn vị trong danh sách."),
    ],
)
def test_a_person_not_told_rightly_is_not_added(
    also: dict[str, str], said: str, client: Client, admin: User
) -> None:
    page = words(client, ADD, {**AN, **also}, status=422)

    assert said in page
    assert (list(User.objects.all()), Event.objects.count()) == ([admin], 0)


def test_a_role_is_not_given_at_a_body_outside_or_that_is_no_more(
    client: Client, admin: User, office: Office
) -> None:
    outside = make_body("UBND xã khác")
    ended = make_body("Phòng cũ", parent=office.committee, valid_to=date(2020, 1, 1))

    for body in (outside, ended):
        words(client, ADD, {**AN, "role": "officer", "body": body.pk}, status=422)
    page = words(client, ADD, {**AN, "body": office.committee.pk}, status=422)

    assert "“Chuyên viên Văn phòng” là vai trò của văn phòng: hãy bỏ chọn đơn vị." in page
    assert list(User.objects.all()) == [admin]


def test_a_person_is_corrected(client: Client, admin: User, office: Office) -> None:
    user = make_person(Role.CLERK, office=office, full_name="An")

    bad = words(client, page_of(user), {"full_name": "", "email": "x"}, status=422)
    words(
        client, page_of(user), {"full_name": "Bùi An", "email": "an@xa.vn", "phone": "0912345678"}
    )

    assert ("Hãy ghi họ và tên." in bad, "Thư điện tử không đúng" in bad) == (True, True)
    saved = User.objects.get(pk=user.pk)
    assert (saved.full_name, saved.email, saved.phone) == ("Bùi An", "an@xa.vn", "0912345678")
    assert [e.after["full_name"] for e in Event.objects.all()] == ["Bùi An"]


def test_who_is_locked_is_out_with_the_next_click(
    client: Client, admin: User, office: Office
) -> None:
    user, theirs = make_person(Role.CLERK, office=office), Client()
    theirs.force_login(user)
    before = theirs.get("/").status_code

    said = words(client, page_of(user, "khoa"), {})
    locked = theirs.get("/").status_code
    words(client, page_of(user, "mo-khoa"), {})

    assert (before, locked, theirs.get("/").status_code) == (200, 302, 200)
    assert "Người này không vào được hệ thống nữa." in said


def test_a_new_password_ends_the_sessions_of_the_old(
    client: Client, admin: User, office: Office
) -> None:
    user, theirs = make_person(Role.CLERK, office=office), Client()
    theirs.force_login(user)

    page = words(client, page_of(user, "mat-khau"), {})

    shown = re.findall(r"[a-z]{4}-[a-z]{4}-[a-z]{4}-[2-9]{4}", page)
    assert [theirs.login(username=user.username, password=word) for word in shown] == [True]
    assert Event.objects.get().verb == "reset_password"


def test_a_session_under_the_old_password_is_over(
    client: Client, admin: User, office: Office
) -> None:
    user, theirs = make_person(Role.CLERK, office=office, password="mat khau cu"), Client()
    theirs.force_login(user)

    words(client, page_of(user, "mat-khau"), {})

    assert theirs.get("/").status_code == 302


def test_what_one_may_not_do_to_oneself_is_told(client: Client, admin: User) -> None:
    own = admin.memberships.get()

    assert "không thể tự khóa" in words(client, page_of(admin, "khoa"), {})
    assert "trang Đổi mật khẩu" in words(client, page_of(admin, "mat-khau"), {})
    assert "không thể tự kết thúc" in words(
        client, f"{page_of(admin)}vai-tro/{own.pk}/ket-thuc/", {}
    )
    assert Event.objects.count() == 0


def test_a_role_is_given_and_ended(client: Client, admin: User, office: Office) -> None:
    user = make_person(Role.CLERK, office=office)
    data = {"role": "officer", "body": office.committee.pk}

    said = words(client, page_of(user, "vai-tro"), data)
    again = words(client, page_of(user, "vai-tro"), data, status=422)
    held = Membership.objects.get(user=user, role="officer")
    ended = words(client, f"{page_of(user)}vai-tro/{held.pk}/ket-thuc/", {})

    assert f"Đã giao vai trò Cán bộ đầu mối, {office.committee}." in said
    assert "đã có vai trò Cán bộ đầu mối" in again
    assert "Vai trò Cán bộ đầu mối kết thúc vào cuối ngày hôm nay." in ended
    assert [e.verb for e in Event.objects.all()] == ["give_role", "end_role"]


def test_an_account_of_two_offices_is_not_taken_over(
    client: Client, admin: User, office: Office
) -> None:
    user = make_person(Role.CLERK, office=office, password="mat khau cu")
    make_membership(user, Role.ADMIN, office=make_office("Văn phòng khác"))

    page = words(client, page_of(user))
    steps = [client.post(page_of(user, s)).status_code for s in ("", "khoa", "mo-khoa", "mat-khau")]

    assert "ngoài phạm vi bạn quản trị" in page
    assert ("Lưu thông tin" in page, "Khóa tài khoản" in page) == (False, False)
    assert (steps, Event.objects.count()) == ([403] * 4, 0)


def test_ones_own_password_is_changed_and_other_sessions_end(client: Client) -> None:
    user, elsewhere = make_user(password="mat khau cu"), Client()
    for browser in (client, elsewhere):
        browser.force_login(user)
    data = {"old_password": "mat khau cu", "new_password1": "rừng xanh núi đỏ"}

    said = words(client, PASSWORD, {**data, "new_password2": "rừng xanh núi đỏ"})

    assert "Đã đổi mật khẩu." in said
    assert User.objects.get().check_password("rừng xanh núi đỏ")
    assert [c.get(PASSWORD).status_code for c in (client, elsewhere)] == [200, 302]
    assert [(e.verb, e.by, e.after) for e in Event.objects.all()] == [("change_password", user, {})]


@pytest.mark.parametrize(
    ("old", "first", "second", "said"),
    [
        ("sai", "rừng xanh", "rừng xanh", "Mật khẩu hiện tại không đúng. Hãy nhập lại."),
        ("mat khau cu", "rừng xanh", "núi đỏ lửa", "Hai lần nhập mật khẩu mới không giống nhau."),
        ("mat khau cu", "ngắn", "ngắn", "Mật khẩu quá ngắn: cần ít nhất 8 ký tự."),
        ("mat khau cu", "password", "password", "Mật khẩu này quá phổ biến, dễ đoán."),
        ("mat khau cu", "86420975318", "86420975318", "Mật khẩu không được chỉ gồm chữ số."),
        ("mat khau cu", "mat khau cu", "mat khau cu", "phải khác mật khẩu hiện tại."),
        ("mat khau cu", "a\0b", "a\0b", "Mật khẩu có ký tự không hợp lệ."),
        ("", "", "", "Hãy nhập mật khẩu hiện tại."),
    ],
)
def test_a_password_that_will_not_do_is_told_in_vietnamese(
    old: str, first: str, second: str, said: str, client: Client
) -> None:
    user = make_user(password="mat khau cu")
    client.force_login(user)
    data = {"old_password": old, "new_password1": first, "new_password2": second}

    page = words(client, PASSWORD, data, status=422)

    assert said in page
    assert not re.search(r"password (?!-)|must|Your |This |field", re.sub(r"<[^>]*>", "", page))
    assert User.objects.get().check_password("mat khau cu")


@pytest.mark.parametrize("url", [OFFICE, PEOPLE, ADD, PASSWORD, f"{PEOPLE}?q=khong"])
def test_no_page_carries_its_own_style_or_script(url: str, client: Client, admin: User) -> None:
    page = words(client, url) + words(client, page_of(admin))

    assert not re.search(r" style=| on[a-z]+=|<style|<script>", page)
