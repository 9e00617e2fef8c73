"""What can be counted of support: plans, sessions, reports, actions that are late. Nothing about how it went."""

from __future__ import annotations

from django.db.models import F, Min, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from waymark.foundation import measures
from waymark.foundation.kernel import clock
from waymark.foundation.measures import Rows, Scope, in_period, of_rows, waits
from waymark.pathway.channel.measures import case_line
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.models import Kind as Happened
from waymark.pathway.consent.measures import DONE, in_time

from .models import Plan, Report, Session, SupportAction
from .models.providers import SESSION_NAMES

SOURCE = _("Support plans in this service, and what was reported of them")


def _plans(scope: Scope) -> QuerySet[Plan]:
    return in_period(Plan, scope, "approved_at__date").select_related("case")


def _sessions(scope: Scope) -> QuerySet[Session]:
    return in_period(Session, scope, "planned_on").select_related("action__plan__case")


def _reports(scope: Scope) -> QuerySet[Report]:
    return in_period(Report, scope, "due_on").select_related("action__plan__case")


def _overdue(scope: Scope) -> QuerySet[SupportAction]:
    """On the last day of the period: due before, and not ended by then."""
    found = SupportAction.objects.filter(authority_id=scope.authority_id, due_on__lt=scope.until_on)
    open_then = Q(ended_at__isnull=True) | Q(ended_at__date__gt=scope.until_on)
    return found.filter(open_then, asked_at__date__lte=scope.until_on).select_related("plan__case")


def _begun(scope: Scope) -> QuerySet[Case]:
    """Cases whose first support began in the period."""
    adopted = Min("events__on", filter=Q(events__kind=Happened.ADOPTED))
    found = Case.objects.filter(authority_id=scope.authority_id)
    found = found.annotate(first_on=Min("plans__actions__started_on"), adopted_on=adopted)
    return found.filter(first_on__gte=scope.from_on, first_on__lte=scope.until_on, adopted_on__isnull=False)


def declare() -> None:
    """Called in AppConfig.ready."""
    plan = case_line(lambda row: clock.uk_date(row.approved_at), lambda row: row.case)
    session = case_line(lambda row: row.planned_on, lambda row: row.action.plan.case)
    report = case_line(lambda row: row.due_on, lambda row: row.action.plan.case)
    action = case_line(lambda row: row.due_on, lambda row: row.plan.case)
    begun = case_line(lambda row: row.first_on, lambda row: row)
    measures.declare(
        of_rows(
            "support.plans", _("Support plans approved"),
            _("Support plans that were approved in the period, each version anew."), SOURCE, Rows(_plans, plan),
        ),
        of_rows(
            "support.sessions", _("Sessions of providers"),
            _("Sessions of support planned for the period, held or not."),
            SOURCE, Rows(_sessions, session, {"state": (F("state"), _("Held or not"))}),
            words={"state": {str(state): words for state, words in SESSION_NAMES.items()}},
        ),
        of_rows(
            "support.reports", _("Reports of providers"),
            _("Reports of providers due in the period, and whether they came in time."),
            SOURCE, Rows(_reports, report, {"done": (in_time("received_at__date", "due_on"), _("In time or late"))}),
            words={"done": DONE},
        ),
        of_rows(
            "support.overdue", _("Actions overdue"),
            _("Actions of support plans that were due before the last day of the period and had not ended by then."),
            SOURCE, Rows(_overdue, action),
        ),
        waits(
            "support.wait", _("From adoption to the first support"),
            _(
                "The median of the days from the panel’s adoption to the first support, for cases whose "
                "support began in the period."
            ),
            SOURCE, Rows(_begun, begun), lambda row: (row.first_on - row.adopted_on).days,
        ),
    )  # fmt: skip
