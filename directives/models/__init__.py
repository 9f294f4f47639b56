"""What the paper says: terms, notices, their items, tasks and addressees, and stored files."""

from directives.models.files import Document, StoredFile
from directives.models.items import HalfTyped, Item, ItemKind
from directives.models.notices import Notice, NoticeBody, NoticeStatus, Term
from directives.models.tasks import (
    Addressee,
    AssignmentRole,
    Evidence,
    Nature,
    Petition,
    Precision,
    Task,
)

__all__ = [
    "Addressee",
    "AssignmentRole",
    "Document",
    "Evidence",
    "HalfTyped",
    "Item",
    "ItemKind",
    "Nature",
    "Notice",
    "NoticeBody",
    "NoticeStatus",
    "Petition",
    "Precision",
    "StoredFile",
    "Task",
    "Term",
]
