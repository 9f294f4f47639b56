"""Stored bytes, and the documents that were printed and frozen."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from bodies.models import Body, Keyed, Office, User
from bodies.permissions import Standing


class StoredFile(Keyed):
    """Bytes kept once under their SHA-256. Served only through a view that asks who may see them."""

    name = models.CharField("tên tệp", max_length=255)
    content_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField("dung lượng (byte)")
    sha256 = models.CharField(max_length=64, db_index=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "tệp"

    def __str__(self) -> str:
        return self.name


class DocumentQuerySet(models.QuerySet["Document"]):
    def visible_to(self, standing: Standing) -> Self:
        """The office's own; a body reads what was sent to it on paper."""
        return self.filter(office__in=standing.reads())

    def of_the_office(self) -> Self:
        """Letters, reports, sheets: all but the notices' own print."""
        return self.exclude(kind=Document.Kind.NOTICE)

    def drafts(self) -> Self:
        """Printed from live data each time; no number yet."""
        return self.filter(issued_at=None)

    def issued(self) -> Self:
        """Frozen: data, words and bytes stay as they were."""
        return self.filter(issued_at__isnull=False)


class Document(Keyed):
    """Văn bản kết xuất: a draft says what is to be printed; issued, it is frozen with its data.

    Only assignments.documents writes these rows, and directives.freezing those of a notice.
    A draft's `as_of`, `number`, `snapshot` and files are empty; an issued document has its PDF and
    DOCX, both or neither. What a draft tells of:

    notice              the notice reported on; without one a report is of a period
    body, level         whom a letter goes to, and which it is: 1, 2, or 3 (criticism)
    first_on, last_on   the period, both days in; for the giao ban sheet the meeting is `last_on`
    answer_by           the day by which a letter wants its answer
    series              within which a number is given once: "CV/VPĐU, nhiệm kỳ 2025–2030"
    """

    class Kind(models.TextChoices):
        NOTICE = "notice", "Thông báo, kết luận"
        LETTER = "letter", "Công văn đôn đốc"
        REPORT = "report", "Báo cáo kết quả thực hiện"
        GIAO_BAN = "giao_ban", "Phiếu giao ban"
        REGISTER = "register", "Sổ theo dõi"
        BODY_LIST = "body_list", "Danh mục nhiệm vụ được giao"

    office = models.ForeignKey(Office, models.PROTECT, related_name="documents")
    kind = models.CharField("loại", max_length=10, choices=Kind)
    notice = models.ForeignKey(
        "directives.Notice", models.PROTECT, null=True, related_name="documents"
    )
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="documents")
    level = models.PositiveSmallIntegerField("lần, mức đôn đốc", null=True)
    first_on = models.DateField("từ ngày", null=True)
    last_on = models.DateField("đến hết ngày", null=True)
    answer_by = models.DateField("báo cáo trước ngày", null=True)
    number = models.PositiveIntegerField("số", null=True)
    symbol = models.CharField("ký hiệu", max_length=40, blank=True)
    series = models.CharField("sổ số", max_length=80, blank=True)
    issued_on = models.DateField("ngày văn bản", null=True)
    as_of = models.DateTimeField("tính đến", null=True)
    profile = models.CharField("thể thức", max_length=20, blank=True)
    template_version = models.CharField(max_length=20, blank=True)
    snapshot = models.JSONField(default=dict)
    pdf = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    docx = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    xlsx = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    signed_scan = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField("phát hành lúc", null=True)
    issued_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản kết xuất"
        ordering = ("-made_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(pdf=None, docx=None) | Q(pdf__isnull=False, docx__isnull=False),
                name="document_frozen_whole",
            ),
            # A notice's print follows its issue: its snapshot waits for the first who prints it.
            models.CheckConstraint(
                condition=Q(kind="notice")
                | Q(issued_at=None, pdf=None, as_of=None)
                | Q(issued_at__isnull=False, pdf__isnull=False, as_of__isnull=False),
                name="document_issued_is_frozen",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=("letter", "report"))
                | Q(issued_at=None, number=None)
                | Q(issued_at__isnull=False, number__isnull=False, issued_on__isnull=False),
                name="document_issued_has_number_and_date",
            ),
            models.UniqueConstraint(
                fields=("office", "series", "number"),
                condition=Q(number__isnull=False) & ~Q(kind="notice"),
                name="document_number_once_a_series",
            ),
            models.UniqueConstraint(
                fields=("notice",), condition=Q(kind="notice"), name="document_notice_printed_once"
            ),
        )
        indexes = (
            # Read by the page of documents: an office's own, newest first.
            models.Index(fields=("office", "kind", "-issued_at"), name="document_of_an_office"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.code}".strip()

    @property
    def code(self) -> str:
        """Số và ký hiệu as printed ("05-CV/VPĐU"); empty without a number."""
        return f"{self.number:02d}{self.symbol}" if self.number else ""

    @property
    def numbered(self) -> bool:
        """Goes out of the office under a number; sheets and lists do not."""
        return self.kind in (Document.Kind.LETTER, Document.Kind.REPORT)

    def get_absolute_url(self) -> str:
        return reverse("document", args=[self.pk])
