"""What a new row gets from whoever writes it: author, organisation, authority, and who may see it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.models import Membership
from waymark.foundation.access.working_for import home_of, where_may
from waymark.foundation.kernel.refusals import NotAllowed
from waymark.pathway.concerns.permissions import Permission

DSL = "dsl"
NOWHERE = _("You are not a member of any organisation today. Ask your administrator.")
WHICH = _("You work for more than one council. Choose for which one you write.")


def written_by(actor: Actor, authority_id: int | None = None) -> dict[str, Any]:
    """The fields of `models.authored.Authored`. NotAllowed for somebody who works for no authority, or not that one."""
    return {
        "authority_id": authority_of(actor, authority_id),
        "author_user_id": actor.user_id,
        "author_visitor_id": actor.visitor_id,
        "organisation_id": actor.organisation_id,
    }


def authority_of(actor: Actor, chosen: int | None = None) -> int:
    """The authority that gets what an actor sends: the one they chose, that of their organisation, or the only one."""
    if not actor.authority_ids:
        raise NotAllowed(NOWHERE)
    found = home_of(actor) if chosen is None else chosen
    if found not in actor.authority_ids:
        raise NotAllowed(WHICH)
    return found


def sends_to(request: HttpRequest, permission: Permission) -> int | None:
    """Which of their authorities whoever asks writes to; None for somebody who may write to none."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    allowed = [key for key in actor.authority_ids if actor.may_in(permission, key)]
    return where_may(request, lambda _by, key: key in allowed) if allowed else None


def has_dsl(organisation_id: int | None) -> bool:
    """Does the organisation have a safeguarding lead today, so that its drafts go to them? One query."""
    if organisation_id is None:
        return False
    return Membership.objects.valid().filter(organisation_id=organisation_id, role=DSL).exists()


def dsls(organisation_id: int) -> list[Any]:
    """The accounts of the safeguarding leads of an organisation."""
    held = Membership.objects.valid().filter(organisation_id=organisation_id, role=DSL)
    return [membership.user for membership in held.select_related("user").order_by("user__full_name")]
