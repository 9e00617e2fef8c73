"""Asking other organisations, and writing down what they answered."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import load
from waymark.pathway.referrals import policies, queries
from waymark.pathway.referrals.actions import asking
from waymark.pathway.referrals.forms import triage as forms
from waymark.pathway.referrals.models import InformationRequest, Redirect, Referral
from waymark.pathway.referrals.permissions import Permission

from .form_pages import Page, form_page


@form_page(Permission.TRIAGE)
def ask(request: HttpRequest, referral: Referral) -> Page:
    form, act = ask_form(referral)
    return Page(_("Ask for information"), form, act)


@form_page(Permission.TRIAGE)
def redirect(request: HttpRequest, referral: Referral) -> Page:
    able = queries.organisations_to_ask(referral.authority_id)
    return Page(
        _("Redirect to another service"),
        partial(forms.Redirect, choices=_choices(able)),
        lambda service, **said: asking.redirect(referral=referral, service=able.get(pk=service), **said),
    )


@form_page(Permission.TRIAGE)
def record_answer(request: HttpRequest, referral: Referral, request_reference: str) -> Page:
    """What an organisation answered by telephone or letter, written down by the officer."""
    asked = _request(request, referral, request_reference)
    return Page(
        _("Write down their answer"),
        forms.AnswerRequest,
        partial(answer_request, asked=asked),
        may=policies.triage_record_answer(request.actor, asked),
        versioned=asked,
        given={"quoted": asked.question},
    )


@form_page(Permission.OVERRIDE_REQUEST)
def override(request: HttpRequest, referral: Referral, request_reference: str) -> Page:
    asked = _request(request, referral, request_reference)
    return Page(
        _("Go on without the answer"),
        forms.Override,
        partial(asking.override_request, request=asked),
        may=policies.triage_override(request.actor, asked),
        given={"quoted": asked.question},
    )


@form_page(Permission.TRIAGE)
def record_redirect(request: HttpRequest, referral: Referral, redirect_reference: str) -> Page:
    """Whether a service takes the matter on, written down by the officer."""
    made = load(Redirect.objects.all(), request.actor, referral=referral, reference=redirect_reference)
    return Page(
        _("Write down whether they take it on"),
        forms.AnswerRedirect,
        partial(answer_redirect, made=made),
        may=policies.triage_record_answer(request.actor, made),
        versioned=made,
        given={"quoted": made.message},
    )


@form_page(Permission.TRIAGE)
def mistake_told(request: HttpRequest, referral: Referral) -> Page:
    """With whom a mistaken referral was shared, and who of them knows that it was mistaken."""
    return Page(
        _("Say who was told that it was mistaken"),
        partial(forms.MistakeTold, choices=queries.to_tell(referral)),
        partial(asking.mistake_told, referral=referral),
        may=policies.triage_tell_mistake(request.actor, referral),
    )


def ask_form(referral: Referral) -> tuple[Any, Any]:
    """The form of a question about a referral, and its deed: for triage, and for the police."""
    able = queries.organisations_to_ask(referral.authority_id)
    usual = {"due_on": forms.Ask.usual_due()}
    return (
        partial(forms.Ask, choices=_choices(able), initial=usual),
        lambda asked, **said: asking.ask(referral=referral, asked=able.get(pk=asked), **said),
    )


def answer_request(
    *,
    by: Actor,
    version: int,
    asked: InformationRequest,
    can_answer: bool,
    reply: str,
    handling: str,
    why: str,
) -> None:
    """As its form says: an answer, or why there is none."""
    if can_answer:
        asking.answer_request(by=by, request=asked, version=version, reply=reply, handling=handling)
    else:
        asking.decline_request(by=by, request=asked, version=version, why=why)


def answer_redirect(*, by: Actor, version: int, made: Redirect, accepts: bool, answer: str) -> None:
    """As its form says: the service takes the matter on, or not."""
    act = asking.accept_redirect if accepts else asking.decline_redirect
    act(by=by, redirect=made, version=version, answer=answer)


def _request(request: HttpRequest, referral: Referral, reference: str) -> InformationRequest:
    found = InformationRequest.objects.select_related("referral", "override")
    return load(found, request.actor, referral=referral, reference=reference)  # type: ignore[attr-defined]


def _choices(organisations: Any) -> list[tuple[str, str]]:
    return [(str(organisation.pk), organisation.name) for organisation in organisations]
