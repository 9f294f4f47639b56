"""By when, as whole sentences: which of the dates in it binds the one who is to act.

Read on a paper issued on Tuesday 18 November 2025. Days are the last in time, in printed order.
"""

from datetime import date

import pytest

from directives.reading.deadlines import find_deadlines
from directives.reading.model import Strength
from tests.reading.conftest import told

ISSUED = date(2025, 11, 18)
TODAY = date(2025, 11, 20)


def days(sentence: str, *, issued_on: date | None = ISSUED) -> str:
    found = find_deadlines(sentence, issued_on=issued_on, today=TODAY)
    return " ".join(str(one.due_on) for one in found if one.due_on)


DAYS = [
    ("Giao Sở Công Thương trình phương án trước ngày 08/01/2026.", "2026-01-08"),
    ("Giao Sở Công Thương, trước ngày 08 tháng 01 năm 2026, trình phương án khôi phục chợ.", "2026-01-08"),
    ("Giao Sở Nội vụ trước ngày 20 tháng 12 năm 2025 chủ trì kiểm tra các đơn vị.", "2025-12-20"),
    ("Sở Tài chính rà soát kinh phí (xong trước 5/12/2025).", "2025-12-05"),
    ("Sở Tài chính rà soát kinh phí, gửi trước 05 tháng 12 năm 2025.", "2025-12-05"),
    ("UBND xã căn cứ Quyết định số 15/QĐ-UBND ngày 12/8/2025, Công văn số 77/SXD ngày 03 tháng 9 năm 2025 và Kế hoạch số 9-KH/ĐU, ngày 01/10/2025 hoàn chỉnh hồ sơ, trình chậm nhất ngày 15/12/2025.", "2025-12-15"),
    ("UBND xã hoàn chỉnh hồ sơ theo Công điện số 8/CĐ-UBND ngày 05/11/2025. Thời gian thực hiện xong trước ngày 22/12/2025.", "2025-12-22"),
    ("Công an tỉnh điều tra, làm rõ. Hoàn thành trước ngày 28-02-2026.", "2026-02-28"),
    ("Văn phòng tổng hợp; chậm nhất là trước ngày 30/11/2025 gửi các thành viên.", "2025-11-30"),
    ("Văn phòng tổng hợp, muộn nhất ngày 02/12/2025 phải báo cáo.", "2025-12-02"),
    ("Sở Y tế báo cáo không muộn hơn ngày 25/12/2025.", "2025-12-25"),
    ("Sở Y tế chốt danh sách, thời hạn: 20/12/2025.", "2025-12-20"),
    ("Sở Y tế chốt danh sách; hạn hoàn thành: ngày 20/12/2025.", "2025-12-20"),
    ("Sở Xây dựng kiểm tra hiện trường ngay trong ngày 21 tháng 11 năm 2025.", "2025-11-21"),
    ("UBND huyện hoàn thành đồ án trước 31/12.", "2025-12-31"),
    ("Sở Xây dựng hoàn thành trước ngày 20/12/2025 (phấn đấu hoàn thành trước ngày 15/12/2025).", "2025-12-20 2025-12-15"),
    ("UBND xã tổ chức Hội nghị tổng kết năm 2025 trước ngày 20/12/2025.", "2025-12-20"),
    ("Sở Du lịch trình đề án chậm nhất vào ngày 14/01/2026.", "2026-01-14"),
    ("Yêu cầu Sở Du lịch có báo cáo giải trình, nộp về Văn phòng trước 31 tháng 12 năm 2025.", "2025-12-31"),
    ("Sở Du lịch gửi dự thảo cho các thành viên góp ý trước ngày 24/11, tổng hợp trình trước ngày 05/12/2025.", "2025-11-24 2025-12-05"),
    ("Phấn đấu đến 31/12/2025 giải ngân 100% vốn được giao.", "2025-12-31"),
    ("Các chủ đầu tư phấn đấu giải ngân hết vốn trước ngày 31/01/2026.", "2026-01-31"),
    ("Sở Nội vụ chủ trì xây dựng Đề án vị trí việc làm (hạn cuối 15/4/2026).", "2026-04-15"),
    ("UBND xã Tân Lập bàn giao toàn bộ mặt bằng (3 km) trước ngày 15 tháng 12 năm 2025.", "2025-12-15"),
    ("Dứt khoát phải hoàn thành cầu Đông Hải và nâng cấp đường vào khu công nghiệp Tân Lập trước 30/4/2026.", "2026-04-30"),
    ("Sở Tài chính rà soát dự toán chi thường xuyên năm 2026, báo cáo trước ngày 10/12/2025.", "2025-12-10"),
    ("Thanh tra tỉnh tổng hợp kết quả thực hiện tính đến ngày 30/11/2025, báo cáo trước ngày 05/12/2025.", "2025-12-05"),
    ("Thanh tra tỉnh thực hiện từ nay đến hết ngày 31/3/2026.", "2026-03-31"),
    ("Sở Y tế gửi hồ sơ trước ngày 9.12.2025.", "2025-12-09"),
    ("Sở Y tế gửi hồ sơ trước ngày 09 - 12 - 2025.", "2025-12-09"),
    ("Sở Y tế gửi hồ sơ trước ngày 9 tháng Mười hai năm 2025.", "2025-12-09"),
    ("Sở Y tế gửi hồ sơ trước ngày mùng 5 tháng 12 năm 2025.", "2025-12-05"),
    ("Sở Y tế hoàn thành trước ngày 30 tháng này.", "2025-11-30"),
    ("Sở Y tế hoàn thành trước ngày 15 tháng sau.", "2025-12-15"),
    ("Sở Y tế hoàn thành trước ngày 15 tháng 12 năm nay.", "2025-12-15"),
    ("Sở Y tế hoàn thành trước ngày 15 tháng 12 tới.", "2025-12-15"),
    ("Sở Y tế hoàn thành trước thứ Sáu, ngày 21/11/2025.", "2025-11-21"),
    ("Sở Y tế hoàn thành trước thứ Sáu (21/11/2025).", "2025-11-21"),
    ("Báo cáo kết quả về Ban Thường vụ để theo dõi, chỉ đạo, hạn 25/12/2025.", "2025-12-25"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "due"), DAYS)
