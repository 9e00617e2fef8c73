"""The life of a message."""

from __future__ import annotations

from enum import StrEnum

from waymark.foundation.kernel.transitions import Move, StateTable


class State(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    GAVE_UP = "gave_up"


# Jobs move messages; no person does, so no permission is named.
JOB = ""

STATES = StateTable(
    name="message",
    states=State,
    first=State.QUEUED,
    final=frozenset({State.SENT, State.GAVE_UP}),
    moves=(
        Move("take", State.QUEUED, State.SENDING, JOB),
        Move("take", State.FAILED, State.SENDING, JOB),
        Move("send", State.SENDING, State.SENT, JOB),
        Move("fail", State.SENDING, State.FAILED, JOB, clock="outbox.retry"),
        Move("give_up", State.SENDING, State.GAVE_UP, JOB),
    ),
)
WAITING = (State.QUEUED, State.SENDING, State.FAILED)
