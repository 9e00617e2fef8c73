"""Channel’s desk, where a section 36 referral goes. The part above says what happens there.

One part takes the desk, in AppConfig.ready. Without it nobody can be referred to the panel.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from waymark.foundation.access.actors import Actor
from waymark.pathway.referrals.models import Referral

from .models import PoliceDecision


class Desk(NamedTuple):
    """All are called inside the deed of whoever signs or brings back, with its actor and time."""

    open: Callable[[Actor, datetime, Referral, PoliceDecision], object]
    hold: Callable[[Actor, datetime, Referral, PoliceDecision], object]
    end: Callable[[Actor, datetime, Referral], object]


_TAKEN: list[Desk] = []


def take(desk: Desk) -> None:
    """Declares who opens cases. For AppConfig.ready. ValueError when somebody else does already."""
    if desk not in _TAKEN:
        if _TAKEN:
            raise ValueError("Channel cases are opened by one part only")
        _TAKEN.append(desk)


def in_charge() -> Desk:
    """Who opens cases. LookupError when nobody does: then nobody is referred."""
    if not _TAKEN:
        raise LookupError("nobody opens a Channel case")
    return _TAKEN[0]