def test_a_day_is_read_in_every_spelling_and_place(sentence: str, due: str) -> None:
    assert days(sentence) == due


HOURS = [
    ("Sở Xây dựng báo cáo trước 16h30 ngày 28/11/2025.", "2025-11-28"),
    ("Sở Xây dựng báo cáo trước 16 giờ 30 phút ngày 28/11/2025.", "2025-11-28"),
    ("Sở Xây dựng báo cáo trước 16:30 ngày 28-11-2025.", "2025-11-28"),
    ("Sở Xây dựng báo cáo trước 17 giờ 00, ngày 28/11/2025.", "2025-11-28"),
    ("Sở Xây dựng báo cáo trước 17h00' ngày 28/11/2025.", "2025-11-28"),
    ("Sở Xây dựng báo cáo trước 10 giờ ngày mai (19/11/2025).", "2025-11-19"),
    ("Sở Xây dựng báo cáo trước 17 giờ hôm nay.", "2025-11-18"),
    ("Công an tỉnh báo cáo trước 9h ngày 20/11/2025.", "2025-11-20"),
    ("Công an tỉnh báo cáo trước 24 giờ 00 ngày 20/11/2025.", "2025-11-20"),
    ("Công an tỉnh báo cáo trước 17 giờ cùng ngày.", "2025-11-18"),
    ("Công an tỉnh báo cáo trong ngày mai.", "2025-11-19"),
    ("Công an tỉnh báo cáo trong ngày hôm nay.", "2025-11-18"),
    ("Sở Y tế hoàn thành chậm nhất đến 17h00 ngày 20/12/2025.", "2025-12-20"),
    ("Sở Y tế hoàn thành trước 17h, ngày 20/12/2025.", "2025-12-20"),
    ("Sở Y tế hoàn thành vào lúc 17 giờ ngày 20/12/2025.", "2025-12-20"),
    ("Sở Y tế hoàn thành trước 17 giờ 30 phút, thứ Sáu, ngày 21/11/2025.", "2025-11-21"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "due"), HOURS)
def test_an_hour_stands_before_its_day_however_it_is_written(sentence: str, due: str) -> None:
    assert days(sentence) == due


