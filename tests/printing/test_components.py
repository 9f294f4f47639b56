"""The table "Components" of the layout rule, read back from the printed PDF."""

from datetime import date

import pytest

from bodies.practice import Practice
from tests.printing.samples import MM, MM_PER_PT, PT, SENTENCE, Line, Printed, printed


@pytest.fixture(scope="module")
def sheet() -> Printed:
    return printed(
        urgency="Khẩn",
        circulation="Lưu hành nội bộ",
        draft_mark="Dự thảo lần 2",
        typist_mark="Bm (10)",
        contact=("Văn phòng Đảng ủy phường Kiến An", "Điện thoại 0225 000 000"),
    )


@pytest.fixture(scope="module")
def letter() -> Printed:
    return printed(
        profile_day=date(2026, 6, 1),
        kind="CÔNG VĂN",
        symbol="-CV/ĐU",
        subject="về việc đôn đốc thực hiện Thông báo số 05-TB/ĐU",
        addressed_to=("Đảng ủy Công an phường",),
        body_text=SENTENCE,
        signer_authority="",
        signer_title="Bí thư",
    )


@pytest.mark.parametrize(
    ("opening", "size", "face"),
    [
        ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, "Bold"),
        ("ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG", 14, ""),
        ("ĐẢNG ỦY PHƯỜNG KIẾN AN", 14, "Bold"),
        ("*", 14, ""),
        ("Số 05-TB/ĐU", 14, ""),
        ("Kiến An, ngày 05 tháng 12 năm 2025", 14, "Italic"),
        ("THÔNG BÁO", 16, "Bold"),
        ("Kết luận của Ban Thường vụ Đảng ủy", 14, "Bold"),
        ("tại buổi làm việc với", 14, "Bold"),
        ("-----", 14, ""),
        ("I- Đánh giá chung", 14, "Bold"),
        ("1. Giao Ủy ban nhân dân phường:", 14, "Bold"),
        ("- Về nước sinh hoạt", 14, ""),
        ("T/L BAN THƯỜNG VỤ", 14, "Bold"),
        ("CHÁNH VĂN PHÒNG", 14, ""),
        ("Hoàng Văn Bình", 14, "Bold"),
        ("Nơi nhận:", 14, ""),
        ("- Thường trực Thành ủy,", 12, ""),
        ("- Lưu VPĐU.", 12, ""),
        ("KHẨN", 14, "Bold"),
        ("LƯU HÀNH NỘI BỘ", 12, "Bold"),
        ("Dự thảo lần 2", 14, "Italic"),
        ("Bm (10)", 11, ""),
        ("Văn phòng Đảng ủy phường Kiến An", 10, ""),
    ],
)
def test_every_component_has_its_type(sheet: Printed, opening: str, size: float, face: str) -> None:
    line = sheet.line(opening)
    assert line.size == pytest.approx(size, abs=PT)
    assert line.face == face


def test_the_rule_under_the_title_is_a_drawn_line_as_long_as_the_text(sheet: Printed) -> None:
    title = sheet.line("ĐẢNG CỘNG SẢN VIỆT NAM")
    rule = next(rule for rule in sheet.rules if rule.left > 100)
    assert title.right - title.left == pytest.approx(72.9, abs=MM)
    assert rule.left == pytest.approx(title.left, abs=MM)
    assert rule.right == pytest.approx(title.right, abs=MM)
    assert 0.5 < rule.bottom - title.base < 3


def test_names_stand_in_the_left_block_over_the_star_and_the_number(sheet: Printed) -> None:
    openings = ("ĐẢNG BỘ THÀNH PHỐ", "ĐẢNG ỦY PHƯỜNG", "*", "Số 05", "KHẨN")
    column = [sheet.line(opening) for opening in openings]
    assert [line.base for line in column] == sorted(line.base for line in column)
    assert {round(line.middle, 1) for line in column} == {round(column[0].middle, 1)}


