"""Papers as copies hold them: heads kept as tables, pages of the news, letters lost by a scanner. Places are invented."""

from datetime import date

import pytest

from directives.reading import Recipient, Signer, read
from tests.reading.conftest import TODAY

TABLE = """| **VĂN PHÒNG HUYỆN ỦY**<br>------- | **ĐẢNG CỘNG SẢN VIỆT NAM** |
| --- | --- |
| Số: 37/TB-VP | *Đông Hải, ngày 17 tháng 8 năm 2025* |

**THÔNG BÁO**

Kết luận của Thường trực Huyện ủy

Ngày 08 tháng 8 năm 2025, Thường trực Huyện ủy họp và kết luận như sau:

1. Giao UBND xã rà soát quỹ đất.

| **Nơi nhận:**<br>- Thường trực Huyện ủy;<br>- Lưu: VT. | **T/L BAN THƯỜNG VỤ**<br>**CHÁNH VĂN PHÒNG**<br><br>**Lê Văn Tám** |
| --- | --- |
"""


def test_a_head_and_a_foot_kept_as_tables_are_read_cell_by_cell() -> None:
    header = read(TABLE, today=TODAY).header

    assert (header.code, header.place, header.issued_on) == (
        "37/TB-VP",
        "Đông Hải",
        date(2025, 8, 17),
    )
    assert header.recipients == (Recipient("Thường trực Huyện ủy"), Recipient("Lưu: VT."))
    assert header.signer == Signer("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Lê Văn Tám")


def test_lines_of_a_cell_that_a_copy_ran_together_are_parted() -> None:
    foot = "| ***Nơi nhận:*** - Các chi bộ; - Lưu: VT. | **T/L BAN THƯỜNG VỤ** **CHÁNH VĂN PHÒNG** **Lê Văn Tám** |"
    header = read(f"THÔNG BÁO\nKết luận\n\n1. Giao UBND xã rà soát.\n\n{foot}", today=TODAY).header

    assert header.recipients == (Recipient("Các chi bộ"), Recipient("Lưu: VT."))
    assert header.signer == Signer("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Lê Văn Tám")


def test_a_paragraph_goes_on_over_the_end_of_its_page() -> None:
    page = """1. Giao Văn phòng theo dõi, đôn đốc, tổng hợp kết quả thực hiện Thông báo
này, báo cáo Ban Thường vụ.

2. Giao đồng chí Phó Chủ tịch trực tiếp chỉ đạo Ban Quản lý dự án, Phòng

                                   2

Tài nguyên và Môi trường hoàn thành khu tái định cư trong quý III/2026."""
    items = read(f"THÔNG BÁO\nKết luận\n\n{page}", today=TODAY).items

    assert [[one.text for one in item.deadlines] for item in items] == [[], ["trong quý III/2026"]]


SIGNED = """Kết luận của Ban Thường vụ về công tác cán bộ

Ngày 30/10/2025, đồng chí Lê Văn Tám, Phó Bí thư, Thường trực Tỉnh ủy đã ký ban hành Kết luận của Ban Thường vụ về công tác cán bộ (Kết luận số 21-KL/TU). Trân trọng giới thiệu toàn văn:

**KẾT LUẬN**

**CỦA BAN THƯỜNG VỤ**

**về công tác cán bộ**

Tại phiên họp ngày 28/10/2025, Ban Thường vụ kết luận như sau:

1. Giao Ban Tổ chức rà soát.
"""


def test_the_news_of_who_signed_tells_number_and_day() -> None:
    header = read(SIGNED, today=TODAY).header

    assert (header.code, header.issued_on) == ("21-KL/TU", date(2025, 10, 30))
    assert header.issuer == "BAN THƯỜNG VỤ"


def test_a_signature_beside_the_last_recipient_is_none() -> None:
    foot = "Nơi nhận:\n- Các chi bộ;\n- Lưu: VT. | CHÁNH VĂN PHÒNG\nLê Văn Tám |"
    header = read(f"THÔNG BÁO\nKết luận\n\n1. Giao UBND xã rà soát.\n\n{foot}", today=TODAY).header

    assert header.recipients == (Recipient("Các chi bộ"), Recipient("Lưu: VT."))
    assert header.signer.name == "Lê Văn Tám"


NEWS = """Phát triển làng nghề năm 2025

Thứ sáu - 19/12/2025 08:14

Văn phòng Huyện ủy ra Thông báo số 76/TB-VP ngày 18 tháng 12 năm 2025 về kết luận của Thường trực, nội dung như sau:

Ngày 16 tháng 12 năm 2025, Thường trực Huyện ủy họp và kết luận như sau:

1. Giao UBND xã rà soát làng nghề.
"""


def test_a_page_of_the_news_tells_number_and_day_before_the_paper_tells_of_the_meeting() -> None:
    reading = read(NEWS, today=TODAY)
    header = reading.header

    assert (header.kind, header.code) == ("THÔNG BÁO", "76/TB-VP")
    assert (header.issued_on, header.meeting_on) == (date(2025, 12, 18), date(2025, 12, 16))
    assert [item.number for item in reading.items] == ["1"]


