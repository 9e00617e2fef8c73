"""What waits for whom with a case before the panel has decided: a place on an agenda, and what is missing."""

from __future__ import annotations

from datetime import datetime, time

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import Doer
from waymark.foundation.tasks import LOCAL, ClockDefault, Kind, Unit, clocks

from .models import CareResult, Case, PanelDecision
from .states import BEFORE_PANEL
from .states import CaseState as C

CASE = "channel:case"
FIRST_PANEL, CARE_ANSWER = "channel.first-panel", "channel.care-answer"
CLOCKS = (
    ClockDefault(
        FIRST_PANEL,
        _("From the referral under section 36 to the first panel"),
        20,
        Unit.WORKING_DAYS,
        LOCAL,
    ),
    ClockDefault(
        CARE_ANSWER,
        _("The answer of health or social care, where the panel referred somebody it did not adopt"),
        10,
        Unit.WORKING_DAYS,
        _("Section 36(6) sets no period; the length is set locally"),
    ),
)
TO_PANEL = Kind(FIRST_PANEL, _("Bring a case before the panel"), CASE, FIRST_PANEL)
MISSING = Kind("channel.get-missing", _("Get what the panel misses of a case"), CASE)
CARE = Kind(CARE_ANSWER, _("Get the answer of health or social care, and write it down"), CASE, CARE_ANSWER)
KINDS = (TO_PANEL, MISSING, CARE)


def staged(case: Case, by: Doer, at: datetime) -> None:
    """The tasks of the state the case is in now, in place of those before."""
    tasks.done(MISSING.code, about=case, by=by, at=at)
    _answer_of_care(case, by, at)
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


def answer_due(decision: PanelDecision) -> datetime:
    """By when the answer of health or social care is expected: counted from the day of the meeting."""
    met = datetime.combine(decision.decided_on, time(12), clock.UK)
    return clocks.due(CARE_ANSWER, met, authority_id=decision.authority_id)


def _answer_of_care(case: Case, by: Doer, at: datetime) -> None:
    """Not adopted and passed on: whoever arranges the panel gets the answer. An entry that has it ends this."""
    decision: PanelDecision | None = case.decision
    if case.state != C.NOT_ADOPTED or decision is None or decision.care_result != CareResult.AWAITED:
        tasks.done(CARE.code, about=case, by=by, at=at)
        return
    panel, late = f"authority:{case.authority_id}:panel", f"authority:{case.authority_id}:lead"
    tasks.ask(CARE.code, about=case, to=panel, by=by, at=at, due_at=answer_due(decision), escalate_to=late)


def follow(case: Case, name: str, by: Doer, at: datetime) -> None:
    """With every move of a case: what waits is what its state says."""
    staged(case, by, at)
