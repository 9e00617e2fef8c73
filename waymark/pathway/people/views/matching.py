"""*Seen before?*: possible earlier records, each answered by somebody who looked."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, shown, version_of
from waymark.foundation.access.loading import load
from waymark.pathway.people import actions, policies, presenters
from waymark.pathway.people.forms.matching import AnswerMatch
from waymark.pathway.people.models import Match, Person
from waymark.pathway.people.permissions import Permission
from waymark.pathway.people.whereabouts import links_of

from .person import person_of


@requires(Permission.MATCH, shows=Person)
def seen_before(request: HttpRequest, reference: str) -> HttpResponse:
    """Every possible earlier record with the reason in words, answered or not."""
    person = person_of(request, reference)
    given = {
        "person": person,
        "matches": presenters.matches(person),
        "linked": presenters.linked(person),
        "links": links_of(person),
    }
    return shown(request, person, "people/seen_before.html", given)


@requires(Permission.MATCH, shows=Person)
@require_http_methods(["GET", "POST"])
def answer_match(request: HttpRequest, reference: str, match_id: UUID) -> HttpResponse:
    """The two records side by side, and the question."""
    person = person_of(request, reference)
    match = load(Match.objects.select_related("person"), request.actor, person=person, pk=match_id)
    held = {"answer": match.answer, "note": match.note} if match.answer else None
    return fill(
        request,
        form=AnswerMatch(request.POST or None, version=match.version, initial=held),
        may=policies.match(request.actor, person),
        act=lambda given: actions.answer_match(
            by=request.actor,
            match=match,
            version=version_of(request),
            answer=given["answer"],
            note=given["note"],
        ),
        record=person,
        template="people/answer_match.html",
        given={"person": person, **presenters.side_by_side(match, request.actor)},
        back=(reverse("people:seen-before", args=[reference]),),
    )
