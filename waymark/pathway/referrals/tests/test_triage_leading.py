"""One lead professional at all times: taking, handing over with acceptance, and a lead who leaves."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from waymark.foundation.access.models import Membership
from waymark.foundation.accounts.actions.disabling import disable
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NeedsAnother, NotAllowed, Refusal, Stale
from waymark.foundation.tasks.models import Task
from waymark.pathway.referrals.actions import leading
from waymark.pathway.referrals.models import Referral

from .walks import Walk

FRIDAY = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


@pytest.fixture
def walk(cast) -> Walk:
    return Walk(cast.here).received()


def offer(walk: Walk, receiver: User, who: str = "", **given):
    with walk.acting(who) as by:
        return leading.hand_over(
            by=by, referral=walk.referral, version=walk.referral.version, receiver=receiver, **given
        )


def lead_of(walk: Walk) -> User:
    with walk.acting("lead"):
        return walk.referral.lead


def test_a_new_referral_is_the_prevent_leads_until_somebody_takes_it(walk, cast):
    assert lead_of(walk) == cast.here.lead
    walk.taken()
    assert lead_of(walk) == cast.here.officer


def test_a_referral_is_taken_once(walk):
    walk.taken()
    with walk.acting("second_officer") as by, pytest.raises(NotAllowed, match="taken this referral already"):
        leading.take(by=by, referral=walk.referral, version=walk.referral.version)


def test_two_who_take_at_once_are_told_apart_by_the_version(walk):
    with walk.acting():
        seen = walk.referral.version
    walk.taken()
    with walk.acting("second_officer") as by, pytest.raises(Stale):
        leading.take(by=by, referral=walk.referral, version=seen)


def test_the_giver_stays_responsible_until_the_receiver_accepts(walk, cast):
    walk.taken()
    handover = offer(walk, cast.here.second_officer)
    assert lead_of(walk) == cast.here.officer
    with walk.acting("second_officer") as by:
        leading.accept_handover(by=by, handover=handover)
    assert lead_of(walk) == cast.here.second_officer


def test_a_handover_that_is_not_accepted_changes_nothing(walk, cast):
    walk.taken()
    handover = offer(walk, cast.here.second_officer)
    with walk.acting("second_officer") as by:
        leading.decline_handover(by=by, handover=handover, answer="I am on leave.")
    assert lead_of(walk) == cast.here.officer
    with walk.acting("second_officer") as by, pytest.raises(NotAllowed, match="answered already"):
        leading.accept_handover(by=by, handover=handover)


def test_nobody_accepts_for_somebody_else(walk, cast):
    walk.taken()
    handover = offer(walk, cast.here.second_officer)
    with walk.acting("lead") as by, pytest.raises(NotAllowed, match="offered to somebody else"):
        leading.accept_handover(by=by, handover=handover)


def test_a_handover_not_answered_for_two_working_days_goes_to_the_prevent_lead(walk, cast):
    walk.taken()
    handover = offer(walk, cast.here.second_officer, at=FRIDAY)
    with walk.acting("second_officer"):
        task = Task.objects.get(kind="referrals.handover")
    assert task.for_user_id == cast.here.second_officer.pk
    assert (task.due_at.date().isoformat(), task.escalate_to) == (
        "2026-11-24",
        f"authority:{cast.here.authority.pk}:lead",
    )
    with walk.acting("second_officer") as by:
        leading.accept_handover(by=by, handover=handover)
        assert not Task.objects.filter(kind="referrals.handover", done_at=None).exists()
        assert Task.objects.filter(kind="referrals.triage", done_at=None, for_user_id=by.user_id).exists()


def test_only_the_lead_or_whoever_assigns_hands_over_and_only_to_triage(walk, cast):
    walk.taken()
    with pytest.raises(NotAllowed, match="Only the lead professional"):
        offer(walk, cast.here.second_officer, who="second_officer")
    with pytest.raises(Refusal, match="works in triage"):
        offer(walk, cast.here.teacher)
    with pytest.raises(Refusal, match="works in triage"):
        offer(walk, cast.there.lead)
    offer(walk, cast.here.second_officer, who="lead")
    with pytest.raises(Refusal, match="offered to somebody already"):
        offer(walk, cast.here.lead)


def test_an_offer_can_be_taken_back(walk, cast):
    walk.taken()
    handover = offer(walk, cast.here.second_officer)
    with walk.acting() as by:
        leading.take_back_handover(by=by, handover=handover)
    offer(walk, cast.here.lead)


def test_the_account_of_a_lead_is_disabled_and_the_prevent_lead_has_the_referral_at_once(walk, cast):
    walk.taken()
    offer(walk, cast.here.second_officer)
    with cast.here.acting("administrator") as by:
        disable(by=by, user=cast.here.officer, reason="left")
        assert Referral.objects.count() == 0, "the administrator sees no referral before or after"
    assert lead_of(walk) == cast.here.lead
    with walk.acting("lead") as by:
        assert (
            Task.objects.filter(kind="referrals.passed-on", for_user_id=by.user_id, done_at=None).count() == 1
        )
        assert walk.referral.handovers.get().accepted is False


def test_a_lead_whose_role_ends_leads_no_more_and_one_who_keeps_it_stays(walk, cast):
    walk.taken()
    with cast.here.acting("administrator") as by:
        leading.when_lead_leaves(by=by, at=clock.now(), user=cast.here.officer)
    assert lead_of(walk) == cast.here.officer
    Membership.objects.filter(user=cast.here.officer).update(role="partner")
    with cast.here.acting("administrator") as by:
        leading.when_lead_leaves(by=by, at=clock.now(), user=cast.here.officer)
    assert lead_of(walk) == cast.here.lead


def test_an_offer_to_somebody_who_leaves_ends(walk, cast):
    walk.taken()
    offer(walk, cast.here.second_officer)
    with cast.here.acting("administrator") as by:
        disable(by=by, user=cast.here.second_officer, reason="left")
    with walk.acting():
        assert walk.referral.handovers.get().accepted is False


def test_the_last_who_could_lead_cannot_be_disabled(cast):
    walk = Walk(cast.here, who="lead").received().taken()
    with cast.here.acting("administrator") as by, pytest.raises(NeedsAnother, match="nobody else"):
        disable(by=by, user=cast.here.lead, reason="left")
    assert lead_of(walk) == cast.here.lead
    assert User.objects.get(pk=cast.here.lead.pk).is_active


def test_the_database_refuses_a_referral_in_triage_without_a_lead(walk):
    walk.taken()
    with walk.acting(), pytest.raises(IntegrityError, match="referral_has_lead"), transaction.atomic():
        Referral.objects.filter(pk=walk.pk).update(lead=None)


def test_an_offer_taken_back_stores_a_code_and_shows_words(walk, cast):
    walk.taken()
    handover = offer(walk, cast.here.second_officer)
    with walk.acting("officer") as by, translation.override("cy"):
        handover = leading.take_back_handover(by=by, handover=handover)
    assert handover.answer == "taken-back"
    assert handover.answer_words == "Taken back before it was answered."
