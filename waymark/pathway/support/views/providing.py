"""What a provider says: that they read the briefing, which sessions are planned and held, what they report."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from waymark.foundation.access.doors import requires
from waymark.foundation.access.loading import load
from waymark.foundation.kernel import clock
from waymark.pathway.referrals.presenters import day
from waymark.pathway.support import policies
from waymark.pathway.support.actions import providing
from waymark.pathway.support.forms import providers as forms
from waymark.pathway.support.models import Report, Session, SupportAction
from waymark.pathway.support.permissions import Permission

from .mine import BOTH, ONE, action_of, page


@requires(Permission.GIVE)
@require_POST
def read(request: HttpRequest, reference: str) -> HttpResponse:
    """One button, no page of its own."""
    providing.read(by=request.actor, action=action_of(request, reference))  # type: ignore[attr-defined]
    return redirect(ONE, reference)


@requires(Permission.GIVE, shows=SupportAction)
@BOTH
def plan_sessions(request: HttpRequest, reference: str) -> HttpResponse:
    found = action_of(request, reference)
    act = partial(providing.plan, action=found)
    may = policies.work_on(request.actor, found)  # type: ignore[attr-defined]
    return page(request, found, _("Plan sessions"), forms.PlanSessions, act, may, versioned=False)


@requires(Permission.GIVE, shows=SupportAction)
@BOTH
def session(request: HttpRequest, reference: str, session_id: UUID) -> HttpResponse:
    found = action_of(request, reference)
    one = load(Session.objects.select_related("action"), request.actor, action=found, pk=session_id)  # type: ignore[attr-defined]
    first = {"held_on": min(one.planned_on, clock.today())}
    form = partial(forms.ReportSession, initial=first)
    act = partial(providing.report_session, session=one)
    may = policies.report(request.actor, found)  # type: ignore[attr-defined]
    return page(
        request, found, _("Say whether a session was held"), form, act, may, version=one.version,
        about=day(one.planned_on),
    )  # fmt: skip


@requires(Permission.GIVE, shows=SupportAction)
@BOTH
def report(request: HttpRequest, reference: str, report_id: UUID) -> HttpResponse:
    found = action_of(request, reference)
    one = load(Report.objects.select_related("action"), request.actor, action=found, pk=report_id)  # type: ignore[attr-defined]
    act = partial(providing.write_report, report=one)
    may = policies.report(request.actor, found)  # type: ignore[attr-defined]
    return page(
        request, found, _("Write a report to the panel"), forms.WriteReport, act, may, version=one.version
    )
