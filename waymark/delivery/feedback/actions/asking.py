"""People are asked: once after a session that was held, once some months later, and each at most one time again."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import F

from waymark.delivery.feedback import clocks, links, messages, policies, queries
from waymark.delivery.feedback.models import Occasion, Round
from waymark.delivery.training.actions.granting import planned_by
from waymark.delivery.training.models import Session
from waymark.delivery.training.states import SessionState
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting, lent
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Authority

from . import questions

# How late people may be asked: a worker that was down for weeks catches up, and a list of past years asks nobody.
LATE = timedelta(days=60)
# How long a round looks for people who were added to it. Messages know their keys for longer.
OPEN = timedelta(days=14)


@deed("feedback.ask")
def ask(*, by: Actor, at: datetime, session: Session, occasion: str) -> Round:
    """A round begins: whoever came and can be reached gets one message. There is one round, however often asked."""
    session = lock(session)
    if by.kind != "job":
        policies.ask(by, session).require()
    with lent(session.authority_id):
        found = Round.objects.filter(session=session, occasion=occasion).first()
        if found is not None:
            return found
        day = clock.uk_date(at)
        asked = queries.in_force(session.authority_id, day) or questions.begin(session.authority_id, day)
        made = Round.objects.create(
            **planned_by(session.authority_id),
            session=session,
            occasion=occasion,
            question_set=asked,
            asked_at=at,
        )
        for attendance in queries.reached(session):
            messages.tell(f"feedback.{occasion}", made, attendance, at)
    return made


@deed("feedback.nudge")
def nudge(*, by: Actor, at: datetime, round_: Round) -> Round:
    """Whoever has not answered is asked again, this once. A group of which some have answered is, too."""
    round_ = lock(round_)
    if round_.nudged_at is not None:
        return round_
    for attendance in queries.reached(round_.session).filter(marked_at__lte=round_.asked_at):
        key = links.Asked(round_.occasion, round_.authority_id, attendance.pk).hashed
        if queries.used(round_, key).count() < attendance.number:
            messages.tell(messages.NUDGE, round_, attendance, at)
    round_.nudged_at = at
    round_.save_next("nudged_at")
    return round_


def ask_everywhere(now: datetime | None = None) -> int:
    """All that is due, in each authority. How many rounds began."""
    moment = now or clock.now()
    held = Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True)
    return sum(ask_due(authority_id, moment) for authority_id in held)


def ask_due(authority_id: int, now: datetime) -> int:
    with acting(Actor.job("feedback", authority_id)) as by:
        begun = 0
        for occasion in Occasion.values:
            for session in _due(authority_id, occasion, now):
                ask(by=by, at=now, session=session, occasion=occasion)
                begun += 1
        _added(authority_id, now)
        for round_ in _to_nudge(authority_id, now):
            nudge(by=by, at=now, round_=round_)
    return begun


def _due(authority_id: int, occasion: str, now: datetime) -> list[Session]:
    until = clocks.before(clocks.LATER, now, authority_id) if occasion == Occasion.LATER else now
    held = Session.objects.filter(authority_id=authority_id, state=SessionState.HELD)
    due = held.filter(ends_at__lte=until, ends_at__gte=until - LATE)
    return list(due.exclude(rounds__occasion=occasion).order_by("ends_at", "id"))


def _added(authority_id: int, now: datetime) -> None:
    """Those who were marked as come after their round began."""
    running = Round.objects.filter(authority_id=authority_id, asked_at__gte=now - OPEN)
    late = running.filter(session__attendances__marked_at__gt=F("asked_at")).distinct()
    for round_ in late.select_related("session"):
        for attendance in queries.reached(round_.session).filter(marked_at__gt=round_.asked_at):
            messages.tell(f"feedback.{round_.occasion}", round_, attendance, now)


def _to_nudge(authority_id: int, now: datetime) -> list[Round]:
    until = clocks.before(clocks.NUDGE, now, authority_id)
    waiting = Round.objects.filter(authority_id=authority_id, nudged_at__isnull=True)
    due = waiting.filter(asked_at__lte=until, asked_at__gte=until - LATE)
    return list(due.select_related("session").order_by("asked_at", "id"))
