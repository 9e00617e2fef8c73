"""The plan is written, version by version, its needs are taken from the assessment, and the lead signs it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import CHANGED, lock
from waymark.foundation.access.roles import signed_as
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotNow, Refusal, Stale
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.channel.models import Case, CaseEvent, Kind
from waymark.pathway.support import needs, policies
from waymark.pathway.support.models import STATUTORY, NeedFrom, Plan, PlanNeed

from .carrying import under_case

LABELS = {
    "consent_arrangements": gettext_lazy("How, when and by whom consent is asked"),
    "nature": gettext_lazy("What support is given"),
    "responsible": gettext_lazy("Who is responsible for giving it"),
    "delivery": gettext_lazy("How and when it is given"),
    "changed": gettext_lazy("What this version changes"),
    "why": gettext_lazy("Why it is changed"),
}


@deed("support.write-plan")
def write(*, by: Actor, at: datetime, case: Case, version: int, **said: str) -> Plan:
    """Writes the draft; begins one where there is none, with the needs found so far. `version` is 0 for none.

    Empty fields may be filled in later, but one of the law’s is not. Stale when somebody else wrote in it, or
    began it, meanwhile.
    """
    if unknown := said.keys() - LABELS.keys():
        raise ValueError(f"a plan does not say {unknown}")
    case = lock(case)
    policies.write(by, case).require()
    plan = Plan.objects.select_for_update(of=("self",)).filter(case=case, approved_at__isnull=True).first()
    if (plan.version if plan else 0) != version:
        raise Stale(CHANGED)
    new = plan is None
    plan = plan or _next(by, at, case)
    for name, words in said.items():
        setattr(plan, name, words)
    if not any(getattr(plan, name) for name in STATUTORY):
        raise Incomplete(_("Write in at least one of the boxes."), field=STATUTORY[0])
    if new:
        _begin(plan)
        _take(by, at, case)
    else:
        plan.save_next(*said)
    return plan


@deed("support.approve-plan")
def approve(*, by: Actor, at: datetime, plan: Plan, version: int, panel_on: date) -> Plan:
    """The lead professional signs the version that the panel agreed on that day. From then on it stays."""
    plan = lock(plan, version)
    policies.approve(by, plan).require()
    empty = [str(LABELS[name]) for name in lacking(plan)]
    if empty:
        raise Incomplete(_("The plan does not say yet: %(what)s.") % {"what": "; ".join(empty)})
    if panel_on > clock.uk_date(at):
        raise Refusal(_("The date must be today or in the past."), field="panel_on")
    adopted = CaseEvent.objects.filter(case=plan.case, kind=Kind.ADOPTED).order_by("on").first()
    if adopted is None or panel_on < adopted.on:
        raise Refusal(_("The panel had not adopted the case on that day."), field="panel_on")
    plan.panel_on, plan.approved_by_id, plan.approved_at = panel_on, by.user_id, at
    plan.approved_as = signed_as(by.roles)
    plan.save_next("panel_on", "approved_by", "approved_at", "approved_as")
    return plan


@deed("support.take-needs")
def take_needs(*, by: Actor, at: datetime, case: Case) -> Case:
    """What the assessment and triage found since goes into the plan."""
    case = lock(case)
    policies.write(by, case).require()
    if not _take(by, at, case):
        raise NotNow(_("Nothing has been found since."))
    return case


@deed("support.add-need")
def add_need(*, by: Actor, at: datetime, case: Case, words: str) -> PlanNeed:
    """A need that stands in no assessment."""
    policies.write(by, case).require()
    return PlanNeed.objects.create(
        **under_case(case), came_from=NeedFrom.ADDED, words=words, noted_by_id=by.user_id, noted_at=at
    )


@deed("support.explain-need")
def explain_need(*, by: Actor, at: datetime, need: PlanNeed, version: int, why_none: str) -> PlanNeed:
    """Says why nothing is done about a need."""
    need = lock(need, version)
    policies.write(by, need.case).require()
    need.why_none, need.explained_by_id, need.explained_at = why_none, by.user_id, at
    need.save_next("why_none", "explained_by", "explained_at")
    return need


def lacking(plan: Plan) -> list[str]:
    """The fields that are empty and may not be: the four of the law, and of a later version what it changes."""
    needed = STATUTORY if plan.number == 1 else (*STATUTORY, "changed", "why")
    return [name for name in needed if not getattr(plan, name)]


def _next(by: Actor, at: datetime, case: Case) -> Plan:
    """The next version, not yet kept: it begins with the words of the one before."""
    before = Plan.objects.filter(case=case).order_by("-number").first()
    words = {name: getattr(before, name) for name in STATUTORY} if before else {}
    number = before.number + 1 if before else 1
    return Plan(**under_case(case), **words, number=number, begun_by_id=by.user_id, begun_at=at)


def _begin(plan: Plan) -> None:
    try:
        with transaction.atomic():
            plan.save(force_insert=True)
    except IntegrityError as twice:
        raise Stale(CHANGED) from twice


def _take(by: Actor, at: datetime, case: Case) -> int:
    new = needs.not_taken(case, PlanNeed.objects.filter(case=case))
    for one in new:
        PlanNeed.objects.create(
            **under_case(case), came_from=one.came_from, source_id=one.source_id, place=one.place,
            question=one.question[:300], words=one.words, noted_by_id=by.user_id, noted_at=at,
        )  # fmt: skip
    return len(new)
