"""`make bench`: how long the heavy work takes. One JSON object a line; exits 1 when a limit is passed.

    bench       what was measured
    size        how much of it: pages, copies; or the name of the paper
    median_ms   processor time, so that other work on the machine does not count
    ratio       the best round against the best of what it is compared with, under `limit` where
                there is one: noise only ever adds

Runs on a PostgreSQL of its own. The papers are the five real ones where ../shared is, else the demo's.
"""

import gc
import json
import math
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from datetime import date
from functools import partial
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

ROUNDS = 9
TODAY = date(2025, 12, 31)
PRINTING_LIMIT = 1.15  # the house against the bare renderer on the same markup
PAGES_LIMIT = 1.3  # a page of 200 against a page of 5
READING_LIMIT = 1.2  # a copy of 100 against one alone
MEMORY_LIMIT_MB = 600
STORED_LIMIT = 0.15  # a whole request for a stored document against printing it anew


def main() -> int:
    """Print every measure; return 1 when a limit was passed."""
    with ExitStack() as stack:
        _prepare(stack)
        return int(sum(map(_told, _measures())) > 0)


def _prepare(stack: ExitStack) -> None:
    """Settings as in production, on servers and in a folder that live as long as the run."""
    from tests.services import postgresql

    os.environ.update(
        DATA_DIR=stack.enter_context(TemporaryDirectory(prefix="dondoc-bench-")),
        DATABASE_URL=stack.enter_context(postgresql()),
        SECRET_KEY="for the bench",
        LEDGER_KEY="for the bench",
        PLAIN_HTTP="1",
        DJANGO_SETTINGS_MODULE="config.settings",
    )
    _set_up_django()


def _set_up_django() -> None:
    import django

    django.setup()


def _measures() -> Iterator[dict[str, Any]]:
    papers = _papers()
    for name, text in papers.items():
        yield _printing(name, text)
    for name, text in papers.items():
        yield _as_word(name, text)
    yield _pages()
    yield _memory()
    yield _reading(next(iter(papers.values())))
    yield from _stored()


def _told(line: dict[str, Any]) -> bool:
    """Print the line; return whether it passed its limit."""
    value, limit = line.get("ratio", line.get("peak_mb", 0)), line.get("limit", math.inf)
    sys.stdout.write(json.dumps(line | {"ok": value <= limit}, ensure_ascii=False) + "\n")
    sys.stdout.flush()
    return bool(value > limit)


def _papers() -> Mapping[str, str]:
    """The texts by name: the five real ones, or where they are absent the product's own."""
    from tests.conftest import SHARED
    from tests.reading.papers import samples

    seeds = sorted(SHARED.glob("notices/seed_*.txt"))
    return {path.stem: path.read_text(encoding="utf-8") for path in seeds} or samples()


def _paper(text: str) -> Any:
    from directives import printed
    from directives.printing.notice import notice_paper
    from directives.reading import read

    return notice_paper(printed.content_of_reading(read(text, today=TODAY), today=TODAY))


def _printing(name: str, text: str) -> dict[str, Any]:
    """The whole way from paper to PDF against the renderer alone, in turns."""
    from weasyprint import HTML

    from directives.printing.pdf import VARIANT, html, pdf

    paper = _paper(text)
    markup = html(paper)
    ours, bare = _in_turns(
        lambda: pdf(paper), lambda: HTML(string=markup).write_pdf(pdf_variant=VARIANT)
    )
    return {
        "bench": "print-pdf",
        "size": name,
        "median_ms": ours.median,
        "bare_ms": bare.median,
        "ratio": round(ours.best / bare.best, 3),
        "limit": PRINTING_LIMIT,
    }


def _as_word(name: str, text: str) -> dict[str, Any]:
    from directives.printing.docx import docx

    (ours,) = _in_turns(partial(docx, _paper(text)))
    return {"bench": "print-docx", "size": name, "median_ms": ours.median}


def _pages() -> dict[str, Any]:
    """Processor time a page, of a long report against a short one."""
    from directives.printing.pdf import pdf

    short, long = _report(5), _report(200)
    few, many = _in_turns(lambda: pdf(short), lambda: pdf(long), rounds=3)
    pages = [_page_count(pdf(one)) for one in (short, long)]
    return {
        "bench": "print-pages",
        "size": pages[1],
        "median_ms": many.median,
        "page_ms": [round(few.best / pages[0], 1), round(many.best / pages[1], 1)],
        "ratio": round(many.best / pages[1] / (few.best / pages[0]), 3),
        "limit": PAGES_LIMIT,
    }


