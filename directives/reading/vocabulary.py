"""The field's words: kinds of bodies, posts, modifiers, verbs of the office. No paper's own names."""

from directives.reading.words import Phrases, split_lines

ORGANISATIONS = split_lines("""
bộ | sở | ban | phòng | vụ | cục | tổng cục | chi cục | ủy ban | ủy ban nhân dân | ubnd | hội đồng nhân dân | hđnd
| hội đồng | mttq | ủy ban mttq | ubmttq | ủy ban mặt trận tổ quốc | ủy ban mặt trận tổ quốc việt nam
| ủy ban trung ương mặt trận tổ quốc | mặt trận tổ quốc | mặt trận tổ quốc việt nam | mặt trận | ủy ban kiểm tra | ubkt
| đảng ủy | đảng đoàn | ban cán sự đảng | đảng bộ | huyện ủy | thành ủy | tỉnh ủy | thị ủy | quận ủy | quân ủy | chi ủy | chi bộ
| đảng ủy các cơ quan đảng | đảng ủy mặt trận tổ quốc, các đoàn thể | đảng ủy mặt trận tổ quốc việt nam, các đoàn thể
| ban thường vụ | btv | ban chấp hành | bch | ban bí thư | bộ chính trị | bộ chính trị, ban bí thư | thường trực
| thường trực hđnd | văn phòng | vp | thanh tra | công an | quân đội | bộ chỉ huy | ban chỉ huy | bộ chỉ huy quân sự
| ban chỉ huy quân sự | bộ đội biên phòng | bộ tư lệnh | đồn biên phòng | quân khu | hội | đoàn | đoàn thanh niên | liên đoàn | liên đoàn lao động
| liên minh | liên hiệp | hội nông dân | hội phụ nữ | hội liên hiệp phụ nữ | hội cựu chiến binh
| tòa án | viện | viện kiểm sát
| trung tâm | tập đoàn | tổng công ty | công ty | công ty cổ phần | công ty tnhh | ngân hàng | kho bạc
| bảo hiểm | thuế | cục thuế | chi cục thuế | hạt kiểm lâm | kiểm lâm | điện lực | đội
| trạm | trường | học viện | đại học | trường đại học | trường chính trị | bệnh viện | đài | báo | đài phát thanh | cổng thông tin điện tử
| đài truyền hình | tổ | tổ dân phố | thôn | bản | ấp | khu phố | khối phố | ban quản lý | ban qlda | bql | bql dự án
| quỹ | kiểm toán | thông tấn xã | hiệp hội | chính phủ | quốc hội | chủ tịch nước
| tổ công tác | tổ giúp việc | tiểu ban | ban chỉ đạo | ban tổ chức | ban tuyên giáo | ban dân vận | ban nội chính
| ban kinh tế | ban xây dựng đảng | ban đảng | đoàn công tác | đoàn kiểm tra | đoàn giám sát | trung tâm phục vụ hành chính công
| trung tâm phát triển quỹ đất | trạm y tế | hội đồng bồi thường | hợp tác xã | cảng vụ | hải quan | cục hải quan
| hội đồng thẩm định | hội đồng thẩm định nhà nước | hội đồng tư vấn | hội đồng kỷ luật | hội đồng thi đua - khen thưởng | hội đồng phối hợp phổ biến, giáo dục pháp luật
| văn phòng đăng ký đất đai | chi nhánh văn phòng đăng ký đất đai | ban quản lý dự án đầu tư xây dựng | ban quản lý các dự án | ban quản lý các dự án đầu tư xây dựng | ban quản lý khu kinh tế và các khu công nghiệp | ban quản lý các khu công nghiệp và chế xuất | ban quản lý các khu công nghiệp
| ban quản lý rừng phòng hộ | ban quản lý chợ | trung tâm dịch vụ nông nghiệp | trung tâm văn hóa | trung tâm khuyến nông | trung tâm dịch vụ việc làm | trung tâm điều hành thông minh
| trung tâm truyền thông | phòng giao dịch | tổ chuyên viên | tổ công nghệ số cộng đồng | tổ đề án | tổ biên tập | đội trật tự đô thị | đội quản lý thị trường | chi cục quản lý thị trường
| trường tiểu học | trường thcs | trường trung học cơ sở | trường thpt | trường trung học phổ thông | trường mầm non | trường mẫu giáo | trường phổ thông dân tộc nội trú | trường cao đẳng | trung tâm giáo dục nghề nghiệp
| báo và đài phát thanh, truyền hình | báo và phát thanh - truyền hình | báo và phát thanh, truyền hình | báo và đài phát thanh - truyền hình | đài phát thanh và truyền hình | đài phát thanh - truyền hình | đài truyền thanh
| chi cục thống kê | chi cục thi hành án dân sự | bộ chỉ huy bộ đội biên phòng | ban chỉ huy phòng, chống thiên tai | hội người cao tuổi | hội chữ thập đỏ | hội khuyến học | hội làm vườn | đoàn thanh niên cộng sản hồ chí minh | đoàn đại biểu quốc hội | đoàn đbqh | thường trực hội đồng nhân dân | ban pháp chế | ban kinh tế - xã hội | ban văn hóa - xã hội
| hội đồng hương | chi hội | chi đoàn | ban công tác mặt trận | ban thanh tra nhân dân | ban giám sát đầu tư của cộng đồng | ban điều hành | ban giám hiệu | ban giám đốc | ban chủ nhiệm | tổ bảo vệ an ninh trật tự | tổ hòa giải
| liên danh nhà thầu | bưu điện | viễn thông | trung ương đoàn | trung ương hội | tỉnh đoàn | thành đoàn | huyện đoàn | cơ quan thường trực | cơ quan ủy ban kiểm tra | cơ quan điều tra | bộ phận
""")
POSTS = split_lines("""
bộ trưởng | thứ trưởng | chủ tịch | phó chủ tịch | bí thư | phó bí thư | phó bí thư thường trực | tổng bí thư | giám đốc | phó giám đốc | trưởng ban
| phó trưởng ban | chánh văn phòng | phó chánh văn phòng | thủ tướng | phó thủ tướng | tổng giám đốc | phó tổng giám đốc | hiệu trưởng
| trưởng | trưởng phòng | thủ trưởng | người đứng đầu | lãnh đạo | trưởng thôn | tổ trưởng | ủy viên | thành viên | chủ nhiệm | tư lệnh | chỉ huy trưởng
| trưởng công an | chánh thanh tra | tổng thanh tra | thống đốc | viện trưởng | chánh án | cục trưởng | chi cục trưởng | đại biểu | trưởng đoàn | tập thể lãnh đạo
| cấp ủy viên | đảng ủy viên | huyện ủy viên | tỉnh ủy viên | thành ủy viên | tổng tham mưu trưởng | trưởng ấp | trưởng ban chỉ đạo | phó trưởng ban chỉ đạo | trưởng ban tổ chức | trưởng ban quản lý | trưởng ban kiểm phiếu | chủ tịch hội đồng | trưởng bản | phó trưởng phòng | phó giám đốc | chỉ huy trưởng ban chỉ huy quân sự | trưởng công an
""")
GENERICS = split_lines("""
cơ quan | đơn vị | địa phương | ngành | ban ngành | ban, ngành | sở, ngành | sở ngành | sở, ban, ngành | bộ, ngành | bộ ngành | phòng, ban | ban, phòng | đoàn thể | cấp | cấp ủy | cấp ủy đảng
| tổ chức đảng | tổ chức cơ sở đảng | chính quyền | chính quyền địa phương | chính quyền cơ sở | tổ chức | doanh nghiệp | nhà đầu tư | chủ đầu tư | nhà thầu | cá nhân | tập thể | lực lượng
| đơn vị thi công | đơn vị tư vấn | nhà mạng | hãng | chủ hồ | chủ đập | chủ tàu | hộ kinh doanh | ngân hàng thương mại | tổ chức tín dụng | chủ rừng | cơ quan báo chí | cơ quan, đơn vị | đơn vị, địa phương | cơ quan, đơn vị, địa phương | bộ, ngành, địa phương | tư vấn giám sát | tư vấn thiết kế | tổ chức chính trị
| tổ chức chính trị - xã hội | tổ chức đoàn thể | đoàn thể chính trị - xã hội | hội quần chúng | tổ chức hội | hộ gia đình | người dân | cơ sở | dân quân tự vệ | quân đội
| đơn vị sự nghiệp | trường học | nhà trường | cán bộ | đảng viên | công chức | hệ thống chính trị | hội, đoàn thể | thanh niên | phụ nữ | ban công tác mặt trận
""")
PLACES = split_lines(
    "tỉnh | thành phố | đồng bằng sông hồng | đồng bằng sông cửu long | trung du và miền núi bắc bộ | trung du và miền núi phía bắc | huyện | quận | thị xã | xã | phường | thị trấn | khu vực | tp | đặc khu | cụm | khu | vùng | khu công nghiệp | khu kinh tế | cụm công nghiệp | khu dân cư | chi nhánh | cụm thi đua"
)
MODIFIERS = split_lines("""
liên quan | có liên quan | chức năng | chuyên môn | chuyên ngành | trực thuộc | trung ương | tw | địa phương | các cấp | cấp tỉnh | cấp huyện | cấp xã | cấp trên | cấp dưới | cơ sở
| ở cơ sở | ở địa phương | ở trung ương | ngang bộ | nêu trên | nói trên | trên | phụ trách địa bàn | phụ trách lĩnh vực | phụ trách | được giao nhiệm vụ | được phân công | được phân công phụ trách | địa bàn | lĩnh vực | được giao
| trên địa bàn | trên địa bàn tỉnh | trên địa bàn huyện | trên địa bàn thành phố | trên địa bàn xã | trên địa bàn phường | sở tại | nhà nước | đảng | trên thế giới
| lớn | biên giới | tham mưu | giúp việc | tham mưu, giúp việc | chuyên trách | chuyên trách tham mưu, giúp việc | chủ quản | tư vấn | thi công | báo chí | có thẩm quyền | thẩm quyền | việt nam | quốc gia
| nhân dân | tối cao | toàn quốc | thường trực | thường vụ | kiêm nhiệm | quân sự | dự án | đường bộ | đường sắt | giám sát | xây dựng đảng | khác | còn lại | tự vệ | vũ trang
| vùng lũ | vùng trũng | vùng bị ảnh hưởng | bị ảnh hưởng | bị thiệt hại | vùng sâu | vùng xa | vùng biên | bãi ngang | nông thôn | đô thị
| lãnh đạo | chính trị | chính trị - xã hội | xã hội | kinh tế | nhà nước cấp trên | tín dụng | y tế | giáo dục | công an | quân đội | y tế cơ sở | tham gia bảo vệ an ninh trật tự ở cơ sở
| khu vực | đầu tư | thông tấn | truyền thông | vận tải | tổ chức đảng | ven biển | miền núi | hưởng lợi | vùng | đồng thời là thành viên
| đóng quân | đóng chân | tại địa bàn | tại địa phương | trong tỉnh | trong huyện | trong thành phố | trên cả nước | cả nước | công lập | tài chính | thuế | giao thông vận tải | bưu chính | kế hoạch | tổ chức
""")
DETERMINERS = split_lines("""
các | những | mọi | toàn thể | từng | mỗi | một số | bốn | sáu | bảy | tám | chín | mười | tất cả | tất cả các | hai | ba | toàn bộ | đồng chí | các đồng chí | đ/c | các đ/c | đại diện | đại diện các | tập thể
""")
# Words that begin like a kind of body and are none.
NO_BODIES = split_lines("""
trường hợp | hội nghị | hội thảo | hội chợ | hội diễn | hội thi | hội viên | đoàn kết | đoàn viên | bản đồ | bản án | bản thân | bản sắc | bản làng | báo chí | đội ngũ | bộ máy | quỹ đất | quỹ nhà | viện trợ | viện dẫn
| thuế suất | thuế đất | vụ việc | vụ án | vụ mùa | vụ đông | vụ xuân | cục bộ | ban đầu | ban đêm | phòng ngừa | phòng chống | phòng, chống | phòng cháy | phòng cháy, chữa cháy | phòng cháy chữa cháy | phòng dịch | phòng bệnh | tổ hợp | trường lớp
| trường học, lớp học | sở hữu | cấp độ | cấp bách | cấp thiết | xã hội hóa | ngành nghề | đảng viên | tổ chức thực hiện | tổ chức bộ máy | tổ chức triển khai | thôn xóm | khu vực kinh tế | vùng nguyên liệu | chi bộ phận | đài tưởng niệm | báo động | báo hiệu | hội đồng loạt | thuế thu nhập | thuế giá trị gia tăng
""")
# Names of fields that bodies are called after: an upper-case first letter makes them names.
FIELDS = split_lines("""
tài chính | nội vụ | y tế | xây dựng | nông nghiệp | môi trường | giáo dục | đào tạo | khoa học | công nghệ | văn hóa | thể thao | du lịch | tư pháp | quốc phòng | công an | ngoại giao
| thanh tra | dân tộc | tôn giáo | tổ chức | tuyên giáo | dân vận | kiểm tra | nội chính | kinh tế | hạ tầng | đô thị | thương binh | xã hội | lao động | kế hoạch | đầu tư | giao thông
| giao thông vận tải | vận tải | thông tin | truyền thông | tài nguyên | công thương | ngoại vụ | pháp luật | phát triển nông thôn | nông thôn | phục vụ | hành chính | hành chính công | quản lý | kỹ thuật
| năng lượng | công nghiệp | viễn thông | bưu chính | điện lực | dầu khí | hàng không | đường sắt | đường bộ | cảng hàng không | thủy lợi | lâm nghiệp | kiểm lâm | thống kê | quân sự | biên phòng | chính trị | tiểu dự án
| thương mại | chính sách | chính sách xã hội | bảo hiểm | bảo hiểm xã hội | công đoàn | nông dân | phụ nữ | cựu chiến binh | thanh niên | đoàn thể | nhà nước | quốc gia | trung ương | địa chính | thi đua | khen thưởng | đối ngoại | dân nguyện | thi hành án | thi hành án dân sự | quản lý dự án | xây dựng đảng | quản lý đô thị | kiến trúc | tài sản công | việc làm | chống tham nhũng | hàng hải | đăng kiểm | thuế | hải quan | dự trữ | sông | quản lý đất đai | đất đai | ptnt | tbxh | gdđt | tnmt | tt | khai thác | công trình | cấp nước | cấp thoát nước | môi trường đô thị | dịch vụ | công ích | vệ sinh | vệ sinh môi trường | chế biến | sản xuất | may | khoáng sản | cao su | lương thực | nông sản | thực phẩm | dược phẩm | thiết bị
""")
# What stands behind "lực lượng".
FORCE = Phrases(
    {
        "force": split_lines(
            """quân đội | công an | biên phòng | bộ đội biên phòng | bộ đội | dân quân | dân quân tự vệ | tự vệ | cảnh sát biển | cảnh sát | hải quân | hải quan | kiểm lâm
            | kiểm ngư | quản lý thị trường | y tế | thanh niên | thanh niên xung phong | thanh niên xung kích | đoàn viên thanh niên | phụ nữ | cựu chiến binh | xung kích | vũ trang | chức năng
            | lực lượng tham gia bảo vệ an ninh trật tự ở cơ sở | tham gia bảo vệ an ninh trật tự ở cơ sở | bảo vệ an ninh trật tự ở cơ sở | tham gia bảo vệ an ninh, trật tự ở cơ sở"""
        )
    }
)
MODIFIER = Phrases({"modifier": MODIFIERS})
NOUNS = Phrases(
    {
        "modifier": MODIFIERS,
        "place": PLACES,
        "generic": GENERICS,
        "post": POSTS,
        "organisation": ORGANISATIONS,
        "determiner": DETERMINERS,
        "nothing": NO_BODIES,
    }
)
DETERMINER = Phrases({"determiner": DETERMINERS})
FIELD = Phrases({"field": FIELDS})

