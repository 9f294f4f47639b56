"""What one assignment's page tells: the lines around it in the paper, who else, what came of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from assignments.models import Assignment, Report, Status
from assignments.models.assignments import AssignmentQuerySet
from assignments.permissions import may
from bodies import ledger
from bodies.models import Role, User
from bodies.permissions import ACCEPTERS, Standing
from directives.models import Item


@dataclass(frozen=True, slots=True)
class Line:
    """An item's words in the notice; `here` marks the one that gives the task."""

    label: str
    words: str
    here: bool


@dataclass(frozen=True, slots=True)
class Other:
    """Another body with the same task; `seen` when the person may open its assignment."""

    row: Assignment
    seen: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the history; `report` when it is one."""

    verb: str
    at: datetime
    by: User | None
    note: str
    report: Report | None = None


def around(row: Assignment) -> list[Line]:
    """Return the headings above the item, the item before it, the item, and the one after."""
    item, notice = row.task.item, row.task.notice
    siblings = list(notice.items.filter(parent=item.parent_id))
    place = siblings.index(item)
    near = siblings[max(place - 1, 0) : place + 2]
    return [
        Line(found.label, found.words(notice.text), here=found == item)
        for found in (*_above(item), *near)
    ]


def _above(item: Item) -> list[Item]:
    return [*_above(item.parent), item.parent] if item.parent else []


def others(row: Assignment, *, seen: AssignmentQuerySet) -> list[Other]:
    """Return who else has the task, in printed order; the paper names them to all."""
    given = Assignment.objects.filter(task=row.task_id, period=row.period, parent=None)
    known = set(seen.values_list("pk", flat=True))
    rows = given.exclude(pk=row.pk).order_by("position", "pk")
    return [Other(found, seen=found.pk in known) for found in rows]


def history(row: Assignment) -> Iterator[Told]:
    """Yield what was done, newest first, ending with the day the task was given.

    At issue the notice's history tells that; given later, from another body, the row's own.
    """
    reports = _reports(row)
    verb = ""
    for event in ledger.history(row):
        verb = event.verb
        report = reports.get(event.after.get("report", ""))
        yield Told(verb, event.at, event.by, "" if report else event.note, report)
    if verb != "assign":
        yield Told("assign", row.sent_at, row.task.notice.issued_by, f"Theo {row.task.notice}.")


def _reports(row: Assignment) -> Mapping[str, Report]:
    """The reports on `row` by their key, each with `answers`: how many assignments it answers."""
    counted = Report.objects.annotate(answers=Count("assignments")).filter(assignments=row)
    return {str(report.key): report for report in counted.select_related("file", "sent_by")}


def is_own(standing: Standing, row: Assignment) -> bool:
    """The person answers for the body itself; a clerk who is not types for it."""
    return any(body.pk == row.body_id for body in standing.bodies(Role.OFFICER, Role.HEAD))


def waits(standing: Standing, row: Assignment) -> str:
    """Say in one line why no more can be done now: whose turn it is. Empty when it is one's own."""
    if row.status == Status.SUBMITTED:
        return _waits_for_acceptance(standing, row)
    own = is_own(standing, row)
    return {
        Status.SENT: "Tiếp nhận trước, sau đó mới báo cáo được kết quả."
        if own
        else "Chờ đơn vị tiếp nhận.",
        Status.IN_PROGRESS: "" if own else "Chờ đơn vị báo cáo kết quả.",
        Status.RETURNED: "" if own else "Chờ đơn vị bổ sung và báo cáo lại.",
        Status.BOUNCED: "Đơn vị đề nghị chuyển nhiệm vụ cho đơn vị khác: hãy giao lại hoặc chuyển cho đơn vị khác. Thời hạn vẫn tính."
        if may("hand_back", standing, row)
        else "Đơn vị đề nghị chuyển nhiệm vụ cho đơn vị khác; chờ lãnh đạo quyết định. Thời hạn vẫn tính.",
        Status.PAUSED: "Nhiệm vụ đang tạm dừng: không nhắc, không tính quá hạn, chưa báo cáo kết quả được.",
        Status.REFERRED: "Đã báo cáo, kiến nghị cấp trên; chờ ý kiến. Không nhắc, không tính quá hạn.",
        Status.COMPLETED: "Nhiệm vụ đã hoàn thành, không còn việc phải làm.",
        Status.CANCELLED: "Nhiệm vụ đã hủy giao.",
    }[Status(row.status)]


def _waits_for_acceptance(standing: Standing, row: Assignment) -> str:
    mine = row.submitted_by_id == standing.user.pk
    if may("accept", standing, row):
        return ""
    if mine and standing.is_at(row.office, *ACCEPTERS):
        return "Bạn đã nhập thay báo cáo này nên cần một người khác của Văn phòng xác nhận."
    if standing.is_at(row.office, Role.REGISTRAR, Role.INSPECTOR):
        return "Chờ chuyên viên, lãnh đạo Văn phòng hoặc lãnh đạo cấp ủy xác nhận."
    return "Chờ Văn phòng xác nhận. Trong lúc chờ, thời hạn được tính theo lúc gửi báo cáo."
