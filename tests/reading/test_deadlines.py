"""Golden tables of time limits, read on a paper issued on Tuesday 18 November 2025."""

from datetime import date, time

import pytest

from directives.reading.deadlines import find_deadlines
from directives.reading.model import Deadline, Precision, Strength

ISSUED = date(2025, 11, 18)
TODAY = date(2025, 11, 20)

DATED = [
    ("báo cáo trước ngày 10/12/2025", "trước ngày 10/12/2025", "2025-12-10"),
    ("báo cáo trước ngày 05 tháng 12 năm 2025", "trước ngày 05 tháng 12 năm 2025", "2025-12-05"),
    ("gửi trước 30/12/2025", "trước 30/12/2025", "2025-12-30"),
    ("hoàn thành trước 31 tháng 12 năm 2025", "trước 31 tháng 12 năm 2025", "2025-12-31"),
    ("trình chậm nhất ngày 09/3/2026", "chậm nhất ngày 09/3/2026", "2026-03-09"),
    ("trình chậm nhất trước ngày 30/5/2026", "chậm nhất trước ngày 30/5/2026", "2026-05-30"),
    ("gửi chậm nhất là ngày 20/12/2025", "chậm nhất là ngày 20/12/2025", "2025-12-20"),
    ("nộp chậm nhất trong ngày 21 tháng 01 năm 2026", "chậm nhất trong ngày 21 tháng 01 năm 2026", "2026-01-21"),
    ("báo cáo trong ngày 20 tháng 11 năm 2025", "trong ngày 20 tháng 11 năm 2025", "2025-11-20"),
    ("khánh thành vào ngày 19 tháng 12 năm 2025", "vào ngày 19 tháng 12 năm 2025", "2025-12-19"),
    ("hoàn thành ngày 19 tháng 12 năm 2025", "ngày 19 tháng 12 năm 2025", "2025-12-19"),
    ("hoàn thành trong tháng 12 năm 2025", "trong tháng 12 năm 2025", "2025-12-31"),
    ("ban hành ngay trong tháng 12/2025", "ngay trong tháng 12/2025", "2025-12-31"),
    ("hoàn thành hết tháng 4/2026", "hết tháng 4/2026", "2026-04-30"),
    ("từ nay đến hết tháng 2/2026 phải xử lý xong", "từ nay đến hết tháng 2/2026", "2026-02-28"),
    ("hoàn thành tháng 9 năm 2026", "tháng 9 năm 2026", "2026-09-30"),
    ("xong trước tháng 9 năm 2026", "xong trước tháng 9 năm 2026", "2026-08-31"),
    ("hoàn thành trong quý I năm 2026", "trong quý I năm 2026", "2026-03-31"),
    ("trình trong Quý III/2026", "trong Quý III/2026", "2026-09-30"),
    ("chậm nhất tháng Quý I/2026 phải trình", "chậm nhất tháng Quý I/2026", "2026-03-31"),
    ("báo cáo đầu quý II/2026", "đầu quý II/2026", "2026-04-30"),
    ("hoàn thành cuối quý II/2026", "cuối quý II/2026", "2026-06-30"),
    ("thực hiện đến hết quý III năm 2026", "đến hết quý III năm 2026", "2026-09-30"),
    ("hoàn thành trong năm 2025", "trong năm 2025", "2025-12-31"),
    ("báo cáo vào đầu tháng 3/2026", "vào đầu tháng 3/2026", "2026-03-10"),
    ("trình vào trung tuần tháng 4/2026", "vào trung tuần tháng 4/2026", "2026-04-20"),
    ("tổ chức sinh hoạt chuyên đề trong tháng 12/2025", "trong tháng 12/2025", "2025-12-31"),
    ("phấn đấu đến ngày 31 tháng 12 năm 2025 giải ngân 100%", "đến ngày 31 tháng 12 năm 2025", "2025-12-31"),
    ("đến ngày 31/12/2025 giải ngân đạt trên 95%", "đến ngày 31/12/2025", "2025-12-31"),
    ("phấn đấu đến hết năm 2027 giải ngân hết vốn", "đến hết năm 2027", "2027-12-31"),
    ("phấn đấu khai thác vào tháng 6 năm 2026", "vào tháng 6 năm 2026", "2026-06-30"),
    ("trình cấp có thẩm quyền phê duyệt trong năm 2026", "trong năm 2026", "2026-12-31"),
    ("sơ kết việc thực hiện vào cuối năm 2027", "vào cuối năm 2027", "2027-12-31"),
    ("báo cáo trước ngày 6-12-2025", "trước ngày 6-12-2025", "2025-12-06"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "due"), DATED)
def test_a_dated_limit_is_read_to_its_last_day(text: str, words: str, due: str) -> None:
    found = find_deadlines(text, issued_on=ISSUED, today=TODAY)

    assert [(one.text, str(one.due_on)) for one in found] == [(words, due)]


RELATIVE = [
    ("báo cáo trước ngày 15/9", "2026-09-15"),
    ("báo cáo trước ngày 30/11", "2025-11-30"),
    ("hoàn thành trong tháng 12", "2025-12-31"),
    ("hoàn thành trong quý IV", "2025-12-31"),
    ("hoàn thành trong năm nay", "2025-12-31"),
    ("gửi trong vòng 10 ngày kể từ ngày ban hành", "2025-11-28"),
    ("gửi trong thời hạn 10 ngày làm việc kể từ ngày ban hành", "2025-12-02"),
    ("hoàn thành trong tuần này", "2025-11-23"),
    ("hoàn thành trong tháng này", "2025-11-30"),
]


