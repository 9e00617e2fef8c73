"""Actions of a plan, for those who work on the case."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown
from waymark.foundation.access.loading import load
from waymark.foundation.kernel import clock
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.permissions import Permission
from waymark.pathway.referrals.models import Referral
from waymark.pathway.support import action_page, policies, queries
from waymark.pathway.support.actions import giving, providing
from waymark.pathway.support.forms import given as forms
from waymark.pathway.support.forms import providers as provider_forms
from waymark.pathway.support.models import Report, Session, SupportAction

from .found import Page, case_of, form_page


def action_of(request: HttpRequest, case: Case, reference: str) -> SupportAction:
    """The action of that reference in the plan of this case; otherwise there is none (404)."""
    return load(queries.actions_of(case), request.actor, reference=reference)  # type: ignore[attr-defined]


@requires(Permission.READ, shows=Referral)
@require_GET
def action(request: HttpRequest, reference: str, action_reference: str) -> HttpResponse:
    case = case_of(request, reference)
    found = action_of(request, case, action_reference)
    page = action_page.ActionPage.of_case(request.actor, case, found)  # type: ignore[attr-defined]
    return shown(
        request, case.referral, "support/action.html", {"case": case, "action": found, "shown": page}
    )


@form_page
def give(request: HttpRequest, case: Case) -> Page:
    support = queries.of(case)

    def act(by: Any, who: str, needs: list[str] | None = None, **said: Any) -> Any:
        person, _colon, organisation = who.partition(":")
        wanted = [UUID(one) for one in needs or ()]
        return giving.give(
            by=by, case=case, person_id=UUID(person), organisation_id=int(organisation), needs=wanted, **said
        )

    people = action_page.who_may_help(case.authority_id)
    offered = [(str(need.pk), str(need.words)) for need in support.needs]
    return Page(
        _("Ask somebody for support"),
        partial(forms.Give, people=people, needs=offered),
        act,
        policies.write(request.actor, case),  # type: ignore[attr-defined]
    )


@form_page
def cancel(request: HttpRequest, case: Case, action_reference: str) -> Page:
    found = action_of(request, case, action_reference)
    return Page(
        _("Take it out of the plan"),
        forms.Cancel,
        partial(giving.cancel, action=found),
        policies.cancel(request.actor, found),  # type: ignore[attr-defined]
        versioned=found,
        given={"quoted": found.task},
    )


@form_page
def brief(request: HttpRequest, case: Case, action_reference: str) -> Page:
    found = action_of(request, case, action_reference)
    may = policies.brief(request.actor, found)  # type: ignore[attr-defined]
    return Page(
        _("Send a written briefing"), provider_forms.Brief, partial(providing.brief, action=found), may
    )


@form_page
def session(request: HttpRequest, case: Case, action_reference: str, session_id: UUID) -> Page:
    """For a provider who cannot say it here. It is shown who said it."""
    found = action_of(request, case, action_reference)
    one = load(Session.objects.select_related("action"), request.actor, action=found, pk=session_id)  # type: ignore[attr-defined]
    return Page(
        _("Say for them whether a session was held"),
        partial(provider_forms.ReportSession, initial={"held_on": min(one.planned_on, clock.today())}),
        partial(providing.report_session, session=one),
        policies.on_case(request.actor, found),  # type: ignore[attr-defined]
        versioned=one,
        given={"quoted": found.task},
    )


@form_page
def ask_report(request: HttpRequest, case: Case, action_reference: str) -> Page:
    found = action_of(request, case, action_reference)
    may = policies.brief(request.actor, found)  # type: ignore[attr-defined]
    return Page(
        _("Ask for a report"), provider_forms.AskReport, partial(providing.ask_report, action=found), may
    )


@form_page
def seen(request: HttpRequest, case: Case, action_reference: str, report_id: UUID) -> Page:
    found = action_of(request, case, action_reference)
    report = load(Report.objects.select_related("action"), request.actor, action=found, pk=report_id)  # type: ignore[attr-defined]
    return Page(
        _("Say that the panel has seen a report"),
        provider_forms.Seen,
        partial(providing.seen, report=report),
        policies.on_case(request.actor, found),  # type: ignore[attr-defined]
        versioned=report,
        given={"quoted": report.words},
    )
