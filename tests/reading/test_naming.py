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
    "committees of one kind beside another": (
        "Đề nghị ban thường vụ các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương lãnh đạo thực hiện.",
        "ban thường vụ các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương",
    ),
    "standing members of committees": (
        "Đề nghị thường trực các tỉnh ủy, thành ủy quan tâm chỉ đạo.",
        "thường trực các tỉnh ủy, thành ủy",
    ),
    "offices of committees": (
        "Các văn phòng tỉnh ủy, thành ủy sớm số hóa tài liệu.",
        "Các văn phòng tỉnh ủy, thành ủy",
    ),
    "committees of ministries and their like": (
        "Yêu cầu đảng ủy các bộ, cơ quan ngang bộ kiểm tra.",
        "đảng ủy các bộ, cơ quan ngang bộ",
    ),
    "many with nameless bodies among them": (
        "Các chủ đầu tư, ban quản lý dự án, nhà thầu tiếp tục tăng ca.",
        "Các chủ đầu tư, ban quản lý dự án, nhà thầu",
    ),
    "many at the centre": (
        "Các bộ, cơ quan Trung ương sớm trả lời.",
        "Các bộ, cơ quan Trung ương",
    ),
    "one that a bracket names": (
        "Yêu cầu Nhà đầu tư (Tập đoàn Sông Lam) rà soát kế hoạch.",
        "Nhà đầu tư (Tập đoàn Sông Lam)",
    ),
    "one that a bracket names with a number": (
        "Giao chủ đầu tư (Ban Quản lý dự án 3) hoàn chỉnh hồ sơ.",
        "chủ đầu tư (Ban Quản lý dự án 3)",
    ),
    "many that a bracket names": (
        "Các địa phương (Đông Hải, Tây Giang) thống nhất phương án.",
        "Các địa phương (Đông Hải, Tây Giang)",
    ),
    "a bracket that says how": (
        "Các địa phương (theo thẩm quyền) khẩn trương giải ngân.",
        "Các địa phương",
    ),
    "a field in small letters before its owner": (
        "Hội đồng dân tộc của Quốc hội khẩn trương thẩm tra.",
        "Hội đồng dân tộc của Quốc hội",
    ),
    "a field in small letters before a manner": (
        "Sở xây dựng khẩn trương thẩm định.",
        "Sở xây dựng",
    ),
    "a verb behind a short name": ("Văn phòng tổ chức tiếp công dân.", "Văn phòng"),
    "a second field in small letters": (
        "Ban Chiến lược, chính sách Trung ương chủ trì sơ kết.",
        "Ban Chiến lược, chính sách Trung ương",
    ),
    "a counted board": ("Ban Quản lý dự án 6 bàn giao mặt bằng.", "Ban Quản lý dự án 6"),
    "one by what it owns": (
        "Cơ quan chủ quản các dự án đang triển khai thi công tiếp tục đôn đốc.",
        "Cơ quan chủ quản các dự án đang triển khai thi công",
    ),
    "one by what it minds": (
        "Đơn vị quản lý hồ chứa tiếp tục theo dõi mực nước.",
        "Đơn vị quản lý hồ chứa",
    ),
    "many by what they take part in": (
        "Các đơn vị tham gia dự án phải bảo đảm an toàn.",
        "Các đơn vị tham gia dự án",
    ),
    "taking part as a duty": (
        "Các đơn vị tham gia tích cực phong trào thi đua.",
        "Các đơn vị",
    ),
    "many that were given something": (
        "Các đơn vị được giao vốn khẩn trương giải ngân.",
        "Các đơn vị được giao vốn",
    ),
    "many that are late with something": (
        "Yêu cầu người đứng đầu các cơ quan, địa phương chậm giải ngân kiểm điểm trách nhiệm.",
        "người đứng đầu các cơ quan, địa phương chậm giải ngân",
    ),
    "places by what passes through": (
        "UBND các tỉnh, thành phố nơi có dự án đi qua tập trung giải phóng mặt bằng.",
        "UBND các tỉnh, thành phố nơi có dự án đi qua",
    ),
    "many in the spirit of something": (
        "Các sở, ngành, nhà thầu trên tinh thần “nói là làm, cam kết là thực hiện”, chủ động giải quyết công việc.",
        "Các sở, ngành, nhà thầu",
    ),
    "one in its capacity": (
        "Sở Y tế với vai trò là cơ quan thường trực, chủ động xây dựng kế hoạch.",
        "Sở Y tế",
    ),
    "one on some grounds": (
        "Sở Tài chính, trên cơ sở dự toán được giao, khẩn trương phân bổ vốn.",
        "Sở Tài chính",
    ),
    "in general before those in charge": (
        "Các sở, ngành, đặc biệt là người đứng đầu, chịu trách nhiệm về kết quả.",
        "Các sở, ngành",
    ),
    "a matter that speaks to a body": (
        "Đối với các chủ đầu tư cần nhanh chóng dọn dẹp mặt bằng.",
        "các chủ đầu tư",
    ),
    "what becomes of a hindrance": (
        "Quá trình thực hiện nếu có vướng mắc thì Sở Xây dựng kịp thời báo cáo.",
        "Sở Xây dựng",
    ),
    "those reported to judge": (
        "Ban Tổ chức tỉnh theo dõi; định kỳ báo cáo Thường trực Tỉnh ủy, Ban Bí thư đánh giá kết quả.",
        "Ban Tổ chức tỉnh",
    ),
    "an adverb before a body": ("Định kỳ hằng tháng, Sở Nội vụ báo cáo kết quả.", "Sở Nội vụ"),
    "the charge of a person": (
        "Phân công đồng chí Lê Thị Hoa, Phó Chủ tịch UBND tỉnh phụ trách, chỉ đạo.",
        "Lê Thị Hoa, Phó Chủ tịch UBND tỉnh",
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
    "committees of two ministries": (
        "Các Đảng ủy Bộ Y tế, Bộ Nội vụ khẩn trương phân bổ ngân sách.",
        ("Đảng ủy Bộ Y tế", "Đảng ủy Bộ Nội vụ"),
    ),
    "committees of three departments": (
        "Các Đảng ủy Sở Tài chính, Sở Nội vụ và Sở Tư pháp khẩn trương rà soát.",
        ("Đảng ủy Sở Tài chính", "Đảng ủy Sở Nội vụ", "Đảng ủy Sở Tư pháp"),
    ),
    "comrades who head departments": (
        "Giao các đồng chí Giám đốc Sở Tài chính, Sở Xây dựng chỉ đạo thực hiện.",
        ("Giám đốc Sở Tài chính", "Giám đốc Sở Xây dựng"),
    ),
    "provinces behind a ministry": (
        "Bộ Xây dựng, Bộ Quốc phòng các tỉnh Đông Hải, Tây Giang đôn đốc chủ đầu tư.",
        ("Bộ Xây dựng", "Bộ Quốc phòng", "tỉnh Đông Hải", "tỉnh Tây Giang"),
    ),
    "commands of provinces": (
        "Bộ Chỉ huy Quân sự các tỉnh Đông Hải, Tây Giang sẵn sàng lực lượng.",
        ("Bộ Chỉ huy Quân sự tỉnh Đông Hải", "Bộ Chỉ huy Quân sự tỉnh Tây Giang"),
    ),
    "one above all": (
        "Yêu cầu các bộ, ngành, cơ quan chủ quản, nhất là EVN cần khẩn trương có giải pháp.",
        ("các bộ, ngành, cơ quan chủ quản", "EVN"),
    ),
    "two above all between commas": (
        "Các sở, ngành, nhất là Sở Tài chính, Sở Xây dựng, khẩn trương vào cuộc.",
        ("Các sở, ngành", "Sở Tài chính", "Sở Xây dựng"),
    ),
    "committees of many kinds": (
        "Giao các ban đảng Trung ương, đảng ủy các bộ, cơ quan ngang bộ, các tỉnh ủy, thành ủy khẩn trương rà soát.",
        (
            "các ban đảng Trung ương",
            "đảng ủy các bộ, cơ quan ngang bộ",
            "các tỉnh ủy, thành ủy",
        ),
    ),
    "an owner behind places": (
        "Sở Xây dựng, các địa phương, cơ quan chủ quản các dự án chậm tiến độ tiếp tục đôn đốc nhà thầu.",
        ("Sở Xây dựng", "các địa phương", "cơ quan chủ quản các dự án chậm tiến độ"),
    ),
    "boards by name and number": (
        "Các Ban quản lý dự án: Đông Hải, Tây Giang, số 85 tập trung nhân lực.",
        (
            "Ban quản lý dự án Đông Hải",
            "Ban quản lý dự án Tây Giang",
            "Ban quản lý dự án số 85",
        ),
    ),
    "a committee beside several": (
        "Ủy ban Kiểm tra, các ban xây dựng Đảng, Văn phòng Đảng ủy theo chức năng tham mưu.",
        ("Ủy ban Kiểm tra", "các ban xây dựng Đảng", "Văn phòng Đảng ủy"),
    ),
    "contractors and their watchers": (
        "Chủ đầu tư, nhà thầu thi công phải chịu trách nhiệm; tăng ca.",
        ("Chủ đầu tư, nhà thầu thi công",),
    ),
    "small letters for each": (
        "Sở tài chính, Sở xây dựng phối hợp thẩm định.",
        ("Sở tài chính", "Sở xây dựng"),
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
    "many of a place or a force": (
        "Sở Xây dựng phối hợp với các doanh nghiệp địa phương, các đơn vị đóng quân trên địa bàn, các doanh nghiệp quân đội tổ chức thi công.",
        (
            "các doanh nghiệp địa phương",
            "các đơn vị đóng quân trên địa bàn",
            "các doanh nghiệp quân đội",
        ),
    ),
    "places that a road passes": (
        "Bộ Xây dựng phối hợp với các bộ, cơ quan Trung ương và các tỉnh, thành phố có đường cao tốc đi qua bố trí vốn.",
        ("các bộ, cơ quan Trung ương", "các tỉnh, thành phố có đường cao tốc đi qua"),
    ),
    "to advise is what they do": (
        "Sở Nội vụ phối hợp với các cơ quan liên quan tham mưu đề xuất phương án.",
        ("các cơ quan liên quan",),
    ),
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
    "one that a bracket names": (
        "1. Giao đồng chí Giám đốc Sở Xây dựng kiểm tra. Yêu cầu Nhà đầu tư (Tập đoàn Sông Lam) tăng ca.",
        [item("Giám đốc Sở Xây dựng"), item("Nhà đầu tư (Tập đoàn Sông Lam)")],
    ),
    "before a colon of its own": (
        "- Phòng Kinh tế: hoàn thành quy hoạch; Phòng Nội vụ: bố trí cán bộ.",
        [item("Phòng Kinh tế"), item("Phòng Nội vụ")],
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
