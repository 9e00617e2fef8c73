"""Walks a case through consent, by the deeds that people would do. No state is set by hand."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from waymark.foundation.kernel import clock
from waymark.pathway.channel.tests.walks import CaseWalk
from waymark.pathway.consent import queries
from waymark.pathway.consent.actions import asking, objecting, reassessing, withdrawing
from waymark.pathway.consent.kinds import SupportKind
from waymark.pathway.consent.models import Consent
from waymark.pathway.consent.texts import VERSION, Told

ASKED = {
    "answer": "given",
    "method": "meeting",
    "place": "The family’s home",
    "asked_by": "The Prevent officer of the council",
    "language": "English",
    "told": Told.values,
    "explained_as": "With the leaflet, in plain words, and time for questions.",
    "notice_version": "Privacy notice 4",
    "text_version": VERSION,
    "scope": [SupportKind.MENTORING, SupportKind.FAMILY],
    "manner": "signed",
}
CHILDS = {
    "child": True,
    "giver": "parent",
    "giver_name": "The child’s mother",
    "responsibility": "Birth certificate seen.",
    "child_view": "agrees",
    "child_words": "I would like somebody to talk to.",
}
ADULTS = {"child": False, "giver": "person", "capacity": "presumed"}
# Answers of the referral that make the person an adult; left as they are, the person is a child.
ADULT = {"born": "1990-05-03"}


class ConsentWalk(CaseWalk):
    """`ConsentWalk(side).adopted()`, then `.consented()`, `.refused()`, `.withdrawn()`."""

    def asked(self, **said: Any) -> Consent:
        """An answer; a child’s unless `child` says otherwise."""
        today = clock.today()
        whole = ASKED | {"asked_on": today, "expires_on": today + timedelta(days=300)}
        whole |= CHILDS if said.get("child", True) else ADULTS
        with self.acting(self.who) as by:
            case = self.case
            return asking.record(by=by, case=case, version=case.version, **(whole | said))

    def consented(self, **said: Any) -> ConsentWalk:
        self.asked(**said)
        return self

    def refused(self, **said: Any) -> ConsentWalk:
        why = {
            "answer": "refused",
            "because": "The mother does not want it.",
            "scope": [],
            "manner": "",
            "expires_on": None,
        }
        self.asked(**(why | {"reassess_on": in_days(60)} | said))
        return self

    def corrected(self, why: str = "The day was written down wrongly.", **said: Any) -> Consent:
        """The newest answer, as it should have been: a child’s that was given."""
        whole = ASKED | CHILDS | {"asked_on": clock.today(), "expires_on": in_days(300)} | said
        return self.does(asking.correct, correction_because=why, **whole)

    def withdrawn(self, **said: Any) -> ConsentWalk:
        whole = {
            "withdrawn_on": clock.today(), "withdrawn_by": "giver", "method": "telephone",
            "safeguarding": "The school keeps seeing the child each day.", "reassess_on": in_days(60),
        }  # fmt: skip
        self.does(withdrawing.withdraw, **(whole | said))
        return self

    def objected(self, **said: Any) -> ConsentWalk:
        whole = {
            "grounds": "other_parent",
            "said_by": "The child’s father",
            "said_on": clock.today(),
            "words": "I do not agree.",
        }
        self.does(objecting.object_to, **(whole | said))
        return self

    def resolved(self, stands: bool, **said: Any) -> ConsentWalk:
        whole = {
            "asked": ["children", "legal"], "asked_words": "Both, this week.", "decided_on": clock.today(),
            "reason": "The mother alone holds parental responsibility.",
        }  # fmt: skip
        self.does(objecting.resolve, stands=stands, **(whole | said))
        return self

    def reassessed(self, outcome: str, **said: Any) -> ConsentWalk:
        whole = {
            "on": clock.today(),
            "reason": "The panel has looked at it again.",
            "reassess_on": in_days(90),
        }
        self.does(reassessing.reassess, outcome=outcome, **(whole | said))
        return self

    def does(self, act: Any, **said: Any) -> Any:
        with self.acting(self.who) as by:
            case = self.case
            return act(by=by, case=case, version=case.version, **said)

    def of_consent(self) -> queries.Said:
        with self.acting(self.who):
            return queries.said(self.case)


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), clock.UK)


def in_days(days: int) -> date:
    return clock.today() + timedelta(days=days)
