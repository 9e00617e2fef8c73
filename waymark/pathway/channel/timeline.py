"""What has happened to a case and to the assessment it stands on: when, when it was written down, by whom."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.interface import timeline as drawn
from waymark.foundation.interface.filters import Many
from waymark.foundation.kernel import clock
from waymark.pathway.assessment.models import PoliceAssessment
from waymark.pathway.referrals.presenters import day

from .models import Case, CaseEvent, Kind

CASE, LEAD, CHECKS, WRITTEN, DECISIONS = "case", "lead", "checks", "written", "decisions"
KINDS = (
    (CASE, gettext_lazy("The case")),
    (LEAD, gettext_lazy("Lead professional")),
    (CHECKS, gettext_lazy("De-confliction")),
    (WRITTEN, gettext_lazy("Written assessments")),
    (DECISIONS, gettext_lazy("Decisions of the police")),
)


# What the rooms above tell of a case: code, name in the filter, its events.
_OFFERED: dict[str, tuple[Any, Callable[[Case], Iterable[drawn.Event]]]] = {}


def offer(code: str, name: Any, events: Callable[[Case], Iterable[drawn.Event]]) -> None:
    """For AppConfig.ready. ValueError when the code is taken."""
    if code in dict(KINDS) or _OFFERED.get(code, (name, events))[1] != events:
        raise ValueError(f"{code} is told by somebody else")
    _OFFERED[code] = (name, events)


def what_filter() -> Many:
    offered = tuple((code, name) for code, (name, _events) in _OFFERED.items())
    return Many("what", gettext_lazy("What has happened"), KINDS + offered, public=True)


def timeline(case: Case, only: Collection[str] = ()) -> list[dict[str, Any]]:
    """Items of the timeline component, newest first; of the kinds in `only`, or all. Reads what `queries.whole` has
    fetched."""
    found = [*_case(case)]
    for assessment in case.referral.police_assessments.all():
        found += _assessed(assessment)
    for code, (_name, events) in _OFFERED.items():
        if not only or code in only:
            found += [(code, event) for event in events(case)]
    return drawn.timeline(one for kind, one in found if not only or kind in only)


def _case(case: Case) -> Iterator[tuple[str, drawn.Event]]:
    for row in case.events.all():
        by = row.entered_by.get_full_name() if row.entered_by else ""
        yield (LEAD if row.kind == Kind.LED else CASE), event(_said(row), row.on, row.entered_at, by)


def _said(row: CaseEvent) -> str:
    if row.kind == Kind.LED and row.lead:
        return _("%(name)s became the lead professional") % {"name": row.lead.get_full_name()}
    return row.get_kind_display()


def _assessed(assessment: PoliceAssessment) -> Iterator[tuple[str, drawn.Event]]:
    for check in assessment.deconflictions.all():
        what = _("De-confliction: %(result)s") % {"result": check.get_result_display()}
        yield CHECKS, event(what, check.result_on, check.signed_at, check.signed_by.get_full_name())
    for row in assessment.written.all():
        by = row.signed_by.get_full_name()
        yield WRITTEN, event(_("Assessment written"), clock.uk_date(row.signed_at), row.signed_at, by)
    for decision in assessment.decisions.all():
        by = decision.signed_by.get_full_name()
        what = decision.get_outcome_display()
        yield DECISIONS, event(what, decision.decided_on, decision.signed_at, by)


def event(what: str, on: date, entered_at: datetime, by: str) -> drawn.Event:
    """At the time it was written down; the day on which it happened stands below where that is another."""
    apart = "" if clock.uk_date(entered_at) == on else _("Happened on %(day)s") % {"day": day(on)}
    return drawn.Event(what, entered_at, by, apart)
