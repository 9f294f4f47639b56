"""Head and foot of the paper."""

from datetime import date

import pytest

from directives.reading import Recipient, Signer, read
from tests.reading.conftest import FOOT, HEAD, TODAY

BODY = "1. Giao UBND xã rà soát./."


def test_a_party_notice_is_read_from_letterhead_to_signature() -> None:
    header = read(HEAD + BODY + FOOT, today=TODAY).header

    assert (header.kind, header.number, header.symbol, header.code) == (
        "THÔNG BÁO",
        12,
        "-TB/ĐU",
        "12-TB/ĐU",
    )
    assert (header.place, header.issued_on, header.meeting_on) == (
        "Đông Hải",
        date(2025, 11, 18),
        date(2025, 11, 17),
    )
    assert header.subject == "KẾT LUẬN CỦA BAN THƯỜNG VỤ ĐẢNG ỦY"
    assert header.issuer == "ĐẢNG ỦY XÃ ĐÔNG HẢI"
    assert header.signer == Signer("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Nguyễn Văn Bình")
    assert header.recipients == (Recipient("Như trên"), Recipient("Lưu VPĐU."))
    assert header.ending == "./."


NUMBERS = [
    ("Số 16 -KL/BCĐ", 16, "-KL/BCĐ", "16-KL/BCĐ"),
    ("Số: 634/TB-VPCP", 634, "/TB-VPCP", "634/TB-VPCP"),
    ("Số: 05/TB-UBND", 5, "/TB-UBND", "05/TB-UBND"),
    ("Số     -TB/ĐU", None, "-TB/ĐU", ""),
    ("Số: /TB-VP", None, "/TB-VP", ""),
]


@pytest.mark.parametrize(("line", "number", "symbol", "code"), NUMBERS)
def test_number_and_symbol_with_their_joining_mark(
    line: str, number: int | None, symbol: str, code: str
) -> None:
    header = read(f"{line}\n\nTHÔNG BÁO\nKết luận\n\n{BODY}", today=TODAY).header

    assert (header.number, header.symbol, header.code) == (number, symbol, code)


DATES = [
    ("Đông Hải, ngày 08 tháng 7 năm 2025", date(2025, 7, 8), ""),
    ("Đông Hải, ngày     tháng 11 năm 2025", None, "tháng 11 năm 2025"),
    ("Đông Hải, ngày     tháng      năm 2025", None, "năm 2025"),
    ("TP. Đông Hải, ngày 1 tháng 02 năm 2025", date(2025, 2, 1), ""),
]


@pytest.mark.parametrize(("line", "issued_on", "partial"), DATES)
def test_the_date_of_issue_and_what_is_left_of_it(
    line: str, issued_on: date | None, partial: str
) -> None:
    header = read(f"{line}\n\nTHÔNG BÁO\nKết luận\n\n{BODY}", today=TODAY).header

    assert (header.issued_on, header.issued_partial) == (issued_on, partial)


MEETINGS = [
    ("Ngày 05 tháng 8 năm 2025, Ban Thường vụ họp", date(2025, 8, 5)),
    ("Từ ngày 08 đến ngày 09 tháng 11 năm 2025, Đoàn công tác kiểm tra", date(2025, 11, 9)),
    ("Sáng ngày 28/8/2025, Đoàn công tác làm việc", date(2025, 8, 28)),
    (
        "Thực hiện Kế hoạch 18-KH/ĐU, ngày 17/8/2025; ngày 20/8/2025, Bí thư Đảng ủy đối thoại",
        date(2025, 8, 20),
    ),
]


@pytest.mark.parametrize(("opening", "meeting_on"), MEETINGS)
def test_the_day_of_the_meeting_is_no_cited_day(opening: str, meeting_on: date) -> None:
    text = f"THÔNG BÁO\nKết luận hội nghị\n\n{opening} và kết luận như sau:\n\n{BODY}"

    assert read(text, today=TODAY).header.meeting_on == meeting_on


def test_a_copy_on_a_web_page_tells_its_number_in_its_first_sentence() -> None:
    text = "Ngày 03/12/2025, UBND tỉnh Đông Hải ban hành Thông báo 65/TB-UBND năm 2025.\n\n- Giao Sở Y tế rà soát."

    header = read(text, today=TODAY).header

    assert (header.kind, header.code, header.issued_on, header.issuer) == (
        "THÔNG BÁO",
        "65/TB-UBND",
        date(2025, 12, 3),
        "UBND tỉnh Đông Hải",
    )


