"""What the pages of police assessment show: plain rows, made once, with no query left in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation import lists
from waymark.foundation.access.roles import read_out
from waymark.foundation.interface.filters import One
from waymark.foundation.interface.tables import Column, Table, reference
from waymark.pathway.referrals.destinations import LIST
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.permissions import Permission
from waymark.pathway.referrals.presenters import concern_row, day, due_words, gap_row
from waymark.pathway.referrals.states import WITH_POLICE

from .models import (
    CAUSES,
    STATE_NAMES,
    ClosureApproval,
    Deconfliction,
    PoliceAssessment,
    PoliceDecision,
    WrittenAssessment,
)
from .states import AssessmentState

__all__ = [
    "beside_referral",
    "check_row",
    "concern_row",
    "decision_row",
    "gap_row",
    "heard_table",
    "pcmt",
    "state_filter",
    "table",
    "written_row",
]


EVERY = "all"


def state_filter() -> One:
    """Without a choice: what waits with the police. What went on to the panel stands under its state."""

    def by_state(rows: QuerySet[Any], chosen: str) -> QuerySet[Any]:
        return rows if chosen == EVERY else rows.filter(state=chosen)

    names = [(EVERY, gettext_lazy("All"))] + [(str(state), STATE_NAMES[state]) for state in AssessmentState]
    return One(
        "state", gettext_lazy("State"), names, by_state, unchosen=gettext_lazy("Waiting with the police")
    )


def table(rows: Iterable[PoliceAssessment], now: datetime) -> Table:
    def opens(row: PoliceAssessment) -> Any:
        name = row.referral.reference
        return reference(reverse("assessment:record", args=[name]), name)

    return Table(
        _("Police assessments, oldest first"),
        (
            Column(_("Reference"), opens),
            Column(_("Sent to police"), lambda row: day(row.started_at)),
            Column(_("State"), "state_name"),
            Column(_("Due"), lambda row: due_words(row.due_at, now) or "–"),
            Column(
                _("Lead professional"), lambda row: row.lead.get_full_name() if row.lead else _("Nobody yet")
            ),
        ),
        rows,
        empty=_("No referral is there. When triage sends one to the police, it stands here."),
    )


def heard_table(rows: Iterable[Referral]) -> Table:
    """What the council has first, and the police may read."""

    def opens(row: Referral) -> Any:
        return reference(reverse("assessment:record", args=[row.reference]), row.reference)

    return Table(
        _("With the council first, newest first"),
        (
            Column(_("Reference"), opens),
            Column(_("Received"), lambda row: day(row.received_at)),
            Column(_("State"), "state_name"),
            Column(
                _("Lead professional"), lambda row: row.lead.get_full_name() if row.lead else _("Nobody yet")
            ),
        ),
        list(rows),
    )


def pcmt(assessment: PoliceAssessment) -> tuple[str, str]:
    """What it is called in the national record, which this service is not; nothing where nobody wrote it down."""
    held = assessment.pcmt_reference
    words = _("%(reference)s (the PCMT is the national record; this is not)") % {"reference": held}
    return _("PCMT reference"), words if held else ""


def beside_referral(request: HttpRequest, record: Model) -> list[dict[str, Any]]:
    """From the council’s page of a referral to that of the police who assess it."""
    if not isinstance(record, Referral) or record.state not in WITH_POLICE:
        return []
    there = reverse("assessment:record", args=[record.reference])
    may = request.actor.may(Permission.POLICE_READ)  # type: ignore[attr-defined]
    return [{"text": _("The police assessment"), "href": there}] if may and request.path != there else []


def check_row(row: Deconfliction) -> dict[str, Any]:
    return {
        "result": row.get_result_display(),
        "on": day(row.result_on),
        "reference": row.result_reference,
        "by": row.signed_by.get_full_name(),
        "recorded": day(row.signed_at),
    }


def written_row(row: WrittenAssessment) -> dict[str, Any]:
    """The headings with the questions that were answered, in the framework’s order."""
    headings = []
    for h, heading in enumerate(row.framework.headings):
        asked = (
            (question, row.answers.get(f"{h}.{q}", "")) for q, question in enumerate(heading["questions"])
        )
        answered = [{"question": question, "words": words} for question, words in asked if words]
        headings.append({"title": heading["title"], "answered": answered})
    return {
        "framework": str(row.framework),
        "headings": headings,
        "protective": row.protective,
        "changed": row.changed,
        "conclusion": row.conclusion,
        "by": row.signed_by.get_full_name(),
        "as": read_out(row.signed_as),
        "on": day(row.signed_at),
    }


def decision_row(row: PoliceDecision) -> dict[str, Any]:
    approval = getattr(row, "approval", None)
    rows = [
        (_("Who refers"), row.get_referred_by_display()),
        (_("Why it ends here"), lists.words(CAUSES, row.cause) if row.cause else ""),
        (_("Grounds"), row.grounds),
        (_("Information relied on"), row.relied_on),
        (_("What the council thinks"), row.council_view),
        (_("Where the person’s needs go"), lists.words(LIST, row.destination) if row.destination else ""),
        (_("Agreed with them"), row.destination_words),
        (_("The referrer is told"), row.note),
        (_("The referrer is told nothing, because"), row.withheld_because),
        (_("Decided"), day(row.decided_on)),
        (_("Signed"), _signed(row)),
    ]
    if approval:
        rows.append(
            (
                _("Approved") if approval.approved else _("Not approved"),
                f"{_signed(approval)}: {approval.reason}",
            )
        )
    return {
        "outcome": row.get_outcome_display(),
        "rows": [{"key": {"text": key}, "value": {"text": value}} for key, value in rows if value],
    }


def _signed(row: PoliceDecision | ClosureApproval) -> str:
    return f"{row.signed_by.get_full_name()} ({read_out(row.signed_as)}), {day(row.signed_at)}"
