"""What those outside triage see: the question they were asked, and nothing else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, shown, version_of
from waymark.foundation.access.loading import load
from waymark.pathway.referrals import policies, presenters, queries
from waymark.pathway.referrals.forms import triage as forms
from waymark.pathway.referrals.models import InformationRequest, Redirect
from waymark.pathway.referrals.permissions import Permission

from .triage_asking import answer_redirect, answer_request

ASKED = "referrals:triage-asked"


@requires(Permission.ANSWER_REQUEST)
@require_GET
def asked(request: HttpRequest) -> HttpResponse:
    """Requests and redirects made to the organisation, by reference and date."""
    table = presenters.asked_table(queries.asked_of(request.actor))
    return render(request, "referrals/triage_asked.html", {"table": table})


@requires(Permission.ANSWER_REQUEST, shows=InformationRequest)
@require_http_methods(["GET", "POST"])
def asked_request(request: HttpRequest, request_reference: str) -> HttpResponse:
    """One question: it, and a place for the answer."""
    found = queries.requests_of(request.actor)
    question = load(found, request.actor, reference=request_reference)
    if question.state != "open" and request.method == "GET":
        return shown(request, question, "referrals/triage_asked_done.html", {"asked": question})
    return fill(
        request,
        form=forms.AnswerRequest(request.POST or None),
        may=policies.request_answer(request.actor, question),
        act=lambda said: answer_request(
            by=request.actor, version=version_of(request), asked=question, **said
        ),
        record=question,
        template="referrals/triage_asked_request.html",
        given={"asked": question},
        back=(ASKED,),
    )


@requires(Permission.ANSWER_REQUEST, shows=Redirect)
@require_http_methods(["GET", "POST"])
def asked_redirect(request: HttpRequest, redirect_reference: str) -> HttpResponse:
    """One matter the organisation is asked to take on."""
    found = queries.redirects_of(request.actor)
    made = load(found, request.actor, reference=redirect_reference)
    if made.state != "waiting" and request.method == "GET":
        return shown(request, made, "referrals/triage_asked_done.html", {"asked": made})
    return fill(
        request,
        form=forms.AnswerRedirect(request.POST or None),
        may=policies.request_answer(request.actor, made),
        act=lambda said: answer_redirect(by=request.actor, version=version_of(request), made=made, **said),
        record=made,
        template="referrals/triage_asked_redirect.html",
        given={"asked": made},
        back=(ASKED,),
    )
