"""Stored bytes: told by what they are, kept once, found changed."""

from pathlib import Path

import pytest
from django.conf import settings

from directives import filing
from directives.filing import FileRefused
from tests.factories import at

PDF = b"%PDF-1.7\n1 0 obj\n"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("bc.pdf", PDF, "application/pdf"),
        ("anh.jpg", b"\xff\xd8\xff\xe0abc", "image/jpeg"),
        ("bc.docx", b"PK\x03\x04abc", filing.OFFICE_ZIPS[".docx"]),
        ("ghi chu.txt", "Đã xong".encode(), "text/plain"),
        ("ghi chu.txt", "Đã xong".encode("utf-16"), "text/plain"),
    ],
)
def test_the_first_bytes_tell_the_kind(name: str, data: bytes, kind: str) -> None:
    assert filing.kind_of(name, data) == kind


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("rong.pdf", b"", "không có nội dung"),
        ("virus.pdf", b"MZ\x90\x00", "không phải loại"),
        ("ghi chu.txt", b"\x00\x01\x02", "không phải loại"),
        ("trang.html", b"<script>", "không phải loại"),
        ("lon.pdf", PDF + b"0" * filing.MAX_BYTES, "lớn hơn 20 MB"),
    ],
)
def test_the_rest_is_refused_in_words(name: str, data: bytes, said: str) -> None:
    with pytest.raises(FileRefused, match=said):
        filing.kind_of(name, data)


@pytest.mark.django_db
def test_the_same_bytes_lie_once_on_the_disk() -> None:
    first = filing.keep("a.pdf", PDF, at=at("2026-03-02"), by=None)
    second = filing.keep("b.pdf", PDF, at=at("2026-03-03"), by=None)

    assert first.sha256 == second.sha256
    assert len(list(Path(settings.STORED_FILES).rglob(first.sha256))) == 1
    assert filing.bytes_of(second) == PDF


@pytest.mark.django_db
def test_bytes_changed_on_the_disk_are_not_served() -> None:
    file = filing.keep("a.pdf", PDF + b"x", at=at("2026-03-02"), by=None)
    next(Path(settings.STORED_FILES).rglob(file.sha256)).write_bytes(b"other")

    with pytest.raises(ValueError, match="SHA-256"):
        filing.bytes_of(file)
