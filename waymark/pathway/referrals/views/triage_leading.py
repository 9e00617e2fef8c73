"""Taking a referral, handing it over, accepting it."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, version_of
from waymark.foundation.access.loading import load
from waymark.foundation.access.queries import who_may
from waymark.pathway.referrals import policies
from waymark.pathway.referrals.actions import leading
from waymark.pathway.referrals.forms import triage as forms
from waymark.pathway.referrals.models import Handover, Referral
from waymark.pathway.referrals.permissions import Permission

from .found import RECORD, referral_of

GIVE = _("Hand over {reference}")
ANSWER = _("Handover of {reference}")


@requires(Permission.TRIAGE)
@require_POST
def take(request: HttpRequest, reference: str) -> HttpResponse:
    """One button, no page of its own."""
    referral = referral_of(request, reference)
    leading.take(by=request.actor, referral=referral, version=version_of(request))
    return redirect(RECORD, reference)


@requires(Permission.TRIAGE, shows=Referral)
@require_http_methods(["GET", "POST"])
def hand_over(request: HttpRequest, reference: str) -> HttpResponse:
    referral = referral_of(request, reference)
    able = who_may(Permission.TRIAGE, referral.authority_id).exclude(pk=referral.lead_id)
    people = [(str(person.pk), person.get_full_name()) for person in able]
    users = get_user_model()._default_manager
    return fill(
        request,
        form=forms.HandOver(request.POST or None, people=people),
        may=policies.triage_handover(request.actor, referral),
        act=lambda given: leading.hand_over(
            by=request.actor,
            referral=referral,
            version=version_of(request),
            receiver=users.get(pk=given["receiver"]),
            note=given["note"],
        ),
        record=referral,
        template="referrals/triage_form.html",
        given={"referral": referral, "title": GIVE.format(reference=referral.reference)},
        back=(RECORD, reference),
    )


@requires(Permission.TRIAGE, shows=Referral)
@require_http_methods(["GET", "POST"])
def answer_handover(request: HttpRequest, reference: str) -> HttpResponse:
    referral = referral_of(request, reference)
    handover = load(
        Handover.objects.select_related("referral", "offered_by"),
        request.actor,
        referral=referral,
        answered_at=None,
    )

    def act(given: dict) -> None:
        if given["accepts"]:
            leading.accept_handover(by=request.actor, handover=handover)
        else:
            leading.decline_handover(by=request.actor, handover=handover, answer=given["answer"])

    return fill(
        request,
        form=forms.AnswerHandover(request.POST or None),
        may=policies.triage_accept(request.actor, handover),
        act=act,
        record=referral,
        template="referrals/triage_answer_handover.html",
        given={
            "referral": referral,
            "handover": handover,
            "title": ANSWER.format(reference=referral.reference),
        },
        back=(RECORD, reference),
    )


@requires(Permission.TRIAGE)
@require_POST
def take_back_handover(request: HttpRequest, reference: str) -> HttpResponse:
    """One button, no page of its own."""
    referral = referral_of(request, reference)
    handover = load(
        Handover.objects.select_related("referral"), request.actor, referral=referral, answered_at=None
    )
    leading.take_back_handover(by=request.actor, handover=handover)
    return redirect(RECORD, reference)
