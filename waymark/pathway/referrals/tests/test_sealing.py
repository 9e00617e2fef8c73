"""A closed referral is sealed, looked at again each year, and held for a court; and who may do that."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.cast import Cast
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, Refusal
from waymark.foundation.retention.actions import holding, proposing, reviewing
from waymark.foundation.retention.actions.expiring import expire_everywhere
from waymark.foundation.retention.models import Life, Review
from waymark.foundation.retention.periods import months, years
from waymark.foundation.retention.tests.clocks import on
from waymark.pathway.concerns.models import Submission
from waymark.pathway.people.models import Person
from waymark.pathway.referrals.models import Referral

from .closed import closed, life_of, proposed, reference_of


def test_a_mistaken_referral_is_sealed_at_once_and_goes_in_ninety_days(cast: Cast) -> None:
    walk = closed(cast, outcome="unfounded")
    life = life_of(walk)
    assert (life.sealed_on, life.class_code) == (clock.today(), "referral-unfounded")
    assert life.erase_on == clock.today() + timedelta(days=90)
    assert life.ceiling_on == months(6).after(clock.today())


def test_sealing_shows_it_to_the_record_owner_alone(cast: Cast) -> None:
    walk = closed(cast)
    with acting(cast.here.actor("officer")):
        person_id = walk.referral.person_id
    day = months(12).after(clock.today())
    with on(day - timedelta(days=1)):
        expire_everywhere()
        assert life_of(walk).sealed_on is None
    with on(day):
        expire_everywhere()
        assert life_of(walk).sealed_on == day
        for who in ("officer", "second_officer", "teacher", "police"):
            with acting(cast.here.actor(who)):
                assert not Referral.objects.filter(pk=walk.pk).exists(), who
                assert not Person.objects.filter(pk=person_id).exists(), who
                assert not Submission.objects.exists(), who
                assert not Life.objects.filter(record_id=walk.pk).exists(), who
        with acting(cast.here.actor("lead")):
            assert (
                Referral.objects.filter(pk=walk.pk).exists() and Person.objects.filter(pk=person_id).exists()
            )
        expire_everywhere()  # twice is once


def test_reopening_takes_the_seal_off(cast: Cast) -> None:
    from waymark.pathway.referrals.actions import deciding

    walk = closed(cast)
    with on(months(13).after(clock.today())):
        expire_everywhere()
        with walk.acting("lead") as by:
            deciding.reopen(
                by=by,
                referral=walk.referral,
                version=walk.referral.version,
                reason="The school called again.",
            )
        with walk.acting("officer"):
            assert walk.referral.state == "triage" and walk.referral.sealed_at is None
        with walk.acting("teacher"):
            assert Submission.objects.exists()
        assert life_of(walk, "officer").began_on is None


def test_a_review_is_asked_each_year_and_erasing_brings_the_end_nearer(cast: Cast) -> None:
    walk = closed(cast)
    with on(months(12).after(clock.today())):
        expire_everywhere()
        expire_everywhere()
        with cast.here.acting("lead") as by:
            review = Review.objects.get()
            assert review.due_on == clock.today()
            with pytest.raises(Refusal, match="one whole sentence"):
                reviewing.answer(by=by, review=review, version=review.version, decision="erase", reason="No.")
            reviewing.answer(
                by=by,
                review=review,
                version=review.version,
                decision="erase",
                reason="Nothing has come of it since then.",
            )
        assert life_of(walk).erase_on == clock.today()
        assert proposed(cast).counts == {"referral-child": 1}


def test_keeping_needs_a_reason_and_never_goes_beyond_the_ceiling(cast: Cast) -> None:
    walk = closed(cast)
    ceiling = years(6).after(clock.today())
    with on(months(12).after(clock.today())):
        expire_everywhere()
        with cast.here.acting("lead") as by:
            review = Review.objects.get()
            given = {"by": by, "review": review, "version": review.version, "decision": "keep"}
            reason = "A second referral is expected from the school."
            for day in (None, clock.today(), ceiling + timedelta(days=1)):
                with pytest.raises(Refusal):
                    reviewing.answer(**given, reason=reason, keep_until=day)
            reviewing.answer(**given, reason=reason, keep_until=ceiling)
        life = life_of(walk)
        assert life.erase_on == ceiling and life.review_on == months(24).after(life.began_on)
    with on(months(24).after(life.began_on)):
        expire_everywhere()
        with cast.here.acting("lead"):
            assert Review.objects.filter(decided_on=None).count() == 1


def test_who_may_hold_propose_and_review(cast: Cast) -> None:
    walk = closed(cast)
    day = clock.today() + timedelta(days=30)
    authority_id = cast.here.authority.pk
    for side, who in ((cast.here, "officer"), (cast.here, "lead"), (cast.there, "ig_lead")):
        with side.acting(who) as by, pytest.raises(NotAllowed):
            holding.place(
                by=by, authority_id=authority_id, reference=reference_of(walk), reason="Court", review_on=day
            )
        with side.acting(who) as by, pytest.raises(NotAllowed):
            proposing.propose(by=by, authority_id=authority_id)
    with cast.here.acting("ig_lead") as by:
        given = {"by": by, "authority_id": authority_id, "reason": "Court"}
        for wrong in (clock.today(), months(12).after(clock.today()) + timedelta(days=1)):
            with pytest.raises(Refusal, match="within 12 months"):
                holding.place(**given, reference=reference_of(walk), review_on=wrong)
        with pytest.raises(Refusal, match="no record"):
            holding.place(**given, reference="R-00000-00000", review_on=day)
        hold = holding.place(**given, reference=reference_of(walk).lower(), review_on=day)
        with pytest.raises(Refusal, match="already"):
            holding.place(**given, reference=reference_of(walk), review_on=day)
        holding.end(by=by, hold=hold, version=hold.version, because="The case is over.")
        holding.place(**given, reference=reference_of(walk), review_on=day)
