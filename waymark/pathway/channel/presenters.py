"""What the pages of Channel show: plain rows, made once, with no query left in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.roles import read_out
from waymark.foundation.interface.filters import One
from waymark.foundation.interface.tables import Column, Table, reference
from waymark.pathway.assessment.presenters import pcmt
from waymark.pathway.referrals import people_shown
from waymark.pathway.referrals.permissions import Permission
from waymark.pathway.referrals.presenters import day
from waymark.pathway.referrals.record import pair

from .agenda import TAKEN_OVER
from .models import STATE_NAMES, Case
from .states import ENDED, CaseState
from .states import CaseState as C

ENDED_ONLY = "ended"


def state_filter() -> One:
    """Without a choice: the open ones."""

    def by_state(rows: QuerySet[Any], chosen: str) -> QuerySet[Any]:
        return rows.filter(state__in=ENDED) if chosen == ENDED_ONLY else rows.filter(state=chosen)

    names = [(str(state), STATE_NAMES[state]) for state in CaseState]
    names.append((ENDED_ONLY, gettext_lazy("All that have ended")))
    return One("state", gettext_lazy("State"), names, by_state, unchosen=gettext_lazy("All that are open"))


def table(rows: Iterable[Case], *, chosen: bool) -> Table:
    """`chosen`: is a state? Without one only open cases stand here, and the heading says so."""

    def opens(row: Case) -> Any:
        return reference(reverse("channel:case", args=[row.reference]), row.reference)

    return Table(
        _("Channel cases, oldest first") if chosen else _("Open Channel cases, oldest first"),
        (
            Column(_("Reference"), opens),
            Column(_("Opened"), lambda row: day(row.opened_at)),
            Column(_("State"), "state_name"),
            Column(_("Lead professional"), lambda row: row.lead.get_full_name()),
        ),
        rows,
        empty=_("There is no case of the kind that you chose.")
        if chosen
        else _(
            "No case is open. One opens with each referral under section 36; "
            "choose a state to see those that have ended."
        ),
    )


def summary(actor: Actor, case: Case) -> list[dict[str, Any]]:
    rows = [
        pair(_("State"), case.state_name),
        pair(_("Lead professional"), case.lead.get_full_name()),
        pair(_("Opened"), day(case.opened_at)),
    ]
    told = [pcmt(one) for one in case.referral.police_assessments.all() if one.pcmt_reference]
    rows += [pair(key, words) for key, words in told]
    name = case.referral.reference
    if actor.may(Permission.READ):
        rows.append(_linked(_("Referral"), name, reverse("referrals:triage-record", args=[name])))
    if actor.may(Permission.POLICE_READ):
        rows.append(_linked(_("Police assessment"), name, reverse("assessment:record", args=[name])))
    return rows


NEXT = {
    C.AWAITING_FIRST_PANEL: gettext_lazy(
        "The panel weighs what would help the person. No support starts before the panel has decided and"
        " consent is given."
    ),
    C.DEFERRED: gettext_lazy(
        "The panel waits for what is missing, and decides at its next meeting. No support starts before."
    ),
    C.NOT_ADOPTED: gettext_lazy(
        "There is no support through Channel. What was passed to health or social care is theirs. A new "
        "referral under section 36 opens the case again."
    ),
    C.CONSENT_PENDING: gettext_lazy(
        "Whoever the plan names asks for consent: the person, or a parent or guardian of a child. "
        "Nothing starts before it is given."
    ),
    C.CONSENT_REFUSED: gettext_lazy(
        "There is no support through Channel. Safeguarding goes on, and the panel looks at the person "
        "again on the day it has set."
    ),
    C.CONSENT_WITHDRAWN: gettext_lazy(
        "Support has stopped. Safeguarding goes on, and the panel looks at the person again on the day "
        "it has set."
    ),
    C.CONSENT_LAPSED: gettext_lazy(
        "Support has stopped: the last consent has ended, and nobody has taken it back. The lead professional asks "
        "again."
    ),
    C.ACTIVE: gettext_lazy(
        "The people named in the plan give their support. The panel reviews it at its meetings."
    ),
    C.PAUSED: gettext_lazy(
        "Support has stopped for now. The lead professional says when it goes on; the panel keeps the case."
    ),
    C.ENDING: gettext_lazy(
        "The panel is for ending the support. It ends when the closing report is written and the chair "
        "has signed."
    ),
    C.AFTER_EXIT: gettext_lazy(
        "The panel looks back 6 months after the end of support, and opens the case again if there is a "
        "new concern."
    ),
    C.AFTER_SIX_MONTHS: gettext_lazy(
        "The panel looks back 12 months after the end of support, and opens the case again if there is a"
        " new concern."
    ),
    C.LOOKED_AT_LONGER: gettext_lazy(
        "The panel keeps looking, for 24 months after the end of support at most, and then closes the case."
    ),
    C.POLICE_LED: gettext_lazy(
        "The police act outside Channel. The council keeps its safeguarding duties. The case goes on if "
        "the police refer the person again."
    ),
    C.ENDED_BEFORE_PANEL: gettext_lazy(
        "There is nothing more to do here. A new referral under section 36 opens the case again."
    ),
    C.CLOSED: gettext_lazy("There is nothing more to do here. A new concern is a new referral."),
    C.TRANSFERRED: gettext_lazy(
        "The other authority answers for it since it accepted. There is nothing more to do here."
    ),
}


def what_next(case: Case) -> str:
    """What happens next, and who does it: one or two sentences for each state."""
    return str(NEXT[C(case.state)])


def grounds(case: Case) -> list[dict[str, Any]]:
    """What the case stands on. The day of the decision and the day it was written down are kept apart."""
    decision = case.section_36
    if decision is None:
        return [pair(_("Grounds"), str(TAKEN_OVER))]
    signed = f"{decision.signed_by.get_full_name()} ({read_out(decision.signed_as)})"
    rows = [
        (_("Who refers"), decision.get_referred_by_display()),
        (_("Grounds"), decision.grounds),
        (_("Information relied on"), decision.relied_on),
        (_("What the council thinks"), decision.council_view),
        (_("Decided"), day(decision.decided_on)),
        (_("Written down"), f"{day(decision.signed_at)}, {signed}"),
    ]
    return [pair(key, value) for key, value in rows if value]


def person(case: Case) -> list[dict[str, Any]]:
    return people_shown.person(case.referral)


def _linked(key: str, text: str, href: str) -> dict[str, Any]:
    link = reference(href, text)
    return {"key": {"text": key}, "value": {"html": link}}
