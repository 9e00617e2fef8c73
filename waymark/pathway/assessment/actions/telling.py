"""What the police hear by e-mail of what the council does: that there is something to read. Never of whom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from waymark.foundation import outbox
from waymark.foundation.access.queries import who_may
from waymark.foundation.accounts.models import User
from waymark.pathway.assessment.models import PoliceAssessment
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.permissions import Permission


def heard(referral: Referral, at: datetime) -> None:
    """It was sent to the council and to them: everybody who assesses for the police of the area."""
    _tell(
        "assessment.heard", who_may(Permission.POLICE_DECIDE, referral.authority_id), referral, referral, at
    )


def referred(assessment: PoliceAssessment, at: datetime) -> None:
    """The council referred to the panel: whoever leads the assessment, or all where nobody does."""
    police = who_may(Permission.POLICE_DECIDE, assessment.authority_id)
    leads = [assessment.lead] if assessment.lead else police
    _tell("assessment.referred-by-council", leads, assessment.referral, assessment, at)


def _tell(
    code: str, officers: Iterable[User], referral: Referral, about: Referral | PoliceAssessment, at: datetime
) -> None:
    for officer in officers:
        outbox.post(
            code,
            to=officer,
            key=f"{code}:{about.pk}:{about.version}:{officer.pk}",
            authority_id=referral.authority_id,
            link=reverse("assessment:record", args=[referral.reference]),
            reference=referral.reference,
            at=at,
        )
