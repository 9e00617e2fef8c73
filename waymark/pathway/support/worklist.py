"""What waits for whom in support. Sentences and references only: no list names a person."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation import outbox, tasks
from waymark.foundation.access import context
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import Doer
from waymark.foundation.tasks import ClockDefault, Kind, Unit
from waymark.foundation.tasks.clocks import DAY_ENDS
from waymark.foundation.tasks.models import Task
from waymark.pathway.channel.models import Case

from . import gaps
from .models import SupportAction

LOCAL = "Set locally; no national period is published"
MINE = "support:mine-action"
CLOCKS = (
    ClockDefault("support.answer", _("Taking on an action of a support plan"), 2, Unit.WORKING_DAYS, LOCAL),
    ClockDefault("support.gap", _("Seeing to a gap in support"), 2, Unit.WORKING_DAYS, LOCAL),
)
ANSWER = Kind("support.answer", _("Say whether you take something on"), MINE)
GIVE = Kind("support.give", _("Give the support that you took on"), MINE)
GAP = Kind("support.gap", _("See to a gap in the support of a case"), "support:plan", "support.gap")
KINDS = (ANSWER, GIVE, GAP)


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
    tasks.done(ANSWER.code, GIVE.code, about=action, by=by, at=at)


def changed(action: SupportAction, by: Doer, at: datetime) -> None:
    """What is a gap may have changed."""
    with context.lent(action.authority_id):
        settle(Case.objects.get(plans__actions=action), by, at)


def settle(case: Case, by: Doer, at: datetime) -> None:
    """One task for the lead professional while there is any gap in the support of the case; none while there is not."""
    if not gaps.of(case, at):
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
