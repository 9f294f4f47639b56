"""Paragraphs recovered from texts as they are pasted."""

import pytest

from directives.printing.paragraphs import Piece, recover


def texts(text: str, starts: tuple[int, ...] = ()) -> list[str]:
    return [piece.text for piece in recover(text, starts)]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param(
            "Ghi nhận các ý kiến của đại diện nhân dân, các đại biểu dự Hội nghị đối \n"
            "thoại của đồng chí Bí thư Đảng ủy, đồng chí Chủ tịch Ủy ban nhân dân \nphường.",
            [
                (
                    "Ghi nhận các ý kiến của đại diện nhân dân, các đại biểu dự Hội nghị đối thoại của "
                    "đồng chí Bí thư Đảng ủy, đồng chí Chủ tịch Ủy ban nhân dân phường."
                )
            ],
            id="lines cut at the page's edge",
        ),
        pytest.param(
            "Trên cơ sở kết quả kiểm tra, xử lý bảo đảm đúng quy định, khả thi, hiệu \n"
            "quả và kịp thời.\n Hoàn thành báo cáo kết quả Ban Thường vụ trước ngày \n10/12/2025.",
            [
                (
                    "Trên cơ sở kết quả kiểm tra, xử lý bảo đảm đúng quy định, khả thi, hiệu quả và "
                    "kịp thời."
                ),
                "Hoàn thành báo cáo kết quả Ban Thường vụ trước ngày 10/12/2025.",
            ],
            id="a new paragraph without a blank line",
        ),
        pytest.param(
            "các hoạt động kỉ niệm 40 năm ngày thành lập phường, có\n\nnhiều công trình ý nghĩa.",
            ["các hoạt động kỉ niệm 40 năm ngày thành lập phường, có nhiều công trình ý nghĩa."],
            id="cut by a page break",
        ),
        pytest.param(
            "Hoàn thành xong trước ngày\n\n30/12/2021.",
            ["Hoàn thành xong trước ngày 30/12/2021."],
            id="a date cut by a page break",
        ),
        pytest.param(
            "1.7. Chỉ đạo UBND phường\n\nGiao Đảng ủy rà soát.",
            ["1.7. Chỉ đạo UBND phường", "Giao Đảng ủy rà soát."],
            id="a head stays apart from what follows",
        ),
        pytest.param(
            "Giao các Tập đoàn: Công nghiệp - Năng lượng Quốc gia Việt Nam, Công nghiệp\n"
            "- Viễn thông Quân đội theo chức năng, nhiệm vụ trao đổi với Tỉnh để xử lý.",
            [
                (
                    "Giao các Tập đoàn: Công nghiệp - Năng lượng Quốc gia Việt Nam, Công nghiệp "
                    "- Viễn thông Quân đội theo chức năng, nhiệm vụ trao đổi với Tỉnh để xử lý."
                )
            ],
            id="a hyphen at the start of a wrapped line is no item",
        ),
        pytest.param(
            "Sửa chữa xong trước Tết năm 2026.\n(3) Bộ trưởng Bộ Quốc phòng chỉ đạo.",
            ["Sửa chữa xong trước Tết năm 2026.", "(3) Bộ trưởng Bộ Quốc phòng chỉ đạo."],
            id="items line under line",
        ),
        pytest.param("\n \n\n", [], id="nothing"),
    ],
)
def test_paragraphs_are_recovered(text: str, paragraphs: list[str]) -> None:
    assert texts(text) == paragraphs


def test_a_known_item_begins_a_paragraph_even_in_the_middle_of_a_block() -> None:
    text = "Giao các đơn vị thực hiện\n- rà soát, tổng hợp\n- báo cáo"
    assert texts(text, (text.index("- rà"), text.index("- báo"))) == [
        "Giao các đơn vị thực hiện",
        "- rà soát, tổng hợp",
        "- báo cáo",
    ]


def test_an_item_known_inside_a_line_does_not_cut_it() -> None:
    text = "Trong đó: (1) Yêu cầu kiểm điểm; (2) Khẩn trương tổ chức."
    assert texts(text, (text.index("(1)"), text.index("(2)"))) == [text]


def test_a_footnote_that_cuts_a_sentence_and_crosses_a_page_is_healed() -> None:
    text = (
        "trên địa bàn<sup>1</sup>; tuyên truyền\n\n"
        "<sup>1</sup> Kế hoạch đảm bảo trật tự xây\n\n"
        "trong cán bộ, đảng viên chưa thật sự\n\n---\n\n"
        "dựng năm 2022.\n\n<sup>2</sup> Năm 2020 có 128 công trình\n\n"
        "quyết liệt<sup>2</sup>."
    )
    assert recover(text) == [
        Piece(
            0,
            "trên địa bàn<sup>1</sup>; tuyên truyền trong cán bộ, đảng viên chưa thật sự "
            "quyết liệt<sup>2</sup>.",
        ),
        Piece(text.index("<sup>1</sup> Kế"), "Kế hoạch đảm bảo trật tự xây dựng năm 2022.", "1"),
        Piece(text.index("<sup>2</sup> Năm"), "Năm 2020 có 128 công trình", "2"),
    ]


def test_footnotes_gathered_at_the_end_stand_line_under_line() -> None:
    text = "Xong[1] rồi[2].\n\n[1] Theo công điện số\n158.\n[2] Dự kiến ngày 19."
    assert [(piece.note, piece.text) for piece in recover(text)] == [
        ("", "Xong[1] rồi[2]."),
        ("1", "Theo công điện số 158."),
        ("2", "Dự kiến ngày 19."),
    ]


LINE = "Giao Ủy ban nhân dân phường chủ trì, phối hợp với các cơ quan, đơn vị rà soát"
PAGE = "\n".join([LINE] * 14)


def test_a_page_s_number_is_not_printed_and_its_sentence_goes_on() -> None:
    after = "Tài nguyên và Môi trường."
    (one,) = texts(f"{PAGE}\n\n              2\n\n{after}")

    assert one == " ".join([LINE] * 14 + [after])


def test_a_page_that_ended_with_its_sentence_parts_two_paragraphs() -> None:
    assert len(texts(f"{PAGE}.\n\n- 2 -\n\nSở Tài chính rà soát.")) == 2


@pytest.mark.parametrize("cell", ["7", "2.5", "2 |"])
def test_what_does_not_count_pages_is_printed(cell: str) -> None:
    assert cell in texts(f"{PAGE}.\n\n{cell}\n\nSở Tài chính rà soát.")


def test_numbers_in_a_table_s_cells_are_printed() -> None:
    cells = "\n\n".join(["STT", "Nội dung", "1", "Rà soát quỹ đất", "2", "Báo cáo"])

    assert texts(cells) == cells.split("\n\n")
