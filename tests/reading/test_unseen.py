"""Limits and dates as papers nobody has seen yet may print them: spellings, hours, windows, terms, and what only tells.

Read on a paper issued on Tuesday 18 November 2025. Days are the last in time, in printed order.
"""

from datetime import date, time

import pytest

from directives.reading import read
from directives.reading.deadlines import find_deadlines
from directives.reading.recurrence import find_recurrences
from tests.reading.conftest import FOOT

ISSUED = date(2025, 11, 18)
TODAY = date(2025, 11, 20)


def days(sentence: str) -> str:
    found = find_deadlines(sentence, issued_on=ISSUED, today=TODAY)
    return " ".join(str(one.due_on) for one in found if one.due_on)


DATED = [
    ("Sở Tài chính báo cáo trong vòng 15 ngày kể từ ngày ký.", "2025-12-03"),
    ("Sở Tài chính báo cáo chậm nhất sau 07 ngày làm việc kể từ ngày ban hành Thông báo này.", "2025-11-27"),
    ("Sở Tài chính rà soát hồ sơ, xong trong ngày 12/12.", "2025-12-12"),
    ("Sở Tài chính rà soát, báo cáo UBND tỉnh (15/12/2025).", "2025-12-15"),
    ("Sở Tài chính rà soát hồ sơ; thời gian: tháng 12/2025.", "2025-12-31"),
    ("Sở Tài chính rà soát hồ sơ; thời hạn hoàn thành: 30/12/2025.", "2025-12-30"),
    ("Đến 31/12/2025 đạt 95% kế hoạch vốn.", "2025-12-31"),
    ("Sở Tài chính hoàn thành trong quý I và quý II/2026.", "2026-06-30"),
    ("Sở Tài chính hoàn thành trong 6 tháng cuối năm.", "2025-12-31"),
    ("UBND xã đưa công trình cấp nước vào khai thác trong năm 2026.", "2026-12-31"),
    ("UBND xã đưa bến xe mới vào sử dụng trong năm 2026, không để chậm.", "2026-12-31"),
    ("Sở Y tế lấy mẫu nước sinh hoạt để quan trắc, phân tích ngay trong tháng 11/2025.", "2025-11-30"),
    ("Công an xã tuyên truyền; thời gian tuyên truyền từ ngày 20/11/2025 đến hết ngày 30/12/2025.", "2025-12-30"),
    ("Công an xã ra quân từ ngày 20/11 đến hết ngày 30/12/2025.", "2025-12-30"),
    ("UBND xã kiểm điểm việc để chậm so với Thông báo số 31-TB/HU, ngày 04/3/2025 (yêu cầu xong trước ngày 25/3/2025); di chuyển xong 12 hộ chậm nhất ngày 25/12/2025.", "2025-12-25"),
    ("UBND xã hoàn thành quyết toán 09 dự án đã đưa vào sử dụng trước năm 2021 trong quý IV năm 2025.", "2025-12-31"),
    ("Sở Tư pháp ban hành quy định trong quý IV nám 2025.", "2025-12-31"),
    ("Riêng các xã bị thiệt hại do mưa lũ trong tháng 11/2025 hoàn thành trong quý II/2026.", "2026-06-30"),
    ("Sở Xây dựng hoàn thành chậm nhất là 31/12/2025.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành trước ngày 15/12/2025 và báo cáo UBND tỉnh trước ngày 20/12/2025.", "2025-12-15 2025-12-20"),
    ("Sở Xây dựng gửi về Văn phòng trước 10h00, ngày 25/11/2025 để tổng hợp.", "2025-11-25"),
    ("Sở Xây dựng gửi về Văn phòng trước 10 giờ sáng ngày 25/11/2025.", "2025-11-25"),
    ("Sở Xây dựng gửi về Văn phòng trước 16 giờ chiều ngày 25/11/2025.", "2025-11-25"),
    ("Sở Xây dựng gửi về Văn phòng vào sáng ngày 25/11/2025.", "2025-11-25"),
    ("Sở Xây dựng gửi báo cáo trước cuối giờ chiều ngày 25/11/2025.", "2025-11-25"),
    ("Sở Xây dựng gửi báo cáo trước 17g00 ngày 25/11/2025.", "2025-11-25"),
    ("Sở Xây dựng gửi báo cáo trước 17 h 30 ngày 25/11/2025.", "2025-11-25"),
    ("Sở Xây dựng gửi báo cáo trước ngày thứ Sáu (28/11/2025).", "2025-11-28"),
    ("Sở Xây dựng gửi báo cáo trước Thứ 6 ngày 28/11/2025.", "2025-11-28"),
    ("Sở Xây dựng gửi báo cáo trước ngày Chủ nhật, 30/11/2025.", "2025-11-30"),
    ("Sở Xây dựng gửi báo cáo trước thứ Hai tuần sau.", "2025-11-24"),
    ("Sở Xây dựng gửi báo cáo trước thứ Hai tuần tới (24/11).", "2025-11-24"),
    ("Sở Xây dựng hoàn thành vào cuối tuần này.", "2025-11-23"),
    ("Sở Xây dựng hoàn thành trước ngày 25/12/25.", "2025-12-25"),
    ("Sở Xây dựng hoàn thành trước ngày 25 /12/ 2025.", "2025-12-25"),
    ("Sở Xây dựng hoàn thành trước ngày 25/ 12/2025.", "2025-12-25"),
    ("Sở Xây dựng hoàn thành trước ngày 25/12 /2025.", "2025-12-25"),
    ("Sở Xây dựng hoàn thành trước ngày 25.12.2025.", "2025-12-25"),
    ("Sở Xây dựng hoàn thành trước ngày 25 tháng 12, năm 2025.", "2025-12-25"),
    ("Sở Xây dựng hoàn thành trước tháng 12/2025.", "2025-11-30"),
    ("Sở Xây dựng hoàn thành trong tháng 12 /2025.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành trong tháng 12 -2025.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành trong Quý IV/ 2025.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành trong Quí IV/2025.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành trong quý 4 năm 2025.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành trong quý tư năm 2025.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành trong qúy IV/2025.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành trong 02 tháng cuối năm 2025.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành trong tháng 11, tháng 12 năm 2025.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành trong tháng 11 - 12/2025.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành trong quý I, II/2026.", "2026-06-30"),
    ("Sở Xây dựng hoàn thành trong quý I - quý II năm 2026.", "2026-06-30"),
    ("Sở Xây dựng hoàn thành chậm nhất 31/12/2025.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành không quá ngày 31/12/2025.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành không được chậm hơn ngày 31/12/2025.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành muộn nhất là ngày 31/12/2025.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành muộn nhất trong tháng 12/2025.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành đúng ngày 31/12/2025.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành trước hoặc trong ngày 31/12/2025.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành trong khoảng thời gian từ ngày 20/11/2025 đến ngày 31/12/2025.", "2025-12-31"),
    ("Sở Xây dựng rà soát toàn bộ hồ sơ. Thời gian thực hiện: Từ 20/11/2025 đến 31/12/2025.", "2025-12-31"),
    ("Sở Xây dựng rà soát toàn bộ hồ sơ. Thời gian thực hiện: Từ tháng 11/2025 đến tháng 3/2026.", "2026-03-31"),
    ("Sở Xây dựng rà soát toàn bộ hồ sơ. Thời gian thực hiện: Năm 2026.", "2026-12-31"),
    ("Sở Xây dựng rà soát toàn bộ hồ sơ. Hoàn thành: 31/12/2025.", "2025-12-31"),
    ("Sở Xây dựng rà soát toàn bộ hồ sơ (hoàn thành: tháng 12/2025).", "2025-12-31"),
    ("Sở Xây dựng rà soát toàn bộ hồ sơ (thời hạn: trước ngày 20/12/2025).", "2025-12-20"),
    ("Sở Xây dựng rà soát toàn bộ hồ sơ (thời gian báo cáo: ngày 20/12/2025).", "2025-12-20"),
    ("Sở Xây dựng rà soát toàn bộ hồ sơ (hạn báo cáo ngày 20/12/2025).", "2025-12-20"),
    ("Sở Xây dựng rà soát toàn bộ hồ sơ; thời gian gửi báo cáo chậm nhất ngày 20/12/2025.", "2025-12-20"),
    ("Sở Xây dựng rà soát toàn bộ hồ sơ; thời gian hoàn thành trong tháng 12/2025.", "2025-12-31"),
    ("Sở Xây dựng trình Chủ tịch UBND tỉnh trong 10 ngày kể từ ngày ban hành Thông báo này.", "2025-11-28"),
    ("Sở Xây dựng trình trong thời gian 10 ngày, kể từ ngày Thông báo này được ban hành.", "2025-11-28"),
    ("Sở Xây dựng trình trong 5 ngày làm việc tới.", "2025-11-25"),
    ("Sở Xây dựng trình trong 10 ngày tới.", "2025-11-28"),
    ("Sở Xây dựng trình trong vòng 02 tuần tới.", "2025-12-02"),
    ("Sở Xây dựng trình trong vòng 01 tháng tới.", "2025-12-18"),
    ("Sở Xây dựng trình sau 10 ngày kể từ ngày ban hành kết luận.", "2025-11-28"),
    ("Sở Xây dựng trình trong vòng một tuần kể từ ngày ban hành Thông báo.", "2025-11-25"),
    ("Sở Xây dựng trình trong vòng mười ngày kể từ ngày ký ban hành.", "2025-11-28"),
    ("Sở Xây dựng trình trong thời hạn 30 ngày kể từ ngày ban hành Kết luận này.", "2025-12-18"),
    ("Sở Xây dựng trình trong thời hạn 30 ngày tính từ ngày ban hành Kết luận này.", "2025-12-18"),
    ("Sở Xây dựng xử lý dứt điểm trong tháng 12/2025, không để kéo dài sang năm 2026.", "2025-12-31"),
    ("Phấn đấu khởi công trong quý II/2026, hoàn thành trong năm 2027.", "2026-06-30 2027-12-31"),
    ("UBND xã phấn đấu về đích nông thôn mới trong năm 2026.", "2026-12-31"),
    ("UBND xã tổ chức Đại hội Thể dục thể thao vào ngày 19/12/2025.", "2025-12-19"),
    ("Sở Nội vụ tham mưu tổ chức kỳ thi, hoàn thành trước 30.12.2025.", "2025-12-30"),
    ("Trong tháng 12/2025, Sở Nội vụ tham mưu UBND tỉnh ban hành Quy chế.", "2025-12-31"),
    ("Trước ngày 15/12/2025, các xã gửi báo cáo về Sở Nội vụ.", "2025-12-15"),
    ("Trong quý I/2026 phải hoàn thành việc cắm mốc.", "2026-03-31"),
    ("Ngay trong tuần này, Sở Nội vụ làm việc với các xã.", "2025-11-23"),
    ("Sở Nội vụ hoàn thành trước giờ làm việc ngày 24/11/2025.", "2025-11-24"),
    ("Sở Nội vụ hoàn thành trước 0 giờ ngày 01/12/2025.", "2025-12-01"),
    ("Sở Nội vụ thực hiện xong trước 31-12-2025.", "2025-12-31"),
    ("Sở Nội vụ hoàn thành trước ngày 31-12.", "2025-12-31"),
    ("Sở Nội vụ hoàn thành trước ngày 31/12/2025; các xã chậm nhất ngày 15/12/2025.", "2025-12-31 2025-12-15"),
    ("Sở Nội vụ hoàn thành vào dịp 30/4/2026.", "2026-04-30"),
    ("Sở Nội vụ hoàn thành cuối quý I, đầu quý II/2026.", "2026-04-30"),
    ("Sở Nội vụ hoàn thành trong nửa đầu năm 2026.", "2026-06-30"),
    ("Sở Nội vụ hoàn thành trong 6 tháng đầu năm 2026.", "2026-06-30"),
    ("Sở Nội vụ hoàn thành trong 9 tháng đầu năm 2026.", "2026-09-30"),
    ("Sở Nội vụ hoàn thành đến ngày 30/6/2026.", "2026-06-30"),
    ("Chậm nhất đến hết tháng 12/2025, toàn bộ các xã phải hoàn thành số hóa.", "2025-12-31"),
    ("Chậm nhất đến ngày 30/6/2026 hoàn thành việc sắp xếp.", "2026-06-30"),
    ("Đến cuối tháng 12/2025 phải giải ngân hết số vốn được giao.", "2025-12-31"),
    ("Từ nay đến ngày 31/12/2025, UBND xã tập trung vận động Nhân dân bàn giao mặt bằng.", "2025-12-31"),
    ("Từ nay đến cuối năm 2025, UBND xã tập trung thu ngân sách, hoàn thành dự toán.", "2025-12-31"),
    ("UBND xã mở đợt cao điểm 30 ngày từ ngày 01/12/2025 đến ngày 30/12/2025.", "2025-12-30"),
    ("UBND xã niêm yết công khai đến hết ngày 20/12/2025.", "2025-12-20"),
    ("UBND xã tập trung tuyên truyền kỷ niệm ngày lễ lớn, kiện toàn chi hội, xong trong tháng 12 năm 2025.", "2025-12-31"),
    ("Sở Công Thương xóa các thôn lõm điện đã có đường dây trong tháng 01 năm 2026.", "2026-01-31"),
    ("UBND xã thành lập tổ vận động cho từng dự án (hoàn thành trước ngày 22/12/2025).", "2025-12-22"),
    ("UBND xã rà soát các hộ đã kê khai (xong trước ngày 22/12/2025).", "2025-12-22"),
    ("UBND xã hoàn thành chi trả trước ngày 22/12/2025 như đã cam kết với Nhân dân.", "2025-12-22"),
    ("Sở Tài chính báo cáo trong vòng 30 ngày kể từ ngày 20/11/2025.", "2025-12-20"),
    ("Sở Tài chính báo cáo trong vòng 02 tháng kể từ ngày 30/12/2025.", "2026-02-28"),
    ("Sở Tài chính báo cáo trước 5 giờ chiều ngày 25/11/2025.", "2025-11-25"),
    ("Giao Sở Y tế tổng hợp, báo cáo UBND tỉnh trong ngày hôm nay (18/11/2025).", "2025-11-18"),
    ("Giao Sở Y tế tổng hợp, báo cáo UBND tỉnh xong trong ngày thứ Sáu, 21/11/2025.", "2025-11-21"),
    ("Giao Sở Y tế xử lý xong trong tuần sau.", "2025-11-30"),
    ("Giao Sở Y tế khẩn trương hoàn thiện, chậm nhất sau 10 ngày kể từ ngày ký Thông báo này.", "2025-11-28"),
    ("Giao Sở Y tế khẩn trương hoàn thiện chậm nhất 05 ngày kể từ ngày ban hành văn bản này.", "2025-11-23"),
    ("Giao Sở Y tế gửi về Sở Tài chính trước 30/11 để tổng hợp.", "2025-11-30"),
    ("Giao Sở Y tế gửi về Sở Tài chính trước ngày 30 tháng 11.", "2025-11-30"),
    ("Giao Sở Y tế gửi về Sở Tài chính chậm nhất 15h ngày 20/11.", "2025-11-20"),
    ("Hoàn thành việc cắm mốc ranh giới trong tháng 12/2025 và bàn giao hồ sơ trong tháng 01/2026.", "2025-12-31 2026-01-31"),
    ("Hoàn thành các hạng mục còn lại trước Tết Nguyên đán (trước ngày 10/02/2026).", "2026-02-10"),
    ("Báo cáo kết quả định kỳ vào thứ Sáu hằng tuần, lần đầu trước ngày 28/11/2025.", "2025-11-28"),
    ("Thời gian hoàn thành: 31/12/2025", "2025-12-31"),
    ("Thời gian hoàn thành: Tháng 12/2025.", "2025-12-31"),
    ("Thời gian hoàn thành: Quý I năm 2026.", "2026-03-31"),
    ("Thời gian thực hiện: Năm 2025 - 2026.", "2026-12-31"),
    ("Tiến độ: hoàn thành trước 31/3/2026.", "2026-03-31"),
    ("Thời hạn xử lý: trước 17h00 ngày 21/11/2025.", "2025-11-21"),
    ("Thời hạn gửi báo cáo: Trước ngày 05/12/2025.", "2025-12-05"),
    ("Hạn cuối cùng là ngày 30/11/2025.", "2025-11-30"),
    ("Hạn chót 30/11/2025 phải gửi hồ sơ.", "2025-11-30"),
    ("Rà soát lại toàn bộ hồ sơ; xong ngày 30/11/2025.", "2025-11-30"),
    ("Kiên quyết hoàn thành trước 30/4/2026 và thông xe toàn tuyến dịp 02/9/2026.", "2026-04-30 2026-09-02"),
    ("Tổ chức lễ khởi công vào ngày 19 tháng 12 năm 2025.", "2025-12-19"),
    ("Phấn đấu khánh thành dự án vào dịp 19/5/2026.", "2026-05-19"),
    ("Phấn đấu đến hết quý I năm 2026 xóa xong nhà tạm.", "2026-03-31"),
    ("Bảo đảm đến ngày 31/12/2025 giải ngân 100% kế hoạch vốn.", "2025-12-31"),
    ("Bảo đảm tỷ lệ giải ngân đến hết ngày 31/01/2026 đạt 100%.", "2026-01-31"),
    ("Đến hết năm 2025, toàn tỉnh phải hoàn thành 500 căn nhà.", "2025-12-31"),
    ("Nghiên cứu, đề xuất phương án, báo cáo UBND tỉnh xem xét trong tháng 11 năm 2025.", "2025-11-30"),
    ("Chủ động bố trí kinh phí và hoàn thành thủ tục trong quý IV này.", "2025-12-31"),
    ("Tiếp tục rà soát, kiện toàn tổ chức trong quý I/2026.", "2026-03-31"),
    ("Lấy ý kiến Nhân dân từ ngày 25/11 đến ngày 10/12/2025.", "2025-12-10"),
    ("Tổ chức lấy ý kiến Nhân dân từ ngày 25/11/2025 đến hết ngày 10/12/2025; tổng hợp trước ngày 15/12/2025.", "2025-12-10 2025-12-15"),
    ("Tổ chức cao điểm tuần tra, thời gian từ 15/12/2025 đến hết 28/02/2026.", "2026-02-28"),
    ("Trực ban nghiêm túc 24/24 giờ từ nay đến hết ngày 25/11/2025.", "2025-11-25"),
    ("Bàn giao mặt bằng sạch cho nhà thầu chậm nhất là trong tháng 12/2025.", "2025-12-31"),
    ("Trả lời công dân trước ngày 05/12/2025, gửi Ban Tiếp công dân theo dõi.", "2025-12-05"),
    ("Ủy ban nhân dân xã (trước ngày 05/12/2025) gửi danh sách về Phòng Kinh tế.", "2025-12-05"),
    ("Yêu cầu chủ đầu tư cam kết bằng văn bản tiến độ hoàn thành trước ngày 05/12/2025.", "2025-12-05"),
    ("Sở Tài chính hoàn thành trong tháng 12-2025.", "2025-12-31"),
    ("Sở Tài chính hoàn thành trong quý I-2026.", "2026-03-31"),
    ("Sở Tài chính công bố giá trong tháng 12.2025.", "2025-12-31"),
    ("Sở Y tế lập danh sách cơ sở, báo cáo Ủy ban nhân dân tỉnh vào ngày 27/12/2025.", "2025-12-27"),
    ("Sở Y tế có văn bản hướng dẫn, trong thời hạn 15 ngày kể từ ngày ban hành Công văn này.", "2025-12-03"),
    ("Sở Xây dựng hoàn thành đắp nền đường cuối năm nay.", "2025-12-31"),
    ("Sở Nội vụ tham mưu tổng kết việc thí điểm, đề xuất chủ trương trong năm 2026.", "2026-12-31"),
    ("Văn phòng gửi báo cáo châm nhất ngày 25/12/2025.", "2025-12-25"),
    ("Phòng Kinh tế giải quyết hồ sơ quá hạn trước ngày 25/12/2025.", "2025-12-25"),
    ("Tổ máy số 1 phát điện vào ngày 19 tháng 12 năm 2025.", "2025-12-19"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "due"), DATED)
