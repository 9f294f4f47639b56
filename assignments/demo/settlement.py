"""The fictional phường Tràng Hạc, tỉnh Bình Sơn Hà: its bodies, its office and its people.

Any likeness to a real place or person is by chance. Addresses end in .example: no mail leaves.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.auth.hashers import make_password

from bodies.models import (
    Body,
    BodyAlias,
    BodyGroup,
    Field,
    Membership,
    Office,
    Role,
    User,
)
from directives.models import Term

# The demo's own, no secret: load_demo and the README print it.
PASSWORD = "DonDoc2026"  # noqa: S105  # nosec B105
OFFICE_KEY = UUID("d0d0c000-0000-4000-8000-000000000001")
PLACE = "Tràng Hạc"
GROUPS_OF_RESIDENTS = 25
MAIL = "tranghac.example"

K = Body.Kind


@dataclass(frozen=True, slots=True)
class Row:
    """A body: short name as papers write it, full name, kind, whose it is; mail and aliases."""

    short: str
    name: str
    kind: Body.Kind
    parent: str = ""
    symbol: str = ""
    mail: str = ""
    aliases: tuple[str, ...] = ()


BODIES = (
    Row("Tỉnh ủy", "Tỉnh ủy Bình Sơn Hà", K.COMMITTEE, symbol="TU"),
    Row(
        "Đảng ủy phường",
        "Đảng ủy phường Tràng Hạc",
        K.COMMITTEE,
        "Tỉnh ủy",
        "ĐU",
        "danguy",
        ("Ban Thường vụ Đảng ủy phường", "Thường trực Đảng ủy"),
    ),
    Row(
        "Văn phòng Đảng ủy",
        "Văn phòng Đảng ủy phường Tràng Hạc",
        K.STAFF,
        "Đảng ủy phường",
        "VPĐU",
        "vanphong",
        ("Văn phòng Đảng ủy phường", "VPĐU"),
    ),
    Row(
        "Ban Xây dựng Đảng phường",
        "Ban Xây dựng Đảng Đảng ủy phường Tràng Hạc",
        K.STAFF,
        "Đảng ủy phường",
        "BXDĐ",
        "xaydungdang",
        ("Ban Xây dựng Đảng", "Ban Xây dựng Đảng Đảng ủy"),
    ),
    Row(
        "Ủy ban Kiểm tra Đảng ủy phường",
        "Ủy ban Kiểm tra Đảng ủy phường Tràng Hạc",
        K.STAFF,
        "Đảng ủy phường",
        "UBKTĐU",
        "kiemtra",
        ("UBKT Đảng ủy", "Ủy ban Kiểm tra Đảng ủy"),
    ),
    Row(
        "Đảng ủy UBND phường",
        "Đảng ủy Ủy ban nhân dân phường Tràng Hạc",
        K.PARTY_BODY,
        "Đảng ủy phường",
        "ĐU",
        "danguyubnd",
    ),
    Row(
        "Đảng ủy Công an phường",
        "Đảng ủy Công an phường Tràng Hạc",
        K.PARTY_BODY,
        "Đảng ủy phường",
        "ĐU",
        "danguycongan",
    ),
    Row(
        "HĐND phường",
        "Hội đồng nhân dân phường Tràng Hạc",
        K.COUNCIL,
        "Đảng ủy phường",
        "HĐND",
        "hdnd",
        ("Thường trực HĐND phường",),
    ),
    Row(
        "UBND phường",
        "Ủy ban nhân dân phường Tràng Hạc",
        K.GOVERNMENT,
        "Đảng ủy phường",
        "UBND",
        "ubnd",
        ("Lãnh đạo UBND phường",),
    ),
    Row(
        "Văn phòng HĐND và UBND phường",
        "Văn phòng HĐND và UBND phường Tràng Hạc",
        K.DEPARTMENT,
        "UBND phường",
        "VP",
        "vpubnd",
        ("Văn phòng HĐND và UBND",),
    ),
    Row(
        "Phòng Kinh tế, Hạ tầng và Đô thị phường",
        "Phòng Kinh tế, Hạ tầng và Đô thị phường Tràng Hạc",
        K.DEPARTMENT,
        "UBND phường",
        "KTHTĐT",
        "kinhtehatang",
        ("Phòng KT,HT&ĐT", "Phòng Kinh tế, Hạ tầng và Đô thị"),
    ),
    Row(
        "Phòng Văn hóa - Xã hội phường",
        "Phòng Văn hóa - Xã hội phường Tràng Hạc",
        K.DEPARTMENT,
        "UBND phường",
        "VHXH",
        "vanhoaxahoi",
        ("Phòng VH-XH", "Phòng Văn hóa - Xã hội"),
    ),
    Row(
        "Trung tâm Phục vụ hành chính công phường",
        "Trung tâm Phục vụ hành chính công phường Tràng Hạc",
        K.SERVICE,
        "UBND phường",
        "TTPVHCC",
        "hanhchinhcong",
        ("Trung tâm PVHCC phường", "Trung tâm Phục vụ hành chính công"),
    ),
    Row(
        "Công an phường",
        "Công an phường Tràng Hạc",
        K.FORCES,
        "UBND phường",
        "CAP",
        "congan",
        ("Trưởng Công an phường",),
    ),
    Row(
        "Ban Chỉ huy Quân sự phường",
        "Ban Chỉ huy Quân sự phường Tràng Hạc",
        K.FORCES,
        "UBND phường",
        "BCH",
        "quansu",
        ("Ban CHQS phường",),
    ),
    Row("Trạm Y tế phường", "Trạm Y tế phường Tràng Hạc", K.SERVICE, "UBND phường", "TYT", "yte"),
    Row("Trường Mầm non Tràng Hạc", "Trường Mầm non Tràng Hạc", K.SERVICE, "UBND phường", "MNTH"),
    Row(
        "Trường Tiểu học Hoa Lau",
        "Trường Tiểu học Hoa Lau",
        K.SERVICE,
        "UBND phường",
        "THHL",
        "tieuhochoalau",
    ),
    Row("Trường THCS Tràng Hạc", "Trường THCS Tràng Hạc", K.SERVICE, "UBND phường", "THCSTH"),
    Row(
        "Ủy ban MTTQ Việt Nam phường",
        "Ủy ban Mặt trận Tổ quốc Việt Nam phường Tràng Hạc",
        K.FRONT,
        "Đảng ủy phường",
        "MTTQ",
        "mattran",
        ("Ủy ban Mặt trận Tổ quốc Việt Nam phường", "MTTQ phường"),
    ),
    Row(
        "Đoàn Thanh niên phường",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh phường Tràng Hạc",
        K.FRONT,
        "Ủy ban MTTQ Việt Nam phường",
        "ĐTN",
        "doanthanhnien",
        ("Đoàn TNCS Hồ Chí Minh phường",),
    ),
    Row(
        "Hội Liên hiệp Phụ nữ phường",
        "Hội Liên hiệp Phụ nữ phường Tràng Hạc",
        K.FRONT,
        "Ủy ban MTTQ Việt Nam phường",
        "HPN",
        "hoiphunu",
        ("Hội LHPN phường",),
    ),
    Row(
        "Hội Cựu chiến binh phường",
        "Hội Cựu chiến binh phường Tràng Hạc",
        K.FRONT,
        "Ủy ban MTTQ Việt Nam phường",
        "HCCB",
    ),
    Row(
        "Hội Nông dân phường",
        "Hội Nông dân phường Tràng Hạc",
        K.FRONT,
        "Ủy ban MTTQ Việt Nam phường",
        "HND",
    ),
    Row(
        "Ban Chỉ đạo chuyển đổi số",
        "Ban Chỉ đạo chuyển đổi số và cải cách hành chính phường Tràng Hạc",
        K.STEERING,
        "Đảng ủy phường",
        "BCĐ",
        aliases=("Các thành viên Ban Chỉ đạo", "Các đồng chí thành viên Ban Chỉ đạo"),
    ),
    Row(
        "Phó Bí thư Thường trực Đảng ủy",
        "Phó Bí thư Thường trực Đảng ủy phường Tràng Hạc",
        K.POST,
        "Đảng ủy phường",
        mail="phobithu",
        aliases=("Phó Bí thư Thường trực Đảng ủy phường",),
    ),
    Row(
        "Đội Quản lý điện lực khu vực Hạc Giang",
        "Đội Quản lý điện lực khu vực Hạc Giang",
        K.OUTSIDE,
        symbol="ĐLHG",
        mail="dienluc",
    ),
    Row(
        "Công ty cổ phần Môi trường đô thị Hạc Giang",
        "Công ty cổ phần Môi trường đô thị Hạc Giang",
        K.OUTSIDE,
        symbol="MTĐT",
    ),
)
FRONT = (
    "Đoàn Thanh niên phường",
    "Hội Liên hiệp Phụ nữ phường",
    "Hội Cựu chiến binh phường",
    "Hội Nông dân phường",
)
GROUPS = {
    "Các cơ quan tham mưu, giúp việc Đảng ủy": (
        "Văn phòng Đảng ủy",
        "Ban Xây dựng Đảng phường",
        "Ủy ban Kiểm tra Đảng ủy phường",
    ),
    "Các tổ chức chính trị - xã hội phường": FRONT,
    "Các trường học trên địa bàn phường": (
        "Trường Mầm non Tràng Hạc",
        "Trường Tiểu học Hoa Lau",
        "Trường THCS Tràng Hạc",
    ),
}
FIELDS = {
    "dat-dai": "Đất đai, trật tự xây dựng",
    "ha-tang-do-thi": "Hạ tầng, đô thị",
    "moi-truong": "Môi trường",
    "ngan-sach": "Thu, chi ngân sách",
    "van-hoa-xa-hoi": "Văn hóa - xã hội",
    "quoc-phong-an-ninh": "Quốc phòng, an ninh",
    "chuyen-doi-so": "Chuyển đổi số, cải cách hành chính",
    "xay-dung-dang": "Xây dựng Đảng, hệ thống chính trị",
}
# Account, full name, role, body (empty: at the office).
PEOPLE = (
    ("chuyenvien", "Trịnh Minh Thư", Role.CLERK, ""),
    ("chuyenvien2", "Phí Anh Dũng", Role.CLERK, ""),
    ("vanthu", "Cấn Thị Hồng Nhung", Role.REGISTRAR, ""),
    ("chanhvp", "Nghiêm Xuân Lạc", Role.CHIEF, ""),
    ("bithu", "Lương Khải Hoàn", Role.LEADER, ""),
    ("donvi", "Lã Tuấn Kiệt", Role.OFFICER, "Đảng ủy UBND phường"),
    ("donvi2", "Quách Thu Trà", Role.OFFICER, "Phòng Kinh tế, Hạ tầng và Đô thị phường"),
    ("kiemtra", "Hứa Văn Trọng", Role.INSPECTOR, ""),
    ("quantri", "Giáp Thế Vinh", Role.ADMIN, ""),
)


def settle(*, today: date) -> Office:
    """Write the bodies, the office, its settings and its people; return the office."""
    known = {row.short: _body(row) for row in BODIES}
    for row in BODIES:
        if row.parent:
            known[row.short].parent = known[row.parent]
            known[row.short].save()
    office = Office.objects.create(
        key=OFFICE_KEY,
        name="Văn phòng Đảng ủy phường Tràng Hạc",
        committee=known["Đảng ủy phường"],
        staff_body=known["Văn phòng Đảng ủy"],
        superior_line="ĐẢNG BỘ TỈNH BÌNH SƠN HÀ",
        place=PLACE,
        symbol="ĐU",
        remind_before_days=[5, 1],
        remind_after_days=[1, 5],
        # Round the clock, so that a trial at night shows mails too.
        remind_from_hour=0,
        remind_until_hour=24,
        signer_name="Nghiêm Xuân Lạc",
        standing_name="Tạ Thị Bích Vân",
    )
    for row in BODIES:
        for alias in row.aliases:
            BodyAlias.objects.create(office=office, body=known[row.short], name=alias)
    _groups(office, known)
    _terms(known, today=today)
    for code, name in FIELDS.items():
        Field.objects.create(code=code, name=name)
    _people(office, known)
    return office


def _body(row: Row) -> Body:
    return Body.objects.create(
        name=row.name,
        short_name=row.short if row.short != row.name else "",
        kind=row.kind,
        symbol=row.symbol,
        place=PLACE if row.kind != K.OUTSIDE else "",
        email=f"{row.mail}@{MAIL}" if row.mail else "",
    )


def _groups(office: Office, known: dict[str, Body]) -> None:
    """Groups as papers name them; the residents' groups have one name with their number and one without."""
    numbers = range(1, GROUPS_OF_RESIDENTS + 1)
    residents = [_residents(n, known["UBND phường"]) for n in numbers]
    cells = [_cell(n, known["Đảng ủy phường"]) for n in numbers]
    named = {name: [known[short] for short in shorts] for name, shorts in GROUPS.items()}
    named[f"{GROUPS_OF_RESIDENTS} Tổ dân phố"] = residents
    named["Các Tổ dân phố"] = residents
    named["Các chi bộ tổ dân phố"] = cells
    for name, members in named.items():
        BodyGroup.objects.create(office=office, name=name).members.set(members)


