"""What a decision still lacks, in words. The database refuses the same (sql/triage.sql); this says it first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel import clock

from . import earlier
from .models import Answered, Hearer, InformationRequest, Outcome, Referral, RequestState, Service, Told


@dataclass(frozen=True)
class Gap:
    """One thing that is missing: its code, the sentence, and the page where it is put right."""

    code: str
    sentence: Any
    page: str
    place: str = ""


MATCHES = Gap(
    "seen-before", _("Say for each possible match whether it is the same person."), "referrals:triage-record",
    "matches",
)  # fmt: skip
TOGETHER = Gap(
    "taken-together",
    _("This person was referred before. Say what the referrals tell you, taken together."),
    "referrals:triage-earlier",
)
CONCERNS = Gap(
    "concerns-marked", _("Mark every concern: say what came of it."), "referrals:triage-record", "concerns"
)
REQUESTS = Gap(
    "requests-answered",
    _(
        "A request for information is open. Wait for the answer, or ask a more senior person to decide to go on."
    ),
    "referrals:triage-record",
    "requests",
)
TOLD = Gap("told", _("Say whether the person has been told."), "referrals:triage-told")
TOLD_PARENT = Gap(
    "told-parent", _("Say whether a parent or guardian has been told."), "referrals:triage-told"
)
TOLD_EXPIRED = Gap(
    "told-expired",
    _("The reason for not telling the person has run out. Decide again."),
    "referrals:triage-told",
)
CHILDREN = Gap(
    "duty-children",
    _("A child is concerned. Say whether children’s social care was told, or why not."),
    "referrals:triage-duty",
)
REDIRECT = Gap(
    "redirect-made", _("Ask the other service to take the matter on before you close as redirected."),
    "referrals:triage-redirect",
)  # fmt: skip


def gaps(referral: Referral, outcome: str, at: datetime, *, proposer_id: Any = None) -> list[Gap]:
    """Everything that is missing for this outcome, in the order in which it is best put right.

    `proposer_id` is who signs or signed the decision: their own override of a request does not count.
    """
    found = [MATCHES] if earlier.unanswered(referral) else []
    if earlier.not_taken_together(referral):
        found.append(TOGETHER)
    found += told_gaps(referral, at)
    if outcome == Outcome.POLICE:
        return found
    if referral.concerns.filter(mark="").exists():
        found.append(CONCERNS)
    if open_requests(referral).exclude(override__overridden_by__isnull=False).exists() or (
        proposer_id and open_requests(referral).filter(override__overridden_by=proposer_id).exists()
    ):
        found.append(REQUESTS)
    if duty_asked(referral) and not referral.duties.filter(service=Service.CHILDREN).exists():
        found.append(CHILDREN)
    if outcome == Outcome.REDIRECT and not referral.redirects.exclude(state="not_accepted").exists():
        found.append(REDIRECT)
    return found


def told_gaps(referral: Referral, at: datetime) -> list[Gap]:
    """The person’s own answer, for a child a parent’s too, and none that has run out.

    That they were told is a fact, whoever says so. “Not yet” is the council’s decision: the referrer’s does not do.
    """
    newest = {
        hearer: answer
        for hearer, answer in newest_told(referral).items()
        if answer.told_on or answer.answered_by_id
    }
    found = [] if Hearer.PERSON in newest else [TOLD]
    if referral.under_18 is True and Hearer.PARENT not in newest:
        found.append(TOLD_PARENT)
    today = clock.uk_date(at)
    if any(answer.decide_again_on and answer.decide_again_on < today for answer in newest.values()):
        found.append(TOLD_EXPIRED)
    return found


def newest_told(referral: Referral) -> dict[str, Told]:
    """The answer in force for each hearer."""
    return {answer.hearer: answer for answer in referral.told.order_by("recorded_at")}


def open_requests(referral: Referral) -> Any:
    return InformationRequest.objects.filter(referral=referral, state=RequestState.OPEN)


def duty_asked(referral: Referral) -> bool:
    """Is a child concerned: the person, or one they live with?"""
    return referral.under_18 is True or referral.lives_with_child == Answered.YES


def second_needed(referral: Referral, outcome: str) -> bool:
    """Two people close a repeat referral, one about a child and violence, or one with an overridden request.

    An age that is not known counts as a child’s.
    """
    if outcome == Outcome.POLICE:
        return False
    child_and_violence = referral.under_18 is not False and referral.concerns.filter(violence=True).exists()
    return child_and_violence or bool(earlier.keys(referral)) or open_requests(referral).exists()
