"""The agenda of a meeting: accepting the statement, items, papers, interests, those invited."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from waymark.foundation.access import filling
from waymark.foundation.access.decisions import Decision
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.access.loading import load
from waymark.foundation.interface.forms import Form
from waymark.pathway.panel import agenda_page, items, policies, presenters, queries, statement
from waymark.pathway.panel.actions import agenda as deeds
from waymark.pathway.panel.forms import agenda as forms
from waymark.pathway.panel.forms.arranging import Sure
from waymark.pathway.panel.models import Item
from waymark.pathway.panel.permissions import Permission

from .found import fill
from .meetings import MEETING, meeting_of

BOTH = require_http_methods(["GET", "POST"])
ITEM = "panel:item"


def item_of(request: HttpRequest, item_id: UUID) -> Item:
    """The item, if the actor may read it: who accepted and has no interest in it, was invited, or arranges it."""
    actor = request.actor  # type: ignore[attr-defined]
    return load(queries.one_item(actor), actor, pk=item_id)


@requires(Permission.SIT)
@BOTH
def accept(request: HttpRequest, reference: str) -> HttpResponse:
    """The confidentiality statement of one meeting."""
    found = meeting_of(request, reference)
    return fill(
        request,
        form=Sure(request.POST or None),
        may=policies.accept(request.actor, found),  # type: ignore[attr-defined]
        act=lambda said: deeds.accept(by=request.actor, meeting=found),  # type: ignore[attr-defined]
        template="panel/accept.html",
        given={"panel": found.panel, "held": found, "statement": statement.WORDS},
        back=lambda done: (MEETING, reference),
    )


@requires(Permission.ARRANGE)
@BOTH
def put(request: HttpRequest, reference: str) -> HttpResponse:
    found = meeting_of(request, reference)
    # One that waits is chosen by its link; its reference names nobody.
    first = {"reference": request.GET.get("reference", "")}
    areas = [area for area in found.panel.covers if policies.put(request.actor, found, area)]  # type: ignore[attr-defined]
    may = policies.put(request.actor, found, areas[0] if areas else found.authority_id)  # type: ignore[attr-defined]
    return fill(
        request,
        form=forms.Put(request.POST or None, referable=bool(items.OFFERS), initial=first),
        may=may,
        act=lambda said: deeds.put(by=request.actor, meeting=found, **said),  # type: ignore[attr-defined]
        template="panel/put.html",
        given={
            "panel": found.panel,
            "held": found,
            "title": _("Put on the agenda"),
            "waiting": items.waiting(request.actor),  # type: ignore[attr-defined]
        },
        back=lambda done: (MEETING, reference),
    )


@requires(Permission.SIT, shows=Item)
@require_GET
def item(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """One item: what is read of it, who comes for it, who stays out."""
    found = item_of(request, item_id)
    page = agenda_page.ItemPage.of(request.actor, found)  # type: ignore[attr-defined]
    return filling.shown(
        request, found, "panel/item.html", {"item": found, "held": found.meeting, "shown": page}
    )


@requires(Permission.ARRANGE)
@require_POST
def move_up(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """One button, no page of its own."""
    found = item_of(request, item_id)
    deeds.move_up(by=request.actor, item=found)  # type: ignore[attr-defined]
    return redirect(MEETING, found.meeting.reference)


@requires(Permission.ARRANGE, shows=Item)
@BOTH
def withdraw(request: HttpRequest, item_id: UUID) -> HttpResponse:
    found = item_of(request, item_id)
    return _change(
        request,
        found,
        Sure(request.POST or None, version=found.version),
        lambda said: deeds.withdraw(by=request.actor, item=found, version=version_of(request)),  # type: ignore[attr-defined]
        _("Take it off the agenda"),
        back=(MEETING, found.meeting.reference),
    )


@requires(Permission.ARRANGE, shows=Item)
@BOTH
def add_paper(request: HttpRequest, item_id: UUID) -> HttpResponse:
    found = item_of(request, item_id)
    return _change(
        request,
        found,
        forms.AddPaper(request.POST or None),
        lambda said: deeds.add_paper(by=request.actor, item=found, **said),  # type: ignore[attr-defined]
        _("Add a paper"),
    )


@requires(Permission.ARRANGE, shows=Item)
@BOTH
def invite(request: HttpRequest, item_id: UUID) -> HttpResponse:
    found = item_of(request, item_id)

    def act(said: dict[str, Any]) -> Any:
        person, _colon, organisation = said.pop("who").partition(":")
        whom = {"person_id": UUID(person), "organisation_id": int(organisation)}
        return deeds.invite(by=request.actor, item=found, **whom, **said)  # type: ignore[attr-defined]

    people = presenters.who_may_come(found.authority_id)
    form = forms.Invite(request.POST or None, people=people, initial={"until_on": found.meeting.meeting.on})
    return _change(request, found, form, act, _("Invite somebody for this item"))


@requires(Permission.SIT, shows=Item)
@BOTH
def declare_interest(request: HttpRequest, item_id: UUID) -> HttpResponse:
    found = item_of(request, item_id)
    return _change(
        request,
        found,
        forms.Interest(request.POST or None),
        lambda said: deeds.declare_interest(by=request.actor, item=found, **said),  # type: ignore[attr-defined]
        _("I have an interest in this item"),
        _("From then on you see nothing of it. You cannot take it back; another person can, with a reason."),
        policies.declare_interest(request.actor, found),  # type: ignore[attr-defined]
        (MEETING, found.meeting.reference),
    )


def _change(
    request: HttpRequest,
    found: Item,
    form: Form,
    act: Callable[[dict[str, Any]], Any],
    title: str,
    lead: str = "",
    may: Decision | None = None,
    back: tuple[str, ...] = (),
) -> HttpResponse:
    return filling.fill(
        request,
        form=form,
        may=policies.change_item(request.actor, found) if may is None else may,  # type: ignore[attr-defined]
        act=act,
        record=found,
        template="panel/item_form.html",
        given={
            "panel": found.meeting.panel,
            "item": found,
            "held": found.meeting,
            "title": title,
            "lead": lead,
        },
        back=back or (ITEM, str(found.pk)),
    )
