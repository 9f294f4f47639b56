"""Where the name of a body ends: fields in lower case, numbers, what bodies have in hand. Places and people are invented."""

import pytest

from tests.reading.conftest import told

ONE = {
    "a field in lower case": (
        "Phòng Quản lý chất lượng tham mưu kế hoạch khảo sát.",
        "Phòng Quản lý chất lượng",
    ),
    "words of no known field before a verb": (
        "Chi cục Kiểm ngạch hàng hóa rà soát danh mục.",
        "Chi cục Kiểm ngạch hàng hóa",
    ),
    "a second field behind the first": (
        "Cục Quản lý xây dựng và Chất lượng công trình: hoàn thiện định mức.",
        "Cục Quản lý xây dựng và Chất lượng công trình",
    ),
    "what an association is for": (
        "Hiệp hội Chế biến và Xuất khẩu chè Đông Hải cung cấp số liệu.",
        "Hiệp hội Chế biến và Xuất khẩu chè Đông Hải",
    ),
    "many works in a board's name": (
        "Ban QLDA ĐTXD các công trình giao thông rà soát khối lượng.",
        "Ban QLDA ĐTXD các công trình giao thông",
    ),
    "regions are no provinces": (
        "UBND các tỉnh vùng Tây Bắc, Tây Nguyên rà soát.",
        "UBND các tỉnh vùng Tây Bắc, Tây Nguyên",
    ),
    "an acronym and a field": (
        "Giám đốc Ban QLDA ĐTXD công trình giao thông: rà soát đường găng tiến độ.",
        "Giám đốc Ban QLDA ĐTXD công trình giao thông",
    ),
    "a station with a dash": (
        "Đài Truyền thanh - Truyền hình huyện mở chuyên mục.",
        "Đài Truyền thanh - Truyền hình huyện",
    ),
    "a purpose ends where the duty begins": (
        "Trung tâm Phát triển quỹ đất xử lý dứt điểm hồ sơ tồn đọng tại xã.",
        "Trung tâm Phát triển quỹ đất",
    ),
    "the head of an office of two fields": (
        "Trưởng phòng Tài nguyên và Môi trường kiểm tra việc ký hồ sơ.",
        "Trưởng phòng Tài nguyên và Môi trường",
    ),
    "the heads of a number of hamlets": (
        "Trưởng 12 khu phố: tổ chức tổng vệ sinh.",
        "Trưởng 12 khu phố",
    ),
    "places a project crosses": (
        "Đảng ủy các xã có dự án đi qua phát huy vai trò của các đoàn thể.",
        "Đảng ủy các xã có dự án đi qua",
    ),
    "what the places have": (
        "Các ngành, địa phương có biển phải thống nhất nhận thức.",
        "Các ngành, địa phương có biển",
    ),
    "what is told of those who must act": (
        "Các sở, ngành chưa phân bổ hết vốn phải hoàn thành phân bổ.",
        "Các sở, ngành chưa phân bổ hết vốn",
    ),
    "those who were given a permit": (
        "Các tổ chức, cá nhân được cấp phép khai thác đá phải lắp đặt trạm cân.",
        "Các tổ chức, cá nhân được cấp phép khai thác đá",
    ),
    "several kinds within one": (
        "Các phòng, cơ quan chuyên môn và đơn vị thuộc Tổ công tác số 2 báo cáo tiến độ.",
        "Các phòng, cơ quan chuyên môn và đơn vị thuộc Tổ công tác số 2",
    ),
    "a stretch of places": (
        "Chủ tịch UBND các tỉnh ven biển từ Quảng Hà đến Nghệ Tây rà soát tàu thuyền.",
        "Chủ tịch UBND các tỉnh ven biển từ Quảng Hà đến Nghệ Tây",
    ),
    "a committee that stands over all of a list": (
        "Các quận ủy, huyện ủy, đảng ủy trực thuộc Thành ủy quán triệt kết luận.",
        "Các quận ủy, huyện ủy, đảng ủy trực thuộc Thành ủy",
    ),
    "what a committee is besides": (
        "Bộ Dân tộc - Cơ quan Thường trực Ban Chỉ đạo: theo dõi, cập nhật số liệu.",
        "Bộ Dân tộc",
    ),
    "a board of a road": (
        "Đề nghị Ban QLDA đường Hồ Tây hoàn trả mặt đường.",
        "Ban QLDA đường Hồ Tây",
    ),
    "a company and its matter": (
        "Giao Công ty TNHH nước sạch Hà Bắc báo cáo tiến độ tại 06 xã.",
        "Công ty TNHH nước sạch Hà Bắc",
    ),
    "each of them": ("Từng sở, ban, ngành phân công 01 lãnh đạo.", "Từng sở, ban, ngành"),
    "an adverb of this office only": (
        "Sở Tư pháp cho ý kiến bằng văn bản về thẩm quyền.",
        "Sở Tư pháp",
    ),
    "a post beside a board's post": (
        "Giám đốc Sở Tài chính - Thường trực Ban Chỉ đạo: đôn đốc các sở.",
        "Giám đốc Sở Tài chính - Thường trực Ban Chỉ đạo",
    ),
    "what a body is, between dashes": (
        "Sở Nội vụ - cơ quan thường trực về cải cách hành chính - có trách nhiệm đôn đốc.",
        "Sở Nội vụ",
    ),
    "a lot with a number and letters": (
        "Yêu cầu nhà thầu thi công gói 12-XL bổ sung thiết bị.",
        "nhà thầu thi công gói 12-XL",
    ),
    "how many they are": (
        "Các chủ đầu tư chưa giải ngân (09 đơn vị) có văn bản giải trình.",
        "Các chủ đầu tư chưa giải ngân",
    ),
    "those a notice has charged": (
        "Các sở, ngành được giao nhiệm vụ tại Thông báo này báo cáo kết quả.",
        "Các sở, ngành được giao nhiệm vụ tại Thông báo này",
    ),
    "when they must": (
        "UBND các xã có mỏ khi cấp phép phải lấy ý kiến nhân dân.",
        "UBND các xã có mỏ",
    ),
    "who the owner is": (
        "Yêu cầu chủ đầu tư là Ban Quản lý dự án xã Đông Hà đẩy nhanh tiến độ.",
        "Ban Quản lý dự án xã Đông Hà",
    ),
}


