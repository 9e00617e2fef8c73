"""What came of a police assessment: referred to the panel, closed by two people, or kept by the police."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from waymark.foundation import lists
from waymark.foundation.access.loading import load
from waymark.foundation.kernel import clock
from waymark.pathway.assessment import forms, lacking, policies, presenters
from waymark.pathway.assessment.actions import deciding
from waymark.pathway.assessment.models import CAUSES, Body, PoliceAssessment, PoliceDecision, PoliceOutcome
from waymark.pathway.assessment.record import gap_line
from waymark.pathway.referrals.destinations import AFTER_A_CASE, LIST
from waymark.pathway.referrals.permissions import Permission
from waymark.pathway.referrals.views.form_pages import Page

from .found import form_page


def _sign(
    request: HttpRequest,
    assessment: PoliceAssessment,
    outcome: PoliceOutcome,
    title: Any,
    form: Any,
    act: Any,
    may: Any = policies.decide,
) -> Page:
    """A page that signs one outcome, with what it still lacks."""
    actor = request.actor  # type: ignore[attr-defined]
    missing = lacking.gaps(assessment, outcome, proposer_id=actor.user_id)
    return Page(
        title,
        partial(form, initial={"decided_on": clock.today()}),
        partial(act, assessment=assessment),
        may=may(actor, assessment),
        versioned=assessment,
        template="assessment/decide.html",
        given={
            "missing": [gap_line(actor, gap, assessment) for gap in missing],
            "outcome": outcome,
            "for_authority": form is forms.ReferForAuthority,
        },
    )


@form_page(Permission.POLICE_DECIDE)
def refer(request: HttpRequest, assessment: PoliceAssessment) -> Page:
    title = _("Refer to the panel under section 36")
    return _sign(request, assessment, PoliceOutcome.REFER, title, forms.Refer, deciding.refer)


@form_page(Permission.DECIDE)
def refer_for_authority(request: HttpRequest, assessment: PoliceAssessment) -> Page:
    """The same deed, signed by the council for the council."""
    title, may = _("Refer to the panel for the council"), policies.refer_for_authority
    act = partial(deciding.refer, referred_by=Body.AUTHORITY)
    return _sign(request, assessment, PoliceOutcome.REFER, title, forms.ReferForAuthority, act, may=may)


@form_page(Permission.POLICE_DECIDE)
def close(request: HttpRequest, assessment: PoliceAssessment) -> Page:
    title = _("Propose that it is closed")
    ours, today = assessment.authority_id, clock.today()
    offered = {
        "cause": lists.offered(CAUSES, ours, today),
        "destination": lists.offered(LIST, ours, today, without=AFTER_A_CASE),
    }
    form = partial(forms.Close, offered=offered)
    return _sign(request, assessment, PoliceOutcome.CLOSE, title, form, deciding.close)


@form_page(Permission.POLICE_DECIDE)
def hold(request: HttpRequest, assessment: PoliceAssessment) -> Page:
    title = _("Keep with the police, outside Channel")
    return _sign(request, assessment, PoliceOutcome.HOLD, title, forms.Hold, deciding.hold, may=policies.hold)


@form_page(Permission.POLICE_APPROVE)
def approve(request: HttpRequest, assessment: PoliceAssessment) -> Page:
    found = PoliceDecision.objects.select_related("assessment__referral", "signed_by")
    decision = load(found, request.actor, assessment=assessment, pk=assessment.decision_id)

    def act(*, approves: bool, **said: Any) -> None:
        step = deciding.approve if approves else deciding.not_approve
        step(decision=decision, **said)

    concerns = assessment.referral.concerns.select_related("marked_by", "recorded_by")
    return Page(
        _("Approve a closure"),
        forms.Approve,
        act,
        may=policies.approve(request.actor, decision),
        versioned=assessment,
        template="assessment/approve.html",
        given={
            "decision": presenters.decision_row(decision),
            "concerns": [presenters.concern_row(row) for row in concerns],
        },
    )
