"""Decisions: signed, approved, corrected; referrals brought back and reopened."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, version_of
from waymark.foundation.access.loading import load
from waymark.foundation.kernel import clock
from waymark.pathway.referrals import closing, policies, presenters
from waymark.pathway.referrals.actions import deciding
from waymark.pathway.referrals.forms import triage as forms
from waymark.pathway.referrals.forms import triage_decisions as decisions
from waymark.pathway.referrals.models import Decision, Outcome, Referral
from waymark.pathway.referrals.permissions import Permission

from .found import RECORD, referral_of

BOTH = require_http_methods(["GET", "POST"])
QUEUE = "referrals:triage-queue"


@requires(Permission.DECIDE, shows=Referral)
@BOTH
def decide(request: HttpRequest, reference: str) -> HttpResponse:
    referral = referral_of(request, reference)
    form = decisions.Decide(request.POST or None)
    # A mistaken referral is sealed at once, so its page is not there to go back to.
    sealed = request.POST.get("outcome") == Outcome.MISTAKEN
    missing = closing.gaps(
        referral, Outcome.NO_FURTHER_ACTION, clock.now(), proposer_id=request.actor.user_id
    )
    return fill(
        request,
        form=form,
        may=policies.triage_decide(request.actor, referral),
        act=lambda given: deciding.decide(
            by=request.actor, referral=referral, version=version_of(request), **given
        ),
        record=referral,
        template="referrals/triage_decide.html",
        given={
            "referral": referral,
            "missing": [presenters.gap_row(gap, referral) for gap in missing],
            "needs": referral.needs.filter(ended_on__isnull=True),
            "warning": forms.SPILLAGE,
            "second": closing.second_needed(referral, Outcome.NO_FURTHER_ACTION),
        },
        back=(QUEUE,) if sealed else (RECORD, reference),
    )


@requires(Permission.APPROVE_CLOSURE, shows=Referral)
@BOTH
def approve(request: HttpRequest, reference: str) -> HttpResponse:
    referral = referral_of(request, reference)
    found = Decision.objects.select_related("referral", "signed_by")
    decision = load(found, request.actor, referral=referral, pk=referral.decision_id)

    def act(given: dict[str, Any]) -> None:
        step = deciding.approve if given["approves"] else deciding.not_approve
        step(by=request.actor, decision=decision, version=version_of(request), reason=given["reason"])

    return fill(
        request,
        form=decisions.Approve(request.POST or None),
        may=policies.triage_approve(request.actor, decision),
        act=act,
        record=referral,
        template="referrals/triage_approve.html",
        given={
            "referral": referral,
            "decision": presenters.decision_row(decision),
            **presenters.to_approve(referral),
        },
        back=(RECORD, reference),
    )


@requires(Permission.DECIDE, shows=Referral)
@BOTH
def correct(request: HttpRequest, reference: str, decision_id: str) -> HttpResponse:
    referral = referral_of(request, reference)
    found = Decision.objects.select_related("referral", "corrected_by", "signed_by")
    decision = load(found, request.actor, referral=referral, pk=decision_id)
    first = {name: getattr(decision, name) for name in ("options", "reason", "relied_on", "dissent")}
    return fill(
        request,
        form=decisions.Correct(request.POST or None, initial=first),
        may=policies.triage_correct(request.actor, decision),
        act=lambda given: deciding.correct(by=request.actor, decision=decision, **given),
        record=referral,
        template="referrals/triage_form.html",
        given={"referral": referral, "title": _("Correct a decision")},
        back=(RECORD, reference),
    )


@requires(Permission.TRIAGE, shows=Referral)
@BOTH
def bring_back(request: HttpRequest, reference: str) -> HttpResponse:
    referral = referral_of(request, reference)
    may = policies.triage_bring_back(request.actor, referral)
    return _resume(request, referral, may, deciding.bring_back, _("Bring back to triage"))


@requires(Permission.ASSIGN, shows=Referral)
@BOTH
def reopen(request: HttpRequest, reference: str) -> HttpResponse:
    referral = referral_of(request, reference)
    may = policies.triage_reopen(request.actor, referral)
    return _resume(request, referral, may, deciding.reopen, _("Reopen the referral"))


def _resume(request: HttpRequest, referral: Referral, may: Any, step: Any, title: Any) -> HttpResponse:
    return fill(
        request,
        form=forms.Reason(request.POST or None),
        may=may,
        act=lambda given: step(
            by=request.actor,  # type: ignore[attr-defined]
            referral=referral,
            version=version_of(request),
            reason=given["reason"],
        ),
        record=referral,
        template="referrals/triage_form.html",
        given={"referral": referral, "title": title, "versioned": referral},
        back=(RECORD, referral.reference),
    )
