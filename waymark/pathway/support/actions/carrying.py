"""Who sees an action: whoever sees its case, and the one person who does it, while they work for that organisation."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from waymark.foundation.access import context
from waymark.foundation.access.models import Protected
from waymark.pathway.channel.models import Case
from waymark.pathway.support.models import Briefing, Report, Risk, RiskEntry, Session, SupportAction, Update

# What tells the grant of whoever does an action from those of the case.
THEIRS = ":support:"
UNDER_ACTION: tuple[type[Protected], ...] = (Update, Briefing, Session, Report)


def of_person(organisation_id: int, user_id: UUID | str) -> str:
    """The grant of one person while they hold a role for that organisation (home/roles.py)."""
    return f"organisation:{organisation_id}{THEIRS}{user_id}"


def under_case(case: Case) -> dict[str, Any]:
    """What a new row under a case carries: what the case does."""
    return {"case": case, "authority_id": case.authority_id, "grants": list(case.grants)}


def under_action(action: SupportAction) -> dict[str, Any]:
    """What a new row under an action carries: what the action does."""
    return {"action": action, "authority_id": action.authority_id, "grants": list(action.grants)}


def let_go(action: SupportAction) -> None:
    """Whoever was to do it sees nothing of it from now on. The deed has changed the row before."""
    with context.lent(action.authority_id):
        action.grants = [grant for grant in action.grants if THEIRS not in grant]
        SupportAction.objects.filter(pk=action.pk).update(grants=action.grants)
        for part in UNDER_ACTION:
            part._default_manager.filter(action=action).update(grants=action.grants)


def let_risk_go(risk: Risk, instead: str = "") -> None:
    """Whoever answered for it sees nothing of it from now on; whoever holds `instead` does. The deed has changed the
    row before."""
    with context.lent(risk.authority_id):
        risk.grants = [grant for grant in risk.grants if THEIRS not in grant] + ([instead] if instead else [])
        Risk.objects.filter(pk=risk.pk).update(grants=risk.grants)
        RiskEntry.objects.filter(risk=risk).update(grants=risk.grants)
