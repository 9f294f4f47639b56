"""The Word file as LibreOffice lays it out: the same words on the same pages as the PDF."""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from directives.printing.docx import docx
from directives.printing.model import Appendix, Paper
from directives.printing.notice import notice_paper
from directives.printing.pdf import pdf
from tests.printing import seeds
from tests.printing.samples import MM, PARAGRAPH, SENTENCE, Printed, content, read_back
from tests.printing.test_docx import COMPONENTS
from tests.printing.test_tables import table

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)
SECONDS = 120
LABELS = "\n\n".join(
    f"{label} {SENTENCE}"
    for label in (
        *("- ", "+", "-", "a)", "b)", "I-", "1.", "1.1.", "1.2.", "2.", "(1)", "(2)", "-", "3."),
        *(
            "II-",
            "4.",
            "4.1.",
            "4.1.1.",
            "7.",
            "7.2.",
            "7.3.",
            "đ)",
            "e)",
            "01.",
            "III-",
            "1.",
            "a)",
        ),
    )
)


def samples() -> dict[str, Paper]:
    usual = notice_paper(content(**COMPONENTS))
    return {
        "components": notice_paper(content(body_text=f"{PARAGRAPH * 3}\n\n" * 4, **COMPONENTS)),
        "labels": notice_paper(content(body_text=LABELS)),
        "tables": replace(
            usual,
            blocks=(*usual.blocks, table(12)),
            appendices=(
                Appendix(("Phụ lục 1", "Danh mục"), (*usual.blocks, table(8))),
                Appendix(("Phụ lục 2",), (table(5),), landscape=True),
            ),
        ),
        "lying": replace(usual, landscape=True),
        "letter": notice_paper(
            content(
                kind="",
                subject="về việc đôn đốc",
                addressed_to=("Đảng ủy phường", "Công an phường"),
                body_text=SENTENCE,
            )
        ),
    }


def converted(papers: Mapping[str, Paper], folder: Path) -> dict[str, bytes]:
    """Each paper's Word file as PDF, by one LibreOffice with a profile of its own."""
    for name, paper in papers.items():
        (folder / f"{name}.docx").write_bytes(docx(paper))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        + [str(folder / f"{name}.docx") for name in papers],
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    return {name: (folder / f"{name}.pdf").read_bytes() for name in papers}


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    found = converted(samples(), tmp_path_factory.mktemp("office"))
    return found.__getitem__


@pytest.fixture(scope="module")
def shown_seeds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return converted({n: seeds.seed(n) for n in seeds.NAMES}, tmp_path_factory.mktemp("seeds"))


@pytest.fixture(scope="module")
def sheet(shown: Callable[[str], bytes]) -> Printed:
    return read_back(shown("components"))


def letters(data: bytes) -> str:
    """All but the numbers of the pages, without spaces: lines need not break at the same words."""
    pages = []
    for at, page in enumerate(pypdfium2.PdfDocument(data), start=1):
        lines = page.get_textpage().get_text_range().replace("\ufffe", "-").split("\r\n")
        number = next((n for n in (0, -1) if at > 1 and lines[n].strip() == str(at)), None)
        if number is not None:
            lines.pop(number)
        pages.append("".join("".join(lines).split()))
    return "".join(pages)


def page_count(data: bytes) -> int:
    return len(pypdfium2.PdfDocument(data))


@pytest.mark.parametrize("name", ["components", "labels"])
def test_the_words_are_those_of_the_pdf(shown: Callable[[str], bytes], name: str) -> None:
    own = pdf(samples()[name])
    assert letters(shown(name)) == letters(own)
    assert abs(page_count(shown(name)) - page_count(own)) <= 1


@pytest.mark.parametrize("name", ["tables", "lying"])
def test_sheets_and_page_numbers_are_those_of_the_pdf(
    shown: Callable[[str], bytes], name: str
) -> None:
    ours, theirs = read_back(pdf(samples()[name])), read_back(shown(name))

    def numbers(sheet: Printed) -> list[tuple[int, str]]:
        return [(line.page, line.text) for line in sheet.lines if line.base < 15.5]

    def sizes(sheet: Printed) -> list[tuple[int, int]]:
        return [(round(wide), round(high)) for wide, high in sheet.page_sizes]

    assert (sizes(theirs), numbers(theirs)) == (sizes(ours), numbers(ours))


