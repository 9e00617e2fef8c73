"""Support pauses and goes on; an investigation beside it."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel import clock
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.permissions import Permission
from waymark.pathway.exits import forms, policies, presenters
from waymark.pathway.exits.actions import pausing

from .found import Page, case_page


@case_page(Permission.LEAD)
def pause(request: HttpRequest, case: Case) -> Page:
    return Page(
        _("Pause the support"),
        partial(forms.Pause, initial={"on": clock.today()}),
        partial(pausing.pause, case=case),
        may=policies.pause(request.actor, case),  # type: ignore[attr-defined]
        given={"intro": presenters.PAUSE_INTRO},
    )


@case_page(Permission.LEAD)
def go_on(request: HttpRequest, case: Case) -> Page:
    return Page(
        _("Support goes on"),
        partial(forms.GoOn, initial={"on": clock.today()}),
        partial(pausing.go_on, case=case),
        may=policies.go_on(request.actor, case),  # type: ignore[attr-defined]
    )


@case_page(Permission.LEAD)
def investigation(request: HttpRequest, case: Case) -> Page:
    return Page(
        _("An investigation beside Channel"),
        forms.Investigation,
        partial(pausing.investigation, case=case),
        may=policies.investigation(request.actor, case),  # type: ignore[attr-defined]
        given={"intro": presenters.INVESTIGATION_INTRO},
    )
