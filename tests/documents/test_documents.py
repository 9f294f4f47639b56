"""Drafting, issuing and freezing: one number once, one set of bytes for good."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from hashlib import sha256
from io import BytesIO

import pdfplumber
import pytest
from django.db import IntegrityError, connection, transaction

from assignments import documents
from assignments.clock import Clock
from assignments.documents import Asked, DocumentRefused
from assignments.models import Assignment, Status
from assignments.papers import TEMPLATE_VERSION
from bodies import ledger
from bodies.models import Body, Event, Office, Role, User
from directives import filing, freezing
from directives.models import Document, Notice, StoredFile, Term
from tests.factories import at, make_assignment, make_body, make_notice, make_office, make_person

pytestmark = pytest.mark.django_db

NOW = Clock(at("2026-03-20", "09:00"))
LATER = Clock(at("2026-04-20", "09:00"))
TODAY = NOW.today
Kind = Document.Kind


@pytest.fixture
def office() -> Office:
    office = make_office()
    Body.objects.filter(pk=office.staff_body_id).update(symbol="VPĐU")
    return Office.objects.select_related("committee", "staff_body").get()


@pytest.fixture
def clerk(office: Office) -> User:
    return make_person(Role.CLERK, office=office)


@pytest.fixture
def work(office: Office) -> Assignment:
    return make_assignment(office=office, body=make_body("UBND phường"), due_on="2026-03-10")


def draft(office: Office, clerk: User, kind: Kind, **also: object) -> Document:
    return documents.draft(office, Asked(kind=kind, **also), at=NOW.now, by=clerk)  # type: ignore[arg-type]


@pytest.fixture
def letter(office: Office, clerk: User, work: Assignment) -> Document:
    answer_by = date(2026, 3, 27)
    return draft(office, clerk, Kind.LETTER, body=work.body, level=1, answer_by=answer_by)


@pytest.fixture
def register(office: Office, clerk: User, work: Assignment) -> Document:
    return draft(office, clerk, Kind.REGISTER, first_on=date(2026, 3, 1), last_on=TODAY)


def issue(
    document: Document, number: int | None, by: User, *, on: date = TODAY, clock: Clock = NOW
) -> Document:
    documents.issue(document, number=number, issued_on=on, clock=clock, by=by)
    return Document.objects.select_related("pdf", "docx", "xlsx").get(pk=document.pk)


def words_of(data: bytes) -> str:
    with pdfplumber.open(BytesIO(data)) as printed:
        return " ".join(" ".join(page.extract_text() for page in printed.pages).split())


def kept(document: Document) -> dict[str, bytes]:
    files = {"pdf": document.pdf, "docx": document.docx, "xlsx": document.xlsx}
    return {ending: filing.bytes_of(file) for ending, file in files.items() if file}


def test_asking_twice_is_one_draft(office: Office, clerk: User, letter: Document) -> None:
    again = draft(
        office,
        clerk,
        Kind.LETTER,
        body=letter.body,
        level=1,
        answer_by=letter.answer_by,
    )

    assert (again, Event.objects.filter(verb="draft").count()) == (letter, 1)


def test_a_draft_is_marked_has_no_number_and_is_printed_from_live_data(letter: Document) -> None:
    before = words_of(documents.rendered(letter, "pdf", NOW))
    Assignment.objects.update(body_name="Tên khác")
    make_assignment(office=letter.office, body=letter.body, due_on="2026-03-11")
    after = words_of(documents.rendered(letter, "pdf", NOW))

    assert ("Dự thảo" in before, "Số -CV/VPĐU" in before, letter.code) == (True, True, "")
    assert ("còn 01 nhiệm vụ" in before, "còn 02 nhiệm vụ" in after) == (True, True)


def test_issuing_keeps_number_data_and_bytes(letter: Document, clerk: User) -> None:
    found = issue(letter, 3, clerk)

    assert (found.code, found.issued_on, found.as_of, found.issued_by) == (
        "03-CV/VPĐU",
        TODAY,
        NOW.now,
        clerk,
    )
    assert (found.profile, found.template_version) == ("36-HD/VPTW", TEMPLATE_VERSION)
    assert [line["words"] for line in found.snapshot["lines"]] == [
        "Báo cáo kết quả rà soát đất công."
    ]
    assert {ending: sha256(data).hexdigest() for ending, data in kept(found).items()} == (
        freezing.digests(found)
    )
    printed = words_of(kept(found)["pdf"])
    assert ("Số 03-CV/VPĐU" in printed, "Dự thảo" in printed) == (True, False)


def test_what_is_issued_stays_whatever_happens_to_the_work(letter: Document, clerk: User) -> None:
    before = issue(letter, 3, clerk)
    Assignment.objects.update(status=Status.CANCELLED, body_name="Tên khác")
    Office.objects.update(first_letter="Khác\n{danh_sach}", place="Nơi khác")
    after = Document.objects.get(pk=letter.pk)

    assert (kept(after), after.snapshot) == (kept(before), before.snapshot)


def test_a_register_has_a_third_file_and_no_number(register: Document, clerk: User) -> None:
    found = issue(register, None, clerk)

    assert (sorted(kept(found)), found.code, found.series) == (["docx", "pdf", "xlsx"], "", "")
    assert found.pdf
    assert found.pdf.name == "Sổ theo dõi 20-03-2026.pdf"


def test_history_tells_of_each_step(letter: Document, clerk: User) -> None:
    documents.revise(letter, level=2, answer_by=date(2026, 3, 30), at=NOW.now, by=clerk)
    issue(letter, 3, clerk)

    told = [(event.verb, event.by) for event in ledger.history(letter)]
    assert told == [("issue_document", clerk), ("revise_draft", clerk), ("draft", clerk)]


def refusal(verb: Callable[[], object]) -> str:
    """Why the verb refused; nothing may be kept then."""
    before = (Event.objects.count(), StoredFile.objects.count())
    with pytest.raises(DocumentRefused) as refused:
        verb()
    assert (Event.objects.count(), StoredFile.objects.count()) == before
    return str(refused.value)


def test_a_number_is_given_once_in_its_series(
    office: Office, letter: Document, clerk: User
) -> None:
    issue(letter, 3, clerk)
    other = draft(office, clerk, Kind.LETTER, body=letter.body, level=2, answer_by=TODAY)

    assert documents.next_number(other, on=TODAY) == 4
    assert refusal(lambda: issue(other, 3, clerk)) == (
        "Số 03-CV/VPĐU đã dùng trong năm 2026. Chưa có gì được lưu; hãy kiểm tra lại số."
    )


def test_the_office_and_the_committee_count_apart(
    office: Office, letter: Document, clerk: User
) -> None:
    issue(letter, 3, clerk)
    criticism = draft(office, clerk, Kind.LETTER, body=letter.body, level=3, answer_by=TODAY)
    report = draft(office, clerk, Kind.REPORT, first_on=date(2026, 3, 1), last_on=TODAY)

    assert documents.next_number(criticism, on=TODAY) == 1
    assert documents.next_number(report, on=TODAY) == 1
    assert issue(criticism, 3, clerk).code == "03-CV/ĐU"


def test_the_committees_own_papers_share_its_series(
    office: Office, letter: Document, clerk: User
) -> None:
    make_notice(office, number=8, symbol="-CV/ĐU", kind=Notice.Kind.CV)
    criticism = draft(office, clerk, Kind.LETTER, body=letter.body, level=3, answer_by=TODAY)

    assert documents.next_number(criticism, on=TODAY) == 9
    assert "đã dùng" in refusal(lambda: issue(criticism, 8, clerk))


def test_numbers_run_through_a_term_and_begin_anew_with_the_next(
    office: Office, letter: Document, clerk: User
) -> None:
    for name, first, last in (
        ("2020–2026", date(2020, 1, 1), date(2026, 3, 31)),
        ("2026–2030", date(2026, 4, 1), date(2030, 12, 31)),
    ):
        Term.objects.create(body=office.committee, name=name, starts_on=first, ends_on=last)
    found = issue(letter, 12, clerk)
    other = draft(office, clerk, Kind.LETTER, body=letter.body, level=2, answer_by=TODAY)

    assert found.series == "CV/VPĐU, nhiệm kỳ 2020–2026"
    assert [documents.next_number(other, on=c.today) for c in (NOW, LATER)] == [13, 1]


def test_a_letter_about_nothing_is_not_issued(letter: Document, clerk: User) -> None:
    Assignment.objects.update(status=Status.CANCELLED)

    assert refusal(lambda: issue(letter, 1, clerk)) == (
        "UBND phường không còn nhiệm vụ quá hạn nên không cần đôn đốc. Hãy bỏ dự thảo này."
    )


def test_an_office_without_a_symbol_is_told_where_to_write_it(
    letter: Document, clerk: User
) -> None:
    Body.objects.update(symbol="")
    fresh = Document.objects.get(pk=letter.pk)

    assert "Hãy ghi ký hiệu của Văn phòng" in refusal(lambda: issue(fresh, 1, clerk))


def test_issued_once_and_neither_changed_nor_dropped_after(letter: Document, clerk: User) -> None:
    issue(letter, 3, clerk)
    sentence = "Công văn đôn đốc 03-CV/VPĐU đã phát hành; không phát hành lại, không bỏ được."

    for verb in (
        lambda: issue(letter, 4, clerk),
        lambda: documents.discard(letter, at=NOW.now, by=clerk),
        lambda: documents.revise(letter, level=2, answer_by=TODAY, at=NOW.now, by=clerk),
    ):
        assert refusal(verb) == sentence


def test_a_dropped_draft_is_gone_for_who_still_looks_at_it(letter: Document, clerk: User) -> None:
    documents.discard(letter, at=NOW.now, by=clerk)
    stale = Document(pk=10**6, office=letter.office, kind="letter", body=letter.body, level=1)
    stale.answer_by = TODAY + timedelta(days=7)

    assert "đã bị bỏ" in refusal(lambda: issue(stale, 1, clerk))
    assert Document.objects.count() == 0


def test_half_a_print_cannot_be_kept(register: Document, clerk: User) -> None:
    found = issue(register, None, clerk)

    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.filter(pk=found.pk).update(docx=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.filter(pk=found.pk).update(pdf=None, docx=None)


@pytest.mark.django_db(transaction=True)
def test_two_people_issuing_at_once_issue_one(letter: Document, clerk: User) -> None:
    def press(number: int) -> str:
        try:
            issue(Document.objects.get(pk=letter.pk), number, clerk)
        except DocumentRefused as refused:
            return str(refused)
        finally:
            connection.close()
        return "issued"

    with ThreadPoolExecutor(2) as both:
        answers = sorted(both.map(press, (3, 4)))

    assert answers[1] == "issued"
    assert "đã phát hành" in answers[0]
    assert Document.objects.issued().count() == 1


def scan_of(paper: Document | Notice) -> bytes:
    fresh = type(paper).objects.select_related("signed_scan").get(pk=paper.pk)
    assert fresh.signed_scan
    return filing.bytes_of(fresh.signed_scan)


def test_the_signed_scan_is_filed_back(letter: Document, clerk: User) -> None:
    found = issue(letter, 3, clerk)
    freezing.file_scan(found, "ky.pdf", b"%PDF-1.7 mot", at=NOW.now, by=clerk)
    freezing.file_scan(found, "ky2.pdf", b"%PDF-1.7 hai", at=NOW.now, by=clerk)

    newest = next(iter(ledger.history(found)))
    assert scan_of(found) == b"%PDF-1.7 hai"
    assert (newest.before["scan"], newest.after["scan"]) == (
        sha256(b"%PDF-1.7 mot").hexdigest(),
        sha256(b"%PDF-1.7 hai").hexdigest(),
    )


def test_a_scan_that_is_no_pdf_is_refused(letter: Document, clerk: User) -> None:
    found = issue(letter, 3, clerk)

    with pytest.raises(filing.FileRefused, match="không phải PDF"):
        freezing.file_scan(found, "ky.png", b"\x89PNG\r\n\x1a\n", at=NOW.now, by=clerk)