@pytest.mark.shared
@pytest.mark.parametrize("name", seeds.NAMES)
def test_a_real_notice_has_the_words_and_pages_of_the_pdf(
    shown_seeds: dict[str, bytes], name: str
) -> None:
    own = pdf(seeds.seed(name))
    assert letters(shown_seeds[name]) == letters(own)
    assert abs(page_count(shown_seeds[name]) - page_count(own)) <= 1


def test_the_text_block_is_that_of_the_rule(sheet: Printed) -> None:
    body = [line for line in sheet.page(2) if line.size == 14 and line.right - line.left > 82]
    steps = [(b.base - a.base) * 72 / 25.4 for a, b in pairwise(body)]
    assert min(line.left for line in body) == pytest.approx(30, abs=MM)
    assert max(line.right for line in body) == pytest.approx(195, abs=MM)
    assert {round(step) for step in steps} == {18, 24}
    assert {round(line.left) for line in body} == {30, 40}


@pytest.mark.parametrize(
    ("opening", "size", "middle"),
    [
        ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, None),
        ("ĐẢNG ỦY PHƯỜNG KIẾN AN", 14, None),
        ("THÔNG BÁO", 16, 112.5),
        ("-----", 14, 112.5),
        ("T/L BAN THƯỜNG VỤ", 14, 30 + 165 * 0.75),
        ("Hoàng Văn Bình", 14, 30 + 165 * 0.75),
        ("- Lưu VPĐU.", 12, None),
        ("Bm (10)", 11, None),
        ("Điện thoại", 10, None),
    ],
)
def test_components_stand_where_the_rule_wants_them(
    sheet: Printed, opening: str, size: float, middle: float | None
) -> None:
    line = sheet.line(opening)
    assert line.size == pytest.approx(size, abs=0.1)
    assert middle is None or line.middle == pytest.approx(middle, abs=MM)


def test_the_page_number_is_centred_10_mm_from_the_top_edge(sheet: Printed) -> None:
    (number,) = [line for line in sheet.page(2) if line.base < 19]
    figure_mm = 0.676 * 14 * 25.4 / 72
    assert (number.text, number.size) == ("2", 14)
    assert number.middle == pytest.approx(112.5, abs=MM)
    assert number.base - figure_mm == pytest.approx(10, abs=1.3)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ĐẢNG BỘ THÀNH PHỐ", "ĐẢNG CỘNG SẢN"),
        ("Số 05", "Kiến An, ngày"),
        ("Nơi nhận:", "T/L BAN THƯỜNG VỤ"),
    ],
)
def test_two_columns_are_level(sheet: Printed, left: str, right: str) -> None:
    assert sheet.line(left).base == pytest.approx(sheet.line(right).base, abs=MM)


def test_the_rule_is_as_long_as_the_title_over_it(sheet: Printed) -> None:
    party = sheet.line("ĐẢNG CỘNG SẢN VIỆT NAM")
    rule = next(one for one in sheet.rules if one.page == 1 and one.left > 90)
    assert [rule.left, rule.right] == pytest.approx([party.left, party.right], abs=MM)


def test_a_letter_stands_level_with_the_pdf(shown: Callable[[str], bytes]) -> None:
    ours, theirs = read_back(pdf(samples()["letter"])), read_back(shown("letter"))
    openings = ("về việc", "Kính gửi:", "Công an phường", "Giao Văn phòng")

    assert [theirs.line(opening).base for opening in openings] == pytest.approx(
        [ours.line(opening).base for opening in openings], abs=1
    )


def test_24_mm_are_kept_clear_over_the_name(sheet: Printed) -> None:
    post, name = sheet.line("CHÁNH VĂN"), sheet.line("Hoàng Văn Bình")
    assert name.base - post.base == pytest.approx(24 + 14 * 25.4 / 72, abs=MM)


def test_the_typists_mark_and_the_contact_stand_at_the_foot(sheet: Printed) -> None:
    assert 270 < sheet.line("Bm (10)").bottom <= 277.5
    assert 270 < sheet.line("Điện thoại").bottom <= 277.5
