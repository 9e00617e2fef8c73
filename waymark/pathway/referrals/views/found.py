"""The one way in which the pages of triage get their referral."""

from __future__ import annotations

from django.http import HttpRequest

from waymark.pathway.referrals import queries
from waymark.pathway.referrals.models import Referral

RECORD = "referrals:triage-record"


def referral_of(request: HttpRequest, reference: str) -> Referral:
    """The referral of that reference, if the actor may see it; otherwise there is none (404)."""
    return queries.load_one(request.actor, reference)
