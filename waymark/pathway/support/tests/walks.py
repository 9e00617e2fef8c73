"""Walks a case through its support, by the deeds that people would do."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from waymark.foundation.kernel import clock
from waymark.pathway.consent.tests.walks import ConsentWalk
from waymark.pathway.support.actions import funding, giving, planning, providing, weighing
from waymark.pathway.support.models import Plan, PlanNeed, Risk, SupportAction

SAID = {
    "consent_arrangements": "The lead professional asks his mother at home, on Tuesday.",
    "nature": "Mentoring, and football on Saturdays.",
    "responsible": "The mentor of the youth service; the club.",
    "delivery": "Six meetings at the youth centre, one a week.",
}
TASK = "Meet him each week and talk about what he reads."
RISK = "An older boy wants him to carry things for him."
DONE = "The school and the clinic watch who waits for him."
CHANGED = {"changed": "Housing is added.", "why": "He had to leave his room."}


class SupportWalk(ConsentWalk):
    """`SupportWalk(side).adopted().planned().agreed()`, then `.consented()`, `.gave()`."""

    def plan(self) -> Plan:
        """The newest version, as the present context sees it."""
        return Plan.objects.filter(case__referral_id=self.pk).latest("number")

    def needs(self) -> list[PlanNeed]:
        return list(PlanNeed.objects.filter(case__referral_id=self.pk))

    def section_36(self, **answers: Any) -> SupportWalk:
        self.opened(**answers)
        return self

    def planned(self, **said: str) -> SupportWalk:
        with self.acting() as by:
            draft = Plan.objects.filter(case=self.case, approved_at__isnull=True).first()
            version = draft.version if draft else 0
            planning.write(by=by, case=self.case, version=version, **(said or SAID))
        return self

    def agreed(self) -> SupportWalk:
        with self.acting() as by:
            plan = self.plan()
            planning.approve(by=by, plan=plan, version=plan.version, panel_on=clock.today())
        return self

    def action(self) -> SupportAction:
        """The newest, as the present context sees it."""
        return SupportAction.objects.latest("asked_at")

    def gave(
        self, who: str = "mentor", kind: str = "mentoring", days: int = 40, **said: Any
    ) -> SupportAction:
        """Somebody is asked for something in the draft."""
        user = self.side.user(who)
        works_for = self.side.actor(who).organisation_id
        with self.acting() as by:
            return giving.give(
                by=by, case=self.case, kind=kind, task=said.pop("task", TASK), person_id=user.pk,
                organisation_id=works_for, due_on=clock.today() + timedelta(days=days), **said,
            )  # fmt: skip

    def accepted(self, who: str = "mentor") -> SupportWalk:
        with self.acting(who) as by:
            giving.accept(by=by, action=self.action(), version=self.action().version)
        return self

    def funded(self, amount: str = "1450.00") -> SupportWalk:
        with self.acting() as by:
            funding.ask(
                by=by, action=self.action(), asked_of="Intervention Support Fund", amount=Decimal(amount),
                asked_on=clock.today(),
            )  # fmt: skip
        return self

    def weighed(self, who: str = "panel_health", **said: Any) -> Risk:
        """A risk is put down, and a member of the panel asked to answer for it."""
        user, works_for = self.side.user(who), self.side.actor(who).organisation_id
        with self.acting("coordinator"):
            sits = self.table.panel.seats.filter(holder=user).exists()
        if not sits:
            self.table.seat("health", self.side.organisation("clinic"), user)
        given = {
            "whom": "from_others",
            "words": RISK,
            "done_about": DONE,
            "review_on": clock.today() + timedelta(30),
        }
        with self.acting() as by:
            return weighing.raise_risk(
                by=by, case=self.case, person_id=user.pk, organisation_id=works_for, **(given | said)
            )

    def started(self, who: str = "mentor") -> SupportWalk:
        with self.acting(who) as by:
            giving.start(by=by, action=self.action(), version=self.action().version)
        return self

    def under_way(self, scope: tuple[str, ...] | list[str] = (), **said: Any) -> SupportWalk:
        """Planned, agreed, consented, taken on, begun."""
        self.planned()
        self.gave(**said)
        self.agreed().consented(**({"scope": list(scope)} if scope else {}))
        return self.accepted().started()

    def said(self, words: str, who: str = "mentor") -> SupportWalk:
        with self.acting(who) as by:
            giving.update(by=by, action=self.action(), words=words)
        return self

    @property
    def brief(self) -> dict[str, Any]:
        return {
            "checked_on": clock.today(), "checked_by": "The Prevent lead, with the Home Office",
            "words": "He is fifteen, proud of his drawing, and wary of officials.", "sessions": 6,
        }  # fmt: skip

    def briefed(self, **said: Any) -> SupportWalk:
        with self.acting() as by:
            providing.brief(by=by, action=self.action(), **(self.brief | said))
        return self

    def read(self, who: str = "mentor") -> SupportWalk:
        with self.acting(who) as by:
            providing.read(by=by, action=self.action())
        return self

    def planned_sessions(self, number: int, who: str = "mentor") -> SupportWalk:
        with self.acting(who) as by:
            providing.plan(by=by, action=self.action(), planned_on=clock.today(), number=number)
        return self

    def session_held(self, who: str = "mentor") -> SupportWalk:
        return self._reported(who, was_held=True, held_on=clock.today(), minutes=50, mode="in_person")

    def session_missed(self, who: str = "mentor") -> SupportWalk:
        return self._reported(who, was_held=False, reason="He was ill.")

    def _reported(self, who: str, **said: Any) -> SupportWalk:
        with self.acting(who) as by:
            session = self.action().sessions.filter(state="planned").first()
            providing.report_session(by=by, session=session, version=session.version, **said)
        return self

    def provided(self) -> SupportWalk:
        """Everything a provider may do, once; and a report that has not come."""
        self.briefed().read().planned_sessions(2).session_held()
        with self.acting() as by:
            providing.ask_report(by=by, action=self.action(), due_on=clock.today() + timedelta(days=30))
        return self
