"""The demo's documents as a reader gets them: the giao ban sheet on one A4, in PDF and in Word."""

import shutil
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest

from assignments.clock import Clock
from assignments.demo.loading import load
from assignments.papers.giao_ban import meeting_day, sheet, sheet_paper
from assignments.papers.heads import Stamp
from assignments.papers.register import register, register_paper
from bodies.models import Office
from directives.models import Document
from directives.printing.pdf import pdf
from tests.printing.test_libreoffice import converted

pytestmark = pytest.mark.django_db

NOW = Clock(datetime(2026, 11, 20, 2, 0, tzinfo=UTC))  # a Friday, 09:00 in Việt Nam
STAMP = Stamp(on=NOW.today, issued_on=NOW.today)


def pages(data: bytes) -> int:
    with pdfplumber.open(BytesIO(data)) as printed:
        return len(printed.pages)


def test_the_giao_ban_sheet_is_one_page_and_the_register_lies(tmp_path: Path) -> None:
    load(now=NOW.now)
    office = Office.objects.select_related("committee", "staff_body").get()
    asked = Document(office=office, kind="giao_ban", last_on=meeting_day(NOW.today))
    paper = sheet_paper(sheet(asked, NOW), STAMP)
    book = register(Document(office=office, first_on=STAMP.on, last_on=STAMP.on), NOW)

    assert pages(pdf(paper)) == 1
    if shutil.which("soffice"):  # elsewhere Word's pages cannot be counted
        assert pages(converted({"sheet": paper}, tmp_path)["sheet"]) == 1
    with pdfplumber.open(BytesIO(pdf(register_paper(book, STAMP)))) as printed:
        assert printed.pages[0].width > printed.pages[0].height
