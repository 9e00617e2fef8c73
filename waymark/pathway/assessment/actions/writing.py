"""The written assessment, in the headings of a framework. Words, and what has changed since the last one; no totals."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.refusals import Incomplete
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.assessment import policies
from waymark.pathway.assessment.models import Framework, PoliceAssessment, WrittenAssessment
from waymark.pathway.referrals.actions.deciding import signed_as

from .carrying import under


@deed("assessment.write")
def write(
    *,
    by: Actor,
    at: datetime,
    assessment: PoliceAssessment,
    version: int,
    framework: Framework,
    answers: dict[str, str],
    protective: str,
    conclusion: str,
    changed: str = "",
) -> WrittenAssessment:
    """Signs an assessment. Answers to questions the framework does not ask are refused (ValueError).

    Incomplete when an earlier one exists and nothing is said of what has changed.
    """
    assessment = lock(assessment, version)
    policies.write(by, assessment).require()
    unknown = set(answers) - set(places(framework))
    if unknown:
        raise ValueError(f"{framework} does not ask {sorted(unknown)}")
    if not changed and earlier(assessment):
        raise Incomplete(_("Say what has changed since the last assessment."), field="changed")
    return WrittenAssessment.objects.create(
        **under(assessment),
        framework=framework,
        answers={place: words for place, words in answers.items() if words},
        protective=protective,
        changed=changed,
        conclusion=conclusion,
        signed_by_id=by.user_id,
        signed_as=signed_as(by),
        signed_at=at,
    )


def places(framework: Framework) -> list[str]:
    """The place of each question: heading and question counted from nought, “0.2”."""
    return [
        f"{h}.{q}"
        for h, heading in enumerate(framework.headings)
        for q, _question in enumerate(heading["questions"])
    ]


def earlier(assessment: PoliceAssessment) -> bool:
    """Was this person’s referral assessed in writing before, in this assessment or an earlier one?"""
    return WrittenAssessment.objects.filter(assessment__referral_id=assessment.referral_id).exists()
