"""Panels: the list, one of them, its terms of reference, its end."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.kernel import clock
from waymark.pathway.panel import policies, presenters, queries
from waymark.pathway.panel.actions import arranging
from waymark.pathway.panel.forms import arranging as forms
from waymark.pathway.panel.permissions import Permission

from .found import PANEL, authority_of, fill, panel_of

BOTH = require_http_methods(["GET", "POST"])


@requires(Permission.SIT)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """The panels that somebody arranges, or on which they have a seat."""
    actor = request.actor  # type: ignore[attr-defined]
    table = presenters.panel_table(queries.panels(actor)[:200], clock.today())
    given = {"table": table, "arranges": actor.may(Permission.ARRANGE)}
    return render(request, "panel/panels.html", given)


@requires(Permission.SIT)
@require_GET
def panel(request: HttpRequest, reference: str) -> HttpResponse:
    """One panel: what is missing, who sits there, its terms of reference. No name of a person helped."""
    found = panel_of(request, reference)
    page = presenters.Page.of(request.actor, found, clock.today())  # type: ignore[attr-defined]
    return render(request, "panel/panel.html", {"panel": found, "shown": page})


@requires(Permission.ARRANGE)
@BOTH
def add(request: HttpRequest) -> HttpResponse:
    authority = authority_of(request)
    near = [(str(one.pk), one.name) for one in queries.could_combine(authority, clock.today())]

    def act(said: dict[str, Any]) -> Any:
        others = [int(key) for key in said.pop("others", None) or []]
        return arranging.add(by=request.actor, authority=authority, others=others, **said)  # type: ignore[attr-defined]

    return fill(
        request,
        form=forms.Add(request.POST or None, near=near),
        may=policies.arranges(request.actor, authority.pk),  # type: ignore[attr-defined]
        act=act,
        template="panel/add.html",
        given={},
        back=lambda done: (PANEL, done.reference),
    )


@requires(Permission.ARRANGE)
@BOTH
def agree_terms(request: HttpRequest, reference: str) -> HttpResponse:
    found = panel_of(request, reference)
    before = queries.terms_on(found, clock.today())
    first = {n: getattr(before, n) for n in ("words", "meets", "quorum", "quorum_number")} if before else {}
    return fill(
        request,
        form=forms.AgreeTerms(request.POST or None, initial=first),
        may=policies.arrange(request.actor, found),  # type: ignore[attr-defined]
        act=lambda said: arranging.agree_terms(by=request.actor, panel=found, **said),  # type: ignore[attr-defined]
        template="panel/form.html",
        given={
            "panel": found,
            "title": _("Terms of reference"),
            "lead": _("What you enter takes the place of the terms before, from the day on that you say."),
        },
        back=lambda done: (PANEL, reference),
    )


@requires(Permission.ARRANGE)
@BOTH
def end(request: HttpRequest, reference: str) -> HttpResponse:
    found = panel_of(request, reference)
    return fill(
        request,
        form=forms.End(request.POST or None, version=found.version),
        may=policies.arrange(request.actor, found),  # type: ignore[attr-defined]
        act=lambda said: arranging.end(
            by=request.actor,  # type: ignore[attr-defined]
            panel=found,
            version=version_of(request),
            ended_on=said["ended_on"],
            because=said["because"],
        ),
        template="panel/form.html",
        given={
            "panel": found,
            "title": _("End this panel"),
            "lead": _(
                "After its last day nobody can be seated. It stays readable, and is erased after 6 years."
            ),
        },
        back=lambda done: (PANEL, reference),
    )
