"""The police’s desk, where a referral goes that is sent to police assessment. The part above says what happens there.

One part takes the desk, in AppConfig.ready. Without it nothing can be sent to the police.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from waymark.foundation.access.actors import Actor

from .models import Referral


class Desk(NamedTuple):
    """All are called inside the deed of whoever sends or brings back, with its actor and time (`by`, `at`).

    `hear`: the council has it first, and the police see it from now on; `receive`: it is theirs to assess.
    """

    hear: Callable[[Actor, datetime, Referral], object]
    receive: Callable[[Actor, datetime, Referral], object]
    give_back: Callable[[Actor, datetime, Referral], object]


_TAKEN: list[Desk] = []


def take(desk: Desk) -> None:
    """Declares who assesses. For AppConfig.ready. ValueError when somebody else does already."""
    if desk not in _TAKEN:
        if _TAKEN:
            raise ValueError("police assessment is done by one part only")
        _TAKEN.append(desk)


def in_charge() -> Desk:
    """Who assesses. LookupError when nobody does: then nothing is sent."""
    if not _TAKEN:
        raise LookupError("nobody assesses what is sent to the police")
    return _TAKEN[0]
