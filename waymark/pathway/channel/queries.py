"""Reads of Channel cases, each with a known number of queries."""

from __future__ import annotations

from django.db.models import QuerySet

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import load
from waymark.foundation.kernel.kept_sql import Children, KeptSQL
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


_WHOLE = KeptSQL(
    lambda grants, kept_from, reference: (
        Case.objects.held_by(grants, kept_from)
        .filter(reference=reference)
        .select_related("referral__person", "lead", "section_36__signed_by")
    ),
    list,
    list,
    str,
)
_EVENTS = Children(CaseEvent, "case", "lead", "entered_by")
_ASSESSED = Children(PoliceAssessment, "referral")
_OF_ASSESSMENTS = (
    Children(Deconfliction, "assessment", "signed_by"),
    Children(WrittenAssessment, "assessment", "signed_by", "framework"),
    Children(PoliceDecision, "assessment", "signed_by", "approval__signed_by"),
)


def load_whole(actor: Actor, reference: str) -> Case:
    """A case with everything its page shows, in six queries. Http404 unless there is one, and it is theirs."""
    found = load(_WHOLE, actor, reference=reference)
    _EVENTS([found])
    assessed = _ASSESSED([found.referral])
    for children in _OF_ASSESSMENTS:
        children(assessed)
    return found