@pytest.mark.parametrize(("text", "due"), RELATIVE)
def test_a_limit_that_needs_the_issue_date_is_doubted(text: str, due: str) -> None:
    (found,) = find_deadlines(text, issued_on=ISSUED, today=TODAY)

    assert (str(found.due_on), bool(found.doubt)) == (due, True)


def test_a_missing_year_is_lent_by_the_next_date() -> None:
    text = "báo cáo trước ngày 15/7, cấp tỉnh trước ngày 15/8/2026"

    found = find_deadlines(text, issued_on=ISSUED, today=TODAY)

    assert [one.due_on for one in found] == [date(2026, 7, 15), date(2026, 8, 15)]


HOURS = [
    ("trước 12 giờ ngày 27 tháng 11 năm 2025", time(12)),
    ("trước 08h00 ngày 27/11/2025", time(8)),
    ("trước 17 giờ 30 ngày 27/11/2025", time(17, 30)),
    ("trước 17h ngày 27/11/2025", time(17)),
    ("trước 15:00 ngày 27/11/2025", time(15)),
]


@pytest.mark.parametrize(("text", "hour"), HOURS)
def test_an_hour_is_read_with_its_day(text: str, hour: time) -> None:
    (found,) = find_deadlines(f"báo cáo {text}", issued_on=ISSUED, today=TODAY)

    assert (found.due_on, found.due_time, found.precision) == (
        date(2025, 11, 27),
        hour,
        Precision.HOUR,
    )


def test_the_hour_of_the_same_day_is_the_day_of_issue() -> None:
    (found,) = find_deadlines("báo cáo trước 14h00 cùng ngày", issued_on=ISSUED, today=TODAY)

    assert (found.due_on, found.due_time) == (ISSUED, time(14))


NONE_AT_ALL = [
    "thực hiện Kết luận số 57-KL/HU, ngày 14/3/2025 của Huyện ủy",
    "Công điện số 12/CĐ-UBND ngày 04/9/2025",
    "giải ngân kế hoạch vốn năm 2025",
    "Chương trình giai đoạn 2026 - 2030, tầm nhìn đến năm 2050",
    "các dự án đã triển khai trước năm 2020",
    "nhiệm vụ được giao trong năm 2025",
    "các dự án chưa hoàn thành trong tháng 3/2025",
    "Quốc hội khai mạc ngày 12/02/2025",
    "áp dụng từ ngày 01/01/2026",
    "quy hoạch trước ngày Luật Đất đai có hiệu lực (ngày 01 tháng 8 năm 2024)",
    "khẩn trương, sớm hoàn thành",
    "đạt 72,4% tính đến hết ngày 31 tháng 10 năm 2025",
    "trong 10 tháng đầu năm 2025, thu ngân sách đạt khá",
]


@pytest.mark.parametrize("text", NONE_AT_ALL)
def test_a_date_that_binds_nobody_is_no_limit(text: str) -> None:
    assert find_deadlines(text, issued_on=ISSUED, today=TODAY) == ()


BOUND_TO_EVENTS = [
    "hoàn thành trước kỳ họp HĐND xã",
    "khắc phục, không để quá 5 ngày",
    "bố trí chỗ ở trước Tết Nguyên đán",
    "báo cáo theo tiến độ chung",
    "triển khai ngay sau khi được phê duyệt",
    "duy trì đến hết nhiệm kỳ",
    "gửi chậm nhất là 05 ngày làm việc kể từ ngày nhận được văn bản",
]


@pytest.mark.parametrize("text", BOUND_TO_EVENTS)
def test_a_limit_bound_to_an_event_has_no_day_and_says_so(text: str) -> None:
    found = find_deadlines(text, issued_on=ISSUED, today=TODAY)

    assert [(one.due_on, bool(one.doubt)) for one in found] == [(None, True)]


STRENGTHS = [
    ("phấn đấu hoàn thành trước ngày 20/12/2025", Strength.TARGET),
    ("triển khai ngay trong tháng 12/2025 khi đủ điều kiện", Strength.CONDITIONAL),
    ("thực hiện từ nay đến hết tháng 12/2025", Strength.PERIOD),
    ("hoàn thành trước ngày 20/12/2025", Strength.FIRM),
]


@pytest.mark.parametrize(("text", "strength"), STRENGTHS)
def test_how_firmly_a_limit_binds(text: str, strength: Strength) -> None:
    (found,) = find_deadlines(text, issued_on=ISSUED, today=TODAY)

    assert found.strength is strength


def test_a_day_that_is_in_no_calendar_stays_unknown() -> None:
    (found,) = find_deadlines("báo cáo trước ngày 31/02/2026", issued_on=ISSUED, today=TODAY)

    assert found == Deadline(
        text="trước ngày 31/02/2026",
        start=8,
        end=29,
        due_on=None,
        doubt="Ngày này không có trong lịch; cần kiểm tra lại.",
    )


def test_a_limit_before_the_issue_is_kept_and_doubted() -> None:
    (found,) = find_deadlines("báo cáo trước ngày 01/11/2025", issued_on=ISSUED, today=TODAY)

    assert (found.due_on, found.doubt) == (
        date(2025, 11, 1),
        "Thời hạn đã qua khi văn bản ban hành; cần kiểm tra lại.",
    )


def test_the_window_ends_with_its_last_day() -> None:
    text = "tổ chức khánh thành trong tuần ngày 15 đến ngày 31 tháng 12 năm 2025"

    found = find_deadlines(text, issued_on=ISSUED, today=TODAY)

    assert [one.due_on for one in found] == [date(2025, 12, 31)]


def test_without_an_issue_date_nothing_relative_is_guessed() -> None:
    (found,) = find_deadlines(
        "gửi trong vòng 10 ngày kể từ ngày ban hành", issued_on=None, today=TODAY
    )

    assert found.due_on is None
