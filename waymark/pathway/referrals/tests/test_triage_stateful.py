"""Whatever people do in whatever order: what is closed has no open request, unless another person let it go on."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.cast import Cast
from waymark.foundation.kernel.refusals import Refusal
from waymark.pathway.referrals.actions import asking, deciding
from waymark.pathway.referrals.models import Concern, Referral
from waymark.pathway.referrals.states import CLOSED

from .walks import Walk

PEOPLE = st.sampled_from(["officer", "lead"])
RUNS, STEPS = int(os.environ.get("WAYMARK_RUNS", "16")), 24
# Ways in which a referral was closed: a machine that closes none would prove nothing.
REACHED: set[tuple[str, bool]] = set()


class Triage(RuleBasedStateMachine):
    """One referral, two people, and everything they can do about its closure."""

    requests = Bundle("requests")

    def __init__(self) -> None:
        super().__init__()
        # Each run begins from an empty database: its savepoint goes at the end.
        self.saved = transaction.atomic()
        self.saved.__enter__()
        self.walk: Walk

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.saved.__exit__(None, None, None)

    @initialize(violence=st.booleans())
    def begin(self, violence: bool) -> None:
        self.walk = Walk(Cast().here).received().ready(violence=violence)

    def attempt(self, act: Callable[[], Any]) -> Any:
        """A refusal is an answer; any other error, the database’s too, is a fault."""
        try:
            return act()
        except Refusal:
            return None

    @rule(target=requests)
    def ask(self) -> Any:
        request = self.attempt(self.walk.asked)
        return request.pk if request else None

    @rule(key=requests, declines=st.booleans())
    def reply(self, key: Any, declines: bool) -> None:
        self.with_request("officer", key, self.decline if declines else self.answer)

    @staticmethod
    def answer(by: Any, request: Any) -> Any:
        return asking.answer_request(by=by, request=request, version=request.version, reply="Nothing.")

    @staticmethod
    def decline(by: Any, request: Any) -> Any:
        return asking.decline_request(by=by, request=request, version=request.version, why="Not ours.")

    @rule(key=requests)
    def override(self, key: Any) -> None:
        self.with_request(
            "lead",
            key,
            lambda by, request: asking.override_request(by=by, request=request, reason="It takes too long."),
        )

    @rule(who=PEOPLE, outcome=st.sampled_from(["close", "advise", "to-police"]))
    def decide(self, who: str, outcome: str) -> None:
        self.attempt(lambda: self.walk.decided(outcome, who=who))

    @rule(who=PEOPLE, yes=st.sampled_from([True, True, False]))
    def approve(self, who: str, yes: bool) -> None:
        with self.walk.acting(who) as by:
            referral = self.walk.referral
            if referral.decision is not None:
                step = deciding.approve if yes else deciding.not_approve
                self.attempt(
                    lambda: step(
                        by=by, decision=referral.decision, version=referral.version, reason="I looked."
                    )
                )

    @rule(back=st.sampled_from(["bring_back", "reopen"]))
    def resume(self, back: str) -> None:
        with self.walk.acting("lead") as by:
            referral = self.walk.referral
            step = getattr(deciding, back)
            self.attempt(
                lambda: step(by=by, referral=referral, version=referral.version, reason="There is more.")
            )

    def with_request(self, who: str, key: Any, act: Callable[[Any, Any], Any]) -> None:
        if key is None:
            return
        with self.walk.acting(who) as by:
            request = self.walk.referral.requests.get(pk=key)
            self.attempt(lambda: act(by, request))

    @invariant()
    def what_is_closed_is_whole(self) -> None:
        if not hasattr(self, "walk"):
            return
        with self.walk.acting("lead"):
            referral = Referral.objects.select_related("decision").get(pk=self.walk.pk)
            if referral.state not in CLOSED:
                return
            REACHED.add((referral.state, referral.decision.needs_second))
            signer = referral.decision.signed_by_id
            for request in referral.requests.filter(state="open").select_related("override"):
                assert request.override.overridden_by_id != signer
                assert referral.decision.approval.approved_by_id != signer
            assert not Concern.objects.filter(referral=referral, mark="").exists()
            if referral.decision.needs_second:
                assert (
                    referral.decision.approval.approved
                    and referral.decision.approval.approved_by_id != signer
                )


@pytest.mark.slow
def test_what_is_closed_has_no_open_request_that_only_its_signer_let_go(db):
    assert not connection.needs_rollback
    run_state_machine_as_test(
        Triage,
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize="WAYMARK_RUNS" not in os.environ,
        ),
    )
    assert {needs_second for _state, needs_second in REACHED} == {True, False}
