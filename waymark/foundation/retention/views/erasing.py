"""Erasing by two people: one proposes what is due, another agrees or does not."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.access.loading import load
from waymark.foundation.accounts.stepping_up import step_up
from waymark.foundation.interface.paging import page
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.retention import policies, presenters, queries
from waymark.foundation.retention.actions import proposing
from waymark.foundation.retention.forms.erasing import Agree, Refuse
from waymark.foundation.retention.models import Proposal
from waymark.foundation.retention.permissions import Permission

from .found import authority_of

BOTH = require_http_methods(["GET", "POST"])


@requires(Permission.APPROVE)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """What waits for a second person, and what was decided."""
    found = page(queries.proposals(request.actor), request, order=("-proposed_at", "id"))  # type: ignore[attr-defined]
    may = request.actor.may(Permission.PROPOSE)  # type: ignore[attr-defined]
    given = {
        "table": presenters.proposal_table(found.rows),
        "page": found,
        "may_propose": may,
        "due": _due(request),
    }
    return render(request, "retention/proposals.html", given)


def _due(request: HttpRequest) -> int:
    """How many records are due wherever whoever looks may propose them."""
    actor, today = request.actor, clock.today()  # type: ignore[attr-defined]
    mine = [key for key in actor.authority_ids if actor.may_in(Permission.PROPOSE, key)]
    return sum(queries.due_for_two(key, today).count() for key in mine)


@requires(Permission.PROPOSE)
@step_up
@BOTH
def propose(request: HttpRequest) -> HttpResponse:
    """What is due, by class and number, and the button to propose it."""
    authority_id = authority_of(request, Permission.PROPOSE)
    policies.propose(request.actor, authority_id).require()  # type: ignore[attr-defined]
    form = Agree(request.POST or None)
    if request.method == "POST":
        try:
            made = proposing.propose(by=request.actor, authority_id=authority_id)  # type: ignore[attr-defined]
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return redirect("retention:proposal", proposal_id=made.pk)
    due = queries.due_for_two(authority_id, clock.today())
    given = {
        "form": form,
        "table": presenters.due_table(due),
        "most": proposing.MOST,
        "next": max(0, due.count() - proposing.MOST),
    }
    return render(request, "retention/propose.html", given)


@requires(Permission.APPROVE)
@step_up
@BOTH
def proposal(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    """The proposal; its second person agrees here, and the records go in the same moment."""
    found = _found(request, proposal_id)
    form = Agree(request.POST or None)
    may = policies.approve(request.actor, found)  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        try:
            _proposal, gone, kept = proposing.approve(
                by=request.actor,  # type: ignore[attr-defined]
                proposal=found,
                version=version_of(request),
            )
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _went(gone, kept))
            return redirect("retention:proposals")
    shown = page(queries.proposed(found), request, order=("erase_on", "id"))
    given = {
        "form": form,
        "proposal": found,
        "may": may,
        "page": shown,
        "lives": presenters.proposed_table(shown.rows),
        **presenters.proposal(found),
    }
    return render(request, "retention/proposal.html", given)


@requires(Permission.APPROVE)
@BOTH
def refuse(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    """The second person does not agree, and says why."""
    found = _found(request, proposal_id)
    form = Refuse(request.POST or None, version=found.version)
    if request.method == "POST" and form.is_valid():
        try:
            proposing.refuse(
                by=request.actor,  # type: ignore[attr-defined]
                proposal=found,
                version=version_of(request),
                reason=form.cleaned_data["reason"],
            )
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return redirect("retention:proposals")
    return render(request, "retention/refuse.html", {"form": form, "proposal": found})


def _found(request: HttpRequest, proposal_id: UUID) -> Proposal:
    return load(
        Proposal.objects.select_related("proposed_by", "decided_by"),
        request.actor,  # type: ignore[attr-defined]
        pk=proposal_id,
    )


def _went(gone: int, kept: int) -> str:
    said = ngettext("%(count)d record was erased.", "%(count)d records were erased.", gone) % {"count": gone}
    if not kept:
        return said
    more = ngettext(
        "%(count)d was not: a hold was placed on it, or it is not due any more.",
        "%(count)d were not: a hold was placed on them, or they are not due any more.",
        kept,
    ) % {"count": kept}
    return _("%(said)s %(more)s") % {"said": said, "more": more}
