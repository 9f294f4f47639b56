"""The bodies of the Party, the State and the mass organisations that receive tasks."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import RawSQL
from django.urls import reverse

from bodies.folding import fold
from bodies.models.base import Keyed

# Plain parent keys and one recursive query: the same words on SQLite and PostgreSQL (ADR 0003).
SUBTREE = """
WITH RECURSIVE below(id) AS (
    SELECT id FROM bodies_body WHERE id IN ({marks})
    UNION
    SELECT child.id FROM bodies_body AS child JOIN below ON child.parent_id = below.id
)
SELECT id FROM below
"""


class BodyQuerySet(models.QuerySet["Body"]):
    def subtree(self, roots: Iterable[int]) -> Self:
        """The bodies with the ids `roots` and all below them; nothing for no roots."""
        ids = list(roots)
        if not ids:
            return self.none()
        sql = SUBTREE.format(marks=", ".join(["%s"] * len(ids)))
        return self.filter(pk__in=RawSQL(sql, ids))  # noqa: S611  # nosec B611 (the marks are counted)

    def valid(self, *, on: date) -> Self:
        """In being on the day; an open end means still so."""
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_to=None) | Q(valid_to__gte=on)
        )

    def matching(self, words: str) -> Self:
        """Whose name or short name holds `words`, accents and case aside."""
        return self.filter(Q(folded__contains=fold(words)))


class Body(Keyed):
    """A body or a named post. May have no account at all. A party committee of a UBND is not the UBND."""

    class Kind(models.TextChoices):
        COMMITTEE = "committee", "Cấp ủy"
        PARTY_BODY = "party_body", "Đảng ủy trực thuộc"
        CELL = "cell", "Chi bộ"
        STAFF = "staff", "Cơ quan tham mưu, giúp việc"
        COUNCIL = "council", "Hội đồng nhân dân"
        GOVERNMENT = "government", "Ủy ban nhân dân"
        DEPARTMENT = "department", "Phòng, ban chuyên môn"
        FRONT = "front", "Mặt trận, đoàn thể"
        FORCES = "forces", "Công an, quân sự"
        SERVICE = "service", "Đơn vị sự nghiệp"
        RESIDENTS = "residents", "Thôn, tổ dân phố"
        STEERING = "steering", "Ban chỉ đạo"
        POST = "post", "Chức danh"
        OUTSIDE = "outside", "Ngoài hệ thống"

    name = models.CharField("tên đầy đủ", max_length=200)
    short_name = models.CharField("tên ngắn", max_length=100, blank=True)
    folded = models.CharField(max_length=320, editable=False)
    kind = models.CharField("loại", max_length=12, choices=Kind)
    symbol = models.CharField("ký hiệu", max_length=20, blank=True)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="trực thuộc",
    )
    place = models.CharField("địa danh", max_length=100, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    valid_from = models.DateField("có từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name="đơn vị kế thừa",
    )

    objects = BodyQuerySet.as_manager()

    class Meta:
        verbose_name = "cơ quan, đơn vị"
        ordering = ("name", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(name=""), name="body_has_a_name"),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("pk")), name="body_not_its_own_parent"
            ),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lte=F("valid_to")),
                name="body_begins_before_it_ends",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold(f"{self.name} {self.short_name}")
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("body", args=[self.pk])


class BodyAlias(models.Model):
    """Another name of a body as papers write it; learnt when a clerk confirms a match.

    "UBND huyện" is another body for every office: an alias belongs to one, or (office empty) to all.
    """

    body = models.ForeignKey(Body, models.CASCADE, related_name="aliases", verbose_name="đơn vị")
    office = models.ForeignKey(
        "bodies.Office", models.CASCADE, null=True, blank=True, related_name="aliases"
    )
    name = models.CharField("tên gọi khác", max_length=200)
    folded = models.CharField(max_length=200, editable=False)

    class Meta:
        verbose_name = "tên gọi khác"
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=("office", "folded"),
                condition=Q(office__isnull=False),
                name="alias_means_one_body_an_office",
            ),
            models.UniqueConstraint(
                fields=("folded",), condition=Q(office=None), name="alias_means_one_body_everywhere"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} → {self.body}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold(self.name)
        super().save(*args, **kwargs)


class BodyGroup(models.Model):
    """A name for many bodies ("các xã, thị trấn"); a notice expands it on the day of its issue."""

    office = models.ForeignKey("bodies.Office", models.CASCADE, related_name="groups")
    name = models.CharField("tên nhóm", max_length=200)
    folded = models.CharField(max_length=200, editable=False)
    members = models.ManyToManyField(Body, related_name="groups", verbose_name="thành viên")

    class Meta:
        verbose_name = "nhóm đơn vị"
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=("office", "folded"), name="group_named_once_an_office"),
        )

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold(self.name)
        super().save(*args, **kwargs)


class Field(models.Model):
    """Lĩnh vực: the code is fixed, the label may be edited."""

    code = models.SlugField("mã", max_length=30, unique=True)
    name = models.CharField("lĩnh vực", max_length=100)

    class Meta:
        verbose_name = "lĩnh vực"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
