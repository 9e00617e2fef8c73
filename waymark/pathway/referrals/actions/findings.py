"""What triage finds out: each concern marked, needs noted, who was told, what earlier referrals tell together."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotNow, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.referrals import earlier, policies, worklist
from waymark.pathway.referrals.models import (
    LONGEST_SILENCE,
    Concern,
    Duty,
    Need,
    Referral,
    TakenTogether,
    Told,
)

from . import carrying
from .working import in_work, not_ahead


@deed("referrals.add-concern")
def add_concern(
    *,
    by: Actor,
    at: datetime,
    referral: Referral,
    words: str,
    standing: str,
    source: str,
    happened_on: date | None = None,
    handling: str = "",
) -> Concern:
    """A concern that came up in triage, beside those the referrer wrote."""
    referral = in_work(by, referral)
    last = referral.concerns.aggregate(last=Max("place"))["last"] or 0
    return Concern.objects.create(
        **carrying.with_(referral),
        place=last + 1,
        words=words,
        standing=standing,
        source=source,
        happened_on=happened_on,
        handling=handling,
        recorded_by_id=by.user_id,
    )


@deed("referrals.mark-concern")
def mark_concern(
    *, by: Actor, at: datetime, concern: Concern, version: int, mark: str, violence: bool, note: str
) -> Concern:
    """Says what came of one concern. Can be marked anew until the referral is closed."""
    in_work(by, concern.referral, policies.look_into)
    concern = lock(concern, version)
    if not note:
        raise Incomplete(_("Say how you know."), field="note")
    concern.mark, concern.violence, concern.mark_note = mark, violence, note
    concern.marked_by_id, concern.marked_at = by.user_id, at
    concern.save_next("mark", "violence", "mark_note", "marked_by", "marked_at")
    return concern


@deed("referrals.note-need")
def note_need(
    *,
    by: Actor,
    at: datetime,
    referral: Referral,
    words: str,
    bearing: str,
    why: str,
    source: str,
    noted_on: date,
) -> Need:
    """A need or adjustment, with the answer to: does it explain the concern, add to it, or is it separate?"""
    referral = in_work(by, referral)
    return Need.objects.create(
        **carrying.with_(referral),
        words=words,
        bearing=bearing,
        why=why,
        source=source,
        noted_on=noted_on,
        noted_by_id=by.user_id,
    )


@deed("referrals.end-need")
def end_need(*, by: Actor, at: datetime, need: Need, version: int, because: str) -> Need:
    """The need is met, or was none. It stays on the record."""
    in_work(by, need.referral)
    need = lock(need, version)
    need.ended_on, need.ended_because = clock.uk_date(at), because
    need.save_next("ended_on", "ended_because")
    return need


@deed("referrals.say-household")
def say_household(
    *, by: Actor, at: datetime, referral: Referral, version: int, lives_with_child: str
) -> Referral:
    """Whether the person lives with a child: if so, children’s social care comes into question for an adult too."""
    in_work(by, referral)
    referral = lock(referral, version)
    referral.lives_with_child = lives_with_child
    referral.save_next("lives_with_child")
    return referral


@deed("referrals.answer-duty")
def answer_duty(
    *,
    by: Actor,
    at: datetime,
    referral: Referral,
    service: str,
    told_on: date | None = None,
    told_by: str = "",
    their_reference: str = "",
    why_not: str = "",
) -> Duty:
    """Children’s or adults’ social care were told, or why they were not. Earlier answers stay."""
    policies.triage_answer_about(by, referral).require()
    not_ahead(told_on, at)
    return Duty.objects.create(
        **carrying.with_(lock(referral)),
        service=service,
        told_on=told_on,
        told_by=told_by,
        their_reference=their_reference,
        why_not=why_not,
        answered_by_id=by.user_id,
        answered_at=at,
    )


@deed("referrals.answer-told")
def answer_told(
    *,
    by: Actor,
    at: datetime,
    referral: Referral,
    hearer: str,
    told_on: date | None = None,
    told_by: str = "",
    response: str = "",
    not_yet_because: str = "",
    decide_again_on: date | None = None,
) -> Told:
    """Whether the person (or a parent) has been told. “Not yet” runs out after 90 days at the latest."""
    policies.triage_answer_about(by, referral).require()
    today = clock.uk_date(at)
    not_ahead(told_on, at)
    if told_on is None:
        _runs_out(today, decide_again_on)
    told = Told.objects.create(
        **carrying.with_(lock(referral)),
        hearer=hearer,
        told_on=told_on,
        told_by=told_by,
        response=response,
        not_yet_because=not_yet_because,
        decide_again_on=decide_again_on,
        answered_by_id=by.user_id,
        answered_on=today,
        recorded_at=at,
    )
    worklist.told_answered(told.referral, by, at)
    return told


@deed("referrals.take-together")
def take_together(*, by: Actor, at: datetime, referral: Referral, answer: str) -> TakenTogether:
    """The answer to what all referrals of this person, taken together, tell. It covers those there are today."""
    referral = in_work(by, referral)
    others = earlier.of(referral)
    if not others:
        raise NotNow(_("There are no earlier referrals of this person."))
    if not answer:
        raise Incomplete(_("Say what these referrals tell you, taken together."), field="answer")
    return TakenTogether.objects.create(
        **carrying.with_(referral),
        answer=answer,
        covers=[other.pk for other in others],
        answered_by_id=by.user_id,
        answered_at=at,
    )


def _runs_out(today: date, again: date | None) -> None:
    if again is None:
        raise Incomplete(_("Give the date by which you will decide again."), field="decide_again_on")
    if not today < again <= today + LONGEST_SILENCE:
        raise Refusal(_("Choose a date after today and within 90 days."), field="decide_again_on")
