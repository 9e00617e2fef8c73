"""Concerns, needs, who was told, and earlier referrals."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.decisions import allow
from waymark.foundation.access.loading import load
from waymark.pathway.referrals import earlier as earlier_referrals
from waymark.pathway.referrals import policies, presenters
from waymark.pathway.referrals.actions import findings
from waymark.pathway.referrals.forms import triage as forms
from waymark.pathway.referrals.models import Concern, Need, Referral
from waymark.pathway.referrals.permissions import Permission

from .form_pages import Page, form_page


@form_page(Permission.READ)
def earlier(request: HttpRequest, referral: Referral) -> Page:
    """All referrals of the same person in time order, and the question what they tell, taken together."""
    may = policies.triage_work(request.actor, referral)
    return Page(
        "",
        forms.TakeTogether,
        partial(findings.take_together, referral=referral),
        may=may if request.method == "POST" else allow(),
        template="referrals/triage_earlier.html",
        given={
            "rows": presenters.earlier_rows(earlier_referrals.of(referral)),
            "answers": presenters.answers_together(referral),
            "may_answer": bool(may),
        },
        back=("referrals:triage-earlier", referral.reference),
    )


@form_page(Permission.TRIAGE)
def add_concern(request: HttpRequest, referral: Referral) -> Page:
    act = partial(findings.add_concern, referral=referral)
    return Page(_("Add a concern"), forms.AddConcern, act)


@form_page(Permission.TRIAGE)
def mark_concern(request: HttpRequest, referral: Referral, concern_id: str) -> Page:
    found = Concern.objects.select_related("referral")
    concern = load(found, request.actor, referral=referral, pk=concern_id)
    marked = {"mark": concern.mark, "violence": concern.violence, "note": concern.mark_note}
    return Page(
        _("What came of this concern"),
        partial(forms.MarkConcern, initial=marked if concern.mark else None),
        partial(findings.mark_concern, concern=concern),
        versioned=concern,
        template="referrals/triage_mark_concern.html",
        given={"concern": presenters.concern_row(concern)},
    )


@form_page(Permission.TRIAGE)
def note_need(request: HttpRequest, referral: Referral) -> Page:
    act = partial(findings.note_need, referral=referral)
    return Page(_("Note a need or an adjustment"), forms.NoteNeed, act)


@form_page(Permission.TRIAGE)
def end_need(request: HttpRequest, referral: Referral, need_id: str) -> Page:
    found = Need.objects.select_related("referral")
    need = load(found, request.actor, referral=referral, pk=need_id)
    act = partial(findings.end_need, need=need)
    return Page(_("This need has ended"), forms.EndNeed, act, versioned=need, given={"quoted": need.words})


@form_page(Permission.TRIAGE)
def household(request: HttpRequest, referral: Referral) -> Page:
    form = partial(forms.Household, initial={"lives_with_child": referral.lives_with_child})
    act = partial(findings.say_household, referral=referral)
    return Page(_("Who the person lives with"), form, act, versioned=referral)


@form_page(Permission.TRIAGE)
def duty(request: HttpRequest, referral: Referral) -> Page:
    act = _answering(findings.answer_duty, referral)
    may = policies.triage_answer_about(request.actor, referral)
    return Page(_("Children’s or adults’ social care"), forms.AnswerDuty, act, may=may)


@form_page(Permission.TRIAGE)
def told(request: HttpRequest, referral: Referral) -> Page:
    act = _answering(findings.answer_told, referral)
    may = policies.triage_answer_about(request.actor, referral)
    return Page(_("Has the person been told?"), forms.AnswerTold, act, may=may)


def _answering(act: Any, referral: Referral) -> Any:
    """`act` with only what belongs to the answer that was chosen: a yes keeps no reason for a no."""
    only_no = {"why_not", "not_yet_because", "decide_again_on"}

    def kept(name: str, value: Any, told: bool) -> Any:
        belongs = name not in only_no if told else name in only_no | {"by", "service", "hearer"}
        return value if belongs else (None if name.endswith("_on") else "")

    return lambda told, **said: act(
        referral=referral, **{name: kept(name, value, told) for name, value in said.items()}
    )
