"""The five real notices under both rules: every row of the layout's tables, read back from the PDF."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from directives.printing import emphasis
from directives.printing.model import Footnote, Paper, Paragraph, Table
from directives.printing.pdf import pdf
from directives.printing.profiles import HD05, HD36, Profile
from tests.printing import seeds
from tests.printing.samples import MM, PT, Line, Printed, read_back
from tests.printing.test_components import boxes_overlap

pytestmark = pytest.mark.shared
STEP = 25.4 / 72


@cache
def sheet_of(name: str, profile: Profile) -> tuple[Paper, Printed]:
    paper = seeds.seed(name)
    marked = tuple(
        f"{line.rstrip(',;.')}{profile.recipient_mark if at else '.'}"
        for at, line in zip(range(len(paper.recipients) - 1, -1, -1), paper.recipients, strict=True)
    )
    ruled = replace(paper, profile=profile, recipients=marked)
    return ruled, read_back(pdf(ruled))


@pytest.fixture(params=[HD36, HD05], ids=["36-HD", "05-HD"])
def profile(request: pytest.FixtureRequest) -> Profile:
    assert isinstance(request.param, Profile)
    return request.param


@pytest.fixture(params=seeds.NAMES)
def both(request: pytest.FixtureRequest, profile: Profile) -> tuple[Paper, Printed]:
    return sheet_of(request.param, profile)


@pytest.fixture
def paper(both: tuple[Paper, Printed]) -> Paper:
    return both[0]


@pytest.fixture
def sheet(both: tuple[Paper, Printed]) -> Printed:
    return both[1]


def body(sheet: Printed, page: int) -> list[Line]:
    """The lines of running text of a page: 14 pt, under the hyphens and above Nơi nhận."""
    first, last = sheet.line("-----"), sheet.line("Nơi nhận:")
    return [
        line
        for line in sheet.page(page)
        if line.size == 14
        and line.base > (first.base if page == 1 else 19)
        and (page < last.page or line.base < last.base)
    ]


def pages(sheet: Printed) -> range:
    return range(1, len(sheet.page_sizes) + 1)


def column(sheet: Printed, words: str) -> Line:
    """The line of the head that begins with these words, however the reader parted it."""
    return next(line for line in sheet.page(1) if words.startswith(line.text.split("  ")[0]))


def test_all_words_are_printed_once_and_in_order(paper: Paper, sheet: Printed) -> None:
    """Page by page, the running text without its spaces is the paper's own."""
    found = "".join(line.text for page in pages(sheet) for line in body(sheet, page))
    wanted = "".join(_words(paper))
    assert "".join(found.split()) == "".join(wanted.split())


def _words(paper: Paper) -> Iterator[str]:
    for block in paper.blocks:
        assert not isinstance(block, Table)
        label = "" if isinstance(block, Paragraph) else block.label.text
        runs = [one for one in block.inlines if not isinstance(one, Footnote) and not one.raised]
        yield label + emphasis.plain(runs)


def test_the_sheet_is_a4_and_the_words_within_its_margins(sheet: Printed) -> None:
    words = [line for line in sheet.lines if line.base > 19]
    assert {(round(wide, 1), round(high, 1)) for wide, high in sheet.page_sizes} == {(210, 297)}
    assert min(line.left for line in words) == pytest.approx(30, abs=MM)
    assert max(line.right for line in words) == pytest.approx(195, abs=MM)
    assert min(line.top for line in words) >= 20 - MM
    assert max(line.bottom for line in words) <= 277 + MM


def test_the_face_is_one_and_black(sheet: Printed) -> None:
    assert {font.partition("-")[0] for font in sheet.fonts} == {"Liberation"}
    assert {line.colour for line in sheet.lines} == {(0.0, 0.0, 0.0)}


def test_pages_after_the_first_are_numbered_10_mm_from_the_edge(sheet: Printed) -> None:
    numbers = [line for line in sheet.lines if line.base < 19]
    figure_mm = 0.676 * 14 * STEP
    assert [(line.page, line.text, line.face) for line in numbers] == [
        (page, str(page), "") for page in pages(sheet)[1:]
    ]
    assert [line.size for line in numbers] == [pytest.approx(14, abs=PT)] * len(numbers)
    assert [line.middle for line in numbers] == [pytest.approx(112.5, abs=MM)] * len(numbers)
    assert [line.base - figure_mm for line in numbers] == [pytest.approx(10, abs=MM)] * len(numbers)


