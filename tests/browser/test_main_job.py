"""From text to "Hoàn thành" in the browser: intake, issue, PDF, mail, report, acceptance.

The customer's five real notices and one of the product's own go the whole way through the
pages people use, with web, worker and beat running for real.
"""

from collections.abc import Iterator
from email import message_from_bytes, policy

import pytest
from playwright.sync_api import FilePayload, Page

from assignments.models import Assignment, Status
from bodies.models import Office, Role
from directives.models import Notice
from tests.browser.house import House
from tests.conftest import SHARED
from tests.factories import make_body, make_office, make_person
from tests.papers import PAPER
from tests.reminders.processes import eventually

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "mat-khau-thu-2026"
SEEDS = [f"seed_00{n}" for n in range(5)]
ISSUED, REMINDED = "Giao nhiệm vụ", "Nhắc việc"
DAYS = dict.fromkeys(SEEDS, "15/4/2024") | {"seed_003": "30/11/2025"}  # after its meeting
# Seed 000 has no deadline at all, so nothing to remind of; the others' have long passed.
OWED = {seed: [ISSUED, REMINDED] for seed in SEEDS} | {"seed_000": [ISSUED]}


@pytest.fixture
def at_home(home: House) -> Iterator[House]:
    """The running house, and at the end: nothing for the browser to complain of."""
    home.complaints.clear()
    yield home
    assert home.complaints == []


@pytest.fixture
def office() -> Office:
    office = make_office(remind_from_hour=0, remind_until_hour=24)
    for username, role in (("chuyenvien", Role.CLERK), ("chanhvp", Role.CHIEF)):
        make_person(role, office=office, username=username, password=PASSWORD)
    return office


def enter(home: House, page: Page, text: str) -> Notice:
    page.goto(f"{home.url}/thong-bao/nhap/")
    page.fill("[name=text]", text)
    page.click("text=Đọc văn bản")
    page.wait_for_url("**/ra-soat/**")
    return Notice.objects.get()


def make_the_group(page: Page) -> None:
    """“43 Tổ dân phố” is many bodies: the link leads to a group's form and back to the item."""
    page.locator("a:text-is('tạo nhóm')").first.click()
    page.fill("[name=members]", "\n".join(f"Tổ dân phố số {n}" for n in range(1, 44)))
    page.check("[name=add_unknown]")
    page.click("main form button.button-primary")
    page.wait_for_url("**/ra-soat/**")


def review(page: Page, *, whoever: str) -> None:
    """Say yes to every item as a clerk does: a missing name is filled in, new names are added."""
    while page.locator("[data-act=confirm]").count():
        lead = page.locator("[name=task-0-leads]").first
        if not lead.input_value():
            lead.fill(whoever)
        if page.locator("a:text-is('tạo nhóm')").count():
            make_the_group(page)
        act = "add" if page.locator("[data-act=add]").count() else "confirm"
        with page.expect_navigation():
            page.locator(f"[data-act={act}]").press("Enter")
        assert page.locator(".decision .error-summary").count() == 0, page.inner_text(".decision")


def issue(home: House, page: Page, notice: Notice, *, number: int, day: str) -> None:
    page.goto(f"{home.url}/thong-bao/{notice.pk}/ban-hanh/")
    page.fill("[name=number]", str(number))
    page.fill("[name=issued_on]", day)
    page.click("text=Ban hành và giao nhiệm vụ")
    page.wait_for_url(f"{home.url}/thong-bao/{notice.pk}/")


def make_urgent(page: Page) -> None:
    """Urgent papers are reminded of on any day, so that the proof holds on a Sunday too."""
    page.click("summary:has-text('Thông tin văn bản')")
    page.select_option("[name=urgency]", "urgent")
    with page.expect_navigation():
        page.click("text=Lưu thông tin văn bản")


def report(home: House, page: Page, work: Assignment) -> None:
    page.goto(f"{home.url}/nhiem-vu/{work.pk}/")
    page.click("form[action$='/tiep-nhan/'] button")
    page.goto(f"{home.url}/nhiem-vu/{work.pk}/bao-cao/")
    page.check("[name=kind][value=result]")
    page.fill("[name=words]", "Đã hoàn thành, có báo cáo kèm theo.")
    page.fill("[name=paper_number]", "45/BC-UBND")
    page.fill("[name=paper_on]", "02/3/2024")
    evidence: FilePayload = {
        "name": "bao-cao.pdf",
        "mimeType": "application/pdf",
        "buffer": b"%PDF-1.7\nx",
    }
    page.set_input_files("[name=file]", evidence)
    page.click("main form button.button-primary")
    page.wait_for_url(f"{home.url}/nhiem-vu/{work.pk}/")


def accept(home: House, page: Page, work: Assignment) -> None:
    page.goto(f"{home.url}/nhiem-vu/{work.pk}/")
    with page.expect_navigation():
        page.click("form[action$='/xac-nhan/'] button")


def mails_to(home: House, address: str) -> list[str]:
    """How the mails in the folder for the address begin, in order of their letters."""
    found = [
        message_from_bytes(p.read_bytes(), policy=policy.default) for p in home.mails.glob("*.eml")
    ]
    subjects = [str(mail["Subject"]) for mail in found if address in str(mail["To"])]
    return sorted(subject.partition(":")[0].strip() for subject in subjects)


def whole_way(home: House, text: str, *, day: str, address: str, owed: list[str]) -> None:
    """`owed`: how the mails begin that must have come to `address` before the body reports."""
    with home.page() as page:
        home.sign_in(page, "chuyenvien", PASSWORD)
        notice = enter(home, page, text)
        make_urgent(page)
        review(page, whoever="UBND phường")
        body = notice.tasks.earliest("item__position", "position").addressees.get(position=1).body
        assert body is not None
        make_person(Role.OFFICER, body=body, username="donvi", password=PASSWORD, email=address)
        issue(home, page, notice, number=16, day=day)
        printed = page.request.get(f"{home.url}/thong-bao/{notice.pk}/van-ban.pdf")
        assert (printed.status, printed.body()[:5]) == (200, b"%PDF-")
    work = Assignment.objects.filter(body=body).earliest("task__item__position", "pk")
    eventually(lambda: mails_to(home, address) == owed, within=60)
    with home.page() as page:
        home.sign_in(page, "donvi", PASSWORD)
        report(home, page, work)
    with home.page() as page:
        home.sign_in(page, "chanhvp", PASSWORD)
        accept(home, page, work)
        assert "Hoàn thành" in page.inner_text("main")
    work.refresh_from_db()
    assert work.status == Status.COMPLETED


@pytest.mark.shared
@pytest.mark.parametrize("seed", SEEDS)
def test_a_real_notice_goes_the_whole_way(at_home: House, office: Office, seed: str) -> None:
    text = (SHARED / "notices" / f"{seed}.txt").read_text()

    whole_way(at_home, text, day=DAYS[seed], address=f"{seed}@phuong.vn", owed=OWED[seed])


def test_a_reminder_reaches_the_mailbox_on_the_way(at_home: House, office: Office) -> None:
    make_body("UBND phường", parent=office.committee)

    whole_way(
        at_home,
        PAPER,
        day="02/3/2026",
        address="ubnd@phuong.vn",
        owed=[ISSUED, REMINDED],
    )
