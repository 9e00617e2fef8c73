"""One function for each permission of people."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse

from . import worklist
from .models import OwnerQuestion, Person
from .permissions import Permission

NOT_YOURS = _("You can do this for people whose referral your team works on.")


def read(actor: Actor, person: Person) -> Decision:
    return _for_holders(actor, person, Permission.READ)


def change(actor: Actor, person: Person) -> Decision:
    return _for_holders(actor, person, Permission.CHANGE)


def match(actor: Actor, person: Person) -> Decision:
    return _for_holders(actor, person, Permission.MATCH)


def equality_record(actor: Actor, person: Person) -> Decision:
    return _for_holders(actor, person, Permission.EQUALITY_RECORD)


def answer_owner(actor: Actor, question: OwnerQuestion) -> Decision:
    if actor.may(Permission.ANSWER_OWNER) and actor.holds(worklist.owner_of(question.person)):
        return allow()
    return refuse(_("Only the record owner can answer this."))


def _for_holders(actor: Actor, person: Person, permission: str) -> Decision:
    """May do such a thing at all, and holds a grant of this very person."""
    if actor.may(permission) and set(actor.grants) & set(person.grants):
        return allow()
    return refuse(NOT_YOURS)
