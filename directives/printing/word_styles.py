"""The named styles of a paper's components, so that a clerk changes a look in one place."""

from dataclasses import dataclass
from typing import Literal

from django.utils.html import format_html
from django.utils.safestring import SafeString

from directives.printing.profiles import Profile

_TABLE_PT = 12  # a table's own size is said at its words
_NATURAL = 1.149  # the line height of Times New Roman, which Word counts lines in


@dataclass(frozen=True)
class Style:
    """One style under its name in Word's list. Sizes in points; a `line` of 0 is one natural line."""

    key: str
    name: str
    size_pt: float
    align: Literal["left", "center"] = "center"
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 0
    line: float = 0
    properties: str = ""  # further properties of the paragraph that stand before its spacing
    look: str = ""  # and of its letters, before their size
    under: str = ""  # and after it


def styles(profile: Profile) -> tuple[Style, ...]:
    """The rule's components in printed order."""
    sizes, practice, line = profile.sizes, profile.practice, profile.body.line_pt
    edge = '<w:pBdr><w:{0} w:val="single" w:sz="{1}" w:space="{2}" w:color="000000"/></w:pBdr>'
    below_post = practice.signature_gap_mm / 25.4 * 72 + sizes.signature - line
    return (
        Style("DraftMark", "Dấu dự thảo", practice.draft_mark_pt, "left", italic=True),
        Style("Superior", "Cơ quan cấp trên", sizes.superior),
        Style("Issuer", "Cơ quan ban hành", sizes.issuer, bold=True),
        Style("Star", "Dấu sao", sizes.issuer),
        Style("Party", "Tiêu đề", sizes.title, bold=True, properties=edge.format("bottom", 6, 1)),
        Style("Code", "Số và ký hiệu", sizes.code),
        Style("PlaceDate", "Địa danh, ngày tháng", sizes.date, italic=True),
        Style("LetterSubject", "Trích yếu công văn", sizes.letter_subject, italic=True),
        Style(
            "Urgency",
            "Độ khẩn",
            sizes.urgency,
            bold=True,
            before=3,
            look='<w:color w:val="C00000"/>',
        ),
        Style("Circulation", "Phạm vi lưu hành", practice.circulation_pt, bold=True, before=3),
        Style("Hyphens", "Gạch dưới trích yếu", sizes.subject, after=6, line=line),
        Style("AddressedTo", "Kính gửi", sizes.addressed_to, line=line),
        Style(
            "AppendixTitle",
            "Tên phụ lục",
            profile.body.size_pt,
            line=line,
            properties="<w:keepNext/>",
        ),
        Style("TableText", "Chữ trong bảng", _TABLE_PT, "left"),
        Style("Authority", "Quyền hạn ký", sizes.signature, bold=True, line=line),
        Style("Post", "Chức vụ ký", sizes.signature, line=line),
        Style(
            "Signer", "Họ tên người ký", sizes.signature, bold=True, before=below_post, line=line
        ),
        Style(
            "RecipientsHead",
            "Nơi nhận",
            sizes.recipients_head,
            "left",
            line=line,
            under='<w:u w:val="single"/>',
        ),
        Style("Recipients", "Danh sách nơi nhận", sizes.recipients, "left"),
        Style("TypistMark", "Ký hiệu người đánh máy", practice.typist_mark_pt, "left"),
        Style("Contact", "Thông tin liên hệ", practice.contact_pt, "left"),
        Style(
            "ContactFirst",
            "Thông tin liên hệ, dòng đầu",
            practice.contact_pt,
            "left",
            properties=edge.format("top", 4, 2),
        ),
    )


def xml(style: Style, *, header_line: float) -> SafeString:
    """The style as Word wants it."""
    spacing = format_html(
        '<w:spacing w:before="{}" w:after="{}" w:line="{}" w:lineRule="{}"/>',
        round(style.before * 20),
        round(style.after * 20),
        round(style.line * 20 or header_line / _NATURAL * 240),
        "exact" if style.line else "auto",
    )
    weight = ("<w:b/>" if style.bold else "") + ("<w:i/>" if style.italic else "")
    return format_html(
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="{}"><w:name w:val="{}"/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{}{}<w:jc w:val="{}"/></w:pPr>'
        '<w:rPr>{}{}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>{}</w:rPr></w:style>',
        style.key,
        style.name,
        SafeString(style.properties),
        spacing,
        style.align,
        SafeString(weight),
        SafeString(style.look),
        SafeString(style.under),
        half=round(style.size_pt * 2),
    )
