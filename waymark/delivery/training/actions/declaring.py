"""Certificates from elsewhere: declared by whoever books for a place, confirmed or refused by whoever plans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training import messages, policies, worklist
from waymark.delivery.training.models import Course, Declared, Trainee
from waymark.delivery.training.retention import RECORD
from waymark.delivery.training.states import DECLARATIONS, DeclaredState
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import lent
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.retention.classes import find
from waymark.foundation.retention.queries import erase_on, erased_after

from .booking import ANOTHER_NAME, Named, Where, known
from .granting import own, planned_by

ELSEWHERE = _("We know this person from another place of work. Ask whoever plans training.")
TWICE = _("This certificate is declared already.")
TOO_OLD = _("This is longer ago than we keep records of training. It does not count any more.")


@dataclass(frozen=True)
class Paper:
    """What stands on the certificate."""

    course: str
    provider: str
    held_on: date


@deed("training.declare-certificate")
def declare(
    *, by: Actor, at: datetime, authority_id: int, where: Where, person: Named, paper: Paper
) -> Declared:
    """Of somebody who works at that place. It waits for an answer, and counts for nothing until it is confirmed."""
    policies.declare(by, authority_id).require()
    if not person.name:
        raise Incomplete(_("Enter the name."), field="name")
    if not paper.course or not paper.provider:
        raise Incomplete(_("Enter the course and who gave it."), field="course")
    if paper.held_on > clock.uk_date(at):
        raise Refusal(_("The date must be today or in the past."), field="held_on")
    if _over(authority_id, paper.held_on, clock.uk_date(at)):
        raise Refusal(TOO_OLD, field="held_on")
    with lent(authority_id):
        trainee = _trainee(authority_id, where, person, paper, own(by))
        standing = trainee.declared.exclude(state=DeclaredState.REFUSED)
        if standing.filter(course=paper.course, held_on=paper.held_on).exists():
            raise Refusal(TWICE, field="course")
        declared = Declared.objects.create(
            **planned_by(authority_id, *own(by)),
            reference=new_reference(Letter.DECLARED),
            trainee=trainee,
            course=paper.course,
            provider=paper.provider,
            held_on=paper.held_on,
            declared_at=at,
            declared_by_id=by.user_id,
            visitor_id=by.visitor_id,
        )
        worklist.declared(declared, by, at)
    return declared


@deed("training.confirm-certificate")
def confirm(
    *, by: Actor, at: datetime, declared: Declared, version: int, counts_as: Course | None
) -> Declared:
    """Whoever plans has seen that it is right, and which course of ours it counts as (None: none of them): from now on
    the person is due again some months after its day."""
    declared = lock(declared, version)
    policies.answer_declared(by, declared).require()
    DECLARATIONS.move(declared, "confirm")
    declared.answered_at, declared.answered_by_id, declared.counts_as = at, by.user_id, counts_as
    declared.save_next("state", "answered_at", "answered_by", "counts_as")
    with lent(declared.authority_id):
        Trainee.objects.filter(pk=declared.trainee_id, last_on__lt=declared.held_on).update(
            last_on=declared.held_on
        )
    _answered(messages.CONFIRMED, declared, by, at)
    return declared


@deed("training.refuse-certificate")
def refuse(*, by: Actor, at: datetime, declared: Declared, version: int, because: str) -> Declared:
    """It does not count. Whoever declared it reads why, and may declare it anew."""
    declared = lock(declared, version)
    policies.answer_declared(by, declared).require()
    if not because:
        raise Incomplete(_("Say why it does not count."), field="because")
    DECLARATIONS.move(declared, "refuse")
    declared.answered_at, declared.answered_by_id, declared.refused_because = at, by.user_id, because
    declared.save_next("state", "answered_at", "answered_by", "refused_because")
    _answered(messages.REFUSED, declared, by, at)
    return declared


def _answered(code: str, declared: Declared, by: Actor, at: datetime) -> None:
    """The task of the team is done, and whoever declared it gets a mail."""
    worklist.declaration_answered(declared, by, at)
    messages.tell_declarer(code, declared, at)


def _trainee(authority_id: int, where: Where, person: Named, paper: Paper, seen_by: list[str]) -> Trainee:
    """The person as this service knows them; of somebody who is known, nothing is changed but who may see the name."""
    found = known(authority_id, where, person)
    if found is None:
        return Trainee.objects.create(
            **planned_by(authority_id, *seen_by),
            **where.fields(),
            name=person.name,
            email=person.email.lower(),
            role_id=person.role_id,
            last_on=paper.held_on,
        )
    if found.name.casefold() != person.name.casefold():
        raise Refusal(ANOTHER_NAME, field="email")
    if Where(found.institution_id, found.organisation_id) != where:
        raise Refusal(ELSEWHERE, field="name")
    found.role_id = found.role_id or person.role_id
    found.grants = list(dict.fromkeys([*found.grants, *seen_by]))
    found.save_next("role", "grants")
    return found


def _over(authority_id: int, held_on: date, today: date) -> bool:
    """Would the record of that training be erased already? Then it is not begun: it would go within the hour."""
    row = find(RECORD)
    period = erased_after(RECORD, on=today, authority_id=authority_id)
    return period is not None and erase_on(row, period, held_on) <= today
