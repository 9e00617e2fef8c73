"""Seats and deputies."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.access.loading import load
from waymark.foundation.kernel import clock
from waymark.pathway.panel import policies, presenters, queries
from waymark.pathway.panel.actions import seating
from waymark.pathway.panel.forms import arranging as forms
from waymark.pathway.panel.models import Deputy, Panel, Seat
from waymark.pathway.panel.permissions import Permission

from .found import PANEL, fill, panel_of

BOTH = require_http_methods(["GET", "POST"])


@requires(Permission.ARRANGE)
@BOTH
def add_seat(request: HttpRequest, reference: str) -> HttpResponse:
    panel = panel_of(request, reference)
    areas = [(str(key), name) for key, name in queries.areas_of(panel).items()]

    def act(said: dict[str, Any]) -> Any:
        holder, _colon, organisation = said.pop("who").partition(":")
        return seating.add_seat(
            by=request.actor,  # type: ignore[attr-defined]
            panel=panel,
            organisation=queries.partners(panel.covers).get(pk=organisation),
            holder_id=UUID(holder) if holder else None,
            areas=[int(key) for key in said.pop("areas", None) or []],
            chairs="" if said.pop("chairs") == "no" else request.POST["chairs"],
            **said,
        )

    return fill(
        request,
        form=forms.AddSeat(request.POST or None, people=presenters.who_may_sit(panel), areas=areas),
        may=policies.arrange(request.actor, panel),  # type: ignore[attr-defined]
        act=act,
        template="panel/form.html",
        given={"panel": panel, "title": _("Add a seat")},
        back=lambda done: (PANEL, reference),
    )


@requires(Permission.ARRANGE)
@BOTH
def end_seat(request: HttpRequest, reference: str, seat_id: UUID) -> HttpResponse:
    panel, seat = _seat(request, reference, seat_id)
    return fill(
        request,
        form=forms.EndSeat(request.POST or None, version=seat.version, initial={"until_on": clock.today()}),
        may=policies.end_seat(request.actor, seat),  # type: ignore[attr-defined]
        act=lambda said: seating.end_seat(
            by=request.actor,  # type: ignore[attr-defined]
            seat=seat,
            version=version_of(request),
            until_on=said["until_on"],
            because=said["because"],
        ),
        template="panel/form.html",
        given={
            "panel": panel,
            "title": _("End a seat"),
            "lead": _("On the day after, neither the member nor their deputies see anything of this panel."),
            "quoted": presenters.named(seat),
        },
        back=lambda done: (PANEL, reference),
    )


@requires(Permission.ARRANGE)
@BOTH
def add_deputy(request: HttpRequest, reference: str, seat_id: UUID) -> HttpResponse:
    panel, seat = _seat(request, reference, seat_id)
    able = queries.members(panel.authority_id).filter(organisation_id=seat.organisation_id)
    people = {str(m.user_id): m.user.get_full_name() for m in able if m.user_id != seat.holder_id}

    def act(said: dict[str, Any]) -> Any:
        person = UUID(said.pop("person"))
        return seating.add_deputy(by=request.actor, seat=seat, person_id=person, **said)  # type: ignore[attr-defined]

    return fill(
        request,
        form=forms.AddDeputy(request.POST or None, people=list(people.items())),
        may=policies.arrange(request.actor, panel),  # type: ignore[attr-defined]
        act=act,
        template="panel/form.html",
        given={"panel": panel, "title": _("Name a deputy"), "quoted": presenters.named(seat)},
        back=lambda done: (PANEL, reference),
    )


@requires(Permission.ARRANGE)
@BOTH
def end_deputy(request: HttpRequest, reference: str, deputy_id: UUID) -> HttpResponse:
    panel = panel_of(request, reference)
    found = Deputy.objects.select_related("seat__panel", "seat__organisation", "seat__holder", "person")
    deputy = load(found, request.actor, pk=deputy_id, seat__panel=panel)  # type: ignore[attr-defined]
    return fill(
        request,
        form=forms.Sure(request.POST or None, version=deputy.version),
        may=policies.end_deputy(request.actor, deputy),  # type: ignore[attr-defined]
        act=lambda said: seating.end_deputy(
            by=request.actor,  # type: ignore[attr-defined]
            deputy=deputy,
            version=version_of(request),
        ),
        template="panel/form.html",
        given={
            "panel": panel,
            "title": _("End a deputy"),
            "lead": _(
                "They see nothing of this panel from the moment you end it. After their last day it ends by itself."
            ),
            "quoted": presenters.deputises(deputy),
        },
        back=lambda done: (PANEL, reference),
    )


def _seat(request: HttpRequest, reference: str, seat_id: UUID) -> tuple[Panel, Seat]:
    panel = panel_of(request, reference)
    found = Seat.objects.select_related("panel", "organisation", "holder")
    return panel, load(found, request.actor, pk=seat_id, panel=panel)  # type: ignore[attr-defined]
