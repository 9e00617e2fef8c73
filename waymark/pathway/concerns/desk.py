"""The council’s desk, where what is sent arrives. The part above says what it does with it; nothing here knows.

One part takes the desk, in AppConfig.ready. Without it nothing can be sent: a concern must not go nowhere.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from waymark.foundation.access.actors import Actor

from .models import AddedInformation, Submission


class Desk(NamedTuple):
    """Both are called inside the deed of whoever sends, with its actor and its time (`by`, `at`)."""

    receive: Callable[[Actor, datetime, Submission], object]
    hear_more: Callable[[Actor, datetime, AddedInformation], object]


_TAKEN: list[Desk] = []


def take(desk: Desk) -> None:
    """Declares who receives. For AppConfig.ready. ValueError when somebody else does already."""
    if desk not in _TAKEN:
        if _TAKEN:
            raise ValueError("what is sent is received by one part only")
        _TAKEN.append(desk)


def in_charge() -> Desk:
    """Who receives. LookupError when nobody does: then nothing is sent."""
    if not _TAKEN:
        raise LookupError("nobody receives what is sent")
    return _TAKEN[0]
