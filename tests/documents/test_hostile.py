"""Names made of markup, words beyond measure, a notice for hundreds: printed in every file."""

import zipfile
from io import BytesIO
from xml.etree import ElementTree

import openpyxl
import pypdfium2
import pytest

from assignments import documents
from assignments.clock import Clock
from assignments.documents import Asked
from bodies.models import Body, Office, Role
from directives.models import Document, Notice
from tests.factories import (
    at,
    make_assignment,
    make_body,
    make_notice,
    make_office,
    make_person,
    make_task,
)

pytestmark = pytest.mark.django_db

NOW = Clock(at("2026-03-20", "09:00"))
MARKUP = '<b>x</b> & "y" {{ 1 }} =1+1'
ENDLESS = "Rà soát hồ sơ đất đai. " * 900  # 20,700 letters
MANY = 300


@pytest.fixture
def office() -> Office:
    office = make_office()
    Body.objects.filter(pk=office.staff_body_id).update(symbol="VPĐU")
    return Office.objects.select_related("committee", "staff_body").get()


@pytest.fixture
def body() -> Body:
    return make_body(MARKUP)


@pytest.fixture
def notice(office: Office, body: Body) -> Notice:
    """One task beyond measure for a body with a hostile name, one for 300 bodies with long names."""
    notice = make_notice(office, number=5)
    make_assignment(make_task(notice, due_on="2026-03-19", words=ENDLESS), body=body)
    task = make_task(notice, due_on="2026-03-18")
    for number in range(MANY):
        name = f"{'Tổ dân phố thuộc khu vực tái định cư ' * 5}{number}"
        make_assignment(task, body=make_body(name[-200:]), position=number)
    return notice


@pytest.fixture
def asked(office: Office, notice: Notice, body: Body) -> dict[str, Asked]:
    kind, day = Document.Kind, NOW.today
    new_year = day.replace(month=1, day=1)
    return {
        "letter": Asked(kind=kind.LETTER, body=body, level=1, answer_by=day),
        "report": Asked(kind=kind.REPORT, notice=notice),
        "register": Asked(kind=kind.REGISTER, first_on=new_year, last_on=day),
        "giao_ban": Asked(kind=kind.GIAO_BAN, last_on=day.replace(day=23)),
        "body_list": Asked(kind=kind.BODY_LIST, body=body),
    }


def made(office: Office, asked: Asked) -> dict[str, bytes]:
    draft = documents.draft(office, asked, at=NOW.now, by=make_person(Role.CLERK, office=office))
    return {ending: documents.rendered(draft, ending, NOW) for ending in documents.endings(draft)}


def words_of_pdf(data: bytes) -> str:
    """All letters, without the spaces and line ends that the page sets."""
    pages = pypdfium2.PdfDocument(data)
    words = "".join(page.get_textpage().get_text_range() for page in pages)
    return "".join(words.replace("\ufffe", "-").split())


def words_of_docx(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
    return "".join("".join(root.itertext()).split())


def words_of_xlsx(data: bytes) -> str:
    page = openpyxl.load_workbook(BytesIO(data)).active
    assert page
    return "".join(str(cell.value or "") for row in page for cell in row).replace(" ", "")


TOLD = {"pdf": words_of_pdf, "docx": words_of_docx, "xlsx": words_of_xlsx}


@pytest.mark.parametrize("kind", ["letter", "report", "register", "giao_ban", "body_list"])
def test_every_file_is_made_with_the_name_as_it_is(
    office: Office, asked: dict[str, Asked], kind: str
) -> None:
    files = made(office, asked[kind])

    assert {
        ending for ending, data in files.items() if "".join(MARKUP.split()) in TOLD[ending](data)
    } == set(files)


def test_every_one_of_hundreds_is_named(office: Office, asked: dict[str, Asked]) -> None:
    report, register = made(office, asked["report"]), made(office, asked["register"])
    last = f"cư{MANY - 1}"

    assert [
        last in TOLD[ending](data) for ending, data in (*report.items(), *register.items())
    ] == [True] * 5


def test_the_sheet_has_a_row_for_each_of_them(office: Office, asked: dict[str, Asked]) -> None:
    page = openpyxl.load_workbook(BytesIO(made(office, asked["register"])["xlsx"])).active
    assert page

    assert page.max_row == 3 + 1 + MANY
