"""A referrer’s own pages: what they wrote and sent, how it stands, and adding to it. Nothing of the case behind it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.doors import requires
from waymark.foundation.access.loading import load
from waymark.foundation.interface.doors import MARKING
from waymark.foundation.interface.paging import page as page_of
from waymark.foundation.ledger import reads
from waymark.pathway.concerns import policies, presenters, routing
from waymark.pathway.concerns.actions import adding
from waymark.pathway.concerns.forms.deciding import Add
from waymark.pathway.concerns.models import Draft, Enquiry, Submission
from waymark.pathway.concerns.permissions import Permission
from waymark.pathway.concerns.states import DraftState

from .starting import VISITORS


@requires(Permission.FOLLOW, visitors=VISITORS)
def mine(request: HttpRequest) -> HttpResponse:
    """What the actor has written, sent and asked: references and dates, no person’s name."""
    own = _own(request.actor)
    drafts = Draft.objects.visible_to(request.actor).filter(**own).exclude(state=DraftState.SENT)
    sent = Submission.objects.visible_to(request.actor).filter(**own)
    enquiries = Enquiry.objects.visible_to(request.actor).filter(**own).order_by("-asked_at", "pk")
    given = {
        "drafts": presenters.draft_rows(drafts.order_by("-last_edited_at")[:50]),
        "page": page_of(sent.prefetch_related("progress"), request, ("-sent_at", "id")),
        "enquiries": enquiries[:50],
        "is_visitor": request.actor.kind == "visitor",
    }
    return render(request, "concerns/mine.html", given)


@requires(Permission.FOLLOW, shows=Submission, visitors=VISITORS)
def progress(request: HttpRequest, reference: str) -> HttpResponse:
    """How it stands, in plain words; what was added; the outcome note."""
    found = followed(request, reference)
    reads.note(request, found)
    given = {
        "submission": found,
        "with_police": routing.went_to_police(found),
        "timeline": presenters.progress(found.progress.all()),
        "additions": presenters.additions(found.additions.all()),
    }
    return render(request, "concerns/progress.html", given)


@requires(Permission.FOLLOW, shows=Submission, visitors=VISITORS)
def answers(request: HttpRequest, reference: str) -> HttpResponse:
    """What was sent, with the questions it was asked."""
    found = followed(request, reference)
    reads.note(request, found)
    given = {"submission": found, "sections": presenters.submitted(found)}
    return render(request, "concerns/answers.html", given)


@requires(Permission.FOLLOW, visitors=VISITORS)
def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add what became known."""
    found = followed(request, reference)
    form = Add(request.POST or None)
    if request.method == "POST" and form.is_valid():
        adding.add_information(by=request.actor, submission=found, words=form.cleaned_data["words"])
        return redirect("concerns:progress", found.reference)
    given = {
        "form": form,
        "back_to": reverse("concerns:progress", args=[found.reference]),
        "marking": MARKING,
    }
    return render(request, "concerns/add.html", given)


def followed(request: HttpRequest, reference: str) -> Submission:
    """What the actor sent, or sent on; a 404 for anybody else’s, also where they see it on a page of theirs."""
    records = Submission.objects.select_related("authority").prefetch_related("progress", "additions")
    found = load(records, request.actor, reference=reference)
    if not policies.submission_follow(request.actor, found):
        raise Http404
    return found


def _own(actor: Actor) -> dict[str, object]:
    return (
        {"author_user_id": actor.user_id} if actor.kind == "user" else {"author_visitor_id": actor.visitor_id}
    )
