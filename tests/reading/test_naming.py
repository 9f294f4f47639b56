"""Names and lists of bodies, each in the one sentence of an item. Places and people are invented."""

import pytest

from tests.reading.conftest import Told, told

ONE = {
    "a person with a post": (
        "Giao đồng chí Nguyễn Văn An, Phó Bí thư Thường trực Đảng ủy chỉ đạo rà soát.",
        "Nguyễn Văn An, Phó Bí thư Thường trực Đảng ủy",
    ),
    "a person behind a dash": (
        "Giao đồng chí Lê Thị Hoa - Phó Chủ tịch UBND xã chủ trì.",
        "Lê Thị Hoa - Phó Chủ tịch UBND xã",
    ),
    "a person alone": ("Giao đồng chí Lê Thị Hồng Hoa phụ trách chung.", "Lê Thị Hồng Hoa"),
    "a post without a name": (
        "Giao đồng chí Giám đốc Sở Tài chính theo dõi.",
        "Giám đốc Sở Tài chính",
    ),
    "a named body of lower-case syllables": (
        "Đài Tiếng nói Đông Hải đẩy mạnh thông tin.",
        "Đài Tiếng nói Đông Hải",
    ),
    "a body called after its purpose and place": (
        "Giao Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng tỉnh lập hồ sơ.",
        "Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng tỉnh",
    ),
    "a steering committee of many purposes": (
        "Giao Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, đổi mới sáng tạo tỉnh đôn đốc.",
        "Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, đổi mới sáng tạo tỉnh",
    ),
    "a counted body": ("Thuế cơ sở 3 đối chiếu số liệu.", "Thuế cơ sở 3"),
    "a body of a Roman region": (
        "Kho bạc Nhà nước khu vực XVII rút ngắn thời gian kiểm soát.",
        "Kho bạc Nhà nước khu vực XVII",
    ),
    "a counted company": (
        "Công ty cổ phần Xây dựng 47 bổ sung mũi thi công.",
        "Công ty cổ phần Xây dựng 47",
    ),
    "a city called like a kind of body": (
        "UBND thành phố Hải Phòng rà soát quy hoạch.",
        "UBND thành phố Hải Phòng",
    ),
    "a brand": ("Riêng dự án số 2, Petrosong khởi công trong năm 2026.", "Petrosong"),
    "forces in a list": (
        "Các lực lượng Quân đội, Công an, Biên phòng sơ tán dân.",
        "Các lực lượng Quân đội, Công an, Biên phòng",
    ),
    "comrades of several posts": (
        "Giao các đồng chí Ủy viên Ban Thường vụ Đảng ủy, Đảng ủy viên phụ trách địa bàn nắm tình hình.",
        "các đồng chí Ủy viên Ban Thường vụ Đảng ủy, Đảng ủy viên phụ trách địa bàn",
    ),
    "an office of two councils": (
        "Văn phòng Đoàn ĐBQH và HĐND tỉnh theo dõi, tổng hợp.",
        "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
    ),
    "places of two kinds": (
        "Chủ tịch UBND các tỉnh, thành phố trực thuộc Trung ương tổ chức thực hiện.",
        "Chủ tịch UBND các tỉnh, thành phố trực thuộc Trung ương",
    ),
    "many with a field": (
        "Các doanh nghiệp viễn thông bảo đảm thông tin liên lạc.",
        "Các doanh nghiệp viễn thông",
    ),
    "many with two descriptions": (
        "Các cơ quan thông tấn, báo chí tăng cường tuyên truyền.",
        "Các cơ quan thông tấn, báo chí",
    ),
    "many by what they have": (
        "Người đứng đầu các cơ quan có nhiệm vụ quá hạn giải trình bằng văn bản.",
        "Người đứng đầu các cơ quan có nhiệm vụ quá hạn",
    ),
    "places of a region": (
        "UBND các tỉnh ven biển vùng Đồng bằng sông Cửu Long chủ động ứng phó.",
        "UBND các tỉnh ven biển vùng Đồng bằng sông Cửu Long",
    ),
    "small bodies of many places": (
        "Đảng ủy, UBND các xã, phường tăng cường kiểm tra.",
        "Đảng ủy, UBND các xã, phường",
    ),
    "what the body is stands behind its name": (
        "Bộ Xây dựng, cơ quan thường trực Ban Chỉ đạo, tổng hợp báo cáo.",
        "Bộ Xây dựng",
    ),
    "one that gives is the one to act": (
        "Sở Xây dựng yêu cầu các nhà thầu tăng ca.",
        "Sở Xây dựng",
    ),
    "one that shares out work answers for it": (
        "Chủ tịch UBND xã phân công Phó Chủ tịch phụ trách kiểm tra hiện trường.",
        "Chủ tịch UBND xã",
    ),
    "one that concludes gives to another": (
        "Chủ tịch UBND xã yêu cầu Phòng Kinh tế tăng ca.",
        "Phòng Kinh tế",
    ),
    "a body that opens like a topic": (
        "Công ty Lâm nghiệp Đông Hải: nghiêm túc kiểm điểm.",
        "Công ty Lâm nghiệp Đông Hải",
    ),
}


