"""Who may open a record under break-glass, and who may review it: never the same person."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .actors import Actor
from .decisions import Decision, allow, refuse
from .models import Glass, Interest
from .permissions import Permission
from .queries import Found

NO_RIGHT = _("Your role does not allow this.")
INTEREST = _(
    "You said that you know the person, or have another interest in this record. Ask your Prevent lead, who will have "
    "somebody else look."
)
OPENED_BY_YOU = _("You opened this record, so somebody else has to review it.")
NOT_ENDED = _("This is still open. Review it when it has ended.")
REVIEWED = _("This has been reviewed.")
NOT_SO = _("This record cannot be opened under break-glass. Ask your Prevent lead.")


def glass_open(actor: Actor, found: Found) -> Decision:
    """Open a record of one’s own authority that one does not see."""
    if not actor.may(Permission.GLASS_OPEN) or not actor.holds(f"authority:{found.authority_id}:glass"):
        return refuse(NO_RIGHT)
    if not found.opens:
        return refuse(NOT_SO)
    return refuse(INTEREST) if _has_interest(actor, found.kind, str(found.id)) else allow()


def glass_review(actor: Actor, glass: Glass) -> Decision:
    if not actor.may(Permission.GLASS_REVIEW) or not actor.holds(
        f"authority:{glass.authority_id}:glass-review"
    ):
        return refuse(NO_RIGHT)
    if glass.opened_by_id == actor.user_id:
        return refuse(OPENED_BY_YOU)
    if glass.reviewed_at is not None:
        return refuse(REVIEWED)
    if _has_interest(actor, glass.about_kind, str(glass.about_id)):
        return refuse(INTEREST)
    return refuse(NOT_ENDED) if glass.is_open else allow()


def _has_interest(actor: Actor, kind: str, key: str) -> bool:
    return Interest.objects.filter(user_id=actor.user_id, about_kind=kind, about_id=key).exists()