@pytest.mark.parametrize("name", ONE)
def test_a_name_goes_to_where_its_duty_begins(name: str) -> None:
    words, lead = ONE[name]

    assert [leads for _, leads, _, _ in told(f"1. {words}")] == [(lead,)]


SEVERAL = {
    "numbered quarters": (
        "Chi bộ các khu phố 4A, 6, 9 kiểm điểm trách nhiệm.",
        ("Chi bộ khu phố 4A", "Chi bộ khu phố 6", "Chi bộ khu phố 9"),
    ),
    "numbered boards": (
        "Các Ban QLDA: 2, 85, Thăng Tiến nghiệm thu, thanh toán ngay.",
        ("Ban QLDA 2", "Ban QLDA 85", "Ban QLDA Thăng Tiến"),
    ),
    "a number of households ends the list": (
        "Tổ dân phố 1, tổ dân phố 2 vận động 05 hộ dân.",
        ("Tổ dân phố 1", "tổ dân phố 2"),
    ),
    "ministries with their shares": (
        "Yêu cầu các Bộ: Tài chính (09 nhiệm vụ), Y tế (07 nhiệm vụ) hoàn thành dứt điểm.",
        ("Bộ Tài chính", "Bộ Y tế"),
    ),
    "committees of bodies with names of their own": (
        "Các đảng ủy: Hội đồng Dân tộc, Ủy ban Kinh tế và Tài chính rà soát.",
        ("đảng ủy Hội đồng Dân tộc", "đảng ủy Ủy ban Kinh tế và Tài chính"),
    ),
    "schools and hamlets are apart": (
        "Các trường học, các tổ dân phố ký cam kết.",
        ("Các trường học", "các tổ dân phố"),
    ),
    "a cell and a board of one hamlet": (
        "Chi bộ, Ban tự quản buôn Krông Đông phát huy vai trò.",
        ("Chi bộ buôn Krông Đông", "Ban tự quản buôn Krông Đông"),
    ),
    "a name of unknown words before a colon": (
        "Văn phòng Tỉnh ủy, Nhà thiếu nhi Kim Tiến, Trung tâm Truyền thông tỉnh: chủ động hỗ trợ.",
        ("Văn phòng Tỉnh ủy", "Nhà thiếu nhi Kim Tiến", "Trung tâm Truyền thông tỉnh"),
    ),
    "a name of unknown words before a duty": (
        "Sở Y tế, Nhà thiếu nhi Kim Tiến khẩn trương khắc phục.",
        ("Sở Y tế", "Nhà thiếu nhi Kim Tiến"),
    ),
    "names of unknown words that are given a task": (
        "Giao Nhà thiếu nhi Kim Tiến, Sở Y tế tổ chức kiểm tra.",
        ("Nhà thiếu nhi Kim Tiến", "Sở Y tế"),
    ),
    "provinces that leave out their kind": (
        "UBND tỉnh Hà Tây, Sơn Bình và thành phố Đông Hải bàn giao mặt bằng.",
        ("UBND tỉnh Hà Tây", "UBND tỉnh Sơn Bình", "UBND thành phố Đông Hải"),
    ),
    "only these places": (
        "Riêng UBND các xã: Tân Lập, Bình An hoàn thành trước.",
        ("UBND xã Tân Lập", "UBND xã Bình An"),
    ),
    "committees of one commune after the other": (
        "Đảng ủy, UBND các xã: Đông Hà, Tây Sơn rà soát hộ nghèo.",
        ("Đảng ủy xã Đông Hà", "Đảng ủy xã Tây Sơn", "UBND xã Đông Hà", "UBND xã Tây Sơn"),
    ),
    "heads who answer for their bodies": (
        "Giao UBND các xã: Đông Hà, Tây Sơn bàn giao mặt bằng; Chủ tịch UBND các xã chịu trách nhiệm trước Chủ tịch UBND tỉnh.",
        ("UBND xã Đông Hà", "UBND xã Tây Sơn"),
    ),
    "standing committees": (
        "Ban thường vụ đảng ủy các xã: Tân Hưng, Đoàn Xá chỉ đạo rà soát.",
        ("Ban thường vụ đảng ủy xã Tân Hưng", "Ban thường vụ đảng ủy xã Đoàn Xá"),
    ),
}


