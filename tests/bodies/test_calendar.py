"""Working days: Tết, days off of the office's own, days worked instead."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodies import calendar
from bodies.calendar import Calendar
from bodies.models import DayOff, WorkingDay

PLAIN = Calendar()
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def free(calendar: Calendar, first: date, last: date) -> list[date]:
    """The days from Monday to Friday that are not worked."""
    span = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [day for day in span if day.weekday() < 5 and not calendar.is_working(day)]


def test_tet_2026_is_off() -> None:
    assert free(PLAIN, date(2026, 2, 9), date(2026, 2, 27)) == [
        date(2026, 2, 16),
        date(2026, 2, 17),
        date(2026, 2, 18),
        date(2026, 2, 19),
        date(2026, 2, 20),
    ]


def test_tet_2027_is_off() -> None:
    assert free(PLAIN, date(2027, 1, 25), date(2027, 2, 19)) == [
        date(2027, 2, 4),
        date(2027, 2, 5),
        date(2027, 2, 8),
        date(2027, 2, 9),
        date(2027, 2, 10),
    ]


@pytest.mark.parametrize(
    ("day", "working"),
    [
        pytest.param(date(2026, 3, 10), True, id="a Tuesday"),
        pytest.param(date(2026, 3, 14), False, id="a Saturday"),
        pytest.param(date(2026, 4, 27), False, id="Giỗ Tổ fell on a Sunday"),
        pytest.param(date(2026, 4, 30), False, id="30/4"),
        pytest.param(date(2026, 9, 2), False, id="Quốc khánh"),
    ],
)
def test_weekends_and_public_holidays_are_off(day: date, working: bool) -> None:
    assert PLAIN.is_working(day) == working


def test_a_swap_moves_the_day_off_and_the_day_worked() -> None:
    swapped = Calendar(off=frozenset({date(2026, 8, 31)}), worked=frozenset({date(2026, 8, 22)}))

    assert not swapped.is_working(date(2026, 8, 31))
    assert swapped.is_working(date(2026, 8, 22))
    assert swapped.shift(date(2026, 8, 21), 1) == date(2026, 8, 22)


def test_a_yearly_day_off_comes_back_and_another_does_not() -> None:
    own = Calendar(off=frozenset({date(2026, 3, 10)}), yearly=frozenset({(7, 28)}))

    assert [own.is_working(date(year, 7, 28)) for year in (2026, 2027, 2028)] == [False] * 3
    assert [own.is_working(date(year, 3, 10)) for year in (2026, 2027)] == [False, True]


def test_a_day_worked_instead_wins_over_every_day_off() -> None:
    tet = date(2026, 2, 17)
    worked = Calendar(off=frozenset({tet}), yearly=frozenset({(2, 17)}), worked=frozenset({tet}))

    assert worked.is_working(tet)


@pytest.mark.parametrize(
    ("start", "step", "end"),
    [
        pytest.param(date(2026, 3, 10), 5, date(2026, 3, 17), id="over a weekend"),
        pytest.param(date(2026, 2, 13), 1, date(2026, 2, 23), id="over Tết"),
        pytest.param(date(2026, 2, 23), -1, date(2026, 2, 13), id="back over Tết"),
        pytest.param(date(2026, 3, 14), 1, date(2026, 3, 16), id="from a Saturday"),
        pytest.param(date(2026, 3, 15), -1, date(2026, 3, 13), id="back from a Sunday"),
        pytest.param(date(2026, 3, 14), 0, date(2026, 3, 14), id="nowhere, free or not"),
        pytest.param(date(2026, 12, 31), 1, date(2027, 1, 4), id="into the next year"),
    ],
)
def test_shifting_lands_on_working_days(start: date, step: int, end: date) -> None:
    assert PLAIN.shift(start, step) == end


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        pytest.param(date(2026, 3, 10), date(2026, 3, 17), 5, id="the first day out, the last in"),
        pytest.param(date(2026, 2, 13), date(2026, 2, 23), 1, id="Tết does not count"),
        pytest.param(date(2026, 3, 10), date(2026, 3, 10), 0, id="the day itself"),
        pytest.param(date(2026, 3, 17), date(2026, 3, 10), 0, id="backwards"),
        pytest.param(date(2026, 3, 13), date(2026, 3, 15), 0, id="a weekend"),
    ],
)
def test_counting_working_days(start: date, end: date, count: int) -> None:
    assert PLAIN.count(start, end) == count


@given(days, st.integers(0, 60))
def test_counting_undoes_shifting(day: date, step: int) -> None:
    assert PLAIN.count(day, PLAIN.shift(day, step)) == step


@given(days, st.integers(1, 60))
def test_there_and_back_is_home_from_a_working_day(day: date, step: int) -> None:
    home = PLAIN.shift(day, 1)

    assert PLAIN.shift(PLAIN.shift(home, step), -step) == home


@pytest.mark.django_db
def test_the_calendar_is_loaded_as_the_installation_corrected_it() -> None:
    DayOff.objects.create(day=date(2026, 9, 7), name="Bão số 5")
    DayOff.objects.create(day=date(2025, 7, 28), name="Ngày truyền thống", yearly=True)
    WorkingDay.objects.create(day=date(2026, 8, 22), name="Làm bù cho 31/8")

    assert calendar.load() == Calendar(
        off=frozenset({date(2026, 9, 7)}),
        yearly=frozenset({(7, 28)}),
        worked=frozenset({date(2026, 8, 22)}),
    )
