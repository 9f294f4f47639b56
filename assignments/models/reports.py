"""What bodies send back, what leaders write, and what is asked for."""

from django.db import models
from django.db.models import Q

from assignments.models.assignments import Assignment
from bodies.models import Body, Keyed, User
from directives.models import StoredFile


class Cause(models.TextChoices):
    """Nguyên nhân chậm, as notices ask for it."""

    OWN = "own", "Chủ quan"
    OUTSIDE = "outside", "Khách quan"


class Report(Keyed):
    """Báo cáo của đơn vị. Immutable once sent; one signed report may answer several assignments."""

    class Kind(models.TextChoices):
        PROGRESS = "progress", "Cập nhật tiến độ"
        RESULT = "result", "Báo cáo kết quả"
        EXPLANATION = "explanation", "Giải trình"

    body = models.ForeignKey(Body, models.PROTECT, related_name="reports")
    assignments = models.ManyToManyField(Assignment, related_name="reports")
    kind = models.CharField("loại", max_length=11, choices=Kind)
    words = models.TextField("nội dung")
    paper_number = models.CharField("số, ký hiệu văn bản", max_length=60, blank=True)
    paper_on = models.DateField("ngày văn bản", null=True, blank=True)
    # For paper handed in: the day it came; on time is judged by it.
    arrived_on = models.DateField("ngày đến", null=True, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    cause = models.CharField("nguyên nhân chậm", max_length=7, choices=Cause, blank=True)
    target_reached = models.DecimalField(
        "kết quả so với chỉ tiêu", max_digits=14, decimal_places=3, null=True, blank=True
    )
    sent_at = models.DateTimeField("gửi lúc")
    sent_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    typed_for_body = models.BooleanField("Văn phòng nhập thay", default=False)

    class Meta:
        verbose_name = "báo cáo"
        ordering = ("-sent_at", "-pk")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} của {self.body}"


class Remark(Keyed):
    """Ý kiến chỉ đạo: a leader's written line on a row, perhaps with a new date."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="remarks")
    words = models.TextField("ý kiến")
    due_on = models.DateField("thời hạn mới", null=True, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "ý kiến chỉ đạo"
        ordering = ("-written_at",)

    def __str__(self) -> str:
        return self.words


class ExtensionRequest(Keyed):
    """Đề nghị gia hạn: asked by a body, decided by somebody else."""

    class Decision(models.TextChoices):
        PENDING = "pending", "Chờ quyết định"
        GRANTED = "granted", "Đồng ý"
        REFUSED = "refused", "Không đồng ý"

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="extensions")
    reason = models.TextField("lý do")
    cause = models.CharField("nguyên nhân", max_length=7, choices=Cause)
    done_so_far = models.TextField("kết quả đến nay")
    due_on = models.DateField("thời hạn đề nghị")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    decision = models.CharField(max_length=8, choices=Decision, default=Decision.PENDING)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "đề nghị gia hạn"
        ordering = ("-asked_at",)
        constraints = (
            models.CheckConstraint(
                condition=Q(decision="pending", decided_at=None, decided_by=None)
                | (~Q(decision="pending") & Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="extension_decided_at_and_by",
            ),
            models.UniqueConstraint(
                fields=("assignment",),
                condition=Q(decision="pending"),
                name="extension_one_pending",
            ),
        )

    def __str__(self) -> str:
        return f"{self.assignment}: đến {self.due_on:%d/%m/%Y}"
