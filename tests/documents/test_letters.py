"""Công văn đôn đốc: what it says at each level, who signs it, and to whom it is suggested."""

from datetime import date

import pytest

from assignments import documents
from assignments.clock import Clock
from assignments.documents import Asked
from assignments.models import Assignment, Status
from assignments.papers.heads import Stamp
from assignments.papers.letters import Earlier, letter, letter_paper
from assignments.papers.suggested import suggestions
from bodies.models import Body, Office, Role, User
from directives.models import AssignmentRole, Document
from directives.printing.model import Paper
from tests.documents.words import said
from tests.factories import (
    at,
    make_assignment,
    make_body,
    make_notice,
    make_office,
    make_person,
    make_task,
)

pytestmark = pytest.mark.django_db

NOW = Clock(at("2026-03-20", "09:00"))  # a Friday
DRAFT = Stamp(on=date(2026, 3, 20))


@pytest.fixture
def office() -> Office:
    office = make_office(superior_line="ĐẢNG BỘ TỈNH", signer_name="Hoàng Văn Bình")
    Body.objects.filter(pk=office.committee_id).update(name="Đảng ủy phường")
    Body.objects.filter(pk=office.staff_body_id).update(symbol="VPĐU")
    return Office.objects.select_related("committee", "staff_body").get()


@pytest.fixture
def body() -> Body:
    return make_body("UBND phường")


@pytest.fixture
def late(office: Office, body: Body) -> Assignment:
    notice = make_notice(office, number=5)
    return make_assignment(make_task(notice, due_on="2026-03-10"), body=body)


def drafted(office: Office, body: Body, level: int = 1) -> Document:
    asked = Asked(kind=Document.Kind.LETTER, body=body, level=level, answer_by=date(2026, 3, 27))
    by = User.objects.filter(username="vanthu").first()
    by = by or make_person(Role.REGISTRAR, office=office, username="vanthu")
    return documents.draft(office, asked, at=NOW.now, by=by)


def paper_of(office: Office, body: Body, level: int = 1) -> Paper:
    return letter_paper(letter(drafted(office, body, level), NOW), DRAFT)


def test_the_first_letter_lists_what_is_overdue_and_asks_for_a_report(
    office: Office, body: Body, late: Assignment
) -> None:
    paper = paper_of(office, body)

    assert said(paper) == [
        (
            "Thực hiện Thông báo số 05-TB/ĐU, ngày 02/3/2026, đến ngày 20/3/2026, UBND phường còn 01 "
            "nhiệm vụ đã quá thời hạn mà chưa báo cáo kết quả hoàn thành, cụ thể như sau:"
        ),
        "1. Mục 1: “Báo cáo kết quả rà soát đất công”. Thời hạn: “trước ngày 10/3/2026”; quá hạn 10 ngày.",
        (
            "Đề nghị UBND phường khẩn trương chỉ đạo, tổ chức thực hiện các nhiệm vụ nêu trên và báo cáo kết "
            "quả bằng văn bản trước ngày 27/3/2026. Trường hợp có khó khăn, vướng mắc, đề nghị nêu rõ nguyên "
            "nhân và thời gian hoàn thành."
        ),
    ]


def test_a_letter_names_itself_in_its_subject_and_whom_it_goes_to(
    office: Office, body: Body, late: Assignment
) -> None:
    paper = paper_of(office, body)

    assert " ".join(paper.subject) == (
        "về việc đôn đốc thực hiện Thông báo số 05-TB/ĐU, ngày 02/3/2026"
    )
    assert (paper.kind, paper.addressed_to, paper.draft_mark) == ("", ("UBND phường",), "Dự thảo")
    assert paper.recipients == (
        "- Như trên,",
        "- Thường trực Đảng ủy phường (để báo cáo),",
        "- Lưu VPĐU.",
    )


def head(paper: Paper) -> tuple[str, str, str, str, list[str]]:
    posts = [run.text for run in paper.signature.post]
    return (paper.superior, paper.issuer, paper.code, paper.signature.authority, posts)


@pytest.mark.parametrize(
    ("level", "settings", "expected"),
    [
        (1, {}, ("ĐẢNG ỦY PHƯỜNG", "VĂN PHÒNG", "Số      -CV/VPĐU", "", ["CHÁNH VĂN PHÒNG"])),
        (
            2,
            {"signer": "deputy"},
            (
                "ĐẢNG ỦY PHƯỜNG",
                "VĂN PHÒNG",
                "Số      -CV/VPĐU",
                "K/T CHÁNH VĂN PHÒNG",
                ["PHÓ CHÁNH VĂN PHÒNG"],
            ),
        ),
        (
            1,
            {"letters_from": "committee", "signer": "deputy"},
            (
                "ĐẢNG BỘ TỈNH",
                "ĐẢNG ỦY PHƯỜNG",
                "Số      -CV/ĐU",
                "T/L BAN THƯỜNG VỤ",
                ["PHÓ CHÁNH VĂN PHÒNG"],
            ),
        ),
        (
            3,
            {},
            (
                "ĐẢNG BỘ TỈNH",
                "ĐẢNG ỦY PHƯỜNG",
                "Số      -CV/ĐU",
                "T/M BAN THƯỜNG VỤ",
                ["PHÓ BÍ THƯ"],
            ),
        ),
    ],
    ids=["the chief", "the deputy, K/T", "by order of the committee, T/L", "criticism, T/M"],
)
def test_who_writes_and_who_signs(
    office: Office,
    body: Body,
    late: Assignment,
    level: int,
    settings: dict[str, str],
    expected: tuple[str, str, str, str, list[str]],
) -> None:
    Office.objects.update(name="Văn phòng Đảng ủy phường", **settings)
    office.refresh_from_db()

    assert head(paper_of(office, body, level)) == expected


