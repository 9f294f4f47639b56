"""What the mails say, word for word."""

from datetime import date, time

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives

from assignments.models import Assignment, Message, Status
from assignments.reminders.mails import deadline, shortened, standing
from bodies.models import Body, Role
from directives.models import AssignmentRole, Notice, NoticeStatus
from tests.factories import (
    at,
    make_assignment,
    make_body,
    make_notice,
    make_office,
    make_person,
    make_task,
    make_user,
)
from tests.reminders.days import CALENDAR, scan, text

pytestmark = pytest.mark.django_db

NOW = at("2026-03-19", "08:00")  # a Thursday

DIGEST = """\
Kính gửi: đồng chí Trần Thị Bình

Đảng ủy phường Xuân Hòa nhắc 2 nhiệm vụ quá hạn, 1 nhiệm vụ sắp đến hạn theo các thông báo, kết luận dưới đây.

QUÁ HẠN

1. 02-TB/ĐU, mục 1 – quá hạn 9 ngày
   Rà soát hồ sơ đất đai.
   Thời hạn: trước ngày 10/3/2026 (10/03/2026)
   http://127.0.0.1:8000/nhiem-vu/{ids[1]}/

2. 01-TB/ĐU, mục 1 – quá hạn 1 ngày
   Báo cáo kết quả rà soát đất công.
   Thời hạn: trước ngày 18/3/2026 (18/03/2026)
   http://127.0.0.1:8000/nhiem-vu/{ids[0]}/

SẮP ĐẾN HẠN

1. 03-TB/ĐU, mục 1 – còn 1 ngày làm việc
   Báo cáo kết quả rà soát đất công.
   Thời hạn: trước ngày 20/3/2026 (20/03/2026)
   http://127.0.0.1:8000/nhiem-vu/{ids[2]}/

Bàn làm việc: http://127.0.0.1:8000/

Thư này do hệ thống Đôn đốc tự động gửi. Nhiệm vụ đã báo cáo kết quả sẽ không được nhắc nữa.
"""


def committee(name: str = "Đảng ủy phường Xuân Hòa") -> Body:
    return make_body(name, kind=Body.Kind.COMMITTEE)


def sent() -> EmailMultiAlternatives:
    message = mail.outbox[-1]
    assert isinstance(message, EmailMultiAlternatives)
    return message


def test_a_digest_word_for_word() -> None:
    office, body = make_office(committee=committee()), make_body()
    make_person(Role.OFFICER, body=body, email="binh@xa.vn", full_name="Trần Thị Bình")
    late = make_assignment(office=office, body=body, due_on="2026-03-18")
    task = make_task(make_notice(office), words="Rà soát\n hồ sơ đất đai.", due_on="2026-03-10")
    later = make_assignment(task, body=body)
    soon = make_assignment(office=office, body=body, due_on="2026-03-20")

    scan(NOW)

    assert text(sent()) == DIGEST.format(ids=[late.pk, later.pk, soon.pk])
    assert sent().to == ["binh@xa.vn"]
    assert sent().subject == (
        "Nhắc việc: 2 nhiệm vụ quá hạn, 1 nhiệm vụ sắp đến hạn – Đảng ủy phường Xuân Hòa"
    )


def test_the_page_of_a_mail_says_the_same_and_escapes_what_people_typed() -> None:
    body = make_body("Phòng <Kinh tế>", email="kt@xa.vn")
    task = make_task(words="Rà soát <script>alert(1)</script> & báo cáo", due_on="2026-03-20")
    make_assignment(task, body=body)

    scan(NOW)

    html = str(sent().alternatives[0][0])
    assert "Kính gửi: Phòng &lt;Kinh tế&gt;" in html
    assert "Rà soát &lt;script&gt;alert(1)&lt;/script&gt; &amp; báo cáo" in html
    assert f"{task.reference}</a> – <b>còn 1 ngày làm việc</b>" in html
    assert "Rà soát <script>alert(1)</script> & báo cáo" in text(sent())


def test_names_cannot_write_headers() -> None:
    office = make_office(committee=committee("Đảng ủy\r\nBcc: ke-gian@xa.vn\x07"))
    make_assignment(office=office, body=make_body(email="kt@xa.vn"), due_on="2026-03-20")

    scan(NOW)

    assert sent().subject.endswith("– Đảng ủy Bcc: ke-gian@xa.vn")
    assert sent().recipients() == ["kt@xa.vn"]
    assert "Bcc" not in sent().message()


def test_an_address_with_a_line_break_is_refused_and_told() -> None:
    make_assignment(body=make_body(email="kt@xa.vn\nBcc: x@xa.vn"), due_on="2026-03-20")

    scan(NOW)

    assert mail.outbox == []
    assert "BadHeaderError" in Message.objects.get().deliveries.get().error


def test_the_clerk_is_told_for_which_body() -> None:
    notice = make_notice(created_by=make_user(email="vp@xa.vn"))
    make_assignment(make_task(notice, due_on="2026-03-20"), body=make_body("Tổ dân phố 5"))

    scan(NOW)

    assert sent().subject.startswith("Nhắc việc (nhắc thay): 1 nhiệm vụ sắp đến hạn – ")
    assert "   Nhắc thay: Tổ dân phố 5\n" in text(sent())
    assert Message.objects.get().in_place_of_body


