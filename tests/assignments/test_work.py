"""One assignment's page, and reporting on it, through the browser's doors."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from assignments import lifecycle
from assignments.lifecycle import ReportDraft, Upload
from assignments.models import Assignment, Report, Status
from bodies.models import Event, Role, User
from directives.models import AssignmentRole, Evidence
from tests.factories import (
    at,
    make_assignment,
    make_body,
    make_item,
    make_notice,
    make_office,
    make_person,
    make_task,
    make_user,
)

pytestmark = pytest.mark.django_db

RESULT = {"kind": "result", "words": "Đã rà soát 12 khu."}
PDF = b"%PDF-1.4 ..."
PAGES = ("assignment", "report")
QUERIES = 15  # of the page of one assignment
STEPS = ("receive", "report", "accept", "send-back", "withdraw-submission")


def officer_of(work: Assignment) -> User:
    return make_person(Role.OFFICER, body=work.body)


def reported(work: Assignment, *, upload: Upload | None = None, by: User | None = None) -> Report:
    draft = ReportDraft(kind=Report.Kind.RESULT, words="Đã xong.", upload=upload)
    return lifecycle.report([work], draft, at=at("2026-03-05"), by=by or make_user())


@pytest.mark.parametrize("name", PAGES)
def test_a_stranger_is_asked_to_sign_in(client: Client, name: str) -> None:
    url = reverse(name, args=[make_assignment().pk])

    response = client.get(url)

    assert (response.status_code, response["Location"]) == (302, f"/dang-nhap/?next={url}")


@pytest.mark.parametrize("name", PAGES)
def test_another_body_s_officer_does_not_learn_that_it_exists(client: Client, name: str) -> None:
    work = make_assignment()
    client.force_login(make_person(Role.OFFICER, body=make_body("Công an phường")))

    there = client.get(reverse(name, args=[work.pk]))
    nowhere = client.get(reverse(name, args=[work.pk + 1]))

    assert (there.status_code, nowhere.status_code) == (404, 404)


@pytest.mark.parametrize("name", [step for step in STEPS if step != "report"])
def test_a_step_is_not_taken_by_looking(client: Client, name: str) -> None:
    work = make_assignment()
    client.force_login(officer_of(work))

    assert client.get(reverse(name, args=[work.pk])).status_code == 405


def test_an_id_beyond_the_database_s_is_not_found(client: Client) -> None:
    client.force_login(make_user())

    assert client.get("/nhiem-vu/99999999999999999999/").status_code == 404
    assert client.get("/nhiem-vu/bao-cao/?nv=99999999999999999999").status_code == 404


def test_the_page_shows_the_task_as_the_paper_has_it(client: Client) -> None:
    notice = make_notice()
    heading = make_item(notice, "Về đất đai:", kind="heading")
    make_item(notice, "Rà soát đất công.", parent=heading, label="1.1.")
    item = make_item(notice, "Lập hồ sơ các khu đất.", parent=heading, label="1.2.")
    make_item(notice, "Báo cáo Thường trực.", parent=heading, label="1.3.")
    make_item(notice, "Một mục ở xa.", label="9.")
    work = make_assignment(make_task(item=item, words="Lập hồ sơ các khu đất."))
    client.force_login(officer_of(work))

    response = client.get(work.get_absolute_url())

    told = [(line.label, line.words, line.here) for line in response.context["around"]]
    assert told == [
        ("1.", "Về đất đai:", False),
        ("1.1.", "Rà soát đất công.", False),
        ("1.2.", "Lập hồ sơ các khu đất.", True),
        ("1.3.", "Báo cáo Thường trực.", False),
    ]


def test_the_page_shows_both_deadlines_once_they_differ(client: Client) -> None:
    task = make_task(due_on="2026-03-10")
    work = make_assignment(task, original_due_on=date(2026, 3, 10), due_on="2026-03-31")
    client.force_login(officer_of(work))

    response = client.get(work.get_absolute_url())

    for words in ("“trước ngày 10/3/2026”", "31/03/2026", "10/03/2026"):
        assert words in response.content.decode()


def test_others_are_named_and_only_those_one_may_see_are_opened(client: Client) -> None:
    task = make_task()
    work = make_assignment(task, body=make_body("UBND phường"))
    other = make_assignment(
        task, body=make_body("Công an phường"), role=AssignmentRole.CO, position=2
    )
    client.force_login(officer_of(work))

    response = client.get(work.get_absolute_url())

    assert [(o.row, o.seen) for o in response.context["others"]] == [(other, False)]
    assert other.get_absolute_url() not in response.content.decode()


@pytest.mark.parametrize(
    ("status", "offered"),
    [
        (Status.SENT, {"receive", "decline"}),
        (Status.IN_PROGRESS, {"submit", "decline"}),
        (Status.RETURNED, {"submit"}),
        (Status.SUBMITTED, set()),
        (Status.COMPLETED, set()),
    ],
)
def test_the_page_offers_what_may_be_done_now(
    client: Client, status: Status, offered: set[str]
) -> None:
    work = make_assignment(status=status)
    client.force_login(officer_of(work))

    response = client.get(work.get_absolute_url())

    acts = response.context["acts"]
    assert {verb for verb in acts if acts[verb]} == offered


@pytest.mark.parametrize(
    ("role", "status", "words"),
    [
        (Role.OFFICER, Status.SUBMITTED, "Chờ Văn phòng xác nhận."),
        (Role.OFFICER, Status.SENT, "Tiếp nhận trước, sau đó mới báo cáo được kết quả."),
        (Role.REGISTRAR, Status.SUBMITTED, "Chờ chuyên viên, lãnh đạo Văn phòng"),
        (Role.CLERK, Status.RETURNED, "Chờ đơn vị bổ sung và báo cáo lại."),
        (Role.CHIEF, Status.IN_PROGRESS, "Chờ đơn vị báo cáo kết quả."),
        (Role.LEADER, Status.COMPLETED, "Nhiệm vụ đã hoàn thành, không còn việc phải làm."),
    ],
)
def test_the_page_says_whose_turn_it_is(
    client: Client, role: Role, status: Status, words: str
) -> None:
    work = make_assignment(status=status)
    at_office = role not in (Role.OFFICER, Role.HEAD)
    place = {"office": work.office} if at_office else {"body": work.body}
    client.force_login(make_person(role, **place))

    assert words in client.get(work.get_absolute_url()).content.decode()


@pytest.mark.parametrize("status", [Status.SENT, Status.SUBMITTED])
def test_every_form_of_the_pages_carries_its_token(client: Client, status: Status) -> None:
    work = make_assignment(status=status)
    client.force_login(make_person(Role.CLERK, office=work.office))

    for url in (work.get_absolute_url(), reverse("report", args=[work.pk])):
        page = client.get(url).content.decode()
        assert page.count('<form method="post"') == page.count('name="csrfmiddlewaretoken"') > 0


def test_the_answer_is_read_before_it_is_accepted(client: Client) -> None:
    work = make_assignment()
    sent = reported(work)
    client.force_login(make_person(Role.CHIEF, office=work.office))

    assert client.get(work.get_absolute_url()).context["answer"] == sent


def test_the_history_is_told_newest_first(client: Client) -> None:
    work = make_assignment(status=Status.SENT)
    officer = officer_of(work)
    lifecycle.receive(work, at=at("2026-03-03"), by=officer)
    sent = reported(work, by=officer)
    client.force_login(officer)

    response = client.get(work.get_absolute_url())

    history = [(told.verb, told.report) for told in response.context["history"]]
    assert history == [("submit", sent), ("receive", None), ("assign", None)]


def test_the_queries_of_a_page_do_not_grow_with_its_history(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    body = make_body()
    short, long = make_assignment(body=body), make_assignment(body=body)
    officer = officer_of(short)
    draft = ReportDraft(kind=Report.Kind.PROGRESS, words="Đang làm.")
    for work, reports in ((short, 1), (long, 3)):
        for _ in range(reports):
            lifecycle.report([work], draft, at=at("2026-03-05"), by=officer)
    client.force_login(officer)

    for work in (short, long):
        with django_assert_num_queries(QUERIES):
            client.get(work.get_absolute_url())


def test_work_is_received_from_its_page(client: Client) -> None:
    work = make_assignment(status=Status.SENT)
    client.force_login(officer_of(work))

    response = client.post(reverse("receive", args=[work.pk]))

    work.refresh_from_db()
    assert (work.status, response["Location"]) == (Status.IN_PROGRESS, work.get_absolute_url())


def test_work_received_from_the_desk_comes_back_to_its_line(client: Client) -> None:
    work = make_assignment(status=Status.SENT)
    client.force_login(officer_of(work))

    response = client.post(reverse("receive", args=[work.pk]), {"ve": "ban-lam-viec"})

    assert response["Location"] == f"/#nv-{work.pk}"


@pytest.mark.parametrize(
    ("name", "form", "status", "role"),
    [
        ("receive", {}, Status.SENT, Role.CLERK),
        ("accept", {}, Status.SUBMITTED, Role.CHIEF),
        ("send-back", {"reason": "Thiếu."}, Status.SUBMITTED, Role.LEADER),
    ],
)
def test_a_second_click_is_a_sentence_and_changes_nothing(
    client: Client, name: str, form: dict[str, str], status: Status, role: Role
) -> None:
    work = make_assignment(status=status)
    client.force_login(make_person(role, office=work.office))
    url = reverse(name, args=[work.pk])

    client.post(url, form)
    response = client.post(url, form, follow=True)

    assert response.status_code == 200
    work.refresh_from_db()
    [_, said] = [str(message) for message in response.context["messages"]]
    stands = work.get_status_display()
    assert said == f"Nhiệm vụ đã ở trạng thái “{stands}” từ trước; lần này không thay đổi gì."
    assert Event.objects.count() == 1


def test_withdrawing_twice_is_harmless(client: Client) -> None:
    work = make_assignment()
    officer = officer_of(work)
    reported(work, by=officer)
    client.force_login(officer)
    url = reverse("withdraw-submission", args=[work.pk])

    first, second = client.post(url), client.post(url)

    work.refresh_from_db()
    assert (first.status_code, second.status_code) == (302, 302)
    assert (work.status, Event.objects.count()) == (Status.IN_PROGRESS, 2)


def test_sending_back_without_a_reason_asks_for_it(client: Client) -> None:
    work = make_assignment(status=Status.SUBMITTED)
    client.force_login(make_person(Role.CHIEF, office=work.office))

    response = client.post(reverse("send-back", args=[work.pk]), {"reason": "  "})

    work.refresh_from_db()
    assert (response.status_code, work.status) == (422, Status.SUBMITTED)
    assert "Hãy ghi rõ lý do yêu cầu bổ sung" in response.content.decode()


def test_a_result_is_reported(client: Client) -> None:
    work = make_assignment()
    client.force_login(officer_of(work))
    typed = {"paper_number": "45/BC-UBND", "paper_on": "03/09/2025"}

    response = client.post(reverse("report", args=[work.pk]), {**RESULT, **typed})

    sent = Report.objects.get()
    work.refresh_from_db()
    assert response["Location"] == work.get_absolute_url()
    assert (sent.words, sent.paper_number, sent.paper_on, sent.typed_for_body) == (
        "Đã rà soát 12 khu.",
        "45/BC-UBND",
        date(2025, 9, 3),  # 3 September: the day first
        False,
    )
    assert (work.status, list(sent.assignments.all())) == (Status.SUBMITTED, [work])


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"paper_on": "31/02/2026"}, "paper_on", "Hãy ghi ngày trước, tháng sau"),
        ({"paper_on": "12/31/2025"}, "paper_on", "Hãy ghi ngày trước, tháng sau"),
        ({"paper_on": "01/01/2999"}, "paper_on", "Ngày này ở sau hôm nay"),
        ({"words": " "}, "words", "Hãy ghi nội dung báo cáo"),
        ({"kind": "rumour"}, "kind", "Loại báo cáo này không gửi được"),
        ({"paper_number": "x" * 61}, "paper_number", "60"),
    ],
)
def test_what_cannot_be_right_is_said_at_its_field(
    client: Client, typed: dict[str, str], field: str, words: str
) -> None:
    work = make_assignment()
    client.force_login(officer_of(work))

    response = client.post(reverse("report", args=[work.pk]), {**RESULT, **typed})

    assert response.status_code == 422
    assert words in str(response.context["form"].errors[field])
    assert Report.objects.count() == 0


@pytest.mark.parametrize(
    ("evidence", "fields"),
    [
        (Evidence.TEXT, set()),
        (Evidence.PAPER, {"paper_number", "paper_on"}),
        (Evidence.FILE, {"file"}),
    ],
)
def test_a_result_without_its_evidence_is_not_sent(
    client: Client, evidence: Evidence, fields: set[str]
) -> None:
    work = make_assignment(make_task(evidence=evidence))
    client.force_login(officer_of(work))

    response = client.post(reverse("report", args=[work.pk]), RESULT)

    wrong = set(response.context["form"].errors) if response.status_code == 422 else set()
    assert (wrong, Report.objects.count()) == (fields, 0 if fields else 1)


def test_the_cause_is_asked_for_when_work_is_late(client: Client) -> None:
    late, in_time = make_assignment(due_on="2020-01-31"), make_assignment(due_on="2099-12-31")
    client.force_login(officer_of(late))
    asked = "cause" in client.get(reverse("report", args=[late.pk])).context["form"].fields
    client.force_login(officer_of(in_time))
    not_asked = "cause" in client.get(reverse("report", args=[in_time.pk])).context["form"].fields

    assert (asked, not_asked) == (True, False)


def test_an_explanation_of_late_work_names_its_cause(client: Client) -> None:
    work = make_assignment(due_on="2020-01-31")
    client.force_login(officer_of(work))
    typed = {"kind": "explanation", "words": "Chờ số liệu của tỉnh."}
    url = reverse("report", args=[work.pk])

    without = client.post(url, typed)
    client.post(url, {**typed, "cause": "outside"})

    assert (without.status_code, list(without.context["form"].errors)) == (422, ["cause"])
    assert [(r.kind, r.cause) for r in Report.objects.all()] == [("explanation", "outside")]


def test_work_not_received_takes_progress_and_no_result(client: Client) -> None:
    work = make_assignment(status=Status.SENT)
    client.force_login(officer_of(work))

    response = client.get(reverse("report", args=[work.pk]))

    kinds = [value for value, _ in response.context["form"].fields["kind"].choices]
    assert kinds == ["progress", "explanation"]


def test_the_same_result_twice_is_one_report(client: Client) -> None:
    work = make_assignment()
    client.force_login(officer_of(work))
    url = reverse("report", args=[work.pk])

    client.post(url, RESULT)
    response = client.post(url, RESULT, follow=True)

    assert Report.objects.count() == 1
    assert "không gửi lần nữa" in response.content.decode()


def test_completed_work_takes_no_more_reports(client: Client) -> None:
    work = make_assignment(status=Status.COMPLETED)
    client.force_login(officer_of(work))

    response = client.post(reverse("report", args=[work.pk]), RESULT, follow=True)

    assert Report.objects.count() == 0
    assert "nên không nhận thêm báo cáo" in response.content.decode()


def test_a_clerk_types_for_a_body_and_says_when_the_paper_came(client: Client) -> None:
    work = make_assignment(due_on="2026-03-10")
    clerk = make_person(Role.CLERK, office=work.office)
    client.force_login(clerk)

    client.post(reverse("report", args=[work.pk]), {**RESULT, "arrived_on": "10/03/2026"})

    sent = Report.objects.get()
    work.refresh_from_db()
    assert (sent.typed_for_body, sent.arrived_on, sent.sent_by) == (True, date(2026, 3, 10), clerk)
    assert work.submitted_at == at("2026-03-10", "23:59:59")
    assert "Văn phòng nhập thay" in client.get(work.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("arrived_on", "words"),
    [
        ("", "Hãy ghi ngày"),
        ("01/03/2026", "Ngày đến không thể trước ngày ban hành"),
        ("01/01/2999", "Ngày này ở sau hôm nay"),
    ],
)
def test_paper_comes_between_the_issue_and_today(
    client: Client, arrived_on: str, words: str
) -> None:
    work = make_assignment()
    client.force_login(make_person(Role.CLERK, office=work.office))

    response = client.post(reverse("report", args=[work.pk]), {**RESULT, "arrived_on": arrived_on})

    assert words in str(response.context["form"].errors["arrived_on"])
    assert Report.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("trong.pdf", b"", "không có nội dung"),
        ("to.pdf", b"%PDF-" + b"0" * 20_000_000, "lớn hơn 20 MB"),
        ("may.exe", b"MZ\x90\x00", "không phải loại hệ thống lưu giữ"),
        ("gia.pdf", b"<html></html>", "không phải loại hệ thống lưu giữ"),
    ],
)
def test_a_file_that_is_not_kept_is_said_so(
    client: Client, name: str, data: bytes, words: str
) -> None:
    work = make_assignment()
    client.force_login(officer_of(work))
    file = SimpleUploadedFile(name, data)

    response = client.post(reverse("report", args=[work.pk]), {**RESULT, "file": file})

    assert (response.status_code, Report.objects.count()) == (422, 0)
    assert words in str(response.context["form"].errors["file"])


def test_a_file_is_given_back_as_it_came(client: Client) -> None:
    work = make_assignment()
    client.force_login(officer_of(work))
    file = SimpleUploadedFile("Phụ lục số 1.docx", b"PK\x03\x04...")

    client.post(reverse("report", args=[work.pk]), {**RESULT, "file": file})
    response = client.get(reverse("report-file", args=[Report.objects.get().pk]))

    assert response.content == b"PK\x03\x04..."
    assert response["Content-Disposition"] == (
        "attachment; filename*=utf-8''Ph%E1%BB%A5%20l%E1%BB%A5c%20s%E1%BB%91%201.docx"
    )
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_pdf_opens_in_the_browser(client: Client) -> None:
    work = make_assignment()
    sent = reported(work, upload=Upload(name="bao-cao.pdf", data=PDF))
    client.force_login(officer_of(work))

    response = client.get(reverse("report-file", args=[sent.pk]))

    told = (response["Content-Type"], response["Content-Disposition"])
    assert told == ("application/pdf", 'inline; filename="bao-cao.pdf"')


def test_a_file_is_for_those_who_see_the_work(client: Client) -> None:
    sent = reported(make_assignment(), upload=Upload(name="bao-cao.pdf", data=PDF))
    url = reverse("report-file", args=[sent.pk])

    stranger = client.get(url)
    client.force_login(make_person(Role.OFFICER, body=make_body("Công an phường")))
    other = client.get(url)

    assert (stranger.status_code, other.status_code) == (302, 404)


def test_a_report_without_a_file_has_none_to_give(client: Client) -> None:
    work = make_assignment()
    sent = reported(work)
    client.force_login(officer_of(work))

    assert client.get(reverse("report-file", args=[sent.pk])).status_code == 404


def test_one_report_answers_the_chosen_work(client: Client) -> None:
    body = make_body()
    works = [make_assignment(body=body), make_assignment(body=body)]
    client.force_login(make_person(Role.HEAD, body=body))
    url = f"{reverse('report-many')}?nv={works[0].pk}&nv={works[1].pk}"

    shown = client.get(url)
    response = client.post(url, RESULT)

    sent = Report.objects.get()
    assert "Báo cáo chung 2 nhiệm vụ" in shown.content.decode()
    assert (response["Location"], list(sent.assignments.order_by("pk"))) == ("/", works)
    page = client.get(works[0].get_absolute_url()).content.decode()
    assert "Báo cáo này trả lời 2 nhiệm vụ." in page


def test_one_report_does_not_answer_for_two_bodies(client: Client) -> None:
    office = make_office()
    works = [make_assignment(office=office), make_assignment(office=office)]
    client.force_login(make_person(Role.CLERK, office=office))
    url = f"{reverse('report-many')}?nv={works[0].pk}&nv={works[1].pk}"

    response = client.post(url, RESULT)

    assert (response["Location"], Report.objects.count()) == ("/", 0)


@pytest.mark.parametrize("asked", ["nv=abc", "nv=-1", "nv=%00", "nv=1&nv=abc", "nv=²"])
def test_a_choice_that_means_nothing_is_not_found(client: Client, asked: str) -> None:
    client.force_login(make_user())

    assert client.get(f"{reverse('report-many')}?{asked}").status_code == 404


def test_no_choice_goes_back_to_the_desk(client: Client) -> None:
    client.force_login(make_user())

    response = client.get(reverse("report-many"), follow=True)

    assert "Hãy đánh dấu ít nhất một nhiệm vụ" in response.content.decode()


def test_a_choice_that_holds_another_s_work_is_not_found(client: Client) -> None:
    own, other = make_assignment(), make_assignment()
    client.force_login(officer_of(own))

    url = f"{reverse('report-many')}?nv={own.pk}&nv={other.pk}"

    assert client.post(url, RESULT).status_code == 404
    assert Report.objects.count() == 0


def test_a_superior_sees_the_page_and_reports_nothing(client: Client) -> None:
    above = make_body("UBND phường")
    work = make_assignment(body=make_body("Phòng Kinh tế", parent=above))
    client.force_login(make_person(Role.HEAD, body=above))

    page = client.get(work.get_absolute_url())
    report = client.post(reverse("report", args=[work.pk]), RESULT)

    assert (page.status_code, report.status_code) == (200, 403)
