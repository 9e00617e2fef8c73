"""Who may do what to the consent of a case, now."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.permissions import Permission
from waymark.pathway.channel.states import ADOPTED

from .queries import Said, Status
from .states import WITHOUT


def record(actor: Actor, case: Case) -> Decision:
    """Write down how consent was asked and answered: of a case that the panel has adopted."""
    held = _holds(actor, case)
    if held and case.state not in ADOPTED:
        return refuse(_("Consent is asked once the panel has adopted the case."))
    return held


def correct(actor: Actor, case: Case, said: Said) -> Decision:
    may = record(actor, case)
    return refuse(_("There is nothing to correct.")) if may and said.newest is None else may


def object_to(actor: Actor, case: Case, said: Said) -> Decision:
    """Write down that a parent does not agree, or may be a source of the risk."""
    may = record(actor, case)
    if may and (
        said.newest is None or not said.newest.child or said.status not in (Status.GIVEN, Status.DISPUTED)
    ):
        return refuse(_("There is no consent for a child that somebody could object to."))
    return (
        refuse(_("An objection is open already. Resolve it first.")) if may and said.open_objection else may
    )


def resolve(actor: Actor, case: Case, said: Said) -> Decision:
    may = record(actor, case)
    return refuse(_("No objection is open.")) if may and said.open_objection is None else may


def withdraw(actor: Actor, case: Case, said: Said) -> Decision:
    """At any time while there is something to take back."""
    may = record(actor, case)
    if may and said.status not in (Status.GIVEN, Status.DISPUTED):
        return refuse(_("There is no consent that could be withdrawn."))
    return may


def reassess(actor: Actor, case: Case, said: Said) -> Decision:
    may = _holds(actor, case)
    if may and (case.state not in WITHOUT or said.waiting is None):
        return refuse(_("No reassessment is due in this case."))
    return may


def _holds(actor: Actor, case: Case) -> Decision:
    if actor.may(Permission.CONSENT) and set(actor.grants) & set(case.grants):
        return allow()
    return refuse(_("You cannot do this to this case."))
