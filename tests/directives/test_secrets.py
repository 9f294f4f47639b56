"""A paper marked secret is refused in whatever it comes, and nothing of it stays anywhere.

A real gunicorn takes the papers; then every byte is searched under DATA_DIR, in the temporary folder, in the
web's log, in every table, in the database's own files (journal and free pages with them) and in Redis.
"""

import hashlib
import io
import os
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from shutil import rmtree

import docx
import pytest
import redis
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.client import encode_multipart
from django.urls import reverse

from bodies.folding import fold
from bodies.models import Role
from directives.models import Notice
from tests.browser.house import _process
from tests.factories import make_office, make_person
from tests.papers import PAPER
from tests.reading.test_scans import needs_tesseract, pictures, scanned
from tests.reminders.processes import QUEUE, environment, eventually
from tests.services import free_port

WORDS = (
    "phương án bảo vệ khu vực Đồi Sim mùa khô"  # in no paper that is taken: journals keep what was
)
BOUNDARY = "ranh-gioi"


def paper(mark: str, *, words: str = WORDS) -> str:
    """The paper of all tests, with words of its own and a line more under its letterhead."""
    marked = PAPER.replace("*\n", f"*\n{mark}\n", 1)
    return marked.replace("các điểm lấn chiếm vỉa hè", words)


MARKS = [
    "MẬT", "Mật", "mật", "TỐI MẬT", "Tối Mật", "TUYỆT MẬT", "tuyệt mật", "M Ậ T", "M  Ậ  T", "T Ố I   M Ậ T", "[MẬT]",
    "“Tối mật”", "Độ mật: Tối mật", "Mức độ mật: Mật", "+-----+\n| MẬT |\n+-----+", "MẬT - Bản số: 02", "MAT",
    "M\u200bẬT", "ＭẬＴ", "Số 16-TB/ĐU MẬT", "Số 16-TB/ĐU        MẬT", "MẬT   Số 16-TB/ĐU", "**MẬT**",
]  # fmt: skip
NO_MARKS = [
    "KHẨN", "LƯU HÀNH NỘI BỘ", "TÀI LIỆU THU HỒI", "tăng cường bảo vệ bí mật nhà nước", "Bảo mật", "BẢO MẬT", "Bí mật",
    "về công tác bảo vệ bí\nmật", "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC", "Về công tác bảo vệ bí\nmật nhà nước",
    "Độ mật: Không", "Mặt", "Số 16-TB/ĐU về bảo vệ bí mật", "thông tin mật", "Mật ong",
]  # fmt: skip


@pytest.fixture
def clerk(client: Client) -> Client:
    client.force_login(make_person(Role.CLERK, office=make_office()))
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("mark", MARKS)
def test_a_pasted_paper_with_a_mark_is_refused_and_not_even_shown_again(
    clerk: Client, mark: str
) -> None:
    answer = clerk.post(reverse("intake"), {"text": paper(mark), "not_secret": "on"})

    assert (answer.status_code, Notice.objects.count()) == (422, 0)
    assert "không tiếp nhận tài liệu bí mật nhà nước" in answer.content.decode()
    assert WORDS not in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize("line", NO_MARKS)
def test_what_is_no_mark_is_taken(clerk: Client, line: str) -> None:
    answer = clerk.post(
        reverse("intake"), {"text": paper(line, words="vỉa hè"), "not_secret": "on"}
    )

    assert (answer.status_code, Notice.objects.count()) == (302, 1)


def in_the_old_code_page(text: str) -> bytes:
    """windows-1258: a vowel with its hat, then the tone as a mark of its own."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    kept = []
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        bare = unicodedata.normalize("NFC", "".join(p for p in parts if p not in tones))
        kept.append(bare + "".join(p for p in parts if p in tones))
    return "".join(kept).encode("cp1258")


def word_file(text: str, *, foot: str = "") -> bytes:
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.sections[0].footer.paragraphs[0].text = foot
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf_file(text: str) -> bytes:
    from weasyprint import HTML  # a second, for the one test that needs it

    lines = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    style = "@page{margin:2cm} p{font:14pt 'Liberation Serif';margin:0}"
    data: bytes = HTML(string=f"<style>{style}</style>{lines}").write_pdf()
    return data


def photograph(data: bytes) -> bytes:
    stream = io.BytesIO()
    pictures(data)[0].save(stream, "JPEG")
    return stream.getvalue()


def carriers() -> Mapping[str, bytes]:
    secret = paper("TỐI MẬT")
    printed = pdf_file(secret)
    return {
        "utf8.txt": secret.encode(),
        "utf16.txt": secret.encode("utf-16"),
        "cp1258.txt": in_the_old_code_page(secret),
        "nfd.txt": unicodedata.normalize("NFD", secret).encode(),
        "tb.docx": word_file(secret),
        "chan-trang.docx": word_file(paper("-"), foot="MẬT"),
        "tb.pdf": printed,
        "quet.pdf": scanned(*pictures(printed)),
        "anh.jpg": photograph(printed),
    }


@dataclass(frozen=True)
class Web:
    """A gunicorn on the tests' own database. `kept`: every folder it could write to."""

    port: int
    kept: tuple[Path, ...]

    def post(self, path: str, *, session: str, **fields: object) -> tuple[int, str]:
        """Status and page. A session and a token as a browser holds them."""
        token = "t" * 32
        body = encode_multipart(BOUNDARY, {"csrfmiddlewaretoken": token, **fields})
        headers = {
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
            "Cookie": f"sessionid={session}; csrftoken={token}",
        }
        line = HTTPConnection("127.0.0.1", self.port, timeout=60)
        line.request("POST", path, body=body, headers=headers)
        answer = line.getresponse()
        return answer.status, answer.read().decode()


