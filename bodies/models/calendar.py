"""Corrections on top of the country's public holidays; arithmetic lives in bodies/calendar.py."""

from django.db import models


class DayOff(models.Model):
    """A day off that the public calendar does not know: a swap, a storm, the body's own day."""

    day = models.DateField("ngày nghỉ", unique=True)
    name = models.CharField("lý do", max_length=100)
    yearly = models.BooleanField("lặp lại hằng năm", default=False)

    class Meta:
        verbose_name = "ngày nghỉ"
        ordering = ("day",)

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.name}"


class WorkingDay(models.Model):
    """Ngày làm bù: a day that looks free and is worked."""

    day = models.DateField("ngày làm bù", unique=True)
    name = models.CharField("lý do", max_length=100)

    class Meta:
        verbose_name = "ngày làm bù"
        ordering = ("day",)

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.name}"
