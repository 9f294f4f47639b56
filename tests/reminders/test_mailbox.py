"""Mails into a folder: one file a mail, whole or not at all."""

from email import message_from_bytes, policy
from pathlib import Path

import pytest
from django.core.mail import EmailMessage, get_connection
from pytest_django import Settings

from assignments.mailbox import FolderBackend


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.EMAIL_BACKEND = "assignments.mailbox.FolderBackend"
    settings.MAIL_FOLDER = tmp_path / "var" / "mails"
    return tmp_path / "var" / "mails"


def mail(body: str = "Kính gửi đồng chí", message_id: str = "<khoa-1@dondoc>") -> EmailMessage:
    return EmailMessage("Nhắc việc", body, to=["a@xa.vn"], headers={"Message-ID": message_id})


def test_a_mail_is_a_file_named_by_its_message_id(folder: Path) -> None:
    assert mail().send() == 1

    (file,) = folder.iterdir()
    kept = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert file.name == "khoa-1.eml"
    assert (kept["Subject"], kept["Message-ID"]) == ("Nhắc việc", "<khoa-1@dondoc>")
    assert kept.get_content().strip() == "Kính gửi đồng chí"


def test_the_same_mail_sent_twice_is_one_file(folder: Path) -> None:
    assert (
        get_connection().send_messages([mail(), mail("lần hai"), mail(message_id="<khoa-2@x>")])
        == 3
    )

    assert sorted(f.name for f in folder.iterdir()) == ["khoa-1.eml", "khoa-2.eml"]


def test_a_message_id_cannot_leave_the_folder(folder: Path) -> None:
    mail(message_id="<../../khoa@dondoc>").send()

    assert [f.name for f in folder.iterdir()] == ["______khoa.eml"]


def test_a_folder_that_cannot_be_written_refuses_like_a_mail_server(folder: Path) -> None:
    folder.parent.touch()

    with pytest.raises(OSError, match=r"File exists|Not a directory"):
        mail().send()
    assert FolderBackend(fail_silently=True).send_messages([mail()]) == 0


def test_a_mail_to_nobody_is_not_kept(folder: Path) -> None:
    assert FolderBackend().send_messages([EmailMessage("Nhắc việc", "…")]) == 0
    assert not folder.exists()
