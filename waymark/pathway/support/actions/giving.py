"""An action is given to somebody, who takes it on or does not, does it, and says how it goes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import Incomplete, NotNow, Refusal
from waymark.foundation.ledger.deeds import deed, disclosed
from waymark.foundation.tasks.clocks import due
from waymark.pathway.channel.models import Case
from waymark.pathway.panel.queries import works_for
from waymark.pathway.support import policies, worklist
from waymark.pathway.support.models import Plan, PlanNeed, SupportAction, Update
from waymark.pathway.support.permissions import Permission
from waymark.pathway.support.states import ACTIONS, ActionState

from .carrying import let_go, of_person, under_action

BASIS = "Counter-Terrorism and Security Act 2015, section 36"
NO_DRAFT = _("Begin a new version of the plan first: an action comes with a version that the panel agrees.")
SAY_WHY = _("Say why")


@deed("support.give-action")
def give(
    *,
    by: Actor,
    at: datetime,
    case: Case,
    kind: str,
    task: str,
    person_id: UUID,
    organisation_id: int,
    due_on: date,
    needs: Collection[UUID] = (),
) -> SupportAction:
    """Asks one person of one organisation for one piece of support. They see this and nothing else of the case."""
    case = lock(case)
    policies.write(by, case).require()
    plan = _draft_for(case, person_id, organisation_id, due_on, at)
    known = set(PlanNeed.objects.filter(case=case, pk__in=needs).values_list("pk", flat=True))
    action = SupportAction(
        authority_id=case.authority_id,
        grants=list(dict.fromkeys([*case.grants, of_person(organisation_id, person_id)])),
        reference=new_reference(Letter.SUPPORT),
        plan=plan,
        kind=kind,
        task=task,
        needs=sorted(known),
        person_id=person_id,
        organisation_id=organisation_id,
        due_on=due_on,
        asked_by_id=by.user_id,
        asked_at=at,
        answer_due_at=due("support.answer", at, authority_id=case.authority_id),
    )
    action.save(force_insert=True)
    disclosed(
        action, recipient=f"organisation:{organisation_id}", what="an action of the support plan", basis=BASIS
    )
    worklist.asked(action, by, at)
    return action


@deed("support.accept-action")
def accept(*, by: Actor, at: datetime, action: SupportAction, version: int) -> SupportAction:
    """The person takes it on."""
    action = _theirs(by, action, version)
    ACTIONS.move(action, "accept")
    action.answered_at = at
    action.save_next("state", "answered_at")
    worklist.taken_on(action, by, at)
    return action


@deed("support.decline-action")
def decline(*, by: Actor, at: datetime, action: SupportAction, version: int, because: str) -> SupportAction:
    """The person does not take it on, or gives back what they took on. They see nothing of it any more."""
    action = _theirs(by, action, version)
    if not because:
        raise Incomplete(SAY_WHY, field="because")
    ACTIONS.move(action, "decline" if action.state == ActionState.ASKED else "give-back")
    action.because, action.answered_at, action.ended_at = because, at, at
    action.save_next("state", "because", "answered_at", "ended_at")
    worklist.over(action, by, at)
    worklist.let_go(action, by, at)
    let_go(action)
    return action


@deed("support.start-action")
def start(*, by: Actor, at: datetime, action: SupportAction, version: int) -> SupportAction:
    """It begins, or goes on: today, with an approved plan and a consent that covers it today."""
    action = _worked_on(by, action, version)
    on = clock.uk_date(at)
    with context.lent(action.authority_id):
        policies.may_start(action, on).require()
    ACTIONS.move(action, "start")
    action.started_on, action.stopped_by, action.stopped_at = on, "", None
    action.save_next("state", "started_on", "stopped_by", "stopped_at")
    worklist.changed(action, by, at)
    return action


@deed("support.update-action")
def update(*, by: Actor, at: datetime, action: SupportAction, words: str) -> Update:
    """How it goes."""
    action = lock(action)
    policies.work_on(by, action).require()
    return _say(by, at, action, words)


@deed("support.finish-action")
def finish(*, by: Actor, at: datetime, action: SupportAction, version: int, words: str) -> SupportAction:
    """It is done, with what came of it."""
    action = _worked_on(by, action, version)
    if not words:
        raise Incomplete(_("Say what came of it."), field="words")
    _say(by, at, action, words)
    ACTIONS.move(action, "finish")
    action.ended_at = at
    action.save_next("state", "ended_at")
    worklist.over(action, by, at)
    return action


@deed("support.cancel-action")
def cancel(*, by: Actor, at: datetime, action: SupportAction, version: int, because: str) -> SupportAction:
    """Taken out of the plan. Whoever was to do it is told, and sees nothing of it any more."""
    action = lock(action, version)
    policies.cancel(by, action).require()
    if not because:
        raise Incomplete(SAY_WHY, field="because")
    ACTIONS.move(action, "cancel")
    action.because, action.ended_at = because, at
    action.save_next("state", "because", "ended_at")
    worklist.over(action, by, at)
    worklist.tell(action, "support.cancelled", at)
    worklist.let_go(action, by, at)
    let_go(action)
    return action


def _draft_for(case: Case, person_id: UUID, organisation_id: int, due_on: date, at: datetime) -> Plan:
    """The draft with which an action comes. Refusal for a day that is over, or somebody who may not be asked."""
    plan = Plan.objects.filter(case=case, approved_at__isnull=True).first()
    if plan is None:
        raise NotNow(NO_DRAFT)
    if due_on <= clock.uk_date(at):
        raise Refusal(_("The date must be after today."), field="due_on")
    if not works_for(case.authority_id, person_id, organisation_id, Permission.GIVE):
        raise Refusal(_("This person has no role here that lets them take it on."), field="who")
    return plan


def _say(by: Actor, at: datetime, action: SupportAction, words: str) -> Update:
    return Update.objects.create(**under_action(action), words=words, written_by_id=by.user_id, written_at=at)


def _theirs(by: Actor, action: SupportAction, version: int) -> SupportAction:
    action = lock(action, version)
    policies.answer(by, action).require()
    return action


def _worked_on(by: Actor, action: SupportAction, version: int) -> SupportAction:
    action = lock(action, version)
    policies.work_on(by, action).require()
    return action
