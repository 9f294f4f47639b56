"""The doors of the rarer acts: what the page offers, asks, refuses and says."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from assignments.forms import DECISIONS
from assignments.models import Assignment, Status
from bodies import ledger
from bodies.models import Event, Role, User
from tests.factories import make_assignment, make_body, make_person, make_task

pytestmark = pytest.mark.django_db

WHY = "Không thuộc thẩm quyền."
OF_OFFICE = {
    "hand_back": Status.BOUNCED,
    "reassign": Status.BOUNCED,
    "pause": Status.IN_PROGRESS,
    "refer": Status.IN_PROGRESS,
    "resume": Status.REFERRED,
    "cancel": Status.IN_PROGRESS,
    "reopen": Status.COMPLETED,
}


RELOAD = "Hãy tải lại trang để xem trạng thái mới nhất."


def chief_of(work: Assignment) -> User:
    return make_person(Role.CHIEF, office=work.office)


def offered(client: Client, work: Assignment) -> list[str]:
    """The rarer acts on the page, in order."""
    forms = client.get(work.get_absolute_url()).context["decisions"]
    return [form.verb for form in forms]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.SENT, ["reassign", "pause", "refer", "cancel"]),
        (Status.BOUNCED, ["hand_back", "reassign", "pause", "refer", "cancel"]),
        (Status.SUBMITTED, ["pause", "refer", "cancel"]),
        (Status.PAUSED, ["resume", "cancel"]),
        (Status.REFERRED, ["resume", "cancel"]),
        (Status.COMPLETED, ["reopen"]),
        (Status.CANCELLED, ["reopen"]),
    ],
)
def test_who_decides_is_offered_what_may_be_decided(
    client: Client, status: Status, expected: list[str]
) -> None:
    work = make_assignment(status=status)
    client.force_login(make_person(Role.LEADER, office=work.office))

    assert offered(client, work) == expected


@pytest.mark.parametrize("role", [Role.CLERK, Role.REGISTRAR, Role.INSPECTOR])
def test_who_does_not_decide_is_offered_nothing(client: Client, role: Role) -> None:
    work = make_assignment(status=Status.BOUNCED)
    client.force_login(make_person(role, office=work.office))

    assert offered(client, work) == []


@pytest.mark.parametrize(
    ("role", "words"),
    [
        (Role.LEADER, "hãy giao lại hoặc chuyển cho đơn vị khác"),
        (Role.CLERK, "chờ lãnh đạo quyết định"),
        (Role.OFFICER, "chờ lãnh đạo quyết định"),
    ],
)
def test_a_declined_task_says_whose_turn_it_is(client: Client, role: Role, words: str) -> None:
    work = make_assignment(status=Status.BOUNCED)
    place = {"body": work.body} if role == Role.OFFICER else {"office": work.office}
    client.force_login(make_person(role, **place))

    assert words in client.get(work.get_absolute_url()).content.decode()


@pytest.mark.parametrize("verb", OF_OFFICE)
def test_an_act_is_taken_said_and_kept_with_its_reason(client: Client, verb: str) -> None:
    work = make_assignment(status=OF_OFFICE[verb])
    client.force_login(chief_of(work))
    other = make_body("Công an phường").pk

    url = reverse(verb, args=[work.pk])
    response = client.post(url, {"reason": WHY, "body": other}, follow=True)

    assert response.redirect_chain == [(work.get_absolute_url(), 302)]
    assert DECISIONS[verb].said in response.content.decode()
    [told] = ledger.history(work)
    assert (told.verb, told.note.endswith(WHY)) == (verb, True)


@pytest.mark.parametrize("verb", [*OF_OFFICE, "decline"])
def test_a_reason_is_asked_for_and_the_page_stays_open_there(client: Client, verb: str) -> None:
    work = make_assignment(status=OF_OFFICE.get(verb, Status.SENT))
    place = {"body": work.body} if verb == "decline" else {"office": work.office}
    client.force_login(make_person(Role.HEAD if verb == "decline" else Role.CHIEF, **place))

    response = client.post(reverse(verb, args=[work.pk]), {"reason": "  "})

    shown = {form.verb: list(form.errors) for form in response.context["decisions"]}
    assert (response.status_code, "reason" in shown[verb]) == (422, True)
    assert "Hãy ghi rõ lý do" in response.content.decode()
    assert Event.objects.count() == 0


@pytest.mark.parametrize("verb", OF_OFFICE)
@pytest.mark.parametrize("again", [WHY, ""])
def test_a_second_click_is_a_sentence_and_changes_nothing(
    client: Client, verb: str, again: str
) -> None:
    work = make_assignment(status=OF_OFFICE[verb])
    client.force_login(chief_of(work))
    url, other = reverse(verb, args=[work.pk]), make_body("Công an phường").pk

    client.post(url, {"reason": WHY, "body": other})
    response = client.post(url, {"reason": again, "body": other}, follow=True)

    assert response.status_code == 200
    stands = Assignment.objects.get(pk=work.pk).get_status_display()
    [_, said] = [str(message) for message in response.context["messages"]]
    still = f"Nhiệm vụ đang ở trạng thái “{stands}”"
    twice = f"Nhiệm vụ đã ở trạng thái “{stands}” từ trước; lần này không thay đổi gì."
    on = f"{still} nên không thể tiếp tục từ chỗ đã dừng. {RELOAD}"
    pressed = on if verb == "resume" else twice
    assert said == (pressed if again else f"{still}; không còn việc này.")
    assert Event.objects.filter(row=str(work.key)).count() == 1


@pytest.mark.parametrize("verb", OF_OFFICE)
def test_an_act_is_not_taken_by_looking(client: Client, verb: str) -> None:
    work = make_assignment(status=OF_OFFICE[verb])
    client.force_login(chief_of(work))

    assert client.get(reverse(verb, args=[work.pk])).status_code == 405


@pytest.mark.parametrize("who", ["", "0", "abc", "own", "ended"])
def test_a_task_goes_to_a_body_in_being_that_is_another(client: Client, who: str) -> None:
    work = make_assignment(status=Status.BOUNCED)
    ended = make_body("Phòng cũ", valid_to=date(2020, 1, 31))
    client.force_login(chief_of(work))
    body = {"own": work.body_id, "ended": ended.pk}.get(who, who)

    response = client.post(reverse("reassign", args=[work.pk]), {"reason": WHY, "body": body})

    shown = {form.verb: list(form.errors) for form in response.context["decisions"]}
    assert (response.status_code, shown["reassign"]) == (422, ["body"])
    assert Assignment.objects.count() == 1


def test_a_head_declines_in_their_own_name(client: Client) -> None:
    work = make_assignment(status=Status.SENT)
    client.force_login(make_person(Role.HEAD, body=work.body))

    client.post(reverse("decline", args=[work.pk]), {"reason": WHY})

    work.refresh_from_db()
    assert work.status == Status.BOUNCED
    assert [event.note for event in ledger.history(work)] == [WHY]


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({}, ["paper_number", "paper_on"]),
        ({"paper_number": "45/CV-UBND"}, ["paper_on"]),
        ({"paper_number": "45/CV-UBND", "paper_on": "31/02/2026"}, ["paper_on"]),
        ({"paper_number": "45/CV-UBND", "paper_on": "01/01/2999"}, ["paper_on"]),
        ({"paper_number": "x" * 61, "paper_on": "04/03/2026"}, ["paper_number"]),
    ],
)
def test_an_officer_declines_with_a_signed_letter_only(
    client: Client, typed: dict[str, str], wrong: list[str]
) -> None:
    work = make_assignment(status=Status.SENT)
    client.force_login(make_person(Role.OFFICER, body=work.body))

    response = client.post(reverse("decline", args=[work.pk]), {"reason": WHY, **typed})

    [form] = response.context["decisions"]
    work.refresh_from_db()
    assert (response.status_code, list(form.errors)) == (422, wrong)
    assert work.status == Status.SENT


def test_a_reason_longer_than_a_page_is_refused_at_its_field(client: Client) -> None:
    work = make_assignment()
    client.force_login(chief_of(work))

    response = client.post(reverse("pause", args=[work.pk]), {"reason": "x" * 2001})

    assert (response.status_code, Event.objects.count()) == (422, 0)


def test_every_field_of_the_page_has_its_own_id_and_every_form_its_token(client: Client) -> None:
    work = make_assignment(status=Status.SUBMITTED)
    client.force_login(chief_of(work))

    page = client.get(work.get_absolute_url()).content.decode()

    ids = [part.partition('"')[0] for part in page.split(' id="')[1:]]
    assert len(ids) == len(set(ids))
    assert page.count('<form method="post"') == page.count('name="csrfmiddlewaretoken"') > 4


def test_a_body_that_gave_its_part_up_is_shown_so(client: Client) -> None:
    task = make_task()
    work = make_assignment(task, body=make_body("UBND phường"))
    make_assignment(task, body=make_body("Công an phường"), status=Status.CANCELLED)
    client.force_login(chief_of(work))

    page = client.get(work.get_absolute_url()).content.decode()

    assert "(chủ trì, đã hủy giao)" in page


def test_the_overview_counts_what_waits_for_a_decision(client: Client) -> None:
    work = make_assignment(status=Status.BOUNCED)
    client.force_login(make_person(Role.LEADER, office=work.office))

    page = client.get(reverse("dashboard")).content.decode()

    assert "Chờ quyết định: 1 đề nghị chuyển đơn vị" in page


@pytest.mark.parametrize("status", [Status.PAUSED, Status.REFERRED, Status.CANCELLED])
def test_a_deadline_that_does_not_run_is_not_called_none(client: Client, status: Status) -> None:
    work = make_assignment(status=status, due_on="2026-03-10")
    client.force_login(chief_of(work))

    page = client.get(work.get_absolute_url()).content.decode()

    assert ("○ Không tính hạn" in page, "Không thời hạn" in page) == (True, False)
