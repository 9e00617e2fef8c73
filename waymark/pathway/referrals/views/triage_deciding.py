"""Decisions: signed, approved, corrected; referrals brought back and reopened."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.loading import load
from waymark.foundation.kernel import clock
from waymark.pathway.referrals import closing, policies, presenters
from waymark.pathway.referrals.actions import deciding
from waymark.pathway.referrals.forms import triage as forms
from waymark.pathway.referrals.forms import triage_decisions as decisions
from waymark.pathway.referrals.models import Decision, Outcome, Referral
from waymark.pathway.referrals.permissions import Permission

from .form_pages import Page, form_page

QUEUE = "referrals:triage-queue"


@form_page(Permission.DECIDE)
def decide(request: HttpRequest, referral: Referral) -> Page:
    by, usual = request.actor.user_id, Outcome.NO_FURTHER_ACTION
    missing = closing.gaps(referral, usual, clock.now(), proposer_id=by)
    return Page(
        "",
        decisions.Decide,
        partial(deciding.decide, referral=referral),
        may=policies.triage_decide(request.actor, referral),
        versioned=referral,
        template="referrals/triage_decide.html",
        given={
            "missing": [presenters.gap_row(gap, referral) for gap in missing],
            "needs": referral.needs.filter(ended_on__isnull=True),
            "second": closing.second_needed(referral, usual),
        },
        # A mistaken referral is sealed at once, so its page is not there to go back to.
        back=(QUEUE,) if request.POST.get("outcome") == Outcome.MISTAKEN else (),
    )


@form_page(Permission.APPROVE_CLOSURE)
def approve(request: HttpRequest, referral: Referral) -> Page:
    found = Decision.objects.select_related("referral", "signed_by")
    decision = load(found, request.actor, referral=referral, pk=referral.decision_id)

    def act(*, approves: bool, **said: Any) -> None:
        step = deciding.approve if approves else deciding.not_approve
        step(decision=decision, **said)

    return Page(
        "",
        decisions.Approve,
        act,
        may=policies.triage_approve(request.actor, decision),
        versioned=referral,
        template="referrals/triage_approve.html",
        given={"decision": presenters.decision_row(decision), **presenters.to_approve(referral)},
    )


@form_page(Permission.DECIDE)
def correct(request: HttpRequest, referral: Referral, decision_id: str) -> Page:
    found = Decision.objects.select_related("referral", "corrected_by", "signed_by")
    decision = load(found, request.actor, referral=referral, pk=decision_id)
    first = {name: getattr(decision, name) for name in ("options", "reason", "relied_on", "dissent")}
    return Page(
        _("Correct a decision"),
        partial(decisions.Correct, initial=first),
        partial(deciding.correct, decision=decision),
        may=policies.triage_correct(request.actor, decision),
    )


@form_page(Permission.TRIAGE)
def bring_back(request: HttpRequest, referral: Referral) -> Page:
    may = policies.triage_bring_back(request.actor, referral)
    act = partial(deciding.bring_back, referral=referral)
    return Page(_("Bring back to triage"), forms.Reason, act, may=may, versioned=referral)


@form_page(Permission.ASSIGN)
def reopen(request: HttpRequest, referral: Referral) -> Page:
    may = policies.triage_reopen(request.actor, referral)
    act = partial(deciding.reopen, referral=referral)
    return Page(_("Reopen the referral"), forms.Reason, act, may=may, versioned=referral)
