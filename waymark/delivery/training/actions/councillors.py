"""The term of a council, its councillors, and who of them has had the induction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from waymark.delivery.training import policies, worklist
from waymark.delivery.training.models import Councillor, Course, Term
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.foundation.ledger.deeds import deed

from .booking import Named
from .granting import for_planners

NOBODY = _("Enter at least one person.")
TWICE = _("Somebody of this name, or with this email address, stands in this term already.")


@deed("training.set-term")
def set_term(
    *, by: Actor, at: datetime, authority_id: int, name: str, elected_on: date, until_on: date, induction: Course,
    due_days: int, reminds: bool,
) -> Term:  # fmt: skip
    """A term of the council, with a task for whoever plans when the induction is due."""
    policies.plans(by, authority_id).require()
    if until_on <= elected_on:
        raise Refusal(_("The last day must be after the day of the election."), field="until_on")
    if Term.objects.filter(authority_id=authority_id, name__iexact=name).exists():
        raise Refusal(_("There is a term of this name already."), field="name")
    term = Term.objects.create(
        **for_planners(authority_id), name=name, elected_on=elected_on, until_on=until_on, induction=induction,
        due_days=due_days, reminds=reminds, recorded_by_id=by.user_id,
    )  # fmt: skip
    worklist.induct(term, by, at)
    return term


@deed("training.add-councillors")
def add(
    *, by: Actor, at: datetime, term: Term, named: Sequence[Named], elected_on: date
) -> tuple[Term, list[Councillor]]:
    """All of them, or none: those elected on the term’s day, or at a by-election."""
    term = lock(term)
    policies.plans(by, term.authority_id).require()
    if not named:
        raise Incomplete(NOBODY, field="named")
    if not term.elected_on <= elected_on <= term.until_on:
        raise Refusal(_("The day must be within the term."), field="elected_on")
    held = term.councillors.values_list("name", "email")
    taken = {text.lower() for pair in held for text in pair if text}
    for one in named:
        said = {text.lower() for text in (one.name, one.email) if text}
        if said & taken:
            raise Refusal(TWICE, field="named")
        taken |= said
    made = Councillor.objects.bulk_create(
        Councillor(
            **for_planners(term.authority_id),
            term=term,
            name=one.name,
            email=one.email,
            elected_on=elected_on,
        )
        for one in named
    )
    worklist.induct(term, by, at)
    return term, made


@deed("training.note-induction")
def note_induction(
    *, by: Actor, at: datetime, councillor: Councillor, version: int, done_on: date, done_how: str
) -> Councillor:
    """They had it otherwise than at a session: by e-learning, with another council."""
    councillor = _lock(by, councillor, version)
    if not done_how:
        raise Incomplete(_("Say how they had it."), field="done_how")
    if not councillor.elected_on <= done_on <= clock.uk_date(at):
        raise Refusal(_("The date must be between the election and today."), field="done_on")
    councillor.done_on, councillor.done_how = done_on, done_how
    councillor.save_next("done_on", "done_how")
    worklist.induct(councillor.term, by, at)
    return councillor


@deed("training.end-councillor")
def end(*, by: Actor, at: datetime, councillor: Councillor, version: int, left_on: date) -> Councillor:
    """They are a councillor no more."""
    councillor = _lock(by, councillor, version)
    if not councillor.elected_on <= left_on <= clock.uk_date(at):
        raise Refusal(_("The date must be between the election and today."), field="left_on")
    councillor.left_on = left_on
    councillor.save_next("left_on")
    worklist.induct(councillor.term, by, at)
    return councillor


def _lock(by: Actor, councillor: Councillor, version: int) -> Councillor:
    councillor = lock(councillor, version)
    policies.change_councillor(by, councillor).require()
    return councillor