def test_a_limit_is_read_in_a_spelling_nobody_has_seen(sentence: str, due: str) -> None:
    assert days(sentence) == due


WITHOUT_DAY = [
    "Sở Tài chính báo cáo trước 17 giờ các ngày thứ Năm.",
    "Sở Tài chính báo cáo chậm nhất sau 07 ngày làm việc kể từ ngày nhận được hồ sơ.",
    "Sở Tài chính báo cáo trước ngày 15 và ngày 30 hằng tháng.",
    "Sở Tài chính báo cáo định kỳ ngày 25 hằng tháng.",
    "Sở Tài chính trình trước kỳ họp thứ 10.",
    "Sở Giáo dục tổng kết năm học 2025 - 2026.",
    "Sở Giáo dục đưa trường vào hoạt động trong năm học 2025 - 2026.",
    "UBND xã lãnh đạo, chỉ đạo giải quyết việc chậm giải ngân, đến hết ngày 31/10/2025 mới đạt 28,5% kế hoạch.",
    "Sở Tư pháp trình Quốc hội cho ý kiến tại kỳ họp thứ 6 (tháng 12/2025); rà soát hồ sơ.",
    "Sở Xây dựng gửi báo cáo đầu tuần tới.",
    "Sở Xây dựng trình trong thời hạn 05 ngày kể từ ngày nhận được Thông báo này.",
    "UBND xã quyết tâm hoàn thành giải phóng mặt bằng trước Tết Nguyên đán Bính Ngọ 2026.",
    "UBND xã chi trả tiền hỗ trợ cho Nhân dân trước ngày 28 tháng Chạp.",
    "Sở Nội vụ hoàn thành trước ngày 30 tháng 11 hằng năm.",
    "Sở Nội vụ hoàn thành trước ngày 5 của tháng sau.",
    "Sở Nội vụ hoàn thành trước ngày 20 của tháng cuối quý.",
    "Đến năm 2030, tất cả các thôn có nhà văn hóa.",
    "Giao Sở Y tế hoàn thiện sau 05 ngày làm việc kể từ ngày họp.",
    "Trình HĐND tỉnh tại kỳ họp cuối năm 2025.",
    "Trình HĐND tỉnh tại kỳ họp chuyên đề tháng 12/2025.",
    "Trình HĐND tỉnh tại Kỳ họp thường lệ giữa năm 2026.",
    "Hoàn thành trước ngày khai giảng năm học 2026 - 2027.",
    "Hoàn thành trước mùa mưa bão năm 2026.",
    "Hoàn thành trong nhiệm kỳ 2025 - 2030.",
    "Thời gian báo cáo trước ngày 15 hằng tháng.",
    "Định kỳ trước ngày 20 hằng tháng báo cáo, bắt đầu từ tháng 12/2025.",
    "Các xã gửi báo cáo tuần trước 10h00 thứ Năm hằng tuần.",
    "Chuẩn bị các điều kiện tổ chức cuộc bầu cử (ngày 15/3/2027).",
    "Thời gian thực hiện: Thường xuyên.",
    "Thời gian thực hiện: 2026 - 2030.",
    "Sở Xây dựng trình phương án chậm nhất 03 tháng sau khi Nghị quyết có hiệu lực.",
    "Ban Tiếp công dân gửi phiếu chuyển chậm nhất 07 ngày sau buổi tiếp dân.",
    "Sở Xây dựng thông tuyến ngay sau khi nước rút, chậm nhất 48 giờ.",
    "Ngành điện thay trạm quá tải, hoàn thành trước mùa nắng nóng.",
    "Xã sửa nhà văn hóa, đưa vào sử dụng trước Lễ hội Hoa năm 2026.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", WITHOUT_DAY)
