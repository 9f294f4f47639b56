"""The same paper from another file is told at once, and refused by nobody."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bodies.models import Event, Office, Role, User
from directives.models import Notice, NoticeStatus
from directives.reading import Reading, read
from directives.twins import twins_of
from tests.factories import at, make_notice, make_office, make_person, make_user
from tests.papers import PAPER
from tests.reading.test_pdf import as_word, printed
from tests.reading.test_scans import needs_tesseract, pictures, scanned

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)
UNNUMBERED = PAPER.replace("Số 16-TB/ĐU", "Số      -TB/ĐU").replace(
    "ngày 02 tháng 3", "ngày     tháng 3"
)


def quoted(reading: Reading) -> bytes:
    return scanned(*pictures(printed(reading)))


def enter(client: Client, **given: Any) -> Any:
    return client.post(reverse("intake"), {"not_secret": "on", **given}, follow=True)


@pytest.mark.parametrize("paper", [PAPER, UNNUMBERED], ids=["numbered", "without a number"])
@pytest.mark.parametrize(
    ("made", "name"),
    [
        pytest.param(as_word, "tb.docx", id="Word"),
        pytest.param(printed, "tb.pdf", id="PDF"),
        pytest.param(quoted, "quet.pdf", id="scan", marks=needs_tesseract),
    ],
)
def test_the_same_paper_from_another_file_is_told_at_once(
    client: Client, clerk: User, paper: str, made: Callable[[Reading], bytes], name: str
) -> None:
    client.force_login(clerk)
    enter(client, text=paper)
    first = Notice.objects.get()

    page = enter(client, file=SimpleUploadedFile(name, made(read(paper, today=TODAY))))

    assert Notice.objects.count() == 2
    assert page.context["bench"].twins == [first]
    told = page.content.decode()
    assert f'Có thể trùng với <a href="{first.get_absolute_url()}">{first}</a>' in told
    why = "cùng số, ký hiệu và ngày ban hành" if paper == PAPER else "cùng trích yếu và ngày họp"
    assert why in told


def head(**also: Any) -> dict[str, Any]:
    return {
        "number": 16,
        "symbol": "-TB/ĐU",
        "issued_on": date(2026, 3, 2),
        "meeting_on": date(2026, 2, 27),
        "subject": "Kết luận tại hội nghị giao ban tháng 3",
        **also,
    }


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param({}, {}, True, id="one number, symbol and day"),
        pytest.param({}, {"subject": "Khác", "meeting_on": None}, True, id="whatever the subject"),
        pytest.param({}, {"symbol": "-tb/đu "}, True, id="however the symbol is typed"),
        pytest.param({}, {"number": 17}, False, id="another number"),
        pytest.param({}, {"symbol": "-KL/ĐU"}, False, id="another symbol"),
        pytest.param({}, {"issued_on": date(2025, 3, 2)}, False, id="another year"),
        pytest.param({"issued_on": None}, {"issued_on": None}, False, id="no day of issue"),
        pytest.param({"number": None}, {}, True, id="not numbered yet, one subject and meeting"),
        pytest.param({"number": None}, {"number": None}, True, id="both not numbered yet"),
        pytest.param(
            {"number": None}, {"subject": "KẾT LUẬN tại Hội nghị  giao ban, tháng 3"}, True, id="as Word sets it"
        ),
        pytest.param({"number": None}, {"subject": "Kết luận tại buổi làm việc"}, False, id="another subject"),
        pytest.param({"number": None}, {"meeting_on": date(2026, 1, 30)}, False, id="another meeting"),
        pytest.param({"number": None, "meeting_on": None}, {"meeting_on": None}, False, id="no meeting"),
        pytest.param({"number": None, "subject": "…"}, {"subject": "…"}, False, id="no subject"),
    ],
)  # fmt: skip
def test_by_what_a_paper_is_known_again(
    office: Office, one: dict[str, Any], other: dict[str, Any], same: bool
) -> None:
    known = make_notice(office, status=NoticeStatus.DRAFT, **head(**other))
    notice = make_notice(office, status=NoticeStatus.DRAFT, **head(**one))

    assert (twins_of(notice), twins_of(known)) == (([known], [notice]) if same else ([], []))


def test_a_withdrawn_paper_and_another_office_s_are_no_twins(office: Office) -> None:
    make_notice(
        office, status=NoticeStatus.WITHDRAWN, issued_at=at(TODAY), issued_by=make_user(), **head()
    )
    make_notice(make_office("Văn phòng khác"), status=NoticeStatus.DRAFT, **head())

    assert twins_of(make_notice(office, status=NoticeStatus.DRAFT, **head())) == []


def test_an_issued_paper_is_told_with_its_day(client: Client, office: Office) -> None:
    make_notice(office, **head(number=9))
    draft = make_notice(office, status=NoticeStatus.DRAFT, **head(number=None))
    client.force_login(make_person(Role.CLERK, office=office))

    page = client.get(reverse("bench", args=[draft.pk])).content.decode()

    assert "Thông báo 09-TB/ĐU</a> ngày 02/03/2026 (đã ban hành, nhập lúc" in page


def test_two_papers_told_apart_are_told_so_to_everybody(
    client: Client, office: Office, clerk: User, colleague: User
) -> None:
    one, other, third = (make_notice(office, status=NoticeStatus.DRAFT, **head()) for _ in range(3))
    client.force_login(clerk)
    where = reverse("tell-apart", args=[one.pk])

    for _ in range(2):  # a second press changes nothing
        answer = client.post(where, {"trung": other.pk, "muc": "7"})

    assert answer["Location"] == f"{reverse('bench', args=[one.pk])}?muc=7"
    assert [twins_of(notice) for notice in (one, other)] == [[third], [third]]
    assert twins_of(third) == [one, other]
    event = Event.objects.get(verb="tell_apart")
    assert (event.row, event.by, event.after["key"]) == (str(one.key), clerk, str(other.key))
    client.force_login(colleague)
    page = client.get(reverse("bench", args=[other.pk])).content.decode()
    assert page.count("Có thể trùng với") == page.count(">Không trùng</button>") == 1


@pytest.mark.parametrize("twin", ["", "x", "9" * 5_000, "0"])
def test_what_is_no_twin_is_not_told_apart(
    client: Client, office: Office, clerk: User, twin: str
) -> None:
    one = make_notice(office, status=NoticeStatus.DRAFT, **head())
    elsewhere = make_notice(make_office("Văn phòng khác"), status=NoticeStatus.DRAFT, **head())
    client.force_login(clerk)
    where = reverse("tell-apart", args=[one.pk])

    answers = [client.post(where, {"trung": sent}).status_code for sent in (twin, elsewhere.pk)]

    assert (answers, Event.objects.filter(verb="tell_apart").count()) == ([302, 302], 0)


def test_strangers_and_readers_tell_nothing_apart(client: Client, office: Office) -> None:
    one, other = (make_notice(office, status=NoticeStatus.DRAFT, **head()) for _ in range(2))
    answers = []
    for person in (
        make_person(Role.CLERK, office=make_office("Văn phòng khác")),
        make_person(Role.INSPECTOR, office=office),
    ):
        client.force_login(person)
        answers.append(
            client.post(reverse("tell-apart", args=[one.pk]), {"trung": other.pk}).status_code
        )

    assert (answers, twins_of(one)) == ([404, 403], [other])
