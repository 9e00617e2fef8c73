"""The closing report, and its signature."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _

from waymark.foundation import lists
from waymark.foundation.kernel import clock
from waymark.pathway.assessment.models import Framework
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.permissions import Permission
from waymark.pathway.exits import forms, policies, presenters, queries
from waymark.pathway.exits.actions import ending
from waymark.pathway.exits.models import REASONS
from waymark.pathway.referrals.destinations import BEFORE_A_CASE, LIST

from .found import Page, case_page


def _lists(authority_id: int) -> dict[str, Any]:
    today = clock.today()
    return {
        "reason": lists.offered(REASONS, authority_id, today),
        "destination": lists.offered(LIST, authority_id, today, without=BEFORE_A_CASE),
    }


@case_page(Permission.LEAD)
def report(request: HttpRequest, case: Case) -> Page:
    """What the lead professional reports."""
    newer = list(queries.newer_assessments(case))
    frameworks = {str(row.pk): row for row in Framework.objects.all()}
    rests_on = [(str(row.pk), presenters.assessment_named(row)) for row in newer]
    rests_on += [
        (key, _("I write it here, by: %(framework)s") % {"framework": row.title})
        for key, row in frameworks.items()
    ]

    def act(*, assessment: str, **said: Any) -> None:
        chosen = frameworks.get(assessment)
        key = {"framework": chosen} if chosen else {"assessment_id": assessment}
        ending.report(case=case, **key, **said)

    return Page(
        _("Closing report"),
        partial(
            forms.Report,
            here=frozenset(frameworks),
            offered={"assessment": rests_on, **_lists(case.authority_id)},
        ),
        act,
        may=policies.report(request.actor, case),  # type: ignore[attr-defined]
        given={
            "intro": presenters.REPORT_INTRO,
            "rows": [presenters.unmet(case)],
        },
    )


@case_page(Permission.EXIT, proof=True)
def sign(request: HttpRequest, case: Case) -> Page:
    """The report that waits, and whether the chair signs."""
    waiting = queries.report_waiting(case)
    if waiting is None:
        raise Http404

    def act(*, signs: bool, ended_on: Any, **said: Any) -> None:
        if signs:
            ending.sign(report=waiting, ended_on=ended_on, **said)
        else:
            ending.not_sign(report=waiting, **said)

    return Page(
        _("Sign the end of support"),
        partial(forms.Sign, initial={"ended_on": clock.today()}),
        act,
        may=policies.sign(request.actor, waiting),  # type: ignore[attr-defined]
        given={
            "rows": [*presenters.report_rows(waiting), presenters.unmet(case)],
            "intro": presenters.SIGN_INTRO,
        },
    )
