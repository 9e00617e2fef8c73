"""The list of cases, and the page of one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown, version_of
from waymark.foundation.access.loading import load
from waymark.foundation.interface import filters, paging
from waymark.pathway.channel import beside, policies, presenters, queries
from waymark.pathway.channel import timeline as events
from waymark.pathway.channel.actions import leading
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.permissions import Permission
from waymark.pathway.referrals.models import Referral

RECORD = "channel:case"


@requires(Permission.READ)
@require_GET
def cases(request: HttpRequest) -> HttpResponse:
    """Cases by reference and date, oldest first. No names stand here."""
    asked = filters.read(request, presenters.state_filter())
    chosen = bool(asked.values["state"])
    rows = queries.cases(request.actor, open_only=not chosen)
    page = paging.page(asked.apply(rows), request, order=("opened_at", "id"))
    given = {"page": page, "table": presenters.table(page.rows, chosen=chosen), "filter": asked}
    return render(request, "channel/list.html", given)


@requires(Permission.READ, shows=Referral)
@require_GET
def case(request: HttpRequest, reference: str) -> HttpResponse:
    """What the case stands on, who leads it, and what has happened, newest first."""
    found = queries.load_whole(request.actor, reference)
    asked = filters.read(request, events.what_filter())
    given = {
        "case": found,
        "summary": presenters.summary(request.actor, found),
        "next": presenters.what_next(found),
        "sections": beside.sections(request.actor, found),
        "grounds": presenters.grounds(found),
        "person": presenters.person(found),
        "may_take": bool(policies.take(request.actor, found)),
        "filter": asked,
        "timeline": events.timeline(found, only=asked.values["what"]),
    }
    return shown(request, found.referral, "channel/case.html", given)


@requires(Permission.LEAD)
@require_POST
def take(request: HttpRequest, reference: str) -> HttpResponse:
    """Becomes the lead professional."""
    leading.take(by=request.actor, case=_case_of(request, reference), version=version_of(request))
    return redirect(RECORD, reference)


def _case_of(request: HttpRequest, reference: str) -> Case:
    return load(Case.objects.all(), request.actor, reference=reference)  # type: ignore[attr-defined]
