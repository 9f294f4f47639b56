"""What is owed to be said, the messages that gather it, and each attempt to send them."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from assignments.models.assignments import Assignment
from bodies.models import Body, Keyed, User
from bodies.permissions import Standing
from directives.models import Notice


class Channel(models.TextChoices):
    EMAIL = "email", "Thư điện tử"


class Rule(models.TextChoices):
    BEFORE = "before", "Nhắc trước hạn"
    AFTER = "after", "Nhắc quá hạn"


class MessageQuerySet(models.QuerySet["Message"]):
    def owed(self) -> Self:
        """Written and neither sent nor dropped: the scan queues these again until they are."""
        return self.filter(sent_at=None, dropped_at=None)

    def claimable(self, *, now: datetime) -> Self:
        """Owed, held by no live worker, and past the wait after a failed attempt."""
        return self.owed().filter(
            Q(lease_until=None) | Q(lease_until__lte=now),
            Q(not_before=None) | Q(not_before__lte=now),
        )

    def visible_to(self, standing: Standing) -> Self:
        """Messages about work or notices of the offices whose papers the person reads."""
        offices = standing.reads()
        lines = Reminder.objects.filter(message=OuterRef("pk"), assignment__office__in=offices)
        return self.filter(Exists(lines) | Q(notice__office__in=offices))


class Message(Keyed):
    """Thư nhắc: one a person, channel and day, gathering what is owed; or one a body and notice, at
    issue and at withdrawal; or one a change of an assignment.

    Its Message-ID comes from `key` and never changes: a mail sent twice after a crash is one
    mail to whoever reads it.
    """

    class Kind(models.TextChoices):
        ISSUED = "issued", "Thông báo giao nhiệm vụ"
        DIGEST = "digest", "Nhắc việc"
        # Of one assignment: given to another body, handed back or opened again; taken from its body.
        GIVEN = "given", "Giao, mở lại nhiệm vụ"
        CANCELLED = "cancelled", "Hủy giao nhiệm vụ"
        WITHDRAWN = "withdrawn", "Thu hồi, thay thế văn bản"

    kind = models.CharField("loại", max_length=9, choices=Kind)
    channel = models.CharField("kênh", max_length=8, choices=Channel, default=Channel.EMAIL)
    # A digest goes to the person who answers for the posts reminded that day, whatever offices
    # remind them; to the body itself when nobody has an account there.
    person = models.ForeignKey(User, models.PROTECT, null=True, related_name="messages")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="messages")
    notice = models.ForeignKey(Notice, models.PROTECT, null=True, related_name="messages")
    assignment = models.ForeignKey(Assignment, models.PROTECT, null=True, related_name="messages")
    reason = models.TextField("lý do", blank=True)
    day = models.DateField("ngày")
    # What was said to whom, written when it was sent.
    address = models.CharField("địa chỉ", max_length=400, blank=True)
    in_place_of_body = models.BooleanField("nhắc thay", default=False)
    subject = models.CharField("tiêu đề", max_length=300, blank=True)
    text = models.TextField("nội dung", blank=True)
    made_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    not_before = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField("số lần gửi", default=0)
    sent_at = models.DateTimeField("gửi lúc", null=True)
    dropped_at = models.DateTimeField("thôi gửi lúc", null=True)
    drop_reason = models.CharField("vì", max_length=100, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = "thư nhắc"
        ordering = ("-made_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("person", "channel", "day"),
                condition=Q(kind="digest", person__isnull=False),
                name="message_one_digest_a_person_and_day",
            ),
            models.UniqueConstraint(
                fields=("body", "channel", "day"),
                condition=Q(kind="digest", person=None),
                name="message_one_digest_a_body_and_day",
            ),
            models.UniqueConstraint(
                fields=("notice", "body", "channel"),
                condition=Q(kind="issued"),
                name="message_one_a_body_at_issue",
            ),
            models.UniqueConstraint(
                fields=("notice", "body", "channel"),
                condition=Q(kind="withdrawn"),
                name="message_one_a_body_at_withdrawal",
            ),
            # Cancelled, opened again, cancelled again: each is told, but never two at once.
            models.UniqueConstraint(
                fields=("assignment", "kind", "channel"),
                condition=Q(assignment__isnull=False, sent_at=None, dropped_at=None),
                name="message_one_owed_a_change",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=("given", "cancelled"), assignment__isnull=False)
                | (~Q(kind__in=("given", "cancelled")) & Q(assignment=None)),
                name="message_of_a_change_names_its_assignment",
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(dropped_at=None), name="message_sent_or_dropped"
            ),
        )
        indexes = (
            # Read by the scan every minute.
            models.Index(
                fields=("made_at",),
                condition=Q(sent_at=None, dropped_at=None),
                name="message_owed",
            ),
        )

    def __str__(self) -> str:
        return self.subject or f"{self.get_kind_display()} {self.day:%d/%m/%Y}"

    @property
    def message_id(self) -> str:
        return f"<{self.key}@dondoc>"


class ReminderQuerySet(models.QuerySet["Reminder"]):
    def owed(self) -> Self:
        """Planned and not yet gathered into a message."""
        return self.filter(message=None, dropped_at=None)

    def in_unsent_messages(self) -> Self:
        """Gathered, and the message still waits to be sent."""
        return self.filter(message__in=Message.objects.owed(), dropped_at=None)

    def dropped(self) -> Self:
        """No longer true before it could be said."""
        return self.filter(dropped_at__isnull=False)

    def newest(self) -> Self:
        """No newer rung of the same deadline was planned for the same post."""
        return self.exclude(Exists(_newer()))

    def for_sending(self) -> Self:
        """With all that a mail says of its work, and `superseded`: a newer rung was planned."""
        rows = self.select_related(
            "assignment__office__committee",
            "assignment__body",
            "assignment__task__notice__specialist",
            "assignment__task__notice__created_by",
        ).defer("assignment__task__notice__text", "assignment__task__notice__folded")
        return rows.annotate(superseded=Exists(_newer()))


def _newer() -> models.QuerySet["Reminder"]:
    """The reminders planned after the outer one, for the same deadline and post."""
    return Reminder.objects.filter(
        assignment=OuterRef("assignment"),
        deadline_version=OuterRef("deadline_version"),
        post=OuterRef("post"),
        pk__gt=OuterRef("pk"),
    )


class Reminder(models.Model):
    """Lượt nhắc: one row per owed reminder. The key makes planning harmless when repeated.

    `post` names whom it is for, without naming a person: "body:7" is whoever answers there.
    """

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="reminders")
    deadline_version = models.PositiveIntegerField()
    rule = models.CharField("quy tắc", max_length=8, choices=Rule)
    occurrence = models.PositiveSmallIntegerField("ngày làm việc trước, sau hạn")
    post = models.CharField("nơi nhận", max_length=40)
    owed_on = models.DateField("ngày phải nhắc")
    planned_at = models.DateTimeField()
    message = models.ForeignKey(Message, models.PROTECT, null=True, related_name="reminders")
    dropped_at = models.DateTimeField("thôi nhắc lúc", null=True)

    superseded: bool  # by for_sending()

    objects = ReminderQuerySet.as_manager()

    class Meta:
        verbose_name = "lượt nhắc"
        ordering = ("-owed_on", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("assignment", "deadline_version", "rule", "occurrence", "post"),
                name="reminder_owed_once",
            ),
        )
        indexes = (
            # Read by the scan: what no message has gathered yet.
            models.Index(
                fields=("post",),
                condition=Q(message=None, dropped_at=None),
                name="reminder_not_gathered",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_rule_display()} {self.occurrence}: {self.assignment}"


class Delivery(models.Model):
    """Lần gửi: one row per attempt."""

    message = models.ForeignKey(Message, models.PROTECT, related_name="deliveries")
    attempted_at = models.DateTimeField("lúc")
    succeeded = models.BooleanField("đã gửi")
    address = models.CharField("địa chỉ", max_length=400, blank=True)
    error = models.CharField("lỗi", max_length=500, blank=True)

    class Meta:
        verbose_name = "lần gửi"
        ordering = ("-attempted_at", "-pk")

    def __str__(self) -> str:
        return f"{self.message} {self.attempted_at:%d/%m/%Y %H:%M}"


class HeartbeatQuerySet(models.QuerySet["Heartbeat"]):
    def touch(self, name: str, *, at: datetime) -> None:
        """Say that `name` lives."""
        self.update_or_create(name=name, defaults={"at": at})


class Heartbeat(models.Model):
    """Last sign of life: beat and worker each touch their own row; the round trip proves the broker."""

    name = models.CharField(max_length=20, primary_key=True)
    at = models.DateTimeField()

    objects = HeartbeatQuerySet.as_manager()

    class Meta:
        verbose_name = "nhịp hoạt động"

    def __str__(self) -> str:
        return f"{self.name} {self.at:%d/%m/%Y %H:%M:%S}"
