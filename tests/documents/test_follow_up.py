"""Báo cáo kết quả thực hiện: its figures, its items in printed order, and what is new in it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection

from assignments import documents, figures
from assignments.clock import Clock
from assignments.documents import Asked
from assignments.models import Assignment, Cause, Report, Status
from assignments.papers.follow_up import Figures, FollowUp, follow_up, follow_up_paper
from assignments.papers.heads import Stamp
from bodies.models import Body, Office, Role, User
from directives.models import AssignmentRole, Document, Notice, Petition
from tests.documents.words import annex, said
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

pytestmark = pytest.mark.django_db

NOW = Clock(at("2026-03-20", "09:00"))  # a Friday
DRAFT = Stamp(on=date(2026, 3, 20))
DONE = Status.COMPLETED


@pytest.fixture
def office() -> Office:
    office = make_office()
    Body.objects.filter(pk=office.committee_id).update(name="Đảng ủy phường")
    Body.objects.filter(pk=office.staff_body_id).update(symbol="VPĐU")
    return Office.objects.select_related("committee", "staff_body").get()


@pytest.fixture
def clerk(office: Office) -> User:
    return make_person(Role.CLERK, office=office)


@pytest.fixture
def notice(office: Office) -> Notice:
    return make_notice(office, number=5)


@pytest.fixture
def body() -> Body:
    return make_body("UBND phường")


def finished(notice: Notice, body: Body, on: str, *, due_on: str = "2026-03-10") -> Assignment:
    """Reported and accepted on the day `on`."""
    return make_assignment(
        make_task(notice, due_on=due_on),
        body=body,
        status=DONE,
        submitted_at=at(on, "08:00"),
        completed_at=at(on, "10:00"),
    )


def reported(row: Assignment, kind: Report.Kind, words: str, **also: object) -> Report:
    report = Report.objects.create(
        body=row.body, kind=kind, words=words, sent_at=at("2026-03-05"), sent_by=make_user(), **also
    )
    report.assignments.add(row)
    return report


def drafted(notice: Notice, by: User) -> Document:
    asked = Asked(kind=Document.Kind.REPORT, notice=notice)
    return documents.draft(notice.office, asked, at=NOW.now, by=by)


def of_period(office: Office, by: User, first: str, last: str) -> Document:
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    asked = Asked(kind=Document.Kind.REPORT, first_on=begin, last_on=end)
    return documents.draft(office, asked, at=NOW.now, by=by)


def read(document: Document, clock: Clock = NOW) -> FollowUp:
    return follow_up(document, clock)


def issue(document: Document, number: int, by: User, clock: Clock = NOW) -> None:
    documents.issue(document, number=number, issued_on=clock.today, clock=clock, by=by)


def new_places(report: FollowUp) -> list[str]:
    return [line.place for line in report.new]


def all_kinds(notice: Notice, body: Body) -> None:
    """One assignment of every word a report tells apart."""
    finished(notice, body, "2026-03-09")
    finished(notice, body, "2026-03-12")
    for due_on in ("2026-05-01", "2026-03-24", "2026-03-02"):
        make_assignment(make_task(notice, due_on=due_on), body=body)
    extended = make_task(notice, due_on="2026-03-05")
    make_assignment(extended, body=body, due_on="2026-04-30", original_due_on="2026-03-05")
    late = make_task(notice, due_on="2026-03-10")
    make_assignment(late, body=body, status=Status.SUBMITTED, submitted_at=at("2026-03-11"))
    make_assignment(make_task(notice, due_on="2026-03-10"), body=body, status=Status.PAUSED)
    make_assignment(make_task(notice), body=body)
    make_assignment(make_task(notice, due_on="2026-03-01"), body=body, role=AssignmentRole.WATCH)
    make_assignment(make_task(notice, due_on="2026-03-01"), body=body, status=Status.CANCELLED)


def test_the_figures(notice: Notice, body: Body, clerk: User) -> None:
    all_kinds(notice, body)

    assert read(drafted(notice, clerk)).figures == Figures(
        assigned=8,
        on_time=1,
        late=1,
        on_track=2,
        due_soon=1,
        overdue=1,
        longest=18,
        submitted=1,
        aside=1,
        past_original=3,
        undated_done=0,
    )


def test_the_figures_are_those_of_the_dashboard(notice: Notice, body: Body, clerk: User) -> None:
    all_kinds(notice, body)
    counts = figures.total(figures.by_body(Assignment.objects.all(), NOW))
    told = read(drafted(notice, clerk)).figures

    assert told.rate == counts.on_time_rate == 20
    assert (told.on_time, told.late, told.past_original) == (
        counts.done_on_time,
        counts.done_late,
        counts.late_open,
    )
    assert (told.overdue, told.due_soon, told.on_track, told.submitted) == (
        counts.overdue,
        counts.due_soon,
        counts.on_track,
        counts.submitted,
    )


def test_figures_first_with_the_formula_under_them(notice: Notice, body: Body, clerk: User) -> None:
    all_kinds(notice, body)
    paper = follow_up_paper(read(drafted(notice, clerk)), DRAFT)

    assert said(paper)[:13] == [
        (
            "Văn phòng Đảng ủy phường báo cáo kết quả thực hiện Thông báo số 05-TB/ĐU, ngày 02/3/2026 "
            "như sau (tính đến 09:00 ngày 20/3/2026):"
        ),
        "I- Số liệu chung",
        "Nhiệm vụ có thời hạn được giao | 08",
        "Đã hoàn thành | 02",
        "– Hoàn thành đúng hạn | 01",
        "– Hoàn thành quá hạn | 01",
        "Chưa hoàn thành | 06",
        "– Trong hạn | 02",
        "– Sắp đến hạn | 01",
        "– Quá hạn, chậm nhất 18 ngày | 01",
        "– Đã báo cáo, chờ xác nhận | 01",
        "– Tạm dừng hoặc đã kiến nghị cấp trên | 01",
        (
            "Tỷ lệ hoàn thành đúng hạn: 20,0% = 01 hoàn thành đúng hạn ÷ (02 đã hoàn thành + 03 chưa hoàn "
            "thành đã quá hạn ban đầu). Nhiệm vụ thường xuyên, không định hạn không tính vào tỷ lệ; gia hạn "
            "không làm thay đổi hạn ban đầu."
        ),
    ]
    assert (paper.kind, paper.code, paper.draft_mark) == (
        "BÁO CÁO",
        "Số      -BC/VPĐU",
        "Dự thảo",
    )


def test_nothing_due_yet_has_no_rate(notice: Notice, body: Body, clerk: User) -> None:
    make_assignment(make_task(notice, due_on="2026-05-01"), body=body)
    paper = follow_up_paper(read(drafted(notice, clerk)), DRAFT)

    assert "Tỷ lệ hoàn thành đúng hạn: chưa có nhiệm vụ nào đến hạn để tính." in said(paper)[12]


def test_the_annex_tells_every_item_in_printed_order(
    notice: Notice, body: Body, clerk: User
) -> None:
    second = make_task(notice, due_on="2026-03-10", words="Tổng kiểm tra.")
    late = make_assignment(second, body=body, due_on="2026-03-12", original_due_on="2026-03-10")
    reported(late, Report.Kind.PROGRESS, "Đã kiểm tra 3 cơ sở.")
    reported(late, Report.Kind.EXPLANATION, "Thiếu người.", cause=Cause.OUTSIDE)
    paper_on = date(2026, 3, 9)
    done = finished(notice, body, "2026-03-09")
    reported(done, Report.Kind.RESULT, "Đã xong.", paper_number="45/BC-UBND", paper_on=paper_on)
    paper = follow_up_paper(read(drafted(notice, clerk)), DRAFT)

    assert annex(paper) == [
        "PHỤ LỤC",
        "Kết quả thực hiện Thông báo số 05-TB/ĐU, ngày 02/3/2026",
        "(Tính đến 09:00 ngày 20/3/2026)",
        "Thông báo số 05-TB/ĐU, ngày 02/3/2026: Kết luận của Thường trực Đảng ủy",
        (
            "1 | mục 1 | Tổng kiểm tra. | UBND phường | trước ngày 10/3/2026 / gia "
            "hạn đến 12/3/2026 | Quá hạn 08 ngày | Đã kiểm tra 3 cơ sở. | Khách quan: Thiếu người. / Tiếp tục "
            "đôn đốc, yêu cầu báo cáo, nêu rõ nguyên nhân"
        ),
        (
            "2 | mục 2 | Báo cáo kết quả rà soát đất công. | UBND phường | trước ngày 10/3/2026 | "
            "Hoàn thành đúng hạn (mới) | Đã xong. / Số 45/BC-UBND, ngày 09/3/2026 | –"
        ),
    ]
    assert paper.appendices[0].landscape


def test_late_work_tells_how_often_letters_asked_for_it(
    notice: Notice, body: Body, clerk: User
) -> None:
    make_assignment(make_task(notice, due_on="2026-03-10"), body=body)
    answer_by = date(2026, 3, 18)
    asked = Asked(kind=Document.Kind.LETTER, body=body, level=1, answer_by=answer_by)
    letter = documents.draft(notice.office, asked, at=NOW.now, by=clerk)
    issue(letter, 7, clerk, Clock(at("2026-03-13")))
    make_assignment(make_task(notice, due_on="2026-03-12"), body=body)
    paper = follow_up_paper(read(drafted(notice, clerk)), DRAFT)

    assert said(paper)[-3:-1] == [
        (
            "- Mục 1: Báo cáo kết quả rà soát đất công; thời hạn: “trước ngày 10/3/2026”. UBND "
            "phường: quá hạn 10 ngày; chưa nêu nguyên nhân; đề xuất: tiếp tục đôn đốc, yêu cầu báo cáo, nêu "
            "rõ nguyên nhân. Đã đôn đốc bằng văn bản 01 lần: Công văn số 07-CV/VPĐU, ngày 13/3/2026."
        ),
        (
            "- Mục 2: Báo cáo kết quả rà soát đất công; thời hạn: “trước ngày 12/3/2026”. UBND "
            "phường: quá hạn 08 ngày; chưa nêu nguyên nhân; đề xuất: tiếp tục đôn đốc, yêu cầu báo cáo, nêu "
            "rõ nguyên nhân."
        ),
    ]


def test_bodies_that_stand_alike_share_a_row(notice: Notice, clerk: User) -> None:
    task = make_task(notice, due_on="2026-03-30")
    for number in range(1, 5):
        make_assignment(task, body=make_body(f"Tổ {number}"), position=number)
    helper = make_body("Công an")
    make_assignment(task, body=helper, role=AssignmentRole.CO, position=5, status=Status.PAUSED)
    rows = annex(follow_up_paper(read(drafted(notice, clerk)), DRAFT))[4:]

    assert [row.split(" | ")[2:4] for row in rows if row.count(" | ") > 1] == [
        ["Báo cáo kết quả rà soát đất công.", "04 đơn vị"],
        ["nt", "Công an (phối hợp)"],
    ]
    assert rows[1] == " | TT 1 gồm 04 đơn vị: Tổ 1; Tổ 2; Tổ 3; Tổ 4."


def test_bodies_whose_papers_alone_differ_share_a_row(notice: Notice, clerk: User) -> None:
    task = make_task(notice, due_on="2026-03-10")
    for number in (1, 2):
        row = make_assignment(
            task,
            body=make_body(f"Tổ {number}"),
            position=number,
            status=DONE,
            submitted_at=at(f"2026-03-0{number}"),
            completed_at=at("2026-03-09"),
        )
        sent = {"paper_number": f"7{number}/BC-TDP", "paper_on": date(2026, 3, number)}
        reported(row, Report.Kind.RESULT, "Đã họp dân.", **sent)
    paper = follow_up_paper(read(drafted(notice, clerk)), DRAFT)

    told = "Tổ 1 (số 71/BC-TDP, ngày 01/3/2026); Tổ 2 (số 72/BC-TDP, ngày 02/3/2026)"
    assert annex(paper)[4:] == [
        (
            "1 | mục 1 | Báo cáo kết quả rà soát đất công. | 02 đơn vị | trước ngày 10/3/2026 | "
            "Hoàn thành đúng hạn (mới) | Đã họp dân. | –"
        ),
        f" | TT 1 gồm 02 đơn vị: {told}.",
    ]
    assert any(line.endswith(f"{told}: hoàn thành đúng hạn, đã họp dân.") for line in said(paper))


def test_who_leads_is_told_where_many_help(notice: Notice, body: Body, clerk: User) -> None:
    task = make_task(notice, due_on="2026-03-10")
    lead = make_assignment(task, body=body)
    reported(lead, Report.Kind.EXPLANATION, "Thiếu người.", cause=Cause.OUTSIDE)
    for number in range(1, 9):
        helper = make_body(f"Tổ {number}")
        make_assignment(task, body=helper, position=number, role=AssignmentRole.CO)

    assert said(follow_up_paper(read(drafted(notice, clerk)), DRAFT))[-2] == (
        "- Mục 1: Báo cáo kết quả rà soát đất công; thời hạn: “trước ngày 10/3/2026”. UBND phường: quá "
        "hạn 10 ngày; nguyên nhân khách quan: thiếu người; đề xuất: tiếp tục đôn đốc, yêu cầu báo cáo, nêu "
        "rõ nguyên nhân. 08 đơn vị phối hợp quá hạn 10 ngày (Tổ 1, Tổ 2, Tổ 3, Tổ 4, Tổ 5, Tổ 6, Tổ 7, Tổ "
        "8). Kết quả từng đơn vị tại phụ lục."
    )


def test_a_day_that_the_task_tells_is_not_told_again(
    notice: Notice, body: Body, clerk: User
) -> None:
    words = "Họp dân trước ngày 10/3/2026."
    make_assignment(make_task(notice, due_on="2026-03-10", words=words), body=body)
    paper = follow_up_paper(read(drafted(notice, clerk)), DRAFT)

    assert said(paper)[-2].startswith("- Mục 1: Họp dân trước ngày 10/3/2026. UBND phường: quá hạn")


def test_of_many_bodies_a_sentence_counts_and_names_who_is_late(
    notice: Notice, clerk: User
) -> None:
    task = make_task(notice, due_on="2026-03-10")
    for number in range(1, 9):
        done = at("2026-03-12" if number == 5 else "2026-03-09")
        make_assignment(
            task,
            body=make_body(f"Tổ {number}"),
            position=number,
            status=DONE,
            submitted_at=done,
            completed_at=done,
        )

    words = said(follow_up_paper(read(drafted(notice, clerk)), DRAFT))

    [told] = [line for line in words if "đơn vị" in line and line.startswith("-")]
    assert told.endswith(
        "07 đơn vị hoàn thành đúng hạn; 01 đơn vị hoàn thành quá hạn 02 ngày (Tổ 5). "
        "Kết quả từng đơn vị tại phụ lục."
    )


def test_standing_tasks_stand_apart(notice: Notice, body: Body, clerk: User) -> None:
    make_assignment(make_task(notice, words="Tuần tra thường xuyên."), body=body)
    report = read(drafted(notice, clerk))

    assert (report.figures.assigned, [line.words for line in report.standing]) == (
        0,
        ["Tuần tra thường xuyên."],
    )
    assert said(follow_up_paper(report, DRAFT))[-3:-1] == [
        "III- Nhiệm vụ thường xuyên, không định hạn",
        ("- Mục 1: Tuần tra thường xuyên. UBND phường: chưa có báo cáo."),
    ]


def test_petitions_are_counted_once_a_task(notice: Notice, clerk: User) -> None:
    task = make_task(notice, due_on="2026-03-30")
    for name in ("UBND phường", "Công an"):
        make_assignment(task, body=make_body(name))
    Petition.objects.create(task=task, position=1, words="Hỏi về đất.")
    Petition.objects.create(
        task=task, position=2, words="Hỏi về nước.", done_at=NOW.now, done_by=clerk
    )

    assert "Kiến nghị: 02, trong đó đã trả lời 01." in said(
        follow_up_paper(read(drafted(notice, clerk)), DRAFT)
    )


def test_finished_work_is_new_once(notice: Notice, body: Body, clerk: User) -> None:
    finished(notice, body, "2026-03-09")
    first = drafted(notice, clerk)
    assert new_places(read(first)) == ["mục 1"]
    issue(first, 1, clerk)
    finished(notice, body, "2026-03-18")

    again = read(drafted(notice, clerk))
    assert (new_places(again), again.since) == (
        ["mục 2"],
        "Báo cáo số 01-BC/VPĐU, ngày 20/3/2026",
    )


def test_two_drafts_at_once_do_not_both_tell_it(notice: Notice, body: Body, clerk: User) -> None:
    finished(notice, body, "2026-03-09")
    first = Document.objects.create(
        office=notice.office, kind="report", notice=notice, made_at=NOW.now, made_by=clerk
    )
    second = Document.objects.create(
        office=notice.office, kind="report", notice=notice, made_at=NOW.now, made_by=clerk
    )
    issue(first, 1, clerk)
    issue(second, 2, clerk)

    news = [
        [line["place"] for line in document.snapshot["lines"] if line["new"]]
        for document in Document.objects.issued().order_by("number")
    ]
    assert news == [["mục 1"], []]


@pytest.mark.django_db(transaction=True)
def test_two_reports_issued_at_once_tell_it_once(notice: Notice, body: Body, clerk: User) -> None:
    finished(notice, body, "2026-03-09")
    drafts = [
        Document.objects.create(
            office=notice.office, kind="report", notice=notice, made_at=NOW.now, made_by=clerk
        )
        for _ in range(2)
    ]

    def press(number: int) -> str:
        try:
            issue(Document.objects.get(pk=drafts[number].pk), number + 1, clerk)
        except documents.DocumentRefused as refused:
            return str(refused)
        finally:
            connection.close()
        return "issued"

    with ThreadPoolExecutor(2) as both:
        answers = set(both.map(press, range(2)))

    frozen = [document.snapshot["lines"] for document in Document.objects.issued()]
    news = [line["place"] for lines in frozen for line in lines if line["new"]]
    assert news == ["mục 1"]
    assert [
        answer for answer in answers if "một báo cáo khác vừa được phát hành" not in answer
    ] == ["issued"]


def test_work_reopened_and_finished_again_is_not_new_twice(
    notice: Notice, body: Body, clerk: User
) -> None:
    row = finished(notice, body, "2026-03-09")
    issue(drafted(notice, clerk), 1, clerk)
    Assignment.objects.filter(pk=row.pk).update(completed_at=at("2026-03-19"))

    assert new_places(read(drafted(notice, clerk))) == []


def test_a_period_counts_what_was_given_by_its_end_and_not_done_before(
    office: Office, body: Body, clerk: User
) -> None:
    notice = make_notice(office)
    finished(notice, body, "2026-03-03")
    finished(notice, body, "2026-03-09")
    make_assignment(make_task(notice, due_on="2026-05-01"), body=body)
    make_assignment(make_task(notice, due_on="2026-05-01"), body=body, sent_at=at("2026-03-16"))

    period = read(of_period(office, clerk, "2026-03-04", "2026-03-15"))
    assert [line.place for line in period.lines] == ["mục 2", "mục 3"]


def test_nothing_falls_between_two_periods(office: Office, body: Body, clerk: User) -> None:
    notice = make_notice(office)
    early = Clock(at("2026-03-10", "09:00"))
    finished(notice, body, "2026-03-05")
    issue(of_period(office, clerk, "2026-03-01", "2026-03-15"), 1, clerk, early)
    finished(notice, body, "2026-03-12")

    later = read(of_period(office, clerk, "2026-03-16", "2026-03-31"))
    assert new_places(later) == ["mục 2"]


def test_a_notices_reports_and_the_periods_tell_apart_what_is_new(
    notice: Notice, body: Body, clerk: User
) -> None:
    finished(notice, body, "2026-03-09")
    issue(drafted(notice, clerk), 1, clerk)

    period = read(of_period(notice.office, clerk, "2026-03-01", "2026-03-31"))
    assert new_places(period) == ["mục 1"]


def test_other_offices_and_what_was_passed_down_stay_out(
    notice: Notice, body: Body, clerk: User
) -> None:
    row = make_assignment(make_task(notice, due_on="2026-03-30"), body=body)
    make_assignment(row.task, body=make_body("Tổ 1"), parent=row)
    make_assignment(office=make_office("Văn phòng khác"), due_on="2026-03-30")

    period = read(of_period(notice.office, clerk, "2026-03-01", "2026-03-31"))
    assert [line.body for line in period.lines] == ["UBND phường"]


@pytest.mark.parametrize("rows", [1, 3])
def test_reading_costs_the_same_however_many_rows(
    notice: Notice,
    clerk: User,
    rows: int,
    django_assert_num_queries: object,
) -> None:
    for number in range(rows):
        make_assignment(make_task(notice, due_on="2026-03-10"), body=make_body(f"Tổ {number}"))
    document = drafted(notice, clerk)
    NOW.calendar  # noqa: B018  (read once a request)

    with django_assert_num_queries(7):  # type: ignore[operator]
        read(document)
