"""What was said of consent in a case, and how an answer is written down or corrected."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown
from waymark.foundation.kernel import clock
from waymark.foundation.tasks.clocks import due
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.permissions import Permission
from waymark.pathway.consent import policies, presenters, queries, worklist
from waymark.pathway.consent.actions import asking
from waymark.pathway.consent.forms import answers as forms
from waymark.pathway.consent.models import Consent
from waymark.pathway.consent.texts import VERSION
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.views.form_pages import Page

from .found import SAID, case_of, form_page

# What no form asks: whose entry it is, and who signed it.
KEPT_BACK = {"id", "version", "grants", "authority", "salt", "recorded_at", "case", "adoption", "corrects"}
KEPT_BACK |= {"correction_because", "signed_by", "signed_as", "signed_at"}


@requires(Permission.READ, shows=Referral)
@require_GET
def said(request: HttpRequest, reference: str) -> HttpResponse:
    """Every answer whole, newest first, with what became of it, and what whoever reads may do now."""
    case = case_of(request, reference)
    page = presenters.whole(request.actor, case)  # type: ignore[attr-defined]
    return shown(request, case.referral, "consent/said.html", {"case": case, "shown": page})


@form_page
def given(request: HttpRequest, case: Case, said: queries.Said) -> Page:
    first = {"asked_on": clock.today(), "text_version": VERSION, "expires_on": from_now(worklist.LASTS, case)}
    return _page(request, case, _("Record that consent was given"), forms.Given, first | _asker(request))


@form_page
def not_given(request: HttpRequest, case: Case, said: queries.Said) -> Page:
    first = {"asked_on": clock.today(), "reassess_on": from_now(worklist.LOOKS_AGAIN, case)}
    title = _("Record that consent was refused or not obtained")
    return _page(request, case, title, forms.NotGiven, first | _asker(request))


@form_page
def correct(request: HttpRequest, case: Case, said: queries.Said) -> Page:
    """The newest answer, as it stands, to be put right. The old entry stays beside the new one."""
    given = said.newest is None or said.newest.is_given
    form = forms.CorrectGiven if given else forms.CorrectNotGiven
    return _correction(request, case, said, _("Correct the last answer"), form)


@form_page
def correct_answer(request: HttpRequest, case: Case, said: queries.Said) -> Page:
    """It was marked as given and was not, or the other way round: support stops, or may begin, as you sign."""
    if said.newest is None or said.newest.is_given:
        return _correction(request, case, said, _("Consent was not given"), forms.CorrectNotGiven)
    return _correction(request, case, said, _("Consent was given"), forms.CorrectGiven)


def _correction(request: HttpRequest, case: Case, said: queries.Said, title: Any, form: Any) -> Page:
    first: dict[str, Any] = {}
    if said.newest is not None:
        waits = said.waiting.due_on if said.waiting else from_now(worklist.LOOKS_AGAIN, case)
        first = _as_said(said.newest) | {"reassess_on": waits}
        first["text_version"] = first["text_version"] or VERSION
        first["expires_on"] = first["expires_on"] or from_now(worklist.LASTS, case)
    return Page(
        title,
        partial(form, case=case, initial=first),
        partial(asking.correct, case=case),
        may=policies.correct(request.actor, case, said),  # type: ignore[attr-defined]
        versioned=case,
        template="consent/answer.html",
        back=(SAID, case.reference),
    )


def _page(request: HttpRequest, case: Case, title: Any, form: Any, first: dict[str, Any]) -> Page:
    return Page(
        title,
        partial(form, case=case, initial=first),
        partial(asking.record, case=case),
        may=policies.record(request.actor, case),  # type: ignore[attr-defined]
        versioned=case,
        template="consent/answer.html",
        back=(SAID, case.reference),
    )


def _asker(request: HttpRequest) -> dict[str, Any]:
    return {"asked_by": request.user.get_full_name()}  # type: ignore[union-attr]


def from_now(code: str, case: Case) -> date:
    return clock.uk_date(due(code, clock.now(), authority_id=case.authority_id))


def _as_said(entry: Consent) -> dict[str, Any]:
    names = {field.name for field in Consent._meta.get_fields() if hasattr(field, "column")} - KEPT_BACK
    return {name: getattr(entry, name) for name in names}
