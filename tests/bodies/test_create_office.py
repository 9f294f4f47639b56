"""The first office of an installation, from the shell."""

import re
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from bodies import ledger
from bodies.models import Body, Membership, Office, Role, User
from tests.factories import make_user

pytestmark = pytest.mark.django_db

OPTIONS = {
    "name": "Văn phòng Đảng ủy xã Sơn Lộ",
    "committee": "Đảng ủy xã Sơn Lộ",
    "place": "Sơn Lộ",
    "symbol": "ĐU",
    "admin": "quantri",
    "admin_name": "Hà Thị Minh",
}


def create(**also: str) -> str:
    out = StringIO()
    call_command("create_office", stdout=out, **{**OPTIONS, **also})
    return out.getvalue()


def refusal(**also: str) -> str:
    """The words of the refusal; nothing was written."""
    counted = Office.objects.count(), User.objects.count(), Body.objects.count()
    with pytest.raises(CommandError) as refused:
        create(**also)
    assert counted == (Office.objects.count(), User.objects.count(), Body.objects.count())
    assert refused.value.returncode == 1
    return str(refused.value)


def test_an_office_is_set_up_and_its_administrator_signs_in(client: Client) -> None:
    said = create()

    office = Office.objects.select_related("committee", "staff_body").get()
    assert (office.name, office.committee.name) == (OPTIONS["name"], OPTIONS["committee"])
    assert (office.place, office.symbol) == ("Sơn Lộ", "ĐU")
    assert office.staff_body.parent == office.committee
    assert [(m.user.username, m.role) for m in Membership.objects.all()] == [
        ("quantri", Role.ADMIN)
    ]
    password = re.findall(r"Mật khẩu:\s+(\S+)\n", said)
    assert [client.login(username="quantri", password=word) for word in password] == [True]
    assert client.get("/cai-dat/").status_code == 200


def test_the_ledger_tells_of_it_and_not_the_password() -> None:
    said = create()

    (event,) = ledger.history(Office.objects.get())
    told = {"name": OPTIONS["name"], "committee": OPTIONS["committee"], "admin": "quantri"}
    assert (event.verb, event.by, event.after) == ("open_office", None, told)
    assert said.count(re.findall(r"Mật khẩu:\s+(\S+)\n", said)[0]) == 1


def test_the_committee_has_the_term_that_is_told() -> None:
    create(term_from="01/07/2025", term_to="30/06/2030")

    terms = Body.objects.get(kind=Body.Kind.COMMITTEE).terms.all()
    assert [(t.name, t.starts_on, t.ends_on) for t in terms] == [
        ("2025 - 2030", date(2025, 7, 1), date(2030, 6, 30))
    ]


def test_a_second_time_changes_nothing() -> None:
    create()

    assert refusal(name="VĂN PHÒNG Đảng uỷ xã Sơn Lộ", admin="khac").startswith(
        "Đã có văn phòng tên"
    )
    assert refusal(name="Văn phòng khác", admin="khac").startswith("Đã có cấp ủy tên")


def test_from_an_empty_installation_to_a_body_at_work(client: Client) -> None:
    """The administrator adds a clerk, the clerk a body, the administrator its officer."""
    create()
    people, committee = "/cai-dat/nguoi-dung/them/", Office.objects.get().committee
    admin, an = User.objects.get(), {"full_name": "Bùi An", "username": "buian", "role": "clerk"}
    client.force_login(admin)
    client.post(people, an)
    client.force_login(User.objects.get(username="buian"))
    client.post("/don-vi/them/", {"name": "UBND xã Sơn Lộ", "kind": "government"})
    body = Body.objects.get(parent=committee, kind=Body.Kind.GOVERNMENT)
    client.force_login(admin)
    client.post(people, {**an, "username": "lekhoa", "role": "officer", "body": body.pk})

    client.force_login(User.objects.get(username="lekhoa"))
    assert client.get("/").context["bodies"] == [body]


def test_nothing_told_is_asked_for_in_vietnamese() -> None:
    with pytest.raises(CommandError) as refused:
        call_command("create_office")

    assert str(refused.value).splitlines() == [
        "--name: Hãy ghi tên văn phòng.",
        "--committee: Hãy ghi tên cấp ủy.",
        "--place: Hãy ghi địa danh.",
        "--symbol: Hãy ghi ký hiệu của cấp ủy.",
        "--admin: Hãy ghi tên đăng nhập của người quản trị.",
        "--admin-name: Hãy ghi họ và tên người quản trị.",
    ]


def test_a_user_name_in_use_is_refused() -> None:
    make_user("quantri")

    assert refusal() == "Tên đăng nhập “quantri” đã có người dùng. Hãy chọn tên khác."


@pytest.mark.parametrize(
    ("also", "said"),
    [
        ({"name": "  "}, "--name: Hãy ghi tên văn phòng."),
        ({"symbol": "Đ" * 21}, "--symbol: Dài quá: tối đa 20 ký tự, đang có 21."),
        ({"term_from": "01/07/2025"}, "--term-to: Nhiệm kỳ cần cả ngày đầu và ngày cuối."),
        (
            {"term_from": "01/07/2025", "term_to": "01/07/2025"},
            "--term-to: Ngày cuối nhiệm kỳ phải sau ngày đầu.",
        ),
        ({"term_from": "x"}, "--term-from: Ngày không đọc được, ví dụ đúng: 01/07/2025."),
    ],
)
def test_what_cannot_be_read_is_told(also: dict[str, str], said: str) -> None:
    assert refusal(**also) == said


def test_an_ill_formed_user_name_is_told() -> None:
    assert refusal(admin="Quản trị").startswith("Tên đăng nhập có từ 3 đến 50 ký tự")
