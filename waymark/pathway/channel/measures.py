"""What can be counted of Channel cases: the figures that the annual assurance statement asks of a panel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation import measures
from waymark.foundation.kernel import clock
from waymark.foundation.measures import Line, Rows, Scope, in_period, of_rows, waits
from waymark.pathway.panel.models import Item, Sector

from .agenda import KIND
from .models import CareResult, CareWith, Case, CaseEvent, Dissent, Kind, Method, Outcome, PanelDecision

SOURCE = _("Channel cases in this service, and what panels decided")
# After one of these the panel answers for the case as adopted; after any other, it does not.
ADOPTED_SINCE = (
    Kind.ADOPTED, Kind.CONSENTED, Kind.REFUSED, Kind.WITHDRAWN, Kind.LAPSED, Kind.PAUSED, Kind.WENT_ON, Kind.ENDING,
    Kind.KEPT_ON,
)  # fmt: skip


def case_line(on: Callable[[Any], date | None], case: Callable[[Any], Case]) -> Callable[[Any], Line]:
    """Writes down a row of a case: its reference, its day, its page."""

    def line(row: Any) -> Line:
        reference = case(row).reference
        return Line(reference, on(row), reverse("channel:case", args=[reference]))

    return line


def events(*kinds: Kind) -> Callable[[Scope], QuerySet[CaseEvent]]:
    """What happened to cases in the period."""

    def find(scope: Scope) -> QuerySet[CaseEvent]:
        return in_period(CaseEvent, scope, "on").filter(kind__in=kinds).select_related("case")

    return find


def opened(scope: Scope) -> QuerySet[Case]:
    """Referred under section 36 to the panel of this authority."""
    found = in_period(Case, scope, "opened_at__date").filter(section_36__isnull=False)
    return found.select_related("referral", "section_36")


def _discussed(scope: Scope) -> QuerySet[Case]:
    """On the agenda of a meeting that was held."""
    days = {"starts_at__date__gte": scope.from_on, "starts_at__date__lte": scope.until_on}
    items = Item.objects.filter(
        about_kind=KIND, about_id=OuterRef("referral_id"), withdrawn_at__isnull=True,
        meeting__meeting__cancelled_at__isnull=True,
        **{f"meeting__meeting__{name}": value for name, value in days.items()},
    )  # fmt: skip
    return Case.objects.filter(Exists(items), authority_id=scope.authority_id)


def _decided(scope: Scope) -> QuerySet[PanelDecision]:
    """What stands: an entry that was corrected is not counted, its correction is."""
    found = in_period(PanelDecision, scope, "decided_on").filter(corrected_by__isnull=True)
    return found.select_related("case")


def _not_adopted(scope: Scope) -> QuerySet[PanelDecision]:
    return _decided(scope).filter(outcome=Outcome.NOT_ADOPT)


def _dissents(scope: Scope) -> QuerySet[Dissent]:
    found = in_period(Dissent, scope, "decision__decided_on").filter(decision__corrected_by__isnull=True)
    return found.select_related("decision__case")


def _adopted_on(authority_id: int, day: date) -> QuerySet[Case]:
    """What last moved the case, up to that day, left it adopted."""
    moved = CaseEvent.objects.filter(case=OuterRef("pk"), on__lte=day).exclude(kind=Kind.LED)
    last = Subquery(moved.order_by("-on", "-entered_at", "-recorded_at").values("kind")[:1])
    return Case.objects.filter(authority_id=authority_id).annotate(last=last).filter(last__in=ADOPTED_SINCE)


def _at_start(scope: Scope) -> QuerySet[Case]:
    return _adopted_on(scope.authority_id, scope.from_on - timedelta(days=1))


def _at_end(scope: Scope) -> QuerySet[Case]:
    return _adopted_on(scope.authority_id, scope.until_on)


def _first_decided(scope: Scope) -> QuerySet[PanelDecision]:
    """The first time that the panel decided of the case, where it came by a referral under section 36."""
    earlier = PanelDecision.objects.filter(case=OuterRef("case"), entered_at__lt=OuterRef("entered_at"))
    found = in_period(PanelDecision, scope, "decided_on").filter(~Exists(earlier))
    return found.filter(case__section_36__isnull=False).select_related("case__section_36")


def _to_police(row: Case) -> int:
    ground = row.section_36
    return (ground.decided_on - clock.uk_date(row.referral.received_at)).days if ground else 0


def _to_panel(row: PanelDecision) -> int:
    ground = row.case.section_36
    return (row.decided_on - ground.decided_on).days if ground else 0


OF_CASE = case_line(lambda row: clock.uk_date(row.opened_at), lambda row: row)
OF_EVENT = case_line(lambda row: row.on, lambda row: row.case)
OF_DECISION = case_line(lambda row: row.decided_on, lambda row: row.case)
OF_DISSENT = case_line(lambda row: row.decision.decided_on, lambda row: row.decision.case)


def declare() -> None:
    """Called in AppConfig.ready."""
    measures.declare(*_cases(), *_decisions(), *_waits())


def _cases() -> tuple[measures.Measure, ...]:
    return (
        of_rows(
            "channel.referred", _("Referrals under section 36"),
            _("Channel cases opened in the period because the police or the council referred the person to a panel."),
            SOURCE, Rows(opened, OF_CASE),
        ),
        of_rows(
            "channel.discussed", _("Cases discussed by a panel"),
            _("Different cases on the agenda of a panel meeting of the period that was not cancelled."),
            SOURCE, Rows(_discussed, OF_CASE),
        ),
        of_rows(
            "channel.at_start", _("Adopted cases before the first day"),
            _("Cases that a panel had adopted, and that had not ended, on the day before the period began."),
            SOURCE, Rows(_at_start, OF_CASE),
        ),
        of_rows(
            "channel.at_end", _("Adopted cases on the last day"),
            _("Cases that a panel had adopted, and that had not ended, on the last day of the period."),
            SOURCE, Rows(_at_end, OF_CASE),
        ),
        of_rows(
            "channel.held", _("Cases that went back to the police"),
            _("Times a case of the panel was kept with the police in the period, as the risk asked for it."),
            SOURCE, Rows(events(Kind.HELD), OF_EVENT),
        ),
        of_rows(
            "channel.reopened", _("Cases opened again"),
            _("Times a case was opened again in the period, at a review after support had ended."),
            SOURCE, Rows(events(Kind.REOPENED), OF_EVENT),
        ),
    )  # fmt: skip


def _decisions() -> tuple[measures.Measure, ...]:
    splits = {"outcome": (F("outcome"), _("Outcome")), "method": (F("method"), _("How it was decided"))}
    care = {"care_with": (F("care_with"), _("Referred to")), "care_result": (F("care_result"), _("Result"))}
    return (
        of_rows(
            "channel.decided", _("Decisions of panels"),
            _("Decisions that panels made in the period. A decision that was corrected is counted as corrected."),
            SOURCE, Rows(_decided, OF_DECISION, splits),
            words={"outcome": dict(Outcome.choices), "method": dict(Method.choices)},
        ),
        of_rows(
            "channel.not_adopted", _("Cases not adopted"),
            _("Decisions of the period not to adopt, with what came of considering health and social care."),
            SOURCE, Rows(_not_adopted, OF_DECISION, care),
            words={
                "care_with": {"": _("Not referred on"), **dict(CareWith.choices)},
                "care_result": dict(CareResult.choices),
            },
        ),
        of_rows(
            "channel.dissents", _("Members who did not agree"),
            _("Each member of a panel who did not agree with a decision of the period, by agency."),
            SOURCE, Rows(_dissents, OF_DISSENT, {"sector": (F("sector"), _("Agency"))}),
            words={"sector": dict(Sector.choices)},
        ),
    )  # fmt: skip


def _waits() -> tuple[measures.Measure, ...]:
    return (
        waits(
            "channel.wait_police", _("From referral to section 36"),
            _(
                "The median of the days from the receipt of the referral to the decision to refer to a "
                "panel, for cases of the period."
            ),
            SOURCE, Rows(opened, OF_CASE), _to_police,
        ),
        waits(
            "channel.wait_panel", _("From section 36 to the panel"),
            _(
                "The median of the days from the referral under section 36 to the panel’s first decision, "
                "where that was in the period."
            ),
            SOURCE, Rows(_first_decided, OF_DECISION), _to_panel,
        ),
    )  # fmt: skip
