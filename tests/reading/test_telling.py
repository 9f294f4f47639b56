"""What is only told, asked or led in with, and what is ordered beside it. Places and people are invented."""

import pytest

from tests.reading.conftest import Told, told


def d(*leads: str, due: tuple[str, ...] = ()) -> Told:
    return ("directive", leads, (), due)


H: Told = ("heading", (), (), ())
A: Told = ("assessment", (), (), ())

PASSAGES: dict[str, tuple[str, list[Told]]] = {
    "what a person asks for": (
        "1. Ông Lê Văn Tám, thôn Đông: Đề nghị UBND xã cấp giấy chứng nhận trước ngày 30/6/2026.\n\nGiao UBND xã kiểm tra hồ sơ, trả lời trước ngày 15/7/2026.",
        [A, d("UBND xã", due=("2026-07-15",))],
    ),
    "an order behind what a person asks for": (
        "1. Bà Lê Thị Sáu phản ánh việc thu gom rác. Giao Phòng Kinh tế kiểm tra.",
        [d("Phòng Kinh tế")],
    ),
    "to examine one's fault is a duty": (
        "Ban Thường vụ yêu cầu UBND xã thực hiện các nhiệm vụ sau:\n\n- Kiểm điểm, làm rõ trách nhiệm của cá nhân để chậm.",
        [H, d("UBND xã")],
    ),
    "the result is reported": (
        "1. Kết quả thực hiện các nội dung trên, UBND xã báo cáo Ban Thường vụ trước ngày 30/11/2026.",
        [d("UBND xã", due=("2026-11-30",))],
    ),
    "a matter of the agenda: what happened, what is to be done": (
        "2. Về tình hình giải phóng mặt bằng Dự án cầu Đông Hải\n\n- Tiến độ còn chậm.\n\n- Giao UBND xã vận động các hộ.\n\n- Ban Dân vận tăng cường bám nắm cơ sở.",
        [H, A, d("UBND xã"), d("Ban Dân vận")],
    ),
    "an order with a day where results are told": (
        "2. Kết quả thực hiện\n\n- Tiến độ còn chậm.\n\n- Công an huyện điều tra, báo cáo kết quả trước ngày 31/8/2026.",
        [H, A, d("Công an huyện", due=("2026-08-31",))],
    ),
    "a topic, and who is to lead whom": (
        "2. Về kinh tế, giao Đảng ủy UBND phường lãnh đạo UBND phường: (1) Rà soát thu ngân sách; (2) Thống kê thiệt hại.",
        [H, d("Đảng ủy UBND phường"), d("Đảng ủy UBND phường")],
    ),
    "who is directed, several of them": (
        "1. Giao UBND huyện báo cáo Sở Nội vụ; đồng thời chỉ đạo Phòng Y tế, UBND các xã kiểm kê tài sản.",
        [d("UBND huyện")],
    ),
    "a sentence that was cut off": (
        "1. Giao UBND xã rà soát hồ sơ.\n\n2. Đối với",
        [d("UBND xã"), A],
    ),
    "what the year brought": (
        "1. Năm 2025, Mặt trận và các tổ chức chính trị - xã hội từ xã đến thôn đã phối hợp chăm lo Tết.",
        [A],
    ),
    "years of a rule": (
        "1. Sau hơn 08 năm thực hiện, công tác có chuyển biến; 100% tàu được cập nhật trước ngày 31/3/2026.",
        [A],
    ),
    "a title that is a kind of bodies": (
        "1. Các trường học\n\n- Trường Tiểu học Hoa Mai báo cáo các khoản thu.\n- Xây dựng phương án bảo đảm an toàn.",
        [H, d("Trường Tiểu học Hoa Mai"), d("Các trường học")],
    ),
    "the head of the body above": (
        "1. Phòng Kế hoạch:\n\n- Giao Trưởng phòng trực tiếp chỉ đạo việc rà soát.",
        [H, d("Phòng Kế hoạch")],
    ),
    "who answers is no body beside": (
        "1. Các đơn vị hoàn thành rà soát; nếu để chậm, người đứng đầu phải chịu trách nhiệm.",
        [d("Các đơn vị")],
    ),
    "the end of a list under a body": (
        "1. Phòng Tư pháp:\n\n- Tiếp thu ý kiến của Sở Tư pháp, Sở Nội vụ khẩn trương hoàn thiện đề án.",
        [H, d("Phòng Tư pháp")],
    ),
    "the end of a list is who acts": (
        "1. Bám sát chỉ đạo của Tỉnh ủy, Huyện ủy, Ủy ban Kiểm tra Huyện ủy chủ động tham mưu kế hoạch.",
        [d("Ủy ban Kiểm tra Huyện ủy")],
    ),
    "a paper that is carried out": (
        "1. Thực hiện Công văn số 15-CV/HU của Huyện ủy, Phòng Nội vụ rà soát biên chế.",
        [d("Phòng Nội vụ")],
    ),
    "a body with its place asks another": (
        "1. UBND tỉnh Đông Hải yêu cầu nhà đầu tư cam kết tiến độ.",
        [d("UBND tỉnh Đông Hải")],
    ),
    "bodies in a line over a list": (
        "Đề nghị UBND các xã:\n\n- Rà soát hộ nghèo.\n- Công khai danh sách.",
        [H, d("UBND các xã"), d("UBND các xã")],
    ),
    "given before the colon": (
        "1. Đối với các việc đã rõ thẩm quyền, giao UBND xã: (1) Sửa chữa đường thôn 3; (2) Lắp đặt điểm tập kết rác.",
        [H, d("UBND xã"), d("UBND xã")],
    ),
    "an order before its points": (
        "1. UBND xã nghiêm túc rút kinh nghiệm, khẩn trương thực hiện các việc sau:\n\na) Rà soát đất công.",
        [d("UBND xã"), d("UBND xã")],
    ),
    "what a plan is for": (
        "I. MỤC ĐÍCH, YÊU CẦU\n\n1. Tạo không khí phấn khởi trong Nhân dân.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Giao Công an xã giữ gìn trật tự.",
        [H, A, H, d("Công an xã")],
    ),
    "a letter takes its leave": (
        "1. Giao Sở Y tế rà soát.\n\nUBND tỉnh đề nghị Quý cơ quan quan tâm phối hợp thực hiện./.",
        [d("Sở Y tế"), ("closing", (), (), ())],
    ),
    "at whose request": (
        "1. Xét đề nghị của Sở Tài chính, UBND tỉnh giao Sở Xây dựng lập dự toán.",
        [d("Sở Xây dựng")],
    ),
    "what is sent along": ("(Gửi kèm danh sách các dự án chậm tiến độ)", [A]),
    "what an answer only takes note of": (
        "1. Về kiến nghị nâng cấp đường thôn 3: Thường trực ghi nhận, sẽ xem xét khi có nguồn vốn.",
        [A],
    ),
    "a plan that is carried out": (
        "1. Về công tác dân số: Thực hiện Kế hoạch số 12/KH-UBND, Phòng Y tế lập danh sách.",
        [d("Phòng Y tế")],
    ),
}


@pytest.mark.parametrize("name", PASSAGES)
def test_what_is_told_is_no_task(name: str) -> None:
    passage, right = PASSAGES[name]

    assert told(passage) == right