def test_title_date_and_circulation_stand_in_the_right_block(sheet: Printed) -> None:
    openings = ("ĐẢNG CỘNG SẢN", "Kiến An, ngày", "LƯU HÀNH")
    column = [sheet.line(opening) for opening in openings]
    assert [line.base for line in column] == sorted(line.base for line in column)
    assert {round(line.middle, 1) for line in column} == {round(column[0].middle, 1)}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ĐẢNG BỘ THÀNH PHỐ", "ĐẢNG CỘNG SẢN"),
        ("Số 05", "Kiến An, ngày"),
        ("Nơi nhận:", "T/L BAN THƯỜNG VỤ"),
    ],
)
def test_two_columns_are_level(sheet: Printed, left: str, right: str) -> None:
    assert sheet.line(left).base == pytest.approx(sheet.line(right).base, abs=MM)


def test_the_draft_mark_stands_top_left_above_the_names(sheet: Printed) -> None:
    mark = sheet.line("Dự thảo")
    assert mark.left == pytest.approx(30, abs=MM)
    assert mark.base < sheet.line("ĐẢNG BỘ").base


@pytest.mark.parametrize("opening", ["THÔNG BÁO", "Kết luận của", "tại buổi làm việc", "-----"])
def test_kind_and_summary_are_centred_on_the_text(sheet: Printed, opening: str) -> None:
    assert sheet.line(opening).middle == pytest.approx(112.5, abs=MM)


def test_capitals_with_two_accents_do_not_touch_the_line_above(sheet: Printed) -> None:
    above, below = sheet.line("ĐẢNG BỘ THÀNH PHỐ"), sheet.line("ĐẢNG ỦY PHƯỜNG")
    assert 1.05 <= (below.base - above.base) * 72 / 25.4 / 14 <= 1.25


def test_the_signature_stands_in_the_right_half_with_24_mm_kept_clear(sheet: Printed) -> None:
    openings = ("T/L BAN", "CHÁNH VĂN", "Hoàng Văn Bình")
    authority, post, name = (sheet.line(opening) for opening in openings)
    assert [line.middle for line in (authority, post, name)] == [
        pytest.approx(30 + 165 * 0.75, abs=MM)
    ] * 3
    assert name.top - post.bottom == pytest.approx(24, abs=MM)


def test_recipients_stand_in_the_left_half_under_an_underlined_head(sheet: Printed) -> None:
    head = sheet.line("Nơi nhận:")
    under = next(rule for rule in sheet.rules if rule.page == head.page and rule.left < 31)
    column = [line for line in sheet.page(head.page) if line.text.startswith("- ")]
    assert [line.text for line in column] == [
        "- Thường trực Thành ủy,",
        "- Các đồng chí Đảng ủy viên,",
        "- Lưu VPĐU.",
    ]
    assert {round(line.left, 1) for line in (head, *column)} == {30.0}
    assert under.right == pytest.approx(head.right, abs=MM)


def test_the_typists_mark_stands_at_the_foot_of_the_last_page(sheet: Printed) -> None:
    mark = sheet.line("Bm (10)")
    assert mark.page == len(sheet.page_sizes)
    assert mark.left == pytest.approx(30, abs=MM)
    assert 270 < mark.bottom <= 277


def test_the_contact_stands_at_the_foot_of_page_1_under_a_rule_across(sheet: Printed) -> None:
    first, last = sheet.line("Văn phòng Đảng ủy phường"), sheet.line("Điện thoại")
    rule = next(r for r in sheet.rules if first.top - 3 < r.bottom < first.top + 0.5)
    assert (first.page, last.page) == (1, 1)
    assert [rule.left, rule.right] == pytest.approx([30, 195], abs=MM)
    assert 270 < last.bottom <= 277
    assert max(line.bottom for line in sheet.page(1) if line not in (first, last)) < rule.bottom


