"""People, and for whom they act."""

from datetime import date
from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models import F, Q

from bodies.models.base import Keyed
from bodies.models.bodies import Body, Field
from bodies.models.offices import Office


class Role(models.TextChoices):
    """What a person is, at an office or at a body."""

    CLERK = "clerk", "Chuyên viên Văn phòng"
    REGISTRAR = "registrar", "Văn thư"
    CHIEF = "chief", "Lãnh đạo Văn phòng"
    LEADER = "leader", "Lãnh đạo cấp ủy"
    INSPECTOR = "inspector", "Cán bộ kiểm tra"
    ADMIN = "admin", "Quản trị"
    OFFICER = "officer", "Cán bộ đầu mối"
    HEAD = "head", "Người đứng đầu"


OFFICE_ROLES = (Role.CLERK, Role.REGISTRAR, Role.CHIEF, Role.LEADER, Role.INSPECTOR, Role.ADMIN)
BODY_ROLES = (Role.OFFICER, Role.HEAD)


class UserManager(BaseUserManager["User"]):
    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, Keyed):
    """A person. Locked (`is_active` false), never deleted: history goes on naming them."""

    username = models.CharField(
        "tên đăng nhập", max_length=50, unique=True, validators=[UnicodeUsernameValidator()]
    )
    full_name = models.CharField("họ và tên", max_length=100)
    email = models.EmailField("thư điện tử", blank=True)
    phone = models.CharField("điện thoại", max_length=20, blank=True)
    is_active = models.BooleanField("đang hoạt động", default=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        verbose_name = "người dùng"
        ordering = ("full_name", "pk")

    def __str__(self) -> str:
        return self.full_name or self.username


class MembershipQuerySet(models.QuerySet["Membership"]):
    def held(self, *, on: date) -> Self:
        """In force on the day, by people who are not locked; an open end means still so."""
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=on),
            Q(valid_to=None) | Q(valid_to__gte=on),
            user__is_active=True,
        )


class Membership(models.Model):
    """A role of a person at an office or at a body, for a time; the duty stays with the post."""

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships", verbose_name="người")
    office = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    role = models.CharField("vai trò", max_length=10, choices=Role)
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    # Where the office divides the work: "phụ trách địa bàn", "phụ trách lĩnh vực".
    areas = models.ManyToManyField(Body, blank=True, related_name="+", verbose_name="địa bàn")
    fields = models.ManyToManyField(Field, blank=True, related_name="+", verbose_name="lĩnh vực")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "vai trò"
        constraints = (
            models.CheckConstraint(
                condition=Q(office__isnull=False, body=None, role__in=OFFICE_ROLES)
                | Q(office=None, body__isnull=False, role__in=BODY_ROLES),
                name="membership_of_an_office_or_a_body",
            ),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lte=F("valid_to")),
                name="membership_begins_before_it_ends",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.office or self.body}"


class Substitution(models.Model):
    """Phân công xử lý thay: `acting` stands in for `principal`; set by the person or by the office."""

    principal = models.ForeignKey(User, models.PROTECT, related_name="absences")
    acting = models.ForeignKey(User, models.PROTECT, related_name="substitutions")
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày")
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "phân công xử lý thay"
        constraints = (
            models.CheckConstraint(
                condition=Q(starts_on__lte=F("ends_on")), name="substitution_begins_before_it_ends"
            ),
            models.CheckConstraint(
                condition=~Q(principal=F("acting")), name="substitution_is_by_another"
            ),
        )

    def __str__(self) -> str:
        return f"{self.acting} thay {self.principal}"
