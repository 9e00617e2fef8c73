"""The list of assessments, and the page of one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown
from waymark.foundation.accounts.stepping_up import step_up
from waymark.foundation.interface import downloads, filters, paging
from waymark.foundation.kernel import clock
from waymark.foundation.ledger import reads
from waymark.pathway.assessment import pcmt, policies, presenters, queries
from waymark.pathway.assessment.record import Record
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.permissions import Permission

from .found import assessment_of


@requires(Permission.POLICE_READ)
@require_GET
def assessments(request: HttpRequest) -> HttpResponse:
    """Assessments by reference and date, oldest first. No names stand here."""
    asked = filters.read(request, presenters.state_filter())
    rows = queries.assessments(request.actor, open_only=not asked.values["state"])
    page = paging.page(asked.apply(rows), request, order=("started_at", "id"))
    given = {
        "page": page,
        "table": presenters.table(page.rows, clock.now()),
        "filter": asked,
        "keeps": bool(policies.keep_references(request.actor)),
    }
    return render(request, "assessment/list.html", given)


@requires(Permission.POLICE_DECIDE, shows=Referral)
@step_up
@require_GET
def pcmt_list(request: HttpRequest) -> HttpResponse:
    """What each referral is called here and in the national record, as CSV. Each is entered as read."""
    found = list(queries.assessments(request.actor, open_only=False).order_by("started_at", "pk"))
    reads.enter_all("assessment:pcmt", [one.referral for one in found])
    return downloads.answer("csv", "pcmt-references", "", pcmt.HEADINGS, pcmt.rows(found))


@requires(Permission.POLICE_READ, shows=Referral)
@require_GET
def record(request: HttpRequest, reference: str) -> HttpResponse:
    """The person, the concerns as worded, what was found, and what may be done next."""
    assessment = queries.whole(assessment_of(request, reference))
    given = {
        "referral": assessment.referral,
        "assessment": assessment,
        "record": Record.of(request.actor, assessment, clock.now()),
    }
    return shown(request, assessment.referral, "assessment/record.html", given)
