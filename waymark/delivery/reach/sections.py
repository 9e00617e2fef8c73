"""What the page of a place in the directory shows of reach: what was done, for those who plan training."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation.access.working_for import address_for
from waymark.foundation.directory.beside import Section
from waymark.foundation.directory.models import Place

from . import approaches, policies, presenters

SHOWN = 20


def of_place(request: HttpRequest, place: Place, key: str) -> Section | None:
    actor = request.actor  # type: ignore[attr-defined]
    own = place.authority_id
    if own is None or not policies.approach(actor, own):
        return None
    held = approaches.of_place(actor, place)[:SHOWN]
    links = [
        {"text": _("Note a call, a visit or an answer"), "href": reverse("reach:note", args=[key])},
        {"text": _("Write to them"), "href": address_for(f"{reverse('reach:write')}?place={key}", own)},
    ]
    return Section(presenters.approach_table(held), links)