def test_what_comes_back_or_waits_for_an_event_gives_no_day(sentence: str) -> None:
    assert days(sentence) == ""


TELLING = [
    "Nhờ sơ tán xong 210 hộ dân trước 16 giờ ngày 08/11/2025 nên không có thiệt hại về người.",
    "Ông Lê Văn B. đề nghị giao đất tái định cư trước ngày 30/6/2025 như đã hứa tại buổi đối thoại.",
    "Các hộ đã bàn giao chậm so với thời hạn 30/10/2025.",
    "Sở Y tế thực hiện Quy định (có hiệu lực từ ngày 01/01/2026).",
    "Nghị định có hiệu lực thi hành kể từ ngày 15/12/2025, giao Sở Tư pháp phổ biến.",
    "Quyết định này có hiệu lực đến hết ngày 31/12/2026.",
    "Sở Tư pháp rà soát nghị định hết hiệu lực từ ngày 01/3/2027.",
    "Biểu dương các xã đã hoàn thành đại hội trước ngày 31/7/2025.",
    "Phê bình 03 xã chưa nộp báo cáo trước ngày 15/11/2025 theo yêu cầu.",
    "Phê bình UBND xã để quá hạn nhiệm vụ phải hoàn thành trước ngày 10/11/2025.",
    "Còn 09 nhiệm vụ được giao phải hoàn thành trong tháng 10/2025 nhưng đến nay chưa xong.",
    "Theo kế hoạch, dự án phải hoàn thành trong quý III/2025 nhưng đến nay mới đạt 60%.",
    "Sở Tài chính báo cáo số liệu thu ngân sách từ ngày 01/01/2025 đến 31/10/2025.",
    "Sở Y tế tăng cường truyền thông Tháng hành động quốc gia (từ ngày 10/11/2025 đến ngày 10/12/2025).",
    "Kỳ họp dự kiến diễn ra từ ngày 08 đến ngày 10/12/2025.",
    "Sở Y tế chuẩn bị nội dung phục vụ Kỳ họp HĐND tỉnh (khai mạc ngày 08/12/2025).",
    "Sở Y tế chuẩn bị tốt hội nghị tổng kết (dự kiến tổ chức ngày 26/12/2025).",
    "Sở Y tế chuẩn bị Lễ kỷ niệm 80 năm Quốc khánh 02/9/2025.",
    "Sở Y tế triển khai Kế hoạch hoạt động năm 2026.",
    "Sở Y tế tổng kết công tác năm 2025, triển khai nhiệm vụ năm 2026.",
    "Sở Y tế xây dựng dự toán năm 2026.",
    "Sở Y tế thực hiện Đề án đến năm 2030.",
    "Sở Y tế hoàn thành các chỉ tiêu kế hoạch năm 2025.",
    "Sở Y tế tham mưu phân bổ vốn đầu tư công trung hạn giai đoạn 2026 - 2030.",
    "Sở Y tế thực hiện nghiêm Công điện của Thủ tướng Chính phủ ngày 05/11/2025.",
    "Sở Y tế thực hiện kết luận của Chủ tịch UBND tỉnh tại cuộc họp ngày 14/11/2025.",
    "Sở Y tế rà soát, xử lý kiến nghị tại văn bản ngày 14 tháng 11 năm 2025 của UBND xã.",
    "Sở Y tế tiếp tục thực hiện Chỉ thị số 15-CT/TU ngày 12/5/2024 và Thông báo số 5/TB-UBND ngày 10/10/2025.",
    "Ông Nguyễn Văn A sinh ngày 12/12/1970 đề nghị cấp đất.",
    "Sở Y tế quản lý hồ sơ hình thành trước năm 1975 để có phương án phục chế.",
    "Hợp đồng hết hạn vào ngày 31/12/2025, giao Ban quản lý chợ đàm phán lại.",
    "Dự án được gia hạn đến hết năm 2026.",
    "Các hộ sử dụng đất trước ngày 15/10/1993 được xem xét cấp giấy.",
    "Sở Y tế áp dụng mức giá mới trước và sau ngày 01/01/2026.",
    "Sở Y tế khắc phục thiệt hại do bão số 10 trong tháng 10/2025.",
    "Thời tiết trong tháng 12/2025 diễn biến phức tạp, yêu cầu các xã chủ động.",
    "Theo dự báo, trong tháng 12/2025 có 2 đợt không khí lạnh.",
    "Tỷ lệ giải ngân đến ngày 15/11/2025 mới đạt 45%.",
    "Sở Y tế làm rõ nguyên nhân đến hết quý III/2025 chưa giải ngân.",
    "Nhiệm kỳ 2025 - 2030, Đảng bộ tập trung 03 đột phá.",
    "Sở Y tế chuẩn bị kỳ thi tốt nghiệp năm 2026.",
    "Đại hội Đảng bộ tỉnh (từ ngày 25 đến ngày 27/9/2025) thành công tốt đẹp.",
    "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024.",
    "Theo Quyết định số 1705/QĐ-TTg ngày 31/12/2024, hoàn thành phổ cập.",
    "Tiếp theo Công văn số 12/UBND ngày 15/10/2025 (gửi kèm).",
    "Đến nay đã có 12/20 xã hoàn thành đại hội trước ngày 30/6/2025.",
    "Tính đến 15 giờ ngày 17/11/2025, toàn xã có 12 hộ bị ngập.",
    "Đến ngày 15/11/2025, thu ngân sách đạt 85% dự toán.",
    "Lũy kế đến hết tháng 10/2025 giải ngân 45%.",
    "So với cùng kỳ năm 2024 tăng 12%.",
    "Thời gian qua, nhất là trong quý III/2025, các xã đã tích cực.",
    "Hội nghị tổng kết dự kiến tổ chức vào ngày 25/12/2025.",
    "Cuộc họp tiếp theo vào ngày 25/11/2025.",
    "Đợt thi đua từ ngày 19/5/2025 đến ngày 02/9/2025 đạt kết quả tốt.",
    "Mức hỗ trợ áp dụng đến hết ngày 31/12/2025 theo Nghị quyết.",
    "Chính sách này được thực hiện đến hết năm 2026.",
    "Giấy phép khai thác có thời hạn đến ngày 31/12/2025.",
    "Dự án có thời gian thực hiện từ năm 2023 đến năm 2026.",
    "Dự án có thời gian thực hiện: 2023 - 2026.",
    "Dự án đã được phê duyệt, thời gian thực hiện hợp đồng đến ngày 30/12/2025.",
    "Hợp đồng có hiệu lực đến ngày 30/12/2025.",
    "Nhiệm vụ trọng tâm tháng 12/2025.",
    "Kế hoạch công tác tháng 12 năm 2025 và quý I/2026.",
    "Rà soát các dự án chậm tiến độ trong năm 2025.",
    "Kiểm điểm việc chưa hoàn thành nhiệm vụ trong tháng 10/2025.",
    "Công bố Quyết định thành lập, hoạt động từ ngày 01/12/2025.",
    "Các cháu sinh trước ngày 31/12/2019 được vào lớp 1.",
    "Chuẩn bị tốt các điều kiện phục vụ Đại hội (dự kiến trong tháng 12/2025).",
    "Theo dõi tình hình bão số 14, dự báo đổ bộ vào ngày 22/11/2025.",
    "Rút kinh nghiệm trong công tác tham mưu, không để xảy ra như tháng 10/2025.",
    "Nguồn vốn năm 2025 chuyển sang năm 2026.",
    "Giá đất áp dụng từ 01/01/2026 đến 31/12/2026.",
    "Sở Công Thương đưa sản phẩm vào Tuần hàng nông sản (tổ chức từ ngày 05 đến ngày 09/12/2025).",
    "Sở Y tế rà soát theo đề xuất tại các văn bản gửi trước ngày 30/8/2025.",
    "Dự án chậm tiến độ, dự kiến khởi công ngày 05/12/2025.",
    "Sở Tài chính điều chuyển vốn các dự án giải ngân dưới 30% đến hết tháng 11/2025.",
    "Sở Khoa học thay thế các quy định ban hành trước năm 2020.",
    "Không tổ chức liên hoan, tổng kết tràn lan dịp cuối năm.",
    "Chỉ tiêu khó đạt trong năm 2025 phải có giải pháp bù đắp ngay.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", TELLING)
