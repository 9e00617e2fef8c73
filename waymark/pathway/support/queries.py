"""Reads of support, each with a known number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from waymark.foundation.access import roles
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.models import Membership
from waymark.pathway.channel.models import Case

from . import needs
from .models import Briefing, Plan, PlanNeed, Report, Session, SupportAction
from .permissions import Permission
from .states import ANSWERS


@dataclass(frozen=True)
class Support:
    """What there is of the support of one case."""

    plans: list[Plan]
    needs: list[PlanNeed]
    actions: list[SupportAction]

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
    def answered(self) -> frozenset[UUID]:
        """Needs for which somebody does, did or is asked to do something."""
        return frozenset(need for one in self.actions if one.state in ANSWERS for need in one.needs)

    @property
    def unaddressed(self) -> list[PlanNeed]:
        return needs.unaddressed(self.needs, self.answered)


def of(case: Case) -> Support:
    """Six queries."""
    plans = Plan.objects.filter(case_id=case.pk).select_related("approved_by", "begun_by", "case__referral")
    found = PlanNeed.objects.filter(case_id=case.pk).select_related("explained_by", "case__referral")
    return Support(list(plans), list(found), list(actions_of(case)))


def actions_of(case: Case) -> QuerySet[SupportAction]:
    """With what their providers did: four queries."""
    return whole(SupportAction.objects.filter(plan__case_id=case.pk))


def whole(actions: QuerySet[SupportAction]) -> QuerySet[SupportAction]:
    return actions.select_related("person", "organisation").prefetch_related(
        Prefetch("briefings", Briefing.objects.select_related("sent_by", "read_by", "action")),
        Prefetch("sessions", Session.objects.select_related("reported_by", "action")),
        Prefetch("reports", Report.objects.select_related("written_by", "action")),
    )


def mine(actor: Actor) -> QuerySet[SupportAction]:
    """What whoever asks was asked to do for the organisation they work for now."""
    own = SupportAction.objects.visible_to(actor).filter(person_id=actor.user_id)
    return whole(own.filter(organisation_id=actor.organisation_id))


def helpers(authority_id: int) -> QuerySet[Membership]:
    """Those who can be asked to do something, with the organisation they work for."""
    able = roles.holding(Permission.GIVE)
    held = Membership.objects.valid().filter(role__in=able, authority_id=authority_id)
    return held.select_related("user", "organisation").order_by(
        "user__full_name", "organisation__name", "role"
    )
