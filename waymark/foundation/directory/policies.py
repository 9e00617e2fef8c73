"""Who may do what in the directory."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Organisation

from .models import Contact
from .permissions import Permission

NO_RIGHT = _("Your role does not allow this. Ask your Prevent lead.")
HAS_LEFT = _("This contact has an end already. Add them again if they came back.")
IS_OVER = _("This organisation has an end already.")


def keep(actor: Actor, authority_id: int) -> Decision:
    """Contacts and notes of any place, kept by that authority for itself."""
    held = actor.may(Permission.KEEP) and actor.holds(f"authority:{authority_id}:directory")
    return allow() if held else refuse(NO_RIGHT)


def end_contact(actor: Actor, contact: Contact) -> Decision:
    held = keep(actor, contact.authority_id)
    return refuse(HAS_LEFT) if held and contact.has_left() else held


def end_organisation(actor: Actor, organisation: Organisation) -> Decision:
    held = keep(actor, organisation.authority_id)
    return refuse(IS_OVER) if held and organisation.is_over(clock.today()) else held
