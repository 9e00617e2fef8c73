"""Faults that the machine of `test_stateful` found, each played once by itself."""

from __future__ import annotations

import pytest

from waymark.foundation.accounts.actions.disabling import disable
from waymark.foundation.kernel.refusals import Refusal
from waymark.pathway.assessment.actions import deciding as police
from waymark.pathway.channel.actions import deciding
from waymark.pathway.channel.tests.walks import WHY
from waymark.pathway.referrals.actions.deciding import reopen
from waymark.pathway.referrals.tests.walks import Walk

from .walks import ExitWalk


@pytest.fixture
def walk(cast) -> ExitWalk:
    return ExitWalk(cast.here)


def leaves(cast, who: str) -> None:
    with cast.here.acting("administrator") as by:
        disable(by=by, user=cast.here.user(who), reason="Left the council")


def referred_anew(walk: ExitWalk) -> None:
    walk.held()
    with walk.acting("police") as by:
        assessment = walk.assessment
        police.again(by=by, assessment=assessment, version=assessment.version)
    walk.referred()


def corrected(walk: ExitWalk) -> None:
    with walk.acting("coordinator") as by:
        case = walk.case
        deciding.correct(
            by=by, decision=case.decision, version=case.version, outcome="adopt", said=deciding.Said(**WHY),
            because="The line above was meant.",
        )  # fmt: skip


def test_what_the_police_took_up_since_is_not_given_back_to_the_panel(walk):
    walk.not_adopted()
    walk.held()
    with pytest.raises(Refusal, match="moved on since"):
        corrected(walk)


def test_the_police_keep_nobody_on_whom_the_panel_looks_back(walk):
    walk.supported()
    walk.exited()
    with pytest.raises(Refusal, match="open the case again first"):
        walk.held()


@pytest.mark.parametrize("back", [corrected, referred_anew])
def test_a_case_that_opens_again_has_a_lead_who_is_there(walk, cast, back):
    walk.not_adopted()
    leaves(cast, "officer")
    back(walk)
    with walk.acting("lead") as by:
        assert walk.case.lead_id == walk.referral.lead_id == by.user_id


def test_a_referral_that_opens_again_has_a_lead_who_is_there(cast):
    walk = Walk(cast.here).received().ready()
    walk.decided("close")
    cast.here.user("second_officer")
    leaves(cast, "officer")
    with walk.acting("lead") as by:
        reopen(by=by, referral=walk.referral, version=walk.referral.version, reason="There is more.")
        assert walk.referral.lead_id == by.user_id