def test_lines_are_18_points_apart_and_paragraphs_24(sheet: Printed) -> None:
    for page in pages(sheet):
        bases = sorted({line.base for line in body(sheet, page)})
        steps = [(below - above) / STEP for above, below in pairwise(bases)]
        assert all(min(abs(step - 18), abs(step - 24)) <= PT for step in steps)


def test_paragraphs_are_drawn_in_10_mm_and_lines_are_full(sheet: Printed) -> None:
    for page in pages(sheet):
        rows = [line for line in body(sheet, page) if line.left < 41]
        assert all(min(abs(line.left - 30), abs(line.left - 40)) <= MM for line in rows)


def test_the_head_has_the_types_of_the_rule(paper: Paper, sheet: Printed) -> None:
    party, kind = sheet.line("ĐẢNG CỘNG SẢN VIỆT NAM"), sheet.line(paper.kind)
    star, hyphens = sheet.line("*"), sheet.line("-----")
    issuer = sheet.page(1)[0]
    assert [(one.size, one.face) for one in (party, kind, star, hyphens, issuer)] == [
        (15, "Bold"),
        (16, "Bold"),
        (14, ""),
        (14, ""),
        (14, "Bold"),
    ]
    assert paper.issuer.upper().startswith(issuer.text)
    assert party.right - party.left == pytest.approx(72.9, abs=MM)
    assert issuer.base == pytest.approx(party.base, abs=MM)


def test_a_drawn_rule_as_long_as_the_title_stands_under_it(sheet: Printed) -> None:
    party = sheet.line("ĐẢNG CỘNG SẢN VIỆT NAM")
    rule = next(one for one in sheet.rules if one.page == 1 and one.left > 90)
    assert [rule.left, rule.right] == pytest.approx([party.left, party.right], abs=MM)
    assert 0.5 < rule.bottom - party.base < 3


def test_number_and_date_are_level_under_the_star(sheet: Printed) -> None:
    number = next(line for line in sheet.page(1) if line.text.startswith("Số"))
    (date,) = {line.base for line in sheet.page(1) if line.face == "Italic" and line.base < 60}
    assert (number.size, number.face) == (14, "")
    assert number.base == pytest.approx(date, abs=MM)
    assert number.base > sheet.line("*").base


def test_kind_and_summary_are_centred_over_the_hyphens(paper: Paper, sheet: Printed) -> None:
    kind, hyphens = sheet.line(paper.kind), sheet.line("-----")
    head = [line for line in sheet.page(1) if kind.base <= line.base <= hyphens.base]
    assert [line.middle for line in head] == [pytest.approx(112.5, abs=MM)] * len(head)
    assert {(line.size, line.face) for line in head[1:-1]} == {(14, "Bold")}
    assert " ".join(line.text for line in head[1:-1]) == " ".join(paper.subject)


def test_nothing_in_the_head_touches(sheet: Printed) -> None:
    head = [line for line in sheet.page(1) if line.base <= sheet.line("-----").base]
    assert not [(a, b) for i, a in enumerate(head) for b in head[i + 1 :] if boxes_overlap(a, b)]


def test_the_signature_is_in_the_right_half_in_one_piece(paper: Paper, sheet: Printed) -> None:
    head = sheet.line("Nơi nhận:")
    right = [
        line for line in sheet.page(head.page) if line.left > 112 and line.base > head.base - MM
    ]
    texts = [paper.signature.authority, *(run.text for run in paper.signature.post)]
    signed = [line for line in right if line.text in (*texts, paper.signature.name)]
    assert [line.text for line in signed] == [*filter(None, texts), paper.signature.name]
    assert [line.middle for line in signed] == [pytest.approx(153.75, abs=MM)] * len(signed)
    assert signed[0].base == pytest.approx(head.base, abs=MM)
    assert signed[-1].top - signed[-2].bottom == pytest.approx(24, abs=MM)
    assert signed[-1].face == "Bold"


def test_recipients_stand_on_the_left_each_ended_as_the_rule_wants(
    paper: Paper, sheet: Printed
) -> None:
    head = sheet.line("Nơi nhận:")
    left = [line for line in sheet.page(head.page) if line.size == 12]
    said = " ".join(line.text for line in left)
    assert said == " ".join(paper.recipients)
    assert {round(line.left) for line in left} == {30}
    assert paper.recipients[-1].endswith(".")
    assert {line[-1] for line in paper.recipients[:-1]} == {paper.profile.recipient_mark}


def test_the_last_page_has_two_lines_of_text_over_the_signature(sheet: Printed) -> None:
    assert len({line.base for line in body(sheet, sheet.line("Nơi nhận:").page)}) >= 2