def test_a_footnote_stands_at_the_foot_of_its_page_with_its_mark_raised(sheet: Printed) -> None:
    mark, note_mark = (line for line in sheet.lines if line.text == "1")
    note = sheet.line("Kế hoạch số 116/KH-UBND")
    text = min((line for line in sheet.page(1) if line.base > mark.base), key=lambda one: one.base)
    assert text.text.startswith("Ban Thường vụ Đảng ủy trước ngày 10/12/2025.")
    assert note.page == mark.page
    assert note.size == pytest.approx(11, abs=PT)
    assert 0 < text.base - mark.base < 3
    assert 0 < note.base - note_mark.base < 2
    assert note.base > 255


def test_05_hd_ends_recipients_with_a_semicolon() -> None:
    sheet = printed(profile_day=date(2026, 5, 27), body_text=SENTENCE)
    assert [line.text for line in sheet.lines if line.text.startswith("- ")] == [
        "- Thường trực Thành ủy;",
        "- Các đồng chí Đảng ủy viên;",
        "- Lưu VPĐU.",
    ]


def test_a_letter_has_its_summary_under_the_number_and_no_kind(letter: Printed) -> None:
    number, summary = letter.line("Số 05-CV/ĐU"), letter.line("về việc đôn đốc")
    assert (summary.size, summary.face) == (12, "Italic")
    assert summary.base > number.base
    assert summary.middle < 112
    assert not [line for line in letter.lines if line.text in ("CÔNG VĂN", "-----")]


def test_a_letter_is_addressed_in_the_middle_of_page_1(letter: Printed) -> None:
    line = letter.line("Kính gửi:")
    assert (line.text, line.size, line.face) == ("Kính gửi: Đảng ủy Công an phường", 14, "Italic")
    assert line.middle == pytest.approx(112.5, abs=MM)


@pytest.mark.parametrize("gap_pt", [0, 12, 24])
def test_the_address_of_a_letter_stands_clear_of_its_head(gap_pt: int) -> None:
    def heights(gap: int) -> tuple[float, float]:
        sheet = printed(
            kind="",
            subject="về việc đôn đốc",
            body_text=SENTENCE,
            addressed_to=("Đảng ủy phường", "Công an phường"),
            practice=Practice(addressed_gap_pt=gap),
        )
        head, first, second = map(sheet.line, ("về việc", "Kính gửi:", "Công an phường"))
        return first.base - head.base, second.base - first.base

    close, line = heights(0)
    assert heights(gap_pt) == pytest.approx((close + gap_pt * MM_PER_PT, line), abs=MM)


def test_what_the_office_set_is_what_is_printed() -> None:
    own = Practice(
        signature_gap_mm=32,
        circulation_pt=10,
        draft_mark_pt=12,
        typist_mark_pt=9,
        contact_pt=8,
        footnote_pt=13,
    )
    sheet = printed(
        body_text=f"{SENTENCE}<sup>1</sup>\n\n<sup>1</sup> Kế hoạch số 116/KH-UBND.",
        circulation="Lưu hành nội bộ",
        draft_mark="Dự thảo",
        typist_mark="Bm (10)",
        contact=("Điện thoại 0225 000 000",),
        practice=own,
    )
    post, name = sheet.line("CHÁNH VĂN PHÒNG"), sheet.line("Hoàng Văn Bình")
    openings = ("LƯU HÀNH", "Dự thảo", "Bm (10)", "Điện thoại", "Kế hoạch số 116")

    assert [sheet.line(opening).size for opening in openings] == [10, 12, 9, 8, 13]
    assert name.top - post.bottom == pytest.approx(32, abs=MM)


def test_a_long_contact_is_broken_and_stays_at_the_foot() -> None:
    words = (
        "Văn phòng Đảng ủy phường, số 12 đường Trần Hưng Đạo, phường Kiến An, thành phố Hải Phòng."
    )
    own = Practice(contact_pt=13)
    sheet = printed(body_text=f"{SENTENCE * 3}\n\n" * 12, contact=[words] * 3, practice=own)
    foot = [line for line in sheet.page(1) if line.size == 13]

    assert " ".join(line.text for line in foot) == " ".join([words] * 3)
    assert max(line.right for line in foot) <= 195 + MM
    assert sheet.page(1)[-len(foot) :] == foot
    assert 270 < foot[-1].bottom <= 277 + MM


