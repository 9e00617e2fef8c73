"""An objection, how it was resolved, a withdrawal, a reassessment: a page each."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.decisions import Decision
from waymark.foundation.kernel import clock
from waymark.pathway.channel.models import Case
from waymark.pathway.consent import policies, queries, worklist
from waymark.pathway.consent.actions import objecting, reassessing, withdrawing
from waymark.pathway.consent.forms import changes as forms
from waymark.pathway.referrals.views.form_pages import Page

from .answers import from_now
from .found import SAID, form_page


def _page(case: Case, may: Decision, title: Any, lead: Any, form: Any, act: Any, **first: Any) -> Page:
    return Page(
        title,
        partial(form, initial=first),
        partial(act, case=case),
        may=may,
        versioned=case,
        template="consent/form.html",
        given={"lead": lead},
        back=(SAID, case.reference),
    )


@form_page
def object_to(request: HttpRequest, case: Case, said: queries.Said) -> Page:
    lead = _(
        "Both sides are kept. Nothing is covered until somebody resolves it, and says why and who was asked."
    )
    may = policies.object_to(request.actor, case, said)  # type: ignore[attr-defined]
    return _page(
        case,
        may,
        _("Say that somebody objects"),
        lead,
        forms.Object,
        objecting.object_to,
        said_on=clock.today(),
    )


@form_page
def resolve(request: HttpRequest, case: Case, said: queries.Said) -> Page:
    lead = _(
        "If the consent stands, support goes on. If not, support stops now, as if it had been taken back."
    )
    may = policies.resolve(request.actor, case, said)  # type: ignore[attr-defined]
    return _page(
        case,
        may,
        _("Resolve the objection"),
        lead,
        forms.Resolve,
        objecting.resolve,
        decided_on=clock.today(),
    )


@form_page
def withdraw(request: HttpRequest, case: Case, said: queries.Said) -> Page:
    lead = _("Support stops as soon as you sign this. Consent can be given again at any time.")
    may = policies.withdraw(request.actor, case, said)  # type: ignore[attr-defined]
    days = {"withdrawn_on": clock.today(), "reassess_on": from_now(worklist.LOOKS_AGAIN, case)}
    return _page(
        case, may, _("Record that consent was taken back"), lead, forms.Withdraw, withdrawing.withdraw, **days
    )


@form_page
def reassess(request: HttpRequest, case: Case, said: queries.Said) -> Page:
    lead = _(
        "There is no consent, and so no support. The panel has looked at the person again: say what came of it."
    )
    may = policies.reassess(request.actor, case, said)  # type: ignore[attr-defined]
    days = {"on": clock.today(), "reassess_on": from_now(worklist.LOOKS_AGAIN, case)}
    return _page(
        case, may, _("Record that the panel looked again"), lead, forms.Reassess, reassessing.reassess, **days
    )
