"""The pack of a meeting: asked for, waited for, downloaded by its reader alone."""

from __future__ import annotations

import base64
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from waymark.foundation.access.doors import requires
from waymark.foundation.access.loading import load
from waymark.foundation.ledger import reads
from waymark.pathway.panel import packing, policies
from waymark.pathway.panel.actions import packs as deeds
from waymark.pathway.panel.models import Pack
from waymark.pathway.panel.permissions import Permission

from .meetings import meeting_of


@requires(Permission.SIT)
@require_POST
def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """One button on the page of the meeting."""
    made = deeds.ask(by=request.actor, meeting=meeting_of(request, reference))  # type: ignore[attr-defined]
    return redirect("panel:pack", made.pk)


@requires(Permission.SIT)
@require_GET
def pack(request: HttpRequest, pack_id: UUID) -> HttpResponse:
    """How far it is. Nothing of what is in it."""
    found = _pack(request, pack_id)
    given = {"pack": found, "held": found.meeting, "whole": _whole(request, found)}
    return render(request, "panel/pack.html", given)


@requires(Permission.SIT, shows=Pack)
@require_GET
def file(request: HttpRequest, pack_id: UUID) -> HttpResponse:
    """The PDF, to be saved, never shown inline: while its reader may still read everything that is in it."""
    found = _pack(request, pack_id)
    if not _whole(request, found):
        raise Http404
    reads.note(request, found)
    answer = HttpResponse(base64.b64decode(found.content), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{found.meeting.reference}.pdf"'
    return answer


def _pack(request: HttpRequest, pack_id: UUID) -> Pack:
    actor = request.actor  # type: ignore[attr-defined]
    found = load(Pack.objects.select_related("meeting__meeting", "meeting__panel"), actor, pk=pack_id)
    policies.read_papers(actor, found.meeting).require()
    return found


def _whole(request: HttpRequest, found: Pack) -> bool:
    """Made, and nothing in it has been taken from its reader since: by an interest, by taking it off the agenda."""
    now = {item.pk for item in packing.seen(request.actor, found)}  # type: ignore[attr-defined]
    return found.made_at is not None and set(found.items) <= now
