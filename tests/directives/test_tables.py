"""Tables as they come in: what is read, and what is turned away in words."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from time import process_time
from typing import Any

import pytest
from openpyxl import Workbook

from directives.appendices import HEADS
from directives.sheets import (
    TableRefused,
    as_text,
    columns_of,
    data_rows,
    days_in,
    pasted_rows,
    table_of,
    timings_of,
    titles_of,
)
from tests.directives.tables import bytes_of, xlsx

TODAY = date(2026, 3, 10)


def cells(data: bytes) -> list[list[str]]:
    return [list(row.cells) for row in table_of("bang.xlsx", data).rows]


def without(data: bytes, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> bytes:
    """The package with each part as `change` gives it back; None drops it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            if changed := change(entry.filename, old.read(entry)):
                new.writestr(changed[0], changed[1], zipfile.ZIP_DEFLATED)
    return out.getvalue()


def test_cells_come_as_a_person_reads_them() -> None:
    moment = datetime(2026, 6, 30, 17, 0)  # noqa: DTZ001 (Excel knows no zones)
    rows = [[date(2026, 6, 30), moment, time(8, 5), 3.0, 12.5, True, " a\xa0b "]]

    assert cells(xlsx(rows)) == [
        ["30/06/2026", "17:00 30/06/2026", "08:05", "3", "12,5", "x", "a b"]
    ]


def test_a_percentage_keeps_its_sign() -> None:
    book = Workbook()
    book.active["A1"] = 0.965
    book.active["A1"].number_format = "0.0%"

    assert cells(bytes_of(book)) == [["96,5%"]]


def test_cells_merged_down_all_say_the_same() -> None:
    data = xlsx([["TT", "UBND"], [1, "A"], [2, None], [3, "B"]], merged=["B2:B3"])

    assert cells(data) == [["TT", "UBND"], ["1", "A"], ["2", "A"], ["3", "B"]]


def test_a_row_merged_across_is_told_and_blank_rows_keep_the_numbers() -> None:
    table = table_of("b.xlsx", xlsx([["I. Nhóm"], [], [1, "A", "B"]], merged=["A1:C1"]))

    assert [(row.number, row.spread) for row in table.rows] == [(1, True), (3, False)]


def test_a_formula_counts_for_what_excel_last_saw() -> None:
    book = Workbook()
    book.active.append(["a", "=1+1"])

    assert cells(bytes_of(book)) == [["a"]]


def test_hidden_sheets_are_not_read_and_others_are_told() -> None:
    book = Workbook()
    book.active.title = "Ẩn"
    book.active["A1"] = "ẩn"
    book.active.sheet_state = "hidden"
    book.create_sheet("Trống")
    book.create_sheet("Sổ")["A1"] = "sổ"
    book.create_sheet("Khác")["A1"] = "khác"

    table = table_of("b.xlsx", bytes_of(book))

    assert (table.name, [row.cells[0] for row in table.rows], table.others) == (
        "Sổ",
        ["sổ"],
        ["Khác"],
    )


def marked(place: str) -> bytes:
    """A workbook that bears a secrecy mark somewhere."""
    book = Workbook()
    sheet = book.active
    for number in range(200):
        sheet.append([f"Nội dung {number}"])
    if place == "cell":
        sheet["B150"] = "MẬT"
    elif place == "hidden":
        other = book.create_sheet("Phụ")
        other["A1"], other.sheet_state = "Tối mật", "veryHidden"
    elif place == "margin":
        sheet.oddHeader.center.text = "TUYỆT MẬT"
    else:
        sheet.title = "Mật"
    return bytes_of(book)


@pytest.mark.parametrize("place", ["cell", "hidden", "margin", "title"])
def test_a_secrecy_mark_anywhere_refuses_the_file(place: str) -> None:
    with pytest.raises(TableRefused, match="không tiếp nhận tài liệu bí mật"):
        table_of("b.xlsx", marked(place))


def test_a_secrecy_mark_in_pasted_rows_is_refused() -> None:
    with pytest.raises(TableRefused, match="không tiếp nhận tài liệu bí mật"):
        pasted_rows("TT\tNội dung\n" * 60 + "\tMẬT\n")


def test_words_about_secrecy_are_no_mark() -> None:
    table = pasted_rows("1\tBảo vệ bí mật nhà nước; bảo mật dữ liệu")

    assert table.rows[0].cells == ("1", "Bảo vệ bí mật nhà nước; bảo mật dữ liệu")


def word() -> bytes:
    return without(
        xlsx([["a"]]),
        lambda name, part: ("word/document.xml" if name == "xl/workbook.xml" else name, part),
    )


def bomb() -> bytes:
    huge = b"<!--" + b" " * 70_000_000 + b"-->"
    return without(xlsx([["a"]]), lambda name, part: (name, huge if "sheet1" in name else part))


def entity() -> bytes:
    doctype = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'
    return without(
        xlsx([["a"]]), lambda name, part: (name, doctype + part if "sheet1" in name else part)
    )


def macro() -> bytes:
    return without(
        xlsx([["a"]]),
        lambda name, part: ("xl/vbaProject.bin", b"x") if "theme" in name else (name, part),
    )


