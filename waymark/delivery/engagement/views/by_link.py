"""An institution reads what was raised and replies, by the link that was sent to its contact."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from waymark.delivery.engagement.actions import issues
from waymark.delivery.engagement.forms import Reply
from waymark.delivery.engagement.messages import ISSUE
from waymark.delivery.engagement.models import Issue
from waymark.delivery.engagement.states import IssueState
from waymark.delivery.training.links import read
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.interface.doors import open_to_all
from waymark.foundation.kernel.refusals import Refusal


@open_to_all("By a signed link that only the contact of the institution gets; it shows no person.")
@require_http_methods(["GET", "POST"])
def reply(request: HttpRequest, token: str) -> HttpResponse:
    """What was raised, and the form; or, once there is a reply or it is closed, that it has come. Opening changes
    nothing."""
    authority_id, key = read(ISSUE, token)
    with acting(Actor.job("engagement-reply", authority_id)) as by:
        found = (
            Issue.objects.select_related("institution", "organisation", "authority").filter(pk=key).first()
        )
        if found is None:
            raise Http404
        form = Reply(request.POST or None) if found.state == IssueState.ASKED else None
        if request.method == "POST" and form is not None and form.is_valid():
            try:
                issues.reply(by=by, issue=found, reply=form.cleaned_data["reply"])
            except Refusal as refusal:
                form.refuse(refusal)
            else:
                return redirect("engagement:reply", token=token)
        return render(request, "engagement/reply.html", {"issue": found, "form": form})
