"""Recurrence, cited documents, targets, wraps and the second look."""

from datetime import date, time
from decimal import Decimal

import pytest

from directives.reading import read
from directives.reading.citations import find_citations, find_targets
from directives.reading.clean import lines_of, paragraphs_of
from directives.reading.labels import label_of
from directives.reading.recurrence import find_recurrences
from tests.reading.conftest import FOOT, HEAD, TODAY, told

CODES = [
    ("thường xuyên kiểm tra các chợ", "thường xuyên"),
    ("báo cáo hằng tuần", "weekly"),
    ("báo cáo hàng tháng", "monthly"),
    ("định kỳ hằng quý báo cáo", "quarterly"),
    ("báo cáo hằng năm", "yearly"),
    ("hằng ngày báo cáo số liệu", "daily"),
    ("định kỳ báo cáo", "định kỳ"),
    ("đưa vào báo cáo 6 tháng, 01 năm", "half-yearly, yearly"),
    ("bố trí kinh phí chi thường xuyên", None),
    ("rà soát quy hoạch", None),
]


@pytest.mark.parametrize(("text", "codes"), CODES)
def test_how_often_a_duty_comes_back(text: str, codes: str | None) -> None:
    assert find_recurrences(text)[0] == codes


def test_the_day_of_the_month_is_told_with_the_month() -> None:
    _, (found,) = find_recurrences("báo cáo trước ngày 25 hằng tháng")

    assert (found.unit, found.day, found.start, found.end) == ("month", 25, 14, 32)


def test_the_fourth_day_of_the_week_is_wednesday() -> None:
    _, (found,) = find_recurrences("gửi trước 15 giờ ngày thứ 4 hằng tuần")

    assert (found.unit, found.weekday, found.hour) == ("week", 2, time(15))


def test_the_day_of_the_last_month_of_a_quarter() -> None:
    _, (found,) = find_recurrences("báo cáo trước ngày 25 tháng cuối quý")

    assert (found.unit, found.day) == ("quarter", 25)


def test_a_cited_document_keeps_its_own_date() -> None:
    (found,) = find_citations("theo Kết luận số 57-KL/HU, ngày 14/3/2025 của Huyện ủy")

    assert (found.text, found.code, found.date) == (
        "Kết luận số 57-KL/HU, ngày 14/3/2025",
        "57-KL/HU",
        date(2025, 3, 14),
    )


def test_a_figure_to_be_reached_is_a_target() -> None:
    (found,) = find_targets("bảo đảm trên 90% dự án đủ mặt bằng")

    assert (found.number, found.unit, found.at_least) == (Decimal(90), "%", True)


def test_a_comma_is_the_decimal_mark() -> None:
    (found,) = find_targets("duy trì tỷ lệ từ 96,5% trở lên")

    assert found.number == Decimal("96.5")


def test_a_figure_that_is_only_told_is_no_target() -> None:
    assert find_targets("thu ngân sách bằng 98% cùng kỳ") == ()


LABELS = [
    ("I- Đánh giá", "I-"),
    ("II. NHIỆM VỤ", "II."),
    ("1. Giao", "1."),
    ("1.7.1. Chủ trì", "1.7.1."),
    ("2.1 Rà soát", "2.1"),
    ("a) Kiểm tra", "a)"),
    ("(2) Kiểm tra", "(2)"),
    ("(ii) Kiểm tra", "(ii)"),
    ("- Kiểm tra", "-"),
    ("+ Kiểm tra", "+"),
    ("10 tháng đầu năm", None),
    ("3.390 nhà bị hư hỏng", None),
    ("2025, xã hoàn thành", None),
    ("Giao UBND xã", None),
]


@pytest.mark.parametrize(("line", "printed"), LABELS)
def test_which_lines_bear_a_label(line: str, printed: str | None) -> None:
    label = label_of(line)

    assert (label.printed if label else None) == printed


def test_pages_and_footnotes_do_not_tear_a_paragraph() -> None:
    text = (
        "Công tác quản lý đất đai trên địa bàn<sup>1</sup> được quan\n\n2\n\n"
        "<sup>1</sup> Năm 2024 có 12 vụ.\n\ntâm chỉ đạo."
    )

    assert (
        paragraphs_of(lines_of(text)).text
        == "Công tác quản lý đất đai trên địa bàn được quan tâm chỉ đạo."
    )


