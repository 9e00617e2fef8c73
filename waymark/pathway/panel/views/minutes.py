"""Minutes: of one item, of all items of a meeting; who came from which agency over time."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from waymark.foundation.access import filling
from waymark.foundation.access.doors import requires
from waymark.pathway.panel import minuting, policies
from waymark.pathway.panel.actions import minutes as deeds
from waymark.pathway.panel.forms.agenda import Minutes
from waymark.pathway.panel.models import Item
from waymark.pathway.panel.permissions import Permission

from .agenda import ITEM, item_of
from .found import panel_of
from .meetings import meeting_of

BOTH = require_http_methods(["GET", "POST"])


@requires(Permission.ARRANGE, shows=Item)
@BOTH
def write(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """What was said of one item; again, with what stands there to be changed."""
    found, actor = item_of(request, item_id), request.actor  # type: ignore[attr-defined]
    agencies, newest = minuting.agencies(found), minuting.newest(found)
    stands = {}
    if newest is not None:
        keys = {name: key for key, name in agencies.items()}
        stands = {f"shared_{keys[name]}": said for name, said in newest.shared.items() if name in keys}
        stands |= {"risk": newest.risk, "actions": newest.actions}
    form = Minutes(request.POST or None, agencies=agencies, again=newest is not None, initial=stands)
    return filling.fill(
        request,
        form=form,
        may=policies.write_minutes(actor, found),
        act=lambda said: deeds.write(by=actor, item=found, **form.said()),
        record=found,
        template="panel/item_form.html",
        given={
            "panel": found.meeting.panel,
            "item": found,
            "held": found.meeting,
            "title": _("Write the minutes of this item"),
            "lead": _("Who was there and who stayed out is taken from the marks. Whoever chaired signs."),
        },
        back=(ITEM, str(found.pk)),
    )


@requires(Permission.CHAIR)
@require_POST
def sign(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """One button on the page of the item."""
    found = item_of(request, item_id)
    minute = minuting.newest(found)
    if minute is None:
        raise Http404
    deeds.sign(by=request.actor, minute=minute)  # type: ignore[attr-defined]
    return redirect("panel:meeting-minutes", found.meeting.reference)


@requires(Permission.SIT)
@require_GET
def of_meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """Which minutes are written and signed: references, no names."""
    found = meeting_of(request, reference)
    lines = minuting.lines(request.actor, found)  # type: ignore[attr-defined]
    return render(request, "panel/minutes.html", {"held": found, "lines": lines})


@requires(Permission.SIT)
@require_GET
def attendance(request: HttpRequest, reference: str) -> HttpResponse:
    found = panel_of(request, reference)
    table = minuting.by_agency(request.actor, found)  # type: ignore[attr-defined]
    return render(request, "panel/attendance.html", {"panel": found, "table": table})
