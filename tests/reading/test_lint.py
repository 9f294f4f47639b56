"""Errors that real notices hold, and their like that are none."""

import pytest

from directives.reading import Warning as Doubtful
from directives.reading import read
from tests.reading.conftest import FOOT, HEAD, TODAY

POINTS = "\n\n".join(f"1.{n}. Đảng ủy xã rà soát quỹ đất khu {n}." for n in range(1, 5))
INLINE = "1. Giao UBND xã: (1) Rà soát quỹ đất; (2) Kiểm tra chợ; (3) Sửa chữa cầu ({} nội dung kiến nghị trên trả lời trước ngày 10/12/2025)."


def warnings_of(text: str) -> list[str]:
    return [one.code for one in read(text, today=TODAY).warnings]


def warned(passage: str) -> list[str]:
    return warnings_of(HEAD + passage + FOOT)


PASSAGES = {
    "no body": ("1. Rà soát tiến độ các dự án.", ["no-body"]),
    "a body": ("1. UBND xã rà soát tiến độ các dự án.", []),
    "a day before the issue": ("1. UBND xã báo cáo trước ngày 01/11/2025.", ["past-deadline"]),
    "the day of issue": ("1. UBND xã báo cáo trước ngày 18/11/2025.", []),
    "a report without a day": (
        "1. UBND xã rà soát quỹ đất, báo cáo Ban Thường vụ Đảng ủy.",
        ["no-deadline"],
    ),
    "a report that comes back": (
        "1. UBND xã rà soát quỹ đất, hằng tháng báo cáo Ban Thường vụ Đảng ủy.",
        [],
    ),
    "one code with two dates": (
        "1. UBND xã thực hiện Nghị quyết số 03-NQ/HU, ngày 04/5/2023.\n\n2. Công an xã thực hiện Nghị quyết số 03-NQ/HU, ngày 04/5/2022.",
        ["two-dates"],
    ),
    "one code with one date": (
        "1. UBND xã thực hiện Nghị quyết số 03-NQ/HU, ngày 04/5/2023.\n\n2. Công an xã thực hiện Nghị quyết số 03-NQ/HU.",
        [],
    ),
    "an appendix that is not there": (
        "1. UBND xã trả lời kiến nghị (có Phụ lục kèm theo).",
        ["no-appendix"],
    ),
    "an appendix that is there": (
        "1. UBND xã trả lời kiến nghị (có Phụ lục kèm theo).\n\nPHỤ LỤC\n\n1 | Đường liên thôn",
        [],
    ),
    "an appendix of another document": (
        "1. UBND xã rà soát các dự án theo phụ lục kèm Báo cáo số 14/BC-UBND.",
        [],
    ),
    "an appendix of this one": (
        "1. UBND xã rà soát các dự án theo phụ lục kèm theo Thông báo này.",
        ["no-appendix"],
    ),
    "more announced than listed": (
        f"1. Đảng ủy xã thực hiện 05 nhiệm vụ sau:\n\n{POINTS}",
        ["wrong-count"],
    ),
    "as many announced as listed": (
        f"1. Đảng ủy xã thực hiện 04 nhóm nhiệm vụ trọng tâm sau đây:\n\n{POINTS}",
        [],
    ),
    "fewer looked back on": (
        f"1. Đảng ủy xã tập trung:\n\n{POINTS}\n\nĐảng ủy xã báo cáo kết quả 03 nhóm nhiệm vụ trên đây trước ngày 10/12/2025.",
        ["wrong-count"],
    ),
    "as many looked back on": (
        f"1. Đảng ủy xã tập trung:\n\n{POINTS}\n\nĐảng ủy xã báo cáo kết quả 04 nhóm nhiệm vụ trên đây trước ngày 10/12/2025.",
        [],
    ),
    "inline points miscounted": (INLINE.format("04"), ["wrong-count"]),
    "inline points counted": (INLINE.format("03"), []),
    "a count of something else": (
        f"1. Đảng ủy xã xử lý 07 kiến nghị trên địa bàn, tập trung:\n\n{POINTS}",
        [],
    ),
}


