"""A mail server of our own, in the same process, that can be told to misbehave."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message as Mail
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.utils.translation import gettext_lazy as _

from waymark.foundation.outbox import templates_declared
from waymark.foundation.outbox.templates_declared import Template

PLAIN = Template(
    "tests.plain",
    _("You have a new task"),
    _("You have a new task in {service_name} for {council}.\n\nOpen it: {link}\n\n{reference}, {date}"),
)


class Server:
    """`mode`: take, refuse (550), busy (451), hang, or drop (takes the letter, then cuts the line)."""

    def __init__(self) -> None:
        self.mode = "take"
        self.hangs = 1.0
        self.taken: list[Mail] = []
        self.recipients: list[list[str]] = []

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.mode == "refuse":
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.mode == "busy":
            return "451 try again later"
        if self.mode == "hang":
            await asyncio.sleep(self.hangs)
        self.taken.append(message_from_bytes(envelope.content or b""))
        self.recipients.append(list(envelope.rcpt_tos))
        if self.mode == "drop":
            server.transport.abort()
        return "250 taken"


@pytest.fixture
def mail(settings: Any) -> Iterator[Server]:
    """A listening mail server, and Django’s settings pointed at it with a short timeout."""
    server = Server()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(server, hostname="127.0.0.1", port=port, ready_timeout=10)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    settings.EMAIL_TIMEOUT = 0.3
    yield server
    controller.stop()


@pytest.fixture(autouse=True)
def plain() -> Iterator[Template]:
    """One declared template, gone after the test."""
    before = dict(templates_declared.TEMPLATES)
    templates_declared.declare(PLAIN)
    yield PLAIN
    templates_declared.TEMPLATES.clear()
    templates_declared.TEMPLATES.update(before)
