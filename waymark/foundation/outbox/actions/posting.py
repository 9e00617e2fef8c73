"""Writes a message in the transaction of the deed that causes it."""

from __future__ import annotations

import re
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.utils import translation
from procrastinate.contrib.django import app as queue
from procrastinate.exceptions import AlreadyEnqueued

from waymark.foundation.access.context import lending
from waymark.foundation.access.models import Visitor
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import read_reference
from waymark.foundation.outbox import templates_declared
from waymark.foundation.outbox.models import Envelope, Message
from waymark.foundation.outbox.models.message import KEPT, SERVICE, TRIED

SEND = "outbox.send_message"
# A path of our own: no host, no spaces, no encoded text in which a name could travel.
PATH = re.compile(r"/(?!/)[A-Za-z0-9/_.:~=?&-]*\Z")


def post(
    code: str,
    *,
    to: User | Visitor | str,
    key: str,
    authority_id: int | None,
    link: str = "",
    reference: str = "",
    language: str = "",
    at: datetime | None = None,
) -> Message:
    """Writes a message and the job that sends it, both in the present transaction. The same `key` twice is one message.

    `to` is an account, a visitor or an e-mail address; `link` a path of this service; `reference` one of
    `kernel.references`. ValueError for an unknown code, a foreign link, or a template whose placeholder has no value.
    """
    template = templates_declared.find(code)
    if link and not PATH.match(link):
        raise ValueError(f"{code}: a link is a plain path of this service")
    if reference and read_reference(reference) != reference:
        raise ValueError(f"{code}: the reference is none of ours")
    with translation.override(None):
        needs = template.placeholders()
    if ("link" in needs) != bool(link) or ("reference" in needs and not reference):
        raise ValueError(f"{code}: link or reference do not fit the template")
    return write(
        Message(
            code=code,
            key=key,
            authority_id=authority_id,
            reference=reference,
            language=_language(to, language),
        ),
        _envelope(to, link),
        at or clock.now(),
    )


def write(message: Message, envelope: Envelope, at: datetime) -> Message:
    """Saves both and the job, or returns the message that the same key wrote before."""
    if not connection.in_atomic_block:
        raise RuntimeError("a message is written in the transaction of its deed")
    system = SERVICE if message.authority_id is None else f"system:{message.authority_id}"
    message.grants = list(dict.fromkeys([system, SERVICE]))
    if message.authority_id is not None:
        message.grants.append(f"authority:{message.authority_id}:administration")
    message.queued_at = message.next_try_at = at
    message.keep_until = at + TRIED + KEPT
    envelope.message, envelope.authority_id, envelope.grants = message, message.authority_id, [system]
    # Whoever posts may not see the outbox: the grant of the system’s own step is lent for these lines.
    with lending(system):
        before = _before(message)
        if before is not None:
            return before
        try:
            with transaction.atomic():
                message.save(force_insert=True)
                envelope.save(force_insert=True)
                defer(message)
        except IntegrityError:
            before = _before(message)
            if before is None:
                raise
            return before
    return message


def defer(message: Message, at: datetime | None = None) -> bool:
    """Queues the job that sends a message. False when one waits already, which will do."""
    job = queue.configure_task(SEND, queueing_lock=message.lock_name, schedule_at=at)
    try:
        with transaction.atomic():
            job.defer(message_id=str(message.pk), authority_id=message.authority_id)
    except AlreadyEnqueued:
        return False
    return True


def _before(message: Message) -> Message | None:
    owner = (
        Q(authority__isnull=True) if message.authority_id is None else Q(authority_id=message.authority_id)
    )
    return Message.objects.filter(owner, key=message.key).first()


def _envelope(to: User | Visitor | str, link: str) -> Envelope:
    if isinstance(to, User):
        return Envelope(user_id=UUID(str(to.pk)), link=link)
    address = to.email if isinstance(to, Visitor) else to
    if "@" not in address or any(char in address for char in ",;\r\n <>"):
        raise ValueError("a message goes to one address")
    return Envelope(address=address, link=link)


def _language(to: User | Visitor | str, asked: str) -> str:
    known = {code for code, _name in settings.LANGUAGES}
    for language in (asked, getattr(to, "language", ""), (translation.get_language() or "")[:2]):
        if language in known:
            return str(language)
    return "en"
