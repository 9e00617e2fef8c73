"""Asking other organisations, and writing down what they answered."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.decisions import Decision
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, version_of
from waymark.foundation.access.loading import load
from waymark.pathway.referrals import policies, queries
from waymark.pathway.referrals.actions import asking
from waymark.pathway.referrals.forms import triage as forms
from waymark.pathway.referrals.models import InformationRequest, Redirect, Referral
from waymark.pathway.referrals.permissions import Permission

from .found import RECORD, referral_of

FORM = "referrals/triage_form.html"
BOTH = require_http_methods(["GET", "POST"])


@requires(Permission.TRIAGE, shows=Referral)
@BOTH
def ask(request: HttpRequest, reference: str) -> HttpResponse:
    referral = referral_of(request, reference)
    able = queries.organisations_to_ask(referral.authority_id)

    def act(given: dict[str, Any]) -> None:
        asked = able.get(pk=given.pop("asked"))
        asking.ask(by=request.actor, referral=referral, asked=asked, **given)

    form = forms.Ask(
        request.POST or None, organisations=_choices(able), initial={"due_on": forms.Ask.usual_due()}
    )
    may = policies.triage_work(request.actor, referral)
    return _page(request, referral, form, act, _("Ask for information"), may, warning=forms.SPILLAGE)


@requires(Permission.TRIAGE, shows=Referral)
@BOTH
def redirect(request: HttpRequest, reference: str) -> HttpResponse:
    referral = referral_of(request, reference)
    able = queries.organisations_to_ask(referral.authority_id)

    def act(given: dict[str, Any]) -> None:
        service = able.get(pk=given.pop("service"))
        asking.redirect(by=request.actor, referral=referral, service=service, **given)

    form = forms.Redirect(request.POST or None, organisations=_choices(able))
    may = policies.triage_work(request.actor, referral)
    return _page(request, referral, form, act, _("Redirect to another service"), may, warning=forms.SPILLAGE)


@requires(Permission.TRIAGE, shows=Referral)
@BOTH
def record_answer(request: HttpRequest, reference: str, request_reference: str) -> HttpResponse:
    """What an organisation answered by telephone or letter, written down by the officer."""
    referral = referral_of(request, reference)
    asked = _request(request, referral, request_reference)

    def act(given: dict[str, Any]) -> None:
        answer_request(request, asked, given)

    may = policies.triage_record_answer(request.actor, asked)
    title = _("Write down their answer")
    form = forms.AnswerRequest(request.POST or None)
    return _page(request, referral, form, act, title, may, quoted=asked.question, versioned=asked)


@requires(Permission.OVERRIDE_REQUEST, shows=Referral)
@BOTH
def override(request: HttpRequest, reference: str, request_reference: str) -> HttpResponse:
    referral = referral_of(request, reference)
    asked = _request(request, referral, request_reference)
    return _page(
        request,
        referral,
        forms.Override(request.POST or None),
        lambda given: asking.override_request(by=request.actor, request=asked, **given),
        _("Go on without the answer"),
        policies.triage_override(request.actor, asked),
        quoted=asked.question,
    )


@requires(Permission.TRIAGE, shows=Referral)
@BOTH
def record_redirect(request: HttpRequest, reference: str, redirect_reference: str) -> HttpResponse:
    """Whether a service takes the matter on, written down by the officer."""
    referral = referral_of(request, reference)
    made = load(Redirect.objects.all(), request.actor, referral=referral, reference=redirect_reference)
    return _page(
        request,
        referral,
        forms.AnswerRedirect(request.POST or None),
        lambda given: answer_redirect(request, made, given),
        _("Write down whether they take it on"),
        policies.triage_record_answer(request.actor, made),
        quoted=made.message,
        versioned=made,
    )


def answer_request(request: HttpRequest, asked: InformationRequest, given: dict[str, Any]) -> None:
    version = version_of(request)
    by = request.actor  # type: ignore[attr-defined]
    if given["can_answer"]:
        asking.answer_request(
            by=by, request=asked, version=version, reply=given["reply"], handling=given["handling"]
        )
    else:
        asking.decline_request(by=by, request=asked, version=version, why=given["why"])


def answer_redirect(request: HttpRequest, made: Redirect, given: dict[str, Any]) -> None:
    act = asking.accept_redirect if given["accepts"] else asking.decline_redirect
    act(by=request.actor, redirect=made, version=version_of(request), answer=given["answer"])  # type: ignore[attr-defined]


def _request(request: HttpRequest, referral: Referral, reference: str) -> InformationRequest:
    found = InformationRequest.objects.select_related("referral", "override")
    return load(found, request.actor, referral=referral, reference=reference)  # type: ignore[attr-defined]


def _choices(organisations: Any) -> list[tuple[str, str]]:
    return [(str(organisation.pk), organisation.name) for organisation in organisations]


def _page(
    request: HttpRequest,
    referral: Referral,
    form: forms.Form,
    act: Any,
    title: Any,
    may: Decision,
    **given: Any,
) -> HttpResponse:
    return fill(
        request,
        form=form,
        may=may,
        act=act,
        record=referral,
        template=FORM,
        given={"referral": referral, "title": title, "versioned": referral} | given,
        back=(RECORD, referral.reference),
    )