def test_marks_of_urgency_and_circulation_are_kept_apart_from_the_issuer() -> None:
    text = "ĐẢNG ỦY XÃ ĐÔNG HẢI\n\nKHẨN\n\nLƯU HÀNH NỘI BỘ\n\nTHÔNG BÁO\nKết luận\n\n" + BODY

    header = read(text, today=TODAY).header

    assert (header.issuer, header.urgency, header.circulation) == (
        "ĐẢNG ỦY XÃ ĐÔNG HẢI",
        "KHẨN",
        "LƯU HÀNH NỘI BỘ",
    )


def test_a_recipient_that_must_act_is_marked() -> None:
    text = (
        HEAD + BODY + "\n\nNơi nhận:\n- Thường trực Đảng ủy (b/c),\n- UBND xã (t/h),\n- Lưu VP.\n"
    )

    header = read(text, today=TODAY).header

    assert [(one.text, one.to_do) for one in header.recipients] == [
        ("Thường trực Đảng ủy (b/c)", False),
        ("UBND xã (t/h)", True),
        ("Lưu VP.", False),
    ]


def test_a_title_held_beside_the_post_belongs_to_the_signer() -> None:
    text = (
        HEAD
        + BODY
        + "\n\nNơi nhận:\n- Lưu VP.\n\nBÍ THƯ\n\n(kiêm)\n\nTRƯỞNG BAN CHỈ ĐẠO\n\nLê Thị Hoa"
    )

    assert read(text, today=TODAY).header.signer == Signer(
        "", "BÍ THƯ (kiêm) TRƯỞNG BAN CHỈ ĐẠO", "Lê Thị Hoa"
    )


def test_the_superior_stands_above_the_issuer() -> None:
    text = "HUYỆN ỦY BẮC SƠN\n\nĐẢNG ỦY XÃ ĐÔNG HẢI\n\nTHÔNG BÁO\nKết luận\n\n" + BODY

    header = read(text, today=TODAY).header

    assert (header.superior, header.issuer) == ("HUYỆN ỦY BẮC SƠN", "ĐẢNG ỦY XÃ ĐÔNG HẢI")


def test_columns_typed_side_by_side_are_read_one_after_the_other() -> None:
    text = (
        "HUYỆN ỦY BẮC SƠN              ĐẢNG CỘNG SẢN VIỆT NAM\n"
        "ĐẢNG ỦY XÃ ĐÔNG HẢI        Đông Hải, ngày 03 tháng 10 năm 2025\n"
        "       *\nSố 15-TB/ĐU\n\n                 THÔNG BÁO\n       Kết luận của Ban Thường vụ\n\n"
        "1. Giao UBND xã rà soát.\n\n"
        "Nơi nhận:                      T/L BAN THƯỜNG VỤ\n"
        "- UBND xã (t/h),               CHÁNH VĂN PHÒNG\n"
        "- Lưu VP.\n\n                               Phạm Thị Hằng\n"
    )

    header = read(text, today=TODAY).header

    assert (header.superior, header.issuer, header.issued_on) == (
        "HUYỆN ỦY BẮC SƠN",
        "ĐẢNG ỦY XÃ ĐÔNG HẢI",
        date(2025, 10, 3),
    )
    assert header.signer == Signer("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Phạm Thị Hằng")
    assert [one.text for one in header.recipients] == ["UBND xã (t/h)", "Lưu VP."]


TELEGRAM = """ỦY BAN NHÂN DÂN TỈNH ĐÔNG HẢI

Số: 09/CĐ-UBND

Đông Hải, ngày 18 tháng 11 năm 2025

CÔNG ĐIỆN
Về việc ứng phó với mưa lũ

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:
- Thủ trưởng các sở, ban, ngành;
- Chủ tịch UBND các xã, phường.

Ngày 17/11/2025, mưa lớn gây ngập tại nhiều nơi. Chủ tịch UBND tỉnh yêu cầu:

1. Công an tỉnh bố trí lực lượng.
"""


def test_whom_a_telegram_goes_to_is_neither_its_subject_nor_an_item() -> None:
    reading = read(TELEGRAM, today=TODAY)

    assert reading.header.subject == "Về việc ứng phó với mưa lũ"
    assert [(item.kind.value, item.text[:20]) for item in reading.items] == [
        ("heading", "Ngày 17/11/2025, mưa"),
        ("directive", "Công an tỉnh bố trí "),
    ]


