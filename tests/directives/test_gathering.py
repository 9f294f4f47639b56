"""Several rows into one: nothing said twice, nothing lost."""

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from directives.forms import as_typed, gathered, joined, without


def row(words: str, **also: Any) -> dict[str, Any]:
    return {"words": words, "leads": [], "coordinating": [], "nature": "dated", **also}


def test_words_and_names_stand_once_in_their_order() -> None:
    one = gathered(
        [
            row("Rà soát.", leads=[("Ủy ban", "UBND")], coordinating=[("CA", "Công an")]),
            row("Rà soát.", leads=[("UBND", "UBND"), ("CA", "Công an")]),
            row("Báo cáo."),
        ]
    )

    assert (one["words"], one["leads"], one["coordinating"]) == (
        "Rà soát. Báo cáo.",
        [("Ủy ban", "UBND"), ("CA", "Công an")],
        [],
    )


def test_the_first_deadline_told_is_the_deadline() -> None:
    one = gathered(
        [
            row("Rà soát."),
            row("Hằng tháng.", nature="periodic", recurrence_unit="month"),
            row("Xong.", due_on="30/11/2026"),
        ]
    )

    assert (one["nature"], one["recurrence_unit"], one["due_on"]) == ("periodic", "month", None)


def test_what_follows_continues_the_last_row() -> None:
    assert [r["words"] for r in joined([row("Một."), row("Hai.")], [row("Ba.")])] == [
        "Một.",
        "Hai. Ba.",
    ]


@pytest.mark.parametrize(
    ("stands", "left"), [("Hai. Ba.", "Hai."), ("Hai. Ba sửa.", "Hai. Ba sửa.")]
)
def test_words_are_taken_out_where_they_still_stand(stands: str, left: str) -> None:
    assert without([row(stands)], "Ba.")[0]["words"] == left


def test_values_are_told_as_a_clerk_types_them() -> None:
    values = {
        "due_on": date(2026, 3, 9),
        "due_time": time(17),
        "n": Decimal("96.5"),
        "words": "Xong",
    }

    assert as_typed([values]) == [
        {"due_on": "09/03/2026", "due_time": "17:00", "n": "96.5", "words": "Xong"}
    ]
