"""A table copied from Word, pasted in a real browser: its cells stay whole, and become tasks."""

import pytest
from playwright.sync_api import Page, expect

from bodies.models import Office, Role
from directives.models import Notice
from tests.browser.house import House
from tests.directives.desk import make_committee_office, make_draft
from tests.factories import make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "mat-khau-thu-2026"
# As Word gives it: a heading above, paragraphs and source line ends in cells, merged cells.
WORD = """
<html><head><style>p {margin: 0}</style></head><body>
<p class=MsoNormal>PHỤ LỤC I</p>
<table class=MsoTableGrid border=1>
 <tr><td rowspan=2><p>TT</p></td><td rowspan=2><p>Nội dung
  nhiệm vụ</p></td><td colspan=2><p>Đơn vị</p></td><td rowspan=2><p>Thời hạn</p></td></tr>
 <tr><td><p>Chủ trì</p></td><td><p>Phối hợp</p></td></tr>
 <tr style='height:1cm'><td colspan=5><p style="margin:0">I. Trật tự đô thị</p></td></tr>
 <tr><td><p>1</p></td><td><p>Rà soát vỉa hè;</p><p>lập danh sách "từng tuyến"<o:p></o:p></p></td>
  <td rowspan=2><p>UBND&nbsp;phường</p></td><td><p>Công an phường<br>Văn phòng Đảng ủy</p></td>
  <td><p>31/12/2026</p></td></tr>
 <tr><td><p>2</p></td><td><p>Lập hồ sơ</p></td><td><p></p></td><td><p>Quý IV/2026</p></td></tr>
</table></body></html>
"""
PLAIN = "TT\tNội dung\r\n1\tkhông phải bảng của Word"
BOX = "textarea[name=text]"


@pytest.fixture
def draft() -> Notice:
    office: Office = make_committee_office()
    clerk = make_person(Role.CLERK, office=office, username="chuyenvien", password=PASSWORD)
    return make_draft(office, clerk)


def paste(page: Page, **said: str) -> None:
    """As Ctrl+V does it, with what the clipboard holds of each kind."""
    page.locator(BOX).evaluate(
        """(box, said) => {
          const data = new DataTransfer();
          for (const [kind, words] of Object.entries(said)) data.setData(`text/${kind}`, words);
          const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
          if (box.dispatchEvent(event)) box.value = said.plain ?? "";
        }""",
        said,
    )


def open_item(home: House, page: Page, draft: Notice) -> None:
    home.sign_in(page, "chuyenvien", PASSWORD)
    page.goto(f"{home.url}/thong-bao/{draft.pk}/muc/{draft.items.get(path='2').pk}/phu-luc/")


def test_a_table_from_word_becomes_tasks(home: House, draft: Notice) -> None:
    home.complaints.clear()  # those of other tests
    with home.page() as page:
        open_item(home, page, draft)
        paste(page, html=WORD, plain="hỏng\r\nmất")
        page.click("text=Đọc bảng")
        expect(page.locator("h1")).to_have_text("Xem trước 2 dòng")
        page.click("text=Thêm 2 dòng thành nhiệm vụ")
        page.wait_for_url("**/ra-soat/**")

    item = draft.items.get(path="2")
    told = [
        (task.words, sorted(f"{a.role} {a.body}" for a in task.addressees.all()))
        for task in item.tasks.all()
    ]
    assert told == [
        (
            'Rà soát vỉa hè;\nlập danh sách "từng tuyến"',
            ["co Công an phường", "co Văn phòng Đảng ủy", "lead UBND phường"],
        ),
        ("Lập hồ sơ", ["lead UBND phường"]),
    ]
    assert home.complaints == []


def test_words_without_a_table_are_pasted_as_ever(home: House, draft: Notice) -> None:
    with home.page() as page:
        open_item(home, page, draft)
        paste(page, html="<p>TT</p>", plain=PLAIN)
        expect(page.locator(BOX)).to_have_value(PLAIN.replace("\r\n", "\n"))


def test_a_mark_above_the_table_is_not_lost(home: House, draft: Notice) -> None:
    with home.page() as page:
        open_item(home, page, draft)
        paste(page, html=WORD.replace("PHỤ LỤC I", "MẬT"), plain="")
        page.click("text=Đọc bảng")
        expect(page.locator("main")).to_contain_text("không tiếp nhận tài liệu bí mật")