PERIODS = [
    ("Rà soát các dự án chậm tiến độ quá 24 tháng, báo cáo trong tháng.", "2025-11-30"),
    ("Sở Tư pháp thẩm định ngay trong tháng 01/2026.", "2026-01-31"),
    ("Sở Tư pháp tham mưu ban hành quy chế trong tháng 02 năm 2026.", "2026-02-28"),
    ("Sở Tư pháp rà soát văn bản (hoàn thành trong tháng 3/2026).", "2026-03-31"),
    ("Giải phóng mặt bằng xong hết tháng 01/2026, giao UBND huyện.", "2026-01-31"),
    ("UBND huyện hoàn thành bồi thường tháng 5 năm 2026.", "2026-05-31"),
    ("UBND huyện hoàn thành bồi thường trước tháng 5 năm 2026.", "2026-04-30"),
    ("UBND huyện hoàn thành bồi thường trước tháng 01/2026.", "2025-12-31"),
    ("UBND huyện hoàn thành bồi thường trước quý II/2026.", "2026-03-31"),
    ("UBND huyện trình đồ án quy hoạch trong quý II/2026.", "2026-06-30"),
    ("UBND huyện trình đồ án quy hoạch, chậm nhất trong Quý I năm 2026.", "2026-03-31"),
    ("UBND huyện trình đồ án vào giữa tháng 12/2025.", "2025-12-20"),
    ("UBND huyện trình đồ án trong nửa đầu tháng 12/2025.", "2025-12-15"),
    ("UBND huyện trình đồ án quy hoạch cuối tháng 12/2025.", "2025-12-31"),
    ("UBND huyện hoàn thành đồ án trong tháng 12.", "2025-12-31"),
    ("UBND huyện hoàn thành đồ án trong tháng 02 tới.", "2026-02-28"),
    ("Sở Xây dựng gửi trong tuần tới.", "2025-11-30"),
    ("Sở Xây dựng báo cáo trước ngày 20 tháng 12 năm 2025 và hằng tháng.", "2025-12-20"),
    ("Sở Nội vụ chủ trì xây dựng Đề án vị trí việc làm (thời gian hoàn thành: quý II năm 2026).", "2026-06-30"),
    ("Sở Nội vụ chủ trì xây dựng Đề án vị trí việc làm (tháng 4/2026).", "2026-04-30"),
    ("Sở Nội vụ tham mưu tổ chức hội nghị tổng kết trong tuần đầu tháng 01/2026.", "2026-01-10"),
    ("Sở Nội vụ tham mưu tổ chức hội nghị vào thượng tuần tháng 01/2026.", "2026-01-10"),
    ("Sở Nội vụ tham mưu tổ chức hội nghị vào hạ tuần tháng 01/2026.", "2026-01-31"),
    ("Bàn giao mặt bằng đoạn còn lại cho nhà thầu trong tháng 12/2025, khởi công trước ngày 30/01/2026.", "2025-12-31 2026-01-30"),
    ("UBND xã Tân Lập phấn đấu khởi công dự án khu tái định cư trong quý I/2026.", "2026-03-31"),
    ("Sở Tài chính phân bổ hết kế hoạch vốn năm 2026 trong tháng 12 năm 2025.", "2025-12-31"),
    ("Công an tỉnh báo cáo Thường trực trong tháng sau.", "2025-12-31"),
    ("Sở Y tế hoàn thành trong quý 1/2026.", "2026-03-31"),
    ("Sở Y tế hoàn thành trong quý 1-2026.", "2026-03-31"),
    ("Sở Y tế hoàn thành trong tháng 01-2026.", "2026-01-31"),
    ("Sở Y tế hoàn thành trong nửa cuối tháng 12/2025.", "2025-12-31"),
    ("Sở Y tế hoàn thành chậm nhất cuối tháng 12/2025.", "2025-12-31"),
    ("Sở Y tế hoàn thành trước giữa tháng 12/2025.", "2025-12-20"),
    ("Sở Y tế hoàn thành trước thứ Sáu tuần này.", "2025-11-21"),
    ("Sở Y tế hoàn thành trong tuần.", "2025-11-23"),
    ("Sở Y tế hoàn thành ngay trong tuần này.", "2025-11-23"),
    ("Sở Y tế hoàn thành trong tuần 1 tháng 12/2025.", "2025-12-07"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "due"), PERIODS)
def test_a_week_month_or_quarter_ends_with_its_last_day(sentence: str, due: str) -> None:
    assert days(sentence) == due


