"""The shell's door to the event chain."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bodies import ledger
from bodies.models import Event


class Command(BaseCommand):
    help = "Kiểm tra chuỗi nhật ký: không dòng nào bị sửa, xóa hay chèn thêm."

    def handle(self, **_: Any) -> None:
        broken = ledger.broken_at()
        if broken is not None:
            raise CommandError(
                f"Chuỗi nhật ký đứt tại dòng số {broken}: dòng này đã bị sửa, xóa hoặc thay thế."
            )
        self.stdout.write(f"Chuỗi nhật ký nguyên vẹn: {Event.objects.count()} dòng.")
