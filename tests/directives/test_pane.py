"""The paper on the bench: marks of a pasted text are shown as what they mean, and no place moves."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from bodies.models import Office, User
from directives import drafting
from directives.benching import Bench
from directives.models import Notice
from directives.pane import Remark, Stretch, stretches
from directives.reading import read
from tests.papers import PAPER

MARKED = (
    PAPER.replace("THÔNG BÁO", "## **THÔNG BÁO**")
    .replace("Kết luận của Thường trực", "### Kết luận của Thường trực")
    .replace("1. Ghi nhận", "**1. Ghi nhận**")
    .replace("Giao UBND phường chủ trì", "Giao **UBND phường** chủ trì<sup>1</sup>")
    .replace("trước ngày 20/3/2026", "*trước ngày* **20/3/2026**")
    .replace("T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG", "**T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG**")
)


def looks(text: str) -> list[tuple[str, str]]:
    """The words that are seen, and how they are set."""
    return [(s.text, s.look) for s in stretches(text, [], []) if not s.hidden]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Giao **UBND** xã.", [("Giao ", ""), ("UBND", "bold"), (" xã.", "")]),
        ("*Lưu ý* xã", [("Lưu ý", "italic"), (" xã", "")]),
        ("***Lưu ý***", [("Lưu ý", "bold italic")]),
        ("## Kết luận\n1. Giao", [("Kết luận", "bold"), ("\n1. Giao", "")]),
        ("số 5<sup>12</sup>, m<sup>2</sup>", [("số 5", ""), ("12", "raised"), (", m", ""), ("2", "raised")]),
        ("**T/M BTV\nBÍ THƯ**", [("T/M BTV\nBÍ THƯ", "bold")]),
        ("**Một\n\nHai** ba", [("Một\n\n", ""), ("Hai", ""), (" ba", "")]),
        ("Giao <b>UBND</b> xã", [("Giao ", ""), ("UBND", ""), (" xã", "")]),
        ("Số 5\\-BC", [("Số 5", ""), ("-", ""), ("BC", "")]),
        ("Lô 5 * 3, số #3, a < b", [("Lô 5 ", ""), ("*", ""), (" 3, số #3, a < b", "")]),
        ("", []),
    ],
)  # fmt: skip
def test_marks_are_shown_as_what_they_mean(text: str, seen: list[tuple[str, str]]) -> None:
    assert looks(text) == seen


LONG = "Giao UBND phường chủ trì, phối hợp với các đơn vị có liên quan"


@pytest.mark.parametrize(
    ("after", "wrapped"),
    [
        ("\nrà soát.", True),
        (" \r\nBan Thường vụ", True),
        (",\n2026 phải xong", True),
        (" \n“Vì người nghèo”", True),
        (".\nRà soát", False),
        (" sau:\nRà soát", False),
        ("     \nrà soát", True),
        ("  \nrà soát", False),  # two spaces: a line that was ended so
        ("\n\nrà soát", False),
        ("\n- rà soát", False),
        ("\n2. Giao", False),
        ("\na) Giao", False),
        ("\n(1) Giao", False),
        ("\nII- Giao", False),
    ],
)
def test_a_line_cut_at_the_page_s_edge_goes_on(after: str, wrapped: bool) -> None:
    found = list(stretches(LONG + after, [], []))

    assert [s.text.strip(" \r") for s in found if s.wrap] == (["\n"] if wrapped else [])
    assert [s.wrap for s in stretches("ĐẢNG ỦY PHƯỜNG\nSố 16", [], [])] == [False]


def test_a_narrow_page_has_shorter_lines() -> None:
    lines = [
        "1. Giao UBND phường chủ trì, phối hợp với các",
        "đơn vị rà soát, báo cáo trước ngày 30/6/2026;",
    ]
    found = [s.text for s in stretches("\n".join(lines * 3), [], []) if s.wrap]

    assert len("".join(found)) == 3


@given(st.text(alphabet="a *#<>/sup\\\n1b-", max_size=80))
def test_no_letter_of_any_text_is_lost_or_moved(text: str) -> None:
    found = list(stretches(text, [], []))

    assert "".join(stretch.text for stretch in found) == text
    hidden = "".join(stretch.text for stretch in found if stretch.hidden)
    assert re.sub(r"[*#\s\\]|</?(?:sup|sub|b|u)\s*/?>", "", hidden) == ""


def draft_of(text: str, office: Office, clerk: User) -> Notice:
    reading = read(text, today=date(2026, 3, 2))
    return drafting.start(reading, office=office, at=timezone.now(), by=clerk)


@pytest.mark.django_db
def test_what_was_read_is_marked_on_the_very_words(office: Office, clerk: User) -> None:
    """The same values are marked in the same words, whether or not the paper came with marks."""
    told = []
    for text in (PAPER, MARKED):
        bench = Bench(draft_of(text, office, clerk), by=clerk)
        told.append([_marked(bench, item.pk) for item in bench.items])
        assert "".join(stretch.text for stretch in bench.paper()) == text

    assert told[0] == told[1]
    assert told[0][1] == [
        ("body", "UBND phường"),
        ("body", "Công an phường"),
        ("deadline", "trước ngày 20/3/2026"),
    ]


def _marked(bench: Bench, item: int) -> list[tuple[str, str]]:
    """What is marked in the item: the parts of one value together, as bench.js puts them."""
    values: dict[int, tuple[str, str]] = {}
    for stretch in bench.paper():
        if stretch.mark and stretch.of and stretch.of.pk == item and not stretch.hidden:
            kind, words = values.get(stretch.read_at, (stretch.mark, ""))
            values[stretch.read_at] = (kind, words + stretch.text)
    return list(values.values())


@pytest.mark.django_db
def test_items_begin_where_they_begin_and_are_whole(office: Office, clerk: User) -> None:
    bench = Bench(draft_of(MARKED, office, clerk), by=clerk)

    found = list(bench.paper())

    begun = [stretch.item.path for stretch in found if stretch.item]
    assert begun == ["1", "2", "3"]
    assert (
        _own(found, "1")
        == "1. Ghi nhận kết quả công tác tháng 02 năm 2026 của các cơ quan, đơn vị."
    )
    assert _own(found, "2").startswith("2. Giao UBND phường chủ trì1, phối hợp với Công an")


def _own(found: list[Stretch], path: str) -> str:
    mine = [s.text for s in found if s.of and s.of.path == path and not s.hidden]
    return "".join(mine).strip()


@pytest.mark.django_db
def test_a_remark_lies_on_its_words_between_marks(office: Office, clerk: User) -> None:
    notice = draft_of(MARKED, office, clerk)
    start = MARKED.index("T/L BAN")
    item = notice.items.get(path="3")
    remark = Remark(1, item, 0, start - 2, start + 35, "Người ký khác.", "")

    found = [s for s in stretches(MARKED, [item], [remark]) if s.remark]

    assert found[0].begin == [remark]
    assert [(s.text, s.look) for s in found if not s.hidden] == [
        ("T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG", "bold")
    ]


@pytest.mark.django_db
def test_the_pane_shows_no_mark_and_the_text_is_kept_as_it_came(
    client: Client, office: Office, clerk: User
) -> None:
    notice = draft_of(MARKED, office, clerk)
    client.force_login(clerk)

    page = client.get(reverse("bench", args=[notice.pk])).content.decode()

    pane = re.sub(r"<[^>]*>", "", page.partition('id="van-ban"')[2].partition("</section>")[0])
    assert not re.search(r"\*\*|#|sup&", pane)
    assert '<span class="bold">THÔNG BÁO</span>' in page
    assert '<span class="raised here">1</span>' in page
    assert Notice.objects.get().text == MARKED