def far_row() -> bytes:
    return without(
        xlsx([["a"]]),
        lambda name, part: (
            (name, part.replace(b'r="1"', b'r="1048576"')) if "sheet1" in name else (name, part)
        ),
    )


def faulty() -> bytes:
    book = Workbook()
    book.active["B7"] = "#REF!"
    return bytes_of(book)


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        ("rong.xlsx", lambda: b"", "không có nội dung"),
        ("bang.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Chỉ nhận tệp .xlsx"),
        ("khoa.xlsx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Chỉ nhận tệp .xlsx"),
        ("bang.xlsm", macro, "có macro"),
        ("doi-ten.xlsx", macro, "có macro"),
        ("hong.xlsx", lambda: xlsx([["a"]])[:-200], "bị hỏng"),
        (
            "word.xlsx",
            word,
            "bị hỏng",
        ),
        ("lon.xlsx", lambda: b"PK\x03\x04" + b"0" * 10_000_001, "lớn hơn 10 MB"),
        ("bom.xlsx", bomb, "giải nén ra quá lớn"),
        ("thuc-the.xlsx", entity, "bị hỏng"),
        ("trong.xlsx", lambda: xlsx([]), "Không tìm thấy dòng nào"),
        ("xa.xlsx", far_row, "dùng hơn 100.000 dòng"),
        ("loi.xlsx", faulty, r"Ô B7 .* có lỗi công thức \(#REF!\)"),
        ("dai.xlsx", lambda: xlsx([["a" * 20_001]]), "dài hơn 20.000 ký tự"),
        ("nhieu.xlsx", lambda: xlsx([["a"]] * 10_001), "có hơn 10.000 dòng"),
    ],
)
def test_hostile_files_are_refused_in_words(
    name: str, make: Callable[[], bytes], said: str
) -> None:
    with pytest.raises(TableRefused, match=said):
        table_of(name, make())


def test_a_hundred_thousand_rows_are_refused_soon() -> None:
    data = xlsx([[f"dòng {number}"] for number in range(100_000)])

    started = process_time()
    with pytest.raises(TableRefused, match=r"có hơn 10\.000 dòng"):
        table_of("b.xlsx", data)

    assert process_time() - started < 10


def test_quoted_cells_hold_line_breaks_and_a_lone_quote_is_a_letter() -> None:
    table = pasted_rows('TT\tNội dung\r\n1\t"Rà ""soát""\nđất"\n\n2\t"abc\tx')

    assert [(row.number, list(row.cells)) for row in table.rows] == [
        (1, ["TT", "Nội dung"]),
        (2, ["1", 'Rà "soát"\nđất']),
        (4, ["2", '"abc', "x"]),
    ]


def test_pasting_is_linear() -> None:
    started = process_time()
    pasted_rows('"x\t' * 50 + '\n"' * 1_000 + ('""' * 5_000 + "\n") * 40)

    assert process_time() - started < 2


def test_a_table_written_as_text_reads_the_same() -> None:
    table = table_of("b.xlsx", xlsx([["TT", "Nội dung"], [], [1, 'a\n"b"\tc']]))

    again = pasted_rows(as_text(table))

    assert [(r.number, list(r.cells)) for r in again.rows] == [
        (r.number, list(r.cells)) for r in table.rows
    ]


