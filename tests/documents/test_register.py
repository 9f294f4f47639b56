"""Sổ theo dõi and Danh mục: the same columns on paper and in the sheet, and no formula anywhere."""

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest

from assignments.clock import Clock
from assignments.models import Assignment, Report, Status
from assignments.papers.heads import Stamp
from assignments.papers.register import COLUMNS, Register, body_list, register, register_paper, xlsx
from bodies.models import Office
from directives.models import AssignmentRole, Document
from tests.documents.words import said
from tests.factories import (
    at,
    make_assignment,
    make_body,
    make_notice,
    make_office,
    make_task,
    make_user,
)

pytestmark = pytest.mark.django_db

NOW = Clock(at("2026-03-20", "09:00"))
STAMP = Stamp(on=date(2026, 3, 20))


@pytest.fixture
def office() -> Office:
    return make_office()


def of_march(office: Office) -> Register:
    days = {"first_on": date(2026, 3, 2), "last_on": date(2026, 3, 31)}
    return register(Document(office=office, kind="register", **days), NOW)


def done(office: Office, words: str) -> Assignment:
    task = make_task(make_notice(office), due_on="2026-03-10", words=words)
    row = make_assignment(task, status=Status.COMPLETED, submitted_at=at("2026-03-09"))
    sent = Report.objects.create(
        body=row.body,
        kind="result",
        words="Đã xong.",
        paper_number="45/BC-UBND",
        paper_on=date(2026, 3, 9),
        sent_at=at("2026-03-09"),
        sent_by=make_user(),
    )
    sent.assignments.add(row)
    return row


def cells(data: bytes) -> list[list[object]]:
    return [list(row) for row in openpyxl.load_workbook(BytesIO(data)).active.values]


def test_a_row_of_the_book(office: Office) -> None:
    done(office, "Rà soát đất công.")
    paper = register_paper(of_march(office), STAMP)

    assert said(paper) == [
        "Tính đến 09:00 ngày 20/3/2026.",
        (
            "1 | 01-TB/ĐU | 02/3/2026 | mục 1 | Rà soát đất công. | UBND phường | trước ngày 10/3/2026 | "
            "10/3/2026 | Hoàn thành đúng hạn | Đã xong. / Số 45/BC-UBND, ngày 09/3/2026"
        ),
    ]
    assert (paper.kind, paper.code, paper.landscape) == ("SỔ THEO DÕI", "", True)


def test_the_sheet_has_the_books_columns_and_true_days(office: Office) -> None:
    done(office, "Rà soát đất công.")

    assert cells(xlsx(of_march(office)))[2:] == [
        [column.head for column in COLUMNS],
        [
            1,
            "01-TB/ĐU",
            datetime(2026, 3, 2),  # noqa: DTZ001  (a sheet knows no zones)
            "mục 1",
            "Rà soát đất công.",
            "UBND phường",
            "trước ngày 10/3/2026",
            datetime(2026, 3, 10),  # noqa: DTZ001
            "Hoàn thành đúng hạn",
            "Đã xong.\nSố 45/BC-UBND, ngày 09/3/2026",
        ],
    ]


@pytest.mark.parametrize("words", ["=1+1", '=HYPERLINK("http://x")', "+84 912", "-5%", "@SUM(A1)"])
def test_what_somebody_wrote_is_never_a_formula(office: Office, words: str) -> None:
    done(office, words)
    book = openpyxl.load_workbook(BytesIO(xlsx(of_march(office))))

    assert (book.active["E4"].value, book.active["E4"].data_type) == (words, "s")


def test_signs_no_sheet_can_hold_are_left_out(office: Office) -> None:
    done(office, "Rà\x08 soát")

    assert cells(xlsx(of_march(office)))[3][4] == "Rà soát"


def test_the_period_is_that_of_the_papers_both_days_in(office: Office) -> None:
    for day in ("2026-03-01", "2026-03-02", "2026-03-31", "2026-04-01"):
        notice = make_notice(office, issued_on=date.fromisoformat(day))
        make_assignment(make_task(notice, due_on="2026-05-01"))

    assert [line.issued_on for line in of_march(office).lines] == [
        date(2026, 3, 2),
        date(2026, 3, 31),
    ]


def test_an_empty_register_says_so(office: Office) -> None:
    assert said(register_paper(of_march(office), STAMP))[1:] == [
        "Không có nhiệm vụ nào được giao trong thời gian này."
    ]
    assert len(cells(xlsx(of_march(office)))) == 3


def test_a_bodys_list_holds_what_it_still_has_to_do(office: Office) -> None:
    body = make_body("Công an phường")
    for status in (Status.IN_PROGRESS, Status.SUBMITTED, Status.COMPLETED, Status.CANCELLED):
        make_assignment(office=office, body=body, due_on="2026-05-01", status=status)
    make_assignment(office=office, body=body, due_on="2026-05-01", role=AssignmentRole.WATCH)
    make_assignment(office=office, body=make_body("Khác"), due_on="2026-05-01")
    found = body_list(office, body, Assignment.objects.all(), NOW)

    assert (found.title, found.subject, [line.status for line in found.lines]) == (
        "DANH MỤC NHIỆM VỤ",
        "giao Công an phường đang thực hiện",
        ["in_progress", "submitted"],
    )
