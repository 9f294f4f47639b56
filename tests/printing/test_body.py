"""Emphasis, heads and labels in the running text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodies.practice import Practice
from directives.printing import emphasis
from directives.printing.body import blocks
from directives.printing.model import Block, Footnote, Heading, Listed, Paragraph, Run


def bold(text: str) -> Run:
    return Run(text, bold=True)


def only(text: str, kind: str = "") -> Block:
    spans = [("", 0, len(text), 1, kind)] if kind else []
    (block,) = blocks(text, spans, practice=Practice())
    return block


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("a **b** c", (Run("a "), bold("b"), Run(" c"))),
        ("(*cây lấy gỗ*)", (Run("("), Run("cây lấy gỗ", italic=True), Run(")"))),
        ("***a***", (Run("a", bold=True, italic=True),)),
        ("5 * 3 và 4*", (Run("5 * 3 và 4*"),)),
        ("Giao **chủ động", (Run("Giao chủ động"),)),
        (r"\* Số 16", (Run("* Số 16"),)),
        ("phường<sup>1</sup>;", (Run("phường"), Run("1", raised=True), Run(";"))),
        ("<b>x</b> &amp;", (Run("<b>x</b> &amp;"),)),
    ],
)
def test_marks_become_looks_and_all_else_is_words(text: str, runs: tuple[Run, ...]) -> None:
    assert emphasis.runs(text) == runs


@pytest.mark.parametrize(
    ("text", "block"),
    [
        pytest.param(
            "I- Đánh giá chung",
            Heading(bold("I-"), (bold("Đánh giá chung"),), 0),
            id="a Roman head is bold",
        ),
        pytest.param(
            "## II- **NHIỆM VỤ**",
            Heading(bold("II-"), (bold("NHIỆM VỤ"),), 0),
            id="a Roman head typed as one",
        ),
        pytest.param(
            "4. Ban Tổ chức: Chỉ đạo hướng dẫn cụ thể.",
            Listed(bold("4."), (bold("Ban Tổ chức:"), Run(" Chỉ đạo hướng dẫn cụ thể.")), 1),
            id="a numbered head is bold up to its colon",
        ),
        pytest.param(
            "3. Giao UBND huyện:",
            Listed(bold("3."), (bold("Giao UBND huyện:"),), 1, keeps_next=True),
            id="a head that leads in keeps the next",
        ),
        pytest.param(
            "3. Xây dựng kế hoạch. Trong đó làm rõ: mục tiêu.",
            Listed(Run("3."), (Run("Xây dựng kế hoạch. Trong đó làm rõ: mục tiêu."),), 1),
            id="a colon after a full sentence closes no head",
        ),
        pytest.param(
            "2. Họp (thành phần: Bí thư) trong tháng.",
            Listed(Run("2."), (Run("Họp (thành phần: Bí thư) trong tháng."),), 1),
            id="a colon in brackets closes no head",
        ),
        pytest.param(
            "**4. Giao Ban Bí thư** theo lĩnh vực: phụ trách.",
            Listed(bold("4."), (bold("Giao Ban Bí thư"), Run(" theo lĩnh vực: phụ trách.")), 1),
            id="typed bold stands as typed",
        ),
        pytest.param(
            "- **Về nước sinh hoạt**, giao UBND huyện: khẩn trương.",
            Listed(Run("-"), (Run("Về nước sinh hoạt, giao UBND huyện: khẩn trương."),), 6),
            id="a dash is never bold",
        ),
        pytest.param(
            "(1) Tập trung: chỉ đạo.",
            Listed(Run("(1)"), (Run("Tập trung: chỉ đạo."),), 5),
            id="a number in brackets has no head",
        ),
        pytest.param("Căn cứ:", Paragraph((Run("Căn cứ:"),), keeps_next=True), id="a lead-in"),
    ],
)
def test_a_paragraph_gets_the_look_of_the_rule(text: str, block: Block) -> None:
    assert only(text) == block


def test_a_head_named_so_by_the_outline_is_bold_whole() -> None:
    assert only("1.7. Chỉ đạo UBND phường", "heading") == Heading(
        bold("1.7."), (bold("Chỉ đạo UBND phường"),), 1
    )


def test_an_office_may_keep_bold_in_dashes() -> None:
    kept = replace(Practice(), bold_in_lists=True)
    assert blocks("- **Về nước**, giao", practice=kept)[0].inlines[0] == bold("Về nước")


def test_an_office_may_want_no_head_made_bold() -> None:
    text = "1. Giao Ủy ban nhân dân phường: rà soát đất công."

    assert blocks(text, practice=replace(Practice(), head_limit=0)) == (
        Listed(Run("1."), (Run("Giao Ủy ban nhân dân phường: rà soát đất công."),), 1),
    )


def test_footnotes_stand_where_their_marks_do_and_none_is_lost() -> None:
    text = "Một<sup>1</sup> hai[2] ba<sup>9</sup>.\n\n<sup>1</sup> Chú một.\n\n[2] Chú hai.\n\n[3] Chú ba."
    assert blocks(text, practice=Practice()) == (
        Paragraph(
            (
                Run("Một"),
                Footnote("1", (Run("Chú một."),)),
                Run(" hai"),
                Footnote("2", (Run("Chú hai."),)),
                Run(" ba"),
                Run("9", raised=True),
                Run("."),
            )
        ),
        Paragraph((Run("3 "), Run("Chú ba."))),
    )


def test_footnotes_after_the_signature_are_found_and_nothing_else() -> None:
    after = "Nơi nhận:\n- Như trên;\n\nHoàng Văn Bình\n\n[1] Theo công điện."
    assert blocks("Xong[1].", after=after, practice=Practice()) == (
        Paragraph((Run("Xong"), Footnote("1", (Run("Theo công điện."),)), Run("."))),
    )


def test_marks_without_words_print_nothing() -> None:
    assert blocks("Giao.\n\n*\n\n****", practice=Practice()) == (Paragraph((Run("Giao."),)),)


def test_words_are_composed_and_hidden_signs_dropped() -> None:
    assert only("Chi\u0309 thi\u0323 \u202e26\u202c\u200b\x07") == Paragraph((Run("Chỉ thị 26"),))


@given(st.text(alphabet="aAộ1 .:-*#()<>\n\\", max_size=80))
def test_no_letter_of_any_text_is_lost(text: str) -> None:
    printed = [
        getattr(block, "label", Run("")).text + emphasis.plain(block.inlines)
        for block in blocks(text, practice=Practice())
    ]
    assert [c for c in "".join(printed) if c.isalnum()] == [c for c in text if c.isalnum()]
