"""What holds for every text, found by hypothesis and by mutated notices."""

import random
import unicodedata
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from directives.reading import Reading, read
from directives.reading.clean import lines_of, paragraphs_of
from tests.reading.conftest import FOOT, HEAD
from tests.reading.test_corpus import CORPUS

TODAY = date(2025, 11, 20)
PASSAGES = [passage for passage, _ in CORPUS.values()]
WORDS = st.sampled_from(
    ["Giao", "giao", "UBND", "xã", "Đảng", "ủy", "các", "Bộ:", "Tài", "chính,", "và", ";", ".", ":", "(", ")", "(1)", "(2)", "-", "+", "1.", "1.1.", "a)", "I-", "trước", "ngày", "10/12/2025", "tháng", "năm", "quý", "phối", "hợp", "với", "chỉ", "đạo", "cần", "đã", "báo", "cáo", "Nơi", "nhận:", "THÔNG", "BÁO", "<sup>1</sup>", "**", "#", "[1]", "\n", "\n\n", "31/02/2025", "25h99", "Số", "ngày"]
)  # fmt: skip


def plain(words: str) -> str:
    return " ".join(paragraphs_of(lines_of(words)).text.split())


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_no_text_at_all_breaks_the_reader(text: str) -> None:
    assert isinstance(read(text, today=TODAY), Reading)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=80))
def test_no_order_of_office_words_breaks_the_reader(words: list[str]) -> None:
    assert isinstance(read(" ".join(words), today=TODAY), Reading)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PASSAGES), min_size=1, max_size=6))
def test_reading_twice_gives_the_same(passages: list[str]) -> None:
    text = HEAD + "\n\n".join(passages) + FOOT

    assert read(text, today=TODAY) == read(text, today=TODAY)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PASSAGES), min_size=1, max_size=6))
def test_a_decomposed_text_reads_as_the_composed_one(passages: list[str]) -> None:
    text = HEAD + "\n\n".join(passages) + FOOT

    assert read(unicodedata.normalize("NFD", text), today=TODAY) == read(text, today=TODAY)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PASSAGES), min_size=1, max_size=6))
def test_every_deadline_stands_where_its_span_says(passages: list[str]) -> None:
    reading = read(HEAD + "\n\n".join(passages) + FOOT, today=TODAY)

    for item in reading.items:
        for one in item.deadlines:
            assert plain(reading.text[one.start : one.end]) == " ".join(one.text.split())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PASSAGES), min_size=1, max_size=6))
def test_every_body_stands_where_its_span_says(passages: list[str]) -> None:
    reading = read(HEAD + "\n\n".join(passages) + FOOT, today=TODAY)

    for item in reading.items:
        for one in (*item.leads, *item.coordinating, *item.via, *item.report_to):
            words = plain(reading.text[one.start : one.end])
            assert words == one.text or words in one.text or one.text.endswith(words.split()[-1])


def test_mutated_notices_never_break_the_reader() -> None:
    chance = random.Random(7)
    whole = HEAD + "\n\n".join(PASSAGES) + FOOT
    for _ in range(60):
        chars = list(whole)
        for _ in range(40):
            place = chance.randrange(len(chars))
            chars[place] = chance.choice(
                ["", "\n", "(", ")", ":", ";", "1.", "- ", "ngày ", "Giao ", chars[place] * 3]
            )
        assert isinstance(read("".join(chars), today=TODAY), Reading)


def test_spans_stay_inside_the_text() -> None:
    reading = read(HEAD + "\n\n".join(PASSAGES) + FOOT, today=TODAY)

    spans = [(item.start, item.end) for item in reading.items]

    assert all(0 <= start < end <= len(reading.text) for start, end in spans)