# How a duty opens: after the body's name, or at the head of an item that inherits its body.
MANNERS = split_lines("""
cần | phải | là cơ quan đầu mối | là cơ quan thường trực | là cơ quan chủ trì | là đầu mối | làm đầu mối | theo lĩnh vực | theo địa bàn | theo phân công | tiếp tục | khẩn trương | chủ động | sớm | tích cực | tập trung | nghiêm túc | kịp thời | trực tiếp | thường xuyên | quyết liệt | tăng cường | chịu trách nhiệm | có trách nhiệm | được giao
| được phân công | chủ trì | phối hợp | lãnh đạo | chỉ đạo | căn cứ | theo chức năng | theo nhiệm vụ | theo thẩm quyền | trên cơ sở | phối với | định kỳ | hằng tháng | hằng quý | hằng năm | hằng tuần | hàng tháng | hàng quý
| hàng năm | hàng tuần | hằng ngày | nhanh chóng | chú trọng | quan tâm | đẩy mạnh | đẩy nhanh | bám sát | làm việc | có văn bản | có kế hoạch | có phương án | có giải pháp | có biện pháp | có ý kiến
| không để | không được | tuyệt đối | bảo đảm | đảm bảo | phấn đấu | quyết tâm | theo phạm vi | trong phạm vi | trước ngày | trong tháng | trong quý | trước mắt | ngay | cùng với | cùng | đồng thời | sẵn sàng | nâng cao | đổi mới | kiên quyết | triệt để | làm tốt | thực hiện tốt | hoàn thành | hoàn thiện | chậm nhất | kết luận này
""")
VERBS = split_lines("""
rà soát | nghiên cứu | xây dựng | hướng dẫn | báo cáo | tổng hợp | đề xuất | huy động | hỗ trợ | thực hiện | triển khai | tổ chức | kiểm tra | giám sát | thanh tra | đôn đốc | theo dõi | tham mưu | ban hành | trình | xem xét | quyết định
| xử lý | giải quyết | khắc phục | thẩm định | phê duyệt | bố trí | cân đối | phân bổ | giải ngân | bàn giao | tiếp nhận | tiếp thu | hoàn trả | quản lý | sử dụng | khai thác | vận hành | đầu tư | phát triển | thu hút | thúc đẩy | tháo gỡ | điều chỉnh
| sửa đổi | rút ngắn | tạm dừng | dừng | bổ sung | thành lập | kiện toàn | sắp xếp | phân công | phân cấp | phát động | tuyên truyền | vận động | quán triệt | phổ biến | nắm | nắm chắc | đánh giá | phân tích | dự báo | cảnh báo | ứng phó | phòng chống | cung cấp | gửi | thông báo
| công bố | công khai | đăng ký | lập | lựa chọn | đấu thầu | ký | ký kết | thi công | khởi công | khánh thành | giao | yêu cầu | đề nghị | kiến nghị | góp ý | thống kê | kiểm kê | kiểm đếm | chi trả | bồi thường | thu hồi | giải phóng | di dời | cấp | cấp phép
| bảo vệ | giữ gìn | giữ vững | duy trì | phát huy | khơi thông | tận dụng | chấn chỉnh | kiểm điểm | khen thưởng | biểu dương | trả lời | phúc đáp | giải trình | làm rõ | xác định | cập nhật | số hóa | kết nối | chia sẻ | tích hợp | chuyển đổi | đào tạo | bồi dưỡng | tập huấn | tuyển dụng
| luân chuyển | chăm lo | thăm hỏi | cứu trợ | dọn dẹp | sửa chữa | nạo vét | trồng | chuẩn bị | tham gia | tiến hành | lấy ý kiến | xin ý kiến | thỏa thuận | thống nhất | ưu tiên | hạn chế | ngăn chặn | phát hiện | xử phạt | mở rộng | nâng cấp | cải tạo | cải thiện | cải cách | tinh gọn | cắt giảm | đơn giản hóa
| xóa | giảm | tăng | thu | chi | phân loại | niêm yết | vào cuộc | thông tin | bám | đi kiểm tra | trao đổi | phát dọn | có | đưa | tạo | tạo điều kiện | lồng ghép | quy hoạch | định hướng | khảo sát | đo đạc | trích đo | nghiệm thu | quyết toán | thanh toán | tạm ứng | hoàn tất | kêu gọi | làm | chốt | ra quân | xác minh | điều tra | khởi tố | xét xử | đẩy lùi | khôi phục | phục hồi | củng cố | rút kinh nghiệm | xét | kết nạp | dự | họp | bầu | ủy quyền | phân định | tính toán | lưu ý | nêu cao | đề cao | gắn | đa dạng hóa | hình thành | khuyến khích | mua sắm | trang bị | lắp đặt | cắm mốc | giữ | nhân rộng | đón | sơ kết | tổng kết | áp dụng | đăng tải | đăng | phát hành | soạn thảo | dự thảo | hoàn chỉnh | chỉnh lý | chỉnh sửa | chỉnh trang | lắng nghe | đối thoại | tiếp xúc | tiếp công dân | tiếp dân | thụ lý | giới thiệu | bổ nhiệm | điều động | quy định | phân bổ lại | điều hành | điều phối | phân luồng
| trực | ứng trực | canh gác | tuần tra | kiểm soát | truy quét | đấu tranh | trấn áp | bắt giữ | xử trí | cưỡng chế | tháo dỡ | giải tỏa | san lấp | đào đắp | xây | làm đường | đổ | khơi thông | gieo | gieo cấy | gieo trồng | thu hoạch | tiêm | tiêm phòng | phun | tiêu hủy | khoanh vùng | khử khuẩn | chăm sóc | khám | cấp phát | trao | tặng | thăm | tri ân | hỗ trợ | giúp đỡ | bảo trợ | nuôi dưỡng
| học tập | nghiên cứu học tập | sinh hoạt | nêu gương | cam kết | ký cam kết | gương mẫu | xung kích | đi đầu | dẫn dắt | truyền thông | quảng bá | phát thanh | phát sóng | biên tập | in | phát | sao gửi | lưu trữ | bảo quản | bảo mật | bảo dưỡng | duy tu | vận chuyển | tập kết | thu gom | phân loại | xả | tích nước | điều tiết | đóng | mở | khóa | treo | dựng | cắm | kẻ | sơn | chiếu sáng | lắp | thay | thay thế | tổng rà soát | tổng kiểm tra | hạch toán | kê khai | quyết toán | tất toán | đối chiếu | thu nộp | nộp | truy thu | miễn | giảm trừ | gia hạn | đấu giá | đấu nối | cho thuê | giao đất | chuyển | chuyển giao | chuyển đổi số | cài đặt | ứng dụng | khai thác | nhập | nhập liệu | chuẩn hóa | làm sạch | đồng bộ | liên thông | tra cứu | xác thực | công chứng | chứng thực | hòa giải | tư vấn | trợ giúp | phối kết hợp | liên hệ | trao đổi | mời | triệu tập | dự kiến | lên phương án | lên kế hoạch | tìm | tìm kiếm | cứu nạn | sơ tán | neo đậu | gia cố | khơi | cụ thể hóa | hiện đại hóa | xã hội hóa | tối ưu hóa
""")
DUTY = Phrases({"manner": MANNERS, "verb": VERBS})
# What follows a body's name when it is only told about.
TELLING = Phrases(
    {
        "told": split_lines("""
đã | đang | là | còn | chưa | vẫn | được | bị | sẽ | đạt | cũng | đã có | có nhiều | có một số | có mặt | có vị trí | có quy mô | có tiềm năng | ghi nhận | biểu dương | đánh giá cao | có tốc độ | có tờ trình | có công văn | có báo cáo | và đại biểu | giao tại | đồng ý | chấp thuận | nhất trí | thống nhất chủ trương | thống nhất nguyên tắc | thống nhất nội dung | cơ bản thống nhất | cơ bản nhất trí | cơ bản đồng ý | cơ bản tán thành | thống nhất chỉ | thống nhất rằng | thống nhất cao | thống nhất cho rằng | thống nhất với đề xuất | thống nhất về | hoan nghênh | cảm ơn | tán thành | luôn | đều | mới
""")
    }
)
# Words that join or place others: neither a name nor a duty goes on in them.
CONNECTING = frozenset(
    [
        "theo",
        "để",
        "về",
        "trong",
        "ngoài",
        "với",
        "cho",
        "do",
        "bởi",
        "từ",
        "đến",
        "tại",
        "ở",
        "khi",
        "nếu",
        "mà",
        "nên",
        "thì",
        "gồm",
        "như",
        "trước",
        "sau",
        "vào",
        "ra",
        "nhằm",
        "qua",
        "bằng",
        "cùng",
        "nêu",
    ]
)
# Lower-case words that follow a body's name without being its verb.
NO_VERBS = CONNECTING | frozenset(
    [
        "và",
        "hoặc",
        "của",
        "thuộc",
        "không",
        "những",
        "các",
        "này",
        "đó",
        "trên",
        "dưới",
    ]
)
INTRODUCING = frozenset(
    [
        "để",
        "trên",
        "sau",
        "căn",
        "đối",
        "về",
        "trường",
        "trong",
        "khi",
        "với",
        "nhằm",
        "từ",
        "qua",
        "ngoài",
        "tại",
        "định",
        "hằng",
        "hàng",
        "trước",
        "riêng",
        "theo",
        "do",
        "nếu",
        "quá",
        "ngay",
        "song",
        "bên",
        "cùng",
        "đồng",
        "vì",
        "cho",
    ]
)
