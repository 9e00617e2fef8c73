"""Sends one message: taken in one transaction, handed to the mail server outside any, settled in another.

Two jobs cannot take the same message. A process killed between taking and settling leaves it `sending`; the sweep
puts it back, and the copy that may already have gone carries the same Message-ID.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
from uuid import UUID

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.outbox.letters import Letter, letter_of
from waymark.foundation.outbox.models import Envelope, MailHealth, Message
from waymark.foundation.outbox.models.message import KEPT, TRIED
from waymark.foundation.outbox.states import STATES, State

from .posting import defer

FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=30)
# The mail server answered and refused this one message: no sign that mail is down.
ABOUT_THE_MESSAGE = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError)
NO_RECIPIENT = "NoRecipient"


def send(message_id: UUID, authority_id: int | None) -> bool:
    """Sends the message if it waits and is due. True when the mail server took it. Safe to call any number of times."""
    letter = _take(message_id, authority_id)
    if letter is None:
        return False
    try:
        letter.send()
    except Exception as problem:  # noqa: BLE001  (whatever it was: the message waits, and is tried again)
        _not_sent(message_id, authority_id, problem)
        return False
    _sent(message_id, authority_id)
    return True


def wait_before(attempts: int) -> timedelta:
    """How long to wait after so many attempts: 30 seconds, doubled each time, half an hour at most."""
    return min(FIRST_WAIT * 2 ** min(attempts - 1, 10), LONGEST_WAIT)


def job(authority_id: int | None) -> Actor:
    """The actor that may open the envelopes of one authority (or, for None, those of no authority)."""
    return Actor.job("outbox", everywhere=True) if authority_id is None else Actor.job("outbox", authority_id)


def _take(message_id: UUID, authority_id: int | None) -> Letter | None:
    with acting(job(authority_id)):
        message = (
            Message.objects.select_for_update(skip_locked=True, of=("self",))
            .filter(pk=message_id, state__in=(State.QUEUED, State.FAILED), next_try_at__lte=clock.now())
            .first()
        )
        if message is None:
            return None
        STATES.move(message, "take")
        message.attempts += 1
        message.taken_at = clock.now()
        message.save(update_fields=["state", "attempts", "taken_at"])
        envelope = Envelope.objects.filter(message=message).first()
        letter = letter_of(message, envelope) if envelope else None
        if letter is None:
            _give_up(message, NO_RECIPIENT, clock.now())
        return letter


def _sent(message_id: UUID, authority_id: int | None) -> None:
    with acting(job(authority_id)):
        message = _sending(message_id)
        if message is None:  # swept while the mail server was slow; the next attempt will settle it
            return
        now = clock.now()
        STATES.move(message, "send")
        message.sent_at, message.last_error, message.keep_until = now, "", now + KEPT
        message.save(update_fields=["state", "sent_at", "last_error", "keep_until"])
        Envelope.objects.filter(message=message).delete()
        MailHealth.objects.update_or_create(pk=1, defaults={"last_sent_at": now})


def _not_sent(message_id: UUID, authority_id: int | None, problem: Exception) -> None:
    # Only the name of the error’s class: its text may quote the address.
    error, now = type(problem).__name__, clock.now()
    with acting(job(authority_id)):
        message = _sending(message_id)
        if message is not None and now >= message.queued_at + TRIED:
            _give_up(message, error, now)
        elif message is not None:
            fail(message, error, now + wait_before(message.attempts))
            defer(message, message.next_try_at)
        # Last, as everywhere: all who send meet at this one row.
        if not isinstance(problem, ABOUT_THE_MESSAGE):
            MailHealth.objects.update_or_create(pk=1, defaults={"last_failed_at": now, "last_error": error})


def fail(message: Message, error: str, next_try_at: datetime) -> None:
    """From `sending` back to waiting."""
    STATES.move(message, "fail")
    message.last_error, message.next_try_at = error, next_try_at
    message.save(update_fields=["state", "last_error", "next_try_at"])


def _give_up(message: Message, error: str, now: datetime) -> None:
    STATES.move(message, "give_up")
    message.last_error, message.gave_up_at, message.keep_until = error, now, now + KEPT
    message.save(update_fields=["state", "last_error", "gave_up_at", "keep_until"])
    Envelope.objects.filter(message=message).delete()


def _sending(message_id: UUID) -> Message | None:
    return Message.objects.select_for_update(of=("self",)).filter(pk=message_id, state=State.SENDING).first()
