"""Break-glass meets messages, work lists and retention here: they stand beside or above it, and do not know it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation import outbox, tasks
from waymark.foundation.access import glass
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import lent
from waymark.foundation.access.models import Glass
from waymark.foundation.access.queries import interested
from waymark.foundation.accounts.models import User
from waymark.foundation.outbox import Template
from waymark.foundation.retention import declare_kept
from waymark.foundation.tasks import LOCAL, ClockDefault, Kind, Unit
from waymark.foundation.tasks.queries import holders

OPENED = "access.glass-opened"
REVIEW = Kind("access.review-glass", _("Review what was opened under break-glass"), "glass:review", OPENED)


def declare() -> None:
    """Called in AppConfig.ready."""
    tasks.declare_clock(
        ClockDefault(
            OPENED,
            _("Reviewing what was opened under break-glass"),
            5,
            Unit.WORKING_DAYS,
            LOCAL,
        )
    )
    tasks.declare(REVIEW)
    outbox.declare(
        Template(
            OPENED,
            _("A record was opened under break-glass"),
            _(
                "Somebody of your authority opened a record that is not theirs, and said why. The opening is called "
                "{reference}.\n\nSign in to read the reason:\n{link}\n\n{council}"
            ),
        )
    )
    kept = (
        ("access.Glass", "opened_at"),
        ("access.Interest", "declared_at"),
        ("access.Recovery", "vouched_at"),
    )
    for model, starts in kept:
        declare_kept(model, "break-glass", starts=starts)
    glass.when_opened(tell)
    glass.when_opened(ask)
    glass.when_reviewed(answered)
    glass.before_interest(hand_on)


def tell(by: Actor, at: datetime, opening: Glass) -> None:
    """The Prevent lead and the information governance lead, at once: one message to each, never to the opener, nor to
    whoever declared an interest in the record."""
    people = {
        person.pk: person
        for grant in (_leads(opening), _governance(opening))
        for person in _without_interest(grant, opening)
    }
    for person in people.values():
        outbox.post(
            OPENED,
            to=person,
            key=f"glass:{opening.pk}:{person.pk}",
            authority_id=opening.authority_id,
            reference=opening.reference,
            link=reverse("glass:opening", args=[opening.reference]),
            at=at,
        )


def ask(by: Actor, at: datetime, opening: Glass) -> None:
    """Somebody else reviews it: the Prevent lead, or information governance when a lead opened it or every lead has an
    interest in the record. Late: the other."""
    first, then = _leads(opening), _governance(opening)
    if opening.opened_as_lead or not _without_interest(first, opening):
        first, then = then, first
    tasks.ask(REVIEW.code, about=opening, to=first, by=by, at=at, escalate_to=then)


def answered(by: Actor, at: datetime, opening: Glass) -> None:
    tasks.done(REVIEW.code, about=opening, by=by, at=at)


def hand_on(by: Actor, at: datetime, kind: str, key: UUID) -> None:
    """What waits about a record for somebody who says that they know the person waits for another, in the same deed."""
    if by.user_id is None:
        return
    for authority_id in by.authority_ids:
        otherwise = f"authority:{authority_id}:lead"
        tasks.keep_from(by.user_id, key, authority_id=authority_id, otherwise=otherwise, by=by, at=at)


def _without_interest(grant: str, opening: Glass) -> list[User]:
    """Whoever holds a grant, did not open the record, and declared no interest in it."""
    with lent(opening.authority_id):
        kept = {opening.opened_by_id, *interested(opening.tokens)}
    return [person for person in holders(grant) if person.pk not in kept]


def _leads(opening: Glass) -> str:
    return f"authority:{opening.authority_id}:lead"


def _governance(opening: Glass) -> str:
    return f"authority:{opening.authority_id}:ledger"