def test_what_happened_is_no_meeting() -> None:
    assert read(TELEGRAM, today=TODAY).header.meeting_on is None


def test_a_copy_prints_number_and_day_behind_the_title() -> None:
    text = "THÔNG BÁO\nKẾT LUẬN CỦA THƯỜNG TRỰC\n\nSố: 18/TB-VP\n\nĐông Hải, ngày 18 tháng 11 năm 2025\n\n1. Giao UBND xã rà soát."

    reading = read(text, today=TODAY)

    assert (reading.header.code, reading.header.issued_on) == ("18/TB-VP", date(2025, 11, 18))
    assert [item.number for item in reading.items] == ["1"]


def test_the_subject_of_a_letter_ends_where_the_motto_begins() -> None:
    text = (
        "UBND TỈNH ĐÔNG HẢI\nSố: 45/UBND-TCD\nV/v tiếp công dân tháng 11\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nĐông Hải, ngày 18 tháng 11 năm 2025\n\nKính gửi: Thanh tra tỉnh.\n\n1. Thanh tra tỉnh xác minh."
    )

    header = read(text, today=TODAY).header

    assert (header.subject, header.place) == ("V/v tiếp công dân tháng 11", "Đông Hải")


GREETED = "\nKính gửi:\n- Sở Xây dựng;\n- UBND xã.\nXét đề nghị của Sở Xây dựng, Thường trực có ý kiến như sau:\n"
LETTERHEAD = "VĂN PHÒNG TỈNH ỦY\nSố: 77/VPTU-TH\nV/v đôn đốc tiến độ\nDự án cầu Đông Hải\n"
DATE_LINES = [
    "Đông Hải, ngày 12 tháng 11 năm 2025",
    "Đông Hải, ngày 12\ntháng 11 năm 2025",
    "Đông Hải, ngày 12\ntháng 11\nnăm 2025",
    "Đông Hải,\nngày 12 tháng 11 năm 2025",
    "*Đông Hải, ngày 12 tháng\n11 năm 2025*",
    "Đông Hải, ngày 12/11/2025",
]


@pytest.mark.parametrize("line", DATE_LINES)
def test_the_date_line_of_a_letter_may_be_wrapped_without_blank_lines(line: str) -> None:
    header = read(LETTERHEAD + line + GREETED + BODY + FOOT, today=TODAY).header

    assert (header.kind, header.code, header.issued_on, header.subject) == (
        "CÔNG VĂN",
        "77/VPTU-TH",
        date(2025, 11, 12),
        "V/v đôn đốc tiến độ Dự án cầu Đông Hải",
    )


COPIES = [
    (
        "Toàn văn Kết luận số 91-KL/TU của Ban Thường vụ Tỉnh ủy về sắp xếp\n\nBan Thường vụ kết luận như sau:",
        ("KẾT LUẬN", "91-KL/TU", None),
    ),
    (
        "# TOÀN VĂN: THÔNG BÁO 65/TB-UBND CỦA UBND TỈNH\n\nChủ tịch UBND tỉnh kết luận như sau:",
        ("THÔNG BÁO", "65/TB-UBND", None),
    ),
    (
        "Văn phòng Chính phủ vừa ban hành Thông báo số 418/TB-VPCP ngày 12/8/2025 kết luận của Phó Thủ tướng.",
        ("THÔNG BÁO", "418/TB-VPCP", date(2025, 8, 12)),
    ),
    (
        "Ngày 12/8/2025, Bí thư Tỉnh ủy đã ký ban hành Kết luận số 91-KL/TU về sắp xếp đơn vị.",
        ("KẾT LUẬN", "91-KL/TU", date(2025, 8, 12)),
    ),
    (
        "Tại Thông báo số 418/TB-VPCP ngày 12 tháng 8 năm 2025, Phó Thủ tướng Chính phủ kết luận như sau:",
        ("THÔNG BÁO", "418/TB-VPCP", date(2025, 8, 12)),
    ),
    (
        "(Đông Hải) - UBND tỉnh mới ban hành Công văn số 65/UBND-KT, ngày 03/12/2025 về chợ.",
        ("CÔNG VĂN", "65/UBND-KT", date(2025, 12, 3)),
    ),
]