YEARS = [
    ("Hoàn thành việc rà soát, đánh giá, phân loại, lập danh sách hộ nghèo trên địa bàn trong năm 2025.", "2025-12-31"),
    ("Bảo đảm đến cuối năm 2026, 100% thôn có nhà văn hóa đạt chuẩn.", "2026-12-31"),
    ("UBND xã phấn đấu đạt chuẩn nông thôn mới nâng cao trong năm 2026.", "2026-12-31"),
    ("UBND xã hoàn thiện các tiêu chí để được công nhận đạt chuẩn vào cuối năm 2026.", "2026-12-31"),
    ("Sở Giáo dục và Đào tạo hoàn thành tuyển dụng trong năm 2026.", "2026-12-31"),
    ("Sở Giáo dục và Đào tạo hoàn thành tuyển dụng trước năm 2027.", "2026-12-31"),
    ("Sở Giáo dục và Đào tạo hoàn thành việc sắp xếp 12 trường trên địa bàn các xã Đông Hải, Tân Lập trong năm 2026.", "2026-12-31"),
    ("Rà soát chương trình công tác để sửa đổi, bổ sung các quy chế có liên quan trong năm 2026.", "2026-12-31"),
    ("Chỉ đạo nhà thầu tăng ca, tăng kíp để có thể hoàn thành Dự án cầu Đông Hải trong năm 2026, bảo đảm an toàn.", "2026-12-31"),
    ("Sở Xây dựng đôn đốc các nhà thầu bảo đảm mục tiêu đến hết năm 2026 toàn tỉnh có 50 km đường ven biển.", "2026-12-31"),
    ("UBND xã xóa xong nhà tạm, hoàn thành vào cuối năm nay.", "2025-12-31"),
    ("UBND xã xóa xong nhà tạm trong 6 tháng đầu năm 2026.", "2026-06-30"),
    ("Sở Xây dựng phấn đấu hoàn thành 1.200 căn nhà ở xã hội trong năm 2026.", "2026-12-31"),
    ("Sở Tài chính phân bổ hết vốn trước 31/12 năm nay.", "2025-12-31"),
    ("Triển khai Chương trình mục tiêu quốc gia giai đoạn 2026 - 2030, phấn đấu đến năm 2030 toàn tỉnh không còn hộ nghèo.", "2030-12-31"),
    ("Các địa phương đặt mục tiêu đến hết năm 2026 hoàn thành 100% việc số hóa hồ sơ.", "2026-12-31"),
    ("Sở Y tế hoàn thành trong 02 tháng cuối năm 2025.", "2025-12-31"),
    ("Sở Y tế hoàn thành trong nửa đầu năm 2026.", "2026-06-30"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "due"), YEARS)
def test_a_year_binds_where_a_verb_of_finishing_governs_it(sentence: str, due: str) -> None:
    assert days(sentence) == due


TAKING_PLACE = [
    ("Chuẩn bị điều kiện để tổ chức lễ công bố quyết định thành lập xã vào sáng ngày 01/12/2025.", "2025-12-01"),
    ("Ban Quản lý dự án tổ chức lễ khởi công cầu Đông Hải vào ngày 02/02/2026.", "2026-02-02"),
    ("Ban Quản lý dự án phải thông xe toàn tuyến ngày 30 tháng 4 năm 2026.", "2026-04-30"),
    ("Phấn đấu khánh thành nhà văn hóa vào dịp ngày 03/02/2026.", "2026-02-03"),
    ("Sở Xây dựng đôn đốc nhà thầu, bảo đảm thông xe kỹ thuật năm 2026.", "2026-12-31"),
    ("Sở Nội vụ tham mưu tổ chức hội nghị tổng kết vào ngày 26/12/2025.", "2025-12-26"),
    ("Giao Ban Quản lý dự án khởi công dự án cầu Đông Hải vào ngày 19/5/2026 chào mừng ngày sinh Chủ tịch Hồ Chí Minh.", "2026-05-19"),
    ("Quyết tâm đưa vào sử dụng bệnh viện huyện năm 2026.", "2026-12-31"),
    ("(bảo đảm thông xe) năm 2026.", "2026-12-31"),
    ("Nhà thầu tập trung thi công để thông xe cầu Đông Hải (nhánh trái, nhánh phải và hai đầu dẫn) trong năm 2026.", "2026-12-31"),
    ("Sở Y tế phối hợp tổ chức bầu cử đại biểu Quốc hội khóa XVI vào ngày 15/3/2026.", "2026-03-15"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "due"), TAKING_PLACE)
