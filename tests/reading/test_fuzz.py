"""Mutated papers: never an exception, every span on its very words, the same twice and in NFD.

A seeded slice in every run, a hundred thousand with SOAK=1.
"""

import os
import random
import re
import unicodedata
from collections.abc import Iterator
from datetime import date

import pytest

from directives.reading import Reading, SecretPaper, read, refuse_secrets
from directives.reading.clean import Clean, normalised
from tests.reading.conftest import FOOT, HEAD
from tests.reading.mutations import harmed
from tests.reading.papers import samples
from tests.reading.test_corpus import CORPUS
from tests.reading.test_properties import plain

TODAY = date(2025, 11, 20)
SOAK = os.environ.get("SOAK") == "1"
PAPERS, SHARES = (100_000, 20) if SOAK else (300, 3)
PASSAGES = [passage for passage, _ in CORPUS.values()]
_SET_APART = re.compile(r"[*_#\\\n\u200b\u200c\u200d\ufeff\u00ad<\[|]")


def paper_of(seed: int) -> str:
    """One of the product's papers, or some passages of the corpus in a notice."""
    chance = random.Random(seed)
    if chance.random() < 0.3:
        return chance.choice(list(samples().values()))
    return HEAD + "\n\n".join(chance.sample(PASSAGES, chance.randint(1, 8))) + FOOT


def spans_of(reading: Reading) -> Iterator[tuple[str, str]]:
    """Words that were found, and the source at their span."""
    for item in reading.items:
        for one in item.deadlines:
            yield one.text, reading.text[one.start : one.end]
        for cited in item.citations:
            yield cited.text, reading.text[cited.start : cited.end]
        for body in (*item.leads, *item.coordinating, *item.via, *item.report_to):
            words = reading.text[body.start : body.end]
            if not _put_together(body.text, words):
                yield body.text, words


def _put_together(name: str, source: str) -> bool:
    """ "Bộ Tài chính" from "các Bộ: Công an, Tài chính": its span holds only its own part of the name."""
    parts = plain(source).split() or source.split()  # a number alone looks like a page's
    return bool(parts) and len(parts) < len(name.split()) and all(part in name for part in parts)


def on_the_spot(found: str, source: str) -> bool:
    """The very words; where mark-up or set-apart lines stand between them, all of them in order."""
    if not _SET_APART.search(source):
        return " ".join(source.split()) == found
    rest = iter(source)
    kept = found[0] == source[0] and found[-1] == source[-1]
    return kept and all(char in rest for char in found if char != " ")


def wrongs_of(source: str) -> list[str]:
    """What does not hold of a paper; [] when all is well."""
    reading = read(source, today=TODAY)
    wrongs = []
    if reading.text != normalised(source):
        wrongs.append("another text")
    if read(source, today=TODAY) != reading:
        wrongs.append("read twice, read otherwise")
    if read(unicodedata.normalize("NFD", source), today=TODAY) != reading:
        wrongs.append("NFD reads otherwise")
    wrongs += [f"{found!r} is {there!r}" for found, there in spans_of(reading) if not on_the_spot(found, there)]  # fmt: skip
    size = len(reading.text)
    wrongs += [f"item at {i.start}:{i.end}" for i in reading.items if not 0 <= i.start <= i.end <= size]  # fmt: skip
    wrongs += [f"warning at {w.start}" for w in reading.warnings if not 0 <= w.start <= w.end <= size]  # fmt: skip
    return wrongs


@pytest.mark.soak
@pytest.mark.parametrize("share", range(SHARES))
def test_no_harm_breaks_the_reader(share: int) -> None:
    size = PAPERS // SHARES
    for seed in range(share * size, (share + 1) * size):
        source = harmed(paper_of(seed), seed)
        assert (seed, wrongs_of(source)) == (seed, [])


@pytest.mark.parametrize("seed", range(20))
def test_no_harm_breaks_the_search_for_secrecy_marks(seed: int) -> None:
    try:
        refuse_secrets(harmed(paper_of(seed), seed))
    except SecretPaper as refusal:
        pytest.fail(f"no paper of ours is marked: {refusal}")


EXTREMES = {
    "a word of 200,000 letters": "1. Giao UBND " + "x" * 200_000,
    "a number of 100,000 figures": "1. Xong trước ngày " + "1" * 100_000,
    "3,000 items": "\n".join("- Giao UBND xã rà soát." for _ in range(3_000)),
    "50,000 accents on a letter": "1. Giao UBND xã a" + "\u0301" * 50_000,
    "brackets that never close": "1. Giao UBND " + "(" * 50_000,
}


@pytest.mark.parametrize("passage", EXTREMES.values(), ids=EXTREMES)
def test_no_extreme_breaks_the_reader(passage: str) -> None:
    assert wrongs_of(HEAD + passage + FOOT) == []


# What the mutations once found.


def test_a_recipient_marked_to_do_has_its_place_over_a_hard_wrap() -> None:
    foot = FOOT.replace("- Như trên", "- Đảng ủy Ủy ban\nnhân dân xã (t/h)")

    reading = read(f"{HEAD}1. Rà soát quy hoạch.{foot}", today=TODAY)

    (lead,) = reading.items[0].leads
    assert lead.text == "Đảng ủy Ủy ban nhân dân xã"
    assert reading.text[lead.start : lead.end] == "Đảng ủy Ủy ban\nnhân dân xã"


def test_a_span_from_the_right_column_back_to_the_left_one_holds_both() -> None:
    clean = Clean("phải trái", [20, 21, 22, 23, 23, 30, 31, 32, 12], ())

    assert clean.source_span(0, 9) == (12, 33)
