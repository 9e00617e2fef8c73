"""What a decision of the police still lacks, in words. The database refuses the same (sql/assessment.sql)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import context
from waymark.pathway.referrals import closing, earlier
from waymark.pathway.referrals.closing import Gap
from waymark.pathway.referrals.models import Referral

from .models import Deconfliction, PoliceAssessment, PoliceOutcome, Result

CHECK = Gap("de-confliction", _("Record the result of de-confliction."), "assessment:check")
NOT_CLEAR = Gap(
    "de-confliction-clear",
    _("The newest result of de-confliction is not clear, so there can be no referral to the panel."),
    "assessment:check",
)
WRITE = Gap("assessment", _("Write the assessment."), "assessment:write")
TOGETHER = Gap(
    "taken-together",
    _("This person was referred before. The council has to say what the referrals tell, taken together."),
    "assessment:record",
)
CONCERNS = Gap(
    "concerns-marked", _("Mark every concern: say what came of it."), "assessment:record", "concerns"
)
REQUESTS = Gap(
    "requests-answered",
    _("A request for information is open. Wait for the answer, or ask your supervisor to decide to go on."),
    "assessment:record",
    "requests",
)


def gaps(assessment: PoliceAssessment, outcome: str, *, proposer_id: Any = None) -> list[Gap]:
    """Everything that is missing for this outcome, in the order in which it is best put right.

    `proposer_id` is who signs or signed the decision: their own override of a request does not count.
    """
    if outcome == PoliceOutcome.HOLD:
        return []
    referral = assessment.referral
    newest = latest(assessment)
    found = [CHECK] if newest is None else []
    with context.lent(
        referral.authority_id
    ):  # the police see neither earlier referrals nor the council’s questions
        apart, waiting = earlier.not_taken_together(referral), _waiting(referral, proposer_id)
    if apart:
        found.append(TOGETHER)
    if outcome == PoliceOutcome.REFER:
        if newest and newest.result != Result.CLEAR:
            found.append(NOT_CLEAR)
        return found if assessment.written.exists() else [*found, WRITE]
    if referral.concerns.filter(mark="").exists():
        found.append(CONCERNS)
    return [*found, REQUESTS] if waiting else found


def _waiting(referral: Referral, proposer_id: Any) -> bool:
    """Is a request open that no other person decided to go on without?"""
    asked = closing.open_requests(referral)
    own = proposer_id and asked.filter(override__overridden_by=proposer_id).exists()
    return bool(own) or asked.filter(override__isnull=True).exists()


def latest(assessment: PoliceAssessment) -> Deconfliction | None:
    """The result of de-confliction in force."""
    return assessment.deconflictions.order_by("-signed_at", "-recorded_at").first()
