"""The letter that a message becomes: text, one address, a Message-ID that is the same at every attempt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.formats import date_format

from waymark.foundation.accounts.models import User
from waymark.foundation.interface import nations
from waymark.foundation.interface.shell import SERVICE
from waymark.foundation.kernel import clock
from waymark.foundation.outbox import templates_declared
from waymark.foundation.outbox.models import Envelope, Message

# The code of letters that the accounts part has written itself (see actions/adopting.py).
WRITTEN = "accounts.letter"


@dataclass(frozen=True)
class Letter:
    """What is handed to the mail server."""

    address: str
    subject: str
    body: str
    message_id: str

    def send(self) -> None:
        """Hands the letter over by Django’s mail settings (EMAIL_TIMEOUT bounds each step). Raises what they raise."""
        headers = {
            "Message-ID": self.message_id,
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
        }
        EmailMessage(
            self.subject, self.body, settings.DEFAULT_FROM_EMAIL, [self.address], headers=headers
        ).send()


def message_id(message: Message) -> str:
    """The same for every attempt, so that a copy sent twice can be told to be one."""
    return f"<{message.pk}@{urlsplit(settings.WAYMARK_BASE_URL).hostname or 'localhost'}>"


def letter_of(message: Message, envelope: Envelope) -> Letter | None:
    """The letter in the recipient’s language, as the authority’s nation says it; None when the recipient’s account is
    gone or disabled."""
    address = envelope.address or _address_of(envelope)
    if not address:
        return None
    if message.code == WRITTEN:
        return Letter(address, envelope.subject, envelope.body, message_id(message))
    template = templates_declared.find(message.code)
    with translation.override(nations.said_in(message.language, _nation(message))):
        values = _values(message, envelope)
        subject, body = str(template.subject).format(**values), str(template.body).format(**values)
    return Letter(address, subject, body.strip() + "\n", message_id(message))


def _values(message: Message, envelope: Envelope) -> dict[str, str]:
    return {
        "link": settings.WAYMARK_BASE_URL.rstrip("/") + envelope.link,
        "service_name": SERVICE,
        "council": str(settings.WAYMARK_BRAND["name"]),
        "date": _day(message.queued_at),
        "reference": message.reference,
    }


def _nation(message: Message) -> str:
    """Of the authority that writes; of a letter of none, that of the deployment."""
    return message.authority.nation if message.authority else settings.WAYMARK_NATION


def _day(moment: datetime) -> str:
    return date_format(clock.uk_date(moment), "j F Y")


def _address_of(envelope: Envelope) -> str:
    if envelope.user_id is None:
        return ""
    found = User.objects.filter(pk=envelope.user_id, is_active=True).values_list("email", flat=True).first()
    return found or ""
