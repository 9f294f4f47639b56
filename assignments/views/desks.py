"""Bàn làm việc: what waits for this person, by what they are today."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from assignments import clock
from assignments.clock import Clock
from assignments.filters import UNRECEIVED_DAYS, select
from assignments.models import OPEN, RUNNING, Assignment, Status, Timeliness
from assignments.models.assignments import AssignmentQuerySet
from assignments.permissions import may, may_issue
from bodies.models import Body, Event, Role
from bodies.permissions import Standing
from bodies.requests import AuthedRequest
from directives.models import Notice, NoticeStatus
from directives.permissions import enters_for, may_edit

SHOWN = 10
SUNDAY = 6
KEEPERS = (Role.CLERK, Role.REGISTRAR, Role.CHIEF)
# A body's desk: key and title of each group, in the order shown.
GROUPS = (
    ("returned", "Yêu cầu bổ sung"),
    ("overdue", "Quá hạn"),
    ("this_week", "Tuần này"),
    ("later", "Các tuần tiếp theo"),
    ("standing", "Thường xuyên, không thời hạn"),
    ("submitted", "Chờ xác nhận"),
    ("aside", "Tạm dừng, đã báo cáo cấp trên"),
)
BY_STATUS = {
    Status.RETURNED: "returned",
    Status.SUBMITTED: "submitted",
    Status.PAUSED: "aside",
    Status.REFERRED: "aside",
}
BY_TIMELINESS = {
    Timeliness.OVERDUE: "overdue",
    Timeliness.DUE_SOON: "this_week",
    Timeliness.ON_TRACK: "later",
    Timeliness.NONE: "standing",
}
# An office's desk: word of the list, shape, title, what comes first.
QUEUES = (
    ("submitted", "◆", "Chờ xác nhận", "submitted_at"),
    ("bounced", "◆", "Chờ quyết định: đề nghị chuyển", "status_since"),
    ("not_received", "○", f"Chưa tiếp nhận sau {UNRECEIVED_DAYS} ngày làm việc", "status_since"),
    ("overdue", "■", "Quá hạn", "due_on"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One assignment on a body's desk; `reason` says why it came back."""

    row: Assignment
    reason: str
    may_receive: bool
    may_submit: bool


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    title: str
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Queue:
    """The first rows of a word of the list, and how many there are."""

    word: str
    shape: str
    title: str
    count: int
    rows: list[Assignment]


@dataclass(frozen=True, slots=True)
class Draft:
    """A notice not issued yet, and the page where it goes on for this person."""

    notice: Notice
    url: str
    act: str


@require_http_methods(["GET", "HEAD"])
def desk(request: AuthedRequest) -> HttpResponse:
    """The office's desk, the body's, or both; a leader and an inspector look at the overview."""
    standing, at = request.standing, clock.read()
    keeps, bodies = standing.has(*KEEPERS), standing.bodies()
    if standing.reads() and not keeps and not bodies:
        return redirect("dashboard")
    context = {
        "clock": at,
        "reads": bool(standing.reads()),
        "enters": bool(enters_for(standing)),
        "is_admin": standing.has(Role.ADMIN),
        "bodies": bodies,
        **(of_office(standing, at) if keeps else {}),
        **(of_bodies(standing, bodies, at) if bodies else {}),
    }
    return render(request, "assignments/desk.html", context)


def of_office(standing: Standing, at: Clock) -> Mapping[str, Any]:
    drafts = Notice.objects.visible_to(standing).editable().order_by("-created_at")
    light = drafts.select_related("office", "created_by").defer("text", "folded")
    rows = Assignment.objects.visible_to(standing)
    queues = [_queue(rows, *queue, at) for queue in QUEUES]
    shown = [_draft(standing, notice) for notice in light[:SHOWN]]
    return {
        "keeps": True,
        "drafts": shown,
        "draft_counts": [
            (status, drafts.filter(status=status).count())
            for status in (NoticeStatus.DRAFT, NoticeStatus.AWAITING_SIGNATURE)
        ],
        "queues": queues,
        "idle": not shown and not any(queue.count for queue in queues),
    }


def _draft(standing: Standing, notice: Notice) -> Draft:
    if notice.status == NoticeStatus.AWAITING_SIGNATURE and may_issue(standing, notice):
        return Draft(notice, reverse("issue", args=[notice.pk]), "Ban hành")
    if may_edit(standing, notice):
        return Draft(notice, reverse("bench", args=[notice.pk]), "Làm tiếp")
    return Draft(notice, notice.get_absolute_url(), "Xem")


def _queue(
    rows: AssignmentQuerySet, word: str, shape: str, title: str, first: str, at: Clock
) -> Queue:
    found = select(rows, word, at)
    shown = list(found.for_display().order_by(first, "pk")[:SHOWN])
    count = found.count() if len(shown) == SHOWN else len(shown)
    return Queue(word, shape, title, count, shown)


def of_bodies(standing: Standing, bodies: Sequence[Body], at: Clock) -> Mapping[str, Any]:
    own = Assignment.objects.filter(body__in=bodies)
    rows = list(own.counted().filter(status__in=OPEN).for_display())
    lines = list(_lines(standing, rows))
    groups = list(_groups(lines, at))
    return {
        "groups": groups,
        "owed": sum(line.row.status in RUNNING for line in lines),
        "together": sum(line.may_submit for line in lines) > 1,
        "watches": select(own, "watched", at).exists(),
        "many_bodies": len(bodies) > 1,
    }


def _lines(standing: Standing, rows: Sequence[Assignment]) -> Iterator[Line]:
    reasons = _reasons(rows)
    for row in rows:
        yield Line(
            row,
            reasons.get(str(row.key), ""),
            may_receive=may("receive", standing, row),
            may_submit=may("submit", standing, row),
        )


def _groups(lines: Sequence[Line], at: Clock) -> Iterator[Group]:
    """The groups that are not empty, in the order shown."""
    sunday = at.today + timedelta(days=SUNDAY - at.today.weekday())
    found: dict[str, list[Line]] = {key: [] for key, _ in GROUPS}
    for line in lines:
        timeliness = line.row.timeliness(now=at.now, until=sunday)
        found[BY_STATUS.get(Status(line.row.status)) or BY_TIMELINESS[timeliness]].append(line)
    return (Group(key, title, found[key]) for key, title in GROUPS if found[key])


def _reasons(rows: Sequence[Assignment]) -> Mapping[str, str]:
    """Why each returned row came back: the key of the row → the newest reason."""
    returned = [str(row.key) for row in rows if row.status == Status.RETURNED]
    events = Event.objects.filter(kind="assignment", verb="send_back", row__in=returned)
    return dict(events.order_by("sequence").values_list("row", "note"))