@pytest.mark.parametrize(("opening", "head"), COPIES)
def test_a_copy_tells_its_head_in_a_headline_or_its_first_sentence(
    opening: str, head: tuple[str, str, date | None]
) -> None:
    header = read(f"{opening}\n\n1. Giao Sở Y tế rà soát.\n", today=TODAY).header

    assert (header.kind, header.code, header.issued_on) == head


def test_a_paper_that_opens_with_another_papers_number_keeps_its_own() -> None:
    text = (
        HEAD.replace("Ngày 17/11/2025,", "Theo Thông báo số 9-TB/TU ngày 02/9/2025,") + BODY + FOOT
    )

    header = read(text, today=TODAY).header

    assert (header.code, header.issued_on) == ("12-TB/ĐU", date(2025, 11, 18))


def test_what_a_copy_is_about_stands_behind_its_number() -> None:
    text = "Ngày 03/12/2025, UBND tỉnh đã có Thông báo 65/TB-UBND năm 2025 về kết luận của Chủ tịch UBND tỉnh.\n\n- Giao Sở Y tế rà soát."

    assert read(text, today=TODAY).header.subject == "kết luận của Chủ tịch UBND tỉnh"


GLUED = """# TOÀN VĂN: KẾT LUẬN 91-KL/TU CỦA BAN THƯỜNG VỤ TỈNH ỦY

### Nội dung chính

**KẾT LUẬNCỦA BAN THƯỜNG VỤ TỈNH ỦYvề sắp xếp đơn vị từ nay đến ngày 30/6/2026**

Tại phiên họp ngày 16/10/2025, sau khi nghe báo cáo (Báo cáo số 38-BC/BTC, ngày 14/10/2025), Ban Thường vụ kết luận như sau:**1. Giao Sở Nội vụ rà soát. **

**2. Giao Sở Y tế rà soát.**
"""


def test_breaks_lost_between_bold_words_are_found_again() -> None:
    reading = read(GLUED, today=TODAY)

    header = reading.header
    assert (header.kind, header.code, header.issuer, header.subject, header.meeting_on) == (
        "KẾT LUẬN",
        "91-KL/TU",
        "BAN THƯỜNG VỤ TỈNH ỦY",
        "về sắp xếp đơn vị từ nay đến ngày 30/6/2026",
        date(2025, 10, 16),
    )
    assert [item.text for item in reading.items] == [
        "Giao Sở Nội vụ rà soát.",
        "Giao Sở Y tế rà soát.",
    ]


@pytest.mark.parametrize(
    "motto",
    ["ĐẢNG\nCỘNG SẢN VIỆT NAM", "ĐẢNG CỘNG SẢN\nVIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"],
)
def test_a_wrapped_motto_is_no_issuer(motto: str) -> None:
    text = f"**ĐẢNG ỦY XÃ ĐÔNG HẢI**\n\n**{motto}**\n\nSố 12-TB/ĐU\n\nTHÔNG BÁO\nKết luận\n\n{BODY}{FOOT}"

    header = read(text, today=TODAY).header

    assert (header.issuer, header.superior) == ("ĐẢNG ỦY XÃ ĐÔNG HẢI", "")


MORE_MEETINGS = [
    ("Trong các ngày 08, 09 và 10 tháng 11 năm 2025, Ban Thường vụ họp", date(2025, 11, 10)),
    ("Trong 02 ngày 08 và 09/11/2025, Ban Thường vụ họp", date(2025, 11, 9)),
    ("Chiều 10/11/2025, Thường trực Đảng ủy họp", date(2025, 11, 10)),
    ("Vào hồi 14 giờ 00 phút, ngày 10/11/2025, Thường trực Đảng ủy họp", date(2025, 11, 10)),
    ("Xét Tờ trình số 31-TTr/ĐU, ngày 01/11/2025; tại cuộc họp ngày 10/11/2025, Thường trực thảo luận", date(2025, 11, 10)),
    ("Hội nghị lần thứ 5 tổ chức ngày 10/11/2025 đã thảo luận", date(2025, 11, 10)),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "meeting_on"), MORE_MEETINGS)
def test_the_meeting_is_dated_by_its_last_day_or_by_a_part_of_the_day(
    opening: str, meeting_on: date
) -> None:
    text = f"THÔNG BÁO\nKết luận hội nghị\n\n{opening} và kết luận như sau:\n\n{BODY}"

    assert read(text, today=TODAY).header.meeting_on == meeting_on


