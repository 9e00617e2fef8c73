"""Asking the owner of an earlier record that one may not open, and the owner’s answer."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, version_of
from waymark.foundation.access.loading import load
from waymark.pathway.people import policies, presenters
from waymark.pathway.people.actions import asking_owner as actions
from waymark.pathway.people.forms.matching import AnswerOwnerQuestion, AskOwner
from waymark.pathway.people.models import Match, OwnerQuestion, Person
from waymark.pathway.people.permissions import Permission

from .person import person_of

BOTH = require_http_methods(["GET", "POST"])


@requires(Permission.MATCH, shows=Person)
@BOTH
def ask_owner(request: HttpRequest, reference: str, match_id: UUID) -> HttpResponse:
    """Why it is needed. What the earlier record says does not show here."""
    person = person_of(request, reference)
    match = load(Match.objects.select_related("person"), request.actor, person=person, pk=match_id)  # type: ignore[attr-defined]
    return fill(
        request,
        form=AskOwner(request.POST or None),
        may=policies.match(request.actor, person),  # type: ignore[attr-defined]
        act=lambda given: actions.ask_owner(by=request.actor, match=match, why=given["why"]),  # type: ignore[attr-defined]
        record=person,
        template="people/ask_owner.html",
        given={"person": person, "match": match},
        back=(reverse("people:answer-match", args=[reference, match_id]),),
    )


@requires(Permission.ANSWER_OWNER, shows=Person)
@BOTH
def answer_owner(request: HttpRequest, question_id: UUID) -> HttpResponse:
    """The question with its reasons, the earlier record for the owner to look at, and the answer."""
    questions = OwnerQuestion.objects.select_related("person", "match", "asked_by")
    question = load(questions, request.actor, pk=question_id)  # type: ignore[attr-defined]
    return fill(
        request,
        form=AnswerOwnerQuestion(request.POST or None),
        may=policies.answer_owner(request.actor, question),  # type: ignore[attr-defined]
        act=lambda given: actions.answer_owner_question(
            by=request.actor,  # type: ignore[attr-defined]
            question=question,
            version=version_of(request),
            answer=given["answer"],
        ),
        record=question.person,
        template="people/answer_owner.html",
        given=presenters.owner_question(question),
        back=("home:my-day",),
    )
