"""The queue, and the page of one referral."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from waymark.foundation.access import presenters as glass
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown
from waymark.foundation.interface import filters, paging
from waymark.foundation.kernel import clock
from waymark.foundation.retention.presenters import life_rows
from waymark.foundation.retention.queries import life_of
from waymark.pathway.referrals import presenters, queries
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.permissions import Permission
from waymark.pathway.referrals.record import Record
from waymark.pathway.referrals.states import WITH_TRIAGE

from .found import referral_of


@requires(Permission.QUEUE)
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """Referrals of the authority by reference and date, oldest first. No names stand here."""
    now = clock.now()
    asked = filters.read(request, *presenters.queue_filters(request.actor, now))
    rows = asked.apply(queries.queue(request.actor))
    if not asked.values["state"]:
        rows = rows.filter(state__in=WITH_TRIAGE)
    page = paging.page(rows, request, order=("received_at", "id"))
    given = {
        "page": page,
        "table": presenters.queue_table(page.rows, now, asked=asked.values),
        "filter": asked,
    }
    return render(request, "referrals/triage_queue.html", given)


@requires(Permission.READ, shows=Referral)
@require_GET
def record(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything about one referral, and what may be done next."""
    referral = referral_of(request, reference)
    page = Record.of(request.actor, queries.whole(referral), clock.now())
    kept = life_rows(life_of("referrals.referral", referral.pk))
    given = {
        "referral": referral,
        "record": page,
        "kept": kept,
        "glass": glass.on_record(referral, request.actor),
    }
    return shown(request, referral, "referrals/triage_record.html", given)
