"""Papers for tests: fictional places and people, the manner of the real ones."""

PAPER = """ĐẢNG BỘ TỈNH BÌNH SƠN HÀ
ĐẢNG ỦY PHƯỜNG TRÀNG HẠC
*
Số 16-TB/ĐU

ĐẢNG CỘNG SẢN VIỆT NAM
Tràng Hạc, ngày 02 tháng 3 năm 2026

THÔNG BÁO
Kết luận của Thường trực Đảng ủy tại hội nghị giao ban tháng 3 năm 2026
-----

Ngày 27/02/2026, Thường trực Đảng ủy phường họp giao ban. Sau khi nghe báo cáo và ý kiến thảo luận, Thường trực Đảng ủy kết luận như sau:

1. Ghi nhận kết quả công tác tháng 02 năm 2026 của các cơ quan, đơn vị.

2. Giao UBND phường chủ trì, phối hợp với Công an phường rà soát các điểm lấn chiếm vỉa hè, báo cáo Thường trực Đảng ủy trước ngày 20/3/2026.

3. Giao Văn phòng Đảng ủy theo dõi, đôn đốc việc thực hiện Thông báo này, báo cáo Thường trực Đảng ủy trong tháng 4 năm 2026.

Nơi nhận:
- Thường trực Đảng ủy,
- UBND phường (t/h),
- Lưu VPĐU.

T/L BAN THƯỜNG VỤ
CHÁNH VĂN PHÒNG

Lê Văn Bách
"""

# What was told to nobody: the whole text stands as assessment.
TASKLESS = """THÔNG BÁO
Kết luận của Thường trực Đảng ủy

1. Ghi nhận kết quả công tác tháng 02 năm 2026 của các cơ quan, đơn vị.

2. Đánh giá cao sự cố gắng của các chi bộ trong thời gian qua.
"""
