"""A review after the end of support."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpRequest

from waymark.foundation.kernel import clock
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.permissions import Permission
from waymark.pathway.exits import forms, policies, presenters, queries
from waymark.pathway.exits.actions import reviewing

from .found import Page, case_page


@case_page(Permission.REVIEW)
def review(request: HttpRequest, case: Case) -> Page:
    """The review whose turn it is."""
    turn = queries.review_now(case)
    if turn is None:
        raise Http404
    return Page(
        turn.get_kind_display(),
        partial(forms.LookBack, kind=turn.kind, initial={"held_on": clock.today()}),
        partial(reviewing.look_back, review=turn),
        may=policies.review(request.actor, turn),  # type: ignore[attr-defined]
        given={"intro": presenters.review_intro(turn)},
    )
