"""How risks are shown: each in words, with who answers for it. Never in an order of weight."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.interface.tables import Column, Table, reference
from waymark.foundation.kernel import clock
from waymark.pathway.channel import beside
from waymark.pathway.channel.beside import Section
from waymark.pathway.channel.models import Case
from waymark.pathway.referrals.presenters import day
from waymark.pathway.referrals.record import pair

from . import policies, queries
from .models import Risk
from .states import RiskState


@dataclass(frozen=True)
class RiskPage:
    summary: list[dict[str, Any]]
    history: list[dict[str, str]]
    links: list[dict[str, str]]
    accept_href: str = ""

    @staticmethod
    def of_case(actor: Actor, risk: Risk) -> RiskPage:
        found = []
        if policies.change_risk(actor, risk):
            found = [
                ("support:risk-review", _("Look at it again")),
                ("support:risk-hand", _("Ask somebody else to answer for it")),
                ("support:risk-close", _("Close it")),
            ]
        if policies.reopen_risk(actor, risk):
            found = [("support:risk-reopen", _("Open it again"))]
        where = [risk.case.reference, risk.reference]
        links = [{"href": reverse(name, args=where), "text": text} for name, text in found]
        return RiskPage(_summary(risk), _history(risk), links)

    @staticmethod
    def of_mine(actor: Actor, risk: Risk) -> RiskPage:
        found = []
        if policies.review_risk(actor, risk):
            found.append(("support:my-risk-review", _("Look at it again")))
        if policies.give_back_risk(actor, risk):
            asked = risk.state == RiskState.ASKED
            found.append(
                (
                    "support:my-risk-decline",
                    _("I do not take it on") if asked else _("I have to give it back"),
                )
            )
        links = [{"href": reverse(name, args=[risk.reference]), "text": text} for name, text in found]
        accept = (
            reverse("support:my-risk-accept", args=[risk.reference])
            if policies.answer_risk(actor, risk)
            else ""
        )
        return RiskPage(_summary(risk), _history(risk), links, accept)


def section(actor: Actor, case: Case) -> Section | None:
    """On the page of the case: the risks that are open."""
    risks = [risk for risk in beside.once(case, queries.risks) if risk.state != RiskState.CLOSED]
    may = policies.raise_risk(actor, case)
    if not risks and not may:
        return None
    links = [
        {
            "text": _("All risks, and what was done about them"),
            "href": reverse("support:risks", args=[case.reference]),
        }
    ]
    if may:
        where = reverse("support:raise-risk", args=[case.reference])
        links.append({"text": _("Put down a risk"), "href": where})
    rows = [
        {
            "key": {"text": risk.get_whom_display()},
            "value": {"html": format_html("{} {}", _linked(risk), line(risk))},
        }
        for risk in risks
    ]
    return Section(_("Risks"), rows=rows, sentence="" if rows else _("No risk is open."), links=links)


def for_panel(case: Case) -> list[dict[str, Any]]:
    """What members of the panel read of it at the item of a case."""
    return [
        pair(_("Risk: %(whom)s") % {"whom": risk.get_whom_display().lower()}, line(risk))
        for risk in queries.risks_of(case)
        if risk.state != RiskState.CLOSED
    ]


def line(risk: Risk) -> str:
    return _("%(risk)s What is done: %(done)s %(owner)s %(again)s") % {
        "risk": _stop(risk.words), "done": _stop(risk.done_about), "owner": owner(risk), "again": again(risk),
    }  # fmt: skip


def owner(risk: Risk) -> str:
    if risk.state == RiskState.UNOWNED:
        return f"{risk.state_name}."
    if risk.state != RiskState.ASKED:
        return f"{risk.person.get_full_name()}, {risk.organisation.name}."
    return _("%(name)s, %(organisation)s: %(state)s.") % {
        "name": risk.person.get_full_name(), "organisation": risk.organisation.name, "state": risk.state_name.lower(),
    }  # fmt: skip


def again(risk: Risk) -> str:
    if risk.review_on < clock.today():
        return _("It should have been looked at again on %(day)s.") % {"day": day(risk.review_on)}
    return _("It is looked at again on %(day)s.") % {"day": day(risk.review_on)}


def table(risks: Iterable[Risk]) -> Table:
    """All of a case, the oldest first."""
    return Table(
        _("Risks, oldest first"),
        (
            Column(_("Reference"), _linked),
            Column(_("Whom it could harm"), lambda row: row.get_whom_display()),
            Column(_("What it is"), lambda row: row.words),
            Column(_("State"), "state_name"),
            Column(
                _("Looked at again"), lambda row: "" if row.state == RiskState.CLOSED else day(row.review_on)
            ),
        ),
        risks,
        empty=_("None yet. Each risk is put down in words, and one person on the panel answers for it."),
    )


def mine_table(risks: Iterable[Risk]) -> Table:
    def opens(row: Risk) -> Any:
        return reference(reverse("support:my-risk", args=[row.reference]), row.reference)

    return Table(
        _("Risks that you answer for, or are asked to"),
        (
            Column(_("Reference"), opens),
            Column(_("State"), "state_name"),
            Column(_("Look at it again on"), lambda row: day(row.review_on)),
        ),
        risks,
        empty=_("You answer for no risk. If you sit on a panel you may be asked to; then it stands here."),
    )


def people(case: Case) -> list[tuple[str, str]]:
    """Key and words of everybody who can answer for a risk."""
    found = {
        f"{m.user_id}:{m.organisation_id}": f"{m.user.get_full_name()}, {m.organisation.name}"
        for m in queries.on_panel(case)
    }
    return list(found.items())


def _linked(risk: Risk) -> Any:
    return reference(reverse("support:risk", args=[risk.case.reference, risk.reference]), risk.reference)


def _summary(risk: Risk) -> list[dict[str, Any]]:
    return [
        pair(_("Whom it could harm"), risk.get_whom_display()),
        pair(_("What it is"), risk.words),
        pair(_("What is done about it"), risk.done_about),
        pair(_("Who answers for it"), owner(risk)),
        pair(_("Looked at again"), again(risk) if risk.state != RiskState.CLOSED else risk.state_name),
    ]


def _history(risk: Risk) -> list[dict[str, str]]:
    return [
        {
            "what": one.get_kind_display() + (f": {one.owner.get_full_name()}" if one.owner else ""),
            "words": one.words,
            "by": one.written_by.get_full_name() if one.written_by else _("Waymark"),
            "on": day(one.written_at),
        }
        for one in reversed(risk.entries.all())
    ]


def _stop(words: str) -> str:
    said = str(words).strip()
    return said if said.endswith((".", "!", "?")) else f"{said}."
