"""The office: whose desk this is, and how it is used to work."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from bodies import letter_words
from bodies.models.base import Keyed
from bodies.models.bodies import Body


class Office(Keyed):
    """Văn phòng: serves one committee, holds every setting of practice. An installation may hold several."""

    class Before(models.TextChoices):
        THE_DAY = "the_day", "Đúng ngày ghi trong văn bản"
        DAY_BEFORE = "day_before", "Ngày liền trước"

    class Evidence(models.TextChoices):
        PAPER = "paper", "Văn bản (số, ngày)"
        FILE = "file", "Tệp đính kèm"
        TEXT = "text", "Nội dung báo cáo"

    class Letters(models.TextChoices):
        OFFICE = "office", "Văn phòng (Chánh Văn phòng ký)"
        COMMITTEE = "committee", "Cấp ủy (Văn phòng ký thừa lệnh Ban Thường vụ)"

    class Signer(models.TextChoices):
        CHIEF = "chief", "Chánh Văn phòng"
        DEPUTY = "deputy", "Phó Chánh Văn phòng"

    name = models.CharField("tên văn phòng", max_length=200)
    committee = models.ForeignKey(
        Body, models.PROTECT, related_name="offices", verbose_name="cấp ủy"
    )
    staff_body = models.OneToOneField(
        Body, models.PROTECT, related_name="office", verbose_name="cơ quan văn phòng"
    )
    superior_line = models.CharField("dòng cấp trên", max_length=200, blank=True)
    place = models.CharField("địa danh", max_length=100)
    symbol = models.CharField("ký hiệu", max_length=20)

    due_soon_days = models.PositiveSmallIntegerField(
        "sắp đến hạn trong (ngày làm việc)", default=5, validators=[MaxValueValidator(30)]
    )
    before_means = models.CharField(
        "“trước ngày …” nghĩa là", max_length=10, choices=Before, default=Before.THE_DAY
    )
    evidence_default = models.CharField(
        "minh chứng khi báo cáo hoàn thành",
        max_length=5,
        choices=Evidence,
        default=Evidence.PAPER,
    )
    clerk_may_issue = models.BooleanField(
        "chuyên viên được ban hành, đăng ký văn bản", default=True
    )
    remind_before_days = models.JSONField(
        "nhắc trước hạn (ngày làm việc)", default=list, blank=True
    )
    remind_after_days = models.JSONField("nhắc sau hạn (ngày làm việc)", default=list, blank=True)
    remind_from_hour = models.PositiveSmallIntegerField(
        "gửi nhắc từ giờ", default=7, validators=[MaxValueValidator(23)]
    )
    remind_until_hour = models.PositiveSmallIntegerField(
        "gửi nhắc đến giờ", default=17, validators=[MinValueValidator(1), MaxValueValidator(24)]
    )

    letters_from = models.CharField(
        "công văn đôn đốc, báo cáo lấy danh nghĩa",
        max_length=10,
        choices=Letters,
        default=Letters.OFFICE,
    )
    signer = models.CharField(
        "người ký của Văn phòng", max_length=10, choices=Signer, default=Signer.CHIEF
    )
    signer_name = models.CharField("họ và tên người ký", max_length=100, blank=True)
    # Signs T/M what an office may not: criticism, a demand to explain.
    standing_post = models.CharField(
        "chức vụ người ký thay mặt Ban Thường vụ", max_length=100, default="PHÓ BÍ THƯ"
    )
    standing_name = models.CharField(
        "họ và tên người ký thay mặt Ban Thường vụ", max_length=100, blank=True
    )
    # Empty: letter_words.USUAL of the level.
    first_letter = models.TextField("lời văn công văn lần 1", blank=True)
    second_letter = models.TextField("lời văn công văn lần 2", blank=True)
    third_letter = models.TextField("lời văn văn bản phê bình", blank=True)
    # A line each, at the foot of page 1 of what the office prints.
    contact = models.TextField("thông tin liên hệ", blank=True)
    # Only what differs from practice.USUAL; read through practice.of.
    practice = models.JSONField("thể thức không có quy định", default=dict, blank=True)

    class Meta:
        verbose_name = "văn phòng"
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(remind_from_hour__lt=models.F("remind_until_hour")),
                name="office_reminds_in_some_hours",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def letter_words(self, level: int) -> str:
        """The wording of a letter of the level 1, 2 or 3: the office's own, else the usual one."""
        own = {1: self.first_letter, 2: self.second_letter, 3: self.third_letter}[level]
        return own.strip() or letter_words.USUAL[level]
