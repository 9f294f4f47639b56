"""Short passages, one phenomenon each. Places and people are invented."""

import pytest

from tests.reading.conftest import Told, told

D, H, A, C = "directive", "heading", "assessment", "closing"


def d(*leads: str, co: tuple[str, ...] = (), due: tuple[str, ...] = ()) -> Told:
    return (D, leads, co, due)


def h() -> Told:
    return (H, (), (), ())


def a() -> Told:
    return (A, (), (), ())


CORPUS: dict[str, tuple[str, list[Told]]] = {
    "giao opens the item": (
        "1. Giao UBND xã rà soát quỹ đất công.",
        [d("UBND xã")],
    ),
    "giao with a place name": (
        "1. Giao Đảng ủy phường Tân Lập kiểm tra việc thu gom rác thải.",
        [d("Đảng ủy phường Tân Lập")],
    ),
    "yêu cầu names the body": (
        "1. Yêu cầu Ban Chỉ huy Quân sự xã hoàn thành công tác tuyển quân.",
        [d("Ban Chỉ huy Quân sự xã")],
    ),
    "đề nghị names the body": (
        "1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã tăng cường giám sát.",
        [d("Ủy ban Mặt trận Tổ quốc Việt Nam xã")],
    ),
    "the body opens the item": (
        "1. Công an xã tiếp tục nắm chắc tình hình địa bàn.",
        [d("Công an xã")],
    ),
    "a body before a colon": (
        "1. Ban Xây dựng Đảng: Tham mưu kế hoạch kiểm tra năm 2026.",
        [d("Ban Xây dựng Đảng")],
    ),
    "a topic before giao": (
        "1. Về công tác tuyển quân: giao Ban Chỉ huy Quân sự xã tham mưu kế hoạch.",
        [d("Ban Chỉ huy Quân sự xã")],
    ),
    "a topic before the body": (
        "1. Đối với chợ trung tâm: Phòng Kinh tế rà soát lại phương án thu phí.",
        [d("Phòng Kinh tế")],
    ),
    "what a petition asks assigns nobody": (
        "1. Về đề nghị UBND tỉnh giao Sở Xây dựng nâng cấp tuyến đường: giao Phòng Kinh tế có văn bản trả lời.",
        [d("Phòng Kinh tế")],
    ),
    "an introductory clause": (
        "1. Trên cơ sở kết quả rà soát, Văn phòng Đảng ủy tổng hợp, báo cáo Ban Thường vụ.",
        [d("Văn phòng Đảng ủy")],
    ),
    "a purpose first": (
        "1. Để bảo đảm tiến độ dự án, Trung tâm Phát triển quỹ đất khẩn trương chi trả bồi thường.",
        [d("Trung tâm Phát triển quỹ đất")],
    ),
    "dashes inherit from giao": (
        "1. Giao UBND xã:\n\n- Rà soát hộ nghèo.\n\n- Lập danh sách hộ chính sách.",
        [h(), d("UBND xã"), d("UBND xã")],
    ),
    "dashes inherit from a bare body": (
        "1. Phòng Văn hóa - Xã hội\n\n- Tham mưu tổ chức lễ hội.\n\n- Kiểm tra các cơ sở kinh doanh.",
        [h(), d("Phòng Văn hóa - Xã hội"), d("Phòng Văn hóa - Xã hội")],
    ),
    "a lead-in sentence binds the list": (
        "Trong thời gian tới, đề nghị Đảng ủy xã Hòa Bình tập trung thực hiện các nhiệm vụ sau:\n\n1. Nắm chắc tình hình.\n\n2. Rà soát quy hoạch.",
        [h(), d("Đảng ủy xã Hòa Bình"), d("Đảng ủy xã Hòa Bình")],
    ),
    "cần after the body binds the list": (
        "Thời gian tới, UBND xã cần tập trung một số nội dung sau:\n\n1. Đẩy mạnh giải ngân.\n\n2. Kiểm tra các chợ.",
        [h(), d("UBND xã"), d("UBND xã")],
    ),
    "a child names its own body": (
        "1. UBND xã chỉ đạo:\n\n1.1. Phòng Kinh tế phối hợp với Công an xã kiểm tra bến bãi.\n\n1.2. Rà soát hồ sơ đất đai.",
        [h(), d("Phòng Kinh tế", co=("Công an xã",)), d("UBND xã")],
    ),
    "chỉ đạo in a heading hands the list to those led": (
        "1. Giao Đảng ủy UBND xã lãnh đạo thực hiện:\n\n1.1. Chỉ đạo Phòng Kinh tế\n\n1.1.1. Lập kế hoạch sử dụng đất.",
        [h(), h(), d("Phòng Kinh tế")],
    ),
    "a short name is the body of the lead-in": (
        "Thời gian tới, Đảng ủy phường Bắc Sơn cần quan tâm một số nội dung sau:\n\n1. Đảng ủy xây dựng kế hoạch sơ kết.",
        [h(), d("Đảng ủy phường Bắc Sơn")],
    ),
    "two ministries after a colon": (
        "1. Đề nghị các Bộ: Tài chính, Xây dựng xem xét hỗ trợ kinh phí.",
        [d("Bộ Tài chính", "Bộ Xây dựng")],
    ),
    "three departments without a colon": (
        "1. Giao các Sở Tài chính, Nội vụ và Tư pháp thẩm định dự thảo.",
        [d("Sở Tài chính", "Sở Nội vụ", "Sở Tư pháp")],
    ),
    "a ministry with a comma and và stays one": (
        "1. Giao Sở Văn hóa, Thể thao và Du lịch tổ chức ngày hội.",
        [d("Sở Văn hóa, Thể thao và Du lịch")],
    ),
    "a ministry with và stays one": (
        "1. Sở Nông nghiệp và Môi trường khẩn trương kiểm tra đê điều.",
        [d("Sở Nông nghiệp và Môi trường")],
    ),
    "two bodies share a place": (
        "1. Giao Đảng ủy, UBND xã Tân Lập rà soát các điểm sạt lở.",
        [d("Đảng ủy xã Tân Lập", "UBND xã Tân Lập")],
    ),
    "several communes after a colon": (
        "1. Giao UBND các xã: Tân Lập, Hòa Bình, Bắc Sơn rà soát hộ dân vùng trũng.",
        [d("UBND xã Tân Lập", "UBND xã Hòa Bình", "UBND xã Bắc Sơn")],
    ),
    "a general group is kept whole": (
        "1. Các cơ quan, đơn vị, địa phương chủ động tiết kiệm chi thường xuyên.",
        [d("Các cơ quan, đơn vị, địa phương")],
    ),
    "a group and a named body": (
        "1. Công an xã và các đơn vị liên quan tăng cường tuần tra.",
        [d("Công an xã", "các đơn vị liên quan")],
    ),
    "a number of groups": (
        "1. Đề nghị 15 Tổ dân phố phát động tổng vệ sinh môi trường.",
        [d("15 Tổ dân phố")],
    ),
    "a post leads": (
        "1. Giao đồng chí Phó Bí thư Thường trực Đảng ủy chỉ đạo Ban Xây dựng Đảng tổng hợp.",
        [d("Phó Bí thư Thường trực Đảng ủy")],
    ),
    "posts in general": (
        "1. Các đồng chí Ủy viên Ban Thường vụ phụ trách địa bàn tăng cường xuống cơ sở.",
        [d("Các đồng chí Ủy viên Ban Thường vụ phụ trách địa bàn")],
    ),
    "chủ trì, phối hợp với": (
        "1. Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã, Văn phòng UBND xã kiểm tra các bãi cát.",
        [d("Phòng Kinh tế", co=("Công an xã", "Văn phòng UBND xã"))],
    ),
    "phối hợp without với": (
        "1. Hội Nông dân xã phối hợp Phòng Kinh tế mở lớp tập huấn.",
        [d("Hội Nông dân xã", co=("Phòng Kinh tế",))],
    ),
    "làm việc với": (
        "1. Giao UBND xã làm việc với Công ty Điện lực Đông Hải để di dời cột điện.",
        [d("UBND xã", co=("Công ty Điện lực Đông Hải",))],
    ),
    "the duty of those urged is not ours": (
        "1. UBND xã đôn đốc các chủ đầu tư phối hợp với chính quyền địa phương.",
        [d("UBND xã")],
    ),
    "the heading's partner works in every point": (
        "1. Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã:\n\n- Kiểm tra bến thủy.\n\n- Xử lý xe quá tải.",
        [h(), d("Phòng Kinh tế", co=("Công an xã",)), d("Phòng Kinh tế", co=("Công an xã",))],
    ),
    "one who is reported to is given nothing": (
        "1. Giao Văn phòng Đảng ủy tổng hợp, trình Ban Thường vụ Đảng ủy trước ngày 05/12/2025.",
        [d("Văn phòng Đảng ủy", due=("2025-12-05",))],
    ),
    "praise is no task": (
        "1. Ghi nhận, biểu dương sự cố gắng của Đảng ủy, UBND xã Hòa Bình.",
        [a()],
    ),
    "what was done is no task": (
        "1. Thực hiện Kế hoạch số 15-KH/ĐU, ngày 02/3/2025 của Đảng ủy, UBND xã đã ban hành 12 văn bản.",
        [a()],
    ),
    "an agreement is no task": (
        "1. Thống nhất chủ trương đầu tư Trường Mầm non Sao Mai.",
        [a()],
    ),
    "an agreement that gives a task": (
        "1. Thống nhất chủ trương đầu tư nhà văn hóa thôn Đoài. Giao UBND xã triển khai các bước tiếp theo.",
        [d("UBND xã")],
    ),
    "an assessing section": (
        "I- Đánh giá chung\n\nCông tác xây dựng Đảng đạt nhiều kết quả.\n\nII- Nhiệm vụ\n\n1. UBND xã khẩn trương quyết toán.",
        [h(), a(), h(), d("UBND xã")],
    ),
    "numbering restarts in each section": (
        "I- Nhiệm vụ của UBND xã\n\n1. UBND xã rà soát quy hoạch.\n\nII- Nhiệm vụ khác\n\n1. Công an xã tăng cường tuần tra.",
        [h(), d("UBND xã"), h(), d("Công an xã")],
    ),
    "được giao is no assignment": (
        "1. Phòng Kinh tế hoàn thành các nhiệm vụ được giao.",
        [d("Phòng Kinh tế")],
    ),
    "bàn giao is no assignment": (
        "1. UBND xã bàn giao mặt bằng cho Công ty Xây dựng Thành Công trước ngày 30/11/2025.",
        [d("UBND xã", due=("2025-11-30",))],
    ),
    "yêu cầu as a noun": (
        "1. Phòng Nội vụ bố trí cán bộ đáp ứng yêu cầu nhiệm vụ.",
        [d("Phòng Nội vụ")],
    ),
    "two sentences, two bodies": (
        "1. Giao Phòng Kinh tế lập phương án. Công an xã bảo đảm an ninh trật tự.",
        [d("Phòng Kinh tế"), d("Công an xã")],
    ),
    "a semicolon, another body": (
        "1. Giao Phòng Kinh tế lập phương án trước ngày 01/12/2025; giao Công an xã kiểm tra trước ngày 10/12/2025.",
        [d("Phòng Kinh tế", due=("2025-12-01",)), d("Công an xã", due=("2025-12-10",))],
    ),
    "numbered points inside a paragraph": (
        "1. Giao UBND xã: (1) Rà soát hộ nghèo; (2) Kiểm tra nhà văn hóa thôn.",
        [h(), d("UBND xã"), d("UBND xã")],
    ),
    "results told in numbers are not split": (
        "1. UBND xã khẩn trương làm rõ các nội dung: (1) diện tích; (2) số hộ.",
        [d("UBND xã")],
    ),
    "letters under numbers": (
        "1. UBND xã:\n\na) Rà soát đất công.\n\nb) Kiểm tra trật tự xây dựng.",
        [h(), d("UBND xã"), d("UBND xã")],
    ),
    "plus under dash": (
        "1. Giao UBND xã:\n\n- Tập trung các việc sau:\n\n+ Rà soát nhà tạm.\n\n+ Vận động hiến đất.",
        [h(), h(), d("UBND xã"), d("UBND xã")],
    ),
    "a paragraph goes on with the item": (
        "1. UBND xã tăng cường quản lý đất đai.\n\nKiên quyết xử lý các trường hợp lấn chiếm.",
        [d("UBND xã")],
    ),
    "a deadline in a sentence of its own": (
        "1. UBND xã lập phương án bồi thường.\n\nHoàn thành trước ngày 15/12/2025.",
        [d("UBND xã", due=("2025-12-15",))],
    ),
    "a paragraph with another body is an item": (
        "1. UBND xã tăng cường quản lý đất đai.\n\nCông an xã xử lý nghiêm vi phạm.",
        [d("UBND xã"), d("Công an xã")],
    ),
    "the standing duty to report": (
        "1. UBND xã tổ chức thực hiện.\n\nTrong quá trình thực hiện, các cơ quan, đơn vị kịp thời báo cáo vướng mắc.",
        [d("UBND xã"), d("các cơ quan, đơn vị")],
    ),
    "the closing formula": (
        "1. UBND xã tổ chức thực hiện.\n\nVăn phòng Đảng ủy thông báo để các cơ quan, đơn vị biết, thực hiện./.",
        [d("UBND xã"), (C, (), (), ())],
    ),
    "a cited date is no deadline": (
        "1. UBND xã thực hiện Kết luận số 15-KL/HU, ngày 20/6/2025 của Huyện ủy.",
        [d("UBND xã")],
    ),
    "a budget year is no deadline": (
        "1. UBND xã giải ngân kế hoạch vốn năm 2025.",
        [d("UBND xã")],
    ),
    "the start of a rule is no deadline": (
        "1. UBND xã áp dụng mức thu mới từ ngày 01/01/2026.",
        [d("UBND xã")],
    ),
    "a missed day is no deadline": (
        "1. UBND xã rà soát các dự án chưa hoàn thành trong tháng 3/2025.",
        [d("UBND xã")],
    ),
    "a deadline after a cited date": (
        "1. Giao UBND xã căn cứ Công văn số 12-CV/HU, ngày 05/11/2025, báo cáo trước ngày 28/11/2025.",
        [d("UBND xã", due=("2025-11-28",))],
    ),
    "two deadlines": (
        "1. UBND xã gửi dự thảo trước ngày 25/11/2025, trình ký trước ngày 30/11/2025.",
        [d("UBND xã", due=("2025-11-25", "2025-11-30"))],
    ),
    "a hard wrap inside the deadline": (
        "1. Giao Phòng Kinh tế hoàn thành việc cắm mốc giới trước ngày 25 tháng\n11 năm 2025.",
        [d("Phòng Kinh tế", due=("2025-11-25",))],
    ),
    "bold marks inside the deadline": (
        "1. Giao Phòng Kinh tế cắm mốc giới (hoàn thành **trước ngày 30/11/2025**).",
        [d("Phòng Kinh tế", due=("2025-11-30",))],
    ),
    "a deadline between body and verb": (
        "1. Giao Phòng Kinh tế trước ngày 05/12/2025 báo cáo kết quả.",
        [d("Phòng Kinh tế", due=("2025-12-05",))],
    ),
    "via those who are led": (
        "1. UBND xã chỉ đạo Phòng Kinh tế, các thôn khẩn trương gieo cấy.",
        [d("UBND xã")],
    ),
    "a body that benefits": (
        "1. Phòng Kinh tế hướng dẫn các hợp tác xã làm thủ tục vay vốn.",
        [d("Phòng Kinh tế")],
    ),
    "chịu trách nhiệm": (
        "1. Trưởng Công an xã chịu trách nhiệm nếu để xảy ra khai thác cát trái phép.",
        [d("Trưởng Công an xã")],
    ),
    "passive được giao": (
        "1. Phòng Kinh tế được giao chủ trì, phối hợp với Công an xã xác minh.",
        [d("Phòng Kinh tế", co=("Công an xã",))],
    ),
    "an item without any body": (
        "1. Rà soát, đánh giá kỹ tiến độ các dự án.",
        [d()],
    ),
    "by function and duty": (
        "1. Các phòng, ban theo chức năng, nhiệm vụ được giao khẩn trương xử lý kiến nghị.",
        [d("Các phòng, ban")],
    ),
    "a verb the reader has never met": (
        "1. Đoàn Thanh niên xã đảm nhận công trình phần việc mới.",
        [d("Đoàn Thanh niên xã")],
    ),
    "an address to one body": (
        "1. Đối với Công an xã: tăng cường tuần tra ban đêm.",
        [d("Công an xã")],
    ),
    "cells of all villages": (
        "1. Chi bộ các thôn tổ chức sinh hoạt chuyên đề.",
        [d("Chi bộ các thôn")],
    ),
    "three bodies of one committee": (
        "1. Giao Ban Tổ chức, Ủy ban Kiểm tra, Văn phòng Huyện ủy đôn đốc việc thực hiện.",
        [d("Ban Tổ chức", "Ủy ban Kiểm tra", "Văn phòng Huyện ủy")],
    ),
    "posts of all communes": (
        "1. Bí thư Đảng ủy, Chủ tịch UBND các xã chịu trách nhiệm trước Ban Thường vụ.",
        [d("Bí thư Đảng ủy", "Chủ tịch UBND các xã")],
    ),
    "a clause of restriction": (
        "1. UBND các xã có đất thu hồi chịu trách nhiệm tuyên truyền.",
        [d("UBND các xã có đất thu hồi")],
    ),
    "contents of a scheme are no tasks": (
        "1. Giao Phòng Nội vụ lập đề án về: (1) Sắp xếp thôn; (2) Bố trí cán bộ.",
        [d("Phòng Nội vụ")],
    ),
    "a company of many words": (
        "1. Công ty TNHH MTV Khai thác công trình thủy lợi Sông Chảy vận hành trạm bơm.",
        [d("Công ty TNHH MTV Khai thác công trình thủy lợi Sông Chảy")],
    ),
    "an order among what is told": (
        "I. TỒN TẠI, HẠN CHẾ\n\n1. Một số chỉ tiêu chưa đạt. Yêu cầu UBND xã làm rõ trách nhiệm trước ngày 31/12/2025.",
        [h(), d("UBND xã", due=("2025-12-31",))],
    ),
    "a decision's day is no limit of the order": (
        "1. Đồng ý kéo dài đợt cao điểm đến hết ngày 15/12/2025; giao Công an xã tổng kết trong tháng 12/2025.",
        [d("Công an xã", due=("2025-12-31",))],
    ),
    "a matter put off": ("1. Tăng biên chế cho xã: chưa xem xét.", [a()]),
    "one body told of and then pressed": (
        "1. Phòng Kinh tế đã trình phương án. Phòng Kinh tế tiếp tục theo dõi.",
        [d("Phòng Kinh tế")],
    ),
    "what stands before the lead-in is ordered for itself": (
        "1. Giao UBND xã hoàn chỉnh báo cáo; tập trung các nhiệm vụ sau:\n\n- Rà soát quỹ đất.",
        [d("UBND xã"), d("UBND xã")],
    ),
    "requirements of one task stay whole": (
        "1. Giao UBND xã ban hành kế hoạch; trong đó: (1) Làm rõ phạm vi; (2) Bảo đảm công khai.",
        [d("UBND xã")],
    ),
    "a body over one paragraph": (
        "1. Công an xã\n\nTăng cường tuần tra ban đêm.",
        [h(), d("Công an xã")],
    ),
    "a part that leads in with its addressee": (
        "I- Ban Thường vụ yêu cầu các cấp ủy, tổ chức đảng thực hiện các nhiệm vụ sau:\n\n1. Nâng cao nhận thức.",
        [h(), d("các cấp ủy, tổ chức đảng")],
    ),
    "a part that is a paragraph": (
        "I- Sau 5 năm thực hiện, nhiều nơi đã có chuyển biến; một số nơi còn chậm.\n\nII- Giao UBND xã rà soát quỹ đất.",
        [a(), d("UBND xã")],
    ),
    "to lead is a verb under a Party committee": (
        "1. Đối với Đảng ủy xã Tân Lập:\n\n- Lãnh đạo UBND xã đẩy nhanh giải ngân.",
        [h(), d("Đảng ủy xã Tân Lập")],
    ),
    "to organise is a verb": (
        "1. Các chi bộ: tổ chức sinh hoạt chuyên đề; lãnh đạo thực hiện tốt việc thu đảng phí.",
        [d("Các chi bộ")],
    ),
    "need and demand as nouns": (
        "1. Việc lập đề án là cần thiết, song tiến độ chậm so với yêu cầu.",
        [a()],
    ),
    "old spelling of ủy": (
        "1. Giao Uỷ ban nhân dân xã rà soát; báo cáo Đảng uỷ.",
        [d("Uỷ ban nhân dân xã")],
    ),
    "a scheme's principles are no tasks": (
        "1. Giao Đảng ủy UBND xã lãnh đạo, chỉ đạo:\n\n- Sắp xếp các đơn vị theo một số nguyên tắc sau:\n\n(1) Một đơn vị có thể làm nhiều việc.\n\n(2) Bảo đảm tự chủ.\n\n- Rà soát quy hoạch.",
        [h(), d("Đảng ủy UBND xã"), a(), a(), d("Đảng ủy UBND xã")],
    ),
    "what a plan must meet is no task": (
        "1. UBND xã xây dựng kế hoạch bảo đảm các yêu cầu sau:\n\n- Rõ người, rõ việc.\n\n- Xác định nguồn lực.",
        [d("UBND xã"), a(), a()],
    ),
    "the directions of a scheme are no tasks": (
        "1. Phòng Nội vụ hoàn thiện đề án theo hướng:\n\na) Giảm đầu mối.\n\nb) Tăng phân cấp.",
        [d("Phòng Nội vụ"), a(), a()],
    ),
    "what a principle gives to somebody is a task": (
        "1. Phòng Nội vụ hoàn thiện đề án theo nguyên tắc sau:\n\na) Giảm đầu mối.\n\nb) Giao Phòng Kinh tế tính toán kinh phí.",
        [d("Phòng Nội vụ"), a(), d("Phòng Kinh tế")],
    ),
    "demands and tasks to be met are a list of tasks": (
        "1. Tập trung thực hiện tốt yêu cầu, nhiệm vụ sau đây:\n\na) Giao Trạm Y tế rà soát.\n\nb) Phòng Kinh tế bố trí vốn.",
        [h(), d("Trạm Y tế"), d("Phòng Kinh tế")],
    ),
    "a sentence between title and points binds them": (
        "2. Về nhiệm vụ năm 2026\n\nTrên cơ sở báo cáo, Ban Xây dựng Đảng và các chi bộ trực thuộc cần tập trung thực hiện một số nhiệm vụ sau:\n\n(1) Nâng cao chất lượng tham mưu.\n\n(2) Đổi mới sinh hoạt.",
        [
            h(),
            h(),
            d("Ban Xây dựng Đảng", "các chi bộ trực thuộc"),
            d("Ban Xây dựng Đảng", "các chi bộ trực thuộc"),
        ],
    ),
    "a point that names another does not change whom the sentence binds": (
        "2. Về nhiệm vụ thời gian tới\n\nYêu cầu các phòng chuyên môn tập trung:\n\na) Cải cách hành chính.\n\nb) Giao Phòng Kinh tế rà soát dự án.\n\nc) Bảo đảm tiến độ.",
        [
            h(),
            h(),
            d("các phòng chuyên môn"),
            d("Phòng Kinh tế"),
            d("các phòng chuyên môn"),
        ],
    ),
    "a short name of several is all of them": (
        "1. Văn phòng Đảng ủy và các văn phòng cấp ủy trực thuộc tập trung một số nhiệm vụ sau:\n\n- Các văn phòng đổi mới cách làm.",
        [h(), d("Văn phòng Đảng ủy", "các văn phòng cấp ủy trực thuộc")],
    ),
    "a topic's first body goes on where bodies in general are led in": (
        "Yêu cầu các cơ quan, đơn vị liên quan:\n\n1. Đối với dự án hồ Suối Vàng\n\na) Giao Phòng Kinh tế hoàn thành hồ sơ.\n\nb) Kiên quyết không để chậm tiến độ.\n\n2. Đối với các dự án khác\n\na) Rà soát vướng mắc.",
        [
            h(),
            h(),
            d("Phòng Kinh tế"),
            d("Phòng Kinh tế"),
            h(),
            d("các cơ quan, đơn vị liên quan"),
        ],
    ),
    "counted demands of a part": (
        "II. MỘT SỐ YÊU CẦU\n\nThứ nhất, các thôn, tổ dân phố với tinh thần “nói là làm”, tập trung hoàn thành các mục tiêu.\n\nThứ hai, các tuyến đường đưa vào khai thác phải đồng bộ.\n\nThứ ba, giao Phòng Kinh tế tổng hợp.\n\nThứ tư, đẩy mạnh truyền thông.",
        [h(), d("các thôn, tổ dân phố"), d(), d("Phòng Kinh tế"), d()],
    ),
    "counted points of a part that tells": (
        "I. ĐÁNH GIÁ CHUNG\n\nThứ nhất, việc giải ngân phải nói là có tiến bộ.\n\nThứ hai, các phòng đã tích cực vào cuộc.",
        [h(), a(), a()],
    ),
    "the weight of a matter is no task": (
        "1. Việc sắp xếp đơn vị hành chính là chủ trương lớn; phải làm thận trọng, chắc chắn.",
        [a()],
    ),
    "an order behind the weight of a matter": (
        "1. Việc sắp xếp là nhiệm vụ quan trọng; giao Phòng Nội vụ chủ trì tham mưu.",
        [d("Phòng Nội vụ")],
    ),
    "agreement with a proposal": (
        "1. Thống nhất với đề xuất của Phòng Kinh tế. Trong quá trình thực hiện, tiếp tục rà soát.",
        [a()],
    ),
    "agreement with a body on something is work": (
        "1. Thống nhất với Phòng Kinh tế phương án di dời trước ngày 10/12/2025.",
        [d(co=("Phòng Kinh tế",), due=("2025-12-10",))],
    ),
    "agreement by and large": (
        "1. Ban Thường vụ cơ bản nhất trí với Tờ trình của Đảng ủy UBND xã.",
        [a()],
    ),
    "agreement of many before an order": (
        "1. Về phê duyệt đề án: Các phòng thống nhất chỉ có một đầu mối; giao Phòng Nội vụ chủ trì.",
        [d("Phòng Nội vụ")],
    ),
    "liability is no order": (
        "1. Giao UBND xã chi trả. Trường hợp chậm trễ thì Chủ tịch UBND xã chịu trách nhiệm.",
        [d("UBND xã")],
    ),
    "what to do about hindrances is an item": (
        "1. Giao Công an xã tuần tra.\n\nQuá trình thực hiện nếu có khó khăn thì các chi bộ, tổ dân phố kịp thời báo cáo.",
        [d("Công an xã"), d("các chi bộ, tổ dân phố")],
    ),
    "blame behind praise is an item": (
        "1. Về kết quả\n\n(1) Kinh tế tăng trưởng khá.\n\nTuy nhiên, giải ngân còn chậm.",
        [h(), a(), a()],
    ),
    "who acts stands in brackets": (
        "1. Khẩn trương rà soát (Phòng Kinh tế chủ trì, hoàn thành trước ngày 20/12/2025).",
        [d("Phòng Kinh tế", due=("2025-12-20",))],
    ),
    "giao in brackets": (
        "1. Rà soát quy hoạch chung (giao Phòng Kinh tế).",
        [d("Phòng Kinh tế")],
    ),
    "a source in brackets does not act": (
        "1. Rà soát quy hoạch chung (theo kiến nghị của Phòng Kinh tế).",
        [d()],
    ),
    "who acts stands behind a label": (
        "1. Rà soát quy hoạch chung. Cơ quan chủ trì: Phòng Kinh tế; cơ quan phối hợp: Công an xã.",
        [d("Phòng Kinh tế", co=("Công an xã",))],
    ),
    "who carries out, and by when": (
        "1. Sửa chữa cầu. Đơn vị thực hiện: Phòng Kinh tế. Thời gian: trước ngày 20/12/2025.",
        [d("Phòng Kinh tế", due=("2025-12-20",))],
    ),
    "those beside the lead work along": (
        "1. Công an xã chủ trì, các phòng liên quan phối hợp, khẩn trương điều tra.",
        [d("Công an xã", co=("các phòng liên quan",))],
    ),
    "agreement that gives": (
        "1. Đồng ý giao UBND xã Tân Lập làm chủ đầu tư; UBND xã chịu trách nhiệm về tiến độ.",
        [d("UBND xã Tân Lập")],
    ),
    "a body called short is no second one": (
        "1. Giao Công ty Thủy lợi Đông Hải tích nước. Công ty chịu trách nhiệm về an toàn hồ.",
        [d("Công ty Thủy lợi Đông Hải")],
    ),
    "a limit before the body": (
        "1. Chậm nhất ngày 15/12/2025, các thôn, tổ dân phố hoàn thành việc chi trả.",
        [d("các thôn, tổ dân phố", due=("2025-12-15",))],
    ),
    "the time to come before the body": (
        "Thời gian tới, UBND xã tập trung các nhiệm vụ sau:\n\n1. Rà soát hộ nghèo.",
        [h(), d("UBND xã")],
    ),
    "a break lost before a label": (
        "Thời gian tới, UBND xã tập trung các nhiệm vụ sau:1. Rà soát hộ nghèo.2. Sửa chữa cầu.",
        [h(), d("UBND xã"), d("UBND xã")],
    ),
}


@pytest.mark.parametrize("name", CORPUS)
def test_a_passage_is_read_as_a_clerk_would(name: str) -> None:
    passage, right = CORPUS[name]

    assert told(passage) == right
