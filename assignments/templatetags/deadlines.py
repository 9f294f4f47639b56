"""Deadlines as pages show them: shape, words and colour together."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from assignments.models import RUNNING, Assignment, Status, Timeliness
from directives.models import AssignmentRole

register = template.Library()

OUTSIDE = (Status.PAUSED, Status.REFERRED, Status.CANCELLED)

# Done first, as a leader asks; then what is under way, and what stands aside.
TALLIED = (
    Status.COMPLETED,
    Status.SUBMITTED,
    Status.IN_PROGRESS,
    Status.SENT,
    Status.RETURNED,
    Status.BOUNCED,
    Status.PAUSED,
    Status.REFERRED,
    Status.CANCELLED,
)

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


@register.simple_tag(takes_context=True)
def tally(context: template.Context, rows: Sequence[Assignment]) -> str:
    """How many bodies stand where: "25 đơn vị: 20 hoàn thành, 3 đang thực hiện, 2 quá hạn".

    Needs in the context: clock. `rows` are of one role, which is named where it is not to lead.
    """
    late = sum(_runs_late(row, context["clock"].now) for row in rows)
    inside = Counter(row.status for row in rows if not _runs_late(row, context["clock"].now))
    told = [f"{inside[status]} {status.label.lower()}" for status in TALLIED if inside[status]]
    told += [f"{late} quá hạn"] if late else []
    role = AssignmentRole(rows[0].role)
    who = "đơn vị" if role == AssignmentRole.LEAD else f"đơn vị {role.label.lower()}"
    return f"{len(rows)} {who}: {', '.join(told)}"


def _runs_late(row: Assignment, now: datetime) -> bool:
    """What the queryset calls overdue: watchers are not, nor what has been reported."""
    if row.role == AssignmentRole.WATCH or row.status not in RUNNING:
        return False
    return row.timeliness(now=now, until=date.max) == Timeliness.OVERDUE


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
    "see_remark": "Đã xem chỗ cần xem lại",
    "tell_apart": "Không trùng với văn bản khác",
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
