"""Contacts: add, put right, end, take over from what came before."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.access.loading import load
from waymark.foundation.directory import policies, queries
from waymark.foundation.directory.actions import contacts as actions
from waymark.foundation.directory.forms import contacts as forms
from waymark.foundation.directory.models import Contact
from waymark.foundation.directory.permissions import Permission
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Institution

from .form_pages import fill, keeper_of

BOTH = require_http_methods(["GET", "POST"])


@requires(Permission.KEEP)
@BOTH
def add(request: HttpRequest, key: str) -> HttpResponse:
    actor, authority_id = request.actor, keeper_of(request)  # type: ignore[attr-defined]
    place = queries.place_of(actor, key)
    return fill(
        request,
        form=forms.Details(request.POST or None),
        may=policies.keep(actor, authority_id),
        act=lambda said: actions.add(by=actor, place=place, authority_id=authority_id, **said),
        place=place,
        title=_("Add a contact"),
    )


@requires(Permission.KEEP)
@BOTH
def change(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    contact = _contact(request, contact_id)
    first = {name: getattr(contact, name) for name in ("role", "name", "email", "phone", "from_on")}
    version = version_of(request)
    return fill(
        request,
        form=forms.Details(request.POST or None, version=contact.version, initial=first),
        may=policies.keep(request.actor, contact.authority_id),  # type: ignore[attr-defined]
        act=lambda said: actions.change(
            by=request.actor,  # type: ignore[attr-defined]
            contact=contact,
            **said | {"version": version},
        ),
        place=contact.place,
        title=_("Change a contact"),
        lead=_("For another person in this role, end this contact and add a new one."),
    )


@requires(Permission.KEEP)
@BOTH
def end(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    contact = _contact(request, contact_id)
    return fill(
        request,
        form=forms.End(request.POST or None, version=contact.version, initial={"until_on": clock.today()}),
        may=policies.end_contact(request.actor, contact),  # type: ignore[attr-defined]
        act=lambda said: actions.end(
            by=request.actor,  # type: ignore[attr-defined]
            contact=contact,
            version=version_of(request),
            until_on=said["until_on"],
        ),
        place=contact.place,
        title=_("A contact left this role"),
        lead=_("They stay on the page as a former contact, and are erased after 3 years."),
    )


@requires(Permission.KEEP)
@BOTH
def carry_over(request: HttpRequest, key: str) -> HttpResponse:
    """From what came before, by the links of the register."""
    actor, authority_id = request.actor, keeper_of(request)  # type: ignore[attr-defined]
    follower = queries.place_of(actor, key)
    if not isinstance(follower, Institution):
        raise Http404
    before: list[Any] = [
        other for link, other in queries.links_of(follower) if other and link.kind.startswith("Predecessor")
    ]
    held = [one for one in before if queries.contacts_at(actor, [one], clock.today())]

    def act(_said: dict[str, Any]) -> Any:
        for one in held or before[:1]:
            actions.carry_over(by=actor, place=one, follower=follower, authority_id=authority_id)

    if not before:
        raise Http404
    return fill(
        request,
        form=Form(request.POST or None),
        may=policies.keep(actor, authority_id),
        act=act,
        place=follower,
        title=_("Take over the contacts"),
        lead=_("From %(names)s. There their time ends today; here it begins.")
        % {"names": ", ".join(str(one) for one in held or before)},
    )


def _contact(request: HttpRequest, contact_id: UUID) -> Contact:
    found = Contact.objects.select_related("institution", "organisation")
    return load(found, request.actor, pk=contact_id)  # type: ignore[attr-defined]
