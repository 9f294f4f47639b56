"""What the demo's clerk knows: what each sample orders, and what became of it.

A duty is found in the paper by words of its own. What the reader proposes for it is confirmed as
read where it is right, and corrected where it is not, as a clerk would. Days are specs of
assignments.demo.wording, relative to the day of loading.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from assignments.models import Cause
from directives.models import Evidence, Nature, Notice


class Step(StrEnum):
    PROGRESS = "progress"
    EXPLAINED = "explanation"
    REPORTED = "result"
    RETURNED = "send_back"
    ACCEPTED = "accept"
    DECLINED = "decline"
    REASSIGNED = "reassign"
    PAUSED = "pause"
    RESUMED = "resume"
    REFERRED = "refer"
    CANCELLED = "cancel"
    REOPENED = "reopen"


@dataclass(frozen=True, slots=True)
class Act:
    """Something done about a task on a day; `by` an account, or who does it as a rule."""

    step: Step
    day: str
    words: str = ""
    by: str = ""
    cause: Cause | None = None
    # pdf, png: a file goes with the report
    file: str = ""
    # Reports of one body under the same name are one signed report.
    shared: str = ""
    # To which body (its short name) a task is reassigned.
    to: str = ""


def progress(day: str, words: str) -> Act:
    return Act(Step.PROGRESS, day, words)


def explained(day: str, words: str, cause: Cause) -> Act:
    return Act(Step.EXPLAINED, day, words, cause=cause)


def reported(day: str, words: str, *, file: str = "", shared: str = "") -> Act:
    return Act(Step.REPORTED, day, words, file=file, shared=shared)


def returned(day: str, words: str, *, by: str = "") -> Act:
    return Act(Step.RETURNED, day, words, by=by)


def accepted(day: str, *, by: str = "") -> Act:
    return Act(Step.ACCEPTED, day, by=by)


def decided(step: Step, day: str, words: str, *, to: str = "") -> Act:
    return Act(step, day, words, by="bithu", to=to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A task of a sample.

    words       its part of an item that holds several tasks; the whole item without
    leads, co   the printed names
    due         a spec; "" for none. `time` is "17:00"
    story       what the leads did; those who coordinate report on the same days when it is finished
    but         bodies (short name) of a group whose story is another; () is no story
    """

    at: str
    words: str = ""
    leads: tuple[str, ...]
    co: tuple[str, ...] = ()
    due: str = ""
    time: str = ""
    nature: Nature = Nature.DATED
    unit: str = ""
    evidence: Evidence = Evidence.PAPER
    story: tuple[Act, ...] = ()
    but: Mapping[str, tuple[Act, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A sample notice and how far it has come. `issued`, `closed` empty: not yet."""

    name: str
    clerk: str
    started: str
    put_up: str = ""
    issued: str = ""
    number: int = 0
    closed: str = ""
    withdrawn: str = ""
    withdrawn_why: str = ""
    # The name of the sample it replaces, an hour after it was issued.
    replaces: str = ""
    # When bodies with an account took their tasks in hand; empty: they have not yet.
    received: str = ""
    # Whose paper it is (a short name), and the two lines at its head.
    issuer: str = "Đảng ủy phường"
    superior_line: str = "ĐẢNG BỘ TỈNH BÌNH SƠN HÀ"
    issuer_line: str = "ĐẢNG ỦY PHƯỜNG TRÀNG HẠC"
    # The summary, where the reader finds none.
    subject: str = ""
    urgency: Notice.Urgency = Notice.Urgency.NONE
    # A draft is reviewed as far as the first duty that holds these words.
    reviewed_until: str = ""
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A document the office issued: its first letter to `body` (a short name), or a report on `notice`."""

    issued: str
    number: int
    body: str = ""
    answer_by: str = ""
    # The name of a sample.
    notice: str = ""


ALL_RESIDENTS = "25 Tổ dân phố"
PARTY_UBND = "Đảng ủy UBND phường"
ECONOMY = "Phòng Kinh tế, Hạ tầng và Đô thị phường"
CULTURE = "Phòng Văn hóa - Xã hội phường"
POLICE = "Công an phường"
ARMY = "Ban Chỉ huy Quân sự phường"
FRONT = "Ủy ban MTTQ Việt Nam phường"
YOUTH = "Đoàn Thanh niên phường"
OFFICE = "Văn phòng Đảng ủy"
BUILDING = "Ban Xây dựng Đảng phường"
INSPECTION = "Ủy ban Kiểm tra Đảng ủy phường"
UBND = "UBND phường"
POWER = "Đội Quản lý điện lực khu vực Hạc Giang"

STANDING = Nature.STANDING
PERIODIC = Nature.PERIODIC


def _twice_a_year(at: str, *leads: str, words: str = "") -> tuple[Duty, Duty]:
    """ "báo cáo 6 tháng, 01 năm" is two periodic tasks."""
    half = Duty(at=at, words=words, leads=leads, nature=PERIODIC, unit="half")
    return half, replace(half, unit="year")


CULTURE_HOUSE = Paper(
    name="nha_van_hoa",
    clerk="chuyenvien2",
    started="-76w",
    put_up="-76w",
    issued="-75w",
    number=21,
    closed="-2w",
    received="-74w",
    duties=(
        Duty(
            at="hoàn thành thủ tục bàn giao tài sản",
            leads=(UBND,),
            due="-60w",
            story=(
                reported(
                    "-62w",
                    "Đã hoàn thành bàn giao tài sản; UBND phường ban hành Quy chế quản lý, sử dụng Nhà văn hóa trung tâm.",
                    file="pdf",
                ),
                accepted("-61w"),
            ),
        ),
        Duty(
            at="khảo sát hiện trạng nhà văn hóa",
            leads=(CULTURE,),
            co=(ECONOMY,),
            due="-55w",
            story=(
                reported(
                    "-57w",
                    "Đã khảo sát 25/25 nhà văn hóa; đề xuất sửa chữa 03 nhà xuống cấp nghiêm trọng, bổ sung bàn ghế 07 nhà.",
                ),
                accepted("-56w"),
            ),
        ),
        Duty(
            at="bố trí kinh phí sửa chữa 03 nhà văn hóa",
            leads=(ECONOMY,),
            due="-40w",
            story=(
                progress("-50w", "Đã lập dự toán, trình thẩm định; dự kiến khởi công trong tuần."),
                reported("-41w", "Đã hoàn thành sửa chữa 03 nhà văn hóa."),
                returned(
                    "-40w",
                    "Báo cáo chưa có biên bản nghiệm thu nhà văn hóa Tổ dân phố số 19. Đề nghị bổ sung.",
                ),
                reported(
                    "-36w",
                    "Bổ sung biên bản nghiệm thu 03 nhà văn hóa, trong đó Tổ dân phố số 19 nghiệm thu sau cùng.",
                    file="pdf",
                ),
                accepted("-35w"),
            ),
        ),
        Duty(
            at="tổ chức các hoạt động văn hóa, thể thao",
            leads=(YOUTH,),
            due="-62w",
            story=(
                reported("-64w", "Đã ban hành kế hoạch hoạt động cả năm, gồm 08 hoạt động chính."),
                accepted("-63w"),
            ),
        ),
        Duty(
            at="sử dụng nhà văn hóa phục vụ sinh hoạt chi bộ",
            leads=(BUILDING,),
            due="-58w",
            story=(
                reported("-59w", "Đã ban hành hướng dẫn gửi 25 chi bộ tổ dân phố."),
                accepted("-58w", by="chuyenvien"),
            ),
        ),
        Duty(
            at="vận động xã hội hóa mua sắm tủ sách",
            leads=(FRONT,),
            co=(UBND,),
            due="-45w",
            story=(
                reported(
                    "-46w",
                    "Vận động được 186 triệu đồng; trang bị 11 tủ sách, 06 bộ thiết bị thể thao ngoài trời.",
                    file="png",
                ),
                accepted("-44w"),
            ),
        ),
        Duty(
            at="tổng hợp kết quả thực hiện Thông báo này",
            leads=(OFFICE,),
            due="-38w",
            story=(
                reported("-38w", "Đã tổng hợp, báo cáo Thường trực Đảng ủy tại phiên giao ban."),
                accepted("-37w", by="bithu"),
            ),
        ),
    ),
)

RESIDENTS_TOLD = (
    reported("-18w", "Đã họp dân, thông báo công khai kết luận và kết quả giải quyết kiến nghị."),
    accepted("-15w"),
)
RESIDENTS_TOLD_LATE = (
    reported("-13w", "Do nhà văn hóa đang sửa chữa, tổ dân phố họp chậm so với thời hạn."),
    accepted("-12w"),
)
LIST_SENT = reported("-2w", "Đã gửi danh sách hộ có hoàn cảnh khó khăn, người cao tuổi neo đơn.")

# One signed report answers two tasks.
SURVEYED = "Đã khảo sát, lập danh mục 14 vị trí thoát nước ưu tiên, đề xuất kinh phí 1,86 tỷ đồng; đã bó gọn, xử lý 23/23 vị trí dây điện, cáp viễn thông võng thấp."

DIALOGUE = Paper(
    name="doi_thoai",
    clerk="chuyenvien",
    started="-32w",
    put_up="-31w",
    issued="-30w",
    number=34,
    received="-29w",
    duties=(
        Duty(
            at="chỉ đạo các phòng, bộ phận chuyên môn, phối hợp với Công an phường",
            leads=(PARTY_UBND,),
            co=(POLICE, "các Tổ dân phố"),
            due="-24w",
            story=(
                reported(
                    "-25w",
                    "Đã rà soát, phân loại 53 kiến nghị thành 05 nhóm; lập hồ sơ theo dõi, giao rõ người chịu trách nhiệm.",
                    file="pdf",
                ),
                accepted("-23w"),
            ),
        ),
        Duty(
            at="lập danh mục các vị trí cần ưu tiên sửa chữa",
            words="Khảo sát, đánh giá mức độ ảnh hưởng, lập danh mục các vị trí cần ưu tiên sửa chữa tại ngõ 42, ngõ 58 đường Bến Gác và khu dân cư chợ Hạc, báo cáo đề xuất với Thường trực Đảng ủy.",
            leads=(ECONOMY,),
            co=("Tổ dân phố số 7", "Tổ dân phố số 12"),
            due="-18w",
            story=(
                reported("-19w", SURVEYED, file="png", shared="khảo sát hạ tầng"),
                accepted("-18w"),
            ),
        ),
        Duty(
            at="lập danh mục các vị trí cần ưu tiên sửa chữa",
            words="Hoàn thành nạo vét hố ga, khơi thông cống thoát nước thuộc thẩm quyền của phường.",
            leads=(ECONOMY,),
            co=("Tổ dân phố số 7", "Tổ dân phố số 12"),
            due="+2w",
            story=(
                progress("-5w", "Đã nạo vét 41/58 hố ga, đạt 70,7%; phần còn lại xong đúng hạn."),
            ),
        ),
        Duty(
            at="rà soát 47 hồ sơ còn tồn đọng",
            leads=(PARTY_UBND,),
            due="-6w",
            story=(
                progress("-12w", "Đã trả lời 31/47 hồ sơ; 16 hồ sơ phải xác minh nguồn gốc đất."),
                explained(
                    "-5w",
                    "Còn 09 hồ sơ chờ trích lục bản đồ của cơ quan đăng ký đất đai; đề nghị cho hoàn thành trong tháng.",
                    Cause.OUTSIDE,
                ),
            ),
        ),
        Duty(
            at="kiểm tra cụ thể nguồn thải",
            leads=(PARTY_UBND,),
            co=("Công ty cổ phần Môi trường đô thị Hạc Giang",),
            due="-12w",
            story=(
                reported(
                    "-9w",
                    "Đã kiểm tra 06 doanh nghiệp, xử phạt 02; bố trí lại điểm tập kết rác cách khu dân cư 120 m. Chậm do phải lấy mẫu lại.",
                    file="pdf",
                ),
                accepted("-8w", by="bithu"),
            ),
        ),
        Duty(
            at="cáp viễn thông võng thấp",
            leads=(ECONOMY,),
            co=(POWER,),
            due="-15w",
            story=(
                reported("-19w", SURVEYED, file="png", shared="khảo sát hạ tầng"),
                accepted("-18w"),
            ),
        ),
        Duty(
            at="kế hoạch ra quân tuần tra, kiểm soát",
            leads=(POLICE,),
            co=(YOUTH,),
            due="-22w",
            story=(
                reported("-23w", "Đã trình kế hoạch ra quân; tổ chức 12 ca tuần tra mỗi tuần."),
                accepted("-21w"),
            ),
        ),
        Duty(
            at="Tổ chức họp dân, thông báo công khai",
            leads=(ALL_RESIDENTS,),
            due="-16w",
            evidence=Evidence.TEXT,
            story=RESIDENTS_TOLD,
            but={
                "Tổ dân phố số 9": RESIDENTS_TOLD_LATE,
                "Tổ dân phố số 16": RESIDENTS_TOLD_LATE,
                "Tổ dân phố số 21": (),
            },
        ),
        Duty(
            at="lập danh sách hộ có hoàn cảnh khó khăn",
            leads=(ALL_RESIDENTS,),
            due="+4w",
            evidence=Evidence.TEXT,
            but={
                **{f"Tổ dân phố số {n}": (LIST_SENT, accepted("-1w")) for n in (1, 2, 3, 5)},
                **{f"Tổ dân phố số {n}": (LIST_SENT,) for n in (4, 6, 11)},
            },
        ),
        Duty(at="phân loại rác tại nguồn", leads=(ALL_RESIDENTS,), nature=STANDING),
        Duty(at="chủ trì giám sát việc giải quyết các kiến nghị", leads=(FRONT,), due="+1m:month"),
        Duty(
            at="thông báo kết quả Hội nghị đối thoại",
            leads=(OFFICE,),
            co=("Văn phòng HĐND và UBND phường",),
        ),
    ),
)

LAND = Paper(
    name="dat_dai",
    clerk="chuyenvien",
    started="-21w",
    put_up="-21w",
    issued="-20w",
    number=41,
    received="-19w",
    duties=(
        Duty(at="không để phát sinh vi phạm mới", leads=(PARTY_UBND,)),
        Duty(
            at="lấn chiếm đất công dọc kênh Bà Lụa; xử lý dứt điểm",
            leads=(PARTY_UBND,),
            co=(POLICE,),
            due="-4w",
            story=(
                reported(
                    "-5w", "Đã lập hồ sơ 27 trường hợp, xử lý xong 24 trường hợp.", file="pdf"
                ),
                returned(
                    "-3w",
                    "Còn 03 trường hợp chưa xử lý, báo cáo chưa nêu nguyên nhân và thời gian hoàn thành. Đề nghị bổ sung.",
                    by="bithu",
                ),
            ),
        ),
        Duty(
            at="06 công trình xây dựng sai phép đã có quyết định",
            leads=(PARTY_UBND,),
            due="+1w",
            story=(progress("-3w", "Đã tháo dỡ phần sai phép 04/06 công trình."),),
        ),
        Duty(at="Hoàn thành chỉnh lý hồ sơ địa chính", leads=(PARTY_UBND,), due="+3m:quarter"),
        Duty(
            at="nhu cầu sử dụng đất của các cơ quan, trường học",
            leads=(PARTY_UBND,),
            due="+2m:month",
            story=(
                reported(
                    "-1w",
                    "Trình Ban Thường vụ Đảng ủy phường phương án quản lý, khai thác quỹ đất công (18 khu đất, 4,7 ha).",
                    file="pdf",
                ),
            ),
        ),
        Duty(at="Tập trung rà soát các nguồn thu", leads=(PARTY_UBND,), due="+0:year"),
        *_twice_a_year(
            "thành một mục riêng trong báo cáo 6 tháng, 01 năm",
            PARTY_UBND,
            words="Báo cáo đánh giá kết quả thực hiện các nhiệm vụ tại mục 1 thành một mục riêng trong báo cáo 6 tháng, 01 năm của Đảng ủy Ủy ban nhân dân phường.",
        ),
        Duty(
            at="thành lập Tổ công tác hướng dẫn Nhân dân",
            leads=(ECONOMY,),
            due="-13w",
            story=(
                reported(
                    "-14w",
                    "UBND phường đã ban hành Quyết định thành lập Tổ công tác gồm 09 thành viên.",
                ),
                accepted("-12w"),
            ),
        ),
        Duty(
            at="công khai quy hoạch, các trường hợp vi phạm",
            leads=(ECONOMY,),
            co=("Văn phòng HĐND và UBND phường",),
            due="-8w",
            story=(
                reported(
                    "-2w",
                    "Đã công khai quy hoạch tại 25 nhà văn hóa và trên trang thông tin điện tử. Chậm do bổ sung hồ sơ 06 công trình.",
                ),
            ),
        ),
        Duty(
            at="xây dựng kế hoạch giám sát chuyên đề",
            leads=(INSPECTION,),
            due="-10w",
            story=(
                reported(
                    "-11w", "Đã ban hành kế hoạch giám sát chuyên đề đối với 03 tổ chức đảng."
                ),
                accepted("-10w"),
            ),
        ),
        Duty(
            at="vào sinh hoạt chi bộ thường kỳ",
            leads=(BUILDING,),
            co=(FRONT,),
            nature=PERIODIC,
            unit="month",
        ),
        Duty(
            at="định kỳ hằng tháng tổng hợp, báo cáo Thường trực",
            leads=(OFFICE,),
            nature=PERIODIC,
            unit="month",
        ),
    ),
)

STEERING = Paper(
    name="ban_chi_dao",
    clerk="chuyenvien2",
    started="-16w",
    put_up="-16w",
    issued="-15w",
    number=3,
    received="-14w",
    issuer="Ban Chỉ đạo chuyển đổi số",
    superior_line="ĐẢNG ỦY PHƯỜNG TRÀNG HẠC",
    issuer_line="BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ",
    subject="Phiên họp thứ ba của Ban Chỉ đạo chuyển đổi số và cải cách hành chính phường Tràng Hạc (ngày {-17w})",
    duties=(
        Duty(
            at="chịu trách nhiệm khi để xảy ra chậm trễ",
            leads=(UBND,),
            due="+1m:month",
            story=(progress("-6w", "Đã có dự thảo kế hoạch, đang lấy ý kiến các phòng, đơn vị."),),
        ),
        Duty(
            at="Đối với hồ sơ hộ tịch",
            leads=("Trung tâm Phục vụ hành chính công phường",),
            due="-5w",
            story=(
                reported(
                    "-6w", "Đã số hóa 100% kết quả lĩnh vực hộ tịch còn hiệu lực (8.412 hồ sơ)."
                ),
                accepted("-4w", by="chuyenvien"),
            ),
        ),
        Duty(
            at="Đối với hồ sơ đất đai",
            leads=("Trung tâm Phục vụ hành chính công phường",),
            due="+3m:quarter",
            story=(
                decided(
                    Step.REASSIGNED,
                    "-1w",
                    "Hồ sơ đất đai do Phòng Kinh tế, Hạ tầng và Đô thị phường lưu giữ, chỉnh lý.",
                    to=ECONOMY,
                ),
            ),
        ),
        Duty(at="kiện toàn 25 tổ công nghệ số cộng đồng", leads=(CULTURE,), co=(YOUTH,), due="-2w"),
        Duty(
            at="kiện toàn 25 tổ công nghệ số cộng đồng",
            words="Định kỳ hằng quý báo cáo kết quả hoạt động của tổ công nghệ số cộng đồng với Ban Chỉ đạo.",
            leads=(CULTURE,),
            co=(YOUTH,),
            nature=PERIODIC,
            unit="quarter",
        ),
        Duty(
            at="làm sạch dữ liệu dân cư",
            leads=(POLICE,),
            co=(CULTURE,),
            due="+8w",
            story=(
                decided(
                    Step.PAUSED,
                    "-2w",
                    "Chờ Công an tỉnh thống nhất phương án đồng bộ dữ liệu; tiếp tục khi có văn bản.",
                ),
            ),
        ),
        Duty(
            at="gương mẫu sử dụng Hệ điều hành tác nghiệp",
            leads=(
                "Các cơ quan tham mưu, giúp việc Đảng ủy",
                FRONT,
                "các tổ chức chính trị - xã hội phường",
            ),
        ),
        Duty(
            at="xây dựng quy chế khai thác, bảo đảm an toàn thông tin",
            leads=("Phó Bí thư Thường trực Đảng ủy",),
            due="+3w",
            story=(
                decided(
                    Step.CANCELLED, "-8w", "Nội dung này dự kiến đưa vào quy chế chung của tỉnh."
                ),
                decided(
                    Step.REOPENED, "-6w", "Tỉnh không ban hành quy chế chung; phường tự xây dựng."
                ),
            ),
        ),
        Duty(
            at="theo lĩnh vực phụ trách thường xuyên kiểm tra",
            leads=("Các đồng chí thành viên Ban Chỉ đạo",),
            nature=STANDING,
        ),
    ),
)

DRY_SEASON = Paper(
    name="chay_no_mua_kho",
    clerk="chuyenvien2",
    started="-26w",
    put_up="-26w",
    issued="-26w",
    number=37,
    received="-25w",
    duties=(
        Duty(
            at="kiểm tra các cơ sở kinh doanh kết hợp nhà ở",
            leads=(POLICE,),
            co=(ECONOMY,),
            due="-20w",
            story=(
                reported("-21w", "Đã kiểm tra 42 cơ sở; 18 cơ sở chưa bảo đảm điều kiện an toàn."),
                accepted("-20w"),
            ),
        ),
        Duty(
            at="xây dựng chuyên mục tuyên truyền",
            leads=(CULTURE,),
            due="-18w",
            story=(
                reported("-19w", "Chuyên mục phát sóng từ tháng trước, mỗi tuần 01 buổi."),
                accepted("-18w"),
            ),
        ),
        Duty(at="phương án huy động lực lượng dân quân", leads=(ARMY,), due="+2w"),
        Duty(at="vận động các hộ dân trong ngõ sâu", leads=(FRONT,), due="+4w"),
        Duty(at="theo dõi, đôn đốc việc thực hiện Thông báo này", leads=(OFFICE,)),
    ),
)

BOAT_RACE = Paper(
    name="dua_thuyen",
    clerk="chuyenvien",
    started="-13w",
    put_up="-13w",
    issued="-13w",
    number=44,
    received="-12w",
    withdrawn="-11w",
    withdrawn_why="Tỉnh yêu cầu tạm dừng các lễ hội, tập trung phòng, chống thiên tai; phường không tổ chức Hội đua thuyền năm nay.",
    duties=(
        Duty(at="hoàn thiện kế hoạch, thể lệ và kịch bản", leads=(CULTURE,), due="-9w"),
        Duty(
            at="xây dựng phương án bảo đảm an ninh trật tự", leads=(POLICE,), co=(ARMY,), due="-7w"
        ),
        Duty(at="bố trí lực lượng cấp cứu", leads=("Trạm Y tế phường",), due="-7w"),
        Duty(at="vận động đoàn viên tham gia các đội đua", leads=(YOUTH,), due="-8w"),
        Duty(at="ủng hộ kinh phí tổ chức", leads=(FRONT,)),
        Duty(at="theo dõi, đôn đốc việc thực hiện Thông báo này", leads=(OFFICE,)),
    ),
)

MEETING = Paper(
    name="giao_ban",
    clerk="chuyenvien",
    started="-11w",
    put_up="-11w",
    issued="-10w",
    number=45,
    received="-9w",
    duties=(
        Duty(
            at="Dự án cải tạo, nâng cấp đường Bến Gác; hoàn thành kiểm đếm",
            words="Hoàn thành kiểm đếm, giải phóng mặt bằng Dự án cải tạo, nâng cấp đường Bến Gác.",
            leads=(UBND,),
            due="-3w",
            story=(reported("-4w", "Đã kiểm đếm xong 64/64 hộ, tổ chức có đất bị ảnh hưởng."),),
        ),
        Duty(
            at="Dự án cải tạo, nâng cấp đường Bến Gác; hoàn thành kiểm đếm",
            words="Chi trả tiền bồi thường, hỗ trợ đợt 1 Dự án cải tạo, nâng cấp đường Bến Gác.",
            leads=(UBND,),
            due="+10w",
            story=(
                decided(
                    Step.REFERRED,
                    "-1w",
                    "Đã báo cáo, kiến nghị Thường trực Tỉnh ủy chỉ đạo phê duyệt giá đất cụ thể làm căn cứ chi trả.",
                ),
            ),
        ),
        Duty(
            at="rà soát hộ nghèo, hộ cận nghèo đang ở nhà tạm",
            leads=(CULTURE,),
            due="+3w",
            story=(progress("-2w", "Đã rà soát 17 hộ, lập xong 11 hồ sơ."),),
        ),
        Duty(at="tổ chức tuần tra ban đêm", leads=(POLICE,), co=(ARMY,), due="-1w"),
        Duty(
            at="tổ chức khám sức khỏe định kỳ",
            leads=("Trạm Y tế phường",),
            due="+2m:month",
            story=(
                decided(
                    Step.CANCELLED,
                    "-4w",
                    "Đã có trong kế hoạch khám sức khỏe của tỉnh; thực hiện theo kế hoạch đó để không trùng lặp.",
                ),
            ),
        ),
        Duty(at="quản lý chặt chẽ nguồn công dân", leads=(ARMY,)),
        Duty(
            at="văn bản trả lời cụ thể các kiến nghị",
            words="Ban hành văn bản trả lời cụ thể 05 kiến nghị, đề xuất của đại biểu tại Hội nghị, bảo đảm rõ căn cứ, rõ giải pháp, rõ trách nhiệm, rõ thời gian hoàn thành.",
            leads=(UBND,),
            due="+5w",
        ),
        Duty(
            at="văn bản trả lời cụ thể các kiến nghị",
            words="Tổng hợp kết quả trả lời kiến nghị, báo cáo Thường trực Đảng ủy.",
            leads=(UBND,),
            due="+7w",
        ),
        Duty(
            at="nâng cao chất lượng sinh hoạt chi bộ tổ dân phố",
            leads=(BUILDING,),
            due="+4w",
            story=(
                decided(Step.PAUSED, "-7w", "Chờ hướng dẫn của Ban Tổ chức Tỉnh ủy."),
                decided(Step.RESUMED, "-3w", "Đã có hướng dẫn của Ban Tổ chức Tỉnh ủy."),
            ),
        ),
        Duty(
            at="Tổng hợp các kiến nghị, đề xuất của đại biểu",
            leads=(OFFICE,),
            due="-6w",
            story=(
                reported(
                    "-7w", "Đã tổng hợp 19 kiến nghị, chuyển UBND phường và các cơ quan chức năng."
                ),
                accepted("-6w"),
            ),
        ),
    ),
)

FIRE = Paper(
    name="phong_chay",
    clerk="chuyenvien2",
    started="-3w",
    put_up="-3w",
    issued="-2w",
    number=12,
    replaces="chay_no_mua_kho",
    duties=(
        Duty(
            at="Tổng rà soát, phân loại toàn bộ cơ sở",
            leads=("Đảng ủy Công an phường",),
            co=(ECONOMY,),
            due="+6w",
        ),
        Duty(
            at="yêu cầu 18 cơ sở chưa bảo đảm điều kiện",
            leads=("Đảng ủy Công an phường",),
            co=(ECONOMY,),
            due="-2w+30",
        ),
        Duty(
            at="Bố trí bổ sung 10 trụ nước",
            leads=("Đảng ủy Công an phường",),
            co=(ECONOMY,),
            due="+3m:quarter",
        ),
        Duty(
            at="rà soát hệ thống điện, lối thoát nạn",
            leads=("Các trường học trên địa bàn phường",),
            due="+9w",
        ),
        Duty(at="đẩy mạnh tuyên truyền trên hệ thống truyền thanh", leads=(CULTURE,), due="+3w"),
        *_twice_a_year(
            "vận động mỗi gia đình hội viên trang bị",
            "Hội Liên hiệp Phụ nữ phường",
            "Hội Cựu chiến binh phường",
        ),
        Duty(
            at="phân công đảng viên phụ trách nhóm hộ",
            leads=("Các chi bộ tổ dân phố",),
            nature=STANDING,
        ),
        Duty(
            at="mua sắm phương tiện, thiết bị chữa cháy",
            leads=(PARTY_UBND,),
            due="+12w",
        ),
    ),
)

LANDSLIP = Paper(
    name="sat_lo_khan",
    clerk="chuyenvien",
    started="-8",
    put_up="-8",
    issued="-8",
    number=49,
    received="-7",
    urgency=Notice.Urgency.URGENT,
    duties=(
        Duty(
            at="Bố trí nơi ở tạm, lương thực",
            leads=(PARTY_UBND,),
            due="-7",
            time="17:00",
            story=(
                reported(
                    "-7",
                    "Đã bố trí nơi ở tạm cho 11/11 hộ tại nhà văn hóa Tổ dân phố số 7 và nhà người thân.",
                    file="png",
                ),
                accepted("-6", by="bithu"),
            ),
        ),
        Duty(at="Lập phương án gia cố tạm thời", leads=(PARTY_UBND,), due="-1"),
        Duty(
            at="Thống kê, đánh giá thiệt hại",
            leads=(PARTY_UBND,),
            due="+1",
            time="17:00",
            story=(progress("-2", "Đã thống kê xong thiệt hại của 11 hộ; đang tính mức hỗ trợ."),),
        ),
        Duty(
            at="cắm biển cảnh báo, rào chắn",
            words="Cắm biển cảnh báo, rào chắn toàn bộ khu vực nguy hiểm; quan trắc dịch chuyển bờ kênh hằng ngày.",
            leads=(ECONOMY,),
            co=("Tổ dân phố số 7",),
            due="-7",
            story=(
                reported(
                    "-7", "Đã cắm 08 biển cảnh báo, rào chắn 60 m khu vực nguy hiểm.", file="png"
                ),
                accepted("-6"),
            ),
        ),
        Duty(
            at="cắm biển cảnh báo, rào chắn",
            words="Hoàn thành hồ sơ khảo sát, đề xuất giải pháp xử lý lâu dài đoạn bờ kênh bị sạt lở.",
            leads=(ECONOMY,),
            co=("Tổ dân phố số 7",),
            due="+5",
            story=(
                Act(
                    Step.DECLINED,
                    "-2",
                    "Hồ sơ khảo sát, giải pháp công trình bờ kênh cần đơn vị tư vấn chuyên ngành; đề nghị giao Đảng ủy UBND phường chỉ đạo, bố trí kinh phí.",
                ),
            ),
        ),
        Duty(at="duy trì lực lượng ứng trực 24/24 giờ", leads=(POLICE, ARMY)),
        Duty(at="di chuyển 02 cột điện", leads=(POWER,), due="+1"),
        Duty(at="phát động quyên góp", leads=(FRONT,), due="+5"),
        Duty(
            at="phun khử khuẩn khu vực ở tạm",
            leads=("Trạm Y tế phường",),
            due="-5",
            story=(
                reported("-4", "Đã phun khử khuẩn, khám sức khỏe cho 38 người tại nơi ở tạm."),
                accepted("-3"),
            ),
        ),
        Duty(
            at="hằng ngày tổng hợp tình hình",
            leads=(OFFICE,),
            nature=PERIODIC,
            unit="day",
        ),
    ),
)

FATHERLAND_FRONT = Paper(
    name="mat_tran",
    clerk="chuyenvien",
    started="-1w",
    put_up="-1w",
    duties=(
        Duty(at="Xây dựng chương trình giám sát", leads=(FRONT,), due="+12w"),
        Duty(
            at="tổ chức bình xét, hỗ trợ hộ nghèo", leads=(FRONT,), co=(ALL_RESIDENTS,), due="+15w"
        ),
        Duty(
            at="tổng hợp tình hình dư luận xã hội",
            leads=(FRONT,),
            nature=PERIODIC,
            unit="quarter",
        ),
        Duty(
            at="nhân rộng mô hình",
            leads=("Hội Liên hiệp Phụ nữ phường",),
            due="+6m:quarter",
        ),
        Duty(at="Thanh niên nói không với ma túy", leads=(YOUTH,), co=(POLICE,), due="+20w"),
        Duty(
            at="tham gia tổ tự quản an ninh trật tự",
            leads=("Hội Cựu chiến binh phường", "Hội Nông dân phường"),
            nature=STANDING,
        ),
        Duty(at="rà soát các trụ sở dôi dư", leads=(PARTY_UBND,), due="+1m:month"),
        Duty(at="theo dõi, đôn đốc việc thực hiện Thông báo này", leads=(OFFICE,)),
    ),
)

URBAN_ORDER = Paper(
    name="trat_tu_do_thi",
    clerk="chuyenvien",
    started="-1w",
    reviewed_until="Kẻ vạch phân định vỉa hè",
    duties=(
        Duty(at="Đề án sắp xếp các hộ kinh doanh", leads=(PARTY_UBND,), due="+14w"),
        Duty(at="lập lại trật tự đô thị trên 05 tuyến phố", leads=(UBND,), due="+3m:quarter"),
        Duty(at="Kẻ vạch phân định vỉa hè", leads=(ECONOMY,), due="+11w"),
    ),
)

PAPERS = (
    CULTURE_HOUSE,
    DIALOGUE,
    DRY_SEASON,
    LAND,
    STEERING,
    BOAT_RACE,
    MEETING,
    LANDSLIP,
    FIRE,
    FATHERLAND_FRONT,
    URBAN_ORDER,
)
# By then two tasks of the body were overdue; the paper reported on was closed the day before.
OUTGOING = (
    Outgoing(issued="-2w", number=52, body=PARTY_UBND, answer_by="+3w"),
    Outgoing(issued="-1w", number=88, notice="nha_van_hoa"),
)
