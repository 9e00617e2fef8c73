"""An earlier record is sealed, or somebody else’s: its owner is asked, and says what may be known of it."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.refusals import Incomplete, NotNow
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.people import policies, worklist
from waymark.pathway.people.models import Match, OwnerQuestion, Person


@deed("people.ask-owner")
def ask_owner(*, by: Actor, at: datetime, match: Match, why: str) -> OwnerQuestion:
    """One question for each possible match that the asker may not open. The record owner gets a task."""
    policies.match(by, match.person).require()
    if Person.objects.filter(pk=match.candidate_id).exists():
        raise NotNow(_("You can open this earlier record yourself."))
    if OwnerQuestion.objects.filter(match=match).exists():
        raise NotNow(_("The record owner has been asked already."))
    if not why:
        raise Incomplete(_("Say why you need to know."), field="why")
    owner = worklist.owner_of(match.person)
    question = OwnerQuestion.objects.create(
        authority_id=match.authority_id,
        grants=list(dict.fromkeys([*match.person.grants, owner])),
        person=match.person,
        match=match,
        why=why,
        asked_by_id=by.user_id,
        asked_at=at,
    )
    worklist.owner_asked(question, by, at)
    return question


@deed("people.answer-owner-question")
def answer_owner_question(
    *, by: Actor, at: datetime, question: OwnerQuestion, version: int, answer: str
) -> OwnerQuestion:
    """What whoever asked may know. The earlier record stays as it is."""
    question = lock(question, version)
    policies.answer_owner(by, question).require()
    if question.answer:
        raise NotNow(_("This question has been answered already."))
    if not answer:
        raise Incomplete(_("Say what may be known, or that nothing may."), field="answer")
    question.answer, question.answered_by_id, question.answered_at = answer, by.user_id, at
    question.save_next("answer", "answered_by", "answered_at")
    worklist.owner_answered(question, by, at)
    return question
