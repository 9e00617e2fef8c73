"""De-confliction, concerns, questions to partners, the written assessment."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.access.loading import load
from waymark.pathway.assessment import forms, policies
from waymark.pathway.assessment.actions import checking, deciding, leading, writing
from waymark.pathway.assessment.models import Framework, PoliceAssessment
from waymark.pathway.referrals import policies as referral_policies
from waymark.pathway.referrals import presenters as referral_presenters
from waymark.pathway.referrals.actions import asking, findings
from waymark.pathway.referrals.forms import triage
from waymark.pathway.referrals.models import Concern, InformationRequest
from waymark.pathway.referrals.permissions import Permission
from waymark.pathway.referrals.views.form_pages import Page
from waymark.pathway.referrals.views.triage_asking import answer_request, ask_form

from .found import RECORD, assessment_of, form_page


@requires(Permission.POLICE_DECIDE)
@require_POST
def take(request: HttpRequest, reference: str) -> HttpResponse:
    assessment = assessment_of(request, reference)
    leading.take(by=request.actor, assessment=assessment, version=version_of(request))
    return redirect(RECORD, reference)


@requires(Permission.POLICE_DECIDE)
@require_POST
def again(request: HttpRequest, reference: str) -> HttpResponse:
    """What the police kept is assessed again."""
    assessment = assessment_of(request, reference)
    deciding.again(by=request.actor, assessment=assessment, version=version_of(request))
    return redirect(RECORD, reference)


@form_page(Permission.POLICE_DECIDE)
def check(request: HttpRequest, assessment: PoliceAssessment) -> Page:
    return Page(
        _("The result of de-confliction"),
        forms.Check,
        partial(checking.record_result, assessment=assessment),
        may=policies.check(request.actor, assessment),
        versioned=assessment,
        given={"button": _("Record the result")},
    )


@form_page(Permission.POLICE_DECIDE)
def keep_reference(request: HttpRequest, assessment: PoliceAssessment) -> Page:
    return Page(
        _("Write down the PCMT reference"),
        partial(forms.KeepReference, initial={"pcmt_reference": assessment.pcmt_reference}),
        partial(checking.keep_reference, assessment=assessment),
        may=policies.keep_reference(request.actor, assessment),
        versioned=assessment,
        given={"button": _("Write down the reference")},
    )


@form_page(Permission.POLICE_DECIDE)
def mark_concern(request: HttpRequest, assessment: PoliceAssessment, concern_id: str) -> Page:
    found = Concern.objects.select_related("referral")
    concern = load(found, request.actor, referral=assessment.referral, pk=concern_id)
    marked = {"mark": concern.mark, "violence": concern.violence, "note": concern.mark_note}
    return Page(
        _("What came of this concern"),
        partial(triage.MarkConcern, initial=marked if concern.mark else None),
        partial(findings.mark_concern, concern=concern),
        may=referral_policies.police_work(request.actor, assessment.referral),
        versioned=concern,
        template="referrals/triage_mark_concern.html",
        given={"concern": referral_presenters.concern_row(concern)},
    )


@form_page(Permission.POLICE_DECIDE)
def ask(request: HttpRequest, assessment: PoliceAssessment) -> Page:
    form, act = ask_form(assessment.referral)
    may = referral_policies.police_work(request.actor, assessment.referral)
    return Page(_("Ask for information"), form, act, may=may, given={"button": _("Ask for information")})


@form_page(Permission.POLICE_DECIDE)
def record_answer(request: HttpRequest, assessment: PoliceAssessment, request_reference: str) -> Page:
    """What an organisation answered by telephone or letter, written down by the police."""
    asked = _request(request, assessment, request_reference)
    return Page(
        _("Write down their answer"),
        triage.AnswerRequest,
        partial(answer_request, asked=asked),
        may=referral_policies.triage_record_answer(request.actor, asked),
        versioned=asked,
        given={"quoted": asked.question, "button": _("Write down their answer")},
    )


@form_page(Permission.POLICE_APPROVE)
def override(request: HttpRequest, assessment: PoliceAssessment, request_reference: str) -> Page:
    asked = _request(request, assessment, request_reference)
    return Page(
        _("Go on without the answer"),
        triage.Override,
        partial(asking.override_request, request=asked),
        may=referral_policies.police_override(request.actor, asked),
        given={"quoted": asked.question, "button": _("Go on without the answer")},
    )


@form_page(Permission.POLICE_DECIDE)
def choose(request: HttpRequest, assessment: PoliceAssessment) -> Page:
    """Which framework. One’s own stand before the example."""
    able = Framework.objects.order_by("is_example", "title", "-edition")
    choices = [(str(row.pk), str(row)) for row in able]
    chosen = request.POST.get("framework", "")
    return Page(
        _("Write an assessment"),
        partial(forms.Choose, frameworks=choices, initial={"framework": choices[0][0] if choices else ""}),
        lambda **said: None,
        may=policies.write(request.actor, assessment),
        template="assessment/choose.html",
        given={"any": bool(choices)},
        back=("assessment:write-with", assessment.referral.reference, chosen),
    )


@form_page(Permission.POLICE_DECIDE)
def write(request: HttpRequest, assessment: PoliceAssessment, framework_id: int) -> Page:
    framework = get_object_or_404(Framework, pk=framework_id)
    form = forms.Write(request.POST or None, framework=framework, again=writing.earlier(assessment))

    def act(by: Any, version: int, **said: Any) -> None:
        writing.write(by=by, version=version, assessment=assessment, framework=framework, **form.answered())

    return Page(
        _("Write an assessment"),
        lambda posted: form,
        act,
        may=policies.write(request.actor, assessment),
        versioned=assessment,
        template="assessment/write.html",
        given={"framework": framework},
    )


def _request(request: HttpRequest, assessment: PoliceAssessment, reference: str) -> InformationRequest:
    found = InformationRequest.objects.select_related("referral", "override")
    return load(found, request.actor, referral=assessment.referral, reference=reference)  # type: ignore[attr-defined]
