"""Whatever people do to a case in whatever order: what must always be so is so after every step.

A run of some dozen steps is part of every test run; `-m long` walks ten thousand.
"""

from __future__ import annotations

import inspect
import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Any, ClassVar

import pytest
from django.contrib.postgres.fields import ArrayField
from django.db import connection, transaction
from django.urls import reverse
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.kernel import clock, months
from waymark.foundation.kernel.clock import UK
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger.models import Read
from waymark.foundation.vault.fields import Sealed
from waymark.pathway.assessment.actions import deciding as police
from waymark.pathway.assessment.models import PoliceDecision
from waymark.pathway.channel import deciding_rules as rules
from waymark.pathway.channel.actions import leading
from waymark.pathway.channel.models import Case, PanelDecision
from waymark.pathway.consent import standing
from waymark.pathway.consent.models import Consent
from waymark.pathway.exits import queries
from waymark.pathway.exits.models import ClosingReport, LookBack, Review, SignOff
from waymark.pathway.referrals.actions import asking
from waymark.pathway.referrals.models import InformationRequest, Referral
from waymark.pathway.support.models import SupportAction

from .walks import ExitWalk

SIGNED = (PanelDecision, PoliceDecision, Consent, ClosingReport, SignOff, Review, LookBack)
PANEL = st.sampled_from(["adopt", "not_adopt", "defer", "keep_on", "propose_exit", "propose_exit"])
WHO = st.sampled_from(["officer", "lead"])

# Who sees a row may change, and what is sealed was not opened here.
LOOSE = (ArrayField, Sealed)


