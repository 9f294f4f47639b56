"""The bench by keys alone: a clerk with forty notices a month does not reach for the mouse."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from bodies.models import Role
from directives.benching import Bench
from directives.models import Notice
from tests.browser.house import House
from tests.conftest import SHARED
from tests.factories import make_office, make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "mat-khau-thu-2026"


@dataclass
class Keyboard:
    """Presses keys and counts them; a chord ("Alt+n") is one."""

    page: Page
    strokes: int = 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.strokes += 1

    def reach(self, selector: str) -> None:
        """Tab until the element has the focus."""
        while not self.page.evaluate("s => document.activeElement?.matches(s)", selector):
            self.press("Tab")
            assert self.strokes < 200, f"{selector} is out of reach"


@pytest.mark.shared
def test_a_real_notice_from_upload_to_a_complete_draft(home: House) -> None:
    clerk = make_person(Role.CLERK, office=make_office(), username="chuyenvien", password=PASSWORD)
    with home.page() as page:
        home.sign_in(page, "chuyenvien", PASSWORD)
        page.goto(f"{home.url}/thong-bao/nhap/")
        keys = Keyboard(page)
        keys.reach("[name=file]")
        # The file window is the browser's own: its keys are not pressed here, and not counted.
        page.set_input_files("[name=file]", SHARED / "notices" / "seed_004.txt")
        keys.reach("form .button-primary")
        with page.expect_navigation():
            keys.press("Enter")
        while page.locator("#decision").count():
            with page.expect_navigation():
                keys.press("Alt+n" if page.locator("[data-act=add]").count() else "Enter")
    notice = Notice.objects.get()
    bench = Bench(notice, by=clerk)
    assert bench.complete
    print(f"seed 004: {keys.strokes} keys for {len(bench.to_decide)} items")  # noqa: T201 (the figure itself is asked for)
    # A key an item; the rest is the way through the intake page.
    assert keys.strokes <= len(bench.to_decide) + 6, keys.strokes
