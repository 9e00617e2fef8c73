"""What waits for whom with a case before the panel has decided: a place on an agenda, and what is missing."""

from __future__ import annotations

from datetime import datetime, time

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import Doer
from waymark.foundation.tasks import ClockDefault, Kind, Unit

from .models import Case, PanelDecision
from .states import BEFORE_PANEL
from .states import CaseState as C

CASE = "channel:case"
FIRST_PANEL = "channel.first-panel"
CLOCKS = (
    ClockDefault(
        FIRST_PANEL,
        _("From the referral under section 36 to the first panel"),
        20,
        Unit.WORKING_DAYS,
        "Set locally; no national period is published",
    ),
)
TO_PANEL = Kind(FIRST_PANEL, _("Bring a case before the panel"), CASE, FIRST_PANEL)
MISSING = Kind("channel.get-missing", _("Get what the panel misses of a case"), CASE)
KINDS = (TO_PANEL, MISSING)


def staged(case: Case, by: Doer, at: datetime) -> None:
    """The tasks of the state the case is in now, in place of those before."""
    tasks.done(MISSING.code, about=case, by=by, at=at)
    if case.state not in BEFORE_PANEL:
        tasks.done(TO_PANEL.code, about=case, by=by, at=at)
        return
    late = f"authority:{case.authority_id}:lead"
    tasks.ask(
        TO_PANEL.code, about=case, to=f"authority:{case.authority_id}:panel", by=by, at=at, escalate_to=late
    )
    decision: PanelDecision | None = case.decision
    if case.state == C.DEFERRED and decision is not None and decision.missing_by and decision.missing_from:
        due = datetime.combine(decision.missing_by, time(23, 59), clock.UK)
        tasks.ask(
            MISSING.code, about=case, to=decision.missing_from, by=by, at=at, due_at=due, escalate_to=late
        )


def follow(case: Case, name: str, by: Doer, at: datetime) -> None:
    """With every move of a case: what waits is what its state says."""
    staged(case, by, at)
