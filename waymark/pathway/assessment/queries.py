"""Reads of police assessment that cross models, each with a known number of queries."""

from __future__ import annotations

from django.db.models import Prefetch, Q, QuerySet

from waymark.foundation.access.actors import Actor
from waymark.pathway.referrals.actions.carrying import police
from waymark.pathway.referrals.models import Concern, InformationRequest, Referral
from waymark.pathway.referrals.states import CLOSED, WITH_TRIAGE, ReferralState

from .models import Deconfliction, PoliceAssessment, PoliceDecision, WrittenAssessment
from .states import AssessmentState
from .worklist import STAGES


def assessments(actor: Actor, *, waiting_only: bool) -> QuerySet[PoliceAssessment]:
    """Assessments of the actor’s area, or those of them that wait with the police: not what is with the panel, is kept
    outside Channel, or is over. Narrowed by the filter of the page, ordered by its paging."""
    found = PoliceAssessment.objects.visible_to(actor).select_related("referral", "lead")
    if not waiting_only:
        return found
    over = Q(referral__state__in=CLOSED) | Q(
        referral__state=ReferralState.TAKEN_OVER, state=AssessmentState.ASSESSING
    )
    return found.filter(state__in=list(STAGES)).exclude(over)


def heard(actor: Actor) -> QuerySet[Referral]:
    """Referrals of the area that went to the police when they were sent, and are with the council’s triage, newest
    first. What was assessed before stands among the assessments."""
    found = Referral.objects.visible_to(actor).filter(
        authority_id__in=sorted(actor.authority_ids),
        grants__meets=[police(pk) for pk in sorted(actor.authority_ids)],
        state__in=WITH_TRIAGE,
        police_assessments__isnull=True,
    )
    return found.select_related("lead").order_by("-received_at", "-pk")


def heard_whole(actor: Actor) -> QuerySet[Referral]:
    """For loading one of them by its reference, with what its page shows of it."""
    return (
        Referral.objects.visible_to(actor)
        .filter(police_assessments__isnull=True)
        .select_related("person", "lead")
        .prefetch_related(
            Prefetch("concerns", Concern.objects.select_related("marked_by", "recorded_by").order_by("place"))
        )
    )


def newest(actor: Actor) -> QuerySet[PoliceAssessment]:
    """For loading by the referral’s reference: the newest assessment of each referral."""
    return (
        PoliceAssessment.objects.visible_to(actor)
        .select_related("referral__person", "lead", "decision")
        .order_by("referral_id", "-started_at")
        .distinct("referral_id")
    )


def whole(assessment: PoliceAssessment) -> PoliceAssessment:
    """The assessment with everything its page shows, in a fixed number of queries."""
    found = PoliceAssessment.objects.select_related(
        "referral__person", "referral__lead", "lead", "decision"
    ).prefetch_related(
        Prefetch("deconflictions", Deconfliction.objects.select_related("signed_by")),
        Prefetch("written", WrittenAssessment.objects.select_related("signed_by", "framework")),
        Prefetch("decisions", PoliceDecision.objects.select_related("signed_by", "approval__signed_by")),
        Prefetch("referral__concerns", Concern.objects.select_related("marked_by", "recorded_by")),
        Prefetch(
            "referral__requests",
            InformationRequest.objects.select_related(
                "asked", "asked_by", "replied_by", "override__overridden_by"
            ),
        ),
    )
    return found.get(pk=assessment.pk)
