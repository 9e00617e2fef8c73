"""What every deed of triage begins with: the referral locked, in triage, and every possible match answered."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.refusals import NotNow
from waymark.pathway.referrals import earlier, policies
from waymark.pathway.referrals.models import Referral

ANSWER_FIRST = _("First say for each possible match whether it is the same person.")


def in_work(by: Actor, referral: Referral) -> Referral:
    """The referral, locked. NotAllowed outside triage, NotNow while a possible match is not answered."""
    referral = lock(referral)
    policies.triage_work(by, referral).require()
    if earlier.unanswered(referral):
        raise NotNow(ANSWER_FIRST)
    return referral
