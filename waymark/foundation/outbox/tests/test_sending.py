"""Sending: once, to one, again when it fails, not for ever."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail as django_mail
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.cast import Cast
from waymark.foundation import outbox
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.outbox.actions.sending import LONGEST_WAIT, send, wait_before
from waymark.foundation.outbox.models import Envelope, Message
from waymark.foundation.outbox.models.message import TRIED
from waymark.foundation.outbox.queries import health
from waymark.foundation.outbox.tests.conftest import Server

REFERENCE = new_reference(Letter.REFERRAL)


@pytest.fixture
def message(cast: Cast) -> Message:
    with cast.here.acting("teacher"):
        return outbox.post(
            "tests.plain",
            to=cast.here.dsl,
            link="/referrals/1/",
            reference=REFERENCE,
            key="k1",
            authority_id=cast.here.authority.pk,
        )


@pytest.fixture
def again(everything: Any, message: Message) -> Any:
    """The message as it is now."""

    def look() -> Message:
        with everything():
            return Message.objects.get(pk=message.pk)

    return look


def later(message: Message, **more: int) -> Any:
    return time_machine.travel(message.queued_at + timedelta(**more), tick=False)


def try_now(message: Message) -> bool:
    return send(message.pk, message.authority_id)


def test_a_message_goes_to_one_recipient_and_its_envelope_is_destroyed(
    cast: Cast, mail: Server, message: Message, again: Any, everything: Any
) -> None:
    assert try_now(message)
    assert mail.recipients == [[cast.here.dsl.email]]
    letter = mail.taken[0]
    assert letter["To"] == cast.here.dsl.email and letter["Cc"] is None and letter["Bcc"] is None
    assert letter["Message-ID"] == f"<{message.pk}@localhost>"
    text = letter.get_payload(decode=True).decode()  # type: ignore[union-attr]
    assert "http://localhost:8000/referrals/1/" in text and REFERENCE in text
    assert again().state == "sent" and again().sent_at is not None
    with everything():
        assert not Envelope.objects.exists()


def test_sending_twice_sends_once(mail: Server, message: Message) -> None:
    assert [try_now(message), try_now(message)] == [True, False]
    assert len(mail.taken) == 1


@pytest.mark.parametrize(
    ("mode", "error"),
    [("refuse", "SMTPRecipientsRefused"), ("busy", "SMTPDataError"), ("hang", "SMTPServerDisconnected")],
)
def test_a_failure_is_noted_by_its_class_and_tried_again(
    cast: Cast, mail: Server, message: Message, again: Any, mode: str, error: str
) -> None:
    mail.mode = mode
    assert not try_now(message)
    failed = again()
    assert (failed.state, failed.attempts) == ("failed", 1)
    assert failed.last_error in (error, "TimeoutError")
    assert failed.next_try_at > clock.now()
    assert ProcrastinateJob.objects.filter(queueing_lock=message.lock_name, status="todo").exists()
    assert not try_now(message), "it is not due yet"
    mail.mode = "take"
    with later(message, minutes=2):
        assert try_now(message)
    assert again().state == "sent" and again().attempts == 2


def test_a_line_cut_after_the_letter_makes_a_copy_that_can_be_told(
    mail: Server, message: Message, again: Any
) -> None:
    mail.mode = "drop"
    assert not try_now(message)
    assert again().last_error == "SMTPServerDisconnected"
    mail.mode = "take"
    with later(message, minutes=2):
        assert try_now(message)
    assert len(mail.taken) == 2
    assert mail.taken[0]["Message-ID"] == mail.taken[1]["Message-ID"]


def test_nobody_listens(settings: Any, message: Message, again: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 0.5
    assert health().mail == "unknown"
    assert not try_now(message)
    assert again().last_error == "ConnectionRefusedError"
    assert health().mail == "down" and health().last_error == "ConnectionRefusedError"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with later(message, minutes=2):
        assert try_now(message)
        assert health().mail == "working"


def test_one_refused_letter_does_not_mean_that_mail_is_down(mail: Server, message: Message) -> None:
    mail.mode = "refuse"
    try_now(message)
    assert health().mail != "down"


def test_after_seven_days_it_is_given_up_and_the_address_is_gone(
    mail: Server, message: Message, again: Any, everything: Any
) -> None:
    mail.mode = "busy"
    moment = message.queued_at
    tries = 0
    while again().state != "gave_up":
        with time_machine.travel(moment, tick=False):
            assert not try_now(message)
        tries += 1
        moment = max(again().next_try_at, moment + timedelta(hours=10))
        assert tries < 30, "it never gives up"
    assert TRIED <= again().gave_up_at - message.queued_at <= TRIED + timedelta(hours=10)
    with everything():
        assert not Envelope.objects.exists()
    with time_machine.travel(moment, tick=False):
        assert not try_now(message)
    assert mail.taken == []


def test_waits_grow_to_half_an_hour() -> None:
    waits = [wait_before(attempts) for attempts in range(1, 400)]
    assert waits[:3] == [timedelta(seconds=30), timedelta(minutes=1), timedelta(minutes=2)]
    assert waits == sorted(waits) and waits[-1] == LONGEST_WAIT


def test_an_account_that_was_disabled_gets_nothing(
    cast: Cast, mail: Server, message: Message, again: Any
) -> None:
    dsl = cast.here.dsl
    dsl.is_active, dsl.disabled_at = False, clock.now()
    dsl.save()
    assert not try_now(message)
    assert (again().state, again().last_error) == ("gave_up", "NoRecipient") and mail.taken == []


def test_a_job_of_another_authority_cannot_send_it(cast: Cast, mail: Server, message: Message) -> None:
    assert not send(message.pk, cast.there.authority.pk)
    assert not send(message.pk, None)
    assert mail.taken == []


def test_a_message_of_no_authority_is_sent_too(cast: Cast, mail: Server) -> None:
    with cast.here.acting("administrator"):
        message = outbox.post(
            "tests.plain",
            to="new@hereshire.example",
            link="/a/",
            reference=REFERENCE,
            key="k9",
            authority_id=None,
        )
    assert send(message.pk, None)
    assert mail.recipients == [["new@hereshire.example"]]


def test_no_name_is_in_any_letter(cast: Cast, message: Message) -> None:
    """Every declared template, sent to people whose names would be noticed."""
    canaries = [cast.here.dsl.full_name, "dsl of", "Hereshire", "school"]
    for template in list(outbox.templates_declared.TEMPLATES.values()):
        with cast.here.acting("teacher"):
            posted = outbox.post(
                template.code,
                to=cast.here.dsl,
                link="/referrals/1/" if "link" in template.placeholders() else "",
                reference=REFERENCE,
                key=template.code,
                authority_id=cast.here.authority.pk,
            )
        assert send(posted.pk, posted.authority_id)
        sent = django_mail.outbox[-1]
        headers = {k: v for k, v in sent.message().items() if k != "To"}
        for canary in canaries:
            assert canary.lower() not in f"{sent.subject} {sent.body} {headers}".lower(), template.code
        assert sent.recipients() == [cast.here.dsl.email] and not sent.attachments
