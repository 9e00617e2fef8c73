"""Who may do what to a Channel case, now."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse
from waymark.foundation.kernel import clock
from waymark.pathway.panel.models import Item

from . import deciding_rules as rules
from .models import Case, PanelDecision
from .permissions import Permission
from .states import ENDED


def read(actor: Actor, case: Case) -> Decision:
    return _holds(actor, Permission.READ, case)


def take(actor: Actor, case: Case) -> Decision:
    """Become its lead professional, in place of the one it has: it is never without."""
    held = _holds(actor, Permission.LEAD, case)
    if held and case.lead_id == actor.user_id:
        return refuse(_("You lead this case already."))
    return refuse(_("This case has ended.")) if held and case.state in ENDED else held


def decide(actor: Actor, case: Case, item: Item) -> Decision:
    """Write down what the panel decided of a case: once at an item, while or after its meeting is held."""
    held = _holds(actor, Permission.DECIDE, case)
    if not held:
        return held
    meeting = item.meeting.meeting
    if item.about_id != case.referral_id or item.withdrawn_at or meeting.cancelled_at:
        return refuse(_("This case is not on the agenda of that meeting."))
    if not meeting.has_begun(clock.now()):
        return refuse(_("The meeting has not begun. Write down what was decided when it has."))
    if PanelDecision.objects.filter(item=item).exists():
        return refuse(_("What was decided at this item is written down. It can be corrected."))
    return allow() if rules.open_to(case.state) else refuse(rules.NOT_OPEN)


def correct(actor: Actor, decision: PanelDecision) -> Decision:
    """Enter a decision anew: the last entry of its item."""
    held = _holds(actor, Permission.DECIDE, decision.case)
    if held and PanelDecision.objects.filter(corrects=decision).exists():
        return refuse(_("This entry has been corrected already. Correct the newer one."))
    return held


def _holds(actor: Actor, permission: Permission, case: Case) -> Decision:
    if actor.may(permission) and set(actor.grants) & set(case.grants):
        return allow()
    return refuse(_("You cannot do this to this case."))