def issued(office: Office, body: Body, number: int, level: int, clock: Clock = NOW) -> Document:
    document = drafted(office, body, level)
    by = User.objects.get(username="vanthu")
    documents.issue(document, number=number, issued_on=clock.today, clock=clock, by=by)
    document.refresh_from_db()
    return document


def test_a_letter_that_asked_for_all_is_named_once(
    office: Office, body: Body, late: Assignment
) -> None:
    issued(office, body, 7, 1)
    words = " ".join(said(paper_of(office, body, 2)))

    assert (words.count("07-CV/VPĐU"), "Đã đôn đốc" in words) == (1, False)


def test_a_second_letter_cites_the_first_where_it_asked_for_the_same(
    office: Office, body: Body, late: Assignment
) -> None:
    issued(office, body, 7, 1)
    notice = late.task.notice
    make_assignment(make_task(notice, due_on="2026-03-12"), body=body)
    paper = paper_of(office, body, 2)

    assert said(paper)[1:3] == [
        (
            "1. Mục 1: “Báo cáo kết quả rà soát đất công”. Thời hạn: “trước ngày 10/3/2026”; quá hạn 10 ngày. "
            "Đã đôn đốc bằng văn bản 01 lần: Công văn số 07-CV/VPĐU, ngày 20/3/2026."
        ),
        "2. Mục 2: “Báo cáo kết quả rà soát đất công”. Thời hạn: “trước ngày 12/3/2026”; quá hạn 08 ngày.",
    ]
    assert "đôn đốc bằng văn bản tại Công văn số 07-CV/VPĐU, ngày 20/3/2026" in said(paper)[0]


def test_the_office_writes_in_its_own_words(office: Office, body: Body, late: Assignment) -> None:
    office.first_letter = "Gửi {don_vi}:\n{danh_sach}\nBáo cáo trước {han_bao_cao}."
    office.save()

    assert said(paper_of(office, body))[::2] == ["Gửi UBND phường:", "Báo cáo trước 27/3/2026."]


def test_an_extension_and_an_unwritten_day_are_told(office: Office, body: Body) -> None:
    task = make_task(
        make_notice(office), due_on="2026-03-05", deadline_words="trong tuần đầu tháng"
    )
    make_assignment(task, body=body, due_on="2026-03-19", original_due_on="2026-03-05")

    assert said(paper_of(office, body))[1] == (
        "1. Mục 1: “Báo cáo kết quả rà soát đất công”. Thời hạn: “trong tuần đầu tháng” (ngày 05/3/2026), "
        "được gia hạn đến ngày 19/3/2026; quá hạn 01 ngày."
    )


def suggested(office: Office, clock: Clock = NOW) -> list[tuple[str, int, int, int, bool]]:
    found = suggestions(office, clock)
    return [(str(s.body), s.overdue, len(s.sent), s.level, s.due) for s in found]


def test_a_letter_is_suggested_a_week_after_the_deadline(office: Office, body: Body) -> None:
    make_assignment(office=office, body=body, due_on="2026-03-13")
    make_assignment(office=office, body=make_body("Công an"), due_on="2026-03-16")

    assert suggested(office) == [("UBND phường", 1, 0, 1, True), ("Công an", 1, 0, 1, False)]


def test_work_that_is_reported_or_only_watched_suggests_nothing(office: Office, body: Body) -> None:
    make_assignment(office=office, body=body, due_on="2026-03-10", status=Status.SUBMITTED)
    make_assignment(office=office, body=body, due_on="2026-03-10", role=AssignmentRole.WATCH)

    assert suggested(office) == []


def test_after_a_letter_its_day_is_waited_for_then_the_next_is_suggested(
    office: Office, body: Body, late: Assignment
) -> None:
    issued(office, body, 7, 1)

    assert suggested(office) == [("UBND phường", 1, 1, 2, False)]
    assert suggested(office, Clock(at("2026-03-27", "09:00")))[0][-1] is False
    assert suggested(office, Clock(at("2026-03-28", "09:00")))[0][-1] is True


def test_letters_are_counted_for_the_work_they_asked_about(
    office: Office, body: Body, late: Assignment
) -> None:
    issued(office, body, 7, 1)
    late.status, late.submitted_at, late.submitted_by = (
        Status.SUBMITTED,
        NOW.now,
        make_person(Role.OFFICER, body=body),
    )
    late.save()
    make_assignment(office=office, body=body, due_on="2026-03-11")

    assert suggested(office) == [("UBND phường", 1, 0, 1, True)]


def test_an_earlier_letter_is_read_from_what_was_frozen(
    office: Office, body: Body, late: Assignment
) -> None:
    issued(office, body, 7, 1)

    assert letter(drafted(office, body, 2), NOW).earlier == (
        Earlier(
            code="07-CV/VPĐU",
            issued_on=date(2026, 3, 20),
            level=1,
            keys=(str(late.key),),
            answer_by=date(2026, 3, 27),
        ),
    )
