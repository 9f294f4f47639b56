"""Phiếu giao ban: four questions on one A4; what does not fit is counted."""

import shutil
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest

from assignments.clock import Clock
from assignments.models import Assignment, ExtensionRequest, Status
from assignments.papers.giao_ban import Section, Sheet, meeting_day, sheet, sheet_paper
from assignments.papers.heads import Head, Stamp
from assignments.papers.lines import Line, lines
from bodies.models import Office
from bodies.practice import Practice
from directives.models import Document
from directives.printing.pdf import pdf
from tests.documents.words import said
from tests.factories import at, make_assignment, make_body, make_office, make_task, make_user
from tests.printing.test_libreoffice import converted

NOW = Clock(at("2026-03-20", "09:00"))  # a Friday: Monday's meeting is that of 23/3
STAMP = Stamp(on=date(2026, 3, 20))
LONG = "Rà soát, tổng hợp toàn bộ hồ sơ về đất đai, xây dựng trên địa bàn, báo cáo kết quả " * 3
HEAD = Head(
    superior="ĐẢNG BỘ THÀNH PHỐ HỒ CHÍ MINH",
    issuer="ĐẢNG ỦY PHƯỜNG VĨNH TÂN – TÂN HÒA – PHƯỚC THẠNH",
    symbol="",
    place="Thành phố Hồ Chí Minh",
    authority="",
    post="",
    name="",
    committee="Đảng ủy",
    archive="VPĐU",
)


@pytest.mark.parametrize(
    ("today", "meeting"),
    [
        ("2026-03-16", "2026-03-16"),
        ("2026-03-19", "2026-03-16"),
        ("2026-03-20", "2026-03-23"),
        ("2026-03-22", "2026-03-23"),
    ],
    ids=["the Monday itself", "Thursday: this week's", "Friday: the next one", "Sunday"],
)
def test_the_meeting_is_a_monday(today: str, meeting: str) -> None:
    assert meeting_day(date.fromisoformat(today)) == date.fromisoformat(meeting)


def read(office: Office) -> Sheet:
    document = Document(office=office, kind="giao_ban", last_on=meeting_day(NOW.today))
    return sheet(document, NOW)


@pytest.mark.django_db
def test_what_the_meeting_hears() -> None:
    office = make_office()

    def given(name: str, due_on: str, **also: object) -> Assignment:
        return make_assignment(office=office, body=make_body(name), due_on=due_on, **also)  # type: ignore[arg-type]

    given("Quá hạn cũ", "2026-03-12")
    given("Mới quá hạn", "2026-03-16")
    given("Trong tuần", "2026-03-29")
    given("Tuần sau", "2026-03-30")
    completed = {"status": Status.COMPLETED, "submitted_at": at("2026-03-10")}
    given("Xong trước", "2026-03-10", **completed, completed_at=at("2026-03-13"))
    given("Xong sau", "2026-03-10", **completed, completed_at=at("2026-03-16"))
    given("Chờ xác nhận", "2026-05-10", status=Status.SUBMITTED)
    asked = given("Xin gia hạn", "2026-05-10")
    ExtensionRequest.objects.create(
        assignment=asked,
        reason="Thiếu người",
        cause="own",
        done_so_far="Một nửa",
        due_on=date(2026, 6, 1),
        asked_at=NOW.now,
        asked_by=make_user(),
    )

    found = read(office)
    assert (found.overdue, [[line.body for line in s.lines] for s in found.sections]) == (
        2,
        [["Mới quá hạn"], ["Trong tuần"], ["Xong sau"], ["Chờ xác nhận", "Xin gia hạn"]],
    )
    assert said(sheet_paper(found, STAMP))[-2:] == [
        (
            "07-TB/ĐU, mục 1: Báo cáo kết quả rà soát đất công. | Chờ xác nhận | 10/05/2026 | "
            "Xem xét, xác nhận kết quả"
        ),
        (
            "08-TB/ĐU, mục 1: Báo cáo kết quả rà soát đất công. | Xin gia hạn | 10/05/2026 | "
            "Đề nghị gia hạn đến 01/6/2026"
        ),
    ]


@pytest.mark.django_db
def test_a_quiet_week_says_so() -> None:
    assert said(sheet_paper(read(make_office()), STAMP)) == [
        "Tính đến 09:00 ngày 20/3/2026. Tổng số nhiệm vụ đang quá hạn: 00.",
        "I- Mới quá hạn từ lần giao ban trước: không có",
        "II- Đến hạn trong tuần: không có",
        "III- Hoàn thành từ lần giao ban trước: không có",
        "IV- Chờ xem xét, quyết định: không có",
    ]


