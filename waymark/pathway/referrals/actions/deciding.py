"""Decisions of triage: signed by one, approved by another where two are needed, corrected by writing a new one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import roles
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.refusals import Incomplete
from waymark.foundation.kernel.sentences import is_sentence
from waymark.foundation.ledger.deeds import deed, disclosed
from waymark.pathway.concerns.actions import progress
from waymark.pathway.referrals import closing, police_desk, policies, worklist
from waymark.pathway.referrals.actions import carrying, sealing
from waymark.pathway.referrals.actions.leading import still_led
from waymark.pathway.referrals.models import Approval, Decision, Outcome, Referral, Resumption

# What the referrer’s own page says, by outcome. The note beside it is the decider’s.
STEPS = {Outcome.POLICE: "passed", Outcome.REDIRECT: "passed"}
POLICE_BASIS = "Counter-Terrorism and Security Act 2015, sections 36 and 38"


@deed("referrals.decide")
def decide(
    *,
    by: Actor,
    at: datetime,
    referral: Referral,
    version: int,
    outcome: str,
    options: str,
    reason: str,
    relied_on: str,
    dissent: str = "",
    note: str = "",
    withheld_because: str = "",
) -> Decision:
    """Signs a decision. It takes effect at once, or waits for a second person where two are needed.

    Incomplete, with the first missing thing, while `closing.gaps` finds any.
    """
    referral = lock(referral, version)
    policies.triage_decide(by, referral).require()
    _sentence(reason)
    told_or_not(note, withheld_because)
    _complete(referral, outcome, at, by.user_id)
    given = {
        "outcome": outcome,
        "options": options,
        "reason": reason,
        "relied_on": relied_on,
        "dissent": dissent,
        "note": note,
        "note_code": STEPS.get(Outcome(outcome), "finished") if note else "",
        "withheld_because": withheld_because,
    }
    decision = _signed(by, at, carrying.with_(referral) | given, closing.second_needed(referral, outcome))
    referral.decision = decision
    if decision.needs_second:
        _propose(by, at, referral)
    else:
        _carry_out(by, at, referral, decision)
    return decision


@deed("referrals.approve")
def approve(*, by: Actor, at: datetime, decision: Decision, version: int, reason: str) -> Approval:
    """The second person approves; the closure takes effect. Everything it needs is looked at anew."""
    referral = lock(decision.referral, version)
    policies.triage_approve(by, decision).require()
    if not reason:
        raise Incomplete(_("Say why you approve."), field="reason")
    _complete(referral, decision.outcome, at, decision.signed_by_id)
    approval = _approval(by, at, decision, approved=True, reason=reason)
    _carry_out(by, at, referral, decision)
    return approval


@deed("referrals.not-approve")
def not_approve(*, by: Actor, at: datetime, decision: Decision, version: int, reason: str) -> Approval:
    """The second person does not approve: back to triage, with their reasons."""
    referral = lock(decision.referral, version)
    policies.triage_approve(by, decision).require()
    if not reason:
        raise Incomplete(_("Say why you do not approve."), field="reason")
    approval = _approval(by, at, decision, approved=False, reason=reason)
    worklist.move(referral, "not-approved", at)
    referral.decision = None
    referral.save_next("state", "decision", "due_at")
    worklist.stage(referral, by, at)
    return approval


@deed("referrals.correct-decision")
def correct(
    *,
    by: Actor,
    at: datetime,
    decision: Decision,
    options: str,
    reason: str,
    relied_on: str,
    dissent: str = "",
) -> Decision:
    """A corrected version beside the signed one, which stays as it is. The outcome itself does not change by this."""
    referral = lock(decision.referral)
    policies.triage_correct(by, decision).require()
    _sentence(reason)
    seen = {"referral": referral, "authority_id": referral.authority_id, "grants": list(decision.grants)}
    kept = {name: getattr(decision, name) for name in ("outcome", "note_code", "note", "withheld_because")}
    given = {
        "options": options,
        "reason": reason,
        "relied_on": relied_on,
        "dissent": dissent,
        "corrects": decision,
    }
    worklist.decided_anew(referral, by, at)
    return _signed(by, at, seen | kept | given, decision.needs_second)


@deed("referrals.bring-back")
def bring_back(*, by: Actor, at: datetime, referral: Referral, version: int, reason: str) -> Resumption:
    """From police assessment back to triage. The police stop seeing it."""
    referral = lock(referral, version)
    policies.triage_bring_back(by, referral).require()
    resumption = _resume(by, at, referral, "hand-back", reason)
    police_desk.in_charge().give_back(by, at, referral)
    carrying.carry(referral, carrying.team(referral), by=by, at=at)
    return resumption


@deed("referrals.reopen")
def reopen(*, by: Actor, at: datetime, referral: Referral, version: int, reason: str) -> Resumption:
    """A closed referral comes back to triage, for instance because there is new information."""
    referral = lock(referral, version)
    policies.triage_reopen(by, referral).require()
    referral.closed_at, referral.reopened_at = None, at
    if referral.sealed_at is not None:
        sealing.unseal(by, at, referral)
    resumption = _resume(by, at, referral, "reopen", reason)
    still_led(by, at, referral)
    return resumption


def signed_as(actor: Actor) -> str:
    """The names of the roles held while signing."""
    return roles.signed_as(actor.roles)


def _signed(by: Actor, at: datetime, given: dict[str, Any], needs_second: bool) -> Decision:
    return Decision.objects.create(
        **given, needs_second=needs_second, signed_by_id=by.user_id, signed_as=signed_as(by), signed_at=at
    )


def _propose(by: Actor, at: datetime, referral: Referral) -> None:
    worklist.move(referral, "propose", at)
    referral.save_next("state", "decision", "due_at")
    worklist.stage(referral, by, at)


def _carry_out(by: Actor, at: datetime, referral: Referral, decision: Decision) -> None:
    worklist.move(referral, decision.outcome, at)
    if decision.outcome == Outcome.POLICE:
        referral.sent_to_police_at = at
        referral.save_next("state", "decision", "due_at", "sent_to_police_at")
        carrying.carry(referral, [*referral.grants, carrying.police(referral.authority_id)], by=by, at=at)
        disclosed(
            referral, recipient="police", what="the referral, for police assessment", basis=POLICE_BASIS
        )
        police_desk.in_charge().receive(by, at, referral)
    else:
        referral.closed_at = at
        referral.save_next("state", "decision", "due_at", "closed_at")
        _no_more_to_police(by, at, referral)
    worklist.stage(referral, by, at)
    if decision.note:
        progress.tell(
            by=by, at=at, submission=referral.submission, code=decision.note_code, note=decision.note
        )
    if decision.outcome == Outcome.MISTAKEN:
        sealing.seal(by, at, referral)


def _no_more_to_police(by: Actor, at: datetime, referral: Referral) -> None:
    """The police heard of it as it was sent, and triage closed it without them: they need it no more. What they
    assessed themselves they keep."""
    if referral.is_seen_by_police and referral.sent_to_police_at is None:
        carrying.carry(referral, carrying.team(referral), by=by, at=at)


def _resume(by: Actor, at: datetime, referral: Referral, move: str, reason: str) -> Resumption:
    if not reason:
        raise Incomplete(_("Say why the referral comes back to triage."), field="reason")
    worklist.move(referral, move, at)
    referral.decision = None
    referral.save_next("state", "decision", "due_at", "closed_at", "reopened_at")
    worklist.stage(referral, by, at)
    return Resumption.objects.create(
        **carrying.with_(referral), move=move, reason=reason, signed_by_id=by.user_id, signed_at=at
    )


def _approval(by: Actor, at: datetime, decision: Decision, *, approved: bool, reason: str) -> Approval:
    return Approval.objects.create(
        authority_id=decision.authority_id,
        grants=list(decision.grants),
        decision=decision,
        approved=approved,
        reason=reason,
        approved_by_id=by.user_id,
        approved_as=signed_as(by),
        approved_at=at,
    )


def told_or_not(note: str, withheld_because: str) -> None:
    if bool(note) == bool(withheld_because):
        raise Incomplete(_("Write what the referrer is told, or why they are told nothing."), field="note")


def _sentence(reason: str) -> None:
    if not is_sentence(reason):
        raise Incomplete(_("Give the reason in at least one whole sentence."), field="reason")


def _complete(referral: Referral, outcome: str, at: datetime, proposer_id: object) -> None:
    missing = closing.gaps(referral, outcome, at, proposer_id=proposer_id)
    if missing:
        raise Incomplete(missing[0].sentence)