def test_what_is_to_take_place_is_due_on_its_day(sentence: str, due: str) -> None:
    assert days(sentence) == due


OPENING = [
    ("Trước ngày 08/01/2026, Sở Công Thương báo cáo kết quả rà soát.", "2026-01-08"),
    ("Từ nay đến hết năm 2025, UBND xã phải xóa xong nhà tạm.", "2025-12-31"),
    ("Từ nay đến cuối năm, UBND xã phải xóa xong nhà tạm.", "2025-12-31"),
    ("Chậm nhất đến ngày 14/01/2026, Sở Du lịch phải trình đề án.", "2026-01-14"),
    ("Trong ngày 19/11/2025, Sở Du lịch gửi báo cáo nhanh về Văn phòng.", "2025-11-19"),
    ("Đến ngày 31/12/2025, tỷ lệ giải ngân của các chủ đầu tư phải đạt 100% kế hoạch.", "2025-12-31"),
    ("Thời hạn hoàn thành trong tháng 12/2025.", "2025-12-31"),
    ("Ngay trong quý IV năm 2025, Sở Tài chính trình phương án tăng thu.", "2025-12-31"),
    ("Trong quý I năm 2026, giao Thanh tra tỉnh hoàn thành kết luận thanh tra.", "2026-03-31"),
    ("Trong tháng 12/2025, Thanh tra tỉnh ban hành kế hoạch thanh tra năm 2026.", "2025-12-31"),
    ("Trước mắt, trong tháng 12 năm 2025 hoàn thành việc chi trả cho 35 hộ dân.", "2025-12-31"),
    ("Yêu cầu đến hết quý I/2026 phải hoàn thành việc chi trả.", "2026-03-31"),
    ("Đến tháng 6 năm 2026 cơ bản hoàn thành việc chi trả.", "2026-06-30"),
    ("Chậm nhất tháng 3 năm 2026 trình phê duyệt.", "2026-03-31"),
    ("Hạn: 25/12/2025. Giao UBND xã thực hiện.", "2025-12-25"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "due"), OPENING)
def test_a_limit_that_opens_its_sentence_binds_what_follows(sentence: str, due: str) -> None:
    assert days(sentence) == due


WINDOWS = [
    ("Tổ chức diễn tập trong tuần từ ngày 08 đến ngày 14 tháng 12 năm 2025.", "2025-12-14"),
    ("Từ 15/12/2025 - 31/01/2026, định kỳ hằng tuần UBND xã báo cáo kết quả.", "2026-01-31"),
    ("Công an tỉnh mở đợt cao điểm tấn công tội phạm từ ngày 15/12/2025 đến hết ngày 15/02/2026.", "2026-02-15"),
    ("Sở Y tế hoàn thành trong tháng 11, 12 năm 2025.", "2025-12-31"),
    ("Sở Y tế hoàn thành trong tháng 11 và tháng 12 năm 2025.", "2025-12-31"),
    ("Sở Y tế hoàn thành trong hai tháng 11 và 12/2025.", "2025-12-31"),
    ("Sở Y tế hoàn thành trong quý IV/2025 và quý I/2026.", "2026-03-31"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "due"), WINDOWS)
def test_of_a_window_or_a_list_of_periods_the_last_day_counts(sentence: str, due: str) -> None:
    assert days(sentence) == due


COUNTED = [
    ("Sở Xây dựng gửi trong thời hạn 15 ngày, kể từ ngày ban hành Thông báo này.", "2025-12-03"),
    ("Sở Xây dựng gửi trong 05 ngày làm việc kể từ ngày ký ban hành Kết luận này.", "2025-11-25"),
    ("Sau 20 ngày kể từ ngày ban hành Thông báo này, UBND xã phải báo cáo kết quả.", "2025-12-08"),
    ("Công an tỉnh báo cáo Thường trực chậm nhất sau 10 ngày kể từ ngày ban hành Thông báo này.", "2025-11-28"),
    ("Công an tỉnh báo cáo trong vòng 7 ngày làm việc tính từ ngày ban hành Thông báo.", "2025-11-27"),
    ("Công an tỉnh trả lời trong vòng 05 ngày kể từ ngày ký Thông báo này.", "2025-11-23"),
    ("Sở Y tế hoàn thành sau 10 ngày kể từ ngày ban hành Thông báo này.", "2025-11-28"),
    ("Sở Y tế hoàn thành trong 10 (mười) ngày kể từ ngày ban hành Thông báo.", "2025-11-28"),
    ("Sở Y tế hoàn thành trong vòng 01 tháng kể từ ngày ban hành Thông báo này.", "2025-12-18"),
    ("Sở Y tế hoàn thành trong vòng 02 tuần kể từ ngày ban hành Thông báo này.", "2025-12-02"),
    ("Sở Y tế hoàn thành trong 5 ngày làm việc, kể từ ngày Thông báo này được ban hành.", "2025-11-25"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "due"), COUNTED)
