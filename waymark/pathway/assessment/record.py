"""The page of one police assessment: what is known, what is missing, and what whoever reads it may do next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.access.actors import Actor
from waymark.pathway.referrals import people_shown
from waymark.pathway.referrals import policies as referral_policies
from waymark.pathway.referrals.closing import Gap
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.permissions import Permission
from waymark.pathway.referrals.presenters import day, due_words
from waymark.pathway.referrals.record import pair
from waymark.pathway.referrals.record import request as request_row

from . import lacking, policies, presenters
from .models import PoliceAssessment, PoliceOutcome
from .states import AssessmentState

STEPS = (
    ("check", gettext_lazy("Record a result of de-confliction"), policies.check),
    ("keep-reference", gettext_lazy("Write down the PCMT reference"), policies.keep_reference),
    ("write", gettext_lazy("Write an assessment"), policies.write),
    ("refer", gettext_lazy("Refer to the panel under section 36"), policies.decide),
    (
        "refer-for-authority",
        gettext_lazy("Refer to the panel for the council"),
        policies.refer_for_authority,
    ),
    ("close", gettext_lazy("Propose that it is closed"), policies.decide),
    ("hold", gettext_lazy("Keep with the police, outside Channel"), policies.hold),
)
RECORD = "assessment:record"
# What must be allowed for the page of each thing that may be missing.
GAPS = {"assessment:check": policies.check, "assessment:write": policies.write}


@dataclass
class Record:
    """Plain rows for the template."""

    summary: list[dict[str, Any]]
    steps: list[dict[str, Any]]
    may_take: bool
    may_again: bool
    missing: list[dict[str, Any]]
    person: list[dict[str, Any]]
    concerns: list[dict[str, Any]]
    requests: list[dict[str, Any]]
    checks: list[dict[str, Any]]
    written: list[dict[str, Any]]
    decisions: list[dict[str, Any]]

    @staticmethod
    def of(actor: Actor, assessment: PoliceAssessment, now: datetime) -> Record:
        referral = assessment.referral
        works = bool(referral_policies.police_work(actor, referral))
        return Record(
            summary=summary(assessment, now),
            steps=list(steps(actor, assessment)),
            may_take=assessment.lead_id is None and bool(policies.take(actor, assessment)),
            may_again=bool(policies.again(actor, assessment)),
            missing=missing(actor, assessment),
            person=people_shown.person(referral),
            concerns=[concern(row, assessment, works) for row in referral.concerns.all()],
            requests=[request(actor, row, assessment) for row in referral.requests.all()],
            checks=[presenters.check_row(row) for row in assessment.deconflictions.all()],
            written=[presenters.written_row(row) for row in assessment.written.all()],
            decisions=[presenters.decision_row(row) for row in assessment.decisions.all()],
        )


@dataclass
class Heard:
    """Of a referral that the council has first: plain rows for the template."""

    summary: list[dict[str, Any]]
    person: list[dict[str, Any]]
    concerns: list[dict[str, Any]]

    @staticmethod
    def of(referral: Referral) -> Heard:
        rows = [
            (_("State"), referral.state_name),
            (
                _("Lead professional of the council"),
                referral.lead.get_full_name() if referral.lead else _("Nobody yet"),
            ),
            (_("Concern first arose"), day(referral.concern_arose_on)),
            (_("Received by the council"), day(referral.received_at)),
        ]
        return Heard(
            summary=[pair(key, value) for key, value in rows if value],
            person=people_shown.person(referral),
            concerns=[presenters.concern_row(row) for row in referral.concerns.all()],
        )


def summary(assessment: PoliceAssessment, now: datetime) -> list[dict[str, Any]]:
    referral = assessment.referral
    rows = [
        (_("State"), assessment.state_name),
        (_("Due"), due_words(assessment.due_at, now)),
        (
            _("Lead professional of the police"),
            assessment.lead.get_full_name() if assessment.lead else _("Nobody yet"),
        ),
        (_("Lead professional of the council"), referral.lead.get_full_name() if referral.lead else ""),
        (_("Sent to police"), day(assessment.started_at)),
        (_("Concern first arose"), day(referral.concern_arose_on)),
        (_("Received by the council"), day(referral.received_at)),
        presenters.pcmt(assessment),
    ]
    return [pair(key, value) for key, value in rows if value]


def steps(actor: Actor, assessment: PoliceAssessment) -> Iterator[dict[str, Any]]:
    at = [assessment.referral.reference]
    for page, label, policy in STEPS:
        if policy(actor, assessment):
            yield {"text": label, "href": reverse(f"assessment:{page}", args=at)}
    if referral_policies.police_work(actor, assessment.referral):
        yield {"text": _("Ask for information"), "href": reverse("assessment:ask", args=at)}
    if assessment.decision is not None and policies.approve(actor, assessment.decision):
        approving = _("Approve the closure, or send it back")
        yield {"text": approving, "href": reverse("assessment:approve", args=at)}


def missing(actor: Actor, assessment: PoliceAssessment) -> list[dict[str, Any]]:
    """What either outcome still lacks, while the assessment is being worked on."""
    if assessment.state not in (AssessmentState.DECONFLICTION, AssessmentState.ASSESSING):
        return []
    found = {
        gap.code: gap
        for outcome in (PoliceOutcome.REFER, PoliceOutcome.CLOSE)
        for gap in lacking.gaps(assessment, outcome)
    }
    return [gap_line(actor, gap, assessment) for gap in found.values()]


def gap_line(actor: Actor, gap: Gap, assessment: PoliceAssessment) -> dict[str, Any]:
    """What is missing: the way there for whoever may go it, what comes before it for those who work here otherwise."""
    row = presenters.gap_row(gap, assessment.referral)
    if gap.page == RECORD:
        # On this page: a link down to it, where it has a place.
        return row if gap.place else {"text": row["text"]}
    may = GAPS[gap.page](actor, assessment)
    if may:
        return row
    first = may.sentence if actor.may(Permission.POLICE_DECIDE) else ""
    return {"text": f"{row['text']} {first}".strip()}


def concern(row: Any, assessment: PoliceAssessment, works: bool) -> dict[str, Any]:
    at = [assessment.referral.reference, row.pk]
    return presenters.concern_row(row) | {
        "mark_url": reverse("assessment:mark-concern", args=at) if works else ""
    }


def request(actor: Actor, row: Any, assessment: PoliceAssessment) -> dict[str, Any]:
    """As triage shows it, with the pages of the police."""
    at = [assessment.referral.reference, row.reference]
    answers = bool(referral_policies.triage_record_answer(actor, row))
    goes_on = bool(referral_policies.police_override(actor, row))
    return request_row(actor, row, assessment.referral) | {
        "answer_url": reverse("assessment:record-answer", args=at) if answers else "",
        "override_url": reverse("assessment:override", args=at) if goes_on else "",
    }
