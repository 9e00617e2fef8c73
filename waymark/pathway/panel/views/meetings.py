"""Meetings of a panel: called, moved, cancelled, put into a calendar; who came."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.access.loading import load
from waymark.foundation.kernel import clock
from waymark.foundation.meetings import calendar_file
from waymark.foundation.meetings.forms.planning import Cancel, Plan, first
from waymark.pathway.panel import attended, meeting_page, policies, queries
from waymark.pathway.panel.actions import meeting as deeds
from waymark.pathway.panel.forms.meetings import Attendance
from waymark.pathway.panel.models import PanelMeeting
from waymark.pathway.panel.permissions import Permission

from .found import fill, panel_of

BOTH = require_http_methods(["GET", "POST"])
MEETING = "panel:meeting"


def meeting_of(request: HttpRequest, reference: str) -> PanelMeeting:
    """The meeting of that reference, if the actor sees its panel; otherwise there is none (404)."""
    actor = request.actor  # type: ignore[attr-defined]
    return load(queries.meetings(actor), actor, meeting__reference=reference)


@requires(Permission.SIT)
@require_GET
def meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """When, where, who. Nothing of a person helped."""
    found = meeting_of(request, reference)
    page = meeting_page.Page.of(request.actor, found, clock.now())  # type: ignore[attr-defined]
    return render(request, "panel/meeting.html", {"held": found, "shown": page})


@requires(Permission.SIT)
@require_GET
def calendar(request: HttpRequest, reference: str) -> HttpResponse:
    """The file for a calendar: no name, no case."""
    found = meeting_of(request, reference).meeting
    answer = HttpResponse(
        calendar_file.of(found, link=deeds.address_of(found)), content_type=calendar_file.TYPE
    )
    answer["Content-Disposition"] = f'attachment; filename="{found.reference}.ics"'
    return answer


@requires(Permission.ARRANGE)
@BOTH
def call(request: HttpRequest, reference: str) -> HttpResponse:
    panel = panel_of(request, reference)
    form = Plan(request.POST or None)
    return fill(
        request,
        form=form,
        may=policies.arrange(request.actor, panel),  # type: ignore[attr-defined]
        act=lambda said: deeds.call(by=request.actor, panel=panel, when=form.when()),  # type: ignore[attr-defined]
        template="panel/form.html",
        given={
            "panel": panel,
            "title": _("Call a meeting"),
            "lead": _(
                "Everybody who has a seat on that day, and their deputies, get an email. It says nothing but that "
                "there is a meeting, with a link to its page."
            ),
        },
        back=lambda done: (MEETING, done.reference),
    )


@requires(Permission.ARRANGE)
@BOTH
def move(request: HttpRequest, reference: str) -> HttpResponse:
    found = meeting_of(request, reference)
    form = Plan(request.POST or None, version=found.meeting.version, initial=first(found.meeting))
    return _change(
        request,
        found,
        form,
        lambda said: deeds.move(
            by=request.actor,  # type: ignore[attr-defined]
            meeting=found,
            version=version_of(request),
            when=form.when(),
        ),
        _("Move the meeting"),
        _("Everybody who was asked to come is told that the meeting has changed."),
    )


@requires(Permission.ARRANGE)
@BOTH
def cancel(request: HttpRequest, reference: str) -> HttpResponse:
    found = meeting_of(request, reference)
    return _change(
        request,
        found,
        Cancel(request.POST or None, version=found.meeting.version),
        lambda said: deeds.cancel(
            by=request.actor,  # type: ignore[attr-defined]
            meeting=found,
            version=version_of(request),
            because=said["because"],
        ),
        _("Cancel the meeting"),
        _("Everybody who was asked to come is told. A cancelled meeting is not taken up again."),
    )


@requires(Permission.ARRANGE)
@BOTH
def attendance(request: HttpRequest, reference: str) -> HttpResponse:
    found = meeting_of(request, reference)
    places, marks = queries.expected(found), found.meeting.attendances.all()
    stands = {f"seat_{row.for_id}": str(row.person_id) if row.person_id else row.came for row in marks}
    form = Attendance(
        request.POST or None, places=places, decided=attended.is_decided_on(found), initial=stands
    )
    return _change(
        request,
        found,
        form,
        lambda said: deeds.mark(
            by=request.actor,  # type: ignore[attr-defined]
            meeting=found,
            came=form.came(),
            because=said.get("because", ""),
        ),
        _("Mark who came"),
        _("One line for each seat of the day. What you leave empty stays as it is."),
    )


def _change(
    request: HttpRequest,
    found: PanelMeeting,
    form: Any,
    act: Callable[[dict[str, Any]], Any],
    title: str,
    lead: str,
) -> HttpResponse:
    return fill(
        request,
        form=form,
        may=policies.mark_attendance(request.actor, found.panel),  # type: ignore[attr-defined]
        act=act,
        template="panel/meeting_form.html",
        given={"panel": found.panel, "held": found, "title": title, "lead": lead},
        back=lambda done: (MEETING, found.reference),
    )