@pytest.mark.parametrize("name", SEVERAL)
def test_each_body_of_a_list_has_its_name_in_full(name: str) -> None:
    words, leads = SEVERAL[name]

    assert [found for _, found, _, _ in told(f"1. {words}")] == [leads]


ALONG = {
    "with a body, without a comma": (
        "Giao Văn phòng Huyện ủy cùng với Ủy ban Kiểm tra Huyện ủy theo dõi.",
        ("Văn phòng Huyện ủy",),
        ("Ủy ban Kiểm tra Huyện ủy",),
    ),
    "charged together with": (
        "Phòng Tài chính chủ trì cùng Chi cục Thuế huyện rà soát.",
        ("Phòng Tài chính",),
        ("Chi cục Thuế huyện",),
    ),
    "those called in to help": (
        "UBND xã huy động đoàn viên thanh niên, Tổ công nghệ số cộng đồng hỗ trợ người dân.",
        ("UBND xã",),
        ("đoàn viên thanh niên", "Tổ công nghệ số cộng đồng"),
    ),
    "a partner of unknown words": (
        "Sở Nội vụ phối hợp với Sở Tư pháp, Nhà thiếu nhi Kim Tiến và Sở Y tế tổ chức thi.",
        ("Sở Nội vụ",),
        ("Sở Tư pháp", "Nhà thiếu nhi Kim Tiến", "Sở Y tế"),
    ),
    "more than one works along": (
        "Phòng Y tế chủ trì, phối hợp với Công an xã, Trung tâm Y tế dự phòng lấy mẫu nước.",
        ("Phòng Y tế",),
        ("Công an xã", "Trung tâm Y tế dự phòng"),
    ),
    "places where something goes on": (
        "Giao Sở Xây dựng phối hợp với các địa phương nơi có mỏ cát đang khai thác tổng kiểm tra.",
        ("Sở Xây dựng",),
        ("các địa phương nơi có mỏ cát đang khai thác",),
    ),
    "those who are only met": (
        "Văn phòng chuẩn bị kịch bản làm việc với Đoàn thanh tra.",
        ("Văn phòng",),
        (),
    ),
}


@pytest.mark.parametrize("name", ALONG)
def test_who_works_along_with_whom(name: str) -> None:
    words, leads, along = ALONG[name]

    assert [(found, co) for _, found, co, _ in told(f"1. {words}")] == [(leads, along)]
