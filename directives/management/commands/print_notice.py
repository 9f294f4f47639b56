from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from directives import freezing, printed
from directives.models import Notice
from directives.printing.docx import docx
from directives.printing.notice import NoticeContent, notice_paper
from directives.printing.pdf import PrintingRefused, PrintingUnavailable, pdf
from directives.reading import SecretPaper, Unreadable, read, refuse_secrets, text_of

PRINTERS = {".pdf": pdf, ".docx": docx}


class Command(BaseCommand):
    help = "In một thông báo, kết luận đúng thể thức: từ tệp (.txt, .docx) hoặc theo số, ký hiệu."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "notice", help="đường dẫn tệp, hoặc số ký hiệu trong hệ thống (16-TB/ĐU)"
        )
        parser.add_argument(
            "-o", "--output", type=Path, required=True, help="tệp .pdf hoặc .docx sẽ ghi"
        )
        parser.add_argument("--hai-mat", action="store_true", help="trình bày để in hai mặt")

    def handle(self, *, notice: str, output: Path, hai_mat: bool, **options: Any) -> None:
        printer = PRINTERS.get(output.suffix.lower())
        if printer is None:
            raise CommandError("In được ra tệp .pdf hoặc .docx; hãy đặt tên tệp có đuôi như vậy.")
        paper = notice_paper(replace(_content(notice), duplex=hai_mat))
        try:
            data = printer(paper)
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
    if found[0].editable:
        return printed.content_of(found[0], today=today)
    return freezing.words_of(found[0], at=timezone.now())
