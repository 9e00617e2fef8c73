"""“We made a mistake”: a referral that was mistaken or unfounded is sealed at once, and whoever saw it is told."""

from __future__ import annotations

from datetime import datetime

from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.models import token
from waymark.pathway.concerns.actions import sealing as sent
from waymark.pathway.referrals import worklist
from waymark.pathway.referrals.models import Referral

from . import carrying


def seal(by: Actor, at: datetime, referral: Referral) -> None:
    """Cuts who may see the referral to the Prevent lead, and asks for a correction to everyone it was shared with."""
    with context.lent(referral.authority_id):
        referral.sealed_at = at
        type(referral).objects.filter(pk=referral.pk).update(sealed_at=at)
        worklist.nothing_more(referral, by, at)
        worklist.corrections(referral, by, at)
        instead = [*carrying.sealed(referral.authority_id), token(referral.pk)]
        # What was sent stays with its author, and otherwise shows to the Prevent lead alone.
        sent.seal(referral.submission, cut=carrying.triage(referral.authority_id), instead=instead)
        carrying.carry(referral, instead, by=by, at=at)
