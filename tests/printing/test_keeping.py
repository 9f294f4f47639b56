"""What must not be parted by the end of a page."""

import pytest

from tests.printing.samples import SENTENCE, Line, Printed, printed


@pytest.fixture(scope="module", params=range(0, 12, 2))
def ending(request: pytest.FixtureRequest) -> Printed:
    """Notices whose text ends from well above to just at the foot of page 1."""
    return printed(body_text="\n\n".join([SENTENCE] * (6 + request.param)))


@pytest.fixture(scope="module", params=range(3, 13))
def headed(request: pytest.FixtureRequest) -> Printed:
    """Notices with a head at every height of the lower half of page 1."""
    filling = "\n\n".join(["Ghi nhận."] * (12 + request.param))
    return printed(body_text=f"{filling}\n\n1.7. Chỉ đạo Ủy ban nhân dân phường\n\n{SENTENCE * 3}")


def text_of(sheet: Printed, page: int) -> list[Line]:
    """The running text of a page: what stands above Nơi nhận and below the page's number."""
    head = sheet.line("Nơi nhận:")
    above = head.base if head.page == page else 300
    return [line for line in sheet.page(page) if 19 < line.base < above]


def test_the_signature_is_in_one_piece_under_at_least_two_lines_of_text(ending: Printed) -> None:
    openings = ("Nơi nhận:", "T/L BAN", "CHÁNH VĂN", "Hoàng Văn Bình", "- Lưu VPĐU.")
    last = len(ending.page_sizes)
    assert {ending.line(opening).page for opening in openings} == {last}
    assert len(text_of(ending, last)) >= 2


def test_one_short_last_line_brings_the_line_before_with_it() -> None:
    for filling in range(18, 30):
        sheet = printed(body_text="\n\n".join(["Ghi nhận."] * filling))
        assert len(text_of(sheet, len(sheet.page_sizes))) >= 2


def test_a_head_never_ends_a_page(headed: Printed) -> None:
    head = headed.line("1.7. Chỉ đạo")
    assert max(line.base for line in headed.page(head.page)) > head.base


def test_a_hundred_recipients_run_on_under_the_signature() -> None:
    names = [f"Tổ dân phố số {number}" for number in range(1, 101)]
    sheet = printed(body_text="\n\n".join([SENTENCE] * 10), recipients=names)
    printed_names = [line.text for line in sheet.lines if line.text.startswith("- Tổ")]
    head = sheet.line("Nơi nhận:")
    assert printed_names == [*(f"- {name}," for name in names[:-1]), f"- {names[-1]}."]
    assert {sheet.line("T/L BAN").page, sheet.line("Hoàng Văn Bình").page} == {head.page}
    assert len(text_of(sheet, head.page)) >= 2


def test_a_footnote_longer_than_a_page_goes_on_at_the_foot_of_the_next() -> None:
    words = [f"từ{number}" for number in range(3000)]
    sheet = printed(body_text=f"Việc này<sup>1</sup> cần làm.\n\n<sup>1</sup> {' '.join(words)}")
    notes = [line for line in sheet.lines if line.size == 11]
    assert " ".join(line.text for line in notes).split() == words
    assert min(line.top for line in notes) >= 20
    assert {line.page for line in notes} == set(range(1, len(sheet.page_sizes) + 1))
