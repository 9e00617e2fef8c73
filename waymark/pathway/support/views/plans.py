"""The plan of a case: read, written, signed; its needs."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, shown, version_of
from waymark.foundation.access.loading import load
from waymark.foundation.interface.forms import TypedAgain
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.permissions import Permission
from waymark.pathway.referrals.models import Referral
from waymark.pathway.support import plan_page, policies, queries
from waymark.pathway.support.actions import planning
from waymark.pathway.support.forms import plans as forms
from waymark.pathway.support.models import PlanNeed

from .found import PLAN, Page, case_of, form_page


@requires(Permission.READ, shows=Referral)
@require_GET
def plan(request: HttpRequest, reference: str) -> HttpResponse:
    """The plan in its newest version, the needs, and what whoever reads may do."""
    case = case_of(request, reference)
    page = plan_page.PlanPage.of(request.actor, case)  # type: ignore[attr-defined]
    return shown(request, case.referral, "support/plan.html", {"case": case, "shown": page})


@requires(Permission.SUPPORT, shows=Referral)
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, reference: str) -> HttpResponse:
    """The draft. Where somebody else saved meanwhile, their words stand beside what was typed, which stays."""
    case = case_of(request, reference)
    support = queries.of(case)
    held = support.draft
    from_plan = held or support.in_force
    first = {name: getattr(from_plan, name) for name in planning.LABELS} if from_plan else {}
    if held is None:
        first |= {"changed": "", "why": ""}
    later = (held.number if held else len(support.plans) + 1) > 1
    form = forms.Write(request.POST or None, later=later, initial=first)
    posted = request.method == "POST" and not isinstance(request.POST, TypedAgain)
    stale = posted and held is not None and version_of(request) != held.version
    return fill(
        request,
        form=form,
        may=policies.write(request.actor, case),  # type: ignore[attr-defined]
        act=lambda said: planning.write(by=request.actor, case=case, version=version_of(request), **said),  # type: ignore[attr-defined]
        record=case.referral,
        template="support/write.html",
        given={
            "case": case,
            "title": _("Write the support plan"),
            "version": held.version if held else 0,
            "newer": plan_page.newer(held, request.POST) if stale and held else [],
        },
        back=(PLAN, case.reference),
    )


@form_page
def approve(request: HttpRequest, case: Case) -> Page:
    held = queries.of(case).draft
    if held is None:
        raise Http404
    return Page(
        _("Approve the support plan"),
        forms.Approve,
        partial(planning.approve, plan=held),
        policies.approve(request.actor, held),  # type: ignore[attr-defined]
        versioned=held,
        given={
            "lead": _(
                "You sign that the panel agreed this version. It is never changed: what changes is a new one."
            )
        },
    )


@requires(Permission.SUPPORT)
@require_POST
def take_needs(request: HttpRequest, reference: str) -> HttpResponse:
    """One button, no page of its own."""
    planning.take_needs(by=request.actor, case=case_of(request, reference))  # type: ignore[attr-defined]
    return redirect(PLAN, reference)


@form_page
def add_need(request: HttpRequest, case: Case) -> Page:
    may = policies.write(request.actor, case)  # type: ignore[attr-defined]
    return Page(_("Add a need"), forms.AddNeed, partial(planning.add_need, case=case), may)


@form_page
def explain_need(request: HttpRequest, case: Case, need_id: UUID) -> Page:
    need = load(PlanNeed.objects.select_related("case__referral"), request.actor, case=case, pk=need_id)  # type: ignore[attr-defined]
    first: dict[str, Any] = {"why_none": need.why_none}
    return Page(
        _("Why nothing is done about a need"),
        partial(forms.ExplainNeed, initial=first),
        partial(planning.explain_need, need=need),
        policies.write(request.actor, case),  # type: ignore[attr-defined]
        versioned=need,
        given={"quoted": need.words},
    )
