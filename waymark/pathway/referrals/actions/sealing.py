"""Sealing: a mistaken or unfounded referral at once, every other when its time has come; then the Prevent lead alone
sees it. Reopening it takes the seal off."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.models import token
from waymark.pathway.concerns.actions import sealing as sent
from waymark.pathway.people.actions.equality import unlink
from waymark.pathway.referrals import worklist
from waymark.pathway.referrals.models import Referral

from . import carrying


def seal(by: Actor, at: datetime, referral: Referral) -> None:
    """“We made a mistake”: cuts who may see the referral to the Prevent lead, and asks for a correction to everyone it
    was shared with. Whoever sent it sees what they sent, and that it was mistaken, until it is erased."""
    with context.lent(referral.authority_id):
        _mark(referral, at)
        worklist.nothing_more(referral, by, at)
        worklist.corrections(referral, by, at)
        instead = [*carrying.sealed(referral.authority_id), token(referral.pk)]
        # What was sent stays with its author, and otherwise shows to the Prevent lead alone.
        cut = [*carrying.triage(referral.authority_id), *carrying.team(referral)]
        sent.seal(referral.submission, cut=cut, instead=instead)
        carrying.carry(referral, instead, by=by, at=at)


def seal_in_time(record_id: UUID, by: Actor, at: datetime) -> None:
    """Its time to be sealed has come: nobody but the Prevent lead sees it from now on. Twice is once."""
    referral = Referral.objects.select_for_update(of=("self",)).get(pk=record_id)
    if referral.sealed_at is not None or not referral.is_closed:
        return
    with context.lent(referral.authority_id):
        _mark(referral, at)
        worklist.nothing_more(referral, by, at)
        only = [*carrying.sealed(referral.authority_id), token(referral.pk)]
        sent.seal_whole(referral.submission, only=only)
        carrying.carry(referral, only, by=by, at=at)
        unlink(referral.person)


def unseal(by: Actor, at: datetime, referral: Referral) -> None:
    """A sealed referral is reopened: triage works on it again (or those to whom it was kept), and whoever sent it sees
    what they sent."""
    with context.lent(referral.authority_id):
        _mark(referral, None)
        carrying.to_team(referral, by=by, at=at)


def _mark(referral: Referral, at: datetime | None) -> None:
    referral.sealed_at = at
    Referral.objects.filter(pk=referral.pk).update(sealed_at=at)
