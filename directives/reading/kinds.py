"""What a unit is for: heading, assessment, directive or closing."""

import re

from directives.reading.model import ItemKind

ASSESSING_TITLE = re.compile(
    r"đánh giá|kết quả|tình hình|ưu điểm|hạn chế|tồn tại|bối cảnh|nhận định|kiểm điểm",
    re.IGNORECASE,
)
ASSESSING_START = re.compile(
    r"(?:Về |Một số |Những |Các )?(?:đánh giá|kết quả|tình hình|ưu điểm|hạn chế|tồn tại|bối cảnh|nhận định|kiểm điểm)",
    re.IGNORECASE,
)
MATTER = re.compile(
    r"Về (?:tình hình|kết quả|đánh giá|kiểm điểm)(?! (?:chung|đạt được|thực hiện nhiệm vụ|kinh tế))"
)
WORKING_TITLE = re.compile(
    r"nhiệm vụ|giải pháp|kiến nghị|đề xuất|tổ chức thực hiện|nội dung|thời gian tới|yêu cầu|phương hướng|chỉ đạo",
    re.IGNORECASE,
)
# "MỤC ĐÍCH, YÊU CẦU" of a plan: what it is for, no task.
PURPOSE_TITLE = re.compile(r"\W{0,4}mục đích\b", re.IGNORECASE)
TELLING_START = re.compile(
    r"\W{0,12}(?:Ghi nhận|Biểu dương|Hoan nghênh|Đánh giá cao|Ghi nhận và|Về kết quả|Về tình hình|Thời gian qua|Trong thời gian (?:vừa )?qua"
    r"|Trong những năm|Vừa qua|Tuy nhiên|Bên cạnh|Nhìn chung|Những tháng (?:đầu|cuối) năm|Các tháng|Trong \d+ tháng|\d+ tháng|Một số tồn tại|Những tồn tại"
    r"|Sau (?:hơn |gần )?\d+ (?:năm|tháng)|Qua (?:hơn |gần )?\d+ (?:năm|tháng)|Theo (?:báo cáo|tin|bản tin|dự báo|nhận định|thông tin)|Tính đến|Đến nay|Đến hết|Đến ngày|Thay mặt|Qua tổng hợp|Qua báo cáo|Qua kiểm tra|Kết quả(?! (?:thực hiện|xử lý|giải quyết|kiểm tra|rà soát)\b[^.;]{0,160}\b(?:báo cáo|gửi|trình)\b)|Trong bối cảnh|Mặc dù|Song|Nguyên nhân|Những kết quả|Ngay sau|Từ đầu năm|Năm \d{4},)",
)
DECIDING_START = re.compile(
    r"\W{0,12}(?:Cơ bản )?(?:[Tt]hống nhất|[Đđ]ồng ý|[Nn]hất trí|[Cc]hấp thuận|[Tt]án thành|[Tt]ạm dừng|[Cc]ho phép|[Tt]hông qua|[Kk]hông xem xét|[Cc]hưa xem xét|[Kk]hông đồng ý|[Cc]hưa đồng ý|[Cc]hưa thống nhất|[Gg]hi nhận)"
    r"(?! (?:với (?!đề xuất|đề nghị|kiến nghị|[Bb]áo cáo|[Tt]ờ trình|nội dung|ý kiến|phương án|chủ trương|[Dd]ự thảo|những|các nội dung)|nội dung trả lời))"
)
# "Về đề nghị …: Thường trực Đảng ủy ghi nhận, sẽ kiến nghị cấp trên": an answer, no task of anybody.
RECORDED = re.compile(r"^[^.;]{0,120}\bghi nhận,? (?:và )?(?:sẽ|để)\b")
CLOSING = re.compile(
    r"(?:(?:xin |trân trọng )*thông báo (?:để|đến|tới|cho)|thông báo\b[^.;]{0,120}\bđể\b[^.;]{0,160}\b(?:biết|thực hiện)|trân trọng thông báo|xin thông báo|^Trên đây là|^[^.;:]{0,60}đề nghị Quý\b|^(?:Thông báo|Kết luận) này (?:được )?phổ biến|^Nhận được (?:Thông báo|Kết luận))",
    re.IGNORECASE,
)
# The whole formula, wherever a copy goes on behind it.
SENT_OFF = re.compile(
    r"\W{0,4}(?:Trên đây|Thừa lệnh|Văn phòng|Thừa ủy quyền)\b[^.;:]{0,160}\bthông báo\b[^.;:]{0,140}?\b(?:để|đến|tới|cho)\b[^.;:]{0,260}\b(?:biết|thực hiện)\W*$"
)
TERMS = re.compile(
    r"\W{0,4}(?:Kinh phí|Nguồn kinh phí|Địa điểm|Thành phần|Hình thức)(?: thực hiện| tổ chức| tham dự)?\s?:"
)
CARRIED_OUT = re.compile(
    r"^(?:Căn cứ|Trên cơ sở|Nhận được|Theo) (?:nội dung )?(?:Thông báo|Kết luận)\b(?! số).{0,160}thực hiện\W*$",
    re.DOTALL,
)
LEADS_IN = re.compile(
    r"(?:nhiệm vụ|nội dung|giải pháp|công việc|vấn đề|yêu cầu|việc|ý kiến|như sau|sau đây|sau|làm ngay|chỉ đạo)[^.;:]{0,60}:\s*$",
    re.IGNORECASE,
)
FRAME = re.compile(
    r"(?:một số|các|những|tốt|vào)?\s*(?:nội dung|nhiệm vụ|giải pháp|công việc|vấn đề|yêu cầu)[^.;:]{0,60}(?:sau|sau đây|như sau|dưới đây)?\s*:\s*$",
    re.IGNORECASE,
)
QUANTITY_START = re.compile(
    r"\W{0,12}(?:Số|Tổng|Danh sách|Tên|Kinh phí|Tỷ lệ|Diện tích|Địa điểm|Thời gian|Mức)\b(?! (?:hóa|liệu))"
)
MODAL = re.compile(
    r"\b(?:phải|cần(?! thiết)|(?<!với )(?<!theo )(?<!ứng )(?<!các )yêu cầu|không được|không để|nghiêm cấm)\b"
)
STANDING_START = re.compile(
    r"\W{0,12}(?:Trong )?(?:quá trình|Quá trình) (?:triển khai |tổ chức )?thực hiện", re.IGNORECASE
)
# A paragraph that is a point of its own, without a printed label: "Thứ hai, …", "Ba là, …".
COUNTED = re.compile(
    r"\W{0,3}(?:Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là)\s?[,:]"
)
STARTS_ANEW = re.compile(rf"(?:Chủ trì|Phối hợp|Tuy nhiên)\b|{COUNTED.pattern}")
# What is to be done has to fit these; the points under such a colon say how, they are no tasks.
CONTENTS = re.compile(
    r"\b(?:theo|bảo đảm|đảm bảo|đáp ứng|tuân thủ|trên)\s+(?:[^\W\d_]+\s+){0,3}?(?:nguyên tắc|tiêu chí|quan điểm|yêu cầu|điều kiện|tiêu chuẩn|hướng|định hướng)\b[^.;:]{0,40}:\s*$",
    re.IGNORECASE,
)
# "…, báo cáo UBND tỉnh, trong đó nêu rõ:": its points are what the report is to hold, unless they say what must be.
REPORTED = re.compile(
    r"\b(?:làm|nêu|báo cáo|thể hiện) rõ\s?:\s*$|\b(?:bao )?gồm(?: các| những)?(?: nội dung| thông tin| số liệu)?(?: sau| sau đây)?\s?:\s*$",
    re.IGNORECASE,
)
# "X rút kinh nghiệm, khẩn trương thực hiện các việc sau:": an order of its own before the frame of a list.
FRAMED = re.compile(
    r",(?: và| đồng thời)? (?:(?:khẩn trương |tập trung |tiếp tục )?(?:triển khai |tổ chức )?thực hiện[^,.;:]{0,30}(?:việc|nội dung|nhiệm vụ|giải pháp)"
    r"|tập trung chỉ đạo\b)[^.;:]{0,60}:\s*$"
)
CHARGES_ONLY = re.compile(
    r"\b(?:chủ trì|phối hợp|lãnh đạo|chỉ đạo|tập trung|tiếp tục|căn cứ|theo|quán triệt)\b"
)
# "… khôi phục cấp điện theo thứ tự ưu tiên:" orders, and its points say what comes first.
STEPS = re.compile(r"\btheo (?:thứ tự|lộ trình|các mốc)\b[^.;:]{0,40}:\s*$")
# "Đồng ý … một số nội dung sau:" over what was agreed.
AGREED_LIST = re.compile(r"\b(?:nội dung|đề xuất|kiến nghị)[^.;:]{0,20}\bsau(?: đây)?\s*:\s*$")
# "…, Thủ tướng Chính phủ giao:" over a list.
GIVES = re.compile(r"\b(?:giao|yêu cầu|đề nghị|chỉ đạo)\s*:\s*$")
# A verb of its own before "(1) …; (2) …".
ADVISES = re.compile(
    r"(?:Tham mưu|Báo cáo|Trình|Rà soát|Xây dựng|Hoàn thiện|Kiểm tra|Ban hành|Đề xuất)\b"
)
# "…; trong đó lưu ý:": what stands before it is an order of its own.
HEEDS = re.compile(r"\W{0,3}(?:trong đó|lưu ý|chú ý)", re.IGNORECASE)
HEEDS_BELOW = re.compile(r",\s+trong đó,?\s+(?:cần\s+)?(?:lưu ý|chú ý)[^.;:]{0,40}:\s*$")
# "Việc hợp nhất … có ý nghĩa hết sức quan trọng": says how much a matter weighs, whatever must be thought of it.
WEIGHS = re.compile(
    r"\W{0,3}Việc [^.;:]{0,200}?\b(?:có (?:ý nghĩa|vai trò|vị trí|tầm quan trọng)|là (?:chủ trương|nhiệm vụ|việc|yêu cầu|vấn đề|giải pháp|bước))\b"
)
PETITIONS = re.compile(r"kiến nghị|đề xuất|đề nghị", re.IGNORECASE)
# A deadline in a paragraph of its own that speaks of the task above it.
COMPLETES = re.compile(r"\W{0,12}(?:Hoàn thành|Thời gian|Thời hạn|Kết quả thực hiện)\b")
DONE = re.compile(r"\bđã\b")
PAST = re.compile(r"\b(?:đã|được)\b")


