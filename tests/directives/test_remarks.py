"""What the reader warns of is all shown: a task's at the task, everything else on top of the bench."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bodies.models import Event, Office, Role, User
from directives import drafting
from directives.benching import Bench
from directives.models import Notice, Task
from directives.reading import read
from tests.directives.desk import decide, form
from tests.factories import make_office, make_person
from tests.papers import PAPER

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)
TWO_DATES = "Văn bản số 12-NQ/ĐU được ghi với các ngày khác nhau: 03/04/2024 và 03/04/2025."
OTHER_BODY = "Buổi làm việc với phường Tràng Hạc nhưng báo cáo là của phường Bến Gỗ."
SIGNED = "Trích yếu ghi kết luận của Thường trực nhưng thẩm quyền ký là Ban Thường vụ."
NO_APPENDIX = "Văn bản nhắc tới phụ lục kèm theo nhưng không thấy phụ lục."
COUNT = "Văn bản ghi “03 nhiệm vụ sau” nhưng đếm được 2 điểm."
PAST = "Thời hạn “trước ngày 20/2/2026” trước ngày ban hành văn bản."


def changed(*changes: tuple[str, str]) -> str:
    """The paper of all tests with some of its words changed."""
    text = PAPER
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def bench_of(text: str, clerk: User, office: Office) -> Bench:
    notice = drafting.start(read(text, today=TODAY), office=office, at=timezone.now(), by=clerk)
    return Bench(notice, by=clerk)


def on_top(bench: Bench) -> list[tuple[str, str]]:
    """What is told on top, with the words it points at."""
    text = bench.notice.text
    return [(remark.sentence, text[remark.start : remark.end]) for remark in bench.remarks]


def at_items(bench: Bench) -> dict[str, list[str]]:
    return {i.path: i.proposal["doubts"] for i in bench.items if i.proposal["doubts"]}


DUTY = "rà soát các điểm lấn chiếm vỉa hè"
PRAISE = "kết quả công tác tháng 02 năm 2026"
HEARD_ANOTHER = (
    "Thường trực Đảng ủy phường họp giao ban. Sau khi nghe báo cáo",
    "Thường trực Đảng ủy làm việc với Đảng ủy phường Tràng Hạc. Sau khi nghe báo cáo của Đảng ủy phường Bến Gỗ",
)
SIGNED_BY_ANOTHER = ("T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG", "T/M BAN THƯỜNG VỤ\nBÍ THƯ")
CITED = "Nghị quyết số 12-NQ/ĐU ngày 03/4/{}"


@pytest.mark.parametrize(
    ("changes", "top", "items"),
    [
        pytest.param(
            [("Ngày 27/02/2026,", f"Thực hiện {CITED.format(2024)}, {CITED.format(2025)},")],
            [(TWO_DATES, CITED.format(2025))],
            {},
            id="two dates, the later in the introduction",
        ),
        pytest.param(
            [(PRAISE, f"thực hiện {CITED.format(2024)} và {CITED.format(2025)}")],
            [(TWO_DATES, CITED.format(2025))],
            {},
            id="two dates in an assessment",
        ),
        pytest.param(
            [
                (PRAISE, f"thực hiện {CITED.format(2024)}"),
                (DUTY, f"thực hiện {CITED.format(2025)}"),
            ],
            [],
            {"2": [TWO_DATES]},
            id="two dates, the later in a task",
        ),
        pytest.param(
            [HEARD_ANOTHER],
            [(OTHER_BODY, "phường Bến Gỗ")],
            {},
            id="another body reported",
        ),
        pytest.param(
            [SIGNED_BY_ANOTHER],
            [(SIGNED, "T/M BAN THƯỜNG VỤ")],
            {},
            id="signed by another than concludes",
        ),
        pytest.param(
            [(PRAISE, f"{PRAISE} (theo phụ lục kèm theo)")],
            [(NO_APPENDIX, "phụ lục kèm")],
            {},
            id="an assessment's appendix is missing",
        ),
        pytest.param(
            [(DUTY, f"{DUTY} theo phụ lục kèm theo")],
            [],
            {"2": [NO_APPENDIX]},
            id="a task's appendix is missing",
        ),
        pytest.param(
            [("- Lưu VPĐU.", "- Lưu VPĐU (phụ lục kèm theo).")],
            [(NO_APPENDIX, "phụ lục kèm")],
            {},
            id="the foot's appendix is missing",
        ),
        pytest.param(
            [("trước ngày 20/3/2026", "trước ngày 20/2/2026")],
            [],
            {"2": [PAST]},
            id="a task's deadline has passed",
        ),
    ],
)
def test_a_warning_is_shown_where_it_belongs(
    office: Office,
    clerk: User,
    changes: list[tuple[str, str]],
    top: list[tuple[str, str]],
    items: dict[str, list[str]],
) -> None:
    bench = bench_of(changed(*changes), clerk, office)

    assert (on_top(bench), at_items(bench)) == (top, items)
    assert len(bench.doubtful) == len(items)


def test_a_wrong_count_in_a_heading_is_told_on_top(office: Office, clerk: User) -> None:
    heading = "2. Thời gian tới, các cơ quan tập trung thực hiện 03 nhiệm vụ sau:"
    points = (
        "2.1. Giao UBND phường rà soát quy hoạch.\n\n2.2. Giao Công an phường tuần tra ban đêm."
    )
    head, _, foot = PAPER.partition("2. Giao UBND")
    text = f"{head}{heading}\n\n{points}\n\n{foot[foot.index('Nơi nhận') :]}"

    bench = bench_of(text, clerk, office)

    assert on_top(bench) == [(COUNT, heading)]
    assert [item.path for item in bench.to_decide] == ["2.1", "2.2"]


def test_a_paper_with_nothing_wrong_says_nothing(
    client: Client, draft: Notice, clerk: User
) -> None:
    client.force_login(clerk)

    page = client.get(reverse("bench", args=[draft.pk]))

    assert page.context["bench"].remarks == []
    assert "xem-lai" not in page.content.decode()


@pytest.fixture
def wrong(office: Office, clerk: User) -> Notice:
    """Two remarks: another body reported, another one signs."""
    return bench_of(changed(HEARD_ANOTHER, SIGNED_BY_ANOTHER), clerk, office).notice


def see(client: Client, notice: Notice, number: int, **also: Any) -> Any:
    remark = Bench(notice, by=notice.created_by).remarks[number - 1]
    where = reverse("see-remark", args=[notice.pk, remark.item.pk])
    return client.post(where, {"cho": remark.place, **also})


def test_each_remark_leads_to_its_words_in_the_paper(
    client: Client, wrong: Notice, clerk: User
) -> None:
    client.force_login(clerk)

    page = client.get(reverse("bench", args=[wrong.pk])).content.decode()

    assert f'<a href="#cho-1" data-place="1">{OTHER_BODY}</a>' in page
    assert '<span class="place" id="cho-1"></span>' in page
    assert f'<a href="#cho-2" data-place="2">{SIGNED}</a>' in page
    assert '<span class="place" id="cho-2"></span>' in page
    assert "2 chỗ cần xem lại" in page


def test_a_remark_once_seen_is_so_for_everybody_and_decides_nothing(
    client: Client, wrong: Notice, clerk: User, colleague: User
) -> None:
    client.force_login(clerk)
    second = wrong.items.get(path="2")

    response = see(client, wrong, 1, muc=second.pk)

    assert response.url == f"{reverse('bench', args=[wrong.pk])}?muc={second.pk}#xem-lai"
    bench = Bench(wrong, by=colleague)
    assert [remark.seen_by for remark in bench.remarks] == [clerk.full_name, ""]
    assert ([r.number for r in bench.unseen], bench.decided) == ([2], [])
    event = Event.objects.get(verb="see_remark")
    assert (event.by, event.after) == (clerk, {"sentence": OTHER_BODY})


def test_said_twice_it_is_written_once(
    client: Client, wrong: Notice, clerk: User, colleague: User
) -> None:
    for person in (clerk, colleague):
        client.force_login(person)
        see(client, wrong, 1)

    assert Bench(wrong, by=clerk).remarks[0].seen_by == clerk.full_name
    assert Event.objects.filter(verb="see_remark").count() == 1


def test_a_decision_seen_before_still_holds(client: Client, wrong: Notice, clerk: User) -> None:
    """To look at a remark changes no item's version: what another clerk has open stays good."""
    client.force_login(clerk)
    first = Bench(wrong, by=clerk).remarks[0].item
    page = form(first, {})
    see(client, wrong, 1)

    decide(client, first, page)

    assert Task.objects.get().item == first
    assert Bench(wrong, by=clerk).remarks[0].seen_by == clerk.full_name


@pytest.mark.parametrize("place", ["", "x", "-1", "7", "9" * 5_000, "²"])
def test_a_place_that_is_none_changes_nothing(
    client: Client, wrong: Notice, clerk: User, place: str
) -> None:
    client.force_login(clerk)

    response = see(client, wrong, 1, cho=place)

    assert response.status_code == 302
    assert len(Bench(wrong, by=clerk).unseen) == 2


def test_strangers_and_readers_say_nothing(client: Client, wrong: Notice, office: Office) -> None:
    answers = []
    for person in (
        make_person(Role.CLERK, office=make_office("Văn phòng khác")),
        make_person(Role.INSPECTOR, office=office),
    ):
        client.force_login(person)
        answers.append(see(client, wrong, 1).status_code)

    assert answers == [404, 403]


def test_a_passed_deadline_is_looked_at_where_it_stands(office: Office, clerk: User) -> None:
    bench = bench_of(changed(("trước ngày 20/3/2026", "trước ngày 20/2/2026")), clerk, office)

    assert [item.doubtful for item in bench.doubtful] == [["due_on"]]
