"""The printed outline of a notice."""

import re
from typing import Any

from django.db import models
from django.db.models import F, Q

from bodies.models import Keyed, User
from directives.models.notices import Notice

# Marks of emphasis and of footnotes in a text as issued. "5 * 3", "(*)" and "m<sup>2</sup>" keep theirs.
_MARKS = re.compile(
    r"\*{2,}"
    r"|(?<!\w)\*(?=[\w\"“'(])|(?<=[\w.,;:!?)\]”\"’'%…])\*(?!\w)"
    r"|(?<!m)<sup>\s*\d{0,3}\s*</sup>|</?(?:sup|sub|b|i|u|strong|em|br)\s*/?>"
    r"|\\(?=[\\*_#+.()\[\]`~>|-])",
    re.IGNORECASE,
)


class ItemKind(models.TextChoices):
    HEADING = "heading", "Đề mục"
    ASSESSMENT = "assessment", "Nhận định, đánh giá"
    DIRECTIVE = "directive", "Giao nhiệm vụ"
    CLOSING = "closing", "Kết thúc"


class Item(Keyed):
    """Mục: a node of the outline. Its words are the notice's text from `start` to `end`.

    `proposal` is what the reader proposed, kept beside what the clerk decided; directives.proposals
    tells its form.
    """

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="items")
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="children")
    position = models.PositiveIntegerField("thứ tự")
    depth = models.PositiveSmallIntegerField("bậc", default=0)
    label = models.CharField("số mục như in", max_length=40, blank=True)
    path = models.CharField("đường dẫn mục", max_length=100, blank=True)
    section = models.CharField("phần", max_length=20, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.CharField("loại", max_length=10, choices=ItemKind)
    proposal = models.JSONField("đề xuất của máy", default=dict)
    # Two clerks on one item: a decision names the version it saw.
    version = models.PositiveIntegerField(default=1)
    reviewed_at = models.DateTimeField("rà soát lúc", null=True)
    reviewed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    set_aside_at = models.DateTimeField("không phát sinh nhiệm vụ, lúc", null=True)
    set_aside_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    # Set aside because its words belong to the task of an item before it.
    merged_into = models.ForeignKey("self", models.CASCADE, null=True, related_name="merged")

    class Meta:
        verbose_name = "mục"
        ordering = ("notice", "position")
        constraints = (
            models.UniqueConstraint(fields=("notice", "position"), name="item_position_once"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="item_has_words"),
            models.CheckConstraint(
                condition=Q(reviewed_at=None, reviewed_by=None)
                | Q(reviewed_at__isnull=False, reviewed_by__isnull=False),
                name="item_reviewed_at_and_by",
            ),
            models.CheckConstraint(
                condition=Q(set_aside_at=None, set_aside_by=None)
                | Q(set_aside_at__isnull=False, set_aside_by__isnull=False),
                name="item_set_aside_at_and_by",
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | Q(set_aside_at__isnull=False),
                name="item_merged_is_set_aside",
            ),
        )

    def __str__(self) -> str:
        return f"{self.notice}, mục {self.path or self.position + 1}"

    def words(self, text: str) -> str:
        """The item's own words in the notice's `text`: no label, no marks, hard wraps as spaces."""
        own = text[self.start : self.end].removeprefix(self.label)
        return " ".join(_MARKS.sub("", own).split())

    @property
    def preview(self) -> str:
        """The first words, for a line in a list: about 110 letters, cut at a word."""
        words = self.words(self.notice.text)
        return words if len(words) <= 110 else words[:110].rsplit(" ", 1)[0] + " …"

    @property
    def doubtful(self) -> list[str]:
        """The form's fields to look at first; none once somebody has decided."""
        doubtful: list[str] = self.proposal.get("doubtful", [])
        return [] if self.reviewed_at else doubtful

    def proposed(self) -> list[dict[str, Any]]:
        tasks: list[dict[str, Any]] = self.proposal.get("tasks", [])
        return tasks


class HalfTyped(models.Model):
    """Phần sửa dở: what one clerk has typed on an item and not confirmed. It decides nothing.

    Shown to that clerk only. `tasks` are rows as TaskForm starts from, unchecked; `seen` is the
    version of the item they were typed over. No line of history: it goes when the clerk decides
    the item or drops it.
    """

    item = models.ForeignKey(Item, models.CASCADE, related_name="half_typed")
    by = models.ForeignKey(User, models.CASCADE, related_name="+")
    seen = models.PositiveIntegerField()
    tasks = models.JSONField(default=list)
    began_at = models.DateTimeField("sửa dở từ")
    saved_at = models.DateTimeField("tự lưu lúc")

    class Meta:
        verbose_name = "phần sửa dở"
        ordering = ("item", "seen")
        constraints = (
            models.UniqueConstraint(
                fields=("item", "by", "seen"), name="half_typed_once_a_clerk_and_version"
            ),
        )

    def __str__(self) -> str:
        return f"{self.item}: {self.by} sửa dở"
