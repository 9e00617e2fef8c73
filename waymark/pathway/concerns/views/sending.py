"""Checking the answers and sending them, and the receipt."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from waymark.foundation.access.doors import requires
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger import reads
from waymark.pathway.concerns import policies, presenters, routing
from waymark.pathway.concerns.actions import approving, drafting, sending
from waymark.pathway.concerns.form import reading
from waymark.pathway.concerns.models import Draft, Submission
from waymark.pathway.concerns.permissions import Permission
from waymark.pathway.concerns.states import DraftState

from .drafts import apart_of, mine
from .following import followed
from .starting import VISITORS


@requires(Permission.REFER, shows=Draft, visitors=VISITORS)
def check(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """All answers with their Change links; sends, or asks the safeguarding lead."""
    found = mine(request, draft_id)
    if found.state == DraftState.SENT:
        return redirect("concerns:sent", Submission.objects.get(from_draft=found.pk).reference)
    directly = policies.sends_directly(request.actor, found)
    form = Form(request.POST or None)
    if request.method == "POST":
        try:
            return _deliver(request, found, directly)
        except Refusal as refusal:
            form.refuse(refusal)
    reads.note(request, found)
    may_write = bool(policies.draft_write(request.actor, found))
    filled = drafting.filled(found, apart_of(found))
    given = {
        "draft": found,
        "form": form,
        "sections": presenters.answered(
            reading.sections(filled.version, filled.answers), found if may_write else None
        ),
        "missing": filled.missing(),
        "may_write": may_write,
        "directly": directly,
        "whom": routing.whom(request.actor, clock.today(), found.authority_id),
    }
    return render(request, "concerns/draft_check.html", given)


def _deliver(request: HttpRequest, found: Draft, directly: bool) -> HttpResponse:
    if directly:
        return redirect("concerns:sent", sending.send(by=request.actor, draft=found).reference)
    approving.ask_approval(by=request.actor, draft=found)
    return redirect("concerns:draft-waiting", found.pk)


@requires(Permission.REFER, visitors=VISITORS)
def draft_waiting(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """The receipt of a draft that went to the safeguarding lead."""
    return render(request, "concerns/draft_waiting.html", {"draft": mine(request, draft_id)})


@requires(Permission.FOLLOW, visitors=VISITORS)
def sent(request: HttpRequest, reference: str) -> HttpResponse:
    """The receipt: the reference, what happens next, whom to ask. Nothing of what was written."""
    found = followed(request, reference)
    given = {"submission": found, "with_police": routing.went_to_police(found)}
    return render(request, "concerns/sent.html", given)
