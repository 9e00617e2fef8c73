"""De-confliction: a result, a date, a reference. Asked anew whenever the police learn something."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.refusals import NotNow
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.assessment import policies, worklist
from waymark.pathway.assessment.models import Deconfliction, PoliceAssessment
from waymark.pathway.assessment.states import AssessmentState

from .carrying import under


@deed("assessment.keep-reference")
def keep_reference(
    *, by: Actor, at: datetime, assessment: PoliceAssessment, version: int, pcmt_reference: str
) -> PoliceAssessment:
    """What the police call it in the Prevent Case Management Tracker. Nothing is sent there, and nothing fetched."""
    assessment = lock(assessment, version)
    policies.keep_reference(by, assessment).require()
    assessment.pcmt_reference = pcmt_reference
    assessment.save_next("pcmt_reference")
    return assessment


@deed("assessment.load-reference")
def load_reference(
    *, by: Actor, at: datetime, assessment: PoliceAssessment, pcmt_reference: str
) -> PoliceAssessment:
    """The same from a file, for an assessment that has none yet."""
    assessment = lock(assessment)
    policies.read(by, assessment).require()
    policies.keep_references(by).require()
    if assessment.pcmt_reference not in ("", pcmt_reference):
        raise NotNow(_("Somebody wrote down another reference meanwhile."))
    assessment.pcmt_reference = pcmt_reference
    assessment.save_next("pcmt_reference")
    return assessment


@deed("assessment.check")
def record_result(
    *,
    by: Actor,
    at: datetime,
    assessment: PoliceAssessment,
    version: int,
    result: str,
    result_on: date,
    result_reference: str,
) -> Deconfliction:
    """Signs the result. The first one lets the assessment begin; a later one stands beside it."""
    assessment = lock(assessment, version)
    policies.check(by, assessment).require()
    signed = Deconfliction.objects.create(
        **under(assessment),
        result=result,
        result_on=result_on,
        result_reference=result_reference,
        signed_by_id=by.user_id,
        signed_at=at,
    )
    if assessment.state == AssessmentState.DECONFLICTION:
        worklist.move(assessment, "checked", at)
        assessment.save_next("state", "due_at")
        worklist.stage(assessment, by, at)
    return signed
