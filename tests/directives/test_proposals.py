"""From a reading to what the clerk is offered: one task a deadline, one a rhythm."""

from datetime import date
from typing import Any

import pytest

from bodies.models import Office
from directives.proposals import proposals
from directives.reading import read

TODAY = date(2026, 3, 2)
BEFORE = Office.Before


def offered(words: str, *, before: BEFORE = BEFORE.THE_DAY) -> list[dict[str, Any]]:
    """The tasks proposed for one item of a paper."""
    reading = read(f"THÔNG BÁO\nKết luận giao ban\n\n1. {words}\n", today=TODAY)
    tasks: list[dict[str, Any]] = proposals(reading, before=before)[0]["tasks"]
    return tasks


@pytest.mark.parametrize(
    ("words", "before", "due"),
    [
        ("trước ngày 20/3/2026", BEFORE.THE_DAY, "2026-03-20"),
        ("trước ngày 20/3/2026", BEFORE.DAY_BEFORE, "2026-03-19"),
        ("chậm nhất ngày 20/3/2026", BEFORE.DAY_BEFORE, "2026-03-20"),
        ("trong tháng 3 năm 2026", BEFORE.DAY_BEFORE, "2026-03-31"),
    ],
)
def test_before_a_day_means_what_the_office_says(words: str, before: BEFORE, due: str) -> None:
    [task] = offered(f"Giao UBND phường rà soát, báo cáo {words}.", before=before)

    assert task["due_on"] == due


def test_two_rhythms_are_two_periodic_tasks() -> None:
    tasks = offered("Giao UBND phường báo cáo kết quả định kỳ 6 tháng, năm.")

    assert [(t["nature"], t["recurrence_unit"]) for t in tasks] == [
        ("periodic", "half"),
        ("periodic", "year"),
    ]


@pytest.mark.parametrize(
    ("words", "nature"),
    [
        ("khắc phục sự cố, không để quá 5 ngày.", "event"),
        ("trả lời công dân chậm nhất 05 ngày làm việc kể từ ngày nhận được đơn.", "event"),
        ("báo cáo trước ngày 20/3/2026.", "dated"),
        ("hoàn thành trước mùa mưa bão.", "dated"),
    ],
)
def test_a_limit_counted_from_an_event_waits_for_it(words: str, nature: str) -> None:
    [task] = offered(f"Giao UBND phường {words}")

    assert task["nature"] == nature


def test_what_orders_nothing_proposes_no_task() -> None:
    assert offered("Ghi nhận kết quả công tác tháng 02 năm 2026 của các đơn vị.") == []


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("Giao UBND phường rà soát, báo cáo trước ngày 20/3/2026.", []),
        ("Giao UBND phường rà soát, báo cáo trước ngày 15/9.", ["due_on"]),
        ("Giao UBND phường, Công an phường rà soát trước ngày 20/3/2026.", ["leads"]),
        (
            "Giao UBND phường báo cáo trước ngày 20/3/2026, tổng hợp trước ngày 30/3/2026.",
            ["due_on"],
        ),
        ("Ghi nhận kết quả công tác tháng 02 năm 2026 của các đơn vị.", []),
    ],
)
def test_the_doubtful_fields_are_named(words: str, fields: list[str]) -> None:
    reading = read(f"THÔNG BÁO\nKết luận giao ban\n\n1. {words}\n", today=TODAY)

    assert proposals(reading, before=BEFORE.THE_DAY)[0]["doubtful"] == fields