@pytest.mark.parametrize(
    ("due_on", "hour", "urgency", "expected"),
    [
        ("2026-03-17", None, "", "quá hạn 2 ngày"),
        ("2026-03-19", None, "", "hết hạn hôm nay"),
        ("2026-03-19", time(17), "", "hết hạn lúc 17:00 hôm nay"),
        ("2026-03-19", time(7, 30), "", "đã hết hạn lúc 07:30 hôm nay"),
        ("2026-03-20", None, "", "còn 1 ngày làm việc"),
        ("2026-03-26", None, "", "còn 5 ngày làm việc"),
        ("2026-03-22", None, "", "còn 1 ngày làm việc"),
        ("2026-03-22", None, "urgent", "còn 3 ngày, đến Chủ nhật"),
    ],
)
def test_how_a_deadline_stands(due_on: str, hour: time | None, urgency: str, expected: str) -> None:
    task = make_task(make_notice(urgency=urgency), due_on=due_on)
    work = make_assignment(task, due_time=hour)

    assert standing(work, now=NOW, calendar=CALENDAR) == expected


def test_a_sunday_deadline_seen_on_a_saturday_has_no_working_day_left() -> None:
    work = make_assignment(due_on="2026-03-22")

    assert standing(work, now=at("2026-03-21"), calendar=CALENDAR) == "còn 1 ngày, đến Chủ nhật"


def test_a_deadline_is_given_as_written_and_as_a_day() -> None:
    task = make_task(deadline_words="trong quý I\n năm 2026", due_on="2026-03-31")
    work = make_assignment(task)
    assert deadline(work) == "trong quý I năm 2026 (31/03/2026)"

    work.due_on, work.due_time = date(2026, 4, 15), time(12)

    assert deadline(work) == "trong quý I năm 2026 (gia hạn đến 12:00 ngày 15/04/2026)"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("đủ chỗ", "đủ chỗ"),
        ("rà soát, báo cáo kết quả", "rà soát, báo…"),
        ("rà  soát,\nbáo cáo kết quả", "rà soát, báo…"),
        ("mộtdòngkhôngcódấucách", "mộtdòngkhôngc…"),
    ],
)
def test_words_are_shortened_at_a_word(words: str, expected: str) -> None:
    assert shortened(words, 14) == expected


# ---- what a new notice gives ----

ANNOUNCEMENT = """\
Kính gửi: UBND phường

Thông báo 01-TB/ĐU, ngày 02/03/2026, về công tác quản lý đất đai, giao đơn vị 2 nhiệm vụ:

1. 01-TB/ĐU, mục 1 (phối hợp)
   Rà soát hồ sơ đất đai.
   Thời hạn: không ghi thời hạn
   http://127.0.0.1:8000/nhiem-vu/{ids[1]}/

2. 01-TB/ĐU, mục 2 (chủ trì)
   Báo cáo kết quả rà soát đất công.
   Thời hạn: trước ngày 20/4/2026 (20/04/2026)
   http://127.0.0.1:8000/nhiem-vu/{ids[0]}/

Bàn làm việc: http://127.0.0.1:8000/

Thư này do hệ thống Đôn đốc tự động gửi.
"""


def owe(notice: Notice, body: Body) -> Message:
    return Message.objects.create(
        kind=Message.Kind.ISSUED, notice=notice, body=body, day=date(2026, 3, 2), made_at=NOW
    )


def test_an_announcement_word_for_word_to_all_who_answer() -> None:
    body = make_body()
    for n, role in enumerate((Role.HEAD, Role.OFFICER, Role.OFFICER)):
        make_person(role, body=body, email=f"{n}@xa.vn")
    notice = make_notice(subject="về công tác quản lý\nđất đai")
    first = make_task(notice, words="Rà soát hồ sơ đất đai.")
    last = make_assignment(make_task(notice, due_on="2026-04-20"), body=body)
    early = make_assignment(first, body=body, role=AssignmentRole.CO)
    owe(notice, body)

    scan(at("2026-03-22", "03:00"))  # a Sunday night: a notice is announced at any hour

    assert text(sent()) == ANNOUNCEMENT.format(ids=[last.pk, early.pk])
    assert sent().to == ["1@xa.vn", "2@xa.vn", "0@xa.vn"]
    assert sent().subject.startswith("Giao nhiệm vụ: Thông báo 01-TB/ĐU – Cấp ủy của")


@pytest.mark.parametrize(
    ("own", "to", "in_place"), [("hop-thu@xa.vn", "hop-thu@xa.vn", False), ("", "vp@xa.vn", True)]
)
def test_an_announcement_finds_a_body_without_people(own: str, to: str, in_place: bool) -> None:
    notice, body = make_notice(created_by=make_user(email="vp@xa.vn")), make_body(email=own)
    make_assignment(make_task(notice), body=body)
    message = owe(notice, body)

    scan(NOW)

    message.refresh_from_db()
    assert (message.address, message.in_place_of_body) == (to, in_place)
    assert ("nhắc thay" in message.subject) is in_place


@pytest.mark.parametrize("withdrawn", [True, False])
def test_nothing_is_announced_that_is_no_longer_given(withdrawn: bool) -> None:
    notice, body = make_notice(), make_body(email="hop-thu@xa.vn")
    make_assignment(make_task(notice), body=body)
    message = owe(notice, body)
    if withdrawn:
        Notice.objects.update(status=NoticeStatus.WITHDRAWN)
    else:
        Assignment.objects.update(status=Status.CANCELLED)

    scan(NOW)

    message.refresh_from_db()
    assert (mail.outbox, message.drop_reason) == ([], "văn bản không còn giao nhiệm vụ cho đơn vị")
