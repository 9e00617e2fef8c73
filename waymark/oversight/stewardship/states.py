"""The way of a request to see one’s own data: the legal moves, written once."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel.transitions import Move, StateTable

from .permissions import Permission


class RequestState(StrEnum):
    RECEIVED = "received"
    IN_WORK = "in_work"
    READY = "ready"
    RELEASED = "released"
    CLOSED = "closed"


STATE_WORDS = {
    RequestState.RECEIVED: _("Received"),
    RequestState.IN_WORK: _("Being prepared"),
    RequestState.READY: _("Waits for release"),
    RequestState.RELEASED: _("Released"),
    RequestState.CLOSED: _("Closed without an answer from the records"),
}
REQUESTS = StateTable(
    "stewardship.request",
    RequestState,
    RequestState.RECEIVED,
    (
        Move("gather", RequestState.RECEIVED, RequestState.IN_WORK, Permission.PREPARE, _("Gather what is held")),
        Move("ask", RequestState.IN_WORK, RequestState.READY, Permission.PREPARE, _("Ask for release")),
        Move(
            "send-back", RequestState.READY, RequestState.IN_WORK, Permission.RELEASE, _("Send it back"),
            evidence=("sent_back_because",),
        ),
        Move("release", RequestState.READY, RequestState.RELEASED, Permission.RELEASE, _("Release it")),
        Move(
            "close", RequestState.RECEIVED, RequestState.CLOSED, Permission.RECORD, _("Close the request"),
            evidence=("closed_because",),
        ),
        Move(
            "close", RequestState.IN_WORK, RequestState.CLOSED, Permission.RECORD, _("Close the request"),
            evidence=("closed_because",),
        ),
    ),
    frozenset({RequestState.RELEASED, RequestState.CLOSED}),
)  # fmt: skip