def is_closing(text: str, *, last: bool) -> bool:
    """The formula that sends the paper on its way; it stands at the end and assigns nothing."""
    if SENT_OFF.match(text):
        return True
    if CLOSING.search(text[:300]) and not text.rstrip().endswith(":"):
        return last
    return last and bool(CARRIED_OUT.match(text))


def is_note(text: str) -> bool:
    """ "(Gửi kèm Công văn số …)", "THÔNG TIN PHẢN HỒI": a paragraph that says where a thing stands, no duty."""
    bare = text.strip(" ./")
    if TERMS.match(text):
        return True
    return (bare[:1] == "(" and bare[-1:] == ")") or is_capitals(bare)


def tells(text: str) -> bool:
    return bool(TELLING_START.match(text)) or decides(text)


def decides(text: str) -> bool:
    """ "Đồng ý …", or a topic and then such a word."""
    answer = re.split(r":\s", text, maxsplit=1)[-1] if ":" in text else ""
    return bool(
        DECIDING_START.match(text) or DECIDING_START.match(answer) or RECORDED.search(answer)
    )


def is_title(text: str) -> bool:
    """A heading's words: short, no full stop at the end."""
    bare = text.rstrip()
    return len(bare) < 400 and bare[-1:] not in ".;!?,"


def is_assessing_title(text: str) -> bool:
    """ "Về tình hình …", "Đánh giá chung", "Một số tồn tại, hạn chế": what stands under it is told.

    "Kiểm điểm, làm rõ trách nhiệm …" and "Đánh giá lại …" are orders, unless they are titles.
    """
    told = ASSESSING_START.match(text)
    verb = (
        told is not None
        and told[0].lower() in ("kiểm điểm", "đánh giá")
        and not is_title(text.partition("\n")[0])
    )
    return told is not None and not verb and not WORKING_TITLE.search(text[:120])


def is_matter(text: str) -> bool:
    """ "2. Về tình hình giải phóng mặt bằng Dự án …": a matter that was put to the meeting, not a chapter of a review."""
    return bool(MATTER.match(text)) and is_assessing_title(text)


def is_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and all(char.isupper() for char in letters)


def kind_of_title(text: str, before: ItemKind) -> ItemKind:
    """Whether what stands under a section's title is told or ordered."""
    if PURPOSE_TITLE.match(text):
        return ItemKind.ASSESSMENT
    if WORKING_TITLE.search(text):
        return ItemKind.DIRECTIVE
    if ASSESSING_TITLE.search(text):
        return ItemKind.ASSESSMENT
    return before if before is ItemKind.DIRECTIVE else ItemKind.DIRECTIVE
