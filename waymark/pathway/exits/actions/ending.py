"""The end of support: the lead professional reports, the chair signs, and the two reviews are born with it."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.foundation import lists
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock, months
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.tasks import clocks
from waymark.pathway.assessment.models import Framework
from waymark.pathway.channel.actions.moving import move
from waymark.pathway.channel.models import Case, Kind
from waymark.pathway.channel.states import CaseState
from waymark.pathway.consent import standing
from waymark.pathway.consent.actions import lapsing
from waymark.pathway.consent.states import WAITS_FOR_IT
from waymark.pathway.exits import policies, queries, worklist
from waymark.pathway.exits.models import (
    REASONS,
    ClosingReport,
    Review,
    ReviewKind,
    SignOff,
)
from waymark.pathway.referrals.actions.deciding import signed_as
from waymark.pathway.referrals.destinations import BEFORE_A_CASE, LIST, Destination

from .under import carried, happened, said, signed

# A minister to the House of Commons, 12 February 2025: the panel may look for up to two years.
AT_MOST_MONTHS = 24
NOT_NEWER = _("Choose an assessment that was written after the panel adopted the case.")
# Where a case goes that the chair does not let end: to where it was before the panel proposed it.
BACK = {
    CaseState.ACTIVE: "keep-on",
    CaseState.PAUSED: "keep-paused",
    CaseState.CONSENT_REFUSED: "keep-refused",
    CaseState.CONSENT_WITHDRAWN: "keep-withdrawn",
    CaseState.CONSENT_LAPSED: "keep-lapsed",
}


@deed("exits.report")
def report(
    *,
    by: Actor,
    at: datetime,
    case: Case,
    version: int,
    reason: str,
    outcomes: str,
    outstanding: str,
    destination: str,
    accepted: bool | None = None,
    accepted_on: date | None = None,
    assessment_id: UUID | None = None,
    framework: Framework | None = None,
    changed: str = "",
    conclusion: str = "",
) -> ClosingReport:
    """Signs the closing report. It rests on an assessment since the adoption, or on one written here by a framework."""
    case = lock(case, version)
    policies.report(by, case).require()
    rests_on = _newer(case, assessment_id) if assessment_id else None
    own = {"framework": framework, "changed": changed, "conclusion": conclusion}
    if rests_on is None and not all(own.values()):
        raise Incomplete(_("Say what has changed since the case was adopted."), field="changed")
    on, mine = clock.uk_date(at), case.authority_id
    lists.check(REASONS, mine, reason, on, field="reason")
    lists.check(LIST, mine, destination, on, field="destination", without=BEFORE_A_CASE)
    _answered(destination, accepted, accepted_on, at)
    made = ClosingReport.objects.create(
        **carried(case),
        **({"assessment_id": rests_on} if rests_on else own),
        case=case, reason=reason, outcomes=outcomes, outstanding=outstanding, destination=destination,
        accepted=accepted, accepted_on=accepted_on, written_by_id=by.user_id, written_as=signed_as(by), written_at=at,
    )  # fmt: skip
    worklist.written(case, by, at)
    return made


@deed("exits.sign")
def sign(
    *, by: Actor, at: datetime, report: ClosingReport, version: int, ended_on: date, reason: str = ""
) -> SignOff:
    """The chair signs: support has ended, and the panel looks back after 6 and 12 months. All of it or nothing."""
    case = lock(report.case, version)
    report.case = case
    policies.sign(by, report).require()
    happened(ended_on, at, "ended_on")
    answer = SignOff.objects.create(
        **carried(case), report=report, signed=True, ended_on=ended_on, reason=reason, **signed(by, at)
    )
    for kind in (ReviewKind.SIX, ReviewKind.TWELVE):
        bear(answer, case, kind)
    move(case, "exit", Kind.EXITED, by=by, at=at, on=ended_on)
    return answer


@deed("exits.not-sign")
def not_sign(*, by: Actor, at: datetime, report: ClosingReport, version: int, reason: str) -> SignOff:
    """The chair does not sign, and says why: the case is where it was before the end was proposed."""
    case = lock(report.case, version)
    report.case = case
    policies.sign(by, report).require()
    said(reason, "reason")
    answer = SignOff.objects.create(
        **carried(case), report=report, signed=False, reason=reason, **signed(by, at)
    )
    today = clock.uk_date(at)
    stood = queries.before_ending(case)
    if stood in WAITS_FOR_IT and standing.of(case, today) is not None:
        # It was given meanwhile.
        stood = CaseState.ACTIVE
    move(case, BACK[stood], Kind.KEPT_ON, by=by, at=at, on=today)
    lapsing.keep_up(case, by, at)
    return answer


def bear(exit: SignOff, case: Case, kind: ReviewKind) -> Review:
    """A review at the end of its period, with the period and its source as they are today."""
    code = worklist.CLOCK_OF[kind]
    assert exit.ended_on is not None  # noqa: S101  (an exit has its day)
    period = clocks.period(code, on=exit.ended_on, authority_id=case.authority_id)
    start = datetime.combine(exit.ended_on, time(12), clock.UK)
    due_on = clock.uk_date(clocks.due(code, start, authority_id=case.authority_id))
    return Review.objects.create(
        **carried(case),
        exit=exit,
        kind=kind,
        due_on=min(due_on, last_day(exit)),
        source=period.kept,
    )


def last_day(exit: SignOff) -> date:
    """The last day on which the panel may still look."""
    assert exit.ended_on is not None  # noqa: S101
    return months.after(exit.ended_on, AT_MOST_MONTHS)


def _newer(case: Case, assessment_id: UUID) -> UUID:
    if not queries.newer_assessments(case).filter(pk=assessment_id).exists():
        raise Refusal(NOT_NEWER, field="assessment")
    return assessment_id


def _answered(destination: str, accepted: bool | None, accepted_on: date | None, at: datetime) -> None:
    if (destination == Destination.NONE) != (accepted is None):
        raise Refusal(_("Say whether they accepted, unless nobody goes on helping."), field="accepted")
    if bool(accepted) != (accepted_on is not None):
        raise Refusal(_("Enter the day on which they accepted."), field="accepted_on")
    if accepted_on:
        happened(accepted_on, at, "accepted_on")