@pytest.mark.parametrize("name", ONE)
def test_a_body_is_called_by_its_whole_name(name: str) -> None:
    words, lead = ONE[name]

    assert [leads for _, leads, _, _ in told(f"1. {words}")] == [(lead,)]


SEVERAL = {
    "provinces and cities": (
        "UBND các tỉnh, thành phố: Hà Nội, Hưng Yên rà soát quy hoạch.",
        ("UBND thành phố Hà Nội", "UBND tỉnh Hưng Yên"),
    ),
    "a city behind provinces": (
        "Ủy ban nhân dân các tỉnh Đông Hải, Tây Giang và thành phố Nam Sơn bàn giao mặt bằng.",
        (
            "Ủy ban nhân dân tỉnh Đông Hải",
            "Ủy ban nhân dân tỉnh Tây Giang",
            "Ủy ban nhân dân thành phố Nam Sơn",
        ),
    ),
    "provinces alone": (
        "Các tỉnh Đông Hải, Tây Giang ưu tiên cung cấp cát.",
        ("tỉnh Đông Hải", "tỉnh Tây Giang"),
    ),
    "a place for all before it": (
        "Đảng ủy, HĐND, UBND, Ủy ban MTTQ Việt Nam xã Tân Lập hoàn thiện trụ sở.",
        (
            "Đảng ủy xã Tân Lập",
            "HĐND xã Tân Lập",
            "UBND xã Tân Lập",
            "Ủy ban MTTQ Việt Nam xã Tân Lập",
        ),
    ),
    "a committee's body takes no place": (
        "Ban Dân vận, Ủy ban MTTQ Việt Nam xã hướng dẫn các thôn.",
        ("Ban Dân vận", "Ủy ban MTTQ Việt Nam xã"),
    ),
    "a ministry with a comma among others": (
        "Giao các Bộ: Y tế, Văn hóa, Thể thao và Du lịch, Nội vụ hướng dẫn.",
        ("Bộ Y tế", "Bộ Văn hóa, Thể thao và Du lịch", "Bộ Nội vụ"),
    ),
    "counted ministries": ("Giao 02 Bộ: Tư pháp, Nội vụ rà soát.", ("Bộ Tư pháp", "Bộ Nội vụ")),
    "two posts of each place": (
        "Bí thư, Chủ tịch các tỉnh: Đông Hải, Tây Giang trực tiếp chỉ đạo.",
        ("Bí thư, Chủ tịch tỉnh Đông Hải", "Bí thư, Chủ tịch tỉnh Tây Giang"),
    ),
    "a post behind a group": (
        "Thủ trưởng các sở, ban, ngành, Chủ tịch UBND các xã nghiêm túc thực hiện.",
        ("Thủ trưởng các sở, ban, ngành", "Chủ tịch UBND các xã"),
    ),
    "a branch and a branch": (
        "Chi nhánh Ngân hàng Nhà nước tỉnh, Quỹ tín dụng nhân dân xã giãn nợ cho các hộ.",
        ("Chi nhánh Ngân hàng Nhà nước tỉnh", "Quỹ tín dụng nhân dân xã"),
    ),
    "two kinds, each described": (
        "Các hãng hàng không, các doanh nghiệp lữ hành xây dựng gói sản phẩm.",
        ("Các hãng hàng không", "các doanh nghiệp lữ hành"),
    ),
    "an unknown kind behind known bodies": (
        "Sở Công Thương, các chủ hồ thủy điện vận hành hồ đúng quy trình.",
        ("Sở Công Thương", "các chủ hồ thủy điện"),
    ),
}


@pytest.mark.parametrize("name", SEVERAL)
def test_each_body_of_a_list_is_told(name: str) -> None:
    words, leads = SEVERAL[name]

    assert [one for _, one, _, _ in told(f"1. {words}")] == [leads]


ALONG = {
    "cùng without với": (
        "Sở Y tế chủ trì, cùng các sở: Tài chính, Nội vụ xây dựng phương án.",
        ("sở Tài chính", "sở Nội vụ"),
    ),
    "a body that is helped by name": (
        "Bộ Công an phối hợp, hướng dẫn Bộ Y tế nghiệm thu.",
        ("Bộ Y tế",),
    ),
    "a place that is helped": ("Các Bộ phối hợp, hướng dẫn tỉnh Đông Hải giải quyết.", ()),
}


@pytest.mark.parametrize("name", ALONG)
def test_who_works_along(name: str) -> None:
    words, partners = ALONG[name]

    assert [one for _, _, one, _ in told(f"1. {words}")] == [partners]


def item(*leads: str, due: tuple[str, ...] = ()) -> Told:
    return ("directive", leads, (), due)


TWO = {
    "behind a semicolon": (
        "1. UBND xã rà soát; các chủ đầu tư cam kết tiến độ.",
        [item("UBND xã"), item("các chủ đầu tư")],
    ),
    "behind an introduction and a semicolon": (
        "1. UBND xã rà soát; trong thời gian chờ, Công ty Điện lực Đông Hải duy trì cấp điện.",
        [item("UBND xã"), item("Công ty Điện lực Đông Hải")],
    ),
}


@pytest.mark.parametrize("name", TWO)
def test_a_second_body_has_its_own_unit(name: str) -> None:
    passage, right = TWO[name]

    assert told(passage) == right
