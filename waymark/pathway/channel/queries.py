"""Reads of Channel cases, each with a known number of queries."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from waymark.foundation.access.actors import Actor
from waymark.pathway.assessment.models import (
    Deconfliction,
    PoliceAssessment,
    PoliceDecision,
    WrittenAssessment,
)

from .models import Case, CaseEvent
from .states import ENDED


def cases(actor: Actor, *, open_only: bool) -> QuerySet[Case]:
    """Cases of the actor’s authority. Narrowed by the filter of the page, ordered by its paging."""
    found = Case.objects.visible_to(actor).select_related("lead")
    return found.exclude(state__in=ENDED) if open_only else found


def whole() -> QuerySet[Case]:
    """Cases with everything the page of one shows, in a fixed number of queries."""
    assessed = PoliceAssessment.objects.prefetch_related(
        Prefetch("deconflictions", Deconfliction.objects.select_related("signed_by")),
        Prefetch("written", WrittenAssessment.objects.select_related("signed_by", "framework")),
        Prefetch("decisions", PoliceDecision.objects.select_related("signed_by", "approval__signed_by")),
    )
    found = Case.objects.select_related("referral__person", "lead", "section_36__signed_by")
    return found.prefetch_related(
        Prefetch("events", CaseEvent.objects.select_related("lead", "entered_by")),
        Prefetch("referral__police_assessments", assessed),
    )
