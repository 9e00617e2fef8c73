"""The list of assessments, and the page of one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown
from waymark.foundation.access.loading import load
from waymark.foundation.accounts.stepping_up import step_up
from waymark.foundation.interface import downloads, filters, paging
from waymark.foundation.interface.doors import MARKING
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotYours
from waymark.foundation.ledger import reads
from waymark.pathway.assessment import pcmt, policies, presenters, queries
from waymark.pathway.assessment.record import Heard, Record
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.permissions import Permission

from .found import assessment_of

# More than wait with any council at once; the newest stand first.
HEARD = 100


@requires(Permission.POLICE_READ)
@require_GET
def assessments(request: HttpRequest) -> HttpResponse:
    """What waits with the police, oldest first, by reference and date; the rest by its state. No names stand here."""
    asked = filters.read(request, presenters.state_filter())
    rows = queries.assessments(request.actor, waiting_only=not asked.values["state"])
    page = paging.page(asked.apply(rows), request, order=("started_at", "id"))
    given = {
        "page": page,
        "table": presenters.table(page.rows, clock.now()),
        "filter": asked,
        "keeps": bool(policies.keep_references(request.actor)),
        "heard": presenters.heard_table(queries.heard(request.actor)[:HEARD]),
    }
    return render(request, "assessment/list.html", given)


@requires(Permission.POLICE_DECIDE, shows=Referral)
@step_up
@require_GET
def pcmt_list(request: HttpRequest) -> HttpResponse:
    """What each referral is called here and in the national record, as CSV. Each is entered as read."""
    found = list(queries.assessments(request.actor, waiting_only=False).order_by("started_at", "pk"))
    reads.enter_all("assessment:pcmt", [one.referral for one in found])
    return downloads.answer("csv", "pcmt-references", "", pcmt.HEADINGS, pcmt.rows(found), mark=MARKING)


@requires(Permission.POLICE_READ, shows=Referral)
@require_GET
def record(request: HttpRequest, reference: str) -> HttpResponse:
    """The person, the concerns as worded, what was found, and what may be done next."""
    try:
        assessment = queries.whole(assessment_of(request, reference))
    except Http404:
        return _heard(request, reference)
    given = {
        "referral": assessment.referral,
        "assessment": assessment,
        "record": Record.of(request.actor, assessment, clock.now()),
    }
    return shown(request, assessment.referral, "assessment/record.html", given)


def _heard(request: HttpRequest, reference: str) -> HttpResponse:
    """What went to the police when it was sent, and waits for the council: to read, and no more."""
    referral = load(queries.heard_whole(request.actor), request.actor, reference=reference)
    if not policies.hear(request.actor, referral):
        raise NotYours
    given = {"referral": referral, "record": Heard.of(referral)}
    return shown(request, referral, "assessment/heard.html", given)
