from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from directives import printed
from directives.models import Notice
from directives.printing.notice import NoticeContent, notice_paper
from directives.printing.pdf import PrintingRefused, PrintingUnavailable, pdf
from directives.reading import SecretPaper, Unreadable, read, refuse_secrets, text_of


class Command(BaseCommand):
    help = "In một thông báo, kết luận đúng thể thức: từ tệp (.txt, .docx) hoặc theo số, ký hiệu."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "notice", help="đường dẫn tệp, hoặc số ký hiệu trong hệ thống (16-TB/ĐU)"
        )
        parser.add_argument("-o", "--output", type=Path, required=True, help="tệp .pdf sẽ ghi")

    def handle(self, *, notice: str, output: Path, **options: Any) -> None:
        if output.suffix.lower() != ".pdf":
            raise CommandError("Hiện in được ra tệp .pdf; hãy đặt tên tệp có đuôi .pdf.")
        paper = notice_paper(_content(notice))
        try:
            data = pdf(paper)
        except (PrintingRefused, PrintingUnavailable) as reason:
            raise CommandError(str(reason)) from reason
        output.write_bytes(data)
        self.stdout.write(f"{output}: {len(data)} byte, thể thức {paper.profile.name}")


def _content(given: str) -> NoticeContent:
    """From a file that exists, else from the notice that bears the code."""
    today, path = timezone.localdate(), Path(given)
    if path.is_file():
        try:
            text = text_of(path.name, path.read_bytes())
            refuse_secrets(text)
        except (Unreadable, SecretPaper) as refusal:
            raise CommandError(str(refusal)) from refusal
        return printed.content_of_reading(read(text, today=today), today=today)
    found = [n for n in Notice.objects.exclude(number=None) if n.code == given]
    if len(found) != 1:
        raise CommandError(
            f"Không có tệp nào tên “{given}”, và {len(found)} văn bản mang số, ký hiệu này."
        )
    return printed.content_of(found[0], today=today)
