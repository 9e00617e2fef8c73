"""What comes to the police and goes back: steps of the deeds of whoever sends a referral, or brings it back."""

from __future__ import annotations

from datetime import datetime

from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.pathway.assessment import channel_desk, worklist
from waymark.pathway.assessment.models import PoliceAssessment
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.police_desk import Desk

from . import telling


def hear(by: Actor, at: datetime, referral: Referral) -> None:
    """A new referral that the council has first: whoever assesses for the police may read it, and is told so."""
    telling.heard(referral, at)


def begin(by: Actor, at: datetime, referral: Referral) -> PoliceAssessment:
    """A new assessment, which waits for somebody to take it. Earlier ones of the same referral stay as they are."""
    with context.lent(referral.authority_id):
        assessment = PoliceAssessment(
            referral=referral,
            authority_id=referral.authority_id,
            grants=list(referral.grants),
            started_at=at,
            due_at=referral.due_at,
        )
        assessment.save(force_insert=True)
        worklist.stage(assessment, by, at)
    return assessment


def give_back(by: Actor, at: datetime, referral: Referral) -> PoliceAssessment:
    """Triage brought the referral back: the assessment is over."""
    with context.lent(referral.authority_id):
        assessment = lock(PoliceAssessment.objects.get(referral=referral, ended_at__isnull=True))
        worklist.move(assessment, "give-back", at)
        assessment.ended_at = at
        assessment.save_next("state", "due_at", "ended_at")
        worklist.stage(assessment, by, at)
    channel_desk.in_charge().end(by, at, referral)
    return assessment


DESK = Desk(hear=hear, receive=begin, give_back=give_back)
