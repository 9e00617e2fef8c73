"""Legal holds: placed by reference, looked at again within a year, ended with a reason."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.access.loading import load
from waymark.foundation.accounts.stepping_up import step_up
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.retention import presenters, queries
from waymark.foundation.retention.actions import holding
from waymark.foundation.retention.forms.holds import End, Place
from waymark.foundation.retention.models import Hold
from waymark.foundation.retention.permissions import Permission

from .found import authority_of

BOTH = require_http_methods(["GET", "POST"])


@requires(Permission.HOLD)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Holds in force, then those that were ended. References, no names of people."""
    table = presenters.hold_table(queries.holds(request.actor)[:200], clock.today())  # type: ignore[attr-defined]
    return render(request, "retention/holds.html", {"table": table})


@requires(Permission.HOLD)
@BOTH
def place(request: HttpRequest) -> HttpResponse:
    """Which record, why, and when it is looked at again."""
    authority_id = authority_of(request, Permission.HOLD)
    form: Form = Place(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            holding.place(
                by=request.actor,  # type: ignore[attr-defined]
                authority_id=authority_id,
                **form.cleaned_data,
            )
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return redirect("retention:holds")
    return render(request, "retention/hold.html", {"form": form})


@requires(Permission.HOLD)
@step_up
@BOTH
def end(request: HttpRequest, hold_id: UUID) -> HttpResponse:
    """The hold is over, because …"""
    hold = load(Hold.objects.all(), request.actor, pk=hold_id)  # type: ignore[attr-defined]
    form: Form = End(request.POST or None, version=hold.version)
    if request.method == "POST" and form.is_valid():
        try:
            holding.end(
                by=request.actor,  # type: ignore[attr-defined]
                hold=hold,
                version=version_of(request),
                because=form.cleaned_data["because"],
            )
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return redirect("retention:holds")
    return render(request, "retention/end_hold.html", {"form": form, "hold": hold})
