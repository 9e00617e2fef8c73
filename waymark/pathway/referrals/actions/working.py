"""What every deed of triage begins with: the referral locked, in triage, and every possible match answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotNow, Refusal
from waymark.pathway.referrals import earlier, policies
from waymark.pathway.referrals.models import Referral

Policy = Callable[[Actor, Referral], Decision]
ANSWER_FIRST = _("First say for each possible match whether it is the same person.")


def in_work(by: Actor, referral: Referral, may: Policy = policies.triage_work) -> Referral:
    """The referral, locked. NotAllowed where `may` refuses, NotNow while a possible match is not answered."""
    referral = lock(referral)
    may(by, referral).require()
    if earlier.unanswered(referral):
        raise NotNow(ANSWER_FIRST)
    return referral


def not_ahead(told_on: date | None, at: datetime) -> None:
    """Refusal at `told_on` for a day that has not come."""
    if told_on is not None and told_on > clock.uk_date(at):
        raise Refusal(_("The date must be today or in the past."), field="told_on")