@pytest.fixture
def web(tmp_path: Path, transactional_db: None) -> Iterator[Web]:
    temporary, port = tmp_path / "tmp", free_port()
    temporary.mkdir()
    rmtree(settings.STORED_FILES, ignore_errors=True)  # what other tests kept may look alike
    env = environment(tmp_path / "data", mail_port=0) | {"TMPDIR": str(temporary)}
    env |= {"STATIC_ROOT": str(settings.STATIC_ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    gunicorn = (
        sys.executable,
        "-m",
        "gunicorn",
        "config.wsgi",
        "--no-control-socket",
        "--threads",
        "4",
    )
    command = (
        *gunicorn,
        "--bind",
        f"127.0.0.1:{port}",
        "--access-logfile",
        "-",
        "--log-level",
        "debug",
    )
    with _process(command, env=env, log=tmp_path / "web.log"):
        eventually(lambda: _answers(port), within=60)
        yield Web(port, (tmp_path, Path(env["DATA_DIR"]), *_cluster()))


def _answers(port: int) -> bool:
    try:
        line = HTTPConnection("127.0.0.1", port, timeout=5)
        line.request("GET", "/dang-nhap/")
        return line.getresponse().status == 200
    except OSError:
        return False


def _cluster() -> tuple[Path, ...]:
    """PostgreSQL's own files, brought up to date; none for SQLite, which lies in DATA_DIR."""
    if connection.vendor == "sqlite":
        return ()
    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        return (Path(cursor.fetchone()[0]),)


def spellings(words: str) -> set[bytes]:
    """The words in every form in which something might have kept them."""
    nfd, bare = unicodedata.normalize("NFD", words), words.encode("ascii", "backslashreplace")
    return {
        words.encode(), nfd.encode(), bare, words.encode("utf-16-le"), words.encode("utf-16-be"),
        in_the_old_code_page(words), words.upper().encode(), words.replace(" ", "").encode(),
    }  # fmt: skip


def needles(files: Mapping[str, bytes], *, words: str = WORDS) -> set[bytes]:
    """The words, their likeness without accents, and for each file its hashes and a piece of its middle."""
    found = {*spellings(words), fold(words).encode()}
    for data in files.values():
        digest, middle = hashlib.sha256(data), len(data) // 2
        found |= {digest.digest(), digest.hexdigest().encode(), data[middle : middle + 48]}
    return found


def traces(web: Web, wanted: set[bytes]) -> set[str]:
    """Where any of it is: files, tables, keys."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("CHECKPOINT")
    places = {str(path): data for path, data in _files(web.kept)} | _tables() | _keys()
    return {place for place, data in places.items() if any(one in data for one in wanted)}


def _files(folders: tuple[Path, ...]) -> Iterator[tuple[Path, bytes]]:
    for folder in folders:
        for name, _, files in os.walk(folder):
            for path in (Path(name) / file for file in files):
                if path.is_file():
                    yield path, path.read_bytes()


def _tables() -> dict[str, bytes]:
    """Every column of every row of every table, in words."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found[f"table {table}"] = repr(cursor.fetchall()).encode()
    return found


def _keys() -> dict[str, bytes]:
    if not settings.REDIS_URL:
        return {}
    found: dict[str, bytes] = {}
    for number in (0, QUEUE):
        with redis.Redis.from_url(f"{settings.REDIS_URL.rpartition('/')[0]}/{number}") as server:
            found |= {f"Redis {key}": key + (server.dump(key) or b"") for key in server.scan_iter()}
    return found


@needs_tesseract
def test_no_byte_of_a_secret_paper_stays_whatever_it_comes_in(web: Web, client: Client) -> None:
    client.force_login(make_person(Role.CLERK, office=make_office()))
    session, files = client.cookies["sessionid"].value, carriers()

    answers = {
        name: web.post(
            reverse("intake"), session=session, not_secret="on", file=_upload(name, data)
        )
        for name, data in files.items()
    }
    answers["pasted"] = web.post(
        reverse("intake"), session=session, not_secret="on", text=paper("MẬT")
    )

    assert {name: status for name, (status, _) in answers.items()} == dict.fromkeys(answers, 422)
    assert [
        name for name, (_, page) in answers.items() if "tài liệu bí mật nhà nước" not in page
    ] == []
    assert [name for name, (_, page) in answers.items() if WORDS in page] == []
    assert traces(web, needles(files)) == set()


def test_the_search_finds_a_paper_that_was_taken(web: Web, client: Client) -> None:
    """Otherwise the test above would prove nothing."""
    client.force_login(make_person(Role.CLERK, office=make_office()))
    words = "rà soát phương án trồng rừng khu vực Đồi Thông"
    taken = {"tb.txt": paper("KHẨN", words=words).encode()}
    before = traces(web, needles(taken, words=words))

    status, _ = web.post(
        reverse("intake"),
        session=client.cookies["sessionid"].value,
        not_secret="on",
        file=_upload("tb.txt", taken["tb.txt"]),
    )

    kept = traces(web, needles(taken, words=words))
    assert (status, before) == (302, set())
    assert {"table directives_notice", "table directives_storedfile"} <= kept
    assert any(place.startswith(str(web.kept[1])) for place in kept)


def _upload(name: str, data: bytes) -> io.BytesIO:
    stream = io.BytesIO(data)
    stream.name = name
    return stream