def test_days_weeks_and_months_are_counted_from_the_issue(sentence: str, due: str) -> None:
    assert days(sentence) == due


NOT_BOUND = [
    "Báo cáo tiến độ 02 lần trong tháng.",
    "Tổng hợp các báo cáo tháng, quý.",
    "Sở Xây dựng quyết toán các dự án hoàn thành trước ngày 01/01/2025.",
    "UBND huyện trình đồ án quy hoạch vào giữa quý II/2026.",
    "Sở Xây dựng giải quyết trong vòng 10 ngày làm việc kể từ ngày nhận đủ hồ sơ.",
    "Sở Xây dựng hướng dẫn thực hiện trong 2 - 3 năm tới.",
    "Sở Xây dựng trình đề án tại kỳ họp thường lệ cuối năm 2025.",
    "Sở Xây dựng hoàn thành trước Tết Nguyên đán năm 2026.",
    "Sở Xây dựng tham mưu ngay sau khi Luật có hiệu lực từ ngày 01/7/2026.",
    "Sở Xây dựng báo cáo trước ngày 25 hằng tháng.",
    "Báo cáo 6 tháng trước ngày 16/6, báo cáo năm trước ngày 20/11 hằng năm.",
    "Sở Xây dựng giải ngân hết kế hoạch vốn năm 2025.",
    "Sở Xây dựng rà soát các dự án hoàn thành năm 2025 để quyết toán.",
    "Sở Xây dựng theo dõi các dự án có kế hoạch hoàn thành trong năm 2026.",
    "Sở Xây dựng ưu tiên vốn cho các tuyến trong danh mục hoàn thành 500 km vào năm 2030.",
    "Sở Xây dựng tập trung thực hiện các nhiệm vụ trọng tâm từ nay đến tháng 6/2027.",
    "Sở Xây dựng đăng ký các công trình khánh thành dịp 02 tháng 9 năm 2026.",
    "Sở Xây dựng chuẩn bị tài liệu (dự kiến họp vào ngày 25/11/2025).",
    "Sở Xây dựng xử lý các dự án chưa hoàn thành trong tháng 9/2025.",
    "UBND xã triển khai thực hiện Luật có hiệu lực từ ngày 01/01/2026.",
    "UBND xã xử lý các vụ vi phạm xảy ra trước ngày 15/10/2023.",
    "UBND xã cấp giấy cho các hộ sử dụng đất ổn định trước ngày 01/7/2014.",
    "UBND xã xây dựng kế hoạch phát triển kinh tế - xã hội năm 2026, giai đoạn 2026 - 2030.",
    "Sở Nội vụ xây dựng Đề án trình Ban Thường vụ tại kỳ họp tháng 12/2025.",
    "Sở Xây dựng hoàn thành chỉ tiêu 1.200 căn nhà ở xã hội năm 2026.",
    "Trong 11 tháng năm 2025, thu ngân sách đạt khá; giao Thuế tỉnh tăng cường chống thất thu.",
    "Thanh tra tỉnh khẩn trương xử lý 03 vụ việc đã phát hiện trước ngày 01/10/2025.",
    "Thanh tra tỉnh xem xét các dự án chậm tiến độ theo Thông báo số 15/TB-UBND ngày 01 tháng 12 năm 2024.",
    "Thanh tra tỉnh báo cáo số liệu từ ngày 01/01/2025 đến ngày 15/11/2025.",
    "Công an tỉnh báo cáo trước 14 giờ các ngày thứ Sáu hằng tuần.",
    "Công an tỉnh báo cáo định kỳ trước ngày 15 của tháng cuối quý.",
    "Công an tỉnh trả lời không quá 15 ngày kể từ ngày nhận được kiến nghị.",
    "Bộ đội Biên phòng giữ liên lạc, không để gián đoạn quá 2 giờ.",
    "Sở Y tế dự kiến tổ chức đoàn kiểm tra vào ngày 10/12/2025, giao Văn phòng chuẩn bị xe.",
    "Quốc hội dự kiến thông qua Luật vào ngày 10/12/2025, giao Sở Tư pháp theo dõi.",
    "Sở Tư pháp rà soát văn bản hết hiệu lực từ ngày 01/01/2026.",
    "Sở Tư pháp rà soát các văn bản được ban hành trước ngày 01/3/2025.",
    "Sở Tư pháp lập danh mục các dự án khởi công vào ngày 19/12/2025.",
    "Xây dựng Kế hoạch thực hiện Chương trình hành động đến năm 2030, tầm nhìn đến năm 2045.",
    "Trước mắt, tập trung tháo gỡ ngay các vướng mắc.",
    "Đề nghị Sở Y tế sớm báo cáo, nhất là về các nhiệm vụ đến hết năm 2025.",
    "Sở Y tế tiếp tục duy trì họp giao ban 02 buổi trong tuần.",
    "Sở Y tế trực 24/24 giờ các ngày trong tuần.",
    "Sở Y tế xử lý các lô vắc-xin hết hạn 31/12/2025.",
    "Sở Y tế giải ngân nguồn vốn năm 2025 kéo dài sang năm 2026.",
    "Sở Y tế tổng hợp kết quả tháng 11 và 11 tháng năm 2025.",
    "Sở Y tế tổng hợp kết quả thực hiện nhiệm vụ tháng 11 và phương hướng tháng 12 năm 2025.",
    "Sở Y tế chuẩn bị nội dung phiên họp thường kỳ tháng 12/2025.",
    "Sở Y tế triển khai Nghị quyết kỳ họp thứ 5, khóa X (tháng 7/2025).",
    "Sở Y tế khắc phục tồn tại theo Kết luận thanh tra (tháng 9/2025).",
    "Sở Y tế thực hiện mức thu mới từ ngày 01/01/2026.",
    "Sở Y tế thực hiện mức thu mới kể từ tháng 01/2026.",
    "Sở Y tế thực hiện quy trình mới sau ngày 01/01/2026.",
    "Sở Y tế rà soát các công trình hoàn thành trong năm 2025 chưa quyết toán.",
    "Sở Y tế rà soát số trẻ sinh từ ngày 01/01/2020 đến ngày 31/12/2022.",
    "Sở Y tế cập nhật quy hoạch thời kỳ 2021 - 2030, tầm nhìn đến năm 2050.",
    "Sở Y tế theo dõi diễn biến mưa lũ từ ngày 20 đến ngày 22/11/2025.",
    "Dự báo từ ngày 20/11 đến ngày 23/11/2025 có mưa to, yêu cầu UBND xã trực 24/24 giờ.",
    "Sở Y tế tham mưu tổ chức kỷ niệm 70 năm Ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2025).",
    "Sở Y tế tham mưu các hoạt động kỷ niệm ngày 27/02/2026.",
    "Sở Y tế quyết toán ngân sách năm 2024.",
    "Sở Y tế lập dự toán ngân sách năm 2026 và kế hoạch tài chính 03 năm 2026 - 2028.",
    "Sở Y tế báo cáo kết quả thực hiện Chỉ thị số 05 trong 6 tháng đầu năm 2025.",
    "Sở Y tế đánh giá việc thực hiện nhiệm vụ trong quý III/2025.",
    "Sở Y tế chịu trách nhiệm về số liệu báo cáo tại cuộc họp ngày 18/11/2025.",
    "Sở Y tế tiếp thu ý kiến của các đại biểu tại hội nghị vào ngày 10/11/2025.",
    "Sở Y tế thực hiện cam kết hoàn thành 100% hồ sơ đã ký ngày 02/10/2025.",
    "Sở Y tế báo cáo việc thực hiện các nhiệm vụ giao hoàn thành trong tháng 10/2025.",
    "Sở Y tế triển khai tiêm chủng trước khi vào năm học 2026 - 2027.",
    "Sở Y tế làm rõ nguyên nhân chưa hoàn thành dự án trước ngày 30/9/2025 như cam kết.",
    "Sở Y tế xem xét kiến nghị của cử tri trước kỳ họp thứ 10 (dự kiến tháng 12/2025).",
    "Sở Y tế rút kinh nghiệm việc chậm báo cáo trong tháng 10/2025.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", NOT_BOUND)
