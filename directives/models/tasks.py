"""What an item orders: tasks, and whom the paper names for them."""

from typing import Any

from django.db import models
from django.db.models import Q

from bodies.folding import fold
from bodies.models import Body, BodyGroup, Field, Keyed, Office
from directives.models.items import Item
from directives.models.notices import Notice, Term


class Nature(models.TextChoices):
    DATED = "dated", "Một lần"
    STANDING = "standing", "Thường xuyên"
    PERIODIC = "periodic", "Định kỳ"
    EVENT = "event", "Theo sự kiện"


class Precision(models.TextChoices):
    HOUR = "hour", "Giờ"
    DAY = "day", "Ngày"
    MONTH = "month", "Tháng"
    QUARTER = "quarter", "Quý"
    HALF = "half", "6 tháng"
    YEAR = "year", "Năm"
    TERM = "term", "Nhiệm kỳ"
    NOW = "now", "Ngay"


class Evidence(models.TextChoices):
    PAPER = "paper", "Văn bản (số, ngày)"
    FILE = "file", "Tệp đính kèm"
    TEXT = "text", "Nội dung báo cáo"


class AssignmentRole(models.TextChoices):
    LEAD = "lead", "Chủ trì"
    CO = "co", "Phối hợp"
    WATCH = "watch", "Theo dõi"


class Unit(models.TextChoices):
    DAY = "day", "ngày"
    WEEK = "week", "tuần"
    MONTH = "month", "tháng"
    QUARTER = "quarter", "quý"
    HALF = "half", "6 tháng"
    YEAR = "year", "năm"


class Task(Keyed):
    """Nhiệm vụ: what an item orders, with one deadline. Two deadlines in one item are two tasks.

    `reference` and `original_due_on` are written at issue. Whether it is done is derived from its
    assignments.
    """

    item = models.ForeignKey(Item, models.CASCADE, related_name="tasks")
    notice = models.ForeignKey(Notice, models.CASCADE, related_name="tasks")
    office = models.ForeignKey(Office, models.PROTECT, related_name="tasks")
    term = models.ForeignKey(Term, models.PROTECT, null=True, related_name="+")
    position = models.PositiveSmallIntegerField("thứ tự trong mục", default=1)
    reference = models.CharField("mã nhiệm vụ", max_length=160, blank=True)
    words = models.TextField("nội dung nhiệm vụ")
    folded = models.TextField(editable=False)
    nature = models.CharField("tính chất", max_length=10, choices=Nature, default=Nature.DATED)
    product = models.CharField("sản phẩm", max_length=300, blank=True)
    evidence = models.CharField(
        "minh chứng", max_length=5, choices=Evidence, default=Evidence.PAPER
    )
    field = models.ForeignKey(Field, models.PROTECT, null=True, blank=True, related_name="+")
    target_number = models.DecimalField(
        "chỉ tiêu", max_digits=14, decimal_places=3, null=True, blank=True
    )
    target_unit = models.CharField("đơn vị tính", max_length=40, blank=True)
    carries_out = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="carried_out_by"
    )

    deadline_words = models.CharField("thời hạn như ghi", max_length=300, blank=True)
    precision = models.CharField("độ chính xác", max_length=8, choices=Precision, blank=True)
    due_on = models.DateField("hạn", null=True, blank=True)
    due_time = models.TimeField("giờ", null=True, blank=True)
    original_due_on = models.DateField("hạn ban đầu", null=True, editable=False)

    # Periodic: one assignment a period. The offset counts days from the period's end, negative too.
    recurrence_unit = models.CharField("chu kỳ", max_length=8, choices=Unit, blank=True)
    recurrence_offset_days = models.SmallIntegerField("lệch so với cuối kỳ (ngày)", default=0)
    recurrence_day = models.PositiveSmallIntegerField(
        "ngày cố định trong kỳ", null=True, blank=True
    )
    recurs_from = models.DateField("từ kỳ bắt đầu ngày", null=True, blank=True)
    recurs_until = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        verbose_name = "nhiệm vụ"
        ordering = ("notice", "item__position", "position")
        constraints = (
            models.UniqueConstraint(fields=("item", "position"), name="task_position_once"),
            models.UniqueConstraint(
                fields=("office", "term", "reference"),
                condition=~Q(reference="") & Q(term__isnull=False),
                name="task_reference_once_a_term",
            ),
            models.UniqueConstraint(
                fields=("office", "reference"),
                condition=~Q(reference="") & Q(term=None),
                name="task_reference_once_without_terms",
            ),
            models.CheckConstraint(
                condition=Q(due_on=None, due_time=None) | Q(due_on__isnull=False),
                name="task_hour_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(nature=Nature.PERIODIC) | ~Q(recurrence_unit=""),
                name="task_periodic_has_a_unit",
            ),
        )

    def __str__(self) -> str:
        return self.reference or f"{self.item}/{self.position}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold(f"{self.reference} {self.words}")
        super().save(*args, **kwargs)

    @property
    def lead_names(self) -> str:
        """Whom the paper names first: the leads, by the names they are known by."""
        leads = [a for a in self.addressees.all() if a.role == AssignmentRole.LEAD]
        return ", ".join(str(a.body or a.group or a.words) for a in leads)

    @property
    def unmatched(self) -> bool:
        """Somebody is named whom the directory does not know: the notice is not issued so."""
        return any(not (a.body or a.group) for a in self.addressees.all())


class Addressee(models.Model):
    """Whom the paper names for a task: the printed words, matched to a body or a group."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="addressees")
    role = models.CharField("vai trò", max_length=5, choices=AssignmentRole)
    position = models.PositiveSmallIntegerField("thứ tự như in")
    words = models.CharField("như ghi trong văn bản", max_length=300)
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="+")
    group = models.ForeignKey(BodyGroup, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "đơn vị được giao (theo văn bản)"
        ordering = ("task", "position")
        constraints = (
            models.UniqueConstraint(fields=("task", "position"), name="addressee_position_once"),
            models.CheckConstraint(
                condition=Q(body=None) | Q(group=None), name="addressee_is_a_body_or_a_group"
            ),
        )

    def __str__(self) -> str:
        return self.words


class Petition(Keyed):
    """Kiến nghị: a line under a task: who raised it, who answers, and the answer."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="petitions")
    position = models.PositiveSmallIntegerField("thứ tự")
    words = models.TextField("nội dung")
    raised_by = models.CharField("người kiến nghị", max_length=200, blank=True)
    answered_by = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    answer_number = models.CharField("số văn bản trả lời", max_length=60, blank=True)
    answered_on = models.DateField("ngày trả lời", null=True, blank=True)
    done_at = models.DateTimeField("xong lúc", null=True)
    done_by = models.ForeignKey("bodies.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "kiến nghị"
        ordering = ("task", "position")
        constraints = (
            models.UniqueConstraint(fields=("task", "position"), name="petition_position_once"),
            models.CheckConstraint(
                condition=Q(done_at=None, done_by=None)
                | Q(done_at__isnull=False, done_by__isnull=False),
                name="petition_done_at_and_by",
            ),
        )

    def __str__(self) -> str:
        return f"{self.task}, kiến nghị {self.position}"
