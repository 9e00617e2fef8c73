"""How long each class is kept here, and a change of it: first what it would do, then the deed."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.accounts.stepping_up import step_up
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.retention import effects, presenters
from waymark.foundation.retention.actions import periods as actions
from waymark.foundation.retention.classes import CLASSES
from waymark.foundation.retention.forms.periods import SetPeriod
from waymark.foundation.retention.permissions import Permission

from .found import authority_of


@requires(Permission.SET_PERIOD)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Every class with what is in force today and what comes."""
    table = presenters.periods_table(authority_of(request, Permission.SET_PERIOD), clock.today())
    return render(request, "retention/periods.html", {"table": table})


@requires(Permission.SET_PERIOD)
@require_http_methods(["GET", "POST"])
@step_up
def set_period(request: HttpRequest, code: str) -> HttpResponse:
    """The form; posted once, it shows what would change; posted with “confirm”, it is done."""
    row = CLASSES.get(code)
    if row is None or row.erased_after is None:
        raise Http404
    authority_id = authority_of(request, Permission.SET_PERIOD)
    held = presenters.period_initial(row, authority_id, clock.today())
    form = SetPeriod(row, request.POST or None, initial=held)
    given = {"form": form, "row": row}
    if request.method == "POST" and form.is_valid():
        if "confirm" in request.POST:
            try:
                actions.set_period(
                    by=request.actor,  # type: ignore[attr-defined]
                    authority_id=authority_id,
                    class_code=code,
                    **form.said(),
                )
            except Refusal as refusal:
                form.refuse(refusal)
            else:
                return redirect("retention:periods")
        else:
            given["effect"] = presenters.effect(effects.of(row, authority_id, form.said(), clock.today()))
    return render(request, "retention/set_period.html", given)
