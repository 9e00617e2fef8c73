"""What is counted of triage is what is there."""

from __future__ import annotations

from datetime import timedelta

import pytest

from waymark.foundation import measures
from waymark.foundation.kernel import clock
from waymark.foundation.measures import MEASURES, Count, Scope
from waymark.foundation.measures.together import numbers

from .walks import Walk


@pytest.fixture
def counts(cast):
    today = clock.today()

    def count(code: str, *by: str, days_ago: int = 0) -> list[Count]:
        until = today - timedelta(days=days_ago)
        with cast.here.acting("lead") as lead:
            return list(measures.compute(code, Scope(cast.here.authority.pk, until, until, by), lead))

    return count


def test_referrals_are_counted_by_day_and_state(cast, counts):
    Walk(cast.here).received().ready().decided("close")
    Walk(cast.here).received(surname="Otherwise", born="1960-01-01")
    assert counts("referrals.received") == [Count((), 2)]
    assert counts("referrals.received", "state") == [
        Count(("no_further_action",), 1),
        Count(("received",), 1),
    ]
    assert counts("referrals.received", days_ago=1) == [Count((), 0)]


def test_decisions_are_counted_once_whatever_is_corrected(cast, counts):
    from waymark.pathway.referrals.actions import deciding

    from .walks import GROUNDS

    walk = Walk(cast.here).received()
    decision = walk.ready().decided("close")
    with walk.acting() as by:
        deciding.correct(by=by, decision=decision, **GROUNDS)
    assert counts("referrals.decided", "outcome") == [Count(("close",), 1)]
    assert counts("referrals.waited") == [Count((), 0)]


def test_another_authority_counts_nothing_of_it(cast, counts):
    Walk(cast.here).received()
    with cast.there.acting("lead"):
        today = clock.today()
        scope = Scope(cast.here.authority.pk, today, today)
        assert numbers([MEASURES["referrals.received"].counts(scope)]) == [{}]
