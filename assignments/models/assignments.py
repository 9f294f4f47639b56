"""The unit of work: a task given to a body."""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.timezone import localdate, localtime

from bodies.models import Body, Keyed, Office, User
from bodies.permissions import Standing
from directives.models import AssignmentRole, Task


class Status(models.TextChoices):
    """Where an assignment stands. Whether it is late is never stored: see Timeliness."""

    SENT = "sent", "Chờ tiếp nhận"
    IN_PROGRESS = "in_progress", "Đang thực hiện"
    SUBMITTED = "submitted", "Chờ xác nhận"
    COMPLETED = "completed", "Hoàn thành"
    BOUNCED = "bounced", "Đề nghị chuyển đơn vị khác"
    RETURNED = "returned", "Yêu cầu bổ sung"
    PAUSED = "paused", "Tạm dừng"
    REFERRED = "referred", "Đã báo cáo, kiến nghị cấp trên"
    CANCELLED = "cancelled", "Hủy giao"


class Timeliness(models.TextChoices):
    """How an assignment stands against its deadline at a moment. Always computed."""

    NONE = "none", "Không thời hạn"
    ON_TRACK = "on_track", "Trong hạn"
    DUE_SOON = "due_soon", "Sắp đến hạn"
    OVERDUE = "overdue", "Quá hạn"
    DONE_ON_TIME = "done_on_time", "Hoàn thành đúng hạn"
    DONE_LATE = "done_late", "Hoàn thành quá hạn"


RUNNING = (Status.SENT, Status.IN_PROGRESS, Status.RETURNED, Status.BOUNCED)
OPEN = (*RUNNING, Status.SUBMITTED, Status.PAUSED, Status.REFERRED)
# A body that holds a task in two roles (alone and through a group) holds the stronger one.
STRENGTH = (AssignmentRole.LEAD, AssignmentRole.CO, AssignmentRole.WATCH)


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def counted(self) -> Self:
        """What figures count: watchers only follow, cancelled work is nobody's."""
        return self.exclude(role=AssignmentRole.WATCH).exclude(status=Status.CANCELLED)

    def running(self) -> Self:
        """The clock runs: sent, in progress, sent back or declined. Watchers are never counted."""
        return self.counted().filter(status__in=RUNNING)

    def overdue(self, *, now: datetime) -> Self:
        """Running, the due day behind it; on the day itself, the written hour behind it."""
        return self.running().filter(_late(now))

    def due_soon(self, *, now: datetime, until: date) -> Self:
        """Running, due by `until` (that day in), and not overdue yet."""
        return self.running().filter(due_on__lte=until).exclude(_late(now))

    def on_track(self, *, until: date) -> Self:
        """Running with a deadline after `until`."""
        return self.running().filter(due_on__gt=until)

    def without_deadline(self) -> Self:
        """Running, followed, and never in the on-time rate."""
        return self.running().filter(due_on=None)

    def submitted(self) -> Self:
        """Waits for the office to accept it."""
        return self.counted().filter(status=Status.SUBMITTED)

    def completed(self) -> Self:
        return self.counted().filter(status=Status.COMPLETED)

    def done_on_time(self) -> Self:
        """Completed, reported by the end of the original day; without a deadline nothing is on time."""
        return self._reported().filter(reported_on__lte=F("original_due_on"))

    def done_late(self) -> Self:
        """Completed, reported after the original deadline: an extension never hides lateness."""
        return self._reported().filter(reported_on__gt=F("original_due_on"))

    def _reported(self) -> Self:
        """Completed, with the local day on which the body reported what was accepted."""
        return self.completed().alias(reported_on=TruncDate("submitted_at"))

    def visible_to(self, standing: Standing) -> Self:
        """What the person's offices follow and what their bodies, or bodies below, were given."""
        return self.filter(
            Q(office__in=standing.reads())
            | Q(body__in=standing.body_ids())
            | Q(parent__body__in=[b.pk for b in standing.bodies()])
        )

    def for_display(self) -> Self:
        """With all that a line shows; a notice's whole text stays behind."""
        rows = self.select_related("task__notice", "task__item", "body", "office", "handler")
        return rows.defer("task__notice__text", "task__notice__folded", "task__item__proposal")


def _late(now: datetime) -> Q:
    here = localtime(now)
    return Q(due_on__lt=here.date()) | Q(due_on=here.date(), due_time__lte=here.time())


