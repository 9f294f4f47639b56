"""Old registers for tests: as rows of the template, looked at and carried out."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assignments import importing
from assignments.importing import Layout, Plan
from assignments.views.importing import HEADS
from bodies.models import Office, User
from directives import filing
from directives.models import StoredFile
from directives.sheets import Table, columns_of, table_of
from tests.directives.tables import xlsx

TODAY = date(2026, 3, 10)
PAPER = ("05-TB/ĐU", date(2025, 3, 5), "Kết luận giao ban tháng 3")
NONE = ("", "", "")


def row(*paper: Any, **said: Any) -> list[Any]:
    """A row of the template: the notice's three cells, the rest by short names."""
    names = [
        "code",
        "words",
        "leads",
        "co",
        "deadline",
        "due",
        "status",
        "result",
        "paper",
        "paper_on",
        "note",
    ]
    blank = {"words": "Rà soát đất công", "leads": "UBND phường"}
    return [*paper, *(({**blank, **said}).get(name, "") for name in names)]


DONE = {"status": "Hoàn thành", "paper": "45/BC-UBND", "paper_on": "25/06/2025"}
ROWS = [
    row(*PAPER, code="NV-01", deadline="Trước ngày 30/6/2025", result="Đã xử lý", **DONE),
    row(*NONE, code="NV-02", words="Lập hồ sơ", co="Công an phường", deadline="Quý II/2026"),
    row(
        "12-KL/ĐU", date(2025, 6, 1), "Kết luận chuyên đề", words="Tuần tra", leads="Công an phường"
    ),
]


def sheet(*rows: list[Any]) -> bytes:
    return xlsx([HEADS, *(rows or ROWS)], title="Sổ")


def kept(data: bytes, by: User) -> StoredFile:
    return filing.keep("so.xlsx", data, at=timezone.now(), by=by)


def heads(table: Table) -> Layout:
    """What the heads tell by themselves."""
    after, columns = columns_of(table, importing.HEADS)
    return Layout(columns, after)


def looked(data: bytes, office: Office, by: User) -> tuple[Plan, StoredFile]:
    file, table = kept(data, by), table_of("so.xlsx", data)
    plan = importing.plan(table, heads(table), file=file, office=office, today=TODAY)
    return plan, file


def carried(data: bytes, office: Office, by: User) -> Plan:
    """Look, and do what was seen."""
    table, file, now = table_of("so.xlsx", data), kept(data, by), timezone.now()
    layout, today = heads(table), timezone.localdate(now)
    seen = importing.plan(table, layout, file=file, office=office, today=today).digest
    return importing.carry_out(table, layout, file=file, office=office, seen=seen, at=now, by=by)


def upload(client: Client, data: bytes, *, name: str = "so.xlsx", **also: Any) -> Any:
    file = SimpleUploadedFile(name, data)
    return client.post(reverse("import-register"), {"file": file, "not_secret": "on", **also})


def confirm(client: Client, address: str, **also: Any) -> Any:
    seen = client.get(address).context["plan"].digest
    return client.post(address, {"act": "nhap", "seen": seen, **also})
