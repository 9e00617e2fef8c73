"""Consent ends by itself: on its last day, or when a child turns 18. The case follows, and support stops with it."""

from __future__ import annotations

from datetime import date, datetime

from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import Doer, deed
from waymark.pathway.channel.actions.moving import move
from waymark.pathway.channel.models import Case, Kind
from waymark.pathway.channel.states import CaseState
from waymark.pathway.consent import queries, standing


@deed("consent.lapse")
def lapse(*, by: Doer, at: datetime, case: Case, ended_on: date) -> Case:
    """Moves a case that is locked by whoever calls: what is under way stops as after a withdrawal."""
    move(case, "lapse", Kind.LAPSED, by=by, at=at, on=ended_on)
    return case


def ended_on(case: Case, on: date) -> date | None:
    """Since when the newest consent of a supported case covers nothing, if it is over on that day; disputed or not."""
    if case.state != CaseState.ACTIVE:
        return None
    newest = queries.said(case).newest
    ends = standing.ends_on(newest) if newest is not None and newest.is_given else None
    return ends if ends is not None and ends <= on else None


def keep_up(case: Case, by: Doer, at: datetime) -> None:
    """A step of whoever has locked the case. Safe to run any number of times."""
    ended = ended_on(case, clock.uk_date(at))
    if ended is not None:
        lapse(by=by, at=at, case=case, ended_on=ended)
