"""The five real notices as papers. They lie beside the product, not in it."""

from datetime import date
from functools import cache

from directives import printed
from directives.printing.model import Paper
from directives.printing.notice import notice_paper
from directives.reading import read
from tests.conftest import SHARED

NAMES = ("seed_000", "seed_001", "seed_002", "seed_003", "seed_004")
TODAY = date(2025, 12, 31)


@cache
def seed(name: str) -> Paper:
    text = (SHARED / "notices" / f"{name}.txt").read_text(encoding="utf-8")
    return notice_paper(printed.content_of_reading(read(text, today=TODAY), today=TODAY))
