"""Money is asked for, for one action of a plan, and what was decided is written down."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.support import policies
from waymark.pathway.support.models import FundDecision, FundRequest, SupportAction

from .providing import FUTURE


@deed("support.ask-fund")
def ask(
    *,
    by: Actor,
    at: datetime,
    action: SupportAction,
    asked_of: str,
    amount: Decimal,
    asked_on: date,
    reference: str = "",
) -> FundRequest:
    """Money was asked for on that day, for this action."""
    action = lock(action)
    policies.ask_fund(by, action).require()
    if asked_on > clock.uk_date(at):
        raise Refusal(FUTURE, field="asked_on")
    case = action.plan.case
    return FundRequest.objects.create(
        action=action, authority_id=case.authority_id, grants=list(case.grants), asked_of=asked_of, amount=amount,
        asked_on=asked_on, reference=reference, asked_by_id=by.user_id, entered_at=at,
    )  # fmt: skip


@deed("support.fund-decided")
def decide(
    *,
    by: Actor,
    at: datetime,
    request: FundRequest,
    version: int,
    decision: str,
    decided_on: date,
    decided_by: str,
    granted: Decimal | None = None,
) -> FundRequest:
    """What was decided, on which day, by whom. Said once; a request that was wrong is taken back and made again."""
    request = lock(request, version)
    policies.fund_decision(by, request).require()
    if not request.asked_on <= decided_on <= clock.uk_date(at):
        words = _("The date must be after the money was asked for, and not in the future.")
        raise Refusal(words, field="decided_on")
    if decision == FundDecision.GRANTED and (granted is None or granted > request.amount):
        raise Incomplete(_("Enter how much was granted: no more than was asked for."), field="granted")
    request.decision, request.decided_on, request.decided_by = decision, decided_on, decided_by
    request.granted = granted if decision == FundDecision.GRANTED else None
    request.decision_by_id, request.decision_at = by.user_id, at
    request.save_next("decision", "decided_on", "decided_by", "granted", "decision_by", "decision_at")
    return request
