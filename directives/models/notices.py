"""The conclusion notice and the bodies it names."""

from hashlib import sha256
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from bodies.models import Body, Keyed, Office, User
from bodies.permissions import Standing
from directives.models.files import StoredFile


class Term(models.Model):
    """Nhiệm kỳ of a committee: numbers run through it, from 01 for each kind."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="terms", verbose_name="cấp ủy")
    name = models.CharField("nhiệm kỳ", max_length=40)
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày")

    class Meta:
        verbose_name = "nhiệm kỳ"
        ordering = ("-starts_on",)
        constraints = (
            models.CheckConstraint(
                condition=Q(starts_on__lt=F("ends_on")), name="term_begins_before_it_ends"
            ),
            models.UniqueConstraint(fields=("body", "name"), name="term_named_once_a_body"),
        )

    def __str__(self) -> str:
        return self.name


class NoticeStatus(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    AWAITING_SIGNATURE = "awaiting_signature", "Chờ ký"
    ISSUED = "issued", "Đã ban hành"
    CLOSED = "closed", "Kết thúc theo dõi"
    SUPERSEDED = "superseded", "Đã bị thay thế"
    WITHDRAWN = "withdrawn", "Thu hồi"


EDITABLE = (NoticeStatus.DRAFT, NoticeStatus.AWAITING_SIGNATURE)


def digest_of(text: str) -> str:
    """The SHA-256 by which the same text is known again."""
    return sha256(text.encode()).hexdigest()


class NoticeQuerySet(models.QuerySet["Notice"]):
    def visible_to(self, standing: Standing) -> Self:
        """The papers of the person's offices, and the issued ones that name their bodies."""
        named = NoticeBody.objects.filter(body__in=standing.body_ids()).values("notice")
        return self.filter(
            Q(office__in=standing.reads()) | Q(pk__in=named) & ~Q(status__in=EDITABLE)
        )

    def editable(self) -> Self:
        """Still drafted: text, items and tasks may change."""
        return self.filter(status__in=EDITABLE)

    def newest_first(self) -> Self:
        """By the day of issue; what has none yet comes first."""
        return self.order_by(F("issued_on").desc(nulls_first=True), "-pk")

    def matching(self, folded: str) -> Self:
        """Whose code, subject or text holds the folded words."""
        return self.filter(folded__contains=folded)


