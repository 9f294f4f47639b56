"""Which rung a deadline has reached: golden tables of 2026. Tết: 16 to 20 February."""

from datetime import date

import pytest

from assignments.models import Rule
from assignments.reminders.ladder import Pace, Rung, pace, rung_owed
from bodies.calendar import Calendar

SATURDAY_WORKED = Calendar(worked=frozenset({date(2026, 3, 14)}))
BEFORE, AFTER = Rule.BEFORE, Rule.AFTER


def reached(
    due_on: date,
    on: date,
    how: Pace = Pace.ORDINARY,
    calendar: Calendar | None = None,
    *,
    before: tuple[int, ...] = (5, 1),
    after: tuple[int, ...] = (1, 5),
) -> tuple[Rule, int, date] | None:
    rung = rung_owed(
        due_on,
        overdue=due_on < on,
        pace=how,
        calendar=calendar or Calendar(),
        on=on,
        before=before,
        after=after,
    )
    return (rung.rule, rung.days, rung.owed_on) if rung else None


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        pytest.param(date(2026, 3, 12), None, id="six working days to go"),
        pytest.param(date(2026, 3, 13), (BEFORE, 5, date(2026, 3, 13)), id="five"),
        pytest.param(date(2026, 3, 14), None, id="a Saturday owes nothing ordinary"),
        pytest.param(date(2026, 3, 15), None, id="nor a Sunday"),
        pytest.param(
            date(2026, 3, 16), (BEFORE, 5, date(2026, 3, 13)), id="a missed day is made good"
        ),
        pytest.param(
            date(2026, 3, 19), (BEFORE, 1, date(2026, 3, 19)), id="one; the fifth is superseded"
        ),
        pytest.param(
            date(2026, 3, 20), (BEFORE, 1, date(2026, 3, 19)), id="the deadline itself is in time"
        ),
        pytest.param(date(2026, 3, 21), None, id="overdue, but a Saturday"),
        pytest.param(date(2026, 3, 23), (AFTER, 1, date(2026, 3, 23)), id="the working day after"),
        pytest.param(date(2026, 3, 26), (AFTER, 1, date(2026, 3, 23)), id="still the same"),
        pytest.param(date(2026, 3, 27), (AFTER, 5, date(2026, 3, 27)), id="a week after"),
        pytest.param(date(2026, 12, 1), (AFTER, 5, date(2026, 3, 27)), id="and none later"),
    ],
)
def test_a_friday_deadline(on: date, expected: object) -> None:
    assert reached(date(2026, 3, 20), on) == expected


@pytest.mark.parametrize(
    ("due_on", "on", "expected"),
    [
        pytest.param(date(2026, 2, 24), date(2026, 2, 10), (BEFORE, 5, date(2026, 2, 10)), id="five days, a fortnight ahead"),
        pytest.param(date(2026, 2, 24), date(2026, 2, 18), None, id="silent on the second of Tết"),
        pytest.param(date(2026, 2, 24), date(2026, 2, 23), (BEFORE, 1, date(2026, 2, 23)), id="one, when work begins"),
        pytest.param(date(2026, 2, 17), date(2026, 2, 13), (BEFORE, 1, date(2026, 2, 13)), id="due on New Year's Day"),
        pytest.param(date(2026, 2, 17), date(2026, 2, 20), None, id="overdue while nobody works"),
        pytest.param(date(2026, 2, 17), date(2026, 2, 23), (AFTER, 1, date(2026, 2, 23)), id="overdue when work begins"),
    ],
)  # fmt: skip
def test_tet_is_no_working_time(due_on: date, on: date, expected: object) -> None:
    assert reached(due_on, on) == expected


@pytest.mark.parametrize("how", [Pace.URGENT, Pace.SHORT])
@pytest.mark.parametrize(
    ("on", "expected"),
    [
        pytest.param(date(2026, 3, 16), None, id="six days to go"),
        pytest.param(date(2026, 3, 17), (BEFORE, 5, date(2026, 3, 17)), id="five"),
        pytest.param(date(2026, 3, 21), (BEFORE, 1, date(2026, 3, 21)), id="a Saturday counts"),
        pytest.param(date(2026, 3, 22), (BEFORE, 1, date(2026, 3, 21)), id="a Sunday deadline"),
        pytest.param(date(2026, 3, 23), (AFTER, 1, date(2026, 3, 23)), id="the day after"),
        pytest.param(date(2026, 3, 28), (AFTER, 5, date(2026, 3, 27)), id="five days after, seen on a Saturday"),
    ],
)  # fmt: skip
def test_urgent_and_short_go_by_the_calendar(how: Pace, on: date, expected: object) -> None:
    assert reached(date(2026, 3, 22), on, how) == expected


def test_a_saturday_worked_for_another_day_counts() -> None:
    on = date(2026, 3, 14)

    assert reached(date(2026, 3, 16), on, calendar=SATURDAY_WORKED) == (BEFORE, 1, on)


def test_a_rung_on_a_day_off_moves_to_the_next_working_day() -> None:
    sunday = date(2026, 3, 22)
    rung = rung_owed(
        sunday,
        overdue=False,
        pace=Pace.ORDINARY,
        calendar=Calendar(),
        on=date(2026, 3, 23),
        before=(0,),
    )

    assert rung == Rung(BEFORE, 0, date(2026, 3, 23))


def test_an_office_may_have_its_own_ladder() -> None:
    days = (date(2026, 3, 6), date(2026, 3, 17), date(2026, 3, 23), date(2026, 3, 24))

    assert [reached(date(2026, 3, 20), on, before=(10, 3), after=(2,)) for on in days] == [
        (BEFORE, 10, date(2026, 3, 6)),
        (BEFORE, 3, date(2026, 3, 17)),
        None,
        (AFTER, 2, date(2026, 3, 24)),
    ]


@pytest.mark.parametrize(
    ("issued_on", "urgent", "expected"),
    [
        pytest.param(date(2026, 3, 10), False, Pace.ORDINARY, id="ten days"),
        pytest.param(date(2026, 3, 11), False, Pace.SHORT, id="nine days"),
        pytest.param(date(2026, 3, 25), False, Pace.SHORT, id="registered after the deadline"),
        pytest.param(date(2026, 1, 5), True, Pace.URGENT, id="urgent, however far"),
        pytest.param(None, False, Pace.ORDINARY, id="no date"),
    ],
)
def test_the_pace_of_a_deadline(issued_on: date | None, urgent: bool, expected: Pace) -> None:
    assert pace(date(2026, 3, 20), issued_on=issued_on, urgent=urgent) is expected
