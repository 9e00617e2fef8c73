"""Letters of accounts go through the outbox."""

from __future__ import annotations

from typing import Any

from django.core import mail as django_mail

from tests.cast import Cast
from waymark.foundation.outbox.actions.adopting import keep_letter
from waymark.foundation.outbox.actions.sending import send
from waymark.foundation.outbox.models import Envelope, Message


def test_a_letter_is_kept_sent_and_its_text_destroyed(cast: Cast, everything: Any) -> None:
    keep_letter(
        "dsl@hereshire.example", "Set your password", "Open http://localhost:8000/account/reset/secret/\n"
    )
    with everything():
        message = Message.objects.get()
        assert (message.authority_id, message.grants) == (None, ["system:*"])
    assert send(message.pk, None)
    letter = django_mail.outbox[0]
    assert letter.recipients() == ["dsl@hereshire.example"] and "secret" in str(letter.body)
    with everything():
        assert not Envelope.objects.exists()


def test_nobody_sees_it_meanwhile(cast: Cast) -> None:
    keep_letter("dsl@hereshire.example", "Set your password", "secret")
    for who in ("administrator", "dsl", "ig_lead"):
        with cast.here.acting(who):
            assert not Message.objects.exists() and not Envelope.objects.exists()
