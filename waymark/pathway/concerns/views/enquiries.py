"""Advice without naming anybody: asking, reading the answer, answering."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from waymark.foundation.access.doors import requires
from waymark.foundation.access.loading import load
from waymark.foundation.interface.doors import open_to_all
from waymark.foundation.interface.paging import page as page_of
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger import reads
from waymark.pathway.concerns import presenters
from waymark.pathway.concerns.actions import enquiring
from waymark.pathway.concerns.authors import sends_to
from waymark.pathway.concerns.forms.deciding import Answer, Ask
from waymark.pathway.concerns.models import Enquiry
from waymark.pathway.concerns.permissions import Permission

from .starting import BEFORE, VISITORS, may


@open_to_all(BEFORE)
def enquiry_start(request: HttpRequest) -> HttpResponse:
    """What advice is, and how to ask for it."""
    return render(request, "concerns/enquiry_start.html", {"may_begin": may(request, Permission.ENQUIRE)})


@requires(Permission.ENQUIRE, visitors=VISITORS)
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for advice. A field for a name comes only after the tick that one is needed."""
    form, authority_id = Ask(request.POST or None), sends_to(request, Permission.ENQUIRE)
    if request.method == "POST" and not form.asks_for_name and form.is_valid():
        said = form.cleaned_data
        found = enquiring.ask_advice(
            by=request.actor,
            question=said["question"],
            names_someone=bool(said["names"]),
            name=said.get("name", ""),
            because=said.get("because", ""),
            authority_id=authority_id,
        )
        return redirect("concerns:enquiry-sent", found.reference)
    given = {"form": form, "back_to": reverse("concerns:enquiry-start")}
    return render(request, "concerns/enquiry_ask.html", given)


@requires(Permission.ENQUIRE, visitors=VISITORS)
def enquiry_sent(request: HttpRequest, reference: str) -> HttpResponse:
    return render(request, "concerns/enquiry_sent.html", {"enquiry": _own(request, reference)})


@requires(Permission.ENQUIRE, shows=Enquiry, visitors=VISITORS)
def enquiry(request: HttpRequest, reference: str) -> HttpResponse:
    """The question and, when there is one, its answer."""
    found = _own(request, reference)
    reads.note(request, found)
    given = {"enquiry": found, "back_to": reverse("concerns:mine")}
    return render(request, "concerns/enquiry.html", given)


@requires(Permission.ANSWER_ENQUIRY)
def enquiries(request: HttpRequest) -> HttpResponse:
    """Questions that wait, oldest first; then those answered. Dates and references only."""
    seen = Enquiry.objects.visible_to(request.actor).filter(authority_id__in=request.actor.authority_ids)
    waiting = seen.filter(answered_at__isnull=True, grants__meets=_triage(request))
    answered = seen.filter(answered_at__isnull=False, grants__meets=_triage(request))
    given = {
        "page": page_of(waiting.select_related("organisation"), request, ("asked_at", "id")),
        "answered": answered.order_by("-answered_at")[:25],
    }
    return render(request, "concerns/enquiries.html", given)


@requires(Permission.ANSWER_ENQUIRY, shows=Enquiry)
def enquiry_answer(request: HttpRequest, reference: str) -> HttpResponse:
    """Read a question and answer it, once."""
    records = Enquiry.objects.select_related("author_user", "author_visitor", "organisation", "answered_by")
    found = load(records.filter(grants__meets=_triage(request)), request.actor, reference=reference)
    form = Answer(request.POST or None, version=found.version)
    if request.method == "POST" and form.is_valid():
        try:
            enquiring.answer_enquiry(
                by=request.actor,
                enquiry=found,
                version=form.cleaned_data["version"],
                answer=form.cleaned_data["answer"],
            )
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return redirect("concerns:enquiries")
    reads.note(request, found)
    given = {
        "enquiry": found,
        "form": form,
        "state": presenters.enquiry_state(found),
        "back_to": reverse("concerns:enquiries"),
    }
    return render(request, "concerns/enquiry_answer.html", given)


def _triage(request: HttpRequest) -> list[str]:
    return [f"authority:{pk}:triage" for pk in sorted(request.actor.authority_ids)]


def _own(request: HttpRequest, reference: str) -> Enquiry:
    found = load(
        Enquiry.objects.select_related("answered_by", "authority"), request.actor, reference=reference
    )
    if not found.is_by(request.actor):
        raise Http404
    return found