def test_a_date_that_tells_or_describes_gives_no_day(sentence: str) -> None:
    assert days(sentence) == ""


PASSAGES = [
    ("1. Giao Sở Nội vụ hoàn thiện đề án trước ngày 25 tháng\n12 năm 2025.", "2025-12-25"),
    ("1. Giao Sở Nội vụ hoàn thiện đề án (hoàn thành **trước ngày 30/12/2025).**", "2025-12-30"),
    ("1. Giao Sở Nội vụ hoàn thiện đề án.\n\nThời gian hoàn thành: trước ngày 24/12/2025.", "2025-12-24"),
    ("1. Giao Sở Nội vụ hoàn thiện đề án.\n\nBáo cáo kết quả trước ngày 24/12/2025.", "2025-12-24"),
    ("1. Giao Sở Nội vụ: (1) Rà soát biên chế; (2) Tham mưu tuyển dụng; (3) Tổng hợp báo cáo; hoàn thành trước ngày 24/12/2025.", "2025-12-24"),
    ("1. Giao Sở Y tế rà soát.\n\nThời gian hoàn thành: 25/12/2025.", "2025-12-25"),
    ("1. Giao Sở Y tế rà soát.\n\nThời gian thực hiện: Quý I/2026.", "2026-03-31"),
    ("1. Giao Sở Y tế rà soát.\n\nThời gian: xong trong tháng 02/2026.", "2026-02-28"),
    ("1. Giao Sở Y tế rà soát (kết quả báo cáo Ban Thường vụ\ntrước ngày 10 tháng 12\nnăm 2025).", "2025-12-10"),
    ("1. Giao Sở Y tế rà soát, **hoàn thành trong** **tháng 12/2025**.", "2025-12-31"),
    ("1. Giao Sở Y tế rà soát.\n\nThời hạn: 20/12/2025.", "2025-12-20"),
    ("1. Sở Y tế:\n\n- Rà soát trang thiết bị.\n\n- Lập dự toán.\n\nCác nội dung trên hoàn thành trước ngày 20/12/2025.", "2025-12-20"),
]  # fmt: skip


