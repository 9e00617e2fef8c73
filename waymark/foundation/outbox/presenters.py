"""What the page of waiting messages shows: plain rows without recipient, link or text."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.outbox.letters import WRITTEN
from waymark.foundation.outbox.models import Message
from waymark.foundation.outbox.states import State
from waymark.foundation.outbox.templates_declared import TEMPLATES

STATE_WORDS = {
    State.QUEUED: _("Waiting"),
    State.SENDING: _("Being sent"),
    State.SENT: _("Sent"),
    State.FAILED: _("Failed, will be tried again"),
    State.GAVE_UP: _("Given up after 7 days"),
}


def row(message: Message) -> dict[str, Any]:
    """`what`, `state`, `attempts`, `queued_at`, `next_try_at` (None when it is not tried again), `error`."""
    ended = message.state == State.GAVE_UP
    return {
        "what": _what(message.code),
        "code": message.code,
        "state": STATE_WORDS[State(message.state)],
        "attempts": message.attempts,
        "queued_at": message.queued_at,
        "next_try_at": None if ended else message.next_try_at,
        "error": message.last_error,
    }


def _what(code: str) -> Any:
    if code == WRITTEN:
        return _("A letter about an account")
    template = TEMPLATES.get(code)
    return str(template.subject) if template and "{" not in str(template.subject) else code