def test_a_signers_name_may_be_wrapped() -> None:
    text = (
        HEAD
        + BODY
        + "\n\nNơi nhận:\n- Lưu VP.\n\n**K/T CHÁNH\nVĂN PHÒNG**\nPHÓ CHÁNH VĂN PHÒNG\nLê Văn\nSáu\n"
    )

    assert read(text, today=TODAY).header.signer.name == "Lê Văn Sáu"


def test_a_title_may_bear_the_number_itself() -> None:
    text = f"ĐẢNG ỦY XÃ\n\nTHÔNG BÁO SỐ 12-TB/ĐU\nKết luận của Ban Thường vụ\n\n{BODY}{FOOT}"

    header = read(text, today=TODAY).header

    assert (header.code, header.subject) == ("12-TB/ĐU", "Kết luận của Ban Thường vụ")


def test_a_summary_that_names_its_session_is_the_summary() -> None:
    paper = "KẾT LUẬN\nPhiên họp thứ ba của Ban Chỉ đạo chuyển đổi số\n-----\n\n1. Giao UBND phường rà soát."

    assert read(paper, today=TODAY).header.subject == (
        "Phiên họp thứ ba của Ban Chỉ đạo chuyển đổi số"
    )


FEET = [
    "Nơi nhận: Như trên; Công an xã; Lưu VP.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nNguyễn Văn Bình",
    "Nơi nhận:\n- Như trên;\n- Công an xã;\n- Lưu VP.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n(đã ký)\nNguyễn Văn Bình",
    "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nNguyễn Văn Bình\n\nNơi nhận:\n- Như trên;\n- Công an xã;\n- Lưu VP.",
    "Nơi nhận:            T/M BAN THƯỜNG VỤ\n- Như trên;              BÍ THƯ\n- Công an xã;\n- Lưu VP.           (Đã ký)\n\n                    Nguyễn Văn Bình",
]


@pytest.mark.parametrize("foot", FEET)
def test_recipients_and_signer_are_read_in_every_layout_of_the_foot(foot: str) -> None:
    header = read(f"{HEAD}{BODY}\n\n{foot}\n", today=TODAY).header

    assert header.signer == Signer("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Nguyễn Văn Bình")
    assert [one.text for one in header.recipients] == ["Như trên", "Công an xã", "Lưu VP."]


def test_a_name_in_capitals_is_no_part_of_the_post() -> None:
    text = HEAD + BODY + "\n\nNơi nhận:\n- Lưu VP.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nNGUYỄN VĂN BÌNH"

    assert read(text, today=TODAY).header.signer == Signer(
        "T/M BAN THƯỜNG VỤ", "BÍ THƯ", "NGUYỄN VĂN BÌNH"
    )


MEETINGS = [
    ("Trước đó, ngày 03/10/2025, UBND tỉnh đã công bố tình huống khẩn cấp. Chiều 16/10/2025, Chủ tịch UBND tỉnh làm việc với các sở.", date(2025, 10, 16)),
    ("Theo Kế hoạch ban hành ngày 06/01/2025, Sở Y tế đã giao ban khối điều trị vào chiều ngày 03/11/2025 và giao ban khối dự phòng vào sáng ngày 05/11/2025.", date(2025, 11, 5)),
    ("Từ ngày 03/11 đến ngày 06/11/2025, Đoàn kiểm tra (thành lập theo Quyết định số 27/QĐ-BCĐ ngày 20/10/2025) đã kiểm tra tại các xã.", date(2025, 11, 6)),
]  # fmt: skip


@pytest.mark.parametrize(("told", "day"), MEETINGS)
def test_the_meeting_is_told_among_other_days(told: str, day: date) -> None:
    text = f"THÔNG BÁO\nKết luận của Chủ tịch\n\n{told} Chủ tịch kết luận như sau:\n\n{BODY}"

    assert read(text, today=TODAY).header.meeting_on == day


def test_a_letter_tells_of_a_meeting_behind_its_day() -> None:
    text = f"Số: 8/UBND-KT\n\nKính gửi: Các sở.\n\nNgày 10/11/2025, Chủ tịch UBND tỉnh đã chủ trì cuộc họp về bão. Chủ tịch có ý kiến như sau:\n\n{BODY}"

    assert read(text, today=TODAY).header.meeting_on == date(2025, 11, 10)
