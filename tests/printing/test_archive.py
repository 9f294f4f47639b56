"""The PDF as a record: archival, tagged in reading order, its source inside, the same bytes each time."""

import os
import subprocess
import sys
from datetime import date
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from pdfminer.pdftypes import resolve1

from directives.printing.notice import notice_paper
from directives.printing.pdf import pdf
from tests.printing.samples import BODY, SENTENCE, content

SOURCE = f"ĐẢNG ỦY PHƯỜNG KIẾN AN\n\n{BODY}\n"


@cache
def data() -> bytes:
    return pdf(notice_paper(content(source=SOURCE)))


@pytest.fixture(scope="module")
def catalog() -> Any:
    with pdfplumber.open(BytesIO(data())) as document:
        yield resolve1(document.doc.catalog)


def test_the_text_it_was_made_from_is_attached_as_its_source(catalog: Any) -> None:
    (found,) = [resolve1(one) for one in resolve1(catalog["AF"])]
    stream = resolve1(resolve1(found["EF"])["F"])
    assert stream.get_data().decode() == SOURCE
    assert found["AFRelationship"].name == "Source"
    assert found["UF"] == b"van-ban-goc.txt"
    assert stream["Subtype"].name == "text/plain"


def test_the_attachment_bears_the_papers_day_and_no_hour(catalog: Any) -> None:
    (found,) = [resolve1(one) for one in resolve1(catalog["AF"])]
    params = resolve1(resolve1(resolve1(found["EF"])["F"])["Params"])
    assert params["CreationDate"] == params["ModDate"] == b"D:20251205000000Z"


def test_a_paper_without_a_source_has_nothing_attached() -> None:
    printed = pdf(notice_paper(content(body_text=SENTENCE)))
    assert b"/EmbeddedFile" not in printed


def test_the_metadata_say_archival_and_when(catalog: Any) -> None:
    xmp = resolve1(catalog["Metadata"]).get_data().decode()
    wanted = ('part="3"', 'conformance="A"', "2025-12-05", "THÔNG BÁO Số 05-TB/ĐU")
    assert [one in xmp for one in wanted] == [True] * 4


def test_colours_mean_something_everywhere_and_all_letters_are_inside(catalog: Any) -> None:
    (intent,) = [resolve1(one) for one in resolve1(catalog["OutputIntents"])]
    assert intent["S"].name == "GTS_PDFA1"
    with pdfplumber.open(BytesIO(data())) as document:
        fonts = [
            resolve1(font)
            for page in document.pages
            for font in resolve1(page.page_obj.resources["Font"]).values()
        ]
    descendants = [resolve1(resolve1(font["DescendantFonts"])[0]) for font in fonts]
    assert fonts
    assert all("FontFile2" in resolve1(one["FontDescriptor"]) for one in descendants)
    assert all("ToUnicode" in font for font in fonts)


def test_it_needs_no_script_and_no_password(catalog: Any) -> None:
    assert {"OpenAction", "AA", "AcroForm"} & set(catalog) == set()
    assert b"/Encrypt" not in data()


def test_the_tags_follow_the_order_of_reading() -> None:
    """Names, title, number, date, kind, text, recipients, signature: as a clerk reads it aloud."""
    with pdfplumber.open(BytesIO(data())) as document:
        tree = document.structure_tree
        texts = {
            (page.page_number, mcid): "".join(
                char["text"] for char in page.chars if char["mcid"] == mcid
            )
            for page in document.pages
            for mcid in {char["mcid"] for char in page.chars}
        }
    said = "".join(texts.get(one, "") for one in _marks(tree))
    openings = (
        *(
            "ĐẢNG BỘ THÀNH",
            "ĐẢNG ỦY PHƯỜNG",
            "*",
            "ĐẢNG CỘNG",
            "Số 05",
            "Kiến An, ngày",
            "THÔNG BÁO",
        ),
        *("Kết luận của", "-----", "Ngày 21/11", "I- Đánh giá", "1. Giao", "- Về nước", "2. Giao"),
        *("Nơi nhận:", "- Thường trực", "- Lưu", "T/L BAN", "CHÁNH VĂN", "Hoàng Văn"),
    )
    places = [said.find(opening) for opening in openings]
    assert -1 not in places
    assert places == sorted(places)


def test_heads_and_paragraphs_are_tagged_as_what_they_are() -> None:
    with pdfplumber.open(BytesIO(data())) as document:
        kinds = [one["type"] for one in _all(document.structure_tree)]
    assert [kinds.count(kind) for kind in ("Document", "H1", "H2")] == [1, 1, 2]
    assert kinds.count("P") > 20


def _all(elements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [found for one in elements for found in (one, *_all(one.get("children", [])))]


def _marks(elements: list[dict[str, Any]]) -> list[tuple[int, int]]:
    return [(one["page_number"], mcid) for one in _all(elements) for mcid in one.get("mcids", [])]


def test_another_process_prints_the_same_bytes() -> None:
    """No hash order, no clock, no temporary name gets into the file."""
    code = (
        "import django; django.setup();"
        "from hashlib import sha256; from tests.printing import test_archive as one;"
        "from directives.printing.docx import docx; from directives.printing.notice import notice_paper;"
        "print(sha256(one.data()).hexdigest(),"
        " sha256(docx(notice_paper(one.content(source=one.SOURCE)))).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Ho_Chi_Minh"))
    }
    assert len(runs) == 1
    assert runs.pop().split()[0] == sha256(data()).hexdigest()


def test_a_paper_without_a_day_bears_that_of_its_rule() -> None:
    paper = notice_paper(content(issued_on=None, profile_day=date(2026, 6, 1), source="x"))
    assert b"D:20260601000000Z" in pdf(paper)
