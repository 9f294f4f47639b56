"""Reads one file and prints what the paper says; nothing is stored."""

import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from directives.reading import (
    Reading,
    ReadItem,
    SecretPaper,
    Unreadable,
    read,
    refuse_secrets,
    text_of,
)


class Command(BaseCommand):
    help = "Đọc một thông báo kết luận và in đề xuất: mục, cơ quan, thời hạn."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--json", action="store_true", help="in dạng JSON để so với đáp án")

    def handle(self, *_args: Any, **options: Any) -> None:
        reading = _read(options["file"])
        if options["json"]:
            self.stdout.write(json.dumps(as_json(reading), ensure_ascii=False))
        else:
            self.stdout.write("\n".join(as_lines(reading)))


def _read(path: Path) -> Reading:
    """The clock is read here, once. A refusal is printed to stderr with exit status 1."""
    try:
        text = text_of(path.name, path.read_bytes())
        refuse_secrets(text)
    except OSError as error:
        raise CommandError(f"Không mở được tệp {path}: {error.strerror}.") from None
    except (Unreadable, SecretPaper) as refusal:
        raise CommandError(str(refusal)) from None
    return read(text, today=date.today())  # noqa: DTZ011 - the shell's own day


def as_json(reading: Reading) -> dict[str, object]:
    """The form that score_reading.py compares with the answers; titles of sections are no items there."""
    header, signer = reading.header, reading.header.signer
    return {
        "kind": header.kind,
        "number": header.code or None,
        "subject": header.subject,
        "issuer": header.issuer,
        "issued_on": _day(header.issued_on),
        "meeting_on": _day(header.meeting_on),
        "signer": {"authority": signer.authority, "title": signer.title, "name": signer.name}
        if signer.name
        else None,
        "recipients": [recipient.text for recipient in header.recipients],
        "items": [_item(item) for item in reading.items if not item.is_section],
    }


def _item(item: ReadItem) -> dict[str, object]:
    return {
        "number": item.number,
        "text": item.text,
        "is_directive": item.is_directive,
        "lead": [mention.text for mention in item.leads],
        "coordinating": [mention.text for mention in item.coordinating],
        "deadlines": [{"text": one.text, "due": _day(one.due_on)} for one in item.deadlines],
        "recurring": item.recurring,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def as_lines(reading: Reading) -> list[str]:
    """The proposal for people, one item to a few lines."""
    header = reading.header
    lines = [f"{header.kind} {header.code} {header.subject}".strip(), ""]
    for item in reading.items:
        lines.append(f"{item.label} {' '.join(item.text.split())[:100]}".strip())
        if item.is_directive:
            lines += [f"    {words}" for words in _duties(item)]
    return lines + [f"Lưu ý: {warning.sentence}" for warning in reading.warnings]


def _duties(item: ReadItem) -> list[str]:
    told = [
        ("Chủ trì", [mention.text for mention in item.leads] or ["chưa rõ"]),
        ("Phối hợp", [mention.text for mention in item.coordinating]),
        ("Thời hạn", [_deadline(one.text, one.due_on) for one in item.deadlines]),
        ("Cần kiểm tra", list(item.doubts)),
    ]
    return [f"{name}: {'; '.join(values)}" for name, values in told if values]


def _deadline(text: str, due_on: date | None) -> str:
    return f"{text} ({due_on:%d/%m/%Y})" if due_on else f"{text} (chưa rõ ngày)"