class Notice(Keyed):
    """Thông báo, kết luận. Its text is kept once; items point into it.

    `number` and `issued_on` are written once, at issue. Only directives.drafting (while drafted)
    and assignments.issuing (from then on) write these rows.
    """

    class Kind(models.TextChoices):
        TB = "TB", "THÔNG BÁO"
        KL = "KL", "KẾT LUẬN"
        NQ = "NQ", "NGHỊ QUYẾT"
        CT = "CT", "CHỈ THỊ"
        QD = "QD", "QUYẾT ĐỊNH"
        KH = "KH", "KẾ HOẠCH"
        CTR = "CTr", "CHƯƠNG TRÌNH"
        CV = "CV", "CÔNG VĂN"
        CD = "CD", "CÔNG ĐIỆN"

    class Urgency(models.TextChoices):
        NONE = "", "Không"
        URGENT = "urgent", "Khẩn"
        VERY_URGENT = "very_urgent", "Thượng khẩn"
        EXPRESS = "express", "Hỏa tốc"

    office = models.ForeignKey(Office, models.PROTECT, related_name="notices")
    issuer = models.ForeignKey(
        Body,
        models.PROTECT,
        null=True,
        related_name="issued_notices",
        verbose_name="cơ quan ban hành",
    )
    issuer_line = models.CharField("cơ quan ban hành (như in)", max_length=200)
    superior_line = models.CharField("dòng cấp trên (như in)", max_length=200, blank=True)
    kind = models.CharField("loại văn bản", max_length=3, choices=Kind)
    number = models.PositiveIntegerField("số", null=True, blank=True)
    symbol = models.CharField(
        "ký hiệu", max_length=40, blank=True, help_text="như in sau số: -TB/ĐU"
    )
    term = models.ForeignKey(Term, models.PROTECT, null=True, blank=True, related_name="notices")
    place = models.CharField("địa danh", max_length=100, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    issued_partial = models.CharField("ngày in chưa đủ", max_length=60, blank=True)
    meeting_on = models.DateField("ngày họp", null=True, blank=True)
    subject = models.TextField("trích yếu")
    signer_authority = models.CharField("thẩm quyền ký", max_length=200, blank=True)
    signer_title = models.CharField("chức vụ người ký", max_length=200, blank=True)
    signer_name = models.CharField("người ký", max_length=100, blank=True)
    # As printed, in order: [{"text": "Đảng ủy phường …", "to_do": true}]; to_do is "(t/h)".
    recipients = models.JSONField("nơi nhận", default=list, blank=True)
    typist_mark = models.CharField("ký hiệu người soạn", max_length=40, blank=True)
    urgency = models.CharField("độ khẩn", max_length=12, choices=Urgency, blank=True)
    circulation = models.CharField("phạm vi lưu hành", max_length=60, blank=True)
    text = models.TextField("toàn văn")
    # The same paper is drafted once, however often a button is pressed.
    text_sha256 = models.CharField(max_length=64, editable=False)
    # The running text between the summary and the foot, as a span of `text`.
    body_start = models.PositiveIntegerField(default=0)
    body_end = models.PositiveIntegerField(default=0)
    folded = models.TextField(editable=False)
    source_file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    signed_scan = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    specialist = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        related_name="followed",
        verbose_name="chuyên viên theo dõi",
    )
    carries_out = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="carried_out_by"
    )
    supersedes = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    status = models.CharField("trạng thái", max_length=20, choices=NoticeStatus, default="draft")
    # Two clerks on one draft: a write names the version it saw.
    version = models.PositiveIntegerField(default=1)
    not_secret_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField("nhập lúc")
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    issued_at = models.DateTimeField("ban hành trên hệ thống lúc", null=True)
    issued_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    bodies = models.ManyToManyField(Body, through="directives.NoticeBody", related_name="notices")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "thông báo, kết luận"
        ordering = (F("issued_on").desc(nulls_first=True), "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(status__in=NoticeStatus.values), name="notice_status_known"
            ),
            models.CheckConstraint(
                condition=Q(status__in=EDITABLE)
                | Q(number__isnull=False, issued_on__isnull=False, issued_at__isnull=False),
                name="notice_issued_has_number_and_date",
            ),
            models.CheckConstraint(
                condition=Q(issued_at=None, issued_by=None)
                | Q(issued_at__isnull=False, issued_by__isnull=False),
                name="notice_issued_at_and_by",
            ),
            models.UniqueConstraint(
                fields=("office", "text_sha256"),
                condition=Q(status__in=EDITABLE),
                name="notice_drafted_once",
            ),
            models.UniqueConstraint(
                fields=("issuer", "kind", "term", "number"),
                condition=Q(number__isnull=False, term__isnull=False),
                name="notice_number_once_a_term",
            ),
        )
        indexes = (
            # Read by the register: an office's papers, newest first.
            models.Index(fields=("office", "-issued_on", "-id"), name="notice_register"),
            # Read by intake: is this text here already?
            models.Index(fields=("office", "text_sha256"), name="notice_by_text"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display().capitalize()} {self.code}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.text_sha256 = digest_of(self.text)
        super().save(*args, **kwargs)

    @property
    def code(self) -> str:
        """Số và ký hiệu as printed ("05-TB/ĐU"); without a number the symbol and "(chưa có số)"."""
        return (
            f"{self.number:02d}{self.symbol}"
            if self.number
            else f"{self.symbol.lstrip('-/')} (chưa có số)"
        )

    @property
    def editable(self) -> bool:
        return self.status in EDITABLE

    def get_absolute_url(self) -> str:
        return reverse("notice", args=[self.pk])


class NoticeBody(models.Model):
    """A body that a notice names, fixed at issue: decides who may read it."""

    class Reason(models.TextChoices):
        ADDRESSEE = "addressee", "Được giao nhiệm vụ"
        MEMBER = "member", "Thành viên của nhóm được giao"
        RECIPIENT = "recipient", "Nơi nhận"

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="notice_bodies")
    body = models.ForeignKey(Body, models.PROTECT, related_name="notice_bodies")
    reason = models.CharField("vì", max_length=10, choices=Reason)
    first_read_at = models.DateTimeField("đọc lần đầu", null=True)

    class Meta:
        verbose_name = "đơn vị nêu trong văn bản"
        constraints = (
            models.UniqueConstraint(fields=("notice", "body"), name="notice_names_a_body_once"),
        )

    def __str__(self) -> str:
        return f"{self.notice}: {self.body}"
