"""Support stops at once when consent no longer covers it, or when the case is no longer supported."""

from __future__ import annotations

from datetime import date, datetime

from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import Doer, deed
from waymark.foundation.places.models import Authority
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.states import ADOPTED, WITH_PANEL
from waymark.pathway.consent import standing
from waymark.pathway.support import worklist
from waymark.pathway.support.models import StoppedBy, SupportAction
from waymark.pathway.support.policies import SUPPORTED
from waymark.pathway.support.states import ACTIONS, OPEN, ActionState

from . import weighing
from .carrying import let_go, of_person


def when_case_moves(case: Case, move: str, by: Doer, at: datetime) -> None:
    """Told of each move of a case, inside its deed (channel.actions.moving.follow)."""
    with context.lent(case.authority_id):
        keep_within(case, by, at)
        if case.state not in ADOPTED:
            let_all_go(case, by, at)
        if case.state not in WITH_PANEL:
            weighing.let_all_go(case, by, at)


def keep_within(case: Case, by: Doer, at: datetime) -> int:
    """Stops whatever is under way and may not be on this day. How many."""
    on, stopped = clock.uk_date(at), 0
    for action in SupportAction.objects.filter(plan__case=case, state=ActionState.UNDER_WAY):
        because = why_stop(case, action, on)
        if because:
            action = stop(by=by, at=at, action=action, because=because)
            stopped += 1
            if case.state in ADOPTED:
                worklist.tell(action, "support.stopped", at)
    worklist.settle(case, by, at)
    return stopped


def let_all_go(case: Case, by: Doer, at: datetime) -> None:
    """The panel answers for no support any more: whoever was to give some is told, and sees nothing of it."""
    for action in SupportAction.objects.filter(plan__case=case).select_related("person"):
        if of_person(action.organisation_id, action.person_id) not in action.grants:
            continue
        if action.state in OPEN:
            worklist.tell(action, "support.cancelled", at)
        worklist.let_go(action, by, at)
        let_go(action)


def why_stop(case: Case, action: SupportAction, on: date) -> str:
    """Empty where it may go on."""
    if not standing.covers(case, on, action.kind):
        return StoppedBy.CONSENT
    return "" if case.state in SUPPORTED else StoppedBy.CASE


@deed("support.stop-action")
def stop(*, by: Doer, at: datetime, action: SupportAction, because: str) -> SupportAction:
    """A step of what ended the consent or moved the case."""
    action = lock(action)
    ACTIONS.move(action, "stop")
    action.stopped_by, action.stopped_at = because, at
    action.save_next("state", "stopped_by", "stopped_at")
    return action


def look_everywhere() -> None:
    """Each authority by itself: consent runs out without anybody doing anything, and so do days."""
    for authority_id in Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True):
        with acting(Actor.job("support.look", authority_id)) as by:
            for case in Case.objects.filter(plans__isnull=False).distinct().order_by("pk"):
                keep_within(lock(case), by, clock.now())
