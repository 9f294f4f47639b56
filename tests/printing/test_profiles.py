"""Which rule lays a paper out, and where the two differ."""

from dataclasses import replace
from datetime import date

import pytest

from bodies.practice import Practice
from directives.printing.profiles import HD05, HD36, Profile, profile_for


@pytest.mark.parametrize(
    ("day", "profile"),
    [
        pytest.param(date(2018, 4, 3), HD36, id="first day of 36-HD"),
        pytest.param(date(2026, 5, 26), HD36, id="last day of 36-HD"),
        pytest.param(date(2026, 5, 27), HD05, id="first day of 05-HD"),
        pytest.param(date(2015, 1, 1), HD36, id="older than both"),
    ],
)
def test_the_day_of_issue_chooses_the_rule(day: date, profile: Profile) -> None:
    assert profile_for(day) == profile


def test_the_offices_practice_changes_nothing_of_the_rule() -> None:
    own = Practice(signature_gap_mm=30)

    assert profile_for(date(2026, 5, 27), own) == replace(HD05, practice=own)


def test_the_two_rules_differ_in_the_mark_after_recipients_only() -> None:
    assert (HD36.recipient_mark, HD05.recipient_mark) == (",", ";")
    assert replace(HD05, name=HD36.name, since=HD36.since, recipient_mark=",") == HD36
