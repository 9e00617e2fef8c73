"""Who may set periods, propose and approve erasing, place holds, and answer reviews; and where."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse

from .models import Proposal, Review
from .permissions import Permission


def set_period(actor: Actor, authority_id: int) -> Decision:
    """In their own authority only."""
    return _here(
        actor,
        Permission.SET_PERIOD,
        authority_id,
        _("Only the information governance lead of the council can set how long records are kept."),
    )


def hold(actor: Actor, authority_id: int) -> Decision:
    return _here(
        actor,
        Permission.HOLD,
        authority_id,
        _("Only the information governance lead of the council can place or end a hold."),
    )


def propose(actor: Actor, authority_id: int) -> Decision:
    return _here(
        actor,
        Permission.PROPOSE,
        authority_id,
        _("Only the information governance lead of the council can propose to erase records."),
    )


def approve(actor: Actor, proposal: Proposal) -> Decision:
    """Anybody who may, but whoever proposed it."""
    if proposal.proposed_by_id == actor.user_id:
        return refuse(_("You proposed this. Somebody else has to agree."))
    return _here(
        actor,
        Permission.APPROVE,
        proposal.authority_id,
        _("Only whoever answers for the records can agree to erase them."),
    )


def review(actor: Actor, review: Review) -> Decision:
    """The record owner: who holds a grant of the review itself."""
    if not set(actor.grants) & set(review.grants):
        return refuse(_("Only the record owner can answer this."))
    return _here(actor, Permission.REVIEW, review.authority_id, _("Only the record owner can answer this."))


def _here(actor: Actor, permission: Permission, authority_id: int, sentence: Any) -> Decision:
    if actor.may_in(permission, authority_id):
        return allow()
    return refuse(sentence)