@pytest.mark.parametrize("name", PASSAGES)
def test_what_a_passage_is_warned_of(name: str) -> None:
    passage, codes = PASSAGES[name]

    assert warned(passage) == codes


def meeting(host: str, reporter: str) -> str:
    return (
        f"THÔNG BÁO\nKết luận\n\nNgày 17/11/2025, Ban Thường vụ làm việc với {host}. Sau khi nghe Báo cáo số 12-BC/ĐU, "
        f"ngày 10/11/2025 của {reporter} và ý kiến của Đảng ủy xã Hòa Bình, Ban Thường vụ kết luận như sau:\n\n"
        "1. UBND xã rà soát quy hoạch."
    )


MEETINGS = [
    ("Đảng ủy xã Đông Hải", "Đảng ủy xã Đông Hải", []),
    ("Đảng ủy xã Đông Hải", "Đảng ủy xã Tân Lập phục vụ buổi làm việc", ["other-body"]),
    ("lãnh đạo phường 2", "Đảng ủy phường 3", ["other-body"]),
    ("Đảng ủy xã Đông Hải", "Sở Tài chính tỉnh Bình Sơn Hà", []),
    ("Đảng ủy xã Đông Hải và xã Tân Lập", "Đảng ủy xã Tân Lập", []),
    ("Đảng ủy xã Đông Hải", "Đảng ủy xã", []),
]


@pytest.mark.parametrize(("host", "reporter", "codes"), MEETINGS)
def test_a_report_of_another_place_than_the_one_met(
    host: str, reporter: str, codes: list[str]
) -> None:
    assert warnings_of(meeting(host, reporter)) == codes


def test_the_warning_stands_on_the_other_place() -> None:
    reading = read(meeting("Đảng ủy xã Đông Hải", "Đảng ủy xã Tân Lập"), today=TODAY)

    (warning,) = reading.warnings

    assert warning.sentence == "Buổi làm việc với xã Đông Hải nhưng báo cáo là của xã Tân Lập."
    assert reading.text[warning.start : warning.end] == "xã Tân Lập"


SIGNATURES = [
    ("THƯỜNG TRỰC ĐẢNG ỦY", "T/M BAN THƯỜNG VỤ", ["other-signer"]),
    ("THƯỜNG TRỰC ĐẢNG ỦY", "T/L BAN THƯỜNG VỤ", []),
    ("BAN THƯỜNG VỤ ĐẢNG ỦY", "T/M BAN THƯỜNG VỤ", []),
    ("BAN THƯỜNG VỤ ĐẢNG ỦY", "TM. ỦY BAN NHÂN DÂN", ["other-signer"]),
    ("BAN THƯỜNG VỤ ĐẢNG ỦY", "T/M ĐẢNG ỦY", []),
]


@pytest.mark.parametrize(("concludes", "signs", "codes"), SIGNATURES)
def test_a_signature_for_another_body(concludes: str, signs: str, codes: list[str]) -> None:
    head = HEAD.replace("BAN THƯỜNG VỤ ĐẢNG ỦY", concludes)
    text = f"{head}1. UBND xã rà soát.{FOOT.replace('T/M BAN THƯỜNG VỤ', signs)}"

    assert warnings_of(text) == codes


def test_a_draft_without_a_day_of_issue_is_held_against_the_meeting() -> None:
    text = (HEAD + "1. UBND xã báo cáo trước ngày 10/11/2025." + FOOT).replace(
        "Đông Hải, ngày 18 tháng 11 năm 2025", "Đông Hải, ngày … tháng 11 năm 2025"
    )

    assert [one.sentence for one in read(text, today=TODAY).warnings] == [
        "Thời hạn “trước ngày 10/11/2025” trước ngày họp."
    ]


def test_an_introduction_and_an_item_may_date_one_document_twice() -> None:
    text = HEAD.replace(
        "Sau khi nghe", "Thực hiện Kế hoạch số 5-KH/ĐU ngày 01/11/2025, sau khi nghe"
    )
    text += "1. UBND xã thực hiện Kế hoạch số 5-KH/ĐU ngày 02/11/2025." + FOOT

    warnings: tuple[Doubtful, ...] = read(text, today=TODAY).warnings

    assert [one.code for one in warnings] == ["two-dates"]
