"""Walks a Channel case to the end of support and through what comes after, by the deeds that people would do."""

from __future__ import annotations

from typing import Any

from tests.cast import Side
from waymark.foundation.kernel import clock
from waymark.pathway.assessment import frameworks
from waymark.pathway.exits import queries
from waymark.pathway.exits.actions import ending, pausing, reviewing
from waymark.pathway.exits.models import ClosingReport, GoingOn, LookBack, Pause, SignOff
from waymark.pathway.support.tests.walks import SupportWalk

PEOPLE = ("police", "supervisor", "officer", "lead", "coordinator", "chair", "panel_police")
REPORT = {
    "changed": "He goes to school again and has left the group.",
    "conclusion": "Support can end.",
    "reason": "risk_reduced",
    "outcomes": "The mentor met him six times, and he trusts her.",
    "outstanding": "Help with reading, which the school gives.",
    "destination": "education",
    "accepted": True,
}
FOUND = {
    "attendees": "The chair, the police, the school.",
    "agencies": ["police", "education"],
    "findings": "Nobody has heard of anything new.",
    "decision": "nothing",
}


class ExitWalk(SupportWalk):
    """`ExitWalk(side).supported()`, then `.ending().reported()` and `.looked_back()`."""

    def __init__(self, side: Side) -> None:
        for who in PEOPLE:
            side.user(who)
        super().__init__(side)

    def stands(self) -> str:
        """The state of the case."""
        with self.acting("lead"):
            return self.case.state

    def supported(self, **answers: Any) -> ExitWalk:
        self.adopted(**answers).consented()
        return self

    def ending(self) -> ExitWalk:
        self.panel_decides("propose_exit")
        return self

    def reported(self, who: str = "officer", **given: Any) -> ClosingReport:
        framework, _new = frameworks.load(frameworks.EXAMPLE)
        said = REPORT | {"framework": framework, "accepted_on": clock.today()} | given
        with self.acting(who) as by:
            return ending.report(by=by, case=self.case, version=self.case.version, **said)

    def signed(self, who: str = "chair", **given: Any) -> SignOff:
        with self.acting(who) as by:
            report = queries.report_waiting(self.case)
            said = {"ended_on": clock.today()} | given
            return ending.sign(by=by, report=report, version=report.case.version, **said)

    def not_signed(self, reason: str = "The school has not been asked.") -> SignOff:
        with self.acting("chair") as by:
            report = queries.report_waiting(self.case)
            return ending.not_sign(by=by, report=report, version=report.case.version, reason=reason)

    def exited(self) -> ExitWalk:
        self.ending().reported()
        self.signed()
        return self

    def looked_back(self, who: str = "coordinator", **given: Any) -> LookBack:
        today = clock.today()
        days = {"held_on": today, "partners_checked_on": today, "police_checked_on": today}
        with self.acting(who) as by:
            review = queries.review_now(self.case)
            return reviewing.look_back(
                by=by, review=review, version=self.case.version, **(FOUND | days | given)
            )

    def paused(self, **given: Any) -> Pause:
        said = {"kind": "custody", "reason": "He was remanded on Monday.", "on": clock.today()} | given
        with self.acting("officer") as by:
            return pausing.pause(by=by, case=self.case, version=self.case.version, **said)

    def went_on(self, **given: Any) -> GoingOn:
        said = {"reason": "He is at home again.", "on": clock.today()} | given
        with self.acting("officer") as by:
            return pausing.go_on(by=by, case=self.case, version=self.case.version, **said)
