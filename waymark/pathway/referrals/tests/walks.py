"""Walks a referral to where a test needs it, by the deeds that people would do. No state is set by hand."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from tests.cast import Side
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.pathway.people.actions import answer_match
from waymark.pathway.people.models import Match
from waymark.pathway.referrals.actions import asking, deciding, findings, leading
from waymark.pathway.referrals.models import Decision, InformationRequest, Referral

REASON = "The school explained what was meant and nothing else points to a concern."
GROUNDS = {
    "options": "Advice to the school, a redirect, no further action.",
    "reason": REASON,
    "relied_on": "The referral and a call to the class teacher.",
}
NOTE = "Thank you. We have looked at this; please keep supporting the person."
WHO = "officer"


class Walk:
    """One referral and the people who work on it: `Walk(side).received().taken().ready()`."""

    def __init__(self, side: Side, who: str = WHO) -> None:
        self.side, self.who = side, who
        self.pk: Any = None

    @contextmanager
    def acting(self, who: str = ""):
        with acting(self.side.actor(who or self.who)) as actor:
            yield actor

    @property
    def referral(self) -> Referral:
        """As the present context sees it."""
        return Referral.objects.get(pk=self.pk)

    def received(self, **answers: Any) -> Walk:
        from .sending import send

        self.pk = send(self.side, **answers)
        return self

    def taken(self) -> Walk:
        with self.acting() as by:
            leading.take(by=by, referral=self.referral, version=self.referral.version)
        return self

    def matched(self, answer: str = "different") -> Walk:
        """Every possible match answered."""
        with self.acting() as by:
            for match in Match.objects.filter(person=self.referral.person, answer=""):
                answer_match(
                    by=by, match=match, version=match.version, answer=answer, note="Same school, same class"
                )
        return self

    def marked(self, *, violence: bool = False) -> Walk:
        with self.acting() as by:
            for concern in self.referral.concerns.filter(mark=""):
                findings.mark_concern(
                    by=by,
                    concern=concern,
                    version=concern.version,
                    mark="resolved",
                    violence=violence,
                    note="Asked.",
                )
        return self

    def told(self, *hearers: str, at: Any = None, again_in: int = 30) -> Walk:
        """“Not yet” for each hearer: the person and a parent, unless named."""
        moment = at or clock.now()
        with self.acting() as by:
            for hearer in hearers or ("person", "parent"):
                findings.answer_told(
                    by=by,
                    at=moment,
                    referral=self.referral,
                    hearer=hearer,
                    not_yet_because="The parents are asked first.",
                    decide_again_on=clock.uk_date(moment) + timedelta(days=again_in),
                )
        return self

    def social_care(self) -> Walk:
        with self.acting() as by:
            findings.answer_duty(
                by=by, referral=self.referral, service="children", why_not="Known to them already."
            )
        return self

    def asked(self, kind: str = "clinic") -> InformationRequest:
        with self.acting() as by:
            return asking.ask(
                by=by,
                referral=self.referral,
                asked=self.side.organisation(kind),
                question="Has the person missed appointments?",
                basis="Counter-Terrorism and Security Act 2015, section 38",
                due_on=clock.today() + timedelta(days=7),
            )

    def ready(self, *, violence: bool = False) -> Walk:
        """In triage with all that a plain closure needs."""
        return self.taken().matched().marked(violence=violence).told().social_care()

    def decided(self, outcome: str = "close", who: str = "", **given: Any) -> Decision:
        with self.acting(who) as by:
            return deciding.decide(
                by=by,
                referral=self.referral,
                version=self.referral.version,
                outcome=outcome,
                **(GROUNDS | {"note": NOTE} | given),
            )

    def reopened(self, reason: str = "There is something new.") -> Walk:
        with self.acting("lead") as by:
            deciding.reopen(by=by, referral=self.referral, version=self.referral.version, reason=reason)
        return self

    def state(self) -> str:
        with acting(self.side.actor("lead")):
            return self.referral.state
