"""Risks of a case, for those who work on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown
from waymark.foundation.access.loading import load
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.permissions import Permission
from waymark.pathway.referrals.models import Referral
from waymark.pathway.support import policies, queries, risks_shown
from waymark.pathway.support.actions import weighing
from waymark.pathway.support.forms import risks as forms
from waymark.pathway.support.models import Risk

from .found import Page, case_of, form_page

ONE, ALL = "support:risk", "support:risks"


@requires(Permission.READ, shows=Referral)
@require_GET
def risks(request: HttpRequest, reference: str) -> HttpResponse:
    """All of them, open and closed."""
    case = case_of(request, reference)
    may = policies.raise_risk(request.actor, case)  # type: ignore[attr-defined]
    table = risks_shown.table(queries.risks_of(case))
    given = {"case": case, "table": table, "may": bool(may)}
    return shown(request, case.referral, "support/risks.html", given)


@requires(Permission.READ, shows=Referral)
@require_GET
def risk(request: HttpRequest, reference: str, risk_reference: str) -> HttpResponse:
    case = case_of(request, reference)
    found = risk_of(request, case, risk_reference)
    page = risks_shown.RiskPage.of_case(request.actor, found)  # type: ignore[attr-defined]
    return shown(request, case.referral, "support/risk.html", {"case": case, "risk": found, "shown": page})


@form_page
def raise_risk(request: HttpRequest, case: Case) -> Page:
    return Page(
        _("Put down a risk"),
        partial(forms.Raise, people=risks_shown.people(case)),
        _named(partial(weighing.raise_risk, case=case)),
        policies.raise_risk(request.actor, case),  # type: ignore[attr-defined]
        back=(ALL, case.reference),
    )


@form_page
def review(request: HttpRequest, case: Case, risk_reference: str) -> Page:
    found = risk_of(request, case, risk_reference)
    first = {"done_about": found.done_about}
    may = policies.review_risk(request.actor, found)  # type: ignore[attr-defined]
    return _page(found, _("Look at a risk again"), partial(forms.Review, initial=first), weighing.review, may)


@form_page
def hand(request: HttpRequest, case: Case, risk_reference: str) -> Page:
    found = risk_of(request, case, risk_reference)
    may = policies.change_risk(request.actor, found)  # type: ignore[attr-defined]
    form = partial(forms.Hand, people=risks_shown.people(case))
    return _page(found, _("Ask somebody else to answer for a risk"), form, _named(weighing.hand), may)


@form_page
def close(request: HttpRequest, case: Case, risk_reference: str) -> Page:
    found = risk_of(request, case, risk_reference)
    may = policies.change_risk(request.actor, found)  # type: ignore[attr-defined]
    return _page(found, _("Close a risk"), forms.Close, weighing.close, may)


@form_page
def reopen(request: HttpRequest, case: Case, risk_reference: str) -> Page:
    found = risk_of(request, case, risk_reference)
    may = policies.reopen_risk(request.actor, found)  # type: ignore[attr-defined]
    form = partial(forms.Reopen, people=risks_shown.people(case))
    return _page(found, _("Open a risk again"), form, _named(weighing.reopen), may)


def risk_of(request: HttpRequest, case: Case, reference: str) -> Risk:
    """The risk of that reference in this case; otherwise there is none (404)."""
    return load(queries.risks_of(case), request.actor, reference=reference)  # type: ignore[attr-defined]


def _page(found: Risk, title: Any, form: Callable[[Any], Any], act: Callable[..., Any], may: Any) -> Page:
    where = (ONE, found.case.reference, found.reference)
    given = {"quoted": found.words}
    return Page(title, form, partial(act, risk=found), may, versioned=found, given=given, back=where)


def _named(act: Callable[..., Any]) -> Callable[..., Any]:
    """`who` of the form is a person and the organisation they sit for."""

    def acted(who: str, **said: Any) -> Any:
        person, _colon, organisation = who.partition(":")
        return act(person_id=UUID(person), organisation_id=int(organisation), **said)

    return acted
