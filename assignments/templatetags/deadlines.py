"""Deadlines as pages show them: shape, words and colour together."""

from collections.abc import Callable
from datetime import date

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from assignments.models import Assignment, Status, Timeliness

register = template.Library()

OUTSIDE = (Status.PAUSED, Status.REFERRED, Status.CANCELLED)

SHAPES = {
    Timeliness.NONE: "○",
    Timeliness.ON_TRACK: "●",
    Timeliness.DUE_SOON: "▲",
    Timeliness.OVERDUE: "■",
    Timeliness.DONE_ON_TIME: "✓",
    Timeliness.DONE_LATE: "✓!",
}


@register.simple_tag(takes_context=True)
def standing(context: template.Context, assignment: Assignment) -> SafeString:
    """The badge of an assignment: "■ Quá hạn 3 ngày". Needs in the context: clock.

    `clock` (assignments.clock.Clock) knows the calendar and the last day that counts as soon.
    """
    clock = context["clock"]
    timeliness = assignment.timeliness(now=clock.now, until=clock.soon_until(assignment.office))
    words = _words(assignment, timeliness, clock.today, clock.working_days_to)
    badge = '<span class="badge badge-{}">{} {}</span>'
    return format_html(badge, timeliness, SHAPES[timeliness], words)


def _words(
    assignment: Assignment, timeliness: Timeliness, today: date, left: Callable[[date], int]
) -> str:
    due, reported = assignment.due_on, assignment.submitted_at
    if timeliness == Timeliness.OVERDUE and due:
        late_on = timezone.localdate(reported) if reported else today
        days = (late_on - due).days
        return f"Quá hạn {days} ngày" if days else "Quá giờ hôm nay"
    if timeliness == Timeliness.DUE_SOON and due:
        days = left(due)
        return (
            f"Còn {days} ngày làm việc"
            if days
            else "Đến hạn hôm nay"
            if due == today
            else "Sắp đến hạn"
        )
    if timeliness == Timeliness.DONE_LATE and assignment.original_due_on and reported:
        return f"Hoàn thành quá hạn {(timezone.localdate(reported) - assignment.original_due_on).days} ngày"
    return "Không tính hạn" if assignment.status in OUTSIDE else timeliness.label


VERBS = {
    "start": "Nhập văn bản",
    "revise": "Sửa thông tin văn bản",
    "confirm": "Xác nhận nhiệm vụ",
    "set_aside": "Đánh dấu không phát sinh nhiệm vụ",
    "merge": "Gộp mục",
    "part": "Tách lại mục đã gộp",
    "unconfirm": "Đưa mục về chưa rà soát",
    "put_up": "Trình ký",
    "issue": "Ban hành",
    "close": "Kết thúc theo dõi",
    "withdraw": "Thu hồi",
    "supersede": "Bị thay thế",
    "replace": "Thay thế văn bản trước",
    "file_scan": "Lưu bản đã ký",
    "draft": "Lập dự thảo",
    "revise_draft": "Sửa dự thảo",
    "issue_document": "Phát hành",
    "assign": "Giao nhiệm vụ",
    "receive": "Tiếp nhận",
    "submit": "Báo cáo kết quả",
    "progress": "Cập nhật tiến độ",
    "explanation": "Giải trình",
    "accept": "Xác nhận hoàn thành",
    "send_back": "Yêu cầu bổ sung",
    "withdraw_submission": "Rút báo cáo",
    "decline": "Đề nghị chuyển đơn vị khác",
    "hand_back": "Giao lại đơn vị",
    "reassign": "Chuyển đơn vị thực hiện",
    "pause": "Tạm dừng",
    "refer": "Báo cáo, kiến nghị cấp trên",
    "resume": "Tiếp tục thực hiện",
    "cancel": "Hủy giao",
    "reopen": "Mở lại",
    "enter_past": "Nhập từ sổ cũ",
    "complete_from_register": "Hoàn thành (nhập từ sổ cũ)",
}


@register.filter
def verb_words(verb: str) -> str:
    """An event's verb as people say it."""
    return VERBS.get(verb, verb)
