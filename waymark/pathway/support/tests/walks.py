"""Walks a case through its support, by the deeds that people would do."""

from __future__ import annotations

from typing import Any

from waymark.foundation.kernel import clock
from waymark.pathway.channel.tests.walks import CaseWalk
from waymark.pathway.support.actions import planning
from waymark.pathway.support.models import Plan, PlanNeed

SAID = {
    "consent_arrangements": "The lead professional asks his mother at home, on Tuesday.",
    "nature": "Mentoring, and football on Saturdays.",
    "responsible": "The mentor of the youth service; the club.",
    "delivery": "Six meetings at the youth centre, one a week.",
}
CHANGED = {"changed": "Housing is added.", "why": "He had to leave his room."}


class SupportWalk(CaseWalk):
    """`SupportWalk(side).adopted().planned().agreed()`."""

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
