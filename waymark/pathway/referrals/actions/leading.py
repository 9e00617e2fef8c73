"""Who is responsible: every referral has one lead professional, and is theirs until another has accepted it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.access.models import Membership, token
from waymark.foundation.access.queries import interested, who_may
from waymark.foundation.kernel.refusals import NeedsAnother, Refusal
from waymark.foundation.ledger.deeds import Doer, deed
from waymark.pathway.concerns.actions import progress
from waymark.pathway.referrals import policies, queries, worklist
from waymark.pathway.referrals.actions import carrying, telling
from waymark.pathway.referrals.models import Handover, Referral, Unanswered
from waymark.pathway.referrals.permissions import Permission
from waymark.pathway.referrals.states import CLOSED, ReferralState

NOBODY_LEFT = _(
    "This person leads open referrals, and nobody else in their authority may. "
    "Give somebody the role of Prevent lead first."
)


def first_lead(authority_id: int, but: Collection[object] = ()) -> AbstractBaseUser | None:
    """Whoever answers for a referral that nobody took: a Prevent lead, or else anybody who works in triage. None of
    the accounts with the keys `but`."""
    for permission in (Permission.ASSIGN, Permission.TRIAGE):
        person = who_may(permission, authority_id).exclude(pk__in=but).first()
        if person is not None:
            return person
    return None


@deed("referrals.take")
def take(*, by: Actor, at: datetime, referral: Referral, version: int) -> Referral:
    """The doer becomes the lead professional of a referral that nobody has taken."""
    referral = lock(referral, version)
    policies.triage_take(by, referral).require()
    worklist.move(referral, "take", at)
    close_offers(referral, by, at)
    referral.lead_id = by.user_id
    referral.save_next("state", "lead", "due_at")
    worklist.lead_changed(referral, by, at)
    progress.tell(by=by, at=at, submission=referral.submission, code="looking")
    return referral


@deed("referrals.hand-over")
def hand_over(
    *, by: Actor, at: datetime, referral: Referral, version: int, receiver: AbstractBaseUser, note: str = ""
) -> Handover:
    """Offers the referral to `receiver`. Whoever leads it now stays responsible until they accept."""
    referral = lock(referral, version)
    policies.triage_handover(by, referral).require()
    if receiver.pk == referral.lead_id and referral.state != ReferralState.RECEIVED:
        raise Refusal(_("This person leads the referral already."), field="receiver")
    if not queries.able_to_lead(referral).filter(pk=receiver.pk).exists():
        raise Refusal(_("Choose somebody who works in triage and may see this referral."), field="receiver")
    if receiver.pk in _interested(referral):
        raise Refusal(_("This person cannot lead this referral. Choose somebody else."), field="receiver")
    if referral.handovers.filter(answered_at__isnull=True).exists():
        raise Refusal(_("This referral has been offered to somebody already. Take the offer back first."))
    handover = Handover.objects.create(
        **carrying.with_(referral),
        giver_id=referral.lead_id,
        receiver_id=receiver.pk,
        note=note,
        offered_by_id=by.user_id,
        offered_at=at,
    )
    worklist.handover_offered(handover, by, at)
    return handover


@deed("referrals.accept-handover")
def accept_handover(*, by: Actor, at: datetime, handover: Handover) -> Handover:
    """The receiver accepts and becomes the lead professional."""
    referral = lock(handover.referral)
    handover = lock(handover)
    policies.triage_accept(by, handover).require()
    if referral.state == ReferralState.RECEIVED:
        worklist.move(referral, "take", at)
        progress.tell(by=by, at=at, submission=referral.submission, code="looking")
    referral.lead_id = handover.receiver_id
    referral.save_next("state", "lead", "due_at")
    worklist.lead_changed(referral, by, at)
    telling.handover_answered(handover, at)
    return _answer(handover, by, at, accepted=True)


@deed("referrals.decline-handover")
def decline_handover(*, by: Actor, at: datetime, handover: Handover, answer: str) -> Handover:
    """The receiver does not accept; the giver stays the lead professional."""
    handover = lock(handover)
    policies.triage_accept(by, handover).require()
    telling.handover_answered(handover, at)
    return _answer(handover, by, at, accepted=False, answer=answer)


@deed("referrals.take-back-handover")
def take_back_handover(*, by: Actor, at: datetime, handover: Handover) -> Handover:
    """Whoever may hand the referral over takes an unanswered offer back."""
    handover = lock(handover)
    policies.triage_handover(by, handover.referral).require()
    if handover.answered_at is not None:
        raise Refusal(_("This handover has been answered already."))
    return _answer(handover, by, at, accepted=False, answer=Unanswered.TAKEN_BACK)


def when_lead_leaves(*, by: Doer, at: datetime, user: AbstractBaseUser) -> None:
    """Every open referral the person led goes to another, in the transaction that disables their account.

    Refusal when there is nobody else. Registered with the accounts part in AppConfig.ready. Also to be called when
    a role ends: where the person still works in triage, nothing moves.
    """
    authorities = set(Membership.objects.filter(user=user).values_list("authority_id", flat=True))
    for authority_id in sorted(authorities):
        if who_may(Permission.TRIAGE, authority_id).filter(pk=user.pk).exists():
            continue
        with context.lent(authority_id):
            left = Referral.objects.filter(authority_id=authority_id, lead=user).exclude(state__in=CLOSED)
            for referral in left.select_for_update(of=("self",)).order_by("pk"):
                pass_on(by=by, at=at, referral=referral, leaver=user)
            for offer in Handover.objects.filter(
                authority_id=authority_id, receiver=user, answered_at__isnull=True
            ):
                _answer(offer, by, at, accepted=False, answer=Unanswered.ACCOUNT_STOPPED)


def before_interest(by: Actor, at: datetime, kind: str, key: UUID) -> None:
    """Somebody says that they have an interest in a referral: before they see it no more, what they lead of it goes to
    another, and what was offered to them is offered no more. Registered with break-glass in AppConfig.ready."""
    if kind != "referrals.referral" or by.user_id is None:
        return
    authority_id = Referral.objects.filter(pk=key).values_list("authority_id", flat=True).first()
    if authority_id is None:
        return  # they do not see it, and so lead nothing of it
    with context.lent(authority_id):
        referral = Referral.objects.select_for_update(of=("self",)).get(pk=key)
        if token(key) not in referral.grants:
            # Its own grant, by which every row of it is kept from them.
            carrying.to_team(referral, by=by, at=at)
        if referral.handovers.filter(answered_at__isnull=True, receiver_id=by.user_id).exists():
            close_offers(referral, by, at)
        if referral.lead_id == by.user_id and not referral.is_closed:
            pass_on(
                by=by, at=at, referral=referral, leaver=get_user_model()._default_manager.get(pk=by.user_id)
            )


def still_led(by: Doer, at: datetime, referral: Referral) -> None:
    """A step of what takes up a referral that was closed: whoever led it may have left since, and then another does."""
    able = who_may(Permission.TRIAGE, referral.authority_id).filter(pk=referral.lead_id)
    if referral.lead_id is not None and not able.exists():
        with context.lent(referral.authority_id):
            pass_on(by=by, at=at, referral=referral, leaver=referral.lead)


@deed("referrals.pass-on")
def pass_on(*, by: Doer, at: datetime, referral: Referral, leaver: AbstractBaseUser) -> Referral:
    """The referral of somebody who left goes to the Prevent lead, or to whoever else may work on it."""
    successor = first_lead(referral.authority_id, but=[leaver.pk, *_interested(referral)])
    if successor is None:
        raise NeedsAnother(NOBODY_LEFT)
    close_offers(referral, by, at)
    referral.lead = get_user_model()._default_manager.get(pk=successor.pk)
    referral.save_next("lead")
    if referral.is_kept:
        carrying.to_team(referral, by=by, at=at)
    worklist.lead_changed(referral, by, at, unasked=True)
    return referral


def _interested(referral: Referral) -> list[object]:
    """Keys of those who declared an interest in it, and so see nothing of it."""
    with context.lent(referral.authority_id):
        return list(interested(referral.tokens))


def close_offers(referral: Referral, by: Doer, at: datetime) -> None:
    for offer in referral.handovers.filter(answered_at__isnull=True):
        _answer(
            offer,
            by,
            at,
            accepted=False,
            answer=Unanswered.LEAD_CHANGED,
        )


def _answer(handover: Handover, by: Doer, at: datetime, *, accepted: bool, answer: str = "") -> Handover:
    handover.accepted, handover.answer, handover.answered_at = accepted, answer, at
    handover.save_next("accepted", "answer", "answered_at")
    worklist.handover_answered(handover, by, at)
    return handover
