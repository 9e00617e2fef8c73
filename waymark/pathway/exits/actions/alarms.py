"""A review that comes near, is due, or is late: told at -14, 0, +7 and +14 days, to the lead, the manager, the chair.

Each alarm is one row, one message to each person and one task, in one transaction. A worker that was down for a month
gives each once; two workers at once give each once (the row is unique).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.urls import reverse

from waymark.foundation import outbox, tasks
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.queries import who_may
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Authority
from waymark.foundation.tasks import Kind
from waymark.foundation.tasks.clocks import DAY_ENDS
from waymark.pathway.channel.models import Case
from waymark.pathway.exits import policies, worklist
from waymark.pathway.exits.models import Alarm, Review, ReviewKind
from waymark.pathway.referrals.permissions import Permission as Referrals

log = structlog.get_logger(__name__)
LEAD, MANAGER, CHAIR = "lead", "manager", "chair"


@dataclass(frozen=True)
class Stage:
    """So many days after a review is due: who is told (by `message`), and has it on their work list (`kind`)."""

    days: int
    whom: str
    message: str
    kind: Kind


STAGES = (
    Stage(-14, LEAD, "exits.review-soon", worklist.REVIEW),
    Stage(0, LEAD, "exits.review-due", worklist.REVIEW),
    Stage(7, MANAGER, "exits.review-late", worklist.LATE),
    Stage(14, CHAIR, "exits.review-very-late", worklist.VERY_LATE),
)


def give_everywhere(now: datetime | None = None) -> int:
    """Gives every alarm that is due, one authority at a time. How many."""
    moment = now or clock.now()
    using = Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True)
    return sum(give(authority_id, moment) for authority_id in using)


def give(authority_id: int, now: datetime) -> int:
    """Gives the alarms that are due in one authority. How many."""
    job = Actor.job("exits", authority_id)
    given = 0
    with acting(job):
        for review in _waiting(authority_id, now):
            told = {alarm.days for alarm in review.alarms.all()}
            for stage in STAGES:
                due = review.due_on + timedelta(days=stage.days) <= clock.uk_date(now)
                if due and stage.days not in told:
                    given += _give(review, stage, job, now)
    return given


def _waiting(authority_id: int, now: datetime) -> list[Review]:
    """Reviews whose turn it is, that nobody has signed, from the first call on."""
    first = clock.uk_date(now) - timedelta(days=STAGES[0].days)
    found = Review.objects.filter(authority_id=authority_id, look_back__isnull=True, due_on__lte=first)
    found = (
        found.select_related("exit__report__case__lead").prefetch_related("alarms").order_by("due_on", "pk")
    )
    return [
        review
        for review in found
        if review.exit.report.case.state == policies.STATE_OF[ReviewKind(review.kind)]
    ]


def _give(review: Review, stage: Stage, job: Actor, now: datetime) -> bool:
    """One alarm, whole or not at all. One that cannot be given does not keep the others from it."""
    try:
        with transaction.atomic():
            return _given(review, stage, job, now)
    except Exception as problem:  # noqa: BLE001  (tried again at the next run)
        log.error("alarm not given", review=str(review.pk), days=stage.days, problem=type(problem).__name__)
        return False


def _given(review: Review, stage: Stage, job: Actor, now: datetime) -> bool:
    case = review.exit.report.case
    own = {"authority_id": review.authority_id, "grants": list(review.grants), "given_at": now}
    _alarm, new = Alarm.objects.get_or_create(review=review, days=stage.days, defaults=own)
    if not new:
        return False
    address = reverse(worklist.CASE, args=[case.reference])
    due_at = datetime.combine(review.due_on, DAY_ENDS, clock.UK)
    for person in _people(stage, case):
        tasks.ask(
            stage.kind.code,
            about=case,
            to=person,
            by=job,
            at=now,
            due_at=due_at,
            escalate_to=worklist.leads(case),
        )
        outbox.post(
            stage.message,
            to=person,
            key=f"review:{review.pk}:{stage.days}:{person.pk}",
            authority_id=case.authority_id,
            link=address,
            reference=case.reference,
        )
    return True


def _people(stage: Stage, case: Case) -> list[User]:
    if stage.whom == LEAD:
        return [case.lead]
    if stage.whom == MANAGER:
        return list(who_may(Referrals.ASSIGN, case.authority_id))
    return worklist.chairs(case)