class Life(RuleBasedStateMachine):
    """One case that the panel has adopted, with a plan, and everything that can happen to it from then on."""

    base: ClassVar[ExitWalk]
    stood: ClassVar[Counter[str]] = Counter()
    done: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        # Each run begins where the case was adopted: its savepoint goes at the end.
        self.saved = transaction.atomic()
        self.saved.__enter__()
        self.walk = self.base
        self.known: dict[Any, dict[str, Any]] = {}
        self.pages = Pages().sign_in(self.walk.side.officer)

    def teardown(self) -> None:
        self.walk.item = None
        transaction.set_rollback(True)
        self.saved.__exit__(None, None, None)

    @initialize()
    def begin(self) -> None:
        self.walk.item = None

    def attempt(self, act: Callable[[], Any]) -> Any:
        """A refusal is an answer, and leaves nothing behind; any other error, the database’s too, is a fault."""
        try:
            with transaction.atomic():
                found = act()
        except Refusal:
            self.walk.item = None
            return None
        type(self).done[inspect.stack()[1].function] += 1
        return found

    @rule()
    def goes_its_way(self) -> None:
        """What usually comes next, so that runs get to the end of support and beyond it."""
        with self.walk.acting("chair"):
            stands = self.walk.case.state
            reported = queries.report_waiting(self.walk.case) is not None
        if stands in ("after_exit", "after_six_months", "looked_at_longer"):
            self.look("nothing")
        steps = {
            "awaiting_first_panel": self.walk.adopted, "deferred": self.walk.adopted,
            "consent_pending": self.walk.consented, "active": self.walk.ending, "paused": self.walk.went_on,
            "ending": self.walk.signed if reported else self.walk.reported,
        }  # fmt: skip
        if stands in steps:
            self.attempt(steps[stands])

    @rule()
    def goes_on_its_way(self) -> None:
        self.goes_its_way()

    @rule(outcome=PANEL)
    def panel(self, outcome: str) -> None:
        with self.walk.acting("chair"):
            if outcome not in rules.open_to(self.walk.case.state):
                return
        acts = {"adopt": self.walk.adopted, "not_adopt": self.walk.not_adopted, "defer": self.walk.deferred}
        self.attempt(lambda: acts[outcome]() if outcome in acts else self.walk.panel_decides(outcome))

    @rule()
    def consents(self) -> None:
        self.attempt(self.walk.consented)

    @rule(asked=st.booleans())
    def consent_ends(self, asked: bool) -> None:
        self.attempt(lambda: self.walk.refused() if asked else self.walk.withdrawn())

    @rule()
    def begins(self) -> None:
        self.attempt(self.walk.started)

    @rule(on=st.booleans())
    def pauses(self, on: bool) -> None:
        self.attempt(lambda: self.walk.paused() if on else self.walk.went_on())

    @rule(who=WHO)
    def reports(self, who: str) -> None:
        self.attempt(lambda: self.walk.reported(who))

    @rule(who=st.sampled_from(["chair", "chair", "lead"]), yes=st.booleans())
    def signs(self, who: str, yes: bool) -> None:
        with self.walk.acting("chair"):
            waits = queries.report_waiting(self.walk.case) is not None
        if waits:
            self.attempt(lambda: self.walk.signed(who) if yes else self.walk.not_signed())

    @rule(decision=st.sampled_from(["nothing", "reopen", "extend"]), early=st.booleans())
    def looks_back(self, decision: str, early: bool) -> None:
        self.look(decision, early=early)

    def look(self, decision: str, *, early: bool = False) -> None:
        with self.walk.acting("chair"):
            turn = queries.review_now(self.walk.case)
        if turn is None:
            return
        why = {"reason": "A cousin is back."} if decision != "nothing" else {}
        until = {"longer_until": months.after(turn.due_on, 10)} if decision == "extend" else {}
        day = clock.today() if early else turn.due_on
        with clock.travelled(datetime(day.year, day.month, day.day, 23, tzinfo=UK)):
            self.attempt(lambda: self.walk.looked_back(decision=decision, **why, **until))

    @rule(who=WHO)
    def leads(self, who: str) -> None:
        with self.walk.acting(who) as by:
            case = self.walk.case
            self.attempt(lambda: leading.take(by=by, case=case, version=case.version))

    @rule(again=st.booleans())
    def police_act(self, again: bool) -> None:
        def anew() -> None:
            with self.walk.acting("police") as by:
                assessment = self.walk.assessment
                police.again(by=by, assessment=assessment, version=assessment.version)
            self.walk.referred()

        self.attempt(anew if again else self.walk.held)

    @rule()
    def police_ask(self) -> None:
        self.attempt(self.walk.asked_by_police)

    @rule()
    def police_close(self) -> None:
        def closes() -> None:
            self.walk.marked_by_police().proposed()
            self.walk.approved()

        self.attempt(closes)

    @rule()
    def goes_on_without(self) -> None:
        with self.walk.acting("lead") as by:
            request = InformationRequest.objects.filter(referral_id=self.walk.pk, state="open").first()
            if request is not None:
                self.attempt(
                    lambda: asking.override_request(by=by, request=request, reason="The clinic is closed.")
                )

    @rule()
    def reads(self) -> None:
        with self.walk.acting("officer"):
            found = Case.objects.filter(referral_id=self.walk.pk).first()
        if found is not None:
            before = self.entries()
            self.pages.open(reverse("channel:case", args=[found.reference]))
            assert self.entries() == before + 1
            type(self).done["reads"] += 1

    def entries(self) -> int:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE waymark_migrate")
            count = Read.objects.filter(about_id=str(self.walk.pk)).count()
            cursor.execute("SET LOCAL ROLE waymark_app")
        return count

    @invariant()
    def nothing_is_lost(self) -> None:
        with self.walk.acting("lead"):
            case = Case.objects.select_related("lead").get(referral_id=self.walk.pk)
            type(self).stood[case.state] += 1
            assert case.lead.is_active
            self.no_support_without_consent(case)
            self.each_exit_has_its_reviews()
            self.what_is_signed_stays()
            self.what_is_closed_has_nothing_open()

    @staticmethod
    def no_support_without_consent(case: Case) -> None:
        if case.state == "active":
            assert standing.of(case, clock.today()) is not None
        else:
            assert not SupportAction.objects.filter(state="under_way").exists(), case.state

    @staticmethod
    def each_exit_has_its_reviews() -> None:
        for exit in SignOff.objects.filter(signed=True).prefetch_related("reviews"):
            assert {"six", "twelve"} <= {review.kind for review in exit.reviews.all()}

    def what_is_signed_stays(self) -> None:
        for model in SIGNED:
            kept = [field.attname for field in model._meta.concrete_fields if not isinstance(field, LOOSE)]
            for row in model.objects.values("pk", *(name for name in kept if name != "version")):
                assert self.known.setdefault((model, row["pk"]), row) == row

    def what_is_closed_has_nothing_open(self) -> None:
        referral = Referral.objects.get(pk=self.walk.pk)
        if referral.state != "police_closed":
            return
        signer = PoliceDecision.objects.filter(assessment__referral=referral, outcome="close").latest(
            "signed_at"
        )
        for request in referral.requests.filter(state="open").select_related("override"):
            assert request.override.overridden_by_id != signer.signed_by_id


def walked(runs: int, steps: int) -> None:
    began = time.monotonic()
    Life.stood, Life.done = Counter(), Counter()
    walk = ExitWalk(Cast().here)
    walk.side.user("mentor")
    walk.adopted().planned()
    walk.gave()
    walk.agreed().accepted()
    Life.base = walk
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=runs, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck),
            derandomize="WAYMARK_RUNS" not in os.environ,
        ),
    )  # fmt: skip
    took = time.monotonic() - began
    sys.stdout.write(
        f"{Life.stood.total()} steps in {took:.0f} s; states {dict(Life.stood)}; done {dict(Life.done)}"
    )


@pytest.mark.slow
def test_what_must_always_be_so_of_a_case_is_so(db):
    walked(runs=int(os.environ.get("WAYMARK_RUNS", "3")), steps=20)
    assert len(Life.stood) >= 4


@pytest.mark.long
def test_ten_thousand_steps(db):
    walked(runs=200, steps=50)
    assert Life.stood.total() >= 10_000
    assert {"active", "ending", "after_exit", "closed", "not_adopted", "police_led"} <= set(Life.stood)
