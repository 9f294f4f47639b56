# ruff: noqa: ARG002, N802 (aiosmtpd gives names and arguments)
"""A mail server for tests, in a thread: it records, and refuses, waits or tells when asked to."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Event
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.services import free_port


class PostOffice:
    """`mails` in the order they came.

    before, after   called with the number of mails so far, on a mail's first word and on its last,
                    while the sender still waits for the answer
    """

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.refusal = ""
        self.gate = Event()
        self.gate.set()
        self.reached = Event()
        self.before: Callable[[int], None] = lambda _: None
        self.after: Callable[[int], None] = lambda _: None

    @property
    def ids(self) -> list[str]:
        return [mail["Message-ID"] for mail in self.mails]

    def hold(self) -> None:
        """Hang: no mail is answered until `release`. `reached` is set when one has come in."""
        self.gate.clear()

    def release(self) -> None:
        self.gate.set()

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[Any]
    ) -> str:
        self.before(len(self.mails))
        envelope.mail_from = address
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.reached.set()
        self.gate.wait()  # holds the whole server: it stands for one that hangs
        if self.refusal:
            return self.refusal
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        self.mails.append(message_from_bytes(content, policy=policy.default))
        self.after(len(self.mails))
        return "250 OK"


@contextmanager
def running(port: int | None = None) -> Iterator[tuple[PostOffice, int]]:
    post, port = PostOffice(), port or free_port()
    controller = Controller(post, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield post, port
    finally:
        post.release()
        controller.stop()
