"""What the pages of an action show, to those who work on the case and to whoever does it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow
from waymark.foundation.interface.tables import Column, Table, reference
from waymark.foundation.kernel import clock
from waymark.pathway.channel.models import Case
from waymark.pathway.referrals.presenters import day
from waymark.pathway.referrals.record import pair

from . import funds_shown, gaps, policies, queries
from .models import StoppedBy, SupportAction
from .providing_page import Providing, links_of_case, links_of_mine
from .states import ActionState

# Taken on: what begins it, or lets it go on, is asked of the day.
BEGINS = frozenset({ActionState.ACCEPTED, ActionState.UNDER_WAY, ActionState.STOPPED})


@dataclass(frozen=True)
class ActionPage:
    """`buttons` are posts with the version of the action: where to, and what they say."""

    summary: list[dict[str, Any]]
    updates: list[dict[str, Any]]
    links: list[dict[str, str]]
    providing: Providing
    buttons: list[dict[str, str]] = field(default_factory=list)
    # Where to say that the briefing was read.
    read_href: str = ""
    # Why it cannot begin or go on today.
    not_now: str = ""
    # Money that was asked for: to those who work on the case.
    funds: list[dict[str, str]] = field(default_factory=list)

    @staticmethod
    def of_case(actor: Actor, case: Case, action: SupportAction) -> ActionPage:
        who = pair(_("Who does it"), f"{action.person.get_full_name()}, {action.organisation.name}")
        links = links_of_case(actor, case, action)
        if policies.write(actor, case) and not action.ended_at:
            where = reverse("support:cancel", args=[case.reference, action.reference])
            links.append({"href": where, "text": _("Take it out of the plan")})
        return ActionPage(
            [who, *_rows(action)], _updates(action), links, Providing.of_case(actor, case, action),
            funds=funds_shown.of_action(actor, case, action),
        )  # fmt: skip

    @staticmethod
    def of_mine(actor: Actor, action: SupportAction) -> ActionPage:
        newest = gaps.briefing(action)
        unread = newest is not None and newest.read_at is None
        begins = _begins(action)
        return ActionPage(
            _rows(action),
            _updates(action),
            [*links_of_mine(actor, action), *_my_links(actor, action)],
            Providing.of_mine(actor, action),
            list(_my_buttons(action, begins)),
            reverse("support:mine-read", args=[action.reference]) if unread else "",
            "" if begins else str(begins.sentence),
        )


def mine_table(rows: Iterable[SupportAction]) -> Table:
    def opens(row: SupportAction) -> Any:
        return reference(reverse("support:mine-action", args=[row.reference]), row.reference)

    return Table(
        _("What you are asked for, oldest first"),
        (
            Column(_("Reference"), opens),
            Column(_("Kind of support"), lambda row: row.get_kind_display()),
            Column(_("State"), "state_name"),
            Column(_("Due"), lambda row: day(row.due_on)),
        ),
        rows,
        empty=_("Nothing. Who plans support for somebody may ask you for a part of it; then it stands here."),
    )


def line(case: Case, action: SupportAction) -> dict[str, str]:
    """One action as the plan lists it."""
    words = _("%(kind)s: %(name)s, %(organisation)s. %(state)s.") % {
        "kind": action.get_kind_display(), "name": action.person.get_full_name(),
        "organisation": action.organisation.name, "state": standing(action),
    }  # fmt: skip
    held = gaps.held(action)
    where = reverse("support:action", args=[case.reference, action.reference])
    return {"href": where, "reference": action.reference, "text": f"{words} {held}." if held else words}


def standing(action: SupportAction) -> str:
    if gaps.overdue(action, clock.today()):
        return _("%(state)s, overdue since %(day)s") % {"state": action.state_name, "day": day(action.due_on)}
    return action.state_name


def who_may_help(authority_id: int) -> list[tuple[str, str]]:
    """Key and words of everybody who can be asked, with the organisation they work for."""
    people = {
        f"{m.user_id}:{m.organisation_id}": f"{m.user.get_full_name()}, {m.organisation.name}"
        for m in queries.helpers(authority_id)
    }
    return list(people.items())


def _rows(action: SupportAction) -> list[dict[str, Any]]:
    rows = [
        (_("Kind of support"), action.get_kind_display()),
        (_("What is asked"), action.task),
        (_("State"), standing(action)),
        (_("Why it stopped"), StoppedBy(action.stopped_by).label if action.stopped_by else ""),
        (_("Why not"), action.because),
        (_("Asked"), day(action.asked_at)),
        (_("Begun"), day(action.started_on)),
        (_("Due"), day(action.due_on)),
    ]
    return [pair(key, str(value)) for key, value in rows if value]


def _updates(action: SupportAction) -> list[dict[str, Any]]:
    said = action.updates.select_related("written_by", "action")
    return [
        {"words": one.words, "by": one.written_by.get_full_name(), "on": day(one.written_at)} for one in said
    ]


def _my_links(actor: Actor, action: SupportAction) -> list[dict[str, str]]:
    links = []
    if policies.work_on(actor, action):
        links.append(("support:mine-update", _("Say how it goes")))
        if action.state != ActionState.ACCEPTED:
            links.append(("support:mine-finish", _("Say that it is done")))
    if policies.answer(actor, action):
        words = _("I do not take it on") if action.state == ActionState.ASKED else _("I have to give it back")
        links.append(("support:mine-decline", words))
    return [{"href": reverse(name, args=[action.reference]), "text": text} for name, text in links]


def _begins(action: SupportAction) -> Decision:
    """May it begin or go on today? Whoever gives it sees nothing of the case but that."""
    if action.state not in BEGINS:
        return allow()
    with context.lent(action.authority_id):
        return policies.may_start(action, clock.today())


def _my_buttons(action: SupportAction, begins: Decision) -> Iterable[dict[str, str]]:
    if action.state == ActionState.ASKED:
        yield {"href": reverse("support:mine-accept", args=[action.reference]), "text": _("I take it on")}
    if action.state == ActionState.ACCEPTED and begins:
        yield {"href": reverse("support:mine-start", args=[action.reference]), "text": _("It begins today")}
    if action.state == ActionState.STOPPED and begins:
        yield {"href": reverse("support:mine-start", args=[action.reference]), "text": _("It goes on today")}
