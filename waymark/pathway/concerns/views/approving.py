"""The safeguarding lead’s pages: what waits for a decision, and deciding."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from waymark.foundation.access.doors import requires
from waymark.foundation.access.loading import load
from waymark.foundation.kernel.refusals import NotYours, Refusal
from waymark.foundation.ledger import reads
from waymark.pathway.concerns import policies, presenters
from waymark.pathway.concerns.actions import approving, drafting, sending
from waymark.pathway.concerns.form import reading
from waymark.pathway.concerns.forms.deciding import KEEP_BACK, RETURN, Approve
from waymark.pathway.concerns.models import Draft, Submission
from waymark.pathway.concerns.permissions import Permission
from waymark.pathway.concerns.states import DraftState

from .drafts import apart_of


@requires(Permission.APPROVE)
def waiting(request: HttpRequest) -> HttpResponse:
    """Drafts of the lead’s own organisation that wait, oldest first, and what the organisation has sent."""
    grant = f"organisation:{request.actor.organisation_id}:dsl"
    drafts = Draft.objects.visible_to(request.actor).filter(
        state=DraftState.WITH_DSL, grants__contains=[grant]
    )
    sent = Submission.objects.visible_to(request.actor).filter(grants__contains=[grant])
    given = {
        "drafts": drafts.select_related("author_user").order_by("sent_to_dsl_at")[:50],
        "sent": sent.order_by("-sent_at")[:50],
    }
    return render(request, "concerns/waiting.html", given)


@requires(Permission.APPROVE, shows=Draft)
def approve(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """The whole draft, and the decision."""
    found = load(Draft.objects.select_related("author_user", "organisation"), request.actor, pk=draft_id)
    if not found.dsl_grant() or not request.actor.holds(found.dsl_grant()):
        raise NotYours
    may = policies.draft_decide(request.actor, found)
    form = Approve(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _decide(request, found, form.cleaned_data)
        except Refusal as refusal:
            form.refuse(refusal)
    reads.note(request, found)
    filled = drafting.filled(found, apart_of(found))
    given = {
        "draft": found,
        "form": form,
        "may_decide": bool(may),
        "sentence": may.sentence,
        "sections": presenters.answered(reading.sections(filled.version, filled.answers)),
        "is_hidden": "raiser" not in filled.answers,
        "back_to": reverse("concerns:waiting"),
    }
    return render(request, "concerns/approve.html", given)


def _decide(request: HttpRequest, found: Draft, decided: dict[str, Any]) -> HttpResponse:
    if decided["decision"] == RETURN:
        approving.give_back(by=request.actor, draft=found, note=decided["note"])
        return redirect("concerns:waiting")
    if decided["decision"] == KEEP_BACK:
        approving.keep_back(by=request.actor, draft=found, reason=decided["note"])
        return redirect("concerns:waiting")
    return redirect("concerns:sent", sending.send(by=request.actor, draft=found).reference)
