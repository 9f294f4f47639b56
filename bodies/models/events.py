"""Nhật ký: what was done, by whom, in one chain. Written only by bodies/ledger.py."""

from django.db import models

from bodies.models.people import User


class Event(models.Model):
    """One thing done. Append-only; names its row as kind and key, so it knows no room above it."""

    sequence = models.BigIntegerField("số thứ tự", unique=True)
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="events")
    acting_for = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    verb = models.CharField("việc", max_length=40)
    kind = models.CharField("loại dòng", max_length=40)
    row = models.CharField("khóa dòng", max_length=64)
    note = models.TextField("ghi chú", blank=True)
    before = models.JSONField("trước", default=dict)
    after = models.JSONField("sau", default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = "nhật ký"
        ordering = ("sequence",)
        indexes = (
            # Read by every page that shows a row's history.
            models.Index(fields=("kind", "row", "sequence"), name="event_history_of_a_row"),
        )

    def __str__(self) -> str:
        return f"{self.sequence} {self.verb} {self.kind} {self.row}"


class ChainHead(models.Model):
    """The end of the chain: one row, locked last by every verb."""

    sequence = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="chain_has_one_head"),)

    def __str__(self) -> str:
        return f"{self.sequence} {self.hash[:8]}"
