"""Two records of one person: linked by somebody, and the link taken back. Nothing is moved from one to the other."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill
from waymark.foundation.access.loading import load
from waymark.foundation.interface.forms import Form
from waymark.pathway.people import actions, policies, presenters
from waymark.pathway.people.forms.matching import LinkRecords
from waymark.pathway.people.models import Person, PersonLink
from waymark.pathway.people.permissions import Permission

from .person import person_of

BOTH = require_http_methods(["GET", "POST"])
TEMPLATE = "people/linking.html"


@requires(Permission.MATCH, shows=Person)
@BOTH
def link(request: HttpRequest, reference: str) -> HttpResponse:
    """The reference of the other record."""
    person = person_of(request, reference)
    return fill(
        request,
        form=LinkRecords(request.POST or None),
        may=policies.match(request.actor, person),
        act=lambda given: actions.link_by_hand(by=request.actor, person=person, reference=given["reference"]),
        record=person,
        template=TEMPLATE,
        given={"person": person, **presenters.LINKING},
        back=(reverse("people:seen-before", args=[reference]),),
    )


@requires(Permission.MATCH, shows=Person)
@BOTH
def unlink(request: HttpRequest, reference: str, link_id: UUID) -> HttpResponse:
    """What undoing means, and the button."""
    person = person_of(request, reference)
    links = PersonLink.objects.filter(presenters.of_person(person)).select_related("person", "other")
    found = load(links, request.actor, pk=link_id)
    return fill(
        request,
        form=Form(request.POST if request.method == "POST" else None),
        may=policies.match(request.actor, person),
        act=lambda _given: actions.undo_link(by=request.actor, link=found),
        record=person,
        template=TEMPLATE,
        given={"person": person, **presenters.UNLINKING},
        back=(reverse("people:seen-before", args=[reference]),),
    )
