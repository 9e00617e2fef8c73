"""Reads of support, each with a known number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from waymark.foundation.access import context, roles
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.models import Membership
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.kept_sql import Belonging, Children, KeptSQL
from waymark.pathway.channel.models import Case
from waymark.pathway.panel import queries as panels
from waymark.pathway.panel.models import Seat

from . import needs
from .models import Briefing, FundRequest, Plan, PlanNeed, Report, Risk, RiskEntry, Session, SupportAction
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


_PLANS = Belonging(Plan, "case", "approved_by", "begun_by")
_NEEDS = Belonging(PlanNeed, "case", "explained_by")
_ACTIONS = KeptSQL(
    lambda case: SupportAction.objects.filter(plan__case_id=case).select_related(
        "person", "organisation", "asked_by"
    ),
    UUID,
)
_OF_ACTIONS = (
    Children(Briefing, "action", "sent_by", "read_by"),
    Children(Session, "action", "reported_by"),
    Children(Report, "action", "written_by"),
    Children(FundRequest, "action", "asked_by", "decision_by"),
)
_RISKS = Belonging(Risk, "case", "person", "organisation")
_ENTRIES = Children(RiskEntry, "risk", "written_by", "owner")


def of(case: Case) -> Support:
    """Seven queries."""
    actions = _ACTIONS(case.pk)
    for children in _OF_ACTIONS:
        children(actions)
    return Support(_PLANS(case), _NEEDS(case), actions)


def actions_of(case: Case) -> QuerySet[SupportAction]:
    """With what their providers did, and the money asked for: five queries."""
    found = whole(SupportAction.objects.filter(plan__case_id=case.pk))
    return found.select_related("person", "organisation", "asked_by").prefetch_related(
        Prefetch("fund_requests", FundRequest.objects.select_related("asked_by", "decision_by"))
    )


def whole(actions: QuerySet[SupportAction]) -> QuerySet[SupportAction]:
    return actions.select_related("person", "organisation").prefetch_related(
        Prefetch("briefings", Briefing.objects.select_related("sent_by", "read_by")),
        Prefetch("sessions", Session.objects.select_related("reported_by")),
        Prefetch("reports", Report.objects.select_related("written_by")),
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


def risks_of(case: Case) -> QuerySet[Risk]:
    """With who answers for each, and what happened to it: two queries."""
    return risks_whole(Risk.objects.filter(case_id=case.pk)).select_related("person", "organisation", "case")


def risks(case: Case) -> list[Risk]:
    """The same, for what is told of them beside the case: two queries."""
    found = _RISKS(case)
    _ENTRIES(found)
    return found


def risks_whole(found: QuerySet[Risk]) -> QuerySet[Risk]:
    entries = RiskEntry.objects.select_related("written_by", "owner")
    return found.select_related("person", "organisation").prefetch_related(Prefetch("entries", entries))


def my_risks(actor: Actor) -> QuerySet[Risk]:
    """Those that whoever asks answers for, or is asked to, for the organisation they work for now."""
    own = Risk.objects.visible_to(actor).filter(person_id=actor.user_id)
    return risks_whole(own.filter(organisation_id=actor.organisation_id))


def on_panel(case: Case) -> list[Membership]:
    """Those who can answer for a risk: who has a seat on a panel of the authority today, and the lead professional."""
    with context.lent(case.authority_id):
        held = panels.in_force(list(Seat.objects.filter(authority_id=case.authority_id)), clock.today())
        seated = {(seat.holder_id, seat.organisation_id) for seat in held}
    return [
        member
        for member in helpers(case.authority_id)
        if (member.user_id, member.organisation_id) in seated or member.user_id == case.lead_id
    ]
