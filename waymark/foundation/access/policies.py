"""Who may open a record under break-glass and who review it; who may vouch and who confirm: never the same person."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .actors import Actor
from .decisions import Decision, allow, refuse
from .models import Glass, Interest, Recovery
from .permissions import Permission
from .queries import Found, has_standing

NO_RIGHT = _("Your role does not allow this.")
INTEREST = _(
    "You said that you know the person, or have another interest in this record. Ask your Prevent lead, who will have "
    "somebody else look."
)
OPENED_BY_YOU = _("You opened this record, so somebody else has to review it.")
NOT_ENDED = _("This is still open. Review it when it has ended.")
REVIEWED = _("This has been reviewed.")
VOUCHED_BY_YOU = _("You vouched for this person, or it is you. Somebody else has to confirm it.")
ROLE_NEW = _(
    "You have had your role here for less than 14 days. Ask a colleague who has had such a role for longer."
)
VOUCHING_OVER = _("This is over. Start again, if it is still needed.")
OWN_INTEREST = _("You declared this interest, so somebody else has to withdraw it.")
WITHDRAWN = _("This interest has been withdrawn.")
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


def confirm_vouching(actor: Actor, recovery: Recovery) -> Decision:
    """Say as the second person that somebody is who they say: neither who vouched nor who lost their phone."""
    if not actor.may(Permission.VOUCH) or not actor.holds(f"authority:{recovery.authority_id}:vouch"):
        return refuse(NO_RIGHT)
    if actor.user_id in (recovery.vouched_by_id, recovery.user_id):
        return refuse(VOUCHED_BY_YOU)
    if not recovery.waits:
        return refuse(VOUCHING_OVER)
    return allow() if has_standing(actor.user_id, recovery.authority_id) else refuse(ROLE_NEW)


def interest_withdraw(actor: Actor, interest: Interest) -> Decision:
    """By whoever reviews break-glass, and never by whoever declared it."""
    if not actor.may(Permission.GLASS_REVIEW) or not actor.holds(
        f"authority:{interest.authority_id}:glass-review"
    ):
        return refuse(NO_RIGHT)
    if interest.user_id == actor.user_id:
        return refuse(OWN_INTEREST)
    if interest.withdrawn_at is not None:
        return refuse(WITHDRAWN)
    return refuse(INTEREST) if _has_interest(actor, interest.about_kind, str(interest.about_id)) else allow()


def _has_interest(actor: Actor, kind: str, key: str) -> bool:
    """Read from the row, not from the actor: they may have said so in this very request."""
    mine = Interest.objects.filter(user_id=actor.user_id, about_kind=kind, about_id=key)
    return mine.filter(withdrawn_at__isnull=True).exists()
