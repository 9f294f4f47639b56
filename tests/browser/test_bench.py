"""The bench in a real browser: nothing typed is lost, two clerks do not overwrite each other."""

import pytest
from playwright.sync_api import Page, expect

from bodies.models import Office, Role, User
from directives.models import HalfTyped, Notice, NoticeStatus, Task
from tests.browser.house import House
from tests.directives.desk import make_committee_office, make_draft
from tests.factories import make_notice, make_person
from tests.reminders.processes import eventually

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "mat-khau-thu-2026"
WORDS = "[name=task-0-words]"
LEAD = "[name=task-0-leads] >> nth=0"
TYPED = "Rà soát, lập danh sách các điểm lấn chiếm"


@pytest.fixture
def office() -> Office:
    return make_committee_office()


@pytest.fixture
def clerk(office: Office) -> User:
    return make_person(Role.CLERK, office=office, username="chuyenvien", password=PASSWORD)


@pytest.fixture
def draft(office: Office, clerk: User) -> Notice:
    return make_draft(office, clerk)


def open_item(home: House, page: Page, draft: Notice, path: str = "2") -> None:
    item = draft.items.get(path=path)
    page.goto(f"{home.url}/thong-bao/{draft.pk}/ra-soat/?muc={item.pk}")
    page.wait_for_selector(WORDS)


def saved(page: Page, words: str = "Đã tự lưu") -> None:
    expect(page.locator("#saved")).to_contain_text(words, timeout=20_000)


def words_are(page: Page, words: str) -> None:
    expect(page.locator(WORDS)).to_have_value(words)


def test_what_was_typed_survives_a_killed_tab(home: House, draft: Notice) -> None:
    with home.page() as page:
        home.sign_in(page, "chuyenvien", PASSWORD)
        open_item(home, page, draft)
        page.fill(WORDS, TYPED)
        page.fill(LEAD, "Công an ph")
        saved(page)
        page.close()
    with home.page() as page:
        home.sign_in(page, "chuyenvien", PASSWORD)
        open_item(home, page, draft)
        words_are(page, TYPED)
        expect(page.locator(LEAD)).to_have_value("Công an ph")
        expect(page.locator("#half")).to_contain_text("Đang sửa dở từ")
        page.click("text=Bỏ phần sửa dở")
        words_are(page, draft.items.get(path="2").words(draft.text))
    assert Task.objects.count() == HalfTyped.objects.count() == 0


def test_leaving_at_once_loses_nothing(home: House, draft: Notice) -> None:
    with home.page() as page:
        home.sign_in(page, "chuyenvien", PASSWORD)
        open_item(home, page, draft)
        page.fill(WORDS, TYPED)
        page.goto(f"{home.url}/thong-bao/")
        eventually(HalfTyped.objects.exists, within=10)
        open_item(home, page, draft)
        words_are(page, TYPED)


def test_without_a_network_it_is_said_and_tried_again(home: House, draft: Notice) -> None:
    with home.page() as page:
        home.sign_in(page, "chuyenvien", PASSWORD)
        open_item(home, page, draft)
        page.context.set_offline(True)
        page.fill(WORDS, TYPED)
        saved(page, "Chưa lưu được, đang thử lại")
        page.press(WORDS, "End")  # a browser asks only whom it has seen act
        page.once("dialog", lambda dialog: dialog.dismiss())
        with page.expect_event("dialog"):
            page.evaluate("() => void setTimeout(() => { location.href = '/thong-bao/'; })")
        page.context.set_offline(False)
        saved(page)
    assert [task["words"] for task in HalfTyped.objects.get().tasks] == [TYPED]


def test_a_lost_session_is_said_and_signing_in_elsewhere_mends_it(
    home: House, draft: Notice
) -> None:
    with home.page() as page:
        home.sign_in(page, "chuyenvien", PASSWORD)
        open_item(home, page, draft)
        page.context.clear_cookies(name="sessionid")
        page.fill(WORDS, TYPED)
        saved(page, "phiên làm việc đã hết")
        page.click("[data-act=confirm]")  # goes nowhere: the words would be lost on the way
        words_are(page, TYPED)
        home.sign_in(page.context.new_page(), "chuyenvien", PASSWORD)
        page.bring_to_front()
        saved(page)
        with page.expect_navigation():
            page.click("[data-act=confirm]")
    assert Task.objects.get().words == TYPED


def test_two_clerks_on_one_item(home: House, draft: Notice, office: Office) -> None:
    make_person(Role.CLERK, office=office, username="dongnghiep", password=PASSWORD)
    with home.page() as mine, home.page() as theirs:
        for page, username in ((mine, "chuyenvien"), (theirs, "dongnghiep")):
            home.sign_in(page, username, PASSWORD)
            open_item(home, page, draft)
        mine.fill(WORDS, TYPED)
        saved(mine)
        theirs.fill(WORDS, "Của đồng nghiệp")
        with theirs.expect_navigation():
            theirs.click("[data-act=confirm]")
        with mine.expect_navigation():
            mine.click("[data-act=confirm]")
        expect(mine.locator(".error-summary")).to_contain_text("Người khác vừa rà soát mục này")
        words_are(mine, "Của đồng nghiệp")
        expect(mine.locator(".half-before")).to_contain_text(TYPED)
        assert Task.objects.get().words == "Của đồng nghiệp"
        mine.click("text=Dùng phần sửa dở này")
        words_are(mine, TYPED)


