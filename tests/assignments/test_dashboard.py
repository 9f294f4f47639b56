"""Tổng quan: who may open it, and that every figure opens exactly the rows it counts."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, sync_playwright
from pypdfium2 import PdfDocument
from pytest_django import DjangoAssertNumQueries, Settings
from pytest_django.live_server_helper import LiveServer

from assignments.figures import BodyCounts, Counts
from assignments.models import Assignment, Report, Status
from assignments.templatetags.charts import Segment, segments
from bodies.models import Body, Office, Role
from directives.models import AssignmentRole
from tests.factories import (
    at,
    make_assignment,
    make_body,
    make_membership,
    make_office,
    make_person,
)

pytestmark = pytest.mark.django_db

URL = "/tong-quan/"
CHROMIUM = "/usr/bin/chromium"
FAR = "2999-12-31"  # the pages read the real clock: what must stay in time is due in another age
READERS = [Role.CLERK, Role.REGISTRAR, Role.CHIEF, Role.LEADER, Role.INSPECTOR]


def leader_of(office: Office, client: Client) -> Client:
    client.force_login(make_person(Role.LEADER, office=office))
    return client


def make_work(office: Office, *bodies: Body) -> None:
    """For each body work of every word that is counted, and some that is not."""
    today = timezone.localdate()
    rows: list[dict[str, Any]] = [
        {"due_on": "2026-02-02"},
        {"due_on": today},
        {"due_on": today + timedelta(days=3)},
        {"due_on": FAR},
        {"due_on": None},
        {"due_on": FAR, "original_due_on": at("2026-02-02").date()},
        {"due_on": "2026-02-02", "status": Status.SUBMITTED},
        {"due_on": "2026-03-02", "status": Status.COMPLETED},
        {"due_on": "2026-03-01", "status": Status.COMPLETED},
        {"due_on": "2026-02-02", "status": Status.PAUSED},
        {"due_on": "2026-02-02", "role": AssignmentRole.WATCH},
    ]
    for body in bodies:
        for fields in rows:
            make_assignment(office=office, body=body, **fields)


def links(content: bytes) -> list[tuple[str, int]]:
    """Every address of the list on the page, with the number its link shows."""
    found = re.findall(r'<a[^>]*href="(/nhiem-vu/\?[^"]+)"[^>]*>(.*?)</a>', content.decode())
    told = [(url.replace("&amp;", "&"), re.search(r"\d+", words)) for url, words in found]
    return [(url, int(number[0])) for url, number in told if number]


@pytest.mark.parametrize("role", READERS)
def test_an_offices_people_open_it(client: Client, role: Role) -> None:
    client.force_login(make_person(role, office=make_office()))

    assert client.get(URL).status_code == 200


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HEAD])
def test_a_bodys_people_do_not(client: Client, role: Role) -> None:
    client.force_login(make_person(role, body=make_body()))

    assert client.get(URL).status_code == 403


def test_an_administrator_does_not(client: Client) -> None:
    client.force_login(make_person(Role.ADMIN, office=make_office()))

    assert client.get(URL).status_code == 403


def test_a_stranger_signs_in_first(client: Client) -> None:
    response = client.get(URL)

    assert (response.status_code, response["Location"]) == (302, "/dang-nhap/?next=/tong-quan/")


def test_nothing_is_posted_to_it(client: Client) -> None:
    assert leader_of(make_office(), client).post(URL).status_code == 405


def test_every_figure_opens_exactly_the_rows_it_counts(client: Client) -> None:
    office = make_office()
    make_work(office, make_body("UBND phường"), make_body("Công an phường"))
    leader_of(office, client)

    found = links(client.get(URL).content)

    opened = [(url, client.get(url).context["page"].paginator.count) for url, _ in found]
    assert opened == found
    words = {word for url, _ in found for word in parse_qs(urlsplit(url).query)["tinh-trang"]}
    tiles = {"overdue", "due_soon", "on_track", "submitted", "completed"}
    assert words == tiles | {"none", "done_on_time", "done_late", "late_open", "running"}


def test_the_figures_of_one_body_open_its_rows_only(client: Client) -> None:
    office, body = make_office(), make_body("UBND phường")
    make_work(office, body, make_body("Công an phường"))
    leader_of(office, client)

    found = [(url, n) for url, n in links(client.get(URL).content) if f"don-vi={body.pk}&" in url]

    assert [n for _, n in found] == [1, 2, 2]
    for url, number in found:
        rows = client.get(url).context["page"].object_list
        assert [row.body for row in rows] == [body] * number


def test_the_rows_of_another_office_are_not_counted(client: Client) -> None:
    here, there = make_office("Văn phòng A"), make_office("Văn phòng B")
    make_assignment(office=here, due_on="2026-02-02")
    make_assignment(office=there, due_on="2026-02-02")

    page = leader_of(here, client).get(URL)

    assert page.context["counts"] == Counts(overdue=1, late_open=1)


def test_two_offices_with_different_windows_are_counted_each_by_its_own(client: Client) -> None:
    soon = timezone.localdate() + timedelta(days=1)
    offices = [make_office("A", due_soon_days=5), make_office("B", due_soon_days=0)]
    leader = make_person(Role.LEADER, office=offices[0])
    make_membership(leader, Role.INSPECTOR, office=offices[1])
    for office in offices:
        make_assignment(office=office, due_on=soon)
    client.force_login(leader)

    assert client.get(URL).context["counts"] == Counts(due_soon=1, on_track=1)


@pytest.mark.parametrize("bodies", [1, 3])
def test_any_number_of_bodies_takes_the_same_queries(
    client: Client, bodies: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    office = make_office()
    make_work(office, *[make_body(f"Ban {n}") for n in range(bodies)])
    leader_of(office, client)

    with django_assert_num_queries(12):
        client.get(URL)


def test_an_office_without_work_reads_a_sentence(client: Client) -> None:
    page = leader_of(make_office(), client).get(URL)

    assert "Chưa có nhiệm vụ nào được giao." in page.content.decode()
    assert links(page.content) == []


def test_one_row_in_time_says_that_nothing_is_late(client: Client) -> None:
    office, body = make_office(), make_body("UBND phường")
    make_assignment(office=office, body=body, due_on=FAR)

    page = leader_of(office, client).get(URL)

    assert "Không có nhiệm vụ nào quá hạn." in page.content.decode()
    assert page.context["bodies"] == [BodyCounts(body, Counts(on_track=1))]


def test_of_many_bodies_the_worst_twelve_are_drawn(client: Client) -> None:
    office = make_office()
    for number in range(31):
        make_assignment(office=office, body=make_body(f"Tổ {number:02}"), due_on="2026-02-02")

    page = leader_of(office, client).get(URL)

    assert [row.body.name for row in page.context["bodies"]] == [f"Tổ {n:02}" for n in range(12)]
    assert "(còn 19 đơn vị)" in page.content.decode()
    assert page.content.decode().count('<svg class="bar"') == 12


def test_the_late_say_since_when_by_whom_and_why(client: Client) -> None:
    office, body = make_office(), make_body("UBND phường")
    late = make_assignment(office=office, body=body, due_on="2026-02-02")
    silent = make_assignment(office=office, body=body, due_on="2026-02-03")
    report(late, "Chờ ý kiến của Sở")

    text = leader_of(office, client).get(URL).content.decode()

    told = [
        text.index(w)
        for w in ("Hạn 02/02/2026", "Chờ ý kiến của Sở", "Hạn 03/02/2026", "Chưa báo cáo")
    ]
    assert told == sorted(told)
    assert text.index(late.get_absolute_url()) < text.index(silent.get_absolute_url())


def report(row: Assignment, words: str) -> None:
    by = make_person(Role.OFFICER, body=row.body)
    kind = Report.Kind.EXPLANATION
    sent = Report.objects.create(
        body=row.body, kind=kind, words=words, sent_at=at("2026-03-02"), sent_by=by
    )
    sent.assignments.add(row)


def test_what_bodies_wrote_is_shown_as_text(client: Client) -> None:
    office = make_office()
    report(make_assignment(office=office, due_on="2026-02-02"), "<script>alert(1)</script>")

    text = leader_of(office, client).get(URL).content.decode()

    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_the_rate_is_printed_with_what_it_is_made_of(client: Client) -> None:
    office = make_office()
    make_work(office, make_body())

    text = re.sub(r"<[^>]+>|\s+", " ", leader_of(office, client).get(URL).content.decode())

    assert "Tỷ lệ đúng hạn: 20,0% = 1 ÷ (2 + 3 )" in re.sub(" +", " ", text)
    assert "số hoàn thành đúng hạn ÷ (số đã hoàn thành + số chưa hoàn thành đã quá hạn)" in text


def test_nothing_on_the_page_is_styled_inline(client: Client) -> None:
    office = make_office()
    make_work(office, make_body())

    text = leader_of(office, client).get(URL).content.decode()

    assert re.findall(r"<style|<script>|\sstyle=|\son\w+=", text) == []


def test_a_bar_tells_its_numbers_in_words(client: Client) -> None:
    office = make_office()
    make_work(office, make_body("Phòng “A & B”"))

    text = leader_of(office, client).get(URL).content.decode()

    assert "<title>Phòng “A &amp; B”</title>" in text
    assert "<desc>Quá hạn 1, sắp đến hạn 2, trong hạn 2</desc>" in text


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param(Counts(), [], id="nothing"),
        pytest.param(Counts(overdue=10), [Segment("overdue", 0, 994)], id="the longest"),
        pytest.param(Counts(on_track=5), [Segment("on_track", 0, 494)], id="half of it"),
        pytest.param(
            Counts(overdue=1, due_soon=2, on_track=1),
            [
                Segment("overdue", 0, 94),
                Segment("due_soon", 100, 194),
                Segment("on_track", 300, 94),
            ],
            id="of each",
        ),
    ],
)
def test_a_bar_is_drawn_to_the_longest(counts: Counts, expected: list[Segment]) -> None:
    assert segments(counts, 10) == expected


def test_one_row_of_very_many_is_still_seen() -> None:
    assert segments(Counts(overdue=1), 5000) == [Segment("overdue", 0, 1)]


@pytest.mark.browser
def test_it_prints_on_one_a4_and_never_scrolls_sideways(
    live_server: LiveServer, tmp_path: Path, settings: Settings
) -> None:
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    office = make_office()
    make_person(Role.LEADER, office=office, username="bithu", password="mat-khau-thu")
    for number in range(31):
        body = make_body(f"Đơn vị có tên dài vừa phải theo văn bản số {number}")
        report(make_assignment(office=office, body=body, due_on="2026-02-02"), "Chờ ý kiến. " * 40)

    widths, pages = measured(f"{live_server.url}{URL}", paper=tmp_path / "a4.pdf")

    assert (widths, pages) == ([390, 1366], 1)


def measured(url: str, *, paper: Path) -> tuple[list[int], int]:
    """How wide the page is on a phone and on a desk, and how many pages it prints on."""
    widths = []
    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        sign_in(page, url)
        for width, height in ((390, 844), (1366, 768)):
            page.set_viewport_size({"width": width, "height": height})
            widths.append(page.evaluate("document.documentElement.scrollWidth"))
        page.pdf(path=paper, prefer_css_page_size=True)
        browser.close()
    return widths, len(PdfDocument(paper))


def sign_in(page: Page, url: str) -> None:
    page.goto(url)
    page.fill("[name=username]", "bithu")
    page.fill("[name=password]", "mat-khau-thu")
    page.press("[name=password]", "Enter")
    page.wait_for_url(url)


def test_the_address_is_the_one_agreed() -> None:
    assert reverse("dashboard") == URL
