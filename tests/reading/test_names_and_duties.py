"""A name ends where the duty begins: every name with every duty, as an item, given and working along. All are invented."""

from itertools import product

import pytest

from directives.reading.addressees import Named, named_in
from directives.reading.words import tokens_of

NAMES = """
Sở Tài chính | Sở Văn hóa, Thể thao và Du lịch | Sở Khoa học và Công nghệ | Văn phòng Huyện ủy | Văn phòng HĐND và UBND xã
Thanh tra tỉnh | Ban Tổ chức Tỉnh ủy | Ban Tuyên giáo và Dân vận Tỉnh ủy | Đảng ủy UBND tỉnh | Công an tỉnh | UBND xã Đông Hạ
UBND các xã ven biển | UBND các xã, phường có dự án đi qua | Bộ Chỉ huy Quân sự tỉnh | Viện Quy hoạch xây dựng Đông Hải
Ban Chỉ đạo tỉnh về chuyển đổi số | Tổ công tác của Chủ tịch UBND tỉnh về giải ngân vốn đầu tư công | Ban Quản lý các KCN
Cục Đăng ký và Dữ liệu thông tin đất đai | Đội Quản lý trật tự xây dựng và đô thị | Phòng Cảnh sát PCCC và CNCH
Ngân hàng Nhà nước Chi nhánh Khu vực 14 | Công ty cổ phần Đầu tư Phát triển nhà Đông Hải | MobiFone Đông Hải
Các cơ quan tiến hành tố tụng | Các phòng nghiệp vụ | Chủ đầu tư hạ tầng | Các chủ đầu tư dự án cao tốc Bắc - Nam
Các trường THCS, THPT trên địa bàn | Hiệu trưởng các trường mầm non, tiểu học trên địa bàn | Ngành y tế | Cơ quan thuế
Cán bộ, công chức, viên chức thuộc quyền quản lý | UBND cấp huyện, cấp xã | Cơ quan khí tượng thủy văn
Cấp ủy các chi bộ khu phố, cơ quan, đơn vị | Các cấp ủy, tổ chức đảng từ Trung ương đến cơ sở
Phó Chủ tịch UBND tỉnh phụ trách lĩnh vực xây dựng | Các cơ quan đại diện Việt Nam ở nước ngoài | Hội Nông dân xã
"""
DUTIES = """
khẩn trương rà soát hồ sơ | tiếp tục theo dõi, đôn đốc | chủ trì tổng hợp, báo cáo UBND tỉnh | có trách nhiệm bố trí đủ vốn
phải hoàn thành trước ngày 30/11 | cần chủ động nắm tình hình | kịp thời tháo gỡ vướng mắc | thường xuyên kiểm tra hiện trường
chịu trách nhiệm về tiến độ | nghiêm túc rút kinh nghiệm | tập trung hoàn thành đồ án | đẩy nhanh tiến độ thi công
tăng cường tuyên truyền | bảo đảm hạ tầng, đường truyền | sớm trình phương án | chủ động quán triệt Kết luận này
"""
NAMED = [name.strip() for line in NAMES.splitlines() for name in line.split("|") if name.strip()]
GIVEN = [duty.strip() for line in DUTIES.splitlines() for duty in line.split("|") if duty.strip()]


def named(sentence: str) -> Named:
    tokens = tokens_of(sentence)
    return named_in(tokens, 0, len(tokens), sentence)


def in_a_sentence(name: str) -> str:
    return (
        name[0].lower() + name[1:]
        if name.startswith(("Các ", "Cơ quan", "Cán bộ", "Chủ đầu", "Ngành", "Cấp ủy"))
        else name
    )


@pytest.mark.parametrize(("name", "duty"), list(product(NAMED, GIVEN)))
def test_the_body_that_opens_an_item_is_named_to_its_end(name: str, duty: str) -> None:
    assert [body.text for body in named(f"{name} {duty}.").leads] == [name]


@pytest.mark.parametrize(("name", "duty"), list(product(NAMED, GIVEN)))
def test_the_body_that_is_given_a_task_is_named_to_its_end(name: str, duty: str) -> None:
    called = in_a_sentence(name)

    assert [body.text for body in named(f"Giao {called} {duty}.").leads] == [called]


@pytest.mark.parametrize("name", NAMED)
def test_the_body_that_works_along_is_named_to_its_end(name: str) -> None:
    called = in_a_sentence(name)
    found = named(f"Sở Xây dựng phối hợp với {called} khẩn trương rà soát hồ sơ.")

    assert [body.text for body in found.coordinating] == [called]