def test_whom_a_telegram_in_the_news_goes_to_is_no_item() -> None:
    words = (
        "Ứng phó bão số 3\n\n(Báo Đông Hải) - Chủ tịch UBND tỉnh vừa ký Công điện số 8/CĐ-UBND ngày 3/9/2025 về ứng phó bão.\n\n"
        "CHỦ TỊCH UBND TỈNH điện:\n\n- Giám đốc Sở Y tế;\n\n- Chủ tịch UBND các xã.\n\n"
        "1. Chủ tịch UBND các xã sơ tán dân trước ngày 05/9/2025."
    )
    reading = read(words, today=TODAY)

    assert (reading.header.code, reading.header.issued_on) == ("8/CĐ-UBND", date(2025, 9, 3))
    assert [[lead.text for lead in item.leads] for item in reading.items] == [
        ["Chủ tịch UBND các xã"]
    ]


SLIPS = [
    "Sổ 57-KL/HU\n\nĐông Hải, ngày 19 tháng 6 năm 2025\n\nKẾT LUẬN\nvề tài liệu lưu trữ",
    "Số 57-KL/HU\n\nĐông Hải, ngày 19 tháng 6 nám 2025\n\nKẾT LUẬN\nvề tài liệu lưu trữ",
    "Số 57-KL/HU\n\nĐông Hải, ngày 19 tháng 6 năm 2025\n\nKÉT LUẬN\nvề tài liệu lưu trữ",
]


@pytest.mark.parametrize("head", SLIPS)
def test_a_letter_lost_by_the_scanner_loses_no_number_day_or_kind(head: str) -> None:
    header = read(f"{head}\n\n1. Giao UBND xã rà soát.", today=TODAY).header

    assert (header.kind, header.code, header.issued_on) == (
        "KẾT LUẬN",
        "57-KL/HU",
        date(2025, 6, 19),
    )


@pytest.mark.parametrize(
    ("told", "meeting_on"),
    [
        ("Tại cuộc họp ngày 10/10/2025, Chủ tịch UBND tỉnh giao:", date(2025, 10, 10)),
        ("Đến ngày 10/10/2025 vẫn còn 41 hộ chưa bàn giao. Chủ tịch UBND tỉnh yêu cầu:", None),
    ],
)
def test_a_letter_has_a_meeting_only_where_it_tells_of_one(
    told: str, meeting_on: date | None
) -> None:
    letter = f"Số: 9/UBND-CN\nV/v bàn giao mặt bằng\nKính gửi:\n- Sở Y tế.\n\n{told}\n\n1. Sở Y tế rà soát."

    assert read(letter, today=TODAY).header.meeting_on == meeting_on


def test_of_two_days_of_a_meeting_the_last_counts() -> None:
    words = "THÔNG BÁO\nKết luận\n\nNgày 02, 03/8/2025, Ban Chỉ đạo họp và kết luận:\n\n1. Giao UBND xã rà soát."

    assert read(words, today=TODAY).header.meeting_on == date(2025, 8, 3)


def test_a_signer_may_hold_two_posts() -> None:
    foot = "T/L TRƯỞNG BAN\nCHÁNH VĂN PHÒNG\nkiêm\nTỔ TRƯỞNG TỔ GIÚP VIỆC\n\nLê Văn Tám"
    words = f"THÔNG BÁO\nKết luận\n\n1. Giao UBND xã rà soát.\n\nNơi nhận:\n- Lưu: VT.\n\n{foot}"

    assert read(words, today=TODAY).header.signer == Signer(
        "T/L TRƯỞNG BAN", "CHÁNH VĂN PHÒNG kiêm TỔ TRƯỞNG TỔ GIÚP VIỆC", "Lê Văn Tám"
    )


UNTITLED = """| Số hiệu | 77/KH-UBND |
| Ngày ban hành | 09/01/2026 |
| Loại văn bản | Kế hoạch |
ỦY BAN NHÂN DÂN |
TỈNH ĐÔNG HẢI |
CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM |
Số: 77/KH-UBND |
Đông Hải, ngày 09 tháng 01 năm 2026 |
SỐ HÓA HỒ SƠ LƯU TRỮ NĂM 2026
1. Sở Nội vụ rà soát danh mục hồ sơ.
"""


def test_a_head_without_a_title_is_known_by_its_number_and_day() -> None:
    reading = read(UNTITLED, today=TODAY)

    assert [item.text for item in reading.items] == ["Sở Nội vụ rà soát danh mục hồ sơ."]
    assert (reading.header.kind, reading.header.code) == ("KẾ HOẠCH", "77/KH-UBND")
    assert reading.header.issued_on == date(2026, 1, 9)
    assert reading.header.subject == "SỐ HÓA HỒ SƠ LƯU TRỮ NĂM 2026"


TIGHT = """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH ĐÔNG HẢI Độc lập - Tự do - Hạnh phúc

Số: 731/UBND-NN Đông Hải, ngày 9 tháng 5 năm 2025

V/v tiêm phòng vụ hè

Kính gửi:

- Giám đốc Sở Y tế.

Chủ tịch UBND tỉnh có ý kiến như sau:

1. Giao Giám đốc: Sở Nông nghiệp và Môi trường, Sở Y tế lập danh sách.
"""


