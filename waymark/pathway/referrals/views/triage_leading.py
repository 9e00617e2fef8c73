"""Taking a referral, handing it over, accepting it."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.access.loading import load
from waymark.foundation.access.queries import who_may
from waymark.pathway.referrals import policies, queries
from waymark.pathway.referrals.actions import leading, restricting
from waymark.pathway.referrals.forms import triage as forms
from waymark.pathway.referrals.models import Handover, Referral
from waymark.pathway.referrals.permissions import Permission

from .form_pages import Page, form_page
from .found import RECORD, referral_of

GIVE = _("Hand over {reference}")
RESTRICT = _("Keep {reference} to named people")
UNRESTRICT = _("Let all of triage see {reference} again")
ANSWER = _("Handover of {reference}")


@requires(Permission.TRIAGE)
@require_POST
def take(request: HttpRequest, reference: str) -> HttpResponse:
    """One button, no page of its own."""
    referral = referral_of(request, reference)
    leading.take(by=request.actor, referral=referral, version=version_of(request))
    return redirect(RECORD, reference)


@form_page(Permission.TRIAGE)
def hand_over(request: HttpRequest, referral: Referral) -> Page:
    able = queries.able_to_lead(referral).exclude(pk=referral.lead_id)
    people = [(str(person.pk), person.get_full_name()) for person in able]
    return Page(
        GIVE.format(reference=referral.reference),
        partial(forms.HandOver, choices=people),
        lambda receiver, **said: leading.hand_over(referral=referral, receiver=able.get(pk=receiver), **said),
        may=policies.triage_handover(request.actor, referral),
        versioned=referral,
    )


@form_page(Permission.TRIAGE)
def answer_handover(request: HttpRequest, referral: Referral) -> Page:
    handover = _waiting(request, referral)

    def act(*, by: Actor, accepts: bool, answer: str) -> None:
        if accepts:
            leading.accept_handover(by=by, handover=handover)
        else:
            leading.decline_handover(by=by, handover=handover, answer=answer)

    return Page(
        ANSWER.format(reference=referral.reference),
        forms.AnswerHandover,
        act,
        may=policies.triage_accept(request.actor, handover),
        template="referrals/triage_answer_handover.html",
        given={"handover": handover},
    )


@requires(Permission.TRIAGE)
@require_POST
def take_back_handover(request: HttpRequest, reference: str) -> HttpResponse:
    """One button, no page of its own."""
    referral = referral_of(request, reference)
    leading.take_back_handover(by=request.actor, handover=_waiting(request, referral))
    return redirect(RECORD, reference)


@form_page(Permission.RESTRICT)
def restrict(request: HttpRequest, referral: Referral) -> Page:
    """Keeps the referral to named people, or to other ones."""
    leads = set(who_may(Permission.RESTRICT, referral.authority_id).values_list("pk", flat=True))
    able = who_may(Permission.TRIAGE, referral.authority_id).exclude(pk__in=leads)
    people = [(str(one.pk), one.get_full_name()) for one in able if one.pk != referral.lead_id]
    kept = referral.restrictions.filter(ended_at__isnull=True).first()
    first = {"people": [str(key) for key in kept.people]} if kept else {}
    return Page(
        RESTRICT.format(reference=referral.reference),
        partial(forms.Restrict, choices=people, initial=first),
        partial(restricting.restrict, referral=referral),
        may=policies.triage_restrict(request.actor, referral),
        versioned=referral,
        template="referrals/triage_restrict.html",
    )


@form_page(Permission.RESTRICT, proof=True)
def unrestrict(request: HttpRequest, referral: Referral) -> Page:
    return Page(
        UNRESTRICT.format(reference=referral.reference),
        forms.Unrestrict,
        partial(restricting.unrestrict, referral=referral),
        may=policies.triage_unrestrict(request.actor, referral),
        versioned=referral,
        given={"warning": _("Every Prevent officer of your authority can read this referral again.")},
    )


def _waiting(request: HttpRequest, referral: Referral) -> Handover:
    """The handover that nobody has answered; 404 when there is none."""
    found = Handover.objects.select_related("referral", "offered_by")
    return load(found, request.actor, referral=referral, answered_at=None)  # type: ignore[attr-defined]
