"""Concerns, needs, who was told, and earlier referrals."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.decisions import Decision
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, version_of
from waymark.foundation.access.loading import load
from waymark.pathway.referrals import earlier as earlier_referrals
from waymark.pathway.referrals import policies, presenters
from waymark.pathway.referrals.actions import findings
from waymark.pathway.referrals.forms import triage as forms
from waymark.pathway.referrals.models import Concern, Need, Referral
from waymark.pathway.referrals.permissions import Permission

from .found import RECORD, referral_of

FORM = "referrals/triage_form.html"
BOTH = require_http_methods(["GET", "POST"])


@requires(Permission.READ, shows=Referral)
@BOTH
def earlier(request: HttpRequest, reference: str) -> HttpResponse:
    """All referrals of the same person in time order, and the question what they tell, taken together."""
    referral = referral_of(request, reference)
    answers = presenters.answers_together(referral)
    return fill(
        request,
        form=forms.TakeTogether(request.POST or None),
        may=policies.triage_work(request.actor, referral) if request.method == "POST" else Decision(True),
        act=lambda given: findings.take_together(by=request.actor, referral=referral, answer=given["answer"]),
        record=referral,
        template="referrals/triage_earlier.html",
        given={
            "referral": referral,
            "rows": presenters.earlier_rows(earlier_referrals.of(referral)),
            "answers": answers,
            "may_answer": bool(policies.triage_work(request.actor, referral)),
        },
        back=("referrals:triage-earlier", reference),
    )


@requires(Permission.TRIAGE, shows=Referral)
@BOTH
def add_concern(request: HttpRequest, reference: str) -> HttpResponse:
    referral = referral_of(request, reference)
    return _page(
        request,
        referral,
        forms.AddConcern(request.POST or None),
        lambda given: findings.add_concern(by=request.actor, referral=referral, **given),
        _("Add a concern"),
        warning=forms.SPILLAGE,
    )


@requires(Permission.TRIAGE, shows=Referral)
@BOTH
def mark_concern(request: HttpRequest, reference: str, concern_id: str) -> HttpResponse:
    referral = referral_of(request, reference)
    concern = load(
        Concern.objects.select_related("referral"), request.actor, referral=referral, pk=concern_id
    )
    first = (
        {"mark": concern.mark, "violence": concern.violence, "note": concern.mark_note}
        if concern.mark
        else None
    )
    return _page(
        request,
        referral,
        forms.MarkConcern(request.POST or None, initial=first),
        lambda given: findings.mark_concern(
            by=request.actor, concern=concern, version=version_of(request), **given
        ),
        _("What came of this concern"),
        template="referrals/triage_mark_concern.html",
        concern=presenters.concern_row(concern),
        versioned=concern,
    )


@requires(Permission.TRIAGE, shows=Referral)
@BOTH
def note_need(request: HttpRequest, reference: str) -> HttpResponse:
    referral = referral_of(request, reference)
    return _page(
        request,
        referral,
        forms.NoteNeed(request.POST or None),
        lambda given: findings.note_need(by=request.actor, referral=referral, **given),
        _("Note a need or an adjustment"),
        warning=forms.SPILLAGE,
    )


@requires(Permission.TRIAGE, shows=Referral)
@BOTH
def end_need(request: HttpRequest, reference: str, need_id: str) -> HttpResponse:
    referral = referral_of(request, reference)
    need = load(Need.objects.select_related("referral"), request.actor, referral=referral, pk=need_id)
    return _page(
        request,
        referral,
        forms.EndNeed(request.POST or None),
        lambda given: findings.end_need(by=request.actor, need=need, version=version_of(request), **given),
        _("This need has ended"),
        quoted=need.words,
        versioned=need,
    )


@requires(Permission.TRIAGE, shows=Referral)
@BOTH
def household(request: HttpRequest, reference: str) -> HttpResponse:
    referral = referral_of(request, reference)
    return _page(
        request,
        referral,
        forms.Household(request.POST or None, initial={"lives_with_child": referral.lives_with_child}),
        lambda given: findings.say_household(
            by=request.actor, referral=referral, version=version_of(request), **given
        ),
        _("Who the person lives with"),
    )


@requires(Permission.TRIAGE, shows=Referral)
@BOTH
def duty(request: HttpRequest, reference: str) -> HttpResponse:
    referral = referral_of(request, reference)
    return _page(
        request,
        referral,
        forms.AnswerDuty(request.POST or None),
        lambda given: findings.answer_duty(by=request.actor, referral=referral, **_answered(given, "told")),
        _("Children’s or adults’ social care"),
        may=policies.triage_answer_about(request.actor, referral),
    )


@requires(Permission.TRIAGE, shows=Referral)
@BOTH
def told(request: HttpRequest, reference: str) -> HttpResponse:
    referral = referral_of(request, reference)
    return _page(
        request,
        referral,
        forms.AnswerTold(request.POST or None),
        lambda given: findings.answer_told(by=request.actor, referral=referral, **_answered(given, "told")),
        _("Has the person been told?"),
        may=policies.triage_answer_about(request.actor, referral),
    )


def _answered(given: dict[str, Any], question: str) -> dict[str, Any]:
    """Only what belongs to the answer that was chosen: a yes keeps no reason for a no."""
    yes = given[question]
    only_no = {"why_not", "not_yet_because", "decide_again_on"}
    kept = {}
    for name, value in given.items():
        if name == question:
            continue
        belongs = name not in only_no if yes else name in only_no | {"service", "hearer"}
        kept[name] = value if belongs else (None if name.endswith("_on") else "")
    return kept


def _page(
    request: HttpRequest,
    referral: Referral,
    form: forms.Form,
    act: Any,
    title: Any,
    *,
    may: Decision | None = None,
    template: str = FORM,
    versioned: Any = None,
    **given: Any,
) -> HttpResponse:
    return fill(
        request,
        form=form,
        may=policies.triage_work(request.actor, referral) if may is None else may,  # type: ignore[attr-defined]
        act=act,
        record=referral,
        template=template,
        given={"referral": referral, "title": title, "versioned": versioned or referral, **given},
        back=(RECORD, referral.reference),
    )
