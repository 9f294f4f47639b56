"""What no rule says, as an office keeps it: only what differs, and nothing that is not known."""

from dataclasses import fields, replace

import pytest

from bodies.practice import BOUNDS, USUAL, Practice, differing, of


def test_an_office_that_set_nothing_prints_as_usual() -> None:
    assert (of({}), differing(USUAL)) == (USUAL, {})


def test_what_differs_is_kept_and_read_again() -> None:
    own = replace(USUAL, signature_gap_mm=30, bold_in_lists=True, lone_post_bold=False)

    assert differing(own) == {
        "signature_gap_mm": 30,
        "bold_in_lists": True,
        "lone_post_bold": False,
    }
    assert of(differing(own)) == own


@pytest.mark.parametrize(
    "stored",
    [
        pytest.param(None, id="nothing"),
        pytest.param(["signature_gap_mm"], id="no mapping"),
        pytest.param({"page_width_mm": 100, "party": "x"}, id="what is rule"),
        pytest.param({"signature_gap_mm": 9, "contact_pt": 15}, id="out of bounds"),
        pytest.param({"signature_gap_mm": "30", "head_limit": None}, id="no numbers"),
        pytest.param({"circulation_pt": float("nan"), "head_limit": True}, id="strange numbers"),
        pytest.param({"bold_in_lists": 1, "lone_post_bold": "no"}, id="no yes or no"),
    ],
)
def test_what_is_not_known_is_ignored(stored: object) -> None:
    assert of(stored) == USUAL


def test_one_bad_value_spoils_no_other() -> None:
    assert of({"contact_pt": 99, "footnote_pt": 12}) == Practice(footnote_pt=12)


def test_every_number_has_its_bounds_with_the_usual_one_between() -> None:
    numbers = {one.name for one in fields(Practice) if not isinstance(one.default, bool)}

    assert set(BOUNDS) == numbers
    assert all(least <= getattr(USUAL, name) <= most for name, (least, most) in BOUNDS.items())