class Assignment(Keyed):
    """Nhiệm vụ được giao. Only `lifecycle` and `issuing` write its status and its dates."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="assignments")
    task = models.ForeignKey(
        Task, models.PROTECT, related_name="assignments", verbose_name="nhiệm vụ"
    )
    body = models.ForeignKey(
        Body, models.PROTECT, related_name="assignments", verbose_name="đơn vị"
    )
    body_name = models.CharField("tên đơn vị khi ban hành", max_length=200)
    role = models.CharField("vai trò", max_length=5, choices=AssignmentRole)
    # The first named answers for the whole when the paper names several leads.
    position = models.PositiveSmallIntegerField("thứ tự như in", default=1)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    period = models.CharField("kỳ", max_length=20, blank=True)
    status = models.CharField("trạng thái", max_length=12, choices=Status, default=Status.SENT)
    handler = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="cán bộ thụ lý"
    )
    # The first deadline stays as given; an extension moves only the second, and its version.
    original_due_on = models.DateField("hạn ban đầu", null=True, blank=True)
    due_on = models.DateField("hạn hiện tại", null=True, blank=True)
    due_time = models.TimeField("giờ", null=True, blank=True)
    deadline_version = models.PositiveIntegerField(default=1)

    sent_at = models.DateTimeField("giao lúc")
    status_since = models.DateTimeField("ở trạng thái này từ")
    received_at = models.DateTimeField("tiếp nhận lúc", null=True)
    received_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    submitted_at = models.DateTimeField("báo cáo lúc", null=True)
    submitted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    completed_at = models.DateTimeField("xác nhận lúc", null=True)
    completed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = "nhiệm vụ được giao"
        ordering = (F("due_on").asc(nulls_last=True), "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="assignment_status_known"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=("submitted", "completed")) | Q(submitted_at__isnull=False),
                name="assignment_submitted_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(status="completed", completed_at__isnull=False)
                | (~Q(status="completed") & Q(completed_at=None)),
                name="assignment_completed_has_its_moment",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{step}_at": None, f"{step}_by": None})
                    | Q(**{f"{step}_at__isnull": False, f"{step}_by__isnull": False}),
                    name=f"assignment_{step}_at_and_by",
                )
                for step in ("submitted", "completed")
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=False) | Q(original_due_on=None, due_time=None),
                name="assignment_hour_and_original_need_a_day",
            ),
            models.UniqueConstraint(
                fields=("task", "body", "period"),
                condition=Q(parent=None),
                name="assignment_once_a_body_and_period",
            ),
            models.UniqueConstraint(
                fields=("parent", "body", "period"),
                condition=Q(parent__isnull=False),
                name="assignment_passed_down_once",
            ),
        )
        indexes = (
            # Read by every reminder run and by the front page.
            models.Index(
                fields=("due_on",),
                condition=Q(status__in=RUNNING),
                name="assignment_running_by_due",
            ),
            # Read by a body's desk and the dashboard by body.
            models.Index(fields=("body", "status", "due_on"), name="assignment_of_a_body"),
            models.Index(fields=("office", "status", "due_on"), name="assignment_of_an_office"),
        )

    def __str__(self) -> str:
        return f"{self.task} → {self.body_name}"

    def get_absolute_url(self) -> str:
        return reverse("assignment", args=[self.pk])

    def timeliness(self, *, now: datetime, until: date) -> Timeliness:
        """The words of the queryset above for one row; test_timeliness holds them together.

        `until` is the last day that counts as soon. Submitted work is judged by the moment of
        its submission; paused, referred and cancelled work stands outside: NONE.
        """
        if self.status == Status.COMPLETED:
            return self._done()
        if self.due_on is None or self.status not in (*RUNNING, Status.SUBMITTED):
            return Timeliness.NONE
        if self.status == Status.SUBMITTED and self.submitted_at:
            return Timeliness.OVERDUE if self._late(self.submitted_at) else Timeliness.ON_TRACK
        if self._late(now):
            return Timeliness.OVERDUE
        return Timeliness.DUE_SOON if self.due_on <= until else Timeliness.ON_TRACK

    def _done(self) -> Timeliness:
        if self.original_due_on is None or self.submitted_at is None:
            return Timeliness.NONE
        late = localdate(self.submitted_at) > self.original_due_on
        return Timeliness.DONE_LATE if late else Timeliness.DONE_ON_TIME

    def _late(self, moment: datetime) -> bool:
        here = localtime(moment)
        if here.date() == self.due_on:
            return self.due_time is not None and here.time() >= self.due_time
        return self.due_on is not None and here.date() > self.due_on