def test_a_date_that_tells_cites_praises_or_blames_gives_no_day(sentence: str) -> None:
    assert days(sentence) == ""


def test_an_hour_of_the_afternoon_is_counted_from_noon() -> None:
    sentence = "Sở Tài chính báo cáo trước 5 giờ chiều ngày 25/11/2025."

    (found,) = find_deadlines(sentence, issued_on=ISSUED, today=TODAY)

    assert (found.text, found.due_time) == ("trước 5 giờ chiều ngày 25/11/2025", time(17))


def test_days_counted_from_a_day_that_is_told_leave_no_doubt() -> None:
    sentence = "Sở Tài chính báo cáo trong vòng 30 ngày kể từ ngày 20/11/2025."

    (found,) = find_deadlines(sentence, issued_on=ISSUED, today=TODAY)

    assert (found.due_on, found.doubt) == (date(2025, 12, 20), "")


DRAFTS = [
    ("Đông Hải, ngày      tháng 10 năm 2024", "2024-12-15"),
    ("Đông Hải, ngày      tháng      năm 2024", "2024-12-15"),
]


@pytest.mark.parametrize(("line", "due"), DRAFTS)
def test_a_draft_lends_its_year_to_a_day_without_one(line: str, due: str) -> None:
    text = f"{line}\n\nTHÔNG BÁO\nKết luận\n\n1. Giao UBND xã rà soát trước ngày 15/12.{FOOT}"

    (item,) = read(text, today=TODAY).items

    assert [str(one.due_on) for one in item.deadlines] == [due]