def test_bold_marks_and_hashes_are_set_apart() -> None:
    clean = paragraphs_of(lines_of("## 1. **Giao** UBND xã"))

    assert (clean.text, clean.source_span(3, 7)) == ("1. Giao UBND xã", (8, 12))


def test_an_item_with_two_days_is_doubted() -> None:
    passage = "1. UBND xã gửi dự thảo trước ngày 25/11/2025, trình ký trước ngày 30/11/2025."

    (item,) = read(HEAD + passage + FOOT, today=TODAY).items

    assert item.doubts == ("Có nhiều thời hạn; cân nhắc tách thành nhiều nhiệm vụ.",)


def test_number_paths_and_parents_of_a_mixed_outline() -> None:
    passage = (
        "1. Giao UBND xã:\n\na) Rà soát:\n\n- Đất công.\n\n(1) Đất rừng.\n\n2. Công an xã tuần tra."
    )

    items = read(HEAD + passage + FOOT, today=TODAY).items

    assert [(item.label, item.number, item.parent) for item in items] == [
        ("1.", "1", None),
        ("a)", "1.a", 0),
        ("-", None, 1),
        ("(1)", "(1)", 2),
        ("2.", "2", None),
    ]


def test_the_host_of_the_meeting_is_bound_where_nobody_is_named() -> None:
    text = (
        "THÔNG BÁO\nKết luận\n\nNgày 17/11/2025, Đoàn công tác có buổi làm việc với Đảng ủy xã Hòa Bình và kết luận như sau:\n\n"
        "1. Rà soát quy hoạch.\n\n2. Nắm chắc tình hình."
    )

    items = read(text, today=TODAY).items

    assert [[lead.text for lead in item.leads] for item in items] == [["Đảng ủy xã Hòa Bình"]] * 2
    assert items[0].doubts == (
        "Cơ quan thực hiện được suy từ buổi làm việc, văn bản không nêu rõ.",
    )


def test_the_only_recipient_marked_to_do_is_bound_where_nobody_is_named() -> None:
    text = HEAD + "1. Rà soát quy hoạch.\n\nNơi nhận:\n- UBND xã (t/h),\n- Lưu VP.\n"

    reading = read(text, today=TODAY)
    (lead,) = reading.items[0].leads

    assert (lead.text, reading.text[lead.start : lead.end], lead.inherited) == (
        "UBND xã",
        "UBND xã",
        True,
    )


def test_points_counted_in_words_are_points_of_their_own() -> None:
    passage = "1. Giao UBND xã:\n\nThứ nhất, rà soát quỹ đất.\n\nThứ hai, lập danh sách hộ nghèo.\n\nBa là: sửa chữa cầu."

    items = read(HEAD + passage + FOOT, today=TODAY).items

    assert [[lead.text for lead in item.leads] for item in items[1:]] == [["UBND xã"]] * 3


BROKEN = [
    ("trình UBND xã phê duyệt trước ngày\n30/12.", "trình UBND xã phê duyệt trước ngày 30/12."),
    ("gửi Phòng Nội vụ trước ngày 10 tháng\n12\nnăm 2025", "gửi Phòng Nội vụ trước ngày 10 tháng 12 năm 2025"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "words"), BROKEN)
def test_the_figure_of_a_broken_date_is_no_page_number(printed: str, words: str) -> None:
    assert paragraphs_of(lines_of(printed)).text == words


WRAPPED = """1. Giao Phòng Kinh tế xã rà soát toàn bộ các hộ kinh doanh tại chợ trung
tâm, lập danh sách các hộ chưa có hợp đồng thuê ki-ốt gửi Ủy ban nhân dân
2. Phòng Văn hóa - Xã hội
Rà soát, lập danh sách các hộ có nhà tạm, nhà dột nát trên địa bàn toàn xã
để hỗ trợ, xong trước ngày 20/12/2025."""


def test_a_body_alone_in_a_short_line_is_a_title_among_hard_wraps() -> None:
    assert told(WRAPPED)[1:] == [
        ("heading", (), (), ()),
        ("directive", ("Phòng Văn hóa - Xã hội",), (), ("2025-12-20",)),
    ]


def test_a_verb_that_would_have_had_room_above_begins_a_paragraph() -> None:
    passage = WRAPPED.replace(
        "2. Phòng Văn hóa - Xã hội\nRà soát",
        "2. Phòng Văn hóa - Xã hội, Trung tâm Cung ứng dịch vụ công\nTăng cường rà soát",
    )

    assert told(passage)[1][0] == "heading"
