"""The product's own notices: correct on their face on any day, and readable."""

from datetime import date

import pytest

from assignments.demo.evidence import pdf, png
from assignments.demo.loading import SAMPLES, sample
from assignments.demo.plan import PAPERS, Paper
from assignments.demo.wording import PLACEHOLDER, Wording
from bodies.calendar import Calendar
from directives import reading
from directives.filing import kind_of

EACH = pytest.mark.parametrize("paper", [pytest.param(paper, id=paper.name) for paper in PAPERS])
DAYS = (date(2026, 11, 20), date(2027, 2, 28), date(2028, 1, 1), date(2026, 8, 31))


def on(day: date) -> Wording:
    return Wording(day, Calendar())


def test_every_sample_is_a_paper_of_the_demo() -> None:
    assert sorted(p.name for p in PAPERS) == sorted(f.stem for f in SAMPLES.glob("*.txt"))


@EACH
def test_the_text_is_whole_and_as_long_as_a_notice(paper: Paper) -> None:
    text = sample(paper.name, on(DAYS[0]))

    assert PLACEHOLDER.search(text) is None
    assert 250 <= len(text.split()) <= 900


@EACH
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_it_is_read_on_any_day(paper: Paper, day: date) -> None:
    text = sample(paper.name, on(day))

    reading.refuse_secrets(text)
    read = reading.read(text, today=day)

    assert read.text == text
    assert any(item.is_directive for item in read.items)


@EACH
def test_its_head_is_read(paper: Paper) -> None:
    wording = on(DAYS[0])

    head = reading.read(sample(paper.name, wording), today=wording.today).header

    assert head.number == (paper.number or None)
    assert head.issued_on == (wording.day(paper.issued) if paper.issued else None)
    assert head.place == "Tràng Hạc"
    assert head.signer.name in {
        "Lương Khải Hoàn",
        "Nghiêm Xuân Lạc",
        "Khúc Thị Thu Hiền",
        "Tạ Thị Bích Vân",
    }
    assert len(head.recipients) >= 4


@EACH
def test_a_day_later_every_day_is_a_day_later(paper: Paper) -> None:
    texts = [sample(paper.name, on(day)) for day in (date(2026, 11, 18), date(2026, 11, 19))]

    assert texts[0] != texts[1]
    assert len(texts[0].split()) == len(texts[1].split())


def test_evidence_is_real_files_and_each_its_own() -> None:
    assert kind_of("phu-luc.pdf", pdf("1")) == "application/pdf"
    assert kind_of("anh.png", png("1")) == "image/png"
    assert (pdf("1"), png("1")) != (pdf("2"), png("2"))


def test_the_pdf_opens() -> None:
    import pypdfium2  # only this test looks inside

    page = pypdfium2.PdfDocument(pdf("muc 2.1"))[0]

    assert "muc 2.1" in page.get_textpage().get_text_range()