@pytest.mark.parametrize(
    ("heads", "found"),
    [
        ("TT|Nội dung nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời hạn|Sản phẩm|Ghi chú",
         ["number", "words", "leads", "coordinating", "deadline", "product", "note"]),
        ("STT|NHIỆM VỤ, GIẢI PHÁP|Đơn vị thực hiện|Thời gian hoàn thành (dự kiến)",
         ["number", "words", "leads", "deadline"]),
        ("Số TT|Công việc|Chủ trì|Phối hợp|Tiến độ", ["number", "words", "leads", "coordinating", "deadline"]),
        ("TT|Cử tri kiến nghị|Nội dung kiến nghị|Đơn vị trả lời", ["number", "raised_by", "words", "leads"]),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_heads(heads: str, found: list[str]) -> None:
    table = pasted_rows("BẢNG PHÂN CÔNG\n" + heads.replace("|", "\t") + "\n1\ta\tb\tc")

    place, columns = columns_of(table, HEADS)

    assert (place, sorted(columns, key=lambda kind: columns[kind])) == (2, found)


def test_two_rows_under_a_title_head_columns_alone_and_in_groups() -> None:
    rows: list[list[Any]] = [
        ["ĐẢNG ỦY PHƯỜNG", None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"],
        ["TT", "Nội dung", "Đơn vị", None, "Thời hạn"],
        [None, None, "Chủ trì", "Phối hợp", None],
        [1, "Rà soát", "UBND", None, "Quý I/2026"],
    ]
    table = table_of("b.xlsx", xlsx(rows))

    place, columns = columns_of(table, HEADS)

    assert columns == {"number": 0, "words": 1, "leads": 2, "coordinating": 3, "deadline": 4}
    assert titles_of(table, after=place) == [
        "TT",
        "Nội dung",
        "Đơn vị – Chủ trì",
        "Đơn vị – Phối hợp",
        "Thời hạn",
    ]


def test_a_first_row_with_blanks_is_not_taken_for_heads() -> None:
    table = pasted_rows("Nội dung\tChủ trì\nNhiệm vụ rà soát đất công\t\nLập hồ sơ\tUBND phường")

    assert columns_of(table, HEADS) == (1, {"words": 0, "leads": 1})


def test_of_two_heads_of_one_kind_the_kind_s_own_word_wins() -> None:
    table = pasted_rows("Nội dung\tĐơn vị thực hiện\tCơ quan chủ trì\na\tb\tc")

    assert columns_of(table, HEADS)[1] == {"words": 0, "leads": 2}


def test_a_row_of_work_with_cells_merged_across_is_no_heading() -> None:
    rows: list[list[Any]] = [
        ["TT", "Nội dung", None, None, "Chủ trì"],
        [1, "Rà soát", None, None, "UBND"],
    ]

    table = table_of("b.xlsx", xlsx(rows, merged=["B1:D1", "B2:D2"]))

    assert [row.spread for row in table.rows] == [False, False]


def test_heads_in_two_rows_and_the_row_that_counts_them() -> None:
    rows: list[list[Any]] = [
        ["TT", "Nội dung", "Đơn vị thực hiện", None, "Thời hạn"],
        [None, None, "Chủ trì", "Phối hợp", None],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        [1, "Rà soát", "UBND", "Công an", "Quý I/2026"],
    ]
    table = table_of("b.xlsx", xlsx(rows, merged=["A1:A2", "B1:B2", "C1:D1", "E1:E2"]))

    place, columns = columns_of(table, HEADS)

    assert columns == {"number": 0, "words": 1, "leads": 2, "coordinating": 3, "deadline": 4}
    assert [row.number for row in data_rows(table, after=place)] == [4]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("30/06/2026", [("30/06/2026", date(2026, 6, 30), "")]),
        ("Quý III/2026", [("Quý III/2026", date(2026, 9, 30), "")]),
        ("Trong tháng 5 năm 2026", [("Trong tháng 5 năm 2026", date(2026, 5, 31), "")]),
        ("Hằng tháng", [("Hằng tháng", None, "month")]),
        ("6 tháng, 01 năm", [("6 tháng, 01 năm", None, "half"), ("6 tháng, 01 năm", None, "year")]),
        ("Thường xuyên", [("Thường xuyên", None, "")]),
        ("", [("", None, "")]),
        ("Sớm nhất", [("Sớm nhất", None, "")]),
        ("30/6/26", [("30/6/26", date(2026, 6, 30), "")]),
        ("30.6.2026", [("30.6.2026", date(2026, 6, 30), "")]),
        ("T6/2026", [("T6/2026", date(2026, 6, 30), "")]),
        ("Q2/2026", [("Q2/2026", date(2026, 6, 30), "")]),
        ("2026", [("2026", date(2026, 12, 31), "")]),
    ],
)
def test_a_cell_s_deadline_is_read_by_the_reader_s_grammar(
    cell: str, found: list[tuple[str, date | None, str]]
) -> None:
    read = timings_of(cell, issued_on=date(2026, 3, 2), today=TODAY)

    assert [(timing.words, timing.due_on, timing.unit) for timing in read] == found


def test_an_office_may_read_before_a_day_as_the_day_before() -> None:
    read = timings_of("Trước ngày 30/6/2026", issued_on=TODAY, today=TODAY, day_before=True)

    assert [timing.due_on for timing in read] == [date(2026, 6, 29)]


def test_days_of_a_cell() -> None:
    assert days_in("45/BC-UBND ngày 05/3/2026, 2026-03-07, ngày 8 tháng 3 năm 2026, 31/2/2026") == [
        date(2026, 3, 5),
        date(2026, 3, 7),
        date(2026, 3, 8),
    ]


HEAD = "TT\tNội dung\tChủ trì\tPhối hợp\tThời hạn"


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        ("1\tRà soát\nvỉa hè\tUBND\tCông an\nTổ 1\tQuý I", ["1|Rà soát/vỉa hè|UBND|Công an/Tổ 1|Quý I"]),
        ("1\tRà soát\tUBND\n2\tLập\tCông an\t\tQuý I", ["1|Rà soát|UBND", "2|Lập|Công an||Quý I"]),
        ("I. Đô thị\n1\tRà soát\tUBND\t\tQuý I", ["I. Đô thị", "1|Rà soát|UBND||Quý I"]),
        ("1\tRà soát\tUBND\nthiếu\tô", ["1|Rà soát|UBND", "thiếu|ô"]),
        ("a\tb\nc\td\te\tf", ["a|b", "c|d|e|f"]),
    ],
)  # fmt: skip
def test_paragraphs_of_a_cell_copied_from_word_are_put_together(rows: str, read: list[str]) -> None:
    table = pasted_rows(f"{HEAD}\n{rows}")

    told = ["|".join(row.cells).replace("\n", "/") for row in table.rows[1:]]
    assert told == read
