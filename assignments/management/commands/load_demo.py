"""`manage.py load_demo`: a fictional office to try the product on."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from assignments.demo.loading import DemoRefused, Loaded, load
from assignments.demo.settlement import PASSWORD, PEOPLE
from assignments.models import Status
from directives.models import NoticeStatus


class Command(BaseCommand):
    help = (
        "Nạp dữ liệu mẫu: Văn phòng Đảng ủy phường Tràng Hạc (hư cấu) với các đơn vị, tài khoản dùng thử "
        "và thông báo kết luận ở mọi trạng thái, ngày tháng tính theo hôm nay. Chạy lại không thay đổi gì; "
        "không nạp vào cơ sở dữ liệu đã có văn phòng khác."
    )

    def handle(self, **options: Any) -> None:
        try:
            loaded = load(now=timezone.now())
        except DemoRefused as reason:
            raise CommandError(str(reason)) from None
        for line in _lines(loaded):
            self.stdout.write(line)


def _lines(loaded: Loaded) -> Iterator[str]:
    yield "Đã nạp dữ liệu mẫu." if loaded.new else "Dữ liệu mẫu đã có từ trước; không thay đổi gì."
    notices = ", ".join(
        f"{status.label} {loaded.notices[status]}"
        for status in NoticeStatus
        if loaded.notices[status]
    )
    assigned = ", ".join(
        f"{status.label} {loaded.assignments[status]}"
        for status in Status
        if loaded.assignments[status]
    )
    yield f"Đơn vị: {loaded.bodies} · Người dùng: {loaded.people}"
    yield f"Thông báo, kết luận: {loaded.notices.total()} ({notices})"
    yield f"Nhiệm vụ được giao: {loaded.assignments.total()} ({assigned})"
    yield f"Công văn, báo cáo đã phát hành: {loaded.documents}"
    if loaded.unprinted:
        yield f"Chưa có công văn, báo cáo mẫu. {loaded.unprinted}"
    if loaded.new:
        yield f"Máy đọc đúng ngay {loaded.as_read}/{loaded.confirmed} nhiệm vụ; số còn lại đã sửa khi rà soát."
    for account, full_name, role, body in PEOPLE:
        yield f"  {account:<12} {full_name}, {role.label}{f', {body}' if body else ''}"
    yield f"Mật khẩu: {PASSWORD}"