@pytest.mark.parametrize(("passage", "due"), PASSAGES)
def test_a_limit_reaches_its_item_over_wraps_marks_and_paragraphs(passage: str, due: str) -> None:
    assert [day for _, _, _, found in told(passage) for day in found] == [due]


def test_a_year_and_more_before_the_issue_is_no_limit() -> None:
    sentence = "Rà soát hồ sơ nộp trước ngày 15/10/2024, báo cáo trước ngày 20/12/2025."

    assert days(sentence) == "2025-12-20"


def test_a_month_that_ended_while_the_paper_was_drafted_is_still_a_limit() -> None:
    sentence = "Sở Y tế hoàn thành trong tháng 10/2025."

    assert days(sentence, issued_on=date(2025, 11, 14)) == "2025-10-31"
    assert days(sentence, issued_on=date(2025, 11, 15)) == ""


def test_without_a_day_of_issue_an_old_copy_keeps_its_limits() -> None:
    assert days("Hoàn thành trong tháng 3/2024.", issued_on=None) == "2024-03-31"


def test_a_goal_is_a_target_and_no_firm_limit() -> None:
    sentence = "Đôn đốc nhà thầu, bảo đảm mục tiêu đến hết năm 2026 có 50 km đường."

    (found,) = find_deadlines(sentence, issued_on=ISSUED, today=TODAY)

    assert (found.text, found.strength) == ("đến hết năm 2026", Strength.TARGET)


def test_a_month_counted_from_the_thirty_first_ends_with_a_shorter_month() -> None:
    sentence = "Báo cáo trong vòng 01 tháng kể từ ngày ban hành Thông báo này."

    assert days(sentence, issued_on=date(2026, 1, 31)) == "2026-02-28"


def test_the_week_ends_on_sunday_also_when_issued_on_it() -> None:
    assert days("Hoàn thành trong tuần này.", issued_on=date(2025, 11, 23)) == "2025-11-23"
