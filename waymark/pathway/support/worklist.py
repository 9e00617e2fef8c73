"""What waits for whom in support. Sentences and references only: no list names a person."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation import outbox, tasks
from waymark.foundation.access import context
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import Doer
from waymark.foundation.tasks import LOCAL, ClockDefault, Kind, Unit
from waymark.foundation.tasks.clocks import DAY_ENDS, due
from waymark.foundation.tasks.models import Task
from waymark.pathway.channel.models import Case

from . import gaps, queries
from .models import Report, Session, SupportAction

MINE = "support:mine-action"
CLOCKS = (
    ClockDefault("support.answer", _("Taking on an action of a support plan"), 2, Unit.WORKING_DAYS, LOCAL),
    ClockDefault("support.session", _("Saying whether a session was held"), 1, Unit.WORKING_DAYS, LOCAL),
    ClockDefault("support.gap", _("Seeing to a gap in support"), 2, Unit.WORKING_DAYS, LOCAL),
)
ANSWER = Kind("support.answer", _("Say whether you take something on"), MINE)
GIVE = Kind("support.give", _("Give the support that you took on"), MINE)
READ_BRIEFING = Kind("support.read-briefing", _("Read a briefing, and say that you did"), MINE)
SESSION = Kind("support.session", _("Say whether a session was held"), MINE, "support.session")
REPORT = Kind("support.report", _("Write a report to the panel"), MINE)
GAP = Kind("support.gap", _("See to a gap in the support of a case"), "support:plan", "support.gap")
KINDS = (ANSWER, GIVE, READ_BRIEFING, SESSION, REPORT, GAP)


def asked(action: SupportAction, by: Doer, at: datetime) -> None:
    tasks.ask(
        ANSWER.code,
        about=action,
        to=action.person,
        by=by,
        at=at,
        due_at=action.answer_due_at,
        escalate_to=_leads(action),
    )
    tell(action, "support.asked", at)
    changed(action, by, at)


def taken_on(action: SupportAction, by: Doer, at: datetime) -> None:
    tasks.done(ANSWER.code, about=action, by=by, at=at)
    due_at = datetime.combine(action.due_on, DAY_ENDS, clock.UK)
    tasks.ask(
        GIVE.code, about=action, to=action.person, by=by, at=at, due_at=due_at, escalate_to=_leads(action)
    )
    changed(action, by, at)


def over(action: SupportAction, by: Doer, at: datetime) -> None:
    ended(action, by, at)
    changed(action, by, at)


def ended(action: SupportAction, by: Doer, at: datetime) -> None:
    """Whoever was to do it has nothing more to do."""
    tasks.done(ANSWER.code, GIVE.code, READ_BRIEFING.code, about=action, by=by, at=at)


def let_go(action: SupportAction, by: Doer, at: datetime) -> None:
    """Nothing waits for whoever sees it no more."""
    ended(action, by, at)
    for session in action.sessions.all():
        tasks.done(SESSION.code, about=session, by=by, at=at)
    for report in action.reports.all():
        tasks.done(REPORT.code, about=report, by=by, at=at)


def briefed(action: SupportAction, by: Doer, at: datetime) -> None:
    tasks.ask(
        READ_BRIEFING.code,
        about=action,
        to=action.person,
        by=by,
        at=at,
        due_at=due("support.answer", at, authority_id=action.authority_id),
        escalate_to=_leads(action),
    )
    tell(action, "support.asked", at)
    changed(action, by, at)


def briefing_read(action: SupportAction, by: Doer, at: datetime) -> None:
    tasks.done(READ_BRIEFING.code, about=action, by=by, at=at)
    changed(action, by, at)


def session_reported(session: Session, action: SupportAction, by: Doer, at: datetime) -> None:
    tasks.done(SESSION.code, about=session, by=by, at=at)
    changed(action, by, at)


def report_asked(report: Report, action: SupportAction, by: Doer, at: datetime) -> None:
    tasks.ask(
        REPORT.code,
        about=report,
        to=action.person,
        by=by,
        at=at,
        due_at=datetime.combine(report.due_on, DAY_ENDS, clock.UK),
        escalate_to=_leads(action),
        reference=action.reference,
    )
    changed(action, by, at)


def report_received(report: Report, action: SupportAction, by: Doer, at: datetime) -> None:
    tasks.done(REPORT.code, about=report, by=by, at=at)
    changed(action, by, at)


def changed(action: SupportAction, by: Doer, at: datetime) -> None:
    """What is a gap may have changed."""
    with context.lent(action.authority_id):
        settle(Case.objects.get(plans__actions=action), by, at)


def settle(case: Case, by: Doer, at: datetime) -> None:
    """One task for the lead professional while there is any gap in the support of the case; none while there is not."""
    support = queries.of(case)
    for action, session in gaps.unreported(support, clock.uk_date(at)):
        tasks.ask(
            SESSION.code,
            about=session,
            to=action.person,
            by=by,
            at=at,
            escalate_to=_leads(action),
            reference=action.reference,
        )
    if not list(gaps.among(support, at)):
        tasks.done(GAP.code, about=case, by=by, at=at)
        return
    same = Task.objects.filter(
        kind=GAP.code, about_id=str(case.pk), done_at__isnull=True, for_user__isnull=False
    )
    for before in same.exclude(for_user=case.lead_id).select_related("for_user"):
        tasks.done(GAP.code, about=case, by=by, at=at, to=before.for_user)
    tasks.ask(
        GAP.code, about=case, to=case.lead, by=by, at=at, escalate_to=f"authority:{case.authority_id}:lead"
    )


def tell(action: SupportAction, code: str, at: datetime) -> None:
    """Whoever does it hears that there is something to see. Nothing of whom it is about."""
    link = "" if code == "support.cancelled" else reverse(MINE, args=[action.reference])
    outbox.post(
        code,
        to=action.person,
        key=f"{code}:{action.pk}:{action.version}",
        authority_id=action.authority_id,
        link=link,
        reference=action.reference,
        at=at,
    )


def _leads(action: SupportAction) -> str:
    return f"authority:{action.authority_id}:lead"
