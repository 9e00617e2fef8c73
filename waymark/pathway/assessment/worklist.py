"""What waits for whom in police assessment. Sentences and references only: no list names a person."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.ledger.deeds import Doer
from waymark.foundation.tasks import LOCAL, ClockDefault, Kind, Unit
from waymark.foundation.tasks.clocks import due
from waymark.pathway.referrals.actions.carrying import police
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.states import ReferralState

from .models import PoliceAssessment
from .states import ASSESSMENTS, CLOCK, AssessmentState

RECORD = "assessment:record"
REFERRAL = "referrals:triage-record"
CLOCKS = (
    ClockDefault(
        "assessment.second-person",
        _("Approving a closure at police assessment"),
        2,
        Unit.WORKING_DAYS,
        LOCAL,
    ),
)
STAGES = {
    # Late, the Prevent lead sees them on the referral, from where it is brought back.
    AssessmentState.DECONFLICTION: Kind(
        "assessment.check", _("Begin a police assessment"), RECORD, CLOCK, late_url_name=REFERRAL
    ),
    AssessmentState.ASSESSING: Kind(
        "assessment.assess", _("Decide a police assessment"), RECORD, CLOCK, late_url_name=REFERRAL
    ),
    AssessmentState.CLOSING: Kind(
        "assessment.second-person",
        _("Approve a closure at police assessment, or send it back"),
        "assessment:approve",
        "assessment.second-person",
        late_url_name=REFERRAL,
    ),
}
KINDS = tuple(STAGES.values())


def move(assessment: PoliceAssessment, name: str, at: datetime) -> None:
    """One move of the state table, and the due time of the state it leads to. The caller saves both."""
    step = ASSESSMENTS.move(assessment, name)
    assessment.due_at = due(step.clock, at, authority_id=assessment.authority_id) if step.clock else None


def stage(assessment: PoliceAssessment, by: Doer, at: datetime) -> None:
    """The task of the state the assessment is in now, in place of the one before."""
    tasks.done(*(kind.code for kind in KINDS), about=assessment, by=by, at=at)
    kind = STAGES.get(AssessmentState(assessment.state))
    if kind is None or not _waits(assessment):
        return
    tasks.ask(
        kind.code,
        about=assessment,
        to=_whom(assessment),
        by=by,
        at=at,
        due_at=assessment.due_at,
        reference=assessment.referral.reference,
        escalate_to=f"authority:{assessment.authority_id}:lead",
    )


def _waits(assessment: PoliceAssessment) -> bool:
    """Of a case that was taken over the police check their records; there is nothing more for them to decide."""
    taken_over = assessment.referral.state == ReferralState.TAKEN_OVER
    return not assessment.referral.is_closed and not (
        taken_over and assessment.state == AssessmentState.ASSESSING
    )


def stage_all(referral: Referral, by: Doer, at: datetime) -> None:
    """The Channel case of a referral is over, or goes on after all: nothing of it waits for the police, or again."""
    for assessment in PoliceAssessment.objects.filter(referral=referral, ended_at__isnull=True):
        stage(assessment, by, at)


def supervisors(assessment: PoliceAssessment) -> str:
    return f"authority:{assessment.authority_id}:police-lead"


def _whom(assessment: PoliceAssessment) -> Any:
    if assessment.state == AssessmentState.CLOSING:
        return supervisors(assessment)
    return assessment.lead or police(assessment.authority_id)