def test_only_the_label_of_the_address_is_italic() -> None:
    sheet = printed(kind="", body_text=SENTENCE, addressed_to=("Đảng ủy phường", "Công an phường"))
    second = sheet.line("Công an phường")
    assert (second.size, second.face, second.page) == (14, "", 1)
    assert second.middle == pytest.approx(112.5, abs=MM)


def test_grounds_stand_upright_before_the_text_as_they_were_typed() -> None:
    grounds = ("- Căn cứ Quy định số 399-QĐ/TW;", "- Căn cứ Quy chế làm việc,")
    sheet = printed(body_text="\n\n".join((*grounds, "Ban Thường vụ kết luận./.")))
    lines = [sheet.line(ground) for ground in grounds]
    assert [(line.text, line.face) for line in lines] == [(ground, "") for ground in grounds]
    assert [line.left for line in lines] == [pytest.approx(40, abs=MM)] * 2
    assert sheet.line("Ban Thường vụ").text == "Ban Thường vụ kết luận./."


@pytest.mark.parametrize("day", [date(2025, 12, 5), date(2026, 6, 1)])
def test_the_urgency_stands_under_the_number_in_red(day: date) -> None:
    sheet = printed(urgency="Thượng khẩn", profile_day=day, body_text=SENTENCE)
    mark, number = sheet.line("THƯỢNG KHẨN"), sheet.line("Số 05")
    red, green, blue = mark.colour
    assert red > 0.6
    assert green == blue == 0
    assert mark.middle == pytest.approx(number.middle, abs=MM)
    assert 4 < mark.base - number.base < 9


def test_a_post_without_an_authority_is_bold(letter: Printed) -> None:
    assert letter.line("BÍ THƯ").face == "Bold"


def test_blanks_are_left_for_number_and_date() -> None:
    sheet = printed(number=None, issued_on=None, issued_partial="năm 2025", body_text=SENTENCE)
    words = [" ".join(line.text.split()) for line in sheet.page(1)]
    assert "Kiến An, ngày" in words or "Kiến An, ngày tháng năm 2025" in words
    assert blank_mm(sheet, "Số", "-TB/ĐU") > 6


def blank_mm(sheet: Printed, before: str, after: str) -> float:
    """The room between two words of one line, however the reader cut it."""
    row = [line for line in sheet.lines if line.text.startswith((before, after))]
    if len(row) == 1:
        assert row[0].text == f"{before}      {after}"
        return 6 * 14 * 0.25 * 25.4 / 72
    left, right = sorted(row, key=lambda line: line.left)
    return right.left - left.right


def boxes_overlap(a: Line, b: Line) -> bool:
    return a.left < b.right and b.left < a.right and a.top < b.base and b.top < a.base


def test_the_longest_names_and_places_fit_without_touching() -> None:
    sheet = printed(
        superior="ĐẢNG BỘ THÀNH PHỐ HỒ CHÍ MINH",
        issuer="BAN CHỈ ĐẠO THỰC HIỆN CÁC CÔNG TRÌNH TRỌNG ĐIỂM TRÊN ĐỊA BÀN THÀNH PHỐ",
        symbol="-KL/UBKTTU",
        number=None,
        place="Thành phố Hồ Chí Minh",
        issued_on=date(2026, 12, 27),
        body_text=SENTENCE,
    )
    head = [line for line in sheet.lines if line.base < sheet.line("THÔNG BÁO").top]
    date_line = sheet.line("Thành phố Hồ Chí Minh, ngày 27 tháng 12 năm 2026")
    assert date_line.right - date_line.left == pytest.approx(106.3, abs=MM)
    assert min(line.left for line in head) >= 30
    assert max(line.right for line in head) <= 195
    assert not [(a, b) for i, a in enumerate(head) for b in head[i + 1 :] if boxes_overlap(a, b)]