def _report(pages: int) -> Any:
    """A report of about so many pages: text, heads and ten rows of a table in every three."""
    from dataclasses import replace

    from directives.printing.model import Cell, Column, Heading, Paragraph, Run, Table

    words = "Giao Văn phòng Đảng ủy chủ trì, phối hợp với các cơ quan, đơn vị theo dõi, đôn đốc. "
    columns = (Column("TT", 1, "center"), Column("Nhiệm vụ", 6, "justify"), Column("Kết quả", 3))
    row = tuple(Cell(((Run(one),),)) for one in ("1", words, "Hoàn thành đúng hạn"))
    three = (
        Heading(Run("1.", bold=True), (Run("Kết quả thực hiện", bold=True),), 1),
        *(Paragraph((Run(words * 6),)) for _ in range(10)),
        Table(columns, (row,) * 10),
    )
    return replace(_paper(next(iter(_papers().values()))), blocks=three * round(pages / 2.4))


def _page_count(data: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(data))


def _memory() -> dict[str, Any]:
    """The most that a process needs to print a report of 200 pages, itself included."""
    run = subprocess.run(
        [sys.executable, "-m", "scripts.bench", "--peak"],
        check=True,
        capture_output=True,
        text=True,
    )
    pages, peak_kb = map(int, run.stdout.split())
    return {
        "bench": "print-memory",
        "size": pages,
        "peak_mb": round(peak_kb / 1024),
        "limit": MEMORY_LIMIT_MB,
    }


def _peak() -> int:
    """Print how many pages a long report has and what the process took at most, in kB."""
    _set_up_django()
    from directives.printing.pdf import pdf

    data = pdf(_report(200))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(f"{_page_count(data)} {peak}\n")
    return 0


def _reading(text: str) -> dict[str, Any]:
    from directives.reading import read

    copies = 100
    long = f"{text}\n\n" * copies
    one, many = _in_turns(
        lambda: read(text, today=TODAY), lambda: read(long, today=TODAY), rounds=3
    )
    return {
        "bench": "read",
        "size": copies,
        "median_ms": many.median,
        "ratio": round(many.best / one.best / copies, 3),
        "limit": READING_LIMIT,
    }


def _stored() -> Iterator[dict[str, Any]]:
    """Downloads of the demo's longest notice and of a report, frozen, against printing them."""
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone

    from assignments import documents
    from assignments.clock import read
    from bodies.models import User
    from directives import printed
    from directives.printing.notice import notice_paper
    from directives.printing.pdf import pdf

    notice, report = _demo_documents()
    clerk, clock = User.objects.get(username="chuyenvien"), read()
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(clerk)
    paper = notice_paper(printed.content_of(notice, today=timezone.localdate()))
    of_notice, of_report = (
        reverse("notice-pdf", args=[notice.pk]),
        reverse("document-file", args=[report.pk, "pdf"]),
    )
    for name, url, rendered in (
        ("notice", of_notice, lambda: pdf(paper)),
        ("report", of_report, lambda: documents.rendered(report, "pdf", clock)),
    ):
        served, anew = _in_turns(partial(client.get, url), rendered)
        yield {
            "bench": "serve-stored",
            "size": name,
            "median_ms": served.median,
            "rendered_ms": anew.median,
            "ratio": round(served.best / anew.best, 3),
            "limit": STORED_LIMIT,
        }


def _demo_documents() -> tuple[Any, Any]:
    """The demo in an empty database: its longest issued notice, and an issued report about it."""
    from io import StringIO

    from django.core.management import call_command
    from django.db import connection
    from django.db.models.functions import Length

    from assignments import documents
    from assignments.clock import read
    from bodies.models import User
    from directives.models import Document, Notice

    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    call_command("load_demo", stdout=StringIO())
    notice = Notice.objects.filter(status="issued").order_by(Length("text").desc())[0]
    clock, by = read(), User.objects.get(username="chuyenvien")
    asked = documents.Asked(kind=Document.Kind.REPORT, notice=notice)
    report = documents.draft(notice.office, asked, at=clock.now, by=by)
    documents.issue(report, number=1, issued_on=clock.today, clock=clock, by=by)
    report.refresh_from_db()
    return notice, report


class Taken(NamedTuple):
    """Processor time of some rounds, in milliseconds."""

    median: float
    best: float


def _in_turns(*works: Callable[[], object], rounds: int = ROUNDS) -> list[Taken]:
    """What each takes, after one round that is not counted; garbage of one is not another's."""
    taken: list[list[float]] = [[] for _ in works]
    for at in range(rounds + 1):
        for work, times in zip(works, taken, strict=True):
            gc.collect()
            begun = time.process_time()
            work()
            if at:
                times.append((time.process_time() - begun) * 1000)
    return [Taken(round(median(times), 1), round(min(times), 1)) for times in taken]


if __name__ == "__main__":
    sys.exit(_peak() if "--peak" in sys.argv[1:] else main())
