"""Labels counted by Word must come out as they were printed."""

import pytest

from directives.printing.word_lists import MOST_LISTS, List, Lists, Place, Shape, shape_of


@pytest.mark.parametrize(
    ("label", "shape"),
    [
        ("I-", Shape(0, "upperRoman", (1,), "", "-")),
        ("XIV.", Shape(0, "upperRoman", (14,), "", ".")),
        ("3.", Shape(1, "decimal", (3,), "", ".")),
        ("1.7", Shape(2, "decimal", (1, 7), "", "")),
        ("1.7.3.", Shape(3, "decimal", (1, 7, 3), "", ".")),
        ("a)", Shape(4, "lowerLetter", (1,), "", ")")),
        ("(2)", Shape(5, "decimal", (2,), "(", ")")),
        ("-", Shape(0, "bullet", (), "-", "")),
        ("+", Shape(0, "bullet", (), "+", "")),
    ],
)
def test_a_regular_label_is_a_level_of_a_list(label: str, shape: Shape) -> None:
    assert shape_of(label) == shape


@pytest.mark.parametrize(
    "label", ["đ)", "01.", "IIII-", "1.1.1.1.", "(a)", "•", "0.", "Điều 1.", ""]
)
def test_an_odd_label_is_typed(label: str) -> None:
    assert shape_of(label) is None


def places(*labels: str) -> list[Place | None]:
    lists = Lists()
    return [lists.place(label) for label in labels]


def test_a_whole_outline_is_one_list() -> None:
    labels = ("I-", "1.", "1.1.", "1.2.", "2.", "a)", "b)", "II-", "1.", "(1)", "(2)", "2.", "(1)")
    found = places(*labels)
    assert {place.number for place in found if place} == {1}
    assert [place.level for place in found if place] == [0, 1, 2, 2, 1, 4, 4, 0, 1, 5, 5, 1, 5]


def test_signs_are_lists_of_their_own_and_part_nothing() -> None:
    assert places("1.", "-", "+", "-", "2.") == [
        Place(1, 1, sign=False),
        Place(2, 0, sign=True),
        Place(3, 0, sign=True),
        Place(2, 0, sign=True),
        Place(1, 1, sign=False),
    ]


def test_numbers_that_jump_or_begin_again_are_a_new_list() -> None:
    found = places("1.", "2.", "5.", "6.", "1.")
    assert [place.number for place in found if place] == [1, 1, 2, 2, 3]


def test_numbers_under_an_uncounted_number_carry_it_written_out() -> None:
    lists = Lists()
    assert [lists.place(label) for label in ("2.1.", "2.2.", "3.1.")] == [
        Place(1, 2, sign=False),
        Place(1, 2, sign=False),
        Place(2, 2, sign=False),
    ]
    assert [one.levels for one in lists.all] == [
        {2: ("decimal", "2.%3.", 1)},
        {2: ("decimal", "3.%3.", 1)},
    ]


def test_a_level_is_not_begun_above_a_deeper_one_that_was_counted() -> None:
    """LibreOffice would count the level above on from there, Word would not."""
    found = places("a)", "b)", "1.", "a)")
    assert [place.number for place in found if place] == [1, 1, 2, 2]


def test_an_appendix_counts_anew() -> None:
    lists = Lists()
    before = lists.place("1.")
    lists.begin()
    assert (before, lists.place("1.")) == (Place(1, 1, sign=False), Place(2, 1, sign=False))


def test_beyond_measure_labels_are_typed() -> None:
    labels = ["5." if at % 2 else "7." for at in range(MOST_LISTS + 10)]
    assert [place is None for place in places(*labels)] == [False] * MOST_LISTS + [True] * 10


def test_a_list_starts_where_its_first_label_does() -> None:
    lists = Lists()
    lists.place("4.")
    assert lists.all == [List(1, {1: ("decimal", "%2.", 4)}, {1: 4})]
