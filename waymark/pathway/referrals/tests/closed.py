"""Closed referrals, their lives, and proposals to erase them, as the tests need them."""

from __future__ import annotations

from tests.cast import Cast
from waymark.foundation.access.context import acting
from waymark.foundation.retention.actions import proposing
from waymark.foundation.retention.models import Life, Proposal

from .walks import Walk

SURNAME = "Marchbanksia"


def closed(cast: Cast, surname: str = SURNAME, outcome: str = "close") -> Walk:
    walk = Walk(cast.here).received(surname=surname).ready()
    walk.decided(outcome)
    return walk


def life_of(walk: Walk, who: str = "lead") -> Life:
    with acting(walk.side.actor(who)):
        return Life.objects.get(kind="referrals.referral", record_id=walk.pk)


def proposed(cast: Cast) -> Proposal:
    with cast.here.acting("ig_lead") as by:
        return proposing.propose(by=by, authority_id=cast.here.authority.pk)


def reference_of(walk: Walk) -> str:
    with acting(walk.side.actor("lead")):
        return walk.referral.reference
