"""What the panel decided of a case, at an item of a meeting: one entry, signed, which moves the case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.refusals import Incomplete, NotNow, Refusal
from waymark.foundation.kernel.sentences import is_sentence
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.channel import deciding_rules as rules
from waymark.pathway.channel import policies, worklist
from waymark.pathway.channel.models import CareResult, Case, Dissent, Kind, Method, Outcome, PanelDecision
from waymark.pathway.channel.states import CaseState
from waymark.pathway.panel.models import Item
from waymark.pathway.referrals.actions.deciding import signed_as
from waymark.pathway.referrals.states import ReferralState

from .leading import still_led
from .moving import move, note

# Outcome → the move of the state table, and the line it leaves. The others leave the case where it is.
MOVES = {
    Outcome.ADOPT: ("adopt", Kind.ADOPTED),
    Outcome.NOT_ADOPT: ("not-adopt", Kind.NOT_ADOPTED),
    Outcome.DEFER: ("defer", Kind.DEFERRED),
    Outcome.PROPOSE_EXIT: ("propose-exit", Kind.ENDING),
}


@dataclass(frozen=True)
class Said:
    """What is written down of one decision. `dissents`: seat → why they did not agree. `care_…` only where it is not
    adopted, `missing…` only where it is deferred (`missing_from` the key of who gets it)."""

    method: str
    reason: str
    relied_on: str
    dissents: Mapping[UUID, str] = field(default_factory=dict)
    care_considered: str = ""
    care_with: str = ""
    care_result: str = ""
    missing: str = ""
    missing_from: UUID | None = None
    missing_by: date | None = None


@deed("channel.decide")
def decide(
    *, by: Actor, at: datetime, case: Case, item: Item, version: int, outcome: str, said: Said
) -> PanelDecision:
    """Writes down what the panel decided of this case at this item, and moves the case."""
    case = lock(case, version)
    policies.decide(by, case, item).require()
    if outcome not in rules.open_to(case.state):
        raise NotNow(rules.NOT_OPEN)
    decision = _enter(by, at, case, item, outcome, said)
    _go(case, decision, by, at)
    return decision


@deed("channel.correct-decision")
def correct(
    *,
    by: Actor,
    at: datetime,
    decision: PanelDecision,
    version: int,
    outcome: str,
    said: Said,
    because: str,
) -> PanelDecision:
    """A new entry that points back at the one it corrects, with a reason. Another outcome moves the case anew, while
    it stands where the first one led."""
    case = lock(decision.case, version)
    policies.correct(by, decision).require()
    if not because:
        raise Incomplete(_("Say why the entry is corrected."), field="because")
    if outcome != decision.outcome:
        _take_back(case, decision, by, at)
        if outcome not in rules.open_to(case.state):
            raise NotNow(rules.NOT_OPEN)
    pointing = {"corrects": decision, "corrected_because": because}
    entry = _enter(by, at, case, decision.item, outcome, said, pointing)
    if outcome != decision.outcome:
        _go(case, entry, by, at)
    else:
        case.decision = entry
        case.save_next("decision")
        worklist.staged(case, by, at)
    return entry


def _enter(
    by: Actor,
    at: datetime,
    case: Case,
    item: Item,
    outcome: str,
    said: Said,
    pointing: Mapping[str, Any] | None = None,
) -> PanelDecision:
    _check(case, item, outcome, said)
    given = {"case": case, "authority_id": case.authority_id, "grants": list(case.grants)}
    decision = PanelDecision.objects.create(
        **given,
        **(pointing or {}),
        **_parts(outcome, said),
        item=item,
        meeting_reference=item.meeting.reference,
        referrer_there=rules.referrer_there(case, item),
        outcome=outcome,
        method=said.method,
        reason=said.reason,
        relied_on=said.relied_on,
        dissents_number=len(said.dissents),
        decided_on=item.meeting.meeting.on,
        signed_by_id=by.user_id,
        signed_as=signed_as(by),
        entered_at=at,
    )
    seats = rules.seats_present(item)
    for seat_id, why in said.dissents.items():
        Dissent.objects.create(
            authority_id=case.authority_id,
            grants=list(case.grants),
            decision=decision,
            seat_id=seat_id,
            organisation_id=seats[seat_id].organisation_id,
            sector=seats[seat_id].sector,
            reason=why,
        )
    return decision


def _parts(outcome: str, said: Said) -> dict[str, Any]:
    """What only this outcome has."""
    if outcome == Outcome.NOT_ADOPT:
        return {one: getattr(said, one) for one in ("care_considered", "care_with", "care_result")}
    if outcome == Outcome.DEFER:
        return {
            "missing": said.missing,
            "missing_from_id": said.missing_from,
            "missing_by": said.missing_by,
        }
    return {}


def _check(case: Case, item: Item, outcome: str, said: Said) -> None:
    """Refusal at its field."""
    rules.lawfully_met(item)
    if outcome == Outcome.ADOPT:
        rules.may_adopt(case)
    if not is_sentence(said.reason):
        raise Incomplete(_("Give the reason in at least one whole sentence."), field="reason")
    if not said.relied_on:
        raise Incomplete(_("Say what information the panel relied on."), field="relied_on")
    if bool(said.dissents) == (said.method == Method.UNANIMOUS):
        raise Incomplete(rules.DISSENT, field="method")
    if not set(said.dissents) <= set(rules.seats_present(item)):
        raise Refusal(_("Only who was there can disagree."), field="method")
    if outcome == Outcome.NOT_ADOPT:
        _check_care(said)
    if outcome == Outcome.DEFER:
        _check_missing(case, item, said)


def _check_care(said: Said) -> None:
    if not is_sentence(said.care_considered):
        words = _("Say in at least one whole sentence what was considered of health and social care.")
        raise Incomplete(words, field="care_considered")
    if not said.care_result:
        raise Incomplete(_("Choose what came of it."), field="care_result")
    if bool(said.care_with) == (said.care_result == CareResult.NOT_REFERRED):
        raise Incomplete(_("Say to whom the person was referred, or that they were not."), field="care_with")


def _check_missing(case: Case, item: Item, said: Said) -> None:
    if not said.missing:
        raise Incomplete(_("Say what is missing."), field="missing")
    if said.missing_from is None or not rules.who_gets_it(case).filter(pk=said.missing_from).exists():
        raise Incomplete(_("Choose who gets it."), field="missing_from")
    if said.missing_by is None or said.missing_by < item.meeting.meeting.on:
        raise Incomplete(_("Give the day by when, after the meeting."), field="missing_by")


def _go(case: Case, decision: PanelDecision, by: Actor, at: datetime) -> None:
    case.decision = decision
    name, kind = MOVES.get(Outcome(decision.outcome), ("", None))
    if kind is None or rules.stays_deferred(case, decision):
        case.save_next("decision")
        if kind is not None:
            note(case, kind, by, at, on=decision.decided_on)
        worklist.staged(case, by, at)
    else:
        move(case, name, kind, by=by, at=at, on=decision.decided_on, also=("decision",))


def _take_back(case: Case, decision: PanelDecision, by: Actor, at: datetime) -> None:
    if Outcome(decision.outcome) not in (Outcome.ADOPT, Outcome.NOT_ADOPT, Outcome.DEFER):
        raise NotNow(rules.GONE_ON)
    if case.state != rules.LED_TO[Outcome(decision.outcome)] or case.decision_id != decision.pk:
        raise NotNow(rules.GONE_ON)
    # Its referral ended with the case. If the police have taken it up since, nothing goes back to the panel.
    if case.state == CaseState.NOT_ADOPTED and case.referral.state != ReferralState.CHANNEL_ENDED:
        raise NotNow(rules.GONE_ON)
    move(case, "enter-anew", Kind.ENTERED_WRONGLY, by=by, at=at, on=decision.decided_on)
    still_led(by, at, case)
