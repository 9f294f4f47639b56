"""Days of the samples, relative to the day of loading."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assignments.demo.wording import Wording
from bodies.calendar import Calendar

FRIDAY = date(2026, 11, 20)
WORDING = Wording(FRIDAY, Calendar(off=frozenset({date(2026, 11, 25)})))


@pytest.mark.parametrize(
    ("spec", "printed", "day"),
    [
        pytest.param("+0", "20/11/2026", date(2026, 11, 20), id="today"),
        pytest.param("-15", "05/11/2026", date(2026, 11, 5), id="days under ten are padded"),
        pytest.param("+80", "08/02/2027", date(2027, 2, 8), id="February is padded"),
        pytest.param("-200", "04/5/2026", date(2026, 5, 4), id="May is not"),
        pytest.param("+1w", "23/11/2026", date(2026, 11, 23), id="over the weekend"),
        pytest.param(
            "+2w", "26/11/2026", date(2026, 11, 26), id="past a public holiday and a day off"
        ),
        pytest.param("-1w", "19/11/2026", date(2026, 11, 19), id="a working day ago"),
        pytest.param("-2w+30", "18/12/2026", date(2026, 12, 18), id="steps in order"),
        pytest.param("-15:long", "ngày 05 tháng 11 năm 2026", date(2026, 11, 5), id="in words"),
        pytest.param("+1m:month", "tháng 12 năm 2026", date(2026, 12, 31), id="a month"),
        pytest.param("+2m:month/", "01/2027", date(2027, 1, 31), id="a month in figures"),
        pytest.param("+3m:quarter", "quý I năm 2027", date(2027, 3, 31), id="a quarter"),
        pytest.param("+0:year", "2026", date(2026, 12, 31), id="a year"),
    ],
)
def test_a_day(spec: str, printed: str, day: date) -> None:
    assert (WORDING.printed(spec), WORDING.day(spec)) == (printed, day)


@pytest.mark.parametrize("spec", ["", "12", "+", "+1y", "+1:week", "+1w:", "ngày"])
def test_what_names_no_day_is_refused(spec: str) -> None:
    with pytest.raises(ValueError, match="names no day"):
        WORDING.render(f"trước ngày {{{spec}}}")


def test_a_text_keeps_all_but_its_days() -> None:
    rendered = WORDING.render("Báo cáo số 58-BC/ĐU, {-15:long}; xong trước ngày {+1w}.")

    assert rendered == "Báo cáo số 58-BC/ĐU, ngày 05 tháng 11 năm 2026; xong trước ngày 23/11/2026."


@given(st.dates(date(2020, 1, 1), date(2060, 12, 31)), st.integers(-24, 24))
def test_a_month_on_ends_the_day_before_the_next(today: date, months: int) -> None:
    wording = Wording(today, Calendar())

    end = wording.day(f"{months:+d}m:month")

    assert end + timedelta(days=1) == wording.day(f"{months + 1:+d}m")
