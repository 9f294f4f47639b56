"""`manage.py create_office`: the first office of an installation, and who administers it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from bodies import accounts
from bodies.accounts import AccountRefused, NewOffice, NewPerson
from bodies.forms.settings import NewOfficeForm

OPTIONS = (
    ("name", "tên văn phòng, ví dụ: Văn phòng Đảng ủy phường Tràng Hạc"),
    ("committee", "tên cấp ủy mà văn phòng phục vụ, ví dụ: Đảng ủy phường Tràng Hạc"),
    ("place", "địa danh in trước ngày tháng, ví dụ: Tràng Hạc"),
    ("symbol", "ký hiệu của cấp ủy trong số văn bản, ví dụ: ĐU"),
    ("admin", "tên đăng nhập của người quản trị"),
    ("admin-name", "họ và tên người quản trị"),
    ("term-from", "ngày đầu nhiệm kỳ của cấp ủy (không bắt buộc), ví dụ: 01/07/2025"),
    ("term-to", "ngày cuối nhiệm kỳ, ví dụ: 30/06/2030"),
)


class Command(BaseCommand):
    help = (
        "Tạo văn phòng, cấp ủy và một người quản trị cho bản cài đặt mới; mật khẩu đầu tiên in ra một lần. "
        "Văn phòng hoặc tên đăng nhập đã có thì không thay đổi gì."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name, words in OPTIONS:  # what is missing is told by the form, in Vietnamese
            parser.add_argument(f"--{name}", default="", help=words)

    def handle(self, **options: Any) -> None:
        form = NewOfficeForm(options)
        if not form.is_valid():
            told = [
                f"{form[name].label}: {' '.join(map(str, e))}" for name, e in form.errors.items()
            ]
            raise CommandError("\n".join(told))
        try:
            office, admin, password = accounts.open_office(_draft(form), at=timezone.now())
        except AccountRefused as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"Đã tạo {office}, phục vụ {office.committee}.")
        self.stdout.write(f"Người quản trị: {admin}")
        self.stdout.write(f"  Tên đăng nhập: {admin.username}")
        self.stdout.write(f"  Mật khẩu:      {password}")
        self.stdout.write(
            "Mật khẩu chỉ hiện lần này. Đăng nhập rồi đổi mật khẩu, sau đó thêm người dùng ở Cài đặt."
        )


def _draft(form: NewOfficeForm) -> NewOffice:
    typed = form.cleaned_data
    first, last = typed["term_from"], typed["term_to"]
    return NewOffice(
        name=typed["name"],
        committee=typed["committee"],
        place=typed["place"],
        symbol=typed["symbol"],
        admin=NewPerson(typed["admin_name"], typed["admin"]),
        term=(first, last) if first and last else None,
    )
