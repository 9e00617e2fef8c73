"""Reads of the end of support, each with a known number of queries."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.kept_sql import Belonging, Children
from waymark.pathway.assessment.models import WrittenAssessment
from waymark.pathway.channel.models import Case, Kind
from waymark.pathway.channel.states import CaseState

from . import policies
from .models import Arrival, ClosingReport, Investigation, Pause, Review, SignOff, Transfer

# Where each event of a case leaves it, as far as the end of support has to know.
LEADS_TO = {
    Kind.CONSENTED: CaseState.ACTIVE,
    Kind.REFUSED: CaseState.CONSENT_REFUSED,
    Kind.WITHDRAWN: CaseState.CONSENT_WITHDRAWN,
    Kind.LAPSED: CaseState.CONSENT_LAPSED,
    Kind.PAUSED: CaseState.PAUSED,
    Kind.WENT_ON: CaseState.ACTIVE,
}


def before_ending(case: Case) -> CaseState:
    """Where the case was when the panel proposed that support ends."""
    stood = CaseState.ACTIVE
    for kind in case.events.order_by("entered_at", "recorded_at").values_list("kind", flat=True):
        stood = LEADS_TO.get(Kind(kind), stood)
    return stood


def adopted_at(case: Case) -> datetime | None:
    """When it was last written down that the panel adopted the case."""
    newest = case.events.filter(kind=Kind.ADOPTED).order_by("-entered_at").first()
    return newest.entered_at if newest else None


def newer_assessments(case: Case) -> QuerySet[WrittenAssessment]:
    """Assessments of the case that were written after it was adopted, newest first."""
    adopted = adopted_at(case)
    found = WrittenAssessment.objects.filter(assessment__referral_id=case.referral_id)
    if adopted is None:
        return found.none()
    return found.filter(signed_at__gt=adopted).select_related("framework", "signed_by").order_by("-signed_at")


def report_waiting(case: Case) -> ClosingReport | None:
    """The closing report that nobody has signed or sent back yet."""
    return ClosingReport.objects.filter(case=case, sign_off__isnull=True).select_related("case").first()


_REPORTS = Belonging(
    ClosingReport, "case", "written_by", "sign_off__signed_by", "assessment__framework", "framework"
)
_REVIEWS = Children(Review, "exit", "look_back__signed_by")


def reports(case: Case) -> list[ClosingReport]:
    """All closing reports with what came of them, oldest first. Two queries."""
    found = _REPORTS(case)
    _REVIEWS([report.sign_off for report in found if hasattr(report, "sign_off")])
    return found


# All of a case, oldest first, in one query each: those with their answers, what was learned, and pauses.
transfers = Belonging(Transfer, "case", "to", "signed_by", "answer__signed_by")
investigations = Belonging(Investigation, "case", "signed_by")
pauses = Belonging(Pause, "case", "signed_by")
arrivals = Belonging(Arrival, "case", "sender")


def near_reviews(actor: Actor) -> QuerySet[Case]:
    """Cases whose review is due within a month, or late: it is time to put them on an agenda."""
    reviews = Review.objects.visible_to(actor).filter(
        look_back__isnull=True, due_on__lte=clock.today() + timedelta(days=31)
    )
    turn = Q()
    for kind, state in policies.STATE_OF.items():
        turn |= Q(kind=kind, exit__report__case__state=state)
    return Case.objects.filter(pk__in=reviews.filter(turn).values("exit__report__case"))


def newest_exit(case: Case) -> SignOff | None:
    return SignOff.objects.filter(report__case=case, signed=True).order_by("-signed_at").first()


def open_pause(case: Case) -> Pause | None:
    return Pause.objects.filter(case=case, going_on__isnull=True).order_by("-signed_at").first()


def review_now(case: Case) -> Review | None:
    """The review whose turn it is: of the newest end of support, in the state the case is in."""
    kinds = [kind for kind, state in policies.STATE_OF.items() if state == case.state]
    return (
        Review.objects.filter(exit__report__case=case, kind__in=kinds, look_back__isnull=True)
        .select_related("exit__report__case")
        .order_by("-exit__signed_at")
        .first()
    )
