"""Steps of a case, for the deeds of this room and of those above: the move of the one table, and the line it leaves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from django.contrib.auth.base_user import AbstractBaseUser

from waymark.foundation.ledger.deeds import Doer
from waymark.pathway.channel.models import Case, CaseEvent, Kind
from waymark.pathway.channel.states import CASES

# Rooms above that have to do something when a case moves: support stops when consent is withdrawn.
Follower = Callable[[Case, str, Doer, datetime], None]
_FOLLOWERS: list[Follower] = []


def follow(follower: Follower) -> None:
    """Told of each move (its name in the table), inside the deed. For AppConfig.ready."""
    if follower not in _FOLLOWERS:
        _FOLLOWERS.append(follower)


def move(
    case: Case, name: str, kind: Kind, *, by: Doer, at: datetime, on: date, also: tuple[str, ...] = ()
) -> CaseEvent:
    """Moves a case that is locked by its deed, saves it (and the fields in `also`), and notes what happened on which
    day. NotNow when the table has no such move from where the case is. The deed has asked its policy before."""
    CASES.move(case, name)
    case.save_next("state", *also)
    event = note(case, kind, by, at, on=on)
    for follower in _FOLLOWERS:
        follower(case, name, by, at)
    return event


def note(
    case: Case, kind: Kind, by: Doer, at: datetime, *, on: date, lead: AbstractBaseUser | None = None
) -> CaseEvent:
    """Writes down what happened. A row under a case carries what the case does."""
    return CaseEvent.objects.create(
        case=case,
        authority_id=case.authority_id,
        grants=list(case.grants),
        kind=kind,
        on=on,
        lead=lead,
        entered_by_id=getattr(by, "user_id", None),
        entered_at=at,
    )
