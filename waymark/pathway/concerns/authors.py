"""What a new row gets from whoever writes it: author, organisation, authority, and who may see it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.models import Membership
from waymark.foundation.kernel.refusals import NotAllowed
from waymark.foundation.places.models import Organisation

DSL = "dsl"
NOWHERE = _("You are not a member of any organisation today. Ask your administrator.")


def written_by(actor: Actor) -> dict[str, Any]:
    """The fields of `models.authored.Authored`. NotAllowed for somebody who belongs to no authority."""
    return {
        "authority_id": authority_of(actor),
        "author_user_id": actor.user_id,
        "author_visitor_id": actor.visitor_id,
        "organisation_id": actor.organisation_id,
    }


def authority_of(actor: Actor) -> int:
    """The authority that gets what an actor sends: their organisation’s, or the only one they work in."""
    if not actor.authority_ids:
        raise NotAllowed(NOWHERE)
    if len(actor.authority_ids) > 1:
        home = (
            Organisation.objects.filter(pk=actor.organisation_id)
            .values_list("authority_id", flat=True)
            .first()
        )
        if home in actor.authority_ids:
            return home
    return min(actor.authority_ids)


def has_dsl(organisation_id: int | None) -> bool:
    """Does the organisation have a safeguarding lead today, so that its drafts go to them? One query."""
    if organisation_id is None:
        return False
    return Membership.objects.valid().filter(organisation_id=organisation_id, role=DSL).exists()


def dsls(organisation_id: int) -> list[Any]:
    """The accounts of the safeguarding leads of an organisation."""
    held = Membership.objects.valid().filter(organisation_id=organisation_id, role=DSL)
    return [membership.user for membership in held.select_related("user").order_by("user__full_name")]
