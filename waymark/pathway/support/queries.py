"""Reads of support, each with a known number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from waymark.pathway.channel.models import Case

from . import needs
from .models import Plan, PlanNeed


@dataclass(frozen=True)
class Support:
    """What there is of the support of one case."""

    plans: list[Plan]
    needs: list[PlanNeed]
    answered: frozenset[UUID] = frozenset()

    @property
    def draft(self) -> Plan | None:
        return next((plan for plan in self.plans if plan.approved_at is None), None)

    @property
    def in_force(self) -> Plan | None:
        """The newest version that is approved."""
        signed = [plan for plan in self.plans if plan.approved_at is not None]
        return signed[-1] if signed else None

    @property
    def newest(self) -> Plan | None:
        return self.plans[-1] if self.plans else None

    @property
    def unaddressed(self) -> list[PlanNeed]:
        return needs.unaddressed(self.needs, self.answered)


def of(case: Case) -> Support:
    """Two queries."""
    plans = Plan.objects.filter(case_id=case.pk).select_related("approved_by", "begun_by", "case__referral")
    return Support(list(plans), list(PlanNeed.objects.filter(case_id=case.pk).select_related("explained_by")))
