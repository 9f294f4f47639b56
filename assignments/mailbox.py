"""Mails into a folder: what the embedded default does instead of SMTP."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

UNSAFE = re.compile(r"[^A-Za-z0-9-]")


class FolderBackend(BaseEmailBackend):
    """Write each mail as `<key>.eml` into settings.MAIL_FOLDER, whole or not at all.

    The file is named by the Message-ID, so the same mail sent twice is one file. Raises OSError,
    as SMTP does, unless `fail_silently`.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        try:
            return sum(self._keep(message) for message in email_messages if message.recipients())
        except OSError:
            if not self.fail_silently:
                raise
            return 0

    def _keep(self, message: EmailMessage) -> int:
        mail = message.message()
        folder = Path(settings.MAIL_FOLDER)
        folder.mkdir(parents=True, exist_ok=True)
        name = UNSAFE.sub("_", mail["Message-ID"].strip("<> ").rpartition("@")[0])
        draft = folder / f"{name}.{os.getpid()}.draft"
        with draft.open("wb") as file:
            file.write(mail.as_bytes())
            file.flush()
            os.fsync(file.fileno())
        draft.replace(folder / f"{name}.eml")
        return 1