def test_a_decision_leaves_nothing_half_typed(home: House, draft: Notice) -> None:
    with home.page() as page:
        home.sign_in(page, "chuyenvien", PASSWORD)
        open_item(home, page, draft)
        page.fill(WORDS, TYPED)
        with page.expect_navigation():
            page.press(LEAD, "Enter")
        page.goto(f"{home.url}/thong-bao/")
    assert (Task.objects.get().words, HalfTyped.objects.count()) == (TYPED, 0)


def test_merged_split_and_gathered_by_keys(home: House, draft: Notice) -> None:
    second, third = draft.items.get(path="2"), draft.items.get(path="3")
    both = f"{second.words(draft.text)} {third.words(draft.text)}"
    with home.page() as page:
        home.sign_in(page, "chuyenvien", PASSWORD)
        open_item(home, page, draft, "3")
        with page.expect_navigation():
            page.keyboard.press("Alt+g")
        words_are(page, both)
        page.locator(WORDS).focus()
        cut = len(second.words(draft.text))
        page.locator(WORDS).evaluate("(area, at) => area.setSelectionRange(at, at)", cut)
        page.keyboard.press("Alt+t")
        words_are(page, second.words(draft.text))
        expect(page.locator("[name=task-1-words]")).to_have_value(third.words(draft.text))
        expect(page.locator("[name=task-1-leads] >> nth=0")).to_have_value("UBND phường")
        with page.expect_navigation():
            page.keyboard.press("Alt+m")
        words_are(page, both)
        with page.expect_navigation():
            page.click("[data-act=confirm]")
    assert [(task.item, task.words) for task in Task.objects.all()] == [(second, both)]


def test_the_cursor_stands_where_something_is_doubtful(home: House, draft: Notice) -> None:
    third = draft.items.get(path="3")
    third.proposal |= {"doubts": ["Cần kiểm tra lại."], "doubtful": ["due_on"]}
    third.save()
    with home.page() as page:
        home.sign_in(page, "chuyenvien", PASSWORD)
        page.goto(f"{home.url}/thong-bao/{draft.pk}/ra-soat/")
        for _ in range(2):
            expect(page.locator("[name=task-0-due_on]")).to_be_focused()
            expect(page.locator(".mark-now")).to_have_text("trong tháng 4 năm 2026")
            open_item(home, page, draft, "2")
            expect(page.locator("[data-act=confirm]")).to_be_focused()
            with page.expect_navigation():
                page.keyboard.press("Alt+c")


def test_a_remark_rolls_the_paper_to_its_words(home: House, draft: Notice) -> None:
    item = draft.items.get(path="3")
    start = draft.text.index("CHÁNH VĂN PHÒNG")
    told = {"start": start, "end": start + 15, "sentence": "Người khác ký.", "seen_by": ""}
    item.proposal["remarks"] = [told]
    item.save()
    with home.page({"width": 1366, "height": 500}) as page:
        home.sign_in(page, "chuyenvien", PASSWORD)
        page.goto(f"{home.url}/thong-bao/{draft.pk}/ra-soat/")
        expect(page.locator(".remarks a")).to_be_focused()
        expect(page.locator(".remark")).not_to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator(".remark-now")).to_have_text("CHÁNH VĂN PHÒNG")
        expect(page.locator(".remark-now")).to_be_in_viewport()
        with page.expect_navigation():
            page.click("text=Đã xem")
        expect(page.locator(".remarks")).to_contain_text("đã xem")
        expect(page.locator("[data-act=confirm]")).to_be_focused()


def test_a_paper_that_may_be_here_already_is_seen_first(home: House, draft: Notice) -> None:
    head = {"number": draft.number, "symbol": draft.symbol, "issued_on": draft.issued_on}
    twin = make_notice(draft.office, status=NoticeStatus.DRAFT, **head)
    with home.page({"width": 1366, "height": 500}) as page:
        home.sign_in(page, "chuyenvien", PASSWORD)
        page.goto(f"{home.url}/thong-bao/{draft.pk}/ra-soat/")
        expect(page.locator(".twin a").first).to_be_focused()
        expect(page.locator(".twin")).to_be_in_viewport()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{twin.get_absolute_url()}**")


def test_typing_vietnamese_presses_no_act(home: House, draft: Notice) -> None:
    with home.page() as page:
        home.sign_in(page, "chuyenvien", PASSWORD)
        open_item(home, page, draft)
        page.fill(LEAD, "")
        page.locator(LEAD).press_sequentially("kntmgc DDAAUS 123456789")
        page.locator(LEAD).evaluate(
            "field => field.dispatchEvent(new KeyboardEvent('keydown',"
            " {key: 'Enter', isComposing: true, bubbles: true, cancelable: true}))"
        )
        saved(page)
        expect(page.locator(LEAD)).to_have_value("kntmgc DDAAUS 123456789")
        expect(page.locator(".task")).to_have_count(1)
    assert Task.objects.count() == 0


def test_without_scripts_the_acts_are_there(home: House, draft: Notice) -> None:
    context = home.browser.new_context(java_script_enabled=False, locale="vi-VN")
    page = context.new_page()
    home.sign_in(page, "chuyenvien", PASSWORD)
    open_item(home, page, draft)
    page.fill(WORDS, TYPED)
    page.click("[data-act=split]")
    words_are(page, TYPED)
    page.fill("[name=task-1-words]", "Báo cáo kết quả")
    page.click("[data-act=gather]")
    words_are(page, f"{TYPED} Báo cáo kết quả")
    page.click("[data-act=confirm]")
    assert Task.objects.get().words == f"{TYPED} Báo cáo kết quả"
    context.close()
