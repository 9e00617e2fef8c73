"""The life of what is awaited: it arrives, or is given up with a reason."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel.transitions import Move, StateTable

from .permissions import Permission


class AwaitedState(StrEnum):
    """In the order of their lists."""

    AWAITED = "awaited"
    ARRIVED = "came"
    GIVEN_UP = "dropped"


AWAITED_WORDS = {
    AwaitedState.AWAITED: _("Awaited"),
    AwaitedState.ARRIVED: _("It has arrived"),
    AwaitedState.GIVEN_UP: _("Given up"),
}
AWAITING = StateTable(
    "library.awaited",
    AwaitedState,
    AwaitedState.AWAITED,
    (
        Move("arrive", AwaitedState.AWAITED, AwaitedState.ARRIVED, Permission.KEEP, _("It has arrived")),
        Move(
            "give-up", AwaitedState.AWAITED, AwaitedState.GIVEN_UP, Permission.KEEP, _("Give it up"),
            evidence=("because",),
        ),
    ),
    frozenset({AwaitedState.ARRIVED, AwaitedState.GIVEN_UP}),
)  # fmt: skip
