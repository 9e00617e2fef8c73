"""What the page of a support plan shows: plain rows, made once, with no query left in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.roles import read_out
from waymark.foundation.kernel import clock
from waymark.pathway.channel.models import Case
from waymark.pathway.referrals.presenters import day
from waymark.pathway.referrals.record import pair

from . import action_page, funds_shown, gaps, needs, policies, queries
from .actions.planning import LABELS, lacking
from .models import Plan, PlanNeed
from .queries import Support


@dataclass(frozen=True)
class PlanPage:
    state: str
    words: list[dict[str, Any]]
    missing: list[str]
    needs: list[dict[str, Any]]
    found_since: str
    actions: list[dict[str, str]]
    gaps: list[str]
    funds: list[str]
    versions: list[str]
    links: list[dict[str, str]]

    @staticmethod
    def of(actor: Actor, case: Case) -> PlanPage:
        support = queries.of(case)
        newest, may = support.newest, bool(policies.write(actor, case))
        since = needs.not_taken(case, support.needs) if newest else []
        return PlanPage(
            state=state(newest),
            words=[pair(str(label), getattr(newest, name)) for name, label in LABELS.items()
                   if newest and getattr(newest, name)],
            missing=[str(LABELS[name]) for name in lacking(newest)] if newest and not newest.approved_at else [],
            needs=[_need(case, one, support, may) for one in support.needs],
            found_since=found_since(len(since)),
            actions=[action_page.line(case, one) for one in support.actions],
            gaps=list(gaps.among(support, clock.now())),
            funds=funds_shown.of_plan(support.actions),
            versions=[version(plan) for plan in reversed(support.plans) if plan is not newest],
            links=_links(actor, case, support) if may else [],
        )  # fmt: skip


def state(plan: Plan | None) -> str:
    if plan is None:
        return _("There is no plan yet.")
    return version(plan)


def version(plan: Plan) -> str:
    if plan.approved_by is None or plan.approved_at is None:
        return _("Version %(number)s: a draft, begun on %(day)s by %(name)s") % {
            "number": plan.number, "day": day(plan.begun_at), "name": plan.begun_by.get_full_name(),
        }  # fmt: skip
    words = _(
        "Version %(number)s: agreed by the panel on %(day)s, signed by %(name)s (%(roles)s) on %(signed)s"
    )
    return words % {
        "number": plan.number, "day": day(plan.panel_on), "name": plan.approved_by.get_full_name(),
        "roles": read_out(plan.approved_as), "signed": day(plan.approved_at),
    }  # fmt: skip


def found_since(number: int) -> str:
    if not number:
        return ""
    words = ngettext(
        "%(number)s need was found since and is not in the plan.",
        "%(number)s needs were found since and are not in the plan.",
        number,
    )
    return words % {"number": number}


def newer(plan: Plan, typed: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Of a draft that somebody else saved meanwhile: each field in which it says something else than was typed."""
    return [
        pair(str(label), getattr(plan, name) or _("Empty"))
        for name, label in LABELS.items()
        if name in typed
        and str(typed[name]).replace("\r\n", "\n").strip() != str(getattr(plan, name)).strip()
    ]


def _need(case: Case, need: PlanNeed, support: Support, may: bool) -> dict[str, Any]:
    return {
        "question": need.question or need.get_came_from_display(),
        "words": need.words,
        "stands": stands(need, support.answered),
        "href": reverse("support:explain-need", args=[case.reference, need.pk])
        if may and need.pk not in support.answered
        else "",
    }


def stands(need: PlanNeed, answered: frozenset[UUID]) -> str:
    if need.pk in answered:
        return _("There is an action for it.")
    if need.explained_by is None:
        return _("Unaddressed: there is no action and no reason for none.")
    return _("No action, says %(name)s: %(why)s") % {
        "name": need.explained_by.get_full_name(), "why": need.why_none,
    }  # fmt: skip


def _links(actor: Actor, case: Case, support: Support) -> list[dict[str, str]]:
    links = [("support:write", _("Write in the draft") if support.draft else _("Begin a new version"))]
    if not support.plans:
        links = [("support:write", _("Begin the plan"))]
    if support.draft and policies.approve(actor, support.draft):
        links.append(("support:approve", _("Approve the plan")))
    if support.draft:
        links.append(("support:give", _("Ask somebody for support")))
    if support.plans:
        links.append(("support:add-need", _("Add a need")))
    return [{"href": reverse(name, args=[case.reference]), "text": text} for name, text in links]
