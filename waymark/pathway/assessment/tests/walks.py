"""Walks a referral through police assessment, by the deeds that people would do. No state is set by hand."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.cast import Side
from waymark.foundation.kernel import clock
from waymark.pathway.assessment import frameworks
from waymark.pathway.assessment.actions import checking, deciding, leading, writing
from waymark.pathway.assessment.models import PoliceAssessment, PoliceDecision
from waymark.pathway.referrals.actions import asking, findings
from waymark.pathway.referrals.models import InformationRequest
from waymark.pathway.referrals.tests.walks import Walk

GROUNDS = {
    "grounds": "He named whom he wants to hurt and has begun to look for ways.",
    "relied_on": "The referral, the school’s answer, the assessment.",
}
CLOSING = GROUNDS | {
    "cause": "context",
    "destination": "children",
    "grounds": "The drawing was of a film that the whole class had seen.",
    "note": "Thank you. We have looked at this; please keep supporting the person.",
}


class PoliceWalk(Walk):
    """`PoliceWalk(side).sent().taken_by_police().checked().written()`, then `.referred()` or `.proposed()`."""

    def __init__(self, side: Side, who: str = "officer", police: str = "police") -> None:
        super().__init__(side, who)
        self.police = police

    @property
    def assessment(self) -> PoliceAssessment:
        """The newest, as the present context sees it."""
        return PoliceAssessment.objects.filter(referral_id=self.pk).latest("started_at")

    def sent(self, **answers: Any) -> PoliceWalk:
        self.received(**answers).taken().matched().told().social_care().decided("to-police")
        return self

    def taken_by_police(self) -> PoliceWalk:
        with self.acting(self.police) as by:
            leading.take(by=by, assessment=self.assessment, version=self.assessment.version)
        return self

    def checked(self, result: str = "clear") -> PoliceWalk:
        with self.acting(self.police) as by:
            checking.record_result(
                by=by, assessment=self.assessment, version=self.assessment.version, result=result,
                result_on=clock.today(), result_reference="DC/2041-7",
            )  # fmt: skip
        return self

    def written(self, **given: Any) -> PoliceWalk:
        said = {
            "framework": frameworks.load(frameworks.EXAMPLE)[0],
            "answers": {"0.0": "Feels that nobody listens at school."},
            "protective": "A grandmother he sees daily.",
            "conclusion": "Susceptible; support would help.",
        }
        with self.acting(self.police) as by:
            writing.write(
                by=by, assessment=self.assessment, version=self.assessment.version, **(said | given)
            )  # fmt: skip
        return self

    def marked_by_police(self) -> PoliceWalk:
        with self.acting(self.police) as by:
            for concern in self.referral.concerns.filter(mark=""):
                findings.mark_concern(
                    by=by, concern=concern, version=concern.version, mark="resolved", violence=False, note="Asked."
                )  # fmt: skip
        return self

    def asked_by_police(self, kind: str = "clinic") -> InformationRequest:
        with self.acting(self.police) as by:
            return asking.ask(
                by=by, referral=self.referral, asked=self.side.organisation(kind), question="Is he known to you?",
                basis="Counter-Terrorism and Security Act 2015, section 38",
                due_on=clock.today() + timedelta(days=5),
            )  # fmt: skip

    def referred(self, **given: Any) -> PoliceDecision:
        said = GROUNDS | {"referred_by": "police", "decided_on": clock.today()} | given
        with self.acting(self.police) as by:
            return deciding.refer(by=by, assessment=self.assessment, version=self.assessment.version, **said)

    def proposed(self, **given: Any) -> PoliceDecision:
        said = CLOSING | {"decided_on": clock.today()} | given
        with self.acting(self.police) as by:
            return deciding.close(by=by, assessment=self.assessment, version=self.assessment.version, **said)

    def approved(self, who: str = "supervisor") -> PoliceWalk:
        with self.acting(who) as by:
            decision = PoliceDecision.objects.get(pk=self.assessment.decision_id)
            deciding.approve(
                by=by, decision=decision, version=self.assessment.version, reason="I read it all and agree."
            )
        return self

    def held(self, **given: Any) -> PoliceDecision:
        said = GROUNDS | {"decided_on": clock.today()} | given
        with self.acting(self.police) as by:
            return deciding.hold(by=by, assessment=self.assessment, version=self.assessment.version, **said)
