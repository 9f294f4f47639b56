"""Stored bytes, and the documents that were printed and frozen."""

from django.db import models

from bodies.models import Keyed, Office, User


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


class Document(Keyed):
    """Văn bản kết xuất: what was printed, frozen with the data it was printed from."""

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
    number = models.PositiveIntegerField("số", null=True)
    symbol = models.CharField("ký hiệu", max_length=40, blank=True)
    issued_on = models.DateField("ngày văn bản", null=True)
    as_of = models.DateTimeField("tính đến")
    profile = models.CharField("thể thức", max_length=20)
    template_version = models.CharField(max_length=20)
    snapshot = models.JSONField(default=dict)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "văn bản kết xuất"
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number or ''}{self.symbol}"
