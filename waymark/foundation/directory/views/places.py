"""What an authority adds of its own: notes, organisations."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.directory import policies, queries
from waymark.foundation.directory.actions import places as actions
from waymark.foundation.directory.forms import places as forms
from waymark.foundation.directory.permissions import Permission
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Organisation, Ward

from .form_pages import fill, keeper_of

BOTH = require_http_methods(["GET", "POST"])


@requires(Permission.KEEP)
@BOTH
def write_note(request: HttpRequest, key: str) -> HttpResponse:
    actor, authority_id = request.actor, keeper_of(request)  # type: ignore[attr-defined]
    place = queries.place_of(actor, key)
    held = queries.note_of(actor, place)
    return fill(
        request,
        form=forms.WriteNote(
            request.POST or None,
            version=held.version if held else 0,
            initial={"words": held.words if held else ""},
        ),
        may=policies.keep(actor, authority_id),
        act=lambda said: actions.write_note(
            by=actor,
            place=place,
            authority_id=authority_id,
            version=version_of(request),
            words=said["words"],
        ),
        place=place,
        title=_("Write the note"),
    )


@requires(Permission.KEEP)
@BOTH
def add_organisation(request: HttpRequest) -> HttpResponse:
    actor, authority_id = request.actor, keeper_of(request)  # type: ignore[attr-defined]
    wards = queries.ward_choices([authority_id], clock.today())

    def act(said: dict[str, Any]) -> Organisation:
        ward = said.pop("ward", "")
        found = Ward.objects.get(pk=int(ward)) if ward else None
        return actions.add_organisation(by=actor, authority_id=authority_id, ward=found, **said)

    return fill(
        request,
        form=forms.AddOrganisation(request.POST or None, wards=wards),
        may=policies.keep(actor, authority_id),
        act=act,
        place=None,
        title=_("Add an organisation"),
        lead=_("A department, contractor, charity or youth provider that your authority works with."),
    )


@requires(Permission.KEEP)
@BOTH
def end_organisation(request: HttpRequest, key: str) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    place = queries.place_of(actor, key)
    if not isinstance(place, Organisation):
        raise Http404
    return fill(
        request,
        form=forms.End(request.POST or None, initial={"until_on": clock.today()}),
        may=policies.end_organisation(actor, place),
        act=lambda said: actions.end_organisation(by=actor, organisation=place, **said),
        place=place,
        title=_("This organisation has ended"),
        lead=_("It stays in the directory as closed, with everything that was done with it."),
    )
