"""The questions of the authority: each version, and a new one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.feedback import presenters, queries, usual
from waymark.delivery.feedback.actions import questions
from waymark.delivery.feedback.forms import AddQuestions
from waymark.delivery.feedback.models import Question
from waymark.delivery.training import policies
from waymark.delivery.training.permissions import Permission
from waymark.delivery.training.views.found import actor_of, fill, planning_for
from waymark.foundation.access.doors import requires


@requires(Permission.PLAN)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """What is asked, and what was asked before."""
    held = list(queries.sets(planning_for(request).pk)[:50])
    return render(request, "feedback/questions.html", {"versions": presenters.versions(held)})


@requires(Permission.PLAN)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    authority, actor = planning_for(request), actor_of(request)
    newest = queries.sets(authority.pk).first()
    before = list(newest.questions.all()) if newest else [_usual(one) for one in usual.QUESTIONS]
    form = AddQuestions(request.POST or None, before=before)
    return fill(
        request, form=form, may=policies.plans(actor, authority.pk),
        act=lambda said: questions.add(
            by=actor, authority=authority, lines=form.lines(), from_on=said["from_on"], because=said["because"]
        ),
        given={
            "title": _("Add a new version of the questions"),
            "lead": _(
                "A question in the same words as before is counted with it. "
                "Whoever was asked before keeps the old questions."
            ),
            "up": reverse("feedback:questions"), "up_text": _("Questions"),
        },
        back=("feedback:questions",),
    )  # fmt: skip


def _usual(one: usual.Usual) -> Question:
    return Question(occasion=one.occasion, kind=one.kind, words=str(one.words))