def test_two_columns_with_a_single_space_between_them_are_parted() -> None:
    reading = read(TIGHT, today=TODAY)

    assert (reading.header.code, reading.header.place) == ("731/UBND-NN", "Đông Hải")
    assert (reading.header.issued_on, reading.header.issuer) == (date(2025, 5, 9), "TỈNH ĐÔNG HẢI")
    assert [lead.text for lead in reading.items[-1].leads] == [
        "Giám đốc Sở Nông nghiệp và Môi trường",
        "Giám đốc Sở Y tế",
    ]


def test_a_number_still_blank_parts_no_columns() -> None:
    head = " Số:         /TB-UBND              Đông Hải, ngày 04 tháng 11 năm 2025"
    header = read(f"{head}\n\nTHÔNG BÁO\nKết luận\n\n1. Giao UBND xã rà soát.", today=TODAY).header

    assert (header.symbol, header.place, header.issued_on) == (
        "/TB-UBND",
        "Đông Hải",
        date(2025, 11, 4),
    )


LOOK_ALIKE = """Số 12\u2011TB/TU

Đông Hải, ngày 12 tháng 3 năm 2025

THÔNG BÁO

1. Sở Nông nghiệp và Môi trƣờng phối họp với Sở Y tế hoàn thiện phƣơng án trƣớc ngày 30/4/2025.
"""


def test_letters_of_old_typefaces_and_lost_horns_are_read_as_what_is_meant() -> None:
    reading = read(LOOK_ALIKE, today=TODAY)
    (item,) = reading.items

    assert reading.header.code == "12-TB/TU"
    assert [lead.text for lead in item.leads] == ["Sở Nông nghiệp và Môi trường"]
    assert [body.text for body in item.coordinating] == ["Sở Y tế"]
    assert [limit.due_on for limit in item.deadlines] == [date(2025, 4, 30)]


def test_what_a_web_page_left_in_its_text_is_undone() -> None:
    text = "**SỞ Y TẾ** &nbsp;&nbsp;&nbsp; **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n\nSố: 8/TB-SYT\n\nTHÔNG BÁO\n\n1. Phòng Y &amp; D rà soát."
    reading = read(text, today=TODAY)

    assert reading.header.issuer == "SỞ Y TẾ"
    assert reading.items[-1].text == "Phòng Y & D rà soát."


def test_a_page_of_laws_tells_what_the_letter_below_it_leaves_out() -> None:
    page = "Số/Ký hiệu: 842/UBND-KT\n\nNgày ban hành: 26/11/2025\n\nTrích yếu: Về việc giải quyết kiến nghị\n\nKính gửi:\n\n- Các sở.\n\n1. Giao Sở Y tế rà soát."
    header = read(page, today=TODAY).header

    assert (header.kind, header.code, header.issued_on) == (
        "CÔNG VĂN",
        "842/UBND-KT",
        date(2025, 11, 26),
    )
    assert header.subject == "Về việc giải quyết kiến nghị"


FEET = {
    "columns by tabs": (
        "Nơi nhận:\tTL. CHỦ TỊCH\n- Các sở;\tCHÁNH VĂN PHÒNG\n- Lưu: VT.\t\n\tĐinh Văn Tám",
        ["Các sở", "Lưu: VT."],
        "Đinh Văn Tám",
    ),
    "all in one line": (
        "Nơi nhận: Thường trực Tỉnh ủy (b/c), Các cơ\nquan tham mưu, Lưu Văn phòng.\n\nBÍ THƯ\n\nLê Văn Tám",
        ["Thường trực Tỉnh ủy (b/c)", "Các cơ quan tham mưu", "Lưu Văn phòng."],
        "Lê Văn Tám",
    ),
    "a degree": ("Nơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nPGS.TS. Lê Văn Tám", ["Lưu: VT."], "Lê Văn Tám"),
    "a rank": ("Nơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nThượng tá Lê Văn Tám", ["Lưu: VT."], "Lê Văn Tám"),
    "a name with an apostrophe": ("Nơi nhận:\n- Lưu: VT.\n\nBÍ THƯ\n\nH' Mai Niê", ["Lưu: VT."], "H' Mai Niê"),
    "a word that a scan blurred": ("Nơi nhân:\n- Lưu: VT.\n\nBÍ THƯ\n\nLê Văn Tám", ["Lưu: VT."], "Lê Văn Tám"),
}  # fmt: skip


@pytest.mark.parametrize(("foot", "recipients", "signer"), FEET.values(), ids=FEET)
def test_a_foot_is_read_as_copies_print_it(foot: str, recipients: list[str], signer: str) -> None:
    header = read(f"THÔNG BÁO\nKết luận\n\n1. Giao UBND xã rà soát.\n\n{foot}", today=TODAY).header

    assert [one.text for one in header.recipients] == recipients
    assert header.signer.name == signer
