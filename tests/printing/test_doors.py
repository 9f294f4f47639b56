"""A notice as a file: on its page for those who may see it, and from the shell."""

import zipfile
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from bodies.models import Office, Role
from directives.models import Notice
from directives.reading import text_of
from tests.factories import make_body, make_notice, make_office, make_person
from tests.printing.samples import read_back
from tests.reading.conftest import FOOT, HEAD

pytestmark = pytest.mark.django_db
TEXT = f"{HEAD}1. Giao Văn phòng Đảng ủy theo dõi.{FOOT}"


@pytest.fixture
def office() -> Office:
    return make_office()


@pytest.fixture
def notice(office: Office) -> Notice:
    return make_notice(office)


@pytest.fixture
def reader(client: Client, office: Office) -> Client:
    client.force_login(make_person(Role.INSPECTOR, office=office))
    return client


def test_a_reader_keeps_the_notice_as_a_word_file(reader: Client, notice: Notice) -> None:
    answer = reader.get(reverse("notice-docx", args=[notice.pk]))
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer["Content-Disposition"].endswith(".docx")
    assert answer["Content-Type"].endswith("wordprocessingml.document")
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in text_of("a.docx", answer.content)


@pytest.mark.parametrize("name", ["notice-pdf", "notice-docx"])
def test_who_may_not_see_the_notice_does_not_learn_that_it_exists(
    client: Client, notice: Notice, name: str
) -> None:
    client.force_login(make_person(Role.OFFICER, body=make_body("Đơn vị khác")))
    assert client.get(reverse(name, args=[notice.pk])).status_code == 404


@pytest.mark.parametrize("name", ["notice-pdf", "notice-docx"])
def test_a_visitor_is_asked_to_sign_in(client: Client, notice: Notice, name: str) -> None:
    assert client.get(reverse(name, args=[notice.pk])).status_code == 302


@pytest.mark.parametrize(
    ("query", "mirrored"), [("", False), ("?hai-mat=1", True), ("?hai-mat=x", False)]
)
def test_both_sides_are_used_where_it_is_asked_for(
    reader: Client, notice: Notice, query: str, mirrored: bool
) -> None:
    answer = reader.get(reverse("notice-docx", args=[notice.pk]) + query)
    with zipfile.ZipFile(BytesIO(answer.content)) as package:
        assert ("mirrorMargins" in package.read("word/settings.xml").decode()) == mirrored


def test_the_pdf_takes_both_sides_too(reader: Client, notice: Notice) -> None:
    notice.text = "\n\n".join([TEXT] * 30)
    notice.body_start, notice.body_end = 0, len(notice.text)
    notice.save(update_fields=["text", "body_start", "body_end"])
    answer = reader.get(reverse("notice-pdf", args=[notice.pk]), {"hai-mat": "1"})
    second = [line for line in read_back(answer.content).page(2) if line.base > 19]
    assert round(min(line.left for line in second)) == 15


@pytest.mark.parametrize("name", ["notice-pdf", "notice-docx"])
def test_what_cannot_be_printed_is_refused_in_words(
    reader: Client, notice: Notice, name: str
) -> None:
    notice.text = "Giao việc.\n\n" * 100_000
    notice.body_start, notice.body_end = 0, len(notice.text)
    notice.save(update_fields=["text", "body_start", "body_end"])
    answer = reader.get(reverse(name, args=[notice.pk]))
    assert answer.status_code == 503
    assert "Văn bản quá dài" in answer.content.decode()


def test_the_shell_prints_a_file_as_word(tmp_path: Path) -> None:
    given, wanted, said = tmp_path / "a.txt", tmp_path / "b.docx", StringIO()
    given.write_text(TEXT, encoding="utf-8")
    call_command("print_notice", str(given), "-o", str(wanted), stdout=said)
    assert "1. Giao Văn phòng Đảng ủy theo dõi." in text_of("b.docx", wanted.read_bytes())
    assert said.getvalue().startswith(f"{wanted}: ")


def test_the_shell_prints_a_notice_of_the_system_by_its_code(
    tmp_path: Path, notice: Notice
) -> None:
    wanted = tmp_path / "b.docx"
    call_command("print_notice", notice.code, "-o", str(wanted), stdout=StringIO())
    assert notice.code in text_of("b.docx", wanted.read_bytes())


def test_the_shell_prints_nothing_else(tmp_path: Path) -> None:
    wanted = tmp_path / "b.odt"
    with pytest.raises(CommandError, match=r"\.pdf hoặc \.docx"):
        call_command("print_notice", "x", "-o", str(wanted))
    assert not wanted.exists()
