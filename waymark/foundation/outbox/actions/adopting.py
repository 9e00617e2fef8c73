"""Letters that the accounts part has written (invitations, resets): kept and tried again like any message.

The accounts part stands below and knows nothing of this. Whoever stands above says
`mailing.deliver_with(keep_letter)`; the letter’s text lives in the envelope, which goes when it is sent.
"""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import translation

from waymark.foundation.kernel import clock
from waymark.foundation.outbox.letters import WRITTEN
from waymark.foundation.outbox.models import Envelope, Message

from .posting import write


def keep_letter(to: str, subject: str, body: str) -> None:
    """Writes one letter to one address into the outbox. Belongs to no authority: accounts do not either."""
    with transaction.atomic():
        write(
            Message(
                code=WRITTEN, key=f"letter:{uuid.uuid4()}", language=(translation.get_language() or "en")[:2]
            ),
            Envelope(address=to, subject=subject, body=body),
            clock.now(),
        )