@pytest.fixture
def line() -> Line:
    row = make_assignment(make_task(words=LONG, due_on="2026-03-16"))
    return lines(Assignment.objects.filter(pk=row.pk), NOW)[0]


def crowded(line: Line, *counts: int) -> Sheet:
    """Sections of so many tasks, each of a body with a name as long as they come."""
    body = "Đảng ủy Ủy ban nhân dân phường Vĩnh Tân – Tân Hòa – Phước Thạnh"
    sections = tuple(
        Section(
            title="III- Hoàn thành từ lần giao ban trước",
            lines=tuple(replace(line, place=f"mục {n}", body=body) for n in range(count)),
        )
        for count in counts
    )
    return Sheet(
        head=HEAD, meeting_on=date(2026, 3, 23), as_of=NOW.now, overdue=99, sections=sections
    )


@pytest.mark.django_db
@pytest.mark.parametrize("counts", [(90, 90, 90, 90), (0, 0, 0, 300), (1, 2, 3, 4), (12, 0, 5, 1)])
def test_it_fits_one_page_whatever_the_week_was(line: Line, counts: tuple[int, ...]) -> None:
    with pdfplumber.open(BytesIO(pdf(sheet_paper(crowded(line, *counts), STAMP)))) as printed:
        assert len(printed.pages) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("counts", [(90, 90, 90, 90), (0, 0, 0, 300), (12, 0, 5, 1)])
def test_it_fills_the_page_to_less_than_a_row(line: Line, counts: tuple[int, ...]) -> None:
    with pdfplumber.open(BytesIO(pdf(sheet_paper(crowded(line, *counts), STAMP)))) as printed:
        [page] = printed.pages
        lowest = max(word["bottom"] for word in page.extract_words())
    foot_pt = (297 - 20) / 25.4 * 72

    assert 0 <= foot_pt - lowest < 30


@pytest.mark.django_db
def test_words_take_a_third_line_where_there_is_room(line: Line) -> None:
    quiet, busy = (said(sheet_paper(crowded(line, *c), STAMP)) for c in ((1, 0, 0, 0), (90,) * 4))

    assert [quiet[2].partition(" | ")[0], busy[-2].partition(" | ")[0]] == [
        (
            "01-TB/ĐU, mục 0: Rà soát, tổng hợp toàn bộ hồ sơ về đất đai, xây dựng trên địa bàn, báo cáo kết "
            "quả Rà soát, tổng hợp toàn bộ hồ …"
        ),
        "01-TB/ĐU, mục 1: Rà soát, tổng hợp toàn bộ hồ sơ về đất đai, xây dựng trên địa bàn, báo …",
    ]


@pytest.mark.django_db
def test_what_is_due_first_comes_first() -> None:
    office = make_office()
    for day in (29, 23, 26):
        make_assignment(office=office, body=make_body(f"Ngày {day}"), due_on=f"2026-03-{day}")

    assert [line.body for line in read(office).sections[1].lines] == [
        "Ngày 23",
        "Ngày 26",
        "Ngày 29",
    ]


@pytest.mark.django_db
def test_what_does_not_fit_is_counted_in_each_section(line: Line) -> None:
    told = said(sheet_paper(crowded(line, 90, 1, 0, 30), STAMP))
    left = [row for row in told if row.startswith("…")]
    shown = [row for row in told if row.startswith("01-TB/ĐU")]

    assert [row.split()[2] for row in left] == [str(90 - 6), str(30 - 6)]
    assert len(shown) == 6 + 1 + 6


WIDE = replace(
    HEAD,
    contact=("Văn phòng Đảng ủy phường Vĩnh Tân – Tân Hòa – Phước Thạnh. " * 2,) * 3,
    practice=Practice(draft_mark_pt=16, contact_pt=14),
)


@pytest.mark.django_db
def test_it_fits_under_the_largest_marks_and_over_the_longest_contact(line: Line) -> None:
    week = replace(crowded(line, 90, 90, 90, 90), head=WIDE)
    with pdfplumber.open(BytesIO(pdf(sheet_paper(week, STAMP)))) as printed:
        assert len(printed.pages) == 1


@pytest.mark.django_db
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_it_fits_one_page_in_word_too(line: Line, tmp_path: Path) -> None:
    weeks = {
        f"week{at}": sheet_paper(crowded(line, *counts), STAMP)
        for at, counts in enumerate([(90, 90, 90, 90), (0, 0, 0, 300), (1, 2, 3, 4)])
    }
    weeks["wide"] = sheet_paper(replace(crowded(line, 90, 90, 90, 90), head=WIDE), STAMP)

    assert [
        len(pdfplumber.open(BytesIO(data)).pages) for data in converted(weeks, tmp_path).values()
    ] == [1, 1, 1, 1]
