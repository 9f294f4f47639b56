"""The reader's work grows with the length of the paper and no faster: calls are counted, not seconds."""

import sys
from collections.abc import Callable
from datetime import date
from types import FrameType

from directives.reading import read
from directives.reading.clean import lines_of, normalised
from directives.reading.regions import body_lines, regions_of
from tests.reading.conftest import FOOT, HEAD
from tests.reading.papers import samples

TODAY = date(2025, 11, 20)
PAPER = samples()["giao_ban"]


def calls_of(work: Callable[[], object]) -> int:
    """How many functions, built-in ones too, are called."""
    count = 0

    def seen(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_twenty_papers_take_at_most_twenty_two_times_the_work_of_one() -> None:
    read(PAPER, today=TODAY)  # fills the caches of single words

    one = calls_of(lambda: read(PAPER, today=TODAY))
    twenty = calls_of(lambda: read(f"{PAPER}\n\n" * 20, today=TODAY))

    assert twenty <= 22 * one


def test_one_long_list_takes_no_more_a_point_than_a_short_one() -> None:
    point = (
        "Công an xã chủ trì, phối hợp với Ban Chỉ huy Quân sự xã tuần tra trước ngày 10/12/2025."
    )

    def paper(count: int) -> str:
        return HEAD + "\n\n".join(f"- {point}" for _ in range(count)) + FOOT

    short = calls_of(lambda: read(paper(20), today=TODAY))
    long = calls_of(lambda: read(paper(400), today=TODAY))

    assert long <= 20 * short


def test_the_foot_of_the_first_of_two_papers_is_no_running_text() -> None:
    one = HEAD + "1. Giao UBND xã rà soát." + FOOT
    lines = lines_of(normalised(f"{one}\n\n{one}"))

    texts = [line.text for line in body_lines(lines, regions_of(lines))]

    assert [text[:20] for text in texts] == [
        "Ngày 17/11/2025, Ban",
        "1. Giao UBND xã rà s",
        "1. Giao UBND xã rà s",
    ]


def test_an_appendix_behind_the_foot_is_kept() -> None:
    paper = HEAD + "1. Giao UBND xã rà soát." + FOOT + "\n\nPhụ lục\n\nNơi nhận hồ sơ"
    lines = lines_of(normalised(paper))
    where = regions_of(lines)

    assert body_lines(lines, where) == lines[where.body : where.foot]
