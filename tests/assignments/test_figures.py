"""Figures count rows; a word selects the same rows for a figure and for the list it opens."""

from datetime import date, time
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from assignments import figures
from assignments.clock import Clock
from assignments.figures import BodyCounts, Branch, Counts, Week
from assignments.models import Assignment, Report, Status
from bodies.models import Body
from directives.models import AssignmentRole
from tests.factories import at, make_assignment, make_body, make_office, make_user

pytestmark = pytest.mark.django_db

NOW = Clock(now=at("2026-03-10", "09:00"))  # a Tuesday; five working days later is 17 March
EVERY = Assignment.objects.all
S = Status
ROWS: dict[str, dict[str, Any]] = {
    "overdue": {"due_on": "2026-03-09"},
    "due_soon": {"due_on": "2026-03-17"},
    "on_track": {"due_on": "2026-03-18", "status": S.BOUNCED},  # waits for a decision besides
    "none": {"due_on": None},
    "submitted": {"due_on": "2026-03-09", "status": S.SUBMITTED},
    "done_on_time": {"due_on": "2026-03-02", "status": S.COMPLETED},
    "done_late": {"due_on": "2026-03-01", "status": S.COMPLETED},
    "aside": {"due_on": "2026-03-01", "status": S.PAUSED},
    "watched": {"due_on": "2026-03-01", "role": AssignmentRole.WATCH},
    "cancelled": {"due_on": "2026-03-01", "status": S.CANCELLED},
}


def total() -> Counts:
    return figures.total(figures.by_body(EVERY(), NOW))


def make_report(row: Assignment, words: str, sent: str, kind: str = "progress") -> Report:
    report = Report.objects.create(
        body=row.body, kind=kind, words=words, sent_at=at(sent), sent_by=make_user()
    )
    report.assignments.add(row)
    return report


def test_a_body_with_a_row_of_every_word() -> None:
    office, body = make_office(), make_body()
    for fields in ROWS.values():
        make_assignment(office=office, body=body, **fields)

    expected = Counts(
        overdue=1,
        due_soon=1,
        on_track=1,
        none=1,
        submitted=1,
        bounced=1,
        completed=2,
        done_on_time=1,
        done_late=1,
        late_open=1,
    )
    assert figures.by_body(EVERY(), NOW) == [BodyCounts(body, expected)]


@pytest.mark.parametrize("word", ["overdue", "due_soon", "on_track", "none", "submitted", "aside"])
def test_a_word_selects_its_rows(word: str) -> None:
    office = make_office()
    rows = {name: make_assignment(office=office, **fields) for name, fields in ROWS.items()}

    assert list(figures.select(EVERY(), word, NOW)) == [rows[word]]


@pytest.mark.parametrize("word", figures.counted())
def test_as_many_are_counted_as_are_selected(word: str) -> None:
    offices = [make_office("Văn phòng A", due_soon_days=5), make_office("B", due_soon_days=0)]
    for office in offices:
        for fields in ROWS.values():
            make_assignment(office=office, **fields)

    selected = figures.select(EVERY(), word, NOW).count()
    assert (selected > 0, getattr(total(), word)) == (True, selected)


def test_what_counts_as_soon_is_each_offices_own() -> None:
    five = make_assignment(office=make_office("A", due_soon_days=5), due_on="2026-03-16")
    three = make_assignment(office=make_office("B", due_soon_days=3), due_on="2026-03-16")

    assert list(figures.select(EVERY(), "due_soon", NOW)) == [five]
    assert list(figures.select(EVERY(), "on_track", NOW)) == [three]
    assert (total().due_soon, total().on_track) == (1, 1)


@pytest.mark.parametrize(
    ("hour", "word"), [(time(9), "overdue"), (time(9, 1), "due_soon"), (None, "due_soon")]
)
def test_the_day_itself_is_in_time_until_the_written_hour(hour: time | None, word: str) -> None:
    row = make_assignment(due_on="2026-03-10", due_time=hour)

    assert list(figures.select(EVERY(), word, NOW)) == [row]
    assert total() == Counts(**{word: 1})


def test_no_offices_select_nothing() -> None:
    assert list(figures.select(EVERY(), "due_soon", NOW)) == []
    assert figures.by_body(EVERY(), NOW) == []