DUTIES = [
    ("báo cáo trước 17 giờ các ngày thứ Năm", ("week", None, 3, time(17))),
    ("Hằng tuần (trước 16h00 thứ Năm) tổng hợp", ("week", None, 3, time(16))),
    ("Hằng tháng, trước ngày 25, báo cáo", ("month", 25, None, None)),
    ("báo cáo hằng tháng (chậm nhất vào ngày 20)", ("month", 20, None, None)),
    ("báo cáo mỗi tuần 01 lần", ("week", None, None, None)),
    ("giao ban 02 lần/tháng", ("month", None, None, None)),
    ("định kỳ 03 tháng báo cáo", ("quarter", None, None, None)),
    ("báo cáo trước ngày 25 của tháng cuối mỗi quý", ("quarter", 25, None, None)),
    ("gửi số liệu trước 16 giờ mỗi ngày", ("day", None, None, time(16))),
]  # fmt: skip


@pytest.mark.parametrize(("text", "duty"), DUTIES)
def test_the_day_of_a_duty_may_stand_behind_its_period(
    text: str, duty: tuple[str, int | None, int | None, time | None]
) -> None:
    _, (found,) = find_recurrences(text)

    assert (found.unit, found.day, found.weekday, found.hour) == duty


NO_DUTIES = ["mỗi tháng đạt tối thiểu 20%", "rà soát các ngày lễ", "định kỳ 15 ngày/lần"]


@pytest.mark.parametrize("text", NO_DUTIES)
def test_a_rate_is_no_duty_of_a_period(text: str) -> None:
    assert find_recurrences(text)[1] == ()