def _residents(number: int, parent: Body) -> Body:
    # The first few have an address; to the others the office speaks through its clerk.
    email = f"todanpho{number}@{MAIL}" if number <= 8 else ""
    name = f"Tổ dân phố số {number}"
    return Body.objects.create(name=name, kind=K.RESIDENTS, parent=parent, place=PLACE, email=email)


def _cell(number: int, parent: Body) -> Body:
    name = f"Chi bộ Tổ dân phố số {number}"
    return Body.objects.create(name=name, kind=K.CELL, symbol="CB", parent=parent, place=PLACE)


def _terms(known: dict[str, Body], *, today: date) -> None:
    """The term that began when the phường was formed; later ones when the demo is loaded later."""
    first, last = 2025, max(2030, today.year + 5)
    for body in (known["Đảng ủy phường"], known["Ban Chỉ đạo chuyển đổi số"]):
        for start in range(first, last, 5):
            Term.objects.create(
                body=body,
                name=f"{start} - {start + 5}",
                starts_on=date(start, 7, 1),
                ends_on=date(start + 5, 6, 30),
            )


def _people(office: Office, known: dict[str, Body]) -> None:
    hashed = make_password(PASSWORD)  # once: a password hash is slow by intent
    for account, full_name, role, body in PEOPLE:
        user = User.objects.create(
            username=account, full_name=full_name, email=f"{account}@{MAIL}", password=hashed
        )
        Membership.objects.create(
            user=user,
            role=role,
            office=None if body else office,
            body=known[body] if body else None,
        )
