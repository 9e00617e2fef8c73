"""The queue, and the page of one referral."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from waymark.foundation.access.doors import requires
from waymark.foundation.interface import paging
from waymark.foundation.kernel import clock
from waymark.pathway.referrals import presenters, queries
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.permissions import Permission

from .filling import referral_of, shown


@requires(Permission.QUEUE)
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """Referrals of the authority by reference and date, oldest first. No names stand here."""
    now = clock.now()
    wanted = presenters.Filter.of(request.GET)
    rows = queries.queue(request.actor, wanted.state, mine=wanted.mine, overdue=wanted.overdue, at=now)
    page = paging.page(rows, request)
    given = {"page": page, "rows": [presenters.queue_row(row, now) for row in page.rows], "filter": wanted}
    return render(request, "referrals/triage_queue.html", given)


@requires(Permission.READ, shows=Referral)
@require_GET
def record(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything about one referral, and what may be done next."""
    referral = referral_of(request, reference)
    page = presenters.Record.of(request.actor, referral, clock.now())
    return shown(request, referral, "referrals/triage_record.html", {"referral": referral, "record": page})
