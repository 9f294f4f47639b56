"""Where a summary is broken: at its clauses, and never inside a word or a name."""

import pytest

from directives.printing import widths
from directives.printing.phrases import phrased


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Kết luận của Ban Thường vụ Thành ủy tại buổi làm việc với Đảng ủy phường 2 thành phố Đà Lạt",
            (
                "Kết luận của Ban Thường vụ Thành ủy",
                "tại buổi làm việc với Đảng ủy phường 2 thành phố Đà Lạt",
            ),
        ),
        (
            "tại Hội nghị tiếp xúc, đối thoại với bí thư chi bộ và trưởng thôn, tổ trưởng tổ dân phố trong toàn huyện năm 2024",
            (
                "tại Hội nghị tiếp xúc, đối thoại với bí thư chi bộ và trưởng thôn,",
                "tổ trưởng tổ dân phố trong toàn huyện năm 2024",
            ),
        ),
        (
            "Kết luận của Ban Thường vụ Đảng ủy phường tại buổi làm việc với Đảng ủy Ủy ban nhân dân phường về công tác quản lý đất đai, trật tự xây dựng và thu ngân sách",
            (
                "Kết luận của Ban Thường vụ Đảng ủy phường",
                "tại buổi làm việc với Đảng ủy Ủy ban nhân dân phường",
                "về công tác quản lý đất đai, trật tự xây dựng và thu ngân sách",
            ),
        ),
        ("Kết luận của Thường trực Đảng ủy", ("Kết luận của Thường trực Đảng ủy",)),
        ("", ()),
    ],
    ids=["before tại", "behind a comma", "three clauses", "one line", "none"],
)
def test_a_summary_is_broken_at_its_clauses(text: str, lines: tuple[str, ...]) -> None:
    assert phrased(text, 14, widths.BOLD, room_mm=145) == lines


def test_every_word_is_kept_and_no_line_overhangs() -> None:
    text = "việc thực hiện nhiệm vụ giao tại thông báo của Đảng ủy phường Tràng Hạc " * 6
    lines = phrased(text, 14, widths.BOLD, room_mm=145)

    assert " ".join(lines).split() == text.split()
    assert max(widths.width_mm(line, 14, widths.BOLD) for line in lines) <= 145


def test_one_endless_word_stands_alone() -> None:
    assert phrased(f"về {'dài' * 40} quá", 14, widths.BOLD, room_mm=60) == (
        "về",
        "dài" * 40,
        "quá",
    )
