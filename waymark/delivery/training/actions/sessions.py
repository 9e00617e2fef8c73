"""A session is planned, moved, cancelled."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training import messages, policies, queries
from waymark.delivery.training.models import CourseVersion, DeliveredBy, Session, Trainer
from waymark.delivery.training.states import SESSIONS
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.meetings.actions.planning import When
from waymark.foundation.places.models import Institution, Organisation

from .granting import offered, planned_by


@dataclass(frozen=True)
class How:
    """Of a session all but the time: for how many, for whom, by whom."""

    capacity: int
    trainers: Collection[UUID] = ()
    is_open: bool = True
    delivered_by: str = DeliveredBy.OWN
    institution: Institution | None = None
    organisation: Organisation | None = None
    joining: str = field(default="")


@deed("training.plan-session")
def plan(*, by: Actor, at: datetime, taught: CourseVersion, when: When, how: How) -> Session:
    """A session of the version that is taught on its day. For one institution it is not open to others."""
    policies.plans(by, taught.authority_id).require()
    policies.change_course(by, taught.course).require()
    when.check(at)
    is_open = how.is_open and how.institution is None and how.organisation is None
    grants = offered if is_open else planned_by
    session = Session(
        reference=new_reference(Letter.TRAINING),
        taught=taught,
        starts_at=when.starts_at,
        ends_at=when.ends_at,
        place=when.place,
        online_link=when.online_link,
        capacity=how.capacity,
        is_open=is_open,
        delivered_by=how.delivered_by,
        institution=how.institution,
        organisation=how.organisation,
        joining=how.joining,
        **grants(taught.authority_id),
    )
    _taught_then(session, taught)
    session.save(force_insert=True)
    _trained_by(session, how.trainers)
    return session


@deed("training.move-session")
def move(*, by: Actor, at: datetime, session: Session, version: int, when: When) -> Session:
    """Another time or another place. Everybody who has a place, or waits, is told."""
    session = lock(session, version)
    policies.change_session(by, session, at).require()
    when.check(at)
    session.starts_at, session.ends_at = when.starts_at, when.ends_at
    session.place, session.online_link = when.place, when.online_link
    _taught_then(session, session.taught)
    session.sequence += 1
    session.save_next("starts_at", "ends_at", "place", "online_link", "sequence")
    _tell(messages.MOVED, session, at)
    return session


@deed("training.cancel-session")
def cancel(*, by: Actor, at: datetime, session: Session, version: int, because: str) -> Session:
    """It will not take place. Everybody who has a place, or waits, is told."""
    session = lock(session, version)
    policies.change_session(by, session, at).require()
    if not because:
        raise Incomplete(_("Say why the session is cancelled."), field="because")
    SESSIONS.move(session, "cancel")
    session.cancelled_at, session.cancelled_because = at, because
    session.sequence += 1
    session.save_next("state", "cancelled_at", "cancelled_because", "sequence")
    _tell(messages.CANCELLED, session, at)
    return session


def _tell(code: str, session: Session, at: datetime) -> None:
    for booking in queries.standing(session):
        messages.tell(code, booking, session, at)


def _taught_then(session: Session, taught: CourseVersion) -> None:
    if session.on < taught.from_on:
        raise Refusal(_("This version of the course is taught from a later day on."), field="day")


def _trained_by(session: Session, trainers: Collection[UUID]) -> None:
    able = queries.trainers(session.authority_id)
    for key in dict.fromkeys(trainers):
        if key not in able:
            raise Refusal(_("Choose trainers of this authority."), field="trainers")
        Trainer.objects.create(**planned_by(session.authority_id), session=session, person_id=key)
