"""Money for an action: asked for, decided."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.loading import load
from waymark.pathway.channel.models import Case
from waymark.pathway.support import funds_shown, policies
from waymark.pathway.support.actions import funding
from waymark.pathway.support.forms import funds as forms
from waymark.pathway.support.models import FundRequest

from .found import Page, form_page
from .given import action_of


@form_page
def ask(request: HttpRequest, case: Case, action_reference: str) -> Page:
    found = action_of(request, case, action_reference)
    may = policies.ask_fund(request.actor, found)  # type: ignore[attr-defined]
    return Page(_("Write down that money is asked for"), forms.Ask, partial(funding.ask, action=found), may)


@form_page
def decision(request: HttpRequest, case: Case, action_reference: str, fund_id: UUID) -> Page:
    found = action_of(request, case, action_reference)
    one = load(FundRequest.objects.select_related("action"), request.actor, action=found, pk=fund_id)  # type: ignore[attr-defined]
    return Page(
        _("Write down what was decided about the money"),
        forms.Decide,
        partial(funding.decide, request=one),
        policies.fund_decision(request.actor, one),  # type: ignore[attr-defined]
        versioned=one,
        given={"quoted": funds_shown.asked(one)},
    )
