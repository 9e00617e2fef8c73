"""Somebody asks for training; somebody of the team owns the request; it becomes a session, or is declined."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training import messages, policies, worklist
from waymark.delivery.training.models import CourseVersion, Session, TrainingRequest
from waymark.delivery.training.permissions import Permission
from waymark.delivery.training.states import REQUESTS
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import lent
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.meetings.actions.planning import When

from . import sessions
from .booking import Where
from .granting import own, planned_by
from .sessions import How


@dataclass(frozen=True)
class Wish:
    """What is asked for. `elsewhere` is the place in words, if it stands in no list."""

    number: int
    name: str
    where: Where = field(default_factory=Where)
    elsewhere: str = ""
    audience_id: UUID | None = None
    wished: str = ""
    words: str = ""
    phone: str = ""


@deed("training.ask")
def ask(*, by: Actor, at: datetime, authority_id: int, wish: Wish) -> TrainingRequest:
    """A request, and a task for whoever plans training. The asker gets a link to follow it."""
    if not by.may_in(Permission.BOOK, authority_id):
        raise NotAllowed(policies.NO_RIGHT)
    if not (wish.where.institution_id or wish.where.organisation_id or wish.elsewhere):
        raise Incomplete(_("Say which school or group it is for."), field="elsewhere")
    with lent(authority_id):
        request = TrainingRequest.objects.create(
            **planned_by(authority_id, *own(by)),
            **wish.where.fields(),
            reference=new_reference(Letter.TRAINING_ASKED),
            elsewhere=wish.elsewhere,
            audience_id=wish.audience_id,
            number=wish.number,
            wished=wish.wished,
            words=wish.words,
            name=wish.name,
            phone=wish.phone,
            asked_by_id=by.user_id,
            visitor_id=by.visitor_id,
            asked_at=at,
        )
        worklist.asked(request, by, at)
        messages.tell_asker(messages.ASKED, request, at)
    return request


@deed("training.take-request")
def take(*, by: Actor, at: datetime, request: TrainingRequest, version: int) -> TrainingRequest:
    """It has an owner, who answers it."""
    request = lock(request, version)
    policies.take_request(by, request).require()
    request.owner_id = by.user_id
    request.save_next("owner")
    worklist.taken(request, by, at)
    return request


@deed("training.plan-from-request")
def plan(
    *,
    by: Actor,
    at: datetime,
    request: TrainingRequest,
    version: int,
    taught: CourseVersion,
    when: When,
    how: How,
) -> tuple[TrainingRequest, Session]:
    """The session that was asked for. Whoever asked sees it, books their people, and is told."""
    request = lock(request, version)
    policies.answer_request(by, request).require()
    session = sessions.plan(by=by, at=at, taught=taught, when=when, how=how)
    asker = f"user:{request.asked_by_id}" if request.asked_by_id else f"visitor:{request.visitor_id}"
    session.grants = list(dict.fromkeys([*session.grants, asker]))
    session.save_next("grants")
    REQUESTS.move(request, "plan")
    request.session, request.answered_at = session, at
    request.owner_id = request.owner_id or by.user_id
    request.save_next("state", "session", "answered_at", "owner")
    worklist.answered(request, by, at)
    messages.tell_asker(messages.PLANNED, request, at)
    return request, session


@deed("training.decline-request")
def decline(
    *, by: Actor, at: datetime, request: TrainingRequest, version: int, because: str
) -> TrainingRequest:
    """It cannot be done, and why: whoever asked reads the reason."""
    request = lock(request, version)
    policies.answer_request(by, request).require()
    if not because:
        raise Incomplete(_("Say why it cannot be done."), field="because")
    REQUESTS.move(request, "decline")
    request.declined_because, request.answered_at = because, at
    request.save_next("state", "declined_because", "answered_at")
    worklist.answered(request, by, at)
    messages.tell_asker(messages.DECLINED, request, at)
    return request
