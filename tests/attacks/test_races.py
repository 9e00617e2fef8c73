"""Two people, two connections, one record: one of them is too late, and is told so."""

from __future__ import annotations

import pytest

from tests.attacks.test_once import at_once
from tests.cast import Cast
from waymark.foundation.access.actions import breaking
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Glass
from waymark.foundation.access.tests.glass_walks import WORDS, opened, sealed
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.outbox.models import Message
from waymark.pathway.referrals.actions import deciding
from waymark.pathway.referrals.models import Decision
from waymark.pathway.referrals.tests.walks import GROUNDS, NOTE, Walk

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast(transactional_db) -> Cast:
    made = Cast()
    for who in ("officer", "second_officer", "lead", "ig_lead"):
        made.here.user(who)
    return made


def outcome(act) -> str:
    try:
        act()
    except Refusal as refusal:
        return type(refusal).__name__
    return "done"


def test_two_decisions_on_one_referral_at_once_are_one(cast):
    walk = Walk(cast.here).received(surname="Racely").ready()
    with walk.acting():
        version = walk.referral.version
    who = ("officer", "second_officer")
    actors = [cast.here.actor(name) for name in who]

    def decide(number: int) -> str:
        def act() -> None:
            with acting(actors[number]) as by:
                referral = walk.referral
                deciding.decide(
                    by=by, referral=referral, version=version, outcome="close", **(GROUNDS | {"note": NOTE})
                )

        return outcome(act)

    assert sorted(at_once(2, decide)) in (["Stale", "done"], ["NotAllowed", "done"], ["NotNow", "done"])
    with walk.acting("lead"):
        assert Decision.objects.filter(referral_id=walk.pk).count() == 1


def test_one_person_opening_a_record_many_times_at_once_has_one_opening(cast):
    _walk, reference = sealed(cast.here)
    keys = at_once(6, lambda _number: opened(cast.here, reference).pk)
    assert len(set(keys)) == 1
    with cast.here.acting("officer"):
        assert Glass.objects.count() == 1


def test_two_reviews_of_one_opening_at_once_are_one(cast):
    _walk, reference = sealed(cast.here)
    glass = opened(cast.here, reference)
    with cast.here.acting("officer") as by:
        breaking.end(by=by, opening=glass)
    actors = [cast.here.actor(name) for name in ("lead", "ig_lead")]

    def review(number: int) -> str:
        def act() -> None:
            with acting(actors[number]) as by:
                breaking.review(by=by, opening=glass, verdict="justified", words=WORDS)

        return outcome(act)

    assert sorted(at_once(2, review)) == ["NotAllowed", "done"]


def test_messages_of_openings_at_once_are_sent_once(cast, everything):
    _walk, reference = sealed(cast.here)
    at_once(4, lambda _number: opened(cast.here, reference))
    with everything():
        assert Message.objects.filter(code="access.glass-opened").count() == 2
