"""Support on the page of its case: the plan, and the needs that nothing answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.pathway.channel import beside
from waymark.pathway.channel.beside import Section
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.states import ADOPTED
from waymark.pathway.referrals.record import pair

from . import action_page, gaps, plan_page, queries


def support(actor: Actor, case: Case) -> Section | None:
    """From the day the panel adopts the case."""
    found = beside.once(case, queries.of)
    if not found.plans and case.state not in ADOPTED:
        return None
    links = [{"text": _("The support plan"), "href": reverse("support:plan", args=[case.reference])}]
    if not found.plans:
        return Section(_("Support"), sentence=_("There is no plan yet."), links=links)
    rows = [pair(_("Plan"), plan_page.version(plan)) for plan in (found.draft, found.in_force) if plan]
    rows.append(listed(_("Actions"), (action_page.line(case, one)["text"] for one in found.actions)))
    lacking = list(gaps.among(found, clock.now()))
    if lacking:
        rows.append(listed(_("What does not go as planned"), lacking))
    rows.append(listed(_("Unaddressed needs"), (need.words for need in found.unaddressed)))
    return Section(_("Support"), rows=rows, links=links)


def listed(key: str, lines: Iterable[Any]) -> dict[str, Any]:
    """A row of several lines; “None” where there is none."""
    items = [(line,) for line in lines]
    if not items:
        return pair(key, _("None"))
    drawn = format_html_join("", "<li>{}</li>", items)
    return {"key": {"text": key}, "value": {"html": format_html('<ul class="govuk-list">{}</ul>', drawn)}}


def for_panel(case: Case) -> list[dict[str, Any]]:
    """What members of the panel read of the support at the item of a case: how it goes, and what does not."""
    found = queries.of(case)
    if found.in_force is None:
        return []
    rows = [
        pair(_("Support plan"), plan_page.version(found.in_force)),
        listed(_("Actions"), (action_page.line(case, one)["text"] for one in found.actions)),
    ]
    lacking = list(gaps.among(found, clock.now()))
    if lacking:
        rows.append(listed(_("What does not go as planned"), lacking))
    rows.append(listed(_("Unaddressed needs"), (need.words for need in found.unaddressed)))
    return rows
