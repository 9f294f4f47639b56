"""Stored bytes: kept once under their SHA-256, in DATA_DIR/files."""

import hashlib
from datetime import datetime
from pathlib import Path, PurePath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from bodies.models import User
from directives.models import StoredFile

# What people send as evidence and sources, told by the first bytes, not by the name.
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"PK\x03\x04", "application/zip"),  # .docx, .xlsx
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),  # .doc, .xls
)
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
OFFICE_ZIPS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
MAX_BYTES = 20_000_000


class FileRefused(Exception):
    """The bytes are not what the product keeps. Says why and what to do, for the user."""


def kind_of(name: str, data: bytes) -> str:
    """Return the content type of `data`.

    Raises FileRefused for an empty or too large file, and for what is none of the kinds kept.
    """
    if not data:
        raise FileRefused(f"Tệp “{name}” không có nội dung. Hãy chọn lại tệp.")
    if len(data) > MAX_BYTES:
        raise FileRefused(f"Tệp “{name}” lớn hơn 20 MB. Hãy giảm dung lượng rồi gửi lại.")
    ending = PurePath(name).suffix.lower()
    for signature, content_type in SIGNATURES:
        if data.startswith(signature):
            return OFFICE_ZIPS.get(ending, content_type)
    if ending == ".txt" and (data.startswith(UTF_16) or b"\x00" not in data):
        return "text/plain"
    raise FileRefused(
        f"Tệp “{name}” không phải loại hệ thống lưu giữ. Hãy gửi tệp PDF, ảnh, Word, Excel hoặc .txt."
    )


def keep(name: str, data: bytes, *, at: datetime, by: User | None) -> StoredFile:
    """Store the bytes and return their row. The same bytes are written once.

    Call it inside the transaction of what needs the file; bytes left by one that failed stay
    unreferenced and harmless. Raises FileRefused.
    """
    content_type = kind_of(name, data)
    digest = hashlib.sha256(data).hexdigest()
    if not default_storage.exists(_path(digest)):
        default_storage.save(_path(digest), ContentFile(data))
    return StoredFile.objects.create(
        name=PurePath(name.replace("\\", "/")).name[-255:] or "tep",
        content_type=content_type,
        size=len(data),
        sha256=digest,
        added_at=at,
        added_by=by,
    )


def bytes_of(file: StoredFile) -> bytes:
    """Return the stored bytes. Raises FileNotFoundError, or ValueError when they changed on the disk."""
    with default_storage.open(_path(file.sha256)) as stored:
        data: bytes = stored.read()
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise ValueError(f"stored file {file.key} does not match its SHA-256")
    return data


def _path(digest: str) -> str:
    return str(Path(digest[:2]) / digest)