def test_the_worst_body_comes_first() -> None:
    office = make_office()
    late, soon, calm, more = [make_body(name) for name in ("Đ", "C", "B", "A")]
    days = ((late, 9), (late, 9), (soon, 9), (soon, 11), (calm, 9), (more, 30), (more, 31))
    for body, day in days:
        make_assignment(office=office, body=body, due_on=date(2026, 3, day))

    assert [row.body for row in figures.by_body(EVERY(), NOW)] == [late, soon, calm, more]


def test_two_bodies_of_one_name_stay_two() -> None:
    office, twins = make_office(), [make_body("Trường Tiểu học") for _ in range(2)]
    for body in twins:
        make_assignment(office=office, body=body, due_on="2026-03-09")

    found = figures.by_body(EVERY(), NOW)
    assert sorted((row.body.pk, row.counts.overdue) for row in found) == [(b.pk, 1) for b in twins]


@pytest.mark.parametrize("bodies", [1, 3])
def test_any_number_of_bodies_takes_the_same_queries(
    bodies: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    office = make_office()
    for number in range(bodies):
        make_assignment(office=office, body=make_body(f"Ban {number}"), due_on="2026-03-09")
    clock = Clock(now=NOW.now)

    with django_assert_num_queries(5):  # offices, two of the calendar, the tally, bodies
        assert len(figures.by_body(EVERY(), clock)) == bodies


@pytest.mark.parametrize(
    ("fields", "late"),
    [
        pytest.param({"due_on": "2026-03-09"}, True, id="open, past the day"),
        pytest.param({"due_on": "2026-03-10"}, False, id="open, the day itself"),
        pytest.param(
            {"due_on": "2026-03-31", "original_due_on": date(2026, 3, 9)}, True, id="extended"
        ),
        pytest.param(
            {"due_on": "2026-03-09", "original_due_on": None}, False, id="dated by an event later"
        ),
        pytest.param({"due_on": "2026-03-09", "status": S.RETURNED}, True, id="sent back"),
        pytest.param({"due_on": "2026-03-01", "status": S.SUBMITTED}, True, id="submitted late"),
        pytest.param(
            {"due_on": "2026-03-02", "status": S.SUBMITTED}, False, id="submitted in time"
        ),
        pytest.param({"due_on": "2026-03-09", "status": S.REFERRED}, False, id="referred up"),
        pytest.param({"due_on": None}, False, id="no deadline"),
    ],
)
def test_open_work_past_its_original_day(fields: dict[str, Any], late: bool) -> None:
    make_assignment(**fields)

    assert figures.select(EVERY(), "late_open", NOW).count() == total().late_open == int(late)


@pytest.mark.parametrize(
    ("counts", "rate"),
    [
        pytest.param(Counts(), None, id="nothing yet"),
        pytest.param(Counts(completed=4, none=2, on_track=3), None, id="nothing with a deadline"),
        pytest.param(Counts(completed=3, done_on_time=3), 100.0, id="all on time"),
        pytest.param(Counts(late_open=2), 0.0, id="only late"),
        pytest.param(
            Counts(completed=9, done_on_time=5, done_late=1, late_open=2), 62.5, id="of each"
        ),
    ],
)
def test_the_on_time_rate(counts: Counts, rate: float | None) -> None:
    assert counts.on_time_rate == rate


def test_an_extension_does_not_mend_the_rate() -> None:
    make_assignment(
        due_on="2026-03-31",
        original_due_on=date(2026, 3, 1),
        status=S.COMPLETED,
        submitted_at=at("2026-03-09"),
    )

    assert (total().done_late, total().on_time_rate) == (1, 0.0)


def test_counts_add_up() -> None:
    one, two = Counts(overdue=1, completed=2), Counts(overdue=3, none=4)

    assert one + two == Counts(overdue=4, completed=2, none=4)
    assert ((one + two).dated, (one + two).running) == (4, 8)


def test_the_longest_overdue_come_first_with_their_newest_report() -> None:
    office = make_office()
    week, day, month = [
        make_assignment(office=office, due_on=due)
        for due in ("2026-03-03", "2026-03-09", "2026-02-10")
    ]
    make_report(week, "Đang chờ ý kiến", "2026-03-04")
    newest = make_report(week, "Thiếu nhân lực", "2026-03-06", kind="explanation")

    found = figures.longest_overdue(EVERY(), NOW, limit=2)

    assert [(f.assignment, f.days, f.report) for f in found] == [
        (month, 28, None),
        (week, 7, newest),
    ]
    assert day not in [f.assignment for f in found]


def test_work_past_todays_hour_is_late_by_no_day_yet() -> None:
    row = make_assignment(due_on="2026-03-10", due_time=time(8))

    found = figures.longest_overdue(EVERY(), NOW, limit=10)

    assert [(f.assignment, f.days, f.report) for f in found] == [(row, 0, None)]


def test_four_weeks_ahead_begin_today_and_end_on_sundays() -> None:
    office = make_office()
    for due in ("2026-03-09", "2026-03-10", "2026-03-15", "2026-03-16", "2026-04-05", "2026-04-06"):
        make_assignment(office=office, due_on=due)
    make_assignment(office=office, due_on="2026-03-12", status=S.SUBMITTED)

    assert figures.weeks_ahead(EVERY(), NOW) == [
        Week(date(2026, 3, 10), date(2026, 3, 15), 2),
        Week(date(2026, 3, 16), date(2026, 3, 22), 1),
        Week(date(2026, 3, 23), date(2026, 3, 29), 0),
        Week(date(2026, 3, 30), date(2026, 4, 5), 1),
    ]


@pytest.mark.parametrize(
    ("today", "first"),
    [("2026-03-09", (9, 15)), ("2026-03-14", (14, 15)), ("2026-03-15", (15, 15))],
)
def test_this_week_ends_on_its_sunday(today: str, first: tuple[int, int]) -> None:
    weeks = figures.weeks_ahead(EVERY(), Clock(now=at(today)), count=2)

    days = [(week.first.day, week.last.day) for week in weeks]
    assert days == [first, (16, 22)]


def test_what_a_body_owes_is_grouped_and_nothing_is_left_out() -> None:
    office, body = make_office(), make_body()
    rows = {n: make_assignment(office=office, body=body, **f) for n, f in ROWS.items()}

    found = [(g.word, g.count, g.rows) for g in figures.groups(EVERY(), NOW)]

    once = ("overdue", "due_soon", "on_track", "none", "submitted", "aside", "watched")
    done = [rows["done_late"], rows["done_on_time"]]
    assert found == [*((w, 1, [rows[w]]) for w in once), ("completed", 2, done)]


def test_the_twenty_newest_of_the_completed_are_shown() -> None:
    office = make_office()
    for day in range(1, 24):
        moment = at(date(2026, 2, day))
        make_assignment(office=office, status=S.COMPLETED, submitted_at=moment)

    (group,) = figures.groups(EVERY(), NOW)

    days = [row.completed_at.day for row in group.rows if row.completed_at]
    assert (group.count, days) == (23, list(range(23, 3, -1)))


def test_the_tree_tells_parents_first() -> None:
    top = make_body("Đảng ủy")
    ubnd, police = make_body("UBND", parent=top), make_body("Công an", parent=top)
    unit = make_body("Phòng Kinh tế", parent=ubnd)
    counts = {unit.pk: Counts(overdue=2)}

    assert figures.tree(Body.objects.all(), counts, on=date(2026, 3, 10)) == [
        Branch(top, 0, Counts()),
        Branch(police, 1, Counts()),
        Branch(ubnd, 1, Counts()),
        Branch(unit, 2, Counts(overdue=2)),
    ]


def test_bodies_stand_by_name_accents_aside_and_two_before_ten() -> None:
    names = ["Tổ dân phố số 10", "Đoàn thanh niên", "Công an", "Tổ dân phố số 2", "Ủy ban"]
    bodies = [make_body(name) for name in names]

    found = [branch.body.name for branch in figures.tree(bodies, {}, on=date(2026, 3, 10))]

    assert found == ["Công an", "Đoàn thanh niên", "Tổ dân phố số 2", "Tổ dân phố số 10", "Ủy ban"]


def test_a_body_without_its_parent_stands_alone() -> None:
    ubnd = make_body("UBND", parent=make_body("Đảng ủy"))

    assert figures.tree([ubnd], {}, on=date(2026, 3, 10)) == [Branch(ubnd, 0, Counts())]


def test_an_ended_body_stays_while_it_owes_or_holds_others() -> None:
    ended = date(2026, 3, 9)
    make_body("A hết", valid_to=ended)
    owing = make_body("B còn việc", valid_to=ended)
    holding = make_body("C còn đơn vị", valid_to=ended)
    held = make_body("D", parent=holding)

    found = figures.tree(Body.objects.all(), {owing.pk: Counts(none=1)}, on=date(2026, 3, 10))

    assert [branch.body for branch in found] == [owing, holding, held]
